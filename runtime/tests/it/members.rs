//! Membership and quota on the whole runtime.

use crate::common::*;
use huangpu_primitives::{
    apis::Standing,
    identifiers::Identifier,
    members::{Kind, SizeClass, Tier},
    report::MAX_BATCH,
    roles::{Role, Scope},
    DeviceId, OrgId,
};
use huangpu_runtime::*;
use pallet_members::{Call, Delegation, Profile};
use polkadot_sdk::{sp_runtime::transaction_validity::TransactionValidityError, *};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::Convert, transaction_validity::InvalidTransaction};

const COMPANY: Sr25519Keyring = Sr25519Keyring::Eve;
const DOCUMENT: H256 = H256::repeat_byte(7);

fn remark(bytes: usize) -> frame_system::Call<Runtime> {
    frame_system::Call::<Runtime>::remark { remark: vec![0; bytes] }
}

fn used(org: OrgId) -> (u64, u64) {
    let quota = Members::quota_view(org).unwrap();
    (quota.time_capacity - quota.time_left, quota.bytes_capacity - quota.bytes_left)
}

/// The works sponsor a company, and the council approves it.
fn admit_company() -> OrgId {
    let identifier: Identifier = "lei:5493001KJTIIGC8Y1R12".parse().unwrap();
    let profile = Profile {
        name: b"Wire Company".to_vec().try_into().unwrap(),
        kind: Kind::Enterprise(SizeClass::Small),
        control_group: None,
        roles: std::collections::BTreeSet::from([Role::Enterprise]).try_into().unwrap(),
    };
    let controller = COMPANY.to_account_id();
    let call = Call::<Runtime>::sponsor { identifier: identifier.clone(), profile, controller };
    succeed(STEEL_WORKS, call);
    let until = Members::today().plus(365);
    by_council(Call::<Runtime>::approve_application { identifier, tier: Tier::Basic, until });
    pallet_members::LastOrganisation::<Runtime>::get()
}

#[test]
fn a_sponsored_company_becomes_a_member() {
    on_dev_chain(|| {
        assert!(send(COMPANY, remark(1)).is_err());
        let org = admit_company();
        assert_eq!(Members::organisation_view(org).unwrap().sponsor, Some(WORKS));
        succeed(COMPANY, remark(1));
    });
}

#[test]
fn a_transaction_is_charged_to_its_organisation_alone() {
    on_dev_chain(|| {
        let transaction = signed(STEEL_WORKS, remark(1_000));
        let bytes = codec::Encode::encoded_size(&transaction) as u64;
        apply(transaction).unwrap().unwrap();
        let (time, charged) = used(WORKS);
        assert_eq!(charged, bytes);
        assert!(time > 0);
        assert_eq!(used(BUREAU), (0, 0));
        let transaction = signed(Sr25519Keyring::BobStash, remark(1_000));
        apply(transaction).unwrap().unwrap();
        assert_eq!(used(WORKS).1, 2 * bytes);
    });
}

#[test]
fn what_a_block_books_for_a_transaction_is_charged() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        // A call that does what it says, one that fails, and one that nobody signs.
        let retire = pallet_devices::Call::<Runtime>::retire_device { device: DeviceId(99) };
        for transaction in [
            signed(STEEL_WORKS, remark(1_000)),
            signed(Sr25519Keyring::BobStash, retire),
            reports_of(WORKS, vec![meter.next(1, 5)]),
        ] {
            let booked = || System::block_weight().total().ref_time();
            let (before, charged) = (booked(), used(WORKS).0);
            apply(transaction).unwrap().ok();
            assert_eq!(used(WORKS).0 - charged, booked() - before);
        }
    });
}

#[test]
fn a_voice_in_the_council_does_not_fill_blocks_for_nothing() {
    on_dev_chain(|| {
        // It fails, but declares as much as it likes.
        let call: Box<RuntimeCall> = Box::new(remark(1).into());
        let weight = frame_support::weights::Weight::from_parts(100_000_000_000, 0);
        let large =
            || pallet_sudo::Call::<Runtime>::sudo_unchecked_weight { call: call.clone(), weight };
        by_council(remark(1));
        assert_eq!(used(BUREAU), (0, 0));
        assert!(apply(signed(REGULATOR, large())).unwrap().is_ok());
        assert!(used(BUREAU).0 > weight.ref_time());
        // Nor as little as it likes.
        let (charged, weight) = (used(BUREAU).0, Default::default());
        let unmeasured =
            pallet_sudo::Call::<Runtime>::sudo_unchecked_weight { call: call.clone(), weight };
        assert!(apply(signed(REGULATOR, unmeasured)).unwrap().is_ok());
        assert!(used(BUREAU).0 > charged);
        // Without the root key it is charged, however small it is.
        let charged = used(WORKS).0;
        let small = pallet_sudo::Call::<Runtime>::sudo { call };
        assert!(apply(signed(STEEL_WORKS, small)).unwrap().is_err());
        assert!(used(WORKS).0 > charged);
    });
}

#[test]
fn several_people_control_an_organisation_together() {
    on_dev_chain(|| {
        let (one, two) = (Sr25519Keyring::BobStash, Sr25519Keyring::Eve);
        let delegation = Delegation { approve: scopes(&[Scope::Devices]), ..Default::default() };
        let add = |delegate: Sr25519Keyring| Call::<Runtime>::add_delegate {
            delegate: delegate.to_account_id(),
            delegation: delegation.clone(),
        };
        succeed(STEEL_WORKS, add(two));
        let mut both = [one.to_account_id(), two.to_account_id()];
        both.sort();
        let controller = Multisig::multi_account_id(&both, 2);
        succeed(STEEL_WORKS, Call::<Runtime>::change_controller { controller });

        let new = Sr25519Keyring::Ferdie;
        let together =
            |other: Sr25519Keyring, maybe_timepoint| pallet_multisig::Call::<Runtime>::as_multi {
                threshold: 2,
                other_signatories: vec![other.to_account_id()],
                maybe_timepoint,
                call: Box::new(add(new).into()),
                max_weight: frame_support::weights::Weight::from_parts(1_000_000_000, 100_000),
            };
        succeed(one, together(two, None));
        assert!(Members::membership(&new.to_account_id()).is_none(), "one alone does nothing");
        let first = pallet_multisig::Multisigs::<Runtime>::iter_values().next().unwrap();
        succeed(two, together(one, Some(first.when)));
        assert_eq!(Members::membership(&new.to_account_id()).unwrap().org, WORKS);
        assert!(send(STEEL_WORKS, remark(1)).is_err(), "the former controller is an outsider");
    });
}

#[test]
fn reports_are_charged_to_the_devices_organisation() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        let (time, bytes) = used(WORKS);
        let transaction = reports_of(WORKS, vec![meter.next(1, 5)]);
        let size = codec::Encode::encoded_size(&transaction) as u64;
        apply(transaction).unwrap().unwrap();
        assert_eq!(used(WORKS).1, bytes + size);
        assert!(used(WORKS).0 > time);
        assert_eq!(used(BUREAU), (0, 0));
    });
}

#[test]
fn the_councils_calls_are_free() {
    on_dev_chain(|| {
        by_council(remark(1_000));
        assert_eq!(used(BUREAU), (0, 0));
        succeed(REGULATOR, remark(1_000));
        assert_ne!(used(BUREAU), (0, 0));
    });
}

#[test]
fn an_empty_bucket_waits_for_the_next_blocks() {
    on_dev_chain(|| {
        let org = admit_company();
        let capacity = Members::quota_view(org).unwrap().bytes_capacity as usize;
        succeed(COMPANY, remark(capacity * 3 / 4));
        let next = signed(COMPANY, remark(capacity / 2));
        // The pool keeps it, the block does not take it yet.
        assert_eq!(validate(next.clone()), Ok(()));
        let exhausted = TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);
        assert_eq!(apply(next.clone()), Err(exhausted));
        // Others are not kept waiting.
        succeed(STEEL_WORKS, remark(1));
        let answers = (0..60).map(|_| {
            next_block();
            apply(next.clone())
        });
        let answers: Vec<_> = answers.take_while(|answer| answer.is_err()).collect();
        // A sixtieth of the bucket comes back with every block.
        assert!((10..20).contains(&answers.len()), "after {} blocks", answers.len());
        assert!(answers.iter().all(|answer| *answer == Err(exhausted)), "{answers:?}");
    });
}

#[test]
fn every_tier_holds_the_largest_batch() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        let reports: Vec<_> = (0..MAX_BATCH).map(|_| meter.next(1, 5)).collect();
        let transaction = reports_of(WORKS, reports);
        let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&transaction);
        let time = info.total_weight().ref_time();
        let bytes = codec::Encode::encoded_size(&transaction) as u64;
        for tier in Tier::ALL {
            let capacity = configs::Rates::convert(tier).capacity();
            assert!(time <= capacity.time && bytes <= capacity.bytes, "{tier:?}: {time}, {bytes}");
        }
    });
}

#[test]
fn what_is_wound_down_can_still_manage_its_keys() {
    on_dev_chain(|| {
        let org = WORKS;
        let standing = Standing::Suspended;
        by_council(Call::<Runtime>::set_standing { org, standing, document: DOCUMENT });
        let delegate = Sr25519Keyring::BobStash.to_account_id();
        succeed(STEEL_WORKS, Call::<Runtime>::remove_delegate { delegate: delegate.clone() });
        let delegation = Delegation { approve: scopes(&[Scope::Devices]), ..Default::default() };
        let call = Call::<Runtime>::add_delegate { delegate, delegation };
        assert!(send(STEEL_WORKS, call).is_err());
    });
}

#[test]
fn old_transactions_do_not_come_back_with_a_readmitted_member() {
    on_dev_chain(|| {
        let org = admit_company();
        let old = signed(COMPANY, remark(1));
        apply(old.clone()).unwrap().unwrap();
        let standing = Standing::Expelled;
        by_council(Call::<Runtime>::set_standing { org, standing, document: DOCUMENT });
        by_council(Call::<Runtime>::close_organisation { org, limit: 10 });
        assert_eq!(Members::standing_of(org), Some(Standing::Closed));
        assert!(validate(old.clone()).is_err());

        assert_eq!(admit_company(), OrgId(org.0 + 1));
        // It is immortal and well signed, but its nonce is used.
        let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
        assert_eq!(validate(old.clone()), Err(stale));
        assert_eq!(apply(old), Err(stale));
        succeed(COMPANY, remark(1));
    });
}
