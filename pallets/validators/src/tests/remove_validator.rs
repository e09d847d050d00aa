//! `remove_validator`.

use super::*;

fn decided(org: u32) -> Event<Test> {
    Event::RemovalDecided { org: OrgId(org), document: DOCUMENT }
}

#[test]
fn who_is_removed_is_said_to_have_left_only_when_the_set_lacks_it() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(remove(3));
        assert_eq!(take_events(), [leaving(3, Departure::Removed), decided(3)]);
        assert_eq!(state(3), Some(ValidatorState::Leaving(Departure::Removed)));
        assert_eq!(planned(), [1, 2, 3, 4, 5]);
        pass_session();
        assert_eq!(take_events(), [left(3, Departure::Removed)]);
        assert_eq!((state(3), planned()), (None, vec![1, 2, 4, 5]));
        pass_session();
        assert_eq!(authors(), [1, 2, 4, 5]);
    });
}

#[test]
fn who_is_not_in_the_set_is_struck_off_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        take_events();
        assert_ok!(remove(NEW));
        assert_eq!(take_events(), [struck_off(NEW, Departure::Removed), decided(NEW)]);
        pass_session_without(&[1]);
        assert_eq!((state(NEW), planned()), (None, vec![2, 3, 4, 5]));
        take_events();
        assert_ok!(remove(1));
        assert_eq!(take_events(), [struck_off(1, Departure::Removed), decided(1)]);
        assert_eq!(state(1), None);
    });
}

#[test]
fn nobody_is_removed_if_too_few_would_stay() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(remove(1));
        assert_noop!(remove(2), Error::<Test>::TooFewValidators);
        pass_session();
        assert_noop!(remove(2), Error::<Test>::TooFewValidators);
        assert_eq!(planned(), [2, 3, 4, 5]);
    });
}

#[test]
fn who_leaves_already_is_not_removed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(leave(1));
        assert_noop!(remove(1), Error::<Test>::LeavingAlready);
        suspend(2);
        assert_noop!(remove(2), Error::<Test>::LeavingAlready);
    });
}

#[test]
fn a_candidate_is_rejected_instead() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        assert_noop!(remove(NEW), Error::<Test>::StillACandidate);
    });
}

#[test]
fn one_who_was_never_there_is_not_removed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(remove(NEW), Error::<Test>::UnknownValidator);
        assert_ok!(remove(1));
        pass_session();
        assert_noop!(remove(1), Error::<Test>::UnknownValidator);
    });
}

#[test]
fn only_the_council_removes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(Decision::Grave, |origin| {
            Validators::remove_validator(origin, OrgId(1), DOCUMENT)
        });
    });
}
