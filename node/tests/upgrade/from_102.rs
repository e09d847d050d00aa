//! From release 102, in which every election kept ballots of its own.

use super::*;
use huangpu_primitives::{calendar::Day, council::Constituency};
use pallet_seats::{migrations::v2::v1, Call, Candidates, Elections, LastBallots, Terms};

/// The founders, whose constituencies have one member each.
const FOUNDERS: [(u32, Sr25519Keyring, Constituency); 4] = [
    (1, Sr25519Keyring::Alice, Constituency::Public),
    (2, Sr25519Keyring::Bob, Constituency::Industry),
    (3, Sr25519Keyring::Charlie, Constituency::Research),
    (4, Sr25519Keyring::Dave, Constituency::Finance),
];

/// A chain of four organisations whose general elections run: everybody stands, and the first three voted for
/// themselves.
fn voting() -> Before {
    let mut chain = Before::of_preset(RELEASE_102, "local_testnet");
    chain.next_block();
    let term_ends = chain.state.execute_with(|| Terms::<Runtime>::get(Constituency::Public));
    let left = term_ends.expect("the founders' terms began").0 - Day::of(chain.slot * SLOT_MS).0;
    // The chain calls the elections by itself.
    chain.slot += u64::from(left - 20) * DAY;
    chain.next_block();
    for (_, founder, _) in FOUNDERS {
        let stand = chain.signed(founder, Call::stand {});
        chain.block_of(&[stand]);
    }
    chain.slot += 8 * DAY;
    for (org, founder, _) in &FOUNDERS[..3] {
        let vote = chain.signed(*founder, Call::vote { candidate: OrgId(*org) });
        chain.block_of(&[vote]);
    }
    chain
}

#[test]
fn ballots_of_running_elections_count_as_they_did() {
    let mut chain = voting();
    chain.state.execute_with(|| {
        assert_eq!(v1::Ballots::<Runtime>::iter().count(), 3);
        assert_eq!(LastBallots::<Runtime>::iter().count(), 0);
    });
    chain.upgrade(|| {
        assert_eq!(v1::Ballots::<Runtime>::iter().count(), 0);
        for (org, _, constituency) in FOUNDERS {
            let org = OrgId(org);
            let (ballot, votes) = if org.0 < 4 { (Some(org), 1) } else { (None, 0) };
            assert_eq!(Seats::ballot_of(org), ballot);
            assert_eq!(Candidates::<Runtime>::get(constituency, org), Some(votes));
        }
    });
}

#[test]
fn what_closed_elections_left_is_gone() {
    let mut chain = voting();
    // The voting is over, and the chain counts.
    chain.slot += 8 * DAY;
    chain.next_block();
    let left = chain.state.execute_with(|| {
        assert_eq!(Elections::<Runtime>::iter().count(), 0);
        v1::Leftovers::<Runtime>::iter().count()
    });
    assert!(left > 0, "the release cleans up faster than this");
    chain.upgrade(|| {
        assert_eq!(v1::Ballots::<Runtime>::iter().count(), 0);
        assert_eq!(v1::Leftovers::<Runtime>::iter().count(), 0);
        assert_eq!(LastBallots::<Runtime>::iter().count(), 0);
        let bench = pallet_collective::Members::<Runtime, configs::Motions>::get();
        assert_eq!(bench.len(), 4);
    });
}
