//! What is wrong with an identifier, told so that it can be corrected.

use super::{FOREIGN, LEI, LEI_LENGTH, MAX_FOREIGN, SEPARATOR, USCC, USCC_LENGTH};
use core::{fmt, ops::RangeInclusive};

/// What of an identifier is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The unified social credit code: GB 32100-2015.
    UnifiedSocialCreditCode,
    /// The legal entity identifier: ISO 17442-1:2020.
    LegalEntityIdentifier,
    /// The name of the foreign register.
    Register,
    /// The number in the foreign register.
    Number,
}

impl Part {
    /// How many characters it has.
    pub const fn length(self) -> RangeInclusive<usize> {
        match self {
            Part::UnifiedSocialCreditCode => USCC_LENGTH..=USCC_LENGTH,
            Part::LegalEntityIdentifier => LEI_LENGTH..=LEI_LENGTH,
            Part::Register | Part::Number => 1..=MAX_FOREIGN as usize,
        }
    }

    /// Which characters it has, in words.
    pub const fn characters(self) -> &'static str {
        match self {
            Part::UnifiedSocialCreditCode => {
                "digits and capitals without I, O, S, V and Z, only digits as the third to eighth"
            }
            Part::LegalEntityIdentifier => "digits and capitals, only digits as the last two",
            Part::Register | Part::Number => {
                "printable ASCII characters without '#', and no space at either end"
            }
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Part::UnifiedSocialCreditCode => "unified social credit code",
            Part::LegalEntityIdentifier => "LEI",
            Part::Register => "name of a foreign register",
            Part::Number => "number in a foreign register",
        })
    }
}

/// What is wrong with an identifier, or with its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentifierError {
    /// The text neither begins with a known scheme nor has the length of a bare identifier.
    Scheme,
    /// The text of a foreign identifier does not say where the register ends and the number begins.
    Separator,
    /// Too short or too long.
    Length {
        /// What is.
        part: Part,
        /// How many characters it has.
        found: usize,
    },
    /// A lower-case letter where only digits and capitals stand. It is not put in upper case: a register that is
    /// searched for the text would not find it.
    LowerCase {
        /// In what.
        part: Part,
        /// At which character, counted from 1.
        position: usize,
        /// The letter.
        found: char,
    },
    /// A character that is not allowed, or not there.
    Character {
        /// In what.
        part: Part,
        /// At which character, counted from 1.
        position: usize,
        /// The character; a byte that is not printable ASCII is U+FFFD.
        found: char,
    },
    /// The check character of a unified social credit code does not fit the rest (GB 32100-2015, 4.2).
    CheckCharacter {
        /// The one that would fit.
        expected: char,
        /// The one that is there.
        found: char,
    },
    /// The check digits of a legal entity identifier do not fit the rest (ISO/IEC 7064, MOD 97-10).
    CheckDigits {
        /// Those that would fit, 2 to 98.
        expected: u32,
        /// Those that are there.
        found: u32,
    },
}

pub(super) fn not_allowed(part: Part, position: usize, found: char) -> IdentifierError {
    // Those of a foreign register are allowed.
    if found.is_ascii_lowercase() {
        IdentifierError::LowerCase { part, position, found }
    } else {
        IdentifierError::Character { part, position, found }
    }
}

impl fmt::Display for IdentifierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            IdentifierError::Scheme => write!(
                f,
                "an identifier is written {USCC}:CODE, {LEI}:CODE or \
                 {FOREIGN}:REGISTER{SEPARATOR}NUMBER, or is a bare unified social credit code \
                 of {USCC_LENGTH} or LEI of {LEI_LENGTH} characters"
            ),
            IdentifierError::Separator => {
                write!(f, "a foreign identifier is written {FOREIGN}:REGISTER{SEPARATOR}NUMBER")
            }
            IdentifierError::Length { part, found } => show_length(part, found, f),
            IdentifierError::LowerCase { part, position, found } => write!(
                f,
                "character {position} of the {part} is the lower-case letter {found:?}: \
                 letters are capitals"
            ),
            IdentifierError::Character { part, position, found } => write!(
                f,
                "character {position} of the {part} is {found:?}: it has {}",
                part.characters()
            ),
            IdentifierError::CheckCharacter { expected, found } => write!(
                f,
                "the unified social credit code ends in {found:?}, \
                 but its other characters call for {expected:?}"
            ),
            IdentifierError::CheckDigits { expected, found } => write!(
                f,
                "the LEI ends in {found:02}, but its other characters call for {expected:02}"
            ),
        }
    }
}

fn show_length(part: Part, found: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (least, most) = part.length().into_inner();
    if least == most {
        write!(f, "the {part} has {most} characters, not {found}")
    } else {
        write!(f, "the {part} has {least} to {most} characters, not {found}")
    }
}

impl core::error::Error for IdentifierError {}
