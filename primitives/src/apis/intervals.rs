//! What clients read of units: the answers of `IntervalsApi`.

use crate::{
    calendar::Day,
    instruments::InstrumentId,
    intervals::{Interval, Piece, Provenance, Supply, Units},
    money::Amount,
    AssetId, OfferId, OrgId,
};
use codec::{Decode, Encode};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;

/// An instrument, as clients read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct InstrumentView {
    /// Which.
    pub instrument: InstrumentId,
    /// How many units of it there are and were.
    pub supply: Supply,
}

/// A piece, as clients read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PieceView {
    /// Of this instrument.
    pub instrument: InstrumentId,
    /// Its first unit, by which acts name it.
    pub start: Units,
    /// Where it ends, whose it is, where it comes from, what encumbers it.
    pub piece: Piece<OrgId, Provenance>,
    /// Hash of the decision by which it is frozen.
    pub frozen: Option<H256>,
    /// Hash of the decision by which all is frozen that its owner has.
    pub owner_frozen: Option<H256>,
}

/// An offer, as clients read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OfferView {
    /// Its number.
    pub offer: OfferId,
    /// Units of this instrument.
    pub instrument: InstrumentId,
    /// These.
    pub units: Interval,
    /// Whose they are.
    pub seller: OrgId,
    /// To whom they are offered; none, if to everybody.
    pub buyer: Option<OrgId>,
    /// For this money.
    pub asset: AssetId,
    /// So much of it, for all of them, in fen.
    pub price: Amount,
    /// The last day on which it can be accepted.
    pub until: Day,
}
