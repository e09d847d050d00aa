//! Standing lost, and back.

use super::*;

#[test]
fn who_loses_its_standing_leaves() {
    for to in [Standing::Suspended, Standing::Expelled, Standing::Lapsed, Standing::Closed] {
        ExtBuilder::default().build_and_execute(|| {
            Validators::on_standing(OrgId(1), Standing::Active, to);
            assert_eq!(take_events(), [leaving(1, Departure::Standing)]);
            assert_eq!(state(1), Some(ValidatorState::Leaving(Departure::Standing)));
            pass_session();
            assert_eq!(take_events(), [left(1, Departure::Standing)]);
            assert_eq!((state(1), planned()), (None, vec![2, 3, 4, 5]));
        });
    }
}

#[test]
fn it_stays_in_the_set_until_enough_others_remain() {
    ExtBuilder::default().set_of(MIN).build_and_execute(|| {
        suspend(1);
        take_events();
        (0..2).for_each(|_| pass_session());
        assert!(!changed());
        assert_eq!(take_events(), []);
        assert_eq!(authors(), [1, 2, 3, 4]);
        admit_with_keys(NEW);
        pass_session();
        assert_eq!(planned(), [2, 3, 4, NEW]);
    });
}

#[test]
fn who_gets_it_back_in_time_stays() {
    ExtBuilder::default().set_of(MIN).build_and_execute(|| {
        suspend(1);
        pass_session();
        take_events();
        reinstate(1);
        assert_eq!(take_events(), [Event::ValidatorStayed { org: OrgId(1) }]);
        assert_eq!(state(1), Some(ValidatorState::Active));
        admit_with_keys(NEW);
        pass_session();
        assert_eq!(planned(), [1, 2, 3, 4, NEW]);
    });
}

#[test]
fn who_gets_it_back_too_late_applies_anew() {
    ExtBuilder::default().build_and_execute(|| {
        suspend(1);
        pass_session();
        take_events();
        reinstate(1);
        assert_eq!((take_events(), state(1)), (vec![], None));
        assert_ok!(apply(1));
    });
}

#[test]
fn who_leaves_for_another_reason_leaves_all_the_same() {
    ExtBuilder::default().set_of(MAX).build_and_execute(|| {
        assert_ok!(leave(1));
        assert_ok!(remove(2));
        report(&[3]);
        take_events();
        for org in 1..=3 {
            suspend(org);
            reinstate(org);
        }
        assert_eq!(take_events(), []);
        pass_session();
        assert_eq!(planned(), [4, 5, 6, 7, 8]);
    });
}

#[test]
fn who_is_not_in_the_set_is_struck_off() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        admit(NEW + 1);
        pass_session_without(&[1]);
        assert_eq!(state(1), Some(ValidatorState::Dropped));
        for org in [NEW, NEW + 1, 1] {
            take_events();
            suspend(org);
            assert_eq!(take_events(), [struck_off(org, Departure::Standing)]);
            assert_eq!(state(org), None);
        }
    });
}

#[test]
fn a_change_that_changes_nothing_says_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        // Of one without a validator, of one who is in good standing, and of one who has lost it already.
        suspend(NEW);
        reinstate(NEW);
        Validators::on_standing(OrgId(1), Standing::Lapsed, Standing::Active);
        suspend(2);
        take_events();
        Validators::on_standing(OrgId(2), Standing::Suspended, Standing::Expelled);
        assert_eq!(take_events(), []);
        assert_eq!(state(1), Some(ValidatorState::Active));
    });
}
