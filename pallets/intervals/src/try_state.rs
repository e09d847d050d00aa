//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use alloc::{collections::BTreeMap, vec::Vec};
use huangpu_primitives::{
    instruments::{InstrumentClass, InstrumentId},
    intervals::{audit, Claim, Part, Units},
    OfferId, OrderId,
};
use polkadot_sdk::{frame_support::ensure, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for (instrument, _) in Supplies::<T>::iter() {
            let number = 1..=LastInstrument::<T>::get(instrument.class);
            ensure!(number.contains(&instrument.number), "an instrument without a number");
            let ledger = Self::ledger();
            audit::check(&ledger.0, instrument, Pieces::<T>::iter_prefix(instrument))?;
        }
        Self::check_indices()?;
        Self::check_outstanding()?;
        Self::check_orders()?;
        Self::check_offers()
    }

    /// Each piece is found by its end and on its owner's list, and nothing else is.
    fn check_indices() -> Result<(), TryRuntimeError> {
        let pieces: Vec<(InstrumentId, Units, Piece)> = Pieces::<T>::iter().collect();
        let known = |of: &InstrumentId| Supplies::<T>::contains_key(of);
        ensure!(pieces.iter().all(|(of, _, _)| known(of)), "a piece of no instrument");
        ensure!(Ends::<T>::iter().count() == pieces.len(), "an end without a piece");
        ensure!(Listings::<T>::iter().count() == pieces.len(), "a listing without a piece");
        for (instrument, start, piece) in pieces {
            let listed = Listings::<T>::contains_key(piece.owner, (instrument, start));
            ensure!(listed, "a piece that is not on its owner's list");
        }
        Ok(())
    }

    fn check_outstanding() -> Result<(), TryRuntimeError> {
        let mut counts: BTreeMap<u8, u32> = BTreeMap::new();
        for (instrument, supply) in Supplies::<T>::iter() {
            if supply.outstanding() > 0 {
                *counts.entry(instrument.class as u8).or_default() += 1;
            }
        }
        for class in InstrumentClass::ALL {
            let counted = counts.get(&(class as u8)).copied().unwrap_or_default();
            ensure!(Outstanding::<T>::get(class) == counted, "live instruments are miscounted");
        }
        Ok(())
    }

    /// What is frozen, is so by an order that is on record.
    fn check_orders() -> Result<(), TryRuntimeError> {
        let last = LastOrder::<T>::get();
        ensure!(Orders::<T>::iter_keys().all(|id| id <= last), "an order without a number");
        for (_, _, piece) in Pieces::<T>::iter() {
            let order = piece.encumbrance.freeze.map(OrderId);
            let known = order.is_none_or(Orders::<T>::contains_key);
            ensure!(known, "a piece that no order froze");
        }
        Ok(())
    }

    /// An offer and the one piece under it say the same.
    fn check_offers() -> Result<(), TryRuntimeError> {
        let last = LastOffer::<T>::get();
        ensure!(Offers::<T>::iter_keys().all(|id| id <= last), "an offer without a number");
        let mut offered = 0;
        for (instrument, start, piece) in Pieces::<T>::iter() {
            let Some(Claim::Offered(id)) = piece.encumbrance.claim else { continue };
            let offer =
                Offers::<T>::get(OfferId(id)).ok_or("units under an offer that does not stand")?;
            let part = Part::whole(start, piece.end);
            let said = (offer.instrument, offer.part, offer.seller);
            let same = said == (instrument, part, piece.owner);
            ensure!(same, "an offer of other units than those under it");
            offered += 1;
        }
        ensure!(Offers::<T>::iter_keys().count() == offered, "an offer without units");
        Ok(())
    }
}
