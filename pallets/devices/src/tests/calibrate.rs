//! `calibrate`.

use super::*;
use crate::Error;
use huangpu_primitives::{calendar::DAY_MS, Millis};
use polkadot_sdk::frame_support::assert_ok;

fn calibrate(device: DeviceId, until: Millis) -> DispatchResult {
    Devices::calibrate(signed(OWNER), device, until)
}

#[test]
fn a_renewed_calibration_makes_what_follows_measured_again() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.calibrated_until = Some(INSTALLED));
        assert_ok!(submit(STEEL, vec![meter.report()]));
        take_events();
        let (device, until) = (meter.device, START + DAY_MS);
        assert_ok!(calibrate(device, until));
        assert_eq!(take_events(), [Event::DeviceCalibrated { device, until }]);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.uncalibrated), (100, 100));
    });
}

#[test]
fn a_first_calibration_may_end_at_any_time() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |r| r.calibrated_until = None);
        assert_ok!(calibrate(meter.device, 0));
    });
}

#[test]
fn a_calibration_ends_later_than_the_one_on_record() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |r| r.calibrated_until = Some(START));
        for until in [START - 1, START] {
            assert_noop!(calibrate(meter.device, until), Error::<Test>::CalibrationNotNewer);
        }
        assert_ok!(calibrate(meter.device, START + 1));
    });
}

#[test]
fn a_retired_device_is_not_calibrated() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        assert_noop!(calibrate(meter.device, u64::MAX), Error::<Test>::Retired);
    });
}

#[test]
fn only_the_owner_calibrates() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_for_owner_only(|origin| Devices::calibrate(origin, meter.device, u64::MAX));
        assert_noop!(calibrate(NO_DEVICE, u64::MAX), Error::<Test>::UnknownDevice);
    });
}
