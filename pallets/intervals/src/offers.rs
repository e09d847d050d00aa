//! Offers of units for money, and delivery versus payment when one is accepted.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    intervals::{Claim, Part, Right},
    settlement::{deliver_versus_payment, Delivery, Payment},
    traits::{InstrumentGate, OfferRules, OrgStanding, Payments},
    OfferId, OrgId,
};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_offer(offer: Offer) -> DispatchResult {
        let Offer { instrument, part, seller, buyer, asset, price, until } = offer;
        ensure!(price > 0, Error::<T>::ZeroPrice);
        ensure!(until >= Self::today(), Error::<T>::InvalidTerm);
        ensure!(buyer != Some(seller), Error::<T>::NotTheBuyer);
        Self::ensure_owner_free(seller)?;
        if let Some(buyer) = buyer {
            Self::ensure_active(buyer)?;
        }
        let piece = Pieces::<T>::get(instrument, part.piece).ok_or(Error::<T>::NoSuchPiece)?;
        T::Gate::ensure_open(instrument.class)?;
        T::Money::ensure_asset(asset)?;
        T::Rules::ensure_may_offer(instrument, seller, buyer, piece.provenance.since)?;

        let id = LastOffer::<T>::get().next().ok_or(Error::<T>::TooMany)?;
        Self::ledger()
            .encumber(instrument, part, seller, Claim::Offered(id.0))
            .map_err(Error::<T>::from)?;
        // The units now start a piece of their own.
        let part = Part { piece: part.units.start, ..part };
        LastOffer::<T>::put(id);
        Offers::<T>::insert(id, Offer { part, ..offer });
        let units = part.units;
        Self::deposit_event(Event::UnitsOffered {
            offer: id,
            instrument,
            units,
            seller,
            buyer,
            asset,
            price,
        });
        Ok(())
    }

    pub(crate) fn do_accept(id: OfferId, buyer: OrgId, terms: Terms) -> DispatchResult {
        let offer = Self::offer(id)?;
        let for_them = offer.buyer.is_none_or(|named| named == buyer) && buyer != offer.seller;
        ensure!(for_them, Error::<T>::NotTheBuyer);
        ensure!(terms == offer.terms(), Error::<T>::OtherTerms);
        ensure!(Self::today() <= offer.until, Error::<T>::OfferOver);
        let Offer { instrument, part, seller, asset, price, .. } = offer;
        Self::ensure_owner_free(seller)?;
        T::Gate::ensure_open(instrument.class)?;
        // The offer may be to everybody, and the rules not allow this buyer.
        let piece = Pieces::<T>::get(instrument, part.piece).ok_or(Error::<T>::NoSuchPiece)?;
        T::Rules::ensure_may_offer(instrument, seller, Some(buyer), piece.provenance.since)?;

        // First, for while an offer stands, nobody takes units from under it.
        Offers::<T>::remove(id);
        let by = Right::Claim(Claim::Offered(id.0));
        let seller = deliver_versus_payment::<Self, T::Money>(
            buyer,
            Delivery { instrument, part, by },
            Payment { asset, amount: price, held: None },
        )?;
        Self::deposit_event(Event::OfferAccepted { offer: id, seller, buyer, asset, price });
        Ok(())
    }

    pub(crate) fn do_withdraw(id: OfferId, seller: OrgId) -> DispatchResult {
        let offer = Self::offer(id)?;
        ensure!(offer.seller == seller, Error::<T>::NotTheSeller);
        Self::ensure_owner_free(seller)?;
        Self::release_offered(id, offer)?;
        Self::deposit_event(Event::OfferWithdrawn { offer: id });
        Ok(())
    }

    /// Gives the units back to their owner's disposal, and forgets the offer.
    pub(crate) fn release_offered(id: OfferId, offer: Offer) -> DispatchResult {
        Self::ledger()
            .release(offer.instrument, offer.part, Claim::Offered(id.0))
            .map_err(Error::<T>::from)?;
        Offers::<T>::remove(id);
        Ok(())
    }

    pub(crate) fn offer(id: OfferId) -> Result<Offer, Error<T>> {
        Offers::<T>::get(id).ok_or(Error::<T>::UnknownOffer)
    }

    pub(crate) fn ensure_active(org: OrgId) -> DispatchResult {
        ensure!(T::Organisations::is_active(org), Error::<T>::NotActiveMember);
        Ok(())
    }
}
