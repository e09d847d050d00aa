//! A gateway on the loopback, and someone who talks to it.

pub(crate) mod chain;

use chain::TestChain;
use codec::Decode;
use huangpu_gateway::{
    clock::Clock,
    config::{Config, DeviceConfig, Input},
    core::{Closing, Core},
    daemon::{self, Options, Running},
    keys::{KeyDir, Signer},
    reading::Key,
};
use huangpu_primitives::{
    calendar::{Day, DAY_MS},
    report::SignedReport,
    units::Unit,
    DeviceId, Millis,
};
use serde_json::{json, Value};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::runtime::Runtime;

/// Wednesday, 14 March 2018, noon in Shanghai.
pub(crate) const NOW: Millis = 1_521_000_000_000;
pub(crate) const REFERENCE: &str = "steel-works/main-meter";
pub(crate) const QUARTER: Millis = 15 * 60_000;

/// The begin of the day `days` days before [`NOW`].
pub(crate) fn day(days: u32) -> Millis {
    Day(Day::of(NOW).0 - days).start()
}

pub(crate) fn key(timestamp: Millis) -> Key {
    Key { timestamp, counter: 0 }
}

pub(crate) fn device(reference: &str, input: Input) -> DeviceConfig {
    DeviceConfig {
        reference: reference.into(),
        unit: Unit::WattHour,
        input,
        algorithm: None,
        rollover: None,
    }
}

pub(crate) fn config(directory: &Path) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        data_dir: directory.to_owned(),
        min_free_bytes: 0,
        devices: vec![device(REFERENCE, Input::Interval)],
        ..Config::default()
    }
}

pub(crate) fn signer(directory: &Path, reference: &str) -> Signer {
    KeyDir::open(&directory.join("keys")).unwrap().ensure(reference, None).unwrap()
}

/// Waits until something is so.
pub(crate) fn wait_until<R>(what: &str, mut look: impl FnMut() -> Option<R>) -> R {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A gateway that runs in this process.
pub(crate) struct Bench {
    pub(crate) chain: TestChain,
    pub(crate) core: Arc<Core>,
    pub(crate) url: String,
    pub(crate) runtime: Runtime,
    pub(crate) running: Option<Running>,
}

impl Bench {
    /// Starts a gateway whose clock stands at [`NOW`].
    pub(crate) fn start(config: Config, chain: &TestChain) -> Self {
        Self::start_with(config, chain, Closing::ByRule, false)
    }

    pub(crate) fn start_with(
        config: Config,
        chain: &TestChain,
        closing: Closing,
        adopt: bool,
    ) -> Self {
        let runtime = Runtime::new().unwrap();
        let options = Options { config, simulate: None, adopt, closing };
        let started = async {
            let chain = Arc::new(chain.clone());
            let mut running = daemon::start(options, chain, Clock::standing(NOW)).await.unwrap();
            let core = running.core().await.unwrap();
            (running, core)
        };
        let (running, core) = runtime.block_on(started);
        let url = format!("http://{}", running.address);
        Self { chain: chain.clone(), core, url, runtime, running: Some(running) }
    }

    /// A gateway with one registered device, installed 100 days ago with a register of 1000.
    pub(crate) fn registered(directory: &Path) -> Self {
        let chain = TestChain::new();
        chain.register(REFERENCE, signer(directory, REFERENCE).public(), 1_000, day(100));
        let bench = Self::start(config(directory), &chain);
        bench.wait_clear();
        bench
    }

    pub(crate) fn stop(mut self) -> TestChain {
        self.runtime.block_on(self.running.take().unwrap().stop()).unwrap();
        self.chain.clone()
    }

    /// Waits until the first device may report.
    pub(crate) fn wait_clear(&self) {
        wait_until("the device is clear", || self.core.is_clear(0).then_some(()));
    }

    /// Makes the chain finalize a block, and waits until the gateway has seen it.
    pub(crate) fn block(&self) {
        let number = self.chain.block();
        let seen = || self.core.links().head.filter(|(head, _)| head.number >= number);
        wait_until("the block is seen", || seen().map(drop));
        // The devices are looked at after the head is noted: the next block comes after that.
        let number = self.chain.block();
        wait_until("the block is looked at", || seen_after(&self.core, number));
    }

    pub(crate) fn get(&self, path: &str) -> (u16, Vec<u8>) {
        get(&format!("{}{path}", self.url))
    }

    pub(crate) fn get_json(&self, path: &str) -> (u16, Value) {
        let (status, body) = self.get(path);
        (status, serde_json::from_slice(&body).unwrap())
    }

    pub(crate) fn post(&self, body: &str) -> (u16, Value) {
        post(&format!("{}/v1/readings", self.url), body)
    }

    /// Sends a reading in watt-hours.
    pub(crate) fn send(&self, timestamp: Millis, value: u64) -> (u16, Value) {
        self.post(&reading(REFERENCE, timestamp, value).to_string())
    }

    /// Sends quarter hours of one watt-hour each, up to a moment.
    pub(crate) fn send_day(&self, begin: Millis) {
        let readings: Vec<Value> = (1..=DAY_MS / QUARTER)
            .map(|quarter| reading(REFERENCE, begin + quarter * QUARTER, 1))
            .collect();
        let (status, answer) = self.post(&json!(readings).to_string());
        assert_eq!((status, &answer["accepted"]), (200, &json!(96)), "{answer}");
    }

    /// What a node's off-chain worker does each block.
    pub(crate) fn pull(&self) -> Vec<SignedReport> {
        let (status, body) = self.get("/v1/reports?limit=256&format=scale");
        assert_eq!(status, 200);
        Vec::decode(&mut &body[..]).unwrap()
    }

    /// The reports of the first device.
    pub(crate) fn reports(&self) -> Vec<SignedReport> {
        self.core.store.reports_after(self.core.meters.all()[0].slot, 0, usize::MAX).unwrap()
    }

    pub(crate) fn wait_reports(&self, count: usize) -> Vec<SignedReport> {
        wait_until("the reports are closed", || {
            Some(self.reports()).filter(|reports| reports.len() >= count)
        })
    }

    pub(crate) fn health(&self) -> (u16, Value) {
        self.get_json("/healthz")
    }

    /// What `/healthz` says of the first device.
    pub(crate) fn problem(&self) -> String {
        let (status, health) = self.health();
        let problem = health["devices"][0]["problem"].as_str().unwrap_or_default().to_owned();
        assert_eq!(status == 200, problem.is_empty(), "{health}");
        problem
    }

    pub(crate) fn id(&self) -> DeviceId {
        self.chain.id(REFERENCE)
    }
}

fn seen_after(core: &Core, number: u32) -> Option<()> {
    core.links().head.filter(|(head, _)| head.number >= number).map(drop)
}

pub(crate) fn reading(reference: &str, timestamp: Millis, value: u64) -> Value {
    json!({ "device": reference, "timestamp": timestamp, "value": value, "unit": "WHR" })
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    config.timeout_global(Some(Duration::from_secs(20))).build().into()
}

pub(crate) fn get(url: &str) -> (u16, Vec<u8>) {
    let mut response = agent().get(url).call().unwrap();
    (response.status().as_u16(), response.body_mut().read_to_vec().unwrap())
}

pub(crate) fn try_post(url: &str, body: &str) -> Result<(u16, Value), ureq::Error> {
    let mut response = agent().post(url).send(body)?;
    let text = response.body_mut().read_to_string()?;
    let answer = serde_json::from_str(&text).unwrap_or_else(|_| panic!("not JSON: {text}"));
    Ok((response.status().as_u16(), answer))
}

pub(crate) fn post(url: &str, body: &str) -> (u16, Value) {
    try_post(url, body).unwrap()
}
