//! A runtime of this pallet alone. Who the organisations are, and what day it is, are statics, which a test sets;
//! who is seated is in storage, as in pallet-members: what fails leaves no trace of it.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate::{self as pallet_seats, Rule};
use frame_support::{
    derive_impl, ensure, parameter_types, storage_alias,
    traits::{EnsureOrigin, EnsureOriginWithArg, Hooks, Time},
    weights::Weight,
    Twox64Concat,
};
use frame_system::{mocking::MockBlock, RawOrigin};
use huangpu_primitives::{
    apis::Standing,
    calendar::{Day, DAY_MS},
    council::{Constituency, Constituency::*, Decision},
    traits::{OnStanding, Seating},
    OrgId,
};
use polkadot_sdk::*;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::collections::BTreeMap;

/// The first day.
pub(crate) const TODAY: Day = Day(20_000);
/// Most seats of a constituency.
pub(crate) const MAX_SEATS: u32 = 3;
/// Most candidates.
pub(crate) const MAX_CANDIDATES: u32 = 5;
/// Days on which organisations stand, after the first.
pub(crate) const NOMINATION_DAYS: u32 = 7;
/// Days on which they vote.
pub(crate) const VOTING_DAYS: u32 = 7;
/// Days before the end of a term.
pub(crate) const LEAD: u32 = 30;
/// The rule of Industry: two seats for a year.
pub(crate) const INDUSTRY: Rule = Rule { seats: 2, term_days: 365 };
/// The rule of Finance: one seat for two hundred days. The others have none.
pub(crate) const FINANCE: Rule = Rule { seats: 1, term_days: 200 };
/// An account that speaks for the council, but not on its constitution.
pub(crate) const SPEAKER: u64 = 1_000;

/// A call that weighs less than it says.
#[frame_support::pallet(dev_mode)]
pub(crate) mod frugal {
    use super::*;
    use frame_support::{dispatch::WithPostDispatchInfo, pallet_prelude::*};
    use frame_system::pallet_prelude::*;

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {}

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        #[pallet::call_index(0)]
        #[pallet::weight(Weight::from_parts(1_000, 0))]
        pub fn save(origin: OriginFor<T>, fail: bool) -> DispatchResultWithPostInfo {
            ensure_root(origin)?;
            System::inc_providers(&7);
            let used = Weight::from_parts(10, 0);
            match fail {
                true => Err(DispatchError::CannotLookup.with_weight(used)),
                false => Ok(Some(used).into()),
            }
        }
    }
}

#[frame_support::runtime]
mod runtime {
    use super::*;

    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(32)]
    pub type Seats = pallet_seats;
    #[runtime::pallet_index(99)]
    pub type Frugal = frugal;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
}

parameter_types! {
    pub const MaxSeats: u32 = MAX_SEATS;
    pub const MaxCandidates: u32 = MAX_CANDIDATES;
    pub const NominationDays: u32 = NOMINATION_DAYS;
    pub const VotingDays: u32 = VOTING_DAYS;
    pub const ElectionLead: u32 = LEAD;
    /// The clock.
    pub static NowMs: u64 = TODAY.start();
    /// The organisations: where they vote, and their standing.
    pub static Orgs: BTreeMap<OrgId, (Constituency, Standing)> = BTreeMap::new();
    /// Who can neither be seated nor unseated, whatever the reason.
    pub static Stuck: Vec<OrgId> = vec![];
}

pub struct Clock;
impl Time for Clock {
    type Moment = u64;
    fn now() -> u64 {
        NowMs::get()
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Clock {
    fn set_clock(now: u64) {
        NowMs::set(now);
    }
}

/// Who has a seat in the council.
#[storage_alias]
pub(crate) type Seated = StorageMap<Members, Twox64Concat, OrgId, ()>;

/// What pallet-members does.
pub struct Council;

/// Why pallet-members does not seat an organisation, or take its seat.
pub(crate) const REFUSED: DispatchError = DispatchError::Other("seat unchanged, or not active");
/// Why it does not take the last seat.
pub(crate) const LAST: DispatchError = DispatchError::Other("the last of the council");

impl Seating for Council {
    fn constituency(org: OrgId) -> Option<Constituency> {
        let (constituency, standing) = Orgs::get().get(&org).copied()?;
        (standing == Standing::Active).then_some(constituency)
    }

    fn is_seated(org: OrgId) -> bool {
        Seated::contains_key(org)
    }

    fn seat(org: OrgId) -> DispatchResult {
        let free = !Self::is_seated(org) && Self::constituency(org).is_some();
        ensure!(free && !Stuck::get().contains(&org), REFUSED);
        Seated::insert(org, ());
        Seats::on_seat(org, true);
        Ok(())
    }

    fn unseat(org: OrgId) -> DispatchResult {
        ensure!(Self::is_seated(org) && !Stuck::get().contains(&org), REFUSED);
        let active = |org| Self::constituency(org).is_some();
        let others = Seated::iter_keys().any(|other| other != org && active(other));
        ensure!(others || !active(org), LAST);
        Seated::remove(org);
        Seats::on_seat(org, false);
        Ok(())
    }

    fn telling() -> Weight {
        Weight::zero()
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn populate(constituency: Constituency, count: u32) {
        (1..=count).for_each(|org| admit(org, constituency, Standing::Active));
    }
}

/// Root decides everything; [`SPEAKER`], all but what is constitutional.
pub struct Decides;
impl EnsureOriginWithArg<RuntimeOrigin, Decision> for Decides {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin, decision: &Decision) -> Result<(), RuntimeOrigin> {
        match origin.clone().into() {
            Ok(RawOrigin::Root) => Ok(()),
            Ok(RawOrigin::Signed(SPEAKER)) if *decision < Decision::Constitutional => Ok(()),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &Decision) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

/// The account of an organisation has its id. The organisations above 90 are let in here and vote nowhere.
pub struct Member;
impl EnsureOrigin<RuntimeOrigin> for Member {
    type Success = OrgId;

    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        let active = |org| Council::constituency(org).is_some() || (91..100).contains(&org.0);
        match origin.clone().into() {
            Ok(RawOrigin::Signed(who)) if active(OrgId(who as u32)) => Ok(OrgId(who as u32)),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Council::populate(Industry, 1);
        Ok(RuntimeOrigin::signed(1))
    }
}

impl frugal::Config for Test {}

impl pallet_seats::Config for Test {
    type RuntimeCall = RuntimeCall;
    type CouncilOrigin = Decides;
    type MemberOrigin = Member;
    type Seating = Council;
    type Clock = Clock;
    type MaxSeats = MaxSeats;
    type MaxCandidates = MaxCandidates;
    type NominationDays = NominationDays;
    type VotingDays = VotingDays;
    type ElectionLead = ElectionLead;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Clock;
}

/// Lets days pass.
pub(crate) fn pass_days(days: u32) {
    NowMs::mutate(|now| *now += u64::from(days) * DAY_MS);
}

/// There is an organisation, or it is another one now.
pub(crate) fn admit(org: u32, constituency: Constituency, standing: Standing) {
    Orgs::mutate(|orgs| orgs.extend([(OrgId(org), (constituency, standing))]));
}

/// An organisation's standing changes, as pallet-members does it.
pub(crate) fn change_standing(org: u32, to: Standing) {
    let org = OrgId(org);
    let Some((constituency, from)) = Orgs::get().get(&org).copied() else { return };
    admit(org.0, constituency, to);
    if to == Standing::Closed && Seated::take(org).is_some() {
        Seats::on_seat(org, false);
    }
    Seats::on_standing(org, from, to);
}

/// An organisation changes its kind, and with it where it votes.
pub(crate) fn change_constituency(org: u32, to: Constituency) {
    let Some((_, standing)) = Orgs::get().get(&OrgId(org)).copied() else { return };
    admit(org, to, standing);
}

/// Sets the chain up: organisations 1 to 6 vote in Industry, 11 to 13 in Finance, 21 in Research. Of them 1 and 2
/// sit for Industry, 11 for Finance.
pub(crate) struct ExtBuilder {
    rules: Vec<(Constituency, Rule)>,
    founders: Vec<(Constituency, OrgId)>,
    seen_first_day: bool,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self {
            rules: vec![(Industry, INDUSTRY), (Finance, FINANCE)],
            founders: vec![(Industry, OrgId(1)), (Industry, OrgId(2)), (Finance, OrgId(11))],
            seen_first_day: true,
        }
    }
}

impl ExtBuilder {
    /// Other rules.
    pub(crate) fn rules(mut self, rules: &[(Constituency, Rule)]) -> Self {
        self.rules = rules.to_vec();
        self
    }

    /// Other founders.
    pub(crate) fn founders(mut self, founders: &[(Constituency, u32)]) -> Self {
        self.founders = founders.iter().map(|(of, org)| (*of, OrgId(*org))).collect();
        self
    }

    /// Without the first idle block, which begins the founders' terms.
    pub(crate) fn before_first_day(mut self) -> Self {
        self.seen_first_day = false;
        self
    }

    /// Runs a test in block 1 of [`TODAY`], and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        // The clock of a genesis block stands at zero.
        NowMs::set(0);
        Stuck::take();
        let orgs = [(1..=6, Industry), (11..=13, Finance), (21..=21, Research)];
        let orgs = orgs.into_iter().flat_map(|(ids, constituency)| {
            ids.map(move |id| (OrgId(id), (constituency, Standing::Active)))
        });
        Orgs::set(orgs.collect());
        let founders = self.founders.clone();
        let genesis = RuntimeGenesisConfig {
            seats: SeatsConfig { rules: self.rules, founders: self.founders, ..Default::default() },
            ..Default::default()
        };
        let mut ext = sp_io::TestExternalities::new(genesis.build_storage().unwrap());
        ext.execute_with(|| {
            // As if pallet-members were built after this pallet.
            for (_, org) in founders {
                Council::seat(org).unwrap();
            }
            NowMs::set(TODAY.start());
            System::set_block_number(1);
            if self.seen_first_day {
                Seats::on_idle(1, Weight::MAX);
            }
            System::reset_events();
            test();
            Seats::do_try_state().unwrap();
            assert_same_seats();
        });
    }
}

/// Exactly those who are seated hold a seat.
pub(crate) fn assert_same_seats() {
    let mut seated: Vec<_> = Seated::iter_keys().collect();
    let mut holders: Vec<_> = crate::Holders::<Test>::iter_keys().map(|(_, org)| org).collect();
    seated.sort_unstable();
    holders.sort_unstable();
    assert_eq!(holders, seated);
}
