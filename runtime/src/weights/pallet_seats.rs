//! Weights of `pallet_seats`: measured by `scripts/weights.sh`, not to be edited.
//!
//! THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI VERSION 64.0.0
//! on 2026-11-21, CPU AMD EPYC, 20 steps, 10 repetitions.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{traits::Get, weights::Weight},
	frame_system,
};

/// Weight functions for `pallet_seats`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_seats::WeightInfo for WeightInfo<T> {
	/// Storage: `Seats::Rules` (r:1 w:1)
	/// Proof: `Seats::Rules` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	fn set_rule() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `121`
		//  Estimated: `3482`
		// Minimum execution time: 12_118_000 picoseconds.
		Weight::from_parts(12_969_000, 0)
			.saturating_add(Weight::from_parts(0, 3482))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Elections` (r:1 w:1)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Rules` (r:1 w:0)
	/// Proof: `Seats::Rules` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastRounds` (r:1 w:1)
	/// Proof: `Seats::LastRounds` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastCheck` (r:1 w:0)
	/// Proof: `Seats::LastCheck` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Terms` (r:1 w:0)
	/// Proof: `Seats::Terms` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Holders` (r:16 w:0)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn call_election() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3715`
		//  Estimated: `40926`
		// Minimum execution time: 112_917_000 picoseconds.
		Weight::from_parts(141_530_000, 0)
			.saturating_add(Weight::from_parts(0, 40926))
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Elections` (r:1 w:1)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Candidates` (r:1 w:1)
	/// Proof: `Seats::Candidates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Holders` (r:4 w:0)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn stand() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1504`
		//  Estimated: `10974`
		// Minimum execution time: 56_574_000 picoseconds.
		Weight::from_parts(60_720_000, 0)
			.saturating_add(Weight::from_parts(0, 10974))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Elections` (r:1 w:1)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Candidates` (r:1 w:1)
	/// Proof: `Seats::Candidates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn withdraw_candidacy() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1465`
		//  Estimated: `3822`
		// Minimum execution time: 43_695_000 picoseconds.
		Weight::from_parts(46_639_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Elections` (r:1 w:0)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Ballots` (r:1 w:1)
	/// Proof: `Seats::Ballots` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Candidates` (r:2 w:2)
	/// Proof: `Seats::Candidates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1538`
		//  Estimated: `5990`
		// Minimum execution time: 53_450_000 picoseconds.
		Weight::from_parts(56_534_000, 0)
			.saturating_add(Weight::from_parts(0, 5990))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:33 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Elections` (r:1 w:1)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Candidates` (r:65 w:64)
	/// Proof: `Seats::Candidates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Rules` (r:1 w:0)
	/// Proof: `Seats::Rules` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:16 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Holders` (r:129 w:32)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:32 w:32)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:1 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Seats::Terms` (r:1 w:1)
	/// Proof: `Seats::Terms` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Leftovers` (r:0 w:1)
	/// Proof: `Seats::Leftovers` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastRounds` (r:0 w:1)
	/// Proof: `Seats::LastRounds` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `c` is `[16, 64]`.
	/// The range of component `l` is `[0, 16]`.
	fn close_election(c: u32, l: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `16508 + c * (19 ±0) + l * (186 ±0)`
		//  Estimated: `163230 + c * (2500 ±0) + l * (9984 ±0)`
		// Minimum execution time: 1_177_937_000 picoseconds.
		Weight::from_parts(1_044_540_666, 0)
			.saturating_add(Weight::from_parts(0, 163230))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(3_349_937, 0).saturating_mul(c.into()))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(42_317_833, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(123))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(39))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 2500).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(0, 9984).saturating_mul(l.into()))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Holders` (r:4 w:1)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:1)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:1 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn vacate_seat() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2541`
		//  Estimated: `10974`
		// Minimum execution time: 96_072_000 picoseconds.
		Weight::from_parts(114_230_000, 0)
			.saturating_add(Weight::from_parts(0, 10974))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Seats::Holders` (r:4 w:1)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Seats` (r:1 w:1)
	/// Proof: `Members::Seats` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Members::ActiveSeats` (r:1 w:1)
	/// Proof: `Members::ActiveSeats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:1 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn unseat() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1787`
		//  Estimated: `10974`
		// Minimum execution time: 78_577_000 picoseconds.
		Weight::from_parts(98_205_000, 0)
			.saturating_add(Weight::from_parts(0, 10974))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// The range of component `n` is `[0, 2097152]`.
	fn enact(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 8_313_000 picoseconds.
		Weight::from_parts(8_793_000, 0)
			.saturating_add(Weight::from_parts(0, 0))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(2_053, 0).saturating_mul(n.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastCheck` (r:1 w:0)
	/// Proof: `Seats::LastCheck` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Leftovers` (r:1 w:0)
	/// Proof: `Seats::Leftovers` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	fn look_at_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `150`
		//  Estimated: `3478`
		// Minimum execution time: 8_252_000 picoseconds.
		Weight::from_parts(8_883_000, 0)
			.saturating_add(Weight::from_parts(0, 3478))
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `Seats::Rules` (r:4 w:0)
	/// Proof: `Seats::Rules` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Holders` (r:4 w:0)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Terms` (r:4 w:4)
	/// Proof: `Seats::Terms` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	fn begin_founders_terms() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `253`
		//  Estimated: `10974`
		// Minimum execution time: 50_595_000 picoseconds.
		Weight::from_parts(52_728_000, 0)
			.saturating_add(Weight::from_parts(0, 10974))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Seats::Elections` (r:1 w:0)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Rules` (r:1 w:0)
	/// Proof: `Seats::Rules` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastRounds` (r:1 w:0)
	/// Proof: `Seats::LastRounds` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastCheck` (r:1 w:0)
	/// Proof: `Seats::LastCheck` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Terms` (r:1 w:0)
	/// Proof: `Seats::Terms` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Holders` (r:16 w:0)
	/// Proof: `Seats::Holders` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn look_at_constituency() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `525`
		//  Estimated: `40926`
		// Minimum execution time: 33_610_000 picoseconds.
		Weight::from_parts(35_362_000, 0)
			.saturating_add(Weight::from_parts(0, 40926))
			.saturating_add(T::DbWeight::get().reads(21))
	}
	/// Storage: `Seats::Leftovers` (r:1 w:1)
	/// Proof: `Seats::Leftovers` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Ballots` (r:2 w:1)
	/// Proof: `Seats::Ballots` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn remove_ballot() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `171`
		//  Estimated: `5998`
		// Minimum execution time: 13_010_000 picoseconds.
		Weight::from_parts(13_861_000, 0)
			.saturating_add(Weight::from_parts(0, 5998))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
