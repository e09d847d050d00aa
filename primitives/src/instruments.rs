//! The classes of instruments that the ledger may carry, and as what it carries them.

use crate::members::plain;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

plain! {
    /// A class of instruments. Each is issued and traded only under an authority that the council recorded. The
    /// numbers are for ever.
    #[derive(PartialOrd, Ord)]
    pub enum InstrumentClass {
        /// An emission allowance: the right to emit one tonne of CO2e in a compliance year.
        #[codec(index = 0)]
        Allowance,
        /// A carbon credit: one tonne of CO2e reduced or removed by a project.
        #[codec(index = 1)]
        Credit,
        /// A receivable certificate: an obligor's promise to pay an invoice. It is no bill of exchange.
        #[codec(index = 2)]
        ReceivableCertificate,
        /// A warehouse receipt: goods that a custodian holds for its owner (Civil Code, articles 908 to 910).
        #[codec(index = 3)]
        WarehouseReceipt,
        /// Deposit money: a bank's liability, or digital yuan through its operating bank.
        #[codec(index = 4)]
        DepositMoney,
    }
}

impl InstrumentClass {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Allowance,
        Self::Credit,
        Self::ReceivableCertificate,
        Self::WarehouseReceipt,
        Self::DepositMoney,
    ];
}

plain! {
    /// As what the ledger carries a class of instruments. The numbers are for ever.
    pub enum Mode {
        /// The ledger is the register: what stands here, is so by law.
        #[codec(index = 0)]
        Register,
        /// Another register is the lawful one: what stands here has its serial there, and is reconciled with it.
        #[codec(index = 1)]
        Mirror,
        /// Nothing here has any value outside this ledger.
        #[codec(index = 2)]
        Simulation,
    }
}

/// Units of the same instrument are numbered together: a receivable, a lot in a warehouse, a vintage of credits, the
/// allowances of a compliance year. Ordered by class, so that lists are.
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
pub struct InstrumentId {
    /// What it is.
    pub class: InstrumentClass,
    /// Which of its class, from 1.
    pub number: u32,
}
