//! The chain's days as people write them: `2026-12-31`.

use crate::Error;
use chrono::{Days, NaiveDate};
use huangpu_primitives::calendar::Day;
use serde_json::Value as Json;

/// The last day of what has no end, like the founders' memberships.
pub const NO_END: Day = Day::NEVER;

/// A day for people.
pub fn show(day: Day) -> String {
    match date(day) {
        Some(date) => date.to_string(),
        None if day == NO_END => "no end".into(),
        // Beyond any calendar.
        None => format!("day {}", day.0),
    }
}

/// A day for programs; null where there is no end.
pub fn json(day: Day) -> Json {
    if day == NO_END {
        return Json::Null;
    }
    show(day).into()
}

/// Reads a day.
///
/// # Errors
/// [`Error::Input`] for anything but a date from 1970 on.
pub fn parse(text: &str) -> Result<Day, Error> {
    let bad = || Error::Input(format!("{text}: not a date like 2026-12-31"));
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| bad())?;
    let days = date.signed_duration_since(NaiveDate::default()).num_days();
    u32::try_from(days).map(Day).map_err(|_| bad())
}

fn date(day: Day) -> Option<NaiveDate> {
    // The default is 1 January 1970.
    NaiveDate::default().checked_add_days(Days::new(day.0.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_primitives::calendar::Month;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_written_as_a_date() {
        assert_eq!(show(Day(0)), "1970-01-01");
        assert_eq!(show(Day(20_000)), "2024-10-04");
        assert_eq!(json(Day(20_000)), Json::from("2024-10-04"));
        let january = Month::new(2018, 1).expect("a month").start();
        assert_eq!(parse("2018-01-01").ok(), Some(Day::of(january)));
    }

    #[test]
    fn what_has_no_end_says_so() {
        assert_eq!(show(NO_END), "no end");
        assert_eq!(json(NO_END), Json::Null);
        assert_eq!(show(Day(u32::MAX - 1)), "day 4294967294");
    }

    #[test]
    fn other_texts_are_refused() {
        for bad in ["", "1969-12-31", "2018-13-01", "31.12.2018", "2018-01-01 08:00", "no end"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(day in 0u32..2_932_897) {
            prop_assert_eq!(parse(&show(Day(day))).unwrap(), Day(day));
        }
    }
}
