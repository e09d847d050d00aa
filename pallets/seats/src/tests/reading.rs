//! What the runtime API answers.

use super::*;
use huangpu_primitives::apis::{CandidateView, ConstituencyView, ElectionView};

#[test]
fn all_constituencies_are_shown_in_order() {
    ExtBuilder::default().build_and_execute(|| {
        let view = |constituency, rule: Rule, term_ends, holders: &[u32]| ConstituencyView {
            constituency,
            seats: rule.seats,
            term_days: rule.term_days,
            term_ends,
            holders: holders.iter().copied().map(OrgId).collect(),
            election: None,
        };
        let none = Rule::default();
        let expected = [
            view(Industry, INDUSTRY, Some(TODAY.plus(365)), &[1, 2]),
            view(Finance, FINANCE, Some(TODAY.plus(200)), &[11]),
            view(Research, none, None, &[]),
            view(Public, none, None, &[]),
        ];
        assert_eq!(Seats::constituency_views(), expected);
    });
}

#[test]
fn a_constituency_shows_its_election() {
    ExtBuilder::default().build_and_execute(|| {
        by_election();
        let expected = ElectionView {
            round: 1,
            seats: 1,
            by_election: true,
            nominations_until: TODAY.plus(7),
            votes_until: TODAY.plus(14),
        };
        assert_eq!(Seats::constituency_views()[0].election, Some(expected));
        assert_eq!(Seats::constituency_views()[1].election, None);
        pass_days(15);
        assert_ok!(close(3, Industry));
        assert_eq!(Seats::constituency_views()[0].election, None);
    });
}

#[test]
fn candidates_are_shown_as_they_are_counted() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Seats::candidate_views(Industry), []);
        general_election();
        for org in [6, 5, 3, 1] {
            assert_ok!(stand(org));
        }
        begin_voting();
        for (voter, candidate) in [(1, 5), (2, 6), (3, 5), (4, 3)] {
            assert_ok!(vote(voter, candidate));
        }
        let expected = [(5, 2), (3, 1), (6, 1), (1, 0)]
            .map(|(org, votes)| CandidateView { org: OrgId(org), votes });
        assert_eq!(Seats::candidate_views(Industry), expected);
        assert_eq!(Seats::candidate_views(Finance), []);
    });
}

#[test]
fn an_organisation_reads_its_ballot_while_the_election_runs() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        begin_voting();
        assert_ok!(vote(4, 3));
        assert_eq!(Seats::ballot_of(OrgId(4)), Some(OrgId(3)));
        assert_eq!(Seats::ballot_of(OrgId(5)), None);
        assert_eq!(Seats::ballot_of(OrgId(11)), None);
        assert_eq!(Seats::ballot_of(OrgId(77)), None);
        end_voting();
        assert_ok!(close(3, Industry));
        assert_eq!(Seats::ballot_of(OrgId(4)), None);
    });
}
