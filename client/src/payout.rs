//! Where a redemption is paid to. The holder and its bank know; the ledger has a commitment, so that neither can say
//! later that it was another account.

use crate::{iso20022::pain001::Account, Error, H256};
use polkadot_sdk::sp_io::hashing::blake2_256;
use rand::RngCore;
use serde::{Deserialize, Serialize};

/// What the holder gives to its bank, off the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payout {
    /// The account's number: an IBAN, or the bank's own.
    pub account: String,
    /// The bank that keeps it: a BIC, or a CNAPS number of 12 digits.
    pub bank: String,
    /// What keeps others from guessing the account: 16 random bytes, in hex.
    pub salt: String,
}

impl Payout {
    /// A payout with a salt of its own.
    pub fn new(account: impl Into<String>, bank: impl Into<String>) -> Self {
        let mut salt = [0; 16];
        rand::rngs::OsRng.fill_bytes(&mut salt);
        Self { account: account.into(), bank: bank.into(), salt: hex::encode(salt) }
    }

    /// The commitment that stands on the ledger: BLAKE2b-256 over the fields, each behind its length.
    pub fn commitment(&self) -> H256 {
        let fields: [&str; 4] = ["huangpu/payout/v1", &self.account, &self.bank, &self.salt];
        H256(blake2_256(&codec::Encode::encode(&fields)))
    }

    /// As a payment message names the account.
    pub fn to_account(&self) -> Account {
        Account { number: self.account.clone(), bank: self.bank.clone() }
    }

    /// Reads what [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// [`Error::Input`] for anything else, and for a salt that hides nothing.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let payout: Self = serde_json::from_str(text)
            .map_err(|error| Error::Input(format!("this is no payout: {error}")))?;
        match hex::decode(&payout.salt) {
            Ok(salt) if salt.len() == 16 => Ok(payout),
            _ => Err(Error::input("this is no payout: its salt is not 16 bytes in hex")),
        }
    }

    /// The file that goes to the bank.
    pub fn to_json(&self) -> String {
        let value = serde_json::json!({
            "account": self.account,
            "bank": self.bank,
            "salt": self.salt,
        });
        format!("{value:#}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_binds_every_field_and_hides_the_account() {
        let payout = Payout::new("6222 0001", "301290050012");
        let other = Payout::new("6222 0001", "301290050012");
        assert_ne!(payout.commitment(), other.commitment(), "the salts differ");
        let moved =
            Payout { account: "6222 00013".into(), bank: "01290050012".into(), ..payout.clone() };
        assert_ne!(payout.commitment(), moved.commitment(), "no field runs into the next");
        assert_eq!(Payout::from_json(&payout.to_json()).expect("its own file"), payout);
    }

    #[test]
    fn another_file_is_refused() {
        for text in ["", "{}", r#"{"account":"1","bank":"2","salt":"00"}"#] {
            assert!(Payout::from_json(text).is_err(), "{text}");
        }
    }
}
