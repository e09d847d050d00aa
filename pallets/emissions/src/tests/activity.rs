//! What the meters report, and the grams that come of it.

use super::*;
use crate::{Activities, Activity};
use huangpu_primitives::traits::{Metered, OnReport};
use polkadot_sdk::frame_support::weights::Weight;

fn report(device: DeviceId, month: Month, metered: Metered) {
    <Emissions as OnReport>::on_report(STEEL, device, month, metered);
}

fn metered() -> Metered {
    Metered { measured: 1_000, uncalibrated: 200, gap: 30, readings: 4 }
}

#[test]
fn calibrated_activity_is_measured_and_the_rest_estimated() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, _) = source();
        let june = month(2018, 6);
        report(device, june, metered());
        let expected = Activity { measured: 1_000, estimated: 230, readings: 4 };
        assert_eq!(Activities::<Test>::get(source, june), Some(expected));
    });
}

#[test]
fn activity_adds_up_within_its_month() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, _) = source();
        let june = month(2018, 6);
        report(device, june, metered());
        report(device, june.next(), Metered { measured: 7, ..Default::default() });
        report(device, june, metered());
        let expected = Activity { measured: 2_000, estimated: 460, readings: 8 };
        assert_eq!(Activities::<Test>::get(source, june), Some(expected));
        assert_eq!(Activities::<Test>::get(source, june.next()).unwrap().measured, 7);
    });
}

#[test]
fn a_meter_that_measures_no_source_is_not_booked() {
    ExtBuilder.build_and_execute(|| {
        source();
        report(meter(STEEL), month(2018, 6), metered());
        report(DeviceId(99), month(2018, 6), metered());
        assert_eq!(Activities::<Test>::iter().count(), 0);
    });
}

#[test]
fn what_was_reported_before_a_source_was_added_is_not_counted() {
    ExtBuilder.build_and_execute(|| {
        let device = DeviceId(1);
        let june = month(2018, 6);
        report(device, june, metered());
        let (source, bound, _) = source();
        assert_eq!(bound, device);
        assert_eq!(Activities::<Test>::get(source, june), None);
        report(device, june, metered());
        assert_eq!(Activities::<Test>::get(source, june).unwrap().measured, 1_000);
    });
}

#[test]
fn the_largest_activity_saturates() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, _) = source();
        let june = month(2018, 6);
        let most = Metered {
            measured: u128::MAX,
            uncalibrated: u128::MAX,
            gap: u128::MAX,
            readings: u64::MAX,
        };
        for _ in 0..2 {
            report(device, june, most);
        }
        let activity = Activities::<Test>::get(source, june).unwrap();
        assert_eq!((activity.measured, activity.estimated), (u128::MAX, u128::MAX));
        assert_eq!((activity.total(), activity.readings), (u128::MAX, u64::MAX));
    });
}

#[test]
fn booking_weighs_what_was_measured() {
    assert_eq!(<Emissions as OnReport>::weight(), Weight::from_parts(1, 0));
}

#[test]
fn grams_are_of_the_months_factor_and_rounded_once() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, series) = source();
        let june = month(2018, 6);
        assert_ok!(publish(series, june, june, 400_000));
        assert_ok!(publish(series, june.next(), june.next(), 600_000));
        // Three times 0.4 grams is 1.2 grams, not three times none.
        for _ in 0..3 {
            report(device, june, Metered { measured: 1, ..Default::default() });
        }
        report(device, june.next(), Metered { gap: 1, uncalibrated: 1, ..Default::default() });
        report(device, june.next().next(), metered());
        let months = Emissions::source_months_page(source, june, 10);
        let grams: Vec<_> = months.iter().map(|month| (month.factor, month.grams)).collect();
        assert_eq!(grams, [(Some(400_000), Some(1)), (Some(600_000), Some(1)), (None, None)]);
    });
}

#[test]
fn a_factor_published_later_applies_to_what_was_reported_before() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, series) = source();
        let june = month(2018, 6);
        report(device, june, Metered { measured: 10, ..Default::default() });
        assert_eq!(Emissions::source_months_page(source, june, 1)[0].grams, None);
        assert_ok!(publish(series, june, june, 1_000_000));
        assert_eq!(Emissions::source_months_page(source, june, 1)[0].grams, Some(10));
    });
}

#[test]
fn grams_that_do_not_fit_are_none() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, series) = source();
        let june = month(2018, 6);
        assert_ok!(publish(series, june, june, u64::MAX));
        report(device, june, Metered { measured: u128::MAX, ..Default::default() });
        let shown = &Emissions::source_months_page(source, june, 1)[0];
        assert_eq!((shown.factor, shown.grams), (Some(u64::MAX), None));
    });
}
