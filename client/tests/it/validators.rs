//! The command against a node: who makes blocks, who applies for it, and with which keys.

use crate::support::{events_of, words, Node};
use serde_json::{json, Value};

const ALICE: Option<&str> = Some("//Alice");
const BOB: Option<&str> = Some("//Bob");
const MANAGER: Option<&str> = Some("//Bob//stash");
const CHARLIE: Option<&str> = Some("//Charlie");
const DAVE: Option<&str> = Some("//Dave");
const DOCUMENT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";

/// The names of the validators' events.
fn events(receipt: &Value) -> Vec<&str> {
    events_of(receipt, &["Validators"])
}

#[test]
fn the_set_is_shown() {
    let Some(node) = Node::start() else { return };
    let set = node.read(&words("validators list"));
    assert_eq!((&set["authors"], &set["planned"]), (&json!([1]), &json!([1])));
    assert_eq!((&set["session"], &set["minimum"]), (&json!(0), &json!(4)));
    let validator = &set["validators"][0];
    let account = node.read(&words("members show 1"))["account"].clone();
    assert_eq!((&validator["org"], &validator["account"]), (&json!(1), &account));
    assert_eq!((&validator["state"], &validator["why"]), (&json!("active"), &Value::Null));
    assert_eq!((&validator["hasKeys"], &validator["authors"]), (&true.into(), &true.into()));
    assert_eq!(node.read(&words("validators show 1"))["state"], "active");
    assert_eq!(node.failure(None, &words("validators show 2"))["kind"], "input");

    assert_eq!(node.read(&words("validators uptime 1")), json!([]), "no session is over");
    assert_eq!(node.read(&words("validators uptime 1 --from 2026-01")), json!([]));
    assert_eq!(node.failure(None, &words("validators session 0"))["kind"], "input");
    assert_eq!(set["changePlanned"], false);
    assert_eq!((&set["finalitySet"], &set["finalitySetOfNode"]), (&json!(0), &json!(0)));
    // Nothing stands still.
    let refused = node.failure(BOB, &words("council note-stalled"));
    assert!(refused["message"].as_str().expect("words").contains("finality goes on"), "{refused}");
}

#[test]
fn validators_apply_and_the_council_decides() {
    let Some(node) = Node::start() else { return };
    let apply = words("validators apply");
    assert_eq!(node.failure(MANAGER, &apply)["name"], "BadOrigin", "without the scope");
    assert_eq!(events(&node.answer(BOB, &apply)), ["ValidatorApplied"]);
    assert_eq!(node.failure(BOB, &apply)["name"], "AppliedAlready");
    assert_eq!(node.read(&words("validators show 2"))["state"], "candidate");
    assert_eq!(events(&node.answer(CHARLIE, &apply)), ["ValidatorApplied"]);

    let reject = ["validators", "reject", "3", "--document", DOCUMENT];
    assert_eq!(events(&node.answer(ALICE, &reject)), ["ApplicationRejected"]);
    // By a motion of the bank's.
    let approve = node.answer(DAVE, &words("validators approve 2"));
    let hash = approve["motion"]["hash"].as_str().expect("a hash");
    for who in [BOB, CHARLIE] {
        node.answer(who, &["council", "vote", hash, "yes", "--index", "0"]);
    }
    let closed = node.answer(DAVE, &["council", "close", hash]);
    assert_eq!(events(&closed), ["ValidatorApproved"]);
    assert_eq!(node.read(&words("validators show 2"))["state"], "approved");

    assert_eq!(events(&node.answer(BOB, &words("validators withdraw"))), ["ValidatorStruckOff"]);
    assert_eq!(node.failure(BOB, &words("validators leave"))["name"], "UnknownValidator");
    assert_eq!(node.failure(BOB, &words("validators rejoin"))["name"], "UnknownValidator");
    // The set of one never becomes smaller.
    assert_eq!(node.failure(ALICE, &words("validators leave"))["name"], "TooFewValidators");
    let remove = ["validators", "remove", "1", "--document", DOCUMENT];
    assert_eq!(node.failure(ALICE, &remove)["name"], "TooFewValidators");

    let blocks = words("validators set-session-blocks 10");
    assert_eq!(events(&node.answer(ALICE, &blocks))[0], "SessionBlocksSet");
    assert_eq!(node.read(&words("validators list"))["sessionBlocks"], 10);
    assert_eq!(
        node.failure(ALICE, &words("validators set-session-blocks 1"))["name"],
        "InvalidSessionBlocks"
    );
    // Sessions end now, and their blocks are told.
    let uptime = loop {
        if node.read(&words("validators list"))["session"].as_u64() > Some(1) {
            break node.read(&words("validators session 1"));
        }
        std::thread::sleep(std::time::Duration::from_secs(1));
    };
    assert_eq!(uptime, json!([{ "org": 1, "blocks": 10 }]));
    let months = node.read(&words("validators uptime 1"));
    assert!(months[0]["sessions"].as_u64() >= Some(2), "{months}");
}

#[test]
fn a_node_makes_keys_for_its_organisation() {
    let Some(node) = Node::start() else { return };
    node.answer(BOB, &words("validators apply"));
    let without = node.read(&words("validators show 2"));
    assert_eq!((&without["hasKeys"], &without["keys"]), (&json!(false), &Value::Null));
    let forbidden = node.failure(MANAGER, &words("validators set-keys"));
    assert!(forbidden["message"].as_str().expect("words").contains("scope validators"));
    let set = node.answer(BOB, &words("validators set-keys"));
    assert_eq!(set["keys"].as_str().expect("hex").len(), 2 + 2 * 64);
    assert_eq!(node.read(&words("validators show 2"))["hasKeys"], true);

    // The node that makes blocks may be another one than the one that is asked.
    let again = node.answer(BOB, &["validators", "set-keys", "--node", node.url()]);
    assert_ne!(again["keys"], set["keys"]);
    let shown = node.read(&words("validators show 2"))["keys"].clone();
    let [aura, grandpa] = ["aura", "grandpa"].map(|kind| shown[kind].as_str().expect("hex"));
    assert_eq!(
        again["keys"],
        format!("{aura}{}", &grandpa[2..]),
        "the order in which a node tells them"
    );
    // Keys from elsewhere come with their proof.
    let keys = set["keys"].as_str().expect("hex");
    let proof = "00".repeat(128);
    let foreign = ["validators", "set-keys", "--keys", keys, "--proof", &proof];
    assert_eq!(node.failure(BOB, &foreign)["name"], "InvalidProof");
    let half = ["validators", "set-keys", "--keys", "0x00", "--proof", &proof];
    assert_eq!(node.failure(BOB, &half)["kind"], "input");
    assert_eq!(node.run(BOB, &["validators", "set-keys", "--keys", keys]).status.code(), Some(2));
}
