//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, of counting a block, and of an offence.
pub trait WeightInfo {
    /// `apply`.
    fn apply() -> Weight;
    /// `withdraw`.
    fn withdraw() -> Weight;
    /// `approve_validator`.
    fn approve_validator() -> Weight;
    /// `reject_application`.
    fn reject_application() -> Weight;
    /// `leave_set`.
    fn leave_set() -> Weight;
    /// `remove_validator`.
    fn remove_validator() -> Weight;
    /// `rejoin_set`.
    fn rejoin_set() -> Weight;
    /// `set_session_blocks`.
    fn set_session_blocks() -> Weight;
    /// Counting a block.
    fn note_author() -> Weight;
    /// One offender.
    fn on_offence() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn apply() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn withdraw() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn approve_validator() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn reject_application() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn leave_set() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn remove_validator() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn rejoin_set() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_session_blocks() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn note_author() -> Weight {
        Weight::from_parts(3, 0)
    }
    fn on_offence() -> Weight {
        Weight::from_parts(7, 0)
    }
}
