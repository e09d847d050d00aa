//! What other pallets ask: to issue units, give them to somebody else, end them, and put them under claims.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    calendar::Day,
    instruments::{InstrumentClass, InstrumentId},
    intervals::{Claim, Interval, Part, Refusal, Right, Units},
    traits::{self, FreeOwner, Holdings, UnitLedger},
    OfferId, OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, storage::StorageDoubleMap as _, traits::Time},
    sp_runtime::DispatchError,
};

impl<T> From<Refusal> for Error<T> {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NoUnits => Self::NoUnits,
            Refusal::NoSuchPiece => Self::NoSuchPiece,
            Refusal::OutsidePiece => Self::OutsidePiece,
            Refusal::Overlap => Self::Overlap,
            Refusal::NumbersUsedUp => Self::NumbersUsedUp,
            Refusal::NotOwner => Self::NotOwner,
            Refusal::SameOwner => Self::SameOwner,
            Refusal::Offered => Self::Offered,
            Refusal::Pledged => Self::Pledged,
            Refusal::Frozen => Self::Frozen,
            Refusal::OtherClaim => Self::OtherClaim,
            Refusal::OtherFreeze => Self::OtherOrder,
            Refusal::NoNeighbour => Self::NoNeighbour,
            Refusal::NotAlike => Self::NotAlike,
        }
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn today() -> Day {
        Day::of(T::Clock::now())
    }

    /// At genesis, when there is no clock yet: held since the first of all days.
    pub(crate) fn issue_at_genesis(
        class: InstrumentClass,
        units: Units,
        owner: OrgId,
    ) -> Result<(), DispatchError> {
        let instrument = Self::next_instrument(class)?;
        let provenance = Provenance { lot: 0, since: Day::default() };
        Self::ledger()
            .issue_next(instrument, units, owner, provenance)
            .map_err(Error::<T>::from)?;
        Ok(())
    }

    fn next_instrument(class: InstrumentClass) -> Result<InstrumentId, DispatchError> {
        ensure!(class != InstrumentClass::DepositMoney, Error::<T>::NotNumbered);
        let number = LastInstrument::<T>::get(class).checked_add(1).ok_or(Error::<T>::TooMany)?;
        LastInstrument::<T>::insert(class, number);
        let instrument = InstrumentId { class, number };
        Supplies::<T>::insert(instrument, huangpu_primitives::intervals::Supply::default());
        Ok(instrument)
    }

    /// Held since today, from the same lot.
    pub(crate) fn passed_on(provenance: Provenance) -> Provenance {
        Provenance { since: Self::today(), ..provenance }
    }

    /// While an offer stands, its units are neither moved nor ended nor released but by what ends it, too: or it
    /// would stand for ever, for units that are not there.
    fn ensure_no_offer(claim: Option<Claim>) -> DispatchResult {
        match claim {
            Some(Claim::Offered(id)) => {
                ensure!(!Offers::<T>::contains_key(OfferId(id)), Error::<T>::Offered);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Of what is one's own, the ledger looks at the claims itself.
    fn ensure_may_leave<O>(instrument: InstrumentId, part: Part, by: &Right<O>) -> DispatchResult {
        let claim = match by {
            Right::Owner(_) => None,
            Right::Claim(claim) => Some(*claim),
            Right::Order => {
                let piece = Pieces::<T>::get(instrument, part.piece);
                piece.and_then(|piece| piece.encumbrance.claim)
            }
        };
        Self::ensure_no_offer(claim)
    }
}

impl<T: Config> UnitLedger for Pallet<T> {
    fn open_instrument(class: InstrumentClass) -> Result<InstrumentId, DispatchError> {
        let instrument = Self::next_instrument(class)?;
        Self::deposit_event(Event::InstrumentOpened { instrument });
        Ok(instrument)
    }

    fn issue(
        instrument: InstrumentId,
        units: Units,
        owner: OrgId,
        lot: u32,
    ) -> Result<Interval, DispatchError> {
        ensure!(Supplies::<T>::contains_key(instrument), Error::<T>::UnknownInstrument);
        let provenance = Provenance { lot, since: Self::today() };
        let units = Self::ledger()
            .issue_next(instrument, units, owner, provenance)
            .map_err(Error::<T>::from)?;
        Self::deposit_event(Event::UnitsIssued { instrument, units, owner, lot });
        Ok(units)
    }

    fn transfer(
        instrument: InstrumentId,
        part: Part,
        by: Right<FreeOwner>,
        to: OrgId,
    ) -> Result<OrgId, DispatchError> {
        Self::ensure_may_leave(instrument, part, &by)?;
        let by = by.map_owner(FreeOwner::org);
        let was = Self::ledger()
            .transfer(instrument, part, by, to, Self::passed_on)
            .map_err(Error::<T>::from)?;
        let (units, from) = (part.units, was.owner);
        Self::deposit_event(Event::UnitsTransferred { instrument, units, from, to });
        Ok(from)
    }

    fn ensure_owner_free(owner: OrgId) -> Result<FreeOwner, DispatchError> {
        Self::ensure_owner_free(owner)?;
        Ok(FreeOwner::vouched_for_by_ledger(owner))
    }

    fn retire(instrument: InstrumentId, part: Part, by: Right<FreeOwner>) -> DispatchResult {
        Self::ensure_may_leave(instrument, part, &by)?;
        let by = by.map_owner(FreeOwner::org);
        let was = Self::ledger().retire(instrument, part, by).map_err(Error::<T>::from)?;
        let (units, owner) = (part.units, was.owner);
        Self::deposit_event(Event::UnitsRetired { instrument, units, owner });
        Ok(())
    }

    fn encumber(
        instrument: InstrumentId,
        part: Part,
        owner: FreeOwner,
        claim: Claim,
    ) -> DispatchResult {
        // Offers number their claims: another's number could be one of theirs, and its units join those offered.
        ensure!(!matches!(claim, Claim::Offered(_)), Error::<T>::OtherClaim);
        let owner = owner.org();
        Self::ledger().encumber(instrument, part, owner, claim).map_err(Error::<T>::from)?;
        Self::deposit_event(Event::UnitsEncumbered { instrument, units: part.units, claim });
        Ok(())
    }

    fn release(instrument: InstrumentId, part: Part, claim: Claim) -> DispatchResult {
        Self::ensure_no_offer(Some(claim))?;
        Self::ledger().release(instrument, part, claim).map_err(Error::<T>::from)?;
        Self::deposit_event(Event::UnitsReleased { instrument, units: part.units, claim });
        Ok(())
    }
}

impl<T: Config> traits::Outstanding for Pallet<T> {
    fn is_outstanding(class: InstrumentClass) -> bool {
        Outstanding::<T>::get(class) > 0
    }
}

impl<T: Config> Holdings for Pallet<T> {
    fn holds_anything(org: OrgId) -> bool {
        Listings::<T>::contains_prefix(org)
    }
}
