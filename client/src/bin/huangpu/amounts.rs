//! Quantities as people read and write them: exact decimals of integers, never floating point.

use huangpu_client::Error;
use huangpu_primitives::units::Unit;
use serde_json::Value;

/// The largest integer that every JSON reader holds exactly.
const JSON_SAFE: u128 = (1 << 53) - 1;

/// An integer with its last digits behind a point: `decimal(12345, 3)` is `12.345`.
pub(crate) fn decimal(value: u128, places: u32) -> String {
    let scale = 10u128.pow(places);
    match places {
        0 => value.to_string(),
        _ => format!("{}.{:0width$}", value / scale, value % scale, width = places as usize),
    }
}

/// Reads a decimal of at most so many places as an integer of the last place.
pub(crate) fn parse_decimal(text: &str, places: u32) -> Result<u128, Error> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
        return Err(Error::input(format!("{text}: not a number like 12 or 12.5")));
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > places as usize {
        return Err(Error::input(format!("{text}: more than {places} places after the point")));
    }
    let padded = format!("{whole}{fraction:0<width$}", width = places as usize);
    padded.parse().map_err(|_| Error::input(format!("{text}: too large")))
}

/// The unit in which people read a quantity; it has a thousand of the smallest.
pub(crate) fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::WattHour => "kWh",
        Unit::CubicDecimetre => "m³",
        Unit::Kilojoule => "MJ",
        Unit::Gram => "kg",
    }
}

/// A quantity of smallest units with its unit: `1.500 kWh`.
pub(crate) fn quantity(value: u128, unit: Unit) -> String {
    format!("{} {}", decimal(value, 3), unit_name(unit))
}

/// Grams as kilograms.
pub(crate) fn kilograms(grams: u128) -> String {
    decimal(grams, 3)
}

/// Grams as tonnes.
pub(crate) fn tonnes(grams: u128) -> String {
    decimal(grams, 6)
}

/// A factor as kilograms of CO2e per the unit people read.
pub(crate) fn factor(micrograms_per_unit: u64, unit: Unit) -> String {
    format!("{} kg/{}", decimal(micrograms_per_unit.into(), 6), unit_name(unit))
}

/// A part of a whole in percent, rounded half up to two places.
pub(crate) fn share(part: u128, whole: u128) -> String {
    if whole == 0 {
        return "-".into();
    }
    // Both are far below 2^114: a city meters nothing near 10^34.
    let points = part.saturating_mul(10_000).saturating_add(whole / 2) / whole;
    format!("{} %", decimal(points, 2))
}

/// A unit's code and how many decimal places one of it has in smallest units: `KWH` has 3.
pub(crate) fn unit_code(code: &str) -> Result<(Unit, u32), Error> {
    let (unit, size) = Unit::from_code(&code.to_ascii_uppercase()).ok_or_else(|| {
        Error::input(format!(
            "{code}: not a unit; use KWH, WHR, MWH, MTQ, DMQ, KJO, 3B (MJ), GV (GJ), KGM, GRM or TNE"
        ))
    })?;
    // Every size is a power of ten.
    Ok((unit, size.ilog10()))
}

/// Reads a register in a unit as smallest units.
pub(crate) fn register(text: &str, places: u32) -> Result<u64, Error> {
    u64::try_from(parse_decimal(text, places)?)
        .map_err(|_| Error::input(format!("{text}: too large for a register")))
}

/// Reads kilograms of CO2e per unit as micrograms per smallest unit.
pub(crate) fn parse_factor(kilograms: &str, places_of_unit: u32) -> Result<u64, Error> {
    // A kilogram is 10^9 micrograms.
    u64::try_from(parse_decimal(kilograms, 9 - places_of_unit)?)
        .map_err(|_| Error::input(format!("{kilograms}: too large for a factor")))
}

/// An integer in JSON; a string beyond what every reader holds exactly.
pub(crate) fn integer(value: u128) -> Value {
    match u64::try_from(value) {
        Ok(small) if value <= JSON_SAFE => small.into(),
        _ => value.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decimals_keep_every_digit() {
        assert_eq!(decimal(0, 3), "0.000");
        assert_eq!(decimal(5, 3), "0.005");
        assert_eq!(decimal(1_234_567, 3), "1234.567");
        assert_eq!(decimal(42, 0), "42");
        assert_eq!(decimal(u128::MAX, 6), "340282366920938463463374607431768.211455");
        assert_eq!(tonnes(536_600), "0.536600");
        assert_eq!(kilograms(536_600), "536.600");
        assert_eq!(quantity(1_500, Unit::WattHour), "1.500 kWh");
        assert_eq!(factor(536_600, Unit::WattHour), "0.536600 kg/kWh");
    }

    #[test]
    fn numbers_are_read_exactly_or_not_at_all() {
        assert_eq!(parse_decimal("12", 3).ok(), Some(12_000));
        assert_eq!(parse_decimal("12.5", 3).ok(), Some(12_500));
        assert_eq!(parse_decimal("12.5000", 3).ok(), Some(12_500));
        assert_eq!(parse_decimal("0.001", 3).ok(), Some(1));
        for bad in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "1.0005", "1 000", "1.2.3"] {
            assert!(parse_decimal(bad, 3).is_err(), "{bad}");
        }
        assert!(parse_decimal(&"9".repeat(40), 0).is_err());
    }

    #[test]
    fn registers_are_read_in_their_unit() {
        let (unit, places) = unit_code("kwh").expect("a unit");
        assert_eq!((unit, places), (Unit::WattHour, 3));
        assert_eq!(register("1234.567", places).ok(), Some(1_234_567));
        assert!(register("1234.5678", places).is_err());
        assert!(register("99999999999999999999", 0).is_err());
        assert_eq!(unit_code("TNE").ok(), Some((Unit::Gram, 6)));
        assert!(unit_code("furlong").is_err());
    }

    #[test]
    fn factors_are_read_per_unit() {
        // 0.5366 kg per kWh is 536.6 micrograms per Wh times a thousand.
        assert_eq!(parse_factor("0.5366", 3).ok(), Some(536_600));
        assert_eq!(parse_factor("536.6", 6).ok(), Some(536_600));
        assert_eq!(parse_factor("0.0005366", 0).ok(), Some(536_600));
        assert!(parse_factor("0.5366001", 3).is_err());
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(share(1, 3), "33.33 %");
        assert_eq!(share(2, 3), "66.67 %");
        assert_eq!(share(0, 5), "0.00 %");
        assert_eq!(share(5, 5), "100.00 %");
        assert_eq!(share(0, 0), "-");
    }

    #[test]
    fn large_integers_are_strings_in_json() {
        assert_eq!(integer(JSON_SAFE), serde_json::json!(9_007_199_254_740_991u64));
        assert_eq!(integer(JSON_SAFE + 1), serde_json::json!("9007199254740992"));
        assert_eq!(integer(u128::MAX), serde_json::json!(u128::MAX.to_string()));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(value in 0u128..1 << 100, places in 0u32..7) {
            prop_assert_eq!(parse_decimal(&decimal(value, places), places).unwrap(), value);
        }
    }
}
