//! What others read: the runtime API's answers, and [`OrgStanding`] and [`Standings`] for the other
//! pallets.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{
        AccountView, ActView, ApplicationView, InterestView, LimitView, MandateView,
        OrganisationView, QuotaView, Standing,
    },
    identifiers::Identifier,
    paging::{keys_after, page_size},
    traits::{OrgStanding, Standings},
    OrgId,
};
use polkadot_sdk::{sp_core::H256, sp_io::hashing::blake2_256, sp_runtime::traits::Convert};

impl<T: Config> Pallet<T> {
    /// See `MembersApi::organisation`.
    pub fn organisation_view(org: OrgId) -> Option<OrganisationView<T::AccountId>> {
        let access = Accesses::<T>::get(org)?;
        let Organisation { identifier, profile, controller, sponsor, delegates, .. } =
            Organisations::<T>::get(org)?;
        Some(OrganisationView {
            id: org,
            identifier,
            name: profile.name.into_inner(),
            kind: profile.kind,
            control_group: profile.control_group,
            standing: Self::standing_on(&access, Self::today()),
            until: access.until,
            sponsor,
            roles: profile.roles.into_iter().collect(),
            seated: Seats::<T>::contains_key(org),
            controller,
            account: Self::account_of(org),
            delegates,
            tier: access.tier,
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
            .take(page_size(limit))
            .filter_map(|id| Self::organisation_view(OrgId(id)))
            .collect()
    }

    /// See `MembersApi::account`.
    pub fn account_view(account: &T::AccountId) -> Option<AccountView> {
        let Membership { org, authority } = Accounts::<T>::get(account)?;
        let (controller, powers) = match authority {
            Authority::Controller => (true, Powers::default()),
            Authority::Delegate(powers) => (false, powers),
        };
        let limits = powers.limited.iter().filter_map(|scope| {
            let LimitUse { limit, day, used } = LimitsOf::<T>::get(account, scope)?;
            let used_today = if day == Self::today() { used } else { 0 };
            let Limit { per_act, per_day } = limit;
            Some(LimitView { scope: *scope, per_act, per_day, used_today })
        });
        Some(AccountView {
            org,
            controller,
            limits: limits.collect(),
            prepare: powers.prepare.into_iter().collect(),
            approve: powers.approve.into_iter().collect(),
            until: powers.until,
        })
    }

    /// See `MembersApi::delegates_of`.
    pub fn delegates_page(
        org: OrgId,
        after: Option<T::AccountId>,
        limit: u32,
    ) -> Vec<(T::AccountId, AccountView)> {
        keys_after::<Delegates<T>, _, _, _>(org, after, limit)
            .filter_map(|account| {
                let view = Self::account_view(&account)?;
                Some((account, view))
            })
            .collect()
    }

    /// See `MembersApi::applications`.
    pub fn applications_page(
        after: Option<Identifier>,
        limit: u32,
    ) -> Vec<ApplicationView<T::AccountId>> {
        let all = match after {
            Some(after) => Applications::<T>::iter_from(Applications::<T>::hashed_key_for(after)),
            None => Applications::<T>::iter(),
        };
        all.take(page_size(limit))
            .map(|(identifier, Application { sponsor, profile, controller, until })| {
                ApplicationView {
                    identifier,
                    name: profile.name.into_inner(),
                    kind: profile.kind,
                    control_group: profile.control_group,
                    roles: profile.roles.into_iter().collect(),
                    controller,
                    sponsor,
                    until,
                }
            })
            .collect()
    }

    /// See `MembersApi::acts_of`.
    pub fn acts_page(org: OrgId, after: Option<ActId>, limit: u32) -> Vec<ActView<T::AccountId>> {
        keys_after::<Acts<T>, _, _, _>(org, after, limit)
            .filter_map(|act| {
                let Act { by, scope, value, until, call } = Acts::<T>::get(org, act)?;
                let hash = H256(blake2_256(&call));
                Some(ActView { act, by, scope, value, until, hash, call: call.into_inner() })
            })
            .collect()
    }

    /// See `MembersApi::mandates_of`.
    pub fn mandates_page(merchant: OrgId, after: Option<OrgId>, limit: u32) -> Vec<MandateView> {
        keys_after::<Mandates<T>, _, _, _>(merchant, after, limit)
            .filter_map(|platform| Self::mandate_view(merchant, platform))
            .collect()
    }

    /// See `MembersApi::mandates_held`.
    pub fn mandates_held_page(
        platform: OrgId,
        after: Option<OrgId>,
        limit: u32,
    ) -> Vec<MandateView> {
        keys_after::<MandatesHeld<T>, _, _, _>(platform, after, limit)
            .filter_map(|merchant| Self::mandate_view(merchant, platform))
            .collect()
    }

    fn mandate_view(merchant: OrgId, platform: OrgId) -> Option<MandateView> {
        let Mandate { scopes, until, fee, terms } = Mandates::<T>::get(merchant, platform)?;
        let in_force = Self::mandate_of(merchant, platform).is_some();
        let scopes = scopes.into_iter().collect();
        Some(MandateView { merchant, platform, scopes, until, fee, terms, in_force })
    }

    /// See `MembersApi::interests_of`.
    pub fn interests_page(org: OrgId, after: Option<OrgId>, limit: u32) -> Vec<InterestView> {
        let today = Self::today();
        keys_after::<Interests<T>, _, _, _>(org, after, limit)
            .filter_map(|with| {
                let interest = Interests::<T>::get(org, with)?;
                let Interest { kind, since, ended } = interest;
                Some(InterestView { with, kind, since, ended, counts: interest.counts(today) })
            })
            .collect()
    }

    /// See `MembersApi::quota`.
    pub fn quota_view(org: OrgId) -> Option<QuotaView> {
        let Access { tier, bucket, .. } = Accesses::<T>::get(org)?;
        let rate = T::Rates::convert(tier);
        let (capacity, left) = (rate.capacity(), bucket.at(Self::block(), &rate).left(&rate));
        Some(QuotaView {
            tier,
            time_per_block: rate.time,
            bytes_per_block: rate.bytes,
            time_capacity: capacity.time,
            bytes_capacity: capacity.bytes,
            time_left: left.time,
            bytes_left: left.bytes,
        })
    }
}

impl<T: Config> Standings for Pallet<T> {
    fn standing(org: OrgId) -> Option<Standing> {
        Self::standing_of(org)
    }
}

impl<T: Config> OrgStanding for Pallet<T> {
    fn is_active(org: OrgId) -> bool {
        Self::standing_of(org) == Some(Standing::Active)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(org: OrgId) {
        crate::benchmarking::ensure_organisation::<T>(org);
    }
}
