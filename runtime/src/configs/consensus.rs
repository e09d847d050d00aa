//! Who makes blocks: Aura authors, GRANDPA finalizes, sessions hold the keys.

use crate::*;
use frame_support::traits::{ConstBool, ConstU128, ConstU32, ConstU64};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::traits::{ConvertInto, OpaqueKeys};

/// Most validators.
const MAX_AUTHORITIES: u32 = 100;

/// Blocks in a session: ten minutes.
const SESSION: BlockNumber = 600;

frame_support::parameter_types! {
    pub const Period: BlockNumber = SESSION;
    pub const Offset: BlockNumber = 0;
}

impl pallet_aura::Config for Runtime {
    type AuthorityId = AuraId;
    // A disabled author panics its own block, and stays disabled until the set changes.
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type SlotDuration = ConstU64<SLOT_MS>;
}

impl pallet_session::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ConvertInto;
    type ShouldEndSession = pallet_session::PeriodicSessions<Period, Offset>;
    type NextSessionRotation = pallet_session::PeriodicSessions<Period, Offset>;
    // The set stays as genesis made it; keys can be changed.
    type SessionManager = ();
    type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
    type Keys = SessionKeys;
    type DisablingStrategy = ();
    type Currency = Balances;
    type KeyDeposit = ConstU128<0>;
    type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

impl pallet_grandpa::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
    type MaxNominators = ConstU32<0>;
    type MaxSetIdSessionEntries = ConstU64<0>;
    type KeyOwnerProof = sp_core::Void;
    type EquivocationReportSystem = ();
    // Upstream has no measured weights: see `runtime/tests/weights.rs`.
    type WeightInfo = ();
}
