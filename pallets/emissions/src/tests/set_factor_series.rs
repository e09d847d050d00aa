//! `set_factor_series`.

use super::*;
use crate::{Error, Sources};
use huangpu_primitives::traits::{Metered, OnReport};

fn set(account: u64, source: SourceId, series: FactorSeriesId) -> DispatchResult {
    Emissions::set_factor_series(signed(account), source, series)
}

#[test]
fn another_series_applies_to_all_months() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, first) = source();
        let june = month(2018, 6);
        assert_ok!(publish(first, june, june, 500_000));
        let measured = Metered { measured: 1_000, ..Default::default() };
        <Emissions as OnReport>::on_report(STEEL, device, june, measured);
        let grams = || Emissions::source_months_page(source, june, 1)[0].grams;
        assert_eq!(grams(), Some(500));

        let series = series(Unit::WattHour);
        take_events();
        assert_ok!(set(OWNER, source, series));
        assert_eq!(take_events(), [Event::FactorSeriesSet { source, series }]);
        assert_eq!(Sources::<Test>::get(source).unwrap().series, series);
        assert_eq!(grams(), None);
        assert_ok!(publish(series, june, june, 250_000));
        assert_eq!(grams(), Some(250));
    });
}

#[test]
fn a_source_must_be_ones_own() {
    ExtBuilder.build_and_execute(|| {
        let (source, _, series) = source();
        for stranger in [NEIGHBOUR, REGULATOR] {
            assert_noop!(set(stranger, source, series), Error::<Test>::UnknownSource);
        }
        assert_noop!(set(OWNER, SourceId(9), series), Error::<Test>::UnknownSource);
    });
}

#[test]
fn a_series_must_exist_and_count_the_same() {
    ExtBuilder.build_and_execute(|| {
        let (source, _, _) = source();
        let gas = series(Unit::CubicDecimetre);
        assert_noop!(set(OWNER, source, FactorSeriesId(9)), Error::<Test>::UnknownSeries);
        assert_noop!(set(OWNER, source, gas), Error::<Test>::UnitMismatch);
    });
}

#[test]
fn only_members_set_a_series() {
    ExtBuilder.build_and_execute(|| {
        let (source, _, series) = source();
        assert_for_members_only(|origin| Emissions::set_factor_series(origin, source, series));
    });
}
