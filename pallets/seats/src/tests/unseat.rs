//! `unseat`.

use super::*;

#[test]
fn the_council_takes_a_seat() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(unseat(2));
        let event = Event::SeatTaken { constituency: Industry, org: OrgId(2), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        assert_eq!(holders(Industry), [1]);
        assert!(!Council::is_seated(OrgId(2)));
    });
}

#[test]
fn also_that_of_a_suspended_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        change_standing(2, Standing::Suspended);
        assert_ok!(unseat(2));
        assert_eq!(holders(Industry), [1]);
    });
}

#[test]
fn nobody_is_unseated_who_has_no_seat() {
    ExtBuilder::default().build_and_execute(|| {
        for org in [3, 77] {
            assert_noop!(unseat(org), Error::<Test>::NoSeat);
        }
    });
}

#[test]
fn the_last_of_the_council_is_not_unseated() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(unseat(1));
        assert_ok!(unseat(11));
        assert_noop!(unseat(2), LAST);
        assert_eq!(holders(Industry), [2]);
    });
}

#[test]
fn only_a_constitutional_decision_unseats() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Seats::unseat(origin, OrgId(2), DOCUMENT));
    });
}
