//! The command against a node: a bank imports what it received, a trade is paid and delivered, and the bank pays out.

use crate::support::{words, Node};
use serde_json::{json, Value};
use std::{fs, path::Path};

const ALICE: Option<&str> = Some("//Alice");
/// The steel works, which have a thousand tonnes of credits.
const BOB: Option<&str> = Some("//Bob");
/// The institute.
const CHARLIE: Option<&str> = Some("//Charlie");
/// The bank.
const DAVE: Option<&str> = Some("//Dave");
const DOCUMENT: &str = "0x0707070707070707070707070707070707070707070707070707070707070707";

/// A payment into the bank's account, as its notification tells it.
fn entry(reference: &str, amount: &str, account: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"CNY\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
         <AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties>
         <DbtrAcct><Id><Othr><Id>{account}</Id></Othr></Id></DbtrAcct>
         </RltdPties></TxDtls></NtryDtls></Ntry>"
    )
}

fn notification(entries: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn>
         <GrpHdr><MsgId>N-1</MsgId><CreDtTm>2026-11-22T09:00:00+08:00</CreDtTm></GrpHdr>
         <Ntfctn><Id>1</Id><Acct><Id><Othr><Id>3100 6666 1010</Id></Othr></Id></Acct>{}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>",
        entries.concat()
    )
}

/// Whose each account is: the institute by its legal identifier, the works by their id.
const ACCOUNTS: &str = "account,organisation\n6222 0003,uscc:12310104HP0000311M\n62220002,2\n";

fn text(path: &Path) -> &str {
    path.to_str().expect("it is UTF-8")
}

/// What an organisation has of asset 1: free, and held for redemption.
fn balance(node: &Node, org: &str) -> (String, Value) {
    let all = node.read(&["money", "balance", org]);
    let found = all.as_array().expect("a list").iter().find(|of| of["asset"] == 1);
    let free = found.map_or("0.00", |of| of["free"].as_str().expect("a decimal"));
    (free.to_owned(), found.map_or(json!({}), |of| of["held"].clone()))
}

/// The outcomes of an import, by reference.
fn outcomes(answer: &Value) -> Vec<(String, String)> {
    let word = |of: &'_ Value, name: &str| of[name].as_str().expect("text").to_owned();
    let lines = answer.as_array().expect("a list").iter();
    lines.map(|of| (word(of, "reference"), word(of, "outcome"))).collect()
}

#[test]
fn money_comes_from_a_bank_pays_for_units_and_goes_back() {
    let Some(node) = Node::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).expect("a file");
        path
    };

    // What the bank received becomes money, once.
    let both_are = |what: &str| ["B-1", "B-2"].map(|of| (of.to_owned(), what.to_owned()));
    let accounts = file("accounts.csv", ACCOUNTS);
    let both = [entry("B-1", "80000.00", "62220003"), entry("B-2", "0.01", "6222 0002")];
    let camt = file("camt.054.xml", &notification(&both));
    let import = [
        "money",
        "import-camt054",
        text(&camt),
        "--accounts",
        text(&accounts),
        "--into",
        "310066661010",
    ];
    let dry = node.answer(DAVE, &[&import[..], &["--dry-run"]].concat());
    assert_eq!(outcomes(&dry), both_are("to mint"));
    assert_eq!(balance(&node, "3").0, "0.00");
    let imported = node.answer(DAVE, &import);
    assert_eq!(outcomes(&imported), both_are("minted"));
    let again = node.answer(DAVE, &import);
    assert_eq!(outcomes(&again), both_are("minted before"));
    assert_eq!((balance(&node, "3").0, balance(&node, "2").0), ("80000.00".into(), "0.01".into()));

    // What cannot be minted is told, and does not keep the rest from it.
    let mixed = [entry("B-3", "5.00", "62220002"), entry("B-4", "1.00", "0000")];
    let camt = file("mixed.xml", &notification(&mixed));
    let import = [
        "money",
        "import-camt054",
        text(&camt),
        "--accounts",
        text(&accounts),
        "--into",
        "310066661010",
    ];
    let output = node.run(DAVE, &import);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&output.stdout).expect("what became of each");
    assert_eq!((&told[0]["outcome"], &told[1]["outcome"]), (&"minted".into(), &"refused".into()));
    let why = told[1]["why"].as_str().expect("text");
    assert!(why.contains("nobody is known to have the account 0000"), "{why}");
    assert_eq!(balance(&node, "2").0, "5.01");

    // A trade: paid and delivered, both or neither.
    let offer = words("intervals offer credit/1 900-999 --price 80000 --to 3 --until 2099-12-31");
    node.answer(BOB, &offer);
    let offers = node.read(&["intervals", "offers"]);
    assert_eq!((&offers[0]["first"], &offers[0]["price"]), (&json!("900"), &json!("80000.00")));
    let wrong = node.failure(CHARLIE, &words("intervals accept 1 --price 79999.99"));
    assert_eq!(wrong["name"], "OtherPrice", "{wrong}");
    let stranger = node.failure(DAVE, &words("intervals accept 1 --price 80000"));
    assert_eq!(stranger["name"], "NotTheBuyer", "{stranger}");
    node.answer(CHARLIE, &words("intervals accept 1 --price 80000"));
    assert_eq!((balance(&node, "3").0, balance(&node, "2").0), ("0.00".into(), "80005.01".into()));
    let pieces = node.read(&words("intervals show credit/1"));
    let owners: Vec<_> = pieces["pieces"].as_array().expect("a list").iter().collect();
    assert_eq!(owners.len(), 2);
    assert_eq!((&owners[1]["first"], &owners[1]["owner"]), (&json!("900"), &json!(3)));
    let traced = node.read(&words("intervals trace credit/1 950"));
    assert_eq!(traced["owner"], 3);

    // The bank pays out, to the account that the holder told it.
    let payout = folder.path().join("payout.json");
    let redeem = words("money redeem --amount 80005.01 --reference R-1 --bank 301290050012");
    let to = ["--account", "6222 0002", "--out", text(&payout)];
    node.answer(BOB, &[&redeem[..], &to].concat());
    let held = json!({ "redemption": "80005.01" });
    assert_eq!(balance(&node, "2"), ("0.00".into(), held));
    let short = node.failure(BOB, &words("money pay --to 3 --amount 0.01 --reference P-1"));
    assert_eq!(short["name"], "InsufficientFunds", "{short}");
    let pain = folder.path().join("pain.001.xml");
    let export = ["money", "export-pain001", text(&payout), "--account", "310066661010"];
    let rest = ["--bank", "301290050012", "--out", text(&pain)];
    let exported = node.read(&[&export[..], &rest].concat());
    assert_eq!((&exported["payments"], &exported["sum"]), (&json!(1), &json!("80005.01")));
    let message = fs::read_to_string(&pain).expect("the message");
    for part in ["<InstrId>HP-1-1</InstrId>", "<EndToEndId>R-1</EndToEndId>", "<Id>62220002</Id>"] {
        assert!(message.contains(part), "{part} is not in\n{message}");
    }
    let less = node.failure(DAVE, &words("money settle 1 --amount 80005 --reference OUT-1"));
    assert_eq!(less["name"], "OtherAmount", "{less}");
    node.answer(DAVE, &words("money settle 1 --amount 80005.01 --reference OUT-1"));
    assert_eq!(node.read(&["money", "balance", "2"]), json!([]));
    let answered = node.failure(DAVE, &words("money refuse 1 --reason other"));
    assert_eq!(answered["name"], "UnknownRedemption", "{answered}");
    assert_eq!(node.read(&["money", "assets"])[0]["supply"], "0.00");
}

#[test]
fn the_council_freezes_and_reassigns_money_and_units() {
    let Some(node) = Node::start() else { return };
    node.answer(DAVE, &words("money mint --to 2 --amount 100 --reference B-1"));
    node.answer(ALICE, &["money", "freeze", "2", "--document", DOCUMENT]);
    let frozen = node.failure(BOB, &words("money pay --to 3 --amount 1 --reference P-1"));
    assert_eq!(frozen["name"], "AccountFrozen", "{frozen}");
    let reassign = words("money reassign --from 2 --to 3 --amount 40 --document");
    node.answer(ALICE, &[&reassign[..], &[DOCUMENT]].concat());
    node.answer(ALICE, &["money", "thaw", "2", "--document", DOCUMENT]);
    node.answer(BOB, &words("money pay --to 3 --amount 60 --reference P-1"));
    assert_eq!(balance(&node, "3").0, "100.00");

    node.answer(BOB, &words("intervals split credit/1 500"));
    // The owner first: it changes nothing of what the next order names.
    node.answer(ALICE, &["intervals", "freeze-owner", "2", "--document", DOCUMENT]);
    let stopped = node.failure(BOB, &words("intervals merge credit/1 0"));
    assert_eq!(stopped["name"], "OwnerFrozen", "{stopped}");
    let shown = node.read(&words("intervals pieces 2"));
    assert_eq!(shown[0]["ownerFrozen"], DOCUMENT, "{shown}");
    let freeze = ["intervals", "freeze", "credit/1", "500-999", "--document", DOCUMENT];
    node.answer(ALICE, &freeze);
    node.answer(ALICE, &["intervals", "thaw-owner", "2", "--document", DOCUMENT]);
    let line = words("intervals offer credit/1 500-999 --price 1 --until 2099-12-31");
    let frozen = node.failure(BOB, &line);
    assert_eq!(frozen["name"], "Frozen", "{frozen}");
    let reassign = ["intervals", "reassign", "credit/1", "500-999", "--to", "3"];
    node.answer(ALICE, &[&reassign[..], &["--document", DOCUMENT]].concat());
    let thaw = ["intervals", "thaw", "credit/1", "500-999", "--document", DOCUMENT];
    node.answer(ALICE, &thaw);
    let pieces = node.read(&words("intervals pieces 3"));
    assert_eq!((&pieces[0]["units"], &pieces[0]["frozen"]), (&json!("500"), &json!(null)));
    let gone = node.failure(BOB, &words("intervals merge credit/1 0"));
    assert_eq!(gone["name"], "NotAlike", "{gone}");
}

/// Digital yuan through the bank that operates the wallet, beside another bank's deposits.
#[test]
fn two_banks_issue_beside_each_other() {
    let Some(node) = Node::start() else { return };
    node.answer(ALICE, &words("members set-profile 3 --role bank"));
    let open = words("money open-asset --issuer 3 --kind digital-yuan --symbol eCNY.2 --name");
    node.answer(ALICE, &[&open[..], &["Digital yuan through another bank"]].concat());
    let assets = node.read(&["money", "assets"]);
    assert_eq!((&assets[2]["asset"], &assets[2]["issuer"]), (&json!(3), &json!(3)), "{assets}");

    // Each mints its own. What a payment is called, is for each bank by itself.
    node.answer(DAVE, &words("money mint --to 2 --amount 7 --reference B-1"));
    node.answer(CHARLIE, &words("money mint --to 2 --amount 10 --reference B-1 --asset 3"));
    let name = |who, line: &str| node.failure(who, &words(line))["name"].clone();
    for line in [
        "money mint --to 2 --amount 1 --reference B-2 --asset 3",
        "money refuse 1 --reason other --asset 3",
    ] {
        assert_eq!(name(DAVE, line), "NotTheIssuer", "{line}");
    }
    assert_eq!(name(CHARLIE, "money mint --to 2 --amount 1 --reference B-2"), "NotTheIssuer");

    // Units are paid for in the one that the seller wants, whatever else the buyer has.
    let offer = "intervals offer credit/1 0-9 --price 4 --asset 3 --until 2099-12-31";
    node.answer(BOB, &words(offer));
    assert_eq!(name(DAVE, "intervals accept 1 --price 4"), "InsufficientFunds");
    node.answer(BOB, &words("money pay --to 4 --amount 4 --reference P-1 --asset 3"));
    node.answer(DAVE, &words("intervals accept 1 --price 4"));
    let all = node.read(&["money", "balance", "2"]);
    let free = |of: usize| (all[of]["asset"].clone(), all[of]["free"].clone());
    assert_eq!([free(0), free(1)], [(json!(1), json!("7.00")), (json!(3), json!("10.00"))]);

    // Its own bank pays it out.
    let redeem = words("money redeem --amount 10 --asset 3 --reference R-1 --bank 301290050012");
    let folder = tempfile::tempdir().expect("a folder");
    let payout = folder.path().join("payout.json");
    let to = ["--account", "6222 0002", "--out", text(&payout)];
    node.answer(BOB, &[&redeem[..], &to].concat());
    let settle = "money settle 1 --amount 10 --reference OUT-1 --asset 3";
    assert_eq!(name(DAVE, settle), "NotTheIssuer");
    node.answer(CHARLIE, &words(settle));
    let assets = node.read(&["money", "assets"]);
    let supply = |of: usize| assets[of]["supply"].clone();
    assert_eq!((supply(0), supply(2)), (json!("7.00"), json!("0.00")));
}

#[test]
fn slips_in_money_and_units_are_told() {
    let Some(node) = Node::start() else { return };
    // What is no amount, no reference, no unit is not sent.
    for line in [
        "money pay --to 3 --amount 1.001 --reference P-1",
        "money pay --to 3 --amount -1 --reference P-1",
        "intervals offer credit/1 9-5 --price 1 --until 2099-12-31",
        "intervals offer credit 0-5 --price 1 --until 2099-12-31",
        "intervals offer bill/1 0-5 --price 1 --until 2099-12-31",
    ] {
        assert_eq!(node.run(BOB, &words(line)).status.code(), Some(2), "{line}");
    }
    let name = |signer, line: &str| node.failure(signer, &words(line))["name"].clone();
    assert_eq!(name(DAVE, "money mint --to 2 --amount 0 --reference B-1"), "ZeroAmount");
    assert_eq!(name(DAVE, "money mint --to 77 --amount 1 --reference B-1"), "PayeeNotMember");
    assert_eq!(
        name(DAVE, "money mint --asset 9 --to 2 --amount 1 --reference B-1"),
        "UnknownAsset"
    );
    assert_eq!(name(BOB, "money pay --to 2 --amount 1 --reference P-1"), "PayeeIsPayer");
    assert_eq!(name(BOB, "money withdraw 1"), "UnknownRedemption");
    assert_eq!(name(BOB, "intervals withdraw 1"), "UnknownOffer");
    let beyond = node.failure(BOB, &words("intervals split credit/1 1000"));
    assert!(beyond["message"].as_str().expect("text").contains("has no unit 1000"), "{beyond}");
}
