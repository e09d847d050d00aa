//! The HTTP server: readings in; reports, proofs, health and metrics out.
//!
//! | request | answer |
//! |---|---|
//! | `POST /v1/readings` | what became of each reading ([`readings`]) |
//! | `GET /v1/reports` | signed reports, SCALE or JSON ([`feed`]) |
//! | `GET /v1/proof` | the proof of one reading ([`proof`]) |
//! | `GET /v1/refused` | readings that cannot be counted ([`refused`]) |
//! | `GET /healthz` | 200, or 503 with what is stuck and why ([`health`]) |
//! | `GET /metrics` | for Prometheus |

pub mod feed;
pub mod health;
pub mod proof;
pub mod readings;
pub mod refused;

use crate::{core::Core, metrics::Metrics};
use axum::{
    extract::DefaultBodyLimit,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
    Json, Router,
};
use serde_json::json;
use std::sync::Arc;
use tokio::{net::TcpListener, sync::watch};

/// What the handlers share: there is no core before the gateway knows its chain.
#[derive(Clone)]
pub struct Shared {
    /// The gateway's middle.
    pub core: watch::Receiver<Option<Arc<Core>>>,
    /// For Prometheus.
    pub metrics: Metrics,
}

/// A request that gets no better answer than a reason.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    reason: String,
}

impl Failure {
    /// An answer with this status and reason.
    pub fn new(status: StatusCode, reason: impl ToString) -> Self {
        Self { status, reason: reason.to_string() }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.reason }))).into_response()
    }
}

impl Shared {
    /// The core, if the gateway has met its chain.
    ///
    /// # Errors
    /// 503 otherwise.
    pub fn core(&self) -> Result<Arc<Core>, Failure> {
        self.core.borrow().clone().ok_or_else(|| {
            Failure::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "the gateway has not met its chain yet: start the node, or name the chain's genesis hash in the configuration",
            )
        })
    }
}

/// Runs something that reads the store, away from the server's own threads.
///
/// # Errors
/// 500 if the store fails.
pub async fn with_store<R: Send + 'static>(
    core: Arc<Core>,
    work: impl FnOnce(&Core) -> Result<R, crate::store::StoreError> + Send + 'static,
) -> Result<R, Failure> {
    let failed = |e: String| Failure::new(StatusCode::INTERNAL_SERVER_ERROR, e);
    let done = tokio::task::spawn_blocking(move || work(&core)).await;
    done.map_err(|e| failed(e.to_string()))?.map_err(|e| failed(e.to_string()))
}

/// The routes.
pub fn router(shared: Shared, max_body: usize) -> Router {
    Router::new()
        .route("/v1/readings", post(readings::take_in))
        .route("/v1/reports", get(feed::reports))
        .route("/v1/proof", get(proof::proof))
        .route("/v1/refused", get(refused::refused))
        .route("/healthz", get(health::healthz))
        .route("/metrics", get(metrics))
        .fallback(|| async { Failure::new(StatusCode::NOT_FOUND, "there is nothing here") })
        .layer(DefaultBodyLimit::max(max_body))
        .with_state(shared)
}

async fn metrics(
    axum::extract::State(shared): axum::extract::State<Shared>,
) -> Result<String, Failure> {
    shared.metrics.text().map_err(|e| Failure::new(StatusCode::INTERNAL_SERVER_ERROR, e))
}

/// Serves until told to stop; then finishes the requests it has begun.
///
/// # Errors
/// If the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    mut stop: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let stopped = async move {
        // An error means that whoever could say stop is gone.
        let _ = stop.wait_for(|stop| *stop).await;
    };
    axum::serve(listener, router).with_graceful_shutdown(stopped).await
}
