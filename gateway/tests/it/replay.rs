//! Replays: what is in the file is on the chain, to the smallest unit.

use crate::common::{
    chain::{TestChain, FACTOR, ORG},
    config, day, signer, Bench, REFERENCE,
};
use huangpu_gateway::{
    clock::Clock,
    config::Config,
    core::Closing,
    daemon::{self, Options, Running},
    decimal,
    intake::simulate,
    profile::Profile,
    replay::{replay, Comparison, Patience, Source},
};
use huangpu_primitives::{
    calendar::{Day, Month},
    units::grams_co2e,
    Millis,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
    time::Duration,
};
use tokio::runtime::Runtime;

const PATIENCE: Patience = Patience { wait: false, until_finalized: Duration::from_secs(60) };

/// 1 January 2018, 00:00 in Shanghai.
const NEW_YEAR: Millis = 1_514_736_000_000;

fn profile() -> Profile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles/steel-plant.toml");
    Profile::load(&path).unwrap()
}

/// A replay on a chain whose nodes pull, and make a block every 50 milliseconds.
fn run(
    config: Config,
    chain: &TestChain,
    source: Source,
    now: Millis,
    patience: Patience,
) -> Result<Comparison, String> {
    let runtime = Runtime::new().unwrap();
    let stopped = Arc::new(AtomicBool::new(false));
    chain.state().now = now;
    let result = runtime.block_on(async {
        let view = Arc::new(chain.clone());
        let options = Options { config, simulate: None, adopt: false, closing: Closing::Held };
        let mut running = daemon::start(options, view.clone(), Clock::standing(now)).await.unwrap();
        let worker = worker(&running, chain.clone(), stopped.clone());
        let result = replay(&mut running, view.as_ref(), source, patience).await;
        stopped.store(true, Ordering::SeqCst);
        worker.join().unwrap();
        running.stop().await.unwrap();
        result
    });
    result.map_err(|e| format!("{e:#}"))
}

fn worker(
    running: &Running,
    chain: TestChain,
    stopped: Arc<AtomicBool>,
) -> std::thread::JoinHandle<()> {
    let url = format!("http://{}/v1/reports?limit=256&format=scale", running.address);
    std::thread::spawn(move || {
        while !stopped.load(Ordering::SeqCst) {
            let (status, body) = crate::common::get(&url);
            if status == 200 {
                let reports: Vec<huangpu_primitives::report::SignedReport> =
                    codec::Decode::decode(&mut &body[..]).unwrap();
                if !reports.is_empty() {
                    // The gateway follows finalized blocks, so it may offer a report twice.
                    let _ = chain.include(&reports);
                }
            }
            chain.block();
            std::thread::sleep(Duration::from_millis(50));
        }
    })
}

/// A gateway's directory and a chain that knows its devices.
fn plant(references: &[&str], installed: Millis) -> (tempfile::TempDir, TestChain) {
    let directory = tempfile::tempdir().unwrap();
    let chain = TestChain::new();
    for reference in references {
        chain.register(reference, signer(directory.path(), reference).public(), 0, installed);
    }
    (directory, chain)
}

fn csv(directory: &Path, rows: &str) -> Source {
    let file = directory.join("input.csv");
    std::fs::write(&file, rows).unwrap();
    Source::Csv { file, profile: Box::new(profile()) }
}

const HEADER: &str = "date,Usage_kWh,Load_Type\n";

#[test]
fn a_small_file_is_counted_to_the_watt_hour() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    // The last row ends January; the fourth is out of order.
    let rows = "1/1/2018 0:15,3.17,a\n1/1/2018 0:30,4,a\n1/1/2018 0:00,0.001,a\n\
                1/1/2018 23:45,1.5,a\n31/01/2018 00:00,10,a\n1/2/2018 0:15,20,a\n";
    let source = csv(directory.path(), &format!("{HEADER}{rows}"));
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    let compared = compared.unwrap();
    assert_eq!(compared.differences, Vec::<String>::new());
    let grams = grams_co2e(18_671, FACTOR).unwrap() + grams_co2e(20_000, FACTOR).unwrap();
    assert_eq!(
        compared.to_string(),
        format!("reports=3 readings=6 kWh=38.671 gCO2e={grams} rejected=0")
    );
    let months: Vec<_> = chain.totals(chain.id(REFERENCE)).iter().map(|t| t.measured).collect();
    assert_eq!(months, [18_671, 20_000]);
}

#[test]
fn bad_rows_are_rejected_and_the_others_are_kept() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let bad = [
        "2018-01-01 00:15,1,a",
        "1/1/2018 0:45,NaN,a",
        "1/1/2018 1:00,-1,a",
        "1/1/2018 1:15,1.0001,a",
        "1/1/2018 1:30,1e3,a",
        "1/1/2018 1:45,,a",
        "1/1/2018 2:00,1,5,a",
        "1/1/2018 0:15,4,a",
        "1/1/2099 0:15,1,a",
        "31/12/2017 0:15,1,a",
    ];
    let good = ["1/1/2018 0:15,3,a", "1/1/2018 0:15,3.000,b", "1/1/2018 0:30,2,a"];
    let rows: Vec<&str> = good[..1].iter().chain(&bad).chain(&good[1..]).copied().collect();
    let source = csv(directory.path(), &format!("{HEADER}{}\n", rows.join("\n")));
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    let compared = compared.unwrap();
    assert_eq!(compared.differences, Vec::<String>::new());
    assert_eq!((compared.readings, compared.amount), (2, 5_000), "one came twice");
    assert_eq!(compared.rejected, bad.len() as u64);
}

#[test]
fn a_second_replay_counts_nothing_twice() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let text = format!("{HEADER}1/1/2018 0:15,3.17,a\n2/1/2018 0:15,4,a\n");
    let go = || {
        let source = csv(directory.path(), &text);
        run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE).unwrap()
    };
    let first = go();
    assert_eq!((first.amount, first.reports), (7_170, 2));
    assert_eq!(go(), first);
}

#[test]
fn what_the_chain_has_besides_is_a_difference() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let go = |rows: &str| {
        let source = csv(directory.path(), &format!("{HEADER}{rows}"));
        run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE).unwrap()
    };
    go("1/1/2018 0:15,3,a\n");
    let second = go("1/1/2018 0:30,4,a\n");
    assert_eq!(second.amount, 7_000);
    assert!(second.differences[0].contains("2018-01: the chain has 7000 WHR, 4000 went in"));
    let nothing = go("1/1/2018 0:30,x,a\n");
    assert!(nothing.differences.iter().any(|d| d.contains("no reading was accepted")));
}

#[test]
fn a_quarantined_report_is_a_difference() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    // The register is moved while the reports are on their way, so that they go backwards.
    let bench = Bench::start(config(directory.path()), &chain);
    bench.wait_clear();
    bench.send_day(NEW_YEAR);
    bench.wait_reports(1);
    chain.change(chain.id(REFERENCE), |device| device.view.cursor.register = 9_000_000);
    bench.stop();
    let rows: String = (1..=96)
        .map(|quarter| format!("1/1/2018 {}:{:02},0.001,a\n", quarter / 4 % 24, quarter % 4 * 15))
        .collect();
    let source = csv(directory.path(), &format!("{HEADER}{rows}"));
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    let differences = compared.unwrap().differences;
    assert!(
        differences.iter().any(|d| d.contains("the chain has 0 WHR, 96 went in")),
        "{differences:?}"
    );
    assert!(differences.iter().any(|d| d.contains("quarantined: report 1")), "{differences:?}");
}

#[test]
fn a_replay_says_why_it_cannot_go_on() {
    let (directory, chain) = plant(&[], NEW_YEAR);
    let source = || csv(directory.path(), &format!("{HEADER}1/1/2018 0:15,3,a\n"));
    let go = |patience| {
        run(config(directory.path()), &chain, source(), crate::common::NOW, patience).unwrap_err()
    };
    assert!(go(PATIENCE).contains("unregistered"));
    let brief = Patience { wait: true, until_finalized: Duration::from_millis(700) };
    assert!(go(brief).contains("unregistered"), "having waited");
    let missing = Source::Csv { file: "/nowhere.csv".into(), profile: Box::new(profile()) };
    chain.register(REFERENCE, signer(directory.path(), REFERENCE).public(), 0, NEW_YEAR);
    let error = run(config(directory.path()), &chain, missing, crate::common::NOW, PATIENCE);
    assert!(error.unwrap_err().contains("/nowhere.csv"));
    // A device that is registered while the replay waits for it is found.
    let (late, waits) = (tempfile::tempdir().unwrap(), Patience { wait: true, ..PATIENCE });
    let fresh = TestChain::new();
    let (registered, public) = (fresh.clone(), signer(late.path(), REFERENCE).public());
    let owner = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(800));
        registered.register(REFERENCE, public, 0, NEW_YEAR);
    });
    let source = csv(late.path(), &format!("{HEADER}1/1/2018 0:15,3,a\n"));
    let compared = run(config(late.path()), &fresh, source, crate::common::NOW, waits).unwrap();
    assert_eq!((compared.amount, compared.differences), (3_000, vec![]));
    owner.join().unwrap();
}

#[test]
fn the_simulated_plant_is_counted_too() {
    let installed = day(100);
    let (directory, chain) = plant(&[simulate::REFERENCE], installed);
    let config = Config { devices: vec![simulate::device()], org: ORG, ..config(directory.path()) };
    let source = Source::Simulated { days: 60 };
    let compared = run(config, &chain, source, crate::common::NOW, PATIENCE).unwrap();
    assert_eq!(compared.differences, Vec::<String>::new());
    assert_eq!((compared.reports, compared.readings), (60, 60 * 96));
    let expected: u64 =
        simulate::readings(day(60), Day::of(crate::common::NOW).start()).map(|(_, v)| v).sum();
    assert_eq!(compared.amount, u128::from(expected));
}

/// The file's sums by month, read by hand: nothing of the gateway is used.
fn sums(text: &str) -> BTreeMap<u8, u128> {
    let mut sums = BTreeMap::new();
    for row in text.lines().skip(1) {
        let mut fields = row.split(',');
        let date = fields.next().unwrap();
        let month: u8 = date.split('/').nth(1).unwrap().parse().unwrap();
        let (whole, fraction) = {
            let value = fields.next().unwrap();
            value.split_once('.').unwrap_or((value, ""))
        };
        let thousandths: u128 = format!("{whole}{fraction:0<3}").parse().unwrap();
        *sums.entry(month).or_default() += thousandths;
    }
    sums
}

fn data_file() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let data = std::env::var_os("HUANGPU_DATA").map_or(shared, PathBuf::from);
    let file = data.join("energy/steel_plant_2018_01-08.csv");
    if !file.exists() {
        eprintln!("skipped: {} is not there (set HUANGPU_DATA)", file.display());
        return None;
    }
    Some(file)
}

#[test]
fn eight_months_of_a_real_plant_arrive_exactly() {
    let Some(file) = data_file() else { return };
    let text = std::fs::read_to_string(&file).unwrap();
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let source = Source::Csv { file, profile: Box::new(profile()) };
    let compared = run(config(directory.path()), &chain, source, 1_600_000_000_000, PATIENCE);
    let compared = compared.unwrap();
    assert_eq!(compared.differences, Vec::<String>::new());
    assert_eq!((compared.reports, compared.readings, compared.rejected), (243, 23_328, 0));

    let sums = sums(&text);
    assert_eq!(sums.len(), 8);
    let mut grams = 0;
    let totals = chain.totals(chain.id(REFERENCE));
    assert_eq!(totals.len(), 8);
    for total in &totals {
        let (year, month) = total.month.year_month();
        assert_eq!((year, total.measured), (2018, sums[&month]), "month {month}");
        assert_eq!((total.gap, total.late), (0, 0));
        let days = (total.month.end() - total.month.start()) / 86_400_000;
        assert_eq!((u64::from(total.reports), total.readings), (days, days * 96));
        grams += grams_co2e(total.measured, FACTOR).unwrap();
    }
    let all: u128 = sums.values().sum();
    assert_eq!(compared.amount, all);
    assert_eq!(decimal::format(all, 1_000), "671433.600");
    assert_eq!(compared.grams, grams);
    assert_eq!(Month::of(NEW_YEAR), totals[0].month);
}

#[test]
fn a_restart_in_between_changes_nothing() {
    let (directory, chain) = plant(&[REFERENCE], day(100));
    // Input arrives, the gateway ends before any report was pulled.
    let bench = Bench::start(config(directory.path()), &chain);
    bench.wait_clear();
    for days in (1..=6).rev() {
        bench.send_day(day(days));
    }
    bench.wait_reports(3);
    bench.stop();
    let bench = Bench::start(config(directory.path()), &chain);
    bench.wait_clear();
    let reports = bench.wait_reports(6);
    assert_eq!(chain.include(&reports), Ok(()));
    assert_eq!(chain.totals(chain.id(REFERENCE))[0].measured, 6 * 96);
    bench.stop();
}
