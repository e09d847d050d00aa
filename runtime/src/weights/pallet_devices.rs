//! Weights of `pallet_devices`: measured by `scripts/weights.sh`, not to be edited.
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

/// Weight functions for `pallet_devices`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_devices::WeightInfo for WeightInfo<T> {
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:128 w:0)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:128 w:128)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Devices::MonthTotals` (r:128 w:128)
	/// Proof: `Devices::MonthTotals` (`max_values`: None, `max_size`: Some(126), added: 2601, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourceOfDevice` (r:128 w:0)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Quarantine` (r:0 w:128)
	/// Proof: `Devices::Quarantine` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Roots` (r:0 w:256)
	/// Proof: `Devices::Roots` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Expiring` (r:0 w:128)
	/// Proof: `Devices::Expiring` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `f` is `[0, 128]`.
	/// The range of component `g` is `[1, 128]`.
	fn submit_reports(f: u32, g: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `264 + g * (205 ±0)`
		//  Estimated: `3509 + g * (2641 ±0)`
		// Minimum execution time: 1_207_911_000 picoseconds.
		Weight::from_parts(823_341_811, 0)
			.saturating_add(Weight::from_parts(0, 3509))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(6_710_505, 0).saturating_mul(f.into()))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(25_824_266, 0).saturating_mul(g.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(g.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(g.into())))
			.saturating_add(Weight::from_parts(0, 2641).saturating_mul(g.into()))
	}
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:128 w:0)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:128 w:0)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// The range of component `f` is `[0, 128]`.
	/// The range of component `g` is `[1, 128]`.
	fn authorize_submit_reports(f: u32, g: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `656 + g * (205 ±0)`
		//  Estimated: `3509 + g * (2641 ±0)`
		// Minimum execution time: 5_715_848_000 picoseconds.
		Weight::from_parts(10_731_726, 0)
			.saturating_add(Weight::from_parts(0, 3509))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(42_766_918, 0).saturating_mul(f.into()))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(56_270_680, 0).saturating_mul(g.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(g.into())))
			.saturating_add(Weight::from_parts(0, 2641).saturating_mul(g.into()))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::References` (r:1 w:1)
	/// Proof: `Devices::References` (`max_values`: None, `max_size`: Some(130), added: 2605, mode: `MaxEncodedLen`)
	/// Storage: `Devices::LastDevice` (r:1 w:1)
	/// Proof: `Devices::LastDevice` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Devices::DevicesOf` (r:0 w:1)
	/// Proof: `Devices::DevicesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:0 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:0 w:1)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn register_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `686`
		//  Estimated: `3595`
		// Minimum execution time: 35_352_000 picoseconds.
		Weight::from_parts(42_834_000, 0)
			.saturating_add(Weight::from_parts(0, 3595))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn rotate_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `984`
		//  Estimated: `3631`
		// Minimum execution time: 28_052_000 picoseconds.
		Weight::from_parts(48_141_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn suspend_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `984`
		//  Estimated: `3631`
		// Minimum execution time: 27_791_000 picoseconds.
		Weight::from_parts(44_796_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn reinstate_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `984`
		//  Estimated: `3631`
		// Minimum execution time: 28_102_000 picoseconds.
		Weight::from_parts(47_290_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn retire_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `984`
		//  Estimated: `3631`
		// Minimum execution time: 27_661_000 picoseconds.
		Weight::from_parts(46_499_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn calibrate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `968`
		//  Estimated: `3631`
		// Minimum execution time: 27_952_000 picoseconds.
		Weight::from_parts(47_731_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:1 w:1)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Devices::MonthTotals` (r:1 w:1)
	/// Proof: `Devices::MonthTotals` (`max_values`: None, `max_size`: Some(126), added: 2601, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourceOfDevice` (r:1 w:0)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn exchange_meter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1051`
		//  Estimated: `3631`
		// Minimum execution time: 40_771_000 picoseconds.
		Weight::from_parts(70_004_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Devices::Devices` (r:1 w:0)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Quarantine` (r:1 w:1)
	/// Proof: `Devices::Quarantine` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:1 w:1)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Devices::MonthTotals` (r:1 w:1)
	/// Proof: `Devices::MonthTotals` (`max_values`: None, `max_size`: Some(126), added: 2601, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourceOfDevice` (r:1 w:0)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn resolve_quarantined() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1575`
		//  Estimated: `3822`
		// Minimum execution time: 54_180_000 picoseconds.
		Weight::from_parts(83_224_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Devices::PruningDay` (r:1 w:1)
	/// Proof: `Devices::PruningDay` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Expiring` (r:1 w:0)
	/// Proof: `Devices::Expiring` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn prune_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `373`
		//  Estimated: `3493`
		// Minimum execution time: 11_167_000 picoseconds.
		Weight::from_parts(17_145_000, 0)
			.saturating_add(Weight::from_parts(0, 3493))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Devices::PruningDay` (r:1 w:1)
	/// Proof: `Devices::PruningDay` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Expiring` (r:2 w:1)
	/// Proof: `Devices::Expiring` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:1 w:1)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Roots` (r:0 w:1)
	/// Proof: `Devices::Roots` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn prune_root() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `406`
		//  Estimated: `5996`
		// Minimum execution time: 22_674_000 picoseconds.
		Weight::from_parts(25_348_000, 0)
			.saturating_add(Weight::from_parts(0, 5996))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
