//! Bad input over HTTP, and what it gets. The same for CSV is in [`crate::replay`].

use crate::common::{config, day, device, reading, signer, Bench, NOW, QUARTER, REFERENCE};
use huangpu_gateway::config::{Config, Input};
use huangpu_primitives::apis::{DeviceStatus, Standing};
use serde_json::{json, Value};

fn bench() -> (tempfile::TempDir, Bench) {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    (directory, bench)
}

/// Sends a good reading with one field changed, and returns status and fault.
fn fault(bench: &Bench, field: &str, value: Value) -> (u16, String, String) {
    let mut bad = reading(REFERENCE, day(2) + QUARTER, 1);
    bad[field] = value;
    let (status, answer) = bench.post(&bad.to_string());
    let rejected = &answer["rejected"][0];
    let text = |name: &str| rejected[name].as_str().unwrap_or_default().to_owned();
    (status, text("field"), text("reason"))
}

#[test]
fn an_unknown_device_is_not_found() {
    let (_directory, bench) = bench();
    let (status, field, reason) = fault(&bench, "device", json!("steel-works/other"));
    assert_eq!((status, field.as_str()), (404, "device"));
    assert!(reason.contains("steel-works/other"));
    bench.stop();
}

#[test]
fn a_device_the_chain_refuses_is_refused_here() {
    let (_directory, bench) = bench();
    let id = bench.id();
    for (status, word) in
        [(DeviceStatus::Suspended, "suspended"), (DeviceStatus::Retired, "retired")]
    {
        bench.chain.change(id, |device| device.view.status = status);
        bench.block();
        let (answer, field, reason) = fault(&bench, "value", json!(1));
        assert_eq!((answer, field.as_str()), (403, "device"));
        assert!(reason.contains(word) && bench.problem().contains(word), "{reason}");
    }
    bench.chain.change(id, |device| device.view.status = DeviceStatus::Active);
    bench.chain.state().standing = Some(Standing::Suspended);
    bench.block();
    let (answer, field, reason) = fault(&bench, "value", json!(1));
    assert_eq!((answer, field.as_str()), (403, "device"));
    assert!(reason.contains("organisation"), "{reason}");
    bench.chain.state().standing = Some(Standing::Active);
    bench.block();
    assert_eq!(bench.send(day(2) + QUARTER, 1).0, 200, "reinstated");
    bench.stop();
}

#[test]
fn values_that_are_no_quantities_are_named() {
    let (_directory, bench) = bench();
    for value in [
        json!("NaN"),
        json!("inf"),
        json!(-1),
        json!("1e3"),
        json!(0.5),
        json!("x"),
        json!(""),
        json!(null),
        json!([1]),
    ] {
        let (status, field, reason) = fault(&bench, "value", value.clone());
        assert_eq!((status, field.as_str()), (400, "value"), "{value}: {reason}");
    }
    let bare = reading(REFERENCE, day(2), 1).to_string().replace("\"value\":1", "\"value\":NaN");
    let (status, answer) = bench.post(&bare);
    assert_eq!((status, &answer["rejected"][0]["field"]), (400, &json!("value")), "{answer}");
    bench.stop();
}

#[test]
fn wrong_units_are_named() {
    let (_directory, bench) = bench();
    for unit in [json!("MTQ"), json!("kWh"), json!(""), json!(null)] {
        let (status, field, reason) = fault(&bench, "unit", unit.clone());
        assert_eq!((status, field.as_str()), (400, "unit"), "{unit}: {reason}");
    }
    bench.stop();
}

#[test]
fn wrong_times_are_named() {
    let (_directory, bench) = bench();
    let ahead = NOW + 11 * 60_000;
    for time in [json!(ahead), json!(0), json!(-1), json!("soon"), json!(day(100)), json!(1.5)] {
        let (status, field, reason) = fault(&bench, "timestamp", time.clone());
        assert_eq!((status, field.as_str()), (400, "timestamp"), "{time}: {reason}");
    }
    assert_eq!(bench.send(NOW + 9 * 60_000, 1).0, 200, "clocks may differ a little");
    bench.stop();
}

#[test]
fn another_value_for_the_same_reading_is_a_conflict() {
    let (_directory, bench) = bench();
    assert_eq!(bench.send(day(2), 1).0, 200);
    let (status, answer) = bench.send(day(2), 2);
    assert_eq!((status, &answer["rejected"][0]["field"]), (409, &json!("value")));
    bench.stop();
}

#[test]
fn a_register_that_goes_backwards_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let chain = crate::common::chain::TestChain::new();
    chain.register(REFERENCE, signer(directory.path(), REFERENCE).public(), 1_000, day(100));
    let devices = vec![device(REFERENCE, Input::Register)];
    let bench = Bench::start(Config { devices, ..config(directory.path()) }, &chain);
    bench.wait_clear();
    assert_eq!(bench.send(day(2), 1_500).0, 200);
    let (status, answer) = bench.send(day(2) + QUARTER, 1_499);
    assert_eq!((status, &answer["rejected"][0]["field"]), (400, &json!("value")));
    let reason = answer["rejected"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("backwards, from 1500 to 1499"), "{reason}");
    bench.stop();
}

#[test]
fn good_readings_of_a_bad_batch_are_kept() {
    let (_directory, bench) = bench();
    let good = reading(REFERENCE, day(2), 1).to_string();
    let nan = good.replace("\"value\":1", "\"value\":NaN");
    let unit = good.replace("WHR", "GRM");
    let stranger = good.replace(REFERENCE, "x");
    let (status, answer) = bench.post(&format!("[{nan},{unit},{good},{stranger},7]"));
    assert_eq!((status, &answer["accepted"]), (200, &json!(1)), "{answer}");
    let rejected = answer["rejected"].as_array().unwrap();
    let faults: Vec<_> =
        rejected.iter().map(|r| (r["index"].clone(), r["field"].clone())).collect();
    let expected = [(0, "value"), (1, "unit"), (3, "device"), (4, "reading")];
    assert_eq!(faults, expected.map(|(index, field)| (json!(index), json!(field))));
    let (status, _) = bench.post(&format!("[{nan},{stranger}]"));
    assert_eq!(status, 400, "nothing is stored");
    bench.stop();
}

#[test]
fn broken_json_is_refused_with_the_reason() {
    let (_directory, bench) = bench();
    for body in ["", "{", "[{]", "not json", "[]"] {
        let (status, answer) = bench.post(body);
        assert_eq!(status, 400, "{body}");
        assert!(!answer["error"].as_str().unwrap().is_empty());
    }
    bench.stop();
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let chain = crate::common::chain::TestChain::new();
    let config = Config { max_body_bytes: 2_000, ..config(directory.path()) };
    let bench = Bench::start(config, &chain);
    let large = json!(vec![reading(REFERENCE, day(2), 1); 30]).to_string();
    let (status, answer) = bench.post(&large);
    assert_eq!(status, 413, "{answer}");
    assert!(answer["error"].as_str().unwrap().contains("2000 bytes"));
    assert_eq!(bench.send(day(2), 1).0, 200);
    bench.stop();
}

#[test]
fn requests_that_make_no_sense_are_refused() {
    let (_directory, bench) = bench();
    for (path, expected) in [
        ("/v1/reports?limit=x", 400),
        ("/v1/reports?format=xml", 400),
        ("/v1/reports?after=3", 400),
        ("/v1/reports?device=99", 404),
        ("/v1/proof?device=1", 400),
        ("/v1/proof?device=1&sequence=1&index=0", 404),
        ("/v2/reports", 404),
    ] {
        let (status, answer) = bench.get_json(path);
        assert_eq!(status, expected, "{path}");
        assert!(answer["error"].is_string(), "{path}");
    }
    bench.stop();
}
