//! `apply`.

use super::*;

#[test]
fn an_organisation_applies() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        assert_eq!(take_events(), [Event::ValidatorApplied { org: OrgId(NEW) }]);
        assert_eq!(state(NEW), Some(ValidatorState::Candidate));
        // Nothing follows from that by itself.
        set_keys(NEW);
        pass_session();
        assert_eq!(state(NEW), Some(ValidatorState::Candidate));
    });
}

#[test]
fn it_applies_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        assert_noop!(apply(NEW), Error::<Test>::AppliedAlready);
        assert_ok!(approve(NEW));
        assert_noop!(apply(NEW), Error::<Test>::AppliedAlready);
        assert_noop!(apply(1), Error::<Test>::AppliedAlready);
        pass_session_without(&[1]);
        assert_eq!(state(1), Some(ValidatorState::Dropped));
        assert_noop!(apply(1), Error::<Test>::AppliedAlready);
    });
}

#[test]
fn who_left_applies_anew() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(leave(1));
        pass_session();
        assert_eq!(state(1), None);
        admit(1);
        // It has its keys still. It comes back after the session that it sits out.
        pass_session();
        assert_eq!((planned(), authors()), (vec![2, 3, 4, 5, 1], vec![2, 3, 4, 5]));
    });
}

#[test]
fn only_active_organisations_apply() {
    ExtBuilder::default().build_and_execute(|| {
        suspend(NEW);
        assert_noop!(apply(NEW), Error::<Test>::OrganisationNotActive);
        reinstate(NEW);
        assert_ok!(apply(NEW));
    });
}

#[test]
fn only_for_an_organisation_one_applies() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_operators_only(Validators::apply);
    });
}
