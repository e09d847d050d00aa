//! Instruments and units as people write them.

use crate::instruments::words::{class, show_class};
use huangpu_client::Error;
use huangpu_primitives::{
    instruments::{InstrumentClass, InstrumentId},
    intervals::{Interval, Units},
};

/// Reads an instrument: `credit/1`.
pub(super) fn instrument(text: &str) -> Result<InstrumentId, String> {
    let shape = || format!("{text}: an instrument is a class and a number, like credit/1");
    let (name, number) = text.split_once('/').ok_or_else(shape)?;
    Ok(InstrumentId { class: class(name)?, number: number.parse().map_err(|_| shape())? })
}

pub(super) fn show_instrument(instrument: InstrumentId) -> String {
    format!("{}/{}", show_class(instrument.class), instrument.number)
}

/// The number of a class's first unit, as people count. The ledger counts all from 0; China's new-generation bills
/// number their sub-bills from 1, and who finances both should not have to count them differently.
fn first_number(class: InstrumentClass) -> Units {
    match class {
        InstrumentClass::ReceivableCertificate => 1,
        InstrumentClass::Allowance
        | InstrumentClass::Credit
        | InstrumentClass::WarehouseReceipt
        | InstrumentClass::DepositMoney => 0,
    }
}

/// A unit's number as it was typed. Which unit that is, the instrument says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number(Units);

/// Numbers of units as they were typed, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    first: Number,
    last: Number,
}

/// Reads a unit's number.
pub(super) fn number(text: &str) -> Result<Number, String> {
    text.parse().map(Number).map_err(|_| format!("{text}: no number of a unit"))
}

/// Reads units as registries print them, both ends included: `0-99`, or one number.
pub(super) fn numbers(text: &str) -> Result<Numbers, String> {
    let shape =
        || format!("{text}: units are two numbers, both included, like 0-99, or one number");
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let first = number(first).map_err(|_| shape())?;
    let last = number(last).map_err(|_| shape())?;
    if last.0 < first.0 {
        return Err(shape());
    }
    Ok(Numbers { first, last })
}

impl Number {
    /// The unit of an instrument, as the ledger counts.
    pub(super) fn unit_of(self, instrument: InstrumentId) -> Result<Units, Error> {
        let (class, first) = (instrument.class, first_number(instrument.class));
        self.0.checked_sub(first).ok_or_else(|| {
            Error::Input(format!(
                "there is no unit {}: units of a {} are numbered from {first}",
                self.0,
                show_class(class)
            ))
        })
    }
}

impl Numbers {
    /// The units of an instrument, as the ledger counts.
    pub(super) fn units_of(self, instrument: InstrumentId) -> Result<Interval, Error> {
        let (first, last) = (self.first.unit_of(instrument)?, self.last.unit_of(instrument)?);
        let end = last.checked_add(1);
        let end = end.ok_or_else(|| Error::Input(format!("there is no unit {}", self.last.0)))?;
        Ok(Interval::new(first, end))
    }
}

/// A unit's number, as people count.
pub(super) fn show_unit(instrument: InstrumentId, unit: Units) -> String {
    unit.saturating_add(first_number(instrument.class)).to_string()
}

/// Units as registries print them, both ends included.
pub(super) fn show_units(instrument: InstrumentId, units: Interval) -> String {
    match units.is_empty() {
        true => "none".into(),
        false => {
            let last = units.end - 1;
            format!("{}-{}", show_unit(instrument, units.start), show_unit(instrument, last))
        }
    }
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
            "1-99",
            "5-5",
            "340282366920938463463374607431768211454-340282366920938463463374607431768211454",
        ] {
            for class in InstrumentClass::ALL {
                let of = InstrumentId { class, number: 1 };
                let units = numbers(text).expect("numbers").units_of(of).expect("units");
                assert_eq!(show_units(of, units), text, "{class:?}");
            }
        }
        assert_eq!(numbers("7"), numbers("7-7"));
    }

    #[test]
    fn receivables_are_numbered_from_1_and_all_else_from_0() {
        let hundred = Interval::new(0, 100);
        for (name, first, last) in [
            ("allowance/1", "0", "99"),
            ("credit/1", "0", "99"),
            ("warehouse-receipt/1", "0", "99"),
            ("receivable-certificate/1", "1", "100"),
        ] {
            let of = instrument(name).expect("an instrument");
            let text = format!("{first}-{last}");
            assert_eq!(show_units(of, hundred), text, "{name}");
            let read = numbers(&text).expect("numbers").units_of(of).expect("units");
            assert_eq!(read, hundred, "{name}");
            for (text, unit) in [(first, 0), (last, 99)] {
                assert_eq!(show_unit(of, unit), text, "{name}");
                let read = number(text).expect("a number").unit_of(of).expect("a unit");
                assert_eq!(read, unit, "{name}");
            }
        }
        let receivable = instrument("receivable-certificate/1").expect("an instrument");
        let told =
            number("0").expect("a number").unit_of(receivable).expect_err("none").to_string();
        assert!(told.contains("are numbered from 1"), "{told}");
        for text in ["0", "0-99"] {
            assert!(numbers(text).expect("numbers").units_of(receivable).is_err(), "{text}");
        }
    }

    #[test]
    fn the_highest_number_is_read_and_no_higher_one() {
        let highest = Units::MAX.to_string();
        let numbers = numbers(&highest).expect("numbers");
        let receivable = instrument("receivable-certificate/1").expect("an instrument");
        let units = numbers.units_of(receivable).expect("units");
        assert_eq!(units, Interval::new(Units::MAX - 1, Units::MAX));
        assert_eq!(show_units(receivable, units), format!("{highest}-{highest}"));
        let credit = instrument("credit/1").expect("an instrument");
        assert!(numbers.units_of(credit).is_err());
        assert_eq!(show_units(credit, Interval::new(5, 5)), "none");
    }

    #[test]
    fn slips_are_refused() {
        for text in ["credit", "credit/", "bill/1", "/1", "credit/-1", "credit/1/2"] {
            assert!(instrument(text).is_err(), "{text}");
        }
        for text in ["", "-", "5-", "-5", "9-5", "1-2-3", "340282366920938463463374607431768211456"]
        {
            assert!(numbers(text).is_err(), "{text}");
        }
        for text in ["", "-5", "1-2", "five"] {
            assert!(number(text).is_err(), "{text}");
        }
    }
}
