//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls and of the extension.
pub trait WeightInfo {
    /// `admit_organisation`.
    fn admit_organisation() -> Weight;
    /// `set_standing`.
    fn set_standing() -> Weight;
    /// `add_delegate`.
    fn add_delegate() -> Weight;
    /// `set_scopes`.
    fn set_scopes() -> Weight;
    /// `remove_delegate`.
    fn remove_delegate() -> Weight;
    /// `change_controller` and `force_change_controller`.
    fn change_controller() -> Weight;
    /// `act_as`, without the inner call.
    fn act_as() -> Weight;
    /// [`crate::CheckMembership`].
    fn check_membership() -> Weight;
    /// [`crate::ZeroTip`].
    fn zero_tip() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn admit_organisation() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_standing() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn add_delegate() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_scopes() -> Weight {
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
    fn check_membership() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn zero_tip() -> Weight {
        Weight::from_parts(1, 0)
    }
}
