//! The real program, killed at any instant: what it has acknowledged is there, once.

use crate::common::{day, key, reading, try_post, wait_until, QUARTER, REFERENCE};
use huangpu_gateway::store::Store;
use polkadot_sdk::sp_core::H256;
use serde_json::json;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        atomic::{AtomicU64, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

const GENESIS: H256 = H256::repeat_byte(0x47);
const SENDERS: u64 = 4;

/// A gateway in a process of its own, without a node.
struct Process {
    child: Child,
    url: String,
}

impl Process {
    fn start(directory: &Path) -> Self {
        let file = directory.join("gateway.toml");
        let text = format!(
            "node = \"ws://127.0.0.1:1\"\nlisten = \"127.0.0.1:0\"\ngenesis = \"{GENESIS:?}\"\n\
             data_dir = {:?}\nmin_free_bytes = 0\n\
             [[devices]]\nreference = \"{REFERENCE}\"\nunit = \"WHR\"\n",
            directory.join("data")
        );
        std::fs::write(&file, text).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_huangpu-gateway"))
            .args(["run", "--config"])
            .arg(file)
            .env("RUST_LOG", "info")
            .env("NO_COLOR", "1")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let url = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("listening on ").map(|(_, url)| url.to_owned()));
        // The rest is read, so that the gateway never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let process = Self { child, url: url.expect("the gateway says where it listens") };
        wait_until("the store is open", || process.is_open().then_some(()));
        process
    }

    fn is_open(&self) -> bool {
        let (_, body) = crate::common::get(&format!("{}/healthz", self.url));
        let health: serde_json::Value = serde_json::from_slice(&body).unwrap();
        health["chain"].is_object()
    }

    fn kill(mut self) {
        // SIGKILL: no chance to tidy up.
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Sends batches until the gateway dies; notes what was acknowledged.
fn send_until_dead(url: &str, next: &AtomicU64, acknowledged: &Mutex<BTreeMap<u64, u64>>) {
    loop {
        let first = next.fetch_add(5, Ordering::SeqCst);
        let batch: Vec<(u64, u64)> = (first..first + 5).map(|n| (time(n), n % 1_000)).collect();
        let body: Vec<_> =
            batch.iter().map(|(at, value)| reading(REFERENCE, *at, *value)).collect();
        match try_post(&format!("{url}/v1/readings"), &json!(body).to_string()) {
            Ok((200, answer)) => {
                assert_eq!(answer["accepted"], json!(5), "{answer}");
                acknowledged.lock().unwrap().extend(batch);
            }
            Ok((status, answer)) => panic!("{status}: {answer}"),
            Err(_) => return,
        }
    }
}

fn time(number: u64) -> u64 {
    day(90) + number * QUARTER / 900
}

#[test]
fn every_acknowledged_reading_survives_kill_9() {
    let directory = tempfile::tempdir().unwrap();
    let acknowledged = Arc::new(Mutex::new(BTreeMap::new()));
    let next = Arc::new(AtomicU64::new(0));
    for round in 0..8u64 {
        let process = Process::start(directory.path());
        let senders: Vec<_> = (0..SENDERS)
            .map(|_| {
                let (url, next) = (process.url.clone(), next.clone());
                let acknowledged = acknowledged.clone();
                std::thread::spawn(move || send_until_dead(&url, &next, &acknowledged))
            })
            .collect();
        // At another instant every time.
        std::thread::sleep(Duration::from_millis(150 + 67 * round));
        process.kill();
        senders.into_iter().for_each(|sender| sender.join().unwrap());
        check(&directory.path().join("data"), &acknowledged.lock().unwrap());
    }
    let acknowledged = acknowledged.lock().unwrap();
    assert!(acknowledged.len() > 50, "only {} readings were sent", acknowledged.len());

    // Sent again, as a careful sender does who got no answer: nothing is counted twice.
    let process = Process::start(directory.path());
    let all: Vec<_> =
        acknowledged.iter().map(|(at, value)| reading(REFERENCE, *at, *value)).collect();
    for batch in all.chunks(1_000) {
        let url = format!("{}/v1/readings", process.url);
        let (status, answer) = try_post(&url, &json!(batch).to_string()).unwrap();
        assert_eq!((status, &answer["accepted"]), (200, &json!(0)), "{answer}");
        assert_eq!(answer["duplicates"], json!(batch.len()));
    }
    process.kill();
    check(&directory.path().join("data"), &acknowledged);
}

/// What was acknowledged is stored, each reading waits once, and the count is right.
fn check(data: &Path, acknowledged: &BTreeMap<u64, u64>) {
    let store = Store::open(data, GENESIS, 0).unwrap();
    let slot = store.slots(&[REFERENCE]).unwrap()[0];
    for (at, value) in acknowledged {
        let stored = store.reading(slot, key(*at)).unwrap();
        assert_eq!(stored.map(|reading| reading.amount), Some(*value), "the reading at {at}");
    }
    let stored = store.readings_between(slot, 0, u64::MAX).unwrap();
    assert!(stored.len() >= acknowledged.len());
    assert_eq!(store.meter(slot).unwrap().waiting, stored.len() as u64);
    // Whole batches or nothing.
    assert_eq!(stored.len() % 5, 0);
}
