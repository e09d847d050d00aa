//! The secret behind the salts: one per gateway, in its data directory, mode 0600.

use crate::{
    private_file::{self, PrivateFileError},
    reports::SaltSecret,
};
use rand::{rngs::OsRng, RngCore};
use std::{io, path::Path};

/// Loads the secret, making one if there is none.
///
/// # Errors
/// If the file cannot be used, or others may read it.
pub fn load(data_dir: &Path) -> Result<SaltSecret, PrivateFileError> {
    let path = data_dir.join("salt.secret");
    if !path.exists() {
        let mut secret = [0u8; 32];
        OsRng.fill_bytes(&mut secret);
        match private_file::write(&path, hex::encode(secret).as_bytes()) {
            Err(e) if e.kind() != io::ErrorKind::AlreadyExists => {
                return Err(PrivateFileError::file(&path, e))
            }
            _ => {}
        }
    }
    private_file::read(&path).map(SaltSecret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_stays_the_same() {
        let directory = tempfile::tempdir().unwrap();
        let first = load(directory.path()).unwrap();
        assert_eq!(load(directory.path()).unwrap().0, first.0);
        let other = tempfile::tempdir().unwrap();
        assert_ne!(load(other.path()).unwrap().0, first.0);
    }
}
