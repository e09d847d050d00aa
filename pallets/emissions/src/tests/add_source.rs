//! `add_source`.

use super::*;
use crate::{Error, Facilities, Source, SourceOfDevice, Sources};

fn add(facility: FacilityId, device: DeviceId, series: FactorSeriesId) -> DispatchResult {
    Emissions::add_source(signed(OWNER), facility, name("Grid"), device, 2, series)
}

#[test]
fn a_source_is_added() {
    ExtBuilder.build_and_execute(|| {
        let (facility, device) = (facility(OWNER, "Plant"), meter(STEEL));
        let series = series(Unit::WattHour);
        take_events();
        assert_ok!(add(facility, device, series));
        let source = SourceId(1);
        assert_eq!(take_events(), [Event::SourceAdded { source, facility, device }]);
        let expected = Source { facility, name: name("Grid"), device, scope: 2, series };
        assert_eq!(Sources::<Test>::get(source), Some(expected));
        assert_eq!(SourceOfDevice::<Test>::get(device), Some(source));
        assert_eq!(Facilities::<Test>::get(facility).unwrap().sources, 1);
    });
}

#[test]
fn the_same_source_again_is_no_error() {
    ExtBuilder.build_and_execute(|| {
        let (source, device, series) = source();
        take_events();
        assert_ok!(add(FacilityId(1), device, series));
        assert_eq!(take_events(), [Event::SourceAlreadyAdded { source }]);
        assert_eq!(LastSource::<Test>::get(), source);
        assert_eq!(Facilities::<Test>::get(FacilityId(1)).unwrap().sources, 1);
    });
}

#[test]
fn a_meter_measures_one_source_only() {
    ExtBuilder.build_and_execute(|| {
        let (_, device, first) = source();
        let (plant, other, second) =
            (FacilityId(1), facility(OWNER, "Other"), series(Unit::WattHour));
        let add = |facility, title: &str, scope, series| {
            Emissions::add_source(signed(OWNER), facility, name(title), device, scope, series)
        };
        for call in [
            || (FacilityId(2), "Grid", 2, FactorSeriesId(1)),
            || (FacilityId(1), "Furnace", 2, FactorSeriesId(1)),
            || (FacilityId(1), "Grid", 1, FactorSeriesId(1)),
            || (FacilityId(1), "Grid", 2, FactorSeriesId(2)),
        ] {
            let (facility, title, scope, series) = call();
            assert_noop!(add(facility, title, scope, series), Error::<Test>::DeviceBound);
        }
        assert_eq!((plant, other), (FacilityId(1), FacilityId(2)));
        assert_eq!((first, second), (FactorSeriesId(1), FactorSeriesId(2)));
    });
}

#[test]
fn a_name_is_text() {
    ExtBuilder.build_and_execute(|| {
        let (facility, device) = (facility(OWNER, "Plant"), meter(STEEL));
        let series = series(Unit::WattHour);
        for bad in [name(""), not_text()] {
            assert_noop!(
                Emissions::add_source(signed(OWNER), facility, bad, device, 2, series),
                Error::<Test>::InvalidName
            );
        }
    });
}

#[test]
fn a_scope_is_one_of_three() {
    ExtBuilder.build_and_execute(|| {
        let (facility, series) = (facility(OWNER, "Plant"), series(Unit::WattHour));
        let add = |scope| {
            let device = meter(STEEL);
            Emissions::add_source(signed(OWNER), facility, name("Grid"), device, scope, series)
        };
        for scope in [0, 4, u8::MAX] {
            assert_noop!(add(scope), Error::<Test>::InvalidScope);
        }
        for scope in [1, 2, 3] {
            assert_ok!(add(scope));
        }
    });
}

#[test]
fn a_facility_must_be_ones_own() {
    ExtBuilder.build_and_execute(|| {
        let (theirs, series) = (facility(NEIGHBOUR, "Plant"), series(Unit::WattHour));
        let device = meter(STEEL);
        for facility in [theirs, FacilityId(9)] {
            assert_noop!(add(facility, device, series), Error::<Test>::UnknownFacility);
        }
    });
}

#[test]
fn a_device_must_be_ones_own() {
    ExtBuilder.build_and_execute(|| {
        let (facility, series) = (facility(OWNER, "Plant"), series(Unit::WattHour));
        for device in [meter(MILL), DeviceId(9)] {
            assert_noop!(add(facility, device, series), Error::<Test>::UnknownDevice);
        }
    });
}

#[test]
fn an_export_meter_measures_no_source() {
    ExtBuilder.build_and_execute(|| {
        let (facility, series) = (facility(OWNER, "Plant"), series(Unit::WattHour));
        let export = register_meter(STEEL, Unit::WattHour, Direction::Export);
        assert_noop!(add(facility, export, series), Error::<Test>::ExportMeter);
    });
}

#[test]
fn a_series_must_exist_and_count_what_the_meter_counts() {
    ExtBuilder.build_and_execute(|| {
        let (facility, device, gas) =
            (facility(OWNER, "Plant"), meter(STEEL), series(Unit::CubicDecimetre));
        let unknown = FactorSeriesId(9);
        assert_noop!(add(facility, device, unknown), Error::<Test>::UnknownSeries);
        assert_noop!(add(facility, device, gas), Error::<Test>::UnitMismatch);
        let gas_meter = register_meter(STEEL, Unit::CubicDecimetre, Direction::Import);
        assert_ok!(add(facility, gas_meter, gas));
    });
}

#[test]
fn a_facility_has_only_so_many_sources() {
    ExtBuilder.build_and_execute(|| {
        let (full, series) = (facility(OWNER, "Plant"), series(Unit::WattHour));
        let mut last = None;
        for _ in 0..MAX_SOURCES {
            last = Some(meter(STEEL));
            assert_ok!(add(full, last.unwrap(), series));
        }
        let one_more = meter(STEEL);
        assert_noop!(add(full, one_more, series), Error::<Test>::TooManySources);
        // One that is there already is no error even now.
        assert_ok!(add(full, last.unwrap(), series));
        assert_ok!(add(facility(OWNER, "Other"), one_more, series));
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder.build_and_execute(|| {
        let (facility, series) = (facility(OWNER, "Plant"), series(Unit::WattHour));
        LastSource::<Test>::put(SourceId(u32::MAX - 1));
        assert_ok!(add(facility, meter(STEEL), series));
        let one_more = meter(STEEL);
        assert_noop!(add(facility, one_more, series), Error::<Test>::TooMany);
    });
}

#[test]
fn only_the_owner_adds() {
    ExtBuilder.build_and_execute(|| {
        let (facility, series) = (facility(OWNER, "Plant"), series(Unit::WattHour));
        let device = meter(STEEL);
        let add = |origin| Emissions::add_source(origin, facility, name("Grid"), device, 2, series);
        assert_for_members_only(add);
        for stranger in [NEIGHBOUR, REGULATOR] {
            assert_noop!(add(signed(stranger)), Error::<Test>::UnknownFacility);
        }
    });
}
