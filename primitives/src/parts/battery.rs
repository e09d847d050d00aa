//! Codes of traction batteries (GB/T 34014-2017): every pack, module and cell for a vehicle has one.
//!
//! | new | second use | hold | written with |
//! |---|---|---|---|
//! | 1 to 3 | 1 to 3 | who made it, as registered | digits and capitals |
//! | 4 | 4 | what it is: `P` pack, `M` module, `C` cell | |
//! | 5 | 5 | its chemistry | `A` to `G`, `Z` |
//! | 6 and 7 | 6 and 7 | its specification, as its maker filed it | digits and capitals |
//! | 8 to 14 | | what traces it, as its maker filed it | digits and capitals |
//! | 15 to 17 | 8 to 10 | the day on which it was made: year, month, day | see [`Code::made_on`] |
//! | 18 to 24 | 11 to 17 | serial number on that day | digits |
//! | | 18 and 19 | `R`, and as what it is used again | `P`, `M`, `C` |
//!
//! What is used again for something else gets a new code, and keeps its old one as a record (4.2). The code has no
//! check digit: that the date exists is all that can be checked.

use crate::calendar::{Day, Month};
use core::{fmt, str::FromStr};

/// Characters of a new battery's code.
pub const NEW_LENGTH: usize = 24;
/// Characters of a code of second use.
pub const SECOND_USE_LENGTH: usize = 19;

/// What a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// `P`: a pack.
    Pack,
    /// `M`: a module of a pack.
    Module,
    /// `C`: a cell.
    Cell,
}

impl Product {
    fn of(byte: u8) -> Option<Self> {
        Some(match byte {
            b'P' => Self::Pack,
            b'M' => Self::Module,
            b'C' => Self::Cell,
            _ => return None,
        })
    }
}

/// A code whose characters are where they belong, and whose date exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    /// Its characters; of a code of second use, zeros behind them.
    text: [u8; NEW_LENGTH],
    length: usize,
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It has neither 24 characters nor, of second use, 19.
    Length {
        /// How many it has.
        found: usize,
    },
    /// A character that does not belong there.
    Character {
        /// At which character, counted from 1.
        position: usize,
        /// The character.
        found: char,
        /// What belongs there, in words.
        expected: &'static str,
    },
    /// There is no such day.
    NoSuchDay {
        /// Its year.
        year: u16,
        /// Its month.
        month: u8,
        /// Its day.
        day: u8,
    },
}

/// What may stand at one place.
type Place = (fn(u8) -> bool, &'static str);

const ANY: Place = (|b| b.is_ascii_digit() || b.is_ascii_uppercase(), "a digit or a capital");
const DIGIT: Place = (|b| b.is_ascii_digit(), "a digit");
const PRODUCT: Place =
    (|b| Product::of(b).is_some(), "P for a pack, M for a module or C for a cell");
const CHEMISTRY: Place = (|b| matches!(b, b'A'..=b'G' | b'Z'), "a battery type, A to G or Z");
const YEAR: Place =
    (|b| b != b'0' && ordinal(b).is_some(), "a year, 1 to 9 or a capital without I, O, Q, U and Z");
const MONTH: Place = (|b| matches!(b, b'1'..=b'9' | b'A'..=b'C'), "a month, 1 to 9 or A to C");
const DAY: Place =
    (|b| ordinal(b).is_some(), "a day, a digit or a capital without I, O, Q, U and Z");
const AGAIN: Place = (|b| b == b'R', "R, which says that it is used again");

/// The order of the characters of years and days: 1 to 30, and 0, which comes last.
fn ordinal(byte: u8) -> Option<u8> {
    const ORDER: [u8; 31] = *b"123456789ABCDEFGHJKLMNPRSTVWXY0";
    ORDER.iter().position(|of| *of == byte).map(|place| place as u8 + 1)
}

/// What belongs at a place, from 0, of a code with so many characters.
fn place(at: usize, length: usize) -> Place {
    let date = date_at(length);
    match at {
        3 => PRODUCT,
        4 => CHEMISTRY,
        17 if length == SECOND_USE_LENGTH => AGAIN,
        18 if length == SECOND_USE_LENGTH => PRODUCT,
        _ if at < date => ANY,
        _ if at == date => YEAR,
        _ if at == date + 1 => MONTH,
        _ if at == date + 2 => DAY,
        _ => DIGIT,
    }
}

impl Code {
    /// Its characters.
    pub fn as_bytes(&self) -> &[u8] {
        &self.text[..self.length]
    }

    /// Whether it names a battery in its second use.
    pub fn is_second_use(&self) -> bool {
        self.length == SECOND_USE_LENGTH
    }

    /// What it names; of a code of second use, what it was made as.
    pub fn product(&self) -> Option<Product> {
        Product::of(self.text[3])
    }

    /// As what it is used again.
    pub fn used_again_as(&self) -> Option<Product> {
        self.is_second_use().then(|| Product::of(self.text[18])).flatten()
    }

    /// The day on which it was made. Years go by `1` for 2011 to `9`, `A` for 2020 to `Y` for 2040, and begin anew
    /// after that; months by `1` to `9` and `A` to `C`; days by `1` to `9`, `A` to `Y`, and `0` for the 31st. The
    /// letters I, O, Q, U and Z stand for nothing.
    pub fn made_on(&self) -> Option<Day> {
        let (year, month, day) = self.date();
        let month = Month::new(year, month)?;
        let made_on = Day::of(month.start()).plus(u32::from(day.checked_sub(1)?));
        (Month::of(made_on.start()) == month).then_some(made_on)
    }

    fn date(&self) -> (u16, u8, u8) {
        let at = date_at(self.length);
        let number = |byte| ordinal(byte).unwrap_or(0);
        let year = u16::from(number(self.text[at])) + 2010;
        (year, number(self.text[at + 1]), number(self.text[at + 2]))
    }
}

/// Where the date begins, from 0, in a code with so many characters.
fn date_at(length: usize) -> usize {
    match length {
        SECOND_USE_LENGTH => 7,
        _ => 14,
    }
}

/// A code as it is written: nothing is trimmed, joined or put in upper case.
impl FromStr for Code {
    type Err = CodeError;
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let length = text.chars().count();
        if length != NEW_LENGTH && length != SECOND_USE_LENGTH {
            return Err(CodeError::Length { found: length });
        }
        let mut code = Self { text: [0; NEW_LENGTH], length };
        for ((at, to), found) in code.text.iter_mut().enumerate().zip(text.chars()) {
            let (belongs, expected) = place(at, length);
            let byte = u8::try_from(found).ok().filter(|byte| belongs(*byte));
            *to = byte.ok_or(CodeError::Character { position: at + 1, found, expected })?;
        }
        let (year, month, day) = code.date();
        code.made_on().ok_or(CodeError::NoSuchDay { year, month, day })?;
        Ok(code)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().iter().try_for_each(|byte| fmt::Write::write_char(f, char::from(*byte)))
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => {
                write!(f, "a battery code has 24 characters, or 19 in second use; this has {found}")
            }
            Self::Character { position, found, expected } => {
                write!(f, "character {position} of the battery code is {found:?}: there stands {expected}")
            }
            Self::NoSuchDay { year, month, day } => {
                write!(f, "the battery code says that it was made on {year}-{month:02}-{day:02}: there is no such day")
            }
        }
    }
}

impl core::error::Error for CodeError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn code(text: &str) -> Code {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn day(year: i32, month: u32, day: u32) -> Day {
        let date = NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        Day((date - NaiveDate::default()).num_days() as u32)
    }

    /// Codes as they are printed on cells, and the examples of Catena-X (CX-0125, 3.1.6; TractionBatteryCode 2.0.0).
    #[test]
    fn published_codes_are_read() {
        for (text, product, made_on) in [
            ("04QCB76G50103JB9D0006128", Product::Cell, day(2021, 9, 13)),
            ("04QCB76836300JBC40000903", Product::Cell, day(2021, 12, 4)),
            ("001CB240000003B3C0221953", Product::Cell, day(2021, 3, 12)),
            ("04QCB52091380JG120006435", Product::Cell, day(2026, 1, 2)),
            ("X12CCPM27KLPCLE662382320", Product::Cell, day(2024, 6, 6)),
            ("B54MCPM27KLPCLE6A7519857", Product::Module, day(2024, 6, 10)),
            ("4A6PCPM27KLPCLE742946319", Product::Pack, day(2024, 7, 4)),
            ("X12MCPM27KLPCLX2M2382320", Product::Module, day(2039, 2, 21)),
        ] {
            let code = code(text);
            assert_eq!((code.product(), code.made_on()), (Some(product), Some(made_on)), "{text}");
            assert_eq!((code.to_string(), code.is_second_use()), (text.to_string(), false));
            assert_eq!(code.used_again_as(), None);
        }
    }

    #[test]
    fn a_code_of_second_use_says_as_what() {
        let code = code("04QCB76B9D0006128RM");
        assert!(code.is_second_use());
        assert_eq!(code.product(), Some(Product::Cell));
        assert_eq!(code.used_again_as(), Some(Product::Module));
        assert_eq!(code.made_on(), Some(day(2021, 9, 13)));
        assert_eq!(code.to_string(), "04QCB76B9D0006128RM");
    }

    #[test]
    fn what_belongs_nowhere_is_told_with_its_place() {
        let wrong = |text: &str| text.parse::<Code>().expect_err(text);
        for (text, found) in [("", 0), ("X12MCPM27KLPCLE6382320", 22), ("04QCB76B9D0006128RM0", 20)]
        {
            assert_eq!(wrong(text), CodeError::Length { found }, "{text}");
        }
        let sound = "04QCB76G50103JB9D0006128";
        for (position, found) in [
            (1, 'q'),
            (1, '沪'),
            (4, 'B'),
            (5, 'H'),
            (6, '-'),
            (8, ' '),
            (15, '0'),
            (15, 'U'),
            (16, 'D'),
            (16, '0'),
            (17, 'I'),
            (17, 'Z'),
            (18, 'A'),
            (24, 'X'),
        ] {
            let text: alloc::string::String = (1..)
                .zip(sound.chars())
                .map(|(at, c)| if at == position { found } else { c })
                .collect();
            match wrong(&text) {
                CodeError::Character { position: told, found: c, .. } => {
                    assert_eq!((told, c), (position, found), "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        let second = wrong("04QCB76B9D0006128XM");
        assert!(
            matches!(second, CodeError::Character { position: 18, found: 'X', .. }),
            "{second}"
        );
    }

    #[test]
    fn the_day_of_production_exists() {
        for (date, exists) in [
            ("B2X", false),
            ("C2X", false),
            ("C2W", true),
            ("A2X", true),
            ("B4Y", true),
            ("B40", false),
            ("B50", true),
        ] {
            let text = format!("04QCB76G50103J{date}0006128");
            assert_eq!(text.parse::<Code>().is_ok(), exists, "{date}");
        }
        let error = "04QCB76G50103JB2Y0006128".parse::<Code>().expect_err("30 February");
        assert_eq!(error, CodeError::NoSuchDay { year: 2021, month: 2, day: 30 });
    }

    proptest! {
        /// Every day of thirty years has a code, and it is that day's.
        #[test]
        fn every_day_can_be_written(since in 0u32..10_957) {
            let first = day(2011, 1, 1);
            let date = NaiveDate::default() + chrono::Days::new(u64::from(first.0 + since));
            let order: alloc::vec::Vec<char> = "123456789ABCDEFGHJKLMNPRSTVWXY0".chars().collect();
            let year = order[chrono::Datelike::year(&date) as usize - 2011];
            let month = order[chrono::Datelike::month0(&date) as usize];
            let day_of = order[chrono::Datelike::day0(&date) as usize];
            let text = format!("04QCB76G50103J{year}{month}{day_of}0006128");
            prop_assert_eq!(text.parse::<Code>().expect("a code").made_on(), Some(Day(first.0 + since)));
        }

        #[test]
        fn nothing_panics(text in ".{0,26}", code in "[0-9A-Z]{24}", second in "[0-9A-Z]{19}") {
            for text in [text, code, second] {
                if let Ok(code) = text.parse::<Code>() {
                    prop_assert_eq!(code.to_string(), text);
                    prop_assert!(code.product().is_some() && code.made_on().is_some());
                }
            }
        }
    }
}
