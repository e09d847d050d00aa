//! `GET /v1/refused`: readings that were taken in and turned out not to be countable, and why.
//!
//! In the order in which that was found; `after` is the `id` of the last one seen. But for the
//! fields `id`, `refused` and `reason`, each is as it could be sent to `POST /v1/readings`.

use super::{with_store, Failure, Shared};
use crate::{
    core::Core,
    reading::{Key, Slot},
    store::RefusedReading,
};
use axum::{
    extract::{rejection::QueryRejection, Query, State},
    http::StatusCode,
    Json,
};
use huangpu_primitives::Millis;
use serde::{Deserialize, Serialize};

/// Most readings in one answer.
const MAX_REFUSED: usize = 256;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    after: Option<String>,
    limit: Option<usize>,
}

/// A reading that cannot be counted.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// Names it, for `after`.
    pub id: String,
    /// When it turned out.
    pub refused: Millis,
    /// The device's reference.
    pub device: String,
    /// When it was measured.
    pub timestamp: Millis,
    /// Tells readings of one moment apart.
    pub counter: u64,
    /// As it came, in smallest units.
    pub value: u64,
    /// Of the value, if the device is still configured.
    pub unit: Option<&'static str>,
    /// Why it cannot be counted.
    pub reason: String,
}

pub(super) async fn refused(
    State(shared): State<Shared>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<Vec<Shown>>, Failure> {
    let Query(asked) = asked.map_err(|e| Failure::new(e.status(), e.body_text()))?;
    let after = asked.after.as_deref().map(parse_id).transpose()?;
    let limit = asked.limit.unwrap_or(MAX_REFUSED).min(MAX_REFUSED);
    let shown = with_store(shared.core()?, move |core| {
        let refused = core.store.refused(after, limit)?;
        Ok(refused.into_iter().map(|reading| show(core, reading)).collect())
    });
    shown.await.map(Json)
}

fn show(core: &Core, reading: RefusedReading) -> Shown {
    let RefusedReading { id: (refused, slot, key), reference, amount, reason } = reading;
    let meter = core.meters.at_slot(slot).map(|at| &core.meters.all()[at]);
    Shown {
        id: format!("{refused}-{}-{}-{}", slot.0, key.timestamp, key.counter),
        refused,
        device: reference,
        timestamp: key.timestamp,
        counter: key.counter,
        value: amount,
        unit: meter.map(|meter| meter.config.unit.code()),
        reason,
    }
}

fn parse_id(text: &str) -> Result<(Millis, Slot, Key), Failure> {
    let bad = || Failure::new(StatusCode::BAD_REQUEST, "`after` is the `id` of a refused reading");
    let parts = text.split('-').map(|part| part.parse::<u64>().ok()).collect::<Option<Vec<_>>>();
    let Some([when, slot, timestamp, counter]) = parts.as_deref() else { return Err(bad()) };
    let slot = u32::try_from(*slot).map_err(|_| bad())?;
    Ok((*when, Slot(slot), Key { timestamp: *timestamp, counter: *counter }))
}
