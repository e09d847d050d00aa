//! How the consortium decides: kinds of decisions, and the constituencies that send members to the council.

use crate::members::{plain, Kind};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

plain! {
    /// How grave a decision of the council is; the runtime says how many seats each kind takes. The numbers are
    /// for ever.
    #[derive(PartialOrd, Ord)]
    pub enum Decision {
        /// The consortium's everyday: who joins, how long, how much.
        #[codec(index = 0)]
        Ordinary,
        /// What takes something from somebody, or opens something to everybody: standing, controllers,
        /// validators, what the law allows, pauses.
        #[codec(index = 1)]
        Grave,
        /// The rules themselves: the runtime, the council's own composition, whatever else takes root.
        #[codec(index = 2)]
        Constitutional,
    }
}

plain! {
    /// A part of the consortium that sends members of its own to the council. The numbers are for ever.
    #[derive(PartialOrd, Ord)]
    pub enum Constituency {
        /// Enterprises, platforms, carriers and warehouse keepers.
        #[codec(index = 0)]
        Industry,
        /// Banks.
        #[codec(index = 1)]
        Finance,
        /// Universities, research institutes and verifiers.
        #[codec(index = 2)]
        Research,
        /// Public authorities.
        #[codec(index = 3)]
        Public,
    }
}

impl Constituency {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Industry, Self::Finance, Self::Research, Self::Public];

    /// Where an organisation of this kind votes.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Enterprise(_) | Kind::Platform | Kind::Logistics | Kind::Warehouse => {
                Self::Industry
            }
            Kind::Bank => Self::Finance,
            Kind::University | Kind::ResearchInstitute | Kind::Verifier => Self::Research,
            Kind::Regulator => Self::Public,
        }
    }
}

/// The pallets none of whose calls is ever paused by itself: they make blocks, govern, heal, or wrap other calls, which
/// are looked at by themselves.
pub const NEVER_PAUSED: [&str; 18] = [
    "System",
    "Timestamp",
    "Utility",
    "Proxy",
    "Multisig",
    "Migrations",
    "Session",
    "Grandpa",
    "Validators",
    "Nodes",
    "Sudo",
    "Council",
    "Seats",
    "Preimage",
    "Scheduler",
    "SafeMode",
    "TxPause",
    "Members",
];
