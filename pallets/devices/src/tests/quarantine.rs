//! Reports that break a rule: recorded, not counted, and no obstacle.

use super::*;
use crate::{Breach, Quarantine, Quarantined, Registration, Roots};
use huangpu_primitives::{calendar::DAY_MS, report::Report};
use polkadot_sdk::frame_support::assert_ok;

/// A report that breaks one rule is quarantined for it, and the good one after it is counted.
#[track_caller]
fn quarantines_for(
    breach: Breach,
    registration: impl FnOnce(&mut Registration),
    change: impl FnOnce(&mut Report),
) {
    // The clock stands in July, so that a period can cross the month.
    let now = june().end() + DAY_MS;
    ExtBuilder::default().now(now).build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, registration);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let (before, counted) = (cursor(&meter), total(&meter, june()));
        take_events();
        Heard::set(Vec::new());

        let bad = meter.bad_report(change);
        assert_ok!(submit(STEEL, vec![bad.clone()]));
        let (device, sequence, report) = (meter.device, 2, bad.report);
        let quarantined = Event::ReportQuarantined { device, sequence, breach };
        let recorded =
            Event::ReportsRecorded { org: STEEL, reports: 1, readings: 0, quarantined: 1 };
        assert_eq!(take_events(), [quarantined, recorded]);
        let record = Quarantined {
            breach,
            start: report.start,
            end: report.end,
            register_start: report.register_start,
            register: report.register,
            readings: report.readings,
        };
        assert_eq!(Quarantine::<Test>::get(device, 2), Some(record));
        let moved = Cursor { sequence: 2, hash: meter.previous, ..before };
        assert_eq!(cursor(&meter), moved);
        assert_eq!(total(&meter, june()), counted);
        assert_eq!(Heard::get(), []);
        assert_eq!(Roots::<Test>::get(device, 2).unwrap().root, report.root);

        assert_ok!(submit(STEEL, vec![meter.report()]));
        let after = total(&meter, june()).unwrap();
        assert_eq!(after.measured, counted.unwrap().measured + 100);
        assert_eq!((after.reports, after.last_sequence, after.gap), (2, 3, 0));
    });
}

#[test]
fn an_empty_period_is_quarantined() {
    quarantines_for(Breach::EmptyPeriod, |_| (), |report| report.end = report.start);
}

#[test]
fn a_period_that_ends_before_it_begins_is_quarantined() {
    quarantines_for(Breach::EmptyPeriod, |_| (), |report| report.end = report.start - 1);
}

#[test]
fn a_period_that_overlaps_the_last_one_is_quarantined() {
    quarantines_for(Breach::PeriodOverlaps, |_| (), |report| report.start -= 1);
}

#[test]
fn a_period_that_ends_in_the_future_is_quarantined() {
    let future = june().end() + DAY_MS + SKEW + 1;
    quarantines_for(
        Breach::PeriodInFuture,
        |_| (),
        |report| {
            report.start = future - HOUR;
            report.end = future;
        },
    );
}

#[test]
fn a_period_that_crosses_a_month_is_quarantined() {
    quarantines_for(
        Breach::PeriodCrossesMonth,
        |_| (),
        |report| {
            report.start = june().end() - 1;
            report.end = june().end() + 1;
        },
    );
}

#[test]
fn a_report_without_readings_is_quarantined() {
    quarantines_for(Breach::ReadingsImplausible, |_| (), |report| report.readings = 0);
}

#[test]
fn more_late_readings_than_readings_are_quarantined() {
    quarantines_for(Breach::ReadingsImplausible, |_| (), |report| report.late = 5);
}

#[test]
fn a_register_that_falls_within_a_report_is_quarantined() {
    let falls = |report: &mut Report| report.register = report.register_start - 1;
    quarantines_for(Breach::RegisterBackwards, |_| (), falls);
}

#[test]
fn a_register_that_falls_between_two_reports_is_quarantined() {
    let falls = |report: &mut Report| report.register_start -= 1;
    quarantines_for(Breach::RegisterBackwards, |_| (), falls);
}

#[test]
fn a_step_back_by_half_the_modulus_is_no_rollover() {
    // From 8 100 on, over a modulus of 10 000: a movement of 5 000.
    let rollover = |registration: &mut Registration| {
        registration.rollover = Some(10_000);
        registration.opening_register = 8_000;
    };
    let half = |report: &mut Report| report.register = (report.register_start + 5_000) % 10_000;
    quarantines_for(Breach::RegisterBackwards, rollover, half);
}

#[test]
fn a_register_at_its_rollover_is_quarantined() {
    let rollover = |registration: &mut Registration| registration.rollover = Some(10_000);
    quarantines_for(Breach::RegisterBeyondRollover, rollover, |r| r.register = 10_000);
    let rollover = |registration: &mut Registration| registration.rollover = Some(10_000);
    quarantines_for(Breach::RegisterBeyondRollover, rollover, |r| {
        (r.register_start, r.register) = (10_000, 10_001)
    });
}

#[test]
fn a_bad_report_amid_good_ones_is_left_out_alone() {
    ExtBuilder::default().build_and_execute(|| {
        let (mut meter, mut other) = (Meter::install(OWNER), Meter::install(OWNER));
        take_events();
        let reports = vec![
            meter.report(),
            meter.bad_report(|report| report.readings = 0),
            other.report(),
            meter.report(),
        ];
        assert_ok!(submit(STEEL, reports));
        let (device, breach) = (meter.device, Breach::ReadingsImplausible);
        let quarantined = Event::ReportQuarantined { device, sequence: 2, breach };
        let recorded =
            Event::ReportsRecorded { org: STEEL, reports: 4, readings: 12, quarantined: 1 };
        assert_eq!(take_events(), [quarantined, recorded]);
        assert_eq!(total(&meter, june()).unwrap().measured, 200);
        assert_eq!(total(&other, june()).unwrap().measured, 100);
        assert_eq!(cursor(&meter).hash, meter.previous);
    });
}

#[test]
fn what_a_wrong_clock_left_out_comes_in_as_gap() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let early = meter.report_with(|report| report.end = START + DAY_MS);
        assert_ok!(submit(STEEL, vec![early]));
        assert_eq!(total(&meter, june()), None);
        meter.end = INSTALLED + HOUR;
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.gap), (100, 100));
    });
}

#[test]
fn a_batch_of_bad_reports_alone_counts_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let reports = vec![
            meter.bad_report(|report| report.readings = 0),
            meter.bad_report(|report| report.end = report.start),
        ];
        assert_ok!(submit(STEEL, reports));
        assert_eq!(total(&meter, june()), None);
        assert_eq!(Heard::get(), []);
        assert_eq!(Quarantine::<Test>::iter_prefix(meter.device).count(), 2);
    });
}
