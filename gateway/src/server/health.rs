//! `GET /healthz`: 200 if readings come in and reports go out, 503 with what is stuck and why.

use super::{with_store, Shared};
use crate::{
    chain::link::Problem,
    core::Core,
    meters::Meter,
    store::{MeterRecord, StoreError},
};
use axum::{extract::State, http::StatusCode, Json};
use serde::Serialize;
use std::time::Duration;

/// A chain whose last finalized block is older than this is out of reach.
const SILENCE: Duration = Duration::from_secs(90);

/// How the gateway is doing.
#[derive(Debug, Serialize)]
pub struct Health {
    /// `ok` or `stuck`.
    pub status: &'static str,
    /// What hinders all devices.
    pub problems: Vec<String>,
    /// The chain.
    pub chain: Option<ChainHealth>,
    /// The devices.
    pub devices: Vec<DeviceHealth>,
}

/// The chain, as far as it is followed.
#[derive(Debug, Serialize)]
pub struct ChainHealth {
    /// Its genesis hash.
    pub genesis: String,
    /// The last finalized block that was looked at.
    pub finalized: Option<u32>,
}

/// How a device is doing.
#[derive(Debug, Serialize)]
pub struct DeviceHealth {
    /// Its reference.
    pub reference: String,
    /// The key that signs its reports.
    pub key: String,
    /// Its id, if the chain knows it.
    pub device: Option<u32>,
    /// What hinders it.
    pub problem: Option<String>,
    /// Readings that wait for a report.
    pub waiting: u64,
    /// Readings that were taken in and could not be counted.
    pub uncountable: u64,
    /// Sequence of the last report made.
    pub sequence: u32,
    /// Sequence of the last report in a finalized block.
    pub finalized_sequence: u32,
}

pub(super) async fn healthz(State(shared): State<Shared>) -> (StatusCode, Json<Health>) {
    let health = match shared.core() {
        Ok(core) => with_store(core, |core| Ok(examine(core))).await,
        Err(failure) => Err(failure),
    };
    let health =
        health.unwrap_or_else(|failure| Health::new(vec![failure.reason], None, Vec::new()));
    let status =
        if health.status == "ok" { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(health))
}

impl Health {
    fn new(problems: Vec<String>, chain: Option<ChainHealth>, devices: Vec<DeviceHealth>) -> Self {
        let ok = problems.is_empty() && devices.iter().all(|device| device.problem.is_none());
        Self { status: if ok { "ok" } else { "stuck" }, problems, chain, devices }
    }
}

/// Examines everything.
pub fn examine(core: &Core) -> Health {
    let devices = core.meters.all().iter().enumerate();
    let devices = devices.map(|(at, meter)| device(core, at, meter)).collect();
    let links = core.links();
    let mut problems = Vec::new();
    if let Some(trouble) = &links.trouble {
        problems.push(format!("chain unreachable: {trouble}"));
    }
    let silent = links.head.map(|(_, seen)| seen.elapsed()).filter(|since| *since > SILENCE);
    if let Some(since) = silent {
        problems.push(format!("chain silent: no finalized block for {} s", since.as_secs()));
    }
    if core.is_disk_full() {
        problems.push(StoreError::DiskFull.to_string());
    }
    let chain = ChainHealth {
        genesis: format!("{:?}", core.store.genesis()),
        finalized: links.head.map(|(head, _)| head.number),
    };
    Health::new(problems, Some(chain), devices)
}

fn device(core: &Core, at: usize, meter: &Meter) -> DeviceHealth {
    let mut problem = core.links().devices[at].problem.clone();
    let record = core.store.meter(meter.slot).unwrap_or_else(|e| {
        problem = Some(Problem::Store(e.to_string()));
        MeterRecord::default()
    });
    let ledger = record.ledger;
    DeviceHealth {
        reference: meter.reference().to_owned(),
        key: crate::keys::display_key(&meter.signer.public()),
        device: ledger.as_ref().map(|ledger| ledger.device.0),
        problem: problem.map(|problem| problem.to_string()),
        waiting: record.waiting,
        uncountable: record.refused,
        sequence: ledger.as_ref().map_or(0, |ledger| ledger.sequence),
        finalized_sequence: ledger.as_ref().map_or(0, |ledger| ledger.finalized),
    }
}
