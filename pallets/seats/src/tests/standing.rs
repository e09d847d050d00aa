//! What pallet-members tells: changes of standing, and seats that the council gives or takes over there.

use super::*;

fn given(constituency: Constituency, org: u32) -> Event<Test> {
    Event::SeatGiven { constituency, org: OrgId(org) }
}

fn vacated(constituency: Constituency, org: u32) -> Event<Test> {
    Event::SeatVacated { constituency, org: OrgId(org) }
}

#[test]
fn who_is_no_longer_a_member_has_no_seat() {
    for standing in [Standing::Expelled, Standing::Lapsed, Standing::Closed] {
        ExtBuilder::default().build_and_execute(|| {
            change_standing(2, standing);
            assert_eq!(take_events(), [vacated(Industry, 2)]);
            assert_eq!(holders(Industry), [1]);
            assert!(!Council::is_seated(OrgId(2)));
        });
    }
}

#[test]
fn suspension_does_not_take_the_seat() {
    ExtBuilder::default().build_and_execute(|| {
        change_standing(2, Standing::Suspended);
        change_standing(2, Standing::Active);
        assert_eq!(take_events(), []);
        assert_eq!(holders(Industry), [1, 2]);
    });
}

#[test]
fn the_seat_of_a_suspended_member_goes_when_it_is_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        change_standing(2, Standing::Suspended);
        change_standing(2, Standing::Expelled);
        assert_eq!(take_events(), [vacated(Industry, 2)]);
    });
}

#[test]
fn who_has_no_seat_loses_none() {
    ExtBuilder::default().build_and_execute(|| {
        change_standing(3, Standing::Expelled);
        assert_eq!(take_events(), []);
        assert_eq!(holders(Industry), [1, 2]);
    });
}

#[test]
fn a_seat_that_cannot_be_taken_stays() {
    ExtBuilder::default().build_and_execute(|| {
        Stuck::set(vec![OrgId(2)]);
        change_standing(2, Standing::Lapsed);
        assert_eq!(take_events(), []);
        assert_eq!(holders(Industry), [1, 2]);
    });
}

#[test]
fn whom_the_council_seats_directly_holds_a_seat_of_its_constituency() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Council::seat(OrgId(21)));
        assert_eq!(take_events(), [given(Research, 21)]);
        assert_eq!(holders(Research), [21]);
        // It sits beyond the number, or on a vacant seat.
        assert_ok!(Council::seat(OrgId(3)));
        assert_eq!(holders(Industry), [1, 2, 3]);
        assert_ok!(vacate(1));
        assert_noop!(call_election(4, Industry), Error::<Test>::NoElectionDue);
        assert_ok!(vacate(2));
        assert_ok!(call_election(4, Industry));
    });
}

#[test]
fn whose_seat_the_council_takes_directly_holds_none() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Council::unseat(OrgId(2)));
        assert_eq!(take_events(), [vacated(Industry, 2)]);
        assert_eq!(holders(Industry), [1]);
    });
}

#[test]
fn what_is_told_twice_is_no_news() {
    ExtBuilder::default().build_and_execute(|| {
        Seats::on_seat(OrgId(2), true);
        Seats::on_seat(OrgId(3), false);
        assert_eq!(take_events(), []);
        assert_eq!(holders(Industry), [1, 2]);
    });
}

#[test]
fn a_holder_keeps_its_seat_when_it_votes_elsewhere() {
    ExtBuilder::default().build_and_execute(|| {
        change_constituency(2, Research);
        Seats::on_seat(OrgId(2), true);
        assert_eq!(holders(Industry), [1, 2]);
        // It can still give it up.
        assert_ok!(vacate(2));
        assert_eq!(take_events(), [vacated(Industry, 2)]);
    });
}
