//! Validators that are not in the set: applying, approval, coming back, and being struck off.

use crate::{pallet::*, types::*};
use huangpu_primitives::{apis::Departure, traits::OrgStanding, OrgId};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*},
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn known(org: OrgId) -> Result<Validator, Error<T>> {
        Validators::<T>::get(org).ok_or(Error::<T>::UnknownValidator)
    }

    fn ensure_active(org: OrgId) -> DispatchResult {
        ensure!(T::Standing::is_active(org), Error::<T>::OrganisationNotActive);
        Ok(())
    }

    pub(crate) fn do_apply(org: OrgId) -> DispatchResult {
        Self::ensure_active(org)?;
        ensure!(!Validators::<T>::contains_key(org), Error::<T>::AppliedAlready);
        Validators::<T>::insert(org, Validator { stage: Stage::Candidate, rejoined: false });
        Self::deposit_event(Event::ValidatorApplied { org });
        Ok(())
    }

    pub(crate) fn do_withdraw(org: OrgId) -> DispatchResult {
        let validator = Self::known(org)?;
        ensure!(validator.stage != Stage::InSet, Error::<T>::InTheSet);
        Self::strike_off(org, validator, Departure::Left);
        Ok(())
    }

    pub(crate) fn do_approve(org: OrgId) -> DispatchResult {
        let waits = matches!(Self::known(org)?.stage, Stage::Candidate | Stage::Dropped);
        ensure!(waits, Error::<T>::ApprovedAlready);
        Self::ensure_active(org)?;
        Self::line_up(org, false)?;
        Self::deposit_event(Event::ValidatorApproved { org });
        Ok(())
    }

    pub(crate) fn do_reject(org: OrgId, document: H256) -> DispatchResult {
        let candidate = Self::known(org)?.stage == Stage::Candidate;
        ensure!(candidate, Error::<T>::NotACandidate);
        Validators::<T>::remove(org);
        Self::deposit_event(Event::ApplicationRejected { org, document });
        Ok(())
    }

    pub(crate) fn do_rejoin(org: OrgId) -> DispatchResult {
        let Validator { stage, rejoined } = Self::known(org)?;
        ensure!(stage == Stage::Dropped, Error::<T>::NotDropped);
        ensure!(!rejoined, Error::<T>::RejoinedBefore);
        Self::ensure_active(org)?;
        Self::line_up(org, true)?;
        Self::deposit_event(Event::ValidatorRejoined { org });
        Ok(())
    }

    /// Puts a validator behind those that wait to come in.
    fn line_up(org: OrgId, rejoined: bool) -> DispatchResult {
        Approved::<T>::try_append(org).map_err(|()| Error::<T>::TooManyApproved)?;
        Validators::<T>::insert(org, Validator { stage: Stage::Approved, rejoined });
        Ok(())
    }

    /// Forgets a validator that is not in the set.
    pub(crate) fn strike_off(org: OrgId, validator: Validator, why: Departure) {
        if validator.stage == Stage::Approved {
            Approved::<T>::mutate(|approved| approved.retain(|other| *other != org));
        }
        Validators::<T>::remove(org);
        Self::deposit_event(Event::ValidatorStruckOff { org, why });
    }
}
