//! The chain's calendar: UTC+8, proleptic Gregorian, fixed at genesis.
//!
//! Months decide where a reading is booked, days when something expires. Everything else is
//! [`Millis`](crate::Millis). The arithmetic is Howard Hinnant's `civil_from_days`, restricted to
//! dates after 1970; the tests compare it with an independent implementation.

use crate::Millis;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How far the chain's calendar is ahead of UTC.
pub const OFFSET_MS: u64 = 8 * 60 * 60 * 1_000;
/// Milliseconds in a day.
pub const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// A month of the chain's calendar, counted from January 1970.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Month(pub u16);

/// A day of the chain's calendar, counted from 1 January 1970.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    Serialize,
    Deserialize,
)]
pub struct Day(pub u32);

impl Day {
    /// The last day of what has no end.
    pub const NEVER: Self = Self(u32::MAX);

    /// The day in which a moment lies.
    pub fn of(moment: Millis) -> Self {
        Day(u32::try_from(moment.saturating_add(OFFSET_MS) / DAY_MS).unwrap_or(u32::MAX))
    }

    /// The moment at which the day begins.
    pub fn start(self) -> Millis {
        (u64::from(self.0) * DAY_MS).saturating_sub(OFFSET_MS)
    }

    /// The day so many days later.
    pub fn plus(self, days: u32) -> Self {
        Day(self.0.saturating_add(days))
    }
}

impl Month {
    /// The month in which a moment lies.
    pub fn of(moment: Millis) -> Self {
        let (year, month, _) = civil_from_days(u64::from(Day::of(moment).0));
        Self::saturating_from(year, month)
    }

    /// The month of a civil year and month (1 to 12).
    pub fn new(year: u16, month: u8) -> Option<Self> {
        if year < 1970 || !(1..=12).contains(&month) {
            return None;
        }
        (year - 1970).checked_mul(12)?.checked_add(u16::from(month) - 1).map(Month)
    }

    /// Civil year and month (1 to 12).
    pub fn year_month(self) -> (u16, u8) {
        (1970 + self.0 / 12, (self.0 % 12) as u8 + 1)
    }

    /// The moment at which the month begins.
    pub fn start(self) -> Millis {
        let (year, month) = self.year_month();
        (days_from_civil(u64::from(year), u64::from(month), 1) * DAY_MS).saturating_sub(OFFSET_MS)
    }

    /// The moment at which the next month begins.
    pub fn end(self) -> Millis {
        self.next().start()
    }

    /// The next month.
    pub fn next(self) -> Self {
        Month(self.0.saturating_add(1))
    }

    /// Whether the half-open period `[start, end)` lies within one month, and which.
    pub fn containing(start: Millis, end: Millis) -> Option<Self> {
        let month = Self::of(start);
        (start < end && Self::of(end - 1) == month).then_some(month)
    }

    fn saturating_from(year: u64, month: u64) -> Self {
        let months = year.saturating_sub(1970).saturating_mul(12).saturating_add(month - 1);
        Month(u16::try_from(months).unwrap_or(u16::MAX))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.year_month();
        write!(f, "{year:04}-{month:02}")
    }
}

/// What is wrong with the text of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMonth;

impl fmt::Display for NotAMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a month is written YYYY-MM, from 1970-01")
    }
}

impl core::error::Error for NotAMonth {}

impl FromStr for Month {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
                .ok_or(NotAMonth)
        };
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        Month::new(digits(year, 4)?, digits(month, 2)? as u8).ok_or(NotAMonth)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = alloc::string::String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Year, month and day of a number of days since 1 January 1970.
fn civil_from_days(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468; // days since 1 March of the year 0
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

/// Days since 1 January 1970 of a civil date not before it.
fn days_from_civil(year: u64, month: u64, day: u64) -> u64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year / 400;
    let year_of_era = year % 400;
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, FixedOffset, TimeZone};
    use proptest::prelude::*;

    #[test]
    fn a_month_begins_at_midnight_in_shanghai() {
        let january = Month::new(2018, 1).unwrap();
        // 2017-12-31T16:00Z
        assert_eq!(january.start(), 1_514_736_000_000);
        assert_eq!(Month::of(january.start()), january);
        assert_eq!(Month::of(january.start() - 1).to_string(), "2017-12");
    }

    #[test]
    fn a_period_up_to_midnight_is_in_the_month_that_ends() {
        let january = Month::new(2018, 1).unwrap();
        assert_eq!(Month::containing(january.end() - DAY_MS, january.end()), Some(january));
        assert_eq!(Month::containing(january.end() - 1, january.end() + 1), None);
        assert_eq!(Month::containing(january.end(), january.end()), None, "empty period");
        assert_eq!(Month::containing(u64::MAX, 0), None);
    }

    #[test]
    fn months_are_written_year_first() {
        assert_eq!("2018-08".parse(), Ok(Month::new(2018, 8).unwrap()));
        for bad in ["", "2018", "2018-8", "2018-13", "2018-00", "1969-12", "+018-01", "2018-08-01"]
        {
            assert_eq!(bad.parse::<Month>(), Err(NotAMonth), "{bad}");
        }
    }

    #[test]
    fn the_end_of_time_does_not_panic() {
        assert_eq!(Day::of(u64::MAX).0, u32::MAX);
        assert_eq!(Month::of(u64::MAX), Month(u16::MAX));
        let _ = Month(u16::MAX).end();
        let _ = Day(u32::MAX).start();
    }

    proptest! {
        #[test]
        fn agrees_with_chrono(moment in 0u64..4_102_444_800_000) {
            let shanghai = FixedOffset::east_opt(8 * 3600).unwrap();
            let theirs = shanghai.timestamp_millis_opt(moment as i64).unwrap();
            let month = Month::of(moment);
            prop_assert_eq!(month.year_month(), (theirs.year() as u16, theirs.month() as u8));
            prop_assert!(month.start() <= moment.max(month.start()) && moment < month.end());
            let day = Day::of(moment);
            prop_assert!(day.start() <= moment.max(day.start()) && moment < day.plus(1).start());
            prop_assert_eq!(month.to_string().parse::<Month>().unwrap(), month);
        }
    }
}
