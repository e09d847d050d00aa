//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, of authorising reports, and of the hook.
pub trait WeightInfo {
    /// `submit_reports` of reports that touch `g` pairs of device and month, and `f` beyond the first of
    /// each.
    fn submit_reports(f: u32, g: u32) -> Weight;
    /// Authorising the same.
    fn authorize_submit_reports(f: u32, g: u32) -> Weight;
    /// `register_device`.
    fn register_device() -> Weight;
    /// `rotate_key`.
    fn rotate_key() -> Weight;
    /// `suspend_device`.
    fn suspend_device() -> Weight;
    /// `reinstate_device`.
    fn reinstate_device() -> Weight;
    /// `retire_device`.
    fn retire_device() -> Weight;
    /// `calibrate`.
    fn calibrate() -> Weight;
    /// `exchange_meter`.
    fn exchange_meter() -> Weight;
    /// `resolve_quarantined`.
    fn resolve_quarantined() -> Weight;
    /// Looking at one day's expired roots.
    fn prune_day() -> Weight;
    /// Removing one expired root, the last of its device and day.
    fn prune_root() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn submit_reports(f: u32, g: u32) -> Weight {
        Weight::from_parts(u64::from(f) + 2 * u64::from(g), 0)
    }
    fn authorize_submit_reports(f: u32, g: u32) -> Weight {
        Weight::from_parts(u64::from(f) + 2 * u64::from(g), 0)
    }
    fn register_device() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn rotate_key() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn suspend_device() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn reinstate_device() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn retire_device() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn calibrate() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn exchange_meter() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn resolve_quarantined() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn prune_day() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn prune_root() -> Weight {
        Weight::from_parts(1, 0)
    }
}
