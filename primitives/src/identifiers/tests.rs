//! Published codes, and models of the standards by other means than ours.

use super::*;
use proptest::prelude::*;

/// Published codes, with their weighted sums added up by hand.
const CODES: [(&str, u32); 7] = [
    ("91310000132260250X", 467),  //  467 = 15 x 31 +  2; 31 -  2 = 29: X
    ("9144030071526726XG", 1782), // 1782 = 57 x 31 + 15; 31 - 15 = 16: G
    ("914403001922038216", 831),  //  831 = 26 x 31 + 25; 31 - 25 =  6: 6
    ("91330100799655058B", 1384), // 1384 = 44 x 31 + 20; 31 - 20 = 11: B
    ("91350100M000100Y43", 1640), // 1640 = 52 x 31 + 28; 31 - 28 =  3: 3
    ("91110000600037341L", 538),  //  538 = 17 x 31 + 11; 31 - 11 = 20: L
    ("91110108551385082Q", 999),  //  999 = 32 x 31 +  7; 31 -  7 = 24: Q
];

/// Published LEIs, with all their letters written as two digits, the check digits last.
const LEIS: [(&str, u128); 3] = [
    ("HWUPKR0MPOU8FGXBT394", 17_323_025_202_702_225_243_081_516_331_129_394),
    ("5493001KJTIIGC8Y1R12", 54_930_012_019_291_818_161_283_412_712),
    ("213800KUD8LAJWSQ9D15", 213_800_203_013_821_101_932_282_691_315),
];

const USCC_CHARACTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LEI_CHARACTERS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The check character as the standard tells it: tables, a sum, two special cases.
fn model_uscc(body: &str) -> char {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    match 31 - model_sum(body, weights) % 31 {
        31 => '0',
        30 => 'Y',
        value => USCC_CHARACTERS.chars().nth(value as usize).unwrap(),
    }
}

fn model_sum(body: &str, weights: [u32; 17]) -> u32 {
    let value = |c| USCC_CHARACTERS.find(c).unwrap() as u32;
    body.chars().map(value).zip(weights).map(|(value, weight)| value * weight).sum()
}

/// All characters as digits: 38 at most, which a `u128` holds.
fn model_digits(lei: &str) -> u128 {
    let digits: String = lei.chars().map(|c| c.to_digit(36).unwrap().to_string()).collect();
    digits.parse().unwrap()
}

/// The check digits, by trying all that the standard allows.
fn model_lei(body: &str) -> String {
    let fits = |pair: &String| model_digits(&format!("{body}{pair}")) % 97 == 1;
    (2..=98).map(|pair| format!("{pair:02}")).find(fits).unwrap()
}

fn uscc(code: &str) -> Identifier {
    Identifier::UnifiedSocialCreditCode(code.as_bytes().try_into().unwrap())
}

fn lei(lei: &str) -> Identifier {
    Identifier::LegalEntityIdentifier(lei.as_bytes().try_into().unwrap())
}

fn foreign(register: impl Into<Vec<u8>>, number: impl Into<Vec<u8>>) -> Identifier {
    let (register, number) = (register.into(), number.into());
    Identifier::Foreign {
        register: register.try_into().unwrap(),
        number: number.try_into().unwrap(),
    }
}

fn parse(text: &str) -> Result<Identifier, IdentifierError> {
    text.parse()
}

fn with(text: &str, position: usize, character: char) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    characters[position - 1] = character;
    characters.into_iter().collect()
}

fn swapped(text: &str, one: usize, other: usize) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    characters.swap(one - 1, other - 1);
    characters.into_iter().collect()
}

fn any_uscc() -> impl Strategy<Value = String> {
    "[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{9}"
        .prop_map(|body| format!("{body}{}", model_uscc(&body)))
}

fn any_lei() -> impl Strategy<Value = String> {
    lei_of("[0-9A-Z]{18}")
}

fn lei_of(body: &'static str) -> impl Strategy<Value = String> {
    body.prop_map(|body| format!("{body}{}", model_lei(&body)))
}

fn any_foreign() -> impl Strategy<Value = Identifier> {
    let part = "[!-\"$-~]([ -\"$-~]{0,30}[!-\"$-~])?";
    (part, part).prop_map(|(register, number)| foreign(register, number))
}

/// Identifiers that pass their check.
fn any_checked() -> impl Strategy<Value = Identifier> {
    prop_oneof![
        any_uscc().prop_map(|code| uscc(&code)),
        any_lei().prop_map(|code| lei(&code)),
        any_foreign(),
    ]
}

/// Identifiers as they may be decoded: any bytes at all, few of which pass.
fn any_bytes() -> impl Strategy<Value = Identifier> {
    let byte = || prop_oneof![any::<u8>(), b' '..=b'~', Just(b'#'), Just(b' '), Just(b'0')];
    let part = move || prop::collection::vec(byte(), 0..4);
    prop_oneof![
        prop::collection::vec(byte(), USCC_LENGTH)
            .prop_map(|code| Identifier::UnifiedSocialCreditCode(code.try_into().unwrap())),
        prop::collection::vec(byte(), LEI_LENGTH)
            .prop_map(|code| Identifier::LegalEntityIdentifier(code.try_into().unwrap())),
        (part(), part()).prop_map(|(register, number)| foreign(register, number)),
    ]
}

#[test]
fn published_unified_social_credit_codes_pass() {
    for (code, sum) in CODES {
        let weights = core::array::from_fn(|at| 3u64.pow(at as u32) as u32 % 31);
        assert_eq!(model_sum(&code[..17], weights), sum, "{code}");
        assert!(code.ends_with(model_uscc(&code[..17])), "{code}");
        assert_eq!(uscc(code).check(), Ok(()), "{code}");
    }
}

#[test]
fn published_legal_entity_identifiers_pass() {
    for (code, digits) in LEIS {
        assert_eq!(model_digits(code), digits, "{code}");
        assert_eq!(digits % 97, 1, "{code}");
        assert_eq!(lei(code).check(), Ok(()), "{code}");
    }
}

#[test]
fn a_remainder_of_nothing_is_written_zero() {
    // The weighted sum is 0, and 31 - 0 has no character.
    assert_eq!(uscc("000000000000000000").check(), Ok(()));
}

#[test]
fn registering_authorities_may_be_letters_and_divisions_may_not() {
    let army = "A1100000MB0000000";
    assert_eq!(uscc(&format!("{army}{}", model_uscc(army))).check(), Ok(()));
    for position in 3..=8 {
        let part = Part::UnifiedSocialCreditCode;
        assert_eq!(
            uscc(&with("91350100M000100Y43", position, 'A')).check(),
            Err(IdentifierError::Character { part, position, found: 'A' })
        );
    }
}

#[test]
fn every_other_byte_at_any_place_of_a_unified_social_credit_code_is_found() {
    for (code, _) in CODES {
        for at in 0..USCC_LENGTH {
            for byte in (0..=u8::MAX).filter(|&byte| byte != code.as_bytes()[at]) {
                let mut bytes: [u8; USCC_LENGTH] = code.as_bytes().try_into().unwrap();
                bytes[at] = byte;
                let check = Identifier::UnifiedSocialCreditCode(bytes).check();
                assert!(check.is_err(), "{byte} at {at} of {code}");
            }
        }
    }
}

#[test]
fn the_first_and_the_last_character_of_a_unified_social_credit_code_weigh_the_same() {
    assert_eq!(uscc("91310000132260250X").check(), Ok(()));
    assert_eq!(uscc("X13100001322602509").check(), Ok(()), "known not to be found");
}

#[test]
fn some_letters_for_digits_in_an_lei_are_known_not_to_be_found() {
    for (code, missed) in [
        ("HWUPKR0MPOU8FGXBT394", vec![(5, '0'), (7, 'D'), (12, 'A'), (18, 'I')]),
        ("5493001KJTIIGC8Y1R12", vec![(7, 'L'), (8, '7'), (15, 'E')]),
    ] {
        let all = (1..=LEI_LENGTH).flat_map(|at| LEI_CHARACTERS.chars().map(move |c| (at, c)));
        let passes = all
            .filter(|&(at, c)| code.chars().nth(at - 1) != Some(c))
            .filter(|&(at, c)| lei(&with(code, at, c)).check().is_ok());
        assert_eq!(passes.collect::<Vec<_>>(), missed, "{code}");
    }
}

#[test]
fn pairs_that_are_the_same_digits_either_way_are_known_not_to_be_found() {
    for pair in ["B1", "M2", "X3"] {
        let body = format!("5493001KJTIIGC8Y{pair}");
        let code = format!("{body}{}", model_lei(&body));
        assert_eq!(lei(&code).check(), Ok(()), "{code}");
        assert_eq!(lei(&swapped(&code, 17, 18)).check(), Ok(()), "{code}");
    }
}

#[test]
fn check_digits_of_an_lei_go_from_02_to_98() {
    for (body, expected, same) in [
        ("5493001KJTIIGC8006", 2, 99),
        ("5493001KJTIIGC8039", 97, 0),
        ("5493001KJTIIGC8071", 98, 1),
    ] {
        assert_eq!(lei(&format!("{body}{expected:02}")).check(), Ok(()));
        let alias = format!("{body}{same:02}");
        assert_eq!(model_digits(&alias) % 97, 1, "the remainder alone would let it pass");
        let error = IdentifierError::CheckDigits { expected, found: same };
        assert_eq!(lei(&alias).check(), Err(error));
    }
}

#[test]
fn a_wrong_check_character_is_told_the_right_one() {
    let error = IdentifierError::CheckCharacter { expected: 'X', found: '0' };
    assert_eq!(parse("uscc:913100001322602500"), Err(error));
    let error = IdentifierError::CheckDigits { expected: 12, found: 21 };
    assert_eq!(parse("lei:5493001KJTIIGC8Y1R21"), Err(error));
}

#[test]
fn identifiers_are_written_with_their_scheme() {
    for (text, identifier) in [
        ("uscc:91310000132260250X", uscc("91310000132260250X")),
        ("lei:5493001KJTIIGC8Y1R12", lei("5493001KJTIIGC8Y1R12")),
        ("foreign:HRB Stuttgart#19360", foreign("HRB Stuttgart", "19360")),
        ("foreign:a:b#2015/123456/07", foreign("a:b", "2015/123456/07")),
    ] {
        assert_eq!(identifier.to_string(), text);
        assert_eq!(parse(text), Ok(identifier));
    }
}

#[test]
fn codes_are_read_without_their_scheme() {
    for (code, _) in CODES {
        assert_eq!(parse(code), Ok(uscc(code)));
    }
    for (code, _) in LEIS {
        assert_eq!(parse(code), Ok(lei(code)));
    }
}

#[test]
fn a_text_that_names_no_identifier_says_what_one_is() {
    for bad in [
        "",
        ":",
        "uscc",
        "91310000132260250",
        "91310000132260250X0",
        " 91310000132260250X",
        "USCC:91310000132260250X",
        " uscc:91310000132260250X",
        "duns:123456789",
        "uscc：91310000132260250X",
    ] {
        assert_eq!(parse(bad), Err(IdentifierError::Scheme), "{bad}");
    }
    for bad in ["foreign:", "foreign:HRB Stuttgart", "foreign:HRB Stuttgart/19360"] {
        assert_eq!(parse(bad), Err(IdentifierError::Separator), "{bad}");
    }
}

#[test]
fn a_wrong_length_says_how_many_characters_there_are() {
    use Part::*;
    let long = "0".repeat(33);
    for (text, part, found) in [
        ("uscc:", UnifiedSocialCreditCode, 0),
        ("uscc:91310000132260250", UnifiedSocialCreditCode, 17),
        ("uscc:5493001KJTIIGC8Y1R12", UnifiedSocialCreditCode, 20),
        ("lei:91310000132260250X", LegalEntityIdentifier, 18),
        ("foreign:#", Register, 0),
        ("foreign:#19360", Register, 0),
        ("foreign:HRB Stuttgart#", Number, 0),
        (&format!("foreign:{long}#1"), Register, 33),
        (&format!("foreign:1#{long}"), Number, 33),
    ] {
        assert_eq!(parse(text), Err(IdentifierError::Length { part, found }), "{text}");
    }
}

#[test]
fn a_wrong_character_says_where_it_is() {
    use Part::*;
    for (text, part, position, found) in [
        ("I1310000132260250X", UnifiedSocialCreditCode, 1, 'I'),
        ("uscc:91310000132260250Z", UnifiedSocialCreditCode, 18, 'Z'),
        ("uscc:913A0000132260250X", UnifiedSocialCreditCode, 4, 'A'),
        ("uscc:91310000132260250 ", UnifiedSocialCreditCode, 18, ' '),
        // Full-width digits, as a Chinese keyboard has them.
        ("uscc:9131０000132260250X", UnifiedSocialCreditCode, 5, '０'),
        ("9131０000132260250X", UnifiedSocialCreditCode, 5, '０'),
        ("lei:5493001KJTIIGC8Y1RA2", LegalEntityIdentifier, 19, 'A'),
        ("lei:5493001KJTIIGC8Y1R1A", LegalEntityIdentifier, 20, 'A'),
        ("lei:5493-01KJTIIGC8Y1R12", LegalEntityIdentifier, 5, '-'),
        ("foreign: HRB#19360", Register, 1, ' '),
        ("foreign: #19360", Register, 1, ' '),
        ("foreign:HRB#19360 ", Number, 6, ' '),
        ("foreign:HRB#193#60", Number, 4, '#'),
        ("foreign:HRB\t#19360", Register, 4, char::REPLACEMENT_CHARACTER),
        ("foreign:Zürich#1", Register, 2, 'ü'),
    ] {
        let error = IdentifierError::Character { part, position, found };
        assert_eq!(parse(text), Err(error), "{text}");
    }
}

#[test]
fn lower_case_is_not_put_in_upper_case() {
    use Part::*;
    for (text, part, position, found) in [
        ("91310000132260250x", UnifiedSocialCreditCode, 18, 'x'),
        ("uscc:91350100m000100Y43", UnifiedSocialCreditCode, 9, 'm'),
        ("5493001kJTIIGC8Y1R12", LegalEntityIdentifier, 8, 'k'),
        ("lei:hWUPKR0MPOU8FGXBT394", LegalEntityIdentifier, 1, 'h'),
    ] {
        let error = IdentifierError::LowerCase { part, position, found };
        assert_eq!(parse(text), Err(error), "{text}");
    }
    assert_ne!(parse("foreign:hrb#1"), parse("foreign:HRB#1"));
}

#[test]
fn errors_are_sentences() {
    for (text, sentence) in [
        (
            "",
            "an identifier is written uscc:CODE, lei:CODE or foreign:REGISTER#NUMBER, \
             or is a bare unified social credit code of 18 or LEI of 20 characters",
        ),
        ("foreign:HRB", "a foreign identifier is written foreign:REGISTER#NUMBER"),
        ("uscc:1", "the unified social credit code has 18 characters, not 1"),
        ("foreign:HRB#", "the number in a foreign register has 1 to 32 characters, not 0"),
        (
            "91310000132260250x",
            "character 18 of the unified social credit code is the lower-case letter 'x': \
             letters are capitals",
        ),
        (
            "lei:5493-01KJTIIGC8Y1R12",
            "character 5 of the LEI is '-': \
             it has digits and capitals, only digits as the last two",
        ),
        (
            "913100001322602500",
            "the unified social credit code ends in '0', but its other characters call for 'X'",
        ),
        ("5493001KJTIIGC800600", "the LEI ends in 00, but its other characters call for 02"),
    ] {
        assert_eq!(parse(text).unwrap_err().to_string(), sentence);
    }
    assert!(Part::Register.characters().contains(&format!("{SEPARATOR:?}")));
}

#[test]
fn unprintable_bytes_are_shown_and_do_not_pass() {
    let identifier = foreign([b'a', 0xff, b'\n'], [0]);
    assert_eq!(identifier.to_string(), "foreign:a\u{fffd}\u{fffd}#\u{fffd}");
    let error = IdentifierError::Character {
        part: Part::Register,
        position: 2,
        found: char::REPLACEMENT_CHARACTER,
    };
    assert_eq!(identifier.check(), Err(error));
}

#[test]
fn json_holds_the_text() {
    let identifier = uscc("91310000132260250X");
    let json = "\"uscc:91310000132260250X\"";
    assert_eq!(serde_json::to_string(&identifier).unwrap(), json);
    assert_eq!(serde_json::from_str::<Identifier>(json).unwrap(), identifier);
    let error = serde_json::from_str::<Identifier>("\"913100001322602500\"").unwrap_err();
    assert!(error.to_string().contains("call for 'X'"), "{error}");
}

#[test]
fn the_encoding_is_fixed_and_bounded() {
    assert_eq!(uscc("91310000132260250X").encode(), b"\x0091310000132260250X");
    assert_eq!(lei("5493001KJTIIGC8Y1R12").encode(), b"\x015493001KJTIIGC8Y1R12");
    assert_eq!(foreign("HRB", "7").encode(), b"\x02\x0cHRB\x047");
    assert_eq!(Identifier::max_encoded_len(), 1 + 2 * (1 + 32));
    assert!(Identifier::decode(&mut &b"\x03"[..]).is_err());
    let long = [&b"\x02\x84"[..], &[b'0'; 33], b"\x047"].concat();
    assert!(Identifier::decode(&mut &long[..]).is_err(), "a register of 33 characters");
}

proptest! {
    #[test]
    fn agrees_with_the_model_of_unified_social_credit_codes(
        code in any_uscc(), last in "[0-9A-HJ-NP-RTUWXY]"
    ) {
        prop_assert_eq!(uscc(&code).check(), Ok(()));
        let expected = model_uscc(&code[..17]);
        let found = last.chars().next().unwrap();
        let error = IdentifierError::CheckCharacter { expected, found };
        let outcome = if found == expected { Ok(()) } else { Err(error) };
        prop_assert_eq!(uscc(&with(&code, 18, found)).check(), outcome);
    }

    #[test]
    fn agrees_with_the_model_of_legal_entity_identifiers(
        code in any_lei(), found in 0u32..100
    ) {
        prop_assert_eq!(lei(&code).check(), Ok(()));
        let body = &code[..18];
        let expected = model_lei(body).parse().unwrap();
        let error = IdentifierError::CheckDigits { expected, found };
        let outcome = if found == expected { Ok(()) } else { Err(error) };
        prop_assert_eq!(lei(&format!("{body}{found:02}")).check(), outcome);
    }

    #[test]
    fn substitutions_in_a_unified_social_credit_code_are_found(code in any_uscc()) {
        for position in 1..=USCC_LENGTH {
            for character in LEI_CHARACTERS.chars() {
                let other = with(&code, position, character);
                prop_assert_eq!(uscc(&other).check().is_ok(), other == code, "{}", other);
            }
        }
    }

    /// All of them: no two neighbours weigh the same.
    #[test]
    fn transpositions_in_a_unified_social_credit_code_are_found(code in any_uscc()) {
        for one in 1..=USCC_LENGTH {
            for two in one + 1..=USCC_LENGTH {
                let other = swapped(&code, one, two);
                let found = uscc(&other).check().is_err();
                prop_assert_eq!(found, other != code && (one, two) != (1, 18), "{}", other);
            }
        }
    }

    /// All that keep a digit a digit and a letter a letter; of the others, those that change the remainder.
    #[test]
    fn substitutions_in_a_legal_entity_identifier_are_found(code in any_lei()) {
        for position in 1..=LEI_LENGTH {
            let digit = code.as_bytes()[position - 1].is_ascii_digit();
            for character in LEI_CHARACTERS.chars() {
                let other = with(&code, position, character);
                let missed = digit != character.is_ascii_digit()
                    && position <= 18
                    && model_digits(&other) % 97 == 1;
                let passes = lei(&other).check().is_ok();
                prop_assert_eq!(passes, other == code || missed, "{}", other);
            }
        }
    }

    /// All but those of `B1`, `M2` and `X3`.
    #[test]
    fn transpositions_in_a_legal_entity_identifier_are_found(
        code in prop_oneof![any_lei(), lei_of("[BMX123]{18}")]
    ) {
        for position in 1..LEI_LENGTH {
            let other = swapped(&code, position, position + 1);
            let pair = &code[position - 1..=position];
            let missed = position < 18 && ["B1", "1B", "M2", "2M", "X3", "3X"].contains(&pair);
            prop_assert_eq!(lei(&other).check().is_ok(), other == code || missed, "{}", other);
        }
    }

    #[test]
    fn what_passes_is_read_back_from_its_text(identifier in any_checked()) {
        prop_assert_eq!(identifier.check(), Ok(()));
        prop_assert_eq!(parse(&identifier.to_string()), Ok(identifier.clone()));
        let json = serde_json::to_string(&identifier).unwrap();
        prop_assert_eq!(serde_json::from_str::<Identifier>(&json).unwrap(), identifier.clone());
        prop_assert_eq!(Identifier::decode(&mut &identifier.encode()[..]), Ok(identifier));
    }

    #[test]
    fn what_does_not_pass_is_not_read_back(identifier in any_bytes()) {
        let read = parse(&identifier.to_string());
        prop_assert_eq!(read.is_ok(), identifier.check().is_ok());
        if let Ok(read) = read {
            prop_assert_eq!(read, identifier);
        }
    }

    /// One value has one text, and the bare one where there is one.
    #[test]
    fn any_text_is_an_identifier_or_an_error(
        text in prop_oneof![
            "(uscc:|lei:|foreign:)?\\PC{0,40}",
            "[!-~]{18}",
            "[0-9]{18,20}",
            "foreign:[ -~]{1,20}",
            any_checked().prop_map(|identifier| identifier.to_string()),
            any_uscc(),
            any_lei(),
        ]
    ) {
        if let Ok(identifier) = parse(&text) {
            let written = identifier.to_string();
            let bare = written.split_once(':').map(|(_, code)| code);
            let known = text == written || Some(text.as_str()) == bare;
            prop_assert!(known, "{} is read, but written {}", text, written);
        }
    }
}
