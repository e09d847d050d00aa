//! `huangpu keys`: keys in encrypted files.

use crate::{
    answer::{facts, Answer},
    context::Context,
    moments, parse, signer,
};
use clap::Subcommand;
use huangpu_client::{keystore, AccountId, Error};
use serde_json::json;
use std::{
    fs::OpenOptions,
    io::Write,
    path::{Path, PathBuf},
};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes a new key in an encrypted file that polkadot-js wallets read too.
    New {
        /// The file to write; it must not exist.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// What to call the account.
        #[arg(long, default_value = "huangpu")]
        name: String,
        /// Show, this once, the phrase from which the key can be made again: for writing down.
        #[arg(long)]
        show_phrase: bool,
    },
    /// Shows the account of a key file, or of the signer.
    Show {
        /// The key file; without it, the signer.
        file: Option<String>,
    },
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::New { out, name, show_phrase } => new(&out, &name, show_phrase),
        Command::Show { file: Some(file) } => {
            let label = keystore::label(&parse::text_file(&file)?)?;
            Ok(show(label.account, Some(label.name)))
        }
        Command::Show { file: None } => {
            Ok(show(AccountId(context.signer_unchecked()?.public_key().0), None))
        }
    }
}

fn new(out: &Path, name: &str, show_phrase: bool) -> Result<Answer, Error> {
    let password = new_password()?;
    let (pair, phrase) = keystore::generate();
    let file = keystore::encrypt(&pair, name, &password, moments::now())?;
    write_secret(out, &file)?;
    let label = keystore::label(&file)?;
    let path = out.display().to_string();
    let mut json = json!({ "file": path, "account": label.account.to_string() });
    let mut rows = vec![("file", path), ("account", label.account.to_string())];
    if show_phrase {
        json["phrase"] = phrase.clone().into();
        rows.push(("phrase", phrase));
    }
    Ok(Answer::new(json, facts(&rows)))
}

/// A password from a person is asked for twice.
fn new_password() -> Result<String, Error> {
    let password = signer::password("Password for the new key: ")?;
    if std::env::var_os(signer::PASSWORD).is_none() {
        let again = signer::password("The same again: ")?;
        if again != password {
            return Err(Error::input("the two passwords differ"));
        }
    }
    Ok(password)
}

/// Writes a new file that only its owner reads.
pub(crate) fn write_secret(path: &Path, text: &str) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|e| Error::File { path: path.display().to_string(), reason: e.to_string() })
}

fn show(account: AccountId, name: Option<String>) -> Answer {
    let key = format!("0x{}", hex::encode(account.0));
    let mut json = json!({ "account": account.to_string(), "publicKey": key });
    let mut rows = vec![("account", account.to_string()), ("public key", key)];
    if let Some(name) = name {
        json["name"] = name.clone().into();
        rows.push(("name", name));
    }
    Answer::new(json, facts(&rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_never_overwritten_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key.json");
        write_secret(&path, "one").expect("a new file");
        assert!(matches!(write_secret(&path, "two"), Err(Error::File { .. })));
        assert_eq!(std::fs::read_to_string(&path).expect("the file"), "one");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).expect("the file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
