//! Coming into the set.

use super::*;
use crate::Approved;

#[test]
fn who_has_keys_comes_in_at_the_sessions_end_and_makes_blocks_from_the_session_after_next() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        take_events();
        pass_session();
        assert!(changed());
        assert_eq!(take_events(), [joined(NEW)]);
        assert_eq!(state(NEW), Some(ValidatorState::Active));
        assert_eq!((planned(), authors()), (vec![1, 2, 3, 4, 5, NEW], vec![1, 2, 3, 4, 5]));
        pass_session();
        assert!(!changed());
        assert_eq!(authors(), planned());
    });
}

#[test]
fn who_has_no_keys_waits_and_keeps_nobody_waiting() {
    ExtBuilder::default().build_and_execute(|| {
        admit(NEW);
        admit_with_keys(NEW + 1);
        pass_session();
        assert_eq!(planned(), [1, 2, 3, 4, 5, NEW + 1]);
        assert_eq!(Approved::<Test>::get().into_inner(), [OrgId(NEW)]);
        take_events();
        pass_session();
        assert!(!changed());
        set_keys(NEW);
        pass_session();
        assert_eq!(take_events(), [joined(NEW)]);
        assert_eq!(planned(), [1, 2, 3, 4, 5, NEW + 1, NEW]);
    });
}

#[test]
fn keys_before_the_approval_do_as_well() {
    ExtBuilder::default().build_and_execute(|| {
        set_keys(NEW);
        admit(NEW);
        pass_session();
        assert_eq!(state(NEW), Some(ValidatorState::Active));
    });
}

#[test]
fn who_was_approved_first_comes_in_first_while_there_is_room() {
    ExtBuilder::default().set_of(MAX - 2).build_and_execute(|| {
        for org in [NEW + 2, NEW, NEW + 1] {
            admit_with_keys(org);
        }
        pass_session();
        assert_eq!(planned(), [1, 2, 3, 4, 5, 6, NEW + 2, NEW]);
        assert_eq!(state(NEW + 1), Some(ValidatorState::Approved));
        // Those that come in do so before the others go: the place is free a session later.
        assert_ok!(leave(1));
        pass_session();
        assert_eq!(planned(), [2, 3, 4, 5, 6, NEW + 2, NEW]);
        pass_session();
        assert_eq!(planned(), [2, 3, 4, 5, 6, NEW + 2, NEW, NEW + 1]);
    });
}

#[test]
fn who_is_no_longer_active_waits_though_nobody_was_told_yet() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        Inactive::set(vec![OrgId(NEW)]);
        pass_session();
        assert_eq!(state(NEW), Some(ValidatorState::Approved));
        Inactive::set(vec![]);
        pass_session();
        assert_eq!(state(NEW), Some(ValidatorState::Active));
    });
}

#[test]
fn those_who_come_in_make_room_for_those_who_leave() {
    ExtBuilder::default().set_of(MIN).build_and_execute(|| {
        suspend(1);
        pass_session();
        assert_eq!(planned(), [1, 2, 3, 4]);
        admit_with_keys(NEW);
        take_events();
        pass_session();
        assert_eq!(take_events(), [joined(NEW), left(1, Departure::Standing)]);
        assert_eq!(planned(), [2, 3, 4, NEW]);
    });
}

#[test]
fn the_most_urgent_go_first() {
    ExtBuilder::default().set_of(MIN + 2).build_and_execute(|| {
        assert_ok!(leave(1));
        assert_ok!(remove(2));
        suspend(3);
        report(&[6, 5]);
        take_events();
        pass_session();
        let gone = [left(5, Departure::Equivocated), left(6, Departure::Equivocated)];
        assert_eq!(take_events(), gone);
        // Everybody else has to wait for others.
        for (n, org, why) in
            [(0, 2, Departure::Removed), (1, 3, Departure::Standing), (2, 1, Departure::Left)]
        {
            assert!(planned().contains(&org));
            admit_with_keys(NEW + n);
            take_events();
            pass_session();
            assert_eq!(take_events(), [joined(NEW + n), left(org, why)]);
        }
        assert_eq!(planned(), [4, NEW, NEW + 1, NEW + 2]);
    });
}
