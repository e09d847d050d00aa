//! How the gateway stands with its chain: what it signs, what it waits for, what it says.

use crate::common::{
    chain::TestChain, config, day, signer, wait_until, Bench, NOW, QUARTER, REFERENCE,
};
use huangpu_gateway::{
    config::{Config, Duration},
    core::Closing,
    keys::{Algorithm, KeyDir, Signer},
};
use huangpu_primitives::{report::SignedReport, units::Unit};
use polkadot_sdk::sp_core::H256;

#[test]
fn nothing_is_signed_with_a_key_the_chain_does_not_have() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let (id, ours) = (bench.id(), bench.chain.view(bench.id()).key);
    let theirs = Signer::from_seed(Algorithm::Ed25519, &[9; 32]).unwrap().public();
    bench.chain.change(id, |device| device.view.key = theirs);
    bench.block();
    bench.send_day(day(2));
    assert!(bench.problem().contains("key mismatch"), "{}", bench.problem());
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert_eq!(bench.reports(), []);
    bench.chain.change(id, |device| device.view.key = ours);
    bench.block();
    bench.wait_reports(1);
    assert_eq!(bench.problem(), "");
    bench.stop();
}

#[test]
fn another_unit_or_rollover_is_a_problem() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let id = bench.id();
    bench.chain.change(id, |device| device.view.unit = Unit::Gram);
    bench.block();
    assert!(bench.problem().contains("unit mismatch"));
    let chain = bench.stop();
    chain.change(id, |device| {
        (device.view.unit, device.view.rollover) = (Unit::WattHour, Some(100_000));
    });
    let mut config = config(directory.path());
    config.devices[0].rollover = Some(10_000);
    let bench = Bench::start(config, &chain);
    bench.block();
    let problem = bench.problem();
    assert!(problem.contains("rollover mismatch") && problem.contains("Some(100000)"), "{problem}");
    bench.stop();
}

#[test]
fn an_unknown_organisation_is_a_problem() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.chain.state().standing = None;
    bench.block();
    assert!(bench.problem().contains("knows no organisation 2"), "{}", bench.problem());
    assert_eq!(bench.send(day(2) + QUARTER, 1).0, 200, "it may be a mistake: readings are kept");
    bench.stop();
}

#[test]
fn a_reference_registered_anew_is_another_device() {
    let directory = tempfile::tempdir().unwrap();
    let chain = Bench::registered(directory.path()).stop();
    let first = chain.id(REFERENCE);
    chain.change(first, |device| device.view.reference = b"elsewhere".to_vec());
    let second = chain.register(REFERENCE, chain.view(first).key, 0, day(100));
    let bench = Bench::start(config(directory.path()), &chain);
    bench.block();
    let expected =
        format!("reports are of device {first}, the reference is registered as device {second}");
    assert!(bench.problem().contains(&expected), "{}", bench.problem());
    bench.stop();
}

#[test]
fn reports_that_are_gone_cannot_be_offered_again() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let before = bench.chain.view(bench.id()).cursor;
    bench.send_day(day(3));
    bench.send_day(day(2));
    bench.chain.include(&bench.wait_reports(2)).unwrap();
    bench.block();
    let slot = bench.core.meters.all()[0].slot;
    assert_eq!(bench.core.store.prune(slot, NOW + 1, 1).unwrap(), 1);
    bench.chain.change(bench.id(), |device| device.view.cursor = before);
    bench.block();
    assert!(bench.problem().contains("stands at report 0"), "{}", bench.problem());
    assert_eq!(bench.pull(), []);
    bench.stop();
}

#[test]
fn an_unreachable_chain_is_said_to_be_so_and_readings_are_kept() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.chain.state().reachable = false;
    bench.chain.block();
    wait_until("the trouble is noticed", || (bench.health().0 == 503).then_some(()));
    assert!(bench.health().1["problems"][0].as_str().unwrap().contains("chain unreachable"));
    bench.send_day(day(2));
    bench.chain.state().reachable = true;
    wait_until("the chain is followed again", || (bench.health().0 == 200).then_some(()));
    bench.stop();
}

#[test]
fn a_gateway_without_its_node_serves_the_chain_it_served_last() {
    let directory = tempfile::tempdir().unwrap();
    let chain = Bench::registered(directory.path()).stop();
    chain.state().reachable = false;
    let bench = Bench::start(config(directory.path()), &chain);
    assert_eq!(bench.core.store.genesis(), chain.genesis());
    assert_eq!(bench.send(day(2), 1).0, 200, "it is kept");
    assert_eq!(bench.health().0, 503);
    bench.stop();
}

#[test]
fn another_chain_at_the_same_address_gets_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.send_day(day(2));
    bench.wait_reports(1);
    let chain = bench.stop();
    let (genesis, other) = (chain.genesis(), H256::repeat_byte(0x48));
    chain.state().genesis = other;
    let sticking = Config { genesis: Some(genesis), ..config(directory.path()) };
    let bench = Bench::start(sticking, &chain);
    wait_until("it is noticed", || {
        let problem = bench.health().1["problems"][0].as_str().map(str::to_owned);
        problem.filter(|problem| problem.contains("another chain"))
    });
    assert_eq!(bench.pull(), [], "nothing is offered for a chain that is not followed");
    bench.stop();
    // Without being told to stick to its chain, it begins anew with the other one.
    let bench = Bench::start(config(directory.path()), &chain);
    assert_eq!((bench.core.store.genesis(), bench.reports()), (other, vec![]));
    bench.stop();
}

/// A gateway whose chain has its first two reports, and its chain.
fn with_two_reports(directory: &std::path::Path) -> (TestChain, Vec<SignedReport>) {
    let bench = Bench::registered(directory);
    bench.send_day(day(3));
    bench.send_day(day(2));
    let reports = bench.wait_reports(2);
    bench.chain.include(&reports).unwrap();
    bench.block();
    (bench.stop(), reports)
}

/// Loses everything but the keys.
fn lose_store(directory: &std::path::Path, chain: &TestChain) {
    let path = huangpu_gateway::store::Store::path(directory, &chain.genesis());
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_lost_store_goes_on_from_the_chains_cursor() {
    let directory = tempfile::tempdir().unwrap();
    let (chain, reports) = with_two_reports(directory.path());
    lose_store(directory.path(), &chain);
    let bench = Bench::start(config(directory.path()), &chain);
    bench.wait_clear();
    // What the chain has counted is not counted again, even if it is sent again.
    let (status, answer) = bench.send(day(3) + QUARTER, 1);
    assert_eq!((status, answer["rejected"][0]["field"].as_str()), (400, Some("timestamp")));
    bench.send_day(day(1));
    let third = bench.wait_reports(1).remove(0);
    assert_eq!(third.report.sequence, 3);
    assert_eq!(third.report.previous, reports[1].report.hash(&chain.genesis()));
    assert_eq!(third.report.register_start, reports[1].report.register);
    assert_eq!(chain.include(&bench.pull()), Ok(()));
    assert_eq!(chain.totals(bench.id()).iter().map(|total| total.gap).sum::<u128>(), 0);
    bench.stop();
}

#[test]
fn an_old_backup_waits_for_its_operator() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.send_day(day(3));
    bench.chain.include(&bench.wait_reports(1)).unwrap();
    bench.block();
    let chain = bench.stop();
    let store = huangpu_gateway::store::Store::path(directory.path(), &chain.genesis());
    let backup = directory.path().join("backup");
    std::fs::copy(&store, &backup).unwrap();
    let bench = Bench::start(config(directory.path()), &chain);
    bench.wait_clear();
    bench.send_day(day(2));
    chain.include(&bench.wait_reports(2)[1..]).unwrap();
    bench.stop();

    std::fs::copy(&backup, &store).unwrap();
    let bench = Bench::start(config(directory.path()), &chain);
    bench.block();
    assert!(bench.problem().contains("chain cursor ahead of store"), "{}", bench.problem());
    bench.send_day(day(1));
    assert_eq!(bench.pull(), []);
    bench.stop();
    let bench = Bench::start_with(config(directory.path()), &chain, Closing::ByRule, true);
    wait_until("it goes on", || (bench.pull().len() == 1).then_some(()));
    let report = bench.pull().remove(0).report;
    assert_eq!((report.sequence, report.readings), (3, 96));
    assert_eq!(chain.include(&bench.pull()), Ok(()));
    bench.stop();
}

#[test]
fn a_second_gateway_for_the_same_device_is_noticed() {
    let (ours, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let bench = Bench::registered(ours.path());
    // The other one has a copy of the key, and other readings.
    std::fs::create_dir(theirs.path().join("keys")).unwrap();
    for entry in std::fs::read_dir(ours.path().join("keys")).unwrap() {
        let path = entry.unwrap().path();
        let copy = theirs.path().join("keys").join(path.file_name().unwrap());
        std::fs::copy(&path, &copy).unwrap();
    }
    let other = Bench::start(config(theirs.path()), &bench.chain);
    other.wait_clear();
    bench.send_day(day(2));
    bench.wait_reports(1);
    other.send_day(day(3));
    bench.chain.include(&other.wait_reports(1)).unwrap();
    bench.block();
    assert!(bench.problem().contains("another gateway signed it"), "{}", bench.problem());
    assert_eq!(bench.pull(), [], "its reports would be refused");
    other.stop();
    bench.stop();
}

#[test]
fn reports_that_nobody_takes_are_a_problem() {
    let directory = tempfile::tempdir().unwrap();
    let chain = TestChain::new();
    chain.register(REFERENCE, signer(directory.path(), REFERENCE).public(), 0, day(100));
    let config = Config { stuck_after: Duration(300), ..config(directory.path()) };
    let bench = Bench::start(config, &chain);
    bench.wait_clear();
    bench.send_day(day(2));
    bench.wait_reports(1);
    bench.block();
    std::thread::sleep(std::time::Duration::from_millis(400));
    bench.block();
    assert!(bench.problem().contains("reports from 1 on are not taken"), "{}", bench.problem());
    assert_eq!(bench.pull().len(), 1, "they are still offered");
    chain.include(&bench.pull()).unwrap();
    bench.block();
    assert_eq!(bench.problem(), "");
    bench.stop();
}

#[test]
fn the_other_algorithms_report_too() {
    for algorithm in [Algorithm::Sr25519, Algorithm::Secp256k1] {
        let directory = tempfile::tempdir().unwrap();
        let keys = KeyDir::open(&directory.path().join("keys")).unwrap();
        keys.ensure(REFERENCE, Some(algorithm)).unwrap();
        let bench = Bench::registered(directory.path());
        bench.send_day(day(2));
        assert_eq!(bench.chain.include(&bench.wait_reports(1)), Ok(()));
        bench.stop();
    }
}

#[test]
fn a_clock_that_goes_back_holds_reports_up_but_loses_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    bench.send_day(day(2));
    bench.wait_reports(1);
    bench.core.set_closing(Closing::Held);
    bench.send_day(day(1));
    bench.core.clock.set(day(1));
    bench.core.set_closing(Closing::ByRule);
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert_eq!(bench.reports().len(), 1, "no report lies in the future");
    assert_eq!(bench.send(NOW, 1).0, 400, "nor does a reading");
    bench.core.clock.set(NOW);
    assert_eq!(bench.wait_reports(2).len(), 2);
    bench.stop();
}
