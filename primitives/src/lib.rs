//! What the pallets, the gateway and the client agree on.
//!
//! | module | holds |
//! |---|---|
//! | [`ids`] | the numbers the chain assigns |
//! | [`identifiers`] | the legal identifiers of organisations: unified social credit codes, LEIs, foreign registers |
//! | [`roles`] | what an organisation is, and what its people and systems may do |
//! | [`members`] | kinds of organisations, tiers of quota, kinds of interests |
//! | [`council`] | kinds of decisions, and the constituencies of the council |
//! | [`nodes`] | the machines of the network, and who of them is let in |
//! | [`instruments`] | classes of instruments, and as what the ledger carries them |
//! | [`units`] | units of measure (UN/ECE Recommendation 20) and exact arithmetic on quantities |
//! | [`intervals`] | numbered units, held by the interval: pieces that split and merge |
//! | [`money`] | settlement money: kinds of assets, why money is held, references of payments |
//! | [`settlement`] | delivery versus payment |
//! | [`commitments`] | commitments to values that only their owner and whom it tells know |
//! | [`parts`] | the codes of automotive parts: VIN, traction batteries |
//! | [`calendar`] | months and days of the chain's calendar, UTC+8 |
//! | [`report`] | the signed meter report, byte for byte (`docs/spec/report-v1.md`) |
//! | [`merkle`] | the tree over a report's readings |
//! | [`refusals`] | why a transaction is refused before it reaches a block |
//! | [`traits`] | what one pallet asks of another |
//! | [`apis`] | the runtime's read interface |
//! | [`paging`] | pages of long lists, for the pallets that answer it |

#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

pub mod apis;
pub mod calendar;
pub mod commitments;
pub mod council;
pub mod identifiers;
pub mod ids;
pub mod instruments;
pub mod intervals;
pub mod members;
pub mod merkle;
pub mod money;
pub mod nodes;
pub mod paging;
pub mod parts;
pub mod refusals;
pub mod report;
pub mod roles;
pub mod settlement;
pub mod traits;
pub mod units;

pub use ids::{
    AssetId, AuthorityId, DeviceId, FacilityId, FactorSeriesId, OfferId, OrderId, OrgId,
    RedemptionId, SourceId,
};

/// A point in time: milliseconds since 1970-01-01T00:00Z.
pub type Millis = u64;
