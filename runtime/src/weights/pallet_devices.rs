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
		// Minimum execution time: 1_188_954_000 picoseconds.
		Weight::from_parts(1_211_848_000, 0)
			.saturating_add(Weight::from_parts(0, 3509))
			// Standard Error: 239_692
			.saturating_add(Weight::from_parts(4_769_960, 0).saturating_mul(f.into()))
			// Standard Error: 239_457
			.saturating_add(Weight::from_parts(19_841_808, 0).saturating_mul(g.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(g.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(g.into())))
			.saturating_add(Weight::from_parts(0, 2641).saturating_mul(g.into()))
	}
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
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
		//  Measured:  `641 + g * (205 ±0)`
		//  Estimated: `3661 + g * (2641 ±0)`
		// Minimum execution time: 5_658_141_000 picoseconds.
		Weight::from_parts(1_040_071_165, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			// Standard Error: 712_759
			.saturating_add(Weight::from_parts(37_531_080, 0).saturating_mul(f.into()))
			// Standard Error: 718_217
			.saturating_add(Weight::from_parts(52_110_951, 0).saturating_mul(g.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(g.into())))
			.saturating_add(Weight::from_parts(0, 2641).saturating_mul(g.into()))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::References` (r:1 w:1)
	/// Proof: `Devices::References` (`max_values`: None, `max_size`: Some(130), added: 2605, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `640`
		//  Estimated: `3661`
		// Minimum execution time: 32_488_000 picoseconds.
		Weight::from_parts(34_791_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn rotate_key() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `932`
		//  Estimated: `3661`
		// Minimum execution time: 23_856_000 picoseconds.
		Weight::from_parts(25_418_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn suspend_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `932`
		//  Estimated: `3661`
		// Minimum execution time: 23_685_000 picoseconds.
		Weight::from_parts(25_438_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn reinstate_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `932`
		//  Estimated: `3661`
		// Minimum execution time: 23_646_000 picoseconds.
		Weight::from_parts(25_467_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn retire_device() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `932`
		//  Estimated: `3661`
		// Minimum execution time: 23_796_000 picoseconds.
		Weight::from_parts(25_508_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	fn calibrate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `916`
		//  Estimated: `3661`
		// Minimum execution time: 23_795_000 picoseconds.
		Weight::from_parts(27_581_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:1)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:1 w:1)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Devices::MonthTotals` (r:1 w:1)
	/// Proof: `Devices::MonthTotals` (`max_values`: None, `max_size`: Some(126), added: 2601, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourceOfDevice` (r:1 w:0)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn exchange_meter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1036`
		//  Estimated: `3661`
		// Minimum execution time: 38_417_000 picoseconds.
		Weight::from_parts(41_432_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Devices::Devices` (r:1 w:0)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(196), added: 2671, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Quarantine` (r:1 w:1)
	/// Proof: `Devices::Quarantine` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Cursors` (r:1 w:1)
	/// Proof: `Devices::Cursors` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Devices::MonthTotals` (r:1 w:1)
	/// Proof: `Devices::MonthTotals` (`max_values`: None, `max_size`: Some(126), added: 2601, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourceOfDevice` (r:1 w:0)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn resolve_quarantined() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1120`
		//  Estimated: `3661`
		// Minimum execution time: 45_017_000 picoseconds.
		Weight::from_parts(48_021_000, 0)
			.saturating_add(Weight::from_parts(0, 3661))
			.saturating_add(T::DbWeight::get().reads(8))
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
		// Minimum execution time: 10_897_000 picoseconds.
		Weight::from_parts(11_838_000, 0)
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
		// Minimum execution time: 22_724_000 picoseconds.
		Weight::from_parts(24_176_000, 0)
			.saturating_add(Weight::from_parts(0, 5996))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
