//! The off-chain worker: what it pulls and what it submits.

use super::{
    outside::{set_feeds, store, Outside},
    *,
};
use codec::{Decode, Encode};
use huangpu_primitives::{
    refusals::Refusal,
    report::{SignedReport, MAX_BATCH},
};
use polkadot_sdk::{
    frame_support::{assert_ok, traits::Hooks},
    sp_core::{offchain::Timestamp, H256},
    sp_io, sp_runtime,
};

pub(super) const FEED: &str = "http://gateway.example:8090";
pub(super) const OTHER_FEED: &str = "http://other.example:8090";
const LOCK: &[u8] = b"huangpu/devices/pulling";

/// One run of the worker. It leaves the chain's state alone.
pub(super) fn work() {
    let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
    <Devices as Hooks<u64>>::offchain_worker(1);
    assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
}

/// The batch in a submitted transaction.
pub(super) fn batch(bytes: &[u8]) -> (huangpu_primitives::OrgId, Vec<SignedReport>) {
    match Extrinsic::decode(&mut &bytes[..]).unwrap().function {
        RuntimeCall::Devices(crate::Call::submit_reports { org, reports }) => {
            (org, reports.into_inner())
        }
        other => panic!("the worker submits reports, not {other:?}"),
    }
}

pub(super) fn with_outside(test: impl FnOnce(&Outside)) {
    let outside = Outside::default();
    ExtBuilder::default().outside(&outside).build_and_execute(|| test(&outside));
    assert_eq!(outside.take_submitted(), Vec::<Vec<u8>>::new(), "a test looks at all batches");
}

#[test]
fn a_feeds_reports_are_submitted_as_one_batch_that_the_chain_takes() {
    with_outside(|outside| {
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        let reports = vec![one.report(), one.report(), two.report()];
        set_feeds(&[FEED]);
        outside.expect(FEED, reports.encode());
        work();
        let submitted = outside.take_submitted();
        assert_eq!(submitted.len(), 1);
        assert_eq!(batch(&submitted[0]), (STEEL, reports));
        assert_ok!(apply_bytes(&submitted[0]));
        assert_eq!(total(&one, june()).unwrap().reports, 2);
        assert_eq!(total(&two, june()).unwrap().reports, 1);
    });
}

#[test]
fn a_slash_at_the_end_of_a_feeds_url_does_not_matter() {
    with_outside(|outside| {
        set_feeds(&["http://gateway.example:8090/base/"]);
        outside.expect("http://gateway.example:8090/base", Vec::<SignedReport>::new().encode());
        work();
    });
}

#[test]
fn each_organisation_gets_a_batch_of_its_own() {
    with_outside(|outside| {
        let (mut ours, mut theirs) = (Meter::install(OWNER), Meter::install(NEIGHBOUR));
        set_feeds(&[FEED]);
        outside.expect(FEED, vec![ours.report(), theirs.report()].encode());
        work();
        let submitted = outside.take_submitted();
        assert_eq!(submitted.iter().map(|bytes| batch(bytes).0).collect::<Vec<_>>(), [STEEL, MILL]);
        for bytes in &submitted {
            assert_ok!(apply_bytes(bytes));
        }
    });
}

#[test]
fn every_feed_is_asked() {
    with_outside(|outside| {
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        set_feeds(&[FEED, OTHER_FEED]);
        outside.expect(FEED, vec![one.report()].encode());
        outside.expect(OTHER_FEED, vec![two.report()].encode());
        work();
        for bytes in outside.take_submitted() {
            assert_ok!(apply_bytes(&bytes));
        }
        assert!(total(&one, june()).is_some() && total(&two, june()).is_some());
    });
}

#[test]
fn more_feeds_than_sixty_four_are_not_asked() {
    with_outside(|outside| {
        let feeds: Vec<String> = (0..65).map(|n| format!("http://gateway-{n}.example")).collect();
        set_feeds(&feeds.iter().map(String::as_str).collect::<Vec<_>>());
        for feed in &feeds[..64] {
            outside.expect(feed, Vec::<SignedReport>::new().encode());
        }
        // An unexpected request panics.
        work();
    });
}

#[test]
fn what_is_included_already_is_not_submitted_again() {
    with_outside(|outside| {
        let mut meter = Meter::install(OWNER);
        let reports = vec![meter.report(), meter.report(), meter.report()];
        assert_ok!(submit(STEEL, reports[..2].to_vec()));
        set_feeds(&[FEED]);
        // The gateway has not yet seen the block finalized.
        outside.expect(FEED, reports.encode());
        work();
        let submitted = outside.take_submitted();
        assert_eq!(batch(&submitted[0]), (STEEL, reports[2..].to_vec()));
        assert_ok!(apply_bytes(&submitted[0]));
        outside.expect(FEED, reports.encode());
        work();
        assert_eq!(outside.take_submitted(), Vec::<Vec<u8>>::new());
    });
}

#[test]
fn until_they_are_included_the_same_reports_make_the_same_transaction() {
    with_outside(|outside| {
        let mut meter = Meter::install(OWNER);
        let answer = vec![meter.report()].encode();
        set_feeds(&[FEED]);
        outside.expect(FEED, answer.clone()).expect(FEED, answer);
        work();
        let first = outside.take_submitted();
        work();
        assert_eq!(outside.take_submitted(), first);
    });
}

/// A batch of two devices of which the first is bad: only the second's reports are submitted.
fn left_out(bad: impl FnOnce(&mut Meter) -> Vec<SignedReport>, refusal: Refusal) {
    with_outside(|outside| {
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        let bad = bad(&mut one);
        assert_noop!(submit(STEEL, bad.clone()), refusal);
        let good = vec![two.report(), two.report()];
        set_feeds(&[FEED]);
        outside.expect(FEED, [bad, good.clone()].concat().encode());
        work();
        let submitted = outside.take_submitted();
        assert_eq!(submitted.iter().map(|bytes| batch(bytes)).collect::<Vec<_>>(), [(STEEL, good)]);
        assert_ok!(apply_bytes(&submitted[0]));
    });
}

#[test]
fn a_bad_signature_does_not_hold_up_other_devices() {
    let forged = |meter: &mut Meter| {
        let mut report = meter.report();
        report.report.register += 1;
        vec![report]
    };
    left_out(forged, Refusal::BadSignature);
}

#[test]
fn what_stands_before_a_bad_report_is_submitted() {
    for good in 0..6 {
        with_outside(|outside| {
            let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
            let mut reports: Vec<SignedReport> = (0..6).map(|_| one.report()).collect();
            reports[good].report.register += 1;
            let whole = two.report();
            set_feeds(&[FEED]);
            outside.expect(FEED, [&reports[..], std::slice::from_ref(&whole)].concat().encode());
            work();
            let submitted = outside.take_submitted();
            reports.truncate(good);
            reports.push(whole);
            assert_eq!(batch(&submitted[0]), (STEEL, reports));
            assert_ok!(apply_bytes(&submitted[0]));
        });
    }
}

#[test]
fn a_device_that_two_feeds_serve_is_submitted_once_a_run() {
    with_outside(|outside| {
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        let (shared, other) = (one.report(), two.report());
        set_feeds(&[FEED, OTHER_FEED]);
        outside.expect(FEED, vec![shared.clone()].encode());
        outside.expect(OTHER_FEED, vec![shared.clone(), other.clone()].encode());
        work();
        let submitted = outside.take_submitted();
        let batches: Vec<_> = submitted.iter().map(|bytes| batch(bytes)).collect();
        assert_eq!(batches, [(STEEL, vec![shared]), (STEEL, vec![other])]);
        for bytes in &submitted {
            assert_ok!(apply_bytes(bytes));
        }
    });
}

#[test]
fn a_device_whose_reports_are_bad_at_one_feed_is_taken_from_another() {
    with_outside(|outside| {
        let mut meter = Meter::install(OWNER);
        let good = meter.report();
        let mut forged = good.clone();
        forged.report.register += 1;
        set_feeds(&[FEED, OTHER_FEED]);
        outside.expect(FEED, vec![forged].encode());
        outside.expect(OTHER_FEED, vec![good.clone()].encode());
        work();
        assert_eq!(batch(&outside.take_submitted()[0]), (STEEL, vec![good]));
    });
}

#[test]
fn a_report_for_another_chain_does_not_hold_up_other_devices() {
    let elsewhere = |meter: &mut Meter| {
        meter.genesis = H256::repeat_byte(8);
        vec![meter.report()]
    };
    left_out(elsewhere, Refusal::BadSignature);
}

#[test]
fn a_missing_report_does_not_hold_up_other_devices() {
    let skipping = |meter: &mut Meter| {
        meter.report();
        vec![meter.report()]
    };
    left_out(skipping, Refusal::SequenceSkipped);
}

#[test]
fn a_suspended_device_does_not_hold_up_others() {
    let suspended = |meter: &mut Meter| {
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        vec![meter.report()]
    };
    left_out(suspended, Refusal::DeviceNotActive);
}

#[test]
fn an_unknown_device_does_not_hold_up_others() {
    let unknown = |meter: &mut Meter| {
        meter.device = NO_DEVICE;
        vec![meter.report()]
    };
    left_out(unknown, Refusal::UnknownDevice);
}

#[test]
fn an_inactive_owner_does_not_hold_up_others() {
    with_outside(|outside| {
        let (mut ours, mut theirs) = (Meter::install(OWNER), Meter::install(NEIGHBOUR));
        Inactive::set(vec![STEEL]);
        set_feeds(&[FEED]);
        outside.expect(FEED, vec![ours.report(), theirs.report()].encode());
        work();
        let owners: Vec<_> = outside.take_submitted().iter().map(|bytes| batch(bytes).0).collect();
        assert_eq!(owners, [MILL]);
    });
}

#[test]
fn a_report_that_breaks_a_rule_is_submitted_and_quarantined() {
    with_outside(|outside| {
        let mut meter = Meter::install(OWNER);
        set_feeds(&[FEED]);
        outside.expect(FEED, vec![meter.bad_report(|report| report.readings = 0)].encode());
        work();
        assert_ok!(apply_bytes(&outside.take_submitted()[0]));
        assert!(crate::Quarantine::<Test>::contains_key(meter.device, 1));
    });
}

#[test]
fn a_full_batch_is_submitted() {
    with_outside(|outside| {
        let signer = Signer::secp256k1(1);
        let mut meter = Meter::install_signing(OWNER, signer, |_| ());
        let short = |meter: &mut Meter| meter.report_with(|r| r.end = r.start + 1_000);
        let reports: Vec<SignedReport> = (0..MAX_BATCH).map(|_| short(&mut meter)).collect();
        set_feeds(&[FEED]);
        outside.expect(FEED, reports.encode());
        work();
        let submitted = outside.take_submitted();
        assert_eq!(batch(&submitted[0]).1.len() as u32, MAX_BATCH);
        assert_ok!(apply_bytes(&submitted[0]));
    });
}

#[test]
fn without_feeds_nobody_is_asked() {
    // An unexpected request panics.
    with_outside(|_| work());
    with_outside(|_| {
        set_feeds(&[]);
        work();
    });
    with_outside(|_| {
        store(crate::FEEDS_KEY, b"not a list");
        work();
    });
}

#[test]
fn a_pool_that_takes_nothing_stops_nothing() {
    let outside = Outside::with_full_pool();
    ExtBuilder::default().outside(&outside).build_and_execute(|| {
        let (mut ours, mut theirs) = (Meter::install(OWNER), Meter::install(NEIGHBOUR));
        set_feeds(&[FEED]);
        outside.expect(FEED, vec![ours.report(), theirs.report()].encode());
        work();
        assert_eq!(outside.take_submitted().len(), 2);
    });
}

#[test]
fn two_runs_do_not_pull_at_the_same_time() {
    with_outside(|outside| {
        set_feeds(&[FEED]);
        outside.set_time(1_000);
        store(LOCK, &Timestamp::from_unix_millis(1_000).encode());
        // An unexpected request panics.
        work();
        // What a run left that died holds up nobody for long.
        outside.set_time(1_001);
        outside.expect(FEED, Vec::<SignedReport>::new().encode());
        work();
        // A run that ends makes room.
        outside.expect(FEED, Vec::<SignedReport>::new().encode());
        work();
    });
}
