//! Who votes for whom. Candidates carry their tally, so that the count reads no ballots; ballots of a closed
//! election are removed one by one in the blocks' idle time.

use crate::{pallet::*, types::*, WeightInfo};
use huangpu_primitives::OrgId;
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*, weights::WeightMeter};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_vote(voter: OrgId, candidate: OrgId) -> DispatchResult {
        let (constituency, election) = Self::election_of(voter)?;
        let Election { round, nominations_until, votes_until, .. } = election;
        let today = Self::today();
        ensure!(today > nominations_until, Error::<T>::VotingNotBegun);
        ensure!(today <= votes_until, Error::<T>::VotingOver);
        let ballots = (constituency, round);
        let earlier = Ballots::<T>::get(ballots, voter);
        ensure!(earlier != Some(candidate), Error::<T>::VoteUnchanged);
        let votes = Candidates::<T>::get(constituency, candidate);
        let votes = votes.ok_or(Error::<T>::UnknownCandidate)?.saturating_add(1);
        Candidates::<T>::insert(constituency, candidate, votes);
        if let Some(earlier) = earlier {
            Candidates::<T>::mutate(constituency, earlier, |votes| {
                *votes = votes.map(|votes| votes.saturating_sub(1));
            });
        }
        Ballots::<T>::insert(ballots, voter, candidate);
        Self::deposit_event(Event::Voted { constituency, round, voter, candidate });
        Ok(())
    }

    /// Removes ballots of a closed election, as far as the weight reaches.
    pub(crate) fn remove_ballots(meter: &mut WeightMeter) {
        let Some(round) = Leftovers::<T>::iter_keys().next() else { return };
        let mut ballots = Ballots::<T>::drain_prefix(round);
        while meter.try_consume(T::WeightInfo::remove_ballot()).is_ok() {
            if ballots.next().is_none() {
                Leftovers::<T>::remove(round);
                return;
            }
        }
    }
}
