//! The pallet's storage, as the ledger wants it.

use crate::{pallet::*, types::*};
use core::marker::PhantomData;
use huangpu_primitives::{
    instruments::InstrumentId,
    intervals::{Ledger, Store, Supply, Units},
    OrgId,
};

/// The chain's storage.
pub(crate) struct OnChain<T>(PhantomData<T>);

impl<T: Config> Pallet<T> {
    /// The ledger over the chain's storage.
    pub(crate) fn ledger() -> Ledger<OnChain<T>> {
        Ledger(OnChain(PhantomData))
    }
}

impl<T: Config> Store for OnChain<T> {
    type Instrument = InstrumentId;
    type Owner = OrgId;
    type Provenance = Provenance;

    fn piece(&self, instrument: InstrumentId, start: Units) -> Option<Piece> {
        Pieces::<T>::get(instrument, start)
    }

    fn put_piece(&mut self, instrument: InstrumentId, start: Units, piece: Piece) {
        Pieces::<T>::insert(instrument, start, piece);
    }

    fn drop_piece(&mut self, instrument: InstrumentId, start: Units) {
        Pieces::<T>::remove(instrument, start);
    }

    fn start_of(&self, instrument: InstrumentId, end: Units) -> Option<Units> {
        Ends::<T>::get(instrument, end)
    }

    fn put_end(&mut self, instrument: InstrumentId, end: Units, start: Units) {
        Ends::<T>::insert(instrument, end, start);
    }

    fn drop_end(&mut self, instrument: InstrumentId, end: Units) {
        Ends::<T>::remove(instrument, end);
    }

    fn list(&mut self, owner: OrgId, instrument: InstrumentId, start: Units) {
        Listings::<T>::insert(owner, (instrument, start), ());
    }

    fn unlist(&mut self, owner: OrgId, instrument: InstrumentId, start: Units) {
        Listings::<T>::remove(owner, (instrument, start));
    }

    fn supply(&self, instrument: InstrumentId) -> Supply {
        Supplies::<T>::get(instrument).unwrap_or_default()
    }

    /// Also counts the instruments that have units outstanding.
    fn put_supply(&mut self, instrument: InstrumentId, supply: Supply) {
        let before = self.supply(instrument).outstanding() > 0;
        let after = supply.outstanding() > 0;
        Supplies::<T>::insert(instrument, supply);
        match (before, after) {
            (false, true) => {
                Outstanding::<T>::mutate(instrument.class, |count| {
                    *count = count.saturating_add(1)
                });
            }
            (true, false) => {
                Outstanding::<T>::mutate(instrument.class, |count| {
                    *count = count.saturating_sub(1)
                });
            }
            _ => {}
        }
    }
}
