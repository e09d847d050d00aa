//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
    /// `record_authority`.
    fn record_authority() -> Weight;
    /// `close_class`.
    fn close_class() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn record_authority() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn close_class() -> Weight {
        Weight::from_parts(1, 0)
    }
}
