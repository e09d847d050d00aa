//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    apis::DeviceStatus, calendar::Month, report::DeviceKey, traits::Direction, units::Unit, Millis,
    OrgId,
};
use polkadot_sdk::{
    frame_support::{traits::ConstU32, BoundedVec},
    sp_core::H256,
};
use scale_info::TypeInfo;

/// An organisation's own reference for a device, UTF-8, at most 64 bytes.
pub type Reference = BoundedVec<u8, ConstU32<64>>;

/// What an owner states about a device.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Registration {
    /// The key that will sign its reports.
    pub key: DeviceKey,
    /// What its register counts.
    pub unit: Unit,
    /// Which way the quantity flows.
    pub direction: Direction,
    /// What one unit of the register stands for: the product of the current and voltage
    /// transformers' ratios; 1 without transformers.
    pub multiplier: u32,
    /// The register's modulus, if it rolls over: a register of five digits has 100 000.
    pub rollover: Option<u64>,
    /// The register when it was installed.
    pub opening_register: u64,
    /// When it was installed: no report begins earlier.
    pub installed: Millis,
    /// Until when its calibration, valid since before it was installed, lasts; none if there is none.
    pub calibrated_until: Option<Millis>,
}

/// A registered device.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Device {
    /// Whose it is.
    pub org: OrgId,
    /// The owner's reference.
    pub reference: Reference,
    /// The key that signs its reports.
    pub key: DeviceKey,
    /// Whether it may report.
    pub status: DeviceStatus,
    /// What it measures, and how.
    pub meter: Meter,
}

/// What a device measures, and how.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Meter {
    /// See [`Registration::unit`].
    pub unit: Unit,
    /// See [`Registration::direction`].
    pub direction: Direction,
    /// See [`Registration::multiplier`].
    pub multiplier: u32,
    /// See [`Registration::rollover`].
    pub rollover: Option<u64>,
    /// When its calibration is valid; none if it never had one.
    pub calibration: Option<Calibration>,
    /// When the one before was: reports of that time may still be on their way.
    pub earlier_calibration: Option<Calibration>,
}

/// From when until when a calibration is valid.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Calibration {
    /// The first moment.
    pub from: Millis,
    /// The last one.
    pub until: Millis,
}

/// How far a device's reports have come.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Cursor {
    /// Sequence of the last report; 0 before the first.
    pub sequence: u32,
    /// Hash of the last report, quarantined or not.
    pub hash: H256,
    /// End of the last period that was counted.
    pub end: Millis,
    /// The register at that end.
    pub register: u64,
    /// Sequence up to which roots were pruned.
    pub pruned: u32,
    /// Sequence up to which the register's movement is booked: that of the last report that was counted,
    /// or of the last one before the meter was exchanged.
    pub counted: u32,
}

/// What is kept of a report while its readings can be proved by themselves.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ReportRoot {
    /// Root over the readings.
    pub root: H256,
    /// How many readings are under it.
    pub readings: u32,
}

/// What a device metered in a month, in smallest units of its quantity.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct MonthTotal {
    /// Measured under a valid calibration.
    pub measured: u128,
    /// Measured while the calibration had expired.
    pub uncalibrated: u128,
    /// The register's movement between reports.
    pub gap: u128,
    /// Readings counted.
    pub readings: u64,
    /// Those of them that came late.
    pub late: u64,
    /// Reports counted.
    pub reports: u32,
    /// Sequence of the month's last report.
    pub last_sequence: u32,
    /// Its hash: kept for ever, so that old readings stay provable through the chain of reports.
    pub last_hash: H256,
}

/// The rule that a report broke. The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum Breach {
    /// Its period ends before it begins, or is empty.
    #[codec(index = 0)]
    EmptyPeriod,
    /// Its period begins before the last one ended.
    #[codec(index = 1)]
    PeriodOverlaps,
    /// Its period ends in the future.
    #[codec(index = 2)]
    PeriodInFuture,
    /// Its period crosses a month of the chain's calendar.
    #[codec(index = 3)]
    PeriodCrossesMonth,
    /// There is no reading under its root, or more late ones than readings.
    #[codec(index = 4)]
    ReadingsImplausible,
    /// The register goes backwards, without a declared rollover or meter exchange.
    #[codec(index = 5)]
    RegisterBackwards,
    /// The register is not below its declared rollover.
    #[codec(index = 6)]
    RegisterBeyondRollover,
}

impl Breach {
    /// The rule, as a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Breach::EmptyPeriod => "the period ends before it begins, or is empty",
            Breach::PeriodOverlaps => "the period begins before the last one ended",
            Breach::PeriodInFuture => "the period ends in the future",
            Breach::PeriodCrossesMonth => "the period crosses a month of the chain's calendar",
            Breach::ReadingsImplausible => "no readings, or more late ones than readings",
            Breach::RegisterBackwards => {
                "the register goes backwards, without a declared rollover or meter exchange"
            }
            Breach::RegisterBeyondRollover => "the register is not below its declared rollover",
        }
    }
}

/// A report that broke a rule, until it is resolved.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Quarantined {
    /// Which.
    pub breach: Breach,
    /// Begin of its period.
    pub start: Millis,
    /// End of its period.
    pub end: Millis,
    /// Register at the begin.
    pub register_start: u64,
    /// Register at the end.
    pub register: u64,
    /// Readings under its root.
    pub readings: u32,
}

/// How a quarantined report is resolved.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum Resolution {
    /// It is never counted.
    #[codec(index = 0)]
    Discard,
    /// The register's movement up to its end is counted as estimated, in a month that the regulator
    /// names.
    #[codec(index = 1)]
    Count {
        /// The month.
        month: Month,
    },
}
