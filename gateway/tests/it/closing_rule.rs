//! The closing rule, under any order of arrival: no reading is lost or reported twice, and no report
//! breaks a rule of the chain.

use crate::common::NOW;
use huangpu_gateway::closing::{Present, Rule, RuleError, Span};
use huangpu_primitives::{
    calendar::{Day, Month, DAY_MS},
    Millis,
};
use proptest::{collection::vec, prelude::*, sample::select};

const MINUTE: Millis = 60_000;

fn daily(max_readings: usize) -> Rule {
    Rule::new(DAY_MS, 10 * MINUTE, max_readings).unwrap()
}

fn present(now: Millis, newest: Millis) -> Present {
    Present { now, newest, input_ended: false }
}

#[test]
fn periods_divide_a_day() {
    assert!(Rule::new(DAY_MS, 0, 1).is_ok() && Rule::new(15 * MINUTE, 0, 1).is_ok());
    for bad in [0, 7 * 60 * MINUTE, 2 * DAY_MS] {
        assert_eq!(Rule::new(bad, 0, 1), Err(RuleError::NotPartOfADay));
    }
    assert_eq!(Rule::new(DAY_MS, 0, 0), Err(RuleError::NoReadings));
}

#[test]
fn midnight_ends_the_day_before() {
    let midnight = Day::of(NOW).start();
    assert_eq!(daily(9).period_of(midnight), (midnight - DAY_MS, midnight));
    assert_eq!(daily(9).period_of(midnight + 1), (midnight, midnight + DAY_MS));
}

#[test]
fn a_period_waits_for_its_lateness() {
    let (rule, begin) = (daily(9), Day::of(NOW).start());
    let (end, last) = (begin + DAY_MS, begin + 2 * DAY_MS);
    let waiting = [begin + 1, end];
    let span = Some(Span { start: begin, end, readings: 2, late: 0 });
    let next = |now, newest| rule.next_span(begin, &waiting, present(now, newest));
    assert_eq!(next(end, end), None);
    assert_eq!(next(end + 10 * MINUTE - 1, end), None);
    assert_eq!(next(end + 10 * MINUTE, end), span, "by the clock");
    assert_eq!(next(end, end + 10 * MINUTE), span, "by the newest reading");
    assert_eq!(next(end - 1, last), None, "never in the future");
}

#[test]
fn empty_periods_make_no_report() {
    let (rule, begin) = (daily(9), Day::of(NOW).start());
    let later = begin + 5 * DAY_MS;
    let span = rule.next_span(begin, &[later + 7], present(later + 2 * DAY_MS, 0)).unwrap();
    assert_eq!((span.start, span.end), (later, later + DAY_MS));
    assert_eq!(rule.next_span(begin, &[], present(later, 0)), None);
}

#[test]
fn late_readings_go_into_the_next_report() {
    let (rule, begin) = (daily(9), Day::of(NOW).start());
    let end = begin + DAY_MS;
    let waiting = [begin - 3, begin, begin + 1];
    let span = rule.next_span(begin, &waiting, present(end + DAY_MS, 0)).unwrap();
    assert_eq!(span, Span { start: begin, end, readings: 3, late: 2 });
    let alone = rule.next_span(begin, &waiting[..2], present(end + DAY_MS, 0)).unwrap();
    assert_eq!(alone, Span { start: begin, end, readings: 2, late: 2 });
    assert_eq!(rule.next_span(begin, &waiting[..2], present(end, 0)), None);
    let ended = Present { now: begin + 5, newest: 0, input_ended: true };
    let now = rule.next_span(begin, &waiting[..2], ended).unwrap();
    assert_eq!((now.start, now.end), (begin, begin + 5));
}

#[test]
fn readings_of_one_moment_stay_together() {
    let (rule, begin) = (daily(2), Day::of(NOW).start());
    let waiting = [begin + 1, begin + 2, begin + 2, begin + 2, begin + 3];
    let span = rule.next_span(begin, &waiting, present(begin + 9, begin + 3)).unwrap();
    assert_eq!(span, Span { start: begin, end: begin + 2, readings: 4, late: 0 });
    let rest = rule.next_span(span.end, &waiting[4..], present(begin + 9, begin + 3));
    assert_eq!(rest, None, "one is not full");
}

#[test]
fn at_the_end_of_input_only_the_future_waits() {
    let (rule, begin) = (daily(3), Day::of(NOW).start());
    let waiting = [begin + 1, begin + 7, begin + 8];
    let ended = |now| Present { now, newest: 0, input_ended: true };
    let span = rule.next_span(begin, &waiting, ended(begin + 5)).unwrap();
    assert_eq!(span, Span { start: begin, end: begin + 1, readings: 1, late: 0 });
    assert_eq!(rule.next_span(begin + 1, &waiting[1..], ended(begin + 5)), None);
    // A late reading does not wait for one that lies ahead.
    let late = rule.next_span(begin + 1, &waiting, ended(begin + 5)).unwrap();
    assert_eq!(late, Span { start: begin + 1, end: begin + 5, readings: 1, late: 1 });
}

#[derive(Clone, Debug)]
enum Step {
    /// A reading so many minutes before the present, or after it.
    Arrives(i64),
    /// Time passes.
    Passes(Millis),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (-120i64..3).prop_map(Step::Arrives),
        1 => (-6_000i64..0).prop_map(Step::Arrives),
        2 => (0u64..90).prop_map(|minutes| Step::Passes(minutes * MINUTE)),
        1 => (0u64..5_000).prop_map(|minutes| Step::Passes(minutes * MINUTE)),
    ];
    vec(step, 1..250)
}

proptest! {
    #[test]
    fn nothing_is_lost_or_reported_twice(
        steps in steps(),
        every in select(vec![15 * MINUTE, 60 * MINUTE, 12 * 60 * MINUTE, DAY_MS]),
        lateness in select(vec![0, MINUTE, 90 * MINUTE]),
        max_readings in select(vec![1usize, 3, 20, 1_000]),
    ) {
        let rule = Rule::new(every, lateness, max_readings).unwrap();
        let (mut now, mut newest, mut last_end) = (NOW, 0, NOW - 3 * DAY_MS);
        let (mut waiting, mut sent, mut taken) = (Vec::new(), 0, 0);
        let mut drain = |waiting: &mut Vec<Millis>, present: Present| {
            let mut reports = 0;
            while let Some(span) = rule.next_span(last_end, waiting, present) {
                let may = rule.may_be_due(
                    last_end,
                    waiting.iter().copied().find(|t| *t > last_end),
                    waiting.len() as u64,
                    present,
                );
                assert!(may, "a cheap look must not overlook a report");
                check(&span, waiting, last_end, present.now);
                waiting.drain(..span.readings);
                last_end = span.end;
                taken += span.readings;
                reports += 1;
            }
            reports
        };
        for step in &steps {
            match step {
                Step::Passes(time) => now += time,
                Step::Arrives(minutes) => {
                    let timestamp = now.saturating_add_signed(minutes * MINUTE as i64);
                    let at = waiting.partition_point(|t| *t <= timestamp);
                    waiting.insert(at, timestamp);
                    newest = newest.max(timestamp);
                    sent += 1;
                }
            }
            drain(&mut waiting, present(now, newest));
        }
        // A report ends after the one before it, so there must be time for it.
        let now = now + 1;
        drain(&mut waiting, Present { now, newest, input_ended: true });
        prop_assert!(waiting.iter().all(|t| *t > now), "only what lies ahead may still wait");
        // Once all time has passed, everything is reported without being asked for.
        let end = now + 30 * DAY_MS;
        drain(&mut waiting, present(end, newest));
        prop_assert_eq!(waiting.len(), 0);
        prop_assert_eq!(taken, sent);
    }
}

/// What the chain would check, and what "late" means.
fn check(span: &Span, waiting: &[Millis], last_end: Millis, now: Millis) {
    assert!(last_end <= span.start && span.start < span.end && span.end <= now);
    assert!(Month::containing(span.start, span.end).is_some(), "it crosses a month");
    assert!(span.readings > 0 && span.late <= span.readings);
    let (late, on_time) = waiting[..span.readings].split_at(span.late);
    assert!(late.iter().all(|timestamp| *timestamp <= last_end));
    assert!(on_time.iter().all(|timestamp| span.start < *timestamp && *timestamp <= span.end));
    // What is left is not late just because this report was closed.
    assert!(waiting[span.readings..].iter().all(|timestamp| *timestamp > span.end));
}
