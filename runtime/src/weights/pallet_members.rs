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
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn set_standing() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `636`
		//  Estimated: `3561`
		// Minimum execution time: 35_432_000 picoseconds.
		Weight::from_parts(38_787_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accounts` (r:2 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:1 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:1)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn add_delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1252`
		//  Estimated: `6158`
		// Minimum execution time: 56_283_000 picoseconds.
		Weight::from_parts(60_470_000, 0)
			.saturating_add(Weight::from_parts(0, 6158))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
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
		// Minimum execution time: 50_946_000 picoseconds.
		Weight::from_parts(55_803_000, 0)
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
		// Minimum execution time: 47_931_000 picoseconds.
		Weight::from_parts(51_216_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:1 w:2)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:1 w:1)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:2)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn change_controller() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1653`
		//  Estimated: `8742`
		// Minimum execution time: 59_238_000 picoseconds.
		Weight::from_parts(91_145_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:1 w:1)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:0 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:0 w:1)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	fn act_as() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1261`
		//  Estimated: `3822`
		// Minimum execution time: 45_437_000 picoseconds.
		Weight::from_parts(52_808_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
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
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn approve_act() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5512`
		//  Estimated: `7640`
		// Minimum execution time: 63_754_000 picoseconds.
		Weight::from_parts(66_709_000, 0)
			.saturating_add(Weight::from_parts(0, 7640))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:1 w:1)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn cancel_act() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5340`
		//  Estimated: `7640`
		// Minimum execution time: 46_630_000 picoseconds.
		Weight::from_parts(49_163_000, 0)
			.saturating_add(Weight::from_parts(0, 7640))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accounts` (r:2 w:2)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Members::LimitsOf` (r:3 w:4)
	/// Proof: `Members::LimitsOf` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:0 w:2)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn rotate_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `996`
		//  Estimated: `8742`
		// Minimum execution time: 57_385_000 picoseconds.
		Weight::from_parts(62_312_000, 0)
			.saturating_add(Weight::from_parts(0, 8742))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(9))
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
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:0 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn sponsor() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1302`
		//  Estimated: `6158`
		// Minimum execution time: 56_604_000 picoseconds.
		Weight::from_parts(59_348_000, 0)
			.saturating_add(Weight::from_parts(0, 6158))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
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
		//  Measured:  `1572`
		//  Estimated: `3822`
		// Minimum execution time: 44_346_000 picoseconds.
		Weight::from_parts(47_942_000, 0)
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
	/// Storage: `Members::Endings` (r:1 w:2)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:2 w:2)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:2)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accounts` (r:1 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::LastOrganisation` (r:1 w:1)
	/// Proof: `Members::LastOrganisation` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:0 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	fn approve_application() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1795`
		//  Estimated: `6196`
		// Minimum execution time: 76_474_000 picoseconds.
		Weight::from_parts(103_935_000, 0)
			.saturating_add(Weight::from_parts(0, 6196))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(13))
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
		//  Measured:  `1324`
		//  Estimated: `3822`
		// Minimum execution time: 37_225_000 picoseconds.
		Weight::from_parts(39_749_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Endings` (r:0 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn renew() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `550`
		//  Estimated: `3503`
		// Minimum execution time: 32_869_000 picoseconds.
		Weight::from_parts(36_194_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
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
		// Minimum execution time: 42_203_000 picoseconds.
		Weight::from_parts(46_199_000, 0)
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
		// Minimum execution time: 13_760_000 picoseconds.
		Weight::from_parts(14_842_000, 0)
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
		// Minimum execution time: 21_542_000 picoseconds.
		Weight::from_parts(23_254_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:1)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_seat() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `463`
		//  Estimated: `3503`
		// Minimum execution time: 19_889_000 picoseconds.
		Weight::from_parts(21_943_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Delegates` (r:1 w:0)
	/// Proof: `Members::Delegates` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Members::Acts` (r:1 w:0)
	/// Proof: `Members::Acts` (`max_values`: None, `max_size`: Some(4175), added: 6650, mode: `MaxEncodedLen`)
	/// Storage: `Members::Mandates` (r:1 w:64)
	/// Proof: `Members::Mandates` (`max_values`: None, `max_size`: Some(79), added: 2554, mode: `MaxEncodedLen`)
	/// Storage: `Members::MandatesHeld` (r:65 w:64)
	/// Proof: `Members::MandatesHeld` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:65 w:64)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:0 w:1)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accounts` (r:0 w:1)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Members::Identifiers` (r:0 w:1)
	/// Proof: `Members::Identifiers` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 64]`.
	fn close_organisation(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1800 + n * (390 ±0)`
		//  Estimated: `7640 + n * (2832 ±0)`
		// Minimum execution time: 45_337_000 picoseconds.
		Weight::from_parts(47_466_500, 0)
			.saturating_add(Weight::from_parts(0, 7640))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(13_076_750, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2832).saturating_mul(n.into()))
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
		// Minimum execution time: 47_350_000 picoseconds.
		Weight::from_parts(50_715_000, 0)
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
		// Minimum execution time: 33_019_000 picoseconds.
		Weight::from_parts(35_913_000, 0)
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
		// Minimum execution time: 38_176_000 picoseconds.
		Weight::from_parts(42_042_000, 0)
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
		// Minimum execution time: 35_953_000 picoseconds.
		Weight::from_parts(38_638_000, 0)
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
		// Minimum execution time: 12_529_000 picoseconds.
		Weight::from_parts(13_360_000, 0)
			.saturating_add(Weight::from_parts(0, 3574))
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	fn charge_quota() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `130`
		//  Estimated: `3503`
		// Minimum execution time: 13_870_000 picoseconds.
		Weight::from_parts(15_193_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accesses` (r:1 w:1)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:0)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::Exemptions` (r:1 w:1)
	/// Proof: `Members::Exemptions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn charge_quota_exempt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `226`
		//  Estimated: `3503`
		// Minimum execution time: 17_946_000 picoseconds.
		Weight::from_parts(19_038_000, 0)
			.saturating_add(Weight::from_parts(0, 3503))
			.saturating_add(T::DbWeight::get().reads(3))
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
		// Minimum execution time: 11_337_000 picoseconds.
		Weight::from_parts(14_421_000, 0)
			.saturating_add(Weight::from_parts(0, 3561))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Endings` (r:1 w:1)
	/// Proof: `Members::Endings` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Members::EndingsOn` (r:1 w:1)
	/// Proof: `Members::EndingsOn` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Members::Applications` (r:1 w:1)
	/// Proof: `Members::Applications` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:1)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	fn end_one() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1324`
		//  Estimated: `3822`
		// Minimum execution time: 35_353_000 picoseconds.
		Weight::from_parts(37_716_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
