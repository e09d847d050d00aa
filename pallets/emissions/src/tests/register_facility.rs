//! `register_facility`.

use super::*;
use crate::{Error, Facilities, Facility};

fn register(account: u64, title: &str, sector: u8, district: u32) -> DispatchResult {
    Emissions::register_facility(signed(account), name(title), sector, district)
}

#[test]
fn a_facility_is_registered() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(register(OWNER, "一号高炉", 5, 310_112));
        let facility = FacilityId(1);
        assert_eq!(take_events(), [Event::FacilityRegistered { facility, org: STEEL }]);
        let expected = Facility {
            org: STEEL,
            name: name("一号高炉"),
            sector: 5,
            district: 310_112,
            sources: 0,
        };
        assert_eq!(Facilities::<Test>::get(facility), Some(expected));
    });
}

#[test]
fn the_same_facility_again_is_no_error() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(register(OWNER, "Plant", 5, 310_112));
        take_events();
        assert_ok!(register(OWNER, "Plant", 5, 310_112));
        let facility = FacilityId(1);
        assert_eq!(take_events(), [Event::FacilityAlreadyRegistered { facility }]);
        assert_eq!(LastFacility::<Test>::get(), facility);
    });
}

#[test]
fn the_same_facility_again_keeps_its_sources() {
    ExtBuilder.build_and_execute(|| {
        source();
        assert_ok!(register(OWNER, "Plant", 5, 310_112));
        assert_eq!(Facilities::<Test>::get(FacilityId(1)).unwrap().sources, 1);
    });
}

#[test]
fn another_facility_under_a_name_is_refused() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(register(OWNER, "Plant", 5, 310_112));
        for (sector, district) in [(6, 310_112), (5, 310_113)] {
            assert_noop!(register(OWNER, "Plant", sector, district), Error::<Test>::NameTaken);
        }
        // Another organisation's names are its own.
        assert_ok!(register(NEIGHBOUR, "Plant", 6, 310_112));
        assert_eq!(LastFacility::<Test>::get(), FacilityId(2));
    });
}

#[test]
fn a_name_is_text() {
    ExtBuilder.build_and_execute(|| {
        assert_noop!(register(OWNER, "", 5, 310_112), Error::<Test>::InvalidName);
        assert_noop!(
            Emissions::register_facility(signed(OWNER), not_text(), 5, 310_112),
            Error::<Test>::InvalidName
        );
    });
}

#[test]
fn a_sector_is_a_part_of_the_standard() {
    ExtBuilder.build_and_execute(|| {
        for sector in [0, 100, u8::MAX] {
            assert_noop!(register(OWNER, "Plant", sector, 310_112), Error::<Test>::InvalidSector);
        }
        assert_ok!(register(OWNER, "First", 1, 310_112));
        assert_ok!(register(OWNER, "Last", 99, 310_112));
    });
}

#[test]
fn a_district_has_six_digits() {
    ExtBuilder.build_and_execute(|| {
        for district in [0, 99_999, 1_000_000, u32::MAX] {
            assert_noop!(register(OWNER, "Plant", 5, district), Error::<Test>::InvalidDistrict);
        }
        assert_ok!(register(OWNER, "First", 5, 100_000));
        assert_ok!(register(OWNER, "Last", 5, 999_999));
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder.build_and_execute(|| {
        LastFacility::<Test>::put(FacilityId(u32::MAX - 1));
        assert_ok!(register(OWNER, "The last", 5, 310_112));
        assert_noop!(register(OWNER, "One more", 5, 310_112), Error::<Test>::TooMany);
    });
}

#[test]
fn only_members_register() {
    ExtBuilder.build_and_execute(|| {
        assert_for_members_only(|origin| {
            Emissions::register_facility(origin, name("Plant"), 5, 310_112)
        });
    });
}
