//! Units of measure and exact arithmetic on quantities.
//!
//! A quantity is an integer count of its smallest unit. Rates (emission factors) are applied to
//! totals, never to single readings, so rounding happens once.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use polkadot_sdk::sp_core::U256;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The smallest unit in which a quantity is counted, by its UN/ECE Recommendation 20 code.
/// The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    Serialize,
    Deserialize,
)]
#[repr(u8)]
pub enum Unit {
    /// `WHR`: electricity.
    #[codec(index = 0)]
    WattHour,
    /// `DMQ`: gases and liquids by volume.
    #[codec(index = 1)]
    CubicDecimetre,
    /// `KJO`: heat.
    #[codec(index = 2)]
    Kilojoule,
    /// `GRM`: fuels and materials by mass.
    #[codec(index = 3)]
    Gram,
}

impl Unit {
    /// The code of UN/ECE Recommendation 20.
    pub const fn code(self) -> &'static str {
        match self {
            Unit::WattHour => "WHR",
            Unit::CubicDecimetre => "DMQ",
            Unit::Kilojoule => "KJO",
            Unit::Gram => "GRM",
        }
    }

    /// Reads a unit's code, and how many smallest units one of it is: `KWH` is 1000 `WHR`.
    pub fn from_code(code: &str) -> Option<(Unit, u64)> {
        Some(match code {
            "WHR" => (Unit::WattHour, 1),
            "KWH" => (Unit::WattHour, 1_000),
            "MWH" => (Unit::WattHour, 1_000_000),
            "DMQ" | "LTR" => (Unit::CubicDecimetre, 1),
            "MTQ" => (Unit::CubicDecimetre, 1_000),
            "KJO" => (Unit::Kilojoule, 1),
            "3B" => (Unit::Kilojoule, 1_000),
            "GV" => (Unit::Kilojoule, 1_000_000),
            "GRM" => (Unit::Gram, 1),
            "KGM" => (Unit::Gram, 1_000),
            "TNE" => (Unit::Gram, 1_000_000),
            _ => return None,
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Micrograms in a gram: emission factors are kept in micrograms of CO2e per smallest unit.
pub const MICROGRAMS_PER_GRAM: u64 = 1_000_000;

/// Grams of CO2e of an activity: `activity x factor`, rounded half up to the gram.
///
/// `None` when the result does not fit.
pub fn grams_co2e(activity: u128, micrograms_per_unit: u64) -> Option<u128> {
    let micrograms = U256::from(activity).checked_mul(U256::from(micrograms_per_unit))?;
    let rounded = micrograms.checked_add(U256::from(MICROGRAMS_PER_GRAM / 2))?
        / U256::from(MICROGRAMS_PER_GRAM);
    u128::try_from(rounded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_kilowatt_hour_is_a_thousand_watt_hours() {
        assert_eq!(Unit::from_code("KWH"), Some((Unit::WattHour, 1_000)));
        assert_eq!(Unit::from_code("kwh"), None);
        assert_eq!(Unit::from_code(""), None);
    }

    #[test]
    fn every_unit_knows_its_own_code() {
        for unit in [Unit::WattHour, Unit::CubicDecimetre, Unit::Kilojoule, Unit::Gram] {
            assert_eq!(Unit::from_code(unit.code()), Some((unit, 1)));
        }
    }

    #[test]
    fn grams_are_rounded_half_up_once() {
        // 0.5 g
        assert_eq!(grams_co2e(1, 500_000), Some(1));
        assert_eq!(grams_co2e(1, 499_999), Some(0));
        assert_eq!(grams_co2e(0, u64::MAX), Some(0));
        // One megawatt hour at 0.5366 kg/kWh is 536.6 kg.
        assert_eq!(grams_co2e(1_000_000, 536_600), Some(536_600));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(grams_co2e(u128::MAX, u64::MAX), None);
        assert_eq!(grams_co2e(u128::MAX, MICROGRAMS_PER_GRAM), Some(u128::MAX));
    }

    proptest! {
        #[test]
        fn grams_are_within_half_a_gram(activity in 0u128..1 << 80, factor in 0u64..1 << 40) {
            let grams = grams_co2e(activity, factor).unwrap();
            let exact = activity * u128::from(factor);
            let back = grams * u128::from(MICROGRAMS_PER_GRAM);
            prop_assert!(back.abs_diff(exact) <= u128::from(MICROGRAMS_PER_GRAM / 2));
        }
    }
}
