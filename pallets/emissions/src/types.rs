//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    calendar::Month, traits::Metered, units::Unit, DeviceId, FacilityId, FactorSeriesId, OrgId,
};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// A name or a citation, UTF-8, at most 128 bytes.
pub type Name = BoundedVec<u8, ConstU32<128>>;

/// Most months for which one factor is valid.
pub const MAX_VALIDITY: u32 = 120;

/// How many months a validity has; what has more than it may is refused before they are written.
pub(crate) fn months(from: Month, to: Month) -> u32 {
    (u32::from(to.0) + 1).saturating_sub(u32::from(from.0)).min(MAX_VALIDITY)
}

/// A site whose emissions are accounted for as one.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Facility {
    /// Whose it is.
    pub org: OrgId,
    /// What it is called.
    pub name: Name,
    /// Part of GB/T 32151 that accounts for its sector.
    pub sector: u8,
    /// GB/T 2260 code of its district.
    pub district: u32,
    /// How many sources it has.
    pub sources: u32,
}

/// What one meter measures of a facility.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Source {
    /// The facility.
    pub facility: FacilityId,
    /// What it is called.
    pub name: Name,
    /// The meter.
    pub device: DeviceId,
    /// GHG Protocol scope.
    pub scope: u8,
    /// Whose factors apply.
    pub series: FactorSeriesId,
}

/// A source's activity in a month, in smallest units.
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
pub struct Activity {
    /// Metered under a valid calibration.
    pub measured: u128,
    /// Metered while uncalibrated, or moved between reports.
    pub estimated: u128,
    /// Readings it rests on.
    pub readings: u64,
}

impl Activity {
    /// Adds what was metered.
    pub fn add(&mut self, metered: &Metered) {
        self.measured = self.measured.saturating_add(metered.measured);
        self.estimated =
            self.estimated.saturating_add(metered.uncalibrated).saturating_add(metered.gap);
        self.readings = self.readings.saturating_add(metered.readings);
    }

    /// All of it.
    pub fn total(&self) -> u128 {
        self.measured.saturating_add(self.estimated)
    }
}

/// A series of factors.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Series {
    /// What it is called.
    pub name: Name,
    /// What the activity counts.
    pub unit: Unit,
    /// The regulator that publishes it.
    pub publisher: OrgId,
    /// The version published last; 0 before the first.
    pub last_version: u16,
}

/// A factor of a series.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Factor {
    /// First month of validity.
    pub from: Month,
    /// Last month of validity.
    pub to: Month,
    /// Micrograms of CO2e per smallest unit.
    pub micrograms_per_unit: u64,
    /// Where the value was published.
    pub source: Name,
}
