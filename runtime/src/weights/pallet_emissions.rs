//! Weights of `pallet_emissions`: measured by `scripts/weights.sh`, not to be edited.
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

/// Weight functions for `pallet_emissions`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_emissions::WeightInfo for WeightInfo<T> {
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::FacilityNames` (r:1 w:1)
	/// Proof: `Emissions::FacilityNames` (`max_values`: None, `max_size`: Some(194), added: 2669, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::LastFacility` (r:1 w:1)
	/// Proof: `Emissions::LastFacility` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::FacilitiesOf` (r:0 w:1)
	/// Proof: `Emissions::FacilitiesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Facilities` (r:0 w:1)
	/// Proof: `Emissions::Facilities` (`max_values`: None, `max_size`: Some(155), added: 2630, mode: `MaxEncodedLen`)
	fn register_facility() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `686`
		//  Estimated: `3659`
		// Minimum execution time: 34_401_000 picoseconds.
		Weight::from_parts(55_593_000, 0)
			.saturating_add(Weight::from_parts(0, 3659))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Facilities` (r:1 w:1)
	/// Proof: `Emissions::Facilities` (`max_values`: None, `max_size`: Some(155), added: 2630, mode: `MaxEncodedLen`)
	/// Storage: `Devices::Devices` (r:1 w:0)
	/// Proof: `Devices::Devices` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SeriesLibrary` (r:1 w:0)
	/// Proof: `Emissions::SeriesLibrary` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourceOfDevice` (r:1 w:1)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::LastSource` (r:1 w:1)
	/// Proof: `Emissions::LastSource` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Sources` (r:0 w:1)
	/// Proof: `Emissions::Sources` (`max_values`: None, `max_size`: Some(155), added: 2630, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SourcesOf` (r:0 w:1)
	/// Proof: `Emissions::SourcesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn add_source() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1435`
		//  Estimated: `3631`
		// Minimum execution time: 45_868_000 picoseconds.
		Weight::from_parts(51_006_000, 0)
			.saturating_add(Weight::from_parts(0, 3631))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Sources` (r:1 w:1)
	/// Proof: `Emissions::Sources` (`max_values`: None, `max_size`: Some(155), added: 2630, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Facilities` (r:1 w:0)
	/// Proof: `Emissions::Facilities` (`max_values`: None, `max_size`: Some(155), added: 2630, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SeriesLibrary` (r:2 w:0)
	/// Proof: `Emissions::SeriesLibrary` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	fn set_factor_series() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1566`
		//  Estimated: `6238`
		// Minimum execution time: 41_882_000 picoseconds.
		Weight::from_parts(47_410_000, 0)
			.saturating_add(Weight::from_parts(0, 6238))
			.saturating_add(T::DbWeight::get().reads(7))
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
	/// Storage: `Emissions::SeriesNames` (r:1 w:1)
	/// Proof: `Emissions::SeriesNames` (`max_values`: None, `max_size`: Some(163), added: 2638, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::LastSeries` (r:1 w:1)
	/// Proof: `Emissions::LastSeries` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SeriesLibrary` (r:0 w:1)
	/// Proof: `Emissions::SeriesLibrary` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	fn create_series() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1126`
		//  Estimated: `3822`
		// Minimum execution time: 36_484_000 picoseconds.
		Weight::from_parts(46_750_000, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Members::Accounts` (r:1 w:0)
	/// Proof: `Members::Accounts` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Members::Accesses` (r:1 w:0)
	/// Proof: `Members::Accesses` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Members::Organisations` (r:1 w:0)
	/// Proof: `Members::Organisations` (`max_values`: None, `max_size`: Some(357), added: 2832, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::SeriesLibrary` (r:1 w:1)
	/// Proof: `Emissions::SeriesLibrary` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::InForce` (r:120 w:120)
	/// Proof: `Emissions::InForce` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Factors` (r:0 w:1)
	/// Proof: `Emissions::Factors` (`max_values`: None, `max_size`: Some(164), added: 2639, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 120]`.
	fn publish_factor(m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1358`
		//  Estimated: `3822 + m * (2499 ±0)`
		// Minimum execution time: 43_324_000 picoseconds.
		Weight::from_parts(40_175_547, 0)
			.saturating_add(Weight::from_parts(0, 3822))
			// Standard Error: 0
			.saturating_add(Weight::from_parts(3_982_753, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2499).saturating_mul(m.into()))
	}
	/// Storage: `Emissions::SourceOfDevice` (r:1 w:0)
	/// Proof: `Emissions::SourceOfDevice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Emissions::Activities` (r:1 w:1)
	/// Proof: `Emissions::Activities` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn on_report() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `304`
		//  Estimated: `3527`
		// Minimum execution time: 9_063_000 picoseconds.
		Weight::from_parts(9_944_000, 0)
			.saturating_add(Weight::from_parts(0, 3527))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
