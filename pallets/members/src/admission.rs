//! Admission: a member sponsors, the council approves.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    apis::Standing, calendar::Day, identifiers::Identifier, members::Tier, OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, BoundedBTreeSet},
    frame_system,
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_sponsor(
        sponsor: OrgId,
        identifier: Identifier,
        profile: Profile,
        controller: T::AccountId,
    ) -> DispatchResult {
        Self::ensure_sound_profile(&identifier, &profile)?;
        ensure!(!Identifiers::<T>::contains_key(&identifier), Error::<T>::AlreadyMember);
        Self::end_application_if_over(&identifier);
        if let Some(earlier) = Applications::<T>::get(&identifier) {
            let same = earlier.sponsor == sponsor
                && earlier.profile == profile
                && earlier.controller == controller;
            ensure!(same, Error::<T>::ApplicationExists);
            Self::deposit_event(Event::AlreadySponsored { identifier });
            return Ok(());
        }
        Self::ensure_not_itself(sponsor, &identifier, &profile)?;
        Self::ensure_free(&controller)?;
        Self::mutate_organisation(sponsor, |organisation| {
            ensure!(organisation.sponsored < MAX_SPONSORED, Error::<T>::TooManyApplications);
            organisation.sponsored += 1;
            Ok(())
        })?;
        let until = Self::today().plus(APPLICATION_DAYS);
        Self::schedule(until, Ending::Application(identifier.clone()))?;
        let application = Application { sponsor, profile, controller, until };
        Applications::<T>::insert(&identifier, application);
        Self::deposit_event(Event::MemberSponsored { sponsor, identifier });
        Ok(())
    }

    /// A proposal whose time is over stands in nobody's way until its bucket is worked off.
    fn end_application_if_over(identifier: &Identifier) {
        match Applications::<T>::get(identifier) {
            Some(earlier) if Self::today() > earlier.until => {
                Self::end_one(earlier.until, Ending::Application(identifier.clone()));
            }
            _ => (),
        }
    }

    /// A sponsor vouches for somebody else, also not for a company of its own group.
    fn ensure_not_itself(
        sponsor: OrgId,
        identifier: &Identifier,
        profile: &Profile,
    ) -> DispatchResult {
        let member = Organisations::<T>::get(sponsor).ok_or(Error::<T>::UnknownOrganisation)?;
        let group = profile.control_group.as_ref().unwrap_or(identifier);
        // In one group, or one of them the head of the other's.
        let related =
            member.group() == group || member.group() == identifier || member.identifier == *group;
        ensure!(!related, Error::<T>::SelfSponsored);
        Ok(())
    }

    pub(crate) fn ensure_sound_profile(
        identifier: &Identifier,
        profile: &Profile,
    ) -> DispatchResult {
        let name = core::str::from_utf8(&profile.name).map_err(|_| Error::<T>::InvalidName)?;
        ensure!(!name.trim().is_empty(), Error::<T>::InvalidName);
        ensure!(!profile.roles.is_empty(), Error::<T>::NoRoles);
        identifier.check().map_err(|_| Error::<T>::InvalidIdentifier)?;
        if let Some(group) = &profile.control_group {
            group.check().map_err(|_| Error::<T>::InvalidIdentifier)?;
        }
        Ok(())
    }

    pub(crate) fn do_withdraw_application(
        sponsor: OrgId,
        identifier: Identifier,
    ) -> DispatchResult {
        let application = Self::application(&identifier)?;
        ensure!(application.sponsor == sponsor, Error::<T>::NotTheSponsor);
        Self::drop_application(&identifier, &application);
        Self::deposit_event(Event::ApplicationWithdrawn { identifier });
        Ok(())
    }

    pub(crate) fn do_reject_application(identifier: Identifier, document: H256) -> DispatchResult {
        let application = Self::application(&identifier)?;
        Self::drop_application(&identifier, &application);
        Self::deposit_event(Event::ApplicationRejected { identifier, document });
        Ok(())
    }

    pub(crate) fn do_approve_application(
        identifier: Identifier,
        tier: Tier,
        until: Day,
    ) -> DispatchResult {
        ensure!(!Identifiers::<T>::contains_key(&identifier), Error::<T>::AlreadyMember);
        let application = Self::application(&identifier)?;
        ensure!(Self::today() <= application.until, Error::<T>::ApplicationExpired);
        Self::ensure_term(until)?;
        // Who vouches must be in good standing still.
        let sponsor = Self::standing_of(application.sponsor);
        ensure!(sponsor == Some(Standing::Active), Error::<T>::OrganisationNotActive);
        Self::drop_application(&identifier, &application);
        let Application { sponsor, profile, controller, .. } = application;
        Self::do_admit(identifier, profile, controller, Some(sponsor), tier, until).map(|_| ())
    }

    fn application(identifier: &Identifier) -> Result<Application<T::AccountId>, Error<T>> {
        Applications::<T>::get(identifier).ok_or(Error::<T>::UnknownApplication)
    }

    /// Removes an application and all that counts it.
    pub(crate) fn drop_application(
        identifier: &Identifier,
        application: &Application<T::AccountId>,
    ) {
        Applications::<T>::remove(identifier);
        Self::unschedule(application.until, Ending::Application(identifier.clone()));
        Organisations::<T>::mutate(application.sponsor, |sponsor| {
            if let Some(sponsor) = sponsor {
                sponsor.sponsored = sponsor.sponsored.saturating_sub(1);
            }
        });
    }

    pub(crate) fn ensure_term(until: Day) -> DispatchResult {
        let today = Self::today();
        ensure!(until >= today, Error::<T>::InvalidTerm);
        ensure!(until <= today.plus(MAX_TERM_DAYS), Error::<T>::InvalidTerm);
        Ok(())
    }

    pub(crate) fn do_admit(
        identifier: Identifier,
        profile: Profile,
        controller: T::AccountId,
        sponsor: Option<OrgId>,
        tier: Tier,
        until: Day,
    ) -> Result<OrgId, DispatchError> {
        Self::ensure_sound_profile(&identifier, &profile)?;
        Self::ensure_free(&controller)?;
        let org = LastOrganisation::<T>::get().next().ok_or(Error::<T>::TooManyOrganisations)?;
        Self::schedule(until, Ending::Membership(org))?;

        LastOrganisation::<T>::put(org);
        Identifiers::<T>::insert(&identifier, org);
        let organisation = Organisation::new(identifier, profile, controller.clone(), sponsor);
        Organisations::<T>::insert(org, organisation);
        let standing = Standing::Active;
        Accesses::<T>::insert(org, Access { standing, until, tier, bucket: Default::default() });
        // The keyless account will hold assets, which takes a provider.
        frame_system::Pallet::<T>::inc_providers(&Self::account_of(org));
        Self::bind_account(&controller, Membership { org, authority: Authority::Controller });
        Self::deposit_event(Event::OrganisationAdmitted { org, controller, sponsor, until });
        Ok(org)
    }

    pub(crate) fn admit_at_genesis(genesis: &GenesisOrganisation<T::AccountId>) -> DispatchResult {
        let name = genesis.name.as_bytes().to_vec();
        let profile = Profile {
            name: name.try_into().map_err(|_| Error::<T>::InvalidName)?,
            kind: genesis.kind,
            control_group: None,
            roles: bounded_set(genesis.roles.iter().copied())?,
        };
        let (identifier, controller) = (genesis.identifier.clone(), genesis.controller.clone());
        ensure!(!Identifiers::<T>::contains_key(&identifier), Error::<T>::AlreadyMember);
        // The clock of a genesis block stands at zero: the founders' membership is not counted from it.
        let org =
            Self::do_admit(identifier, profile, controller, None, genesis.tier, FOUNDERS_UNTIL)?;
        if genesis.seated {
            Self::do_set_seat(org, true)?;
        }
        for (delegate, scopes) in &genesis.delegates {
            let approve = bounded_set(scopes.iter().copied())?;
            let delegation = Delegation { approve, ..Default::default() };
            Self::do_add_delegate(org, delegate.clone(), delegation)?;
        }
        Ok(())
    }
}

/// The last day of the founders' membership: they have no term, the council ends it.
pub(crate) const FOUNDERS_UNTIL: Day = Day::NEVER;

impl<AccountId> Organisation<AccountId> {
    /// A new one.
    pub(crate) fn new(
        identifier: Identifier,
        profile: Profile,
        controller: AccountId,
        sponsor: Option<OrgId>,
    ) -> Self {
        Self {
            identifier,
            profile,
            controller,
            sponsor,
            delegates: 0,
            acts: 0,
            last_act: 0,
            sponsored: 0,
            mandates: 0,
            interests: 0,
        }
    }

    /// Who ultimately controls it.
    pub fn group(&self) -> &Identifier {
        self.profile.control_group.as_ref().unwrap_or(&self.identifier)
    }
}

pub(crate) fn bounded_set<I: Ord, S: Get<u32>>(
    items: impl Iterator<Item = I>,
) -> Result<BoundedBTreeSet<I, S>, DispatchError> {
    let mut set = BoundedBTreeSet::new();
    for item in items {
        set.try_insert(item).map_err(|_| "too many in one set")?;
    }
    Ok(set)
}
