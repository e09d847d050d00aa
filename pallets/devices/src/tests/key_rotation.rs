//! `rotate_key`.

use super::*;
use crate::Error;
use huangpu_primitives::{refusals::Refusal, report::DeviceKey};
use polkadot_sdk::frame_support::assert_ok;

#[test]
fn the_new_key_signs_from_the_next_report_on() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        take_events();
        let device = meter.device;
        let new = Signer::secp256k1(7);
        assert_ok!(Devices::rotate_key(signed(OWNER), device, new.key()));
        assert_eq!(take_events(), [Event::KeyRotated { device }]);

        assert_noop!(submit(STEEL, vec![meter.clone().report()]), Refusal::OtherAlgorithm);
        meter.signer = new;
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_eq!(total(&meter, june()).unwrap().reports, 2);
    });
}

#[test]
fn the_old_key_no_longer_signs() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let new = Signer::ed25519(7).key();
        assert_ok!(Devices::rotate_key(signed(OWNER), meter.device, new));
        assert_noop!(submit(STEEL, vec![meter.report()]), Refusal::BadSignature);
    });
}

#[test]
fn a_suspended_devices_key_can_be_rotated() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        assert_ok!(Devices::rotate_key(signed(OWNER), meter.device, Signer::sr25519(7).key()));
    });
}

#[test]
fn a_retired_devices_key_cannot_be_rotated() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        assert_noop!(
            Devices::rotate_key(signed(OWNER), meter.device, Signer::sr25519(7).key()),
            Error::<Test>::Retired
        );
    });
}

#[test]
fn a_key_of_a_reserved_algorithm_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        for key in [DeviceKey::P256([2; 33]), DeviceKey::Sm2([2; 33])] {
            assert_noop!(
                Devices::rotate_key(signed(OWNER), meter.device, key),
                Error::<Test>::AlgorithmNotEnabled
            );
        }
    });
}

#[test]
fn the_same_key_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_noop!(
            Devices::rotate_key(signed(OWNER), meter.device, meter.signer.key()),
            Error::<Test>::KeyUnchanged
        );
    });
}

#[test]
fn only_the_owner_rotates() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        let key = Signer::ed25519(7).key();
        assert_for_owner_only(|origin| Devices::rotate_key(origin, meter.device, key));
        assert_noop!(
            Devices::rotate_key(signed(OWNER), NO_DEVICE, key),
            Error::<Test>::UnknownDevice
        );
    });
}
