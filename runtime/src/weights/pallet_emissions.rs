//! Weights of `pallet-emissions`: estimates from counted storage accesses, until `scripts/weights.sh` has
//! measured them on an idle machine and overwritten this file.

use core::marker::PhantomData;
use polkadot_sdk::{
    frame_support::{traits::Get, weights::Weight},
    frame_system,
};

/// Execution of a call besides its storage accesses, in picoseconds.
const BASE: u64 = 60_000_000;

/// The estimates.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_emissions::WeightInfo for WeightInfo<T> {
    fn register_facility() -> Weight {
        estimate::<T>(4, 4)
    }
    fn add_source() -> Weight {
        estimate::<T>(8, 6)
    }
    fn set_factor_series() -> Weight {
        estimate::<T>(6, 1)
    }
    fn create_series() -> Weight {
        estimate::<T>(4, 3)
    }
    fn publish_factor(m: u32) -> Weight {
        estimate::<T>(4, 3).saturating_add(per::<T>(m, 5_000_000, 1, 1))
    }
    fn on_report() -> Weight {
        estimate::<T>(2, 1)
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
