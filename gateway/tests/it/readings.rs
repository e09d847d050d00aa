//! `POST /v1/readings`, as it should go.

use crate::common::{config, day, key, reading, signer, Bench, NOW, QUARTER, REFERENCE};
use serde_json::json;

#[test]
fn what_is_answered_with_200_is_stored() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let at = day(2) + QUARTER;
    let one = json!({ "device": REFERENCE, "timestamp": at, "value": 3.17, "unit": "KWH" });
    let (status, answer) = bench.post(&one.to_string());
    assert_eq!(status, 200);
    assert_eq!(answer, json!({ "accepted": 1, "duplicates": 0, "rejected": [] }));
    let slot = bench.core.meters.all()[0].slot;
    assert_eq!(bench.core.store.reading(slot, key(at)).unwrap().unwrap().amount, 3_170);
    let (status, answer) = bench.post(&one.to_string());
    assert_eq!((status, &answer["duplicates"]), (200, &json!(1)), "sent again after a lost answer");
    // The same moment and quantity in other words is the same reading.
    let text = json!([{ "device": REFERENCE, "timestamp": "2018-03-12T00:15:00+08:00",
        "value": "0.003170", "unit": "MWH", "counter": 0 }]);
    let (status, answer) = bench.post(&text.to_string());
    assert_eq!((status, &answer["duplicates"]), (200, &json!(1)), "{answer}");
    bench.stop();
}

#[test]
fn a_day_becomes_a_report_that_the_chain_takes() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.send_day(day(2));
    bench.send_day(day(1));
    let reports = bench.wait_reports(2);
    let first = &reports[0].report;
    assert_eq!((first.sequence, first.start, first.end), (1, day(2), day(1)));
    assert_eq!((first.readings, first.register_start, first.register), (96, 1_000, 1_096));
    assert_eq!(bench.pull(), reports);
    assert_eq!(bench.chain.include(&reports), Ok(()));
    bench.block();
    assert_eq!(bench.pull(), [], "the finalized chain has them");
    assert_eq!(bench.problem(), "");
    bench.stop();
}

#[test]
fn readings_of_an_unregistered_device_wait_for_it() {
    let directory = tempfile::tempdir().unwrap();
    let chain = crate::common::chain::TestChain::new();
    let bench = Bench::start(config(directory.path()), &chain);
    bench.send_day(day(2));
    bench.block();
    assert!(bench
        .problem()
        .starts_with("unregistered: register it on the chain with the key ed25519:0x"));
    assert_eq!((bench.reports(), bench.pull()), (vec![], vec![]));
    chain.register(REFERENCE, signer(directory.path(), REFERENCE).public(), 7, day(100));
    bench.block();
    let reports = bench.wait_reports(1);
    assert_eq!((reports[0].report.readings, reports[0].report.register), (96, 103));
    bench.stop();
}

#[test]
fn metrics_count_what_happens() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.send_day(day(2));
    bench.post(&reading("nobody", NOW, 1).to_string());
    bench.wait_reports(1);
    let (status, text) = bench.get("/metrics");
    let text = String::from_utf8(text).unwrap();
    assert_eq!(status, 200);
    for line in [
        "huangpu_gateway_readings_total{outcome=\"accepted\"} 96",
        "huangpu_gateway_rejections_total{field=\"device\"} 1",
        "huangpu_gateway_chain_connected 1",
        "huangpu_gateway_device_stuck{device=\"steel-works/main-meter\"} 0",
    ] {
        assert!(text.lines().any(|shown| shown == line), "{line} is not in\n{text}");
    }
    bench.stop();
}
