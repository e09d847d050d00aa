//! Calling elections, and counting them.

use crate::{pallet::*, types::*, WeightInfo};
use alloc::vec::Vec;
use core::cmp::Reverse;
use huangpu_primitives::{calendar::Day, council::Constituency, traits::Seating, OrgId};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*, weights::Weight};

/// An election that is due.
pub(crate) struct Due {
    by_election: bool,
    seats: u32,
}

impl<T: Config> Pallet<T> {
    /// The election that is due in a constituency where none runs.
    pub(crate) fn due(constituency: Constituency, today: Day) -> Option<Due> {
        let rule = Rules::<T>::get(constituency);
        // Before the first check the founders' terms have not begun. On the day on which one election is closed,
        // none is called: everybody has a day to take note.
        let closed = LastRounds::<T>::get(constituency).closed;
        if rule.seats == 0 || closed >= Some(today) || !LastCheck::<T>::exists() {
            return None;
        }
        let lead = today.plus(T::ElectionLead::get());
        if Terms::<T>::get(constituency).is_none_or(|until| until <= lead) {
            return Some(Due { by_election: false, seats: rule.seats });
        }
        let vacant = Self::vacant_seats(constituency);
        (vacant > 0).then_some(Due { by_election: true, seats: vacant })
    }

    pub(crate) fn do_call_election(constituency: Constituency) -> DispatchResult {
        ensure!(!Elections::<T>::contains_key(constituency), Error::<T>::ElectionRunning);
        let today = Self::today();
        let due = Self::due(constituency, today).ok_or(Error::<T>::NoElectionDue)?;
        Self::begin_election(constituency, due, today)
    }

    /// Nominations are open today, however late it is, and so many whole days.
    pub(crate) fn begin_election(
        constituency: Constituency,
        due: Due,
        today: Day,
    ) -> DispatchResult {
        let Due { by_election, seats } = due;
        let Round { number, closed } = LastRounds::<T>::get(constituency);
        let round = number.checked_add(1).ok_or(Error::<T>::TooManyElections)?;
        let nominations_until = today.plus(T::NominationDays::get());
        let votes_until = nominations_until.plus(T::VotingDays::get());
        let candidates = 0;
        let election =
            Election { round, by_election, seats, nominations_until, votes_until, candidates };
        LastRounds::<T>::insert(constituency, Round { number: round, closed });
        Elections::<T>::insert(constituency, election);
        Self::deposit_event(Event::ElectionCalled {
            constituency,
            round,
            by_election,
            seats,
            nominations_until,
            votes_until,
        });
        Ok(())
    }

    pub(crate) fn do_close_election(constituency: Constituency) -> Result<Counted, DispatchError> {
        let election = Elections::<T>::get(constituency).ok_or(Error::<T>::NoElection)?;
        let today = Self::today();
        ensure!(today > election.votes_until, Error::<T>::VotingNotOver);
        Ok(Self::count(constituency, election, today))
    }

    /// What counting weighs, with so many candidates, and so many holders who are not elected again. Each seat that
    /// is given or taken is told.
    pub(crate) fn weight_of_counting(candidates: u32, losers: u32) -> Weight {
        let changes = T::MaxSeats::get().min(candidates).saturating_add(losers);
        T::WeightInfo::close_election(candidates, losers)
            .saturating_add(T::Seating::telling().saturating_mul(changes.into()))
    }

    /// Counts an election whose days are over, and seats who is elected.
    pub(crate) fn count(constituency: Constituency, election: Election, today: Day) -> Counted {
        let Election { round, by_election, .. } = election;
        Elections::<T>::remove(constituency);
        LastRounds::<T>::insert(constituency, Round { number: round, closed: Some(today) });
        let ranking = Self::take_candidates(constituency);
        let candidates = ranking.len() as u32;
        let elected = Self::seat_winners(constituency, &election, ranking);
        if elected.is_empty() {
            Self::deposit_event(Event::ElectionFailed { constituency, round });
            return Counted { candidates, losers: 0 };
        }
        // The losers go after the winners have come: the council is never empty.
        let losers =
            if by_election { 0 } else { Self::unseat_losers(constituency, round, &elected) };
        let elected = elected.len() as u32;
        Self::deposit_event(Event::ElectionClosed { constituency, round, elected });
        if !by_election {
            let from = Terms::<T>::get(constituency).map_or(today, |until| until.max(today));
            Self::begin_term(constituency, from.plus(Rules::<T>::get(constituency).term_days));
        }
        Counted { candidates, losers }
    }

    /// How many an election seats: the rule may have changed since it was called, and vacant seats may have been
    /// given.
    fn places(constituency: Constituency, election: &Election) -> u32 {
        let most = match election.by_election {
            true => Self::vacant_seats(constituency),
            false => Rules::<T>::get(constituency).seats,
        };
        election.seats.min(most)
    }

    fn seat_winners(
        constituency: Constituency,
        election: &Election,
        ranking: Vec<(OrgId, u32)>,
    ) -> Vec<OrgId> {
        let places = Self::places(constituency, election) as usize;
        let Election { round, by_election, .. } = *election;
        let mut elected = Vec::new();
        for (org, votes) in ranking.into_iter().filter(|(_, votes)| *votes > 0) {
            if elected.len() >= places {
                break;
            }
            if Self::seat_winner(constituency, by_election, org) {
                elected.push(org);
                Self::deposit_event(Event::Elected { constituency, round, org, votes });
            }
        }
        elected
    }

    /// Whether the organisation sits for the constituency now, by this election.
    fn seat_winner(constituency: Constituency, by_election: bool, org: OrgId) -> bool {
        if T::Seating::constituency(org) != Some(constituency) {
            return false;
        }
        match Self::seat_of(org) {
            None => Self::give_seat(constituency, org).is_ok(),
            Some(_) if by_election => false,
            // It keeps its seat, which may have been another constituency's, if it has changed its kind.
            Some(held) => {
                Holders::<T>::remove(held, org);
                Holders::<T>::insert(constituency, org, ());
                true
            }
        }
    }

    /// Takes the seats of those who were not elected; how many they were.
    fn unseat_losers(constituency: Constituency, round: u32, elected: &[OrgId]) -> u32 {
        let holders = Self::holders_of(constituency, Self::most_holders());
        let losers: Vec<_> = holders.filter(|org| !elected.contains(org)).collect();
        for org in losers.iter().copied() {
            let event = match Self::take_seat(constituency, org) {
                Ok(()) => Event::VotedOut { constituency, round, org },
                Err(_) => Event::HeldOver { constituency, round, org },
            };
            Self::deposit_event(event);
        }
        losers.len() as u32
    }

    /// Candidates and their votes, as they are counted: most votes first, of equals the lower id. There are at
    /// most `MaxCandidates`.
    pub(crate) fn ranking(constituency: Constituency) -> Vec<(OrgId, u32)> {
        Self::ranked(Candidates::<T>::iter_prefix(constituency))
    }

    fn take_candidates(constituency: Constituency) -> Vec<(OrgId, u32)> {
        Self::ranked(Candidates::<T>::drain_prefix(constituency))
    }

    fn ranked(candidates: impl Iterator<Item = (OrgId, u32)>) -> Vec<(OrgId, u32)> {
        let mut candidates: Vec<_> = candidates.collect();
        candidates.sort_unstable_by_key(|(org, votes)| (Reverse(*votes), *org));
        candidates
    }
}
