//! The store, cut off at any instant while reports are closed, adopted, joined with an exchanged
//! meter or pruned: whatever was written by then, each step is done or not, and every reading that
//! was acknowledged is in one place.

use crate::common::{day, key, signer, NOW, QUARTER, REFERENCE};
use huangpu_gateway::{
    closing::Rule,
    config::Input,
    keys::Signer,
    reading::{Key, NewReading, Outcome, Slot},
    reports::{Register, SaltSecret},
    store::{Closer, MeterRecord, RefusedReading, Store, StoreError, StoredReading},
};
use huangpu_primitives::{apis::CursorView, calendar::DAY_MS, report::SignedReport, DeviceId};
use polkadot_sdk::sp_core::H256;
use redb::{Database, ReadableDatabase, ReadableTable, StorageBackend, TableDefinition};
use std::{
    collections::BTreeMap,
    io,
    sync::{Arc, Mutex, MutexGuard},
};

const GENESIS: H256 = H256::repeat_byte(0x47);
const SECRET: SaltSecret = SaltSecret([1; 32]);
const REGISTER: Register = Register { input: Input::Interval, rollover: None };
const SLOT: Slot = Slot(0);
const WAITING: TableDefinition<(u32, u64, u64), ()> = TableDefinition::new("waiting");

/// What is left after the cut.
#[derive(Clone, Copy, Debug)]
enum Cut {
    /// The process was killed: what it had written is there.
    Kill,
    /// The power failed: only what was synced is there.
    Power,
}

/// A disk that stops after some operations that change it.
#[derive(Clone, Debug, Default)]
struct Disk(Arc<Mutex<Content>>);

#[derive(Debug, Default)]
struct Content {
    written: Vec<u8>,
    synced: Vec<u8>,
    /// How many operations are left; any number, if none is named.
    left: Option<u32>,
    has_failed: bool,
}

impl Disk {
    fn new(image: &[u8]) -> Self {
        let content = Content { written: image.into(), synced: image.into(), ..Content::default() };
        Self(Arc::new(Mutex::new(content)))
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.0.lock().unwrap()
    }

    fn stop_after(&self, operations: u32) {
        self.content().left = Some(operations);
    }

    fn image(&self, cut: Cut) -> Vec<u8> {
        match cut {
            Cut::Kill => self.content().written.clone(),
            Cut::Power => self.content().synced.clone(),
        }
    }

    fn change(&self) -> io::Result<MutexGuard<'_, Content>> {
        let mut content = self.content();
        match &mut content.left {
            Some(0) => {
                content.has_failed = true;
                return Err(io::Error::other("cut off"));
            }
            Some(left) => *left -= 1,
            None => {}
        }
        Ok(content)
    }
}

fn span(offset: u64, len: usize) -> std::ops::Range<usize> {
    offset as usize..offset as usize + len
}

impl StorageBackend for Disk {
    fn len(&self) -> io::Result<u64> {
        Ok(self.content().written.len() as u64)
    }
    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let content = self.content();
        let found = content.written.get(span(offset, out.len()));
        out.copy_from_slice(found.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
    fn set_len(&self, len: u64) -> io::Result<()> {
        self.change()?.written.resize(len as usize, 0);
        Ok(())
    }
    fn sync_data(&self) -> io::Result<()> {
        let mut content = self.change()?;
        content.synced = content.written.clone();
        Ok(())
    }
    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.change()?.written[span(offset, data.len())].copy_from_slice(data);
        Ok(())
    }
}

fn open(disk: &Disk) -> Store {
    let disk = disk.clone();
    let opener = move || Database::builder().create_with_backend(disk.clone());
    Store::open_with(Box::new(opener), Box::new(|| None), GENESIS, 0).unwrap()
}

/// Everything that the store holds of the device.
#[derive(Debug, PartialEq)]
struct Holdings {
    record: MeterRecord,
    readings: BTreeMap<Key, StoredReading>,
    waiting: Vec<Key>,
    reports: BTreeMap<u32, (SignedReport, Vec<Key>)>,
    refused: Vec<RefusedReading>,
}

impl Holdings {
    fn of(image: &[u8]) -> Self {
        let store = open(&Disk::new(image));
        let record = store.meter(SLOT).unwrap();
        let readings = store.readings_between(SLOT, 0, u64::MAX).unwrap().into_iter().collect();
        let refused = store.refused(None, usize::MAX).unwrap();
        let reports = store.reports_after(SLOT, 0, usize::MAX).unwrap();
        let report = |signed: SignedReport| {
            let sequence = signed.report.sequence;
            let (_, counted) = store.report(SLOT, sequence).unwrap().unwrap();
            (sequence, (signed, counted.iter().map(|counted| counted.key).collect()))
        };
        let reports = reports.into_iter().map(report).collect();
        Self { record, readings, waiting: waiting(image), reports, refused }
    }

    /// Checks what is always so, given what was acknowledged and what there was before.
    fn check(&self, acknowledged: &BTreeMap<Key, u64>, before: &Holdings) {
        let ledger = self.record.ledger.as_ref();
        let (pruned, last) = ledger.map_or((0, 0), |ledger| (ledger.pruned, ledger.sequence));
        let sequences: Vec<u32> = self.reports.keys().copied().collect();
        assert_eq!(sequences, (pruned + 1..=last).collect::<Vec<_>>(), "the sequences have a hole");
        for (next, (signed, _)) in self.reports.range(pruned + 2..) {
            let (earlier, _) = &self.reports[&(next - 1)];
            assert_eq!(signed.report.previous, earlier.report.hash(&GENESIS));
        }
        assert_eq!(self.record.waiting, self.waiting.len() as u64);
        assert_eq!(self.record.refused, self.refused.len() as u64);

        let mut places = BTreeMap::<Key, u32>::new();
        let reported = self.reports.values().flat_map(|(_, keys)| keys);
        let refused = self.refused.iter().map(|reading| &reading.id.2);
        for key in self.waiting.iter().chain(reported).chain(refused) {
            *places.entry(*key).or_default() += 1;
        }
        // Pruned with their reports.
        let gone = before.reports.range(..=pruned).flat_map(|(_, (_, keys))| keys);
        for key in gone {
            assert_eq!((places.insert(*key, 1), self.readings.get(key)), (None, None));
        }
        assert!(places.values().all(|count| *count == 1), "a reading is in two places");
        assert!(places.keys().eq(acknowledged.keys()), "a reading is lost");
        for (key, stored) in &self.readings {
            assert_eq!(stored.amount, acknowledged[key]);
            let taken = self.reports.get(&stored.sequence).map(|(_, keys)| keys.contains(key));
            assert!(taken.unwrap_or(self.waiting.contains(key)), "{key:?}: {stored:?}");
        }
    }
}

fn waiting(image: &[u8]) -> Vec<Key> {
    let database = Database::builder().create_with_backend(Disk::new(image)).unwrap();
    let table = database.begin_read().unwrap().open_table(WAITING).unwrap();
    let keys = table.iter().unwrap().map(|entry| entry.unwrap().0.value());
    keys.map(|(_, timestamp, counter)| Key { timestamp, counter }).collect()
}

/// A store with a week of readings, four a day.
struct Stocked {
    image: Vec<u8>,
    acknowledged: BTreeMap<Key, u64>,
    signer: Signer,
}

impl Stocked {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let signer = signer(directory.path(), REFERENCE);
        let mut stocked = Self { image: Vec::new(), acknowledged: BTreeMap::new(), signer };
        stocked.step(|store, _| {
            assert_eq!(store.slots(&[REFERENCE]).unwrap(), [SLOT]);
        });
        let times = (3..10).rev().flat_map(|days| (1..5).map(move |n| day(days) + n * QUARTER));
        stocked.take_in(times.collect());
        stocked
    }

    /// Does something undisturbed.
    fn step(&mut self, work: impl FnOnce(&Store, &Signer)) {
        let disk = Disk::new(&self.image);
        let store = open(&disk);
        work(&store, &self.signer);
        drop(store);
        self.image = disk.image(Cut::Kill);
    }

    fn take_in(&mut self, times: Vec<u64>) {
        let amount = |timestamp: u64| timestamp / QUARTER % 100;
        let new = |timestamp: &u64| NewReading {
            slot: SLOT,
            key: key(*timestamp),
            amount: amount(*timestamp),
        };
        let readings: Vec<NewReading> = times.iter().map(new).collect();
        self.acknowledged.extend(readings.iter().map(|reading| (reading.key, reading.amount)));
        self.step(|store, _| {
            let outcomes = store.take_in(&readings, |_| REGISTER).unwrap();
            assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Accepted));
        });
    }

    /// Cuts a step off at every instant, until there is none left.
    fn cut_off(&self, step: impl Fn(&Store, &Signer) -> Result<(), StoreError>) {
        let mut whole = self.copy();
        whole.step(|store, signer| step(store, signer).unwrap());
        let (before, after) = (Holdings::of(&self.image), Holdings::of(&whole.image));
        assert_ne!(before, after);
        for cut in [Cut::Kill, Cut::Power] {
            let mut operations = 0;
            while self.cut_off_after(operations, cut, &step, &before, &after) {
                operations += 1;
            }
            assert!(operations > 3, "{cut:?}: a transaction is not {operations} operations");
        }
    }

    /// Whether the cut came before the step had ended.
    fn cut_off_after(
        &self,
        operations: u32,
        cut: Cut,
        step: impl Fn(&Store, &Signer) -> Result<(), StoreError>,
        before: &Holdings,
        after: &Holdings,
    ) -> bool {
        let disk = Disk::new(&self.image);
        let store = open(&disk);
        disk.stop_after(operations);
        let done = step(&store, &self.signer).is_ok();
        let has_failed = disk.content().has_failed;
        drop(store);
        let found = Holdings::of(&disk.image(cut));
        found.check(&self.acknowledged, before);
        assert!(done || has_failed);
        let whole = found == *after || (!done && found == *before);
        assert!(whole, "{cut:?} after {operations} operations: half a step");
        has_failed
    }

    fn copy(&self) -> Self {
        let (image, acknowledged) = (self.image.clone(), self.acknowledged.clone());
        Self { image, acknowledged, signer: self.signer.clone() }
    }
}

fn adopt(store: &Store, _: &Signer) -> Result<(), StoreError> {
    // The device turns out to be installed in the middle of what has come in.
    let cursor = CursorView { end: day(8), register: 1_000, ..Default::default() };
    store.adopt(SLOT, None, DeviceId(1), &cursor, NOW).map(drop)
}

fn close(store: &Store, signer: &Signer) -> Result<(), StoreError> {
    let rule = Rule::new(DAY_MS, 0, 100_000).unwrap();
    let (secret, limit) = (&SECRET, 4);
    let closer =
        Closer { rule, now: NOW, input_ended: false, register: REGISTER, signer, secret, limit };
    let reports = store.close(SLOT, &closer)?;
    assert_eq!(reports.len(), limit);
    Ok(())
}

/// The chain has counted a report.
fn cursor(store: &Store, sequence: u32) -> CursorView {
    let (signed, _) = store.report(SLOT, sequence).unwrap().unwrap();
    let (report, pruned) = (signed.report, 0);
    let hash = report.hash(&GENESIS);
    CursorView { sequence, hash, end: report.end, register: report.register, pruned }
}

fn exchange(store: &Store, _: &Signer) -> Result<(), StoreError> {
    // In the middle of the last report, with a reading behind it and one before it that wait.
    let counted = cursor(store, 2);
    let moved = CursorView { end: day(5) + 2 * QUARTER, register: 7, ..counted };
    store.follow(SLOT, &moved, &REGISTER, NOW).map(|moved| assert!(moved))
}

fn prune(store: &Store, _: &Signer) -> Result<(), StoreError> {
    store.prune(SLOT, NOW + 1, 2).map(|pruned| assert_eq!(pruned, 2))
}

#[test]
fn adopting_is_done_or_not() {
    let stocked = Stocked::new();
    stocked.cut_off(adopt);
}

#[test]
fn closing_is_done_or_not() {
    let mut stocked = Stocked::new();
    stocked.step(|store, signer| adopt(store, signer).unwrap());
    stocked.cut_off(close);
}

#[test]
fn taking_an_exchanged_meter_is_done_or_not() {
    let mut stocked = Stocked::new();
    stocked.step(|store, signer| adopt(store, signer).unwrap());
    stocked.step(|store, signer| close(store, signer).unwrap());
    stocked.take_in(vec![day(6) + 9 * QUARTER, day(5) + 9 * QUARTER]);
    stocked.cut_off(exchange);
}

#[test]
fn pruning_is_done_or_not() {
    let mut stocked = Stocked::new();
    stocked.step(|store, signer| adopt(store, signer).unwrap());
    stocked.step(|store, signer| close(store, signer).unwrap());
    stocked.step(|store, _| {
        assert!(!store.follow(SLOT, &cursor(store, 3), &REGISTER, NOW).unwrap());
    });
    stocked.cut_off(prune);
}
