//! What others read: the runtime API's answers.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{UptimeView, ValidatorSetView, ValidatorState, ValidatorView},
    calendar::Month,
    paging::page_size,
    traits::KeylessAccounts,
    OrgId,
};
use polkadot_sdk::{
    frame_support::{
        pallet_prelude::*,
        traits::{ValidatorRegistration, ValidatorSet},
    },
    sp_staking::SessionIndex,
};

impl<T: Config> Pallet<T> {
    /// See `ValidatorsApi::validator_set`.
    pub fn set_view() -> ValidatorSetView {
        ValidatorSetView {
            session: T::Sessions::session_index(),
            session_blocks: SessionBlocks::<T>::get(),
            minimum: T::MinValidators::get(),
            maximum: T::MaxValidators::get(),
            authors: Self::authors().collect(),
            planned: PlannedSet::<T>::get().iter().map(|place| place.org).collect(),
        }
    }

    /// See `ValidatorsApi::validator`.
    pub fn validator_view(org: OrgId) -> Option<ValidatorView<T::AccountId>> {
        let validator = Validators::<T>::get(org)?;
        Some(Self::view(org, validator, &PlannedSet::<T>::get(), &T::Sessions::validators()))
    }

    /// See `ValidatorsApi::validators`.
    pub fn validator_page(after: Option<OrgId>, limit: u32) -> Vec<ValidatorView<T::AccountId>> {
        let all = match after {
            Some(after) => Validators::<T>::iter_from(Validators::<T>::hashed_key_for(after)),
            None => Validators::<T>::iter(),
        };
        let (set, authors) = (PlannedSet::<T>::get(), T::Sessions::validators());
        all.take(page_size(limit))
            .map(|(org, validator)| Self::view(org, validator, &set, &authors))
            .collect()
    }

    fn view(
        org: OrgId,
        Validator { stage, rejoined }: Validator,
        set: &[Place],
        authors: &[T::AccountId],
    ) -> ValidatorView<T::AccountId> {
        let account = T::Accounts::account_of(org);
        ValidatorView {
            org,
            state: state(org, stage, set),
            has_keys: T::Sessions::is_registered(&account),
            authors: authors.contains(&account),
            rejoined,
            blocks: BlocksMade::<T>::get(org),
            account,
        }
    }

    /// See `ValidatorsApi::session_uptime`.
    pub fn session_uptime(session: SessionIndex) -> Vec<(OrgId, u32)> {
        SessionUptimes::<T>::get(session).map(BoundedVec::into_inner).unwrap_or_default()
    }

    /// See `ValidatorsApi::uptime_of`.
    pub fn uptime_page(org: OrgId, from: Month, limit: u32) -> Vec<UptimeView> {
        // Reading and sorting all of them is bounded: the calendar has twelve months a year, and none in the
        // future is booked.
        let mut months: Vec<(Month, MonthUptime)> =
            MonthUptimes::<T>::iter_prefix(org).filter(|(month, _)| *month >= from).collect();
        months.sort_unstable_by_key(|(month, _)| *month);
        months
            .into_iter()
            .take(page_size(limit))
            .map(|(month, MonthUptime { sessions, silent, blocks })| UptimeView {
                month,
                sessions,
                silent,
                blocks,
            })
            .collect()
    }
}

fn state(org: OrgId, stage: Stage, set: &[Place]) -> ValidatorState {
    match stage {
        Stage::Candidate => ValidatorState::Candidate,
        Stage::Approved => ValidatorState::Approved,
        Stage::Dropped => ValidatorState::Dropped,
        Stage::InSet => set
            .iter()
            .find(|place| place.org == org)
            .and_then(|place| place.leaving)
            .map_or(ValidatorState::Active, ValidatorState::Leaving),
    }
}
