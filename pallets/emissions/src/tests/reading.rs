//! What the runtime API answers.

use super::*;
use crate::SeriesLibrary;
use huangpu_primitives::{
    apis::{FacilityView, FactorSeriesView, FactorView, SourceMonthView, SourceView, PAGE},
    traits::{Metered, OnReport},
};

#[test]
fn a_facility_and_its_sources_are_shown() {
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
            sources: 2,
        };
        assert_eq!(Emissions::facility_view(FacilityId(1)), Some(expected));
        assert_eq!(Emissions::facility_view(FacilityId(2)), None);
        let mut sources = Emissions::sources_page(FacilityId(1), None, 10);
        sources.sort_unstable_by_key(|source| source.id);
        let expected = [view(source, "Grid", device, 2), view(SourceId(2), "Furnace", other, 1)];
        assert_eq!(sources, expected);
        assert_eq!(Emissions::sources_page(FacilityId(2), None, 10), []);
    });
}

/// Walks pages of a size until one is not full: what they show, sorted.
fn walk<K: Copy + Ord>(limit: u32, page: impl Fn(Option<K>, u32) -> Vec<K>) -> Vec<K> {
    let mut all = Vec::new();
    loop {
        let shown = page(all.last().copied(), limit);
        let size = limit.min(PAGE) as usize;
        assert!(shown.len() <= size);
        let full = shown.len() == size;
        all.extend(shown);
        if !full {
            all.sort_unstable();
            return all;
        }
    }
}

#[test]
fn pages_of_any_size_list_every_source_of_a_facility_once() {
    ExtBuilder.build_and_execute(|| {
        let series = series(Unit::WattHour);
        for title in ["a", "b"] {
            let facility = facility(OWNER, title);
            for n in 0..MAX_SOURCES {
                let (title, device) = (name(&n.to_string()), meter(STEEL));
                assert_ok!(Emissions::add_source(
                    signed(OWNER),
                    facility,
                    title,
                    device,
                    2,
                    series
                ));
            }
        }
        let sources = |facility, limit| -> Vec<u32> {
            walk(limit, |after: Option<u32>, limit| {
                let page = Emissions::sources_page(facility, after.map(SourceId), limit);
                page.into_iter().map(|view| view.id.0).collect()
            })
        };
        for limit in 1..MAX_SOURCES + 2 {
            assert_eq!(sources(FacilityId(1), limit), [1, 2, 3], "in pages of {limit}");
            assert_eq!(sources(FacilityId(2), limit), [4, 5, 6], "in pages of {limit}");
        }
    });
}

#[test]
fn pages_of_any_size_list_every_facility_of_an_owner_once() {
    ExtBuilder.build_and_execute(|| {
        for (account, title) in
            [(OWNER, "a"), (NEIGHBOUR, "b"), (OWNER, "c"), (OWNER, "d"), (NEIGHBOUR, "e")]
        {
            facility(account, title);
        }
        let facilities = |org, limit| -> Vec<u32> {
            walk(limit, |after: Option<u32>, limit| {
                let page = Emissions::facilities_page(org, after.map(FacilityId), limit);
                page.into_iter().map(|view| view.id.0).collect()
            })
        };
        for limit in 1..5 {
            assert_eq!(facilities(STEEL, limit), [1, 3, 4], "in pages of {limit}");
            assert_eq!(facilities(MILL, limit), [2, 5], "in pages of {limit}");
            assert!(facilities(BUREAU, limit).is_empty());
        }
        for n in 0..PAGE {
            facility(OWNER, &format!("one of many, {n}"));
        }
        assert_eq!(Emissions::facilities_page(STEEL, None, u32::MAX).len() as u32, PAGE);
        let all: Vec<u32> = [1, 3, 4].into_iter().chain(6..6 + PAGE).collect();
        assert_eq!(facilities(STEEL, u32::MAX), all);
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
fn a_series_and_its_factors_are_shown() {
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
            versions: 2,
        };
        assert_eq!(Emissions::series_view(id), Some(expected));
        assert_eq!(Emissions::series_view(FactorSeriesId(9)), None);
        let factors = [factor(1, january, june, 10), factor(2, june.next(), june.next(), 20)];
        assert_eq!(Emissions::factors_page(id, 0, 10), factors);
        assert_eq!(Emissions::factors_page(FactorSeriesId(9), 0, 10), []);
    });
}

#[test]
fn a_series_without_factors_is_shown() {
    ExtBuilder.build_and_execute(|| {
        let id = series(Unit::Gram);
        assert_eq!(Emissions::series_view(id).unwrap().versions, 0);
        assert_eq!(Emissions::factors_page(id, 0, 10), []);
    });
}

#[test]
fn factors_are_listed_in_order_page_by_page() {
    ExtBuilder.build_and_execute(|| {
        let (id, last) = (series(Unit::WattHour), PAGE as u16 + 2);
        for n in 0..last {
            assert_ok!(publish(id, Month(n), Month(n), u64::from(n)));
        }
        let page = |after, limit| -> Vec<u16> {
            let page = Emissions::factors_page(id, after, limit);
            page.into_iter().map(|factor| factor.version).collect()
        };
        assert_eq!(page(0, 2), [1, 2]);
        assert_eq!(page(2, 2), [3, 4]);
        assert!(page(0, 0).is_empty());
        assert_eq!(page(0, u32::MAX), (1..=PAGE as u16).collect::<Vec<_>>());
        assert_eq!(page(PAGE as u16, u32::MAX), [last - 1, last]);
        for beyond in [last, last + 1, u16::MAX] {
            assert!(page(beyond, 10).is_empty());
        }
        for limit in [1, 7, PAGE - 1, PAGE, u32::MAX] {
            let all = walk(limit, |after, limit| page(after.unwrap_or_default(), limit));
            assert_eq!(all, (1..=last).collect::<Vec<_>>(), "in pages of {limit}");
        }
    });
}

#[test]
fn the_last_factor_that_can_be_is_listed_once() {
    ExtBuilder.build_and_execute(|| {
        let (id, june) = (series(Unit::WattHour), month(2018, 6));
        SeriesLibrary::<Test>::mutate(id, |series| {
            series.as_mut().unwrap().last_version = u16::MAX - 1;
        });
        assert_ok!(publish(id, june, june, 10));
        assert_eq!(Emissions::factors_page(id, u16::MAX - 1, 10).len(), 1);
        assert_eq!(Emissions::factors_page(id, u16::MAX, 10), []);
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
