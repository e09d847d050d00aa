//! A chain without a node: the whole runtime over the `development` preset, driven block by block
//! through the same entry points that a node uses.

use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use huangpu_primitives::{
    apis::Standing,
    report::{DeviceKey, Report, Signature, SignedReport, NO_PREVIOUS},
    roles::{Scope, Scopes},
    traits::Direction,
    units::Unit,
    DeviceId, Millis, OrgId,
};
use huangpu_runtime::{configs::Motions, *};
use polkadot_sdk::*;
use sp_core::{ed25519, Pair, H256};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
    generic::Era,
    traits::{Hash as _, Header as _, TransactionExtension},
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
    ApplyExtrinsicResult, BuildStorage, Digest, DigestItem, DispatchResult,
};

pub(crate) const REGULATOR: Sr25519Keyring = Sr25519Keyring::Alice;
pub(crate) const STEEL_WORKS: Sr25519Keyring = Sr25519Keyring::Bob;
pub(crate) const VERIFIER: Sr25519Keyring = Sr25519Keyring::Charlie;
pub(crate) const BANK_KEY: Sr25519Keyring = Sr25519Keyring::Dave;
pub(crate) const OUTSIDER: Sr25519Keyring = Sr25519Keyring::Ferdie;

pub(crate) const BUREAU: OrgId = OrgId(1);
pub(crate) const WORKS: OrgId = OrgId(2);
pub(crate) const INSTITUTE: OrgId = OrgId(3);
pub(crate) const BANK: OrgId = OrgId(4);

/// The organisations that run the chain and sit in its council, with their controllers.
pub(crate) const FOUNDERS: [(OrgId, Sr25519Keyring); 4] =
    [(BUREAU, REGULATOR), (WORKS, STEEL_WORKS), (INSTITUTE, VERIFIER), (BANK, BANK_KEY)];

/// 2026-01-01T00:00+08:00.
pub(crate) const NEW_YEAR: Millis = 1_767_196_800_000;
pub(crate) const HOUR: Millis = 3_600_000;
/// When the first block is made: three months later.
pub(crate) const FIRST_BLOCK: Millis = NEW_YEAR + 90 * 24 * HOUR;

/// Runs a journey on a fresh chain, and checks every pallet's invariants after it.
pub(crate) fn on_dev_chain(journey: impl FnOnce()) {
    genesis_of(genesis_config_presets::development()).execute_with(|| {
        System::set_block_number(0);
        next_block();
        journey();
        check_invariants();
    });
}

/// As [`on_dev_chain`], on a chain without root key that four organisations run: sessions are of ten blocks.
pub(crate) fn on_local_chain(journey: impl FnOnce()) {
    let mut preset = genesis_config_presets::local();
    merge(&mut preset, serde_json::json!({ "validators": { "sessionBlocks": SESSION } }));
    genesis_of(preset).execute_with(|| {
        System::set_block_number(0);
        next_block();
        journey();
        check_invariants();
    });
}

/// Blocks of a session on the chain that four organisations run.
pub(crate) const SESSION: u32 = 10;

/// The genesis state of a preset.
pub(crate) fn genesis_of(preset: serde_json::Value) -> sp_io::TestExternalities {
    let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
    merge(&mut config, preset);
    let genesis: RuntimeGenesisConfig = serde_json::from_value(config).unwrap();
    genesis.build_storage().unwrap().into()
}

fn merge(into: &mut serde_json::Value, patch: serde_json::Value) {
    match (into, patch) {
        (serde_json::Value::Object(into), serde_json::Value::Object(patch)) => {
            for (key, value) in patch {
                merge(into.entry(key).or_insert(serde_json::Value::Null), value);
            }
        }
        (into, patch) => *into = patch,
    }
}

pub(crate) fn check_invariants() {
    Members::do_try_state().unwrap();
    Devices::do_try_state().unwrap();
    Emissions::do_try_state().unwrap();
    Instruments::do_try_state().unwrap();
    Seats::do_try_state().unwrap();
    Validators::do_try_state().unwrap();
    Nodes::do_try_state().unwrap();
    Money::do_try_state().unwrap();
    Intervals::do_try_state().unwrap();
    the_bench_is_the_seats();
}

/// Whoever is seated and in good standing votes on motions, and nobody else.
fn the_bench_is_the_seats() {
    let mut seated: Vec<AccountId> = pallet_members::Seats::<Runtime>::iter_keys()
        // By the record: a day that is over, and not yet worked off, takes nobody from the bench.
        .filter(|org| {
            let access = pallet_members::Accesses::<Runtime>::get(org);
            access.is_some_and(|access| access.standing == Standing::Active)
        })
        .map(Members::account_of)
        .collect();
    seated.sort();
    let bench = pallet_collective::Members::<Runtime, Motions>::get();
    assert_eq!(bench, seated);
}

/// Ends the block that is open, if one is, and opens the next: its header, and its clock.
pub(crate) fn next_block() {
    block_at(next_slot());
}

/// As [`next_block`], skipping slots until one is that of an author, by its place among the authorities.
pub(crate) fn next_block_by(author: u64) {
    let authors = pallet_aura::Authorities::<Runtime>::get().len() as u64;
    let slot = next_slot();
    block_at(slot + (authors + author - slot % authors) % authors);
}

/// Lets slots pass without a block.
pub(crate) fn skip_slots(slots: u64) {
    pallet_aura::CurrentSlot::<Runtime>::mutate(|slot| *slot = (next_slot() - 1 + slots).into());
}

fn next_slot() -> u64 {
    let last = *pallet_aura::CurrentSlot::<Runtime>::get();
    last.max(FIRST_BLOCK / SLOT_MS) + 1
}

fn block_at(slot: u64) {
    let parent = if System::block_number() == 0 {
        System::block_hash(0)
    } else {
        Executive::finalize_block().hash()
    };
    let number = System::block_number() + 1;
    let now = slot * SLOT_MS;
    let slot = sp_consensus_aura::Slot::from(slot);
    let seal = DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode());
    let digest = Digest { logs: vec![seal] };
    let header = Header::new(number, H256::zero(), H256::zero(), parent, digest);
    Executive::initialize_block(&header);
    let clock = pallet_timestamp::Call::<Runtime>::set { now };
    let inherent = UncheckedExtrinsic::new_bare(clock.into());
    Executive::apply_extrinsic(inherent).unwrap().unwrap();
}

/// The extension of a transaction.
pub(crate) fn extension(nonce: Nonce, tip: u128) -> TxExtension {
    (
        frame_system::AuthorizeCall::new(),
        frame_system::CheckNonZeroSender::new(),
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(Era::Immortal),
        pallet_members::CheckMembership::new(),
        pallet_members::CheckNonce::from(nonce),
        frame_system::CheckWeight::new(),
        pallet_members::ChargeQuota::from(tip),
        frame_system::WeightReclaim::new(),
    )
}

/// A signed transaction with a tip.
pub(crate) fn signed_with_tip(
    who: Sr25519Keyring,
    call: impl Into<RuntimeCall>,
    tip: u128,
) -> UncheckedExtrinsic {
    sign(who, call.into(), System::account_nonce(who.to_account_id()), tip)
}

/// A signed transaction with a nonce of one's choice.
pub(crate) fn signed_with_nonce(
    who: Sr25519Keyring,
    call: impl Into<RuntimeCall>,
    nonce: Nonce,
) -> UncheckedExtrinsic {
    sign(who, call.into(), nonce, 0)
}

fn sign(who: Sr25519Keyring, call: RuntimeCall, nonce: Nonce, tip: u128) -> UncheckedExtrinsic {
    let account = who.to_account_id();
    let extension = extension(nonce, tip);
    let implicit = extension.implicit().unwrap();
    let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
    let signature = payload.using_encoded(|bytes| who.sign(bytes));
    UncheckedExtrinsic::new_signed(call, account.into(), signature.into(), extension)
}

/// A signed transaction.
pub(crate) fn signed(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
    signed_with_tip(who, call, 0)
}

/// Sends a signed call through pool and block.
pub(crate) fn send(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
    let transaction = signed(who, call);
    validate(transaction.clone())?;
    Executive::apply_extrinsic(transaction)
}

/// Sends a signed call that must succeed.
pub(crate) fn succeed(who: Sr25519Keyring, call: impl Into<RuntimeCall>) {
    send(who, call).expect("the pool accepts it").expect("it succeeds");
}

/// Makes a call with the root key: the council's, while there is none.
pub(crate) fn try_by_council(call: impl Into<RuntimeCall>) -> DispatchResult {
    succeed(REGULATOR, pallet_sudo::Call::<Runtime>::sudo { call: Box::new(call.into()) });
    let events = System::events().into_iter().rev();
    let mut results = events.filter_map(|record| match record.event {
        RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result }) => Some(sudo_result),
        _ => None,
    });
    results.next().expect("sudo tells how it went")
}

/// Makes a call of the council that must succeed.
pub(crate) fn by_council(call: impl Into<RuntimeCall>) {
    try_by_council(call).expect("it succeeds");
}

/// Sends a call from an organisation's keyless account.
pub(crate) fn send_as(
    org: OrgId,
    who: Sr25519Keyring,
    call: impl Into<RuntimeCall>,
) -> ApplyExtrinsicResult {
    send(who, pallet_members::Call::<Runtime>::act_as { org, call: Box::new(call.into()) })
}

/// Moves a motion of the whole council and takes it as far as `ayes` agreeing seats, the first ones of the founders;
/// what became of its call, if it was made.
pub(crate) fn motion(ayes: usize, call: impl Into<RuntimeCall>) -> Option<DispatchResult> {
    use pallet_collective::Call as Motion;
    let call: RuntimeCall = call.into();
    let (length, weight) = (call.encoded_size() as u32, call.get_dispatch_info().call_weight);
    let hash = sp_runtime::traits::BlakeTwo256::hash_of(&call);
    let index = pallet_collective::ProposalCount::<Runtime, Motions>::get();
    let by = |(org, who): (OrgId, Sr25519Keyring), call: Motion<Runtime, Motions>| {
        send_as(org, who, RuntimeCall::Council(call))
            .expect("the pool accepts it")
            .expect("it succeeds");
    };
    let proposal = Box::new(call);
    by(FOUNDERS[0], Motion::propose { threshold: ayes as u32, proposal, length_bound: length });
    for seat in FOUNDERS.into_iter().take(ayes) {
        by(seat, Motion::vote { proposal: hash, index, approve: true });
    }
    let proposal_weight_bound = weight;
    by(
        FOUNDERS[0],
        Motion::close { proposal_hash: hash, index, proposal_weight_bound, length_bound: length },
    );
    System::events().into_iter().rev().find_map(|record| match record.event {
        RuntimeEvent::Council(pallet_collective::Event::Executed { result, proposal_hash })
            if proposal_hash == hash =>
        {
            Some(result)
        }
        _ => None,
    })
}

/// Scopes.
pub(crate) fn scopes(scopes: &[Scope]) -> Scopes {
    scopes.iter().copied().collect::<std::collections::BTreeSet<_>>().try_into().unwrap()
}

/// Puts a transaction into the block; one that is refused leaves no trace, as with a block's author.
pub(crate) fn apply(transaction: UncheckedExtrinsic) -> ApplyExtrinsicResult {
    use frame_support::storage::{with_transaction_unchecked, TransactionOutcome};
    with_transaction_unchecked(|| match Executive::apply_extrinsic(transaction) {
        Ok(outcome) => TransactionOutcome::Commit(Ok(outcome)),
        Err(refused) => TransactionOutcome::Rollback(Err(refused)),
    })
}

/// What the pool says to a transaction.
pub(crate) fn validate(transaction: UncheckedExtrinsic) -> Result<(), TransactionValidityError> {
    Executive::validate_transaction(TransactionSource::External, transaction, System::parent_hash())
        .map(|_| ())
}

/// The number with which the pool refuses a transaction.
pub(crate) fn refusal(result: Result<(), TransactionValidityError>) -> u8 {
    match result {
        Err(TransactionValidityError::Invalid(InvalidTransaction::Custom(number))) => number,
        other => panic!("not refused with a number: {other:?}"),
    }
}

/// A general transaction with reports.
pub(crate) fn reports_of(org: OrgId, reports: Vec<SignedReport>) -> UncheckedExtrinsic {
    let reports = reports.try_into().expect("at most a batch");
    let call = pallet_devices::Call::<Runtime>::submit_reports { org, reports };
    UncheckedExtrinsic::new_transaction(call.into(), extension(0, 0))
}

/// A meter and its gateway, as one.
pub(crate) struct Meter {
    pub(crate) device: DeviceId,
    pub(crate) key: ed25519::Pair,
    pub(crate) sequence: u32,
    pub(crate) previous: H256,
    pub(crate) end: Millis,
    pub(crate) register: u64,
}

impl Meter {
    /// Registers a meter of the steel works, installed at the turn of the year.
    pub(crate) fn install(reference: &str) -> Self {
        let key = ed25519::Pair::from_string(&format!("//{reference}"), None).unwrap();
        let registration = pallet_devices::Registration {
            key: DeviceKey::Ed25519(key.public().0),
            unit: Unit::WattHour,
            direction: Direction::Import,
            multiplier: 1,
            rollover: None,
            opening_register: 1_000,
            installed: NEW_YEAR,
            calibrated_until: Some(FIRST_BLOCK + 365 * 24 * HOUR),
        };
        let reference = reference.as_bytes().to_vec().try_into().unwrap();
        let call = pallet_devices::Call::<Runtime>::register_device { reference, registration };
        succeed(STEEL_WORKS, call);
        Self {
            device: pallet_devices::LastDevice::<Runtime>::get(),
            key,
            sequence: 0,
            previous: NO_PREVIOUS,
            end: NEW_YEAR,
            register: 1_000,
        }
    }

    /// The next report, of `hours` in which so many watt-hours were used.
    pub(crate) fn next(&mut self, hours: u64, watt_hours: u64) -> SignedReport {
        let report = Report {
            device: self.device,
            sequence: self.sequence + 1,
            previous: self.previous,
            start: self.end,
            end: self.end + hours * HOUR,
            readings: hours as u32 * 4,
            late: 0,
            register_start: self.register,
            register: self.register + watt_hours,
            root: H256::repeat_byte(1),
        };
        self.sequence += 1;
        self.previous = report.hash(&System::block_hash(0));
        self.end = report.end;
        self.register = report.register;
        self.sign(report, System::block_hash(0))
    }

    /// Signs a report for a chain.
    pub(crate) fn sign(&self, report: Report, genesis: H256) -> SignedReport {
        let signature = self.key.sign(report.hash(&genesis).as_bytes());
        SignedReport { report, signature: Signature::Ed25519(signature.0) }
    }
}
