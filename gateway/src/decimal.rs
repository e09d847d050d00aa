//! Decimal text to a whole number of smallest units, and back. Exact: no floating point, no
//! rounding. What is not exact is refused by name.

/// Why a text is not a quantity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// There is nothing.
    #[error("there is no value")]
    Empty,
    /// NaN or an infinity.
    #[error("`{0}` is not a finite number")]
    NotFinite(String),
    /// It has a minus sign.
    #[error("`{0}` is negative: meters count upwards, deliveries are another device")]
    Negative(String),
    /// It is written with an exponent.
    #[error("`{0}` has an exponent: write it as a plain decimal")]
    Exponent(String),
    /// It is no number.
    #[error("`{0}` is not a plain decimal number (digits, and at most one point between digits)")]
    NotANumber(String),
    /// Its last digits are below the smallest unit.
    #[error("`{0}` is finer than the smallest unit: at most {1} decimals, nothing is rounded")]
    TooPrecise(String, u32),
    /// It does not fit.
    #[error("`{0}` is too large")]
    TooLarge(String),
}

/// Reads a plain decimal as a whole number of smallest units.
///
/// `factor` is how many smallest units one unit of the text is, a power of ten.
///
/// # Errors
/// Whatever is not an exact, non-negative whole number of smallest units below 2^64.
pub fn parse(text: &str, factor: u64) -> Result<u64, DecimalError> {
    let text = text.trim();
    check_shape(text)?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || (text.contains('.') && !digits(fraction)) {
        return Err(DecimalError::NotANumber(clip(text)));
    }
    let places = factor.ilog10();
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > places as usize {
        return Err(DecimalError::TooPrecise(clip(text), places));
    }
    exact(whole, fraction, places).ok_or_else(|| DecimalError::TooLarge(clip(text)))
}

/// Names what is written like a number elsewhere, but is none here.
fn check_shape(text: &str) -> Result<(), DecimalError> {
    let lower = text.to_ascii_lowercase();
    match lower.trim_start_matches(['+', '-']) {
        "" if text.is_empty() => return Err(DecimalError::Empty),
        "nan" | "inf" | "infinity" => return Err(DecimalError::NotFinite(clip(text))),
        _ => {}
    }
    let numeric = lower.bytes().all(|b| b.is_ascii_digit() || b"+-.e".contains(&b));
    if numeric && lower.starts_with('-') && lower.len() > 1 {
        return Err(DecimalError::Negative(clip(text)));
    }
    if numeric && lower.starts_with(|c: char| c.is_ascii_digit()) && lower.contains('e') {
        return Err(DecimalError::Exponent(clip(text)));
    }
    Ok(())
}

fn exact(whole: &str, fraction: &str, places: u32) -> Option<u64> {
    let scale = 10u64.checked_pow(places)?;
    // The fraction has at most `places` digits, so it is below `scale`.
    let missing = places - fraction.len() as u32;
    let fraction = if fraction.is_empty() { 0 } else { fraction.parse::<u64>().ok()? };
    let fraction = fraction.checked_mul(10u64.checked_pow(missing)?)?;
    whole.parse::<u64>().ok()?.checked_mul(scale)?.checked_add(fraction)
}

/// Keeps hostile input out of messages and logs, except for its beginning.
fn clip(text: &str) -> String {
    text.chars().take(40).map(|c| if c.is_control() { '?' } else { c }).collect()
}

/// Writes a number of smallest units as a decimal of a unit that is `factor` of them, with all its
/// decimals.
pub fn format(amount: u128, factor: u64) -> String {
    let (scale, places) = (u128::from(factor), factor.ilog10() as usize);
    if places == 0 {
        return amount.to_string();
    }
    format!("{}.{:0places$}", amount / scale, amount % scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kilowatt_hours_become_watt_hours_exactly() {
        assert_eq!(parse("3.17", 1_000), Ok(3_170));
        assert_eq!(parse(" 4 ", 1_000), Ok(4_000));
        assert_eq!(parse("0.001", 1_000), Ok(1));
        assert_eq!(parse("0.0010000", 1_000), Ok(1), "zeros are not precision");
        assert_eq!(parse("0", 1_000), Ok(0));
        assert_eq!(parse("18446744073709551.615", 1_000), Ok(u64::MAX));
        assert_eq!(parse("7", 1), Ok(7));
    }

    #[test]
    fn what_is_not_exact_is_refused_by_name() {
        let refused = |text: &str| parse(text, 1_000).unwrap_err();
        assert_eq!(refused(""), DecimalError::Empty);
        assert_eq!(refused("  "), DecimalError::Empty);
        for text in ["NaN", "nan", "inf", "-Infinity", "+inf"] {
            assert!(matches!(refused(text), DecimalError::NotFinite(_)), "{text}");
        }
        for text in ["-1", "-0", "-0.5", "-1e3"] {
            assert!(matches!(refused(text), DecimalError::Negative(_)), "{text}");
        }
        for text in ["1e3", "1E-3", "2.5e0"] {
            assert!(matches!(refused(text), DecimalError::Exponent(_)), "{text}");
        }
        for text in ["1,5", "+1", "1.", ".5", "1.2.3", "0x10", "1 000", "-", "٣", "1_0", "e", "."]
        {
            assert!(matches!(refused(text), DecimalError::NotANumber(_)), "{text}");
        }
        assert!(matches!(refused("0.0001"), DecimalError::TooPrecise(_, 3)));
        assert!(matches!(parse("0.5", 1), Err(DecimalError::TooPrecise(_, 0))));
        assert!(matches!(refused("18446744073709551.616"), DecimalError::TooLarge(_)));
        assert!(matches!(refused(&"9".repeat(400)), DecimalError::TooLarge(_)));
    }

    #[test]
    fn messages_hold_only_the_beginning_of_hostile_input() {
        let error = parse(&format!("\u{1b}[2J{}", "x".repeat(10_000)), 1).unwrap_err();
        assert!(error.to_string().len() < 200 && !error.to_string().contains('\u{1b}'));
    }

    #[test]
    fn all_decimals_are_written() {
        assert_eq!(format(671_433_600, 1_000), "671433.600");
        assert_eq!(format(1, 1_000), "0.001");
        assert_eq!(format(42, 1), "42");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(amount: u64, places in 0u32..7) {
            let factor = 10u64.pow(places);
            prop_assert_eq!(parse(&format(u128::from(amount), factor), factor), Ok(amount));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,30}") {
            let _ = parse(&text, 1_000);
        }
    }
}
