//! `exchange_meter`.

use super::*;
use crate::Error;
use huangpu_primitives::{calendar::DAY_MS, traits::Metered, Millis};
use polkadot_sdk::{frame_support::assert_ok, sp_core::H256};

const EVIDENCE: H256 = H256([5; 32]);

fn exchange(meter: &Meter, at: Millis, closing: u64, opening: u64) -> DispatchResult {
    Devices::exchange_meter(signed(OWNER), meter.device, at, closing, opening, EVIDENCE)
}

#[test]
fn the_new_meter_counts_from_its_own_register() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.multiplier = 10);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        take_events();
        let (at, device) = (START - HOUR, meter.device);
        assert_ok!(exchange(&meter, at, 1_130, 5));

        let event =
            Event::MeterExchanged { device, at, gap: 300, opening_register: 5, evidence: EVIDENCE };
        assert_eq!(take_events(), [event]);
        let reached = cursor(&meter);
        assert_eq!((reached.end, reached.register), (at, 5));
        assert_eq!((reached.sequence, reached.hash), (1, meter.previous));
        let metered = Metered { gap: 300, ..Default::default() };
        assert_eq!(Heard::get().last(), Some(&(STEEL, device, june(), metered)));

        (meter.end, meter.register) = (at, 5);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        let counted = total(&meter, june()).unwrap();
        assert_eq!((counted.measured, counted.gap, counted.reports), (2_000, 300, 2));
    });
}

#[test]
fn an_exchange_without_movement_books_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(exchange(&meter, INSTALLED, 1_000, 0));
        assert_eq!(total(&meter, june()), None);
        assert_eq!(Heard::get(), []);
        assert_eq!(cursor(&meter).register, 0);
    });
}

#[test]
fn a_report_from_before_the_exchange_is_quarantined() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(exchange(&meter, INSTALLED + 1, 1_000, 0));
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_eq!(total(&meter, june()), None);
        assert_eq!(crate::Quarantine::<Test>::iter_prefix(meter.device).count(), 1);
    });
}

#[test]
fn the_gap_is_booked_in_the_month_of_the_exchange() {
    let july = june().next();
    ExtBuilder::default().now(july.start() + DAY_MS).build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(exchange(&meter, july.start() + 1, 1_020, 0));
        assert_eq!(total(&meter, june()), None);
        assert_eq!(total(&meter, july), Some(MonthTotal { gap: 20, ..Default::default() }));
    });
}

#[test]
fn a_register_may_have_rolled_over_before_the_exchange() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |registration| {
            registration.rollover = Some(10_000);
            registration.opening_register = 9_990;
        });
        assert_ok!(exchange(&meter, START, 5, 0));
        assert_eq!(total(&meter, june()).unwrap().gap, 15);
    });
}

#[test]
fn an_exchange_does_not_lie_before_the_last_report() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_noop!(exchange(&meter, meter.end - 1, 1_100, 0), Error::<Test>::BeforeLastReport);
        assert_ok!(exchange(&meter, meter.end, 1_100, 0));
    });
}

#[test]
fn an_exchange_does_not_lie_in_the_future() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_noop!(exchange(&meter, START + SKEW + 1, 1_000, 0), Error::<Test>::InFuture);
        assert_ok!(exchange(&meter, START + SKEW, 1_000, 0));
    });
}

#[test]
fn the_closing_register_is_not_behind_the_last_report() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_noop!(exchange(&meter, START, 1_099, 0), Error::<Test>::RegisterBackwards);
    });
}

#[test]
fn registers_are_below_the_rollover() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |r| r.rollover = Some(10_000));
        for (closing, opening) in [(1_000, 10_000), (10_000, 0), (1_000, u64::MAX)] {
            assert_noop!(
                exchange(&meter, START, closing, opening),
                Error::<Test>::RegisterBeyondRollover
            );
        }
        assert_ok!(exchange(&meter, START, 1_000, 9_999));
    });
}

#[test]
fn a_suspended_devices_meter_can_be_exchanged() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        assert_ok!(exchange(&meter, START, 1_000, 0));
    });
}

#[test]
fn a_retired_devices_meter_is_not_exchanged() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        assert_noop!(exchange(&meter, START, 1_000, 0), Error::<Test>::Retired);
    });
}

#[test]
fn only_the_owner_exchanges() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        assert_for_owner_only(|origin| {
            Devices::exchange_meter(origin, meter.device, START, 1_000, 0, EVIDENCE)
        });
        let nowhere = Meter { device: NO_DEVICE, ..meter };
        assert_noop!(exchange(&nowhere, START, 1_000, 0), Error::<Test>::UnknownDevice);
    });
}
