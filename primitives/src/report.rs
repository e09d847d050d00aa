//! The signed meter report. `docs/spec/report-v1.md` is this module in words; the vectors beside
//! it are run here, by `pallet-devices`, by the gateway and by the client.

use crate::{merkle, DeviceId, Millis};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
    sp_core::{ecdsa, ed25519, sr25519, H256},
    sp_io::{crypto, hashing::blake2_256},
};
use scale_info::TypeInfo;

/// What keeps a report's signature from being valid for anything else.
pub const DOMAIN: &[u8] = b"huangpu/report/v1";

/// `previous` of a device's first report.
pub const NO_PREVIOUS: H256 = H256::zero();

/// Most reports in one batch.
pub const MAX_BATCH: u32 = 256;

/// What one device reports for one period `[start, end)`.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Report {
    /// Who reports.
    pub device: DeviceId,
    /// The number of the report: 1 for the first, then one more each.
    pub sequence: u32,
    /// [`Report::hash`] of the report before; [`NO_PREVIOUS`] for the first.
    pub previous: H256,
    /// Begin of the period.
    pub start: Millis,
    /// End of the period, itself outside it.
    pub end: Millis,
    /// How many readings are under the root.
    pub readings: u32,
    /// How many of them came after their own period had been reported.
    pub late: u32,
    /// The meter's register at `start`, in smallest units.
    pub register_start: u64,
    /// The meter's register at `end`.
    pub register: u64,
    /// Root of the Merkle tree over the readings.
    pub root: H256,
}

impl Report {
    /// The hash that the device signs, and that its next report names as `previous`.
    pub fn hash(&self, genesis: &H256) -> H256 {
        let mut bytes = Vec::with_capacity(DOMAIN.len() + 32 + Self::max_encoded_len());
        bytes.extend_from_slice(DOMAIN);
        bytes.extend_from_slice(genesis.as_bytes());
        self.encode_to(&mut bytes);
        H256(blake2_256(&bytes))
    }
}

/// A report and its device's signature.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SignedReport {
    /// What is reported.
    pub report: Report,
    /// The device's signature over [`Report::hash`].
    pub signature: Signature,
}

/// A device's public key. The numbers of the algorithms are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum DeviceKey {
    /// Ed25519 (RFC 8032).
    #[codec(index = 0)]
    Ed25519([u8; 32]),
    /// Schnorr over Ristretto, signing context `substrate`.
    #[codec(index = 1)]
    Sr25519([u8; 32]),
    /// ECDSA over secp256k1, compressed point.
    #[codec(index = 2)]
    Secp256k1([u8; 33]),
    /// ECDSA over P-256, compressed point. Reserved: not yet enabled.
    #[codec(index = 3)]
    P256([u8; 33]),
    /// SM2 (GB/T 32918), compressed point. Reserved: not yet enabled.
    #[codec(index = 4)]
    Sm2([u8; 33]),
}

/// A signature, under the number of its algorithm.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum Signature {
    /// See [`DeviceKey::Ed25519`].
    #[codec(index = 0)]
    Ed25519([u8; 64]),
    /// See [`DeviceKey::Sr25519`].
    #[codec(index = 1)]
    Sr25519([u8; 64]),
    /// See [`DeviceKey::Secp256k1`]: r, s and the recovery id, over the hash as it is.
    #[codec(index = 2)]
    Secp256k1([u8; 65]),
    /// Reserved.
    #[codec(index = 3)]
    P256([u8; 64]),
    /// Reserved.
    #[codec(index = 4)]
    Sm2([u8; 64]),
}

/// Why a signature is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureError {
    /// The signature's algorithm is not that of the device's key.
    OtherAlgorithm,
    /// The algorithm's number is reserved.
    NotEnabled,
    /// It was not made by this key over this hash.
    Invalid,
}

impl DeviceKey {
    /// Whether signatures of this algorithm can be verified today.
    pub fn is_enabled(&self) -> bool {
        !matches!(self, DeviceKey::P256(_) | DeviceKey::Sm2(_))
    }

    /// The algorithm's name.
    pub fn algorithm(&self) -> &'static str {
        match self {
            DeviceKey::Ed25519(_) => "ed25519",
            DeviceKey::Sr25519(_) => "sr25519",
            DeviceKey::Secp256k1(_) => "secp256k1",
            DeviceKey::P256(_) => "p256",
            DeviceKey::Sm2(_) => "sm2",
        }
    }

    /// The key's bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            DeviceKey::Ed25519(key) | DeviceKey::Sr25519(key) => key,
            DeviceKey::Secp256k1(key) | DeviceKey::P256(key) | DeviceKey::Sm2(key) => key,
        }
    }

    /// Checks a signature over a report's hash.
    pub fn verify(&self, hash: &H256, signature: &Signature) -> Result<(), SignatureError> {
        let valid = match (self, signature) {
            (DeviceKey::Ed25519(key), Signature::Ed25519(signature)) => crypto::ed25519_verify(
                &ed25519::Signature::from_raw(*signature),
                hash.as_bytes(),
                &ed25519::Public::from_raw(*key),
            ),
            (DeviceKey::Sr25519(key), Signature::Sr25519(signature)) => crypto::sr25519_verify(
                &sr25519::Signature::from_raw(*signature),
                hash.as_bytes(),
                &sr25519::Public::from_raw(*key),
            ),
            (DeviceKey::Secp256k1(key), Signature::Secp256k1(signature)) => {
                crypto::ecdsa_verify_prehashed(
                    &ecdsa::Signature::from_raw(*signature),
                    hash.as_fixed_bytes(),
                    &ecdsa::Public::from_raw(*key),
                )
            }
            (DeviceKey::P256(_), Signature::P256(_)) | (DeviceKey::Sm2(_), Signature::Sm2(_)) => {
                return Err(SignatureError::NotEnabled)
            }
            _ => return Err(SignatureError::OtherAlgorithm),
        };
        if valid {
            Ok(())
        } else {
            Err(SignatureError::Invalid)
        }
    }
}

/// A salt: it keeps a leaf's few possible contents from being guessed from its hash.
pub type Salt = [u8; 16];

/// One reading of a meter: what was measured since the reading before.
///
/// The values under a root sum to the register's movement over the report, so whoever has all
/// readings can check the report, and a prefix sum gives the register at any reading.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Reading {
    /// The end of the interval that was measured.
    pub timestamp: Millis,
    /// The quantity, in smallest units of the register.
    pub value: u64,
    /// [`status`] bits.
    pub status: u8,
}

/// Bits of [`Reading::status`]; all others are zero.
pub mod status {
    /// The reading came after its own period had been reported.
    pub const LATE: u8 = 0b0000_0001;
    /// The value was estimated, not measured.
    pub const ESTIMATED: u8 = 0b0000_0010;
}

impl Reading {
    /// The leaf's hash: `H(0x00 || salt || timestamp || value || status)`.
    pub fn leaf(&self, salt: &Salt) -> H256 {
        let mut contents = Vec::with_capacity(33);
        contents.extend_from_slice(salt);
        self.encode_to(&mut contents);
        merkle::leaf_hash(&contents)
    }
}

/// A reading, and what is needed to prove that it is under a report's root.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ReadingProof {
    /// The reading.
    pub reading: Reading,
    /// Its salt.
    pub salt: Salt,
    /// Its place under the root, from 0.
    pub index: u32,
    /// The hashes beside its way up, lowest first. A tree of 2^32 leaves needs 32.
    pub path: Vec<H256>,
}

impl ReadingProof {
    /// Whether the reading is under this root of so many readings.
    pub fn verify(&self, root: &H256, readings: u32) -> bool {
        merkle::verify(root, readings, self.index, self.reading.leaf(&self.salt), &self.path)
    }
}
