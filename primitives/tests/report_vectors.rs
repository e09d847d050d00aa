//! Runs the vectors of `docs/spec/report-v1.md`, which another implementation wrote.

use codec::{Decode, DecodeAll, Encode, MaxEncodedLen};
use huangpu_primitives::{
    merkle,
    report::{status, Report, SignedReport, DOMAIN, NO_PREVIOUS},
};
use huangpu_report_vectors::{load, Leaf};
use polkadot_sdk::sp_core::{ecdsa, ed25519, Pair, H256};

#[test]
fn the_keys_have_the_same_bytes() {
    let vectors = load();
    assert_eq!(vectors.domain.as_bytes(), DOMAIN);
    assert_ne!(vectors.genesis, vectors.other_genesis);
    for key in &vectors.keys {
        assert!(key.public.is_enabled(), "{}", key.name);
        assert_eq!(key.public.encode(), key.encoded, "{}", key.name);
    }
}

#[test]
fn a_report_has_the_same_bytes_and_the_same_hash() {
    let vectors = load();
    assert_eq!(Report::max_encoded_len(), 112);
    for vector in &vectors.reports {
        assert_eq!(vector.report.encode(), vector.encoded, "{}", vector.name);
        assert_eq!(vector.report.hash(&vectors.genesis), vector.hash, "{}", vector.name);
        assert_ne!(vector.report.hash(&vectors.other_genesis), vector.hash, "{}", vector.name);
        let signed = vector.signed_report();
        assert_eq!(signed.encode(), vector.signed, "{}", vector.name);
        assert_eq!(SignedReport::decode_all(&mut &vector.signed[..]), Ok(signed));
    }
}

#[test]
fn a_batch_is_its_reports_one_after_the_other() {
    let vectors = load();
    let reports = vectors.batch.reports.iter().map(|name| vectors.report(name).signed_report());
    let reports: Vec<SignedReport> = reports.collect();
    assert_eq!(reports.len(), 2);
    assert_eq!(reports.encode(), vectors.batch.encoded);
}

#[test]
fn a_good_signature_is_accepted() {
    let vectors = load();
    let mut algorithms: Vec<&str> = Vec::new();
    for vector in &vectors.reports {
        let key = vectors.key(&vector.key).public;
        assert_eq!(key.verify(&vector.hash, &vector.signature), Ok(()), "{}", vector.name);
        algorithms.push(key.algorithm());
    }
    for algorithm in ["ed25519", "sr25519", "secp256k1"] {
        assert!(algorithms.contains(&algorithm), "no vector for {algorithm}");
    }
    assert!(!vectors.accepted_signatures.is_empty());
    for vector in &vectors.accepted_signatures {
        let key = vectors.key(&vector.key).public;
        let hash = vector.signed.report.hash(&vectors.genesis);
        assert_eq!(key.verify(&hash, &vector.signed.signature), Ok(()), "{}", vector.name);
        assert_eq!(hash, vectors.report(&vector.of).hash, "{}", vector.name);
    }
}

#[test]
fn a_bad_signature_is_refused_for_its_reason() {
    let vectors = load();
    assert!(vectors.refused_signatures.len() > 10);
    for vector in &vectors.refused_signatures {
        let key = vectors.key(&vector.key).public;
        let hash = vector.signed.report.hash(&vectors.genesis);
        let error = key.verify(&hash, &vector.signed.signature).err();
        assert_eq!(error.map(|e| format!("{e:?}")), vector.error, "{}", vector.name);
    }
}

#[test]
fn what_was_signed_for_another_chain_is_good_there() {
    let vectors = load();
    let elsewhere = vectors.refused_signatures.iter().filter(|v| v.name.contains("genesis"));
    let mut seen = 0;
    for vector in elsewhere {
        let hash = vector.signed.report.hash(&vectors.other_genesis);
        let key = vectors.key(&vector.key).public;
        assert_eq!(key.verify(&hash, &vector.signed.signature), Ok(()), "{}", vector.name);
        seen += 1;
    }
    assert_eq!(seen, 3);
}

#[test]
fn the_same_seed_makes_the_same_signature() {
    let vectors = load();
    for vector in &vectors.reports {
        let key = vectors.key(&vector.key);
        let made = match key.public.algorithm() {
            "ed25519" => ed25519::Pair::from_seed(&key.seed).sign(vector.hash.as_bytes()).encode(),
            "secp256k1" => ecdsa::Pair::from_seed(&key.seed)
                .sign_prehashed(vector.hash.as_fixed_bytes())
                .encode(),
            // Holds randomness.
            _ => continue,
        };
        assert_eq!(made, vector.signature.encode()[1..], "{}", vector.name);
    }
}

#[test]
fn what_is_no_report_is_not_decoded() {
    let vectors = load();
    assert!(!vectors.undecodable.is_empty());
    for vector in &vectors.undecodable {
        assert!(SignedReport::decode_all(&mut &vector.bytes[..]).is_err(), "{}", vector.name);
    }
    // Behind a good report anything may stand, where a list of them is read.
    let good = &vectors.reports[0];
    let mut longer = good.signed.clone();
    longer.push(0);
    assert_eq!(SignedReport::decode(&mut &longer[..]), Ok(good.signed_report()));
}

#[test]
fn the_reports_of_a_device_are_a_chain() {
    let vectors = load();
    for device in [1, 2, 3] {
        let (mut sequence, mut previous, mut end, mut register) = (0, NO_PREVIOUS, None, None);
        for vector in vectors.reports_of(device) {
            let report = &vector.report;
            assert_eq!((report.sequence, report.previous), (sequence + 1, previous));
            assert_eq!(end.unwrap_or(report.start), report.start, "{}", vector.name);
            assert_eq!(register.unwrap_or(report.register_start), report.register_start);
            (sequence, previous) = (report.sequence, vector.hash);
            (end, register) = (Some(report.end), Some(report.register));
        }
        assert!(sequence > 0, "no report of device {device}");
    }
}

#[test]
fn the_trees_have_the_same_leaves_roots_and_paths() {
    let vectors = load();
    let mut sizes: Vec<usize> = vectors.trees.iter().map(|tree| tree.readings.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 2, 3, 5, 8, 96]);
    for tree in &vectors.trees {
        let report = &vectors.report(&tree.report).report;
        let leaf = |leaf: &Leaf| leaf.proof.reading.leaf(&leaf.proof.salt);
        let leaves: Vec<H256> = tree.readings.iter().map(leaf).collect();
        assert_eq!(leaves, tree.readings.iter().map(|leaf| leaf.hash).collect::<Vec<_>>());
        assert_eq!(merkle::root(&leaves), Some(tree.root), "{}", tree.report);
        assert_eq!(report.root, tree.root, "{}", tree.report);
        assert_eq!(report.readings as usize, leaves.len(), "{}", tree.report);
        for (index, leaf) in tree.readings.iter().enumerate() {
            assert_eq!(merkle::path(&leaves, index), Some(leaf.proof.path.clone()));
            assert!(leaf.proof.verify(&report.root, report.readings), "{} {index}", tree.report);
        }
    }
}

#[test]
fn the_readings_sum_to_the_registers_movement() {
    let vectors = load();
    for tree in &vectors.trees {
        let report = &vectors.report(&tree.report).report;
        let sum: u64 = tree.readings.iter().map(|leaf| leaf.proof.reading.value).sum();
        assert_eq!(sum, report.register - report.register_start, "{}", tree.report);
        let (late, own): (Vec<&Leaf>, Vec<&Leaf>) =
            tree.readings.iter().partition(|l| l.proof.reading.status & status::LATE != 0);
        assert_eq!(late.len(), report.late as usize, "{}", tree.report);
        assert!(late.iter().all(|leaf| leaf.proof.reading.timestamp <= report.start));
        assert!(own.iter().all(|leaf| {
            let timestamp = leaf.proof.reading.timestamp;
            report.start < timestamp && timestamp <= report.end
        }));
    }
}

#[test]
fn a_proof_a_step_away_from_a_good_one_fails() {
    let vectors = load();
    assert!(vectors.refused_proofs.len() > 10);
    for vector in &vectors.refused_proofs {
        assert!(!vector.proof.verify(&vector.root, vector.readings), "{}", vector.name);
    }
}
