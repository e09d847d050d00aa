//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use huangpu_primitives::{council::Constituency, traits::Seating, OrgId};
use polkadot_sdk::{
    frame_support::{ensure, traits::Get},
    sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for constituency in Constituency::ALL {
            Self::check_rule(constituency)?;
            Self::check_election(constituency)?;
        }
        Self::check_ballots()?;
        Self::check_holders()
    }

    fn check_rule(constituency: Constituency) -> Result<(), TryRuntimeError> {
        if let Ok(rule) = Rules::<T>::try_get(constituency) {
            ensure!(Self::is_sound(&rule), "a rule out of bounds");
        } else {
            ensure!(!Terms::<T>::contains_key(constituency), "a term without rule");
            ensure!(!Elections::<T>::contains_key(constituency), "an election without rule");
        }
        Ok(())
    }

    fn check_election(constituency: Constituency) -> Result<(), TryRuntimeError> {
        let candidates: BTreeMap<OrgId, u32> = Candidates::<T>::iter_prefix(constituency).collect();
        let Some(election) = Elections::<T>::get(constituency) else {
            ensure!(candidates.is_empty(), "candidates without election");
            return Ok(());
        };
        let Election { round, seats, nominations_until, votes_until, .. } = election;
        let last = LastRounds::<T>::get(constituency).number;
        ensure!(round >= 1 && round == last, "an election that is not the last one");
        ensure!(seats >= 1 && seats <= T::MaxSeats::get(), "an election of too many seats");
        ensure!(nominations_until < votes_until, "an election without voting days");
        ensure!(candidates.len() as u32 == election.candidates, "candidates are miscounted");
        ensure!(election.candidates <= T::MaxCandidates::get(), "too many candidates");
        let mut tallies: BTreeMap<_, _> = candidates.keys().map(|org| (*org, 0)).collect();
        let here = |ballot: &Ballot| ballot.constituency == constituency && ballot.round == round;
        for ballot in LastBallots::<T>::iter_values().filter(here) {
            *tallies.get_mut(&ballot.candidate).ok_or("a ballot for nobody who stands")? += 1u32;
        }
        ensure!(tallies == candidates, "a tally is not that of its ballots");
        Ok(())
    }

    fn check_ballots() -> Result<(), TryRuntimeError> {
        for Ballot { constituency, round, .. } in LastBallots::<T>::iter_values() {
            ensure!(round <= LastRounds::<T>::get(constituency).number, "a ballot of the future");
        }
        Ok(())
    }

    /// The other half, that every seated organisation holds a seat here, only pallet-members could list.
    fn check_holders() -> Result<(), TryRuntimeError> {
        let mut seen = BTreeSet::new();
        for (_, org) in Holders::<T>::iter_keys() {
            ensure!(seen.insert(org), "an organisation holds two seats");
            ensure!(T::Seating::is_seated(org), "a holder without seat");
        }
        Ok(())
    }
}
