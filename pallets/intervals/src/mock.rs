//! A runtime of this pallet alone. The clock, the gate, the rules and how organisations stand are statics, which a
//! test sets. Money lies in storage, so that a payment is undone with whatever else is.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate as pallet_intervals;
use frame_support::{
    derive_impl, ensure, parameter_types,
    traits::{EnsureOrigin, EnsureOriginWithArg, Time},
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSigned};
use huangpu_primitives::{
    apis::Standing,
    calendar::{Day, DAY_MS},
    council::Decision,
    instruments::{InstrumentClass, InstrumentId, Mode},
    intervals::Units,
    money::{Amount, HoldReason},
    traits::{InstrumentGate, OfferRules, OpenClass, OrgStanding, Payments, Standings},
    AssetId, AuthorityId, OrgId,
};
use polkadot_sdk::*;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::collections::BTreeMap;

/// The first day.
pub(crate) const TODAY: Day = Day(20_000);
/// Organisations have ids up to this one.
pub(crate) const ORGS: u32 = 9;
/// The money that there is.
pub(crate) const YUAN: AssetId = AssetId(1);

/// What a closed gate says.
pub(crate) const CLOSED: DispatchError = DispatchError::Other("the class is closed");
/// What rules that forbid say.
pub(crate) const FORBIDDEN: DispatchError = DispatchError::Other("the rules forbid it");
/// What a refused payment says.
pub(crate) const REFUSED: DispatchError = DispatchError::Other("the payment is refused");
/// What is said of money that there is not.
pub(crate) const NO_ASSET: DispatchError = DispatchError::Other("there is no such asset");
/// What a payment says for which there is not enough.
pub(crate) const TOO_LITTLE: DispatchError = DispatchError::Other("there is too little money");

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
    #[runtime::pallet_index(51)]
    pub type Intervals = pallet_intervals;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
}

/// Whose money it is, and why it is held, if it is.
type Pocket = (AssetId, OrgId, Option<u8>);

/// What the rules were asked: the instrument, the seller, the buyer, and since when the units are held.
type Question = (InstrumentId, OrgId, Option<OrgId>, Day);

parameter_types! {
    /// The clock.
    pub static NowMs: u64 = TODAY.start();
    /// How those organisations stand that are not active.
    pub static Stands: BTreeMap<OrgId, Standing> = BTreeMap::new();
    /// The classes that are closed.
    pub static Shut: Vec<InstrumentClass> = vec![];
    /// Whether the rules forbid every offer.
    pub static Forbids: bool = false;
    /// What the rules were asked last.
    pub static Asked: Option<Question> = None;
    /// Whether every payment is refused.
    pub static Refuses: bool = false;
    /// The kind of the council's last decision.
    pub static Decided: Option<Decision> = None;
    /// All money.
    pub storage Pockets: BTreeMap<Pocket, Amount> = BTreeMap::new();
}

pub struct Clock;
impl Time for Clock {
    type Moment = u64;
    fn now() -> u64 {
        NowMs::get()
    }
}

pub struct Members;
impl Standings for Members {
    fn standing(org: OrgId) -> Option<Standing> {
        let known = (1..=ORGS).contains(&org.0).then_some(Standing::Active);
        Stands::get().get(&org).copied().or(known)
    }
}
impl OrgStanding for Members {
    fn is_active(org: OrgId) -> bool {
        Self::standing(org) == Some(Standing::Active)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(org: OrgId) {
        stand(org.0, Standing::Active);
    }
}

pub struct Gate;
impl InstrumentGate for Gate {
    fn ensure_open(class: InstrumentClass) -> Result<OpenClass, DispatchError> {
        ensure!(!Shut::get().contains(&class), CLOSED);
        Ok(OpenClass { authority: AuthorityId(1), mode: Mode::Simulation })
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn open(class: InstrumentClass) {
        Shut::mutate(|shut| shut.retain(|other| *other != class));
    }
}

pub struct Rules;
impl OfferRules for Rules {
    fn ensure_may_offer(
        instrument: InstrumentId,
        seller: OrgId,
        buyer: Option<OrgId>,
        held_since: Day,
    ) -> DispatchResult {
        Asked::set(Some((instrument, seller, buyer, held_since)));
        ensure!(!Forbids::get(), FORBIDDEN);
        Ok(())
    }
}

pub struct Money;
impl Money {
    fn shift(from: Pocket, to: Pocket, amount: Amount) -> DispatchResult {
        ensure!(!Refuses::get(), REFUSED);
        let mut pockets = Pockets::get();
        let has = pockets.get(&from).copied().unwrap_or_default();
        pockets.insert(from, has.checked_sub(amount).ok_or(TOO_LITTLE)?);
        *pockets.entry(to).or_default() += amount;
        Pockets::set(&pockets);
        Ok(())
    }
}
impl Payments for Money {
    fn ensure_asset(asset: AssetId) -> DispatchResult {
        ensure!(asset == YUAN, NO_ASSET);
        Ok(())
    }
    fn pay(asset: AssetId, from: OrgId, to: OrgId, amount: Amount) -> DispatchResult {
        Self::shift((asset, from, None), (asset, to, None), amount)
    }
    fn hold(asset: AssetId, org: OrgId, reason: HoldReason, amount: Amount) -> DispatchResult {
        Self::shift((asset, org, None), (asset, org, Some(reason as u8)), amount)
    }
    fn release(asset: AssetId, org: OrgId, reason: HoldReason, amount: Amount) -> DispatchResult {
        Self::shift((asset, org, Some(reason as u8)), (asset, org, None), amount)
    }
    fn pay_held(
        asset: AssetId,
        from: OrgId,
        reason: HoldReason,
        to: OrgId,
        amount: Amount,
    ) -> DispatchResult {
        Self::shift((asset, from, Some(reason as u8)), (asset, to, None), amount)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn endow(org: OrgId, amount: Amount) -> AssetId {
        endow(org.0, amount);
        YUAN
    }
}

/// Accounts each act for the organisation of their number, if it is active.
pub struct Trader;
impl EnsureOrigin<RuntimeOrigin> for Trader {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        acts_for(origin, |standing| standing == Standing::Active)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(1))
    }
}

/// Accounts each act for the organisation of their number, unless it is closed.
pub struct Owner;
impl EnsureOrigin<RuntimeOrigin> for Owner {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        acts_for(origin, |standing| standing != Standing::Closed)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(1))
    }
}

fn acts_for(
    origin: RuntimeOrigin,
    suffices: impl FnOnce(Standing) -> bool,
) -> Result<OrgId, RuntimeOrigin> {
    let who = <EnsureSigned<u64> as EnsureOrigin<_>>::try_origin(origin.clone())?;
    let org = OrgId(who as u32);
    Members::standing(org).filter(|standing| suffices(*standing)).map(|_| org).ok_or(origin)
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

impl pallet_intervals::Config for Test {
    type CouncilOrigin = Council;
    type TraderOrigin = Trader;
    type OwnerOrigin = Owner;
    type Gate = Gate;
    type Rules = Rules;
    type Money = Money;
    type Organisations = Members;
    type Clock = Clock;
    type WeightInfo = ();
}

/// Lets days pass.
pub(crate) fn pass_days(days: u32) {
    NowMs::mutate(|now| *now += u64::from(days) * DAY_MS);
}

/// An organisation stands otherwise from now on.
pub(crate) fn stand(org: u32, to: Standing) {
    Stands::mutate(|stands| stands.insert(OrgId(org), to));
}

/// Gives an organisation money.
pub(crate) fn endow(org: u32, amount: Amount) {
    let mut pockets = Pockets::get();
    *pockets.entry((YUAN, OrgId(org), None)).or_default() += amount;
    Pockets::set(&pockets);
}

/// An organisation's free money.
pub(crate) fn money(org: u32) -> Amount {
    Pockets::get().get(&(YUAN, OrgId(org), None)).copied().unwrap_or_default()
}

/// Sets the chain up.
#[derive(Default)]
pub(crate) struct ExtBuilder {
    holdings: Vec<(InstrumentClass, Units, OrgId)>,
    money: Vec<(u32, Amount)>,
}

impl ExtBuilder {
    /// What an organisation has from genesis: an instrument by itself.
    pub(crate) fn holds(mut self, class: InstrumentClass, units: Units, org: u32) -> Self {
        self.holdings.push((class, units, OrgId(org)));
        self
    }

    /// Money that an organisation has.
    pub(crate) fn money(mut self, org: u32, amount: Amount) -> Self {
        self.money.push((org, amount));
        self
    }

    /// The chain in block 1 of [`TODAY`].
    pub(crate) fn build(self) -> sp_io::TestExternalities {
        NowMs::set(TODAY.start());
        Stands::set(BTreeMap::new());
        Shut::set(vec![]);
        Forbids::set(false);
        Asked::set(None);
        Refuses::set(false);
        Decided::set(None);
        let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
        pallet_intervals::GenesisConfig::<Test> { holdings: self.holdings, ..Default::default() }
            .assimilate_storage(&mut storage)
            .unwrap();
        let mut ext = sp_io::TestExternalities::new(storage);
        ext.execute_with(|| {
            // Events of the genesis block are not kept.
            System::set_block_number(1);
            for (org, amount) in self.money {
                endow(org, amount);
            }
        });
        ext
    }

    /// Runs a test in block 1, and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Intervals::do_try_state().unwrap();
        });
    }
}
