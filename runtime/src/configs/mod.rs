//! How each pallet is set up: the system here, the others in a file per band.

mod brakes;
mod consensus;
mod domains;
mod governance;
mod members;
mod money;
mod nodes;
mod together;

pub use brakes::{NeverPaused, Vital};
pub(crate) use consensus::KeyOwners;
pub(crate) use governance::motion_views;
pub use governance::{EnsureCouncil, Motions};
pub use members::{Calls, Held, Listeners, Rates};
pub use money::Issued;
pub use together::ProxyType;

use crate::*;
use frame_support::{
    derive_impl,
    dispatch::DispatchClass,
    parameter_types,
    traits::{ConstU32, ConstU64, Contains, InsideBoth},
    weights::{
        constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_MILLIS},
        Weight,
    },
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::Perbill;

/// How much of a block transactions may fill; the rest is for operational calls and hooks.
const NORMAL_PERCENT: u64 = 75;
const NORMAL: Perbill = Perbill::from_percent(NORMAL_PERCENT as u32);

/// Declared execution time of a full block. Declared weights are about twice the real time, so this
/// limit binds before the proposer's deadline at half of a slot does
/// (`docs/adr/0013-the-time-of-a-block.md`).
const BLOCK_MS: u64 = 860;

/// Most bytes of a block.
const BLOCK_BYTES: u32 = 5 * 1024 * 1024;

/// What transactions may fill of a block: picoseconds of declared weight, and bytes.
const TRANSACTION_TIME: u64 = BLOCK_MS * WEIGHT_REF_TIME_PER_MILLIS / 100 * NORMAL_PERCENT;
const TRANSACTION_BYTES: u64 = BLOCK_BYTES as u64 / 100 * NORMAL_PERCENT;

parameter_types! {
    pub const Version: RuntimeVersion = VERSION;
    pub const BlockHashCount: BlockNumber = 2_400;
    pub RuntimeBlockWeights: BlockWeights = BlockWeights::with_sensible_defaults(
        Weight::from_parts(BLOCK_MS * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX),
        NORMAL,
    );
    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(BLOCK_BYTES)
        .modify_max_length_for_class(DispatchClass::Normal, |max| *max = NORMAL * BLOCK_BYTES)
        .build();
    pub MaxServiceWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

/// What is never called: the currency and the assets, since money moves only through the calls of our own pallets, and
/// what makes accounts that act for nobody.
pub struct Meaningful;
impl Contains<RuntimeCall> for Meaningful {
    fn contains(call: &RuntimeCall) -> bool {
        use pallet_proxy::Call as Proxies;
        !matches!(
            call,
            RuntimeCall::Balances(_)
                | RuntimeCall::Assets(_)
                | RuntimeCall::Proxy(Proxies::create_pure { .. } | Proxies::kill_pure { .. })
        )
    }
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type Block = Block;
    type BlockWeights = RuntimeBlockWeights;
    type BlockLength = RuntimeBlockLength;
    type BaseCallFilter = InsideBoth<Meaningful, brakes::Brakes>;
    type AccountId = AccountId;
    type Nonce = Nonce;
    type Hash = Hash;
    type BlockHashCount = BlockHashCount;
    type DbWeight = ParityDbWeight;
    type Version = Version;
    type AccountData = pallet_balances::AccountData<Balance>;
    type SS58Prefix = frame_support::traits::ConstU16<42>;
    // A non-sufficient asset account needs two spare consumer references.
    type MaxConsumers = ConstU32<128>;
    type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
    type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
    type SingleBlockMigrations = migrations::SingleBlock;
    type MultiBlockMigrator = Migrations;
}

impl pallet_timestamp::Config for Runtime {
    type Moment = u64;
    type OnTimestampSet = Aura;
    type MinimumPeriod = ConstU64<{ SLOT_MS / 2 }>;
    type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_migrations::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Migrations = migrations::MultiBlock;
    type CursorMaxLen = ConstU32<65_536>;
    type IdentifierMaxLen = ConstU32<256>;
    type MigrationStatusHandler = ();
    // A half-done migration must not be worked on top of: stop, and let the operators decide.
    type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
    type MaxServiceWeight = MaxServiceWeight;
    type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}
