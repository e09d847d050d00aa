//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, of the extensions and of what ends by itself.
pub trait WeightInfo {
    /// `set_standing`.
    fn set_standing() -> Weight;
    /// `add_delegate`.
    fn add_delegate() -> Weight;
    /// `set_delegation`.
    fn set_delegation() -> Weight;
    /// `remove_delegate`.
    fn remove_delegate() -> Weight;
    /// `change_controller` and `force_change_controller`.
    fn change_controller() -> Weight;
    /// `act_as`, without the inner call.
    fn act_as() -> Weight;
    /// `approve_act`, without the inner call.
    fn approve_act() -> Weight;
    /// `cancel_act`.
    fn cancel_act() -> Weight;
    /// `rotate_key`.
    fn rotate_key() -> Weight;
    /// `leave`.
    fn leave() -> Weight;
    /// `sponsor`.
    fn sponsor() -> Weight;
    /// `withdraw_application`.
    fn withdraw_application() -> Weight;
    /// `approve_application`.
    fn approve_application() -> Weight;
    /// `reject_application`.
    fn reject_application() -> Weight;
    /// `renew`.
    fn renew() -> Weight;
    /// `resign`.
    fn resign() -> Weight;
    /// `set_tier`.
    fn set_tier() -> Weight;
    /// `set_profile`.
    fn set_profile() -> Weight;
    /// `set_seat`.
    fn set_seat() -> Weight;
    /// `close_organisation`, for what it removes.
    fn close_organisation(n: u32) -> Weight;
    /// `grant_mandate`.
    fn grant_mandate() -> Weight;
    /// `revoke_mandate`.
    fn revoke_mandate() -> Weight;
    /// `declare_interest`.
    fn declare_interest() -> Weight;
    /// `end_interest`.
    fn end_interest() -> Weight;
    /// [`crate::CheckMembership`], but for the access, which [`crate::ChargeQuota`] writes.
    fn check_membership() -> Weight;
    /// [`crate::ChargeQuota`], but for the account, which [`crate::CheckMembership`] has read.
    fn charge_quota() -> Weight;
    /// As [`charge_quota`](Self::charge_quota), of a governance call.
    fn charge_quota_exempt() -> Weight;
    /// Looking whether something ends.
    fn look_at_day() -> Weight;
    /// Ending one thing.
    fn end_one() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn set_standing() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn add_delegate() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_delegation() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn remove_delegate() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn change_controller() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn act_as() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn approve_act() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn cancel_act() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn rotate_key() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn leave() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn sponsor() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn withdraw_application() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn approve_application() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn reject_application() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn renew() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn resign() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_tier() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_profile() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_seat() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn close_organisation(n: u32) -> Weight {
        Weight::from_parts(1 + u64::from(n), 0)
    }
    fn grant_mandate() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn revoke_mandate() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn declare_interest() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn end_interest() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn check_membership() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn charge_quota() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn charge_quota_exempt() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn look_at_day() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn end_one() -> Weight {
        Weight::from_parts(1, 0)
    }
}
