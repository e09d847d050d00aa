//! `GET /v1/reports`: what nodes pull.
//!
//! Without `device`: the reports after each device's finalized cursor, devices in order of their
//! ids, sequences ascending; only of devices whose reports the chain would take. With `device`: that
//! device's reports after `after`, whatever the chain has of them.

use super::{with_store, Failure, Shared};
use crate::{
    core::Core,
    meters::Meter,
    store::{MeterRecord, StoreError},
};
use axum::{
    extract::{rejection::QueryRejection, Query, State},
    http::{header::CONTENT_TYPE, StatusCode},
    response::{IntoResponse, Response},
    Json,
};
use codec::Encode;
use huangpu_primitives::{
    report::{Signature, SignedReport, MAX_BATCH},
    DeviceId,
};
use polkadot_sdk::sp_core::H256;
use serde::Deserialize;
use serde_json::{json, Value};

/// Most reports in one answer: what fits into one transaction.
pub const MAX_REPORTS: usize = MAX_BATCH as usize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    device: Option<u32>,
    after: Option<u32>,
    limit: Option<usize>,
    #[serde(default)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    Scale,
    #[default]
    Json,
}

pub(super) async fn reports(
    State(shared): State<Shared>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Failure> {
    let Query(asked) = asked.map_err(|e| Failure::new(e.status(), e.body_text()))?;
    let core = shared.core()?;
    if asked.device.is_none() && asked.after.is_some() {
        let reason = "`after` goes with `device`: without it, the chain's cursors count";
        return Err(Failure::new(StatusCode::BAD_REQUEST, reason));
    }
    let (format, limit) = (asked.format, asked.limit.unwrap_or(MAX_REPORTS).min(MAX_REPORTS));
    let genesis = core.store.genesis();
    let found = with_store(core, move |core| match asked.device {
        Some(device) => of_device(core, DeviceId(device), asked.after.unwrap_or(0), limit),
        None => offered(core, limit).map(Some),
    });
    let reports = found.await?.ok_or_else(|| {
        Failure::new(StatusCode::NOT_FOUND, "this gateway has no device of this id")
    })?;
    Ok(match format {
        Format::Scale => {
            ([(CONTENT_TYPE, "application/octet-stream")], reports.encode()).into_response()
        }
        Format::Json => {
            let shown: Vec<Value> = reports.iter().map(|report| show(report, &genesis)).collect();
            Json(shown).into_response()
        }
    })
}

/// A device of this gateway, by its id on the chain.
pub(super) fn find(core: &Core, device: DeviceId) -> Result<Option<&Meter>, StoreError> {
    let mut failure = None;
    for meter in core.meters.all() {
        let found = core.store.meter(meter.slot);
        match found.map(|record| record.ledger.map(|ledger| ledger.device)) {
            Ok(Some(id)) if id == device => return Ok(Some(meter)),
            Ok(_) => {}
            Err(e) => failure = Some(e),
        }
    }
    // It may be the one whose record cannot be read.
    failure.map_or(Ok(None), Err)
}

fn of_device(
    core: &Core,
    device: DeviceId,
    after: u32,
    limit: usize,
) -> Result<Option<Vec<SignedReport>>, StoreError> {
    let Some(meter) = find(core, device)? else { return Ok(None) };
    core.store.reports_after(meter.slot, after, limit).map(Some)
}

/// The reports that the chain has yet to take. A device whose reports cannot be read holds up no
/// other.
///
/// # Errors
/// If the store fails, and so nothing can be offered.
pub fn offered(core: &Core, limit: usize) -> Result<Vec<SignedReport>, StoreError> {
    let (mut ledgers, mut failure) = (Vec::new(), None);
    for (at, meter) in core.meters.all().iter().enumerate() {
        if !core.is_clear(at) {
            continue;
        }
        match core.store.meter(meter.slot) {
            Ok(MeterRecord { ledger: Some(ledger), .. }) => {
                ledgers.push((ledger.device, meter.slot, ledger));
            }
            Ok(_) => {}
            Err(e) => failure = Some(e),
        }
    }
    ledgers.sort_by_key(|(device, ..)| *device);
    let pending: Vec<usize> =
        ledgers.iter().map(|(.., l)| l.sequence.saturating_sub(l.finalized) as usize).collect();
    let shares = share(limit, &pending);
    let mut reports = Vec::new();
    for ((_, slot, ledger), share) in ledgers.into_iter().zip(shares) {
        match core.store.reports_after(slot, ledger.finalized, share) {
            Ok(more) => reports.extend(more),
            Err(e) => failure = Some(e),
        }
    }
    failure.filter(|_| reports.is_empty()).map_or(Ok(reports), Err)
}

/// Shares a number of places fairly: a device with a long backlog does not hold up the others.
fn share(places: usize, wanted: &[usize]) -> Vec<usize> {
    let mut given = vec![0; wanted.len()];
    let mut left = places;
    while left > 0 {
        let open: Vec<usize> = (0..wanted.len()).filter(|at| given[*at] < wanted[*at]).collect();
        if open.is_empty() {
            break;
        }
        let each = (left / open.len()).max(1);
        for at in open {
            let more = each.min(wanted[at] - given[at]).min(left);
            given[at] += more;
            left -= more;
        }
    }
    given
}

/// A report for people and programs that read JSON.
pub(super) fn show(signed: &SignedReport, genesis: &H256) -> Value {
    let report = &signed.report;
    let (algorithm, signature) = match &signed.signature {
        Signature::Ed25519(bytes) => ("ed25519", bytes.as_slice()),
        Signature::Sr25519(bytes) => ("sr25519", bytes.as_slice()),
        Signature::Secp256k1(bytes) => ("secp256k1", bytes.as_slice()),
        Signature::P256(bytes) => ("p256", bytes.as_slice()),
        Signature::Sm2(bytes) => ("sm2", bytes.as_slice()),
    };
    json!({
        "device": report.device,
        "sequence": report.sequence,
        "previous": report.previous,
        "start": report.start,
        "end": report.end,
        "readings": report.readings,
        "late": report.late,
        "register_start": report.register_start,
        "register": report.register,
        "root": report.root,
        "hash": report.hash(genesis),
        "algorithm": algorithm,
        "signature": format!("0x{}", hex::encode(signature)),
        "scale": format!("0x{}", hex::encode(signed.encode())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_shared_fairly() {
        assert_eq!(share(256, &[3, 5]), [3, 5]);
        assert_eq!(share(10, &[1_000, 2, 1_000]), [4, 2, 4]);
        assert_eq!(share(2, &[9, 9, 9]), [1, 1, 0]);
        assert_eq!(share(0, &[9]), [0]);
        assert_eq!(share(10, &[]), Vec::<usize>::new());
        assert_eq!(share(256, &[0, 1_000]), [0, 256]);
    }
}
