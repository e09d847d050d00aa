//! The store by itself: every reading once, and reports that add up.

use crate::common::{chain::TestChain, day, key, signer, NOW, QUARTER, REFERENCE};
use huangpu_gateway::{
    closing::Rule,
    config::Input,
    keys::Signer,
    reading::{Key, NewReading, Outcome, Rejection, Slot},
    reports::{self, Register, SaltSecret},
    store::{Closer, Ledger, Mark, Store, StoreError},
};
use huangpu_primitives::{
    apis::CursorView,
    calendar::DAY_MS,
    report::{status, SignedReport},
    DeviceId, Millis,
};
use polkadot_sdk::sp_core::H256;
use proptest::{collection::vec, prelude::*};
use tempfile::TempDir;

const GENESIS: H256 = H256::repeat_byte(0x47);
const SECRET: SaltSecret = SaltSecret([1; 32]);

struct Shelf {
    directory: TempDir,
    store: Store,
    slot: Slot,
    register: Register,
    signer: Signer,
    rule: Rule,
}

impl Shelf {
    fn new(input: Input, rollover: Option<u64>, max_readings: usize) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(directory.path(), GENESIS, 0).unwrap();
        let slot = store.slots(&[REFERENCE]).unwrap()[0];
        let signer = signer(directory.path(), REFERENCE);
        let rule = Rule::new(DAY_MS, 0, max_readings).unwrap();
        let register = Register { input, rollover };
        Self { directory, store, slot, register, signer, rule }
    }

    /// As found on the chain: installed 100 days ago with this register.
    fn registered(input: Input, register: u64) -> Self {
        let shelf = Self::new(input, None, 100_000);
        shelf.adopt(CursorView { end: day(100), register, ..Default::default() });
        shelf
    }

    fn adopt(&self, cursor: CursorView) {
        let before = self.store.meter(self.slot).unwrap().ledger;
        self.store.adopt(self.slot, before.as_ref(), DeviceId(1), &cursor, NOW).unwrap();
    }

    /// The chain's cursor after some reports of which it has counted one last.
    fn counted(&self, sequence: u32, counted: u32) -> CursorView {
        let report = |sequence| self.store.report(self.slot, sequence).unwrap().unwrap().0.report;
        let (hash, counted) = (report(sequence).hash(&GENESIS), report(counted));
        let (end, register) = (counted.end, counted.register);
        CursorView { sequence, hash, end, register, pruned: 0 }
    }

    fn follow(&self, cursor: CursorView) -> bool {
        self.store.follow(self.slot, &cursor, &self.register, NOW).unwrap()
    }

    fn ledger(&self) -> Ledger {
        self.store.meter(self.slot).unwrap().ledger.unwrap()
    }

    fn take_in(&self, key: Key, amount: u64) -> Outcome {
        let reading = NewReading { slot: self.slot, key, amount };
        self.store.take_in(&[reading], |_| self.register).unwrap().remove(0)
    }

    fn close(&self, now: Millis, input_ended: bool) -> Vec<SignedReport> {
        let closer = Closer {
            rule: self.rule,
            now,
            input_ended,
            register: self.register,
            signer: &self.signer,
            secret: &SECRET,
            limit: 7,
        };
        let mut all = Vec::new();
        loop {
            let closed = self.store.close(self.slot, &closer).unwrap();
            if closed.is_empty() {
                return all;
            }
            all.extend(closed);
        }
    }

    fn waiting(&self) -> u64 {
        self.store.meter(self.slot).unwrap().waiting
    }
}

#[test]
fn a_reading_is_taken_once() {
    let shelf = Shelf::registered(Input::Interval, 0);
    let at = day(3) + QUARTER;
    assert_eq!(shelf.take_in(key(at), 5), Outcome::Accepted);
    assert_eq!(shelf.take_in(key(at), 5), Outcome::Duplicate);
    assert_eq!(shelf.take_in(key(at), 6), Outcome::Rejected(Rejection::Conflict(5)));
    assert_eq!(shelf.take_in(Key { timestamp: at, counter: 1 }, 6), Outcome::Accepted);
    assert_eq!(shelf.close(NOW, false).len(), 1);
    assert_eq!(shelf.take_in(key(at), 5), Outcome::Duplicate, "reported, but still known");
    assert_eq!(shelf.waiting(), 0);
}

#[test]
fn a_batch_is_judged_reading_by_reading() {
    let shelf = Shelf::registered(Input::Interval, 0);
    let reading = |timestamp, amount| NewReading { slot: shelf.slot, key: key(timestamp), amount };
    let batch = [reading(day(3), 1), reading(day(3), 1), reading(day(3), 2), reading(day(200), 1)];
    let outcomes = shelf.store.take_in(&batch, |_| shelf.register).unwrap();
    let expected = [
        Outcome::Accepted,
        Outcome::Duplicate,
        Outcome::Rejected(Rejection::Conflict(1)),
        Outcome::Rejected(Rejection::BelowFloor(day(200), day(100))),
    ];
    assert_eq!(outcomes, expected);
}

#[test]
fn what_is_acknowledged_is_there_after_reopening() {
    let Shelf { directory, store, slot, .. } = Shelf::registered(Input::Interval, 0);
    let reading = NewReading { slot, key: key(day(3)), amount: 5 };
    let register = Register { input: Input::Interval, rollover: None };
    store.take_in(&[reading], |_| register).unwrap();
    assert!(matches!(Store::open(directory.path(), GENESIS, 0), Err(StoreError::InUse)));
    drop(store);
    let store = Store::open(directory.path(), GENESIS, 0).unwrap();
    assert_eq!(store.slots(&["other", REFERENCE]).unwrap()[1], slot, "numbers stay");
    assert_eq!(store.reading(slot, key(day(3))).unwrap().unwrap().amount, 5);
}

#[test]
fn every_chain_has_its_own_store() {
    let directory = tempfile::tempdir().unwrap();
    let ours = Store::open(directory.path(), GENESIS, 0).unwrap();
    let theirs = Store::open(directory.path(), H256::zero(), 0).unwrap();
    let slot = ours.slots(&[REFERENCE]).unwrap()[0];
    assert_eq!(theirs.slots(&["a", REFERENCE]).unwrap()[0], slot);
    let reading = NewReading { slot, key: key(day(3)), amount: 5 };
    ours.take_in(&[reading], |_| Register { input: Input::Interval, rollover: None }).unwrap();
    assert_eq!(theirs.reading(slot, key(day(3))).unwrap(), None);
    drop((ours, theirs));
    // A file that was renamed is not taken for another chain's.
    let (from, to) = (Store::path(directory.path(), &GENESIS), H256::repeat_byte(1));
    std::fs::rename(from, Store::path(directory.path(), &to)).unwrap();
    let error = Store::open(directory.path(), to, 0).unwrap_err();
    assert!(matches!(error, StoreError::Foreign("genesis")), "{error}");
}

#[test]
fn late_readings_are_marked_and_counted_once() {
    let shelf = Shelf::registered(Input::Interval, 1_000);
    shelf.take_in(key(day(3) + 10), 1);
    let first = shelf.close(NOW, false);
    assert_eq!((first.len(), first[0].report.end), (1, day(2)));
    assert_eq!(shelf.take_in(key(day(3) + 5), 20), Outcome::Accepted);
    assert_eq!(shelf.take_in(key(day(2)), 300), Outcome::Accepted, "the end belongs to the period");
    assert_eq!(shelf.take_in(key(day(2) + 1), 4_000), Outcome::Accepted);
    let second = shelf.close(NOW, false).remove(0).report;
    assert_eq!((second.readings, second.late), (3, 2));
    assert_eq!((second.register_start, second.register), (1_001, 5_321));
    let (_, readings) = shelf.store.report(shelf.slot, 2).unwrap().unwrap();
    let marks: Vec<u8> = readings.iter().map(|r| r.reading.status).collect();
    assert_eq!(marks, [status::LATE, status::LATE, 0]);
}

#[test]
fn registers_are_checked_against_their_neighbours() {
    let shelf = Shelf::registered(Input::Register, 1_000);
    let rejected = |outcome| match outcome {
        Outcome::Rejected(rejection) => rejection,
        other => panic!("{other:?}"),
    };
    let backwards = rejected(shelf.take_in(key(day(3) + 1), 999));
    assert_eq!(backwards, Rejection::RegisterBackwards { from: 1_000, to: 999 });
    assert_eq!(shelf.take_in(key(day(3) + 10), 1_100), Outcome::Accepted);
    assert_eq!(shelf.take_in(key(day(3) + 30), 1_300), Outcome::Accepted);
    let backwards = rejected(shelf.take_in(key(day(3) + 40), 1_299));
    assert_eq!(backwards, Rejection::RegisterBackwards { from: 1_300, to: 1_299 });
    let above = rejected(shelf.take_in(key(day(3) + 20), 1_301));
    assert_eq!(above, Rejection::OutOfPlace(1_301));
    assert_eq!(shelf.take_in(key(day(3) + 20), 1_200), Outcome::Accepted);
    let report = shelf.close(NOW, false).remove(0).report;
    assert_eq!((report.register_start, report.register, report.readings), (1_000, 1_300, 3));
    // A late register adds nothing: what it measured was counted with the reading after it.
    assert_eq!(shelf.take_in(key(day(3) + 25), 1_250), Outcome::Accepted);
    assert_eq!(shelf.take_in(key(day(2) + 1), 1_301), Outcome::Accepted);
    let report = shelf.close(NOW, false).remove(0).report;
    assert_eq!((report.register, report.readings, report.late), (1_301, 2, 1));
}

#[test]
fn a_register_may_roll_over_where_that_is_known() {
    let shelf = Shelf::new(Input::Register, Some(1_000), 100_000);
    shelf.adopt(CursorView { end: day(100), register: 900, ..Default::default() });
    assert_eq!(shelf.take_in(key(day(3) + 1), 950), Outcome::Accepted);
    assert_eq!(shelf.take_in(key(day(3) + 3), 20), Outcome::Accepted);
    let between = shelf.take_in(key(day(3) + 2), 500);
    assert_eq!(between, Outcome::Rejected(Rejection::RegisterBackwards { from: 950, to: 500 }));
    let beyond = shelf.take_in(key(day(3) + 4), 1_000);
    assert_eq!(beyond, Outcome::Rejected(Rejection::BeyondRollover(1_000, 1_000)));
    let report = shelf.close(NOW, false).remove(0).report;
    assert_eq!((report.register_start, report.register), (900, 20));
}

#[test]
fn a_fast_register_is_reported_before_it_has_gone_round() {
    let shelf = Shelf::new(Input::Interval, Some(1_000), 100_000);
    shelf.adopt(CursorView { end: day(100), register: 0, ..Default::default() });
    for reading in 1..=6 {
        assert_eq!(shelf.take_in(key(day(3) + reading), 300), Outcome::Accepted);
    }
    let huge = shelf.take_in(key(day(3) + 9), 500);
    assert_eq!(huge, Outcome::Rejected(Rejection::BeyondRollover(500, 1_000)));
    let reports = shelf.close(NOW, false);
    let registers: Vec<_> = reports.iter().map(|r| r.report.register).collect();
    assert_eq!(registers, [300, 600, 900, 200, 500, 800]);
    assert!(reports.iter().all(|r| r.report.late == 0), "none is late for having been split off");
}

#[test]
fn what_was_taken_in_before_the_device_was_known_is_sorted_out() {
    let shelf = Shelf::new(Input::Register, None, 100_000);
    for (timestamp, register) in [(day(101), 1), (day(100), 2), (day(99), 3), (day(98), 1_500)] {
        assert_eq!(shelf.take_in(key(timestamp), register), Outcome::Accepted);
    }
    assert_eq!(shelf.close(NOW, true), [], "nothing is signed for an unknown device");
    shelf.adopt(CursorView { end: day(100), register: 1_000, ..Default::default() });
    assert_eq!(shelf.waiting(), 2, "what is from before the installation does not wait");
    let report = shelf.close(NOW, true).remove(0).report;
    assert_eq!((report.sequence, report.readings, report.register), (1, 1, 1_500));
    let record = shelf.store.meter(shelf.slot).unwrap();
    assert_eq!((record.waiting, record.refused), (0, 3), "3 is behind the opening register");
}

#[test]
fn pruning_keeps_what_is_not_finalized_and_forgets_for_good() {
    let shelf = Shelf::registered(Input::Interval, 0);
    for days in [9, 8, 7] {
        shelf.take_in(key(day(days) + 1), 1);
    }
    assert_eq!(shelf.close(NOW, false).len(), 3);
    assert_eq!(shelf.store.prune(shelf.slot, NOW + 1, 10).unwrap(), 0, "none is finalized");
    assert!(!shelf.follow(shelf.counted(2, 2)));
    assert_eq!(shelf.store.prune(shelf.slot, NOW, 10).unwrap(), 0, "none is old enough");
    assert_eq!(shelf.store.prune(shelf.slot, NOW + 1, 1).unwrap(), 1, "step by step");
    assert_eq!(shelf.store.prune(shelf.slot, NOW + 1, 10).unwrap(), 1);
    assert_eq!(shelf.store.prune(shelf.slot, NOW + 1, 10).unwrap(), 0);
    assert_eq!(shelf.store.report(shelf.slot, 2).unwrap(), None);
    assert!(shelf.store.report(shelf.slot, 3).unwrap().is_some());
    let forgotten = shelf.take_in(key(day(8) + 1), 1);
    let floor = Outcome::Rejected(Rejection::BelowFloor(day(8) + 1, day(7)));
    assert_eq!(forgotten, floor, "it could not be told from a new one");
    assert_eq!(shelf.take_in(key(day(7) + 1), 1), Outcome::Duplicate);
}

#[test]
fn a_register_that_nobody_moved_is_known_after_pruning() {
    let shelf = Shelf::registered(Input::Interval, 1_000);
    for days in [9, 8, 7] {
        shelf.take_in(key(day(days) + 1), 100);
    }
    assert_eq!(shelf.close(NOW, false).len(), 3);
    // The second and the third report are quarantined.
    let cursor = shelf.counted(3, 1);
    assert!(!shelf.follow(cursor.clone()));
    assert_eq!(shelf.store.prune(shelf.slot, NOW + 1, 10).unwrap(), 3);
    let before = shelf.ledger();
    assert_eq!((before.register, before.seen.register), (1_300, 1_100));
    assert!(!shelf.follow(cursor.clone()), "they were discarded");
    assert_eq!(shelf.ledger(), before);
    // An exchange is one, though, even to a register that there was once.
    assert!(shelf.follow(CursorView { register: 1_000, ..cursor }));
    assert_eq!(shelf.ledger().register, 1_000);
}

#[test]
fn a_quarantined_report_that_was_counted_is_no_exchange() {
    let shelf = Shelf::registered(Input::Interval, 1_000);
    for days in [9, 8, 7] {
        shelf.take_in(key(day(days) + 1), 100);
    }
    shelf.close(NOW, false);
    let cursor = shelf.counted(3, 1);
    assert!(!shelf.follow(cursor.clone()));
    // Its period was wrong: the end stays.
    assert!(!shelf.follow(CursorView { register: 1_200, ..cursor.clone() }));
    // The register was wrong: the end moves as well.
    let third = shelf.counted(3, 3);
    assert!(!shelf.follow(third.clone()));
    assert_eq!(shelf.ledger().register, 1_300);
    assert_eq!(shelf.ledger().seen, Mark::from(&third));
}

#[test]
fn a_pruned_exchange_leaves_the_new_meters_register() {
    let shelf = Shelf::registered(Input::Register, 1_000);
    shelf.take_in(key(day(9) + 1), 1_100);
    assert_eq!(shelf.close(NOW, false).len(), 1);
    // Within the report, so that this is quarantined.
    let cursor = CursorView { end: day(9) + 2, register: 7, ..shelf.counted(1, 1) };
    assert!(shelf.follow(cursor));
    assert_eq!(shelf.store.prune(shelf.slot, NOW + 1, 10).unwrap(), 1);
    let ledger = shelf.ledger();
    assert_eq!((ledger.floor, ledger.floor_register), (day(8), 7));
    assert_eq!(shelf.take_in(key(day(8) + 1), 20), Outcome::Accepted);
}

#[test]
fn a_run_of_uncountable_readings_is_refused_at_once() {
    let shelf = Shelf::new(Input::Register, None, 100_000);
    // The old meter's registers, before the device is known; then the new meter's.
    let old: Vec<NewReading> = (1..=3_000)
        .map(|n| NewReading { slot: shelf.slot, key: key(day(9) + n), amount: n })
        .collect();
    shelf.store.take_in(&old, |_| shelf.register).unwrap();
    assert_eq!(shelf.take_in(key(day(9) + 9_000), 5_500), Outcome::Accepted);
    shelf.adopt(CursorView { end: day(100), register: 5_000, ..Default::default() });
    let report = shelf.close(NOW, false).remove(0).report;
    assert_eq!((report.readings, report.register_start, report.register), (1, 5_000, 5_500));
    let record = shelf.store.meter(shelf.slot).unwrap();
    assert_eq!((record.waiting, record.refused), (0, 3_000));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..Default::default() })]

    /// Whatever arrives in whatever order: the chain takes every report, and its totals are the sum
    /// of what was accepted.
    #[test]
    fn reports_add_up(
        arrivals in vec((0u64..6_000, 0u64..5_000, 0u64..2), 1..120),
        closings in vec(0usize..120, 0..6),
        max_readings in 1usize..60,
        input in prop_oneof![Just(Input::Interval), Just(Input::Register)],
    ) {
        let shelf = Shelf::new(input, None, max_readings);
        let chain = TestChain::new();
        let id = chain.register(REFERENCE, shelf.signer.public(), 500, day(60));
        shelf.adopt(chain.view(id).cursor);
        let (mut accepted, mut highest) = (0u64, 500);
        let mut reports = Vec::new();
        for (count, (quarter, amount, counter)) in arrivals.iter().enumerate() {
            let key = Key { timestamp: day(59) + quarter * QUARTER / 2, counter: *counter };
            // A register that grows with time.
            let amount = match input {
                Input::Interval => *amount,
                Input::Register => 500 + key.timestamp / 60_000 - day(59) / 60_000,
            };
            let now = NOW.min(key.timestamp + QUARTER);
            if shelf.take_in(key, amount) == Outcome::Accepted {
                accepted += amount;
                highest = highest.max(amount);
            }
            if closings.contains(&count) {
                reports.extend(shelf.close(now, false));
            }
        }
        reports.extend(shelf.close(NOW, true));
        prop_assert_eq!(chain.include(&reports), Ok(()));
        let record = shelf.store.meter(shelf.slot).unwrap();
        prop_assert_eq!((record.waiting, record.refused), (0, 0));
        prop_assert!(chain.state().devices[0].quarantined.is_empty());
        let totals = chain.totals(id);
        let metered: u128 = totals.iter().map(|total| total.measured).sum();
        let expected = if input == Input::Interval { accepted } else { highest - 500 };
        prop_assert_eq!(metered, u128::from(expected));
        prop_assert!(totals.iter().all(|total| total.gap == 0));
        check_readings(&shelf, &reports);
    }
}

/// Every reading is under one root, can be proved, and the values add up to the register.
fn check_readings(shelf: &Shelf, reports: &[SignedReport]) {
    let mut known = std::collections::BTreeSet::new();
    for SignedReport { report, .. } in reports {
        let (_, readings) = shelf.store.report(shelf.slot, report.sequence).unwrap().unwrap();
        assert_eq!(readings.len(), report.readings as usize);
        let sum: u64 = readings.iter().map(|r| r.reading.value).sum();
        assert_eq!(report.register_start + sum, report.register);
        let late = readings.iter().filter(|r| r.reading.status == status::LATE).count();
        assert_eq!(late, report.late as usize);
        for (index, reading) in readings.iter().enumerate() {
            assert!(known.insert(reading.key), "in two reports");
            let on_time = report.start < reading.key.timestamp;
            assert_eq!(on_time, reading.reading.status == 0);
            let proof = reports::prove(DeviceId(1), &readings, index as u32, &SECRET).unwrap();
            assert!(proof.verify(&report.root, report.readings));
        }
    }
    let stored = shelf.store.readings_between(shelf.slot, 0, u64::MAX).unwrap();
    assert_eq!(stored.len(), known.len(), "every reading is in a report");
}
