//! Which readings form the next report: a pure rule.
//!
//! Time is cut into periods that divide a day of the chain's calendar. A period `(begin, end]` is
//! over when the device's newest reading, or the gateway's clock, is past its end by the lateness;
//! then everything that waits is reported with it. A period without readings makes no report. What
//! arrives after its period was reported is *late* and goes into the next report. No period
//! crosses a day, so no report crosses a month; and none ends after the gateway's own clock.

use huangpu_primitives::{
    calendar::{DAY_MS, OFFSET_MS},
    Millis,
};

/// When a report is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    every: Millis,
    lateness: Millis,
    max_readings: usize,
}

/// A rule that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Periods must not cross a day.
    #[error("close_every must divide a day: 1d, 12h, 1h, 15m ...")]
    NotPartOfADay,
    /// A report holds at least one reading.
    #[error("max_readings must be at least 1")]
    NoReadings,
}

/// The present, as far as the rule wants to know.
#[derive(Clone, Copy, Debug)]
pub struct Present {
    /// The gateway's clock.
    pub now: Millis,
    /// The newest reading the device ever sent.
    pub newest: Millis,
    /// No more readings will come: close what is there.
    pub input_ended: bool,
}

/// What the next report covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Begin of its period.
    pub start: Millis,
    /// End of its period.
    pub end: Millis,
    /// How many of the waiting readings it takes, from the earliest.
    pub readings: usize,
    /// How many of these are late.
    pub late: usize,
}

impl Rule {
    /// A rule: periods of this length, how long to wait after their end, and at how many waiting
    /// readings to close early.
    ///
    /// # Errors
    /// If the periods do not divide a day, or reports would be empty.
    pub fn new(every: Millis, lateness: Millis, max_readings: usize) -> Result<Self, RuleError> {
        if every == 0 || !DAY_MS.is_multiple_of(every) {
            return Err(RuleError::NotPartOfADay);
        }
        if max_readings == 0 {
            return Err(RuleError::NoReadings);
        }
        Ok(Self { every, lateness, max_readings })
    }

    /// At how many waiting readings a report is closed early.
    pub fn max_readings(&self) -> usize {
        self.max_readings
    }

    /// Begin and end of the period in which a reading lies: `begin < timestamp <= end`.
    pub fn period_of(&self, timestamp: Millis) -> (Millis, Millis) {
        let periods = timestamp.saturating_sub(1).saturating_add(OFFSET_MS) / self.every;
        let moment = |periods: u64| periods.saturating_mul(self.every).saturating_sub(OFFSET_MS);
        (moment(periods), moment(periods + 1))
    }

    /// Whether a period that ends then is over.
    fn is_over(&self, end: Millis, present: Present) -> bool {
        let patience = end.saturating_add(self.lateness);
        let waited = present.newest >= patience || present.now >= patience;
        end <= present.now && (waited || present.input_ended)
    }

    /// Whether a report may be due, judged without looking at every reading: `first` is the first
    /// waiting reading that is not late.
    pub fn may_be_due(
        &self,
        last_end: Millis,
        first: Option<Millis>,
        waiting: u64,
        present: Present,
    ) -> bool {
        let first = first.filter(|first| *first <= present.now);
        let (_, close) = self.period_of(first.unwrap_or(last_end.saturating_add(1)));
        let full = waiting >= self.max_readings as u64;
        waiting > 0 && (full || present.input_ended || self.is_over(close, present))
    }

    /// The next report, if one is due.
    ///
    /// `waiting` are the timestamps of the readings that wait, in order: at least those up to the
    /// end of the period of the first one that is not late. `last_end` is where the last report
    /// ended.
    pub fn next_span(
        &self,
        last_end: Millis,
        waiting: &[Millis],
        present: Present,
    ) -> Option<Span> {
        let late = waiting.partition_point(|timestamp| *timestamp <= last_end);
        match waiting.get(late).filter(|first| **first <= present.now) {
            Some(first) => self.next_period(*first, last_end, waiting, late, present),
            None if late > 0 => self.only_late(last_end, late, present),
            None => None,
        }
    }

    fn next_period(
        &self,
        first: Millis,
        last_end: Millis,
        waiting: &[Millis],
        late: usize,
        present: Present,
    ) -> Option<Span> {
        let (begin, close) = self.period_of(first);
        let start = begin.max(last_end);
        let all = waiting.partition_point(|timestamp| *timestamp <= close);
        let full = self.first_full(waiting, late, all);
        let over = self.is_over(close, present);
        if over && full.is_none_or(|readings| readings == all) {
            return Some(Span { start, end: close, readings: all, late });
        }
        let ended = || {
            let past = waiting[..all].partition_point(|timestamp| *timestamp <= present.now);
            (present.input_ended && past > late).then_some(past)
        };
        let past = |readings: &usize| waiting[readings - 1] <= present.now;
        let readings = full.filter(past).or_else(ended)?;
        Some(Span { start, end: waiting[readings - 1], readings, late })
    }

    /// How many readings make a full report; readings of one moment stay together, since the
    /// second of them would be late in the next report.
    fn first_full(&self, waiting: &[Millis], late: usize, all: usize) -> Option<usize> {
        if all < self.max_readings {
            return None;
        }
        let last = waiting[self.max_readings.max(late + 1) - 1];
        Some(waiting[..all].partition_point(|timestamp| *timestamp <= last))
    }

    /// Late readings alone go with the period that follows the last report.
    fn only_late(&self, last_end: Millis, late: usize, present: Present) -> Option<Span> {
        let (_, close) = self.period_of(last_end.saturating_add(1));
        let span = |end| Span { start: last_end, end, readings: late, late };
        if self.is_over(close, present) {
            return Some(span(close));
        }
        (present.input_ended && present.now > last_end).then(|| span(present.now.min(close)))
    }
}
