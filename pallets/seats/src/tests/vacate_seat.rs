//! `vacate_seat`.

use super::*;

#[test]
fn a_holder_gives_its_seat_up() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(vacate(2));
        let event = Event::SeatVacated { constituency: Industry, org: OrgId(2) };
        assert_eq!(take_events(), [event]);
        assert_eq!(holders(Industry), [1]);
        assert!(!Council::is_seated(OrgId(2)));
        // The term runs on.
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365)));
    });
}

#[test]
fn who_has_none_gives_none_up() {
    ExtBuilder::default().build_and_execute(|| {
        for org in [3, 91] {
            assert_noop!(vacate(org), Error::<Test>::NoSeat);
        }
        assert_ok!(vacate(2));
        assert_noop!(vacate(2), Error::<Test>::NoSeat);
    });
}

#[test]
fn the_last_of_the_council_keeps_its_seat() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(vacate(1));
        assert_ok!(vacate(2));
        assert_noop!(vacate(11), LAST);
        assert_eq!(holders(Finance), [11]);
    });
}

#[test]
fn only_members_vacate_seats() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Council::seat(OrgId(6)));
        assert_for_members_only(Seats::vacate_seat);
    });
}
