//! The legal identifiers of organisations: who an organisation is outside the chain.
//!
//! | scheme | standard | text |
//! |---|---|---|
//! | unified social credit code | GB 32100-2015 | `uscc:91310000132260250X` |
//! | legal entity identifier (LEI) | ISO 17442-1:2020 | `lei:5493001KJTIIGC8Y1R12` |
//! | any foreign register | none | `foreign:HRB Stuttgart#19360` |
//!
//! An [`Identifier`] is only bytes until it has been [checked](Identifier::check): decoding does not check, reading
//! its text does. A checked identifier is well-formed. That it was issued, and to whom, only the register knows.

mod error;
#[cfg(test)]
mod tests;

use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{
    fmt::{self, Write},
    ops::RangeInclusive,
    str::FromStr,
};
use error::not_allowed;
pub use error::{IdentifierError, Part};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Characters of a unified social credit code (GB 32100-2015, 4.1).
pub const USCC_LENGTH: usize = 18;
/// Characters of a legal entity identifier (ISO 17442-1:2020).
pub const LEI_LENGTH: usize = 20;
/// Most characters of the name of a foreign register, and of a number there.
pub const MAX_FOREIGN: u32 = 32;

/// Stands between a foreign register and the number there, and therefore in neither.
///
/// A register's name has spaces, and its numbers have slashes (South Africa 2015/123456/07, Romania J40/12345/2010),
/// dots and hyphens (Switzerland CHE-123.456.788), which leaves the sign that is read "number" anyway. Unlike `|`, `;`
/// and `&` it means nothing to a shell in the middle of a word.
pub const SEPARATOR: char = '#';

/// The name of a foreign register, or a number there.
pub type ForeignPart = BoundedVec<u8, ConstU32<MAX_FOREIGN>>;

const USCC: &str = "uscc";
const LEI: &str = "lei";
const FOREIGN: &str = "foreign";

/// The identifier of an organisation in a register of organisations. The numbers are for ever.
#[derive(
    Clone,
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
)]
pub enum Identifier {
    /// 统一社会信用代码, of every legal person and organisation in mainland China: GB 32100-2015.
    #[codec(index = 0)]
    UnifiedSocialCreditCode([u8; USCC_LENGTH]),
    /// LEI, of a legal entity anywhere: ISO 17442-1:2020.
    #[codec(index = 1)]
    LegalEntityIdentifier([u8; LEI_LENGTH]),
    /// Of an organisation abroad that has no LEI. No standard: two spellings of a register are two registers.
    #[codec(index = 2)]
    Foreign {
        /// The name of the register.
        register: ForeignPart,
        /// The number there.
        number: ForeignPart,
    },
}

impl Identifier {
    /// Whether the identifier is well-formed: its length, its characters, its check characters.
    pub fn check(&self) -> Result<(), IdentifierError> {
        match self {
            Identifier::UnifiedSocialCreditCode(code) => check_uscc(code),
            Identifier::LegalEntityIdentifier(lei) => check_lei(lei),
            Identifier::Foreign { register, number } => {
                check_foreign(Part::Register, register)?;
                check_foreign(Part::Number, number)
            }
        }
    }
}

/// The characters of a unified social credit code, each at the place of its value (GB 32100-2015, Annex A).
const USCC_ALPHABET: [u8; 31] = *b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Where a unified social credit code has the administrative division of the registering authority, six digits of
/// GB/T 2260 (GB 32100-2015, 4.2).
const USCC_DIVISION: RangeInclusive<usize> = 3..=8;

/// Checks a unified social credit code (GB 32100-2015, 4.1 and 4.2).
///
/// The weights are 3^(i-1) mod 31, and 1 for the check character. All differ from 0, and 31 is prime, so every
/// substitution is found. The weights of neighbours differ too (3 generates all thirty of them), so every
/// transposition of neighbours is found, as is one of any two characters except the first and the last, which
/// both weigh 1.
///
/// The organisation code at 9 to 17 ends in a check character of its own (GB 11714), which is not looked at: this
/// one covers it.
fn check_uscc(code: &[u8; USCC_LENGTH]) -> Result<(), IdentifierError> {
    let [body @ .., check] = code;
    let (mut sum, mut weight) = (0, 1);
    for (position, &character) in (1..).zip(body) {
        sum += uscc_value(position, character)? * weight;
        weight = weight * 3 % USCC_ALPHABET.len();
    }
    uscc_value(USCC_LENGTH, *check)?;
    let expected = uscc_complement(sum);
    if *check == expected {
        return Ok(());
    }
    Err(IdentifierError::CheckCharacter { expected: shown(expected), found: shown(*check) })
}

/// The value of a character at a position, counted from 1 (GB 32100-2015, 4.2 and Annex A).
fn uscc_value(position: usize, character: u8) -> Result<usize, IdentifierError> {
    let allowed = character.is_ascii_digit() || !USCC_DIVISION.contains(&position);
    USCC_ALPHABET
        .iter()
        .position(|&known| allowed && known == character)
        .ok_or_else(|| not_allowed(Part::UnifiedSocialCreditCode, position, shown(character)))
}

/// The character whose value brings a sum to a multiple of 31: `31 - sum mod 31`, where 31 is written 0.
fn uscc_complement(sum: usize) -> u8 {
    let modulus = USCC_ALPHABET.len();
    USCC_ALPHABET[(modulus - sum % modulus) % modulus]
}

/// Checks a legal entity identifier (ISO 17442-1:2020, with the check digits of ISO/IEC 7064, MOD 97-10).
///
/// The letters are read as two digits each, 10 to 35, and the number of all digits is 1 mod 97. The check digits go
/// from 02 to 98: 00, 01 and 99 would bring about the same remainders as 97, 98 and 02, and are wrong.
///
/// MOD 97-10 is made for digits. Found is every substitution of a digit for a digit and of a letter for a letter.
/// One between a digit and a letter also moves all that is to the left of it by one place, and about one in 97 of
/// these is *not* found. Of the transpositions of neighbours all are found but those of `B` and `1`, `M` and `2`,
/// `X` and `3`, which are the same digits either way (`111`, `222`, `333`).
fn check_lei(lei: &[u8; LEI_LENGTH]) -> Result<(), IdentifierError> {
    let [body @ .., tens, ones] = lei;
    let mut remainder = 0;
    for (position, &character) in (1..).zip(body) {
        let value = lei_value(position, character, 36)?;
        let shift = if value < 10 { 10 } else { 100 };
        remainder = (remainder * shift + value) % 97;
    }
    let expected = 98 - remainder * 100 % 97;
    let found = 10 * lei_value(LEI_LENGTH - 1, *tens, 10)? + lei_value(LEI_LENGTH, *ones, 10)?;
    if found == expected {
        return Ok(());
    }
    Err(IdentifierError::CheckDigits { expected, found })
}

/// The value of a character at a position, counted from 1, where it may be a digit or, in radix 36, a capital.
fn lei_value(position: usize, character: u8, radix: u32) -> Result<u32, IdentifierError> {
    let value = char::from(character).to_digit(radix);
    value
        .filter(|_| !character.is_ascii_lowercase())
        .ok_or_else(|| not_allowed(Part::LegalEntityIdentifier, position, shown(character)))
}

/// Checks the name of a foreign register or a number there: printable ASCII, no space at either end.
fn check_foreign(part: Part, text: &[u8]) -> Result<(), IdentifierError> {
    if text.is_empty() {
        return Err(IdentifierError::Length { part, found: 0 });
    }
    let inside = |position| position > 1 && position < text.len();
    (1..).zip(text).try_for_each(|(position, &character)| match character {
        b' ' if inside(position) => Ok(()),
        _ if character.is_ascii_graphic() && char::from(character) != SEPARATOR => Ok(()),
        _ => Err(not_allowed(part, position, shown(character))),
    })
}

/// A byte of an identifier as it is shown: what is not printable ASCII is U+FFFD, which no identifier takes, so
/// that nothing unchecked is written like something checked.
fn shown(byte: u8) -> char {
    if byte.is_ascii_graphic() || byte == b' ' {
        char::from(byte)
    } else {
        char::REPLACEMENT_CHARACTER
    }
}

fn show(text: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.iter().try_for_each(|&byte| f.write_char(shown(byte)))
}

/// The scheme, a colon, the identifier. Two identifiers that pass their check never have the same text.
impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Identifier::UnifiedSocialCreditCode(code) => {
                write!(f, "{USCC}:")?;
                show(code, f)
            }
            Identifier::LegalEntityIdentifier(lei) => {
                write!(f, "{LEI}:")?;
                show(lei, f)
            }
            Identifier::Foreign { register, number } => {
                write!(f, "{FOREIGN}:")?;
                show(register, f)?;
                f.write_char(SEPARATOR)?;
                show(number, f)
            }
        }
    }
}

/// Reads what [`Display`](fmt::Display) writes, and a bare unified social credit code or LEI, told apart by their
/// length. Nothing is trimmed or put in upper case: the text is the identifier or it is refused.
impl FromStr for Identifier {
    type Err = IdentifierError;
    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        let identifier = match text.split_once(':') {
            Some((USCC, code)) => read_uscc(code),
            Some((LEI, lei)) => read_lei(lei),
            Some((FOREIGN, rest)) => read_foreign(rest),
            Some(_) => Err(IdentifierError::Scheme),
            None => read_bare(text),
        }?;
        identifier.check()?;
        Ok(identifier)
    }
}

fn read_bare(text: &str) -> Result<Identifier, IdentifierError> {
    match text.chars().count() {
        USCC_LENGTH => read_uscc(text),
        LEI_LENGTH => read_lei(text),
        _ => Err(IdentifierError::Scheme),
    }
}

fn read_uscc(text: &str) -> Result<Identifier, IdentifierError> {
    read_ascii(Part::UnifiedSocialCreditCode, text).map(Identifier::UnifiedSocialCreditCode)
}

fn read_lei(text: &str) -> Result<Identifier, IdentifierError> {
    read_ascii(Part::LegalEntityIdentifier, text).map(Identifier::LegalEntityIdentifier)
}

fn read_foreign(text: &str) -> Result<Identifier, IdentifierError> {
    let (register, number) = text.split_once(SEPARATOR).ok_or(IdentifierError::Separator)?;
    let register = read_ascii(Part::Register, register)?;
    let number = read_ascii(Part::Number, number)?;
    Ok(Identifier::Foreign { register, number })
}

/// The bytes of a text of ASCII characters, in a container that takes so many.
fn read_ascii<T: TryFrom<Vec<u8>>>(part: Part, text: &str) -> Result<T, IdentifierError> {
    if let Some((position, found)) = (1..).zip(text.chars()).find(|(_, found)| !found.is_ascii()) {
        return Err(not_allowed(part, position, found));
    }
    let length = IdentifierError::Length { part, found: text.len() };
    text.as_bytes().to_vec().try_into().map_err(|_| length)
}

/// Genesis presets and answers write an identifier as its text.
impl Serialize for Identifier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
