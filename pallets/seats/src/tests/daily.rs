//! What the chain does by itself.

use super::*;

/// What a day's look at everything takes, if there is nothing to do.
const LOOK: u64 = 1 + 4;

/// What closing an election with so many candidates takes at most.
fn closing(candidates: u64) -> u64 {
    1 + 10 * candidates + 100 * u64::from(2 * MAX_SEATS)
}

#[test]
fn the_first_day_begins_the_founders_terms() {
    ExtBuilder::default().before_first_day().build_and_execute(|| {
        assert_eq!(Terms::<Test>::iter().count(), 0);
        assert_eq!(idle(PLENTY), LOOK + 1);
        let began = |constituency, until| Event::TermBegan { constituency, until };
        let until = (TODAY.plus(365), TODAY.plus(200));
        assert_eq!(take_events(), [began(Industry, until.0), began(Finance, until.1)]);
        assert_eq!(Terms::<Test>::get(Industry), Some(until.0));
        assert_eq!(Terms::<Test>::get(Finance), Some(until.1));
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY));
    });
}

#[test]
fn a_clock_that_is_not_set_begins_nothing() {
    ExtBuilder::default().before_first_day().build_and_execute(|| {
        NowMs::set(0);
        assert_eq!(idle(PLENTY), 1);
        assert_eq!(LastCheck::<Test>::get(), None);
        assert_eq!(Terms::<Test>::iter().count(), 0);
    });
}

#[test]
fn seats_without_founders_are_elected_from_the_first_day_on() {
    ExtBuilder::default().before_first_day().founders(&[(Finance, 11)]).build_and_execute(|| {
        assert_eq!(idle(PLENTY), LOOK + 1 + 1);
        assert_eq!(Terms::<Test>::get(Industry), None);
        assert!(!election(Industry).by_election);
        assert_eq!(Elections::<Test>::get(Finance), None);
    });
}

#[test]
fn it_looks_once_a_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(idle(PLENTY), 1);
        pass_days(1);
        assert_eq!(idle(PLENTY), LOOK);
        assert_eq!(idle(PLENTY), 1);
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY.plus(1)));
        // Also if it stood still for days.
        pass_days(9);
        assert_eq!(idle(PLENTY), LOOK);
    });
}

#[test]
fn elections_are_called_and_closed_by_themselves() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(170);
        assert_eq!(idle(PLENTY), LOOK + 1);
        assert_eq!(election(Finance).votes_until, TODAY.plus(170 + 14));
        assert_eq!(Elections::<Test>::get(Industry), None);
        assert_ok!(stand(12));
        pass_days(8);
        assert_ok!(vote(12, 12));
        pass_days(6);
        // It is the last voting day.
        assert_eq!(idle(PLENTY), LOOK);
        assert_eq!(holders(Finance), [11]);
        pass_days(1);
        assert_eq!(idle(PLENTY), LOOK + closing(1));
        assert_eq!(holders(Finance), [12]);
        assert_eq!(Terms::<Test>::get(Finance), Some(TODAY.plus(400)));
    });
}

#[test]
fn the_next_one_is_called_on_the_next_day() {
    ExtBuilder::default().build_and_execute(|| {
        by_election();
        pass_days(15);
        assert_eq!(idle(PLENTY), LOOK + closing(0));
        assert_eq!(Elections::<Test>::get(Industry), None);
        pass_days(1);
        assert_eq!(idle(PLENTY), LOOK + 1);
        assert_eq!(election(Industry).round, 2);
    });
}

#[test]
fn the_weight_that_is_left_is_respected() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(335);
        // Both terms end. Nothing at all; only for looking, up to the first constituency, and to call its
        // election.
        for (weight, called) in [(0, 0), (1, 0), (2, 0), (3, 1)] {
            assert_eq!(idle(weight), weight);
            assert_eq!(Elections::<Test>::iter().count(), called, "{weight}");
            assert_eq!(LastCheck::<Test>::get(), Some(TODAY));
        }
        // The first one again, where nothing is left to do, and the second.
        assert_eq!(idle(4), 4);
        assert_eq!(Elections::<Test>::iter().count(), 2);
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY));
        assert_eq!(idle(LOOK), LOOK);
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY.plus(335)));
        assert_eq!(idle(LOOK), 1);
    });
}

#[test]
fn what_is_too_heavy_does_not_keep_the_others_waiting() {
    ExtBuilder::default().build_and_execute(|| {
        by_election();
        pass_days(170);
        // Industry's election is over, Finance's is to be called.
        assert_eq!(idle(closing(0)), LOOK + 1);
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY));
        assert!(Elections::<Test>::contains_key(Industry));
        assert!(Elections::<Test>::contains_key(Finance));
        assert_eq!(idle(LOOK + closing(0)), LOOK + closing(0));
        assert!(!Elections::<Test>::contains_key(Industry));
        assert_eq!(LastCheck::<Test>::get(), Some(TODAY.plus(170)));
    });
}

#[test]
fn the_founders_terms_wait_for_weight() {
    ExtBuilder::default().before_first_day().build_and_execute(|| {
        assert_eq!(idle(1), 1);
        assert_eq!(LastCheck::<Test>::get(), None);
        assert_eq!(idle(2), 2);
        assert_eq!(LastCheck::<Test>::get(), Some(Day(0)));
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365)));
        // They have begun, on whatever day the rest is done.
        pass_days(1);
        assert_eq!(idle(PLENTY), LOOK);
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365)));
    });
}
