//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    calendar::Day,
    instruments::{InstrumentClass, Mode},
    AuthorityId,
};
use polkadot_sdk::{
    frame_support::{traits::ConstU32, BoundedVec},
    sp_core::H256,
};
use scale_info::TypeInfo;

/// The name of a legal register, UTF-8, at most 128 bytes.
pub type Register = BoundedVec<u8, ConstU32<128>>;

/// What allows the ledger to carry a class of instruments.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Permit {
    /// Hash of its document (BLAKE2b-256).
    pub document: H256,
    /// The legal register: the one that this ledger is, or the one that it follows.
    pub register: Register,
}

/// An authority, for ever.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Authority {
    /// For which class.
    pub class: InstrumentClass,
    /// As what the ledger carries it.
    pub mode: Mode,
    /// The permit; a simulation may do without.
    pub permit: Option<Permit>,
    /// The day on which it was recorded; none, if it is from the chain's beginning.
    pub since: Option<Day>,
    /// Its last day.
    pub until: Day,
    /// The day on which the council ended it or recorded another one in its place.
    pub ended: Option<Day>,
}

/// The authority of a class, and whether it is open.
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
pub struct Gate {
    /// The authority recorded last.
    pub authority: AuthorityId,
    /// Its mode, which stays the class's when it is over.
    pub mode: Mode,
    /// Its last day; none, if the council has closed the class.
    pub open_until: Option<Day>,
}
