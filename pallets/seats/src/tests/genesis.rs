//! What is there from the beginning.

use super::*;
use crate::GenesisConfig;
use polkadot_sdk::frame_support::traits::BuildGenesisConfig;

#[test]
fn founders_hold_their_seats_from_genesis() {
    ExtBuilder::default().before_first_day().build_and_execute(|| {
        assert_eq!(Rules::<Test>::get(Industry), INDUSTRY);
        assert_eq!(Rules::<Test>::get(Research), Rule::default());
        assert_eq!(holders(Industry), [1, 2]);
        assert_eq!(holders(Finance), [11]);
        assert_eq!(take_events(), []);
    });
}

#[test]
fn founders_may_have_been_seated_before() {
    ExtBuilder::default().founders(&[(Industry, 1)]).build_and_execute(|| {
        assert_ok!(Council::seat(OrgId(2)));
        let genesis = GenesisConfig::<Test> {
            founders: vec![(Industry, OrgId(1)), (Industry, OrgId(2))],
            ..Default::default()
        };
        genesis.build();
        assert_eq!(holders(Industry), [1, 2]);
    });
}

#[test]
#[should_panic(expected = "seat of 3 at genesis: \"the constituency has no seat left\"")]
fn there_are_no_more_founders_than_seats() {
    ExtBuilder::default()
        .founders(&[(Industry, 1), (Industry, 2), (Industry, 3)])
        .build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "seat of 1 at genesis: \"it votes in another constituency\"")]
fn no_founder_holds_two_seats() {
    ExtBuilder::default().founders(&[(Industry, 1), (Finance, 1)]).build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "rule of Industry at genesis")]
fn rules_are_within_their_bounds_from_genesis() {
    ExtBuilder::default()
        .rules(&[(Industry, Rule { seats: 1, term_days: 89 })])
        .build_and_execute(|| {});
}
