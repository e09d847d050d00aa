//! Acting from an organisation's keyless account: alone, by two delegates, or under a mandate.

use crate::{pallet::*, types::*, CallPolicy, Need, WeightInfo};
use codec::{DecodeLimit, Encode};
use huangpu_primitives::{apis::Standing, OrgId};
use polkadot_sdk::{
    frame_support::{
        dispatch::{extract_actual_weight, GetDispatchInfo},
        ensure,
        pallet_prelude::*,
        weights::Weight,
    },
    frame_system::{pallet_prelude::*, RawOrigin},
    sp_core::H256,
    sp_io::hashing::blake2_256,
    sp_runtime::traits::Dispatchable,
};

/// Deepest nesting of a call that waits for a second delegate.
const MAX_DEPTH: u32 = 64;

/// An act's organisation, who is about to approve it, and the act.
pub(crate) type Approvable<AccountId> = (OrgId, AccountId, Act<AccountId>);

/// What becomes of a call that an account wants to make.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is made.
    Alone,
    /// It waits for a second delegate.
    Waits(Need),
}

impl<T: Config> Pallet<T> {
    /// Whether an account may make a call from an organisation's keyless account, alone or with a second one.
    pub(crate) fn judge(
        org: OrgId,
        by: &T::AccountId,
        call: &<T as Config>::RuntimeCall,
    ) -> Result<Verdict, DispatchError> {
        let membership = Accounts::<T>::get(by).ok_or(Error::<T>::NotOfThisOrganisation)?;
        let mandate = Self::mandate_needed(org, membership.org)?;
        let need = T::Calls::need(call).ok_or(Error::<T>::CallNotAllowed)?;
        ensure!(!membership.authority.ended(Self::today()), Error::<T>::DelegationEnded);
        Self::ensure_standing_for(org, call)?;
        let authority = &membership.authority;
        if let Some(mandate) = mandate {
            ensure!(mandate.scopes.contains(&need.scope), Error::<T>::ScopeMissing);
            ensure!(authority.covers(need.scope), Error::<T>::ScopeMissing);
            return Ok(Verdict::Alone);
        }
        if authority.covers(need.scope) {
            return Ok(Verdict::Alone);
        }
        if authority.approves(need.scope) && Self::use_limit(by, need) {
            return Ok(Verdict::Alone);
        }
        ensure!(authority.prepares(need.scope), Error::<T>::ScopeMissing);
        Ok(Verdict::Waits(need))
    }

    /// An active organisation does anything, one in wind-down only what winds it down.
    fn ensure_standing_for(org: OrgId, call: &<T as Config>::RuntimeCall) -> DispatchResult {
        match Self::standing_of(org) {
            Some(Standing::Active) => Ok(()),
            Some(Standing::Closed) | None => Err(Error::<T>::UnknownOrganisation.into()),
            Some(_) => {
                ensure!(T::Calls::winds_down(call), Error::<T>::OrganisationNotActive);
                Ok(())
            }
        }
    }

    /// The mandate with which another organisation acts for this one; itself it needs none.
    fn mandate_needed(org: OrgId, by: OrgId) -> Result<Option<Mandate>, Error<T>> {
        if by == org {
            return Ok(None);
        }
        Self::mandate_of(org, by).map(Some).ok_or(Error::<T>::NotOfThisOrganisation)
    }

    /// Uses an act's value of a delegate's limit; whether there was enough.
    pub(crate) fn use_limit(by: &T::AccountId, need: Need) -> bool {
        let today = Self::today();
        LimitsOf::<T>::mutate(by, need.scope, |record| {
            let Some(record) = record else { return false };
            let used = if record.day == today { record.used } else { 0 };
            let Some(total) = used.checked_add(need.value) else { return false };
            if need.value > record.limit.per_act || total > record.limit.per_day {
                return false;
            }
            (record.day, record.used) = (today, total);
            true
        })
    }

    pub(crate) fn do_act_as(
        org: OrgId,
        by: T::AccountId,
        call: <T as Config>::RuntimeCall,
    ) -> DispatchResultWithPostInfo {
        match Self::judge(org, &by, &call)? {
            Verdict::Alone => Self::make_call(org, by, None, call, T::WeightInfo::act_as()),
            Verdict::Waits(need) => {
                Self::put_act(org, by, need, &call)?;
                Ok(Some(T::WeightInfo::act_as()).into())
            }
        }
    }

    pub(crate) fn put_act(
        org: OrgId,
        by: T::AccountId,
        need: Need,
        call: &<T as Config>::RuntimeCall,
    ) -> DispatchResult {
        let call = BoundedVec::try_from(call.encode()).map_err(|_| Error::<T>::ActTooLong)?;
        let hash = H256(blake2_256(&call));
        let act = Self::mutate_organisation(org, |organisation| {
            ensure!(organisation.acts < MAX_ACTS, Error::<T>::TooManyActs);
            organisation.acts += 1;
            organisation.last_act =
                organisation.last_act.checked_add(1).ok_or(Error::<T>::TooManyActs)?;
            Ok(organisation.last_act)
        })?;
        let until = Self::today().plus(ACT_DAYS);
        Self::schedule_anyway(until, Ending::Act(org, act));
        let Need { scope, value } = need;
        Acts::<T>::insert(org, act, Act { by: by.clone(), scope, value, until, call });
        Self::deposit_event(Event::ActPrepared { org, act, by, hash, until });
        Ok(())
    }

    pub(crate) fn do_approve_act(
        origin: OriginFor<T>,
        act: ActId,
        hash: H256,
        most: Weight,
    ) -> DispatchResultWithPostInfo {
        let (org, by, record) = Self::approvable(origin, act, hash)?;
        let call = Self::call_of(&record)?;
        // After an upgrade the same bytes may be another call, which another scope has to approve.
        let same = T::Calls::need(&call).is_some_and(|need| need.scope == record.scope);
        ensure!(same, Error::<T>::ActOutdated);
        Self::make_approved(org, by, act, &record, call, most)
    }

    /// The act that the signer may approve, with its organisation and the signer.
    pub(crate) fn approvable(
        origin: OriginFor<T>,
        act: ActId,
        hash: H256,
    ) -> Result<Approvable<T::AccountId>, DispatchError> {
        let (by, membership) = Self::ensure_of_any(origin)?;
        let org = membership.org;
        let record = Acts::<T>::get(org, act).ok_or(Error::<T>::UnknownAct)?;
        ensure!(record.by != by, Error::<T>::OwnAct);
        ensure!(Self::today() <= record.until, Error::<T>::ActExpired);
        ensure!(membership.authority.approves(record.scope), Error::<T>::ScopeMissing);
        ensure!(H256(blake2_256(&record.call)) == hash, Error::<T>::OtherAct);
        // Whoever prepared it must still be somebody who may.
        let preparer = Accounts::<T>::get(&record.by).filter(|other| {
            other.org == org
                && other.authority.prepares(record.scope)
                && !other.authority.ended(Self::today())
        });
        ensure!(preparer.is_some(), Error::<T>::PreparerGone);
        Ok((org, by, record))
    }

    pub(crate) fn make_approved(
        org: OrgId,
        by: T::AccountId,
        act: ActId,
        record: &Act<T::AccountId>,
        call: <T as Config>::RuntimeCall,
        most: Weight,
    ) -> DispatchResultWithPostInfo {
        Self::ensure_standing_for(org, &call)?;
        ensure!(call.get_dispatch_info().call_weight.all_lte(most), Error::<T>::ActTooHeavy);
        Self::drop_act(org, act, record);
        Self::make_call(org, by, Some(act), call, T::WeightInfo::approve_act())
    }

    pub(crate) fn call_of(
        act: &Act<T::AccountId>,
    ) -> Result<<T as Config>::RuntimeCall, DispatchError> {
        <T as Config>::RuntimeCall::decode_all_with_depth_limit(MAX_DEPTH, &mut &act.call[..])
            // The runtime was upgraded, and the call is another one now.
            .map_err(|_| Error::<T>::ActOutdated.into())
    }

    /// An act is dropped by who prepared it or by who may approve it.
    pub(crate) fn do_cancel_act(origin: OriginFor<T>, act: ActId) -> DispatchResult {
        let (by, membership) = Self::ensure_of_any(origin)?;
        let org = membership.org;
        let record = Acts::<T>::get(org, act).ok_or(Error::<T>::UnknownAct)?;
        let may = record.by == by || membership.authority.approves(record.scope);
        ensure!(may, Error::<T>::ScopeMissing);
        Self::drop_act(org, act, &record);
        Self::deposit_event(Event::ActCancelled { org, act, by });
        Ok(())
    }

    /// Removes an act and all that counts it.
    pub(crate) fn drop_act(org: OrgId, act: ActId, record: &Act<T::AccountId>) {
        Acts::<T>::remove(org, act);
        Self::unschedule(record.until, Ending::Act(org, act));
        Organisations::<T>::mutate(org, |organisation| {
            if let Some(organisation) = organisation {
                organisation.acts = organisation.acts.saturating_sub(1);
            }
        });
    }

    /// Makes a call from the organisation's keyless account; `own` is what that weighs without the call.
    fn make_call(
        org: OrgId,
        by: T::AccountId,
        act: Option<ActId>,
        call: <T as Config>::RuntimeCall,
        own: Weight,
    ) -> DispatchResultWithPostInfo {
        let info = call.get_dispatch_info();
        let result = call.dispatch(RawOrigin::Signed(Self::account_of(org)).into());
        let weight = own.saturating_add(extract_actual_weight(&result, &info));
        match result {
            Ok(_) => {
                Self::deposit_event(Event::ActedAs { org, by, act });
                Ok(Some(weight).into())
            }
            Err(mut failed) => {
                failed.post_info = Some(weight).into();
                Err(failed)
            }
        }
    }
}
