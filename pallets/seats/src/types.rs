//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{calendar::Day, council::Constituency, OrgId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The shortest term: a shorter one would be over before its successor's election is.
pub const MIN_TERM_DAYS: u32 = 90;
/// The longest term: five years.
pub const MAX_TERM_DAYS: u32 = 1_830;

/// How many seats a constituency has, and how long it gives them.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub struct Rule {
    /// How many seats.
    pub seats: u32,
    /// How many days a term is.
    pub term_days: u32,
}

/// A running election.
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
pub struct Election {
    /// Its number within the constituency, from 1.
    pub round: u32,
    /// Whether it fills vacant seats only, for the rest of the term.
    pub by_election: bool,
    /// How many seats it was called for.
    pub seats: u32,
    /// The last day on which organisations stand.
    pub nominations_until: Day,
    /// The last day on which they vote.
    pub votes_until: Day,
    /// How many stand.
    pub candidates: u32,
}

/// The election that a constituency called last.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Round {
    /// Its number; 0 before the first.
    pub number: u32,
    /// The day on which an election was last closed.
    pub closed: Option<Day>,
}

/// How an organisation voted.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Ballot {
    /// Where.
    pub constituency: Constituency,
    /// In which election.
    pub round: u32,
    /// For whom.
    pub candidate: OrgId,
}

/// What there was to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// The candidates.
    pub(crate) candidates: u32,
    /// The holders who were not elected again.
    pub(crate) losers: u32,
}
