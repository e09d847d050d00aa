//! `withdraw`.

use super::*;
use crate::Approved;

#[test]
fn a_candidate_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        take_events();
        assert_ok!(withdraw(NEW));
        assert_eq!(take_events(), [struck_off(NEW, Departure::Left)]);
        assert_eq!(state(NEW), None);
        assert_ok!(apply(NEW));
    });
}

#[test]
fn an_approved_one_withdraws_and_does_not_come_in() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        admit(NEW + 1);
        take_events();
        assert_ok!(withdraw(NEW));
        assert_eq!(take_events(), [struck_off(NEW, Departure::Left)]);
        assert_eq!(Approved::<Test>::get().into_inner(), [OrgId(NEW + 1)]);
        pass_session();
        assert_eq!((state(NEW), planned()), (None, vec![1, 2, 3, 4, 5]));
        assert_eq!(take_events(), []);
    });
}

#[test]
fn a_dropped_one_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[1]);
        take_events();
        assert_ok!(withdraw(1));
        assert_eq!(take_events(), [struck_off(1, Departure::Left)]);
        assert_eq!(state(1), None);
        assert_noop!(rejoin(1), Error::<Test>::UnknownValidator);
    });
}

#[test]
fn who_is_in_the_set_leaves_it_instead() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(withdraw(1), Error::<Test>::InTheSet);
        assert_ok!(leave(1));
        assert_noop!(withdraw(1), Error::<Test>::InTheSet);
    });
}

#[test]
fn who_never_applied_has_nothing_to_withdraw() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(withdraw(NEW), Error::<Test>::UnknownValidator);
    });
}

#[test]
fn only_for_an_organisation_one_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_operators_only(Validators::withdraw);
    });
}
