//! `call_election`.

use super::*;

#[test]
fn a_member_calls_the_general_election_of_all_seats() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(335);
        assert_ok!(call_election(3, Industry));
        let (nominations_until, votes_until) = (TODAY.plus(342), TODAY.plus(349));
        let expected = Election {
            round: 1,
            by_election: false,
            seats: 2,
            nominations_until,
            votes_until,
            candidates: 0,
        };
        assert_eq!(election(Industry), expected);
        let event = Event::ElectionCalled {
            constituency: Industry,
            round: 1,
            by_election: false,
            seats: 2,
            nominations_until,
            votes_until,
        };
        assert_eq!(take_events(), [event]);
        assert_eq!(LastRounds::<Test>::get(Industry), Round { number: 1, closed: None });
        // Finance elects by itself.
        assert_eq!(Elections::<Test>::get(Finance), None);
    });
}

#[test]
fn a_general_election_is_due_thirty_days_before_the_term_ends() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(334);
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
        pass_days(1);
        assert_ok!(call_election(3, Industry));
    });
}

#[test]
fn a_general_election_is_due_when_the_term_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(1_000);
        assert_ok!(call_election(3, Industry));
        assert!(!election(Industry).by_election);
    });
}

#[test]
fn a_vacant_seat_takes_a_by_election() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
        assert_ok!(vacate(2));
        take_events();
        assert_ok!(call_election(2, Industry));
        let event = Event::ElectionCalled {
            constituency: Industry,
            round: 1,
            by_election: true,
            seats: 1,
            nominations_until: TODAY.plus(7),
            votes_until: TODAY.plus(14),
        };
        assert_eq!(take_events(), [event]);
    });
}

#[test]
fn shortly_before_the_end_of_a_term_all_seats_are_elected_also_if_one_is_vacant() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(vacate(2));
        pass_days(335);
        assert_ok!(call_election(3, Industry));
        assert!(!election(Industry).by_election);
        assert_eq!(election(Industry).seats, 2);
    });
}

#[test]
fn one_runs_at_a_time() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_noop!(call_election(3, Industry), Error::<Test>::ElectionRunning);
        // Also one that is over, until it is counted.
        pass_days(100);
        assert_noop!(call_election(3, Industry), Error::<Test>::ElectionRunning);
        // In other constituencies, others do.
        pass_days(100);
        assert_ok!(call_election(11, Finance));
    });
}

#[test]
fn none_is_called_on_the_day_on_which_one_was_closed() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[], &[]);
        assert_ok!(close(3, Industry));
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
        pass_days(1);
        assert_ok!(call_election(3, Industry));
        assert_eq!(election(Industry).round, 2);
    });
}

#[test]
fn none_is_due_before_the_founders_terms_have_begun() {
    ExtBuilder::default().before_first_day().build_and_execute(|| {
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
        assert_ok!(set_rule(Research, 1, 100));
        assert_noop!(call_election(21, Research), Error::<Test>::NoElectionDue);
    });
}

#[test]
fn every_constituency_calls_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(335);
        assert_noop!(call_election(11, Industry), Error::<Test>::OtherConstituency);
        assert_noop!(call_election(3, Finance), Error::<Test>::OtherConstituency);
        assert_noop!(call_election(91, Industry), Error::<Test>::NotEligible);
        assert_ok!(call_election(11, Finance));
    });
}

#[test]
fn a_constituency_without_seats_elects_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(call_election(21, Research), Error::<Test>::NoElectionDue);
    });
}

#[test]
fn the_numbers_of_elections_end() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(335);
        LastRounds::<Test>::insert(Industry, Round { number: u32::MAX, closed: None });
        assert_noop!(call_election(3, Industry), Error::<Test>::TooManyElections);
        // Nor does the chain call one, nor stumble.
        idle(PLENTY);
        assert_eq!(Elections::<Test>::get(Industry), None);
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY.plus(335)));
    });
}

#[test]
fn only_members_call_elections() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(335);
        assert_for_members_only(|origin| Seats::call_election(origin, Industry));
    });
}
