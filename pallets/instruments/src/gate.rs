//! What other pallets ask before they issue or trade.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    instruments::InstrumentClass,
    traits::{InstrumentGate, OpenClass},
};
use polkadot_sdk::{frame_support::ensure, sp_runtime::DispatchError};

impl<T: Config> Pallet<T> {
    /// The gate of a class that is open today.
    pub(crate) fn open_gate(class: InstrumentClass) -> Result<Gate, Error<T>> {
        let gate = Gates::<T>::get(class).ok_or(Error::<T>::ClassNotOpen)?;
        let until = gate.open_until.ok_or(Error::<T>::ClassNotOpen)?;
        ensure!(Self::today() <= until, Error::<T>::AuthorityOver);
        Ok(gate)
    }
}

impl<T: Config> InstrumentGate for Pallet<T> {
    fn ensure_open(class: InstrumentClass) -> Result<OpenClass, DispatchError> {
        let Gate { authority, mode, .. } = Self::open_gate(class)?;
        Ok(OpenClass { authority, mode })
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn open(class: InstrumentClass) {
        use huangpu_primitives::{calendar::Day, instruments::Mode};
        if Self::open_gate(class).is_err() {
            Self::do_record(class, Mode::Simulation, None, Day::NEVER)
                .expect("a simulation of what is not open needs nothing");
        }
    }
}
