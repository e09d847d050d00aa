//! The domain pallets, and how they meet.

use crate::*;
use frame_support::{
    parameter_types,
    traits::{ConstU32, ConstU64},
};
use frame_system::offchain::{
    CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase,
};
use huangpu_primitives::roles::{Role, Scope};
use pallet_members::{EnsureMember, EnsureRole};
use sp_runtime::generic::Era;

parameter_types! {
    pub const DevicesScope: Scope = Scope::Devices;
    pub const EmissionsScope: Scope = Scope::Emissions;
    pub const Regulator: Role = Role::Regulator;
}

/// A minute, in milliseconds.
const MINUTE: u64 = 60_000;

impl pallet_devices::Config for Runtime {
    type OwnerOrigin = EnsureMember<Runtime, DevicesScope>;
    type RegulatorOrigin = EnsureRole<Runtime, DevicesScope, Regulator>;
    type Organisations = Members;
    type OnReport = Emissions;
    type Clock = Timestamp;
    type ClockSkew = ConstU64<MINUTE>;
    // A compliance year, and the months in which its inventories are verified.
    type RetentionDays = ConstU32<550>;
    type WeightInfo = weights::pallet_devices::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Clock;
}

/// Sets the clock for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Clock;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_members::BenchmarkHelper for Clock {
    fn set_clock(now: u64) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }
}
#[cfg(feature = "runtime-benchmarks")]
impl pallet_seats::BenchmarkHelper for Clock {
    fn set_clock(now: u64) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }
}
#[cfg(feature = "runtime-benchmarks")]
impl pallet_devices::BenchmarkHelper for Clock {
    fn set_clock(now: u64) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }
}

impl pallet_emissions::Config for Runtime {
    type MemberOrigin = EnsureMember<Runtime, EmissionsScope>;
    type RegulatorOrigin = EnsureRole<Runtime, EmissionsScope, Regulator>;
    type Devices = Devices;
    type MaxSources = ConstU32<1_000>;
    type WeightInfo = weights::pallet_emissions::WeightInfo<Runtime>;
}

// How the off-chain worker makes its transactions.

impl<LocalCall> CreateTransactionBase<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    type Extrinsic = UncheckedExtrinsic;
    type RuntimeCall = RuntimeCall;
}

impl<LocalCall> CreateTransaction<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    type Extension = TxExtension;

    fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_transaction(call, extension)
    }
}

impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    fn create_extension() -> TxExtension {
        (
            frame_system::AuthorizeCall::new(),
            frame_system::CheckNonZeroSender::new(),
            frame_system::CheckSpecVersion::new(),
            frame_system::CheckTxVersion::new(),
            frame_system::CheckGenesis::new(),
            frame_system::CheckMortality::from(Era::Immortal),
            pallet_members::CheckMembership::new(),
            pallet_members::CheckNonce::from(0),
            frame_system::CheckWeight::new(),
            pallet_members::ChargeQuota::from(0),
            frame_system::WeightReclaim::new(),
        )
    }
}
