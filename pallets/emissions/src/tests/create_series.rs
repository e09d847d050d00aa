//! `create_series`.

use super::*;
use crate::{Error, Series, SeriesLibrary};

fn create(account: u64, title: Name) -> DispatchResult {
    Emissions::create_series(signed(account), title, Unit::Gram)
}

#[test]
fn a_regulator_opens_a_series() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(create(REGULATOR, name("Coke")));
        let series = FactorSeriesId(1);
        assert_eq!(take_events(), [Event::SeriesCreated { series, publisher: BUREAU }]);
        let expected =
            Series { name: name("Coke"), unit: Unit::Gram, publisher: BUREAU, last_version: 0 };
        assert_eq!(SeriesLibrary::<Test>::get(series), Some(expected));
    });
}

#[test]
fn the_same_series_again_is_no_error() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(create(REGULATOR, name("Coke")));
        take_events();
        assert_ok!(create(REGULATOR, name("Coke")));
        assert_eq!(take_events(), [Event::SeriesAlreadyCreated { series: FactorSeriesId(1) }]);
        assert_eq!(LastSeries::<Test>::get(), FactorSeriesId(1));
    });
}

#[test]
fn the_same_name_for_another_unit_is_taken() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(create(REGULATOR, name("Coke")));
        assert_noop!(
            Emissions::create_series(signed(REGULATOR), name("Coke"), Unit::WattHour),
            Error::<Test>::NameTaken
        );
    });
}

#[test]
fn two_regulators_series_of_the_same_name_are_different_series() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(create(REGULATOR, name("Coke")));
        assert_ok!(create(MINISTER, name("Coke")));
        assert_eq!(LastSeries::<Test>::get(), FactorSeriesId(2));
        assert_eq!(SeriesLibrary::<Test>::get(FactorSeriesId(2)).unwrap().publisher, MINISTRY);
    });
}

#[test]
fn a_name_is_text() {
    ExtBuilder.build_and_execute(|| {
        for bad in [name(""), not_text()] {
            assert_noop!(create(REGULATOR, bad), Error::<Test>::InvalidName);
        }
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder.build_and_execute(|| {
        LastSeries::<Test>::put(FactorSeriesId(u32::MAX - 1));
        assert_ok!(create(REGULATOR, name("The last")));
        assert_noop!(create(REGULATOR, name("One more")), Error::<Test>::TooMany);
    });
}

#[test]
fn only_regulators_open_series() {
    ExtBuilder.build_and_execute(|| {
        assert_for_regulators_only(|origin| {
            Emissions::create_series(origin, name("Coke"), Unit::Gram)
        });
    });
}
