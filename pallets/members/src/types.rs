//! The pallet's records. Nothing here knows the runtime.

use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    apis::Standing,
    calendar::Day,
    identifiers::Identifier,
    members::{InterestKind, Kind, Tier},
    roles::{Role, Roles, Scope, Scopes, MAX_SCOPES},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{traits::ConstU32, BoundedVec},
    sp_core::H256,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Most bytes of a call that waits for a second delegate.
pub const MAX_CALL: u32 = 4_096;
/// Most acts of one organisation that wait for a second delegate.
pub const MAX_ACTS: u32 = 256;
/// Most applications of one sponsor that wait for the council.
pub const MAX_SPONSORED: u32 = 32;
/// Most interests that one organisation declares.
pub const MAX_INTERESTS: u32 = 256;
/// Most mandates that one organisation grants.
pub const MAX_MANDATES: u32 = 64;
/// For how many days an application waits for the council.
pub const APPLICATION_DAYS: u32 = 90;
/// For how many days an act waits for a second delegate.
pub const ACT_DAYS: u32 = 14;
/// Longest membership between two renewals, in days.
pub const MAX_TERM_DAYS: u32 = 3 * 366;
/// For how many days an interest counts after it ended.
pub const INTEREST_DAYS: u32 = 2 * 366;
/// A platform's fee is stated in parts of this.
pub const BASIS_POINTS: u16 = 10_000;

/// A legal name, UTF-8, at most 128 bytes.
pub type OrganisationName = BoundedVec<u8, ConstU32<128>>;

/// Number of an act of an organisation, counted from 1.
pub type ActId = u32;

/// Who an organisation is, as the council found it.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Profile {
    /// Legal name.
    pub name: OrganisationName,
    /// What it is by law.
    pub kind: Kind,
    /// Who ultimately controls it; itself, where none is stated.
    pub control_group: Option<Identifier>,
    /// The parts it plays in the consortium.
    pub roles: Roles,
}

/// A member of the consortium: what is seldom looked at.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Organisation<AccountId> {
    /// Its legal identifier.
    pub identifier: Identifier,
    /// Who it is.
    pub profile: Profile,
    /// The account that decides for it.
    pub controller: AccountId,
    /// The member that proposed it; none for the founders.
    pub sponsor: Option<OrgId>,
    /// How many delegates it has.
    pub delegates: u32,
    /// How many of its acts wait for a second delegate.
    pub acts: u32,
    /// The number of its last act.
    pub last_act: ActId,
    /// How many applications it sponsors.
    pub sponsored: u32,
    /// How many mandates it has granted.
    pub mandates: u32,
    /// How many interests it has declared.
    pub interests: u32,
}

/// What decides, for every transaction, whether an organisation's accounts may write, and how much.
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
pub struct Access {
    /// Standing, but for a membership that ended since the last block of the day before.
    pub standing: Standing,
    /// The last day of the membership.
    pub until: Day,
    /// How much it may use.
    pub tier: Tier,
    /// What it used of that.
    pub bucket: Bucket,
}

/// What of a quota is used: it runs empty by itself, a bit per block. A new one is unused.
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
pub struct Bucket {
    /// Execution time used, in picoseconds of declared weight.
    pub time: u64,
    /// Bytes used.
    pub bytes: u64,
    /// The block at whose state this stood.
    pub at: u32,
}

/// What refills a bucket in a block, and how many blocks' worth it holds.
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
pub struct Rate {
    /// Picoseconds of declared weight per block.
    pub time: u64,
    /// Bytes per block.
    pub bytes: u64,
    /// Blocks' worth that the bucket holds.
    pub depth: u32,
}

/// A proposed member, until the council decides.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application<AccountId> {
    /// The member that proposes it.
    pub sponsor: OrgId,
    /// Who it says it is.
    pub profile: Profile,
    /// The account that will decide for it.
    pub controller: AccountId,
    /// The last day on which it can be approved.
    pub until: Day,
}

/// For whom an account acts, and how far.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Membership {
    /// The organisation.
    pub org: OrgId,
    /// How far.
    pub authority: Authority,
}

/// How far an account may go.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Authority {
    /// In everything.
    #[codec(index = 0)]
    Controller,
    /// Within its powers.
    #[codec(index = 1)]
    Delegate(Powers),
}

/// A delegate's powers.
#[derive(
    Clone,
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
pub struct Powers {
    /// Where it may prepare acts, which then wait for somebody who may approve them.
    pub prepare: Scopes,
    /// Where it may act alone, within its limits, and approve what others prepared.
    pub approve: Scopes,
    /// Where it has a limit.
    pub limited: Scopes,
    /// The last day on which it may do anything.
    pub until: Option<Day>,
}

impl Powers {
    /// Whether they have ended.
    pub fn ended(&self, today: Day) -> bool {
        self.until.is_some_and(|until| today > until)
    }
}

impl Authority {
    /// Whether it may act alone in a scope, without any limit.
    pub fn covers(&self, scope: Scope) -> bool {
        match self {
            Authority::Controller => true,
            Authority::Delegate(powers) => {
                powers.approve.contains(&scope) && !powers.limited.contains(&scope)
            }
        }
    }

    /// Whether it may approve in a scope what another prepared.
    pub fn approves(&self, scope: Scope) -> bool {
        match self {
            Authority::Controller => true,
            Authority::Delegate(powers) => powers.approve.contains(&scope),
        }
    }

    /// Whether it may prepare acts in a scope.
    pub fn prepares(&self, scope: Scope) -> bool {
        match self {
            Authority::Controller => true,
            Authority::Delegate(powers) => {
                powers.prepare.contains(&scope) || powers.approve.contains(&scope)
            }
        }
    }

    /// Whether it may let another act until a day (none: without end): no later than until its own last day, or
    /// that would be none.
    pub fn may_give_until(&self, until: Option<Day>) -> bool {
        match self {
            Authority::Delegate(Powers { until: Some(own), .. }) => {
                until.is_some_and(|until| until <= *own)
            }
            _ => true,
        }
    }

    /// Whether it has ended.
    pub fn ended(&self, today: Day) -> bool {
        match self {
            Authority::Controller => false,
            Authority::Delegate(powers) => powers.ended(today),
        }
    }
}

/// What a delegate may do alone in a scope. Values are in fen (1/100 yuan) where acts have a price, else in
/// what the domain counts; an act without value has 0.
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
pub struct Limit {
    /// Highest value of one act.
    pub per_act: u128,
    /// Highest value of a day's acts together.
    pub per_day: u128,
}

/// A limit, and what was used of it.
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
pub struct LimitUse {
    /// The limit.
    pub limit: Limit,
    /// The day of which `used` speaks.
    pub day: Day,
    /// Value of that day's acts.
    pub used: u128,
}

/// What a controller states about a delegate.
#[derive(
    Clone,
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
pub struct Delegation {
    /// See [`Powers::prepare`].
    pub prepare: Scopes,
    /// See [`Powers::approve`].
    pub approve: Scopes,
    /// Its limits; without one, it acts alone in what it may approve.
    pub limits: Limits,
    /// See [`Powers::until`].
    pub until: Option<Day>,
}

/// The limits of a delegate, by scope.
pub type Limits = BoundedVec<(Scope, Limit), ConstU32<MAX_SCOPES>>;

/// A call that waits for a second delegate.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Act<AccountId> {
    /// Who prepared it.
    pub by: AccountId,
    /// The scope it takes.
    pub scope: Scope,
    /// Its value.
    pub value: u128,
    /// The last day on which it can be approved.
    pub until: Day,
    /// The encoded call.
    pub call: BoundedVec<u8, ConstU32<MAX_CALL>>,
}

/// What a merchant lets a platform do for it.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Mandate {
    /// Where the platform may act.
    pub scopes: Scopes,
    /// The last day.
    pub until: Day,
    /// The fee it may charge, in 1/10 000 of a trade's value.
    pub fee: u16,
    /// Hash of the contract.
    pub terms: H256,
}

/// An interest that one organisation declared in another.
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
pub struct Interest {
    /// What it consists in.
    pub kind: InterestKind,
    /// The day it was declared.
    pub since: Day,
    /// The day it ended.
    pub ended: Option<Day>,
}

/// What ends on a day. The numbers are for ever.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Ending {
    /// A membership.
    #[codec(index = 0)]
    Membership(OrgId),
    /// An application.
    #[codec(index = 1)]
    Application(Identifier),
    /// An act that nobody approved.
    #[codec(index = 2)]
    Act(OrgId, ActId),
}

/// A founding organisation, as a genesis preset writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisOrganisation<AccountId> {
    /// Its legal identifier.
    pub identifier: Identifier,
    /// Legal name.
    pub name: String,
    /// What it is by law.
    pub kind: Kind,
    /// The parts it plays.
    pub roles: Vec<Role>,
    /// The account that decides for it.
    pub controller: AccountId,
    /// How much it may use.
    pub tier: Tier,
    /// Whether it has a seat in the council.
    #[serde(default)]
    pub seated: bool,
    /// Its delegates and where they act alone.
    #[serde(default = "Vec::new")]
    pub delegates: Vec<(AccountId, Vec<Scope>)>,
}
