//! `resolve_quarantined`.

use super::*;
use crate::{Error, Quarantine, Resolution};
use huangpu_primitives::{report::Report, traits::Metered};
use polkadot_sdk::frame_support::assert_ok;

fn count() -> Resolution {
    Resolution::Count { month: june() }
}

/// A meter whose first report is quarantined.
fn quarantined(change: impl FnOnce(&mut Report)) -> Meter {
    let mut meter = Meter::install(OWNER);
    let report = meter.bad_report(change);
    assert_ok!(submit(STEEL, vec![report]));
    assert!(Quarantine::<Test>::contains_key(meter.device, 1));
    take_events();
    meter
}

fn without_readings(report: &mut Report) {
    report.readings = 0;
}

fn resolve(account: u64, meter: &Meter, resolution: Resolution) -> DispatchResult {
    Devices::resolve_quarantined(signed(account), meter.device, 1, resolution)
}

#[test]
fn the_owner_and_the_regulator_discard() {
    for account in [OWNER, REGULATOR] {
        ExtBuilder::default().build_and_execute(|| {
            let meter = quarantined(without_readings);
            assert_ok!(resolve(account, &meter, Resolution::Discard));
            let (device, resolution) = (meter.device, Resolution::Discard);
            let event = Event::QuarantineResolved { device, sequence: 1, resolution, counted: 0 };
            assert_eq!(take_events(), [event]);
            assert_eq!(Quarantine::<Test>::get(device, 1), None);
            assert_eq!(total(&meter, june()), None);
            assert_eq!(Heard::get(), []);
        });
    }
}

#[test]
fn the_regulator_counts_it_as_gap_in_a_month_of_its_choice() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        let may = Month(june().0 - 1);
        let resolution = Resolution::Count { month: may };
        assert_ok!(resolve(REGULATOR, &meter, resolution));
        let device = meter.device;
        let event = Event::QuarantineResolved { device, sequence: 1, resolution, counted: 100 };
        assert_eq!(take_events(), [event]);
        assert_eq!(Quarantine::<Test>::get(device, 1), None);
        assert_eq!(total(&meter, may), Some(MonthTotal { gap: 100, ..Default::default() }));
        assert_eq!(total(&meter, june()), None);
        let metered = Metered { gap: 100, ..Default::default() };
        assert_eq!(Heard::get(), [(STEEL, device, may, metered)]);
    });
}

#[test]
fn counting_multiplies_and_moves_the_register_on() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.multiplier = 10);
        let bad = meter.bad_report(without_readings);
        let end = bad.report.register;
        assert_ok!(submit(STEEL, vec![bad]));
        assert_ok!(resolve(REGULATOR, &meter, count()));
        assert_eq!(total(&meter, june()).unwrap().gap, 1_000);
        assert_eq!(cursor(&meter).register, end);
    });
}

#[test]
fn what_a_later_report_booked_as_gap_is_not_counted_again() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let reports = vec![meter.bad_report(without_readings), meter.report()];
        assert_ok!(submit(STEEL, reports));
        assert_noop!(resolve(REGULATOR, &meter, count()), Error::<Test>::CountedSince);
        assert_ok!(resolve(REGULATOR, &meter, Resolution::Discard));
    });
}

#[test]
fn what_an_exchange_of_the_meter_booked_is_not_counted_again() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        let (at, closing) = (cursor(&meter).end, cursor(&meter).register + 100);
        let call = Devices::exchange_meter(
            signed(OWNER),
            meter.device,
            at,
            closing,
            0,
            Default::default(),
        );
        assert_ok!(call);
        assert_noop!(resolve(REGULATOR, &meter, count()), Error::<Test>::CountedSince);
    });
}

#[test]
fn the_owner_does_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        assert_noop!(resolve(OWNER, &meter, count()), Error::<Test>::OnlyRegulatorCounts);
    });
}

#[test]
fn a_regulator_does_not_count_for_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(REGULATOR);
        let report = meter.bad_report(without_readings);
        assert_ok!(submit(BUREAU, vec![report]));
        assert_noop!(resolve(REGULATOR, &meter, count()), Error::<Test>::OnlyRegulatorCounts);
        assert_ok!(resolve(REGULATOR, &meter, Resolution::Discard));
    });
}

#[test]
fn others_resolve_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        for resolution in [Resolution::Discard, count()] {
            let unknown = Error::<Test>::UnknownDevice;
            assert_noop!(resolve(NEIGHBOUR, &meter, resolution), unknown);
            assert_for_members_only(|origin| {
                Devices::resolve_quarantined(origin, meter.device, 1, resolution)
            });
        }
    });
}

#[test]
fn a_device_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [OWNER, REGULATOR] {
            let origin = signed(account);
            assert_noop!(
                Devices::resolve_quarantined(origin, NO_DEVICE, 1, Resolution::Discard),
                Error::<Test>::UnknownDevice
            );
        }
    });
}

#[test]
fn a_good_report_is_not_resolved() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        for account in [OWNER, REGULATOR] {
            assert_noop!(
                resolve(account, &meter, Resolution::Discard),
                Error::<Test>::NotQuarantined
            );
        }
    });
}

#[test]
fn a_report_is_resolved_once() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        assert_ok!(resolve(REGULATOR, &meter, count()));
        for resolution in [count(), Resolution::Discard] {
            assert_noop!(resolve(REGULATOR, &meter, resolution), Error::<Test>::NotQuarantined);
        }
    });
}

#[test]
fn nothing_is_counted_in_a_month_to_come() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        let resolution = Resolution::Count { month: june().next() };
        assert_noop!(resolve(REGULATOR, &meter, resolution), Error::<Test>::InFuture);
    });
}

#[test]
fn a_register_that_falls_is_not_counted() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(|report| report.register = report.register_start - 1);
        assert_noop!(resolve(REGULATOR, &meter, count()), Error::<Test>::RegisterBackwards);
        assert_ok!(resolve(REGULATOR, &meter, Resolution::Discard));
    });
}

#[test]
fn a_register_beyond_its_rollover_is_not_counted() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.rollover = Some(10_000));
        let report = meter.bad_report(|report| report.register = 10_000);
        assert_ok!(submit(STEEL, vec![report]));
        assert_noop!(resolve(REGULATOR, &meter, count()), Error::<Test>::RegisterBeyondRollover);
    });
}

#[test]
fn a_retired_devices_reports_can_still_be_resolved() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = quarantined(without_readings);
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        assert_ok!(resolve(REGULATOR, &meter, count()));
        assert_eq!(total(&meter, june()).unwrap().gap, 100);
    });
}
