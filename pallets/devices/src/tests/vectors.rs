//! The vectors of `docs/spec/report-v1.md`, which another implementation wrote, on the pallet's path:
//! from bytes through the pool into the totals, and back as proofs.

use super::{
    meter::registration,
    outside::{set_feeds, Outside},
    *,
};
use crate::{Batch, Breach, LastDevice, Quarantine, Registration};
use codec::{Decode, DecodeAll};
use huangpu_primitives::{
    apis::ProofOutcome, calendar::Month, refusals::Refusal, report::SignedReport,
};
use huangpu_report_vectors::{load, ReportVector, Vectors};
use polkadot_sdk::frame_support::{assert_ok, traits::Hooks};

/// 2 January 2018 in Shanghai, after all of the vectors' periods.
const AFTER: u64 = 1_514_900_000_000;

/// A chain of the vectors' genesis on which their devices are registered.
fn with_devices(vectors: &Vectors, test: impl FnOnce()) {
    ExtBuilder::default().genesis(vectors.genesis).now(AFTER).build_and_execute(|| {
        register_devices(vectors);
        test();
    });
}

fn register_devices(vectors: &Vectors) {
    for device in 1..=3 {
        let first = vectors.reports_of(device)[0];
        let registration = Registration {
            opening_register: first.report.register_start,
            installed: first.report.start,
            ..registration(vectors.key(&first.key).public)
        };
        let name = reference(&format!("device {device}"));
        assert_ok!(Devices::register_device(signed(OWNER), name, registration));
        assert_eq!(LastDevice::<Test>::get(), DeviceId(device));
    }
}

fn decode(vector: &ReportVector) -> SignedReport {
    SignedReport::decode_all(&mut &vector.signed[..]).unwrap()
}

#[test]
fn good_reports_are_taken_with_the_hash_that_the_specification_gives() {
    let vectors = load();
    with_devices(&vectors, || {
        for device in 1..=3 {
            for vector in vectors.reports_of(device) {
                assert_ok!(submit(STEEL, vec![decode(vector)]));
                let cursor = Cursors::<Test>::get(DeviceId(device));
                assert_eq!(cursor.sequence, vector.report.sequence, "{}", vector.name);
                assert_eq!(cursor.hash, vector.hash, "{}", vector.name);
                assert_eq!(cursor.register, vector.report.register, "{}", vector.name);
            }
            let reports = vectors.reports_of(device);
            let (first, last) = (reports[0], reports[reports.len() - 1]);
            let january = Month::new(2018, 1).unwrap();
            let total = MonthTotals::<Test>::get(DeviceId(device), january).unwrap();
            let moved = last.report.register - first.report.register_start;
            assert_eq!((total.measured, total.gap), (moved.into(), 0));
            let late: u32 = reports.iter().map(|vector| vector.report.late).sum();
            assert_eq!(total.late, u64::from(late));
        }
        assert_eq!(Quarantine::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_batch_is_taken_from_its_bytes() {
    let vectors = load();
    with_devices(&vectors, || {
        let batch = Batch::decode_all(&mut &vectors.batch.encoded[..]).unwrap();
        assert_ok!(submit(STEEL, batch.into_inner()));
        assert_eq!(Cursors::<Test>::get(DeviceId(1)).sequence, 2);
    });
}

#[test]
fn a_feed_that_answers_with_these_bytes_is_understood() {
    let vectors = load();
    let outside = Outside::default();
    let builder = ExtBuilder::default().genesis(vectors.genesis).now(AFTER);
    builder.outside(&outside).build_and_execute(|| {
        register_devices(&vectors);
        set_feeds(&["http://gateway.example"]);
        outside.expect("http://gateway.example", vectors.batch.encoded.clone());
        <Devices as Hooks<u64>>::offchain_worker(1);
        let submitted = outside.take_submitted();
        assert_eq!(submitted.len(), 1);
        assert_ok!(apply_bytes(&submitted[0]));
        assert_eq!(Cursors::<Test>::get(DeviceId(1)).sequence, 2);
    });
}

#[test]
fn bad_signatures_are_refused_with_their_number() {
    let vectors = load();
    assert!(!vectors.refused_signatures.is_empty());
    for vector in &vectors.refused_signatures {
        let refusal = match vector.error.as_deref() {
            Some("Invalid") => Refusal::BadSignature,
            Some("OtherAlgorithm") => Refusal::OtherAlgorithm,
            other => panic!("{}: {other:?}", vector.name),
        };
        with_devices(&vectors, || {
            let device = vector.signed.report.device;
            let key = crate::Devices::<Test>::get(device).unwrap().key;
            assert_eq!(key, vectors.key(&vector.key).public, "{}", vector.name);
            assert_noop!(submit(STEEL, vec![vector.signed.clone()]), refusal);
            // It was the signature: with the right one, the report is taken.
            assert_ok!(submit(STEEL, vec![decode(vectors.report(&vector.of))]));
        });
    }
}

#[test]
fn unusual_signatures_are_taken() {
    let vectors = load();
    assert!(!vectors.accepted_signatures.is_empty());
    for vector in &vectors.accepted_signatures {
        with_devices(&vectors, || {
            assert_ok!(submit(STEEL, vec![vector.signed.clone()]));
            let cursor = Cursors::<Test>::get(vector.signed.report.device);
            assert_eq!(cursor.hash, vectors.report(&vector.of).hash, "{}", vector.name);
        });
    }
}

#[test]
fn on_another_chain_none_of_them_is_taken() {
    let vectors = load();
    let builder = ExtBuilder::default().genesis(vectors.other_genesis).now(AFTER);
    builder.build_and_execute(|| {
        register_devices(&vectors);
        for device in 1..=3 {
            let first = decode(vectors.reports_of(device)[0]);
            assert_noop!(submit(STEEL, vec![first]), Refusal::BadSignature);
        }
    });
}

#[test]
fn the_largest_fields_are_hashed_and_signed_alike() {
    let vectors = load();
    let vector = vectors.report("all fields at their largest");
    let report = &vector.report;
    with_devices(&vectors, || {
        // The last id and the last sequence number, all before it pruned.
        LastDevice::<Test>::put(DeviceId(u32::MAX - 1));
        let key = vectors.key(&vector.key).public;
        let registration = Registration { installed: AFTER, ..registration(key) };
        let name = reference("the last");
        assert_ok!(Devices::register_device(signed(OWNER), name, registration));
        Cursors::<Test>::mutate(report.device, |cursor| {
            (cursor.sequence, cursor.pruned) = (u32::MAX - 1, u32::MAX - 1);
            cursor.hash = report.previous;
        });
        assert_ok!(submit(STEEL, vec![decode(vector)]));
        assert_eq!(Cursors::<Test>::get(report.device).hash, vector.hash);
        let record = Quarantine::<Test>::get(report.device, report.sequence).unwrap();
        assert_eq!(record.breach, Breach::PeriodInFuture);
    });
}

#[test]
fn readings_are_proved_against_the_recorded_roots() {
    let vectors = load();
    with_devices(&vectors, || {
        for device in 1..=3 {
            let reports = vectors.reports_of(device).into_iter().map(decode).collect();
            assert_ok!(submit(STEEL, reports));
        }
        for tree in &vectors.trees {
            let report = &vectors.report(&tree.report).report;
            for leaf in &tree.readings {
                let outcome = Devices::prove_reading(report.device, report.sequence, &leaf.proof);
                assert_eq!(outcome, ProofOutcome::Proved, "{}", tree.report);
            }
        }
        let mut refused = 0;
        for vector in &vectors.refused_proofs {
            let of = |v: &&ReportVector| {
                v.report.root == vector.root && v.report.readings == vector.readings
            };
            // A proof for a number of readings that no report has cannot be put to the chain.
            let Some(ReportVector { report, .. }) = vectors.reports.iter().find(of) else {
                continue;
            };
            let outcome = Devices::prove_reading(report.device, report.sequence, &vector.proof);
            assert_eq!(outcome, ProofOutcome::NotUnderRoot, "{}", vector.name);
            refused += 1;
        }
        assert!(refused > 10, "only {refused} proofs were refused");
    });
}

#[test]
fn what_is_no_report_is_no_batch() {
    let vectors = load();
    assert!(!vectors.undecodable.is_empty());
    for vector in &vectors.undecodable {
        // A list of one.
        let list = [&[4], &vector.bytes[..]].concat();
        let decoded = Batch::decode_all(&mut &list[..]);
        assert!(decoded.is_err(), "{}", vector.name);
    }
    // Where a good one stands, it is.
    let good = [&[4], &vectors.reports[0].signed[..]].concat();
    assert_eq!(Batch::decode(&mut &good[..]).unwrap().len(), 1);
}
