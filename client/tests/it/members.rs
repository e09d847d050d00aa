//! The command against a node: how a company becomes a member, acts by two, and what it may not.

use crate::support::{events_of, words, Node};
use huangpu_client::{
    calls::{self, encoded},
    DeviceId,
};
use polkadot_sdk::sp_io::hashing::blake2_256;
use serde_json::{json, Value};

const ALICE: Option<&str> = Some("//Alice");
const BOB: Option<&str> = Some("//Bob");
const CHARLIE: Option<&str> = Some("//Charlie");
const EVE: Option<&str> = Some("//Eve");
const FERDIE: Option<&str> = Some("//Ferdie");

const EVES: &str = "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw";
const FERDIES: &str = "5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL";
/// A code with a sound check character.
const CODE: &str = "uscc:91310000132260250X";
const GROUP: &str = "lei:5493001KJTIIGC8Y1R12";
const DOCUMENT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";

/// The names of the members' events.
fn events(receipt: &Value) -> Vec<&str> {
    events_of(receipt, &["Members"])
}

/// The last day of a membership: a year ahead of the node's clock.
fn in_a_year() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("after 1970").as_millis();
    let today = huangpu_primitives::calendar::Day::of(now.try_into().expect("it fits"));
    huangpu_client::days::show(today.plus(365))
}

/// The works sponsor a company, which is Eve's, and the council admits it as organisation 5.
fn admit(node: &Node, roles: &[&str]) -> String {
    let mut sponsor = words("members sponsor --kind small-enterprise --controller");
    sponsor.extend([EVES, "--identifier", CODE, "--control-group", GROUP, "--name", "热力公司"]);
    for role in roles {
        sponsor.extend(["--role", *role]);
    }
    assert_eq!(events(&node.answer(BOB, &sponsor)), ["MemberSponsored"]);
    assert_eq!(events(&node.answer(BOB, &sponsor)), ["AlreadySponsored"]);
    assert_eq!(node.failure(CHARLIE, &sponsor)["name"], "ApplicationExists");
    let application = &node.read(&["members", "applications"])[0];
    assert_eq!((&application["identifier"], &application["sponsor"]), (&json!(CODE), &json!(2)));

    let until = in_a_year();
    let approve = ["members", "approve", CODE, "--tier", "standard", "--until", &until];
    assert_eq!(node.failure(EVE, &approve)["kind"], "input", "nobody yet, and no council");
    let receipt = node.answer(ALICE, &approve);
    assert_eq!(events(&receipt), ["OrganisationAdmitted"]);
    // What fails within sudo is a failure.
    assert_eq!(node.failure(ALICE, &approve)["name"], "AlreadyMember");
    assert_eq!(node.read(&["members", "applications"]), json!([]));
    until
}

#[test]
fn a_company_is_admitted_and_acts_by_two() {
    let Some(node) = Node::start() else { return };
    let until = admit(&node, &["enterprise"]);
    let company = node.read(&["members", "show", CODE]);
    assert_eq!(company, node.read(&["members", "show", "5"]));
    let expected = json!({
        "id": 5, "identifier": CODE, "name": "热力公司", "kind": "small-enterprise",
        "controlGroup": GROUP, "standing": "active", "until": until, "sponsor": 2,
        "roles": ["Enterprise"], "seated": false, "tier": "standard", "controller": EVES,
        "account": company["account"], "delegates": 0, "devices": 0, "facilities": 0,
    });
    assert_eq!(company, expected);
    assert_eq!(node.read(&["members", "show", "1"])["until"], Value::Null, "a founder");

    // It meters, and its delegate prepares there, and acts within a limit elsewhere.
    let register = "devices register --org-reference main --unit KWH --opening-register 0 --key";
    let mut register = words(register);
    let key = format!("ed25519:0x{}", "01".repeat(32));
    register.push(&key);
    node.answer(EVE, &register);
    let add = words("members add-delegate --prepare devices --approve emissions");
    let add = [add, vec![FERDIES, "--limit", "emissions=5/60", "--until", &until]].concat();
    assert_eq!(events(&node.answer(EVE, &add)), ["DelegateAdded"]);
    let account = node.read(&["members", "account", FERDIES]);
    let limit = json!({ "scope": "Emissions", "perAct": 5, "perDay": 60, "usedToday": 0 });
    let expected = json!({
        "account": FERDIES, "org": 5, "controller": false, "prepare": ["Devices"],
        "approve": ["Emissions"], "limits": [limit], "until": until,
    });
    assert_eq!(account, expected);
    assert_eq!(node.read(&["members", "delegates", "5"]), json!([account]));

    act_by_two(&node);
    node.answer(EVE, &["members", "set-delegation", FERDIES, "--approve", "devices"]);
    node.answer(FERDIE, &words("devices reinstate 1"));
    let removed = node.answer(EVE, &["members", "remove-delegate", FERDIES]);
    assert_eq!(events(&removed), ["DelegateRemoved"]);
    node.answer(EVE, &["members", "add-delegate", FERDIES, "--prepare", "devices"]);
    assert_eq!(events(&node.answer(FERDIE, &["members", "leave"])), ["DelegateRemoved"]);
    assert_eq!(node.failure(FERDIE, &words("devices suspend 1"))["number"], 1);
    // Handed over to the one who was a delegate; the council may do so, too.
    let to_ferdie = ["members", "change-controller", FERDIES];
    assert_eq!(events(&node.answer(EVE, &to_ferdie)), ["ControllerChanged"]);
    let back = ["members", "change-controller", EVES, "--org", "5"];
    assert_eq!(events(&node.answer(ALICE, &back)), ["ControllerChanged"]);
    assert_eq!(node.read(&words("members show 5"))["controller"], EVES);
}

/// What the delegate prepares waits until the controller approves it.
fn act_by_two(node: &Node) {
    assert_eq!(node.failure(FERDIE, &words("devices suspend 1"))["name"], "BadOrigin");
    let expected = encoded::encode(&calls::suspend_device(DeviceId(1))).expect("the call is known");
    let printed = node.read(&words("devices suspend 1 --print-call"));
    let call = format!("0x{}", hex::encode(expected));
    assert_eq!(printed, json!({ "call": call }));
    let act_as = ["members", "act-as", "5", "--call", &call];
    assert_eq!(events(&node.answer(FERDIE, &act_as)), ["ActPrepared"]);
    assert_eq!(node.read(&words("devices show 1"))["status"], "active", "it waits");

    let acts = node.read(&["members", "acts", "5"]);
    let act = &acts[0];
    assert_eq!((&act["act"], &act["by"], &act["call"]), (&json!(1), &json!(FERDIES), &json!(call)));
    let decoded =
        json!({ "pallet": "Devices", "name": "suspend_device", "arguments": { "device": 1 } });
    assert_eq!(act["decoded"], decoded);
    assert_eq!(acts, node.read(&["members", "acts"]), "nobody else has one");

    // Unread, it is not approved.
    assert_eq!(node.failure(EVE, &words("members approve-act 1"))["kind"], "input");
    let other = ["members", "approve-act", "1", "--hash", DOCUMENT];
    assert_eq!(node.failure(EVE, &other)["kind"], "input");
    let hash = act["hash"].as_str().expect("a hash");
    let own = node.failure(FERDIE, &["members", "approve-act", "1", "--hash", hash]);
    assert_eq!(own["name"], "OwnAct");
    let approved = node.answer(EVE, &["members", "approve-act", "1", "--hash", hash]);
    assert_eq!(events(&approved), ["ActedAs"]);
    assert_eq!(&approved["act"], act);
    assert_eq!(node.read(&words("devices show 1"))["status"], "suspended");

    // The same in fewer words.
    let in_short = node.answer(FERDIE, &words("devices suspend 1 --as 5"));
    assert_eq!(events(&in_short), ["ActPrepared"]);
    assert_eq!(node.read(&["members", "acts", "5"])[0]["call"], json!(call));
    let file = node.failure(FERDIE, &words("reports submit --file none --print-call"));
    assert!(file["message"].as_str().expect("words").contains("sign a call"), "{file}");
    let printed = node.answer(EVE, &["members", "approve-act", "2", "--print-call"]);
    assert!(printed["act"].is_null(), "nothing is approved: {printed}");
    let council = words("members set-tier 5 basic --as 5");
    assert_eq!(node.failure(ALICE, &council)["kind"], "input");
    assert_eq!(events(&node.answer(FERDIE, &words("members cancel-act 2"))), ["ActCancelled"]);
    assert_eq!(node.read(&["members", "acts", "5"]), json!([]));
    let torn = &call[..call.len() - 2];
    let torn = node.failure(FERDIE, &["members", "act-as", "5", "--call", torn]);
    assert!(torn["message"].as_str().expect("words").starts_with("not an encoded call"), "{torn}");
}

#[test]
fn the_council_decides_how_a_member_stands() {
    let Some(node) = Node::start() else { return };
    admit(&node, &["enterprise"]);
    let quota = node.read(&["members", "quota", "5"]);
    assert_eq!(quota["tier"], "standard");
    for part in ["picoseconds", "bytes"] {
        let part = &quota[part];
        let (per_block, capacity) = (part["perBlock"].as_u64(), part["capacity"].as_u64());
        assert_eq!(capacity, per_block.map(|per_block| 60 * per_block));
        assert_eq!(part["leftPercent"], "100.00", "nothing was used");
    }

    let suspend = ["members", "set-standing", "5", "suspended", "--document", DOCUMENT];
    assert_eq!(events(&node.answer(ALICE, &suspend)), ["StandingChanged", "StandingDecided"]);
    let sponsor = words(
        "members sponsor --identifier uscc:91310113HP0000021H --name x --kind bank --role bank \
         --controller",
    );
    let refused = node.failure(EVE, &[sponsor, vec![FERDIES]].concat());
    assert_eq!((&refused["kind"], &refused["number"]), (&json!("refused"), &json!(2)));
    // In wind-down it may still hand itself over.
    node.answer(EVE, &["members", "rotate-key", FERDIES]);
    assert_eq!(node.failure(EVE, &["members", "resign"])["number"], 1);

    let mut reinstate = suspend;
    reinstate[3] = "active";
    node.answer(ALICE, &reinstate);
    node.answer(FERDIE, &["members", "resign"]);
    assert_eq!(node.read(&["members", "show", "5"])["standing"], "lapsed");
    assert_eq!(node.failure(FERDIE, &["members", "resign"])["number"], 4);
    let until = in_a_year();
    let renew = ["members", "renew", "5", "--until", &until];
    assert_eq!(events(&node.answer(ALICE, &renew)), ["StandingChanged", "MembershipRenewed"]);

    node.answer(ALICE, &words("members set-tier 5 basic"));
    node.answer(ALICE, &words("members set-seat 5 on"));
    node.answer(ALICE, &["members", "set-profile", "5", "--name", "热电公司", "--role", "bank"]);
    let company = node.read(&["members", "show", "5"]);
    assert_eq!((&company["tier"], &company["seated"]), (&json!("basic"), &json!(true)));
    assert_eq!((&company["name"], &company["roles"]), (&json!("热电公司"), &json!(["Bank"])));
    assert_eq!(
        (&company["kind"], &company["controlGroup"]),
        (&json!("small-enterprise"), &json!(GROUP))
    );
    node.answer(ALICE, &words("members set-seat 5 off"));

    let mut expel = suspend;
    expel[3] = "expelled";
    node.answer(ALICE, &expel);
    node.answer(ALICE, &words("members close 5"));
    assert_eq!(node.read(&["members", "show", "5"])["standing"], "closed");
    assert_eq!(node.failure(FERDIE, &["members", "resign"])["number"], 1, "it has no account");
}

#[test]
fn proposals_are_withdrawn_and_rejected() {
    let Some(node) = Node::start() else { return };
    let sponsor = words("members sponsor --kind platform --role platform --name x --controller");
    let sponsor = [sponsor, vec![EVES, "--identifier", CODE]].concat();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("decision.pdf").display().to_string();
    std::fs::write(&file, "no").expect("written");

    node.answer(BOB, &sponsor);
    let withdraw = ["members", "withdraw", CODE];
    assert_eq!(node.failure(CHARLIE, &withdraw)["name"], "NotTheSponsor");
    assert_eq!(events(&node.answer(BOB, &withdraw)), ["ApplicationWithdrawn"]);
    node.answer(BOB, &sponsor);
    let reject = ["members", "reject", CODE, "--document-file", &file];
    let rejected = node.answer(ALICE, &reject);
    assert_eq!(events(&rejected), ["ApplicationRejected"]);
    let fields = &rejected["events"].as_array().expect("a list")[0]["fields"];
    assert_eq!(fields["identifier"], CODE);
    assert_eq!(node.failure(ALICE, &reject)["name"], "UnknownApplication");
}

#[test]
fn mandates_and_interests_tie_members() {
    let Some(node) = Node::start() else { return };
    let until = admit(&node, &["platform"]);
    let grant = words("members grant-mandate 5 --scope devices --fee 250");
    let folder = tempfile::tempdir().expect("a folder");
    let contract = folder.path().join("contract.pdf").display().to_string();
    std::fs::write(&contract, "we agree").expect("written");
    let grant = [grant, vec!["--until", &until, "--terms-file", &contract]].concat();
    let terms = format!("0x{}", hex::encode(blake2_256(b"we agree")));
    assert_eq!(events(&node.answer(BOB, &grant)), ["MandateGranted"]);
    let mandate = json!({
        "merchant": 2, "platform": 5, "scopes": ["Devices"], "until": until, "fee": 250,
        "terms": terms, "inForce": true,
    });
    assert_eq!(node.read(&["members", "mandates", "2"]), json!([mandate]));
    assert_eq!(node.read(&["members", "mandates", "5", "--held"]), json!([mandate]));
    let revoke = words("members revoke-mandate 2 5");
    assert_eq!(node.failure(CHARLIE, &revoke)["name"], "UnknownMandate");
    assert_eq!(events(&node.answer(EVE, &revoke)), ["MandateRevoked"]);
    assert_eq!(node.read(&["members", "mandates", "2"]), json!([]));

    let independent = || node.read(&words("members independent 3 5"))["independent"] == true;
    assert!(independent());
    let declare = words("members declare-interest 5 --kind services");
    assert_eq!(events(&node.answer(CHARLIE, &declare)), ["InterestDeclared"]);
    assert!(!independent());
    node.answer(CHARLIE, &words("members end-interest 5"));
    assert!(!independent(), "it counts for two years more");
    let interest = &node.read(&["members", "interests", "3"])[0];
    assert_eq!((&interest["with"], &interest["kind"]), (&json!(5), &json!("services")));
    assert_eq!((&interest["ended"], &interest["counts"]), (&interest["since"], &json!(true)));
}
