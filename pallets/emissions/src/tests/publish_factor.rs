//! `publish_factor`.

use super::*;
use crate::{Error, Factor, Factors, InForce, SeriesLibrary, MAX_VALIDITY};
use polkadot_sdk::frame_support::{dispatch::GetDispatchInfo, weights::Weight};

#[test]
fn a_factor_is_in_force_in_its_months_and_no_others() {
    ExtBuilder.build_and_execute(|| {
        let series = series(Unit::WattHour);
        take_events();
        let (from, to) = (month(2017, 12), month(2018, 2));
        assert_ok!(publish(series, from, to, 536_600));
        assert_eq!(take_events(), [Event::FactorPublished { series, version: 1, from, to }]);
        let expected = Factor { from, to, micrograms_per_unit: 536_600, source: name("MEE 2018") };
        assert_eq!(Factors::<Test>::get(series, 1), Some(expected));
        assert_eq!(SeriesLibrary::<Test>::get(series).unwrap().last_version, 1);
        let in_force = |year, number| Emissions::factor_in(series, month(year, number));
        for (year, number) in [(2017, 12), (2018, 1), (2018, 2)] {
            assert_eq!(in_force(year, number), Some(536_600));
        }
        for (year, number) in [(2017, 11), (2018, 3)] {
            assert_eq!(in_force(year, number), None);
        }
    });
}

#[test]
fn factors_follow_one_another() {
    ExtBuilder.build_and_execute(|| {
        let series = series(Unit::WattHour);
        assert_ok!(publish(series, month(2018, 1), month(2018, 6), 10));
        assert_ok!(publish(series, month(2018, 7), month(2018, 12), 20));
        // Before both, published after both.
        assert_ok!(publish(series, month(2017, 12), month(2017, 12), 30));
        let in_force = |year, number| Emissions::factor_in(series, month(year, number));
        assert_eq!(in_force(2017, 12), Some(30));
        assert_eq!(in_force(2018, 6), Some(10));
        assert_eq!(in_force(2018, 7), Some(20));
        assert_eq!(SeriesLibrary::<Test>::get(series).unwrap().last_version, 3);
    });
}

#[test]
fn series_do_not_mix() {
    ExtBuilder.build_and_execute(|| {
        let (one, two) = (series(Unit::WattHour), series(Unit::WattHour));
        let june = month(2018, 6);
        assert_ok!(publish(one, june, june, 10));
        assert_eq!(Emissions::factor_in(two, june), None);
        assert_ok!(publish(two, june, june, 20));
        assert_eq!(Emissions::factor_in(one, june), Some(10));
    });
}

#[test]
fn a_factor_may_be_zero() {
    ExtBuilder.build_and_execute(|| {
        let (series, june) = (series(Unit::WattHour), month(2018, 6));
        assert_ok!(publish(series, june, june, 0));
        assert_eq!(Emissions::factor_in(series, june), Some(0));
    });
}

#[test]
fn what_is_published_stays() {
    ExtBuilder.build_and_execute(|| {
        let series = series(Unit::WattHour);
        assert_ok!(publish(series, month(2018, 3), month(2018, 6), 10));
        for (from, to) in [
            (month(2018, 3), month(2018, 6)),
            (month(2018, 6), month(2018, 9)),
            (month(2018, 1), month(2018, 3)),
            (month(2018, 1), month(2018, 12)),
            (month(2018, 4), month(2018, 5)),
        ] {
            // Nothing is left of the months that were free.
            assert_noop!(publish(series, from, to, 20), Error::<Test>::ValidityOverlaps);
        }
        assert_eq!(InForce::<Test>::iter_prefix(series).count(), 4);
    });
}

#[test]
fn the_same_factor_again_is_no_error() {
    ExtBuilder.build_and_execute(|| {
        let series = series(Unit::WattHour);
        assert_ok!(publish(series, month(2018, 1), month(2018, 2), 10));
        assert_ok!(publish(series, month(2018, 3), month(2018, 6), 10));
        take_events();
        assert_ok!(publish(series, month(2018, 3), month(2018, 6), 10));
        assert_eq!(take_events(), [Event::FactorAlreadyPublished { series, version: 2 }]);
        assert_eq!(SeriesLibrary::<Test>::get(series).unwrap().last_version, 2);
        let june = month(2018, 6);
        let other = name("MEE 2019");
        let call =
            Emissions::publish_factor(signed(REGULATOR), series, month(2018, 3), june, 10, other);
        assert_noop!(call, Error::<Test>::ValidityOverlaps);
    });
}

#[test]
fn a_validity_does_not_end_before_it_begins() {
    ExtBuilder.build_and_execute(|| {
        let series = series(Unit::WattHour);
        assert_noop!(
            publish(series, month(2018, 2), month(2018, 1), 10),
            Error::<Test>::InvalidValidity
        );
        assert_noop!(
            publish(series, Month(u16::MAX), Month(0), 10),
            Error::<Test>::InvalidValidity
        );
    });
}

#[test]
fn a_validity_is_ten_years_at_most() {
    ExtBuilder.build_and_execute(|| {
        let (series, from) = (series(Unit::WattHour), month(2018, 1));
        assert_noop!(publish(series, from, month(2028, 1), 10), Error::<Test>::ValidityTooLong);
        assert_noop!(
            publish(series, Month(0), Month(u16::MAX), 10),
            Error::<Test>::ValidityTooLong
        );
        assert_ok!(publish(series, from, month(2027, 12), 10));
        assert_eq!(InForce::<Test>::iter_prefix(series).count() as u32, MAX_VALIDITY);
    });
}

#[test]
fn the_last_month_of_the_calendar_can_have_a_factor() {
    ExtBuilder.build_and_execute(|| {
        let (series, last) = (series(Unit::WattHour), Month(u16::MAX));
        assert_ok!(publish(series, Month(u16::MAX - 1), last, 10));
        assert_eq!(Emissions::factor_in(series, last), Some(10));
    });
}

#[test]
fn a_citation_is_text() {
    ExtBuilder.build_and_execute(|| {
        let (series, june) = (series(Unit::WattHour), month(2018, 6));
        for bad in [name(""), not_text()] {
            assert_noop!(
                Emissions::publish_factor(signed(REGULATOR), series, june, june, 10, bad),
                Error::<Test>::InvalidName
            );
        }
    });
}

#[test]
fn a_series_must_be_ones_own() {
    ExtBuilder.build_and_execute(|| {
        let (series, june) = (series(Unit::WattHour), month(2018, 6));
        let publish = |account, series| {
            let source = name("MEE 2018");
            Emissions::publish_factor(signed(account), series, june, june, 10, source)
        };
        assert_noop!(publish(MINISTER, series), Error::<Test>::UnknownSeries);
        let unknown = FactorSeriesId(9);
        assert_noop!(publish(REGULATOR, unknown), Error::<Test>::UnknownSeries);
    });
}

#[test]
fn the_versions_can_be_used_up() {
    ExtBuilder.build_and_execute(|| {
        let (series, june) = (series(Unit::WattHour), month(2018, 6));
        SeriesLibrary::<Test>::mutate(series, |series| {
            series.as_mut().unwrap().last_version = u16::MAX - 1;
        });
        assert_ok!(publish(series, june, june, 10));
        assert_noop!(publish(series, june.next(), june.next(), 10), Error::<Test>::TooMany);
    });
}

#[test]
fn only_regulators_publish() {
    ExtBuilder.build_and_execute(|| {
        let (series, june) = (series(Unit::WattHour), month(2018, 6));
        assert_for_regulators_only(|origin| {
            Emissions::publish_factor(origin, series, june, june, 10, name("MEE 2018"))
        });
    });
}

#[test]
fn it_weighs_by_its_months() {
    let weight = |from, to| {
        let call: RuntimeCall = crate::Call::publish_factor {
            series: FactorSeriesId(1),
            from,
            to,
            micrograms_per_unit: 10,
            source: name("MEE 2018"),
        }
        .into();
        call.get_dispatch_info().call_weight
    };
    let june = month(2018, 6);
    for (to, months) in [(june, 1), (june.next(), 2), (month(2028, 5), 120), (month(2099, 1), 120)]
    {
        assert_eq!(weight(june, to), Weight::from_parts(months, 0));
    }
    assert_eq!(weight(june.next(), june), Weight::from_parts(0, 0));
    assert_eq!(weight(Month(u16::MAX), Month(u16::MAX)), Weight::from_parts(1, 0));
}
