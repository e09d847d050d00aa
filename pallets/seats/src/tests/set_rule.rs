//! `set_rule`.

use super::*;

#[test]
fn the_council_sets_seats_and_terms() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_rule(Research, 2, 90));
        let rule = Rule { seats: 2, term_days: 90 };
        assert_eq!(Rules::<Test>::get(Research), rule);
        assert_eq!(take_events(), [Event::RuleSet { constituency: Research, rule }]);
        // Its seats are filled by a general election; its term begins with that.
        assert_eq!(Terms::<Test>::get(Research), None);
        assert_ok!(call_election(21, Research));
        assert!(!election(Research).by_election);
        assert_eq!(election(Research).seats, 2);
    });
}

#[test]
fn a_rule_stays_within_its_bounds() {
    ExtBuilder::default().build_and_execute(|| {
        for (seats, term_days) in [(MAX_SEATS + 1, 365), (1, 89), (1, 1_831), (u32::MAX, u32::MAX)]
        {
            assert_noop!(set_rule(Public, seats, term_days), Error::<Test>::InvalidRule);
        }
        for (seats, term_days) in [(0, 90), (MAX_SEATS, 90), (1, 1_830)] {
            assert_ok!(set_rule(Public, seats, term_days));
        }
    });
}

#[test]
fn the_same_rule_is_not_set_again() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set_rule(Industry, 2, 365), Error::<Test>::RuleUnchanged);
        assert_ok!(set_rule(Industry, 2, 366));
    });
}

#[test]
fn the_running_term_stays_as_long_as_it_is() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_rule(Industry, 2, 100));
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365)));
        general_election();
        run_election(&[1], &[(1, 1)]);
        assert_ok!(close(1, Industry));
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365 + 100)));
    });
}

#[test]
fn more_seats_are_vacant_seats() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
        assert_ok!(set_rule(Industry, 3, 365));
        assert_ok!(call_election(3, Industry));
        assert!(election(Industry).by_election);
        assert_eq!(election(Industry).seats, 1);
    });
}

#[test]
fn the_surplus_sits_until_the_terms_election() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_rule(Industry, 1, 365));
        assert_eq!(holders(Industry), [1, 2]);
        live_days(300);
        assert_eq!(holders(Industry), [1, 2]);
        assert_eq!(Elections::<Test>::get(Industry), None);
        pass_days(35);
        assert_ok!(call_election(3, Industry));
        run_election(&[1, 2], &[(1, 1), (2, 2), (3, 2)]);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [2]);
    });
}

#[test]
fn a_running_election_fills_no_more_seats_than_there_are_at_its_count() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(set_rule(Industry, 1, 365));
        run_election(&[3, 4], &[(3, 3), (4, 4)]);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3]);
    });
}

#[test]
fn a_running_election_fills_no_more_seats_than_it_was_called_for() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(set_rule(Industry, 3, 365));
        run_election(&[3, 4, 5], &[(3, 3), (4, 4), (5, 5)]);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3, 4]);
    });
}

#[test]
fn without_seats_there_are_no_elections_and_the_council_unseats() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(set_rule(Industry, 0, 365));
        run_election(&[3], &[(3, 3)]);
        take_events();
        assert_ok!(close(3, Industry));
        assert_eq!(take_events(), [Event::ElectionFailed { constituency: Industry, round: 1 }]);
        assert_eq!(holders(Industry), [1, 2]);
        pass_days(400);
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
        assert_ok!(unseat(1));
        assert_ok!(unseat(2));
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
    });
}

#[test]
fn only_a_constitutional_decision_sets_a_rule() {
    ExtBuilder::default().build_and_execute(|| {
        let rule = Rule { seats: 1, term_days: 90 };
        assert_for_council_only(|origin| Seats::set_rule(origin, Research, rule));
    });
}
