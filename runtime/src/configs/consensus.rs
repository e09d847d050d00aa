//! Who makes blocks: Aura authors, GRANDPA finalizes, sessions hold the keys, validators come and go by session.

use super::governance::EnsureCouncil;
use crate::*;
use alloc::vec::Vec;
use frame_support::{
    parameter_types,
    storage::with_transaction,
    traits::{ConstBool, ConstU128, ConstU32, ConstU64, KeyOwnerProofSystem},
};
use frame_system::offchain::CreateBare;
use huangpu_primitives::{roles::Scope, traits::KeylessAccounts};
use pallet_members::EnsureMember;
use pallet_session::historical::{HistoricalSessions, IdentificationTuple};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::crypto::KeyTypeId;
use sp_runtime::{
    traits::{Convert, OpaqueKeys},
    DispatchError, TransactionOutcome,
};
use sp_staking::SessionIndex;

/// Most validators.
const MAX_VALIDATORS: u32 = 100;

/// How many sessions back an equivocation can be proved, and blocks per validator are told: a week's, if sessions
/// take ten minutes.
const SESSIONS_KEPT: u32 = 1_008;

parameter_types! {
    pub const ValidatorsScope: Scope = Scope::Validators;
}

impl pallet_authorship::Config for Runtime {
    type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
    type EventHandler = Authors;
}

/// Tells the validators' pallet who made a block.
pub struct Authors;

impl pallet_authorship::EventHandler<AccountId, BlockNumber> for Authors {
    fn note_author(author: AccountId) {
        Validators::note_author(&author);
    }
}

impl pallet_aura::Config for Runtime {
    type AuthorityId = AuraId;
    // A disabled author panics its own block, and stays disabled until the set changes.
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type SlotDuration = ConstU64<SLOT_MS>;
}

/// The validator of an account: an organisation's keyless one is its validator's, no other is anybody's.
pub struct ValidatorOf;

impl Convert<AccountId, Option<AccountId>> for ValidatorOf {
    fn convert(account: AccountId) -> Option<AccountId> {
        <Members as KeylessAccounts<AccountId>>::org_of(&account).map(|_| account)
    }
}

impl pallet_session::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ValidatorOf;
    type ShouldEndSession = Validators;
    type NextSessionRotation = Validators;
    type SessionManager = Sessions;
    type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
    type Keys = SessionKeys;
    // Equivocation removes at the next change; nobody is disabled in between.
    type DisablingStrategy = ();
    type Currency = Balances;
    type KeyDeposit = ConstU128<0>;
    type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

/// Nothing identifies a validator further than its account.
pub struct NoFurther;

impl Convert<AccountId, Option<()>> for NoFurther {
    fn convert(_: AccountId) -> Option<()> {
        Some(())
    }
}

impl pallet_session::historical::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type FullIdentification = ();
    type FullIdentificationOf = NoFurther;
}

/// The validators' sessions, with the history that proves equivocations, as far as it is kept.
///
/// The history is written for every session, with the keys as they are planned for it. The SDK's own wrapper writes it
/// only when the set changes, and copies it otherwise: then it has nothing after genesis, and old keys after a rotation.
/// To make it write, one would have to say that the set changed, and GRANDPA would change its authorities each time.
pub struct Sessions;

type History = pallet_session::historical::NoteHistoricalRoot<Runtime, AsPlanned>;

impl pallet_session::SessionManager<AccountId> for Sessions {
    fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
        let changed = <Validators as pallet_session::SessionManager<_>>::new_session(index);
        let _ = <History as pallet_session::SessionManager<_>>::new_session(index);
        changed
    }

    // The first set is that of the session pallet's own genesis.
    fn new_session_genesis(_: SessionIndex) -> Option<Vec<AccountId>> {
        None
    }

    fn start_session(index: SessionIndex) {
        <Validators as pallet_session::SessionManager<_>>::start_session(index);
    }

    fn end_session(index: SessionIndex) {
        Historical::prune_up_to(index.saturating_sub(SESSIONS_KEPT));
        <Validators as pallet_session::SessionManager<_>>::end_session(index);
    }
}

/// The planned set, for the history.
struct AsPlanned;

impl pallet_session::SessionManager<AccountId> for AsPlanned {
    fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
        Some(Validators::planned_accounts())
    }

    fn start_session(_: SessionIndex) {}

    fn end_session(_: SessionIndex) {}
}

impl pallet_session::historical::SessionManager<AccountId, ()> for AsPlanned {
    fn new_session(_: SessionIndex) -> Option<Vec<(AccountId, ())>> {
        Some(Validators::planned_accounts().into_iter().map(|account| (account, ())).collect())
    }

    fn start_session(_: SessionIndex) {}

    fn end_session(_: SessionIndex) {}
}

/// Proves whose a key is, by the history.
///
/// The SDK takes the keys of the running session to be those that validators set last. Who sets new ones votes with the
/// old ones for two sessions more, and nothing that they did could be proved: by setting keys again and again, for ever.
pub struct KeyOwners;

type FinalizerKey = (KeyTypeId, GrandpaId);

impl KeyOwnerProofSystem<FinalizerKey> for KeyOwners {
    type Proof = sp_session::MembershipProof;
    type IdentificationTuple = IdentificationTuple<Runtime>;

    fn prove(key: FinalizerKey) -> Option<Self::Proof> {
        as_if(put_running_keys, || Historical::prove(key))
    }

    fn check_proof(key: FinalizerKey, proof: Self::Proof) -> Option<Self::IdentificationTuple> {
        // There is none of the first two sessions.
        if !HistoricalSessions::<Runtime>::contains_key(proof.session) {
            return Historical::check_proof(key, proof);
        }
        // It was written when the session's keys were planned: what is asked of past sessions, is true of the running one.
        let all_are_past = || pallet_session::CurrentIndex::<Runtime>::put(SessionIndex::MAX);
        as_if(all_are_past, || Historical::check_proof(key, proof))
    }
}

/// The answer that there would be if something were otherwise. It stays as it is.
fn as_if<Answer>(change: impl FnOnce(), ask: impl FnOnce() -> Option<Answer>) -> Option<Answer> {
    let answer = with_transaction(|| {
        change();
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(ask()))
    });
    answer.ok().flatten()
}

/// Puts the keys that make blocks and finalize in the place of those that were set last: authorities stand in the order
/// of their validators. If they do not, since a change was dropped while finality stood still, the history knows better,
/// and the proof is refused.
fn put_running_keys() {
    let authors = pallet_aura::Authorities::<Runtime>::get();
    let keys = authors.into_iter().zip(Grandpa::grandpa_authorities());
    for (validator, (aura, (grandpa, _))) in Session::validators().into_iter().zip(keys) {
        pallet_session::NextKeys::<Runtime>::insert(validator, SessionKeys { aura, grandpa });
    }
}

impl pallet_grandpa::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type MaxNominators = ConstU32<0>;
    type MaxSetIdSessionEntries = ConstU64<{ SESSIONS_KEPT as u64 }>;
    type KeyOwnerProof = sp_session::MembershipProof;
    type EquivocationReportSystem = pallet_grandpa::EquivocationReportSystem<
        Self,
        Offences,
        KeyOwners,
        // In blocks: an evidence waits no longer in the pool.
        ConstU64<600>,
    >;
    // Upstream has no measured weights: see `runtime/tests/it/weights.rs`.
    type WeightInfo = ();
}

impl pallet_offences::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
    type OnOffenceHandler = Validators;
}

// How a node hands in evidence of an equivocation: an unsigned transaction of its own blocks.
impl<LocalCall> CreateBare<LocalCall> for Runtime
where
    RuntimeCall: From<LocalCall>,
{
    fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_bare(call)
    }
}

impl pallet_validators::Config for Runtime {
    type CouncilOrigin = EnsureCouncil;
    type OperatorOrigin = EnsureMember<Runtime, ValidatorsScope>;
    type Standing = Members;
    type Accounts = Members;
    type Sessions = Session;
    type Clock = Timestamp;
    type MinValidators = ConstU32<4>;
    type MaxValidators = ConstU32<MAX_VALIDATORS>;
    type UptimeSessions = ConstU32<SESSIONS_KEPT>;
    type WeightInfo = weights::pallet_validators::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = SessionOf;
}

/// Sets the running session's validators for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct SessionOf;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_validators::BenchmarkHelper<AccountId> for SessionOf {
    fn set_session(validators: Vec<AccountId>) {
        pallet_session::Validators::<Runtime>::put(validators);
    }
}
