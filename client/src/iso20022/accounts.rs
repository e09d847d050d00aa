//! How messages name accounts and the banks that keep them.

/// Whether it is an IBAN. ISO 13616: country, check digits, and a remainder of 1 (ISO 7064, MOD 97-10). An IBAN is one
/// account in all the world; any other number is one within its bank only.
pub fn is_iban(number: &str) -> bool {
    let bytes = number.as_bytes();
    let shape = (15..=34).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes[4..].iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    shape && {
        let digits = bytes[4..].iter().chain(&bytes[..4]);
        digits.fold(0u32, |rest, byte| match byte {
            b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
            _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
        }) == 1
    }
}

/// Whether it is a BIC. ISO 9362: institution, country, location, and a branch or none.
pub fn is_bic(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes.len(), 8 | 11)
        && bytes.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && bytes[4..6].iter().all(u8::is_ascii_uppercase)
}

/// Whether it can be a bank's number in China's national payment system (CNAPS).
pub fn is_cnaps(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether both may name the same bank, in any case. A BIC without a branch names all branches, and `XXX` is none.
pub fn is_same_bank(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_ascii_uppercase(), other.to_ascii_uppercase());
    if !is_bic(&one) || !is_bic(&other) {
        return one == other;
    }
    let branch = |bic: &str| Some(bic[8..].to_owned()).filter(|of| !of.is_empty() && of != "XXX");
    let same_branch = match (branch(&one), branch(&other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    one[..8] == other[..8] && same_branch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_has_sound_check_digits() {
        // Examples of the IBAN registry.
        for iban in ["DE89370400440532013000", "GB29NWBK60161331926819", "NO9386011117947"] {
            assert!(is_iban(iban), "{iban}");
        }
        for other in ["DE88370400440532013000", "310066661010", "", "DE8937040044053201300é"] {
            assert!(!is_iban(other), "{other}");
        }
    }

    #[test]
    fn a_bank_is_the_same_with_its_head_office_and_without_a_branch() {
        for (one, other) in [
            ("BYLADEM1", "BYLADEM1"),
            ("BYLADEM1", "byladem1"),
            ("BYLADEM1", "BYLADEM1XXX"),
            ("BYLADEM1", "BYLADEM1001"),
            ("BYLADEM1XXX", "BYLADEM1001"),
            ("BYLADEM1001", "BYLADEM1001"),
            ("301290050012", "301290050012"),
        ] {
            assert!(is_same_bank(one, other) && is_same_bank(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("BYLADEM1", "BYLADEM2"),
            ("BYLADEM1001", "BYLADEM1002"),
            ("BYLADEM1XXX", "BYLADEM2XXX"),
            ("301290050012", "301290050013"),
            ("BYLADEM1", "301290050012"),
            // No BIC: nothing is cut off it.
            ("30129005", "30129005001"),
            ("", "BYLADEM1"),
        ] {
            assert!(!is_same_bank(one, other) && !is_same_bank(other, one), "{one} {other}");
        }
    }
}
