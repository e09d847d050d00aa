//! `withdraw_candidacy`.

use super::*;

#[test]
fn a_candidate_withdraws() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        assert_ok!(stand(4));
        take_events();
        assert_ok!(withdraw(3));
        let event = Event::CandidacyWithdrawn { constituency: Industry, round: 1, org: OrgId(3) };
        assert_eq!(take_events(), [event]);
        assert_eq!(tallies(Industry), [(4, 0)]);
        assert_eq!(election(Industry).candidates, 1);
        begin_voting();
        assert_noop!(vote(5, 3), Error::<Test>::UnknownCandidate);
    });
}

#[test]
fn it_may_stand_again() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        assert_ok!(withdraw(3));
        assert_ok!(stand(3));
        assert_eq!(election(Industry).candidates, 1);
    });
}

#[test]
fn candidates_withdraw_until_voting_begins() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        assert_ok!(stand(4));
        NowMs::set(election(Industry).nominations_until.plus(1).start() - 1);
        assert_ok!(withdraw(3));
        NowMs::mutate(|now| *now += 1);
        assert_noop!(withdraw(4), Error::<Test>::NominationsOver);
    });
}

#[test]
fn who_does_not_stand_does_not_withdraw() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(withdraw(3), Error::<Test>::NoElection);
        general_election();
        assert_noop!(withdraw(3), Error::<Test>::NotStanding);
        assert_noop!(withdraw(11), Error::<Test>::NoElection);
        assert_noop!(withdraw(91), Error::<Test>::NotEligible);
    });
}

#[test]
fn only_members_withdraw() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(6));
        assert_for_members_only(Seats::withdraw_candidacy);
    });
}
