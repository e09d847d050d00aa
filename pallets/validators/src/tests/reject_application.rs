//! `reject_application`.

use super::*;

#[test]
fn a_candidate_is_rejected_and_may_apply_again() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        take_events();
        assert_ok!(reject(NEW));
        let event = Event::ApplicationRejected { org: OrgId(NEW), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        assert_eq!(state(NEW), None);
        assert_ok!(apply(NEW));
    });
}

#[test]
fn only_what_is_undecided_is_rejected() {
    ExtBuilder::default().build_and_execute(|| {
        admit(NEW);
        for org in [NEW, 1] {
            assert_noop!(reject(org), Error::<Test>::NotACandidate);
        }
        pass_session_without(&[1]);
        assert_noop!(reject(1), Error::<Test>::NotACandidate);
    });
}

#[test]
fn nobody_is_rejected_who_did_not_apply() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(reject(NEW), Error::<Test>::UnknownValidator);
    });
}

#[test]
fn only_the_council_rejects() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        assert_for_council_only(Decision::Grave, |origin| {
            Validators::reject_application(origin, OrgId(NEW), DOCUMENT)
        });
    });
}
