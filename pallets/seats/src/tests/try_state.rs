//! `try_state` finds what must never be.

use super::*;

/// Breaks something while 3 stands and 4 votes for it, and expects to be told.
fn assert_found(expected: &str, ruin: impl FnOnce()) {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        assert_ok!(stand(3));
        begin_voting();
        assert_ok!(vote(4, 3));
        Seats::do_try_state().unwrap();
        let _ = polkadot_sdk::frame_support::storage::with_transaction(|| {
            ruin();
            let found = format!("{:?}", Seats::do_try_state());
            assert!(found.contains(expected), "{found}");
            polkadot_sdk::sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
        });
    });
}

#[test]
fn it_finds_wrong_tallies() {
    let candidate = OrgId(3);
    assert_found("a tally is not that of its ballots", || {
        Candidates::<Test>::insert(Industry, candidate, 2);
    });
    assert_found("a ballot for nobody who stands", || {
        let (constituency, round, candidate) = (Industry, 1, OrgId(6));
        LastBallots::<Test>::insert(OrgId(5), Ballot { constituency, round, candidate });
    });
    assert_found("candidates are miscounted", || {
        Candidates::<Test>::insert(Industry, OrgId(5), 0);
    });
}

#[test]
fn it_finds_what_an_election_left() {
    assert_found("candidates without election", || {
        Candidates::<Test>::insert(Finance, OrgId(12), 0);
    });
    assert_found("a ballot of the future", || {
        let (constituency, round, candidate) = (Finance, 1, OrgId(12));
        LastBallots::<Test>::insert(OrgId(12), Ballot { constituency, round, candidate });
    });
}

#[test]
fn it_finds_elections_that_cannot_be() {
    let change = |change: fn(&mut Election)| {
        Elections::<Test>::mutate(Industry, |election| change(election.as_mut().unwrap()));
    };
    assert_found("an election that is not the last one", || change(|of| of.round = 2));
    assert_found("an election of too many seats", || change(|of| of.seats = MAX_SEATS + 1));
    assert_found("an election without voting days", || {
        change(|of| of.votes_until = of.nominations_until);
    });
    assert_found("an election without rule", || {
        Rules::<Test>::remove(Industry);
        Terms::<Test>::remove(Industry);
    });
    assert_found("a term without rule", || Rules::<Test>::remove(Industry));
    assert_found("a rule out of bounds", || {
        Rules::<Test>::insert(Industry, Rule { seats: MAX_SEATS + 1, ..INDUSTRY });
    });
}

#[test]
fn it_finds_wrong_holders() {
    assert_found("an organisation holds two seats", || {
        Holders::<Test>::insert(Finance, OrgId(1), ());
    });
    assert_found("a holder without seat", || {
        Holders::<Test>::insert(Industry, OrgId(3), ());
    });
}
