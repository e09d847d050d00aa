//! Where the signing key comes from.

use crate::parse;
use huangpu_client::{keystore, Error, Keypair};
use subxt_signer::SecretUri;

/// Names the environment variable with a secret URI.
const SIGNER: &str = "HUANGPU_SIGNER";
/// Names the environment variable with the password of a key file.
pub(crate) const PASSWORD: &str = "HUANGPU_KEYSTORE_PASSWORD";

/// A place where a key is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// An encrypted file.
    File(String),
    /// A secret URI: a phrase or a seed, and a path of derivations.
    Uri(String),
}

impl Source {
    /// Takes the option, or else the environment.
    pub(crate) fn find(option: Option<&str>) -> Result<Self, Error> {
        Self::choose(option, std::env::var(SIGNER).ok())
    }

    fn choose(option: Option<&str>, environment: Option<String>) -> Result<Self, Error> {
        match (option, environment) {
            (Some(uri), _) if uri.starts_with("//") => Ok(Source::Uri(uri.to_owned())),
            (Some(path), _) => Ok(Source::File(path.to_owned())),
            (None, Some(uri)) if !uri.is_empty() => Ok(Source::Uri(uri)),
            _ => Err(Error::Input(format!(
                "who signs? Give --signer FILE, or a secret URI in {SIGNER}, or --signer //Alice \
                 on a chain for tests"
            ))),
        }
    }

    /// Whether the key derives from the phrase that is printed in every manual: a URI without a phrase
    /// of its own does.
    pub(crate) fn is_public_knowledge(&self) -> bool {
        match self {
            Source::File(_) => false,
            Source::Uri(uri) => uri.starts_with('/') || uri.starts_with(subxt_signer::DEV_PHRASE),
        }
    }

    /// Opens the key, asking for a password where one is needed.
    pub(crate) fn open(&self) -> Result<Keypair, Error> {
        match self {
            Source::File(path) => {
                let file = parse::text_file(path)?;
                Ok(keystore::decrypt(&file, &password(&format!("Password of {path}: "))?)?)
            }
            Source::Uri(uri) => from_uri(uri),
        }
    }
}

/// The password, from the environment or from the person at the terminal.
pub(crate) fn password(prompt: &str) -> Result<String, Error> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password);
    }
    rpassword::prompt_password(prompt)
        .map_err(|e| Error::Input(format!("no password: set {PASSWORD}, or use a terminal ({e})")))
}

/// The messages must not repeat the URI: it is a secret.
fn from_uri(uri: &str) -> Result<Keypair, Error> {
    let bad = || Error::input("the signer is not a secret URI: a phrase or seed, and derivations");
    let uri: SecretUri = uri.parse().map_err(|_| bad())?;
    Keypair::from_uri(&uri).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_comes_before_the_environment() {
        let env = || Some("//Bob".to_owned());
        assert_eq!(
            Source::choose(Some("key.json"), env()).ok(),
            Some(Source::File("key.json".into()))
        );
        assert_eq!(
            Source::choose(Some("//Alice"), env()).ok(),
            Some(Source::Uri("//Alice".into()))
        );
        assert_eq!(Source::choose(None, env()).ok(), Some(Source::Uri("//Bob".into())));
        assert!(Source::choose(None, None).is_err());
        assert!(Source::choose(None, Some(String::new())).is_err());
    }

    #[test]
    fn keys_of_the_manuals_are_known_as_such() {
        let uri = |text: &str| Source::Uri(text.to_owned());
        assert!(uri("//Alice").is_public_knowledge());
        assert!(uri("/soft").is_public_knowledge());
        assert!(uri(&format!("{}//Alice", subxt_signer::DEV_PHRASE)).is_public_knowledge());
        assert!(!uri(&format!("0x{}", "07".repeat(32))).is_public_knowledge());
        assert!(!Source::File("key.json".into()).is_public_knowledge());
    }

    #[test]
    fn a_bad_uri_is_not_repeated() {
        let error = from_uri("my secret phrase").expect_err("not a phrase");
        assert!(!error.to_string().contains("my secret"));
        let alice = from_uri("//Alice").expect("a key");
        assert_eq!(alice.public_key().0, subxt_signer::sr25519::dev::alice().public_key().0);
    }
}
