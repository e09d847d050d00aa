//! Weights of `pallet-members`: estimates from counted storage accesses, until `scripts/weights.sh` has
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

impl<T: frame_system::Config> pallet_members::WeightInfo for WeightInfo<T> {
    fn admit_organisation() -> Weight {
        estimate::<T>(4, 5)
    }
    fn set_standing() -> Weight {
        estimate::<T>(1, 1)
    }
    fn add_delegate() -> Weight {
        estimate::<T>(5, 4)
    }
    fn set_scopes() -> Weight {
        estimate::<T>(3, 1)
    }
    fn remove_delegate() -> Weight {
        estimate::<T>(4, 3)
    }
    fn change_controller() -> Weight {
        estimate::<T>(7, 6)
    }
    fn act_as() -> Weight {
        estimate::<T>(3, 0)
    }
    fn check_membership() -> Weight {
        estimate::<T>(2, 0)
    }
    fn zero_tip() -> Weight {
        estimate::<T>(0, 0)
    }
}

fn estimate<T: frame_system::Config>(reads: u64, writes: u64) -> Weight {
    Weight::from_parts(BASE, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
}
