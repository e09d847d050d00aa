//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, and of an organisation's end.
pub trait WeightInfo {
    /// `register_node`.
    fn register_node() -> Weight;
    /// `remove_node`.
    fn remove_node() -> Weight;
    /// `expel_node`.
    fn expel_node() -> Weight;
    /// `set_admission`.
    fn set_admission() -> Weight;
    /// The closing of an organisation with as many nodes as it may have.
    fn on_closed() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn register_node() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn remove_node() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn expel_node() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_admission() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn on_closed() -> Weight {
        Weight::from_parts(5, 0)
    }
}
