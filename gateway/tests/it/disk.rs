//! A full disk: input is refused with 507, nothing that was acknowledged is lost, and it goes on when
//! there is room again.

use crate::common::{chain::TestChain, config, day, key, Bench, NOW, REFERENCE};
use huangpu_gateway::{
    config::{Config, Input},
    reading::{NewReading, Outcome},
    reports::Register,
    store::{Store, StoreError},
};
use polkadot_sdk::sp_core::H256;
use redb::{backends::FileBackend, Database, DatabaseError, StorageBackend};
use std::{
    fs::File,
    io,
    path::Path,
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
};

const REGISTER: Register = Register { input: Input::Interval, rollover: None };

/// A disk that can be full: then it refuses every write, as the real one does, with ENOSPC.
#[derive(Debug)]
struct Disk {
    file: FileBackend,
    full: Arc<AtomicBool>,
}

impl Disk {
    fn check(&self) -> io::Result<()> {
        if self.full.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}

impl StorageBackend for Disk {
    fn len(&self) -> io::Result<u64> {
        self.file.len()
    }
    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.file.read(offset, out)
    }
    fn set_len(&self, len: u64) -> io::Result<()> {
        self.check()?;
        self.file.set_len(len)
    }
    fn sync_data(&self) -> io::Result<()> {
        self.check()?;
        self.file.sync_data()
    }
    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.check()?;
        self.file.write(offset, data)
    }
    fn close(&self) -> io::Result<()> {
        self.file.close()
    }
}

fn open(path: &Path, full: &Arc<AtomicBool>) -> Result<Database, DatabaseError> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    let file = FileBackend::new(options.open(path)?)?;
    Database::builder().create_with_backend(Disk { file, full: full.clone() })
}

#[test]
fn the_store_survives_a_full_disk() {
    let directory = tempfile::tempdir().unwrap();
    let (path, full) = (directory.path().join("store"), Arc::new(AtomicBool::new(false)));
    let disk = full.clone();
    let opener = move || open(&path, &disk);
    let store = Store::open_with(Box::new(opener), Box::new(|| None), H256::zero(), 0).unwrap();
    let slot = store.slots(&[REFERENCE]).unwrap()[0];
    let take_in = |timestamp: u64| {
        let readings: Vec<NewReading> =
            (0..200).map(|i| NewReading { slot, key: key(timestamp + i), amount: i }).collect();
        store.take_in(&readings, |_| REGISTER)
    };
    let all = |outcomes: Vec<Outcome>, expected: Outcome| outcomes.iter().all(|o| *o == expected);
    assert!(all(take_in(1_000).unwrap(), Outcome::Accepted));
    for _ in 0..3 {
        full.store(true, Ordering::SeqCst);
        assert!(matches!(take_in(5_000), Err(StoreError::DiskFull)));
        assert!(take_in(6_000).is_err(), "and again");
        full.store(false, Ordering::SeqCst);
        assert!(all(take_in(1_000).unwrap(), Outcome::Duplicate), "what was acknowledged is there");
        assert_eq!(store.meter(slot).unwrap().waiting, 200, "what was not is not");
    }
    assert!(all(take_in(5_000).unwrap(), Outcome::Accepted));
    assert_eq!(store.meter(slot).unwrap().waiting, 400);
}

#[test]
fn little_room_is_refused_with_507() {
    let directory = tempfile::tempdir().unwrap();
    let chain = TestChain::new();
    // No disk has so much room.
    let config = Config { min_free_bytes: u64::MAX, ..config(directory.path()) };
    let bench = Bench::start(config, &chain);
    let (status, answer) = bench.send(day(2), 1);
    assert_eq!(status, 507);
    assert!(answer["error"].as_str().unwrap().contains("disk is full"), "{answer}");
    let (status, health) = bench.health();
    assert_eq!(status, 503);
    assert!(health["problems"].to_string().contains("disk is full"), "{health}");
    assert_eq!(bench.core.store.meter(bench.core.meters.all()[0].slot).unwrap().waiting, 0);
    bench.stop();
    let bench = Bench::start(crate::common::config(directory.path()), &chain);
    assert_eq!(bench.send(day(2), 1).0, 200);
    assert_eq!(bench.send(NOW, 1).0, 200);
    bench.stop();
}
