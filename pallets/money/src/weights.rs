//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
    /// `open_asset`.
    fn open_asset() -> Weight;
    /// `close_asset`.
    fn close_asset() -> Weight;
    /// `mint`.
    fn mint() -> Weight;
    /// `pay`.
    fn pay() -> Weight;
    /// `request_redemption`.
    fn request_redemption() -> Weight;
    /// `settle_redemption`.
    fn settle_redemption() -> Weight;
    /// `refuse_redemption`.
    fn refuse_redemption() -> Weight;
    /// `withdraw_redemption`.
    fn withdraw_redemption() -> Weight;
    /// `freeze_account`.
    fn freeze_account() -> Weight;
    /// `thaw_account`.
    fn thaw_account() -> Weight;
    /// `reassign_balance`.
    fn reassign_balance() -> Weight;
    /// `cancel_redemption`.
    fn cancel_redemption() -> Weight;
    /// `accept_redemption`.
    fn accept_redemption() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn open_asset() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn close_asset() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn mint() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn pay() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn request_redemption() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn settle_redemption() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn refuse_redemption() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn withdraw_redemption() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn freeze_account() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn thaw_account() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn reassign_balance() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn cancel_redemption() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn accept_redemption() -> Weight {
        Weight::from_parts(1, 0)
    }
}
