//! Weights of `pallet_nodes`: measured by `scripts/weights.sh`, not to be edited.
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

/// Weight functions for `pallet_nodes`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_nodes::WeightInfo for WeightInfo<T> {
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::CounterForNodes` (r:1 w:1)
	/// Proof: `Nodes::CounterForNodes` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodesOf` (r:1 w:1)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(269), added: 2744, mode: `MaxEncodedLen`)
	fn register_node() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1449`
		//  Estimated: `3734`
		// Minimum execution time: 40_761_000 picoseconds.
		Weight::from_parts(44_236_000, 0)
			.saturating_add(Weight::from_parts(0, 3734))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Admission` (r:1 w:0)
	/// Proof: `Nodes::Admission` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodesOf` (r:1 w:1)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(269), added: 2744, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::PlannedSet` (r:1 w:0)
	/// Proof: `Validators::PlannedSet` (`max_values`: Some(1), `max_size`: Some(602), added: 1097, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Nodes::CounterForNodes` (r:1 w:1)
	/// Proof: `Nodes::CounterForNodes` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn remove_node() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `8211`
		//  Estimated: `9696`
		// Minimum execution time: 94_971_000 picoseconds.
		Weight::from_parts(99_487_000, 0)
			.saturating_add(Weight::from_parts(0, 9696))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::CounterForNodes` (r:1 w:1)
	/// Proof: `Nodes::CounterForNodes` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodesOf` (r:1 w:1)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(269), added: 2744, mode: `MaxEncodedLen`)
	fn expel_node() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `729`
		//  Estimated: `3734`
		// Minimum execution time: 23_876_000 picoseconds.
		Weight::from_parts(25_768_000, 0)
			.saturating_add(Weight::from_parts(0, 3734))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Nodes::Admission` (r:1 w:1)
	/// Proof: `Nodes::Admission` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::PlannedSet` (r:1 w:0)
	/// Proof: `Validators::PlannedSet` (`max_values`: Some(1), `max_size`: Some(602), added: 1097, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Nodes::NodesOf` (r:300 w:0)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(269), added: 2744, mode: `MaxEncodedLen`)
	fn set_admission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `21716`
		//  Estimated: `824190`
		// Minimum execution time: 955_847_000 picoseconds.
		Weight::from_parts(1_035_616_000, 0)
			.saturating_add(Weight::from_parts(0, 824190))
			.saturating_add(T::DbWeight::get().reads(304))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Nodes::NodesOf` (r:1 w:1)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(269), added: 2744, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:8 w:8)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::CounterForNodes` (r:1 w:1)
	/// Proof: `Nodes::CounterForNodes` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn on_closed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `932`
		//  Estimated: `21206`
		// Minimum execution time: 72_838_000 picoseconds.
		Weight::from_parts(75_822_000, 0)
			.saturating_add(Weight::from_parts(0, 21206))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
}
