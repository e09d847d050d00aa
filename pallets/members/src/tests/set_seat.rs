//! `set_seat`.

use super::*;
use crate::{ActiveSeats, Error, Seats};

fn set_seat(org: OrgId, seated: bool) -> DispatchResult {
    Members::set_seat(RuntimeOrigin::root(), org, seated)
}

#[test]
fn a_seat_is_given_and_taken() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        for (seated, active) in [(true, 2), (false, 1), (true, 2)] {
            assert_ok!(set_seat(STEEL, seated));
            assert_eq!(take_events(), [Event::SeatSet { org: STEEL, seated }]);
            assert_eq!(Seats::<Test>::contains_key(STEEL), seated);
            assert_eq!(ActiveSeats::<Test>::get(), active);
        }
    });
}

#[test]
fn the_council_can_be_handed_over() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_seat(STEEL, true));
        assert_ok!(set_seat(BUREAU, false));
        assert_eq!(Seats::<Test>::iter_keys().collect::<Vec<_>>(), [STEEL]);
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn nothing_is_given_or_taken_twice() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set_seat(BUREAU, true), Error::<Test>::SeatUnchanged);
        assert_noop!(set_seat(STEEL, false), Error::<Test>::SeatUnchanged);
    });
}

#[test]
fn only_active_organisations_take_a_seat() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            assert_noop!(set_seat(STEEL, true), Error::<Test>::OrganisationNotActive);
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        assert_noop!(set_seat(STEEL, true), Error::<Test>::OrganisationNotActive);
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        assert_noop!(set_seat(STEEL, true), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn who_lapsed_takes_no_seat_even_before_its_bucket_is_worked_off() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        pass_days(1);
        assert_noop!(set_seat(org, true), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn the_last_of_the_council_keeps_its_seat() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set_seat(BUREAU, false), Error::<Test>::LastCouncilMember);
        assert_ok!(set_seat(STEEL, true));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        // The other one could not act.
        assert_noop!(set_seat(BUREAU, false), Error::<Test>::LastCouncilMember);
    });
}

#[test]
fn a_seat_that_does_not_count_can_be_taken() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_seat(STEEL, true));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        assert_ok!(set_seat(STEEL, false));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        assert!(!Seats::<Test>::contains_key(STEEL));
        // Nor does it count again when its organisation is reinstated.
        assert_ok!(set_standing(STEEL, Standing::Active));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 4] {
            for seated in [true, false] {
                assert_noop!(set_seat(OrgId(unknown), seated), Error::<Test>::UnknownOrganisation);
            }
        }
    });
}

#[test]
fn only_the_council_gives_and_takes_seats() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Members::set_seat(origin, STEEL, true));
    });
}
