//! Numbered units, held by the interval.
//!
//! Allowances, credits, receivable certificates and warehouse receipts are units of an *instrument*, numbered from
//! 0: unit 7 of a receivable is the eighth hundredth of a yuan of its face value. China's new-generation bills number
//! theirs like this, printed from 1, and carbon registries their serial blocks. Units are kept in *pieces*: a run of
//! numbers with one owner, one encumbrance and one provenance. A split or a merge moves a boundary; nothing is ever
//! copied, so nothing can be spent twice, and the units of an instrument are always the sum of its pieces.
//!
//! | file | holds |
//! |---|---|
//! | this one | what a piece is, and why an act is refused |
//! | [`store`] | where pieces are kept |
//! | [`ledger`] | the acts |
//! | [`audit`] | what must always hold |
//!
//! ## What is kept
//!
//! ```text
//! piece   (instrument, start) -> end, owner, encumbrance, provenance
//! end     (instrument, end)   -> start           so that a neighbour on the left is found
//! listing (owner, instrument, start)             so that an owner's pieces are found
//! supply  instrument          -> next number, issued, ended
//! ```
//!
//! A hashed map cannot be asked what lies around a number. So whoever acts names the start of the piece *and* the
//! units of it that they mean ([`Part`]); if the piece has changed since they looked, the act is refused.
//!
//! ## When pieces merge
//!
//! Only identical neighbours do. An act joins what it changed with the neighbour on the *left*: whoever takes units
//! from the front of a piece, again and again, gets one growing piece; whoever encumbers the back of a piece, and
//! releases it, has the piece again. A neighbour on the right is joined by [`Ledger::merge`].
//!
//! ## What an act costs
//!
//! However often an instrument was split, in reads and writes of the store, at most (`tests/costs.rs` counts them):
//!
//! | act | of a whole piece | of its front | of its back | of its middle |
//! |---|---|---|---|---|
//! | transfer | 3 + 5 | 3 + 8 | 1 + 5 | 1 + 8 |
//! | encumber, release, freeze, thaw | 3 + 5 | 3 + 8 | 1 + 5 | 1 + 8 |
//! | retire | 2 + 4 | 2 + 6 | 2 + 4 | 2 + 6 |
//! | issue | 3 + 4 | | | |
//! | split, merge | 1 + 5, 2 + 5 | | | |

pub mod audit;
pub mod ledger;
pub mod store;

#[cfg(test)]
mod tests;

pub use ledger::Ledger;
pub use store::Store;

use crate::calendar::Day;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The number of a unit, or of units.
pub type Units = u128;

/// Units from `start` up to, but not including, `end`.
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
pub struct Interval {
    /// The first unit.
    pub start: Units,
    /// The one after the last.
    pub end: Units,
}

impl Interval {
    /// The units from one number up to another; it holds none, if the second is not beyond the first.
    pub const fn new(start: Units, end: Units) -> Self {
        Self { start, end }
    }

    /// So many units from a number on; `None`, if there are not so many numbers.
    pub fn of(start: Units, units: Units) -> Option<Self> {
        Some(Self { start, end: start.checked_add(units)? })
    }

    /// How many units.
    pub const fn units(&self) -> Units {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no unit. What comes from outside may even run backwards.
    pub const fn is_empty(&self) -> bool {
        self.units() == 0
    }

    /// Whether all units of another one are among its own.
    pub const fn holds(&self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// As registries print it: both ends included. Clients add where a class begins to be numbered.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_empty() {
            true => f.write_str("none"),
            false => write!(f, "{}-{}", self.start, self.end - 1),
        }
    }
}

/// Units of one piece, as acts name them.
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
pub struct Part {
    /// The start of the piece.
    pub piece: Units,
    /// The units of it.
    pub units: Interval,
}

impl Part {
    /// All units of the piece, which end here.
    pub const fn whole(piece: Units, end: Units) -> Self {
        Self { piece, units: Interval::new(piece, end) }
    }
}

/// What somebody other than the owner may do with units. The number is the claimant's record; what it means follows
/// from the instrument.
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
pub enum Claim {
    /// Whoever accepts this offer may have them.
    #[codec(index = 0)]
    Offered(u32),
    /// They secure this debt.
    #[codec(index = 1)]
    Pledged(u32),
}

/// What keeps an owner from disposing of units.
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
pub struct Encumbrance {
    /// Somebody's claim.
    pub claim: Option<Claim>,
    /// The order that froze them. A claim stays under it, and can be used when the order is lifted.
    pub freeze: Option<u32>,
}

/// A run of units that are alike in everything.
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
pub struct Piece<Owner, Provenance> {
    /// The number after the last unit.
    pub end: Units,
    /// Whose they are.
    pub owner: Owner,
    /// Where they come from.
    pub provenance: Provenance,
    /// What keeps the owner from disposing of them.
    pub encumbrance: Encumbrance,
}

impl<Owner: Eq, Provenance: Eq> Piece<Owner, Provenance> {
    /// Whether the units of both are alike in everything but their numbers.
    pub fn is_like(&self, other: &Self) -> bool {
        self.owner == other.owner
            && self.provenance == other.provenance
            && self.encumbrance == other.encumbrance
    }
}

/// Where the units of a piece come from, as the chain keeps it.
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
pub struct Provenance {
    /// From what they were issued, as the issuing pallet numbers it. It never changes.
    pub lot: u32,
    /// Since which day their owner has them.
    pub since: Day,
}

/// How many units of an instrument there are and were.
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
pub struct Supply {
    /// The first number above all that were ever issued.
    pub next: Units,
    /// How many were issued.
    pub issued: Units,
    /// How many of them have ended: retired, surrendered, cancelled, settled.
    pub ended: Units,
}

impl Supply {
    /// How many there are.
    pub const fn outstanding(&self) -> Units {
        self.issued.saturating_sub(self.ended)
    }
}

/// By what right somebody disposes of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right<Owner> {
    /// They are one's own. Nothing may encumber them.
    Owner(Owner),
    /// One has this claim on them, which is used up. They may not be frozen.
    Claim(Claim),
    /// A court's or the council's order. What encumbers them stays.
    Order,
}

impl<Owner> Right<Owner> {
    /// The same right of an owner that is known otherwise.
    pub fn map_owner<Other>(self, of: impl FnOnce(Owner) -> Other) -> Right<Other> {
        match self {
            Self::Owner(owner) => Right::Owner(of(owner)),
            Self::Claim(claim) => Right::Claim(claim),
            Self::Order => Right::Order,
        }
    }
}

/// Why an act is refused. Then nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The interval holds no unit.
    NoUnits,
    /// No piece starts there.
    NoSuchPiece,
    /// The units are not all of the piece that was named.
    OutsidePiece,
    /// Some of the numbers were issued before.
    Overlap,
    /// There are no numbers left.
    NumbersUsedUp,
    /// The piece is somebody else's.
    NotOwner,
    /// The units are this owner's already.
    SameOwner,
    /// The units are offered.
    Offered,
    /// The units are pledged.
    Pledged,
    /// The units are frozen.
    Frozen,
    /// The units are not under this claim.
    OtherClaim,
    /// The units are not frozen by this order.
    OtherFreeze,
    /// No piece begins where this one ends.
    NoNeighbour,
    /// The neighbour differs in its owner, its encumbrance or its provenance.
    NotAlike,
}
