//! `GET /v1/refused`: no reading that was acknowledged disappears without a word.

use crate::common::{chain::TestChain, config, day, signer, Bench, QUARTER, REFERENCE};
use serde_json::{json, Value};

#[test]
fn readings_that_cannot_be_counted_are_listed_with_the_reason() {
    let directory = tempfile::tempdir().unwrap();
    let chain = TestChain::new();
    let bench = Bench::start(config(directory.path()), &chain);
    // The device turns out to be installed after the first of these days.
    bench.send_day(day(101));
    bench.send_day(day(100));
    assert_eq!(bench.get_json("/v1/refused"), (200, json!([])));
    chain.register(REFERENCE, signer(directory.path(), REFERENCE).public(), 0, day(100));
    bench.block();
    bench.wait_reports(1);
    assert_eq!(bench.health().1["devices"][0]["uncountable"], json!(96));

    let (mut after, mut all) = (String::new(), Vec::<Value>::new());
    loop {
        let (status, page) = bench.get_json(&format!("/v1/refused?limit=40{after}"));
        assert_eq!(status, 200, "{page}");
        let page = page.as_array().unwrap().clone();
        let Some(last) = page.last() else { break };
        after = format!("&after={}", last["id"].as_str().unwrap());
        all.extend(page);
    }
    let times: Vec<u64> =
        all.iter().map(|reading| reading["timestamp"].as_u64().unwrap()).collect();
    assert_eq!(times, (1..=96).map(|n| day(101) + n * QUARTER).collect::<Vec<_>>());
    let first = &all[0];
    let expected = json!([REFERENCE, 0, 1, "WHR"]);
    assert_eq!(json!([first["device"], first["counter"], first["value"], first["unit"]]), expected);
    assert!(first["reason"].as_str().unwrap().contains("before the device's installation"));
    for bad in ["x", "1-2-3", "1-2-3-4-5", "1-99999999999-3-4"] {
        assert_eq!(bench.get_json(&format!("/v1/refused?after={bad}")).0, 400, "{bad}");
    }
    bench.stop();
}
