//! The calls about classes of instruments. All are grave decisions of the council.

use super::{text, CouncilCall};
use crate::{
    runtime::runtime_types::{
        huangpu_runtime::RuntimeCall,
        pallet_instruments::{pallet::Call, types::Permit as RawPermit},
    },
    H256,
};
use huangpu_primitives::{
    calendar::Day,
    council::Decision,
    instruments::{InstrumentClass, Mode},
};

/// What allows the ledger to carry a class of instruments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    /// Hash of its document (BLAKE2b-256).
    pub document: H256,
    /// The legal register: the one that the ledger is, or the one that it follows.
    pub register: String,
}

/// Opens a class under an authority, through a last day.
pub fn record_authority(
    class: InstrumentClass,
    mode: Mode,
    permit: Option<Permit>,
    until: Day,
) -> CouncilCall {
    let permit = permit
        .map(|Permit { document, register }| RawPermit { document, register: text(&register) });
    let (class, mode, until) = (class.into(), mode.into(), until.into());
    council(Call::record_authority { class, mode, permit, until })
}

/// Closes a class, citing the decision's document by its hash.
pub fn close_class(class: InstrumentClass, document: H256) -> CouncilCall {
    council(Call::close_class { class: class.into(), document })
}

fn council(call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Instruments(call), Decision::Grave)
}
