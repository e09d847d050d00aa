//! Typed client library for the Huangpu chain.
//!
//! ```no_run
//! # async fn example() -> Result<(), huangpu_client::Error> {
//! use huangpu_client::{Chain, OrgId};
//!
//! let chain = Chain::connect("ws://127.0.0.1:9944").await?;
//! let head = chain.finalized().await?;
//! for device in chain.devices_of(head.hash, OrgId(2), None, 256).await? {
//!     println!("{} has sent {} reports", device.id, device.cursor.sequence);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`Chain`] | a connection, heads, everything a runtime API answers |
//! | [`calls`] | the chain's calls, typed by the committed metadata ([`runtime`]) |
//! | [`submit`] | signs, submits and follows transactions |
//! | [`iso20022`] | payment messages of banks: credit notifications in, credit transfers out |
//! | [`payout`] | where a redemption is paid to: known to holder and bank, a commitment for everybody else |
//! | [`keystore`] | keys in encrypted files that polkadot-js reads too |
//! | [`days`] | the chain's days as people write them |
//! | [`feeds`] | where a node fetches reports |
//! | [`peers`] | nodes as people write them, by their peer ids |
//! | [`NewKeys`] | session keys that a node made |
//! | [`proof`] | the file in which a reading's proof travels |
//! | [`Error`] | failures, in sentences |

#![warn(missing_docs)]

pub mod calls;
mod chain;
pub mod days;
mod error;
pub mod feeds;
pub mod iso20022;
pub mod keystore;
pub mod payout;
pub mod peers;
mod pool;
pub mod proof;
mod reads;
mod receipt;
mod rpc;
#[allow(missing_docs, unreachable_pub, clippy::all)]
pub mod runtime;
mod session_keys;
pub mod submit;
mod values;

pub use chain::{Chain, Head, Health, Now, RuntimeVersion};
pub use error::{DispatchFailure, Error, PoolProblem};
pub use huangpu_primitives::{
    AssetId, AuthorityId, DeviceId, FacilityId, FactorSeriesId, Millis, OfferId, OrderId, OrgId,
    RedemptionId, SourceId,
};
pub use polkadot_sdk::sp_core::H256;
pub use reads::{Act, Application, Organisation, SessionKeys, Validator};
pub use receipt::{Event, Receipt};
pub use session_keys::NewKeys;
pub use submit::{Pending, Stage};
pub use subxt::utils::AccountId32 as AccountId;
pub use subxt_signer::sr25519::Keypair;
