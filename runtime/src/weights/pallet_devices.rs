//! Weights of `pallet-devices`: estimates from counted storage accesses, until `scripts/weights.sh` has
//! measured them on an idle machine and overwritten this file.

use core::marker::PhantomData;
use polkadot_sdk::{
    frame_support::{traits::Get, weights::Weight},
    frame_system,
};

/// Execution of a call besides its storage accesses, in picoseconds.
const BASE: u64 = 60_000_000;
/// Decoding, hashing and judging one report.
const REPORT: u64 = 15_000_000;
/// Verifying one signature; ECDSA is the slowest.
const SIGNATURE: u64 = 80_000_000;

/// The estimates.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_devices::WeightInfo for WeightInfo<T> {
    fn submit_reports(f: u32, g: u32) -> Weight {
        estimate::<T>(4, 2)
            .saturating_add(per::<T>(f, REPORT, 0, 2))
            .saturating_add(per::<T>(g, REPORT, 4, 4))
    }
    fn authorize_submit_reports(f: u32, g: u32) -> Weight {
        estimate::<T>(3, 0)
            .saturating_add(per::<T>(f, SIGNATURE + REPORT, 0, 0))
            .saturating_add(per::<T>(g, SIGNATURE + REPORT, 3, 0))
    }
    fn register_device() -> Weight {
        estimate::<T>(6, 5)
    }
    fn rotate_key() -> Weight {
        estimate::<T>(3, 1)
    }
    fn suspend_device() -> Weight {
        estimate::<T>(3, 1)
    }
    fn reinstate_device() -> Weight {
        estimate::<T>(3, 1)
    }
    fn retire_device() -> Weight {
        estimate::<T>(3, 1)
    }
    fn calibrate() -> Weight {
        estimate::<T>(3, 1)
    }
    fn exchange_meter() -> Weight {
        estimate::<T>(6, 4)
    }
    fn resolve_quarantined() -> Weight {
        estimate::<T>(8, 5)
    }
    fn prune_day() -> Weight {
        estimate::<T>(3, 1)
    }
    fn prune_root() -> Weight {
        estimate::<T>(3, 3)
    }
}

fn estimate<T: frame_system::Config>(reads: u64, writes: u64) -> Weight {
    Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
}

fn per<T: frame_system::Config>(count: u32, time: u64, reads: u64, writes: u64) -> Weight {
    Weight::from_parts(time, 0)
        .saturating_add(T::DbWeight::get().reads_writes(reads, writes))
        .saturating_mul(count.into())
}
