//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    calendar::Day, instruments::InstrumentId, intervals, intervals::Part, money::Amount, AssetId,
    OrgId,
};
use scale_info::TypeInfo;

pub use huangpu_primitives::intervals::Provenance;

/// A piece, as it is kept.
pub type Piece = intervals::Piece<OrgId, Provenance>;

/// Units that are offered for money.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Offer {
    /// Of this instrument.
    pub instrument: InstrumentId,
    /// These.
    pub part: Part,
    /// Whose they are.
    pub seller: OrgId,
    /// To whom they are offered; none, if to everybody.
    pub buyer: Option<OrgId>,
    /// For this money.
    pub asset: AssetId,
    /// So much of it, for all of them.
    pub price: Amount,
    /// The last day on which it can be accepted.
    pub until: Day,
}
