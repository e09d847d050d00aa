//! Roots are kept for their retention, and pruned in the blocks' idle time.

use super::*;
use crate::{Expiring, PruningDay, Roots};
use huangpu_primitives::calendar::{Day, DAY_MS};
use polkadot_sdk::{
    frame_support::{assert_ok, traits::Hooks, weights::Weight},
    sp_io, sp_runtime,
};

/// A block's idle time; what of it was used.
fn idle(weight: u64) -> u64 {
    let used = <Devices as Hooks<u64>>::on_idle(1, Weight::from_parts(weight, 0));
    assert!(used.ref_time() <= weight, "more used than there was");
    used.ref_time()
}

fn roots(meter: &Meter) -> usize {
    Roots::<Test>::iter_prefix(meter.device).count()
}

fn days(count: u32) -> u64 {
    u64::from(count) * DAY_MS
}

fn state_root() -> Vec<u8> {
    sp_io::storage::root(sp_runtime::StateVersion::V1)
}

#[test]
fn a_root_is_kept_for_its_retention_and_then_pruned() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report(), meter.report()]));
        for _ in 0..RETENTION {
            pass(DAY_MS);
            idle(100);
            assert_eq!(roots(&meter), 2);
        }
        pass(DAY_MS);
        idle(100);
        assert_eq!(roots(&meter), 0);
        assert_eq!(cursor(&meter).pruned, 2);
        assert_eq!(Expiring::<Test>::iter().count(), 0);
        assert_eq!(PruningDay::<Test>::get(), Some(Day::of(Now::get())));
    });
}

#[test]
fn a_day_ends_at_midnight_in_shanghai() {
    // Noon in Shanghai is half a day before the next day.
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        pass(days(RETENTION) + DAY_MS / 2 - 1);
        idle(100);
        assert_eq!(roots(&meter), 1);
        pass(1);
        idle(100);
        assert_eq!(roots(&meter), 0);
    });
}

#[test]
fn each_day_expires_its_own_roots() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        for _ in 0..3 {
            assert_ok!(submit(STEEL, vec![meter.report()]));
            pass(DAY_MS);
        }
        // Three reports, of 3, 2 and 1 days ago.
        for expected in [3, 2, 1, 0] {
            idle(100);
            assert_eq!(roots(&meter), expected, "{expected} roots");
            pass(DAY_MS);
        }
    });
}

#[test]
fn several_batches_of_a_day_expire_as_one() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        for _ in 0..3 {
            assert_ok!(submit(STEEL, vec![meter.report()]));
        }
        assert_eq!(Expiring::<Test>::iter().count(), 1);
        pass(days(RETENTION + 1));
        idle(100);
        assert_eq!(roots(&meter), 0);
    });
}

#[test]
fn pruning_stops_where_the_weight_ends_and_goes_on_in_the_next_block() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(NEIGHBOUR));
        let reports = (0..5).map(|_| one.report()).collect();
        assert_ok!(submit(STEEL, reports));
        assert_ok!(submit(MILL, vec![two.report(), two.report()]));
        pass(days(RETENTION + 1));
        let mut left = vec![7];
        while roots(&one) + roots(&two) > 0 {
            // A day's look and two roots at most.
            assert_eq!(idle(3), 3);
            let now = roots(&one) + roots(&two);
            assert!(left.last().unwrap() - now <= 2, "more roots pruned than weighed");
            left.push(now);
            Devices::do_try_state().unwrap();
            assert!(left.len() < 12, "pruning got stuck: {left:?}");
        }
        assert!(left.len() > 4, "pruned in fewer blocks than the weight allows: {left:?}");
        idle(100);
        assert_eq!(Expiring::<Test>::iter().count(), 0);
        assert_eq!(PruningDay::<Test>::get(), Some(Day::of(Now::get())));
    });
}

#[test]
fn new_reports_do_not_stop_a_pruning_half_done() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        let reports = (0..5).map(|_| meter.report()).collect();
        assert_ok!(submit(STEEL, reports));
        pass(days(RETENTION + 1));
        idle(7);
        let left = roots(&meter);
        assert!((1..5).contains(&left), "not half done: {left} left");
        assert_ok!(submit(STEEL, vec![meter.report()]));
        idle(100);
        assert_eq!(roots(&meter), 1);
        assert_eq!(cursor(&meter).pruned, 5);
        assert!(Roots::<Test>::contains_key(meter.device, 6));
    });
}

#[test]
fn a_long_pause_is_made_up_for() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        pass(days(1_000));
        // A look at each day, and one root.
        assert_eq!(idle(10_000), 1_002);
        assert_eq!(roots(&meter), 0);
    });
}

#[test]
fn without_weight_nothing_happens() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        assert_ok!(submit(STEEL, vec![meter.report()]));
        pass(days(RETENTION + 1));
        let before = state_root();
        assert_eq!(idle(0), 0);
        assert_eq!(state_root(), before);
    });
}

#[test]
fn where_nothing_expires_a_block_pays_for_one_look() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(idle(100), 1);
        let before = state_root();
        assert_eq!(idle(100), 1);
        assert_eq!(state_root(), before);
    });
}

#[test]
fn a_quarantined_reports_root_is_pruned_too_and_its_record_stays() {
    ExtBuilder::default().build_and_execute(|| {
        idle(100);
        let mut meter = Meter::install(OWNER);
        let bad = meter.bad_report(|report| report.readings = 0);
        assert_ok!(submit(STEEL, vec![bad]));
        pass(days(RETENTION + 1));
        idle(100);
        assert_eq!(roots(&meter), 0);
        assert!(crate::Quarantine::<Test>::contains_key(meter.device, 1));
    });
}
