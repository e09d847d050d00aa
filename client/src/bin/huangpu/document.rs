//! The document that a decision of the council cites.

use crate::parse;
use clap::Args;
use huangpu_client::{Error, H256};

/// The document of a decision: its hash, or the file to be hashed.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Document {
    /// BLAKE2b-256 hash of the decision's document.
    #[arg(long, value_name = "HASH")]
    document: Option<String>,
    /// The decision's document, to be hashed here: it stays on this machine.
    #[arg(long, value_name = "FILE")]
    document_file: Option<String>,
}

impl Document {
    /// Its hash.
    pub(crate) fn hash(&self) -> Result<H256, Error> {
        parse::hash_or_file(self.document.as_deref(), self.document_file.as_deref())
    }
}
