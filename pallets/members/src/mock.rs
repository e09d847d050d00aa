//! A runtime of this pallet alone.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate::{self as pallet_members, CallPolicy, GenesisOrganisation, Need, Rate};
use frame_support::{
    derive_impl, parameter_types,
    traits::{EnsureOrigin, EnsureOriginWithArg, Time},
    weights::Weight,
    PalletId,
};
use frame_system::{mocking::MockBlock, EnsureRoot};
use huangpu_primitives::{
    apis::Standing,
    calendar::{Day, DAY_MS},
    council::Decision,
    identifiers::Identifier,
    members::{Kind, SizeClass, Tier},
    roles::{Role, Scope},
    traits::{Holdings, OnStanding},
    OrgId,
};
use polkadot_sdk::*;
use sp_runtime::{
    traits::{Convert, IdentityLookup},
    AccountId32, BuildStorage,
};

/// A regulator with a seat in the council; its controller is [`alice`].
pub(crate) const BUREAU: OrgId = OrgId(1);
/// An enterprise; its controller is [`bob`], its delegates [`manager`], [`operator`], [`accountant`].
pub(crate) const STEEL: OrgId = OrgId(2);
/// A platform; its controller is [`carol`], its delegate [`agent`].
pub(crate) const MARKET: OrgId = OrgId(3);
/// Most delegates.
pub(crate) const MAX_DELEGATES: u32 = 4;
/// Most endings on one day.
pub(crate) const MAX_ENDINGS: u32 = 4;
/// The first day of a test.
pub(crate) const TODAY: Day = Day(20_000);

macro_rules! accounts {
    ($($(#[doc = $doc:literal])* $name:ident = $byte:literal,)+) => {
        $($(#[doc = $doc])* pub(crate) fn $name() -> AccountId32 {
            AccountId32::new([$byte; 32])
        })+
    };
}

accounts! {
    /// Controller of the bureau.
    alice = 1,
    /// Controller of the steel works.
    bob = 2,
    /// Its delegate, alone in the scopes `Membership` and `Devices`.
    manager = 3,
    /// Its delegate, alone in the scope `Devices`.
    operator = 4,
    /// Its delegate, alone in the scope `Emissions`.
    accountant = 5,
    /// Controller of the market.
    carol = 6,
    /// Its delegate, alone in the scope `Devices`.
    agent = 7,
    /// An account of nobody.
    outsider = 9,
    /// Another one.
    stranger = 10,
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
    #[runtime::pallet_index(50)]
    pub type Members = pallet_members;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
    type BlockWeights = BlockWeights;
    type AccountId = AccountId32;
    type Lookup = IdentityLookup<AccountId32>;
}

parameter_types! {
    /// Without a base, which would stand in every figure of the tests: the runtime's tests have it.
    pub BlockWeights: frame_system::limits::BlockWeights =
        frame_system::limits::BlockWeights::simple_max(Weight::MAX);
    pub const MembersPalletId: PalletId = PalletId(*b"hp/membr");
    pub const MaxDelegates: u32 = MAX_DELEGATES;
    pub const MaxEndings: u32 = MAX_ENDINGS;
    pub const DevicesScope: Scope = Scope::Devices;
    pub const EmissionsScope: Scope = Scope::Emissions;
    pub const RegulatorRole: Role = Role::Regulator;
    pub const EnterpriseRole: Role = Role::Enterprise;
    /// The clock.
    pub static NowMs: u64 = TODAY.start();
    /// The organisations that hold something.
    pub static Holders: Vec<OrgId> = vec![];
    /// What [`OnStanding`] was told.
    pub static Told: Vec<(OrgId, Standing, Standing)> = vec![];
    /// What was said about seats.
    pub static ToldSeats: Vec<(OrgId, bool)> = vec![];
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

pub struct Store;
impl Holdings for Store {
    fn holds_anything(org: OrgId) -> bool {
        Holders::get().contains(&org)
    }
}

pub struct Listener;
impl OnStanding for Listener {
    fn on_standing(org: OrgId, from: Standing, to: Standing) {
        Told::mutate(|told| told.push((org, from, to)));
    }
    fn on_seat(org: OrgId, seated: bool) {
        ToldSeats::mutate(|told| told.push((org, seated)));
    }
    fn weight() -> Weight {
        Weight::zero()
    }
}

/// Root, whatever the decision; what kind it was is noted.
pub struct Council;
impl EnsureOriginWithArg<RuntimeOrigin, Decision> for Council {
    type Success = ();
    fn try_origin(origin: RuntimeOrigin, decision: &Decision) -> Result<(), RuntimeOrigin> {
        <EnsureRoot<AccountId32> as EnsureOrigin<RuntimeOrigin>>::try_origin(origin)
            .map(|()| Decided::set(Some(*decision)))
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &Decision) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

pub struct Rates;
impl Convert<Tier, Rate> for Rates {
    fn convert(tier: Tier) -> Rate {
        let share = match tier {
            Tier::Basic => 1,
            Tier::Standard => 5,
            Tier::Large => 20,
            Tier::Infrastructure => 50,
        };
        Rate { time: share * 1_000, bytes: share * 100, depth: 10 }
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Clock {
    fn set_clock(now: u64) {
        NowMs::set(now);
    }
}

impl pallet_members::Config for Test {
    type RuntimeCall = RuntimeCall;
    type CouncilOrigin = Council;
    type Calls = Calls;
    type Rates = Rates;
    type Holdings = Store;
    type OnStanding = Listener;
    type Clock = Clock;
    type PalletId = MembersPalletId;
    type MaxDelegates = MaxDelegates;
    type MaxEndings = MaxEndings;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Clock;
}

/// Remarks with an event take the scope `Devices` and have their length as value. Remarks without one take the
/// scope `Emissions`, wind down, and are paid for by the organisation of their length when nobody signs them.
/// Proposals take the scope `Membership`. Heap pages take the scope `Devices` and have their number as value; only
/// root may set them, so from a keyless account they fail. Renewals are the council's business, for which everybody
/// speaks but the accountant. Nothing else is allowed.
pub struct Calls;

impl CallPolicy<RuntimeCall, AccountId32> for Calls {
    fn need(call: &RuntimeCall) -> Option<Need> {
        let (scope, value) = match call {
            RuntimeCall::System(frame_system::Call::remark_with_event { remark }) => {
                (Scope::Devices, remark.len() as u128)
            }
            RuntimeCall::System(frame_system::Call::remark { .. }) => (Scope::Emissions, 0),
            RuntimeCall::System(frame_system::Call::set_heap_pages { pages }) => {
                (Scope::Devices, u128::from(*pages))
            }
            RuntimeCall::Members(crate::Call::sponsor { .. }) => (Scope::Membership, 0),
            _ => return None,
        };
        Some(Need { scope, value })
    }

    fn winds_down(call: &RuntimeCall) -> bool {
        matches!(call, RuntimeCall::System(frame_system::Call::remark { .. }))
    }

    fn governs(call: &RuntimeCall) -> bool {
        matches!(call, RuntimeCall::Members(crate::Call::renew { .. }))
    }

    fn may_govern(who: &AccountId32, _: &RuntimeCall) -> bool {
        *who != accountant()
    }

    fn payer(call: &RuntimeCall) -> Option<OrgId> {
        match call {
            RuntimeCall::System(frame_system::Call::remark { remark }) => {
                Some(OrgId(remark.len() as u32))
            }
            _ => None,
        }
    }
}

/// An identifier in a foreign register.
pub(crate) fn identifier(number: &str) -> Identifier {
    format!("foreign:Test#{number}").parse().unwrap()
}

/// Lets days pass.
pub(crate) fn pass_days(days: u32) {
    NowMs::mutate(|now| *now += u64::from(days) * DAY_MS);
}

/// Sets the chain up.
pub(crate) struct ExtBuilder {
    organisations: Vec<GenesisOrganisation<AccountId32>>,
}

/// A founding organisation without delegates or seat.
pub(crate) fn founder(
    name: &str,
    role: Role,
    controller: AccountId32,
) -> GenesisOrganisation<AccountId32> {
    GenesisOrganisation {
        identifier: identifier(name),
        name: name.into(),
        kind: Kind::Enterprise(SizeClass::Large),
        roles: vec![role],
        controller,
        tier: Tier::Standard,
        seated: false,
        delegates: vec![],
    }
}

impl Default for ExtBuilder {
    fn default() -> Self {
        let mut bureau = founder("Bureau", Role::Regulator, alice());
        bureau.seated = true;
        let mut steel = founder("Steel Works", Role::Enterprise, bob());
        steel.delegates = vec![
            (manager(), vec![Scope::Membership, Scope::Devices]),
            (operator(), vec![Scope::Devices]),
            (accountant(), vec![Scope::Emissions]),
        ];
        let mut market = founder("Market", Role::Platform, carol());
        market.delegates = vec![(agent(), vec![Scope::Devices])];
        Self { organisations: vec![bureau, steel, market] }
    }
}

impl ExtBuilder {
    /// Other founding organisations.
    pub(crate) fn organisations(
        mut self,
        organisations: Vec<GenesisOrganisation<AccountId32>>,
    ) -> Self {
        self.organisations = organisations;
        self
    }

    /// Runs a test in block 1 of [`TODAY`], and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        NowMs::set(TODAY.start());
        Holders::take();
        Told::take();
        let genesis = RuntimeGenesisConfig {
            members: MembersConfig { organisations: self.organisations },
            ..Default::default()
        };
        let mut ext = sp_io::TestExternalities::new(genesis.build_storage().unwrap());
        ext.execute_with(|| {
            System::set_block_number(1);
            test();
            Members::do_try_state().unwrap();
        });
    }
}
