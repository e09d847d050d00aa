//! # Emissions
//!
//! From metered activity to grams of CO2e. A *facility* has *sources*, each bound to a meter; a
//! regulator publishes *factors* in series, one in force per month; grams are derived from totals, so
//! that rounding happens once per source and month.
//!
//! ## Who may call what
//!
//! | call | member (scope `Emissions`) | regulator (scope `Emissions`) |
//! |---|---|---|
//! | `register_facility`, `add_source`, `set_factor_series` | for its own facilities | |
//! | `create_series` | | yes |
//! | `publish_factor` | | for its own series |
//!
//! ## What counts as what
//!
//! Activity metered under a valid calibration is *measured*. Activity metered while the calibration had
//! expired, and movements of the register between reports, are *estimated*. Both are multiplied by the
//! factor in force in the month of the reading, not of its inclusion.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod activity;
mod facilities;
mod factors;
mod reading;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use frame_support::{pallet_prelude::*, traits::EnsureOrigin};
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        calendar::Month, traits::DeviceDirectory, units::Unit, DeviceId, FacilityId,
        FactorSeriesId, OrgId, SourceId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {
        /// A member account with scope `Emissions`; the result is its organisation.
        type MemberOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// A regulator's account with scope `Emissions`; the result is its organisation.
        type RegulatorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// The registered meters.
        type Devices: DeviceDirectory;

        /// Most sources of one facility.
        #[pallet::constant]
        type MaxSources: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    /// The facility id given last.
    #[pallet::storage]
    pub type LastFacility<T> = StorageValue<_, FacilityId, ValueQuery>;

    /// The source id given last.
    #[pallet::storage]
    pub type LastSource<T> = StorageValue<_, SourceId, ValueQuery>;

    /// The series id given last.
    #[pallet::storage]
    pub type LastSeries<T> = StorageValue<_, FactorSeriesId, ValueQuery>;

    /// The facilities. Ids are ours, so a short hash will do, here and below.
    #[pallet::storage]
    pub type Facilities<T> = StorageMap<_, Twox64Concat, FacilityId, Facility>;

    /// The facility that an organisation registered under a name, and the hash of what it stated: the
    /// same again is no error. Names are chosen by users.
    #[pallet::storage]
    pub type FacilityNames<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Name, (FacilityId, H256)>;

    /// The facilities of an organisation.
    #[pallet::storage]
    pub type FacilitiesOf<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, FacilityId, ()>;

    /// The sources.
    #[pallet::storage]
    pub type Sources<T> = StorageMap<_, Twox64Concat, SourceId, Source>;

    /// The sources of a facility.
    #[pallet::storage]
    pub type SourcesOf<T> =
        StorageDoubleMap<_, Twox64Concat, FacilityId, Twox64Concat, SourceId, ()>;

    /// The source whose activity a meter measures: at most one, so that nothing counts twice.
    #[pallet::storage]
    pub type SourceOfDevice<T> = StorageMap<_, Twox64Concat, DeviceId, SourceId>;

    /// A source's activity in a month.
    #[pallet::storage]
    pub type Activities<T> =
        StorageDoubleMap<_, Twox64Concat, SourceId, Twox64Concat, Month, Activity>;

    /// The series of factors.
    #[pallet::storage]
    pub type SeriesLibrary<T> = StorageMap<_, Twox64Concat, FactorSeriesId, Series>;

    /// The series that a regulator opened under a name, and its unit: the same again is no error. Names are
    /// chosen by users.
    #[pallet::storage]
    pub type SeriesNames<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Name, (FactorSeriesId, Unit)>;

    /// The factors of a series, by version.
    #[pallet::storage]
    pub type Factors<T> =
        StorageDoubleMap<_, Twox64Concat, FactorSeriesId, Twox64Concat, u16, Factor>;

    /// The version in force in a month: one entry per month of validity, so that a lookup is one read and
    /// validities cannot overlap.
    #[pallet::storage]
    pub type InForce<T> =
        StorageDoubleMap<_, Twox64Concat, FactorSeriesId, Twox64Concat, Month, u16>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A facility was registered.
        FacilityRegistered {
            /// The facility.
            facility: FacilityId,
            /// Its organisation.
            org: OrgId,
        },
        /// The same facility was registered before.
        FacilityAlreadyRegistered {
            /// The facility.
            facility: FacilityId,
        },
        /// A facility got a source.
        SourceAdded {
            /// The source.
            source: SourceId,
            /// The facility.
            facility: FacilityId,
            /// The meter.
            device: DeviceId,
        },
        /// The same source was added before.
        SourceAlreadyAdded {
            /// The source.
            source: SourceId,
        },
        /// Another series of factors applies to a source.
        FactorSeriesSet {
            /// The source.
            source: SourceId,
            /// The series.
            series: FactorSeriesId,
        },
        /// A regulator opened a series of factors.
        SeriesCreated {
            /// The series.
            series: FactorSeriesId,
            /// The regulator.
            publisher: OrgId,
        },
        /// The same series was opened before.
        SeriesAlreadyCreated {
            /// The series.
            series: FactorSeriesId,
        },
        /// A regulator published a factor.
        FactorPublished {
            /// The series.
            series: FactorSeriesId,
            /// The version.
            version: u16,
            /// First month of validity.
            from: Month,
            /// Last month of validity.
            to: Month,
        },
        /// The same factor was published before.
        FactorAlreadyPublished {
            /// The series.
            series: FactorSeriesId,
            /// The version.
            version: u16,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// No facility of the caller's organisation has this id.
        UnknownFacility,
        /// No source of the caller's organisation has this id.
        UnknownSource,
        /// No device of the caller's organisation has this id, or it is retired.
        UnknownDevice,
        /// No series has this id, or it is not the caller's.
        UnknownSeries,
        /// A name is empty or not UTF-8.
        InvalidName,
        /// The organisation registered another facility, or opened another series, under this name.
        NameTaken,
        /// A scope is 1, 2 or 3 (GHG Protocol).
        InvalidScope,
        /// A sector is a part of GB/T 32151, from 1 to 99.
        InvalidSector,
        /// A district is a code of six digits (GB/T 2260).
        InvalidDistrict,
        /// The device measures another source already.
        DeviceBound,
        /// The device measures what is delivered to others.
        ExportMeter,
        /// The series counts another unit than the device.
        UnitMismatch,
        /// The facility has the most sources it may have.
        TooManySources,
        /// The first month lies after the last.
        InvalidValidity,
        /// A factor is valid for at most ten years.
        ValidityTooLong,
        /// A factor of the series is in force in one of these months.
        ValidityOverlaps,
        /// The ids or versions are used up.
        TooMany,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Registers a facility. The same again is no error.
        ///
        /// ## Dispatch origin
        /// A member.
        ///
        /// ## Details
        /// `sector` is the part of GB/T 32151 that accounts for it (5: steel), `district` its six-digit
        /// code of GB/T 2260.
        ///
        /// ## Errors
        /// [`Error::InvalidName`], [`Error::NameTaken`], [`Error::InvalidSector`],
        /// [`Error::InvalidDistrict`].
        #[pallet::call_index(0)]
        pub fn register_facility(
            origin: OriginFor<T>,
            name: Name,
            sector: u8,
            district: u32,
        ) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_register_facility(org, name, sector, district)
        }

        /// Adds a source to a facility: what one meter measures, from now on. The same again is no
        /// error.
        ///
        /// ## Dispatch origin
        /// A member, for its own facility and device.
        ///
        /// ## Details
        /// `scope` is that of the GHG Protocol. What the device reported before it was bound is not
        /// counted.
        ///
        /// ## Errors
        /// [`Error::InvalidName`], [`Error::InvalidScope`], [`Error::UnknownFacility`],
        /// [`Error::UnknownDevice`], [`Error::ExportMeter`], [`Error::UnknownSeries`],
        /// [`Error::UnitMismatch`], [`Error::DeviceBound`], [`Error::TooManySources`].
        #[pallet::call_index(1)]
        pub fn add_source(
            origin: OriginFor<T>,
            facility: FacilityId,
            name: Name,
            device: DeviceId,
            scope: u8,
            series: FactorSeriesId,
        ) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_add_source(org, facility, name, device, scope, series)
        }

        /// Applies another series of factors to a source, in all months.
        ///
        /// ## Dispatch origin
        /// A member, for its own source.
        ///
        /// ## Errors
        /// [`Error::UnknownSource`], [`Error::UnknownSeries`], [`Error::UnitMismatch`].
        #[pallet::call_index(2)]
        pub fn set_factor_series(
            origin: OriginFor<T>,
            source: SourceId,
            series: FactorSeriesId,
        ) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_set_factor_series(org, source, series)
        }

        /// Opens a series of factors for activities counted in a unit. The same again is no error.
        ///
        /// ## Dispatch origin
        /// A regulator.
        ///
        /// ## Errors
        /// [`Error::InvalidName`], [`Error::NameTaken`].
        #[pallet::call_index(3)]
        pub fn create_series(origin: OriginFor<T>, name: Name, unit: Unit) -> DispatchResult {
            let org = T::RegulatorOrigin::ensure_origin(origin)?;
            Self::do_create_series(org, name, unit)
        }

        /// Publishes a factor: micrograms of CO2e per smallest unit, in force from the month `from` to the
        /// month `to`. What is published stays: a month's factor cannot be replaced. The same again is no
        /// error.
        ///
        /// ## Dispatch origin
        /// The regulator whose series it is.
        ///
        /// ## Errors
        /// [`Error::UnknownSeries`], [`Error::InvalidValidity`], [`Error::ValidityTooLong`],
        /// [`Error::ValidityOverlaps`], [`Error::InvalidName`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::publish_factor(types::months(*from, *to)))]
        pub fn publish_factor(
            origin: OriginFor<T>,
            series: FactorSeriesId,
            from: Month,
            to: Month,
            micrograms_per_unit: u64,
            source: Name,
        ) -> DispatchResult {
            let org = T::RegulatorOrigin::ensure_origin(origin)?;
            Self::do_publish_factor(org, series, from, to, micrograms_per_unit, source)
        }
    }
}
