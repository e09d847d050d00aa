//! `stand`.

use super::*;

#[test]
fn a_member_stands_in_its_constituency() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        take_events();
        assert_ok!(stand(3));
        let event = Event::CandidateStood { constituency: Industry, round: 1, org: OrgId(3) };
        assert_eq!(take_events(), [event]);
        assert_eq!(tallies(Industry), [(3, 0)]);
        assert_eq!(election(Industry).candidates, 1);
        // Holders stand again.
        assert_ok!(stand(1));
        assert_eq!(election(Industry).candidates, 2);
    });
}

#[test]
fn candidates_stand_through_the_last_nomination_day() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        NowMs::set(election(Industry).nominations_until.plus(1).start() - 1);
        assert_ok!(stand(3));
        NowMs::mutate(|now| *now += 1);
        assert_noop!(stand(4), Error::<Test>::NominationsOver);
        pass_days(100);
        assert_noop!(stand(4), Error::<Test>::NominationsOver);
    });
}

#[test]
fn nobody_stands_where_no_election_runs() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(stand(3), Error::<Test>::NoElection);
        general_election();
        assert_noop!(stand(11), Error::<Test>::NoElection);
        assert_noop!(stand(91), Error::<Test>::NotEligible);
    });
}

#[test]
fn nobody_stands_twice() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        assert_noop!(stand(3), Error::<Test>::AlreadyStanding);
    });
}

#[test]
fn holders_do_not_stand_in_by_elections() {
    ExtBuilder::default().build_and_execute(|| {
        by_election();
        assert_noop!(stand(1), Error::<Test>::AlreadySeated);
        // Also if the seat is another constituency's.
        change_constituency(11, Industry);
        assert_noop!(stand(11), Error::<Test>::AlreadySeated);
        // Who gave its seat up, stands again.
        assert_ok!(stand(2));
    });
}

#[test]
fn so_many_stand_and_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        for org in 1..=MAX_CANDIDATES {
            assert_ok!(stand(org));
        }
        assert_noop!(stand(6), Error::<Test>::TooManyCandidates);
        // One that withdraws makes room.
        assert_ok!(withdraw(2));
        assert_ok!(stand(6));
        assert_noop!(stand(2), Error::<Test>::TooManyCandidates);
    });
}

#[test]
fn only_members_stand() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_for_members_only(Seats::stand);
    });
}
