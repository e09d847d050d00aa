//! Recording authorities, and closing classes.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    calendar::Day,
    instruments::{InstrumentClass, Mode},
    traits::Outstanding,
    AuthorityId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, traits::Time},
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    /// Today, in the chain's calendar.
    pub(crate) fn today() -> Day {
        Day::of(T::Clock::now())
    }

    pub(crate) fn do_record(
        class: InstrumentClass,
        mode: Mode,
        permit: Option<Permit>,
        until: Day,
    ) -> DispatchResult {
        Self::ensure_permitted(mode, permit.as_ref())?;
        let today = Self::today();
        ensure!(until >= today, Error::<T>::InvalidTerm);
        let authority = Authority { class, mode, permit, since: Some(today), until, ended: None };
        if let Some(gate) = Gates::<T>::get(class) {
            Self::ensure_may_follow(&gate, &authority)?;
            Self::end(gate.authority);
        }
        let id = Self::put(authority)?;
        Self::deposit_event(Event::AuthorityRecorded { class, authority: id, mode, until });
        Ok(())
    }

    /// A register of its own, or the mirror of another, takes a permit, which names it.
    fn ensure_permitted(mode: Mode, permit: Option<&Permit>) -> DispatchResult {
        ensure!(permit.is_some() || mode == Mode::Simulation, Error::<T>::PermitMissing);
        if let Some(permit) = permit {
            let name = core::str::from_utf8(&permit.register);
            let named = name.is_ok_and(|name| !name.trim().is_empty());
            ensure!(named, Error::<T>::InvalidRegister);
            ensure!(!permit.document.is_zero(), Error::<T>::PermitMissing);
        }
        Ok(())
    }

    /// Another authority, and no other mode while something is outstanding.
    fn ensure_may_follow(gate: &Gate, next: &Authority) -> DispatchResult {
        let unchanged = gate.open_until.is_some()
            && Authorities::<T>::get(gate.authority).is_some_and(|now| {
                (now.mode, &now.permit, now.until) == (next.mode, &next.permit, next.until)
            });
        ensure!(!unchanged, Error::<T>::AuthorityUnchanged);
        let kept = gate.mode == next.mode || !T::Outstanding::is_outstanding(next.class);
        ensure!(kept, Error::<T>::StillOutstanding);
        Ok(())
    }

    /// Gives an authority an id, and its class to it.
    fn put(authority: Authority) -> Result<AuthorityId, DispatchError> {
        let id = LastAuthority::<T>::get().next().ok_or(Error::<T>::TooManyAuthorities)?;
        LastAuthority::<T>::put(id);
        let Authority { class, mode, until, .. } = authority;
        Gates::<T>::insert(class, Gate { authority: id, mode, open_until: Some(until) });
        Authorities::<T>::insert(id, authority);
        Ok(id)
    }

    /// Notes that an authority ended today, if it had not before.
    fn end(authority: AuthorityId) {
        let today = Self::today();
        Authorities::<T>::mutate(authority, |record| {
            if let Some(record) = record {
                record.ended.get_or_insert(today);
            }
        });
    }

    pub(crate) fn do_close(class: InstrumentClass, document: H256) -> DispatchResult {
        let gate = Self::open_gate(class)?;
        Gates::<T>::insert(class, Gate { open_until: None, ..gate });
        Self::end(gate.authority);
        let authority = gate.authority;
        Self::deposit_event(Event::ClassClosed { class, authority, document });
        Ok(())
    }

    /// The clock of a genesis block stands at zero: what begins there has no first day.
    pub(crate) fn simulate_from_genesis(class: InstrumentClass) -> DispatchResult {
        ensure!(!Gates::<T>::contains_key(class), Error::<T>::AuthorityUnchanged);
        let (mode, until) = (Mode::Simulation, Day::NEVER);
        Self::put(Authority { class, mode, permit: None, since: None, until, ended: None })?;
        Ok(())
    }
}
