//! Counting blocks.

use super::*;
use crate::{BlocksMade, MonthUptime, MonthUptimes, SessionUptimes};
use huangpu_primitives::calendar::Month;

fn made(org: u32) -> u32 {
    BlocksMade::<Test>::get(OrgId(org))
}

fn in_month(org: u32) -> MonthUptime {
    MonthUptimes::<Test>::get(OrgId(org), Month::of(NowMs::get()))
}

/// The blocks of organisations 1, 2 and so on, in a session.
fn in_session(session: u32) -> Vec<u32> {
    let uptime = Validators::session_uptime(session);
    assert!(uptime.iter().enumerate().all(|(at, (org, _))| org.0 as usize == at + 1));
    uptime.into_iter().map(|(_, blocks)| blocks).collect()
}

#[test]
fn blocks_are_counted_through_a_session() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!((made(1), made(2)), (0, 0));
        next_block(Some(OrgId(1)));
        next_block(Some(OrgId(2)));
        next_block(Some(OrgId(1)));
        assert_eq!((made(1), made(2)), (2, 1));
        pass_session();
        // Six more, by each in turn.
        assert_eq!(in_session(0), [4, 2, 1, 1, 1]);
        assert_eq!(BlocksMade::<Test>::iter().count(), 0);
        let uptime = MonthUptime { sessions: 1, silent: 0, blocks: 4 };
        assert_eq!(in_month(1), uptime);
    });
}

#[test]
fn blocks_of_those_who_make_none_in_this_session_are_not_counted() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(apply(NEW));
        next_block(Some(OrgId(1)));
        Validators::note_author(&Members::account_of(OrgId(NEW)));
        Validators::note_author(&7);
        assert_eq!(BlocksMade::<Test>::iter_keys().collect::<Vec<_>>(), [OrgId(1)]);
        // In its last session a validator still makes them.
        assert_ok!(leave(1));
        pass_session();
        next_block(Some(OrgId(1)));
        assert_eq!((state(1), made(1)), (None, 1));
        pass_session();
        assert_eq!(in_month(1).sessions, 2);
        next_block(Some(OrgId(1)));
        assert_eq!(made(1), 0);
    });
}

#[test]
fn sessions_are_kept_for_a_while() {
    ExtBuilder::default().build_and_execute(|| {
        for ended in 1..=6u32 {
            pass_session();
            let mut kept: Vec<u32> = SessionUptimes::<Test>::iter_keys().collect();
            kept.sort_unstable();
            assert_eq!(kept, (ended.saturating_sub(KEPT)..ended).collect::<Vec<_>>());
        }
        assert_eq!(in_session(5), [2; 5]);
        assert_eq!(in_session(2), [0; 0]);
    });
}

#[test]
fn months_are_summed_up_for_ever() {
    ExtBuilder::default().build_and_execute(|| {
        (0..5).for_each(|_| pass_session());
        assert_eq!(in_month(2), MonthUptime { sessions: 5, silent: 0, blocks: 10 });
        // Nobody made the first block.
        assert_eq!(in_month(5), MonthUptime { sessions: 5, silent: 0, blocks: 9 });
        let month = Month::of(NowMs::get());
        pass_days(31);
        pass_session_without(&[2]);
        pass_session_without(&[2]);
        assert_eq!(in_month(2), MonthUptime { sessions: 2, silent: 2, blocks: 0 });
        let before = MonthUptime { sessions: 5, silent: 0, blocks: 10 };
        assert_eq!(MonthUptimes::<Test>::get(OrgId(2), month), before);
    });
}

#[test]
fn a_session_counts_in_the_month_of_the_chains_calendar_in_which_it_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let month = Month::of(NowMs::get());
        NowMs::set(month.end() - 1);
        pass_session();
        NowMs::set(month.end());
        pass_session();
        for month in [month, month.next()] {
            assert_eq!(MonthUptimes::<Test>::get(OrgId(1), month).sessions, 1);
        }
    });
}

#[test]
fn a_session_too_short_for_all_is_no_silent_one() {
    ExtBuilder::default().set_of(MAX).session_blocks(MIN).build_and_execute(|| {
        pass_session();
        assert_eq!(in_month(8), MonthUptime { sessions: 1, silent: 0, blocks: 0 });
    });
}

#[test]
fn counting_is_accounted_for() {
    ExtBuilder::default().build_and_execute(|| {
        let used = <Validators as Hooks<u64>>::on_initialize(2);
        assert_eq!(used.ref_time(), 3);
    });
}
