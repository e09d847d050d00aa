//! The accounts of organisations: keyless, controllers', and how they are bound.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    apis::Standing,
    roles::{Scope, Scopes},
    traits::KeylessAccounts,
    OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, PalletId},
    frame_system::{self, pallet_prelude::*},
    sp_runtime::{traits::AccountIdConversion, SaturatedConversion},
};

impl<T: Config> Pallet<T> {
    /// The keyless account that holds what an organisation owns.
    pub fn account_of(org: OrgId) -> T::AccountId {
        T::PalletId::get().into_sub_account_truncating(org)
    }

    /// The organisation whose keyless account this is.
    pub fn org_of_keyless(account: &T::AccountId) -> Option<OrgId> {
        Self::derived_from(account).filter(|org| Accesses::<T>::contains_key(*org))
    }

    /// The id, given out or not, from which this account is derived.
    fn derived_from(account: &T::AccountId) -> Option<OrgId> {
        let (id, org) = PalletId::try_from_sub_account::<OrgId>(account)?;
        (id == T::PalletId::get()).then_some(org)
    }

    /// For whom an account acts: as controller, as delegate, or as the keyless account itself.
    pub fn membership(account: &T::AccountId) -> Option<Membership> {
        Accounts::<T>::get(account).or_else(|| {
            // Nobody has its key: a signed origin of it can only come from `act_as` or `approve_act`,
            // which have checked the scope.
            Self::org_of_keyless(account)
                .map(|org| Membership { org, authority: Authority::Controller })
        })
    }

    /// This block's number.
    pub(crate) fn block() -> u32 {
        frame_system::Pallet::<T>::block_number().saturated_into()
    }

    /// Nobody's account, or that of a delegate whose last day is over: it gives way.
    pub(crate) fn ensure_free(account: &T::AccountId) -> DispatchResult {
        // Also not the keyless account of an organisation to come: it would act for two.
        ensure!(Self::derived_from(account).is_none(), Error::<T>::AccountTaken);
        let today = Self::today();
        let free = Accounts::<T>::get(account).is_none_or(|of| of.authority.ended(today));
        ensure!(free, Error::<T>::AccountTaken);
        Ok(())
    }

    /// Binds an account, and gives it a provider that it keeps for ever: one of ours, each time, since what another
    /// pallet gave it may be taken away, and its nonce with it.
    pub(crate) fn bind_account(account: &T::AccountId, membership: Membership) {
        if let Some(Membership { org, .. }) = Accounts::<T>::get(account) {
            // Its last day there is over, or it would not be free.
            Self::unbind_delegate(org, account);
            Self::deposit_event(Event::DelegateRemoved { org, delegate: account.clone() });
        }
        frame_system::Pallet::<T>::inc_providers(account);
        Accounts::<T>::insert(account, membership);
    }

    pub(crate) fn mutate_organisation<R>(
        org: OrgId,
        change: impl FnOnce(&mut Organisation<T::AccountId>) -> Result<R, DispatchError>,
    ) -> Result<R, DispatchError> {
        Organisations::<T>::try_mutate(org, |organisation| {
            change(organisation.as_mut().ok_or(Error::<T>::UnknownOrganisation)?)
        })
    }

    /// The signer's organisation, which is active, and authority, which has not ended.
    pub(crate) fn ensure_of_active(
        origin: OriginFor<T>,
    ) -> Result<(T::AccountId, Membership), DispatchError> {
        let (who, membership) = Self::ensure_of_any(origin)?;
        let standing = Self::standing_of(membership.org);
        ensure!(standing == Some(Standing::Active), Error::<T>::OrganisationNotActive);
        Ok((who, membership))
    }

    /// The signer's organisation, whatever its standing, and authority, which has not ended.
    pub(crate) fn ensure_of_any(
        origin: OriginFor<T>,
    ) -> Result<(T::AccountId, Membership), DispatchError> {
        let who = ensure_signed(origin)?;
        let membership = Accounts::<T>::get(&who).ok_or(Error::<T>::NotOfThisOrganisation)?;
        ensure!(!membership.authority.ended(Self::today()), Error::<T>::DelegationEnded);
        Ok((who, membership))
    }

    /// As [`ensure_of_active`](Self::ensure_of_active); the authority covers managing the organisation.
    pub(crate) fn ensure_manager(origin: OriginFor<T>) -> Result<Membership, DispatchError> {
        let (_, membership) = Self::ensure_of_active(origin)?;
        ensure!(membership.authority.covers(Scope::Membership), Error::<T>::ScopeMissing);
        Ok(membership)
    }

    /// As [`ensure_manager`](Self::ensure_manager), for what an organisation may also do in wind-down.
    pub(crate) fn ensure_manager_of_any(origin: OriginFor<T>) -> Result<Membership, DispatchError> {
        let (_, membership) = Self::ensure_of_any(origin)?;
        ensure!(membership.authority.covers(Scope::Membership), Error::<T>::ScopeMissing);
        Ok(membership)
    }

    pub(crate) fn ensure_controller(origin: OriginFor<T>) -> Result<OrgId, DispatchError> {
        let who = ensure_signed(origin)?;
        match Accounts::<T>::get(&who) {
            Some(Membership { org, authority: Authority::Controller }) => Ok(org),
            _ => Err(Error::<T>::NotTheController.into()),
        }
    }

    pub(crate) fn do_change_controller(org: OrgId, to: T::AccountId) -> DispatchResult {
        let access = Self::access(org)?;
        ensure!(access.standing != Standing::Closed, Error::<T>::OrganisationClosed);
        if Delegates::<T>::contains_key(org, &to) {
            Self::unbind_delegate(org, &to);
        } else {
            Self::ensure_free(&to)?;
        }
        let from = Self::mutate_organisation(org, |organisation| {
            Ok(core::mem::replace(&mut organisation.controller, to.clone()))
        })?;
        Accounts::<T>::remove(&from);
        Self::bind_account(&to, Membership { org, authority: Authority::Controller });
        Self::deposit_event(Event::ControllerChanged { org, from, to });
        Ok(())
    }

    /// Puts another account in the signer's place: the same organisation, powers, limits and what was used of
    /// them.
    pub(crate) fn do_rotate_key(from: T::AccountId, to: T::AccountId) -> DispatchResult {
        let membership = Accounts::<T>::get(&from).ok_or(Error::<T>::NotOfThisOrganisation)?;
        let org = membership.org;
        if membership.authority == Authority::Controller {
            Self::ensure_free(&to)?;
            return Self::do_change_controller(org, to);
        }
        ensure!(!membership.authority.ended(Self::today()), Error::<T>::DelegationEnded);
        Self::ensure_free(&to)?;
        Accounts::<T>::remove(&from);
        Delegates::<T>::remove(org, &from);
        Self::bind_account(&to, membership);
        Delegates::<T>::insert(org, &to, ());
        for (scope, limit) in LimitsOf::<T>::drain_prefix(&from) {
            LimitsOf::<T>::insert(&to, scope, limit);
        }
        Self::deposit_event(Event::KeyRotated { org, from, to });
        Ok(())
    }
}

impl<T: Config> KeylessAccounts<T::AccountId> for Pallet<T> {
    fn account_of(org: OrgId) -> T::AccountId {
        Self::account_of(org)
    }

    fn org_of(account: &T::AccountId) -> Option<OrgId> {
        Self::derived_from(account)
    }
}

/// Whether all of these scopes are among those.
pub(crate) fn among(scopes: &Scopes, those: impl Fn(Scope) -> bool) -> bool {
    scopes.iter().all(|scope| those(*scope))
}
