//! A damaged record: the device that it belongs to is shown to be stuck, and the others go on.

use crate::common::{
    chain::TestChain, config, day, device, reading, signer, wait_until, Bench, QUARTER,
};
use huangpu_gateway::{
    config::{Config, Input},
    core::Closing,
    reading::Slot,
    store::Store,
};
use redb::{Database, TableDefinition};
use serde_json::json;
use std::path::Path;

const READINGS: TableDefinition<(u32, u64, u64), &[u8]> = TableDefinition::new("readings");
const METERS: TableDefinition<u32, &[u8]> = TableDefinition::new("meters");
const NAMES: [&str; 2] = ["a", "b"];

/// When the readings are from.
fn at() -> u64 {
    day(2) + QUARTER
}

fn two(directory: &Path) -> Config {
    let devices = NAMES.map(|name| device(name, Input::Interval)).to_vec();
    Config { devices, ..config(directory) }
}

/// Two devices, each with a reading that waits.
fn with_two(directory: &Path) -> TestChain {
    let chain = TestChain::new();
    for name in NAMES {
        chain.register(name, signer(directory, name).public(), 0, day(100));
    }
    let bench = Bench::start_with(two(directory), &chain, Closing::Held, false);
    bench.block();
    let readings = NAMES.map(|name| reading(name, at(), 5));
    assert_eq!(bench.post(&json!(readings).to_string()).0, 200);
    bench.stop()
}

fn damage(
    directory: &Path,
    chain: &TestChain,
    change: impl FnOnce(&redb::WriteTransaction) -> Vec<u8>,
) -> Vec<u8> {
    let database = Database::open(Store::path(directory, &chain.genesis())).unwrap();
    let txn = database.begin_write().unwrap();
    let before = change(&txn);
    txn.commit().unwrap();
    before
}

fn set_reading(txn: &redb::WriteTransaction, bytes: &[u8]) -> Vec<u8> {
    let mut readings = txn.open_table(READINGS).unwrap();
    let before = readings.insert((0, at(), 0), bytes).unwrap();
    before.map(|before| before.value().to_vec()).unwrap()
}

/// What `/healthz` says of the devices.
fn problems(bench: &Bench) -> [String; 2] {
    let (status, health) = bench.health();
    assert_eq!(status, 503, "{health}");
    [0, 1].map(|at| health["devices"][at]["problem"].as_str().unwrap_or_default().to_owned())
}

/// Waits until the second device's report is offered, and none of the first one's.
fn wait_for_the_other(bench: &Bench) {
    let offered = wait_until("the other device reports", || {
        Some(bench.pull()).filter(|reports| !reports.is_empty())
    });
    let devices: Vec<_> = offered.iter().map(|signed| signed.report.device).collect();
    assert_eq!(devices, [bench.chain.id("b")]);
}

#[test]
fn a_damaged_reading_stops_its_device_only() {
    let directory = tempfile::tempdir().unwrap();
    let chain = with_two(directory.path());
    let intact = damage(directory.path(), &chain, |txn| set_reading(txn, &[7]));
    let bench = Bench::start(two(directory.path()), &chain);
    wait_for_the_other(&bench);
    for _ in 0..2 {
        let [first, second] = problems(&bench);
        assert!(first.contains("no report can be made: the store's table `readings`"), "{first}");
        assert_eq!(second, "");
        // The next block says nothing else.
        bench.block();
    }
    chain.include(&bench.pull()).unwrap();
    bench.stop();
    // Restored from a backup.
    damage(directory.path(), &chain, |txn| set_reading(txn, &intact));
    let bench = Bench::start(two(directory.path()), &chain);
    assert_eq!(bench.wait_reports(1)[0].report.register, 5);
    wait_until("all is well", || (bench.health().0 == 200).then_some(()));
    bench.stop();
}

#[test]
fn a_damaged_device_record_stops_its_device_only() {
    let directory = tempfile::tempdir().unwrap();
    let chain = with_two(directory.path());
    damage(directory.path(), &chain, |txn| {
        let mut meters = txn.open_table(METERS).unwrap();
        meters.insert(0, &[7][..]).unwrap();
        Vec::new()
    });
    let bench = Bench::start(two(directory.path()), &chain);
    wait_for_the_other(&bench);
    let [first, second] = problems(&bench);
    assert!(first.contains("the store's table `meters` holds a damaged record"), "{first}");
    assert_eq!(second, "");
    assert_eq!(bench.post(&json!([reading("b", at() + QUARTER, 5)]).to_string()).0, 200);
    let (status, _) = bench.get(&format!("/v1/reports?device={}", chain.id("b")));
    assert_eq!(status, 200);
    bench.core.prune();
    assert!(bench.core.store.meter(Slot(0)).is_err() && bench.core.store.meter(Slot(1)).is_ok());
    bench.stop();
}
