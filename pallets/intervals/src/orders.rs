//! What the council orders: freezing units, or all that an owner has, lifting that, giving units to somebody else,
//! ending offers.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    apis::Standing,
    instruments::InstrumentId,
    intervals::{Claim, Interval, Part, Right},
    traits::Standings,
    OfferId, OrderId, OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*},
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_freeze(
        instrument: InstrumentId,
        part: Part,
        owner: OrgId,
        document: H256,
    ) -> DispatchResult {
        let order = LastOrder::<T>::get().next().ok_or(Error::<T>::TooMany)?;
        let piece = Self::ensure_whole_if_claimed(instrument, part)?;
        ensure!(piece.owner == owner, Error::<T>::NotOwner);
        Self::ledger().freeze(instrument, part, order.0).map_err(Error::<T>::from)?;
        LastOrder::<T>::put(order);
        Orders::<T>::insert(order, document);
        let units = part.units;
        Self::deposit_event(Event::UnitsFrozen { order, instrument, units, owner, document });
        Ok(())
    }

    pub(crate) fn do_thaw(
        instrument: InstrumentId,
        part: Part,
        order: OrderId,
        document: H256,
    ) -> DispatchResult {
        let piece = Self::ensure_whole_if_claimed(instrument, part)?;
        let frozen_by = piece.encumbrance.freeze.ok_or(Error::<T>::NotFrozen)?;
        ensure!(frozen_by == order.0, Error::<T>::OtherOrder);
        Self::ledger().thaw(instrument, part, order.0).map_err(Error::<T>::from)?;
        let units = part.units;
        Self::deposit_event(Event::UnitsThawed { order, instrument, units, document });
        Ok(())
    }

    pub(crate) fn do_reassign(
        instrument: InstrumentId,
        part: Part,
        from: OrgId,
        to: OrgId,
        document: H256,
    ) -> DispatchResult {
        let piece = Self::ensure_whole_if_claimed(instrument, part)?;
        ensure!(piece.owner == from, Error::<T>::NotOwner);
        // Else the offer would stand for what is no longer the seller's.
        let offered = matches!(piece.encumbrance.claim, Some(Claim::Offered(_)));
        ensure!(!offered, Error::<T>::Offered);
        Self::ensure_active(to)?;
        Self::ledger()
            .transfer(instrument, part, Right::Order, to, Self::passed_on)
            .map_err(Error::<T>::from)?;
        let units = part.units;
        Self::deposit_event(Event::UnitsReassigned { instrument, units, from, to, document });
        Ok(())
    }

    pub(crate) fn do_cancel_offer(id: OfferId, document: H256) -> DispatchResult {
        let offer = Self::offer(id)?;
        Self::release_offered(id, offer)?;
        Self::deposit_event(Event::OfferCancelled { offer: id, document });
        Ok(())
    }

    pub(crate) fn do_freeze_owner(owner: OrgId, document: H256) -> DispatchResult {
        let standing = T::Organisations::standing(owner);
        let is_member = standing.is_some_and(|standing| standing != Standing::Closed);
        ensure!(is_member, Error::<T>::NotMember);
        ensure!(!FrozenOwners::<T>::contains_key(owner), Error::<T>::AlreadyFrozen);
        FrozenOwners::<T>::insert(owner, document);
        Self::deposit_event(Event::OwnerFrozen { owner, document });
        Ok(())
    }

    pub(crate) fn do_thaw_owner(owner: OrgId, frozen_by: H256, document: H256) -> DispatchResult {
        let order = FrozenOwners::<T>::get(owner).ok_or(Error::<T>::OwnerNotFrozen)?;
        ensure!(order == frozen_by, Error::<T>::OtherOrder);
        FrozenOwners::<T>::remove(owner);
        Self::deposit_event(Event::OwnerThawed { owner, document });
        Ok(())
    }

    pub(crate) fn ensure_owner_free(owner: OrgId) -> Result<(), Error<T>> {
        ensure!(!FrozenOwners::<T>::contains_key(owner), Error::<T>::OwnerFrozen);
        Ok(())
    }

    /// A claim is on the whole piece that it made: an order does not cut it, or who has the claim could not name
    /// it any more.
    fn ensure_whole_if_claimed(
        instrument: InstrumentId,
        part: Part,
    ) -> Result<Piece, DispatchError> {
        let piece = Pieces::<T>::get(instrument, part.piece).ok_or(Error::<T>::NoSuchPiece)?;
        let whole = part.units == Interval::new(part.piece, piece.end);
        ensure!(whole || piece.encumbrance.claim.is_none(), Error::<T>::ClaimedAsWhole);
        Ok(piece)
    }
}
