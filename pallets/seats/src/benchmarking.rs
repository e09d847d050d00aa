//! Benchmarks.

use super::*;
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{EnsureOrigin, EnsureOriginWithArg, Get},
    weights::WeightMeter,
};
use frame_system::Call as SystemCall;
use huangpu_primitives::{
    calendar::{Day, DAY_MS},
    council::{Constituency, Decision},
    traits::Seating,
    OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;

/// When the benchmarks begin.
const START: u64 = 20_000 * DAY_MS;

/// What `enact` is measured with at most: a runtime's code.
const MAX_BYTES: u32 = 2 * 1024 * 1024;

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&Decision::Constitutional)
        .map_err(|_| BenchmarkError::Weightless)
}

/// A member: its origin, itself, and where it votes.
struct Voter<T: Config> {
    origin: T::RuntimeOrigin,
    org: OrgId,
    constituency: Constituency,
}

/// A member, in a chain whose clock is set and whose founders' terms have begun. Its constituency has all seats.
fn voter<T: Config>() -> Result<Voter<T>, BenchmarkError> {
    T::BenchmarkHelper::set_clock(START);
    let origin =
        T::MemberOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
    let org = T::MemberOrigin::ensure_origin(origin.clone())
        .map_err(|_| BenchmarkError::Stop("the origin of a member is none"))?;
    let constituency = T::Seating::constituency(org).ok_or(BenchmarkError::Weightless)?;
    prepare::<T>(constituency);
    Ok(Voter { origin, org, constituency })
}

/// A constituency with all seats, none of which is held, and a term that runs on.
fn prepare<T: Config>(constituency: Constituency) {
    // Those who held seats keep them in pallet-members: no benchmark takes the last one of the council.
    for org in Holders::<T>::iter_key_prefix(constituency).collect::<Vec<_>>() {
        Holders::<T>::remove(constituency, org);
    }
    let rule = Rule { seats: T::MaxSeats::get(), term_days: MAX_TERM_DAYS };
    Rules::<T>::insert(constituency, rule);
    Terms::<T>::insert(constituency, Day::NEVER);
    Elections::<T>::remove(constituency);
    LastRounds::<T>::remove(constituency);
    LastCheck::<T>::put(Day(0));
}

/// Makes organisations of a constituency; those above an id, none of which has a seat.
fn organisations<T: Config>(constituency: Constituency, above: u32, count: u32) -> Vec<OrgId> {
    T::Seating::populate(constituency, above + count + 16);
    let ids = (above + 1..).map(OrgId);
    ids.filter(|org| !T::Seating::is_seated(*org)).take(count as usize).collect()
}

/// Seats that many organisations.
fn seat<T: Config>(constituency: Constituency, above: u32, count: u32) -> Vec<OrgId> {
    let orgs = organisations::<T>(constituency, above, count);
    for org in &orgs {
        Pallet::<T>::give_seat(constituency, *org).expect("a member may be seated");
    }
    orgs
}

/// The organisation holds a seat, for the constituency in which it votes.
fn hold<T: Config>(constituency: Constituency, org: OrgId) {
    match T::Seating::is_seated(org) {
        true => Holders::<T>::insert(constituency, org, ()),
        false => Pallet::<T>::give_seat(constituency, org).expect("a member may be seated"),
    }
}

/// A general election whose nominations end so many days from today.
fn election<T: Config>(constituency: Constituency, nominations: u32) -> Election {
    let nominations_until = Pallet::<T>::today().plus(nominations);
    let election = Election {
        round: 1,
        by_election: false,
        seats: T::MaxSeats::get(),
        nominations_until,
        votes_until: nominations_until.plus(T::VotingDays::get()),
        candidates: 0,
    };
    LastRounds::<T>::insert(constituency, Round { number: 1, closed: None });
    Elections::<T>::insert(constituency, election);
    election
}

fn candidate<T: Config>(constituency: Constituency, org: OrgId, votes: u32) {
    Candidates::<T>::insert(constituency, org, votes);
    Elections::<T>::mutate(constituency, |election| {
        if let Some(election) = election {
            election.candidates += 1;
        }
    });
}

/// A day on which the voting is over passes.
fn end_voting<T: Config>() {
    let days = T::VotingDays::get() + 1;
    T::BenchmarkHelper::set_clock(Pallet::<T>::today().plus(days).start());
}

#[benchmarks(where <T as Config>::RuntimeCall: From<SystemCall<T>>)]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn set_rule() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let rule = Rule { seats: T::MaxSeats::get(), term_days: MIN_TERM_DAYS };

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, Constituency::Public, rule);

        assert_eq!(Rules::<T>::get(Constituency::Public), rule);
        Ok(())
    }

    /// A by-election, which counts the holders.
    #[benchmark]
    fn call_election() -> Result<(), BenchmarkError> {
        let Voter { origin, constituency, .. } = voter::<T>()?;
        seat::<T>(constituency, 100, T::MaxSeats::get() - 1);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, constituency);

        assert!(Elections::<T>::get(constituency).is_some_and(|election| election.by_election));
        Ok(())
    }

    /// In a by-election, which looks whether it has a seat.
    #[benchmark]
    fn stand() -> Result<(), BenchmarkError> {
        let Voter { origin, org, constituency } = voter::<T>()?;
        let general = election::<T>(constituency, 1);
        Elections::<T>::insert(constituency, Election { by_election: true, ..general });

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert!(Candidates::<T>::contains_key(constituency, org));
        Ok(())
    }

    #[benchmark]
    fn withdraw_candidacy() -> Result<(), BenchmarkError> {
        let Voter { origin, org, constituency } = voter::<T>()?;
        election::<T>(constituency, 1);
        candidate::<T>(constituency, org, 0);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert!(!Candidates::<T>::contains_key(constituency, org));
        Ok(())
    }

    /// After a vote in another constituency, where the voting lasts.
    #[benchmark]
    fn vote() -> Result<(), BenchmarkError> {
        let Voter { origin, org, constituency } = voter::<T>()?;
        let elsewhere = Constituency::ALL.into_iter().find(|other| *other != constituency);
        let elsewhere = elsewhere.ok_or(BenchmarkError::Weightless)?;
        prepare::<T>(elsewhere);
        let (earlier, next) = (OrgId(1_000_001), OrgId(1_000_002));
        let Election { round, .. } = election::<T>(elsewhere, 0);
        candidate::<T>(elsewhere, earlier, 1);
        election::<T>(constituency, 0);
        candidate::<T>(constituency, next, 0);
        let ballot = Ballot { constituency: elsewhere, round, candidate: earlier };
        LastBallots::<T>::insert(org, ballot);
        T::BenchmarkHelper::set_clock(Pallet::<T>::today().plus(1).start());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, next);

        assert_eq!(Candidates::<T>::get(elsewhere, earlier), Some(0));
        assert_eq!(LastBallots::<T>::get(org).map(|ballot| ballot.candidate), Some(next));
        Ok(())
    }

    /// A general election that fills all seats, and takes them from others. Those who stand beyond the seats are
    /// counted, and had no luck.
    #[benchmark]
    fn close_election(
        c: Linear<{ T::MaxSeats::get() }, { T::MaxCandidates::get() }>,
        l: Linear<0, { Pallet::<T>::most_holders() - T::MaxSeats::get() }>,
    ) -> Result<(), BenchmarkError> {
        let Voter { origin, constituency, .. } = voter::<T>()?;
        election::<T>(constituency, 0);
        for org in organisations::<T>(constituency, 100, c) {
            candidate::<T>(constituency, org, 1);
        }
        seat::<T>(constituency, 100 + 2 * T::MaxCandidates::get(), l);
        end_voting::<T>();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, constituency);

        let holders = Holders::<T>::iter_key_prefix(constituency).count() as u32;
        assert_eq!(holders, T::MaxSeats::get());
        assert!(!Elections::<T>::contains_key(constituency));
        Ok(())
    }

    #[benchmark]
    fn vacate_seat() -> Result<(), BenchmarkError> {
        let Voter { origin, org, constituency } = voter::<T>()?;
        seat::<T>(constituency, 100, 1);
        hold::<T>(constituency, org);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert!(!T::Seating::is_seated(org));
        Ok(())
    }

    #[benchmark]
    fn unseat() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let Voter { org, constituency, .. } = voter::<T>()?;
        seat::<T>(constituency, 100, 1);
        hold::<T>(constituency, org);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, H256::repeat_byte(1));

        assert!(!T::Seating::is_seated(org));
        Ok(())
    }

    #[benchmark]
    fn enact(n: Linear<0, MAX_BYTES>) -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let call = SystemCall::remark { remark: vec![0; n as usize] };
        let call: Box<<T as Config>::RuntimeCall> = Box::new(call.into());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, call);

        Ok(())
    }

    #[benchmark]
    fn look_at_day() -> Result<(), BenchmarkError> {
        T::BenchmarkHelper::set_clock(START);
        LastCheck::<T>::put(Pallet::<T>::today());

        #[block]
        {
            Pallet::<T>::work_idly(&mut WeightMeter::new());
        }

        assert_eq!(LastCheck::<T>::get(), Some(Pallet::<T>::today()));
        Ok(())
    }

    /// Of all constituencies, each of which has a holder.
    #[benchmark]
    fn begin_founders_terms() -> Result<(), BenchmarkError> {
        for (org, constituency) in (1..).zip(Constituency::ALL) {
            prepare::<T>(constituency);
            Terms::<T>::remove(constituency);
            Holders::<T>::insert(constituency, OrgId(org), ());
        }

        #[block]
        {
            Pallet::<T>::begin_founders_terms(Day(20_000));
        }

        for constituency in Constituency::ALL {
            assert_eq!(Terms::<T>::get(constituency), Some(Day(20_000).plus(MAX_TERM_DAYS)));
        }
        Ok(())
    }

    /// All seats are held: all holders are counted, and nothing is due.
    #[benchmark]
    fn look_at_constituency() -> Result<(), BenchmarkError> {
        let constituency = Constituency::Industry;
        prepare::<T>(constituency);
        for org in 1..=T::MaxSeats::get() {
            Holders::<T>::insert(constituency, OrgId(org), ());
        }
        let mut meter = WeightMeter::new();

        #[block]
        {
            Pallet::<T>::see_to_election(constituency, Day(20_000), &mut meter);
        }

        assert!(!Elections::<T>::contains_key(constituency));
        Ok(())
    }

    #[benchmark]
    fn forget_ballot() -> Result<(), BenchmarkError> {
        let (constituency, round, candidate) = (Constituency::Industry, 1, OrgId(1));
        prepare::<T>(constituency);
        LastBallots::<T>::insert(OrgId(1), Ballot { constituency, round, candidate });

        #[block]
        {
            Pallet::<T>::forget_ballot(OrgId(1));
        }

        assert!(!LastBallots::<T>::contains_key(OrgId(1)));
        Ok(())
    }

    /// Of an organisation that voted twice.
    #[benchmark]
    fn move_ballot() -> Result<(), BenchmarkError> {
        let Voter { org, constituency, .. } = voter::<T>()?;
        let elsewhere = Constituency::ALL.into_iter().find(|other| *other != constituency);
        let elsewhere = elsewhere.ok_or(BenchmarkError::Weightless)?;
        prepare::<T>(elsewhere);
        let candidate_here = OrgId(1_000_001);
        let candidate_there = OrgId(1_000_002);
        let Election { round, .. } = election::<T>(constituency, 0);
        election::<T>(elsewhere, 0);
        candidate::<T>(constituency, candidate_here, 1);
        candidate::<T>(elsewhere, candidate_there, 1);
        let ballot = Ballot { constituency: elsewhere, round, candidate: candidate_there };
        LastBallots::<T>::insert(org, ballot);
        migrations::v2::v1::Ballots::<T>::insert((constituency, round), org, candidate_here);

        #[block]
        {
            assert!(migrations::v2::Left::<T>::default().move_one());
        }

        assert_eq!(Candidates::<T>::get(elsewhere, candidate_there), Some(0));
        Ok(())
    }
}
