//! `leave_set`.

use super::*;

#[test]
fn who_leaves_is_in_the_set_until_the_session_ends_and_makes_blocks_for_one_more() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(leave(2));
        assert_eq!(take_events(), [leaving(2, Departure::Left)]);
        assert_eq!(state(2), Some(ValidatorState::Leaving(Departure::Left)));
        assert_eq!(planned(), [1, 2, 3, 4, 5]);
        pass_session();
        assert!(changed());
        assert_eq!(take_events(), [left(2, Departure::Left)]);
        assert_eq!((state(2), planned()), (None, vec![1, 3, 4, 5]));
        assert_eq!(authors(), [1, 2, 3, 4, 5]);
        pass_session();
        assert!(!changed());
        assert_eq!(authors(), [1, 3, 4, 5]);
        assert_eq!(take_events(), []);
    });
}

#[test]
fn nobody_leaves_if_too_few_would_stay() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(leave(1));
        // The one who leaves does not count, though it is in the set.
        assert_noop!(leave(2), Error::<Test>::TooFewValidators);
        pass_session();
        assert_noop!(leave(2), Error::<Test>::TooFewValidators);
        // Nor does one who is only approved.
        admit_with_keys(NEW);
        assert_noop!(leave(2), Error::<Test>::TooFewValidators);
        pass_session();
        assert_ok!(leave(2));
    });
}

#[test]
fn a_set_that_began_smaller_never_becomes_smaller_still() {
    for count in 1..=MIN {
        ExtBuilder::default().set_of(count).build_and_execute(|| {
            assert_noop!(leave(1), Error::<Test>::TooFewValidators);
            assert_noop!(remove(1), Error::<Test>::TooFewValidators);
            suspend(1);
            report(&[2]);
            (0..3).for_each(|_| pass_session_without(&[1, 2]));
            assert_eq!(planned(), (1..=count).collect::<Vec<_>>());
            assert_eq!(authors(), planned());
        });
    }
}

#[test]
fn it_leaves_once() {
    ExtBuilder::default().set_of(MAX).build_and_execute(|| {
        assert_ok!(leave(1));
        assert_noop!(leave(1), Error::<Test>::LeavingAlready);
        suspend(2);
        assert_noop!(leave(2), Error::<Test>::LeavingAlready);
    });
}

#[test]
fn only_who_is_in_the_set_leaves_it() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(leave(NEW), Error::<Test>::UnknownValidator);
        assert_ok!(apply(NEW));
        assert_noop!(leave(NEW), Error::<Test>::NotInTheSet);
        assert_ok!(approve(NEW));
        assert_noop!(leave(NEW), Error::<Test>::NotInTheSet);
        pass_session_without(&[1]);
        assert_noop!(leave(1), Error::<Test>::NotInTheSet);
    });
}

#[test]
fn only_for_an_organisation_one_leaves() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_operators_only(Validators::leave_set);
    });
}
