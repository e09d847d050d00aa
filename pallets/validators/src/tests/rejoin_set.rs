//! `rejoin_set`.

use super::*;

#[test]
fn a_dropped_one_comes_back() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[1]);
        take_events();
        assert_ok!(rejoin(1));
        assert_eq!(take_events(), [Event::ValidatorRejoined { org: OrgId(1) }]);
        assert_eq!(state(1), Some(ValidatorState::Approved));
        assert!(Validators::validator_view(OrgId(1)).unwrap().rejoined);
        // Its last session is not over yet, and it is silent in that, too: that does not count against it.
        pass_session_without(&[1]);
        let silent = Event::ValidatorSilent { org: OrgId(1), session: 1 };
        assert_eq!(take_events(), [silent, joined(1)]);
        assert_eq!((planned(), authors()), (vec![2, 3, 4, 5, 1], vec![2, 3, 4, 5]));
        pass_session();
        assert_eq!(authors(), [2, 3, 4, 5, 1]);
        assert_eq!(state(1), Some(ValidatorState::Active));
    });
}

#[test]
fn it_comes_back_by_itself_once() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[1]);
        assert_ok!(rejoin(1));
        (0..3).for_each(|_| pass_session());
        pass_session_without(&[1]);
        assert_eq!(state(1), Some(ValidatorState::Dropped));
        assert_noop!(rejoin(1), Error::<Test>::RejoinedBefore);
    });
}

#[test]
fn only_who_was_dropped_comes_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(rejoin(NEW), Error::<Test>::UnknownValidator);
        assert_noop!(rejoin(1), Error::<Test>::NotDropped);
        assert_ok!(apply(NEW));
        assert_noop!(rejoin(NEW), Error::<Test>::NotDropped);
        assert_ok!(approve(NEW));
        assert_noop!(rejoin(NEW), Error::<Test>::NotDropped);
    });
}

#[test]
fn whose_membership_is_over_does_not_come_back() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[1]);
        Inactive::set(vec![OrgId(1)]);
        assert_noop!(rejoin(1), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn nobody_comes_back_while_as_many_wait_as_may() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[1]);
        (0..MAX).for_each(|n| admit(NEW + n));
        assert_noop!(rejoin(1), Error::<Test>::TooManyApproved);
        assert_ok!(withdraw(NEW));
        assert_ok!(rejoin(1));
    });
}

#[test]
fn only_for_an_organisation_one_comes_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_operators_only(Validators::rejoin_set);
    });
}
