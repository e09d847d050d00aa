//! Readings in JSON: one object or an array of them, each judged by itself.
//!
//! Numbers are taken as they are written, never through floating point. `NaN` and `Infinity`,
//! which some programs write although JSON has no such thing, spoil their reading, not the batch.

use crate::reading::Rejection;
use huangpu_primitives::Millis;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A reading as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The device's reference.
    pub device: String,
    /// When.
    pub timestamp: Millis,
    /// The value's text.
    pub value: String,
    /// The unit's code.
    pub unit: String,
    /// Tells readings of one moment apart.
    pub counter: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item<'a> {
    #[serde(borrow)]
    device: Option<&'a RawValue>,
    #[serde(borrow)]
    timestamp: Option<&'a RawValue>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
    #[serde(borrow)]
    unit: Option<&'a RawValue>,
    #[serde(borrow)]
    counter: Option<&'a RawValue>,
}

/// Reads a request's body.
///
/// # Errors
/// What is wrong with the body as a whole; what is wrong with one reading stands in its place.
pub fn parse(body: &[u8]) -> Result<Vec<Result<Sent, Rejection>>, String> {
    let text = std::str::from_utf8(body).map_err(|_| "the body is not UTF-8".to_owned())?;
    let text = quote_non_finite(text);
    let broken = |e: serde_json::Error| format!("the body is not JSON: {e}");
    let items: Vec<&RawValue> = if text.trim_start().starts_with('[') {
        serde_json::from_str(&text).map_err(broken)?
    } else {
        vec![serde_json::from_str(&text).map_err(broken)?]
    };
    if items.is_empty() {
        return Err("there is no reading in the body".to_owned());
    }
    Ok(items.into_iter().map(parse_item).collect())
}

fn parse_item(raw: &RawValue) -> Result<Sent, Rejection> {
    let item: Item<'_> = serde_json::from_str(raw.get())
        .map_err(|e| malformed("reading", format!("not a reading: {e}")))?;
    Ok(Sent {
        device: text("device", item.device)?,
        timestamp: timestamp(item.timestamp)?,
        value: number("value", item.value)?,
        unit: text("unit", item.unit)?,
        counter: item.counter.map_or(Ok(0), |raw| whole("counter", raw.get()))?,
    })
}

fn malformed(field: &'static str, reason: impl Into<String>) -> Rejection {
    Rejection::Malformed { field, reason: reason.into() }
}

fn required<'a>(field: &'static str, raw: Option<&'a RawValue>) -> Result<&'a str, Rejection> {
    raw.map(RawValue::get).ok_or_else(|| malformed(field, "is missing"))
}

fn text(field: &'static str, raw: Option<&RawValue>) -> Result<String, Rejection> {
    serde_json::from_str(required(field, raw)?).map_err(|_| malformed(field, "is not a string"))
}

/// A number's own text, or a string's.
fn number(field: &'static str, raw: Option<&RawValue>) -> Result<String, Rejection> {
    let raw = required(field, raw)?;
    match raw.as_bytes().first() {
        Some(b'"') => text_of(field, raw),
        Some(b'-' | b'0'..=b'9') => Ok(raw.to_owned()),
        _ => Err(malformed(field, "is neither a number nor a string")),
    }
}

fn text_of(field: &'static str, raw: &str) -> Result<String, Rejection> {
    serde_json::from_str(raw).map_err(|_| malformed(field, "is not a string"))
}

fn whole(field: &'static str, raw: &str) -> Result<u64, Rejection> {
    raw.parse().map_err(|_| malformed(field, "is not a whole number from 0 to 2^64 - 1"))
}

fn timestamp(raw: Option<&RawValue>) -> Result<Millis, Rejection> {
    const FIELD: &str = "timestamp";
    let raw = required(FIELD, raw)?;
    if !raw.starts_with('"') {
        let millis = whole(FIELD, raw)?;
        return if millis > 0 { Ok(millis) } else { Err(malformed(FIELD, "is zero")) };
    }
    let text = text_of(FIELD, raw)?;
    let moment = chrono::DateTime::parse_from_rfc3339(&text).map_err(|e| {
        malformed(FIELD, format!("is neither milliseconds since 1970 nor RFC 3339: {e}"))
    })?;
    if moment.timestamp_subsec_nanos() % 1_000_000 != 0 {
        return Err(malformed(FIELD, "is finer than a millisecond: nothing is rounded"));
    }
    match u64::try_from(moment.timestamp_millis()) {
        Ok(millis) if millis > 0 => Ok(millis),
        _ => Err(malformed(FIELD, "lies before 1970")),
    }
}

/// Puts the words that are no JSON, but that stand where numbers do, into quotes.
fn quote_non_finite(text: &str) -> std::borrow::Cow<'_, str> {
    const WORDS: [&str; 3] = ["-Infinity", "Infinity", "NaN"];
    if !WORDS.iter().any(|word| text.contains(word)) {
        return text.into();
    }
    let mut quoted = String::with_capacity(text.len() + 64);
    let (mut rest, mut in_string) = (text, false);
    while let Some(next) = rest.chars().next() {
        let word = WORDS.iter().find(|word| !in_string && rest.starts_with(**word));
        let taken = match (word, next) {
            (Some(word), _) => {
                quoted.extend(["\"", word, "\""]);
                rest = &rest[word.len()..];
                continue;
            }
            // An escaped quotation mark does not end a string.
            (None, '\\') if in_string => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            (None, _) => {
                in_string ^= next == '"';
                next.len_utf8()
            }
        };
        quoted.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    quoted.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str =
        r#"{"device": "a/b", "timestamp": 1514736900000, "value": 3.17, "unit": "KWH"}"#;

    fn one(body: &str) -> Result<Sent, Rejection> {
        parse(body.as_bytes()).unwrap().remove(0)
    }

    fn field_at_fault(body: &str) -> &'static str {
        one(body).unwrap_err().field()
    }

    #[test]
    fn a_reading_is_read() {
        let sent = one(GOOD).unwrap();
        assert_eq!((sent.device.as_str(), sent.unit.as_str()), ("a/b", "KWH"));
        assert_eq!((sent.timestamp, sent.counter), (1_514_736_900_000, 0));
        assert_eq!(sent.value, "3.17");
        let sent = one(
            r#"{"device":"a","timestamp":"2018-01-01T00:15:00+08:00","value":"0.30000000000000004","unit":"KWH","counter":7}"#,
        );
        let sent = sent.unwrap();
        assert_eq!((sent.timestamp, sent.counter), (1_514_736_900_000, 7));
        assert_eq!(sent.value, "0.30000000000000004", "no floating point on the way");
    }

    #[test]
    fn numbers_keep_their_digits() {
        let big = GOOD.replace("3.17", "18446744073709551.615");
        assert_eq!(one(&big).unwrap().value, "18446744073709551.615");
        let exponent = GOOD.replace("3.17", "1e3");
        assert_eq!(one(&exponent).unwrap().value, "1e3", "refused later, by name");
    }

    #[test]
    fn the_field_at_fault_is_named() {
        for field in ["device", "timestamp", "value", "unit"] {
            let missing = GOOD.replace(&format!("\"{field}\""), "\"counter\"");
            assert!(one(&missing).is_err());
            let null =
                GOOD.replace(&format!("\"{field}\": "), &format!("\"{field}\": [], \"x\": "));
            assert!(one(&null).is_err());
        }
        assert_eq!(field_at_fault(r#"{"device":"a","timestamp":1,"unit":"KWH"}"#), "value");
        assert_eq!(field_at_fault(&GOOD.replace("\"a/b\"", "7")), "device");
        assert_eq!(field_at_fault(&GOOD.replace("3.17", "true")), "value");
        assert_eq!(field_at_fault(&GOOD.replace("\"KWH\"", "null")), "unit");
        for bad in [
            "-1",
            "1.5",
            "0",
            "\"yesterday\"",
            "\"2018-01-01\"",
            "1e12",
            "\"1969-01-01T00:00:00Z\"",
            "\"2018-01-01T00:00:00.0001Z\"",
        ] {
            assert_eq!(field_at_fault(&GOOD.replace("1514736900000", bad)), "timestamp", "{bad}");
        }
        assert_eq!(field_at_fault(&GOOD.replace('}', ", \"counter\": -1}")), "counter");
        assert_eq!(field_at_fault(&GOOD.replace('}', ", \"volts\": 1}")), "reading");
        assert_eq!(field_at_fault("7"), "reading");
    }

    #[test]
    fn one_bad_reading_does_not_spoil_the_batch() {
        let batch = format!("[{GOOD}, {}, {GOOD}, 3]", GOOD.replace("3.17", "NaN"));
        let items = parse(batch.as_bytes()).unwrap();
        assert_eq!(items.len(), 4);
        assert!(items[0].is_ok() && items[2].is_ok() && items[3].is_err());
        assert_eq!(items[1].as_ref().unwrap().value, "NaN", "refused later, by name");
    }

    #[test]
    fn only_bare_words_are_quoted() {
        assert_eq!(quote_non_finite("[NaN, -Infinity]"), "[\"NaN\", \"-Infinity\"]");
        let strings = r#"["NaN", "a\"NaN", "\\", "Infinity"]"#;
        assert_eq!(quote_non_finite(strings), strings);
        assert_eq!(quote_non_finite(r#"["\\",NaN]"#), r#"["\\","NaN"]"#);
        assert_eq!(quote_non_finite("\"NaN\\"), "\"NaN\\");
    }

    #[test]
    fn what_is_not_json_is_refused_whole() {
        for bad in ["", "[", "{", "{\"device\": }", "[] []", "[]", "nul"] {
            assert!(parse(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(parse(&[0xff, 0xfe]).unwrap_err().contains("UTF-8"));
    }

    proptest! {
        #[test]
        fn no_body_panics(body in "[\\PC\"\\\\NaNI]{0,60}") {
            let _ = parse(body.as_bytes());
        }
    }
}
