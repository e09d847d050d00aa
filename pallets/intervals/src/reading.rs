//! What others read: the runtime API's answers.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{InstrumentView, OfferView, PieceView},
    instruments::{InstrumentClass, InstrumentId},
    intervals::Units,
    paging::{keys_after, page_size},
    OfferId, OrderId, OrgId,
};

impl<T: Config> Pallet<T> {
    /// See `IntervalsApi::instruments`.
    pub fn instrument_page(
        class: InstrumentClass,
        after: Option<u32>,
        limit: u32,
    ) -> Vec<InstrumentView> {
        let first = after.map_or(1, |after| after.saturating_add(1));
        let numbers = first..=LastInstrument::<T>::get(class);
        let instruments = numbers.map(|number| InstrumentId { class, number });
        instruments.take(page_size(limit)).filter_map(Self::instrument_view).collect()
    }

    /// See `IntervalsApi::instrument`.
    pub fn instrument_view(instrument: InstrumentId) -> Option<InstrumentView> {
        let supply = Supplies::<T>::get(instrument)?;
        Some(InstrumentView { instrument, supply })
    }

    /// See `IntervalsApi::piece`.
    pub fn piece_view(instrument: InstrumentId, start: Units) -> Option<PieceView> {
        let piece = Pieces::<T>::get(instrument, start)?;
        let order = piece.encumbrance.freeze.map(OrderId);
        let frozen = order.and_then(Orders::<T>::get);
        let owner_frozen = FrozenOwners::<T>::get(piece.owner);
        Some(PieceView { instrument, start, piece, frozen, owner_frozen })
    }

    /// See `IntervalsApi::pieces`.
    pub fn piece_page(
        instrument: InstrumentId,
        after: Option<Units>,
        limit: u32,
    ) -> Vec<PieceView> {
        let starts = keys_after::<Pieces<T>, _, _, _>(instrument, after, limit);
        starts.filter_map(|start| Self::piece_view(instrument, start)).collect()
    }

    /// See `IntervalsApi::pieces_of`.
    pub fn piece_page_of(
        owner: OrgId,
        after: Option<(InstrumentId, Units)>,
        limit: u32,
    ) -> Vec<PieceView> {
        let keys = keys_after::<Listings<T>, _, _, _>(owner, after, limit);
        keys.filter_map(|(instrument, start)| Self::piece_view(instrument, start)).collect()
    }

    /// See `IntervalsApi::run`.
    pub fn run(instrument: InstrumentId, piece: Units, limit: u32) -> Vec<PieceView> {
        let ledger = Self::ledger();
        let run = ledger.run(instrument, piece, page_size(limit));
        run.filter_map(|(start, _)| Self::piece_view(instrument, start)).collect()
    }

    /// See `IntervalsApi::offer`.
    pub fn offer_view(id: OfferId) -> Option<OfferView> {
        let Offer { instrument, part, seller, buyer, asset, price, until } = Offers::<T>::get(id)?;
        let units = part.units;
        Some(OfferView { offer: id, instrument, units, seller, buyer, asset, price, until })
    }

    /// See `IntervalsApi::offers`.
    pub fn offer_page(after: Option<OfferId>, limit: u32) -> Vec<OfferView> {
        let keys = match after {
            Some(after) => Offers::<T>::iter_keys_from(Offers::<T>::hashed_key_for(after)),
            None => Offers::<T>::iter_keys(),
        };
        keys.take(page_size(limit)).filter_map(Self::offer_view).collect()
    }
}
