//! The command against a node: what the law allows, and who says so.

use crate::support::{events_of, words, Node};
use serde_json::{json, Value};

const ALICE: Option<&str> = Some("//Alice");
const EVE: Option<&str> = Some("//Eve");
const DOCUMENT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";
const REGISTER: &str = "National voluntary emission reduction register";

/// The names of the gates' events.
fn events(receipt: &Value) -> Vec<&str> {
    events_of(receipt, &["Instruments"])
}

/// A year ahead of the node's clock, and today: the days between.
fn today_and_in_a_year() -> (String, String) {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("after 1970").as_millis();
    let today = huangpu_primitives::calendar::Day::of(now.try_into().expect("it fits"));
    let show = huangpu_client::days::show;
    (show(today), show(today.plus(365)))
}

#[test]
fn the_council_opens_and_closes_a_class() {
    let Some(node) = Node::start() else { return };
    let classes = node.read(&words("instruments list"));
    let classes = classes.as_array().expect("a list");
    assert_eq!(classes.len(), 5);
    for class in classes {
        assert_eq!(
            (&class["open"], &class["authority"]["mode"]),
            (&json!(true), &"simulation".into())
        );
    }

    let (today, until) = today_and_in_a_year();
    let mirror = |class: &str| {
        let line =
            format!("instruments record {class} --mode mirror --permit {DOCUMENT} --until {until}");
        let words = line.split_whitespace().map(str::to_owned);
        words.chain(["--register".to_owned(), REGISTER.to_owned()]).collect::<Vec<_>>()
    };
    let record = mirror("allowance");
    let record: Vec<&str> = record.iter().map(String::as_str).collect();
    assert_eq!(node.failure(EVE, &record)["kind"], "input", "not the council");
    assert_eq!(events(&node.answer(ALICE, &record)), ["AuthorityRecorded"]);
    assert_eq!(node.failure(ALICE, &record)["name"], "AuthorityUnchanged");
    // Of credits there are some: what was a simulation stays one.
    let kept = mirror("credit");
    let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
    assert_eq!(node.failure(ALICE, &kept)["name"], "StillOutstanding");
    let allowance = node.read(&words("instruments show allowance"));
    let mut authority = json!({
        "id": 6, "class": "allowance", "mode": "mirror",
        "permit": { "document": DOCUMENT, "register": REGISTER },
        "since": today, "until": until, "ended": Value::Null,
    });
    assert_eq!(allowance, json!({ "class": "allowance", "open": true, "authority": authority }));

    let close = ["instruments", "close", "allowance", "--document", DOCUMENT];
    assert_eq!(events(&node.answer(ALICE, &close)), ["ClassClosed"]);
    assert_eq!(node.failure(ALICE, &close)["name"], "ClassNotOpen");
    authority["ended"] = today.into();
    let allowance = node.read(&words("instruments show allowance"));
    assert_eq!(allowance, json!({ "class": "allowance", "open": false, "authority": authority }));
    let history = node.read(&words("instruments history allowance"));
    assert_eq!((&history[0]["id"], &history[1]), (&json!(1), &authority));
    assert_eq!(node.read(&words("instruments history")).as_array().expect("a list").len(), 6);
}

#[test]
fn a_register_takes_a_permit() {
    let Some(node) = Node::start() else { return };
    let record = words("instruments record allowance --mode register --no-end");
    assert_eq!(node.failure(ALICE, &record)["name"], "PermitMissing");
    let past = words("instruments record allowance --mode simulation --until 2020-01-01");
    assert_eq!(node.failure(ALICE, &past)["name"], "InvalidTerm");
    // A permit names its register: half of it is no permit.
    let half = [record, vec!["--permit", DOCUMENT]].concat();
    assert_eq!(node.run(ALICE, &half).status.code(), Some(2));
}
