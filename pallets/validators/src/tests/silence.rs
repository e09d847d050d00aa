//! Validators that make no blocks.

use super::*;

fn silent(org: u32, session: u32) -> Event<Test> {
    Event::ValidatorSilent { org: OrgId(org), session }
}

#[test]
fn who_makes_no_block_in_a_whole_session_is_dropped() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session();
        take_events();
        pass_session_without(&[3]);
        assert!(changed());
        assert_eq!(take_events(), [silent(3, 1), left(3, Departure::Silent)]);
        assert_eq!(state(3), Some(ValidatorState::Dropped));
        assert_eq!((planned(), authors()), (vec![1, 2, 4, 5], vec![1, 2, 3, 4, 5]));
        // Nothing is left of its silence, whatever it does in its last session.
        pass_session_without(&[3]);
        assert_eq!(take_events(), [silent(3, 2)]);
        assert_eq!(authors(), [1, 2, 4, 5]);
        pass_session();
        assert_eq!(take_events(), []);
    });
}

#[test]
fn one_block_is_enough() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session();
        next_block(Some(OrgId(3)));
        pass_session_without(&[3]);
        assert_eq!(take_events(), []);
        assert_eq!(state(3), Some(ValidatorState::Active));
    });
}

#[test]
fn the_block_that_ends_a_session_counts_in_it() {
    ExtBuilder::default().build_and_execute(|| {
        let all_but_three = [1, 2, 4, 5].into_iter().cycle();
        all_but_three.take(8).for_each(|org| next_block(Some(OrgId(org))));
        assert_eq!((System::block_number(), Session::current_index()), (9, 0));
        next_block(Some(OrgId(3)));
        assert_eq!(Session::current_index(), 1);
        assert_eq!(take_events(), []);
    });
}

#[test]
fn the_minimum_keeps_the_silent_and_says_so() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[2, 4]);
        // One can be spared: the one that has been in the set for longer.
        let expected = [silent(2, 0), silent(4, 0), left(2, Departure::Silent)];
        assert_eq!(take_events(), expected);
        assert_eq!(planned(), [1, 3, 4, 5]);
        assert_eq!(state(4), Some(ValidatorState::Active));
        // It makes blocks again: nothing follows, even if it could be spared now.
        admit_with_keys(NEW);
        take_events();
        pass_session();
        assert_eq!(take_events(), [joined(NEW)]);
        assert_eq!(state(4), Some(ValidatorState::Active));
    });
}

#[test]
fn those_who_leave_go_before_the_silent() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(leave(5));
        take_events();
        pass_session_without(&[1]);
        assert_eq!(take_events(), [silent(1, 0), left(5, Departure::Left)]);
        assert_eq!(planned(), [1, 2, 3, 4]);
    });
}

#[test]
fn those_who_come_in_make_room_for_the_silent_to_go() {
    ExtBuilder::default().set_of(MIN).build_and_execute(|| {
        admit_with_keys(NEW);
        take_events();
        pass_session_without(&[1]);
        assert_eq!(take_events(), [silent(1, 0), joined(NEW), left(1, Departure::Silent)]);
        assert_eq!(planned(), [2, 3, 4, NEW]);
    });
}

#[test]
fn who_leaves_for_another_reason_is_not_dropped_but_gone() {
    ExtBuilder::default().build_and_execute(|| {
        suspend(1);
        take_events();
        pass_session_without(&[1]);
        assert_eq!(take_events(), [silent(1, 0), left(1, Departure::Standing)]);
        assert_eq!(state(1), None);
    });
}

#[test]
fn who_came_in_is_not_judged_before_it_makes_blocks() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        pass_session();
        // It is in the planned set, and makes no blocks yet.
        pass_session();
        take_events();
        assert_eq!(state(NEW), Some(ValidatorState::Active));
        pass_session_without(&[NEW]);
        assert_eq!(take_events(), [silent(NEW, 2), left(NEW, Departure::Silent)]);
    });
}

#[test]
fn in_a_session_too_short_for_all_nobody_is_silent() {
    for (blocks, expected) in
        [(MAX - 1, vec![]), (MAX, vec![silent(1, 1), left(1, Departure::Silent)])]
    {
        ExtBuilder::default().set_of(MAX).session_blocks(blocks).build_and_execute(|| {
            pass_session();
            pass_session_without(&[1]);
            assert_eq!(take_events(), expected);
        });
    }
}

#[test]
fn where_nobody_is_seen_to_make_blocks_nobody_is_silent() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session();
        pass_session_without(&[1, 2, 3, 4, 5]);
        assert_eq!(take_events(), []);
        assert_eq!(planned(), [1, 2, 3, 4, 5]);
    });
}
