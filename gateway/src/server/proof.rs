//! `GET /v1/proof?device=&sequence=&index=`: proves one reading, in the file format that
//! `huangpu devices prove` reads.

use super::{feed, with_store, Failure, Shared};
use crate::{core::Core, reports, store::StoreError};
use axum::{
    extract::{rejection::QueryRejection, Query, State},
    http::StatusCode,
    Json,
};
use huangpu_client::proof::ProofFile;
use huangpu_primitives::DeviceId;
use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    device: u32,
    sequence: u32,
    index: u32,
}

pub(super) async fn proof(
    State(shared): State<Shared>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<ProofFile>, Failure> {
    let Query(asked) = asked.map_err(|e| Failure::new(e.status(), e.body_text()))?;
    let found = with_store(shared.core()?, move |core| make(core, asked)).await?;
    found.map(Json).ok_or_else(|| {
        let reason = "this gateway has no such reading: it is another's, or past its retention";
        Failure::new(StatusCode::NOT_FOUND, reason)
    })
}

fn make(core: &Core, asked: Asked) -> Result<Option<ProofFile>, StoreError> {
    let device = DeviceId(asked.device);
    let Some(meter) = feed::find(core, device)? else { return Ok(None) };
    let Some((signed, readings)) = core.store.report(meter.slot, asked.sequence)? else {
        return Ok(None);
    };
    let report = signed.report;
    let proof = reports::prove(device, &readings, asked.index, &core.secret);
    Ok(proof
        .map(|proof| ProofFile::new(device, report.sequence, report.root, report.readings, proof)))
}
