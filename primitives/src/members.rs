//! What organisations are, what they may use, and how they are tied to one another.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! plain {
    ($(#[$doc:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking,
            MaxEncodedLen, TypeInfo, Serialize, Deserialize,
        )]
        pub enum $name { $($body)* }
    };
}
pub(crate) use plain;

plain! {
    /// What an organisation is by law. The numbers are for ever.
    pub enum Kind {
        /// An enterprise, by size.
        #[codec(index = 0)]
        Enterprise(SizeClass),
        /// Runs a marketplace.
        #[codec(index = 1)]
        Platform,
        /// A bank.
        #[codec(index = 2)]
        Bank,
        /// An accredited verifier.
        #[codec(index = 3)]
        Verifier,
        /// A public authority.
        #[codec(index = 4)]
        Regulator,
        /// A university.
        #[codec(index = 5)]
        University,
        /// A research and development institute.
        #[codec(index = 6)]
        ResearchInstitute,
        /// A carrier or forwarder.
        #[codec(index = 7)]
        Logistics,
        /// A warehouse keeper.
        #[codec(index = 8)]
        Warehouse,
    }
}

plain! {
    /// How large an enterprise is, by the classes of the Ministry of Industry and Information Technology
    /// (2011, no. 300). The numbers are for ever.
    pub enum SizeClass {
        /// Micro.
        #[codec(index = 0)]
        Micro,
        /// Small.
        #[codec(index = 1)]
        Small,
        /// Medium.
        #[codec(index = 2)]
        Medium,
        /// Large.
        #[codec(index = 3)]
        Large,
    }
}

plain! {
    /// How much of the chain an organisation may use; the runtime says what each tier is worth. The
    /// numbers are for ever.
    pub enum Tier {
        /// A hundredth of what transactions may fill of every block.
        #[codec(index = 0)]
        Basic,
        /// A twentieth.
        #[codec(index = 1)]
        Standard,
        /// A fifth.
        #[codec(index = 2)]
        Large,
        /// A half: platforms and reporting gateways.
        #[codec(index = 3)]
        Infrastructure,
    }
}

impl Tier {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Basic, Self::Standard, Self::Large, Self::Infrastructure];
}

plain! {
    /// Why an organisation is not independent of another. The numbers are for ever.
    pub enum InterestKind {
        /// It owns a part of it, or is owned by it.
        #[codec(index = 0)]
        Ownership,
        /// People manage or supervise both.
        #[codec(index = 1)]
        Management,
        /// It advises it, or keeps its books.
        #[codec(index = 2)]
        Services,
        /// It lends to it, or borrows from it, beyond the ordinary.
        #[codec(index = 3)]
        Finance,
        /// Another tie that a reasonable third party would want to know.
        #[codec(index = 4)]
        Other,
    }
}
