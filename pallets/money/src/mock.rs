//! A runtime of this pallet, and of `pallet-assets`, which keeps the balances. The clock, the gate, how organisations
//! stand, and who of them is a bank are statics, which a test sets.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate::{self as pallet_money, MAX_NAME};
use frame_support::{
    derive_impl, parameter_types,
    traits::{
        AsEnsureOriginWithArg, ConstU64, EnsureOrigin, EnsureOriginWithArg, NeverEnsureOrigin, Time,
    },
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSigned};
use huangpu_primitives::{
    apis::Standing,
    calendar::{Day, DAY_MS},
    council::Decision,
    instruments::{InstrumentClass, Mode},
    money::{Amount, AssetKind, Reference},
    roles::Role,
    traits::{InstrumentGate, KeylessAccounts, OpenClass, OrgStanding, Roles, Standings},
    AssetId, AuthorityId, OrgId,
};
use polkadot_sdk::*;
use sp_runtime::{BuildStorage, DispatchError};
use std::collections::BTreeMap;

/// The first day.
pub(crate) const TODAY: Day = Day(20_000);
/// How many days a bank has to answer.
pub(crate) const ANSWER: u32 = 3;
/// Most assets.
pub(crate) const MOST_ASSETS: u32 = 4;
/// Organisations have ids up to this one.
pub(crate) const ORGS: u32 = 9;

/// A bank.
pub(crate) const BANK: u32 = 1;
/// Another bank.
pub(crate) const RIVAL: u32 = 2;
/// Members that are no banks.
pub(crate) const BUYER: u32 = 3;
pub(crate) const SELLER: u32 = 4;

/// What the gate says while it is closed.
pub(crate) const CLOSED: DispatchError = DispatchError::Other("deposit money is not open");

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
    #[runtime::pallet_index(11)]
    pub type Assets = pallet_assets;
    #[runtime::pallet_index(12)]
    pub type Money = pallet_money;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<u64>;
}

/// `pallet-assets` wants a currency for deposits, which are zero.
#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
    type Balance = Amount;
    type Currency = Balances;
    type CreateOrigin = AsEnsureOriginWithArg<NeverEnsureOrigin<u64>>;
    type ForceOrigin = NeverEnsureOrigin<()>;
    type AssetDeposit = ConstU64<0>;
    type AssetAccountDeposit = ConstU64<0>;
    type MetadataDepositBase = ConstU64<0>;
    type MetadataDepositPerByte = ConstU64<0>;
    type ApprovalDeposit = ConstU64<0>;
    type StringLimit = StringLimit;
}

parameter_types! {
    pub const DaysToAnswer: u32 = ANSWER;
    pub static MaxAssets: u32 = MOST_ASSETS;
    /// Most bytes of a name in `pallet-assets`.
    pub static StringLimit: u32 = MAX_NAME;
    /// The clock.
    pub static NowMs: u64 = TODAY.start();
    /// The authority under which deposit money is open.
    pub static OpenUnder: Option<AuthorityId> = None;
    /// As what it is open, if it is.
    pub static OpenAs: Mode = Mode::Simulation;
    /// How those organisations stand that are not active.
    pub static Stands: BTreeMap<OrgId, Standing> = BTreeMap::new();
    /// Who is a bank.
    pub static Banks: Vec<OrgId> = vec![];
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

pub struct Gate;
impl InstrumentGate for Gate {
    fn ensure_open(class: InstrumentClass) -> Result<OpenClass, DispatchError> {
        assert_eq!(class, InstrumentClass::DepositMoney);
        let authority = OpenUnder::get().ok_or(CLOSED)?;
        Ok(OpenClass { authority, mode: OpenAs::get() })
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn open(_: InstrumentClass) {
        OpenUnder::set(Some(AuthorityId(1)));
    }
}

/// What is added to an id makes a keyless account.
const KEYLESS: u64 = 1_000;

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
        Stands::mutate(|stands| stands.insert(org, Standing::Active));
        Banks::mutate(|banks| banks.push(org));
    }
}
impl Roles for Members {
    fn plays(org: OrgId, role: Role) -> bool {
        role == Role::Bank && Banks::get().contains(&org)
    }
}
impl KeylessAccounts<u64> for Members {
    fn account_of(org: OrgId) -> u64 {
        KEYLESS + u64::from(org.0)
    }
    fn org_of(account: &u64) -> Option<OrgId> {
        account.checked_sub(KEYLESS).and_then(|id| id.try_into().ok()).map(OrgId)
    }
}

/// Accounts each act for the organisation of their number.
fn signer(origin: &RuntimeOrigin) -> Option<(OrgId, Standing)> {
    let who = <EnsureSigned<u64> as EnsureOrigin<_>>::try_origin(origin.clone()).ok()?;
    let org = OrgId(who.try_into().ok()?);
    Members::standing(org).map(|standing| (org, standing))
}

/// A bank in good standing.
pub struct Issuer;
impl EnsureOrigin<RuntimeOrigin> for Issuer {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        match signer(&origin) {
            Some((org, Standing::Active)) if Members::plays(org, Role::Bank) => Ok(org),
            _ => Err(origin),
        }
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(BANK.into()))
    }
}

/// Whoever is not closed.
pub struct Holder;
impl EnsureOrigin<RuntimeOrigin> for Holder {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        match signer(&origin) {
            None | Some((_, Standing::Closed)) => Err(origin),
            Some((org, _)) => Ok(org),
        }
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(BANK.into()))
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

impl pallet_money::Config for Test {
    type CouncilOrigin = Council;
    type IssuerOrigin = Issuer;
    type HolderOrigin = Holder;
    type Gate = Gate;
    type Organisations = Members;
    type Accounts = Members;
    type Clock = Clock;
    type MaxAssets = MaxAssets;
    type DaysToAnswer = DaysToAnswer;
    type WeightInfo = ();
}

/// Lets days pass.
pub(crate) fn pass_days(days: u32) {
    NowMs::mutate(|now| *now += u64::from(days) * DAY_MS);
}

pub(crate) fn put_standing(org: u32, to: Standing) {
    Stands::mutate(|stands| stands.insert(OrgId(org), to));
}

pub(crate) fn reference(text: &str) -> Reference {
    text.as_bytes().to_vec().try_into().unwrap()
}

/// Sets the chain up: deposit money is open under authority 1, as a simulation, and there are two banks.
#[derive(Default)]
pub(crate) struct ExtBuilder {
    assets: Vec<(OrgId, AssetKind, String, String)>,
    funds: Vec<(AssetId, OrgId, Amount)>,
    shut: bool,
}

impl ExtBuilder {
    /// Assets from genesis, numbered from 1, by who issues them.
    pub(crate) fn assets(mut self, issuers: &[u32]) -> Self {
        let asset = |(org, number): (&u32, u32)| {
            let (name, symbol) = (format!("Deposit {number}"), format!("DEP{number}"));
            (OrgId(*org), AssetKind::TokenisedDeposit, name, symbol)
        };
        self.assets = issuers.iter().zip(1..).map(asset).collect();
        self
    }

    /// An asset from genesis with this name and symbol.
    pub(crate) fn asset(mut self, issuer: u32, name: &str, symbol: &str) -> Self {
        let (name, symbol) = (name.to_string(), symbol.to_string());
        self.assets.push((OrgId(issuer), AssetKind::DigitalYuan, name, symbol));
        self
    }

    /// Money that the issuers have minted: of which asset, for whom, how much.
    pub(crate) fn funds(mut self, funds: &[(u32, u32, Amount)]) -> Self {
        let fund =
            |(asset, org, amount): &(u32, u32, Amount)| (AssetId(*asset), OrgId(*org), *amount);
        self.funds = funds.iter().map(fund).collect();
        self
    }

    /// Deposit money is not open.
    pub(crate) fn shut(mut self) -> Self {
        self.shut = true;
        self
    }

    /// The chain in block 1 of [`TODAY`].
    pub(crate) fn build(self) -> sp_io::TestExternalities {
        MaxAssets::set(MOST_ASSETS);
        StringLimit::set(MAX_NAME);
        NowMs::set(TODAY.start());
        OpenUnder::set((!self.shut).then_some(AuthorityId(1)));
        OpenAs::set(Mode::Simulation);
        Stands::set(BTreeMap::new());
        Banks::set(vec![OrgId(BANK), OrgId(RIVAL)]);
        let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
        pallet_money::GenesisConfig::<Test> { assets: self.assets, ..Default::default() }
            .assimilate_storage(&mut storage)
            .unwrap();
        let mut ext = sp_io::TestExternalities::new(storage);
        ext.execute_with(|| {
            // Events of the genesis block are not kept.
            System::set_block_number(1);
            for (number, (asset, to, amount)) in self.funds.into_iter().enumerate() {
                let issuer = crate::Assets::<Test>::get(asset).unwrap().issuer;
                let paid_in = reference(&format!("FUND {number}"));
                Money::do_mint(issuer, asset, to, amount, paid_in).unwrap();
            }
            System::reset_events();
        });
        Decided::set(None);
        ext
    }

    /// Runs a test in block 1 of [`TODAY`], and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Money::do_try_state().unwrap();
        });
    }
}
