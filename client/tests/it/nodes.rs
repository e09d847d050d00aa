//! The command against a node: which machines belong to the network, and who is let in.

use crate::support::{words, Node};
use serde_json::json;

const ALICE: Option<&str> = Some("//Alice");
const BOB: Option<&str> = Some("//Bob");
const CHARLIE: Option<&str> = Some("//Charlie");
/// A peer id as `huangpu-node key generate-node-key` printed it, and its key.
const PEER: &str = "12D3KooWSRtpDjB3UJgBDGVjJLQszeEmfiAAcaS1B4gQbcMvxEok";
const KEY: &str = "0xf6d4f88893b6f9698217e1c4ca3774f2174df0eb5691a287fa2d4cfc55d14193";
const OTHER: &str = "12D3KooWNDNZCZkpnVsqdKseSMhrrL4yTacC2SPGpDBEVSuJXAik";
const DOCUMENT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";

#[test]
fn organisations_register_nodes_and_the_council_decides_who_is_let_in() {
    let Some(node) = Node::start() else { return };
    assert_eq!(node.read(&["nodes", "list"]), json!({ "admission": "open", "nodes": [] }));
    let peer_id = node.read(&["status"])["peerId"].clone();
    assert!(peer_id.as_str().is_some_and(|id| id.starts_with("12D3KooW")), "{peer_id}");
    let registered = node.answer(BOB, &["nodes", "register", PEER]);
    assert_eq!(registered["events"][0]["fields"], json!({ "node": PEER, "org": 2 }));
    let listed = json!([{ "org": 2, "peerId": PEER, "key": KEY, "authorised": true }]);
    assert_eq!(node.read(&words("nodes list --org 2"))["nodes"], listed);
    assert_eq!(node.read(&words("nodes list --org 1"))["nodes"], json!([]));
    let nobody = node.failure(None, &words("nodes list --org 77"));
    assert_eq!(nobody["message"], "no organisation has the id 77");
    assert_eq!(node.run(None, &words("nodes list 77")).status.code(), Some(2));

    let twice = node.failure(BOB, &["nodes", "register", KEY]);
    assert_eq!(twice["name"], "AlreadyRegistered", "{twice}");
    let taken = node.failure(CHARLIE, &["nodes", "register", PEER]);
    assert_eq!(taken["name"], "RegisteredByAnother", "{taken}");
    assert_eq!(node.run(BOB, &["nodes", "register", "12D3KooW"]).status.code(), Some(2));

    // The one validator of this chain has no node yet.
    let admit = words("nodes set-admission registered");
    let early = node.failure(ALICE, &admit);
    assert_eq!(early["name"], "ValidatorWithoutNode", "{early}");
    let motion = node.answer(BOB, &admit);
    assert_eq!(motion["validatorsWithoutNode"], json!([1]), "{motion}");
    node.answer(ALICE, &["nodes", "register", OTHER]);
    assert_eq!(node.answer(ALICE, &admit)["validatorsWithoutNode"], json!([]));
    assert_eq!(node.read(&["nodes", "list"])["admission"], "registered");
    let last = node.failure(ALICE, &["nodes", "remove", OTHER]);
    assert_eq!(last["name"], "LastNodeOfValidator", "{last}");
    node.answer(ALICE, &["nodes", "expel", PEER, "--document", DOCUMENT]);
    assert_eq!(node.read(&words("nodes list --org 2"))["nodes"], json!([]));
    node.answer(ALICE, &words("nodes set-admission open"));
    node.answer(ALICE, &["nodes", "remove", OTHER]);
    assert_eq!(node.read(&["nodes", "list"]), json!({ "admission": "open", "nodes": [] }));
}
