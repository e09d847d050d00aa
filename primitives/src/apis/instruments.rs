//! What clients read of classes of instruments: the answers of `InstrumentsApi`.

use crate::{
    calendar::Day,
    instruments::{InstrumentClass, Mode},
    AuthorityId,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;

/// A class of instruments, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClassView {
    /// The class.
    pub class: InstrumentClass,
    /// Whether it is issued and traded today.
    pub open: bool,
    /// The authority recorded last, which may have ended.
    pub authority: Option<AuthorityView>,
}

/// An authority under which a class is issued and traded, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AuthorityView {
    /// Its id.
    pub id: AuthorityId,
    /// The class.
    pub class: InstrumentClass,
    /// As what the ledger carries it.
    pub mode: Mode,
    /// The permit, and the register it is for.
    pub permit: Option<PermitView>,
    /// The day on which it was recorded; none, if it is from the chain's beginning.
    pub since: Option<Day>,
    /// Its last day.
    pub until: Day,
    /// The day on which the council ended it or recorded another one in its place.
    pub ended: Option<Day>,
}

/// A permit, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PermitView {
    /// Hash of the permit's document.
    pub document: H256,
    /// The legal register, UTF-8.
    pub register: Vec<u8>,
}
