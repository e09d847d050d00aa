//! The shape of `report-v1.json`: bytes in hex, 64-bit numbers in decimal text.

use crate::{
    Batch, Key, Leaf, ProofVector, ReportVector, SignatureVector, Tree, Undecodable, Vectors,
};
use codec::DecodeAll;
use huangpu_primitives::{
    report::{DeviceKey, Reading, ReadingProof, Report, Signature, SignedReport},
    DeviceId,
};
use polkadot_sdk::sp_core::H256;
use serde::{de::Error, Deserialize, Deserializer};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    #[serde(rename = "about")]
    _about: String,
    domain: String,
    genesis: Hash,
    other_genesis: Hash,
    keys: Vec<FileKey>,
    reports: Vec<FileReportVector>,
    batch: FileBatch,
    trees: Vec<FileTree>,
    accepted_signatures: Vec<FileSignature>,
    refused_signatures: Vec<FileSignature>,
    undecodable: Vec<FileUndecodable>,
    refused_proofs: Vec<FileProof>,
}

/// Bytes in hex behind `0x`.
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.strip_prefix("0x").ok_or_else(|| D::Error::custom("no 0x"))?;
        hex::decode(digits).map(Bytes).map_err(D::Error::custom)
    }
}

/// So many bytes in hex behind `0x`.
struct Array<const N: usize>([u8; N]);

impl<'de, const N: usize> Deserialize<'de> for Array<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Bytes(bytes) = Bytes::deserialize(deserializer)?;
        let len = bytes.len();
        let array = bytes.try_into().map_err(|_| D::Error::custom(format!("{len} bytes")))?;
        Ok(Array(array))
    }
}

type Hash = Array<32>;

impl From<Hash> for H256 {
    fn from(hash: Hash) -> Self {
        H256(hash.0)
    }
}

/// A 64-bit number in decimal text.
struct Wide(u64);

impl<'de> Deserialize<'de> for Wide {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map(Wide).map_err(D::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileKey {
    name: String,
    algorithm: String,
    seed: Array<32>,
    public: Bytes,
    encoded: Bytes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileReportVector {
    name: String,
    key: String,
    report: FileReport,
    encoded: Bytes,
    hash: Hash,
    signature: Bytes,
    signed: Bytes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileReport {
    device: u32,
    sequence: u32,
    previous: Hash,
    start: Wide,
    end: Wide,
    readings: u32,
    late: u32,
    register_start: Wide,
    register: Wide,
    root: Hash,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileBatch {
    reports: Vec<String>,
    encoded: Bytes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTree {
    report: String,
    readings: Vec<FileLeaf>,
    root: Hash,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLeaf {
    timestamp: Wide,
    value: Wide,
    status: u8,
    salt: Array<16>,
    leaf: Hash,
    path: Vec<Hash>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileReading {
    timestamp: Wide,
    value: Wide,
    status: u8,
    salt: Array<16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSignature {
    name: String,
    key: String,
    signed: Bytes,
    error: Option<String>,
    of: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileUndecodable {
    name: String,
    signed: Bytes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileProof {
    name: String,
    root: Hash,
    readings: u32,
    index: u32,
    reading: FileReading,
    path: Vec<Hash>,
}

impl From<File> for Vectors {
    fn from(file: File) -> Self {
        let keys: Vec<Key> = file.keys.into_iter().map(Key::from).collect();
        let algorithm = |name: &str| {
            let key = keys.iter().find(|key| key.name == name);
            key.unwrap_or_else(|| panic!("no key {name:?}")).public
        };
        let reports = file.reports.into_iter().map(|report| {
            let public = algorithm(&report.key);
            report.typed(&public)
        });
        Vectors {
            domain: file.domain,
            genesis: file.genesis.into(),
            other_genesis: file.other_genesis.into(),
            reports: reports.collect(),
            batch: Batch { reports: file.batch.reports, encoded: file.batch.encoded.0 },
            trees: file.trees.into_iter().map(Tree::from).collect(),
            accepted_signatures: file.accepted_signatures.into_iter().map(Into::into).collect(),
            refused_signatures: file.refused_signatures.into_iter().map(Into::into).collect(),
            undecodable: file
                .undecodable
                .into_iter()
                .map(|bad| Undecodable { name: bad.name, bytes: bad.signed.0 })
                .collect(),
            refused_proofs: file.refused_proofs.into_iter().map(ProofVector::from).collect(),
            keys,
        }
    }
}

fn array<const N: usize>(name: &str, bytes: Vec<u8>) -> [u8; N] {
    let len = bytes.len();
    bytes.try_into().unwrap_or_else(|_| panic!("{name}: {len} bytes in place of {N}"))
}

impl From<FileKey> for Key {
    fn from(key: FileKey) -> Self {
        let name = key.name;
        let public = match key.algorithm.as_str() {
            "ed25519" => DeviceKey::Ed25519(array(&name, key.public.0)),
            "sr25519" => DeviceKey::Sr25519(array(&name, key.public.0)),
            "secp256k1" => DeviceKey::Secp256k1(array(&name, key.public.0)),
            other => panic!("{name}: algorithm {other:?}"),
        };
        Key { name, seed: key.seed.0, public, encoded: key.encoded.0 }
    }
}

impl FileReportVector {
    fn typed(self, key: &DeviceKey) -> ReportVector {
        let (name, bytes) = (self.name, self.signature.0);
        let signature = match key {
            DeviceKey::Ed25519(_) => Signature::Ed25519(array(&name, bytes)),
            DeviceKey::Sr25519(_) => Signature::Sr25519(array(&name, bytes)),
            DeviceKey::Secp256k1(_) => Signature::Secp256k1(array(&name, bytes)),
            DeviceKey::P256(_) | DeviceKey::Sm2(_) => panic!("{name}: algorithm not enabled"),
        };
        ReportVector {
            name,
            key: self.key,
            report: self.report.into(),
            encoded: self.encoded.0,
            hash: self.hash.into(),
            signature,
            signed: self.signed.0,
        }
    }
}

impl From<FileReport> for Report {
    fn from(report: FileReport) -> Self {
        Report {
            device: DeviceId(report.device),
            sequence: report.sequence,
            previous: report.previous.into(),
            start: report.start.0,
            end: report.end.0,
            readings: report.readings,
            late: report.late,
            register_start: report.register_start.0,
            register: report.register.0,
            root: report.root.into(),
        }
    }
}

impl From<FileTree> for Tree {
    fn from(tree: FileTree) -> Self {
        let leaves = tree.readings.into_iter().zip(0..).map(|(leaf, index)| Leaf {
            proof: ReadingProof {
                reading: Reading {
                    timestamp: leaf.timestamp.0,
                    value: leaf.value.0,
                    status: leaf.status,
                },
                salt: leaf.salt.0,
                index,
                path: leaf.path.into_iter().map(Into::into).collect(),
            },
            hash: leaf.leaf.into(),
        });
        Tree { report: tree.report, readings: leaves.collect(), root: tree.root.into() }
    }
}

impl From<FileSignature> for SignatureVector {
    fn from(vector: FileSignature) -> Self {
        let signed = SignedReport::decode_all(&mut vector.signed.0.as_slice())
            .unwrap_or_else(|error| panic!("{}: {error}", vector.name));
        SignatureVector {
            name: vector.name,
            key: vector.key,
            of: vector.of,
            signed,
            error: vector.error,
        }
    }
}

impl From<FileProof> for ProofVector {
    fn from(vector: FileProof) -> Self {
        let reading = vector.reading;
        ProofVector {
            name: vector.name,
            root: vector.root.into(),
            readings: vector.readings,
            proof: ReadingProof {
                reading: Reading {
                    timestamp: reading.timestamp.0,
                    value: reading.value.0,
                    status: reading.status,
                },
                salt: reading.salt.0,
                index: vector.index,
                path: vector.path.into_iter().map(Into::into).collect(),
            },
        }
    }
}
