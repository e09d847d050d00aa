//! What the runtime API answers.

use super::*;
use huangpu_primitives::{
    apis::{FacilityView, FactorSeriesView, FactorView, SourceMonthView, SourceView, PAGE},
    traits::{Metered, OnReport},
};

#[test]
fn a_facility_is_shown_with_its_sources() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, series) = source();
        let other = meter(STEEL);
        let add =
            Emissions::add_source(signed(OWNER), FacilityId(1), name("Furnace"), other, 1, series);
        assert_ok!(add);
        let view = |id, title: &str, device, scope| SourceView {
            id,
            name: title.as_bytes().to_vec(),
            device,
            scope,
            series,
            unit: Unit::WattHour,
        };
        let expected = FacilityView {
            id: FacilityId(1),
            org: STEEL,
            name: b"Plant".to_vec(),
            sector: 5,
            district: 310_112,
            sources: vec![view(source, "Grid", device, 2), view(SourceId(2), "Furnace", other, 1)],
        };
        assert_eq!(Emissions::facility_view(FacilityId(1)), Some(expected));
        assert_eq!(Emissions::facility_view(FacilityId(2)), None);
    });
}

#[test]
fn facilities_are_listed_in_order_page_by_page() {
    ExtBuilder.build_and_execute(|| {
        for (account, title) in
            [(OWNER, "a"), (NEIGHBOUR, "b"), (OWNER, "c"), (OWNER, "d"), (NEIGHBOUR, "e")]
        {
            facility(account, title);
        }
        let page = |org, after: Option<u32>, limit| -> Vec<u32> {
            let page = Emissions::facilities_page(org, after.map(FacilityId), limit);
            page.into_iter().map(|view| view.id.0).collect()
        };
        assert_eq!(page(STEEL, None, 10), [1, 3, 4]);
        assert_eq!(page(STEEL, None, 2), [1, 3]);
        assert_eq!(page(STEEL, Some(1), 1), [3]);
        assert_eq!(page(STEEL, Some(2), 10), [3, 4]);
        assert!(page(STEEL, Some(4), 10).is_empty());
        assert_eq!(page(MILL, None, 10), [2, 5]);
        assert!(page(BUREAU, None, 10).is_empty());
        for n in 0..PAGE {
            facility(OWNER, &format!("one of many, {n}"));
        }
        assert_eq!(page(STEEL, None, u32::MAX).len() as u32, PAGE);
    });
}

#[test]
fn a_sources_months_are_listed_from_one_on() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, series) = source();
        let june = month(2018, 6);
        assert_ok!(publish(series, june, june, 2_000_000));
        let metered = Metered { measured: 10, uncalibrated: 2, gap: 3, readings: 4 };
        for month in [june.next(), june] {
            <Emissions as OnReport>::on_report(STEEL, device, month, metered);
        }
        let view = |month, factor, grams| SourceMonthView {
            source,
            month,
            measured: 10,
            estimated: 5,
            readings: 4,
            factor,
            grams,
        };
        let both = [view(june, Some(2_000_000), Some(30)), view(june.next(), None, None)];
        assert_eq!(Emissions::source_months_page(source, Month(0), 10), both);
        assert_eq!(Emissions::source_months_page(source, june.next(), 10), both[1..]);
        assert_eq!(Emissions::source_months_page(source, Month(0), 1), both[..1]);
        assert_eq!(Emissions::source_months_page(SourceId(9), Month(0), 10), []);
    });
}

#[test]
fn a_series_is_shown_with_its_factors() {
    ExtBuilder.build_and_execute(|| {
        let id = series(Unit::WattHour);
        let (january, june) = (month(2018, 1), month(2018, 6));
        assert_ok!(publish(id, january, june, 10));
        assert_ok!(publish(id, june.next(), june.next(), 20));
        let factor = |version, from, to, micrograms_per_unit| FactorView {
            version,
            from,
            to,
            micrograms_per_unit,
            source: b"MEE 2018".to_vec(),
        };
        let expected = FactorSeriesView {
            id,
            name: b"Series 1".to_vec(),
            unit: Unit::WattHour,
            publisher: BUREAU,
            factors: vec![factor(1, january, june, 10), factor(2, june.next(), june.next(), 20)],
        };
        assert_eq!(Emissions::series_view(id), Some(expected));
        assert_eq!(Emissions::series_view(FactorSeriesId(9)), None);
    });
}

#[test]
fn a_series_without_factors_is_shown() {
    ExtBuilder.build_and_execute(|| {
        let id = series(Unit::Gram);
        assert!(Emissions::series_view(id).unwrap().factors.is_empty());
    });
}

#[test]
fn of_a_long_series_the_newest_factors_are_shown() {
    ExtBuilder.build_and_execute(|| {
        let id = series(Unit::WattHour);
        for n in 0..PAGE as u16 + 2 {
            assert_ok!(publish(id, Month(n), Month(n), u64::from(n)));
        }
        let factors = Emissions::series_view(id).unwrap().factors;
        assert_eq!(factors.len() as u32, PAGE);
        assert_eq!(factors.first().map(|factor| factor.version), Some(3));
        assert_eq!(factors.last().map(|factor| factor.version), Some(PAGE as u16 + 2));
    });
}

#[test]
fn the_library_is_listed_in_order_page_by_page() {
    ExtBuilder.build_and_execute(|| {
        for _ in 0..PAGE + 2 {
            series(Unit::WattHour);
        }
        let page = |after: Option<u32>, limit| -> Vec<u32> {
            let page = Emissions::library_page(after.map(FactorSeriesId), limit);
            page.into_iter().map(|view| view.id.0).collect()
        };
        assert_eq!(page(None, 2), [1, 2]);
        assert_eq!(page(Some(2), 2), [3, 4]);
        assert!(page(None, 0).is_empty());
        assert_eq!(page(None, u32::MAX).len() as u32, PAGE);
        assert_eq!(page(Some(PAGE), 10), [PAGE + 1, PAGE + 2]);
        assert!(page(Some(PAGE + 2), 10).is_empty());
    });
}
