//! Classes and modes as people write them.

use crate::parse::{meaning, word};
use huangpu_primitives::instruments::{InstrumentClass, Mode};

const CLASSES: [(&str, InstrumentClass); 5] = [
    ("allowance", InstrumentClass::Allowance),
    ("credit", InstrumentClass::Credit),
    ("receivable-certificate", InstrumentClass::ReceivableCertificate),
    ("warehouse-receipt", InstrumentClass::WarehouseReceipt),
    ("deposit-money", InstrumentClass::DepositMoney),
];

const MODES: [(&str, Mode); 3] =
    [("register", Mode::Register), ("mirror", Mode::Mirror), ("simulation", Mode::Simulation)];

pub(crate) fn class(text: &str) -> Result<InstrumentClass, String> {
    meaning(&CLASSES, text)
}

pub(crate) fn show_class(class: InstrumentClass) -> &'static str {
    word(&CLASSES, class)
}

pub(super) fn mode(text: &str) -> Result<Mode, String> {
    meaning(&MODES, text)
}

pub(crate) fn show_mode(mode: Mode) -> &'static str {
    word(&MODES, mode)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_as_it_is_written() {
        for of in InstrumentClass::ALL {
            assert_eq!(class(show_class(of)), Ok(of));
        }
        for (text, of) in MODES {
            assert_eq!((show_mode(of), mode(text)), (text, Ok(of)));
        }
        assert!(class("bill").expect_err("no such class").contains("warehouse-receipt"));
    }
}
