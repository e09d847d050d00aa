//! What clients read of validators: the answers of `ValidatorsApi`.

use crate::{calendar::Month, OrgId};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why a validator leaves the set. The numbers are for ever.
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
pub enum Departure {
    /// Its organisation wanted to.
    #[codec(index = 0)]
    Left,
    /// The council removed it.
    #[codec(index = 1)]
    Removed,
    /// Its organisation is no longer in good standing.
    #[codec(index = 2)]
    Standing,
    /// It made no block in a whole session.
    #[codec(index = 3)]
    Silent,
    /// It voted for two things at once.
    #[codec(index = 4)]
    Equivocated,
}

/// Where a validator stands. The numbers are for ever.
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
pub enum ValidatorState {
    /// Its organisation applied; the council has not decided.
    #[codec(index = 0)]
    Candidate,
    /// It joins at the next change, once its keys are set.
    #[codec(index = 1)]
    Approved,
    /// It is in the set.
    #[codec(index = 2)]
    Active,
    /// It is in the set until the next change at which enough others remain.
    #[codec(index = 3)]
    Leaving(Departure),
    /// It was dropped for its silence.
    #[codec(index = 4)]
    Dropped,
}

/// A validator, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ValidatorView<AccountId> {
    /// Whose it is.
    pub org: OrgId,
    /// The keyless account that its session keys belong to.
    pub account: AccountId,
    /// Where it stands.
    pub state: ValidatorState,
    /// Whether its session keys are set.
    pub has_keys: bool,
    /// Whether it makes blocks in this session: changes of the set take effect at the next session but one.
    pub authors: bool,
    /// Whether it came back by itself after it was dropped, which it may once.
    pub rejoined: bool,
    /// The blocks that it made in this session.
    pub blocks: u32,
}

/// The set, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ValidatorSetView {
    /// The session.
    pub session: u32,
    /// The blocks of a session.
    pub session_blocks: u32,
    /// No change makes the set smaller than this.
    pub minimum: u32,
    /// Nor larger than this.
    pub maximum: u32,
    /// Who makes blocks in this session.
    pub authors: Vec<OrgId>,
    /// Who will, as decided so far.
    pub planned: Vec<OrgId>,
}

/// How reliably an organisation's validator made blocks in a month, as clients read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct UptimeView {
    /// The month in which the sessions ended.
    pub month: Month,
    /// The sessions in which it was in the set.
    pub sessions: u32,
    /// Those in which it made no block.
    pub silent: u32,
    /// The blocks that it made.
    pub blocks: u32,
}
