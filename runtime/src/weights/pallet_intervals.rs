//! Weights of `pallet_intervals`: estimates, until `scripts/weights.sh` has measured them and written this file.
//!
//! Reads and writes are counted from the code; all else is a generous guess.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{traits::Get, weights::Weight},
	frame_system,
};

/// Weight functions for `pallet_intervals`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_intervals::WeightInfo for WeightInfo<T> {
	fn offer_units() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	fn accept_offer() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	fn split_piece() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn merge_pieces() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn freeze_units() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn thaw_units() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn reassign_units() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn cancel_offer() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	fn freeze_owner() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn thaw_owner() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn transfer() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn deliver_versus_payment() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(Weight::from_parts(0, 20_000))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(10))
	}
}
