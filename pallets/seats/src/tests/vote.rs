//! `vote`.

use super::*;

/// Voting has begun; 1, 3 and 4 stand.
fn voting() {
    general_election();
    for org in [1, 3, 4] {
        assert_ok!(stand(org));
    }
    begin_voting();
    take_events();
}

fn ballot(voter: u32) -> Option<OrgId> {
    let ballot = LastBallots::<Test>::get(OrgId(voter))?;
    assert_eq!((ballot.constituency, ballot.round), (Industry, 1));
    Some(ballot.candidate)
}

#[test]
fn a_member_votes_for_a_candidate() {
    ExtBuilder::default().build_and_execute(|| {
        voting();
        assert_ok!(vote(5, 3));
        let (voter, candidate) = (OrgId(5), OrgId(3));
        let event = Event::Voted { constituency: Industry, round: 1, voter, candidate };
        assert_eq!(take_events(), [event]);
        assert_eq!(ballot(5), Some(candidate));
        assert_eq!(tallies(Industry), [(1, 0), (3, 1), (4, 0)]);
        // Others vote, too, also for themselves.
        assert_ok!(vote(3, 3));
        assert_ok!(vote(6, 1));
        assert_eq!(tallies(Industry), [(1, 1), (3, 2), (4, 0)]);
    });
}

#[test]
fn a_vote_may_be_changed() {
    ExtBuilder::default().build_and_execute(|| {
        voting();
        assert_ok!(vote(5, 3));
        assert_ok!(vote(6, 3));
        take_events();
        assert_ok!(vote(5, 4));
        let (voter, candidate) = (OrgId(5), OrgId(4));
        let event = Event::Voted { constituency: Industry, round: 1, voter, candidate };
        assert_eq!(take_events(), [event]);
        assert_eq!(ballot(5), Some(candidate));
        assert_eq!(tallies(Industry), [(1, 0), (3, 1), (4, 1)]);
        assert_noop!(vote(5, 4), Error::<Test>::VoteUnchanged);
    });
}

#[test]
fn members_vote_from_the_day_after_nominations_through_the_last_voting_day() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        let Election { nominations_until, votes_until, .. } = election(Industry);
        NowMs::set(nominations_until.plus(1).start() - 1);
        assert_noop!(vote(5, 3), Error::<Test>::VotingNotBegun);
        NowMs::mutate(|now| *now += 1);
        assert_ok!(vote(5, 3));
        NowMs::set(votes_until.plus(1).start() - 1);
        assert_ok!(vote(6, 3));
        NowMs::mutate(|now| *now += 1);
        assert_noop!(vote(4, 3), Error::<Test>::VotingOver);
    });
}

#[test]
fn nobody_votes_for_who_does_not_stand() {
    ExtBuilder::default().build_and_execute(|| {
        voting();
        for candidate in [2, 11, 77] {
            assert_noop!(vote(5, candidate), Error::<Test>::UnknownCandidate);
        }
        assert_ok!(vote(5, 3));
        assert_noop!(vote(5, 2), Error::<Test>::UnknownCandidate);
        assert_eq!(ballot(5), Some(OrgId(3)));
    });
}

#[test]
fn nobody_votes_in_another_constituency() {
    ExtBuilder::default().build_and_execute(|| {
        voting();
        assert_noop!(vote(11, 3), Error::<Test>::NoElection);
        assert_noop!(vote(91, 3), Error::<Test>::NotEligible);
        // Also where another election runs.
        assert_ok!(call_election(11, Finance));
        assert_ok!(stand(12));
        begin_voting();
        assert_noop!(vote(11, 3), Error::<Test>::UnknownCandidate);
    });
}

#[test]
fn nobody_votes_where_no_election_runs() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(vote(3, 3), Error::<Test>::NoElection);
    });
}

#[test]
fn a_ballot_counts_whatever_becomes_of_the_voter() {
    ExtBuilder::default().build_and_execute(|| {
        voting();
        assert_ok!(vote(5, 3));
        change_standing(5, Standing::Expelled);
        assert_eq!(tallies(Industry), [(1, 0), (3, 1), (4, 0)]);
        end_voting();
        assert_ok!(close(1, Industry));
        assert_eq!(holders(Industry), [3]);
    });
}

#[test]
fn who_changes_its_constituency_takes_its_ballot_along() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        assert_ok!(call_election(11, Finance));
        assert_ok!(stand(12));
        begin_voting();
        assert_ok!(vote(5, 3));
        change_constituency(5, Finance);
        // It counts where it was cast, until there is another one.
        assert_eq!(tallies(Industry), [(3, 1)]);
        assert_eq!(Seats::ballot_of(OrgId(5)), None);
        assert_noop!(vote(5, 3), Error::<Test>::UnknownCandidate);
        assert_ok!(vote(5, 12));
        assert_eq!((tallies(Industry), tallies(Finance)), (vec![(3, 0)], vec![(12, 1)]));
        assert_eq!(Seats::ballot_of(OrgId(5)), Some(OrgId(12)));
    });
}

#[test]
fn nobody_takes_a_ballot_from_an_election_that_is_to_be_counted() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        begin_voting();
        assert_ok!(vote(5, 3));
        // Finance votes when the voting in Industry is over.
        assert_ok!(call_election(11, Finance));
        assert_ok!(stand(12));
        change_constituency(5, Finance);
        pass_days(NOMINATION_DAYS + 1);
        assert_noop!(vote(5, 12), Error::<Test>::BallotBeingCounted);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3]);
        assert_ok!(vote(5, 12));
        assert_eq!(tallies(Finance), [(12, 1)]);
    });
}

#[test]
fn a_ballot_of_a_closed_election_is_replaced() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3], &[(5, 3)]);
        assert_ok!(close(3, Industry));
        assert_ok!(vacate(3));
        pass_days(1);
        assert_ok!(call_election(4, Industry));
        assert_ok!(stand(3));
        begin_voting();
        assert_eq!(Seats::ballot_of(OrgId(5)), None);
        assert_ok!(vote(5, 3));
        assert_eq!(tallies(Industry), [(3, 1)]);
        assert_eq!(LastBallots::<Test>::iter().count(), 1);
    });
}

#[test]
fn a_closed_organisation_leaves_no_ballot_but_one_to_be_counted() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3], &[(5, 3), (6, 3)]);
        change_standing(5, Standing::Closed);
        assert_eq!(tallies(Industry), [(3, 2)]);
        assert_ok!(close(3, Industry));
        change_standing(6, Standing::Expelled);
        assert!(LastBallots::<Test>::contains_key(OrgId(6)));
        change_standing(6, Standing::Closed);
        assert!(!LastBallots::<Test>::contains_key(OrgId(6)));
    });
}

#[test]
fn only_members_vote() {
    ExtBuilder::default().build_and_execute(|| {
        voting();
        assert_for_members_only(|origin| Seats::vote(origin, OrgId(3)));
    });
}
