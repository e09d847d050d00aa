//! The command against a node: a meter's energy becomes emissions, and what is refused is refused in
//! words.

use crate::support::{words, Node};
use codec::Encode;
use huangpu_client::{proof::ProofFile, DeviceId, H256};
use huangpu_primitives::{
    calendar::Month,
    merkle,
    report::{Reading, ReadingProof, Report, Salt, Signature, SignedReport, NO_PREVIOUS},
};
use polkadot_sdk::sp_core::{ed25519, Pair};
use serde_json::{json, Value};
use std::path::Path;

const ALICE: Option<&str> = Some("//Alice");
const BOB: Option<&str> = Some("//Bob");
const EVE: &str = "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw";
const QUARTER: u64 = 15 * 60 * 1_000;

/// A meter, and what it reported last.
struct Meter {
    pair: ed25519::Pair,
    genesis: H256,
    last: H256,
    sequence: u32,
    end: u64,
    register: u64,
}

impl Meter {
    fn new(genesis: H256, start: u64, register: u64) -> Self {
        let pair = ed25519::Pair::from_seed(&[42; 32]);
        Self { pair, genesis, last: NO_PREVIOUS, sequence: 0, end: start, register }
    }

    fn key(&self) -> String {
        format!("ed25519:0x{}", hex::encode(self.pair.public()))
    }

    /// Reports readings at quarters of an hour. A gap lies before them.
    fn report(&mut self, gap: u64, values: &[u64]) -> (SignedReport, Vec<(Reading, Salt)>) {
        let readings: Vec<(Reading, Salt)> = values
            .iter()
            .enumerate()
            .map(|(i, value)| {
                let timestamp = self.end + QUARTER * (i as u64 + 1);
                (Reading { timestamp, value: *value, status: 0 }, [i as u8; 16])
            })
            .collect();
        let leaves: Vec<H256> = readings.iter().map(|(reading, salt)| reading.leaf(salt)).collect();
        let register_start = self.register + gap;
        let report = Report {
            device: DeviceId(1),
            sequence: self.sequence + 1,
            previous: self.last,
            start: self.end,
            end: self.end + QUARTER * values.len() as u64,
            readings: values.len() as u32,
            late: 0,
            register_start,
            register: register_start + values.iter().sum::<u64>(),
            root: merkle::root(&leaves).expect("there are readings"),
        };
        (self.last, self.sequence) = (report.hash(&self.genesis), report.sequence);
        (self.end, self.register) = (report.end, report.register);
        let signature = self.pair.sign(self.last.as_bytes());
        (SignedReport { report, signature: Signature::Ed25519(signature.0) }, readings)
    }
}

/// The plant: one facility with one meter under the library's one factor.
fn set_up(node: &Node) -> Meter {
    let status = node.read(&["status"]);
    let genesis = status["genesis"].as_str().expect("a hash").parse().expect("a hash");
    let meter = Meter::new(genesis, Month::new(2018, 1).expect("a month").start(), 1_000_500);
    let create = "emissions create-series --name grid --unit KWH";
    node.answer(ALICE, &words(create));
    let publish = "emissions publish-factor --series 1 --from 2018-01 --to 2018-01 \
                   --value 0.5366 --per KWH --source notice";
    node.answer(ALICE, &words(publish));
    let key = meter.key();
    let mut register = words(
        "devices register --org-reference incomer --unit KWH --opening-register 1000.5 \
         --installed 2018-01-01 --calibrated-until 2030-12-31 --key",
    );
    register.push(&key);
    let receipt = node.answer(BOB, &register);
    let event = json!({
        "pallet": "Devices", "name": "DeviceRegistered", "fields": { "device": 1, "org": 2 },
    });
    assert_eq!(receipt["events"], json!([event]));
    assert_eq!(receipt["finalized"], true);
    node.answer(BOB, &words("emissions add-facility --name works --sector 5 --district 310101"));
    let source = "emissions add-source --facility 1 --name grid --device 1 --scope 2 --series 1";
    node.answer(BOB, &words(source));
    meter
}

fn submit(node: &Node, folder: &Path, reports: &[SignedReport]) -> Result<Value, Value> {
    let file = folder.join("reports.scale");
    std::fs::write(&file, reports.encode()).expect("written");
    let file = file.display().to_string();
    let arguments = ["reports", "submit", "--file", &file];
    let output = node.run(None, &arguments);
    if output.status.success() {
        Ok(serde_json::from_slice(&output.stdout).expect("JSON"))
    } else {
        let told: Value = serde_json::from_slice(&output.stderr).expect("JSON");
        Err(told["error"].clone())
    }
}

#[test]
fn a_meters_energy_becomes_emissions() {
    let Some(node) = Node::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let mut meter = set_up(&node);

    let (first, readings) = meter.report(0, &[250, 0, 1_250, 500]);
    let (second, _) = meter.report(500, &[1_500]);
    let sent = submit(&node, folder.path(), &[first.clone(), second]).expect("they are in order");
    assert_eq!(sent["reports"], 2);
    let event = &sent["batches"][0]["events"][0];
    assert_eq!(event["name"], "ReportsRecorded");
    assert_eq!(event["fields"]["readings"], 5);

    let device = node.read(&["devices", "show", "1", "--month", "2018-01"]);
    assert_eq!(device["cursor"]["sequence"], 2);
    assert_eq!(device["cursor"]["hash"], format!("{:?}", meter.last));
    assert_eq!(device["cursor"]["register"], 1_004_500);
    let month = &device["months"][0];
    assert_eq!(month["measured"], 3_500);
    assert_eq!(month["gap"], 500);
    assert_eq!(month["total"], 4_000);
    assert_eq!(node.read(&["devices", "show", "1", "--month", "2018-02"])["months"], json!([]));

    // 4 kWh at 0.5366 kg/kWh are 2146.4 g, rounded half up.
    let emissions = node.read(&["emissions", "show", "1"]);
    assert_eq!(emissions["total"]["grams"], 2_146);
    assert_eq!(emissions["total"]["tonnes"], "0.002146");
    assert_eq!(emissions["months"][0]["estimated"], 500);
    listed(&node, &emissions["facility"]);

    prove(&node, folder.path(), &first, &readings);
    quarantine(&node, folder.path(), &mut meter);
}

/// Facilities are listed with their sources, series with their factors.
fn listed(node: &Node, facility: &Value) {
    let source = json!({
        "id": 1, "name": "grid", "device": 1, "scope": 2, "series": 1, "unit": "WHR",
    });
    assert_eq!(facility["sources"], json!([source]));
    assert_eq!(node.read(&["emissions", "facilities"]), json!([facility]));
    let factor = json!({
        "version": 1, "from": "2018-01", "to": "2018-01", "microgramsPerUnit": 536_600,
        "source": "notice",
    });
    for factors in ["emissions factors", "emissions factors --series 1"] {
        assert_eq!(node.read(&words(factors))[0]["factors"], json!([factor]));
    }
}

/// A reading is proved; another value in its place is not, even with a path of its own.
fn prove(node: &Node, folder: &Path, report: &SignedReport, readings: &[(Reading, Salt)]) {
    let mut readings = readings.to_vec();
    let file = folder.join("proof.json").display().to_string();
    let write = |readings: &[(Reading, Salt)]| {
        let leaves: Vec<H256> = readings.iter().map(|(reading, salt)| reading.leaf(salt)).collect();
        let (reading, salt) = readings[2];
        let path = merkle::path(&leaves, 2).expect("there are four");
        let root = merkle::root(&leaves).expect("there are four");
        let proof = ReadingProof { reading, salt, index: 2, path };
        let proof = ProofFile::new(report.report.device, report.report.sequence, root, 4, proof);
        std::fs::write(&file, serde_json::to_vec(&proof).expect("plain")).expect("written");
    };
    write(&readings);
    let proved = node.read(&["devices", "prove", "--file", &file]);
    assert_eq!((&proved["proved"], &proved["value"]), (&json!(true), &json!(1_250)));
    readings[2].0.value = 1;
    write(&readings);
    let refused = node.failure(None, &["devices", "prove", "--file", &file]);
    assert!(
        refused["message"].as_str().expect("words").contains("not under the root"),
        "{refused}"
    );
}

/// A register that goes backwards is quarantined, and discarded by the owner.
fn quarantine(node: &Node, folder: &Path, meter: &mut Meter) {
    meter.register -= 100_000;
    let (backwards, _) = meter.report(0, &[1]);
    submit(node, folder, &[backwards]).expect("it is well signed and in order");
    let device = node.read(&["devices", "show", "1"]);
    assert_eq!(device["cursor"]["sequence"], 3);
    assert_eq!(device["months"][0]["total"], 4_000, "nothing was counted");
    let quarantined = &device["quarantined"][0];
    assert_eq!(quarantined["sequence"], 3);
    assert!(quarantined["reason"].as_str().expect("words").contains("backwards"));

    let count = words("devices resolve 1 --sequence 3 --count 2018-01");
    assert_eq!(node.failure(BOB, &count)["name"], "OnlyRegulatorCounts");
    node.answer(BOB, &words("devices resolve 1 --sequence 3 --discard"));
    assert_eq!(node.read(&["devices", "show", "1"])["quarantined"], json!([]));
}

#[test]
fn what_is_refused_is_refused_in_words() {
    let Some(node) = Node::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let mut meter = set_up(&node);

    let outsider = node.failure(Some("//Eve"), &["devices", "suspend", "1"]);
    assert_eq!((&outsider["kind"], &outsider["number"]), (&json!("refused"), &json!(1)));
    assert!(outsider["message"].as_str().expect("words").starts_with("The account belongs to no"));

    let number = |refused: Result<Value, Value>| refused.expect_err("refused")["number"].clone();
    let (good, _) = meter.report(0, &[1]);
    let mut forged = good.clone();
    forged.signature = Signature::Ed25519([7; 64]);
    assert_eq!(number(submit(&node, folder.path(), &[forged])), 41);
    let mut foreign = Meter::new(H256([1; 32]), good.report.start, 1_000_500);
    assert_eq!(number(submit(&node, folder.path(), &[foreign.report(0, &[1]).0])), 41);
    let (next, _) = meter.report(0, &[1]);
    assert_eq!(number(submit(&node, folder.path(), std::slice::from_ref(&next))), 37);
    submit(&node, folder.path(), std::slice::from_ref(&good)).expect("it is in order");
    // The pool may still remember the very same transaction; this one it has not seen.
    assert_eq!(number(submit(&node, folder.path(), &[good, next])), 36);

    let not_theirs = node.failure(BOB, &words("emissions create-series --name x --unit KWH"));
    assert_eq!(
        (&not_theirs["kind"], &not_theirs["name"]),
        (&json!("dispatch"), &json!("BadOrigin"))
    );
    let unknown = node.failure(BOB, &["devices", "suspend", "77"]);
    assert_eq!(unknown["pallet"], "Devices");
    let message = unknown["message"].as_str().expect("words");
    assert!(message.starts_with("No device of the caller's organisation has this id"), "{message}");
}

#[test]
fn feeds_are_kept_by_the_node() {
    let Some(node) = Node::start() else { return };
    assert_eq!(node.read(&["feeds", "list"]), json!([]));
    let set = node.read(&["feeds", "set", "http://127.0.0.1:8600/"]);
    assert_eq!(set, json!(["http://127.0.0.1:8600"]));
    assert_eq!(node.read(&["feeds", "list"]), set);
    assert_eq!(node.read(&["feeds", "clear"]), json!([]));
}

#[test]
fn transactions_need_not_be_waited_for() {
    let Some(node) = Node::start() else { return };
    let delegates = ["5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL", EVE];
    // The second one builds on the first while that is still in the pool.
    for delegate in delegates {
        let add = ["members", "add-delegate", delegate, "--approve", "devices", "--no-wait"];
        assert_eq!(node.answer(BOB, &add)["finalized"], false);
    }
    node.answer(BOB, &["members", "remove-delegate", delegates[0]]);
    assert_eq!(node.read(&["members", "account", EVE])["org"], 2);
}
