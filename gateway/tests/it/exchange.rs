//! Quarantine and meter exchanges: whatever the owner and the regulator do meanwhile, what was
//! metered is counted once.

use crate::common::{
    chain::TestChain, config, day, device, signer, Bench, NOW, QUARTER, REFERENCE,
};
use huangpu_gateway::{
    config::{Config, Input},
    core::Closing,
};
use huangpu_primitives::{calendar::Month, report::Report};

/// Sends the day that begins then, and waits for its report, which is the `count`th.
fn report_day(bench: &Bench, begin: u64, count: usize) -> Report {
    bench.send_day(begin);
    bench.wait_reports(count).remove(count - 1).report
}

/// Has the chain take what it has not, and the gateway see that.
fn include(bench: &Bench) {
    bench.chain.include(&bench.pull()).unwrap();
    bench.block();
}

/// Has the chain take it while its clock is so far behind that it finds it in the future.
fn include_too_early(bench: &Bench) {
    bench.chain.state().now = day(50);
    include(bench);
    bench.chain.state().now = NOW;
    assert!(bench.problem().contains("the period ends in the future"), "{}", bench.problem());
}

/// A gateway with a meter that delivers its register.
fn with_register(directory: &std::path::Path) -> Bench {
    let chain = TestChain::new();
    chain.register(REFERENCE, signer(directory, REFERENCE).public(), 1_000, day(100));
    let devices = vec![device(REFERENCE, Input::Register)];
    let bench = Bench::start(Config { devices, ..config(directory) }, &chain);
    bench.wait_clear();
    bench
}

#[test]
fn what_a_discarded_report_metered_comes_in_as_gap() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    report_day(&bench, day(3), 1);
    include_too_early(&bench);
    bench.chain.discard(bench.id(), 1);
    bench.block();
    assert_eq!(bench.problem(), "");
    let second = report_day(&bench, day(2), 2);
    assert_eq!((second.register_start, second.register), (1_096, 1_192));
    include(&bench);
    assert_eq!((bench.chain.gap(bench.id()), bench.chain.counted(bench.id())), (96, 192));
    bench.stop();
}

#[test]
fn a_discarded_report_of_a_register_loses_nothing_either() {
    let directory = tempfile::tempdir().unwrap();
    let bench = with_register(directory.path());
    bench.send(day(3) + QUARTER, 1_096);
    bench.wait_reports(1);
    include_too_early(&bench);
    bench.chain.discard(bench.id(), 1);
    let chain = bench.stop();
    // The gateway need not have been there when it happened.
    let devices = vec![device(REFERENCE, Input::Register)];
    let bench = Bench::start(Config { devices, ..config(directory.path()) }, &chain);
    bench.block();
    bench.send(day(2) + QUARTER, 1_150);
    let second = bench.wait_reports(2).remove(1).report;
    assert_eq!((second.register_start, second.register), (1_096, 1_150));
    include(&bench);
    assert_eq!((chain.gap(bench.id()), chain.counted(bench.id())), (96, 150));
    bench.stop();
}

#[test]
fn what_a_regulator_counts_is_not_counted_again() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let id = bench.id();
    report_day(&bench, day(4), 1);
    report_day(&bench, day(3), 2);
    include_too_early(&bench);
    bench.chain.count(id, 1, Month::of(day(4)));
    bench.block();
    assert!(bench.problem().contains("quarantined: report 2"), "{}", bench.problem());
    bench.chain.discard(id, 2);
    bench.block();
    assert_eq!(report_day(&bench, day(2), 3).register_start, 1_192);
    include(&bench);
    assert_eq!((bench.chain.gap(id), bench.chain.counted(id)), (192, 288));
    assert_eq!(bench.problem(), "");
    bench.stop();
}

#[test]
fn a_quarantined_report_below_the_last_one_is_shown() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    report_day(&bench, day(4), 1);
    include_too_early(&bench);
    report_day(&bench, day(3), 2);
    include(&bench);
    let problem = bench.problem();
    assert!(problem.contains("quarantined: report 1 broke a rule: the period ends in the future"));
    // Nor is it forgotten when the gateway starts again.
    let chain = bench.stop();
    let bench = Bench::start(config(directory.path()), &chain);
    bench.block();
    assert_eq!(bench.problem(), problem);
    chain.discard(bench.id(), 1);
    bench.block();
    assert_eq!(bench.problem(), "");
    bench.stop();
}

#[test]
fn a_meter_exchange_moves_the_register() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    report_day(&bench, day(4), 1);
    include(&bench);
    // A reading that the exchange's closing register has counted, and one that it has not.
    bench.core.set_closing(Closing::Held);
    bench.send(day(3) + QUARTER, 5);
    bench.chain.exchange(bench.id(), day(3) + 2 * QUARTER, 1_101, 7);
    bench.block();
    bench.send(day(3) + 3 * QUARTER, 11);
    bench.core.set_closing(Closing::ByRule);
    let second = bench.wait_reports(2).remove(1).report;
    assert_eq!((second.sequence, second.start), (2, day(3) + 2 * QUARTER));
    assert_eq!((second.register_start, second.register, second.readings), (7, 18, 1));
    include(&bench);
    assert_eq!((bench.chain.gap(bench.id()), bench.chain.counted(bench.id())), (5, 112));
    bench.stop();
}

#[test]
fn an_exchange_with_a_report_under_way_leaves_no_phantom_gap() {
    for seen_before in [false, true] {
        let directory = tempfile::tempdir().unwrap();
        let bench = Bench::registered(directory.path());
        let id = bench.id();
        report_day(&bench, day(4), 1);
        include(&bench);
        report_day(&bench, day(3), 2);
        bench.chain.exchange(id, day(2), 1_192, 7);
        if seen_before {
            bench.block();
        }
        include(&bench);
        let problem = bench.problem();
        assert!(problem.contains("report 2 broke a rule: the period begins before"), "{problem}");
        let third = report_day(&bench, day(2), 3);
        assert_eq!((third.register_start, third.register), (7, 103));
        include(&bench);
        bench.chain.discard(id, 2);
        bench.block();
        assert_eq!(report_day(&bench, day(1), 4).register_start, 103);
        include(&bench);
        // The second day is in the closing register.
        assert_eq!((bench.chain.gap(id), bench.chain.counted(id)), (96, 4 * 96));
        assert_eq!(bench.problem(), "");
        bench.stop();
    }
}

#[test]
fn what_was_metered_after_an_exchange_within_a_report_comes_in_as_gap() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let id = bench.id();
    report_day(&bench, day(4), 1);
    include(&bench);
    report_day(&bench, day(3), 2);
    // At noon: half of the report is the old meter's, half the new one's.
    bench.chain.exchange(id, day(3) + 48 * QUARTER, 1_096 + 48, 7);
    include(&bench);
    assert!(bench.problem().contains("quarantined: report 2"));
    assert_eq!(report_day(&bench, day(2), 3).register_start, 7 + 48);
    include(&bench);
    assert_eq!((bench.chain.gap(id), bench.chain.counted(id)), (96, 3 * 96));
    bench.stop();
}

#[test]
fn a_register_goes_on_from_the_new_meters_last_reading() {
    let directory = tempfile::tempdir().unwrap();
    let bench = with_register(directory.path());
    let id = bench.id();
    bench.core.set_closing(Closing::Held);
    bench.send(day(3) + QUARTER, 1_200);
    bench.send(day(3) + 3 * QUARTER, 5_010);
    bench.core.set_closing(Closing::ByRule);
    bench.wait_reports(1);
    bench.chain.exchange(id, day(3) + 2 * QUARTER, 1_210, 5_000);
    include(&bench);
    bench.send(day(2) + QUARTER, 5_030);
    let second = bench.wait_reports(2).remove(1).report;
    assert_eq!((second.register_start, second.register), (5_010, 5_030));
    include(&bench);
    // 210 in the closing register, 10 under the first report, 20 under the second.
    assert_eq!((bench.chain.gap(id), bench.chain.counted(id)), (220, 240));
    bench.stop();
}

#[test]
fn a_report_from_before_an_exchange_that_is_counted_holds_nothing_up() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let id = bench.id();
    report_day(&bench, day(5), 1);
    include(&bench);
    report_day(&bench, day(4), 2);
    report_day(&bench, day(3), 3);
    let under_way = bench.pull();
    // Dated before both, so neither overlaps with it.
    bench.chain.exchange(id, day(4), 1_096, 7);
    bench.block();
    for report in &under_way {
        bench.chain.include(std::slice::from_ref(report)).unwrap();
        bench.block();
    }
    assert_eq!(report_day(&bench, day(2), 4).register_start, 1_096 + 192);
    include(&bench);
    assert_eq!(bench.problem(), "", "none is quarantined");
    // The chain took the old meter's register for the new one's: that is the exchange's wrong date.
    assert_eq!(bench.chain.gap(id), 1_096 - 7);
    assert_eq!(bench.chain.counted(id), 1_096 - 7 + 4 * 96);
    bench.stop();
}

#[test]
fn a_quarantined_report_is_shown_and_holds_nothing_up() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let id = bench.id();
    report_day(&bench, day(4), 1);
    // Meanwhile the owner declares something that the report contradicts.
    bench.chain.exchange(id, day(4), 1_000, 2_000);
    include(&bench);
    let problem = bench.problem();
    assert!(
        problem.contains("quarantined: report 1") && problem.contains("backwards"),
        "{problem}"
    );
    let second = report_day(&bench, day(3), 2);
    assert_eq!((second.register_start, second.register), (2_096, 2_192));
    include(&bench);
    bench.chain.discard(id, 1);
    bench.block();
    assert_eq!(bench.problem(), "");
    assert_eq!(report_day(&bench, day(2), 3).register_start, 2_192);
    include(&bench);
    assert_eq!((bench.chain.gap(id), bench.chain.counted(id)), (96, 3 * 96));
    bench.stop();
}

#[test]
fn a_calibration_that_is_renewed_late_counts_for_its_time() {
    let directory = tempfile::tempdir().unwrap();
    let bench = Bench::registered(directory.path());
    let id = bench.id();
    bench.chain.change(id, |device| device.calibrations = (None, None));
    report_day(&bench, day(4), 1);
    include(&bench);
    report_day(&bench, day(3), 2);
    bench.chain.calibrate(id, day(3), NOW);
    include(&bench);
    let total = bench.chain.totals(id).remove(0);
    assert_eq!((total.uncalibrated, total.measured, total.gap), (96, 96, 0));
    bench.stop();
}
