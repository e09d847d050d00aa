//! Weights of `pallet_members`: measured by `scripts/weights.sh`, not to be edited.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! on 2026-11-21, CPU AMD EPYC, 50 steps, 20 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{traits::Get, weights::Weight},
	frame_system,
};

/// Weight functions for `pallet_members`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_members::WeightInfo for WeightInfo<T> {
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_standing() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `673`
		//  Estimated: `3561`
		// Minimum execution time: 49_834_000 picoseconds.
		Weight::from_parts(52_949_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accounts` (r:2 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:2)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:2)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn add_delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2063`
		//  Estimated: `8742`
		// Minimum execution time: 89_172_000 picoseconds.
		Weight::from_parts(95_552_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Members::Accounts` (r:2 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	fn set_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1069`
		//  Estimated: `8742`
		// Minimum execution time: 51_266_000 picoseconds.
		Weight::from_parts(61_391_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:2 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:1)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn remove_delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1379`
		//  Estimated: `8742`
		// Minimum execution time: 48_091_000 picoseconds.
		Weight::from_parts(50_765_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:2 w:2)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:1 w:1)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:2)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn change_controller() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2151`
		//  Estimated: `8742`
		// Minimum execution time: 77_745_000 picoseconds.
		Weight::from_parts(82_082_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:2 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Mandates` (r:1 w:0)
	/// Proof: `Members::Mandates` (`max_values`: None, `max_size`: Some(79), added: 2554, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:1 w:1)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:0 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:0 w:1)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	fn act_as() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1860`
		//  Estimated: `6654`
		// Minimum execution time: 58_467_000 picoseconds.
		Weight::from_parts(61_711_000, 0)
			.saturating_add(Weight::from_parts(0, 6654))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accounts` (r:2 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:1 w:1)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn approve_act() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5439`
		//  Estimated: `7640`
		// Minimum execution time: 55_312_000 picoseconds.
		Weight::from_parts(86_038_000, 0)
			.saturating_add(Weight::from_parts(0, 7640))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:1 w:1)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn cancel_act() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5267`
		//  Estimated: `7640`
		// Minimum execution time: 39_258_000 picoseconds.
		Weight::from_parts(44_225_000, 0)
			.saturating_add(Weight::from_parts(0, 7640))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:2 w:2)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:6 w:4)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:3)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn rotate_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1756`
		//  Estimated: `16494`
		// Minimum execution time: 88_451_000 picoseconds.
		Weight::from_parts(137_223_000, 0)
			.saturating_add(Weight::from_parts(0, 16494))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	/// Storage: `Members::Accounts` (r:2 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Identifiers` (r:1 w:0)
	/// Proof: `Members::Identifiers` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Members::Applications` (r:1 w:1)
	/// Proof: `Members::Applications` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:2)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:2 w:2)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:2)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn sponsor() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2462`
		//  Estimated: `6654`
		// Minimum execution time: 94_450_000 picoseconds.
		Weight::from_parts(98_206_000, 0)
			.saturating_add(Weight::from_parts(0, 6654))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Members::Accounts` (r:1 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:1)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1317`
		//  Estimated: `8742`
		// Minimum execution time: 40_831_000 picoseconds.
		Weight::from_parts(43_464_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Applications` (r:1 w:1)
	/// Proof: `Members::Applications` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn withdraw_application() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1704`
		//  Estimated: `3822`
		// Minimum execution time: 45_938_000 picoseconds.
		Weight::from_parts(49_092_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Identifiers` (r:1 w:1)
	/// Proof: `Members::Identifiers` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Members::Applications` (r:1 w:1)
	/// Proof: `Members::Applications` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:2)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:2 w:2)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:3)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accounts` (r:1 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::LastOrganisation` (r:1 w:1)
	/// Proof: `Members::LastOrganisation` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:1)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn approve_application() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2683`
		//  Estimated: `8742`
		// Minimum execution time: 119_227_000 picoseconds.
		Weight::from_parts(125_767_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `Members::Applications` (r:1 w:1)
	/// Proof: `Members::Applications` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn reject_application() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1390`
		//  Estimated: `3822`
		// Minimum execution time: 38_507_000 picoseconds.
		Weight::from_parts(42_003_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:2)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:2 w:2)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn renew() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `673`
		//  Estimated: `5972`
		// Minimum execution time: 53_329_000 picoseconds.
		Weight::from_parts(57_796_000, 0)
			.saturating_add(Weight::from_parts(0, 5972))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn resign() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `884`
		//  Estimated: `3574`
		// Minimum execution time: 42_813_000 picoseconds.
		Weight::from_parts(69_893_000, 0)
			.saturating_add(Weight::from_parts(0, 3574))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	fn set_tier() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `394`
		//  Estimated: `3503`
		// Minimum execution time: 13_530_000 picoseconds.
		Weight::from_parts(14_802_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn set_profile() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `834`
		//  Estimated: `3822`
		// Minimum execution time: 21_332_000 picoseconds.
		Weight::from_parts(23_976_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:1)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_seat() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `673`
		//  Estimated: `3561`
		// Minimum execution time: 45_006_000 picoseconds.
		Weight::from_parts(47_881_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:1)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:65 w:64)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:192 w:128)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:1 w:0)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	/// Storage: `Members::Mandates` (r:1 w:0)
	/// Proof: `Members::Mandates` (`max_values`: None, `max_size`: Some(79), added: 2554, mode: `MaxEncodedLen`)
	/// Storage: `Members::MandatesHeld` (r:1 w:0)
	/// Proof: `Members::MandatesHeld` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accounts` (r:0 w:65)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Identifiers` (r:0 w:1)
	/// Proof: `Members::Identifiers` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 64]`.
	fn close_organisation(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1447 + n * (175 ±0)`
		//  Estimated: `7640 + n * (7752 ±0)`
		// Minimum execution time: 80_910_000 picoseconds.
		Weight::from_parts(44_292_466, 0)
			.saturating_add(Weight::from_parts(0, 7640))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(30_701_088, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7752).saturating_mul(n.into()))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:2 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::Mandates` (r:1 w:1)
	/// Proof: `Members::Mandates` (`max_values`: None, `max_size`: Some(79), added: 2554, mode: `MaxEncodedLen`)
	/// Storage: `Members::MandatesHeld` (r:0 w:1)
	/// Proof: `Members::MandatesHeld` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn grant_mandate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1569`
		//  Estimated: `6654`
		// Minimum execution time: 46_809_000 picoseconds.
		Weight::from_parts(63_454_000, 0)
			.saturating_add(Weight::from_parts(0, 6654))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Mandates` (r:1 w:1)
	/// Proof: `Members::Mandates` (`max_values`: None, `max_size`: Some(79), added: 2554, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::MandatesHeld` (r:0 w:1)
	/// Proof: `Members::MandatesHeld` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn revoke_mandate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1174`
		//  Estimated: `3822`
		// Minimum execution time: 32_378_000 picoseconds.
		Weight::from_parts(34_892_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:2 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::Interests` (r:1 w:1)
	/// Proof: `Members::Interests` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	fn declare_interest() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1321`
		//  Estimated: `6654`
		// Minimum execution time: 37_325_000 picoseconds.
		Weight::from_parts(39_719_000, 0)
			.saturating_add(Weight::from_parts(0, 6654))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Interests` (r:1 w:1)
	/// Proof: `Members::Interests` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn end_interest() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1245`
		//  Estimated: `3822`
		// Minimum execution time: 35_503_000 picoseconds.
		Weight::from_parts(37_706_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn check_membership() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `336`
		//  Estimated: `3574`
		// Minimum execution time: 12_949_000 picoseconds.
		Weight::from_parts(18_798_000, 0)
			.saturating_add(Weight::from_parts(0, 3574))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	fn charge_quota() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `130`
		//  Estimated: `3503`
		// Minimum execution time: 14_211_000 picoseconds.
		Weight::from_parts(20_170_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Sudo::Key` (r:1 w:0)
	/// Proof: `Sudo::Key` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::Exemptions` (r:1 w:1)
	/// Proof: `Members::Exemptions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn charge_quota_exempt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `358`
		//  Estimated: `3503`
		// Minimum execution time: 21_332_000 picoseconds.
		Weight::from_parts(22_854_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingDay` (r:1 w:1)
	/// Proof: `Members::EndingDay` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:0)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn look_at_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `434`
		//  Estimated: `3561`
		// Minimum execution time: 11_367_000 picoseconds.
		Weight::from_parts(12_068_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Endings` (r:1 w:2)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:2 w:2)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:0)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn end_one() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `577`
		//  Estimated: `5972`
		// Minimum execution time: 32_498_000 picoseconds.
		Weight::from_parts(34_572_000, 0)
			.saturating_add(Weight::from_parts(0, 5972))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}
