//! Controllers, delegates, and acting from the keyless account.

use crate::{pallet::*, types::*, WeightInfo};
use huangpu_primitives::{
    apis::Standing,
    roles::{Scope, Scopes},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{
        dispatch::{extract_actual_weight, GetDispatchInfo},
        ensure,
        pallet_prelude::*,
        PalletId,
    },
    frame_system::{self, pallet_prelude::*, RawOrigin},
    sp_runtime::traits::{AccountIdConversion, Dispatchable},
};

impl<T: Config> Pallet<T> {
    /// The keyless account that holds what an organisation owns.
    pub fn account_of(org: OrgId) -> T::AccountId {
        T::PalletId::get().into_sub_account_truncating(org)
    }

    /// The organisation whose keyless account this is.
    pub fn org_of_keyless(account: &T::AccountId) -> Option<OrgId> {
        Self::derived_from(account).filter(|org| Organisations::<T>::contains_key(*org))
    }

    /// The id, given out or not, from which this account is derived.
    fn derived_from(account: &T::AccountId) -> Option<OrgId> {
        let (id, org) = PalletId::try_from_sub_account::<OrgId>(account)?;
        (id == T::PalletId::get()).then_some(org)
    }

    /// For whom an account acts: as controller, as delegate, or as the keyless account itself.
    pub fn membership(account: &T::AccountId) -> Option<Membership> {
        Accounts::<T>::get(account).or_else(|| {
            // Nobody has its key: a signed origin of it can only come from `act_as`, which has
            // checked the scope.
            Self::org_of_keyless(account)
                .map(|org| Membership { org, authority: Authority::Controller })
        })
    }

    pub(crate) fn ensure_free(account: &T::AccountId) -> DispatchResult {
        // Also not the keyless account of an organisation to come: it would act for two.
        ensure!(Self::derived_from(account).is_none(), Error::<T>::AccountTaken);
        ensure!(!Accounts::<T>::contains_key(account), Error::<T>::AccountTaken);
        Ok(())
    }

    /// Binds an account, and gives it the provider that it keeps for ever.
    pub(crate) fn bind_account(account: &T::AccountId, membership: Membership) {
        frame_system::Pallet::<T>::inc_providers(account);
        Accounts::<T>::insert(account, membership);
    }

    pub(crate) fn ensure_active_org(org: OrgId) -> Result<(), Error<T>> {
        match Organisations::<T>::get(org).map(|organisation| organisation.standing) {
            Some(Standing::Active) => Ok(()),
            Some(_) => Err(Error::<T>::OrganisationNotActive),
            None => Err(Error::<T>::UnknownOrganisation),
        }
    }

    /// The caller's organisation and authority, which covers managing its delegates.
    pub(crate) fn ensure_manager(
        origin: OriginFor<T>,
    ) -> Result<(OrgId, Authority), DispatchError> {
        let who = ensure_signed(origin)?;
        let Membership { org, authority } =
            Accounts::<T>::get(&who).ok_or(Error::<T>::NotOfThisOrganisation)?;
        ensure!(authority.covers(Scope::Membership), Error::<T>::ScopeMissing);
        Ok((org, authority))
    }

    pub(crate) fn ensure_controller(origin: OriginFor<T>) -> Result<OrgId, DispatchError> {
        let who = ensure_signed(origin)?;
        match Accounts::<T>::get(&who) {
            Some(Membership { org, authority: Authority::Controller }) => Ok(org),
            _ => Err(Error::<T>::NotTheController.into()),
        }
    }

    pub(crate) fn ensure_may_grant(caller: &Authority, scopes: &Scopes) -> DispatchResult {
        ensure!(!scopes.is_empty(), Error::<T>::NoScopes);
        ensure!(caller.covers_all(scopes), Error::<T>::ScopesExceedOwn);
        Ok(())
    }

    pub(crate) fn do_add_delegate(
        org: OrgId,
        delegate: T::AccountId,
        scopes: Scopes,
    ) -> DispatchResult {
        ensure!(!scopes.is_empty(), Error::<T>::NoScopes);
        Self::ensure_free(&delegate)?;
        Self::count_delegates(org, |count| {
            ensure!(*count < T::MaxDelegates::get(), Error::<T>::TooManyDelegates);
            *count += 1;
            Ok(())
        })?;
        let membership = Membership { org, authority: Authority::Delegate(scopes) };
        Self::bind_account(&delegate, membership);
        Delegates::<T>::insert(org, &delegate, ());
        Self::deposit_event(Event::DelegateAdded { org, delegate });
        Ok(())
    }

    pub(crate) fn do_set_scopes(
        org: OrgId,
        caller: &Authority,
        delegate: T::AccountId,
        scopes: Scopes,
    ) -> DispatchResult {
        Self::ensure_delegate_within(org, caller, &delegate)?;
        let membership = Membership { org, authority: Authority::Delegate(scopes) };
        Accounts::<T>::insert(&delegate, membership);
        Self::deposit_event(Event::ScopesSet { org, delegate });
        Ok(())
    }

    pub(crate) fn do_remove_delegate(
        org: OrgId,
        caller: &Authority,
        delegate: T::AccountId,
    ) -> DispatchResult {
        Self::ensure_delegate_within(org, caller, &delegate)?;
        Self::unbind_delegate(org, &delegate)?;
        Self::deposit_event(Event::DelegateRemoved { org, delegate });
        Ok(())
    }

    /// A delegate of this organisation who has no scope that the caller lacks.
    fn ensure_delegate_within(
        org: OrgId,
        caller: &Authority,
        delegate: &T::AccountId,
    ) -> DispatchResult {
        match Accounts::<T>::get(delegate) {
            Some(Membership { org: of, authority: Authority::Delegate(scopes) }) if of == org => {
                ensure!(caller.covers_all(&scopes), Error::<T>::ScopesExceedOwn);
                Ok(())
            }
            _ => Err(Error::<T>::NotADelegate.into()),
        }
    }

    fn unbind_delegate(org: OrgId, delegate: &T::AccountId) -> DispatchResult {
        Self::count_delegates(org, |count| {
            *count = count.saturating_sub(1);
            Ok(())
        })?;
        Accounts::<T>::remove(delegate);
        Delegates::<T>::remove(org, delegate);
        Ok(())
    }

    fn count_delegates(org: OrgId, f: impl FnOnce(&mut u32) -> DispatchResult) -> DispatchResult {
        Organisations::<T>::try_mutate(org, |organisation| {
            f(&mut organisation.as_mut().ok_or(Error::<T>::UnknownOrganisation)?.delegates)
        })
    }

    pub(crate) fn do_change_controller(org: OrgId, to: T::AccountId) -> DispatchResult {
        let organisation = Organisations::<T>::get(org).ok_or(Error::<T>::UnknownOrganisation)?;
        ensure!(organisation.standing != Standing::Expelled, Error::<T>::OrganisationExpelled);
        if Delegates::<T>::contains_key(org, &to) {
            Self::unbind_delegate(org, &to)?;
        } else {
            Self::ensure_free(&to)?;
        }
        let from = Organisations::<T>::try_mutate(org, |organisation| {
            let organisation = organisation.as_mut().ok_or(Error::<T>::UnknownOrganisation)?;
            Ok::<_, DispatchError>(core::mem::replace(&mut organisation.controller, to.clone()))
        })?;
        Accounts::<T>::remove(&from);
        Self::bind_account(&to, Membership { org, authority: Authority::Controller });
        Self::deposit_event(Event::ControllerChanged { org, from, to });
        Ok(())
    }

    pub(crate) fn ensure_may_act(
        org: OrgId,
        by: &T::AccountId,
        call: &<T as Config>::RuntimeCall,
    ) -> DispatchResult {
        let membership = Accounts::<T>::get(by).ok_or(Error::<T>::NotOfThisOrganisation)?;
        ensure!(membership.org == org, Error::<T>::NotOfThisOrganisation);
        Self::ensure_active_org(org)?;
        let scope = T::CallScope::scope_of(call).ok_or(Error::<T>::CallNotAllowed)?;
        ensure!(membership.authority.covers(scope), Error::<T>::ScopeMissing);
        Ok(())
    }

    pub(crate) fn do_act_as(
        org: OrgId,
        by: T::AccountId,
        call: <T as Config>::RuntimeCall,
    ) -> DispatchResultWithPostInfo {
        let info = call.get_dispatch_info();
        let result = call.dispatch(RawOrigin::Signed(Self::account_of(org)).into());
        let weight = T::WeightInfo::act_as().saturating_add(extract_actual_weight(&result, &info));
        match result {
            Ok(_) => {
                Self::deposit_event(Event::ActedAs { org, by });
                Ok(Some(weight).into())
            }
            Err(mut failed) => {
                failed.post_info = Some(weight).into();
                Err(failed)
            }
        }
    }
}
