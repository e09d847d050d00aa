//! Moments as people read and write them: in the chain's calendar, UTC+8.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use huangpu_client::{Error, Millis};
use huangpu_primitives::calendar::{DAY_MS, OFFSET_MS};

/// The chain's offset from UTC, in seconds.
const OFFSET_S: i32 = (OFFSET_MS / 1_000) as i32;

/// A moment for people: `2018-01-01 00:15:00 +08:00`.
pub(crate) fn show(moment: Millis) -> String {
    let utc = i64::try_from(moment).ok().and_then(DateTime::<Utc>::from_timestamp_millis);
    match (utc, FixedOffset::east_opt(OFFSET_S)) {
        (Some(utc), Some(offset)) => utc.with_timezone(&offset).format("%F %T %:z").to_string(),
        // Beyond any calendar.
        _ => format!("{moment} ms"),
    }
}

/// Now, in milliseconds since 1970.
pub(crate) fn now() -> Millis {
    Millis::try_from(Utc::now().timestamp_millis()).unwrap_or_default()
}

/// Reads a moment: RFC 3339, or a date with or without a time in UTC+8. A date means its first moment.
pub(crate) fn parse(text: &str) -> Result<Millis, Error> {
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return local(date.and_time(NaiveTime::MIN), text);
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return millis(moment.timestamp_millis(), text);
    }
    let patterns = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    let read = patterns.iter().find_map(|p| NaiveDateTime::parse_from_str(text, p).ok());
    local(read.ok_or_else(|| not_a_moment(text))?, text)
}

/// Reads the end of a validity: as [`parse`], but a date means its last moment, which is the first one of
/// the next day.
pub(crate) fn parse_until(text: &str) -> Result<Millis, Error> {
    let moment = parse(text)?;
    let date_only = NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    Ok(if date_only { moment.saturating_add(DAY_MS) } else { moment })
}

fn local(moment: NaiveDateTime, text: &str) -> Result<Millis, Error> {
    let offset = FixedOffset::east_opt(OFFSET_S).ok_or_else(|| not_a_moment(text))?;
    let moment = offset.from_local_datetime(&moment).single().ok_or_else(|| not_a_moment(text))?;
    millis(moment.timestamp_millis(), text)
}

fn millis(millis: i64, text: &str) -> Result<Millis, Error> {
    Millis::try_from(millis).map_err(|_| Error::input(format!("{text}: before 1970")))
}

fn not_a_moment(text: &str) -> Error {
    Error::input(format!("{text}: not a date like 2026-01-31 or a moment like 2026-01-31 08:00"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_of_the_chains_calendar() {
        // 2017-12-31T16:00Z
        assert_eq!(parse("2018-01-01").ok(), Some(1_514_736_000_000));
        assert_eq!(parse("2018-01-01 00:00").ok(), Some(1_514_736_000_000));
        assert_eq!(parse("2018-01-01T00:00:00").ok(), Some(1_514_736_000_000));
        assert_eq!(parse("2017-12-31T16:00:00Z").ok(), Some(1_514_736_000_000));
        assert_eq!(parse("2018-01-01T00:00:00+08:00").ok(), Some(1_514_736_000_000));
        assert_eq!(show(1_514_736_000_000), "2018-01-01 00:00:00 +08:00");
        assert_eq!(show(u64::MAX), format!("{} ms", u64::MAX));
    }

    #[test]
    fn a_validity_includes_its_last_day() {
        assert_eq!(parse_until("2017-12-31").ok(), parse("2018-01-01").ok());
        assert_eq!(parse_until("2017-12-31 12:00").ok(), parse("2017-12-31 12:00").ok());
    }

    #[test]
    fn other_texts_are_refused() {
        for bad in ["", "yesterday", "2018-13-01", "01/02/2018", "1969-12-31", "2018-01-01 25:00"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
