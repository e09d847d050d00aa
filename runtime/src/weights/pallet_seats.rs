//! Weights of `pallet_seats`: measured by `scripts/weights.sh`, not to be edited.
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

/// Weight functions for `pallet_seats`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_seats::WeightInfo for WeightInfo<T> {
	/// Storage: `Seats::Rules` (r:1 w:1)
	/// Proof: `Seats::Rules` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	fn set_rule() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `121`
		//  Estimated: `3482`
		// Minimum execution time: 12_098_000 picoseconds.
		Weight::from_parts(13_389_000, 0)
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
		// Minimum execution time: 102_652_000 picoseconds.
		Weight::from_parts(125_786_000, 0)
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
		// Minimum execution time: 55_993_000 picoseconds.
		Weight::from_parts(62_563_000, 0)
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
		// Minimum execution time: 43_945_000 picoseconds.
		Weight::from_parts(49_473_000, 0)
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
	/// Storage: `Seats::Elections` (r:2 w:0)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastBallots` (r:1 w:1)
	/// Proof: `Seats::LastBallots` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Candidates` (r:2 w:2)
	/// Proof: `Seats::Candidates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1579`
		//  Estimated: `6000`
		// Minimum execution time: 57_225_000 picoseconds.
		Weight::from_parts(65_017_000, 0)
			.saturating_add(Weight::from_parts(0, 6000))
			.saturating_add(T::DbWeight::get().reads(9))
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
	/// Storage: `Seats::LastRounds` (r:0 w:1)
	/// Proof: `Seats::LastRounds` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `c` is `[16, 64]`.
	/// The range of component `l` is `[0, 16]`.
	fn close_election(c: u32, l: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `16464 + c * (19 ±0) + l * (189 ±0)`
		//  Estimated: `163230 + c * (2500 ±0) + l * (9984 ±0)`
		// Minimum execution time: 1_138_859_000 picoseconds.
		Weight::from_parts(1_100_995_076, 0)
			.saturating_add(Weight::from_parts(0, 163230))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(981_461, 0).saturating_mul(c.into()))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(46_636_500, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(123))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(38))
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
		// Minimum execution time: 91_987_000 picoseconds.
		Weight::from_parts(113_088_000, 0)
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
		// Minimum execution time: 83_153_000 picoseconds.
		Weight::from_parts(123_573_000, 0)
			.saturating_add(Weight::from_parts(0, 10974))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// The range of component `n` is `[0, 2097152]`.
	fn enact(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 8_482_000 picoseconds.
		Weight::from_parts(6_130_642, 0)
			.saturating_add(Weight::from_parts(0, 0))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(2_848, 0).saturating_mul(n.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastCheck` (r:1 w:0)
	/// Proof: `Seats::LastCheck` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn look_at_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `150`
		//  Estimated: `1493`
		// Minimum execution time: 5_829_000 picoseconds.
		Weight::from_parts(6_840_000, 0)
			.saturating_add(Weight::from_parts(0, 1493))
			.saturating_add(T::DbWeight::get().reads(2))
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
		// Minimum execution time: 51_346_000 picoseconds.
		Weight::from_parts(56_824_000, 0)
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
		// Minimum execution time: 34_821_000 picoseconds.
		Weight::from_parts(58_276_000, 0)
			.saturating_add(Weight::from_parts(0, 40926))
			.saturating_add(T::DbWeight::get().reads(21))
	}
	/// Storage: `Seats::LastBallots` (r:1 w:1)
	/// Proof: `Seats::LastBallots` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Elections` (r:1 w:0)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn forget_ballot() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `149`
		//  Estimated: `3495`
		// Minimum execution time: 8_192_000 picoseconds.
		Weight::from_parts(9_173_000, 0)
			.saturating_add(Weight::from_parts(0, 3495))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: UNKNOWN KEY `0x28526e6052c7c0baef039241466339c8b947d6fd39e8bed314b74d5c18189225` (r:2 w:1)
	/// Proof: UNKNOWN KEY `0x28526e6052c7c0baef039241466339c8b947d6fd39e8bed314b74d5c18189225` (r:2 w:1)
	/// Storage: `Seats::Elections` (r:1 w:0)
	/// Proof: `Seats::Elections` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Seats::LastBallots` (r:1 w:1)
	/// Proof: `Seats::LastBallots` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Seats::Candidates` (r:1 w:1)
	/// Proof: `Seats::Candidates` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn move_ballot() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1379`
		//  Estimated: `7319`
		// Minimum execution time: 38_747_000 picoseconds.
		Weight::from_parts(43_244_000, 0)
			.saturating_add(Weight::from_parts(0, 7319))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
