//! What can go wrong with the store.

use std::{io, path::Path};

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the database.
    #[error("another gateway uses this store: stop it, or give this one its own data_dir")]
    InUse,
    /// There is no room left.
    #[error("the disk is full: free some room; nothing that was acknowledged is lost")]
    DiskFull,
    /// The database is not what this gateway expects.
    #[error("the store's {0} is not what it should be: it was written for another chain or by another version of the gateway; move the file away")]
    Foreign(&'static str),
    /// A record cannot be decoded.
    #[error(
        "the store's table `{0}` holds a damaged record: restore the data directory from a backup"
    )]
    Damaged(&'static str),
    /// The disk failed, and the database could not be opened again.
    #[error("the store cannot be opened again after the disk failed")]
    Unavailable,
    /// The device's reports stand elsewhere than the caller thinks.
    #[error("the device's reports have moved on meanwhile")]
    Moved,
    /// A file or directory cannot be used.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// Anything else.
    #[error("the store failed: {0}")]
    Database(redb::Error),
}

impl StoreError {
    pub(crate) fn file(path: &Path, source: io::Error) -> Self {
        StoreError::File { path: path.display().to_string(), source }
    }

    /// Whether the database refuses everything until it is opened again.
    pub(super) fn needs_reopening(&self) -> bool {
        match self {
            StoreError::DiskFull => true,
            StoreError::Database(e) => matches!(e, redb::Error::Io(_) | redb::Error::PreviousIo),
            _ => false,
        }
    }
}

impl From<redb::Error> for StoreError {
    fn from(error: redb::Error) -> Self {
        match error {
            redb::Error::DatabaseAlreadyOpen => StoreError::InUse,
            redb::Error::Io(e) if is_full(&e) => StoreError::DiskFull,
            other => StoreError::Database(other),
        }
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

macro_rules! from_redb {
    ($($error:ty),+) => {
        $(impl From<$error> for StoreError {
            fn from(error: $error) -> Self {
                redb::Error::from(error).into()
            }
        })+
    };
}

from_redb!(
    redb::DatabaseError,
    redb::TransactionError,
    redb::TableError,
    redb::StorageError,
    redb::CommitError,
    redb::SetDurabilityError
);
