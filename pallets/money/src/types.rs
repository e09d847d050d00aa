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
use serde::{Deserialize, Serialize};

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

/// Why a bank does not pay out: the reasons of ISO 20022 external code list "status reason" that fit. The numbers
/// are for ever.
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
    Serialize,
    Deserialize,
)]
pub enum Refusal {
    /// `AC01`: the account to pay to is not known, or not as committed.
    #[codec(index = 0)]
    IncorrectAccount,
    /// `AC04`: the account to pay to is closed.
    #[codec(index = 1)]
    ClosedAccount,
    /// `AG01`: the bank may not make this payment.
    #[codec(index = 2)]
    TransactionForbidden,
    /// `RR04`: a regulator does not allow it.
    #[codec(index = 3)]
    RegulatoryReason,
    /// `NARR`: another reason, which the bank tells the holder elsewhere.
    #[codec(index = 4)]
    Other,
}
