//! `approve_validator`.

use super::*;
use crate::Approved;

#[test]
fn a_candidate_is_approved_and_waits() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        take_events();
        assert_ok!(approve(NEW));
        assert_eq!(take_events(), [Event::ValidatorApproved { org: OrgId(NEW) }]);
        assert_eq!(state(NEW), Some(ValidatorState::Approved));
        assert_eq!(planned(), [1, 2, 3, 4, 5]);
    });
}

#[test]
fn a_dropped_one_is_approved_and_may_come_back_by_itself_again() {
    ExtBuilder::default().build_and_execute(|| {
        // It is dropped, comes back by itself, and is dropped again.
        pass_session_without(&[1]);
        assert_ok!(rejoin(1));
        (0..3).for_each(|_| pass_session());
        pass_session_without(&[1]);
        assert_noop!(rejoin(1), Error::<Test>::RejoinedBefore);
        take_events();
        assert_ok!(approve(1));
        assert_eq!(take_events(), [Event::ValidatorApproved { org: OrgId(1) }]);
        assert!(!Validators::validator_view(OrgId(1)).unwrap().rejoined);
        (0..3).for_each(|_| pass_session());
        pass_session_without(&[1]);
        assert_eq!(state(1), Some(ValidatorState::Dropped));
        assert_ok!(rejoin(1));
    });
}

#[test]
fn nobody_is_approved_twice() {
    ExtBuilder::default().build_and_execute(|| {
        admit(NEW);
        for org in [NEW, 1] {
            assert_noop!(approve(org), Error::<Test>::ApprovedAlready);
        }
        assert_ok!(leave(1));
        assert_noop!(approve(1), Error::<Test>::ApprovedAlready);
    });
}

#[test]
fn nobody_is_approved_who_did_not_apply() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(approve(NEW), Error::<Test>::UnknownValidator);
    });
}

#[test]
fn whose_membership_is_over_is_not_approved_though_nobody_was_told_yet() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        Inactive::set(vec![OrgId(NEW)]);
        assert_noop!(approve(NEW), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn no_more_wait_than_may() {
    ExtBuilder::default().build_and_execute(|| {
        (0..MAX).for_each(|n| admit(NEW + n));
        let last = NEW + MAX;
        assert_ok!(apply(last));
        assert_noop!(approve(last), Error::<Test>::TooManyApproved);
        assert_ok!(withdraw(NEW));
        assert_ok!(approve(last));
        assert_eq!(Approved::<Test>::get().last(), Some(&OrgId(last)));
    });
}

#[test]
fn only_the_council_approves() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        assert_for_council_only(Decision::Grave, |origin| {
            Validators::approve_validator(origin, OrgId(NEW))
        });
    });
}
