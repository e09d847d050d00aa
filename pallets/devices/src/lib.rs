//! # Devices
//!
//! The registry of meters, and their signed reports (`docs/spec/report-v1.md`). A report says how far a
//! meter's register moved in a period and commits to the readings behind it. The chain keeps, per
//! device, how far the reports have come; per device and month, what was metered; per report, its root
//! for as long as the retention lasts.
//!
//! ## Who may call what
//!
//! | call | owner (scope `Devices`) | regulator | anyone, authorised by contents |
//! |---|---|---|---|
//! | `submit_reports` | | | yes |
//! | `register_device`, `rotate_key`, `suspend_device`, `reinstate_device`, `retire_device` | yes | | |
//! | `calibrate`, `exchange_meter` | yes | | |
//! | `resolve_quarantined`: discard | yes | yes | |
//! | `resolve_quarantined`: count | | yes | |
//!
//! ## What happens to a report
//!
//! ```text
//! unknown device, wrong key, replayed, skipped ...  -> refused in the pool, with a number
//! well signed and in sequence                       -> the cursor advances, always, and
//!     keeps the register and period rules           -> counted
//!     breaks one                                    -> quarantined, totals untouched, until resolved
//! ```
//!
//! ## Device
//!
//! ```text
//! registered -> Active <-> Suspended
//!                 |            |
//!                 +-> Retired <+     (for good)
//! ```

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod assessment;
pub mod migrations;
mod offchain;
mod quarantine;
mod reading;
mod registry;
mod retention;
mod submission;
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

pub use offchain::FEEDS_KEY;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use frame_support::{pallet_prelude::*, traits::EnsureOrigin, weights::WeightMeter};
    use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
    use huangpu_primitives::{
        calendar::{Day, Month},
        report::{DeviceKey, SignedReport, MAX_BATCH},
        traits::{OnReport, OrgStanding},
        DeviceId, Millis, OrgId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

    /// The reports of one batch.
    pub type Batch = BoundedVec<SignedReport, ConstU32<MAX_BATCH>>;

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        polkadot_sdk::frame_system::Config<Hash = H256, RuntimeCall: From<Call<Self>>>
        + CreateAuthorizedTransaction<Call<Self>>
    {
        /// A member account with scope `Devices`; the result is its organisation.
        type OwnerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// A regulator's account with scope `Devices`; the result is its organisation.
        type RegulatorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// Whether an owner may report.
        type Organisations: OrgStanding;

        /// Who wants to know what was metered.
        type OnReport: OnReport;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// How far a device's clock may be ahead of the chain's, in milliseconds.
        #[pallet::constant]
        type ClockSkew: Get<Millis>;

        /// For how many days after its inclusion a report's root is kept.
        #[pallet::constant]
        type RetentionDays: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Sets the clock for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper;
    }

    /// What the benchmarks need of the runtime.
    #[cfg(feature = "runtime-benchmarks")]
    pub trait BenchmarkHelper {
        /// Sets the chain's clock.
        fn set_clock(now: Millis);
    }

    /// The id given last.
    #[pallet::storage]
    pub type LastDevice<T> = StorageValue<_, DeviceId, ValueQuery>;

    /// The devices. Ids are ours, so a short hash will do, here and below.
    #[pallet::storage]
    pub type Devices<T> = StorageMap<_, Twox64Concat, DeviceId, Device>;

    /// The devices of an organisation.
    #[pallet::storage]
    pub type DevicesOf<T> = StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, DeviceId, ()>;

    /// The device registered under an owner's reference, and the hash of its registration: the same
    /// registration again is no error. References are chosen by users.
    #[pallet::storage]
    pub type References<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Reference, (DeviceId, H256)>;

    /// How far a device's reports have come.
    #[pallet::storage]
    pub type Cursors<T> = StorageMap<_, Twox64Concat, DeviceId, Cursor, ValueQuery>;

    /// What a device metered in a month.
    #[pallet::storage]
    pub type MonthTotals<T> =
        StorageDoubleMap<_, Twox64Concat, DeviceId, Twox64Concat, Month, MonthTotal, OptionQuery>;

    /// The roots of reports, by sequence, while they are retained.
    #[pallet::storage]
    pub type Roots<T> = StorageDoubleMap<_, Twox64Concat, DeviceId, Twox64Concat, u32, ReportRoot>;

    /// Up to which sequence a device's roots expire on a day. One entry per device and day, not per
    /// report.
    #[pallet::storage]
    pub type Expiring<T> = StorageDoubleMap<_, Twox64Concat, Day, Twox64Concat, DeviceId, u32>;

    /// The day whose expired roots are being removed.
    #[pallet::storage]
    pub type PruningDay<T> = StorageValue<_, Day>;

    /// Reports that broke a rule, until they are resolved.
    #[pallet::storage]
    pub type Quarantine<T> =
        StorageDoubleMap<_, Twox64Concat, DeviceId, Twox64Concat, u32, Quarantined>;

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A device was registered.
        DeviceRegistered {
            /// The device.
            device: DeviceId,
            /// Its owner.
            org: OrgId,
        },
        /// The same registration was made before.
        DeviceAlreadyRegistered {
            /// The device.
            device: DeviceId,
        },
        /// Another key signs a device's reports from now on.
        KeyRotated {
            /// The device.
            device: DeviceId,
        },
        /// A device's reports are refused until it is reinstated.
        DeviceSuspended {
            /// The device.
            device: DeviceId,
        },
        /// A suspended device may report again.
        DeviceReinstated {
            /// The device.
            device: DeviceId,
        },
        /// A device never reports again.
        DeviceRetired {
            /// The device.
            device: DeviceId,
        },
        /// A device's calibration was renewed.
        DeviceCalibrated {
            /// The device.
            device: DeviceId,
            /// From when it is valid.
            from: Millis,
            /// Until when.
            until: Millis,
        },
        /// A device's meter was exchanged, or its register reset.
        MeterExchanged {
            /// The device.
            device: DeviceId,
            /// When.
            at: Millis,
            /// Movement between the last report and the exchange, booked as gap.
            gap: u128,
            /// The register from now on.
            opening_register: u64,
            /// Hash of the exchange's record.
            evidence: H256,
        },
        /// A batch of reports was recorded.
        ReportsRecorded {
            /// The devices' owner.
            org: OrgId,
            /// How many reports.
            reports: u32,
            /// How many readings are counted with them.
            readings: u64,
            /// How many of the reports are quarantined.
            quarantined: u32,
        },
        /// A report broke a rule: it is recorded, but not counted.
        ReportQuarantined {
            /// The device.
            device: DeviceId,
            /// The report.
            sequence: u32,
            /// The rule.
            breach: Breach,
        },
        /// A quarantined report was resolved.
        QuarantineResolved {
            /// The device.
            device: DeviceId,
            /// The report.
            sequence: u32,
            /// How.
            resolution: Resolution,
            /// Quantity that was counted.
            counted: u128,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// No device of the caller's organisation has this id.
        UnknownDevice,
        /// The reference is empty or not UTF-8.
        InvalidReference,
        /// The organisation registered something else under this reference.
        ReferenceTaken,
        /// The key's algorithm is reserved, not yet enabled.
        AlgorithmNotEnabled,
        /// A multiplier is at least 1.
        ZeroMultiplier,
        /// The opening register is not below the rollover.
        RegisterBeyondRollover,
        /// The moment lies in the future.
        InFuture,
        /// The ids are used up.
        TooManyDevices,
        /// The device is not active.
        NotActive,
        /// The device is not suspended.
        NotSuspended,
        /// The device is retired.
        Retired,
        /// The key is the one registered already.
        KeyUnchanged,
        /// The exchange lies before the end of the last report.
        BeforeLastReport,
        /// The closing register is behind the last report's.
        RegisterBackwards,
        /// No unresolved report of the device has this sequence.
        NotQuarantined,
        /// Only a regulator counts a quarantined report, and not one of its own devices.
        OnlyRegulatorCounts,
        /// The calibration begins before the one on record, or ends no later.
        CalibrationNotNewer,
        /// A later report was counted, or the meter exchanged: this one's movement is booked already.
        CountedSince,
        /// The calibration ends before it begins.
        EmptyCalibration,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::prune_expired(&mut meter);
            meter.consumed()
        }

        fn offchain_worker(_: BlockNumberFor<T>) {
            Self::pull_feeds();
        }

        fn integrity_test() {
            // The costliest batch: every report is by a device of its own.
            let batch = T::OnReport::weight()
                .saturating_mul(u64::from(MAX_BATCH))
                .saturating_add(T::WeightInfo::submit_reports(0, MAX_BATCH))
                .saturating_add(T::WeightInfo::authorize_submit_reports(0, MAX_BATCH));
            let limit = <T as frame_system::Config>::BlockWeights::get()
                .get(DispatchClass::Normal)
                .max_extrinsic
                .unwrap_or(Weight::MAX);
            assert!(batch.all_lte(limit), "the largest batch {batch} does not fit into a block");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Records reports of devices of one organisation.
        ///
        /// ## Dispatch origin
        /// A general transaction, authorised by its contents: every report must be by an active device
        /// of the organisation, next in its sequence, and signed by its key. One bad report refuses the
        /// whole batch in the pool, with a number of [`huangpu_primitives::refusals`].
        ///
        /// ## Details
        /// It cannot fail. A report that breaks a register or period rule is quarantined.
        #[pallet::call_index(0)]
        #[pallet::weight(Pallet::<T>::weight_of(reports))]
        #[pallet::authorize(Self::authorize_reports)]
        #[pallet::weight_of_authorize(Pallet::<T>::weight_of_authorizing(reports))]
        pub fn submit_reports(origin: OriginFor<T>, org: OrgId, reports: Batch) -> DispatchResult {
            ensure_authorized(origin)?;
            Self::record_reports(org, reports);
            Ok(())
        }

        /// Registers a device under the organisation's own reference. The same registration again is
        /// no error.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::InvalidReference`], [`Error::ReferenceTaken`],
        /// [`Error::AlgorithmNotEnabled`], [`Error::ZeroMultiplier`],
        /// [`Error::RegisterBeyondRollover`], [`Error::InFuture`].
        #[pallet::call_index(1)]
        pub fn register_device(
            origin: OriginFor<T>,
            reference: Reference,
            registration: Registration,
        ) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_register(org, reference, registration)
        }

        /// Lets another key sign the device's reports from now on.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::Retired`], [`Error::AlgorithmNotEnabled`],
        /// [`Error::KeyUnchanged`].
        #[pallet::call_index(2)]
        pub fn rotate_key(
            origin: OriginFor<T>,
            device: DeviceId,
            key: DeviceKey,
        ) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_rotate_key(org, device, key)
        }

        /// Refuses the device's reports until it is reinstated.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::NotActive`].
        #[pallet::call_index(3)]
        pub fn suspend_device(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_suspend(org, device)
        }

        /// Lets a suspended device report again.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::NotSuspended`].
        #[pallet::call_index(4)]
        pub fn reinstate_device(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_reinstate(org, device)
        }

        /// Takes the device out of service for good. Its totals stay.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::Retired`].
        #[pallet::call_index(5)]
        pub fn retire_device(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_retire(org, device)
        }

        /// Renews the device's calibration, valid from one moment until another. A report counts as
        /// measured if the calibration of its own time was valid throughout its period, whenever it
        /// arrives: this one and the one before are remembered.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::Retired`], [`Error::EmptyCalibration`],
        /// [`Error::CalibrationNotNewer`].
        #[pallet::call_index(6)]
        pub fn calibrate(
            origin: OriginFor<T>,
            device: DeviceId,
            from: Millis,
            until: Millis,
        ) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_calibrate(org, device, Calibration { from, until })
        }

        /// Declares that the meter was exchanged or its register reset: `closing_register` is the old
        /// register at that moment, `opening_register` the new one. The movement since the last report
        /// is booked as gap, in the month of `at`.
        ///
        /// ## Dispatch origin
        /// The owner.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::Retired`], [`Error::BeforeLastReport`],
        /// [`Error::InFuture`], [`Error::RegisterBackwards`], [`Error::RegisterBeyondRollover`].
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::exchange_meter().saturating_add(T::OnReport::weight()))]
        pub fn exchange_meter(
            origin: OriginFor<T>,
            device: DeviceId,
            at: Millis,
            closing_register: u64,
            opening_register: u64,
            evidence: H256,
        ) -> DispatchResult {
            let org = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_exchange_meter(org, device, at, closing_register, opening_register, evidence)
        }

        /// Resolves a quarantined report: discards it, or counts the register's movement up to its end as
        /// estimated. Once a later report was counted there is nothing left to count: the movement was
        /// booked with it, as gap.
        ///
        /// ## Dispatch origin
        /// The owner or a regulator discards; only a regulator counts.
        ///
        /// ## Errors
        /// [`Error::UnknownDevice`], [`Error::NotQuarantined`],
        /// [`Error::OnlyRegulatorCounts`], [`Error::CountedSince`], [`Error::RegisterBackwards`],
        /// [`Error::RegisterBeyondRollover`], [`Error::InFuture`].
        #[pallet::call_index(8)]
        #[pallet::weight(
            T::WeightInfo::resolve_quarantined().saturating_add(T::OnReport::weight())
        )]
        pub fn resolve_quarantined(
            origin: OriginFor<T>,
            device: DeviceId,
            sequence: u32,
            resolution: Resolution,
        ) -> DispatchResult {
            Self::ensure_may_resolve(origin, device, resolution)?;
            Self::do_resolve(device, sequence, resolution)
        }
    }
}
