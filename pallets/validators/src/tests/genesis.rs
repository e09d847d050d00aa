//! The set at the chain's beginning.

use super::*;
use crate::SessionBlocks;

#[test]
fn the_first_set_is_the_session_pallets() {
    ExtBuilder::default().session_blocks(6).build_and_execute(|| {
        assert_eq!(planned(), [1, 2, 3, 4, 5]);
        assert_eq!(authors(), planned());
        assert_eq!(SessionBlocks::<Test>::get(), 6);
        for org in 1..=5 {
            assert_eq!(state(org), Some(ValidatorState::Active));
        }
        assert_eq!(state(6), None);
        // And it stays, with nothing to tell GRANDPA.
        (0..3).for_each(|_| pass_session());
        assert!(!changed());
        assert_eq!((planned(), authors()), (vec![1, 2, 3, 4, 5], vec![1, 2, 3, 4, 5]));
    });
}

#[test]
fn sessions_have_ten_minutes_where_genesis_says_nothing() {
    assert_eq!(crate::GenesisConfig::<Test>::default().session_blocks, 600);
}

#[test]
#[should_panic(expected = "validator 7 at genesis: not an organisation's keyless account")]
fn nobody_makes_blocks_from_genesis_but_organisations() {
    ExtBuilder::default().validators(&[1_001, 7]).build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "validator 1001 at genesis: twice in the set")]
fn no_organisation_is_in_the_set_twice() {
    ExtBuilder::default().validators(&[1_001, 1_002, 1_001]).build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "validator 1009 at genesis: one more than the set holds")]
fn the_set_is_no_larger_than_it_may_be() {
    ExtBuilder::default().set_of(MAX + 1).build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "1 blocks at genesis are no session")]
fn a_session_has_more_than_one_block() {
    ExtBuilder::default().session_blocks(1).build_and_execute(|| {});
}
