//! Admission and standing.

use crate::{pallet::*, types::*};
use huangpu_primitives::{apis::Standing, roles::Roles, OrgId};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, BoundedBTreeSet},
    frame_system,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_admit(
        name: OrganisationName,
        roles: Roles,
        controller: T::AccountId,
    ) -> Result<OrgId, DispatchError> {
        ensure!(!name.is_empty(), Error::<T>::InvalidName);
        ensure!(core::str::from_utf8(&name).is_ok(), Error::<T>::InvalidName);
        ensure!(!roles.is_empty(), Error::<T>::NoRoles);
        Self::ensure_free(&controller)?;
        let org = LastOrganisation::<T>::get().next().ok_or(Error::<T>::TooManyOrganisations)?;

        LastOrganisation::<T>::put(org);
        let organisation = Organisation {
            name,
            standing: Standing::Active,
            roles,
            controller: controller.clone(),
            delegates: 0,
        };
        Organisations::<T>::insert(org, organisation);
        // The keyless account will hold assets, which takes a provider.
        frame_system::Pallet::<T>::inc_providers(&Self::account_of(org));
        Self::bind_account(&controller, Membership { org, authority: Authority::Controller });
        Self::deposit_event(Event::OrganisationAdmitted { org, controller });
        Ok(org)
    }

    pub(crate) fn do_set_standing(org: OrgId, to: Standing) -> DispatchResult {
        let from = Organisations::<T>::try_mutate(org, |organisation| {
            let organisation = organisation.as_mut().ok_or(Error::<T>::UnknownOrganisation)?;
            ensure!(organisation.standing != to, Error::<T>::StandingUnchanged);
            ensure!(organisation.standing != Standing::Expelled, Error::<T>::OrganisationExpelled);
            Ok::<_, DispatchError>(core::mem::replace(&mut organisation.standing, to))
        })?;
        Self::deposit_event(Event::StandingChanged { org, from, to });
        Ok(())
    }

    pub(crate) fn admit_at_genesis(genesis: &GenesisOrganisation<T::AccountId>) -> DispatchResult {
        let name = genesis.name.as_bytes().to_vec();
        let name = name.try_into().map_err(|_| Error::<T>::InvalidName)?;
        let roles = bounded_set(genesis.roles.iter().copied())?;
        let org = Self::do_admit(name, roles, genesis.controller.clone())?;
        for (delegate, scopes) in &genesis.delegates {
            let scopes = bounded_set(scopes.iter().copied())?;
            Self::do_add_delegate(org, delegate.clone(), scopes)?;
        }
        Ok(())
    }
}

fn bounded_set<I: Ord, S: Get<u32>>(
    items: impl Iterator<Item = I>,
) -> Result<BoundedBTreeSet<I, S>, DispatchError> {
    let mut set = BoundedBTreeSet::new();
    for item in items {
        set.try_insert(item).map_err(|_| "too many in one set")?;
    }
    Ok(set)
}
