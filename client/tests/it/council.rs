//! The command against a node: the council decides by motions, elects, pulls the brakes and upgrades.

use crate::support::{events_of, words, Node};
use serde_json::{json, Value};
use std::path::Path;

const ALICE: Option<&str> = Some("//Alice");
const BOB: Option<&str> = Some("//Bob");
const MANAGER: Option<&str> = Some("//Bob//stash");
const CHARLIE: Option<&str> = Some("//Charlie");
const DAVE: Option<&str> = Some("//Dave");
const EVE: Option<&str> = Some("//Eve");
const FERDIE: Option<&str> = Some("//Ferdie");

const EVES: &str = "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw";
const FERDIES: &str = "5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL";
const DOCUMENT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";

/// The names of the council's events.
fn events(receipt: &Value) -> Vec<&str> {
    events_of(receipt, &["Council", "Seats", "SafeMode", "TxPause"])
}

fn message(failure: &Value) -> &str {
    failure["message"].as_str().expect("words")
}

/// The works propose something; it has to be the motion of this number. Returns its hash.
fn propose(node: &Node, index: u32, threshold: u32, line: &str) -> String {
    let proposed = node.answer(BOB, &words(line));
    assert_eq!(events(&proposed), ["Proposed", "Voted"]);
    let motion = &proposed["motion"];
    let hash = motion["hash"].as_str().expect("a hash").to_owned();
    let expected = json!({
        "hash": hash, "index": index, "threshold": threshold, "seats": 4, "voted": true,
    });
    assert_eq!(motion, &expected);
    hash
}

fn vote(node: &Node, who: Option<&str>, hash: &str, vote: &str, index: &str) -> Value {
    node.answer(who, &["council", "vote", hash, vote, "--index", index])
}

/// Enough of four seats agree, and the motion is closed.
fn carry(node: &Node, hash: &str, index: &str) -> Value {
    vote(node, CHARLIE, hash, "yes", index);
    vote(node, DAVE, hash, "yes", index);
    node.answer(BOB, &["council", "close", hash])
}

#[test]
fn motions_are_proposed_voted_on_and_closed() {
    let Some(node) = Node::start() else { return };
    let tier = "members set-tier 4 large";
    let hash = propose(&node, 0, 3, tier);
    let again = node.failure(BOB, &words(tier));
    assert!(message(&again).starts_with("the council votes on this already"), "{again}");
    let motions = node.read(&["council", "motions"]);
    let motion = &motions[0];
    assert_eq!((&motion["ayes"], &motion["nays"]), (&json!([2]), &json!([])));
    assert_eq!((&motion["state"], &motion["missing"]), (&json!("open"), &json!(2)));
    assert_eq!(motion["decoded"]["name"], "set_tier");
    let shown = node.read(&["council", "motion", &hash]);
    assert_eq!(shown["silent"], json!([1, 3, 4]));
    let early = node.failure(BOB, &["council", "close", &hash]);
    assert!(message(&early).contains("2 more must agree"), "{early}");

    // Unread, nobody votes on it.
    let unread = node.failure(CHARLIE, &["council", "vote", &hash, "yes"]);
    assert!(message(&unread).contains("Members.set_tier"), "{unread}");
    let twice = node.failure(BOB, &["council", "vote", &hash, "yes", "--index", "0"]);
    assert_eq!(twice["name"], "DuplicateVote", "{twice}");
    assert!(message(&twice).starts_with("the organisation has voted so already"), "{twice}");
    let other = ["council", "vote", &hash, "yes", "--index", "1"];
    assert_eq!(node.failure(CHARLIE, &other)["kind"], "input");
    assert_eq!(events(&vote(&node, CHARLIE, &hash, "no", "0")), ["Voted"]);
    vote(&node, CHARLIE, &hash, "yes", "0");
    vote(&node, DAVE, &hash, "yes", "0");
    assert_eq!(node.read(&["council", "motion", &hash])["state"], "agreed");
    let closed = node.answer(BOB, &["council", "close", &hash]);
    assert_eq!(events(&closed), ["Closed", "Approved", "Executed"]);
    assert_eq!(node.read(&words("members show 4"))["tier"], "large");
    assert_eq!(node.read(&["council", "motions"]), json!([]));
    assert_eq!(node.failure(BOB, &["council", "close", &hash])["kind"], "input");

    // A motion is carried, and its call fails.
    let hash = propose(&node, 1, 3, tier);
    vote(&node, CHARLIE, &hash, "yes", "1");
    vote(&node, DAVE, &hash, "yes", "1");
    let failed = node.failure(DAVE, &["council", "close", &hash]);
    assert_eq!(failed["name"], "TierUnchanged");
    assert!(message(&failed).starts_with("the motion is over, and its call failed"), "{failed}");

    // One is voted down.
    let hash = propose(&node, 2, 3, "members set-tier 4 basic");
    vote(&node, CHARLIE, &hash, "no", "2");
    vote(&node, DAVE, &hash, "no", "2");
    let closed = node.answer(BOB, &["council", "close", &hash]);
    assert_eq!(events(&closed), ["Closed", "Disapproved"]);
    assert_eq!(node.read(&words("members show 4"))["tier"], "large");
}

#[test]
fn seats_that_come_back_take_more_votes() {
    let Some(node) = Node::start() else { return };
    node.answer(ALICE, &words("members set-seat 4 off"));
    let proposed = node.answer(BOB, &words("members set-tier 4 large"));
    assert_eq!(proposed["motion"]["threshold"], 2, "of three seats");
    let hash = proposed["motion"]["hash"].as_str().expect("a hash");
    vote(&node, CHARLIE, hash, "yes", "0");
    assert_eq!(node.read(&["council", "motion", hash])["state"], "agreed");

    node.answer(ALICE, &words("members set-seat 4 on"));
    let motion = node.read(&["council", "motion", hash]);
    assert_eq!((&motion["threshold"], &motion["needed"]), (&json!(2), &json!(3)));
    assert_eq!((&motion["state"], &motion["missing"]), (&json!("open"), &json!(1)));
    let early = node.failure(BOB, &["council", "close", hash]);
    assert!(message(&early).starts_with("1 more must agree"), "{early}");
    // Who closes it all the same, has nothing.
    let closed = node.failure(BOB, &["council", "close", hash, "--anyway"]);
    assert_eq!(closed["name"], "BadOrigin", "{closed}");
    assert!(message(&closed).contains("fewer seats agreed"), "{closed}");
    assert_eq!(node.read(&["council", "motions"]), json!([]));
}

#[test]
fn root_is_a_motion() {
    let Some(node) = Node::start() else { return };
    // Root may make whatever the council may.
    let printed = node.read(&words("members set-tier 4 basic --print-call"));
    let call = printed["call"].as_str().expect("a call");
    let hash = propose(&node, 0, 3, &format!("council enact --call {call}"));
    let closed = carry(&node, &hash, "0");
    assert!(events(&closed).contains(&"Enacted"), "{closed}");
    assert_eq!(node.read(&words("members show 4"))["tier"], "basic");
    // What root refuses is a failure, with the sudo key, too.
    let again = node.failure(ALICE, &["council", "enact", "--call", call]);
    assert_eq!(again["name"], "TierUnchanged");
    // Any call, as this or that kind of decision.
    let propose_call = format!("council propose --decision grave --call {call}");
    propose(&node, 1, 3, &propose_call);
    let own = node.answer(ALICE, &words("members set-tier 2 basic --as 1"));
    assert_eq!(events(&own), ["Proposed", "Voted"], "with --as it is a motion in any case");
    let kind = words("council propose --decision easy --call 00");
    assert_eq!(node.run(BOB, &kind).status.code(), Some(2));
    let torn = node.failure(BOB, &words("council propose --decision grave --call 0xffff"));
    assert!(message(&torn).starts_with("not an encoded call"), "{torn}");
}

#[test]
fn delegates_take_part_as_far_as_they_may() {
    let Some(node) = Node::start() else { return };
    let tier = words("members set-tier 4 large");
    let outsider = node.failure(EVE, &tier);
    assert!(message(&outsider).contains("huangpu members add-delegate"), "{outsider}");
    assert_eq!(node.failure(MANAGER, &tier)["name"], "ScopeMissing");
    node.answer(BOB, &["members", "add-delegate", EVES, "--prepare", "council"]);
    node.answer(BOB, &["members", "add-delegate", FERDIES, "--approve", "council"]);
    let account = node.read(&["members", "account", FERDIES]);
    assert_eq!(account["approve"], json!(["Council"]));

    let prepared = node.answer(EVE, &tier);
    assert_eq!(prepared["motion"]["index"], Value::Null);
    assert_eq!(node.read(&["council", "motions"]), json!([]), "it waits");
    let act = &node.read(&["members", "acts", "2"])[0];
    let hash = act["hash"].as_str().expect("a hash");
    let approved = node.answer(FERDIE, &["members", "approve-act", "1", "--hash", hash]);
    assert_eq!(events(&approved), ["Proposed"], "nobody has voted");
    let motion = &node.read(&["council", "motions"])[0];
    let hash = motion["hash"].as_str().expect("a hash");
    assert_eq!(motion["ayes"], json!([]));
    assert_eq!(events(&vote(&node, FERDIE, hash, "yes", "0")), ["Voted"]);
}

#[test]
fn constituencies_elect_who_sits() {
    let Some(node) = Node::start() else { return };
    let seats = node.read(&["council", "show"]);
    let held =
        |index: usize| (seats[index]["constituency"].clone(), seats[index]["holders"].clone());
    assert_eq!(held(0), ("industry".into(), json!([2])));
    assert_eq!(held(1), ("finance".into(), json!([4])));
    assert_eq!(held(2), ("research".into(), json!([3])));
    assert_eq!(held(3), ("public".into(), json!([1])));
    assert_eq!((&seats[0]["seats"], &seats[0]["termDays"]), (&json!(1), &json!(730)));
    assert_eq!(seats[0]["election"], Value::Null);

    let call = words("council call-election industry");
    assert_eq!(node.failure(CHARLIE, &call)["name"], "OtherConstituency");
    assert_eq!(node.failure(BOB, &call)["name"], "NoElectionDue");
    assert_eq!(node.failure(BOB, &words("council stand"))["name"], "NoElection");
    let rule = words("council set-rule industry --seats 2 --term-days 730");
    assert_eq!(events(&node.answer(ALICE, &rule)), ["RuleSet"]);
    assert_eq!(events(&node.answer(BOB, &call)), ["ElectionCalled"]);
    let election = &node.read(&["council", "show"])[0]["election"];
    assert_eq!((&election["seats"], &election["byElection"]), (&json!(1), &json!(true)));

    admit_a_platform(&node);
    assert_eq!(events(&node.answer(EVE, &words("council stand"))), ["CandidateStood"]);
    let candidates = node.read(&words("council candidates industry"));
    assert_eq!(candidates, json!([{ "org": 5, "votes": 0 }]));
    assert_eq!(node.failure(BOB, &words("council stand"))["name"], "AlreadySeated");
    assert_eq!(node.failure(BOB, &words("council elect 5"))["name"], "VotingNotBegun");
    let close = words("council close-election industry");
    assert_eq!(node.failure(BOB, &close)["name"], "VotingNotOver");
    let withdrawn = node.answer(EVE, &words("council withdraw-candidacy"));
    assert_eq!(events(&withdrawn), ["CandidacyWithdrawn"]);
    assert_eq!(node.read(&words("council candidates industry")), json!([]));

    // Without a seat it proposes nothing.
    let seatless = node.failure(EVE, &words("members set-tier 4 large"));
    assert!(message(&seatless).contains("no seat"), "{seatless}");
    assert_eq!(events(&node.answer(DAVE, &words("council vacate-seat"))), ["SeatVacated"]);
    let unseat = ["council", "unseat", "2", "--document", DOCUMENT];
    assert_eq!(events(&node.answer(ALICE, &unseat)), ["SeatTaken"]);
    let seats = node.read(&["council", "show"]);
    assert_eq!((&seats[0]["holders"], &seats[1]["holders"]), (&json!([]), &json!([])));
}

/// Organisation 5, which is Eve's.
fn admit_a_platform(node: &Node) {
    let identifier = "uscc:91310000132260250X";
    let sponsor = words("members sponsor --kind platform --role platform --name x --controller");
    node.answer(BOB, &[sponsor, vec![EVES, "--identifier", identifier]].concat());
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("after 1970").as_millis();
    let today = huangpu_primitives::calendar::Day::of(now.try_into().expect("it fits"));
    let until = huangpu_client::days::show(today.plus(365));
    let approve = ["members", "approve", identifier, "--tier", "standard", "--until", &until];
    node.answer(ALICE, &approve);
}

#[test]
fn a_third_pulls_the_brake() {
    let Some(node) = Node::start() else { return };
    let off = json!({ "brakeUntil": null, "calls": [] });
    assert_eq!(node.read(&["council", "paused"]), off);
    let hash = propose(&node, 0, 2, "council brake on");
    vote(&node, DAVE, &hash, "yes", "0");
    let pulled = node.answer(DAVE, &["council", "close", &hash]);
    assert!(events(&pulled).contains(&"Entered"), "{pulled}");
    let until = node.read(&["council", "paused"])["brakeUntil"].as_u64().expect("a block");
    let again = node.failure(ALICE, &words("council brake on"));
    assert!(message(&again).starts_with("the brake is on already"), "{again}");
    let business = words("emissions add-facility --name Mill --sector 5 --district 310113");
    let stopped = node.failure(BOB, &business);
    assert_eq!(stopped["name"], "CallFiltered");
    assert!(message(&stopped).contains("`huangpu council paused` shows"), "{stopped}");
    assert_eq!(events(&node.answer(ALICE, &words("council brake extend"))), ["Extended"]);
    assert!(node.read(&["council", "paused"])["brakeUntil"].as_u64() > Some(until));
    // More than half lets it go.
    let hash = propose(&node, 1, 3, "council brake off");
    let released = carry(&node, &hash, "1");
    assert!(events(&released).contains(&"Exited"), "{released}");
    assert_eq!(node.read(&["council", "paused"]), off);
    let nothing = node.failure(ALICE, &words("council brake off"));
    assert!(message(&nothing).starts_with("the brake is not on"), "{nothing}");
    node.answer(BOB, &business);
}

#[test]
fn calls_are_paused_one_by_one_or_by_the_pallet() {
    let Some(node) = Node::start() else { return };
    let one = words("council pause Emissions register_facility");
    assert_eq!(events(&node.answer(ALICE, &one)), ["CallPaused"]);
    assert_eq!(node.failure(ALICE, &one)["kind"], "input");
    let business = words("emissions add-facility --name Mill --sector 5 --district 310113");
    assert_eq!(node.failure(BOB, &business)["name"], "CallFiltered");
    let paused = || node.read(&["council", "paused"])["calls"].as_array().expect("a list").len();
    // The rest of the pallet, by a motion.
    let hash = propose(&node, 0, 3, "council pause emissions");
    let carried = carry(&node, &hash, "0");
    let all = paused();
    let now = events(&carried).iter().filter(|name| **name == "CallPaused").count();
    assert_eq!((all > 3, now), (true, all - 1));
    node.answer(ALICE, &words("council unpause Emissions register_facility"));
    node.answer(BOB, &business);
    node.answer(ALICE, &words("council unpause Emissions"));
    assert_eq!(paused(), 0);
    let nothing = node.failure(ALICE, &words("council unpause Emissions"));
    assert!(message(&nothing).starts_with("this is not paused"), "{nothing}");

    // Motions are moved and agreed to in batches.
    for pallet in ["Members", "Utility"] {
        let never = node.failure(ALICE, &["council", "pause", pallet]);
        assert!(message(&never).contains("never paused"), "{never}");
    }
    let unknown = node.failure(ALICE, &words("council pause Emissions fly"));
    assert!(message(&unknown).contains("register_facility"), "{unknown}");
}

#[test]
fn a_runtime_is_authorised_and_installed() {
    let Some(node) = Node::start() else { return };
    let built = "wbuild/huangpu-runtime/huangpu_runtime.compact.compressed.wasm";
    let built = Path::new(env!("CARGO_BIN_EXE_huangpu")).with_file_name(built);
    let wasm = built.display().to_string();
    let apply = ["council", "apply-upgrade", "--wasm", &wasm];
    let early = node.failure(BOB, &apply);
    assert!(message(&early).contains("authorised no new runtime"), "{early}");
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name).display().to_string();
        std::fs::write(&path, content).expect("written");
        path
    };
    let text = file("notes", b"not a runtime");
    assert_eq!(node.failure(BOB, &["council", "upgrade", "--wasm", &text])["kind"], "file");

    let hash = propose(&node, 0, 3, &format!("council upgrade --wasm {wasm}"));
    let motion = node.read(&["council", "motion", &hash]);
    let printed = ["council", "upgrade", "--wasm", &wasm, "--print-call"];
    assert_eq!(motion["call"], node.read(&printed)["call"], "who votes compares them");
    carry(&node, &hash, "0");
    let other = file("other", b"\0asm");
    let other = node.failure(BOB, &["council", "apply-upgrade", "--wasm", &other]);
    assert!(message(&other).contains("another code"), "{other}");
    // The code goes to the chain, which finds that it is no newer one.
    assert_eq!(node.failure(CHARLIE, &apply)["name"], "SpecVersionNeedsToIncrease");
}
