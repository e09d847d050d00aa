//! Device keys: a directory with one file per device, mode 0600, that holds a 32-byte seed in hex.
//!
//! The file's name is the device's reference, percent-encoded, and the algorithm:
//! `steel-works%2Fmain-meter.ed25519`. Seeds are never logged and never leave this module.

use crate::private_file::{self, PrivateFileError};
use huangpu_primitives::report::{DeviceKey, Signature};
use polkadot_sdk::sp_core::{ecdsa, ed25519, sr25519, Pair, H256};
use rand::{rngs::OsRng, RngCore};
use serde::Deserialize;
use std::{
    fmt, fs, io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    str::FromStr,
};

/// Longest reference the chain takes, in bytes.
pub const MAX_REFERENCE: usize = 64;

/// A signature algorithm that the gateway can sign with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    /// Ed25519 (RFC 8032).
    #[default]
    Ed25519,
    /// Schnorr over Ristretto.
    Sr25519,
    /// ECDSA over secp256k1.
    Secp256k1,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Algorithm; 3] = [Algorithm::Ed25519, Algorithm::Sr25519, Algorithm::Secp256k1];

    /// Its name, in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Algorithm::Ed25519 => "ed25519",
            Algorithm::Sr25519 => "sr25519",
            Algorithm::Secp256k1 => "secp256k1",
        }
    }
}

impl FromStr for Algorithm {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let found = Algorithm::ALL.into_iter().find(|algorithm| algorithm.name() == text);
        found.ok_or_else(|| KeyError::UnknownAlgorithm(text.to_owned()))
    }
}

/// What is wrong with a key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The algorithm is not one of ours.
    #[error("`{0}` is no algorithm the gateway signs with: ed25519, sr25519 or secp256k1")]
    UnknownAlgorithm(String),
    /// A reference that the chain would not take.
    #[error("a device's reference has 1 to {MAX_REFERENCE} bytes and no control characters")]
    BadReference,
    /// The device has a key already.
    #[error("device `{reference}` has a key of algorithm {has} already; to change the algorithm, move {path} away and rotate the key on the chain")]
    OtherAlgorithm {
        /// The device.
        reference: String,
        /// What its key is.
        has: &'static str,
        /// Where it is.
        path: String,
    },
    /// The file of a key cannot be used.
    #[error(transparent)]
    File(#[from] PrivateFileError),
}

/// Signs for one device.
#[derive(Clone)]
pub enum Signer {
    /// See [`Algorithm::Ed25519`].
    Ed25519(Box<ed25519::Pair>),
    /// See [`Algorithm::Sr25519`].
    Sr25519(Box<sr25519::Pair>),
    /// See [`Algorithm::Secp256k1`].
    Secp256k1(Box<ecdsa::Pair>),
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", display_key(&self.public()))
    }
}

impl Signer {
    /// The signer of a seed; `None` if the seed is no secret of this algorithm.
    pub fn from_seed(algorithm: Algorithm, seed: &[u8; 32]) -> Option<Self> {
        match algorithm {
            Algorithm::Ed25519 => {
                ed25519::Pair::from_seed_slice(seed).ok().map(|p| Signer::Ed25519(Box::new(p)))
            }
            Algorithm::Sr25519 => {
                sr25519::Pair::from_seed_slice(seed).ok().map(|p| Signer::Sr25519(Box::new(p)))
            }
            Algorithm::Secp256k1 => {
                ecdsa::Pair::from_seed_slice(seed).ok().map(|p| Signer::Secp256k1(Box::new(p)))
            }
        }
    }

    /// The public key, as the chain registers it.
    pub fn public(&self) -> DeviceKey {
        match self {
            Signer::Ed25519(pair) => DeviceKey::Ed25519(pair.public().0),
            Signer::Sr25519(pair) => DeviceKey::Sr25519(pair.public().0),
            Signer::Secp256k1(pair) => DeviceKey::Secp256k1(pair.public().0),
        }
    }

    /// Signs a report's hash.
    pub fn sign(&self, hash: &H256) -> Signature {
        match self {
            Signer::Ed25519(pair) => Signature::Ed25519(pair.sign(hash.as_bytes()).0),
            Signer::Sr25519(pair) => Signature::Sr25519(pair.sign(hash.as_bytes()).0),
            Signer::Secp256k1(pair) => Signature::Secp256k1(pair.sign_prehashed(&hash.0).0),
        }
    }
}

/// A public key as text: `ed25519:0x…`.
pub fn display_key(key: &DeviceKey) -> String {
    format!("{}:0x{}", key.algorithm(), hex::encode(key.bytes()))
}

/// The directory of key files.
#[derive(Clone, Debug)]
pub struct KeyDir {
    path: PathBuf,
}

impl KeyDir {
    /// Opens the directory, making it (mode 0700) if it is not there.
    ///
    /// # Errors
    /// [`KeyError::File`].
    pub fn open(path: &Path) -> Result<Self, KeyError> {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(|source| PrivateFileError::file(path, source))?;
        Ok(Self { path: path.to_owned() })
    }

    /// The device's signer; makes a key if there is none.
    ///
    /// # Errors
    /// If another algorithm is asked for than that of the key there, or a file cannot be used.
    pub fn ensure(
        &self,
        reference: &str,
        algorithm: Option<Algorithm>,
    ) -> Result<Signer, KeyError> {
        if let Some((has, signer)) = self.find(reference)? {
            if algorithm.is_some_and(|wanted| wanted != has) {
                return Err(KeyError::OtherAlgorithm {
                    reference: reference.to_owned(),
                    has: has.name(),
                    path: self.file(reference, has)?.display().to_string(),
                });
            }
            return Ok(signer);
        }
        self.make(reference, algorithm.unwrap_or_default())
    }

    /// The device's key, if there is one.
    ///
    /// # Errors
    /// If the file cannot be used.
    pub fn find(&self, reference: &str) -> Result<Option<(Algorithm, Signer)>, KeyError> {
        for algorithm in Algorithm::ALL {
            let path = self.file(reference, algorithm)?;
            if path.exists() {
                return Ok(Some((algorithm, read_key(&path, algorithm)?)));
            }
        }
        Ok(None)
    }

    /// All devices that have a key, by reference.
    ///
    /// # Errors
    /// If the directory or a file in it cannot be used.
    pub fn list(&self) -> Result<Vec<(String, DeviceKey)>, KeyError> {
        let mut keys = Vec::new();
        for entry in fs::read_dir(&self.path).map_err(|e| PrivateFileError::file(&self.path, e))? {
            let path = entry.map_err(|e| PrivateFileError::file(&self.path, e))?.path();
            let Some((reference, algorithm)) = parse_name(&path) else { continue };
            keys.push((reference, read_key(&path, algorithm)?.public()));
        }
        keys.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(keys)
    }

    fn make(&self, reference: &str, algorithm: Algorithm) -> Result<Signer, KeyError> {
        let path = self.file(reference, algorithm)?;
        let mut seed = [0u8; 32];
        let signer = loop {
            OsRng.fill_bytes(&mut seed);
            if let Some(signer) = Signer::from_seed(algorithm, &seed) {
                break signer;
            }
        };
        match private_file::write(&path, hex::encode(seed).as_bytes()) {
            Ok(()) => Ok(signer),
            // Another process was faster: its key is the device's.
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => read_key(&path, algorithm),
            Err(e) => Err(PrivateFileError::file(&path, e).into()),
        }
    }

    fn file(&self, reference: &str, algorithm: Algorithm) -> Result<PathBuf, KeyError> {
        check_reference(reference)?;
        Ok(self.path.join(format!("{}.{}", encode_name(reference), algorithm.name())))
    }
}

/// Checks that a text can be a device's reference.
///
/// # Errors
/// [`KeyError::BadReference`].
pub fn check_reference(reference: &str) -> Result<(), KeyError> {
    let fits = (1..=MAX_REFERENCE).contains(&reference.len());
    if fits && !reference.chars().any(char::is_control) {
        Ok(())
    } else {
        Err(KeyError::BadReference)
    }
}

fn read_key(path: &Path, algorithm: Algorithm) -> Result<Signer, KeyError> {
    let seed = private_file::read(path)?;
    Signer::from_seed(algorithm, &seed).ok_or_else(|| PrivateFileError::not_a_secret(path).into())
}

fn encode_name(reference: &str) -> String {
    let mut name = String::with_capacity(reference.len());
    for byte in reference.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("%{byte:02X}"));
        }
    }
    name
}

fn parse_name(path: &Path) -> Option<(String, Algorithm)> {
    let (encoded, algorithm) = path.file_name()?.to_str()?.rsplit_once('.')?;
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some(first) = rest.chars().next() {
        if first == '%' {
            bytes.extend(hex::decode(rest.get(1..3)?).ok()?);
            rest = &rest[3..];
        } else {
            bytes.extend(first.to_string().bytes());
            rest = &rest[first.len_utf8()..];
        }
    }
    let reference = String::from_utf8(bytes).ok()?;
    (encode_name(&reference) == encoded && check_reference(&reference).is_ok())
        .then_some((reference, algorithm.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn directory() -> (tempfile::TempDir, KeyDir) {
        let directory = tempfile::tempdir().unwrap();
        let keys = KeyDir::open(&directory.path().join("keys")).unwrap();
        (directory, keys)
    }

    #[test]
    fn every_algorithm_signs_what_the_chain_verifies() {
        let (_directory, keys) = directory();
        let hash = H256::repeat_byte(7);
        for algorithm in Algorithm::ALL {
            let signer = keys.ensure(algorithm.name(), Some(algorithm)).unwrap();
            let key = signer.public();
            assert_eq!(key.algorithm(), algorithm.name());
            assert_eq!(key.verify(&hash, &signer.sign(&hash)), Ok(()));
            assert!(key.verify(&H256::zero(), &signer.sign(&hash)).is_err());
        }
    }

    #[test]
    fn a_device_keeps_its_key() {
        let (_directory, keys) = directory();
        let first = keys.ensure("steel-works/main-meter", None).unwrap().public();
        assert_eq!(keys.ensure("steel-works/main-meter", None).unwrap().public(), first);
        assert!(display_key(&first).starts_with("ed25519:0x"));
        assert!(matches!(
            keys.ensure("steel-works/main-meter", Some(Algorithm::Sr25519)),
            Err(KeyError::OtherAlgorithm { has: "ed25519", .. })
        ));
        assert_ne!(keys.ensure("other", None).unwrap().public(), first);
    }

    #[test]
    fn the_list_gives_references_back() {
        let (_directory, keys) = directory();
        let references = ["../../etc/passwd", "一号电表", "a.b c%2F"];
        for reference in references {
            keys.ensure(reference, None).unwrap();
        }
        let listed = keys.list().unwrap();
        let names: Vec<_> = listed.iter().map(|(reference, _)| reference.as_str()).collect();
        let mut expected = references;
        expected.sort_unstable();
        assert_eq!(names, expected);
    }

    #[test]
    fn secrets_are_private_and_stay_so() {
        let (directory, keys) = directory();
        keys.ensure("meter", None).unwrap();
        let path = directory.path().join("keys/meter.ed25519");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(
            keys.ensure("meter", None),
            Err(KeyError::File(PrivateFileError::NotPrivate { .. }))
        ));
    }

    #[test]
    fn a_damaged_file_is_not_replaced() {
        let (directory, keys) = directory();
        let path = directory.path().join("keys/meter.ed25519");
        private_file::write(&path, b"not hex").unwrap();
        let error = keys.ensure("meter", None).unwrap_err();
        assert!(matches!(error, KeyError::File(PrivateFileError::NotASecret { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"not hex");
        assert!(private_file::write(&path, b"other").is_err());
    }

    #[test]
    fn debug_output_holds_no_secret() {
        let seed = [0x5a; 32];
        for algorithm in Algorithm::ALL {
            let signer = Signer::from_seed(algorithm, &seed).unwrap();
            assert!(!format!("{signer:?}").contains(&hex::encode(seed)));
        }
        assert!(Signer::from_seed(Algorithm::Secp256k1, &[0; 32]).is_none());
    }

    #[test]
    fn references_the_chain_refuses_have_no_key() {
        let (_directory, keys) = directory();
        for bad in ["", "a\nb", &"x".repeat(65)] {
            assert!(matches!(keys.ensure(bad, None), Err(KeyError::BadReference)), "{bad}");
        }
    }
}
