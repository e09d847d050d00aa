//! Replays: what is in the file is on the chain, to the smallest unit.

use crate::common::{
    chain::{TestChain, FACTOR, ORG},
    config, day, signer, wait_until, Bench, REFERENCE,
};
use futures::stream::BoxStream;
use huangpu_gateway::{
    chain::{ChainError, ChainView, Head},
    clock::Clock,
    config::{Config, Input},
    core::Closing,
    daemon::{self, Options, Running},
    decimal,
    intake::simulate,
    profile::Profile,
    replay::{replay, Comparison, Patience, Source},
};
use huangpu_primitives::{
    apis::{
        DeviceStatus, DeviceView, FacilityView, MonthTotalView, QuarantinedView, SourceMonthView,
        SourceView, Standing,
    },
    calendar::{Day, Month},
    report::SignedReport,
    units::grams_co2e,
    DeviceId, FacilityId, Millis, OrgId, SourceId,
};
use polkadot_sdk::sp_core::H256;
use std::{
    collections::BTreeMap,
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc, Arc,
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
    run_with(config, chain, chain, source, now, patience, |_| {})
}

/// The same, telling where the gateway listens, and comparing with what `accounts` says.
fn run_with(
    config: Config,
    chain: &TestChain,
    accounts: &impl ChainView,
    source: Source,
    now: Millis,
    patience: Patience,
    tell: impl FnOnce(SocketAddr),
) -> Result<Comparison, String> {
    let runtime = Runtime::new().unwrap();
    let stopped = Arc::new(AtomicBool::new(false));
    chain.state().now = now;
    let result = runtime.block_on(async {
        let view = Arc::new(chain.clone());
        let options = Options { config, simulate: None, adopt: false, closing: Closing::Held };
        let mut running = daemon::start(options, view, Clock::standing(now)).await.unwrap();
        tell(running.address);
        let worker = worker(&running, chain.clone(), stopped.clone());
        let result = replay(&mut running, accounts, source, None, patience).await;
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
                let reports: Vec<SignedReport> = codec::Decode::decode(&mut &body[..]).unwrap();
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
    assert_eq!(compared.rejected.count, bad.len() as u64);
    assert_eq!(
        compared.notes,
        ["duplicates=1: readings that came again with the same value, counted once"]
    );
    let faults = compared.faults(false);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].starts_with("readings rejected: 10, the first "), "{faults:?}");
    assert!(faults[0].contains("input.csv:3: timestamp: `2018-01-01 00:15` is not"), "{faults:?}");
    assert_eq!(compared.faults(true), Vec::<String>::new());
    let listed = listed(directory.path());
    assert_eq!(listed.iter().map(|(line, _)| *line).collect::<Vec<_>>(), Vec::from_iter(3..=12));
    assert!(listed[7].1.contains("another value (3000 smallest units)"), "{listed:?}");
    assert!(listed[8].1.contains("ahead of the gateway's clock"), "{listed:?}");
    assert!(listed[9].1.contains("before the device's installation"), "{listed:?}");
}

/// The list of rejected rows: line and reason.
fn listed(directory: &Path) -> Vec<(u64, String)> {
    let mut list = csv::Reader::from_path(directory.join("rejected.csv")).unwrap();
    list.deserialize().map(Result::unwrap).collect()
}

#[test]
fn more_bad_rows_than_are_named_are_all_listed() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let row = |day: u32| format!("{day}/1/2018 0:15,{},a\n", if day == 1 { "7" } else { "x" });
    let rows: String = (1..=31).map(row).collect();
    let source = csv(directory.path(), &format!("{HEADER}{rows}"));
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    let compared = compared.unwrap();
    assert_eq!((compared.amount, compared.rejected.count), (7_000, 30));
    let lines: Vec<u64> = listed(directory.path()).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, Vec::from_iter(3..=32));
    // Replayed again without them, no list of bygone faults is left.
    let source = csv(directory.path(), &format!("{HEADER}{}", row(1)));
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    assert_eq!(compared.unwrap().faults(false), Vec::<String>::new());
    assert!(!directory.path().join("rejected.csv").exists());
}

#[test]
fn a_stray_quotation_mark_costs_its_own_row_only() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let rows = "1/1/2018 0:15,1,a\n1/1/2018 0:30,\"2,a\n1/1/2018 0:45,4,a\n1/1/2018 1:00,8,a\n";
    let source = csv(directory.path(), &format!("{HEADER}{rows}"));
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    let compared = compared.unwrap();
    assert_eq!((compared.amount, compared.rejected.count), (13_000, 1));
    assert_eq!(
        listed(directory.path()),
        [(3, "row: has a quotation mark that its line does not close".to_owned())]
    );
}

#[test]
fn rows_of_an_unknown_device_are_rejected() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let Source::Csv { file, mut profile } = csv(
        directory.path(),
        &format!(
            "date,Usage_kWh,meter\n1/1/2018 0:15,1,{REFERENCE}\n1/1/2018 0:15,2,steel-works/other\n"
        ),
    ) else {
        unreachable!()
    };
    profile.columns.device = Some("meter".into());
    let source = Source::Csv { file, profile };
    let compared = run(config(directory.path()), &chain, source, crate::common::NOW, PATIENCE);
    let compared = compared.unwrap();
    assert_eq!((compared.amount, compared.differences.len()), (1_000, 0));
    let [(line, reason)] = &listed(directory.path())[..] else { panic!("one is rejected") };
    assert_eq!(*line, 3);
    assert!(
        reason.starts_with("device: the gateway has no device `steel-works/other`"),
        "{reason}"
    );
}

#[test]
fn a_register_that_goes_backwards_is_rejected() {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let rows = "1/1/2018 0:15,1.5,a\n1/1/2018 0:30,1.499,a\n1/1/2018 0:45,1.75,a\n";
    let Source::Csv { file, mut profile } = csv(directory.path(), &format!("{HEADER}{rows}"))
    else {
        unreachable!()
    };
    profile.devices[0].input = Input::Register;
    let config = Config { devices: profile.devices.clone(), ..config(directory.path()) };
    let source = Source::Csv { file, profile };
    let compared = run(config, &chain, source, crate::common::NOW, PATIENCE).unwrap();
    assert_eq!((compared.amount, compared.differences.len()), (1_750, 0));
    let [(line, reason)] = &listed(directory.path())[..] else { panic!("one is rejected") };
    assert_eq!(*line, 3);
    let expected = "value: the register goes backwards, from 1500 to 1499";
    assert!(reason.starts_with(expected), "{reason}");
}

/// Replays a row from a pipe. The replay opens its input when the devices may report, and reads it when
/// somebody writes: meanwhile the chain is changed, until the gateway has seen what that hinders.
fn replay_while(change: impl FnOnce(&TestChain), hindrance: &'static str) -> Vec<(u64, String)> {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let file = directory.path().join("pipe.csv");
    let (kind, mode) =
        (rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR);
    rustix::fs::mknodat(rustix::fs::CWD, &file, kind, mode, 0).unwrap();
    let config = config(directory.path());
    let source = Source::Csv { file: file.clone(), profile: Box::new(profile()) };
    let (changed, (tell, told)) = (chain.clone(), mpsc::channel());
    let replay = std::thread::spawn(move || {
        let tell = |address| tell.send(address).unwrap();
        run_with(config, &changed, &changed, source, crate::common::NOW, PATIENCE, tell).unwrap()
    });
    let url = format!("http://{}/healthz", told.recv().unwrap());
    let mut pipe = std::fs::File::options().write(true).open(&file).unwrap();
    change(&chain);
    wait_until("the gateway sees it", || {
        let (status, health) = crate::common::get(&url);
        (status == 503 && String::from_utf8(health).unwrap().contains(hindrance)).then_some(())
    });
    pipe.write_all(format!("{HEADER}1/1/2018 0:15,3,a\n").as_bytes()).unwrap();
    drop(pipe);
    let compared = replay.join().unwrap();
    assert_eq!((compared.readings, compared.rejected.count), (0, 1));
    let differences = &compared.differences;
    assert!(differences.iter().any(|d| d.contains(hindrance)), "{differences:?}");
    listed(directory.path())
}

#[test]
fn rows_of_a_device_that_the_chain_refuses_are_rejected() {
    for (status, word) in
        [(DeviceStatus::Suspended, "suspended"), (DeviceStatus::Retired, "retired")]
    {
        let refuse = |chain: &TestChain| {
            chain.change(chain.id(REFERENCE), |device| device.view.status = status);
        };
        let [(line, reason)] = &replay_while(refuse, word)[..] else { panic!("one is rejected") };
        assert_eq!(*line, 2);
        assert!(reason.starts_with(&format!("device: {word}: ")), "{reason}");
    }
}

#[test]
fn rows_of_an_organisation_that_is_not_active_are_rejected() {
    let suspend = |chain: &TestChain| chain.state().standing = Some(Standing::Suspended);
    let word = "the organisation is not an active member";
    let [(line, reason)] = &replay_while(suspend, word)[..] else { panic!("one is rejected") };
    assert_eq!(*line, 2);
    assert!(reason.starts_with(&format!("device: {word}")), "{reason}");
}

/// A chain whose emissions are not what they should be.
struct Accounts {
    chain: TestChain,
    sources: usize,
    alter: fn(&mut SourceMonthView),
}

impl ChainView for Accounts {
    async fn connect(&self) -> Result<H256, ChainError> {
        self.chain.connect().await
    }

    async fn follow(&self) -> Result<BoxStream<'static, Result<Head, ChainError>>, ChainError> {
        self.chain.follow().await
    }

    async fn standing(&self, at: H256, org: OrgId) -> Result<Option<Standing>, ChainError> {
        self.chain.standing(at, org).await
    }

    async fn device_by_reference(
        &self,
        at: H256,
        org: OrgId,
        reference: &str,
    ) -> Result<Option<DeviceId>, ChainError> {
        self.chain.device_by_reference(at, org, reference).await
    }

    async fn device(&self, at: H256, id: DeviceId) -> Result<Option<DeviceView>, ChainError> {
        self.chain.device(at, id).await
    }

    async fn quarantined(
        &self,
        at: H256,
        id: DeviceId,
    ) -> Result<Option<QuarantinedView>, ChainError> {
        self.chain.quarantined(at, id).await
    }

    async fn month_totals(
        &self,
        at: H256,
        id: DeviceId,
    ) -> Result<Vec<MonthTotalView>, ChainError> {
        self.chain.month_totals(at, id).await
    }

    async fn facilities(&self, at: H256, org: OrgId) -> Result<Vec<FacilityView>, ChainError> {
        self.chain.facilities(at, org).await
    }

    async fn sources(&self, at: H256, id: FacilityId) -> Result<Vec<SourceView>, ChainError> {
        Ok(self.chain.sources(at, id).await?.into_iter().take(self.sources).collect())
    }

    async fn source_months(
        &self,
        at: H256,
        id: SourceId,
    ) -> Result<Vec<SourceMonthView>, ChainError> {
        let mut months = self.chain.source_months(at, id).await?;
        months.iter_mut().for_each(self.alter);
        Ok(months)
    }

    async fn submit(&self, org: OrgId, reports: Vec<SignedReport>) -> Result<(), ChainError> {
        self.chain.submit(org, reports).await
    }
}

/// Replays three kilowatt-hours of January and four of February, and compares.
fn accounted(sources: usize, alter: fn(&mut SourceMonthView)) -> Comparison {
    let (directory, chain) = plant(&[REFERENCE], NEW_YEAR);
    let source = csv(directory.path(), &format!("{HEADER}1/1/2018 0:15,3,a\n1/2/2018 0:15,4,a\n"));
    let accounts = Accounts { chain: chain.clone(), sources, alter };
    let (config, now) = (config(directory.path()), crate::common::NOW);
    let compared = run_with(config, &chain, &accounts, source, now, PATIENCE, |_| {}).unwrap();
    assert_eq!((compared.readings, compared.amount), (2, 7_000));
    compared
}

#[test]
fn grams_that_are_not_activity_times_factor_are_a_difference() {
    let right = grams_co2e(3_000, FACTOR).unwrap() + grams_co2e(4_000, FACTOR).unwrap();
    let compared = accounted(1, |_| {});
    assert_eq!((compared.grams, compared.faults(false)), (right, vec![]));
    let compared = accounted(1, |month| month.grams = month.grams.map(|grams| grams + 1));
    assert_eq!(compared.grams, right + 2);
    let grams = grams_co2e(4_000, FACTOR).unwrap();
    let wrong = format!("the chain has {} gCO2e, activity x factor is {grams}", grams + 1);
    assert_eq!(compared.faults(false)[1..], [format!("source 101, 2018-02: {wrong}")]);
}

#[test]
fn a_month_in_which_no_factor_is_in_force_is_a_difference() {
    let compared = accounted(1, |month| {
        if month.month == Month::new(2018, 2).unwrap() {
            (month.factor, month.grams) = (None, None);
        }
    });
    assert_eq!(compared.grams, grams_co2e(3_000, FACTOR).unwrap());
    let unknown = "source 101, 2018-02: no factor is in force, so its grams are unknown";
    assert_eq!(compared.faults(true), [unknown]);
}

#[test]
fn a_device_that_measures_no_emission_source_has_no_grams_to_compare() {
    let compared = accounted(0, |_| {});
    assert_eq!((compared.grams, compared.faults(false)), (0, vec![]));
    let note = "device 1 measures no emission source: there are no grams to compare";
    assert_eq!(compared.notes, [note]);
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
    assert_eq!((compared.reports, compared.readings, compared.rejected.count), (243, 23_328, 0));
    assert_eq!((compared.faults(false), compared.notes), (vec![], vec![]));

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
