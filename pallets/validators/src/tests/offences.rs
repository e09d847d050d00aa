//! Equivocation.

use super::*;

#[test]
fn who_votes_for_two_things_leaves_whatever_the_fraction() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(report(&[2]), 7);
        assert_eq!(take_events(), [leaving(2, Departure::Equivocated)]);
        assert_eq!(state(2), Some(ValidatorState::Leaving(Departure::Equivocated)));
        pass_session();
        assert_eq!(take_events(), [left(2, Departure::Equivocated)]);
        assert_eq!((state(2), planned()), (None, vec![1, 3, 4, 5]));
    });
}

#[test]
fn the_minimum_keeps_it_for_a_while() {
    ExtBuilder::default().build_and_execute(|| {
        report(&[1, 2]);
        pass_session();
        assert_eq!(planned(), [2, 3, 4, 5]);
        pass_session();
        assert_eq!(planned(), [2, 3, 4, 5]);
        admit_with_keys(NEW);
        pass_session();
        assert_eq!(planned(), [3, 4, 5, NEW]);
    });
}

#[test]
fn the_same_report_again_says_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        report(&[1]);
        take_events();
        assert_eq!(report(&[1, 2]), 14);
        assert_eq!(take_events(), [leaving(2, Departure::Equivocated)]);
    });
}

#[test]
fn who_was_to_leave_anyway_leaves_for_this() {
    ExtBuilder::default().set_of(MAX).build_and_execute(|| {
        assert_ok!(leave(1));
        assert_ok!(remove(2));
        suspend(3);
        take_events();
        report(&[1, 2, 3]);
        assert_eq!(take_events(), [1, 2, 3].map(|org| leaving(org, Departure::Equivocated)));
        // Standing does not undo it.
        reinstate(3);
        assert_eq!(state(3), Some(ValidatorState::Leaving(Departure::Equivocated)));
    });
}

#[test]
fn who_is_not_in_the_set_is_struck_off() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        admit(NEW + 1);
        pass_session_without(&[1]);
        take_events();
        report(&[NEW, NEW + 1, 1]);
        let expected = [NEW, NEW + 1, 1].map(|org| struck_off(org, Departure::Equivocated));
        assert_eq!(take_events(), expected);
        assert_eq!([NEW, NEW + 1, 1].map(state), [None; 3]);
    });
}

#[test]
fn who_is_unknown_or_gone_is_let_alone() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(leave(1));
        pass_session();
        take_events();
        report(&[1, NEW]);
        let account = OffenceDetails { offender: (7, ()), reporters: vec![] };
        Validators::on_offence(&[account], &[Perbill::one()], 0);
        assert_eq!(take_events(), []);
        assert_eq!(planned(), [2, 3, 4, 5]);
        assert_eq!(report(&[]), 0);
    });
}
