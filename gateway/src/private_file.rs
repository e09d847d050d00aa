//! Secrets in files: whole or not there, durable, and nobody else's to read.

use rand::{rngs::OsRng, RngCore};
use std::{
    fs, io,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

/// What is wrong with a file that holds a secret.
#[derive(Debug, thiserror::Error)]
pub enum PrivateFileError {
    /// Others may read the secret.
    #[error(
        "{path} may be read by others: run `chmod 600` on it, and replace the secret if in doubt"
    )]
    NotPrivate {
        /// The file.
        path: String,
    },
    /// The file does not hold 32 bytes.
    #[error("{path} does not hold 32 bytes in hex: restore it from a backup")]
    NotASecret {
        /// The file.
        path: String,
    },
    /// The file system refuses.
    #[error("{path}: {source}")]
    File {
        /// What was touched.
        path: String,
        /// What the system said.
        source: io::Error,
    },
}

impl PrivateFileError {
    pub(crate) fn file(path: &Path, source: io::Error) -> Self {
        PrivateFileError::File { path: path.display().to_string(), source }
    }

    pub(crate) fn not_a_secret(path: &Path) -> Self {
        PrivateFileError::NotASecret { path: path.display().to_string() }
    }
}

/// Writes a secret to a new file, mode 0600: whole and durable, or not at all.
///
/// # Errors
/// If the file exists already, or the file system refuses.
pub fn write(path: &Path, contents: &[u8]) -> io::Result<()> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let temporary = directory.join(format!(".new-{:016x}", OsRng.next_u64()));
    let written = (|| {
        let mut file =
            fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
        file.write_all(contents)?;
        file.sync_all()?;
        // Unlike a rename, a link never replaces what is there.
        fs::hard_link(&temporary, path)
    })();
    let _ = fs::remove_file(&temporary);
    written?;
    fs::File::open(directory)?.sync_all()
}

/// Reads 32 bytes in hex from a file that nobody else may read.
///
/// # Errors
/// [`PrivateFileError::NotPrivate`], [`PrivateFileError::NotASecret`], [`PrivateFileError::File`].
pub fn read(path: &Path) -> Result<[u8; 32], PrivateFileError> {
    let metadata = fs::metadata(path).map_err(|e| PrivateFileError::file(path, e))?;
    if metadata.permissions().mode() & 0o077 != 0 {
        return Err(PrivateFileError::NotPrivate { path: path.display().to_string() });
    }
    let text = fs::read_to_string(path).map_err(|e| PrivateFileError::file(path, e))?;
    let text = text.trim();
    let secret = hex::decode(text.strip_prefix("0x").unwrap_or(text)).ok();
    secret
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| PrivateFileError::not_a_secret(path))
}
