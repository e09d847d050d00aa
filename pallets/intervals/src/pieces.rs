//! What an owner does with its pieces: splitting and merging them.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    instruments::InstrumentId,
    intervals::{Claim, Units},
    OrgId,
};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_split(
        instrument: InstrumentId,
        piece: Units,
        before: Units,
        owner: OrgId,
    ) -> DispatchResult {
        Self::ensure_own(instrument, piece, owner)?;
        Self::ledger().split(instrument, piece, before).map_err(Error::<T>::from)?;
        Self::deposit_event(Event::PieceSplit { instrument, piece, before });
        Ok(())
    }

    pub(crate) fn do_merge(instrument: InstrumentId, piece: Units, owner: OrgId) -> DispatchResult {
        Self::ensure_own(instrument, piece, owner)?;
        Self::ledger().merge(instrument, piece).map_err(Error::<T>::from)?;
        Self::deposit_event(Event::PiecesMerged { instrument, piece });
        Ok(())
    }

    /// A piece of one's own that nothing encumbers. What encumbers one is named by its start, which must not move.
    fn ensure_own(instrument: InstrumentId, piece: Units, owner: OrgId) -> DispatchResult {
        let Piece { owner: found, encumbrance, .. } =
            Pieces::<T>::get(instrument, piece).ok_or(Error::<T>::NoSuchPiece)?;
        ensure!(found == owner, Error::<T>::NotOwner);
        Self::ensure_owner_free(owner)?;
        ensure!(encumbrance.freeze.is_none(), Error::<T>::Frozen);
        match encumbrance.claim {
            None => Ok(()),
            Some(Claim::Offered(_)) => Err(Error::<T>::Offered.into()),
            Some(Claim::Pledged(_)) => Err(Error::<T>::Pledged.into()),
        }
    }
}
