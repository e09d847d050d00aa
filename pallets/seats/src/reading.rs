//! What others read: the runtime API's answers.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{CandidateView, ConstituencyView, ElectionView, PAGE},
    council::Constituency,
    OrgId,
};

impl<T: Config> Pallet<T> {
    /// See `CouncilApi::constituencies`.
    pub fn constituency_views() -> Vec<ConstituencyView> {
        Constituency::ALL.into_iter().map(Self::constituency_view).collect()
    }

    fn constituency_view(constituency: Constituency) -> ConstituencyView {
        let Rule { seats, term_days } = Rules::<T>::get(constituency);
        let mut holders: Vec<_> = Self::holders_of(constituency, PAGE).collect();
        holders.sort_unstable();
        ConstituencyView {
            constituency,
            seats,
            term_days,
            term_ends: Terms::<T>::get(constituency),
            holders,
            election: Elections::<T>::get(constituency).map(Election::view),
        }
    }

    /// See `CouncilApi::council_candidates`.
    pub fn candidate_views(constituency: Constituency) -> Vec<CandidateView> {
        let ranking = Self::ranking(constituency).into_iter();
        ranking.map(|(org, votes)| CandidateView { org, votes }).collect()
    }

    /// See `CouncilApi::ballot_of`.
    pub fn ballot_of(org: OrgId) -> Option<OrgId> {
        let (constituency, _) = Self::election_of(org).ok()?;
        let ballot = Self::counting_ballot(org)?;
        (ballot.constituency == constituency).then_some(ballot.candidate)
    }
}

impl Election {
    fn view(self) -> ElectionView {
        let Self { round, by_election, seats, nominations_until, votes_until, .. } = self;
        ElectionView { round, seats, by_election, nominations_until, votes_until }
    }
}
