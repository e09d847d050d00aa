//! A runtime of this pallet alone. What it asks of others is answered from statics, which a test sets
//! and the builder resets.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate as pallet_devices;
use codec::{Decode, Encode};
use frame_support::{
    derive_impl,
    dispatch::GetDispatchInfo,
    parameter_types,
    traits::{Contains, EnsureOrigin, Time},
    weights::Weight,
};
use frame_system::{
    mocking::{MockBlock, MockUncheckedExtrinsic},
    offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
    AuthorizeCall, RawOrigin,
};
use huangpu_primitives::{
    calendar::{Month, DAY_MS},
    report::SignedReport,
    traits::{Metered, OnReport, OrgStanding},
    DeviceId, Millis, OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;
use sp_runtime::{
    testing::UintAuthorityId,
    traits::{Applyable, Checkable},
    transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
    BuildStorage,
};

/// The regulator, and its account.
pub(crate) const BUREAU: OrgId = OrgId(1);
pub(crate) const REGULATOR: u64 = 1;
/// The owner of most devices, and its account.
pub(crate) const STEEL: OrgId = OrgId(2);
pub(crate) const OWNER: u64 = 2;
/// Another owner.
pub(crate) const MILL: OrgId = OrgId(3);
pub(crate) const NEIGHBOUR: u64 = 3;
/// An account of nobody.
pub(crate) const OUTSIDER: u64 = 9;

/// Noon of 15 June 2018 in Shanghai.
pub(crate) const START: Millis = 1_529_035_200_000;
/// When devices are installed, unless a test says otherwise.
pub(crate) const INSTALLED: Millis = START - DAY_MS;
pub(crate) const HOUR: Millis = 3_600_000;
pub(crate) const SKEW: Millis = 60_000;
pub(crate) const RETENTION: u32 = 3;
/// Hash of the chain's first block.
pub(crate) const GENESIS: H256 = H256([7; 32]);

type Extension = (AuthorizeCall<Test>,);
pub(crate) type Extrinsic = MockUncheckedExtrinsic<Test, UintAuthorityId, Extension>;

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
    pub type Devices = pallet_devices;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test, UintAuthorityId, Extension>;
    type BaseCallFilter = Unpaused;
}

parameter_types! {
    pub(crate) static Now: Millis = START;
    pub(crate) static ReportsPaused: bool = false;
    pub(crate) static Inactive: Vec<OrgId> = Vec::new();
    pub(crate) static Heard: Vec<(OrgId, DeviceId, Month, Metered)> = Vec::new();
    pub(crate) static ListenerWeight: u64 = 0;
    pub const ClockSkew: Millis = SKEW;
    pub const RetentionDays: u32 = RETENTION;
}

impl pallet_devices::Config for Test {
    type OwnerOrigin = EnsureMember;
    type RegulatorOrigin = EnsureRegulator;
    type Organisations = Organisations;
    type OnReport = Listener;
    type Clock = Clock;
    type ClockSkew = ClockSkew;
    type RetentionDays = RetentionDays;
    type WeightInfo = ();
}

/// The filter that pauses calls.
pub struct Unpaused;

impl Contains<RuntimeCall> for Unpaused {
    fn contains(call: &RuntimeCall) -> bool {
        let reports = matches!(call, RuntimeCall::Devices(crate::Call::submit_reports { .. }));
        !(reports && ReportsPaused::get())
    }
}

pub struct Clock;

impl Time for Clock {
    type Moment = Millis;
    fn now() -> Millis {
        Now::get()
    }
}

/// Every organisation is active but those in [`Inactive`].
pub struct Organisations;

impl OrgStanding for Organisations {
    fn is_active(org: OrgId) -> bool {
        !Inactive::get().contains(&org)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(_: OrgId) {}
}

/// Remembers in [`Heard`] what it was told.
pub struct Listener;

impl OnReport for Listener {
    fn on_report(org: OrgId, device: DeviceId, month: Month, metered: Metered) {
        Heard::mutate(|heard| heard.push((org, device, month, metered)));
    }
    fn weight() -> Weight {
        Weight::from_parts(ListenerWeight::get(), 0)
    }
}

fn org_of(origin: &RuntimeOrigin) -> Option<OrgId> {
    match origin.clone().into() {
        Ok(RawOrigin::Signed(REGULATOR)) => Some(BUREAU),
        Ok(RawOrigin::Signed(OWNER)) => Some(STEEL),
        Ok(RawOrigin::Signed(NEIGHBOUR)) => Some(MILL),
        _ => None,
    }
}

pub struct EnsureMember;

impl EnsureOrigin<RuntimeOrigin> for EnsureMember {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        org_of(&origin).ok_or(origin)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(OWNER))
    }
}

pub struct EnsureRegulator;

impl EnsureOrigin<RuntimeOrigin> for EnsureRegulator {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        org_of(&origin).filter(|org| *org == BUREAU).ok_or(origin)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(REGULATOR))
    }
}

impl<C> CreateTransactionBase<C> for Test
where
    RuntimeCall: From<C>,
{
    type Extrinsic = Extrinsic;
    type RuntimeCall = RuntimeCall;
}

impl<C> CreateTransaction<C> for Test
where
    RuntimeCall: From<C>,
{
    type Extension = Extension;
    fn create_transaction(call: RuntimeCall, extension: Extension) -> Extrinsic {
        Extrinsic::new_transaction(call, extension)
    }
}

impl<C> CreateAuthorizedTransaction<C> for Test
where
    RuntimeCall: From<C>,
{
    fn create_extension() -> Extension {
        (AuthorizeCall::new(),)
    }
}

/// A batch as a general transaction.
pub(crate) fn transaction(org: OrgId, reports: Vec<SignedReport>) -> Extrinsic {
    let reports = reports.try_into().expect("a batch has at most 256 reports");
    let call = crate::Call::<Test>::submit_reports { org, reports };
    <Test as CreateAuthorizedTransaction<crate::Call<Test>>>::create_authorized_transaction(
        call.into(),
    )
}

/// Takes a transaction through the pool into a block, by the path that a node takes.
pub(crate) fn apply(extrinsic: Extrinsic) -> Result<ValidTransaction, TransactionValidityError> {
    let (info, len) = (extrinsic.get_dispatch_info(), extrinsic.encoded_size());
    let checked = extrinsic.check(&frame_system::ChainContext::<Test>::default())?;
    let validity = checked.validate::<Test>(TransactionSource::External, &info, len)?;
    checked.apply::<Test>(&info, len)?.expect("recording reports cannot fail");
    Ok(validity)
}

/// Takes an encoded transaction there.
pub(crate) fn apply_bytes(bytes: &[u8]) -> Result<ValidTransaction, TransactionValidityError> {
    apply(Extrinsic::decode(&mut &bytes[..]).expect("the worker encodes a transaction"))
}

/// Submits reports of an organisation.
pub(crate) fn submit(
    org: OrgId,
    reports: Vec<SignedReport>,
) -> Result<ValidTransaction, TransactionValidityError> {
    apply(transaction(org, reports))
}

/// Lets time pass.
pub(crate) fn pass(millis: Millis) {
    Now::mutate(|now| *now += millis);
}

/// Sets the chain up.
pub(crate) struct ExtBuilder {
    genesis: H256,
    now: Millis,
    outside: Option<crate::tests::outside::Outside>,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        Self { genesis: GENESIS, now: START, outside: None }
    }
}

impl ExtBuilder {
    /// Another chain's first block.
    pub(crate) fn genesis(mut self, genesis: H256) -> Self {
        self.genesis = genesis;
        self
    }

    /// Another time to begin at.
    pub(crate) fn now(mut self, now: Millis) -> Self {
        self.now = now;
        self
    }

    /// A world outside, for the off-chain worker.
    pub(crate) fn outside(mut self, outside: &crate::tests::outside::Outside) -> Self {
        self.outside = Some(outside.clone());
        self
    }

    /// Runs a test in block 1, and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        Now::set(self.now);
        ReportsPaused::set(false);
        Inactive::set(Vec::new());
        Heard::set(Vec::new());
        ListenerWeight::set(0);
        let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
        let mut ext = sp_io::TestExternalities::new(storage.expect("an empty genesis builds"));
        if let Some(outside) = self.outside {
            outside.register(&mut ext);
        }
        ext.execute_with(|| {
            System::set_block_number(1);
            frame_system::BlockHash::<Test>::insert(0, self.genesis);
            test();
            Devices::do_try_state().unwrap();
        });
    }
}
