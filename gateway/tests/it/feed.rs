//! Reports and proofs on their way out.

use crate::common::{
    chain::TestChain, config, day, device, reading, signer, Bench, QUARTER, REFERENCE,
};
use codec::Decode;
use huangpu_client::proof::ProofFile;
use huangpu_gateway::config::{Config, Input, Submit};
use huangpu_primitives::report::SignedReport;
use serde_json::json;

#[test]
fn a_worker_gets_what_the_chain_does_not_have() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    for days in (1..=5).rev() {
        bench.send_day(day(days));
    }
    let reports = bench.wait_reports(5);
    let (status, body) = bench.get("/v1/reports?limit=2&format=scale");
    assert_eq!(status, 200);
    let two: Vec<SignedReport> = Vec::decode(&mut &body[..]).unwrap();
    assert_eq!(two, reports[..2]);
    bench.chain.include(&two).unwrap();
    let seen = || bench.core.links().head.map_or(0, |(head, _)| head.number);
    // The second head is looked at when the first one has been.
    bench.chain.lagging_block();
    let number = bench.chain.lagging_block();
    crate::common::wait_until("the blocks are seen", || (seen() >= number).then_some(()));
    assert_eq!(bench.pull(), reports, "in a block, but not yet in a finalized one");
    bench.block();
    assert_eq!(bench.pull(), reports[2..]);
    // A device's reports are there for whoever asks, whatever the chain has.
    let id = bench.id();
    let (_, body) = bench.get(&format!("/v1/reports?device={id}&after=1&limit=3&format=scale"));
    assert_eq!(Vec::<SignedReport>::decode(&mut &body[..]).unwrap(), reports[1..4]);
    let (_, shown) = bench.get_json(&format!("/v1/reports?device={id}"));
    assert_eq!(shown.as_array().unwrap().len(), 5);
    assert_eq!(shown[1]["previous"], shown[0]["hash"]);
    assert_eq!(shown[4]["end"], json!(day(0)));
    bench.stop();
}

#[test]
fn devices_come_in_order_and_share_the_room() {
    let directory = tempfile::tempdir().unwrap();
    let chain = TestChain::new();
    let names = ["c", "a", "b"];
    for name in names {
        chain.register(name, signer(directory.path(), name).public(), 0, day(100));
    }
    let devices = ["a", "b", "c"].map(|name| device(name, Input::Interval)).to_vec();
    let bench = Bench::start(Config { devices, ..config(directory.path()) }, &chain);
    bench.block();
    for (name, days) in [("c", 1..=9), ("a", 1..=1), ("b", 1..=9)] {
        let readings: Vec<_> = days.map(|d| reading(name, day(d) + QUARTER, 1)).collect();
        assert_eq!(bench.post(&json!(readings).to_string()).0, 200);
    }
    crate::common::wait_until("all is closed", || (bench.pull().len() == 19).then_some(()));
    let (_, body) = bench.get("/v1/reports?limit=7&format=scale");
    let seven: Vec<SignedReport> = Vec::decode(&mut &body[..]).unwrap();
    let order: Vec<_> = seven.iter().map(|r| (r.report.device.0, r.report.sequence)).collect();
    assert_eq!(order, [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2), (3, 3)]);
    // One suspended device would have the whole batch refused: it is left out.
    chain.change(chain.id("c"), |device| {
        device.view.status = huangpu_primitives::apis::DeviceStatus::Suspended;
    });
    bench.block();
    assert!(bench.pull().iter().all(|r| r.report.device != chain.id("c")));
    assert_eq!(chain.include(&bench.pull()), Ok(()));
    bench.stop();
}

#[test]
fn every_reading_can_be_proved() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.send_day(day(2));
    let report = bench.wait_reports(1).remove(0).report;
    let id = bench.id();
    for index in [0u32, 41, 95] {
        let path = format!("/v1/proof?device={id}&sequence=1&index={index}");
        let (status, proof) = bench.get_json(&path);
        assert_eq!(status, 200);
        let proof: ProofFile = serde_json::from_value(proof).unwrap();
        assert!(proof.verify());
        assert_eq!((proof.root, proof.readings), (report.root, 96));
        assert!(proof.proof().verify(&report.root, report.readings));
        assert_eq!(proof.reading.timestamp, day(2) + (u64::from(index) + 1) * QUARTER);
    }
    assert_eq!(bench.get(&format!("/v1/proof?device={id}&sequence=1&index=96")).0, 404);
    // The same proof after a restart: salts are not lost.
    let path = format!("/v1/proof?device={id}&sequence=1&index=7");
    let before = bench.get_json(&path);
    let chain = bench.stop();
    let bench = Bench::start(config(directory.path()), &chain);
    assert_eq!(bench.get_json(&path), before);
    bench.stop();
}

#[test]
fn a_gateway_may_submit_by_itself() {
    let directory = tempfile::tempdir().unwrap();
    let chain = TestChain::new();
    let id = chain.register(REFERENCE, signer(directory.path(), REFERENCE).public(), 0, day(100));
    let config = Config { submit: Submit::Direct, ..config(directory.path()) };
    let bench = Bench::start(config, &chain);
    bench.wait_clear();
    bench.send_day(day(2));
    bench.send_day(day(1));
    bench.wait_reports(2);
    crate::common::wait_until("the reports are submitted", || {
        bench.chain.block();
        (chain.included(id).len() == 2).then_some(())
    });
    bench.block();
    let submissions = chain.state().submitted.len();
    bench.block();
    assert_eq!(chain.state().submitted.len(), submissions, "what is finalized is not sent again");
    bench.stop();
}
