//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use huangpu_primitives::instruments::Mode;
use polkadot_sdk::{frame_support::ensure, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let last = LastAuthority::<T>::get();
        ensure!(Authorities::<T>::iter().count() as u32 == last.0, "authorities are missing");
        for (id, authority) in Authorities::<T>::iter() {
            ensure!(id.0 >= 1 && id <= last, "an authority's id was never given out");
            let permitted = authority.permit.is_some() || authority.mode == Mode::Simulation;
            ensure!(permitted, "an authority without permit");
            let gate = Gates::<T>::get(authority.class).ok_or("an authority without gate")?;
            let last_one = gate.authority == id;
            ensure!(last_one || authority.ended.is_some(), "two authorities of one class");
            ensure!(!last_one || agree(&gate, &authority), "a gate of another authority");
        }
        for (class, gate) in Gates::<T>::iter() {
            let recorded = Authorities::<T>::get(gate.authority);
            ensure!(recorded.is_some_and(|of| of.class == class), "a gate without authority");
        }
        Ok(())
    }
}

/// Whether a gate says what its authority says.
fn agree(gate: &Gate, authority: &Authority) -> bool {
    let open_until = authority.ended.is_none().then_some(authority.until);
    (gate.mode, gate.open_until) == (authority.mode, open_until)
}
