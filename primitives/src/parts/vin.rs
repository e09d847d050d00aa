//! Vehicle identification numbers (VIN).
//!
//! | characters | hold | standard |
//! |---|---|---|
//! | 1 to 3 | world manufacturer identifier: who made it | ISO 3780 |
//! | 4 to 8 | what it is, as the maker says | ISO 3779, 4.3 |
//! | 9 | check digit | GB 16735-2019, Appendix A; 49 CFR 565.15(c) |
//! | 10 | year, and 11 plant | GB 16735-2019 |
//! | 12 to 17 | serial number; the last four are digits | ISO 3779, 4.4 |
//!
//! China and North America want the check digit; ISO 3779 leaves the place to the maker, so vehicles for other markets
//! may have another character there. [`Vin::check`] looks at it, [`Vin::read`] does not.

use core::{fmt, str::FromStr};

/// Characters of a VIN (ISO 3779, 4.1).
pub const VIN_LENGTH: usize = 17;
/// Where the check digit stands, from 0.
const CHECK: usize = 8;
/// What each place weighs in the check digit's sum (GB 16735-2019, table A.3). The check digit weighs nothing.
const WEIGHTS: [u32; VIN_LENGTH] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/// A vehicle identification number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vin([u8; VIN_LENGTH]);

/// What is wrong with a VIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VinError {
    /// It does not have 17 characters.
    Length {
        /// How many it has.
        found: usize,
    },
    /// A character that no VIN has there: a VIN has digits and capitals without I, O and Q, which look like digits, and
    /// only digits as the last four.
    Character {
        /// At which character, counted from 1.
        position: usize,
        /// The character.
        found: char,
    },
    /// The check digit does not fit the rest.
    CheckDigit {
        /// The one that would.
        expected: char,
        /// The one that is there.
        found: char,
    },
}

impl Vin {
    /// Reads a VIN: its length and its characters. Nothing is trimmed or put in upper case.
    pub fn read(text: &str) -> Result<Self, VinError> {
        let length = VinError::Length { found: text.chars().count() };
        if text.chars().count() != VIN_LENGTH {
            return Err(length);
        }
        let mut vin = [0; VIN_LENGTH];
        for ((place, to), found) in vin.iter_mut().enumerate().zip(text.chars()) {
            let wrong = VinError::Character { position: place + 1, found };
            let byte = u8::try_from(found).map_err(|_| wrong)?;
            let digit_only = place >= VIN_LENGTH - 4;
            let value = value(byte).filter(|_| !digit_only || byte.is_ascii_digit());
            value.ok_or(wrong)?;
            *to = byte;
        }
        Ok(Self(vin))
    }

    /// Whether its check digit fits (GB 16735-2019; 49 CFR 565.15(c)).
    pub fn check(&self) -> Result<(), VinError> {
        let (expected, found) = (self.check_digit(), self.0[CHECK]);
        if found == expected {
            return Ok(());
        }
        Err(VinError::CheckDigit { expected: char::from(expected), found: char::from(found) })
    }

    /// The check digit that fits the other characters: their values by their weights, modulo 11, where 10 is X.
    pub fn check_digit(&self) -> u8 {
        let sum: u32 = self
            .0
            .iter()
            .zip(WEIGHTS)
            .map(|(byte, weight)| value(*byte).unwrap_or(0) * weight)
            .sum();
        match sum % 11 {
            10 => b'X',
            rest => b'0' + rest as u8,
        }
    }

    /// Its characters.
    pub fn as_bytes(&self) -> &[u8; VIN_LENGTH] {
        &self.0
    }
}

/// The value of a character in the check digit's sum (GB 16735-2019, tables A.1 and A.2).
fn value(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 1,
        b'J'..=b'N' => byte - b'J' + 1,
        b'P' => 7,
        b'R' => 9,
        b'S'..=b'Z' => byte - b'S' + 2,
        _ => return None,
    }))
}

/// A VIN that passes its check.
impl FromStr for Vin {
    type Err = VinError;
    fn from_str(text: &str) -> Result<Self, VinError> {
        let vin = Self::read(text)?;
        vin.check()?;
        Ok(vin)
    }
}

impl fmt::Display for Vin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| fmt::Write::write_char(f, char::from(*byte)))
    }
}

impl fmt::Display for VinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "a VIN has 17 characters, this has {found}"),
            Self::Character { position, found } if found.is_ascii_lowercase() => {
                write!(f, "character {position} of the VIN is a small {found:?}: it is written in capitals")
            }
            Self::Character { position, found } if *position > VIN_LENGTH - 4 => {
                write!(f, "character {position} of the VIN is {found:?}: the last four are digits")
            }
            Self::Character { position, found } => write!(
                f,
                "character {position} of the VIN is {found:?}: it has digits, and capitals without I, O and Q"
            ),
            Self::CheckDigit { expected, found } => write!(
                f,
                "the check digit of the VIN, its ninth character, is {found}, and would be {expected}: a character is \
                 wrong, or two are exchanged"
            ),
        }
    }
}

impl core::error::Error for VinError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use proptest::prelude::*;

    /// The textbooks' examples of the sum: one whose digit is X, one that is its own digit, and that of GB 16735-2019,
    /// Appendix A.
    const SOUND: [&str; 5] = [
        "1M8GDM9AXKP042788",
        "11111111111111111",
        "5GZCZ43D13S812715",
        "1HGCM82633A004352",
        "LFWADRJF011002346",
    ];

    #[test]
    fn published_numbers_pass() {
        for text in SOUND {
            let vin: Vin = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(vin.to_string(), text);
            assert_eq!(vin.as_bytes(), text.as_bytes());
        }
    }

    #[test]
    fn a_wrong_digit_tells_the_right_one() {
        let error = "1M8GDM9A1KP042788".parse::<Vin>().expect_err("X would fit");
        assert_eq!(error, VinError::CheckDigit { expected: 'X', found: '1' });
        // Vehicles of other markets may have anything there.
        assert!(Vin::read("1M8GDM9A1KP042788").is_ok());
    }

    #[test]
    fn what_no_vin_has_is_told_with_its_place() {
        for (text, error) in [
            ("", VinError::Length { found: 0 }),
            ("1M8GDM9AXKP04278", VinError::Length { found: 16 }),
            ("1M8GDM9AXKP0427888", VinError::Length { found: 18 }),
            ("IM8GDM9AXKP042788", VinError::Character { position: 1, found: 'I' }),
            ("1O8GDM9AXKP042788", VinError::Character { position: 2, found: 'O' }),
            ("1MQGDM9AXKP042788", VinError::Character { position: 3, found: 'Q' }),
            ("1M8gDM9AXKP042788", VinError::Character { position: 4, found: 'g' }),
            ("1M8G M9AXKP042788", VinError::Character { position: 5, found: ' ' }),
            ("1M8GDM9AXKP04278A", VinError::Character { position: 17, found: 'A' }),
            ("1M8GDM9AXKP04278沪", VinError::Character { position: 17, found: '沪' }),
        ] {
            assert_eq!(text.parse::<Vin>(), Err(error), "{text}");
        }
    }

    proptest! {
        /// Any digit for a digit is found: the weights and 11 have no common factor, and digits differ by less than 11.
        #[test]
        fn every_wrong_digit_is_found(of in 0usize..SOUND.len(), place in 0..VIN_LENGTH, digit in 0u8..10) {
            let mut text = String::from(SOUND[of]).into_bytes();
            let digit = b'0' + digit;
            prop_assume!(place != CHECK && text[place].is_ascii_digit() && text[place] != digit);
            text[place] = digit;
            let text = String::from_utf8(text).expect("ASCII");
            let found = matches!(text.parse::<Vin>(), Err(VinError::CheckDigit { .. }));
            prop_assert!(found, "{text}");
        }

        #[test]
        fn nothing_panics(text in ".{0,20}") {
            let _ = text.parse::<Vin>();
        }
    }
}
