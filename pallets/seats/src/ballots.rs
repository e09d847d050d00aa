//! Who votes for whom. Candidates carry their tally, so that the count reads no ballots, and no ballot has to be
//! removed after it: the organisation's next one takes its place.

use crate::{pallet::*, types::*};
use huangpu_primitives::{calendar::Day, OrgId};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_vote(voter: OrgId, candidate: OrgId) -> DispatchResult {
        let (constituency, election) = Self::election_of(voter)?;
        let Election { round, nominations_until, votes_until, .. } = election;
        let today = Self::today();
        ensure!(today > nominations_until, Error::<T>::VotingNotBegun);
        ensure!(today <= votes_until, Error::<T>::VotingOver);
        let ballot = Ballot { constituency, round, candidate };
        let earlier = Self::counting_ballot(voter);
        ensure!(earlier.as_ref() != Some(&ballot), Error::<T>::VoteUnchanged);
        let votes = Candidates::<T>::get(constituency, candidate);
        let votes = votes.ok_or(Error::<T>::UnknownCandidate)?.saturating_add(1);
        if let Some(earlier) = earlier {
            Self::take_back(earlier, today)?;
        }
        Candidates::<T>::insert(constituency, candidate, votes);
        LastBallots::<T>::insert(voter, ballot);
        Self::deposit_event(Event::Voted { constituency, round, voter, candidate });
        Ok(())
    }

    /// The organisation's ballot, if it is in an election that is not closed.
    pub(crate) fn counting_ballot(voter: OrgId) -> Option<Ballot> {
        let ballot = LastBallots::<T>::get(voter)?;
        let election = Elections::<T>::get(ballot.constituency)?;
        (election.round == ballot.round).then_some(ballot)
    }

    /// Takes a vote from its candidate. Nobody does so when the voting there is over.
    fn take_back(ballot: Ballot, today: Day) -> Result<(), Error<T>> {
        let Ballot { constituency, candidate, .. } = ballot;
        let election = Elections::<T>::get(constituency);
        let open = election.is_some_and(|election| today <= election.votes_until);
        ensure!(open, Error::<T>::BallotBeingCounted);
        Candidates::<T>::mutate(constituency, candidate, |votes| {
            *votes = votes.map(|votes| votes.saturating_sub(1));
        });
        Ok(())
    }

    /// Forgets how a closed organisation voted, unless it is still to be counted.
    pub(crate) fn forget_ballot(org: OrgId) {
        if Self::counting_ballot(org).is_none() {
            LastBallots::<T>::remove(org);
        }
    }
}
