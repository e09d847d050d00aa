//! Weights of `pallet_intervals`: measured by `scripts/weights.sh`, not to be edited.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! on 2026-11-22, CPU AMD EPYC, 50 steps, 20 repetitions.

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
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:2 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:1 w:3)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Instruments::Gates` (r:1 w:0)
	/// Proof: `Instruments::Gates` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::LastOffer` (r:1 w:1)
	/// Proof: `Intervals::LastOffer` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:2)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:0 w:3)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Offers` (r:0 w:1)
	/// Proof: `Intervals::Offers` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	fn offer_units() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1565`
		//  Estimated: `6016`
		// Minimum execution time: 102_652_000 picoseconds.
		Weight::from_parts(170_989_000, 0)
			.saturating_add(Weight::from_parts(0, 6016))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:2 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Offers` (r:1 w:1)
	/// Proof: `Intervals::Offers` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Instruments::Gates` (r:1 w:0)
	/// Proof: `Instruments::Gates` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:2 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Money::Frozen` (r:1 w:0)
	/// Proof: `Money::Frozen` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn accept_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2342`
		//  Estimated: `6208`
		// Minimum execution time: 195_956_000 picoseconds.
		Weight::from_parts(349_862_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Offers` (r:1 w:1)
	/// Proof: `Intervals::Offers` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:2 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1505`
		//  Estimated: `6108`
		// Minimum execution time: 80_580_000 picoseconds.
		Weight::from_parts(146_152_000, 0)
			.saturating_add(Weight::from_parts(0, 6108))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:1 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:0 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn split_piece() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1166`
		//  Estimated: `3574`
		// Minimum execution time: 62_296_000 picoseconds.
		Weight::from_parts(107_842_000, 0)
			.saturating_add(Weight::from_parts(0, 3574))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:2 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:0 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn merge_pieces() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1239`
		//  Estimated: `6108`
		// Minimum execution time: 68_708_000 picoseconds.
		Weight::from_parts(111_178_000, 0)
			.saturating_add(Weight::from_parts(0, 6108))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Intervals::LastOrder` (r:1 w:1)
	/// Proof: `Intervals::LastOrder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:1 w:3)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Orders` (r:0 w:1)
	/// Proof: `Intervals::Orders` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:2)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:0 w:3)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn freeze_units() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `384`
		//  Estimated: `3549`
		// Minimum execution time: 52_688_000 picoseconds.
		Weight::from_parts(92_202_000, 0)
			.saturating_add(Weight::from_parts(0, 3549))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Intervals::Pieces` (r:2 w:3)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:3)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:2)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn thaw_units() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `609`
		//  Estimated: `6108`
		// Minimum execution time: 61_675_000 picoseconds.
		Weight::from_parts(109_253_000, 0)
			.saturating_add(Weight::from_parts(0, 6108))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Intervals::Pieces` (r:2 w:3)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:3)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:2)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn reassign_units() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1047`
		//  Estimated: `6108`
		// Minimum execution time: 75_090_000 picoseconds.
		Weight::from_parts(113_562_000, 0)
			.saturating_add(Weight::from_parts(0, 6108))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Intervals::Offers` (r:1 w:1)
	/// Proof: `Intervals::Offers` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:2 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn cancel_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `723`
		//  Estimated: `6108`
		// Minimum execution time: 60_082_000 picoseconds.
		Weight::from_parts(99_676_000, 0)
			.saturating_add(Weight::from_parts(0, 6108))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::FrozenOwners` (r:1 w:1)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn freeze_owner() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `640`
		//  Estimated: `3509`
		// Minimum execution time: 28_012_000 picoseconds.
		Weight::from_parts(56_516_000, 0)
			.saturating_add(Weight::from_parts(0, 3509))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Intervals::FrozenOwners` (r:1 w:1)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn thaw_owner() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `275`
		//  Estimated: `3509`
		// Minimum execution time: 19_997_000 picoseconds.
		Weight::from_parts(36_448_000, 0)
			.saturating_add(Weight::from_parts(0, 3509))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:2 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `580`
		//  Estimated: `6108`
		// Minimum execution time: 45_545_000 picoseconds.
		Weight::from_parts(74_800_000, 0)
			.saturating_add(Weight::from_parts(0, 6108))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Intervals::FrozenOwners` (r:1 w:0)
	/// Proof: `Intervals::FrozenOwners` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Pieces` (r:2 w:2)
	/// Proof: `Intervals::Pieces` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Ends` (r:1 w:2)
	/// Proof: `Intervals::Ends` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Money::Frozen` (r:1 w:0)
	/// Proof: `Money::Frozen` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Intervals::Listings` (r:0 w:1)
	/// Proof: `Intervals::Listings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn deliver_versus_payment() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1638`
		//  Estimated: `6208`
		// Minimum execution time: 150_250_000 picoseconds.
		Weight::from_parts(246_069_000, 0)
			.saturating_add(Weight::from_parts(0, 6208))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(10))
	}
}
