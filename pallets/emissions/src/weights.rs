//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, and of booking what a meter reports.
pub trait WeightInfo {
    /// `register_facility`.
    fn register_facility() -> Weight;
    /// `add_source`.
    fn add_source() -> Weight;
    /// `set_factor_series`.
    fn set_factor_series() -> Weight;
    /// `create_series`.
    fn create_series() -> Weight;
    /// `publish_factor` for `m` months.
    fn publish_factor(m: u32) -> Weight;
    /// Booking one device's month.
    fn on_report() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn register_facility() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn add_source() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn set_factor_series() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn create_series() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn publish_factor(m: u32) -> Weight {
        Weight::from_parts(u64::from(m), 0)
    }
    fn on_report() -> Weight {
        Weight::from_parts(1, 0)
    }
}
