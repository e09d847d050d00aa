//! Upgrades from earlier releases: their own runtimes make the state, this one's migrations take it over, and the chain
//! goes on.

mod from_101;
mod from_102;
mod from_103;

use codec::{Decode, Encode};
use huangpu_primitives::OrgId;
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
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
    traits::{Header as _, TransactionExtension},
    Digest, DigestItem,
};
use std::sync::LazyLock;

/// An earlier release, as its node carried it.
struct Release {
    version: u32,
    code: &'static [u8],
}

const RELEASE_101: Release = Release {
    version: 101,
    code: include_bytes!("../../../runtime/releases/101.compact.compressed.wasm"),
};
const RELEASE_102: Release = Release {
    version: 102,
    code: include_bytes!("../../../runtime/releases/102.compact.compressed.wasm"),
};
const RELEASE_103: Release = Release {
    version: 103,
    code: include_bytes!("../../../runtime/releases/103.compact.compressed.wasm"),
};

/// First of June 2026, in the chain's calendar.
const FIRST_SLOT: u64 = 1_780_243_200;
const DAY: u64 = 24 * 60 * 60;

/// A chain of an earlier release.
struct Before {
    release: Release,
    state: TestExternalities,
    parent: H256,
    number: BlockNumber,
    slot: u64,
}

impl Before {
    fn of_preset(release: Release, preset: &str) -> Self {
        let code = RuntimeBlob::uncompress_if_needed(release.code).expect("it is a runtime");
        let code = code.serialize();
        let caller: GenesisConfigBuilderRuntimeCaller<'_, ()> =
            GenesisConfigBuilderRuntimeCaller::new(&code);
        let genesis = caller.get_storage_for_named_preset(Some(&preset.to_string()));
        let state = genesis.expect("the release had this preset").into();
        Self { release, state, parent: H256::zero(), number: 0, slot: FIRST_SLOT }
    }

    /// Asks the old runtime.
    fn call<T: Decode>(&mut self, name: &str, arguments: &[u8]) -> T {
        // Each release is compiled once for all tests.
        static EXECUTOR: LazyLock<WasmExecutor<sp_io::SubstrateHostFunctions>> =
            LazyLock::new(|| WasmExecutor::builder().build());
        let code = WrappedRuntimeCode(self.release.code.into());
        let hash = self.release.version.encode();
        let code = RuntimeCode { code_fetcher: &code, heap_pages: None, hash };
        let mut state = self.state.ext();
        let (answer, _) = EXECUTOR.call(&mut state, &code, name, arguments, CallContext::Offchain);
        let answer = answer.unwrap_or_else(|e| panic!("{name}: {e}"));
        T::decode(&mut answer.as_slice()).expect("it answers as it says")
    }

    fn apply(&mut self, transaction: &UncheckedExtrinsic) {
        let applied: sp_runtime::ApplyExtrinsicResult =
            self.call("BlockBuilder_apply_extrinsic", &transaction.encode());
        applied.expect("it is valid").expect("it succeeds");
    }

    /// Makes a block.
    fn next_block(&mut self) {
        self.block_of(&[]);
    }

    fn block_of(&mut self, transactions: &[UncheckedExtrinsic]) {
        self.number += 1;
        self.slot += 1;
        let header = header(self.number, self.parent, self.slot);
        let _: sp_runtime::ExtrinsicInclusionMode =
            self.call("Core_initialize_block", &header.encode());
        self.apply(&clock(self.slot));
        transactions.iter().for_each(|transaction| self.apply(transaction));
        let header: Header = self.call("BlockBuilder_finalize_block", &[]);
        self.parent = header.hash();
    }

    /// A transaction as the release takes it. Its extensions and calls were the same.
    fn signed(&mut self, who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
        let (account, call) = (who.to_account_id(), call.into());
        let nonce: Nonce = self.call("AccountNonceApi_account_nonce", &account.encode());
        let extension: TxExtension = (
            frame_system::AuthorizeCall::new(),
            frame_system::CheckNonZeroSender::new(),
            frame_system::CheckSpecVersion::new(),
            frame_system::CheckTxVersion::new(),
            frame_system::CheckGenesis::new(),
            frame_system::CheckMortality::from(sp_runtime::generic::Era::Immortal),
            pallet_members::CheckMembership::new(),
            pallet_members::CheckNonce::from(nonce),
            frame_system::CheckWeight::new(),
            pallet_members::ChargeQuota::from(0),
            frame_system::WeightReclaim::new(),
        );
        let mut implicit = self.state.execute_with(|| extension.implicit()).expect("it has one");
        implicit.2 = self.release.version;
        let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
        let signature = payload.using_encoded(|bytes| who.sign(bytes));
        UncheckedExtrinsic::new_signed(call, account.into(), signature.into(), extension)
    }

    /// Takes the chain over, until all migrations are done.
    fn upgrade(mut self, look: impl FnOnce()) {
        self.state.execute_with(|| {
            let before = System::last_runtime_upgrade_spec_version();
            assert_eq!(before, self.release.version);
            assert!(before < VERSION.spec_version, "it is no earlier release");
            begin_block(self.number + 1, self.parent);
            assert_eq!(System::last_runtime_upgrade_spec_version(), VERSION.spec_version);
            // Those that take their time begin with this block's end.
            for _ in 0..10 {
                next_block();
                if !pallet_migrations::Cursor::<Runtime>::exists() {
                    break;
                }
            }
            assert!(!pallet_migrations::Cursor::<Runtime>::exists(), "they do not end");
            sound();
            look();
            sound();
        });
    }
}

/// Takes a chain of a release over, after some blocks.
fn upgraded(release: Release, preset: &str, look: impl FnOnce()) {
    let mut chain = Before::of_preset(release, preset);
    (0..3).for_each(|_| chain.next_block());
    chain.upgrade(look);
}

fn header(number: BlockNumber, parent: H256, slot: u64) -> Header {
    let seal = DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode());
    Header::new(number, H256::zero(), H256::zero(), parent, Digest { logs: vec![seal] })
}

fn clock(slot: u64) -> UncheckedExtrinsic {
    let clock = pallet_timestamp::Call::<Runtime>::set { now: slot * SLOT_MS };
    UncheckedExtrinsic::new_bare(clock.into())
}

fn begin_block(number: BlockNumber, parent: H256) {
    let slot = u64::from(pallet_aura::CurrentSlot::<Runtime>::get()) + 1;
    Executive::initialize_block(&header(number, parent, slot));
    Executive::apply_extrinsic(clock(slot)).unwrap().unwrap();
}

fn next_block() {
    let header = Executive::finalize_block();
    begin_block(header.number + 1, header.hash());
}

/// Makes blocks until so many sessions are over.
fn pass_sessions(count: u32) {
    let until = Session::current_index() + count;
    while Session::current_index() < until {
        next_block();
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
    Nodes::do_try_state().unwrap();
    Money::do_try_state().unwrap();
    Intervals::do_try_state().unwrap();
}

fn authorities() -> usize {
    assert_eq!(
        Grandpa::grandpa_authorities().len(),
        pallet_aura::Authorities::<Runtime>::get().len()
    );
    Grandpa::grandpa_authorities().len()
}
