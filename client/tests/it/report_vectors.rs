//! Runs the vectors of `docs/spec/report-v1.md`, which another implementation wrote: the client
//! verifies readings' proofs by itself, and sends reports as they are.

use codec::{DecodeAll, Encode};
use huangpu_client::proof::ProofFile;
use huangpu_primitives::report::SignedReport;
use huangpu_report_vectors::load;

#[test]
fn every_readings_proof_is_verified_from_its_file() {
    let vectors = load();
    let mut proofs = 0;
    for tree in &vectors.trees {
        let report = &vectors.report(&tree.report).report;
        for leaf in &tree.readings {
            let (device, sequence) = (report.device, report.sequence);
            let proof = leaf.proof.clone();
            let file = ProofFile::new(device, sequence, report.root, report.readings, proof);
            let text = serde_json::to_string(&file).expect("a file's text");
            let read: ProofFile = serde_json::from_str(&text).expect("a proof's file");
            assert_eq!(read, file);
            assert!(read.verify(), "{}: reading {}", tree.report, leaf.proof.index);
            assert_eq!(read.proof(), leaf.proof);
            proofs += 1;
        }
    }
    assert_eq!(proofs, 1 + 2 + 3 + 5 + 8 + 96);
}

#[test]
fn a_wrong_proof_is_refused() {
    let vectors = load();
    let report = &vectors.reports[0].report;
    assert!(!vectors.refused_proofs.is_empty());
    for vector in &vectors.refused_proofs {
        let (device, sequence) = (report.device, report.sequence);
        let proof = vector.proof.clone();
        let file = ProofFile::new(device, sequence, vector.root, vector.readings, proof);
        assert!(!file.verify(), "{}", vector.name);
    }
}

#[test]
fn a_file_of_reports_is_read_and_written_byte_for_byte() {
    let vectors = load();
    let bytes = &vectors.batch.encoded;
    let reports = Vec::<SignedReport>::decode_all(&mut &bytes[..]).expect("a batch");
    let names = vectors.batch.reports.iter();
    let expected: Vec<_> = names.map(|name| vectors.report(name).signed_report()).collect();
    assert_eq!(reports, expected);
    assert_eq!(reports.encode(), *bytes);
}
