//! Runs the vectors of `docs/spec/report-v1.md`, which another implementation wrote: the gateway's
//! keys sign the same reports, and its arithmetic leads to the same registers.

use codec::Encode;
use huangpu_gateway::{
    config::Input,
    keys::{Algorithm, Signer},
    reports::Register,
};
use huangpu_primitives::report::{status, SignedReport};
use huangpu_report_vectors::{load, Key};

fn signer(key: &Key) -> Signer {
    let algorithm: Algorithm = key.public.algorithm().parse().expect("an algorithm of the gateway");
    Signer::from_seed(algorithm, &key.seed).expect("a seed of this algorithm")
}

#[test]
fn a_seed_has_the_same_public_key() {
    for key in &load().keys {
        assert_eq!(signer(key).public(), key.public, "{}", key.name);
    }
}

#[test]
fn a_report_is_signed_to_the_same_bytes() {
    let vectors = load();
    for vector in &vectors.reports {
        let key = vectors.key(&vector.key);
        let signature = signer(key).sign(&vector.report.hash(&vectors.genesis));
        assert_eq!(key.public.verify(&vector.hash, &signature), Ok(()), "{}", vector.name);
        let signed = SignedReport { report: vector.report.clone(), signature };
        // sr25519 signatures hold randomness.
        if key.public.algorithm() == "sr25519" {
            assert_eq!(signed.encode().len(), vector.signed.len(), "{}", vector.name);
        } else {
            assert_eq!(signed.encode(), vector.signed, "{}", vector.name);
        }
    }
}

#[test]
fn the_readings_lead_to_the_same_register() {
    let vectors = load();
    let register = Register { input: Input::Interval, rollover: None };
    for tree in &vectors.trees {
        let report = &vectors.report(&tree.report).report;
        let readings = || tree.readings.iter().map(|leaf| leaf.proof.reading);
        let amounts: Vec<u64> = readings().map(|reading| reading.value).collect();
        let late = readings().filter(|reading| reading.status & status::LATE != 0).count();
        assert_eq!(late, report.late as usize, "{}", tree.report);
        let counting = register.count(report.register_start, &amounts, late);
        assert_eq!(counting.values, amounts, "{}", tree.report);
        assert_eq!(counting.register, report.register, "{}", tree.report);
    }
}
