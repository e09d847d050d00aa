//! Instruments and units as people write them.

use crate::instruments::words::{class, show_class};
use huangpu_primitives::{instruments::InstrumentId, intervals::Interval};

/// Reads an instrument: `credit/1`.
pub(super) fn instrument(text: &str) -> Result<InstrumentId, String> {
    let shape = || format!("{text}: an instrument is a class and a number, like credit/1");
    let (name, number) = text.split_once('/').ok_or_else(shape)?;
    Ok(InstrumentId { class: class(name)?, number: number.parse().map_err(|_| shape())? })
}

pub(super) fn show_instrument(instrument: InstrumentId) -> String {
    format!("{}/{}", show_class(instrument.class), instrument.number)
}

/// Reads units as registries print them, both ends included: `0-99`, or one number.
pub(super) fn units(text: &str) -> Result<Interval, String> {
    let shape =
        || format!("{text}: units are two numbers, both included, like 0-99, or one number");
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let first: u128 = first.parse().map_err(|_| shape())?;
    let last: u128 = last.parse().map_err(|_| shape())?;
    let end = last.checked_add(1).filter(|end| *end > first).ok_or_else(shape)?;
    Ok(Interval::new(first, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for text in ["credit/1", "warehouse-receipt/4294967295"] {
            assert_eq!(show_instrument(instrument(text).expect("an instrument")), text);
        }
        for text in [
            "0-99",
            "5-5",
            "340282366920938463463374607431768211454-340282366920938463463374607431768211454",
        ] {
            assert_eq!(units(text).expect("units").to_string(), text);
        }
        assert_eq!(units("7"), units("7-7"));
    }

    #[test]
    fn slips_are_refused() {
        for text in ["credit", "credit/", "bill/1", "/1", "credit/-1", "credit/1/2"] {
            assert!(instrument(text).is_err(), "{text}");
        }
        for text in ["", "-", "5-", "-5", "9-5", "1-2-3", "340282366920938463463374607431768211455"]
        {
            assert!(units(text).is_err(), "{text}");
        }
    }
}
