//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, and of what other pallets ask.
pub trait WeightInfo {
    /// `offer_units`.
    fn offer_units() -> Weight;
    /// `accept_offer`.
    fn accept_offer() -> Weight;
    /// `withdraw_offer`.
    fn withdraw_offer() -> Weight;
    /// `split_piece`.
    fn split_piece() -> Weight;
    /// `merge_pieces`.
    fn merge_pieces() -> Weight;
    /// `freeze_units`.
    fn freeze_units() -> Weight;
    /// `thaw_units`.
    fn thaw_units() -> Weight;
    /// `reassign_units`.
    fn reassign_units() -> Weight;
    /// `cancel_offer`.
    fn cancel_offer() -> Weight;
    /// `freeze_owner`.
    fn freeze_owner() -> Weight;
    /// `thaw_owner`.
    fn thaw_owner() -> Weight;
    /// Giving a whole piece to another owner, as other pallets ask for it.
    fn transfer() -> Weight;
    /// Units against money, as other pallets ask for it.
    fn deliver_versus_payment() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn offer_units() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn accept_offer() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn withdraw_offer() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn split_piece() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn merge_pieces() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn freeze_units() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn thaw_units() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn reassign_units() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn cancel_offer() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn freeze_owner() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn thaw_owner() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn transfer() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn deliver_versus_payment() -> Weight {
        Weight::from_parts(1, 0)
    }
}
