//! Commitments to what is not for everybody's eyes: part numbers, serial numbers, VINs, prices.
//!
//! The ledger has a hash of the value and a salt. Who is given both can check that the value is the one that was meant;
//! who is not, learns nothing. The salt is derived from a secret of the owner and from what is committed to, so that
//!
//! - the owner needs to keep one secret, not a salt for each value;
//! - the same value gives the same commitment, and the ledger refuses a serial number that was registered before;
//! - opening one commitment tells nothing of any other: a salt does not tell the secret.
//!
//! ```text
//! salt       = BLAKE2b-256(SCALE("huangpu/salt/v1", secret, what, value))
//! commitment = BLAKE2b-256(SCALE("huangpu/commitment/v1", what, value, salt))
//! ```
//!
//! `what` and `value` stand behind their lengths: nothing runs from one into the next. `what` says of which kind the
//! value is, so that a serial number that reads like a part number has another commitment.

use codec::Encode;
use polkadot_sdk::{sp_core::H256, sp_io::hashing::blake2_256};

/// A salt.
pub type Salt = [u8; 32];

/// A secret from which an owner's salts are derived: 32 random bytes. It does not leave the owner's vault, and does
/// not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A secret of random bytes.
    pub const fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Its bytes, for the vault.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The salt for a value.
    pub fn salt(&self, what: &str, value: &[u8]) -> Salt {
        blake2_256(&("huangpu/salt/v1", self.0, what, value).encode())
    }

    /// The owner's commitment to a value.
    pub fn commit(&self, what: &str, value: &[u8]) -> H256 {
        commitment(what, value, &self.salt(what, value))
    }
}

impl core::fmt::Debug for Secret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secret")
    }
}

/// The commitment to a value under a salt: whoever is told both compares it with the ledger's.
pub fn commitment(what: &str, value: &[u8], salt: &Salt) -> H256 {
    H256(blake2_256(&("huangpu/commitment/v1", what, value, salt).encode()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    const SECRET: Secret = Secret::new([7; 32]);

    #[test]
    fn who_is_told_value_and_salt_can_check_it() {
        let salt = SECRET.salt("serial", b"4711");
        assert_eq!(commitment("serial", b"4711", &salt), SECRET.commit("serial", b"4711"));
        assert_ne!(commitment("serial", b"4712", &salt), SECRET.commit("serial", b"4711"));
    }

    #[test]
    fn the_same_value_is_the_same_commitment_of_one_owner_only() {
        assert_eq!(SECRET.commit("serial", b"4711"), SECRET.commit("serial", b"4711"));
        assert_ne!(
            SECRET.commit("serial", b"4711"),
            Secret::new([8; 32]).commit("serial", b"4711")
        );
        assert_ne!(SECRET.commit("serial", b"4711"), SECRET.commit("part number", b"4711"));
    }

    #[test]
    fn nothing_runs_from_one_field_into_the_next() {
        assert_ne!(SECRET.commit("serial4", b"711"), SECRET.commit("serial", b"4711"));
        assert_ne!(SECRET.salt("serial4", b"711"), SECRET.salt("serial", b"4711"));
    }

    #[test]
    fn one_opened_commitment_does_not_open_another() {
        let told = SECRET.salt("serial", b"4711");
        assert_ne!(commitment("serial", b"4712", &told), SECRET.commit("serial", b"4712"));
    }

    #[test]
    fn the_hashes_are_for_ever() {
        // Computed with Python's hashlib, from what the module says.
        assert_eq!(hex::encode(SECRET.salt("serial", b"4711")), SALT);
        assert_eq!(hex::encode(SECRET.commit("serial", b"4711")), COMMITMENT);
        assert_eq!(format!("{SECRET:?}"), "Secret");
    }

    const SALT: &str = "ea4e6f2a20514753a2ff280c05a7b66a2f09b8ad38664d1678cbb6329f5eff59";
    const COMMITMENT: &str = "4a7f2bb21a89dd4f248aa13fca04c7e4dd05987edd3a6eb9a8e548144fcdafa2";
}
