//! Platforms that act for merchants.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    apis::Standing,
    roles::{Role, Scope},
    OrgId,
};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_grant_mandate(
        merchant: OrgId,
        platform: OrgId,
        mandate: Mandate,
    ) -> DispatchResult {
        ensure!(merchant != platform, Error::<T>::OwnMandate);
        ensure!(Self::is_platform(platform), Error::<T>::NotAPlatform);
        ensure!(!mandate.scopes.is_empty(), Error::<T>::NoScopes);
        // Who may act for an organisation, only the organisation says.
        ensure!(!mandate.scopes.contains(&Scope::Membership), Error::<T>::ScopesExceedOwn);
        ensure!(mandate.fee <= BASIS_POINTS, Error::<T>::InvalidFee);
        ensure!(mandate.until >= Self::today(), Error::<T>::InvalidTerm);
        if !Mandates::<T>::contains_key(merchant, platform) {
            Self::mutate_organisation(merchant, |organisation| {
                ensure!(organisation.mandates < MAX_MANDATES, Error::<T>::TooManyMandates);
                organisation.mandates += 1;
                Ok(())
            })?;
            MandatesHeld::<T>::insert(platform, merchant, ());
        }
        Mandates::<T>::insert(merchant, platform, mandate);
        Self::deposit_event(Event::MandateGranted { merchant, platform });
        Ok(())
    }

    pub(crate) fn do_revoke_mandate(by: OrgId, merchant: OrgId, platform: OrgId) -> DispatchResult {
        ensure!(by == merchant || by == platform, Error::<T>::UnknownMandate);
        ensure!(Mandates::<T>::contains_key(merchant, platform), Error::<T>::UnknownMandate);
        Self::drop_mandate(merchant, platform);
        Self::deposit_event(Event::MandateRevoked { merchant, platform });
        Ok(())
    }

    pub(crate) fn drop_mandate(merchant: OrgId, platform: OrgId) {
        Mandates::<T>::remove(merchant, platform);
        MandatesHeld::<T>::remove(platform, merchant);
        Organisations::<T>::mutate(merchant, |organisation| {
            if let Some(organisation) = organisation {
                organisation.mandates = organisation.mandates.saturating_sub(1);
            }
        });
    }

    fn is_platform(org: OrgId) -> bool {
        Self::standing_of(org) == Some(Standing::Active)
            && Organisations::<T>::get(org)
                .is_some_and(|record| record.profile.roles.contains(&Role::Platform))
    }

    /// The mandate, in force today, with which a platform acts for a merchant.
    pub fn mandate_of(merchant: OrgId, platform: OrgId) -> Option<Mandate> {
        Mandates::<T>::get(merchant, platform)
            .filter(|mandate| Self::today() <= mandate.until && Self::is_platform(platform))
    }
}
