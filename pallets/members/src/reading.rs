//! What others read: the runtime API's answers, and [`OrgStanding`] for the other pallets.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{AccountView, OrganisationView, Standing, PAGE},
    traits::OrgStanding,
    OrgId,
};

impl<T: Config> Pallet<T> {
    /// See `MembersApi::organisation`.
    pub fn organisation_view(org: OrgId) -> Option<OrganisationView<T::AccountId>> {
        let organisation = Organisations::<T>::get(org)?;
        Some(OrganisationView {
            id: org,
            name: organisation.name.into_inner(),
            standing: organisation.standing,
            roles: organisation.roles.into_iter().collect(),
            controller: organisation.controller,
            account: Self::account_of(org),
        })
    }

    /// See `MembersApi::organisations`. Ids have no holes, so the next page is the next ids.
    pub fn organisation_page(
        after: Option<OrgId>,
        limit: u32,
    ) -> Vec<OrganisationView<T::AccountId>> {
        let first = after.unwrap_or_default().0.saturating_add(1);
        let last = LastOrganisation::<T>::get().0;
        (first..=last)
            .take(limit.min(PAGE) as usize)
            .filter_map(|id| Self::organisation_view(OrgId(id)))
            .collect()
    }

    /// See `MembersApi::account`.
    pub fn account_view(account: &T::AccountId) -> Option<AccountView> {
        let Membership { org, authority } = Accounts::<T>::get(account)?;
        Some(match authority {
            Authority::Controller => AccountView { org, controller: true, scopes: Vec::new() },
            Authority::Delegate(scopes) => {
                AccountView { org, controller: false, scopes: scopes.into_iter().collect() }
            }
        })
    }
}

impl<T: Config> OrgStanding for Pallet<T> {
    fn is_active(org: OrgId) -> bool {
        Organisations::<T>::get(org).is_some_and(|o| o.standing == Standing::Active)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(org: OrgId) {
        crate::benchmarking::ensure_organisation::<T>(org);
    }
}
