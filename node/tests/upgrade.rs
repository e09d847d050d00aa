//! An upgrade from the release before: its own runtime makes the state, this one's migrations take it over, and the
//! chain goes on.

use codec::{Decode, Encode};
use huangpu_primitives::{
    apis::{Standing, ValidatorState},
    traits::{KeylessAccounts, OnStanding},
    OrgId,
};
use huangpu_runtime::*;
use polkadot_sdk::{
    sc_chain_spec::GenesisConfigBuilderRuntimeCaller, sc_executor::WasmExecutor,
    sc_executor_common::runtime_blob::RuntimeBlob, *,
};
use sp_core::{
    traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
    H256,
};
use sp_io::TestExternalities;
use sp_runtime::{traits::Header as _, Digest, DigestItem};
use std::sync::LazyLock;

/// The release before, as its node carried it.
const BEFORE: &[u8] = include_bytes!("../../runtime/releases/101.compact.compressed.wasm");

/// First of June 2026, in the chain's calendar.
const FIRST_SLOT: u64 = 1_780_243_200;

/// A chain of the release before.
struct Before {
    state: TestExternalities,
    parent: H256,
    number: BlockNumber,
}

impl Before {
    fn of_preset(preset: &str) -> Self {
        let code = RuntimeBlob::uncompress_if_needed(BEFORE).expect("it is a runtime").serialize();
        let caller: GenesisConfigBuilderRuntimeCaller<'_, ()> =
            GenesisConfigBuilderRuntimeCaller::new(&code);
        let genesis = caller.get_storage_for_named_preset(Some(&preset.to_string()));
        let state = genesis.expect("the release had this preset").into();
        Self { state, parent: H256::zero(), number: 0 }
    }

    /// Asks the old runtime.
    fn call<T: Decode>(&mut self, name: &str, arguments: &[u8]) -> T {
        // Compiled once for all tests.
        static EXECUTOR: LazyLock<WasmExecutor<sp_io::SubstrateHostFunctions>> =
            LazyLock::new(|| WasmExecutor::builder().build());
        let code = WrappedRuntimeCode(BEFORE.into());
        let code = RuntimeCode { code_fetcher: &code, heap_pages: None, hash: vec![101] };
        let mut state = self.state.ext();
        let (answer, _) = EXECUTOR.call(&mut state, &code, name, arguments, CallContext::Offchain);
        let answer = answer.unwrap_or_else(|e| panic!("{name}: {e}"));
        T::decode(&mut answer.as_slice()).expect("it answers as it says")
    }

    /// Makes a block.
    fn next_block(&mut self) {
        self.number += 1;
        let slot = FIRST_SLOT + u64::from(self.number);
        let seal = DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode());
        let digest = Digest { logs: vec![seal] };
        let header = Header::new(self.number, H256::zero(), H256::zero(), self.parent, digest);
        let _: sp_runtime::ExtrinsicInclusionMode =
            self.call("Core_initialize_block", &header.encode());
        let clock = pallet_timestamp::Call::<Runtime>::set { now: slot * SLOT_MS };
        let clock = UncheckedExtrinsic::new_bare(clock.into());
        let applied: sp_runtime::ApplyExtrinsicResult =
            self.call("BlockBuilder_apply_extrinsic", &clock.encode());
        applied.expect("it is valid").expect("it succeeds");
        let header: Header = self.call("BlockBuilder_finalize_block", &[]);
        self.parent = header.hash();
    }
}

/// Takes a chain of the release before over, after some blocks.
fn upgraded(preset: &str, look: impl FnOnce()) {
    let mut chain = Before::of_preset(preset);
    (0..3).for_each(|_| chain.next_block());
    let (number, parent) = (chain.number, chain.parent);
    chain.state.execute_with(|| {
        let before = System::last_runtime_upgrade_spec_version();
        assert!(before < VERSION.spec_version, "{before} is no earlier release");
        begin_block(number + 1, parent);
        assert_eq!(System::last_runtime_upgrade_spec_version(), VERSION.spec_version);
        sound();
        look();
        sound();
    });
}

fn begin_block(number: BlockNumber, parent: H256) {
    let slot = FIRST_SLOT + u64::from(number);
    let seal = DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode());
    let digest = Digest { logs: vec![seal] };
    let header = Header::new(number, H256::zero(), H256::zero(), parent, digest);
    Executive::initialize_block(&header);
    let clock = pallet_timestamp::Call::<Runtime>::set { now: slot * SLOT_MS };
    Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(clock.into())).unwrap().unwrap();
}

/// Makes blocks until so many sessions are over.
fn pass_sessions(count: u32) {
    let until = Session::current_index() + count;
    while Session::current_index() < until {
        let header = Executive::finalize_block();
        begin_block(header.number + 1, header.hash());
    }
}

/// Every pallet's invariants hold.
fn sound() {
    Members::do_try_state().unwrap();
    Devices::do_try_state().unwrap();
    Emissions::do_try_state().unwrap();
    Instruments::do_try_state().unwrap();
    Seats::do_try_state().unwrap();
    Validators::do_try_state().unwrap();
}

fn authorities() -> usize {
    assert_eq!(
        Grandpa::grandpa_authorities().len(),
        pallet_aura::Authorities::<Runtime>::get().len()
    );
    Grandpa::grandpa_authorities().len()
}

#[test]
fn the_one_validator_of_dev_is_its_organisations_from_now_on() {
    upgraded("development", || {
        let set = Validators::set_view();
        assert_eq!((set.authors, set.planned), (vec![OrgId(1)], vec![OrgId(1)]));
        assert_eq!(Validators::validator_view(OrgId(1)).unwrap().state, ValidatorState::Active);
        let keys = pallet_aura::Authorities::<Runtime>::get();
        pass_sessions(3);
        assert_eq!(pallet_aura::Authorities::<Runtime>::get(), keys);
    });
}

#[test]
fn of_two_validators_of_one_organisation_the_second_leaves() {
    upgraded("local_testnet", || {
        // //Charlie and //Dave both belonged to the institute.
        assert_eq!(Validators::set_view().planned, [OrgId(1), OrgId(2), OrgId(3)]);
        assert_eq!(authorities(), 4);
        pass_sessions(2);
        assert_eq!(authorities(), 3);
        assert_eq!(Validators::set_view().authors, [OrgId(1), OrgId(2), OrgId(3)]);
    });
}

#[test]
fn who_had_a_seat_votes_on_motions() {
    upgraded("local_testnet", || {
        let bureau = <Members as KeylessAccounts<AccountId>>::account_of(OrgId(1));
        let bench = pallet_collective::Members::<Runtime, configs::Motions>::get();
        assert_eq!(bench, [bureau]);
        // Seats follow standings from here on.
        configs::Listeners::on_standing(OrgId(1), Standing::Active, Standing::Active);
        assert_eq!(pallet_collective::Members::<Runtime, configs::Motions>::get().len(), 1);
    });
}

#[test]
fn equivocations_can_be_proved_after_it() {
    upgraded("local_testnet", || {
        pass_sessions(2);
        let session = Session::current_index();
        let root = pallet_session::historical::HistoricalSessions::<Runtime>::get(session);
        assert!(root.is_some());
    });
}
