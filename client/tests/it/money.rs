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

const OTHER_DOCUMENT: &str = "0x0808080808080808080808080808080808080808080808080808080808080808";

/// A payment into the bank's account, as its notification tells it: with the payer's bank, or without.
fn entry(reference: &str, amount: &str, account: &str, bank: Option<&str>) -> String {
    let bank = bank.map_or_else(String::new, |bank| {
        format!(
            "<RltdAgts><DbtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>CNAPS</Cd></ClrSysId>
             <MmbId>{bank}</MmbId></ClrSysMmbId></FinInstnId></DbtrAgt></RltdAgts>"
        )
    });
    format!(
        "<Ntry><Amt Ccy=\"CNY\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
         <AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties>
         <DbtrAcct><Id><Othr><Id>{account}</Id></Othr></Id></DbtrAcct>
         </RltdPties>{bank}</TxDtls></NtryDtls></Ntry>"
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
const ACCOUNTS: &str = "account,bank,organisation\n6222 0003,301290050012,uscc:12310104HP0000311M\n62220002,301290050012,2\n";

/// The import of a notification, by the bank that leaves itself out in it.
fn import_of<'a>(camt: &'a str, accounts: &'a str) -> Vec<&'a str> {
    let import = words("money import-camt054 --into 310066661010 --own-bank 301290050012");
    [&import[..], &["--accounts", accounts, camt]].concat()
}

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
    let both = [
        entry("B-1", "80000.00", "62220003", Some("301290050012")),
        entry("B-2", "0.01", "6222 0002", None),
    ];
    let camt = file("camt.054.xml", &notification(&both));
    let import = import_of(text(&camt), text(&accounts));
    let dry = node.answer(DAVE, &[&import[..], &["--dry-run"]].concat());
    assert_eq!(outcomes(&dry), both_are("to mint"));
    assert_eq!(balance(&node, "3").0, "0.00");
    let imported = node.answer(DAVE, &import);
    assert_eq!(outcomes(&imported), both_are("minted"));
    let again = node.answer(DAVE, &import);
    assert_eq!(outcomes(&again), both_are("minted before"));
    assert_eq!((balance(&node, "3").0, balance(&node, "2").0), ("80000.00".into(), "0.01".into()));

    // What cannot be minted is told, and does not keep the rest from it.
    let mixed = [
        entry("B-3", "5.00", "62220002", Some("301290050012")),
        entry("B-4", "1.00", "0000", None),
        // Another bank has an account of the same number.
        entry("B-5", "1.00", "62220002", Some("102290012345")),
        // It takes a payment back.
        entry("B-6", "4.00", "62220002", None).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>"),
    ];
    let camt = file("mixed.xml", &notification(&mixed));
    let import = import_of(text(&camt), text(&accounts));
    let output = node.run(DAVE, &import);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&output.stdout).expect("what became of each");
    assert_eq!((&told[0]["outcome"], &told[1]["outcome"]), (&"minted".into(), &"refused".into()));
    let why = told[1]["why"].as_str().expect("text");
    assert!(why.contains("nobody is known to have the account 0000"), "{why}");
    let why = told[2]["why"].as_str().expect("text");
    assert!(why.contains("is known at 301290050012, not at 102290012345"), "{why}");
    assert_eq!((&told[3]["outcome"], &told[3]["amount"]), (&"refused".into(), &"4.00".into()));
    assert_eq!(balance(&node, "2").0, "5.01");

    // A reference that tells something else now, or somebody else's money, is not minted.
    let other = [entry("B-3", "6.00", "62220002", None)];
    let camt = file("other.xml", &notification(&other));
    let import = import_of(text(&camt), text(&accounts));
    let output = node.run(DAVE, &import);
    let told: Value = serde_json::from_slice(&output.stdout).expect("what became of each");
    let why = told[0]["why"].as_str().expect("text");
    assert!(why.contains("to mint 5.00 yuan of asset 1 for organisation 2"), "{why}");
    let stranger = node.failure(CHARLIE, &import);
    assert!(stranger["message"].as_str().expect("text").contains("organisation 4's"), "{stranger}");
    assert_eq!(balance(&node, "2").0, "5.01");

    // A trade: paid and delivered, both or neither.
    let offer = words("intervals offer credit/1 900-999 --price 80000 --to 3 --until 2099-12-31");
    node.answer(BOB, &offer);
    let offers = node.read(&["intervals", "offers"]);
    assert_eq!((&offers[0]["first"], &offers[0]["price"]), (&json!("900"), &json!("80000.00")));
    assert_eq!(offers[0]["over"], false);
    let wrong = node.failure(CHARLIE, &words("intervals accept 1 --price 79999.99"));
    assert_eq!(wrong["name"], "OtherTerms", "{wrong}");
    let other = node.failure(CHARLIE, &words("intervals accept 1 --price 80000 --asset 2"));
    assert_eq!(other["name"], "OtherTerms", "{other}");
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
    // Not before the bank has accepted it, finally.
    let early = ["money", "export-pain001", text(&payout), "--account", "310066661010"];
    let early = [&early[..], &["--bank", "301290050012", "--out", text(&pain)]].concat();
    let early = node.failure(DAVE, &early);
    assert!(early["message"].as_str().expect("text").contains("nothing to pay"), "{early}");
    let less = node.failure(DAVE, &words("money settle 1 --amount 80005.01 --reference OUT-1"));
    assert_eq!(less["name"], "NotAccepted", "{less}");
    let accept = ["money", "accept", text(&payout)];
    let accepted = node.answer(DAVE, &accept);
    assert_eq!(accepted["redemptions"][0]["amount"], "80005.01", "{accepted}");
    let again = node.failure(DAVE, &accept);
    assert!(again["message"].as_str().expect("text").contains("nothing to accept"), "{again}");
    let unknown = node.failure(DAVE, &words("money accept --redemption 7"));
    assert!(unknown["message"].as_str().expect("text").contains("redemption 7"), "{unknown}");
    let late = node.failure(BOB, &words("money withdraw 1"));
    assert_eq!(late["name"], "AcceptedByBank", "{late}");
    // Another holder's: one is not accepted, of the other the bank does not know where to.
    node.answer(DAVE, &words("money mint --to 3 --amount 2 --reference B-8"));
    let waiting = ["R-1", "R-2"].map(|reference| {
        let payout = folder.path().join(format!("{reference}.json"));
        let redeem = words("money redeem --amount 1 --bank 301290050012 --account 62220003");
        let named = ["--reference", reference, "--out", text(&payout)];
        node.answer(CHARLIE, &[&redeem[..], &named].concat());
        payout
    });
    let stale = folder.path().join("stale.json");
    let other = json!({ "account": "1", "bank": "301290050012", "salt": "00".repeat(16) });
    fs::write(&stale, other.to_string()).expect("a file");
    let export = ["money", "export-pain001", text(&payout), text(&waiting[0]), text(&stale)];
    let rest = ["--account", "310066661010", "--bank", "301290050012", "--out", text(&pain)];
    let exported = node.read(&[&export[..], &rest].concat());
    assert_eq!((&exported["payments"], &exported["sum"]), (&json!(1), &json!("80005.01")));
    assert_eq!((&exported["leftOut"], &exported["withoutPayout"]), (&json!([2]), &json!([3])));
    assert_eq!(exported["unmatched"], json!([text(&stale)]));
    let nothing = node.failure(DAVE, &["money", "accept", text(&stale)]);
    let why = nothing["message"].as_str().expect("text");
    assert!(why.contains("stale.json fits no redemption of asset 1 that waits"), "{why}");
    // Who asks again gives the payout that there is.
    let again = [&redeem[..], &to].concat();
    let again = node.failure(BOB, &again);
    assert!(again["message"].as_str().expect("text").contains("--payout"), "{again}");
    let message = fs::read_to_string(&pain).expect("the message");
    for part in ["<InstrId>HP-1-1</InstrId>", "<EndToEndId>R-1</EndToEndId>", "<Id>62220002</Id>"] {
        assert!(message.contains(part), "{part} is not in\n{message}");
    }
    let less = node.failure(DAVE, &words("money settle 1 --amount 80005 --reference OUT-1"));
    assert_eq!(less["name"], "OtherAmount", "{less}");
    let settle = words("money settle 1 --amount 80005.01 --reference OUT-1");
    node.answer(DAVE, &settle);
    assert_eq!(node.failure(DAVE, &settle)["name"], "AlreadySettled");
    assert_eq!(node.read(&["money", "balance", "2"]), json!([]));
    let answered = node.failure(DAVE, &words("money refuse 1 --amount 80005.01 --reason other"));
    assert_eq!(answered["name"], "UnknownRedemption", "{answered}");
    // What was done under a reference is known for ever, and not done twice.
    let redemption = node.read(&words("money find R-1 --org 2"));
    let requested = &redemption["requested"];
    let became = (&requested["redemption"], &requested["outcome"], &requested["refused"]);
    assert_eq!(became, (&json!(1), &json!("settled"), &json!(null)), "{redemption}");
    let payment = node.read(&words("money find OUT-1 --org 4"));
    assert_eq!(payment["paidOut"]["redemption"], 1, "{payment}");
    let minted = node.read(&words("money find B-1 --org 4"));
    assert_eq!(minted["minted"], json!({ "asset": 1, "to": 3, "amount": "80000.00" }));
    assert_eq!(node.read(&words("money find B-1 --org 2"))["minted"], json!(null));

    // Its holder learns why one was not paid out, and that another one waits.
    let refuse = "money refuse 3 --amount 1 --reason closed-account";
    node.answer(DAVE, &words(refuse));
    let became = |reference: &str| {
        let found = node.read(&["money", "find", reference, "--org", "3"])["requested"].clone();
        ["outcome", "refused", "code"].map(|name| found[name].clone())
    };
    assert_eq!(became("R-2"), ["refused", "closed-account", "AC04"].map(|word| json!(word)));
    assert_eq!(became("R-1"), [json!("waiting"), json!(null), json!(null)]);

    // While the law does not allow it, nothing is minted, and each payment says why.
    let close = words("instruments close deposit-money --document");
    node.answer(ALICE, &[&close[..], &[DOCUMENT]].concat());
    let camt = file("closed.xml", &notification(&[entry("B-9", "1.00", "62220002", None)]));
    let output = node.run(DAVE, &import_of(text(&camt), text(&accounts)));
    let told: Value = serde_json::from_slice(&output.stdout).expect("what became of each");
    assert_eq!(told[0]["outcome"], "not minted", "{told}");
    let why = told[0]["why"].as_str().expect("text");
    assert!(why.contains("ClassNotOpen"), "{why}");
    assert_eq!(node.read(&["money", "assets"])[0]["supply"], "2.00");
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
    let thaw = |by| ["money", "thaw", "2", "--frozen-by", by, "--document", DOCUMENT];
    let other = node.failure(ALICE, &thaw(OTHER_DOCUMENT));
    assert_eq!(other["name"], "OtherOrder", "{other}");
    node.answer(ALICE, &thaw(DOCUMENT));
    let pay = words("money pay --to 3 --amount 60 --reference P-1");
    node.answer(BOB, &pay);
    assert_eq!(balance(&node, "3").0, "100.00");
    assert_eq!(node.failure(BOB, &pay)["name"], "AlreadyPaid");
    let other = words("money pay --to 3 --amount 61 --reference P-1");
    assert_eq!(node.failure(BOB, &other)["name"], "ReferenceUsed");

    node.answer(BOB, &words("intervals split credit/1 500"));
    // The owner first: it changes nothing of what the next order names.
    node.answer(ALICE, &["intervals", "freeze-owner", "2", "--document", DOCUMENT]);
    let stopped = node.failure(BOB, &words("intervals merge credit/1 0"));
    assert_eq!(stopped["name"], "OwnerFrozen", "{stopped}");
    let shown = node.read(&words("intervals pieces 2"));
    assert_eq!(shown[0]["ownerFrozen"], DOCUMENT, "{shown}");
    let freeze = words("intervals freeze credit/1 500-999 --owner 3 --document");
    let other = node.failure(ALICE, &[&freeze[..], &[DOCUMENT]].concat());
    assert_eq!(other["name"], "NotOwner", "{other}");
    let freeze = words("intervals freeze credit/1 500-999 --owner 2 --document");
    node.answer(ALICE, &[&freeze[..], &[DOCUMENT]].concat());
    let thaw = ["intervals", "thaw-owner", "2", "--frozen-by", DOCUMENT, "--document", DOCUMENT];
    node.answer(ALICE, &thaw);
    let line = words("intervals offer credit/1 500-999 --price 1 --until 2099-12-31");
    let frozen = node.failure(BOB, &line);
    assert_eq!(frozen["name"], "Frozen", "{frozen}");
    let reassign = words("intervals reassign credit/1 500-999 --from 2 --to 3 --document");
    node.answer(ALICE, &[&reassign[..], &[DOCUMENT]].concat());
    let order = node.read(&words("intervals trace credit/1 500"))["order"].clone();
    assert_eq!(order, 1);
    let thaw = words("intervals thaw credit/1 500-999 --order 2 --document");
    let other = node.failure(ALICE, &[&thaw[..], &[DOCUMENT]].concat());
    assert_eq!(other["name"], "OtherOrder", "{other}");
    let thaw = words("intervals thaw credit/1 500-999 --order 1 --document");
    node.answer(ALICE, &[&thaw[..], &[DOCUMENT]].concat());
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
        "money refuse 1 --amount 80005.01 --reason other --asset 3",
    ] {
        assert_eq!(name(DAVE, line), "NotTheIssuer", "{line}");
    }
    assert_eq!(name(CHARLIE, "money mint --to 2 --amount 1 --reference B-2"), "NotTheIssuer");

    // Units are paid for in the one that the seller wants, whatever else the buyer has.
    let offer = "intervals offer credit/1 0-9 --price 4 --asset 3 --until 2099-12-31";
    node.answer(BOB, &words(offer));
    assert_eq!(name(DAVE, "intervals accept 1 --price 4"), "OtherTerms");
    assert_eq!(name(DAVE, "intervals accept 1 --price 4 --asset 3"), "InsufficientFunds");
    node.answer(BOB, &words("money pay --to 4 --amount 4 --reference P-1 --asset 3"));
    node.answer(DAVE, &words("intervals accept 1 --price 4 --asset 3"));
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
    assert_eq!(name(DAVE, "money accept --redemption 1 --asset 3"), "NotTheIssuer");
    node.answer(CHARLIE, &words("money accept --redemption 1 --asset 3"));
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
