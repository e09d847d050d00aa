//! Every weight is measured: our own pallets' by `scripts/weights.sh`, the SDK's by upstream. What is
//! not stands in this file's list, with its reason.

use huangpu_runtime::{weights, Runtime};
use pallet_members::WeightInfo;
use polkadot_sdk::*;
use std::{fs, path::Path};

/// Pallets whose weights nobody measured, and why.
const EXCEPTIONS: &[(&str, &str)] =
    &[("pallet_grandpa", "upstream ships hand-written weights only, and no benchmarks")];

/// Our own pallets.
const OURS: [&str; 9] = [
    "members",
    "devices",
    "emissions",
    "instruments",
    "intervals",
    "money",
    "nodes",
    "seats",
    "validators",
];

/// What the generator writes at the top of its files.
const GENERATED: &str = "THIS FILE WAS AUTO-GENERATED USING THE SUBSTRATE BENCHMARK CLI";

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn files(folder: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names: Vec<String> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".rs"))
        .collect();
    names.sort();
    names
}

/// The `(pallet, right-hand side)` of every weight type that the runtime configures.
fn configured() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in files("src/configs") {
        let mut pallet = String::new();
        for line in read(format!("src/configs/{file}")).lines() {
            if let Some(rest) = line.strip_prefix("impl ") {
                pallet = rest.split("::Config").next().unwrap_or_default().to_string();
            }
            let line = line.trim();
            if line.starts_with("type ") && line.contains("WeightInfo = ") {
                let value = line.split(" = ").nth(1).unwrap().trim_end_matches(';');
                found.push((pallet.clone(), value.to_string()));
            }
        }
    }
    found
}

#[test]
fn every_pallet_uses_measured_weights() {
    let configured = configured();
    assert!(configured.len() >= 11, "the scan found only {configured:?}");
    for (pallet, value) in configured {
        let ours = value == format!("weights::{pallet}::WeightInfo<Runtime>");
        let upstream = value == format!("{pallet}::weights::SubstrateWeight<Runtime>")
            || value == format!("{pallet}::SubstrateExtensionsWeight<Runtime>");
        let excepted = EXCEPTIONS.iter().any(|(name, _)| *name == pallet);
        let is_ours = OURS.iter().any(|name| pallet == format!("pallet_{name}"));
        assert!(ours || excepted || upstream && !is_ours, "{pallet} weighs `{value}`: measure it");
    }
}

#[test]
fn membership_and_quota_take_three_reads_and_one_write_at_most() {
    type Measured = weights::pallet_members::WeightInfo<Runtime>;
    let together = Measured::check_membership().saturating_add(Measured::charge_quota());
    let database = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(3, 1);
    // What is measured beside the database is some tens of microseconds, less than another read and write.
    let more = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(3, 2);
    assert!(together.ref_time() >= database.ref_time(), "{together:?}");
    assert!(together.ref_time() < more.ref_time(), "{together:?} is more than 3 reads and 1 write");
}

/// How often a function reads and writes the database at most, as its file has it.
fn accesses(pallet: &str, function: &str) -> (u32, u32) {
    let text = read(format!("src/weights/pallet_{pallet}.rs"));
    let body = text.split(&format!("fn {function}(")).nth(1).expect("the function is there");
    let body = body.split("\n\t}").next().unwrap_or_default();
    let count = |what: &str| {
        let rest = body.split(what).nth(1).unwrap_or("0)");
        rest.split(')').next().and_then(|number| number.parse().ok()).expect("a number")
    };
    (count(".reads("), count(".writes("))
}

#[test]
fn settlement_reads_and_writes_no_more_than_it_may() {
    let (reads, writes) = accesses("intervals", "transfer");
    assert!(reads <= 4 && writes <= 5, "a transfer takes {reads} reads and {writes} writes");
    let (reads, writes) = accesses("intervals", "deliver_versus_payment");
    assert!(reads <= 12 && writes <= 10, "a trade takes {reads} reads and {writes} writes");
    // The call looks at who signs, at the class and at the offer beside that. ADR 0012 has its price.
    let (reads, writes) = accesses("intervals", "accept_offer");
    assert!(reads <= 15 && writes <= 11, "taking an offer: {reads} reads and {writes} writes");
}

#[test]
fn every_weight_file_was_generated() {
    let files: Vec<String> =
        files("src/weights").into_iter().filter(|name| name != "mod.rs").collect();
    assert_eq!(files.len(), OURS.len(), "{files:?}");
    for file in files {
        let text = read(format!("src/weights/{file}"));
        assert!(text.contains(GENERATED), "{file} was not written by scripts/weights.sh");
        // Above each function the generator lists what it reads and writes; whoever copies one leaves that out.
        for (place, _) in text.match_indices("\n\tfn ") {
            let above = text[..place].lines().next_back().unwrap_or_default().trim();
            let name = text[place + 5..].split('(').next().unwrap_or_default();
            assert!(above.starts_with("///"), "{file}: {name} was not measured");
        }
    }
}

#[test]
fn a_pallet_without_hand_written_weights_has_none_but_in_tests() {
    for pallet in OURS {
        let text = read(format!("../pallets/{pallet}/src/weights.rs"));
        let default = text.find("impl WeightInfo for ()").expect("tests have a default");
        assert!(
            text[..default].trim_end().ends_with("#[cfg(test)]"),
            "pallet {pallet} offers () outside its tests"
        );
    }
}
