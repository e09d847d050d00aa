//! Delegates: an organisation's staff and systems.

use crate::{accounts::among, pallet::*, types::*};
use huangpu_primitives::{
    roles::{Scope, Scopes},
    OrgId,
};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    /// A delegation is sound, and hands out nothing that the caller lacks.
    pub(crate) fn ensure_may_grant(caller: &Authority, delegation: &Delegation) -> DispatchResult {
        let Delegation { prepare, approve, until, .. } = delegation;
        let today = Self::today();
        ensure!(until.is_none_or(|until| until >= today), Error::<T>::InvalidTerm);
        ensure!(caller.may_give_until(*until), Error::<T>::InvalidTerm);
        // Who approves within a limit could else let a straw man prepare what is above it.
        let prepares =
            |scope| caller.covers(scope) || (caller.prepares(scope) && !caller.approves(scope));
        ensure!(among(prepare, prepares), Error::<T>::ScopesExceedOwn);
        ensure!(among(approve, |scope| caller.covers(scope)), Error::<T>::ScopesExceedOwn);
        // Who manages delegates could give itself more than any limit.
        let limited = delegation.limits.iter().any(|(scope, _)| *scope == Scope::Membership);
        ensure!(!limited, Error::<T>::InvalidLimit);
        Ok(())
    }

    /// The powers that a delegation gives.
    fn powers(delegation: &Delegation) -> Result<Powers, DispatchError> {
        let Delegation { prepare, approve, limits, until } = delegation;
        ensure!(!prepare.is_empty() || !approve.is_empty(), Error::<T>::NoScopes);
        let mut limited = Scopes::new();
        for (scope, limit) in limits {
            ensure!(approve.contains(scope), Error::<T>::InvalidLimit);
            ensure!(limit.per_act <= limit.per_day, Error::<T>::InvalidLimit);
            let new = limited.try_insert(*scope).map_err(|_| Error::<T>::InvalidLimit)?;
            ensure!(new, Error::<T>::InvalidLimit);
        }
        let (prepare, approve, until) = (prepare.clone(), approve.clone(), *until);
        Ok(Powers { prepare, approve, limited, until })
    }

    pub(crate) fn do_add_delegate(
        org: OrgId,
        delegate: T::AccountId,
        delegation: Delegation,
    ) -> DispatchResult {
        let powers = Self::powers(&delegation)?;
        Self::ensure_free(&delegate)?;
        Self::mutate_organisation(org, |organisation| {
            let room = organisation.delegates < T::MaxDelegates::get();
            ensure!(room, Error::<T>::TooManyDelegates);
            organisation.delegates += 1;
            Ok(())
        })?;
        let membership = Membership { org, authority: Authority::Delegate(powers) };
        Self::bind_account(&delegate, membership);
        Delegates::<T>::insert(org, &delegate, ());
        Self::put_limits(&delegate, &delegation.limits);
        Self::deposit_event(Event::DelegateAdded { org, delegate });
        Ok(())
    }

    pub(crate) fn do_set_delegation(
        org: OrgId,
        caller: &Authority,
        delegate: T::AccountId,
        delegation: Delegation,
    ) -> DispatchResult {
        let powers = Self::powers(&delegation)?;
        Self::ensure_delegate_within(org, caller, &delegate)?;
        let membership = Membership { org, authority: Authority::Delegate(powers) };
        Accounts::<T>::insert(&delegate, membership);
        Self::put_limits(&delegate, &delegation.limits);
        Self::deposit_event(Event::DelegationSet { org, delegate });
        Ok(())
    }

    /// Writes a delegate's limits. What was used today of one that stays counts on.
    fn put_limits(delegate: &T::AccountId, limits: &Limits) {
        let today = Self::today();
        let mut used = [(Scope::Membership, 0); MAX_SCOPES_USIZE];
        for (slot, (scope, earlier)) in used.iter_mut().zip(LimitsOf::<T>::drain_prefix(delegate)) {
            *slot = (scope, if earlier.day == today { earlier.used } else { 0 });
        }
        for (scope, limit) in limits {
            let earlier = used.iter().find(|(of, used)| of == scope && *used > 0);
            let used = earlier.map_or(0, |(_, used)| *used);
            let record = LimitUse { limit: *limit, day: today, used };
            LimitsOf::<T>::insert(delegate, scope, record);
        }
    }

    pub(crate) fn do_remove_delegate(
        org: OrgId,
        caller: &Authority,
        delegate: T::AccountId,
    ) -> DispatchResult {
        Self::ensure_delegate_within(org, caller, &delegate)?;
        Self::unbind_delegate(org, &delegate);
        Self::deposit_event(Event::DelegateRemoved { org, delegate });
        Ok(())
    }

    pub(crate) fn do_leave(who: T::AccountId) -> DispatchResult {
        match Accounts::<T>::get(&who) {
            Some(Membership { org, authority: Authority::Delegate(_) }) => {
                Self::unbind_delegate(org, &who);
                Self::deposit_event(Event::DelegateRemoved { org, delegate: who });
                Ok(())
            }
            _ => Err(Error::<T>::NotADelegate.into()),
        }
    }

    /// A delegate of this organisation who has no power that the caller lacks.
    fn ensure_delegate_within(
        org: OrgId,
        caller: &Authority,
        delegate: &T::AccountId,
    ) -> DispatchResult {
        match Accounts::<T>::get(delegate) {
            Some(Membership { org: of, authority: Authority::Delegate(powers) }) if of == org => {
                let within = among(&powers.prepare, |scope| caller.prepares(scope))
                    && among(&powers.approve, |scope| caller.covers(scope));
                ensure!(within, Error::<T>::ScopesExceedOwn);
                Ok(())
            }
            _ => Err(Error::<T>::NotADelegate.into()),
        }
    }

    pub(crate) fn unbind_delegate(org: OrgId, delegate: &T::AccountId) {
        Organisations::<T>::mutate(org, |organisation| {
            if let Some(organisation) = organisation {
                organisation.delegates = organisation.delegates.saturating_sub(1);
            }
        });
        Accounts::<T>::remove(delegate);
        Delegates::<T>::remove(org, delegate);
        for _ in LimitsOf::<T>::drain_prefix(delegate) {}
    }
}

const MAX_SCOPES_USIZE: usize = huangpu_primitives::roles::MAX_SCOPES as usize;
