//! Who stands.

use crate::{pallet::*, types::*};
use huangpu_primitives::{council::Constituency, traits::Seating, OrgId};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    /// Where an organisation votes.
    pub(crate) fn constituency_of(org: OrgId) -> Result<Constituency, Error<T>> {
        T::Seating::constituency(org).ok_or(Error::<T>::NotEligible)
    }

    /// The election that runs where an organisation votes.
    pub(crate) fn election_of(org: OrgId) -> Result<(Constituency, Election), Error<T>> {
        let constituency = Self::constituency_of(org)?;
        let election = Elections::<T>::get(constituency).ok_or(Error::<T>::NoElection)?;
        Ok((constituency, election))
    }

    pub(crate) fn do_stand(org: OrgId) -> DispatchResult {
        let (constituency, election) = Self::election_of(org)?;
        let Election { round, by_election, candidates, .. } = election;
        ensure!(Self::today() <= election.nominations_until, Error::<T>::NominationsOver);
        let stands = Candidates::<T>::contains_key(constituency, org);
        ensure!(!stands, Error::<T>::AlreadyStanding);
        ensure!(!by_election || Self::seat_of(org).is_none(), Error::<T>::AlreadySeated);
        ensure!(candidates < T::MaxCandidates::get(), Error::<T>::TooManyCandidates);
        Candidates::<T>::insert(constituency, org, 0);
        let candidates = candidates.saturating_add(1);
        Elections::<T>::insert(constituency, Election { candidates, ..election });
        Self::deposit_event(Event::CandidateStood { constituency, round, org });
        Ok(())
    }

    pub(crate) fn do_withdraw_candidacy(org: OrgId) -> DispatchResult {
        let (constituency, election) = Self::election_of(org)?;
        let round = election.round;
        ensure!(Self::today() <= election.nominations_until, Error::<T>::NominationsOver);
        let stood = Candidates::<T>::take(constituency, org).is_some();
        ensure!(stood, Error::<T>::NotStanding);
        let candidates = election.candidates.saturating_sub(1);
        Elections::<T>::insert(constituency, Election { candidates, ..election });
        Self::deposit_event(Event::CandidacyWithdrawn { constituency, round, org });
        Ok(())
    }
}
