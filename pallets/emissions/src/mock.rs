//! A runtime of this pallet alone. The meters are a static, which a test fills.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate as pallet_emissions;
use frame_support::{derive_impl, parameter_types, traits::EnsureOrigin};
use frame_system::{mocking::MockBlock, RawOrigin};
use huangpu_primitives::{
    traits::{DeviceDirectory, DeviceFacts, Direction},
    units::Unit,
    DeviceId, OrgId,
};
use polkadot_sdk::*;
use sp_runtime::BuildStorage;
use std::collections::BTreeMap;

/// A regulator, and its account.
pub(crate) const BUREAU: OrgId = OrgId(1);
pub(crate) const REGULATOR: u64 = 1;
/// An enterprise, and its account.
pub(crate) const STEEL: OrgId = OrgId(2);
pub(crate) const OWNER: u64 = 2;
/// Another enterprise.
pub(crate) const MILL: OrgId = OrgId(3);
pub(crate) const NEIGHBOUR: u64 = 3;
/// Another regulator.
pub(crate) const MINISTRY: OrgId = OrgId(4);
pub(crate) const MINISTER: u64 = 4;
/// An account of nobody.
pub(crate) const OUTSIDER: u64 = 9;
/// Most sources of a facility.
pub(crate) const MAX_SOURCES: u32 = 3;

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
    #[runtime::pallet_index(52)]
    pub type Emissions = pallet_emissions;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
}

parameter_types! {
    pub(crate) static Meters: BTreeMap<DeviceId, DeviceFacts> = BTreeMap::new();
    pub const MaxSources: u32 = MAX_SOURCES;
}

impl pallet_emissions::Config for Test {
    type MemberOrigin = EnsureMember;
    type RegulatorOrigin = EnsureRegulator;
    type Devices = Directory;
    type MaxSources = MaxSources;
    type WeightInfo = ();
}

/// Knows the devices in [`Meters`].
pub struct Directory;

impl DeviceDirectory for Directory {
    fn device(device: DeviceId) -> Option<DeviceFacts> {
        Meters::get().get(&device).copied()
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn register(org: OrgId, unit: Unit) -> DeviceId {
        register_meter(org, unit, Direction::Import)
    }
}

/// Registers a meter under the next id.
pub(crate) fn register_meter(org: OrgId, unit: Unit, direction: Direction) -> DeviceId {
    let device = DeviceId(Meters::get().len() as u32 + 1);
    Meters::mutate(|meters| meters.insert(device, DeviceFacts { org, unit, direction }));
    device
}

fn org_of(origin: &RuntimeOrigin) -> Option<OrgId> {
    match origin.clone().into() {
        Ok(RawOrigin::Signed(REGULATOR)) => Some(BUREAU),
        Ok(RawOrigin::Signed(OWNER)) => Some(STEEL),
        Ok(RawOrigin::Signed(NEIGHBOUR)) => Some(MILL),
        Ok(RawOrigin::Signed(MINISTER)) => Some(MINISTRY),
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
        org_of(&origin).filter(|org| [BUREAU, MINISTRY].contains(org)).ok_or(origin)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(REGULATOR))
    }
}

/// Sets the chain up.
#[derive(Default)]
pub(crate) struct ExtBuilder;

impl ExtBuilder {
    /// Runs a test in block 1, and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        Meters::set(BTreeMap::new());
        let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
        let mut ext = sp_io::TestExternalities::new(storage.expect("an empty genesis builds"));
        ext.execute_with(|| {
            System::set_block_number(1);
            test();
            Emissions::do_try_state().unwrap();
        });
    }
}
