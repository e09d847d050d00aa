//! What the runtime API answers, and what other pallets may ask.

use super::*;
use crate::Breach;
use huangpu_primitives::{
    apis::{DeviceStatus, ProofOutcome, PAGE},
    calendar::DAY_MS,
    merkle,
    report::{Reading, ReadingProof},
    traits::{DeviceDirectory, DeviceFacts, Direction},
    units::Unit,
};
use polkadot_sdk::{
    frame_support::{assert_ok, traits::Hooks, weights::Weight},
    sp_core::H256,
};

/// Four readings under one root, with their proofs.
fn tree() -> (H256, Vec<ReadingProof>) {
    let reading = |n: u64| Reading { timestamp: INSTALLED + n, value: 25, status: 0 };
    let salt = |n: u64| [n as u8; 16];
    let leaves: Vec<H256> = (0..4).map(|n| reading(n).leaf(&salt(n))).collect();
    let proofs = (0..4).map(|n| ReadingProof {
        reading: reading(n),
        salt: salt(n),
        index: n as u32,
        path: merkle::path(&leaves, n as usize).unwrap(),
    });
    (merkle::root(&leaves).unwrap(), proofs.collect())
}

#[test]
fn a_reading_is_proved_while_its_root_is_retained() {
    ExtBuilder::default().build_and_execute(|| {
        <Devices as Hooks<u64>>::on_idle(1, Weight::MAX);
        let mut meter = Meter::install(OWNER);
        let (root, proofs) = tree();
        let prove = |sequence, proof| Devices::prove_reading(DeviceId(1), sequence, proof);
        assert_eq!(prove(1, &proofs[0]), ProofOutcome::UnknownReport);
        let report = meter.report_with(|report| report.root = root);
        assert_ok!(submit(STEEL, vec![report, meter.report()]));

        for proof in &proofs {
            assert_eq!(prove(1, proof), ProofOutcome::Proved);
        }
        let mut other = proofs[1].clone();
        other.reading.value += 1;
        assert_eq!(prove(1, &other), ProofOutcome::NotUnderRoot);
        assert_eq!(prove(2, &proofs[0]), ProofOutcome::NotUnderRoot);
        for unknown in [0, 3] {
            assert_eq!(prove(unknown, &proofs[0]), ProofOutcome::UnknownReport);
        }
        let nowhere = Devices::prove_reading(NO_DEVICE, 1, &proofs[0]);
        assert_eq!(nowhere, ProofOutcome::UnknownReport);

        pass(u64::from(RETENTION + 1) * DAY_MS);
        <Devices as Hooks<u64>>::on_idle(1, Weight::MAX);
        for sequence in [1, 2] {
            assert_eq!(prove(sequence, &proofs[0]), ProofOutcome::Pruned);
        }
        for unknown in [0, 3] {
            assert_eq!(prove(unknown, &proofs[0]), ProofOutcome::UnknownReport);
        }
    });
}

#[test]
fn a_proof_holds_only_for_the_number_of_readings_reported() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let (root, proofs) = tree();
        let report = meter.report_with(|report| (report.root, report.readings) = (root, 3));
        assert_ok!(submit(STEEL, vec![report]));
        let outcome = Devices::prove_reading(meter.device, 1, &proofs[3]);
        assert_eq!(outcome, ProofOutcome::NotUnderRoot);
    });
}

#[test]
fn a_device_is_shown_as_it_is() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.rollover = Some(10_000));
        assert_ok!(submit(STEEL, vec![meter.report()]));
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        let view = Devices::device_view(meter.device).unwrap();
        assert_eq!((view.id, view.org), (meter.device, STEEL));
        assert_eq!(view.reference, b"meter 1");
        assert_eq!(view.key, meter.signer.key());
        assert_eq!(view.status, DeviceStatus::Suspended);
        assert_eq!((view.unit, view.direction), (Unit::WattHour, Direction::Import));
        assert_eq!((view.multiplier, view.rollover), (1, Some(10_000)));
        assert_eq!(view.calibrated_from, Some(INSTALLED));
        assert_eq!(view.calibrated_until, Some(START + 365 * DAY_MS));
        assert_eq!((view.cursor.sequence, view.cursor.hash), (1, meter.previous));
        assert_eq!((view.cursor.end, view.cursor.register), (meter.end, 1_100));
        assert_eq!(view.cursor.pruned, 0);
        assert_eq!(Devices::device_view(NO_DEVICE), None);
    });
}

/// Walks pages of a size until one is not full: what they show, sorted.
fn walk<K: Copy + Ord>(limit: u32, page: impl Fn(Option<K>, u32) -> Vec<K>) -> Vec<K> {
    let mut all = Vec::new();
    loop {
        let shown = page(all.last().copied(), limit);
        let size = limit.min(PAGE) as usize;
        assert!(shown.len() <= size);
        let full = shown.len() == size;
        all.extend(shown);
        if !full {
            all.sort_unstable();
            return all;
        }
    }
}

#[test]
fn pages_of_any_size_list_every_device_of_an_owner_once() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [OWNER, NEIGHBOUR, OWNER, OWNER, NEIGHBOUR, OWNER] {
            Meter::install(account);
        }
        let devices = |org, limit| -> Vec<u32> {
            walk(limit, |after: Option<u32>, limit| {
                let page = Devices::devices_page(org, after.map(DeviceId), limit);
                page.into_iter().map(|view| view.id.0).collect()
            })
        };
        for limit in 1..7 {
            assert_eq!(devices(STEEL, limit), [1, 3, 4, 6], "in pages of {limit}");
            assert_eq!(devices(MILL, limit), [2, 5], "in pages of {limit}");
            assert!(devices(BUREAU, limit).is_empty());
        }
        assert_eq!(Devices::devices_page(STEEL, None, 0), []);
    });
}

#[test]
fn a_page_has_a_largest_size() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..=PAGE {
            Meter::install(OWNER);
        }
        let first = Devices::devices_page(STEEL, None, u32::MAX);
        assert_eq!(first.len() as u32, PAGE);
        let rest = Devices::devices_page(STEEL, first.last().map(|view| view.id), u32::MAX);
        let mut ids: Vec<u32> = first.into_iter().chain(rest).map(|view| view.id.0).collect();
        ids.sort_unstable();
        assert_eq!(ids, (1..=PAGE + 1).collect::<Vec<_>>());
    });
}

#[test]
fn a_device_is_found_by_its_owners_reference() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        let find = |org, name: &[u8]| Devices::device_by_reference(org, name.to_vec());
        assert_eq!(find(STEEL, b"meter 1"), Some(meter.device));
        assert_eq!(find(STEEL, b"meter 2"), None);
        assert_eq!(find(MILL, b"meter 1"), None);
        assert_eq!(find(STEEL, &[b'm'; 65]), None);
    });
}

#[test]
fn months_are_listed_from_one_on() {
    let july = june().next();
    ExtBuilder::default().now(july.start() + DAY_MS).build_and_execute(|| {
        let mut meter = Meter::install_with(OWNER, |r| r.installed = july.start() - HOUR);
        let late = meter.report_with(|report| report.late = 2);
        assert_ok!(submit(STEEL, vec![late, meter.report()]));
        let months = Devices::month_totals_page(meter.device, Month(0), 10);
        assert_eq!(months.iter().map(|m| m.month).collect::<Vec<_>>(), [june(), july]);
        let first = &months[0];
        assert_eq!((first.measured, first.uncalibrated, first.gap), (100, 0, 0));
        assert_eq!((first.readings, first.late, first.reports), (4, 2, 1));
        assert_eq!(first.last_sequence, 1);
        assert_eq!(months[1].last_hash, meter.previous);
        assert_eq!(Devices::month_totals_page(meter.device, july, 10), months[1..]);
        assert_eq!(Devices::month_totals_page(meter.device, Month(0), 1), months[..1]);
        assert_eq!(Devices::month_totals_page(meter.device, july.next(), 10), []);
    });
}

#[test]
fn quarantined_reports_are_listed_with_their_reason() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let reports = vec![
            meter.bad_report(|report| report.readings = 0),
            meter.report(),
            meter.bad_report(|report| report.register_start -= 1),
        ];
        assert_ok!(submit(STEEL, reports));
        let mut all = Devices::quarantined_page(meter.device, None, 10);
        all.sort_unstable_by_key(|view| view.sequence);
        assert_eq!(all.iter().map(|view| view.sequence).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(all[0].reason, Breach::ReadingsImplausible.sentence().as_bytes());
        assert_eq!(all[1].reason, Breach::RegisterBackwards.sentence().as_bytes());
        assert_eq!((all[1].register_start, all[1].register), (1_099, 1_200));
        assert_eq!((all[1].start, all[1].end), (meter.end, meter.end + HOUR));
        assert_eq!((all[0].readings, all[1].readings), (0, 4));
        let one = |sequence| Devices::quarantined_view(meter.device, sequence);
        assert_eq!((one(1), one(3)), (Some(all[0].clone()), Some(all[1].clone())));
        assert_eq!((one(0), one(2), one(4)), (None, None, None));
        assert_eq!(Devices::quarantined_view(NO_DEVICE, 1), None);
    });
}

#[test]
fn pages_of_any_size_list_every_quarantined_report_once() {
    ExtBuilder::default().build_and_execute(|| {
        let mut meter = Meter::install(OWNER);
        let bad: Vec<_> = (0..7).map(|_| meter.bad_report(|report| report.readings = 0)).collect();
        assert_ok!(submit(STEEL, bad));
        let page = |after, limit| -> Vec<u32> {
            let page = Devices::quarantined_page(meter.device, after, limit);
            page.into_iter().map(|view| view.sequence).collect()
        };
        for limit in 1..9 {
            assert_eq!(walk(limit, page), (1..=7).collect::<Vec<_>>(), "in pages of {limit}");
        }
        // A report that was resolved between two pages still names its place.
        let (first, rest) = (page(None, 3), page(None, 7)[3..].to_vec());
        let resolve = Devices::resolve_quarantined(
            signed(OWNER),
            meter.device,
            first[2],
            crate::Resolution::Discard,
        );
        assert_ok!(resolve);
        assert_eq!(page(Some(first[2]), 7), rest);
        assert_eq!(Devices::quarantined_page(NO_DEVICE, None, 7), []);
    });
}

#[test]
fn every_rule_has_a_sentence_of_its_own() {
    let rules = [
        Breach::EmptyPeriod,
        Breach::PeriodOverlaps,
        Breach::PeriodInFuture,
        Breach::PeriodCrossesMonth,
        Breach::ReadingsImplausible,
        Breach::RegisterBackwards,
        Breach::RegisterBeyondRollover,
    ];
    let sentences: std::collections::BTreeSet<&str> =
        rules.iter().map(|rule| rule.sentence()).collect();
    assert_eq!(sentences.len(), rules.len());
}

#[test]
fn other_pallets_know_devices_until_they_are_retired() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install_with(OWNER, |registration| {
            registration.unit = Unit::Gram;
            registration.direction = Direction::Export;
        });
        let ask = |device| <Devices as DeviceDirectory>::device(device);
        let facts = DeviceFacts { org: STEEL, unit: Unit::Gram, direction: Direction::Export };
        assert_eq!(ask(meter.device), Some(facts));
        assert_ok!(Devices::suspend_device(signed(OWNER), meter.device));
        assert_eq!(ask(meter.device), Some(facts));
        assert_ok!(Devices::retire_device(signed(OWNER), meter.device));
        assert_eq!(ask(meter.device), None);
        assert_eq!(ask(NO_DEVICE), None);
    });
}
