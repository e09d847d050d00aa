//! `POST /v1/readings`: one reading or an array of them.
//!
//! 200 means that at least one of them is on the disk; the body says what became of each. 400, 404
//! and 409 mean that none is, 503 and 507 that the batch has to be sent again.

use super::{Failure, Shared};
use crate::{
    intake::{json, queue::QueueError},
    reading::{Outcome, Rejection},
    store::StoreError,
};
use axum::{
    body::Bytes,
    extract::{rejection::BytesRejection, State},
    http::StatusCode,
    Json,
};
use serde::Serialize;

/// What became of a batch.
#[derive(Debug, Default, Serialize)]
pub struct Answer {
    /// Readings that are stored for good now.
    pub accepted: usize,
    /// Readings that were stored before.
    pub duplicates: usize,
    /// Readings that are not stored.
    pub rejected: Vec<Rejected>,
}

/// A reading that is not stored.
#[derive(Debug, Serialize)]
pub struct Rejected {
    /// Its place in the batch, from 0.
    pub index: usize,
    /// The field at fault.
    pub field: &'static str,
    /// Why.
    pub reason: String,
}

pub(super) async fn take_in(
    State(shared): State<Shared>,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Answer>), Failure> {
    let core = shared.core()?;
    let body = body.map_err(|e| {
        let reason = format!("{}: at most {} bytes", e.body_text(), core.config.max_body_bytes);
        Failure::new(e.status(), reason)
    })?;
    let sent = json::parse(&body).map_err(|e| Failure::new(StatusCode::BAD_REQUEST, e))?;
    let outcomes = core.take_in(sent).await.map_err(not_stored)?;
    Ok((status(&outcomes), Json(answer(outcomes))))
}

fn not_stored(error: QueueError) -> Failure {
    let status = match &error {
        QueueError::Store(e) if matches!(**e, StoreError::DiskFull) => {
            StatusCode::INSUFFICIENT_STORAGE
        }
        QueueError::Store(_) | QueueError::Closed => StatusCode::SERVICE_UNAVAILABLE,
    };
    Failure::new(status, error)
}

fn answer(outcomes: Vec<Outcome>) -> Answer {
    let mut answer = Answer::default();
    for (index, outcome) in outcomes.into_iter().enumerate() {
        match outcome {
            Outcome::Accepted => answer.accepted += 1,
            Outcome::Duplicate => answer.duplicates += 1,
            Outcome::Rejected(rejection) => {
                let (field, reason) = (rejection.field(), rejection.to_string());
                answer.rejected.push(Rejected { index, field, reason });
            }
        }
    }
    answer
}

/// With nothing stored, the status is that of the rejections if they are all of one kind.
fn status(outcomes: &[Outcome]) -> StatusCode {
    let mut common = None;
    for outcome in outcomes {
        let Outcome::Rejected(rejection) = outcome else { return StatusCode::OK };
        let status = match rejection {
            Rejection::UnknownDevice(_) => StatusCode::NOT_FOUND,
            Rejection::DeviceRefused(_) => StatusCode::FORBIDDEN,
            Rejection::Conflict(_) => StatusCode::CONFLICT,
            _ => StatusCode::BAD_REQUEST,
        };
        if *common.get_or_insert(status) != status {
            return StatusCode::BAD_REQUEST;
        }
    }
    common.unwrap_or(StatusCode::BAD_REQUEST)
}
