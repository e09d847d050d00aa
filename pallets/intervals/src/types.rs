//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    calendar::Day,
    instruments::InstrumentId,
    intervals,
    intervals::{Interval, Part},
    money::Amount,
    AssetId, OrgId,
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

impl Offer {
    /// What it gives, and for what.
    pub const fn terms(&self) -> Terms {
        let Self { instrument, part, asset, price, .. } = *self;
        Terms { instrument, units: part.units, asset, price }
    }
}

/// What a buyer agrees to. An offer never changes; but who types another number has another offer.
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
pub struct Terms {
    /// Of this instrument.
    pub instrument: InstrumentId,
    /// These, all of them.
    pub units: Interval,
    /// For this money.
    pub asset: AssetId,
    /// So much of it.
    pub price: Amount,
}
