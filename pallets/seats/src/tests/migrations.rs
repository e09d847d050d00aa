//! From version 1, whose ballots were kept by election.

use super::*;
use crate::{
    migrations::v2::{v1, V1ToV2},
    Pallet,
};
use polkadot_sdk::frame_support::{
    migrations::{SteppedMigration, SteppedMigrationError},
    traits::{GetStorageVersion, StorageVersion},
    weights::WeightMeter,
};

/// A ballot of version 1, counted.
fn cast(constituency: Constituency, round: u32, voter: u32, candidate: u32) {
    v1::Ballots::<Test>::insert((constituency, round), OrgId(voter), OrgId(candidate));
    Candidates::<Test>::mutate(constituency, OrgId(candidate), |votes| {
        *votes = votes.map(|votes| votes + 1);
    });
}

/// Industry and Finance vote, in version 1: 3 and 4 stand in the one, 12 in the other.
fn version_1() {
    general_election();
    assert_ok!(stand(3));
    assert_ok!(stand(4));
    assert_ok!(call_election(11, Finance));
    assert_ok!(stand(12));
    begin_voting();
    StorageVersion::new(1).put::<Pallet<Test>>();
}

/// Steps of so much weight each, until it is done: how many they were.
fn migrate(weight: u64) -> u32 {
    let mut steps = 0;
    let mut cursor = None;
    loop {
        steps += 1;
        let mut meter = WeightMeter::with_limit(Weight::from_parts(weight, 0));
        cursor = V1ToV2::<Test>::step(cursor, &mut meter).unwrap();
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(v1::Ballots::<Test>::iter().count(), 0);
    assert_eq!(v1::Leftovers::<Test>::iter().count(), 0);
    assert_eq!(Pallet::<Test>::on_chain_storage_version(), 2);
    steps
}

#[test]
fn ballots_move_and_count_as_before() {
    ExtBuilder::default().build_and_execute(|| {
        version_1();
        for (voter, candidate) in [(1, 3), (2, 3), (5, 4)] {
            cast(Industry, 1, voter, candidate);
        }
        cast(Finance, 1, 12, 12);
        assert_eq!(migrate(PLENTY), 1);
        assert_eq!(tallies(Industry), [(3, 2), (4, 1)]);
        assert_eq!(Seats::ballot_of(OrgId(5)), Some(OrgId(4)));
        assert_eq!(Seats::ballot_of(OrgId(12)), Some(OrgId(12)));
        // The election goes on: ballots can be changed, and are counted.
        assert_ok!(vote(5, 3));
        assert_eq!(tallies(Industry), [(3, 3), (4, 0)]);
        end_voting();
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3]);
    });
}

#[test]
fn it_goes_on_where_the_weight_ended() {
    ExtBuilder::default().build_and_execute(|| {
        version_1();
        for voter in 1..=6 {
            cast(Industry, 1, voter, 3);
        }
        // Two ballots a step; that there are no more is found out in one of its own.
        assert_eq!(migrate(2), 4);
        assert_eq!(LastBallots::<Test>::iter().count(), 6);
        assert_eq!(tallies(Industry), [(3, 6), (4, 0)]);
    });
}

#[test]
fn who_voted_twice_keeps_the_ballot_where_it_votes_now() {
    for home in [Industry, Finance] {
        ExtBuilder::default().build_and_execute(|| {
            version_1();
            cast(Industry, 1, 5, 3);
            cast(Finance, 1, 5, 12);
            change_constituency(5, home);
            migrate(PLENTY);
            let here = u32::from(home == Industry);
            assert_eq!(tallies(Industry), [(3, here), (4, 0)]);
            assert_eq!(tallies(Finance), [(12, 1 - here)]);
        });
    }
}

#[test]
fn ballots_of_closed_elections_are_dropped() {
    ExtBuilder::default().build_and_execute(|| {
        StorageVersion::new(1).put::<Pallet<Test>>();
        for round in 1..=2 {
            v1::Leftovers::<Test>::insert((Industry, round), ());
            v1::Ballots::<Test>::insert((Industry, round), OrgId(1), OrgId(2));
        }
        migrate(PLENTY);
        assert_eq!(LastBallots::<Test>::iter().count(), 0);
    });
}

#[test]
fn it_is_not_done_twice_and_says_what_it_needs() {
    ExtBuilder::default().build_and_execute(|| {
        // Of this version already.
        v1::Ballots::<Test>::insert((Industry, 1), OrgId(1), OrgId(2));
        let step = |weight| {
            let mut meter = WeightMeter::with_limit(Weight::from_parts(weight, 0));
            V1ToV2::<Test>::step(None, &mut meter)
        };
        assert_eq!(step(PLENTY), Ok(None));
        assert_eq!(v1::Ballots::<Test>::iter().count(), 1);
        StorageVersion::new(1).put::<Pallet<Test>>();
        let required = Weight::from_parts(1, 0);
        assert_eq!(step(0), Err(SteppedMigrationError::InsufficientWeight { required }));
        assert_eq!(step(PLENTY), Ok(None));
    });
}
