//! Keys in encrypted files, in the format of polkadot-js (version 3: PKCS #8 under scrypt and
//! XSalsa20-Poly1305), so that its wallets read ours and the other way round.
//!
//! Reading is subxt-signer's; it has no writing, which is here.

use crate::{AccountId, Keypair};
use base64::{engine::general_purpose::STANDARD, Engine};
use crypto_secretbox::{
    aead::{Aead, KeyInit},
    Key, Nonce, XSalsa20Poly1305,
};
use polkadot_sdk::sp_core::{sr25519, Pair};
use rand::{rngs::OsRng, RngCore};
use serde::Deserialize;
use serde_json::{json, Value};
use subxt_signer::polkadot_js_compat::{decrypt_json, Error as DecryptError};

/// scrypt's parameters, as polkadot-js sets them: 2^17 rounds, blocks of 8, one lane.
const LOG_N: u8 = 17;
const R: u32 = 8;
const P: u32 = 1;

/// What polkadot-js writes around the secret and before the public key.
const HEADER: [u8; 16] = [48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const DIVIDER: [u8; 5] = [161, 35, 3, 33, 0];

/// Salt, parameters, nonce: what stands before the ciphertext.
const PREFIX: usize = 32 + 3 * 4 + 24;

/// Why a file of keys cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeystoreError {
    /// The password does not open it.
    #[error("the password does not open the key file")]
    WrongPassword,
    /// It is of another kind.
    #[error("this is not an encrypted sr25519 key file of polkadot-js, version 3: {0}")]
    NotAKeystore(String),
    /// An empty password protects nothing.
    #[error("the password is empty: choose one")]
    EmptyPassword,
    /// The file cannot be made.
    #[error("the key file cannot be made: {0}")]
    CannotEncrypt(String),
}

/// What a key file says to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The account.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
}

/// Makes a new key, and the phrase from which it can be made again.
pub fn generate() -> (sr25519::Pair, String) {
    let (pair, phrase, _) = sr25519::Pair::generate_with_phrase(None);
    (pair, phrase)
}

/// Encrypts a key into the text of a key file. `created` is in milliseconds since 1970.
pub fn encrypt(
    pair: &sr25519::Pair,
    name: &str,
    password: &str,
    created: u64,
) -> Result<String, KeystoreError> {
    if password.is_empty() {
        return Err(KeystoreError::EmptyPassword);
    }
    let mut salt = [0u8; 32];
    let mut nonce = [0u8; 24];
    OsRng.fill_bytes(&mut salt);
    OsRng.fill_bytes(&mut nonce);

    let secret = [
        &HEADER[..],
        &pair.as_ref().secret.to_ed25519_bytes(),
        &DIVIDER,
        pair.public().as_ref() as &[u8],
    ]
    .concat();
    let sealed = XSalsa20Poly1305::new(&key(password, &salt)?)
        .encrypt(Nonce::from_slice(&nonce), &secret[..])
        .map_err(|e| KeystoreError::CannotEncrypt(e.to_string()))?;
    let encoded = [
        &salt[..],
        &(1u32 << LOG_N).to_le_bytes(),
        &P.to_le_bytes(),
        &R.to_le_bytes(),
        &nonce,
        &sealed,
    ]
    .concat();

    let file = json!({
        "encoded": STANDARD.encode(encoded),
        "encoding": {
            "content": ["pkcs8", "sr25519"],
            "type": ["scrypt", "xsalsa20-poly1305"],
            "version": "3",
        },
        "address": AccountId(pair.public().0).to_string(),
        "meta": { "name": name, "whenCreated": created },
    });
    Ok(format!("{file:#}\n"))
}

/// Opens a key file.
pub fn decrypt(file: &str, password: &str) -> Result<Keypair, KeystoreError> {
    let outer = parse(file)?;
    // subxt-signer takes the prefix for granted.
    let encoded = STANDARD.decode(&outer.encoded).map_err(|e| not_ours(e.to_string()))?;
    if encoded.len() <= PREFIX {
        return Err(not_ours("it is too short"));
    }
    decrypt_json(file, password).map_err(|error| match error {
        DecryptError::Secretbox(_) => KeystoreError::WrongPassword,
        other => not_ours(other.to_string()),
    })
}

/// What a key file says without a password.
pub fn label(file: &str) -> Result<Label, KeystoreError> {
    let outer = parse(file)?;
    let account = outer.address.parse().map_err(|_| not_ours("its address is none"))?;
    let name = outer.meta["name"].as_str().unwrap_or_default().to_owned();
    Ok(Label { account, name })
}

#[derive(Deserialize)]
struct Outer {
    encoded: String,
    address: String,
    #[serde(default)]
    meta: Value,
}

fn parse(file: &str) -> Result<Outer, KeystoreError> {
    serde_json::from_str(file).map_err(|e| not_ours(e.to_string()))
}

fn not_ours(reason: impl Into<String>) -> KeystoreError {
    KeystoreError::NotAKeystore(reason.into())
}

fn key(password: &str, salt: &[u8; 32]) -> Result<Key, KeystoreError> {
    let failed = |reason: String| KeystoreError::CannotEncrypt(reason);
    let mut key = Key::default();
    let params = scrypt::Params::new(LOG_N, R, P, key.len()).map_err(|e| failed(e.to_string()))?;
    scrypt::scrypt(password.as_bytes(), salt, &params, &mut key)
        .map_err(|e| failed(e.to_string()))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_with_its_password_only() {
        let (pair, phrase) = generate();
        let file = encrypt(&pair, "meter desk", "correct horse", 1_700_000_000_000).expect("made");
        let opened = decrypt(&file, "correct horse").expect("the right password");
        assert_eq!(opened.public_key().0, pair.public().0);
        assert_eq!(decrypt(&file, "wrong").err(), Some(KeystoreError::WrongPassword));

        let signature = sr25519::Signature::from_raw(opened.sign(b"hello").0);
        assert!(sr25519::Pair::verify(&signature, b"hello", &pair.public()));

        let label = label(&file).expect("readable without a password");
        assert_eq!(label, Label { account: AccountId(pair.public().0), name: "meter desk".into() });

        let again = sr25519::Pair::from_string(&phrase, None).expect("the phrase is good");
        assert_eq!(again.public(), pair.public());
        assert!(!file.contains(&hex::encode(pair.as_ref().secret.to_ed25519_bytes())));
    }

    /// The file was made by `@polkadot/keyring` 14.0.3 of the URI and the password here.
    #[test]
    fn a_file_of_polkadot_js_is_read() {
        let file = include_str!("../fixtures/polkadot-js-keyring-14.0.3.json");
        let opened = decrypt(file, "a password of the tests").expect("the right password");
        let pair = sr25519::Pair::from_string("//huangpu//fixture", None).expect("a URI");
        assert_eq!(opened.public_key().0, pair.public().0);
        assert_eq!(label(file).expect("readable").name, "polkadot-js fixture");
        assert_eq!(decrypt(file, "").err(), Some(KeystoreError::WrongPassword));
    }

    #[test]
    fn an_empty_password_is_refused() {
        let (pair, _) = generate();
        assert_eq!(encrypt(&pair, "", "", 0).err(), Some(KeystoreError::EmptyPassword));
    }

    #[test]
    fn other_files_are_refused_without_panic() {
        let short = r#"{"encoded":"AAAA","encoding":{"content":["pkcs8","sr25519"],
            "type":["scrypt","xsalsa20-poly1305"],"version":"3"},
            "address":"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"}"#;
        for bad in ["", "{}", "not json", "{\"encoded\":\"%\",\"address\":\"x\"}", short] {
            assert!(matches!(decrypt(bad, "any"), Err(KeystoreError::NotAKeystore(_))), "{bad}");
        }
    }
}
