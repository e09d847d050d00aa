//! The test vectors of `docs/spec/report-v1.md`, read into the types of the chain.
//!
//! `docs/spec/make_vectors.py` writes the file, as an implementation of its own. A crate apart from
//! the primitives, so that tests can ask for it without a feature that would rebuild the runtime.
//! It is for tests: a file that cannot be read panics, and names the vector.

#![warn(missing_docs)]

mod file;

use huangpu_primitives::report::{DeviceKey, ReadingProof, Report, Signature, SignedReport};
use polkadot_sdk::sp_core::H256;

/// The file, as text.
pub const JSON: &str = include_str!("../../../docs/spec/report-v1.json");

/// Everything in the file.
#[derive(Clone, Debug)]
pub struct Vectors {
    /// The domain, as text.
    pub domain: String,
    /// Hash of the block that the reports' chain began with.
    pub genesis: H256,
    /// That of another chain.
    pub other_genesis: H256,
    /// The keys that sign.
    pub keys: Vec<Key>,
    /// Reports with a good signature each.
    pub reports: Vec<ReportVector>,
    /// Several of them, as a feed answers.
    pub batch: Batch,
    /// The readings of those reports that have any.
    pub trees: Vec<Tree>,
    /// Unusual signatures that are good nevertheless.
    pub accepted_signatures: Vec<SignatureVector>,
    /// Signatures that must be refused.
    pub refused_signatures: Vec<SignatureVector>,
    /// Bytes that are no signed report.
    pub undecodable: Vec<Undecodable>,
    /// Proofs that must fail.
    pub refused_proofs: Vec<ProofVector>,
}

impl Vectors {
    /// The key of this name.
    pub fn key(&self, name: &str) -> &Key {
        let found = self.keys.iter().find(|key| key.name == name);
        found.unwrap_or_else(|| panic!("the vectors have no key {name:?}"))
    }

    /// The report of this name.
    pub fn report(&self, name: &str) -> &ReportVector {
        let found = self.reports.iter().find(|report| report.name == name);
        found.unwrap_or_else(|| panic!("the vectors have no report {name:?}"))
    }

    /// The reports of one device, in order.
    pub fn reports_of(&self, device: u32) -> Vec<&ReportVector> {
        self.reports.iter().filter(|vector| vector.report.device.0 == device).collect()
    }
}

/// A key that signs.
#[derive(Clone, Debug)]
pub struct Key {
    /// What the other vectors call it.
    pub name: String,
    /// The secret seed; for secp256k1 the secret number itself.
    pub seed: [u8; 32],
    /// The public key under its algorithm's number.
    pub public: DeviceKey,
    /// Its encoding, as the other implementation has it.
    pub encoded: Vec<u8>,
}

/// A report with a good signature.
#[derive(Clone, Debug)]
pub struct ReportVector {
    /// What it shows.
    pub name: String,
    /// Name of the key that signs.
    pub key: String,
    /// The report, from its fields.
    pub report: Report,
    /// Its encoding, as the other implementation has it.
    pub encoded: Vec<u8>,
    /// Its hash, as the other implementation has it.
    pub hash: H256,
    /// The signature.
    pub signature: Signature,
    /// Encoding of report and signature together.
    pub signed: Vec<u8>,
}

impl ReportVector {
    /// Report and signature together.
    pub fn signed_report(&self) -> SignedReport {
        SignedReport { report: self.report.clone(), signature: self.signature }
    }
}

/// Signed reports in one answer of a feed.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Names of the reports.
    pub reports: Vec<String>,
    /// SCALE encoding of the list.
    pub encoded: Vec<u8>,
}

/// The readings under one report's root.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Name of the report.
    pub report: String,
    /// The readings with their proofs, in order.
    pub readings: Vec<Leaf>,
    /// The root.
    pub root: H256,
}

/// A reading under a root.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The reading and its proof.
    pub proof: ReadingProof,
    /// Its leaf's hash.
    pub hash: H256,
}

/// A signed report whose signature is judged.
#[derive(Clone, Debug)]
pub struct SignatureVector {
    /// What it shows.
    pub name: String,
    /// Name of the key that is registered for the device.
    pub key: String,
    /// Name of the report that it comes from.
    pub of: String,
    /// The signed report.
    pub signed: SignedReport,
    /// Name of the `SignatureError`; none where it must be accepted.
    pub error: Option<String>,
}

/// Bytes that are no signed report.
#[derive(Clone, Debug)]
pub struct Undecodable {
    /// What is wrong with them.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A proof that must fail.
#[derive(Clone, Debug)]
pub struct ProofVector {
    /// What is wrong with it.
    pub name: String,
    /// The root.
    pub root: H256,
    /// How many readings the verifier believes to be under it.
    pub readings: u32,
    /// The proof.
    pub proof: ReadingProof,
}

/// Reads the vectors.
pub fn load() -> Vectors {
    let file: file::File = serde_json::from_str(JSON).expect("report-v1.json has this shape");
    file.into()
}
