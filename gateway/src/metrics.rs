//! What Prometheus reads at `/metrics`.

use crate::reading::Outcome;
use prometheus::{
    Histogram, HistogramOpts, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};
use std::time::Duration;

/// The gateway's metrics.
#[derive(Clone, Debug)]
pub struct Metrics {
    registry: Registry,
    /// Readings by outcome: accepted, duplicate, rejected.
    pub readings: IntCounterVec,
    /// Rejected readings by the field at fault.
    pub rejections: IntCounterVec,
    /// Time of a durable transaction, in seconds.
    pub commits: Histogram,
    /// Requests that could not be stored: disk full, store failed.
    pub store_failures: IntCounter,
    /// Reports made.
    pub reports: IntCounter,
    /// Readings removed after their retention, by report.
    pub pruned: IntCounter,
    /// Readings that wait for a report, by device.
    pub waiting: IntGaugeVec,
    /// Readings taken in that could not be counted, by device.
    pub refused: IntGaugeVec,
    /// Sequence of the last report made, by device.
    pub sequence: IntGaugeVec,
    /// Sequence of the last report in a finalized block, by device.
    pub finalized_sequence: IntGaugeVec,
    /// Whether a device is stuck, by device.
    pub stuck: IntGaugeVec,
    /// Number of the last finalized block.
    pub finalized_block: IntGauge,
    /// Whether the node is followed.
    pub connected: IntGauge,
}

impl Metrics {
    /// Registers them.
    ///
    /// # Errors
    /// If two had the same name, which a test excludes.
    pub fn new() -> Result<Self, prometheus::Error> {
        let registry = Registry::new_custom(Some("huangpu_gateway".into()), None)?;
        let counter = |name, help| register(&registry, IntCounter::new(name, help)?);
        let gauge = |name, help| register(&registry, IntGauge::new(name, help)?);
        let counters = |name, help, label| {
            register(&registry, IntCounterVec::new(Opts::new(name, help), &[label])?)
        };
        let gauges =
            |name, help| register(&registry, IntGaugeVec::new(Opts::new(name, help), &["device"])?);
        let seconds = HistogramOpts::new("commit_seconds", "Time of a durable transaction.");
        let buckets = vec![0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0];
        Ok(Self {
            readings: counters("readings_total", "Readings by outcome.", "outcome")?,
            rejections: counters("rejections_total", "Rejected readings by field.", "field")?,
            commits: register(&registry, Histogram::with_opts(seconds.buckets(buckets))?)?,
            store_failures: counter("store_failures_total", "Requests that were not stored.")?,
            reports: counter("reports_total", "Reports made.")?,
            pruned: counter("pruned_reports_total", "Reports past their retention, removed.")?,
            waiting: gauges("waiting_readings", "Readings that wait for a report.")?,
            refused: gauges("uncountable_readings", "Readings stored that cannot be counted.")?,
            sequence: gauges("last_sequence", "Sequence of the last report made.")?,
            finalized_sequence: gauges(
                "finalized_sequence",
                "Sequence of the last report in a finalized block.",
            )?,
            stuck: gauges("device_stuck", "1 if the device is stuck: /healthz says why.")?,
            finalized_block: gauge("finalized_block", "Number of the last finalized block.")?,
            connected: gauge("chain_connected", "1 if the node is followed.")?,
            registry,
        })
    }

    /// Counts what became of a reading.
    pub fn count(&self, outcome: &Outcome) {
        let label = match outcome {
            Outcome::Accepted => "accepted",
            Outcome::Duplicate => "duplicate",
            Outcome::Rejected(rejection) => {
                self.rejections.with_label_values(&[rejection.field()]).inc();
                "rejected"
            }
        };
        self.readings.with_label_values(&[label]).inc();
    }

    /// Takes the time of a durable transaction.
    pub fn observe_commit(&self, took: Duration) {
        self.commits.observe(took.as_secs_f64());
    }

    /// The text for Prometheus.
    ///
    /// # Errors
    /// If a metric cannot be written.
    pub fn text(&self) -> Result<String, prometheus::Error> {
        TextEncoder::new().encode_to_string(&self.registry.gather())
    }
}

fn register<M: Clone + prometheus::core::Collector + 'static>(
    registry: &Registry,
    metric: M,
) -> Result<M, prometheus::Error> {
    registry.register(Box::new(metric.clone()))?;
    Ok(metric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Rejection;

    #[test]
    fn what_is_counted_is_shown() {
        let metrics = Metrics::new().unwrap();
        metrics.count(&Outcome::Accepted);
        metrics.count(&Outcome::Rejected(Rejection::UnknownDevice("x".into())));
        metrics.waiting.with_label_values(&["steel-works/main-meter"]).set(3);
        let text = metrics.text().unwrap();
        for line in [
            "huangpu_gateway_readings_total{outcome=\"accepted\"} 1",
            "huangpu_gateway_readings_total{outcome=\"rejected\"} 1",
            "huangpu_gateway_rejections_total{field=\"device\"} 1",
            "huangpu_gateway_waiting_readings{device=\"steel-works/main-meter\"} 3",
            "huangpu_gateway_chain_connected 0",
        ] {
            assert!(text.lines().any(|shown| shown == line), "{line} is not in\n{text}");
        }
    }
}
