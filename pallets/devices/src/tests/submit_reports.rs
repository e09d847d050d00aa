//! What is recorded of an accepted batch.

use super::*;
use crate::{Expiring, ReportRoot, Roots};
use huangpu_primitives::{
    calendar::{Day, DAY_MS},
    traits::Metered,
};
use polkadot_sdk::{frame_support::assert_ok, sp_core::H256};

#[test]
fn a_report_is_recorded_and_counted() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        take_events();
        let report = meter.report_with(|report| report.late = 1);
        assert_ok!(submit(STEEL, vec![report]));

        let recorded =
            Event::ReportsRecorded { org: STEEL, reports: 1, readings: 4, quarantined: 0 };
        assert_eq!(take_events(), [recorded]);
        let expected = Cursor {
            sequence: 1,
            hash: meter.previous,
            end: INSTALLED + HOUR,
            register: 1_100,
            pruned: 0,
            counted: 1,
        };
        assert_eq!(cursor(&meter), expected);
        let counted = MonthTotal {
            measured: 100,
            uncalibrated: 0,
            gap: 0,
            readings: 4,
            late: 1,
            reports: 1,
            last_sequence: 1,
            last_hash: meter.previous,
        };
        assert_eq!(total(&meter, june()), Some(counted));
        let root = ReportRoot { root: H256::repeat_byte(1), readings: 4 };
        assert_eq!(Roots::<Test>::get(meter.device, 1), Some(root));
        let day = Day::of(START).plus(RETENTION);
        assert_eq!(Expiring::<Test>::get(day, meter.device), Some(1));
        let metered = Metered { measured: 100, readings: 4, ..Default::default() };
        assert_eq!(Heard::get(), [(STEEL, meter.device, june(), metered)]);
    });
}

#[test]
fn every_enabled_algorithm_is_accepted() {
    ExtBuilder::default().build_and_execute(|| {
        let signers = [Signer::ed25519(1), Signer::sr25519(2), Signer::secp256k1(3)];
        let mut meters = signers.map(|signer| Meter::install_signing(OWNER, signer, |_| ()));
        let reports = meters.iter_mut().map(Meter::report).collect();
        assert_ok!(submit(STEEL, reports));
        for meter in &meters {
            assert_eq!(cursor(meter).hash, meter.previous);
            assert_eq!(total(meter, june()).unwrap().measured, 100);
        }
    });
}

#[test]
fn a_batch_is_one_event_and_its_listener_hears_each_device_and_month_once() {
    ExtBuilder::default().now(june().end() + DAY_MS).build_and_execute(|| {
        let mut one = Meter::install_with(OWNER, |r| r.installed = june().end() - 2 * HOUR);
        let mut two = Meter::install(OWNER);
        take_events();
        // Three of one meter, the last of them in July; between them, two of the other.
        let reports = vec![one.report(), two.report(), one.report(), two.report(), one.report()];
        assert_ok!(submit(STEEL, reports));

        let recorded =
            Event::ReportsRecorded { org: STEEL, reports: 5, readings: 20, quarantined: 0 };
        assert_eq!(take_events(), [recorded]);
        let metered = |measured, readings| Metered { measured, readings, ..Default::default() };
        let heard = [
            (STEEL, one.device, june(), metered(200, 8)),
            (STEEL, one.device, june().next(), metered(100, 4)),
            (STEEL, two.device, june(), metered(200, 8)),
        ];
        assert_eq!(Heard::get(), heard);
        let july = total(&one, june().next()).unwrap();
        assert_eq!((july.measured, july.reports, july.last_sequence), (100, 1, 3));
        assert_eq!(july.last_hash, one.previous);
        assert_eq!(total(&one, june()).unwrap().last_sequence, 2);
        assert_eq!(cursor(&two).sequence, 2);
    });
}

#[test]
fn totals_grow_from_batch_to_batch() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        for batch in 1..=3u32 {
            assert_ok!(submit(STEEL, vec![meter.report(), meter.report()]));
            let total = total(&meter, june()).unwrap();
            assert_eq!(total.measured, u128::from(batch) * 200);
            assert_eq!((total.reports, total.last_sequence), (batch * 2, batch * 2));
            assert_eq!(total.readings, u64::from(batch) * 8);
            assert_eq!(total.last_hash, meter.previous);
        }
    });
}

#[test]
fn the_largest_batch_is_recorded() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let short = |meter: &mut Meter| meter.report_with(|r| r.end = r.start + 1_000);
        let reports = (0..256).map(|_| short(&mut meter)).collect();
        assert_ok!(submit(STEEL, reports));
        assert_eq!(cursor(&meter).sequence, 256);
        assert_eq!(total(&meter, june()).unwrap().measured, 25_600);
    });
}

#[test]
fn what_moved_between_two_reports_is_booked_apart_as_gap() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let after_a_break = meter.report_with(|report| {
            report.start += HOUR;
            report.end += HOUR;
            report.register_start += 30;
            report.register += 35;
        });
        assert_ok!(submit(STEEL, vec![after_a_break]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.gap, counted.readings), (205, 30, 8));
        let metered = Metered { measured: 105, gap: 30, readings: 4, uncalibrated: 0 };
        assert_eq!(Heard::get().last(), Some(&(STEEL, meter.device, june(), metered)));
    });
}

#[test]
fn what_moved_before_the_first_report_is_gap_too() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let first = meter.report_with(|report| {
            report.register_start += 7;
            report.register += 7;
        });
        assert_ok!(submit(STEEL, vec![first]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.gap), (100, 7));
    });
}

#[test]
fn a_gap_over_midnight_is_booked_where_the_report_begins() {
    let july = june().next();
    ExtBuilder::default().now(july.start() + DAY_MS).build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report_with(|report| {
            (report.start, report.end) = (july.start(), july.start() + HOUR);
            report.register_start += 50;
            report.register += 50;
        });
        assert_ok!(submit(STEEL, vec![report]));
        assert_eq!(total(&meter, june()), None);
        let counted = total(&meter, july).unwrap();
        assert_eq!((counted.measured, counted.gap), (100, 50));
    });
}

#[test]
fn a_report_up_to_midnight_in_shanghai_is_in_the_month_that_ends() {
    // 2018-06-30T16:00Z
    let midnight = 1_530_374_400_000;
    ExtBuilder::default().now(midnight + DAY_MS).build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.installed = midnight - HOUR);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_eq!(total(&meter, june()).unwrap().measured, 100);
        assert_eq!(total(&meter, june().next()), None);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_eq!(total(&meter, june()).unwrap().measured, 100);
        assert_eq!(total(&meter, june().next()).unwrap().measured, 100);
    });
}

#[test]
fn a_calibration_covers_reports_that_end_with_it() {
    ExtBuilder::default().build_and_execute(|| {
        let until = INSTALLED + HOUR;
        let mut meter = Meter::install_with(OWNER, |r| r.calibrated_until = Some(until));
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let within = total(&meter, june()).unwrap();
        assert_eq!((within.measured, within.uncalibrated), (100, 0));
        let after = meter.report_with(|report| report.end = report.start + 1);
        assert_ok!(submit(STEEL, vec![after]));
        let after = total(&meter, june()).unwrap();
        assert_eq!((after.measured, after.uncalibrated), (100, 100));
        let metered = Metered { uncalibrated: 100, readings: 4, ..Default::default() };
        assert_eq!(Heard::get().last(), Some(&(STEEL, meter.device, june(), metered)));
    });
}

#[test]
fn a_meter_without_calibration_measures_uncalibrated() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.calibrated_until = None);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.uncalibrated), (0, 100));
    });
}

#[test]
fn transformers_multiply_what_the_register_says() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.multiplier = 6_000);
        let report = meter.report_with(|report| {
            report.register_start += 2;
            report.register += 2;
        });
        assert_ok!(submit(STEEL, vec![report]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.gap), (600_000, 12_000));
        assert_eq!(cursor(&meter).register, 1_102);
    });
}

#[test]
fn a_register_that_rolls_over_goes_on_counting() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |registration| {
            registration.rollover = Some(100_000);
            registration.opening_register = 99_950;
        });
        let over = meter.report_with(|report| report.register = 49);
        assert_ok!(submit(STEEL, vec![over]));
        assert_eq!(total(&meter, june()).unwrap().measured, 99);
        // The same between two reports.
        let mut meter = Meter::install_with(OWNER, |registration| {
            registration.rollover = Some(100_000);
            registration.opening_register = 99_950;
        });
        let over = meter.report_with(|report| {
            report.register_start = 10;
            report.register = 30;
        });
        assert_ok!(submit(STEEL, vec![over]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.gap), (20, 60));
    });
}

#[test]
fn the_largest_movement_does_not_overflow() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |registration| {
            registration.multiplier = u32::MAX;
            registration.opening_register = 0;
        });
        let report = meter.report_with(|report| report.register = u64::MAX);
        assert_ok!(submit(STEEL, vec![report]));
        let expected = u128::from(u64::MAX) * u128::from(u32::MAX);
        assert_eq!(total(&meter, june()).unwrap().measured, expected);
    });
}

#[test]
fn a_clock_may_be_ahead_by_the_skew() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let ahead = meter.report_with(|report| report.end = START + SKEW);
        assert_ok!(submit(STEEL, vec![ahead]));
        assert_eq!(total(&meter, june()).unwrap().reports, 1);
    });
}
