//! `calibrate`.

use super::*;
use crate::Error;
use huangpu_primitives::{calendar::DAY_MS, Millis};
use polkadot_sdk::frame_support::assert_ok;

fn calibrate(device: DeviceId, from: Millis, until: Millis) -> DispatchResult {
    Devices::calibrate(signed(OWNER), device, from, until)
}

#[test]
fn a_renewed_calibration_makes_what_follows_measured_again() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.calibrated_until = Some(INSTALLED));
        assert_ok!(submit(STEEL, vec![meter.report()]));
        take_events();
        let (device, from, until) = (meter.device, meter.end, START + DAY_MS);
        assert_ok!(calibrate(device, from, until));
        assert_eq!(take_events(), [Event::DeviceCalibrated { device, from, until }]);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.uncalibrated), (100, 100));
    });
}

#[test]
fn a_renewed_calibration_says_nothing_of_what_was_measured_before() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.calibrated_until = None);
        let backlog = meter.report();
        assert_ok!(calibrate(meter.device, meter.end, START + DAY_MS));
        assert_ok!(submit(STEEL, vec![backlog]));
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.uncalibrated), (100, 100));
    });
}

#[test]
fn reports_of_the_earlier_calibration_may_arrive_after_the_new_one() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let backlog = meter.report();
        let until = START + 2 * 365 * DAY_MS;
        assert_ok!(calibrate(meter.device, meter.end + 1, until));
        assert_ok!(submit(STEEL, vec![backlog]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.uncalibrated), (100, 0));
    });
}

#[test]
fn a_first_calibration_may_be_of_any_time() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |r| r.calibrated_until = None);
        assert_ok!(calibrate(meter.device, 0, 1));
    });
}

#[test]
fn a_calibration_lasts() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |r| r.calibrated_until = None);
        for from in [START, START + 1] {
            assert_noop!(calibrate(meter.device, from, START), Error::<Test>::EmptyCalibration);
        }
    });
}

#[test]
fn a_calibration_follows_the_one_on_record() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |r| r.calibrated_until = Some(START));
        for (from, until) in
            [(INSTALLED, START - 1), (INSTALLED, START), (INSTALLED - 1, START + 1)]
        {
            assert_noop!(calibrate(meter.device, from, until), Error::<Test>::CalibrationNotNewer);
        }
        assert_ok!(calibrate(meter.device, INSTALLED, START + 1));
    });
}

#[test]
fn a_retired_device_is_not_calibrated() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        assert_noop!(calibrate(meter.device, START, u64::MAX), Error::<Test>::Retired);
    });
}

#[test]
fn only_the_owner_calibrates() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_for_owner_only(|origin| Devices::calibrate(origin, meter.device, START, u64::MAX));
        assert_noop!(calibrate(NO_DEVICE, START, u64::MAX), Error::<Test>::UnknownDevice);
    });
}
