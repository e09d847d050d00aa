//! `suspend_device`, `reinstate_device`, `retire_device`: the state machine of a device.

use super::*;
use crate::Error;
use huangpu_primitives::apis::DeviceStatus;
use polkadot_sdk::frame_support::assert_ok;

fn suspend(device: DeviceId) -> DispatchResult {
    Devices::suspend_device(signed(OWNER), device)
}

fn reinstate(device: DeviceId) -> DispatchResult {
    Devices::reinstate_device(signed(OWNER), device)
}

fn retire(device: DeviceId) -> DispatchResult {
    Devices::retire_device(signed(OWNER), device)
}

fn status(device: DeviceId) -> DeviceStatus {
    crate::Devices::<Test>::get(device).unwrap().status
}

#[test]
fn an_active_device_is_suspended_and_reinstated() {
    ExtBuilder::default().build_and_execute(|| {
        let device = Meter::install(OWNER).device;
        take_events();
        assert_ok!(suspend(device));
        assert_eq!(status(device), DeviceStatus::Suspended);
        assert_ok!(reinstate(device));
        assert_eq!(status(device), DeviceStatus::Active);
        let expected = [Event::DeviceSuspended { device }, Event::DeviceReinstated { device }];
        assert_eq!(take_events(), expected);
    });
}

#[test]
fn a_device_is_retired_from_either_state() {
    for suspended in [false, true] {
        ExtBuilder::default().build_and_execute(|| {
            let device = Meter::install(OWNER).device;
            if suspended {
                assert_ok!(suspend(device));
            }
            take_events();
            assert_ok!(retire(device));
            assert_eq!(status(device), DeviceStatus::Retired);
            assert_eq!(take_events(), [Event::DeviceRetired { device }]);
        });
    }
}

#[test]
fn a_suspended_device_is_not_suspended_again() {
    ExtBuilder::default().build_and_execute(|| {
        let device = Meter::install(OWNER).device;
        assert_ok!(suspend(device));
        assert_noop!(suspend(device), Error::<Test>::NotActive);
    });
}

#[test]
fn an_active_device_is_not_reinstated() {
    ExtBuilder::default().build_and_execute(|| {
        let device = Meter::install(OWNER).device;
        assert_noop!(reinstate(device), Error::<Test>::NotSuspended);
    });
}

#[test]
fn a_retired_device_stays_retired() {
    ExtBuilder::default().build_and_execute(|| {
        let device = Meter::install(OWNER).device;
        assert_ok!(retire(device));
        assert_noop!(suspend(device), Error::<Test>::NotActive);
        assert_noop!(reinstate(device), Error::<Test>::NotSuspended);
        assert_noop!(retire(device), Error::<Test>::Retired);
    });
}

#[test]
fn totals_stay_whatever_becomes_of_the_device() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let before = total(&meter, june());
        assert_ok!(suspend(meter.device));
        assert_ok!(retire(meter.device));
        assert_eq!(total(&meter, june()), before);
    });
}

#[test]
fn only_the_owner_changes_a_status() {
    ExtBuilder::default().build_and_execute(|| {
        let device = Meter::install(OWNER).device;
        assert_for_owner_only(|origin| Devices::suspend_device(origin, device));
        assert_for_owner_only(|origin| Devices::retire_device(origin, device));
        assert_ok!(suspend(device));
        assert_for_owner_only(|origin| Devices::reinstate_device(origin, device));
        for call in [suspend, reinstate, retire] {
            assert_noop!(call(NO_DEVICE), Error::<Test>::UnknownDevice);
        }
    });
}
