//! What clients read of the council: the answers of `CouncilApi`.

use crate::{calendar::Day, council::Constituency, OrgId};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;

/// A constituency, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ConstituencyView {
    /// Which.
    pub constituency: Constituency,
    /// How many seats it has.
    pub seats: u32,
    /// How many days a term is.
    pub term_days: u32,
    /// The last day of the running term; none, before the first election.
    pub term_ends: Option<Day>,
    /// Who sits for it.
    pub holders: Vec<OrgId>,
    /// The running election.
    pub election: Option<ElectionView>,
}

/// A running election, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionView {
    /// Its number within the constituency, from 1.
    pub round: u32,
    /// How many seats it fills.
    pub seats: u32,
    /// Whether it fills vacancies only, for the rest of the term.
    pub by_election: bool,
    /// The last day on which organisations stand.
    pub nominations_until: Day,
    /// The last day on which they vote.
    pub votes_until: Day,
}

/// Somebody who stands, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CandidateView {
    /// The organisation.
    pub org: OrgId,
    /// The organisations that vote for it.
    pub votes: u32,
}

/// A motion that is voted on, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MotionView {
    /// Hash of its call, by which it is named.
    pub hash: H256,
    /// Its number.
    pub index: u32,
    /// With so many ayes its call is made.
    pub threshold: u32,
    /// How many vote in all.
    pub seats: u32,
    /// Who agrees.
    pub ayes: Vec<OrgId>,
    /// Who does not.
    pub nays: Vec<OrgId>,
    /// The last block in which seats vote.
    pub until: u32,
    /// The encoded call.
    pub call: Vec<u8>,
}
