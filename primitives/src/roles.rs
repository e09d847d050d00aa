//! What an organisation is in the consortium, and what its accounts may do for it.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedBTreeSet};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A part an organisation plays. The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    Serialize,
    Deserialize,
)]
#[repr(u8)]
pub enum Role {
    /// Makes, buys and sells goods.
    #[codec(index = 0)]
    Enterprise,
    /// Supervises: publishes emission factors, determines inventories, orders recalls.
    #[codec(index = 1)]
    Regulator,
    /// Verifies what others declare.
    #[codec(index = 2)]
    Verifier,
    /// Keeps money and finances.
    #[codec(index = 3)]
    Bank,
    /// Runs a marketplace and acts for its merchants.
    #[codec(index = 4)]
    Platform,
    /// Keeps other people's goods.
    #[codec(index = 5)]
    Warehouse,
    /// Moves goods.
    #[codec(index = 6)]
    Logistics,
    /// Teaches and researches.
    #[codec(index = 7)]
    University,
    /// Researches and develops for industry.
    #[codec(index = 8)]
    ResearchInstitute,
}

/// A domain in which a delegate may act. The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    Serialize,
    Deserialize,
)]
#[repr(u8)]
pub enum Scope {
    /// The organisation itself: its delegates.
    #[codec(index = 0)]
    Membership,
    /// Meters and sensors.
    #[codec(index = 1)]
    Devices,
    /// Facilities, sources, factors.
    #[codec(index = 2)]
    Emissions,
    /// The organisation's part in governing the consortium: candidacies, ballots, motions and votes.
    #[codec(index = 3)]
    Council,
    /// The organisation's validator.
    #[codec(index = 4)]
    Validators,
    /// Settlement money: paying, issuing and redeeming it.
    #[codec(index = 5)]
    Money,
    /// Units of instruments: offering them, buying them, splitting and merging them.
    #[codec(index = 6)]
    Units,
}

/// Most roles one organisation has.
pub const MAX_ROLES: u32 = 16;
/// Most scopes one delegate has.
pub const MAX_SCOPES: u32 = 16;

/// The roles of an organisation.
pub type Roles = BoundedBTreeSet<Role, ConstU32<MAX_ROLES>>;
/// The scopes of a delegate.
pub type Scopes = BoundedBTreeSet<Scope, ConstU32<MAX_SCOPES>>;
