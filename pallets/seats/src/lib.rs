//! # Seats
//!
//! Who sits in the council, and what the council puts into force. The council sits in *constituencies*: every
//! organisation votes in the one of its kind. A *rule* says how many seats a constituency has and how long a term
//! is. Its organisations fill them by election: each has one vote, and whoever has the most votes sits. Who sits
//! is recorded by pallet-members; this pallet records for which constituency.
//!
//! ## Who may call what
//!
//! | call | council | member |
//! |---|---|---|
//! | `set_rule`, `unseat`, `enact` | by a constitutional decision | |
//! | `call_election`, `stand`, `withdraw_candidacy`, `vote` | | in its own constituency |
//! | `close_election` | | any |
//! | `vacate_seat` | | who holds the seat |
//!
//! A member's calls take an account that acts for an organisation in good standing in the scope `Council`.
//!
//! ## Elections
//!
//! ```text
//! none --called--> nominations --day over--> voting --day over--> over --closed--> none
//!                  (stand, withdraw)         (vote)               (counted)
//! ```
//!
//! A *general election* fills all seats. It is due when the term is over or ends soon, or when there are seats and
//! no term has begun yet. A *by-election* fills what is vacant, for the rest of the term. It is due when seats are
//! vacant and no general election is due. No election is called on the day on which the last one was closed.
//! Members call and close elections, and so does the chain itself, once a day in the blocks' idle time.
//!
//! The count goes by votes; of those with equal votes, the lower id comes first: that is the elder member. Who
//! has no vote, is no longer in good standing or has changed its constituency is not elected; neither is who has
//! taken a seat during a by-election. After a general election the winners sit, and all others lose their seats.
//! If nobody is elected, the holders stay, and the next election may be called on the next day.
//!
//! An organisation has one ballot. Whoever changes its kind, and so its constituency, takes it along by voting
//! again; as long as it does not, the ballot counts as it was cast, whatever becomes of the voter.
//!
//! ## Seats
//!
//! ```text
//! vacant --elected, or given by the council in pallet-members--> held
//!   ^                                                              |
//!   +-- voted out, vacated, taken by the council, or the organisation is expelled, lapsed or closed
//! ```
//!
//! A suspended organisation keeps its seat. The last active seat of the council is never taken: who has it holds
//! over, also beyond the number of seats.
//!
//! ## Days
//!
//! All deadlines are days of the chain's calendar. The first ones are known when the clock is: the founders' terms
//! begin on the first day that the chain sees.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod ballots;
mod candidates;
mod daily;
mod elections;
mod enactment;
mod holders;
pub mod migrations;
mod reading;
mod rules;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{
        dispatch::GetDispatchInfo,
        pallet_prelude::*,
        traits::{EnsureOrigin, EnsureOriginWithArg, UnfilteredDispatchable},
        weights::WeightMeter,
    };
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        calendar::Day,
        council::{Constituency, Decision},
        traits::Seating,
        Millis, OrgId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {
        /// The runtime's call, as `enact` takes it.
        type RuntimeCall: Parameter
            + UnfilteredDispatchable<RuntimeOrigin = Self::RuntimeOrigin>
            + GetDispatchInfo;

        /// The council, by a decision of some gravity.
        type CouncilOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Decision>;

        /// An account that acts for an organisation in its part of governing the consortium.
        type MemberOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// Who votes where, and who sits in the council. It tells this pallet of every seat, see
        /// [`OnStanding`](huangpu_primitives::traits::OnStanding).
        type Seating: Seating;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// Most seats of a constituency.
        #[pallet::constant]
        type MaxSeats: Get<u32>;

        /// Most candidates in an election.
        #[pallet::constant]
        type MaxCandidates: Get<u32>;

        /// For how many days organisations stand, after the day on which the election is called.
        #[pallet::constant]
        type NominationDays: Get<u32>;

        /// For how many days they vote.
        #[pallet::constant]
        type VotingDays: Get<u32>;

        /// How many days before the end of a term its general election is due.
        #[pallet::constant]
        type ElectionLead: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Sets the clock for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper;
    }

    /// What the benchmarks need of the runtime.
    #[cfg(feature = "runtime-benchmarks")]
    pub trait BenchmarkHelper {
        /// Sets the chain's clock.
        fn set_clock(now: Millis);
    }

    /// The constituencies' rules; one without has no seats. There are four constituencies, and the ids of
    /// organisations are ours, so a short hash will do, here and below.
    #[pallet::storage]
    pub type Rules<T> = StorageMap<_, Twox64Concat, Constituency, Rule, ValueQuery>;

    /// The last days of the running terms.
    #[pallet::storage]
    pub type Terms<T> = StorageMap<_, Twox64Concat, Constituency, Day>;

    /// The running elections.
    #[pallet::storage]
    pub type Elections<T> = StorageMap<_, Twox64Concat, Constituency, Election>;

    /// The elections called last.
    #[pallet::storage]
    pub type LastRounds<T> = StorageMap<_, Twox64Concat, Constituency, Round, ValueQuery>;

    /// Who stands in the running elections, and how many votes they have.
    #[pallet::storage]
    pub type Candidates<T> =
        StorageDoubleMap<_, Twox64Concat, Constituency, Twox64Concat, OrgId, u32>;

    /// How organisations voted last. A ballot of an election that is over stays until the organisation votes again,
    /// or is closed. One that is still to be counted when its organisation is closed stays: they are few.
    #[pallet::storage]
    pub type LastBallots<T> = StorageMap<_, Twox64Concat, OrgId, Ballot>;

    /// Who holds the seats of a constituency.
    #[pallet::storage]
    pub type Holders<T> = StorageDoubleMap<_, Twox64Concat, Constituency, Twox64Concat, OrgId, ()>;

    /// The last day on which the chain saw to all elections. Until there is one, the founders' terms have not
    /// begun.
    #[pallet::storage]
    pub type LastCheck<T> = StorageValue<_, Day>;

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The constituencies that have seats.
        pub rules: Vec<(Constituency, Rule)>,
        /// Who holds them until the first elections; pallet-members must seat the same organisations.
        pub founders: Vec<(Constituency, OrgId)>,
        #[serde(skip)]
        #[doc(hidden)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for (constituency, rule) in &self.rules {
                Pallet::<T>::put_rule(*constituency, *rule)
                    .unwrap_or_else(|e| panic!("rule of {constituency:?} at genesis: {e:?}"));
            }
            for (constituency, org) in &self.founders {
                Pallet::<T>::hold_from_genesis(*constituency, *org)
                    .unwrap_or_else(|e| panic!("seat of {org} at genesis: {e:?}"));
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The council set how many seats a constituency has and how long its terms are.
        RuleSet {
            /// The constituency.
            constituency: Constituency,
            /// Its rule.
            rule: Rule,
        },
        /// The term of a constituency's seats began.
        TermBegan {
            /// The constituency.
            constituency: Constituency,
            /// The term's last day.
            until: Day,
        },
        /// An election began.
        ElectionCalled {
            /// The constituency.
            constituency: Constituency,
            /// The election's number within the constituency.
            round: u32,
            /// Whether it fills vacant seats only.
            by_election: bool,
            /// How many seats it fills.
            seats: u32,
            /// The last day on which organisations stand.
            nominations_until: Day,
            /// The last day on which they vote.
            votes_until: Day,
        },
        /// An organisation stands for a seat.
        CandidateStood {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// The organisation.
            org: OrgId,
        },
        /// An organisation no longer stands.
        CandidacyWithdrawn {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// The organisation.
            org: OrgId,
        },
        /// An organisation voted, or changed its vote.
        Voted {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// Who voted.
            voter: OrgId,
            /// For whom.
            candidate: OrgId,
        },
        /// An organisation won a seat, or kept its own.
        Elected {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// The organisation.
            org: OrgId,
            /// The votes that it had.
            votes: u32,
        },
        /// A general election cost an organisation its seat.
        VotedOut {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// The organisation.
            org: OrgId,
        },
        /// An organisation was not elected again, but its seat cannot be taken: it stays, beyond the number of
        /// seats.
        HeldOver {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// The organisation.
            org: OrgId,
        },
        /// An election was counted.
        ElectionClosed {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
            /// How many were elected.
            elected: u32,
        },
        /// An election was counted, and nobody was elected: the holders stay.
        ElectionFailed {
            /// The constituency.
            constituency: Constituency,
            /// The election.
            round: u32,
        },
        /// An organisation took a seat in the council without an election.
        SeatGiven {
            /// The constituency.
            constituency: Constituency,
            /// The organisation.
            org: OrgId,
        },
        /// An organisation gave its seat up, or lost it with its standing or in pallet-members.
        SeatVacated {
            /// The constituency.
            constituency: Constituency,
            /// The organisation.
            org: OrgId,
        },
        /// The council took a seat.
        SeatTaken {
            /// The constituency.
            constituency: Constituency,
            /// The organisation that had it.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// The council put a call into force.
        Enacted {
            /// Hash of the encoded call (BLAKE2b-256).
            call_hash: H256,
            /// What the call answered. Nothing of a call that failed is left.
            result: DispatchResult,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// A constituency has at most `MaxSeats` seats, and a term from 90 to 1 830 days.
        InvalidRule,
        /// The constituency has this rule already.
        RuleUnchanged,
        /// The organisation does not vote in this constituency: ask one that does to call the election.
        OtherConstituency,
        /// Only organisations in good standing take part in elections.
        NotEligible,
        /// An election runs in this constituency: wait until it is closed.
        ElectionRunning,
        /// Neither does the term end soon nor is a seat vacant, or an election was closed today: call it when one
        /// is due.
        NoElectionDue,
        /// The numbers of this constituency's elections are used up.
        TooManyElections,
        /// No election runs in this constituency: call one when it is due.
        NoElection,
        /// The nomination days are over: nobody stands or withdraws any more.
        NominationsOver,
        /// The organisation stands already.
        AlreadyStanding,
        /// The organisation has a seat: it stands in general elections only.
        AlreadySeated,
        /// As many stand as may stand in one election.
        TooManyCandidates,
        /// The organisation does not stand in this election.
        NotStanding,
        /// The voting days have not begun: vote on the day after the last nomination day.
        VotingNotBegun,
        /// The voting days are over.
        VotingOver,
        /// The one voted for does not stand in the voter's constituency.
        UnknownCandidate,
        /// The organisation votes for this candidate already.
        VoteUnchanged,
        /// An election is closed after its last voting day.
        VotingNotOver,
        /// The organisation has no seat.
        NoSeat,
        /// The organisation voted in its former constituency, where the votes are still to be counted: vote here
        /// when that election is closed.
        BallotBeingCounted,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::work_idly(&mut meter);
            meter.consumed()
        }

        fn integrity_test() {
            let (nominations, votes) = (T::NominationDays::get(), T::VotingDays::get());
            assert!(nominations > 0 && votes > 0, "an election takes days");
            // One that is called in time is over when the term is.
            assert!(T::ElectionLead::get() > nominations + votes, "elections are due too late");
            assert!(T::MaxSeats::get() > 0, "nobody may sit");
            assert!(T::MaxCandidates::get() >= T::MaxSeats::get(), "not all seats could be filled");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Sets how many seats a constituency has, at most `MaxSeats`, and how long its terms are, 90 to 1 830
        /// days. The running term stays as long as it is. If there are more holders than seats now, the surplus
        /// sits until the term's election. A constituency that is left with no seats holds no more elections: its
        /// holders sit until the council unseats them.
        ///
        /// ## Dispatch origin
        /// The council, by a constitutional decision.
        ///
        /// ## Errors
        /// [`Error::InvalidRule`], [`Error::RuleUnchanged`].
        #[pallet::call_index(0)]
        pub fn set_rule(
            origin: OriginFor<T>,
            constituency: Constituency,
            rule: Rule,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Constitutional)?;
            Self::do_set_rule(constituency, rule)
        }

        /// Calls the election that is due in the caller's constituency: organisations stand today and on the
        /// `NominationDays` after it, and vote on the `VotingDays` after those. The chain calls it by itself, too.
        ///
        /// ## Dispatch origin
        /// A member of this constituency.
        ///
        /// ## Errors
        /// [`Error::OtherConstituency`], [`Error::NotEligible`], [`Error::ElectionRunning`],
        /// [`Error::NoElectionDue`], [`Error::TooManyElections`].
        #[pallet::call_index(1)]
        pub fn call_election(origin: OriginFor<T>, constituency: Constituency) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            ensure!(Self::constituency_of(org)? == constituency, Error::<T>::OtherConstituency);
            Self::do_call_election(constituency)
        }

        /// Stands for a seat in the caller's constituency, through the last nomination day.
        ///
        /// ## Dispatch origin
        /// A member; without a seat, if it is a by-election.
        ///
        /// ## Errors
        /// [`Error::NotEligible`], [`Error::NoElection`], [`Error::NominationsOver`],
        /// [`Error::AlreadyStanding`], [`Error::AlreadySeated`], [`Error::TooManyCandidates`].
        #[pallet::call_index(2)]
        pub fn stand(origin: OriginFor<T>) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_stand(org)
        }

        /// Takes the caller's candidacy back, through the last nomination day.
        ///
        /// ## Dispatch origin
        /// A member.
        ///
        /// ## Errors
        /// [`Error::NotEligible`], [`Error::NoElection`], [`Error::NominationsOver`],
        /// [`Error::NotStanding`].
        #[pallet::call_index(3)]
        pub fn withdraw_candidacy(origin: OriginFor<T>) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_withdraw_candidacy(org)
        }

        /// Votes for a candidate of the caller's constituency, which may be the caller itself. Until the last
        /// voting day is over, another vote replaces it, also in another constituency, if the caller has come to
        /// vote there.
        ///
        /// ## Dispatch origin
        /// A member.
        ///
        /// ## Errors
        /// [`Error::NotEligible`], [`Error::NoElection`], [`Error::VotingNotBegun`], [`Error::VotingOver`],
        /// [`Error::VoteUnchanged`], [`Error::UnknownCandidate`], [`Error::BallotBeingCounted`].
        #[pallet::call_index(4)]
        pub fn vote(origin: OriginFor<T>, candidate: OrgId) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_vote(org, candidate)
        }

        /// Counts an election after its last voting day, and seats who is elected: as many as the election was
        /// called for, and no more than the rule has seats now; in a by-election, than are vacant now. After a
        /// general election a new term runs from the end of the old one, or from today, if that is over. The chain
        /// closes elections by itself, too.
        ///
        /// ## Dispatch origin
        /// A member of any constituency.
        ///
        /// ## Errors
        /// [`Error::NoElection`], [`Error::VotingNotOver`].
        #[pallet::call_index(5)]
        #[pallet::weight(Pallet::<T>::weight_of_counting(
            T::MaxCandidates::get(),
            Pallet::<T>::most_holders(),
        ))]
        pub fn close_election(
            origin: OriginFor<T>,
            constituency: Constituency,
        ) -> DispatchResultWithPostInfo {
            T::MemberOrigin::ensure_origin(origin)?;
            let counted = Self::do_close_election(constituency)?;
            Ok(Some(Self::weight_of_counting(counted.candidates, counted.losers)).into())
        }

        /// Gives the seat of the caller's organisation up.
        ///
        /// ## Dispatch origin
        /// A member.
        ///
        /// ## Errors
        /// [`Error::NoSeat`], and what pallet-members answers, if nobody else in the council could act.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::vacate_seat().saturating_add(T::Seating::telling()))]
        pub fn vacate_seat(origin: OriginFor<T>) -> DispatchResult {
            let org = T::MemberOrigin::ensure_origin(origin)?;
            Self::do_vacate_seat(org)
        }

        /// Takes an organisation's seat, citing the decision's document.
        ///
        /// ## Dispatch origin
        /// The council, by a constitutional decision.
        ///
        /// ## Errors
        /// [`Error::NoSeat`], and what pallet-members answers, if nobody else in the council could act.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::unseat().saturating_add(T::Seating::telling()))]
        pub fn unseat(origin: OriginFor<T>, org: OrgId, document: H256) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Constitutional)?;
            Self::do_unseat(org, document)
        }

        /// Makes a call as root. It succeeds also when that call fails: the council's decision was carried out,
        /// and [`Event::Enacted`] says what came of it. Nothing of a call that failed is left.
        ///
        /// ## Dispatch origin
        /// The council, by a constitutional decision.
        ///
        /// ## Errors
        /// None.
        #[pallet::call_index(8)]
        #[pallet::weight({
            let inner = call.get_dispatch_info();
            (Pallet::<T>::weight_to_enact(call).saturating_add(inner.call_weight), inner.class)
        })]
        pub fn enact(
            origin: OriginFor<T>,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResultWithPostInfo {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Constitutional)?;
            Ok(Some(Self::do_enact(*call)).into())
        }
    }
}
