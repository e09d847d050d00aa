//! What can go wrong, in sentences that say what to do.

use huangpu_primitives::refusals::Refusal;
use serde_json::{json, Value};

/// A failure, as people read it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No connection could be made.
    #[error("cannot reach {url}: is the node running? ({reason})")]
    Unreachable {
        /// Where the node was looked for.
        url: String,
        /// What the transport said.
        reason: String,
    },
    /// The connection broke; it is being made again.
    #[error("the connection to the node was lost and is being made again: {0}")]
    Disconnected(String),
    /// The node did not answer.
    #[error("the node did not answer `{method}` within {seconds} seconds: is it overloaded?")]
    Timeout {
        /// What was asked.
        method: String,
        /// For how long.
        seconds: u64,
    },
    /// The node answered with an error.
    #[error("the node refused `{method}`: {message} (code {code})")]
    Rpc {
        /// What was asked.
        method: String,
        /// JSON-RPC code.
        code: i32,
        /// What the node said.
        message: String,
    },
    /// The node answers this request only to its own operator.
    #[error("the node answers `{0}` only to its operator: connect from the node's own machine, or start it with `--rpc-methods unsafe`")]
    UnsafeDenied(String),
    /// The chain refuses the transaction for a reason of its own table.
    #[error("{} (refusal {}, {})", .0.sentence().trim_end_matches('.'), *.0 as u8, .0.name())]
    Refused(Refusal),
    /// The chain refuses the transaction for a reason this client does not know.
    #[error("the chain refuses the transaction with number {0}, which this client does not know: get a newer one")]
    UnknownRefusal(u8),
    /// The transaction pool does not take the transaction.
    #[error("{0}")]
    Pool(PoolProblem),
    /// The transaction was included, and failed.
    #[error("{0}")]
    Dispatch(Box<DispatchFailure>),
    /// The node's answer is not what this client expects.
    #[error("cannot understand the node's answer to `{what}`: {reason}; is it a Huangpu node, and this client of its version?")]
    Decode {
        /// What was asked.
        what: String,
        /// What is wrong with the answer.
        reason: String,
    },
    /// The runtime changed in a way this client does not know.
    #[error("this client was built for another version of the runtime: get the client of the node's release ({0})")]
    Incompatible(String),
    /// A file of encrypted keys cannot be used.
    #[error("{0}")]
    Keystore(#[from] crate::keystore::KeystoreError),
    /// A file cannot be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// What the user asked for makes no sense.
    #[error("{0}")]
    Input(String),
}

/// Why the pool does not take a transaction.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PoolProblem {
    /// Its nonce was used already.
    #[error("the account has sent a transaction with this nonce already: send it again")]
    Stale,
    /// Its nonce is ahead.
    #[error("an earlier transaction of the account is missing: send that one first")]
    Future,
    /// Its signature does not verify.
    #[error("the signature is not valid for this chain: was the key or the chain mixed up?")]
    BadProof,
    /// The block it was built on is too old.
    #[error("the transaction is too old: send it again")]
    AncientBirthBlock,
    /// It does not fit into a block.
    #[error("the blocks are full, or the transaction is too large for one: try again, or send less at once")]
    ExhaustsResources,
    /// The call is not accepted.
    #[error("the chain does not accept this call now")]
    Call,
    /// The account may not pay.
    #[error("the account is unknown to the chain: its organisation must admit it first")]
    Payment,
    /// The signer is not accepted.
    #[error("the chain does not accept this signer")]
    BadSigner,
    /// It is in the pool.
    #[error("the same transaction is in the pool already: wait for it")]
    AlreadyImported,
    /// It was refused a moment ago.
    #[error("the node refused this transaction a short while ago and does not look at it again yet: wait a minute")]
    TemporarilyBanned,
    /// Another one stands in its place.
    #[error("another transaction of the account is waiting in its place: wait for it")]
    TooLowPriority,
    /// There is no room.
    #[error("the node's transaction pool is full: try again later")]
    Full,
    /// The runtime cannot read it.
    #[error(
        "the chain cannot read the transaction: is a text in it too long, or this client too old?"
    )]
    Unreadable,
    /// It left the pool without being included.
    #[error("the transaction left the pool without being included ({0}): send it again")]
    Lost(String),
    /// Nothing was heard of it.
    #[error("nothing was heard of transaction {hash} for {seconds} seconds: it may still be included; is the chain finalizing blocks?")]
    NoNews {
        /// The transaction's hash.
        hash: String,
        /// For how long.
        seconds: u64,
    },
    /// Something else.
    #[error("the node's transaction pool refused the transaction: {0}")]
    Other(String),
}

/// A call that was included and failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DispatchFailure {
    /// The pallet, where a pallet failed it.
    pub pallet: Option<String>,
    /// The error's name.
    pub name: String,
    /// What it means: the runtime's documentation of it, or our own words where that does not help.
    pub sentence: String,
    /// Number and hash of the block.
    pub block: crate::Head,
}

impl std::fmt::Display for DispatchFailure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)?;
        match &self.pallet {
            Some(pallet) => write!(f, " ({pallet}.{}", self.name)?,
            None => write!(f, " ({}", self.name)?,
        }
        write!(f, ", in block {})", self.block.number)
    }
}

impl Error {
    /// Bad input, in words.
    pub fn input(text: impl Into<String>) -> Self {
        Error::Input(text.into())
    }

    /// A word for the kind of failure, for programs. The words are for ever.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::Unreachable { .. } => "unreachable",
            Error::Disconnected(_) => "disconnected",
            Error::Timeout { .. } => "timeout",
            Error::Rpc { .. } => "rpc",
            Error::UnsafeDenied(_) => "unsafe-denied",
            Error::Refused(_) | Error::UnknownRefusal(_) => "refused",
            Error::Pool(_) => "pool",
            Error::Dispatch(_) => "dispatch",
            Error::Decode { .. } => "decode",
            Error::Incompatible(_) => "incompatible",
            Error::Keystore(_) => "keystore",
            Error::File { .. } => "file",
            Error::Input(_) => "input",
        }
    }

    /// The failure for programs: kind, message, and number or name where it has one.
    pub fn to_json(&self) -> Value {
        let mut object = json!({ "kind": self.kind(), "message": self.to_string() });
        match self {
            Error::Refused(refusal) => {
                object["number"] = (*refusal as u8).into();
                object["name"] = refusal.name().into();
            }
            Error::UnknownRefusal(number) => object["number"] = (*number).into(),
            Error::Dispatch(failure) => {
                object["pallet"] = failure.pallet.clone().into();
                object["name"] = failure.name.clone().into();
                object["block"] = failure.block.number.into();
            }
            Error::Rpc { code, .. } => object["code"] = (*code).into(),
            _ => {}
        }
        object
    }
}
