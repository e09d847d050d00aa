//! The planned set: who is to leave it, and how it changes at a session's end.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::Departure,
    traits::{KeylessAccounts, OrgStanding, Validating},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{
        ensure,
        pallet_prelude::*,
        traits::{ValidatorRegistration, ValidatorSet},
        BoundedVec,
    },
    sp_core::H256,
};

type Places<T> = BoundedVec<Place, <T as Config>::MaxValidators>;

impl<T: Config> Pallet<T> {
    /// The organisations whose validators make blocks in this session.
    pub(crate) fn authors() -> impl Iterator<Item = OrgId> {
        T::Sessions::validators().into_iter().filter_map(|account| T::Accounts::org_of(&account))
    }

    /// The keyless accounts of those in the planned set, as the session pallet wants them.
    pub fn planned_accounts() -> Vec<T::AccountId> {
        PlannedSet::<T>::get().iter().map(|place| T::Accounts::account_of(place.org)).collect()
    }

    pub(crate) fn do_leave(org: OrgId) -> DispatchResult {
        Self::known(org)?;
        Self::leave_if_enough_stay(org, Departure::Left)
    }

    pub(crate) fn do_remove(org: OrgId, document: H256) -> DispatchResult {
        let validator = Self::known(org)?;
        match validator.stage {
            Stage::Candidate => return Err(Error::<T>::StillACandidate.into()),
            Stage::InSet => Self::leave_if_enough_stay(org, Departure::Removed)?,
            Stage::Approved | Stage::Dropped => {
                Self::strike_off(org, validator, Departure::Removed)
            }
        }
        Self::deposit_event(Event::RemovalDecided { org, document });
        Ok(())
    }

    /// Lets a validator leave, unless those that are not leaving, either, would be too few.
    fn leave_if_enough_stay(org: OrgId, why: Departure) -> DispatchResult {
        PlannedSet::<T>::try_mutate(|set| {
            let staying = set.iter().filter(|place| place.leaving.is_none()).count();
            let place = set.iter_mut().find(|place| place.org == org);
            let place = place.ok_or(Error::<T>::NotInTheSet)?;
            ensure!(place.leaving.is_none(), Error::<T>::LeavingAlready);
            // It is one of them itself.
            ensure!(staying as u32 > T::MinValidators::get(), Error::<T>::TooFewValidators);
            place.leaving = Some(why);
            Ok::<_, DispatchError>(())
        })?;
        Self::deposit_event(Event::ValidatorLeaving { org, why });
        Ok(())
    }

    /// Lets a validator leave, where nobody could be told that too few would stay. One that is not in the set is
    /// struck off.
    pub(crate) fn leave_anyway(org: OrgId, why: Departure) {
        let Some(validator) = Validators::<T>::get(org) else { return };
        if validator.stage != Stage::InSet {
            return Self::strike_off(org, validator, why);
        }
        // Whoever equivocates does not come back, whatever it was to leave for.
        let graver = |leaving: &Option<Departure>| match leaving {
            None => true,
            Some(earlier) => why == Departure::Equivocated && *earlier != why,
        };
        if Self::mark(org, graver, Some(why)) {
            Self::deposit_event(Event::ValidatorLeaving { org, why });
        }
    }

    /// Lets a validator stay that was to leave for its organisation's standing only.
    pub(crate) fn stay(org: OrgId) {
        let in_set = Validators::<T>::get(org).is_some_and(|known| known.stage == Stage::InSet);
        if in_set && Self::mark(org, |leaving| *leaving == Some(Departure::Standing), None) {
            Self::deposit_event(Event::ValidatorStayed { org });
        }
    }

    /// Marks a place, if what it says calls for it; whether it did.
    fn mark(
        org: OrgId,
        when: impl Fn(&Option<Departure>) -> bool,
        leaving: Option<Departure>,
    ) -> bool {
        PlannedSet::<T>::mutate(|set| {
            let place = set.iter_mut().find(|place| place.org == org && when(&place.leaving));
            place.map(|place| place.leaving = leaving).is_some()
        })
    }

    /// Lets those into the set that may come in, and those out that leave it; whether any came or went.
    pub(crate) fn change_set() -> bool {
        let mut set = PlannedSet::<T>::get();
        let before = set.clone();
        let joined = Self::let_in(&mut set);
        let left = Self::let_out(&mut set);
        if set != before {
            PlannedSet::<T>::put(&set);
        }
        joined || left
    }

    fn let_in(set: &mut Places<T>) -> bool {
        let mut approved = Approved::<T>::get();
        let waiting = approved.len();
        approved.retain(|org| !Self::comes_in(*org, set));
        let joined = approved.len() < waiting;
        if joined {
            Approved::<T>::put(approved);
        }
        joined
    }

    fn comes_in(org: OrgId, set: &mut Places<T>) -> bool {
        let has_keys = T::Sessions::is_registered(&T::Accounts::account_of(org));
        // A membership can be over before anybody was told.
        let ready = has_keys && T::Standing::is_active(org);
        let joins = ready && set.try_push(Place { org, leaving: None }).is_ok();
        if joins {
            Self::put_stage(org, Stage::InSet);
            Self::deposit_event(Event::ValidatorJoined { org });
        }
        joins
    }

    fn let_out(set: &mut Places<T>) -> bool {
        let leaves = |place: &Place| place.leaving.map(|why| (place.org, why));
        let mut leaving: Vec<(OrgId, Departure)> = set.iter().filter_map(leaves).collect();
        // A stable sort: among the equally urgent, who came in first.
        leaving.sort_by_key(|(_, why)| urgency(*why));
        leaving.truncate(set.len().saturating_sub(T::MinValidators::get() as usize));
        for (org, why) in &leaving {
            set.retain(|place| place.org != *org);
            Self::forget(*org, *why);
        }
        // Silence is over with its session: who stays has another.
        for place in set.iter_mut() {
            place.leaving = place.leaving.filter(|why| *why != Departure::Silent);
        }
        !leaving.is_empty()
    }

    /// Takes note that a validator is not in the set any more.
    fn forget(org: OrgId, why: Departure) {
        match why {
            Departure::Silent => Self::put_stage(org, Stage::Dropped),
            _ => Validators::<T>::remove(org),
        }
        Self::deposit_event(Event::ValidatorLeft { org, why });
    }

    fn put_stage(org: OrgId, stage: Stage) {
        Validators::<T>::mutate(org, |validator| {
            if let Some(validator) = validator {
                validator.stage = stage;
            }
        });
    }

    /// The session pallet has registered the keys of its validators before.
    pub(crate) fn admit_at_genesis(account: &T::AccountId) -> Result<(), &'static str> {
        let org = T::Accounts::org_of(account).ok_or("not an organisation's keyless account")?;
        ensure!(!Validators::<T>::contains_key(org), "twice in the set");
        PlannedSet::<T>::try_append(Place { org, leaving: None })
            .map_err(|()| "one more than the set holds")?;
        Validators::<T>::insert(org, Validator { stage: Stage::InSet, rejoined: false });
        Ok(())
    }
}

/// Those in the planned set, those who make blocks in this session, and those who did in the one before. Who has
/// left the planned set makes blocks for another session. After that the others still need its votes: the block
/// that changes GRANDPA's authorities is finalized by the old ones.
impl<T: Config> Validating for Pallet<T> {
    fn validating() -> Vec<OrgId> {
        let before = T::Sessions::session_index().checked_sub(1);
        let before = before.and_then(SessionUptimes::<T>::get).unwrap_or_default();
        let planned = PlannedSet::<T>::get().into_iter().map(|place| place.org);
        let made = before.into_iter().map(|(org, _)| org);
        let mut all: Vec<OrgId> = planned.chain(Self::authors()).chain(made).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// With three sets that have nobody in common. A benchmark's session is the first: that none was before it is
    /// made up for by a twofold one.
    #[cfg(feature = "runtime-benchmarks")]
    fn fill() {
        let most = T::MaxValidators::get();
        let orgs = |from: u32, count: u32| (0..count).map(move |n| OrgId(1_000_000 + from + n));
        let places = orgs(0, most).map(|org| Place { org, leaving: None }).collect();
        PlannedSet::<T>::put(BoundedVec::truncate_from(places));
        let authors = orgs(most, 2 * most).map(T::Accounts::account_of).collect();
        <T::BenchmarkHelper as BenchmarkHelper<T::AccountId>>::set_session(authors);
    }
}
