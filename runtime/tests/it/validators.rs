//! Validators on the whole runtime: real sessions, real keys, and the minimum on every path.

use crate::common::*;
use codec::Encode;
use frame_support::assert_ok;
use huangpu_primitives::{
    apis::{Departure, Standing, ValidatorState},
    members::Tier,
    OrgId,
};
use huangpu_runtime::*;
use polkadot_sdk::*;
use sp_core::{Pair, H256};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::DispatchError;

const DOCUMENT: H256 = H256::repeat_byte(7);
/// A fifth member.
const NEWCOMER: Sr25519Keyring = Sr25519Keyring::Eve;
const FIFTH: OrgId = OrgId(5);

type Call = pallet_validators::Call<Runtime>;
type Error = pallet_validators::Error<Runtime>;

/// Makes blocks until a session is over, by all authorities but one, by its place.
fn end_session_without(silent: Option<u64>) {
    let session = Session::current_index();
    let mut author = 0;
    while Session::current_index() == session {
        let authors = pallet_aura::Authorities::<Runtime>::get().len() as u64;
        author = (author + 1) % authors;
        if Some(author) == silent {
            author = (author + 1) % authors;
        }
        next_block_by(author);
    }
}

/// Lets sessions pass, and one block of the next: the block that begins a session is full by that, and its authorities
/// change with its end.
fn end_sessions(count: u32) {
    (0..count).for_each(|_| end_session_without(None));
    next_block();
}

fn authors() -> Vec<OrgId> {
    Validators::set_view().authors
}

fn state(org: OrgId) -> Option<ValidatorState> {
    Validators::validator_view(org).map(|view| view.state)
}

/// New session keys for an organisation, with the proof that whoever sets them has them.
fn keys(org: OrgId, seed: &str) -> (SessionKeys, Vec<u8>) {
    let aura = sp_core::sr25519::Pair::from_string(seed, None).expect("a seed");
    let grandpa = sp_core::ed25519::Pair::from_string(seed, None).expect("a seed");
    let keys = SessionKeys { aura: aura.public().into(), grandpa: grandpa.public().into() };
    let statement =
        sp_core::proof_of_possession::statement_of_ownership(&Members::account_of(org).encode());
    let proof = (aura.sign(&statement), grandpa.sign(&statement)).encode();
    (keys, proof)
}

fn set_keys(org: OrgId, who: Sr25519Keyring, seed: &str) -> sp_runtime::DispatchResult {
    let (keys, proof) = keys(org, seed);
    send_as(org, who, pallet_session::Call::set_keys { keys, proof }).expect("the pool accepts it")
}

/// Admits a fifth member.
fn admit_fifth() {
    let (identifier, controller) = ("foreign:Test#5".parse().unwrap(), NEWCOMER.to_account_id());
    let profile = pallet_members::Profile {
        name: b"Fifth".to_vec().try_into().unwrap(),
        kind: huangpu_primitives::members::Kind::Platform,
        control_group: None,
        roles: std::collections::BTreeSet::from([huangpu_primitives::roles::Role::Platform])
            .try_into()
            .unwrap(),
    };
    let identifier: huangpu_primitives::identifiers::Identifier = identifier;
    let sponsor =
        pallet_members::Call::sponsor { identifier: identifier.clone(), profile, controller };
    succeed(REGULATOR, sponsor);
    let until = huangpu_primitives::calendar::Day::of(Timestamp::get()).plus(365);
    let approve =
        pallet_members::Call::approve_application { identifier, tier: Tier::Standard, until };
    assert_eq!(motion(3, approve), Some(Ok(())));
    assert_eq!(Members::membership(&NEWCOMER.to_account_id()).map(|of| of.org), Some(FIFTH));
}

/// Makes the fifth member a validator, by motion, and lets it come in.
fn fifth_applies() {
    admit_fifth();
    assert_ok!(send(NEWCOMER, Call::apply {}).unwrap());
    assert_eq!(motion(3, Call::approve_validator { org: FIFTH }), Some(Ok(())));
    assert_ok!(set_keys(FIFTH, NEWCOMER, "//Fifth"));
}

fn fifth_joins() {
    fifth_applies();
    end_sessions(3);
    assert_eq!(state(FIFTH), Some(ValidatorState::Active));
}

#[test]
fn a_fifth_joins_by_motion_and_makes_blocks() {
    on_local_chain(|| {
        fifth_joins();
        assert_eq!(authors().len(), 5);
        let key = sp_core::sr25519::Pair::from_string("//Fifth", None).unwrap().public();
        let authorities = pallet_aura::Authorities::<Runtime>::get();
        let place = authorities.iter().position(|authority| *authority == key.into()).unwrap();
        next_block_by(place as u64);
        assert_eq!(Validators::validator_view(FIFTH).unwrap().blocks, 1);
        assert!(Grandpa::grandpa_authorities().len() >= 4);
    });
}

#[test]
fn nobody_joins_without_the_council_or_without_keys() {
    on_local_chain(|| {
        admit_fifth();
        assert_ok!(send(NEWCOMER, Call::apply {}).unwrap());
        let bad_origin = Err(DispatchError::BadOrigin);
        assert_eq!(motion(2, Call::approve_validator { org: FIFTH }), Some(bad_origin));
        end_sessions(3);
        assert_eq!(state(FIFTH), Some(ValidatorState::Candidate));
        assert_eq!(motion(3, Call::approve_validator { org: FIFTH }), Some(Ok(())));
        end_sessions(3);
        assert_eq!(state(FIFTH), Some(ValidatorState::Approved));
        assert_eq!(authors().len(), 4);
    });
}

#[test]
fn keys_are_set_by_who_has_them_only() {
    on_local_chain(|| {
        let (keys, _) = keys(BANK, "//Rotated");
        let (_, proof_of_another) = self::keys(WORKS, "//Rotated");
        let call = pallet_session::Call::set_keys { keys, proof: proof_of_another };
        let invalid = pallet_session::Error::<Runtime>::InvalidProof.into();
        assert_eq!(send_as(BANK, BANK_KEY, call).unwrap(), Err(invalid));
        assert_ok!(set_keys(BANK, BANK_KEY, "//Rotated"));
        end_sessions(2);
        let key = sp_core::ed25519::Pair::from_string("//Rotated", None).unwrap().public();
        assert!(Grandpa::grandpa_authorities()
            .iter()
            .any(|(authority, _)| *authority == key.into()));
        // They cannot be purged: that would be a way out of the set that asks nobody.
        let purge = pallet_session::Call::purge_keys {};
        let not_allowed = pallet_members::Error::<Runtime>::CallNotAllowed.into();
        assert_eq!(send_as(BANK, BANK_KEY, purge).unwrap(), Err(not_allowed));
    });
}

#[test]
fn four_stay_whoever_wants_to_leave() {
    on_local_chain(|| {
        let too_few: DispatchError = Error::TooFewValidators.into();
        assert_eq!(send(BANK_KEY, Call::leave_set {}).unwrap(), Err(too_few));
        let remove = Call::remove_validator { org: BANK, document: DOCUMENT };
        assert_eq!(motion(3, remove), Some(Err(too_few)));
        end_sessions(3);
        assert_eq!(authors().len(), 4);
    });
}

#[test]
fn one_of_five_leaves() {
    on_local_chain(|| {
        fifth_joins();
        assert_ok!(send(BANK_KEY, Call::leave_set {}).unwrap());
        assert_eq!(state(BANK), Some(ValidatorState::Leaving(Departure::Left)));
        end_sessions(2);
        assert_eq!((state(BANK), authors().len()), (None, 4));
        assert!(!authors().contains(&BANK));
    });
}

#[test]
fn an_expelled_members_validator_goes_when_another_comes() {
    on_local_chain(|| {
        let expel = pallet_members::Call::set_standing {
            org: BANK,
            standing: Standing::Expelled,
            document: DOCUMENT,
        };
        assert_eq!(motion(3, expel), Some(Ok(())));
        end_sessions(2);
        assert_eq!(state(BANK), Some(ValidatorState::Leaving(Departure::Standing)));
        assert_eq!(authors().len(), 4);
        fifth_joins();
        assert_eq!(state(BANK), None);
        assert_eq!(authors(), [BUREAU, WORKS, INSTITUTE, FIFTH]);
    });
}

#[test]
fn an_organisation_is_not_closed_while_its_validator_is_in_the_set() {
    on_local_chain(|| {
        let expel = pallet_members::Call::set_standing {
            org: BANK,
            standing: Standing::Expelled,
            document: DOCUMENT,
        };
        assert_eq!(motion(3, expel), Some(Ok(())));
        let close = || pallet_members::Call::close_organisation { org: BANK, limit: 100 };
        let still_holds = pallet_members::Error::<Runtime>::StillHolds.into();
        fifth_applies();
        let mut last = Session::current_index();
        loop {
            let session = Session::current_index();
            if authors().contains(&BANK) {
                last = session;
            }
            let closed = motion(2, close());
            // What it voted on in its last session may become final in the next one.
            if session > last + 1 {
                assert_eq!(closed, Some(Ok(())));
                break;
            }
            assert_eq!(closed, Some(Err(still_holds)), "in session {session}, after {last}");
            end_sessions(1);
        }
        assert_eq!(authors(), [BUREAU, WORKS, INSTITUTE, FIFTH]);
    });
}

#[test]
fn who_is_silent_is_dropped_and_comes_back_once() {
    on_local_chain(|| {
        fifth_joins();
        let place = authors().iter().position(|org| *org == BANK).unwrap() as u64;
        end_session_without(Some(place));
        end_session_without(Some(place));
        assert_eq!(state(BANK), Some(ValidatorState::Dropped));
        assert_ok!(send(BANK_KEY, Call::rejoin_set {}).unwrap());
        end_sessions(3);
        assert!(authors().contains(&BANK));
    });
}

#[test]
fn a_chain_of_four_keeps_a_silent_one() {
    on_local_chain(|| {
        (0..3).for_each(|_| end_session_without(Some(3)));
        assert_eq!(authors().len(), 4);
        let silences = System::events().into_iter().filter(|record| {
            matches!(
                record.event,
                RuntimeEvent::Validators(pallet_validators::Event::ValidatorSilent { .. })
            )
        });
        assert!(silences.count() > 0);
    });
}

/// Two precommits of a finalizer for different blocks, in one round, and the proof that its key is a validator's.
fn equivocation(who: sp_core::ed25519::Pair, set_id: u64) -> pallet_grandpa::Call<Runtime> {
    use sp_consensus_grandpa::*;
    let precommit = |byte| {
        let target_hash = H256::repeat_byte(byte);
        let precommit = finality_grandpa::Precommit { target_hash, target_number: 1 };
        let message = finality_grandpa::Message::Precommit(precommit.clone());
        let payload = localized_payload(1, set_id, &message);
        (precommit, who.sign(&payload).into())
    };
    let equivocation = Equivocation::Precommit(finality_grandpa::Equivocation {
        round_number: 1,
        identity: who.public().into(),
        first: precommit(1),
        second: precommit(2),
    });
    let authority: AuthorityId = who.public().into();
    // As nodes ask for it.
    use runtime_decl_for_grandpa_api::GrandpaApi;
    let key_owner_proof = Runtime::generate_key_ownership_proof(set_id, authority);
    let key_owner_proof = key_owner_proof.and_then(|proof| proof.decode());
    let key_owner_proof = key_owner_proof.expect("it is a validator's");
    pallet_grandpa::Call::report_equivocation_unsigned {
        equivocation_proof: Box::new(EquivocationProof::new(set_id, equivocation)),
        key_owner_proof,
    }
}

#[test]
fn who_equivocates_is_removed() {
    on_local_chain(|| {
        fifth_joins();
        let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
        let report = equivocation(Ed25519Keyring::Dave.pair(), set_id);
        assert_ok!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(report.clone().into()))
            .unwrap());
        assert_eq!(state(BANK), Some(ValidatorState::Leaving(Departure::Equivocated)));
        // The same evidence is not taken twice.
        assert!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(report.into())).is_err());
        end_sessions(2);
        assert_eq!(state(BANK), None);
        assert!(!authors().contains(&BANK));
    });
}

#[test]
fn an_equivocation_of_a_past_session_is_proved_by_its_history() {
    on_local_chain(|| {
        // The set has not changed since genesis.
        end_sessions(3);
        let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
        let report = equivocation(Ed25519Keyring::Dave.pair(), set_id);
        end_sessions(2);
        assert_ok!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(report.into())).unwrap());
        assert_eq!(state(BANK), Some(ValidatorState::Leaving(Departure::Equivocated)));
    });
}

#[test]
fn an_equivocation_under_rotated_keys_is_proved_by_its_history() {
    on_local_chain(|| {
        end_sessions(1);
        assert_ok!(set_keys(BANK, BANK_KEY, "//Rotated"));
        // The set is the same all the time, its keys are not.
        end_sessions(3);
        let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
        let key = sp_core::ed25519::Pair::from_string("//Rotated", None).unwrap();
        let report = equivocation(key, set_id);
        end_sessions(2);
        assert_ok!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(report.into())).unwrap());
        assert_eq!(state(BANK), Some(ValidatorState::Leaving(Departure::Equivocated)));
    });
}

/// It sets keys once, or in every session: until new keys take effect, the old ones vote, and what they do is proved.
#[test]
fn an_equivocation_under_keys_that_are_replaced_is_proved() {
    for reported in [0, 1] {
        on_local_chain(|| {
            end_sessions(2);
            let old = Ed25519Keyring::Dave.pair();
            assert_ok!(set_keys(BANK, BANK_KEY, "//First"));
            end_sessions(1);
            assert_ok!(set_keys(BANK, BANK_KEY, "//Second"));
            let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
            let report = equivocation(old, set_id);
            // In the session of the deed, or in the next one.
            end_sessions(reported);
            let report = UncheckedExtrinsic::new_bare(report.into());
            assert_ok!(Executive::apply_extrinsic(report).unwrap());
            assert_eq!(state(BANK), Some(ValidatorState::Leaving(Departure::Equivocated)));
        });
    }
}

#[test]
fn a_proof_changes_nothing() {
    on_local_chain(|| {
        end_sessions(2);
        assert_ok!(set_keys(BANK, BANK_KEY, "//First"));
        let account = Members::account_of(BANK);
        let keys = pallet_session::NextKeys::<Runtime>::get(&account);
        let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
        equivocation(Ed25519Keyring::Dave.pair(), set_id);
        assert_eq!(pallet_session::NextKeys::<Runtime>::get(&account), keys);
    });
}

#[test]
fn the_authorities_change_with_the_set_and_the_keys_only() {
    on_local_chain(|| {
        end_sessions(4);
        assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), 0);
    });
}

#[test]
fn a_block_is_counted_for_who_made_it_also_when_it_begins_a_session() {
    on_local_chain(|| {
        fifth_joins();
        end_sessions(1);
        let session = Session::current_index();
        end_session_without(None);
        let uptime = Validators::session_uptime(session);
        let blocks: u32 = uptime.iter().map(|(_, blocks)| blocks).sum();
        assert_eq!((uptime.len(), blocks), (5, SESSION));
        assert!(uptime.iter().all(|(_, blocks)| *blocks > 0));
    });
}

#[test]
fn history_is_pruned() {
    use pallet_session::historical::{HistoricalSessions, StoredRange};
    on_local_chain(|| {
        end_sessions(1);
        // Sessions of the week before, as if they had been.
        let now = 1_500;
        pallet_session::CurrentIndex::<Runtime>::put(now);
        let _ = pallet_validators::SessionUptimes::<Runtime>::clear(u32::MAX, None);
        let root = HistoricalSessions::<Runtime>::iter_values().next().expect("there was one");
        for session in 0..=now {
            HistoricalSessions::<Runtime>::insert(session, root);
        }
        StoredRange::<Runtime>::put((0, now + 1));
        end_sessions(1);
        let (first, last) = StoredRange::<Runtime>::get().expect("history is kept");
        // A week before the session that ended, up to the one that is planned.
        let ended = Session::current_index() - 1;
        assert_eq!((first, last), (ended - 1_008, ended + 3));
        assert!(!HistoricalSessions::<Runtime>::contains_key(first - 1));
        assert!(HistoricalSessions::<Runtime>::contains_key(first));
    });
}
