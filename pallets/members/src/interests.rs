//! Declared interests, for the independence of verifiers and arbitrators.

use crate::{pallet::*, types::*};
use huangpu_primitives::{members::InterestKind, traits::Independence, OrgId};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_declare_interest(
        org: OrgId,
        with: OrgId,
        kind: InterestKind,
    ) -> DispatchResult {
        ensure!(org != with, Error::<T>::OwnInterest);
        ensure!(Organisations::<T>::contains_key(with), Error::<T>::UnknownOrganisation);
        match Interests::<T>::get(org, with) {
            Some(earlier) => {
                let same = earlier.kind == kind && earlier.ended.is_none();
                ensure!(!same, Error::<T>::InterestDeclared);
            }
            None => Self::mutate_organisation(org, |organisation| {
                ensure!(organisation.interests < MAX_INTERESTS, Error::<T>::TooManyInterests);
                organisation.interests += 1;
                Ok(())
            })?,
        }
        let interest = Interest { kind, since: Self::today(), ended: None };
        Interests::<T>::insert(org, with, interest);
        Self::deposit_event(Event::InterestDeclared { org, with, kind });
        Ok(())
    }

    /// It goes on counting for a while: nobody becomes independent overnight. Ending it a second time, after
    /// that while, removes it.
    pub(crate) fn do_end_interest(org: OrgId, with: OrgId) -> DispatchResult {
        let interest = Interests::<T>::get(org, with).ok_or(Error::<T>::UnknownInterest)?;
        let today = Self::today();
        match interest.ended {
            None => {
                Interests::<T>::insert(org, with, Interest { ended: Some(today), ..interest });
                Self::deposit_event(Event::InterestEnded { org, with });
            }
            Some(_) => {
                ensure!(!interest.counts(today), Error::<T>::InterestStillCounts);
                Interests::<T>::remove(org, with);
                Self::mutate_organisation(org, |organisation| {
                    organisation.interests = organisation.interests.saturating_sub(1);
                    Ok(())
                })?;
                Self::deposit_event(Event::InterestRemoved { org, with });
            }
        }
        Ok(())
    }
}

impl Interest {
    /// Whether it makes its parties depend on each other today.
    pub fn counts(&self, today: huangpu_primitives::calendar::Day) -> bool {
        self.ended.is_none_or(|ended| today <= ended.plus(INTEREST_DAYS))
    }
}

impl<T: Config> Independence for Pallet<T> {
    fn are_independent(one: OrgId, other: OrgId) -> bool {
        let today = Self::today();
        let tied = |a, b| Interests::<T>::get(a, b).is_some_and(|tie| tie.counts(today));
        let group = |org| Organisations::<T>::get(org).map(|record| record.group().clone());
        match (group(one), group(other)) {
            (Some(a), Some(b)) => a != b && !tied(one, other) && !tied(other, one),
            // Of somebody unknown nothing is known.
            _ => false,
        }
    }
}
