//! `register_device`.

use super::{meter::registration, *};
use crate::{Device, Error, LastDevice, Meter as MeterFacts, Registration};
use huangpu_primitives::{apis::DeviceStatus, report::DeviceKey};
use polkadot_sdk::frame_support::assert_ok;

fn register(account: u64, name: &str, registration: Registration) -> DispatchResult {
    Devices::register_device(signed(account), reference(name), registration)
}

fn sound() -> Registration {
    registration(Signer::ed25519(1).key())
}

#[test]
fn a_device_is_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let stated = Registration { multiplier: 40, rollover: Some(1_000_000), ..sound() };
        assert_ok!(register(OWNER, "furnace 3", stated.clone()));
        let device = DeviceId(1);
        assert_eq!(take_events(), [Event::DeviceRegistered { device, org: STEEL }]);
        let meter = MeterFacts {
            unit: stated.unit,
            direction: stated.direction,
            multiplier: 40,
            rollover: Some(1_000_000),
            calibration: stated
                .calibrated_until
                .map(|until| crate::Calibration { from: stated.installed, until }),
            earlier_calibration: None,
        };
        let expected = Device {
            org: STEEL,
            reference: reference("furnace 3"),
            key: stated.key,
            status: DeviceStatus::Active,
            meter,
        };
        assert_eq!(crate::Devices::<Test>::get(device), Some(expected));
        let cursor = Cursors::<Test>::get(device);
        assert_eq!(cursor, Cursor { end: INSTALLED, register: 1_000, ..Default::default() });
    });
}

#[test]
fn ids_are_given_in_order() {
    ExtBuilder::default().build_and_execute(|| {
        for (account, name, id) in [(OWNER, "a", 1), (NEIGHBOUR, "a", 2), (OWNER, "b", 3)] {
            assert_ok!(register(account, name, sound()));
            assert_eq!(LastDevice::<Test>::get(), DeviceId(id));
        }
    });
}

#[test]
fn the_same_registration_again_is_no_error() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(register(OWNER, "furnace 3", sound()));
        take_events();
        assert_ok!(register(OWNER, "furnace 3", sound()));
        let device = DeviceId(1);
        assert_eq!(take_events(), [Event::DeviceAlreadyRegistered { device }]);
        assert_eq!(LastDevice::<Test>::get(), device);
    });
}

#[test]
fn the_same_registration_again_changes_nothing_that_came_after() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        let (device, reached) = (crate::Devices::<Test>::get(meter.device), cursor(&meter));
        let again = registration(meter.signer.key());
        assert_ok!(register(OWNER, "meter 1", again));
        assert_eq!(crate::Devices::<Test>::get(meter.device), device);
        assert_eq!(cursor(&meter), reached);
    });
}

#[test]
fn another_registration_under_a_reference_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(register(OWNER, "furnace 3", sound()));
        let other = Registration { multiplier: 2, ..sound() };
        assert_noop!(register(OWNER, "furnace 3", other), Error::<Test>::ReferenceTaken);
        // Another organisation's references are its own.
        assert_ok!(register(NEIGHBOUR, "furnace 3", Registration { multiplier: 2, ..sound() }));
    });
}

#[test]
fn a_reference_is_text() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(register(OWNER, "", sound()), Error::<Test>::InvalidReference);
        let bytes = vec![0xff].try_into().unwrap();
        assert_noop!(
            Devices::register_device(signed(OWNER), bytes, sound()),
            Error::<Test>::InvalidReference
        );
        assert_ok!(register(OWNER, "三号高炉", sound()));
    });
}

#[test]
fn a_key_of_a_reserved_algorithm_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        for key in [DeviceKey::P256([2; 33]), DeviceKey::Sm2([2; 33])] {
            assert_noop!(
                register(OWNER, "furnace 3", registration(key)),
                Error::<Test>::AlgorithmNotEnabled
            );
        }
    });
}

#[test]
fn a_multiplier_is_at_least_one() {
    ExtBuilder::default().build_and_execute(|| {
        let zero = Registration { multiplier: 0, ..sound() };
        assert_noop!(register(OWNER, "furnace 3", zero), Error::<Test>::ZeroMultiplier);
    });
}

#[test]
fn an_opening_register_is_below_the_rollover() {
    ExtBuilder::default().build_and_execute(|| {
        for rollover in [0, 1, 999, 1_000] {
            let at = Registration { rollover: Some(rollover), ..sound() };
            assert_noop!(register(OWNER, "furnace 3", at), Error::<Test>::RegisterBeyondRollover);
        }
        let below = Registration { rollover: Some(1_001), ..sound() };
        assert_ok!(register(OWNER, "furnace 3", below));
    });
}

#[test]
fn a_device_is_not_installed_in_the_future() {
    ExtBuilder::default().build_and_execute(|| {
        let later = Registration { installed: START + SKEW + 1, ..sound() };
        assert_noop!(register(OWNER, "furnace 3", later), Error::<Test>::InFuture);
        let now = Registration { installed: START + SKEW, ..sound() };
        assert_ok!(register(OWNER, "furnace 3", now));
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder::default().build_and_execute(|| {
        LastDevice::<Test>::put(DeviceId(u32::MAX - 1));
        assert_ok!(register(OWNER, "the last", sound()));
        assert_noop!(register(OWNER, "one more", sound()), Error::<Test>::TooManyDevices);
    });
}

#[test]
fn only_members_register() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_members_only(|origin| {
            Devices::register_device(origin, reference("furnace 3"), sound())
        });
    });
}
