//! That `try_state` finds what it is there for, and `integrity_test` what cannot work.

use super::*;
use crate::{Approved, BlocksMade, MonthUptime, MonthUptimes, SessionBlocks, SessionUptimes};
use huangpu_primitives::calendar::Month;
use polkadot_sdk::frame_support::{storage::with_transaction, BoundedVec};
use polkadot_sdk::sp_runtime::TransactionOutcome;

/// `try_state` complains of this, once it is spoilt.
fn assert_found(complaint: &str, spoil: impl FnOnce()) {
    let found = with_transaction(|| {
        spoil();
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(Validators::do_try_state()))
    });
    let found = format!("{:?}", found.unwrap().unwrap_err());
    assert!(found.contains(complaint), "{found}");
    Validators::do_try_state().unwrap();
}

fn known(org: u32, stage: Stage, rejoined: bool) {
    crate::Validators::<Test>::insert(OrgId(org), Validator { stage, rejoined });
}

fn place(org: u32, leaving: Option<Departure>) {
    PlannedSet::<Test>::try_append(Place { org: OrgId(org), leaving }).unwrap();
}

#[test]
fn what_is_wrong_with_the_set_is_found() {
    ExtBuilder::default().build_and_execute(|| {
        assert_found("nobody makes blocks", PlannedSet::<Test>::kill);
        assert_found("a place of one that is not in the set", || place(NEW, None));
        assert_found("one in the set has no place, or two", || place(1, None));
        assert_found("one in the set has no place, or two", || known(NEW, Stage::InSet, false));
        assert_found("a validator without keys in the set", || {
            known(NEW, Stage::InSet, false);
            place(NEW, None);
        });
        assert_found("a silent one waits to be dropped", || {
            set_keys(NEW);
            known(NEW, Stage::InSet, false);
            place(NEW, Some(Departure::Silent));
        });
    });
}

#[test]
fn what_is_wrong_with_those_who_wait_is_found() {
    ExtBuilder::default().build_and_execute(|| {
        let wait = |orgs: &[u32]| {
            let orgs = orgs.iter().copied().map(OrgId).collect();
            Approved::<Test>::put(BoundedVec::truncate_from(orgs));
        };
        let complaint = "an approved one does not wait, or twice";
        assert_found(complaint, || known(NEW, Stage::Approved, false));
        assert_found(complaint, || wait(&[1]));
        assert_found(complaint, || {
            known(NEW, Stage::Approved, false);
            wait(&[NEW, NEW]);
        });
        assert_found("a candidate came back", || known(NEW, Stage::Candidate, true));
    });
}

#[test]
fn what_is_wrong_with_the_uptime_is_found() {
    ExtBuilder::default().build_and_execute(|| {
        (0..5).for_each(|_| pass_session());
        assert_found("blocks of one that makes none", || {
            BlocksMade::<Test>::insert(OrgId(NEW), 1);
        });
        assert_found("no blocks were counted", || BlocksMade::<Test>::insert(OrgId(1), 0));
        for session in [1, 5] {
            assert_found("the uptime of a session that is not kept", || {
                SessionUptimes::<Test>::insert(session, BoundedVec::default());
            });
        }
        assert_found("one validator twice in a session", || {
            let made = BoundedVec::truncate_from(vec![(OrgId(1), 1), (OrgId(1), 2)]);
            SessionUptimes::<Test>::insert(4, made);
        });
        for (sessions, silent) in [(0, 0), (1, 2)] {
            assert_found("more silent sessions than sessions", || {
                let uptime = MonthUptime { sessions, silent, blocks: 0 };
                MonthUptimes::<Test>::insert(OrgId(1), Month(1), uptime);
            });
        }
        assert_found("no session has so many blocks", || SessionBlocks::<Test>::put(1));
    });
}

#[test]
fn the_bounds_make_sense() {
    ExtBuilder::default().build_and_execute(<Validators as Hooks<u64>>::integrity_test);
}
