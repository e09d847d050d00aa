//! `reject_application`.

use super::*;
use crate::{Applications, EndingsOn, Error, Organisations};

fn sponsor() -> DispatchResult {
    Members::sponsor(signed(bob()), identifier("New"), profile("New"), outsider())
}

fn reject() -> DispatchResult {
    Members::reject_application(RuntimeOrigin::root(), identifier("New"), DOCUMENT)
}

#[test]
fn a_proposal_is_rejected() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor());
        take_events();
        assert_ok!(reject());
        let event =
            Event::ApplicationRejected { identifier: identifier("New"), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        assert_eq!(Applications::<Test>::iter().count(), 0);
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().sponsored, 0);
        assert!(!EndingsOn::<Test>::contains_key(TODAY.plus(90)));
        assert_eq!(LastOrganisation::<Test>::get(), MARKET);
        assert_eq!(membership(outsider()), None);
    });
}

#[test]
fn who_was_rejected_may_be_proposed_again() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor());
        assert_ok!(reject());
        pass_days(1);
        assert_ok!(sponsor());
        assert_eq!(Applications::<Test>::get(identifier("New")).unwrap().until, TODAY.plus(91));
    });
}

#[test]
fn a_proposal_whose_time_is_over_can_still_be_rejected() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor());
        pass_days(91);
        assert_ok!(reject());
        assert_eq!(Applications::<Test>::iter().count(), 0);
    });
}

#[test]
fn there_must_be_a_proposal() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(reject(), Error::<Test>::UnknownApplication);
        assert_ok!(sponsor());
        assert_ok!(reject());
        assert_noop!(reject(), Error::<Test>::UnknownApplication);
        admit("New", outsider(), TODAY);
        assert_noop!(reject(), Error::<Test>::UnknownApplication);
    });
}

#[test]
fn only_the_council_rejects() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor());
        assert_for_council_only(|origin| {
            Members::reject_application(origin, identifier("New"), DOCUMENT)
        });
    });
}
