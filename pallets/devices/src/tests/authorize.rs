//! What the pool refuses, number by number, and what it says of what it takes.

use super::*;
use crate::Call;
use codec::Encode;
use huangpu_primitives::{
    refusals::Refusal,
    report::{DeviceKey, Signature, SignedReport},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{assert_ok, dispatch::GetDispatchInfo, weights::Weight},
    sp_core::H256,
    sp_runtime::transaction_validity::TransactionSource,
};

#[track_caller]
fn refused(org: OrgId, reports: Vec<SignedReport>, refusal: Refusal) {
    assert_noop!(submit(org, reports), refusal);
}

#[test]
fn a_paused_call_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report();
        ReportsPaused::set(true);
        refused(STEEL, vec![report.clone()], Refusal::CallPaused);
        ReportsPaused::set(false);
        assert_ok!(submit(STEEL, vec![report]));
    });
}

#[test]
fn an_empty_batch_is_refused() {
    ExtBuilder::default().build_and_execute(|| refused(STEEL, Vec::new(), Refusal::EmptyBatch));
}

#[test]
fn a_report_of_an_unknown_device_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        meter.device = NO_DEVICE;
        refused(STEEL, vec![meter.report()], Refusal::UnknownDevice);
    });
}

#[test]
fn a_report_of_another_organisations_device_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        refused(MILL, vec![meter.report()], Refusal::ForeignDevice);
    });
}

#[test]
fn reports_of_a_suspended_device_are_refused_until_it_is_reinstated() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report();
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        refused(STEEL, vec![report.clone()], Refusal::DeviceNotActive);
        assert_ok!(Devices::reinstate_device(signed(OWNER), meter.device));
        assert_ok!(submit(STEEL, vec![report]));
    });
}

#[test]
fn reports_of_a_retired_device_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        refused(STEEL, vec![meter.report()], Refusal::DeviceNotActive);
    });
}

#[test]
fn reports_of_an_organisation_that_is_not_active_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        Inactive::set(vec![STEEL]);
        refused(STEEL, vec![meter.report()], Refusal::OwnerNotActive);
    });
}

#[test]
fn a_replayed_report_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report();
        refused(STEEL, vec![report.clone(), report.clone()], Refusal::SequenceReplayed);
        assert_ok!(submit(STEEL, vec![report.clone()]));
        refused(STEEL, vec![report], Refusal::SequenceReplayed);
    });
}

#[test]
fn a_report_whose_predecessor_is_missing_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let (first, second, third) = (meter.report(), meter.report(), meter.report());
        refused(STEEL, vec![second.clone()], Refusal::SequenceSkipped);
        refused(STEEL, vec![second.clone(), first.clone()], Refusal::SequenceSkipped);
        refused(STEEL, vec![first.clone(), third], Refusal::SequenceSkipped);
        assert_ok!(submit(STEEL, vec![first, second]));
    });
}

#[test]
fn a_report_numbered_zero_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report_with(|report| report.sequence = 0);
        refused(STEEL, vec![report], Refusal::SequenceReplayed);
    });
}

#[test]
fn a_report_after_the_last_number_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        // Four thousand million reports later, all of them pruned.
        (meter.sequence, meter.previous) = (u32::MAX - 1, H256::repeat_byte(9));
        Cursors::<Test>::mutate(meter.device, |cursor| {
            cursor.sequence = meter.sequence;
            cursor.pruned = meter.sequence;
            cursor.hash = meter.previous;
        });
        let last = meter.report();
        assert_ok!(submit(STEEL, vec![last.clone()]));
        assert_eq!(cursor(&meter).sequence, u32::MAX);
        refused(STEEL, vec![last], Refusal::SequenceReplayed);
    });
}

#[test]
fn a_report_that_does_not_follow_from_the_one_before_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let from_elsewhere = H256::repeat_byte(1);
        let wrong = meter.clone().report_with(|report| report.previous = from_elsewhere);
        refused(STEEL, vec![wrong], Refusal::PreviousMismatch);

        let first = meter.report();
        let fork = meter.clone().report_with(|report| report.previous = H256::zero());
        refused(STEEL, vec![first.clone(), fork.clone()], Refusal::PreviousMismatch);
        assert_ok!(submit(STEEL, vec![first]));
        refused(STEEL, vec![fork], Refusal::PreviousMismatch);
    });
}

#[test]
fn a_signature_of_another_algorithm_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report();
        for signature in [
            Signer::sr25519(1).sign(&meter.previous),
            Signer::secp256k1(1).sign(&meter.previous),
            Signature::P256([0; 64]),
            Signature::Sm2([0; 64]),
        ] {
            let report = SignedReport { signature, ..report.clone() };
            refused(STEEL, vec![report], Refusal::OtherAlgorithm);
        }
    });
}

#[test]
fn a_key_that_is_not_enabled_verifies_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let report = meter.report();
        let enabled = meter.signer.key();
        // No call registers such a key: what would happen, if one did?
        for (key, signature) in [
            (DeviceKey::P256([2; 33]), Signature::P256([0; 64])),
            (DeviceKey::Sm2([2; 33]), Signature::Sm2([0; 64])),
        ] {
            let set = |key| {
                crate::Devices::<Test>::mutate(meter.device, |device| {
                    device.as_mut().unwrap().key = key;
                })
            };
            set(key);
            let report = SignedReport { signature, ..report.clone() };
            refused(STEEL, vec![report], Refusal::AlgorithmNotEnabled);
            set(enabled);
        }
    });
}

#[test]
fn a_signature_by_another_key_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        for (own, foreign) in [
            (Signer::ed25519(1), Signer::ed25519(2)),
            (Signer::sr25519(1), Signer::sr25519(2)),
            (Signer::secp256k1(1), Signer::secp256k1(2)),
        ] {
            let mut meter = Meter::install_signing(OWNER, own, |_| ());
            let mut impostor = Meter { signer: foreign, ..meter.clone() };
            refused(STEEL, vec![impostor.report()], Refusal::BadSignature);
            assert_ok!(submit(STEEL, vec![meter.report()]));
        }
    });
}

#[test]
fn a_report_changed_after_signing_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let mut report = meter.report();
        report.report.register += 1;
        refused(STEEL, vec![report], Refusal::BadSignature);
    });
}

#[test]
fn a_report_signed_for_another_chain_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        meter.genesis = H256::repeat_byte(8);
        refused(STEEL, vec![meter.report()], Refusal::BadSignature);
    });
}

#[test]
fn one_bad_report_refuses_the_whole_batch() {
    ExtBuilder::default().build_and_execute(|| {
        let (mut good, mut bad) = (Meter::install(OWNER), Meter::install(OWNER));
        let mut forged = bad.report();
        forged.report.register += 1;
        let good = [good.report(), good.report()];
        let [first, second] = good.clone();
        refused(STEEL, vec![forged.clone(), first, second], Refusal::BadSignature);
        let [first, second] = good.clone();
        refused(STEEL, vec![first, second, forged], Refusal::BadSignature);
        let [first, second] = good.clone();
        let mut foreign = Meter::install(NEIGHBOUR);
        refused(STEEL, vec![first, second, foreign.report()], Refusal::ForeignDevice);
        assert_ok!(submit(STEEL, good.to_vec()));
    });
}

#[test]
fn the_same_report_in_two_batches_has_the_same_tag() {
    ExtBuilder::default().build_and_execute(|| {
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        let (shared, other) = (one.report(), two.report());
        let tags = |reports: Vec<SignedReport>| {
            let batch = reports.try_into().unwrap();
            Devices::authorize_reports(TransactionSource::External, &STEEL, &batch).unwrap().0
        };
        let alone = tags(vec![shared.clone()]);
        let both = tags(vec![other.clone(), shared]);
        let without = tags(vec![other]);
        assert_eq!((alone.provides.len(), both.provides.len()), (1, 2));
        assert!(both.provides.contains(&alone.provides[0]));
        assert!(both.provides.contains(&without.provides[0]));
        assert!(!without.provides.contains(&alone.provides[0]));
        assert!(alone.requires.is_empty() && both.requires.is_empty());
        assert!(alone.propagate && alone.longevity == 64);
    });
}

#[test]
fn the_next_report_has_another_tag() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let first = submit(STEEL, vec![meter.report()]).unwrap();
        let second = submit(STEEL, vec![meter.report()]).unwrap();
        assert_ne!(first.provides, second.provides);
    });
}

#[test]
fn authorising_leaves_nothing_behind() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let batch = vec![meter.report()].try_into().unwrap();
        let before = state_root();
        assert!(Devices::authorize_reports(TransactionSource::Local, &STEEL, &batch).is_ok());
        assert_eq!(state_root(), before);
    });
}

fn state_root() -> Vec<u8> {
    polkadot_sdk::sp_io::storage::root(polkadot_sdk::sp_runtime::StateVersion::V1)
}

#[test]
fn no_signer_stands_in_for_the_contents() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let batch: crate::Batch = vec![meter.report()].try_into().unwrap();
        for origin in
            [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(OWNER), signed(REGULATOR)]
        {
            assert_noop!(
                Devices::submit_reports(origin, STEEL, batch.clone()),
                DispatchError::BadOrigin
            );
        }
    });
}

#[test]
fn a_batch_weighs_by_its_reports_and_by_its_devices_and_months() {
    ExtBuilder::default().build_and_execute(|| {
        // A device's first report of a month weighs 2, each further one 1, and the listener 1 000.
        ListenerWeight::set(1_000);
        let weight = |reports: Vec<SignedReport>| {
            let extrinsic = transaction(STEEL, reports.clone());
            let info = extrinsic.get_dispatch_info();
            let call: RuntimeCall =
                Call::submit_reports { org: STEEL, reports: reports.try_into().unwrap() }.into();
            assert!(extrinsic.encode().ends_with(&call.encode()));
            (info.call_weight, info.extension_weight)
        };
        let parts =
            |call, extension| (Weight::from_parts(call, 0), Weight::from_parts(extension, 0));
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        let reports = [one.report(), one.report(), two.report()];
        assert_eq!(weight(reports[..1].to_vec()), parts(2 + 1_000, 2));
        assert_eq!(weight(reports[..2].to_vec()), parts(1 + 2 + 1_000, 1 + 2));
        assert_eq!(weight(reports.to_vec()), parts(1 + 4 + 2_000, 1 + 4));
        let july = one.report_with(|report| report.start = june().end());
        assert_eq!(weight(vec![reports[0].clone(), july]), parts(4 + 2_000, 4));
    });
}

#[test]
#[should_panic(expected = "does not fit into a block")]
fn a_largest_batch_that_does_not_fit_into_a_block_is_no_configuration() {
    use polkadot_sdk::frame_support::traits::Hooks;
    ExtBuilder::default().build_and_execute(|| {
        ListenerWeight::set(u64::MAX / 256);
        <Devices as Hooks<u64>>::integrity_test();
    });
}
