//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    calendar::Day,
    instruments::Mode,
    money::{Amount, AssetKind, Reference},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{traits::ConstU32, BoundedVec},
    sp_core::H256,
};
use scale_info::TypeInfo;

pub use huangpu_primitives::money::Refusal;

/// Most bytes of an asset's name, and of its symbol.
pub const MAX_NAME: u32 = 50;

/// A name or symbol of an asset.
pub type Name = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// An asset. Its name, symbol and supply stand in `pallet-assets`.
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
pub struct Asset {
    /// The bank whose liability it is.
    pub issuer: OrgId,
    /// What it is.
    pub kind: AssetKind,
    /// In which mode deposit money was open when the asset was: a simulation's never becomes money.
    pub mode: Mode,
    /// Whether the bank may issue more of it.
    pub open: bool,
}

/// A redemption that the bank has neither settled nor refused.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Redemption {
    /// Who redeems.
    pub org: OrgId,
    /// How much is held for it.
    pub amount: Amount,
    /// The holder's own reference, for its books.
    pub reference: Reference,
    /// Commitment to the account that the bank is to pay to.
    pub payout: H256,
    /// The last day on which the bank may answer; of one that it accepted, by which it is to settle or refuse.
    pub answer_until: Day,
    /// Whether the bank has accepted it: it pays, and nobody else ends it meanwhile.
    pub accepted: bool,
}
