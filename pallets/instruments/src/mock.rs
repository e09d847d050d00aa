//! A runtime of this pallet alone. The clock, and what is outstanding, are statics, which a test sets.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate as pallet_instruments;
use frame_support::{
    derive_impl, parameter_types,
    traits::{AsEnsureOriginWithArg, BuildGenesisConfig, Time},
};
use frame_system::{mocking::MockBlock, EnsureRoot};
use huangpu_primitives::{
    calendar::{Day, DAY_MS},
    instruments::InstrumentClass,
    traits::Outstanding,
};
use polkadot_sdk::*;
use sp_runtime::BuildStorage;

/// The first day.
pub(crate) const TODAY: Day = Day(20_000);

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
    #[runtime::pallet_index(31)]
    pub type Instruments = pallet_instruments;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
}

parameter_types! {
    /// The clock.
    pub static NowMs: u64 = TODAY.start();
    /// The classes of which something is outstanding.
    pub static Issued: Vec<InstrumentClass> = vec![];
}

pub struct Clock;
impl Time for Clock {
    type Moment = u64;
    fn now() -> u64 {
        NowMs::get()
    }
}

pub struct Issuers;
impl Outstanding for Issuers {
    fn is_outstanding(class: InstrumentClass) -> bool {
        Issued::get().contains(&class)
    }
}

impl pallet_instruments::Config for Test {
    type CouncilOrigin = AsEnsureOriginWithArg<EnsureRoot<u64>>;
    type Outstanding = Issuers;
    type Clock = Clock;
    type WeightInfo = ();
}

/// Lets days pass.
pub(crate) fn pass_days(days: u32) {
    NowMs::mutate(|now| *now += u64::from(days) * DAY_MS);
}

/// Sets the chain up.
#[derive(Default)]
pub(crate) struct ExtBuilder {
    simulated: Vec<InstrumentClass>,
}

impl ExtBuilder {
    /// Classes that are simulated from genesis.
    pub(crate) fn simulated(mut self, classes: &[InstrumentClass]) -> Self {
        self.simulated = classes.to_vec();
        self
    }

    /// Runs a test in block 1 of [`TODAY`], and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        NowMs::set(TODAY.start());
        Issued::set(vec![]);
        let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
        let mut ext = sp_io::TestExternalities::new(storage.expect("an empty genesis builds"));
        ext.execute_with(|| {
            // As if the clock of the genesis block were set: the pallet must not look at it.
            let genesis = pallet_instruments::GenesisConfig::<Test> {
                simulated: self.simulated,
                ..Default::default()
            };
            genesis.build();
            System::set_block_number(1);
            test();
            Instruments::do_try_state().unwrap();
        });
    }
}
