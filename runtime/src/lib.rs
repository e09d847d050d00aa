//! The Huangpu runtime: the pallets composed into one state machine.
//!
//! | file | holds |
//! |---|---|
//! | this one | the pallets and their numbers, the transaction format |
//! | [`configs`] | how each pallet is set up |
//! | [`apis`] | what nodes and clients may ask |
//! | [`genesis_config_presets`] | the chains `dev` and `local` |
//! | [`migrations`] | changes of storage layout |
//! | [`weights`] | measured weights, generated |

#![cfg_attr(not(feature = "std"), no_std)]
// The macros that compose a runtime nest deeply.
#![recursion_limit = "256"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod genesis_config_presets;
pub mod migrations;
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use polkadot_sdk::*;
use sp_runtime::{
    generic, impl_opaque_keys,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
    MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

/// Number of a block.
pub type BlockNumber = u32;
/// Signature of a transaction.
pub type Signature = MultiSignature;
/// Who signs transactions.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// Amount of the currency that is never issued; the SDK's pallets want one.
pub type Balance = u128;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// A hash.
pub type Hash = sp_core::H256;
/// How transactions name accounts.
pub type Address = MultiAddress<AccountId, ()>;
/// Header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// What the node needs to know of blocks and keys, without knowing the calls in them.
pub mod opaque {
    use super::*;
    pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

    /// Header of a block.
    pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
    /// A block.
    pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
    /// A validator's keys.
    pub struct SessionKeys {
        /// Authors blocks.
        pub aura: Aura,
        /// Finalizes them.
        pub grandpa: Grandpa,
    }
}

/// The runtime's version. `spec_version` grows with every release, `transaction_version` with every
/// change of a call or extension that existing signatures would not survive.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
    spec_name: Cow::Borrowed("huangpu"),
    impl_name: Cow::Borrowed("huangpu"),
    authoring_version: 1,
    spec_version: 104,
    impl_version: 1,
    apis: apis::RUNTIME_API_VERSIONS,
    transaction_version: 2,
    system_version: 1,
};

/// Length of a slot, in milliseconds. It cannot change after genesis.
pub const SLOT_MS: u64 = 1_000;

/// What a transaction carries beside its call, in order; see
/// `docs/adr/0004-extension-and-error-numbers.md`.
pub type TxExtension = (
    frame_system::AuthorizeCall<Runtime>,
    frame_system::CheckNonZeroSender<Runtime>,
    frame_system::CheckSpecVersion<Runtime>,
    frame_system::CheckTxVersion<Runtime>,
    frame_system::CheckGenesis<Runtime>,
    frame_system::CheckMortality<Runtime>,
    pallet_members::CheckMembership<Runtime>,
    pallet_members::CheckNonce<Runtime>,
    frame_system::CheckWeight<Runtime>,
    pallet_members::ChargeQuota<Runtime>,
    frame_system::WeightReclaim<Runtime>,
);

/// A transaction or inherent as it stands in a block.
pub type UncheckedExtrinsic =
    generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What a transaction's signature covers.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Executes blocks.
pub type Executive = frame_executive::Executive<
    Runtime,
    Block,
    frame_system::ChainContext<Runtime>,
    Runtime,
    AllPalletsWithSystem,
>;

/// The pallets. Numbers are for ever: 0 system, 10 money, 20 consensus, 30 governance, 50 domains.
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
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Runtime;

    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(1)]
    pub type Timestamp = pallet_timestamp;
    #[runtime::pallet_index(2)]
    pub type Migrations = pallet_migrations;
    #[runtime::pallet_index(3)]
    pub type Multisig = pallet_multisig;
    #[runtime::pallet_index(4)]
    pub type Utility = pallet_utility;
    #[runtime::pallet_index(5)]
    pub type Proxy = pallet_proxy;

    #[runtime::pallet_index(10)]
    pub type Balances = pallet_balances;
    #[runtime::pallet_index(11)]
    pub type Assets = pallet_assets;
    #[runtime::pallet_index(12)]
    pub type Money = pallet_money;
    #[runtime::pallet_index(13)]
    pub type Intervals = pallet_intervals;

    // Pallets run in the order of their numbers. A block's author is looked up among the validators of its own
    // session, so before the session may end with it.
    #[runtime::pallet_index(19)]
    pub type Authorship = pallet_authorship;
    #[runtime::pallet_index(20)]
    pub type Aura = pallet_aura;
    #[runtime::pallet_index(21)]
    pub type Session = pallet_session;
    #[runtime::pallet_index(22)]
    pub type Grandpa = pallet_grandpa;
    #[runtime::pallet_index(23)]
    pub type Validators = pallet_validators;
    #[runtime::pallet_index(24)]
    pub type Historical = pallet_session::historical;
    #[runtime::pallet_index(25)]
    pub type Offences = pallet_offences;
    #[runtime::pallet_index(26)]
    pub type Nodes = pallet_nodes;

    #[runtime::pallet_index(30)]
    pub type Sudo = pallet_sudo;
    #[runtime::pallet_index(31)]
    pub type Instruments = pallet_instruments;
    #[runtime::pallet_index(32)]
    pub type Council = pallet_collective<Instance1>;
    #[runtime::pallet_index(33)]
    pub type Seats = pallet_seats;
    #[runtime::pallet_index(34)]
    pub type Preimage = pallet_preimage;
    #[runtime::pallet_index(35)]
    pub type Scheduler = pallet_scheduler;
    #[runtime::pallet_index(36)]
    pub type SafeMode = pallet_safe_mode;
    #[runtime::pallet_index(37)]
    pub type TxPause = pallet_tx_pause;

    #[runtime::pallet_index(50)]
    pub type Members = pallet_members;
    #[runtime::pallet_index(51)]
    pub type Devices = pallet_devices;
    #[runtime::pallet_index(52)]
    pub type Emissions = pallet_emissions;
}
