//! The pallet's records. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{apis::Departure, OrgId};
use scale_info::TypeInfo;

/// The blocks of a session where genesis says nothing: ten minutes.
pub const DEFAULT_SESSION_BLOCKS: u32 = 600;
/// The fewest blocks of a session.
pub const MIN_SESSION_BLOCKS: u32 = 2;
/// The most blocks of a session, a day's: the set has to change at times.
pub const MAX_SESSION_BLOCKS: u32 = 86_400;

/// Whether a session may have so many blocks.
pub(crate) fn is_session_length(blocks: u32) -> bool {
    (MIN_SESSION_BLOCKS..=MAX_SESSION_BLOCKS).contains(&blocks)
}

/// How far a validator has come. Whether one in the set is leaving it stands in its [`Place`]. The numbers are for
/// ever.
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
pub enum Stage {
    /// Its organisation applied; the council has not decided.
    #[codec(index = 0)]
    Candidate,
    /// It waits to come into the set.
    #[codec(index = 1)]
    Approved,
    /// It is in the set.
    #[codec(index = 2)]
    InSet,
    /// It was dropped for its silence.
    #[codec(index = 3)]
    Dropped,
}

/// What is known of an organisation's validator.
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
pub struct Validator {
    /// How far it has come.
    pub stage: Stage,
    /// Whether it came back by itself since the council approved it, which it may once.
    pub rejoined: bool,
}

/// A place in the set.
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
pub struct Place {
    /// Whose it is.
    pub org: OrgId,
    /// Why it is leaving, if it is.
    pub leaving: Option<Departure>,
}

/// What a validator did in the sessions that ended in a month.
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
pub struct MonthUptime {
    /// The sessions in which it was to make blocks.
    pub sessions: u32,
    /// Those in which it made none, though it had its turn.
    pub silent: u32,
    /// The blocks that it made.
    pub blocks: u32,
}

/// Who goes first, if not all who leave can go: whom the others must not trust, and last who may come back.
pub(crate) fn urgency(why: Departure) -> u8 {
    match why {
        Departure::Equivocated => 0,
        Departure::Removed => 1,
        Departure::Standing => 2,
        Departure::Left => 3,
        Departure::Silent => 4,
    }
}
