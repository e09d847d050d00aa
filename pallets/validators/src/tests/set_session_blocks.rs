//! `set_session_blocks`, and when sessions end.

use super::*;
use crate::{SessionBlocks, DEFAULT_SESSION_BLOCKS, MAX_SESSION_BLOCKS, MIN_SESSION_BLOCKS};
use polkadot_sdk::{
    frame_support::traits::EstimateNextSessionRotation, pallet_session::ShouldEndSession,
    sp_runtime::Permill,
};
use proptest::prelude::*;

/// The blocks that end a session, of so many after this one.
fn ends_within(blocks: u64) -> Vec<u64> {
    let mut ends = vec![];
    for _ in 0..blocks {
        let session = Session::current_index();
        next_block(None);
        match Session::current_index() - session {
            0 => {}
            1 => ends.push(System::block_number()),
            more => panic!("{more} sessions end at once"),
        }
    }
    ends
}

#[test]
fn sessions_end_at_blocks_that_their_length_divides() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(ends_within(34), [10, 20, 30]);
        assert_ok!(set_session_blocks(4));
        assert_eq!(take_events(), [Event::SessionBlocksSet { blocks: 4 }]);
        assert_eq!(ends_within(10), [36, 40, 44]);
        // Right after an end, and to a length that divides the next block.
        System::set_block_number(60);
        assert_ok!(set_session_blocks(61));
        assert_eq!(ends_within(70), [61, 122]);
    });
}

#[test]
fn one_ends_no_session_in_the_block_of_the_change() {
    ExtBuilder::default().session_blocks(7).build_and_execute(|| {
        assert_eq!(ends_within(9), [7]);
        // Block 10 began when sessions had seven blocks.
        assert_ok!(set_session_blocks(5));
        assert_eq!(ends_within(6), [15]);
    });
}

#[test]
fn a_session_has_two_blocks_at_least_and_ends_once_a_day() {
    ExtBuilder::default().build_and_execute(|| {
        for blocks in [0, 1, MAX_SESSION_BLOCKS + 1, u32::MAX] {
            assert_noop!(set_session_blocks(blocks), Error::<Test>::InvalidSessionBlocks);
        }
        for blocks in [MIN_SESSION_BLOCKS, MAX_SESSION_BLOCKS] {
            assert_ok!(set_session_blocks(blocks));
            assert_eq!(SessionBlocks::<Test>::get(), blocks);
        }
    });
}

#[test]
fn the_same_length_again_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set_session_blocks(BLOCKS), Error::<Test>::SessionBlocksUnchanged);
    });
}

#[test]
fn only_the_council_sets_the_length_by_a_constitutional_decision() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(Decision::Constitutional, |origin| {
            Validators::set_session_blocks(origin, 20)
        });
    });
}

#[test]
fn where_nothing_is_stored_a_session_has_ten_minutes() {
    ExtBuilder::default().build_and_execute(|| {
        SessionBlocks::<Test>::kill();
        assert!(!Validators::should_end_session(BLOCKS.into()));
        assert!(Validators::should_end_session(DEFAULT_SESSION_BLOCKS.into()));
    });
}

#[test]
fn the_next_end_is_foreseen() {
    ExtBuilder::default().build_and_execute(|| {
        let length = <Validators as EstimateNextSessionRotation<u64>>::average_session_length();
        assert_eq!(length, 10);
        for (now, percent, next) in [(1, 20, 10), (9, 100, 10), (10, 10, 20), (19, 100, 20)] {
            let (progress, _) = Validators::estimate_current_session_progress(now);
            assert_eq!(progress, Some(Permill::from_percent(percent)), "at {now}");
            assert_eq!(Validators::estimate_next_session_rotation(now).0, Some(next), "at {now}");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_ends_a_session_twice_or_never(
        changes in proptest::collection::vec((2..40u32, 1..60u64), 1..8),
    ) {
        ExtBuilder::default().build_and_execute(|| {
            for (blocks, pass) in changes {
                let now = System::block_number();
                let _ = set_session_blocks(blocks);
                // What was foreseen is what comes.
                let (next, _) = Validators::estimate_next_session_rotation(now);
                let foreseen: Vec<u64> = (0..)
                    .map(|n| next.unwrap() + n * u64::from(blocks))
                    .take_while(|end| *end <= now + pass)
                    .collect();
                assert_eq!(ends_within(pass), foreseen);
            }
        });
    }
}
