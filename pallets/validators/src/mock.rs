//! A runtime of this pallet and the session pallet, whose sessions are real. The clock, and who is in good
//! standing, are statics, which a test sets.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate as pallet_validators;
use frame_support::{
    derive_impl, parameter_types,
    traits::{EnsureOrigin, EnsureOriginWithArg, Hooks, Time},
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSigned};
use huangpu_primitives::{
    calendar::{Day, DAY_MS},
    council::Decision,
    traits::{KeylessAccounts, OrgStanding},
    OrgId,
};
use polkadot_sdk::*;
use sp_runtime::{testing::UintAuthorityId, traits::ConvertInto, BuildStorage};

/// The first day of a test.
pub(crate) const TODAY: Day = Day(20_000);
/// No change makes the set smaller than this.
pub(crate) const MIN: u32 = 4;
/// Most validators.
pub(crate) const MAX: u32 = 8;
/// The sessions whose uptime is kept.
pub(crate) const KEPT: u32 = 3;
/// The blocks of a session.
pub(crate) const BLOCKS: u32 = 10;

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
    #[runtime::pallet_index(10)]
    pub type Balances = pallet_balances;
    #[runtime::pallet_index(21)]
    pub type Session = pallet_session;
    #[runtime::pallet_index(23)]
    pub type Validators = pallet_validators;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
}

impl pallet_session::Config for Test {
    type RuntimeEvent = RuntimeEvent;
    type ValidatorId = u64;
    type ValidatorIdOf = ConvertInto;
    type ShouldEndSession = Validators;
    type NextSessionRotation = Validators;
    type SessionManager = Validators;
    type SessionHandler = pallet_session::TestSessionHandler;
    type Keys = UintAuthorityId;
    type DisablingStrategy = ();
    type WeightInfo = ();
    type Currency = Balances;
    type KeyDeposit = frame_support::traits::ConstU64<0>;
}

parameter_types! {
    pub const MinValidators: u32 = MIN;
    pub const MaxValidators: u32 = MAX;
    pub const UptimeSessions: u32 = KEPT;
    /// The clock.
    pub static NowMs: u64 = TODAY.start();
    /// The organisations that are not in good standing.
    pub static Inactive: Vec<OrgId> = vec![];
    /// The kind of the council's last decision.
    pub static Decided: Option<Decision> = None;
}

pub struct Clock;
impl Time for Clock {
    type Moment = u64;
    fn now() -> u64 {
        NowMs::get()
    }
}

/// Everybody is in good standing, but for those who are not.
pub struct Members;
impl OrgStanding for Members {
    fn is_active(org: OrgId) -> bool {
        !Inactive::get().contains(&org)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(org: OrgId) {
        Inactive::mutate(|inactive| inactive.retain(|other| *other != org));
    }
}

/// What is added to an id makes a keyless account.
const KEYLESS: u64 = 1_000;

impl KeylessAccounts<u64> for Members {
    fn account_of(org: OrgId) -> u64 {
        KEYLESS + u64::from(org.0)
    }
    fn org_of(account: &u64) -> Option<OrgId> {
        account.checked_sub(KEYLESS).and_then(|id| id.try_into().ok()).map(OrgId)
    }
}

/// Accounts below the keyless ones each act for the organisation of their number.
pub struct Operator;
impl EnsureOrigin<RuntimeOrigin> for Operator {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        let who = <EnsureSigned<u64> as EnsureOrigin<_>>::try_origin(origin.clone())?;
        if who < KEYLESS {
            Ok(OrgId(who as u32))
        } else {
            Err(origin)
        }
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(1))
    }
}

/// Root, whatever the decision; what kind it was is noted.
pub struct Council;
impl EnsureOriginWithArg<RuntimeOrigin, Decision> for Council {
    type Success = ();
    fn try_origin(origin: RuntimeOrigin, decision: &Decision) -> Result<(), RuntimeOrigin> {
        <EnsureRoot<u64> as EnsureOrigin<_>>::try_origin(origin)
            .map(|()| Decided::set(Some(*decision)))
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &Decision) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u64> for Members {
    fn set_session(validators: Vec<u64>) {
        pallet_session::Validators::<Test>::put(validators);
    }
}

impl pallet_validators::Config for Test {
    type CouncilOrigin = Council;
    type OperatorOrigin = Operator;
    type Standing = Members;
    type Accounts = Members;
    type Sessions = Session;
    type Clock = Clock;
    type MinValidators = MinValidators;
    type MaxValidators = MaxValidators;
    type UptimeSessions = UptimeSessions;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Members;
}

/// Lets days pass.
pub(crate) fn pass_days(days: u32) {
    NowMs::mutate(|now| *now += u64::from(days) * DAY_MS);
}

/// The next block, as the runtime begins it: its author is counted before a session may end.
pub(crate) fn next_block(author: Option<OrgId>) {
    let now = System::block_number() + 1;
    System::set_block_number(now);
    if let Some(author) = author {
        Validators::note_author(&Members::account_of(author));
    }
    Session::on_initialize(now);
    Validators::on_initialize(now);
}

/// Blocks, up to the first of the next session, of which those who are not `silent` make one after the other. The
/// last one of them ends the session.
pub(crate) fn pass_session_without(silent: &[u32]) {
    let session = Session::current_index();
    let authors = Session::validators().into_iter().filter_map(|of| Members::org_of(&of));
    let authors: Vec<OrgId> = authors.filter(|org| !silent.contains(&org.0)).collect();
    let mut turn = 0;
    while Session::current_index() == session {
        next_block(authors.get(turn % authors.len().max(1)).copied());
        turn += 1;
    }
}

/// Sets session keys from an organisation's keyless account.
pub(crate) fn set_keys(org: u32) {
    let account = Members::account_of(OrgId(org));
    System::inc_providers(&account);
    let keys = UintAuthorityId(account);
    Session::set_keys(RuntimeOrigin::signed(account), keys, vec![]).unwrap();
}

/// Sets the chain up.
pub(crate) struct ExtBuilder {
    validators: Vec<u64>,
    session_blocks: u32,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { validators: vec![], session_blocks: BLOCKS }.set_of(MIN + 1)
    }
}

impl ExtBuilder {
    /// Organisations 1 to `count` make blocks from genesis.
    pub(crate) fn set_of(mut self, count: u32) -> Self {
        self.validators = (1..=count).map(|org| Members::account_of(OrgId(org))).collect();
        self
    }

    /// These accounts make blocks from genesis.
    pub(crate) fn validators(mut self, accounts: &[u64]) -> Self {
        self.validators = accounts.to_vec();
        self
    }

    /// Sessions of another length.
    pub(crate) fn session_blocks(mut self, blocks: u32) -> Self {
        self.session_blocks = blocks;
        self
    }

    /// Runs a test in block 1 of [`TODAY`], and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        NowMs::set(TODAY.start());
        Inactive::set(vec![]);
        Decided::set(None);
        let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
        let keys = self.validators.iter().map(|of| (*of, *of, UintAuthorityId(*of))).collect();
        pallet_session::GenesisConfig::<Test> { keys, ..Default::default() }
            .assimilate_storage(&mut storage)
            .unwrap();
        pallet_validators::GenesisConfig::<Test> {
            session_blocks: self.session_blocks,
            ..Default::default()
        }
        .assimilate_storage(&mut storage)
        .unwrap();
        let mut ext = sp_io::TestExternalities::new(storage);
        ext.execute_with(|| {
            // Events of the genesis block are not kept. Nobody is seen to make this one.
            next_block(None);
            test();
            Validators::do_try_state().unwrap();
        });
    }
}
