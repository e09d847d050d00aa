//! The gateway's middle: what the ways in, the ways out, the chain's follower and the closing task
//! share.

use crate::{
    chain::{
        link::{Problem, Sighting},
        Head,
    },
    clock::Clock,
    closing::Rule,
    config::Config,
    intake::{
        json::Sent,
        queue::{Queue, QueueError},
    },
    meters::{Meter, Meters},
    metrics::Metrics,
    reading::{NewReading, Outcome, Rejection},
    reports::SaltSecret,
    store::{Closer, Store, StoreError},
};
use anyhow::Context;
use huangpu_primitives::{calendar::DAY_MS, Millis};
use polkadot_sdk::sp_core::H256;
use std::{
    sync::{
        atomic::{AtomicBool, AtomicU8, Ordering},
        Arc, Mutex, MutexGuard, PoisonError,
    },
    thread::JoinHandle,
    time::Instant,
};
use tokio::sync::Notify;

/// Most reports closed, or pruned, in one transaction.
const AT_ONCE: usize = 64;

/// Whether reports are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Closing {
    /// Not yet: input is being taken in whose order must not matter.
    Held = 0,
    /// As the rule says.
    ByRule = 1,
    /// Everything: the input has ended.
    Everything = 2,
}

/// How the gateway stands with its chain.
#[derive(Debug)]
pub struct Links {
    /// The last finalized block that was looked at, and when.
    pub head: Option<(Head, Instant)>,
    /// Why the chain is not followed.
    pub trouble: Option<String>,
    /// One for each of the gateway's devices.
    pub devices: Vec<Link>,
}

/// How a device stands with the chain.
#[derive(Debug)]
pub struct Link {
    /// What the chain said last.
    pub sighting: Option<Sighting>,
    /// What hinders its reports.
    pub problem: Option<Problem>,
    /// Why no report could be made of its readings the last time.
    pub not_closed: Option<Problem>,
    /// The chain's cursor, and since when it has stood still while there are reports for it.
    pub still: Option<(u32, Instant)>,
}

/// What everything shares.
pub struct Core {
    /// How it runs.
    pub config: Config,
    /// When reports are closed.
    pub rule: Rule,
    /// The devices.
    pub meters: Arc<Meters>,
    /// What is kept.
    pub store: Arc<Store>,
    /// The secret behind the salts.
    pub secret: SaltSecret,
    /// Tells the time.
    pub clock: Arc<Clock>,
    /// For Prometheus.
    pub metrics: Metrics,
    /// Wakes the closing task.
    pub wake: Notify,
    /// Whether it may go on from reports that the store does not have.
    pub adopt: bool,
    disk_full: AtomicBool,
    queue: Queue,
    writer: Mutex<Option<JoinHandle<()>>>,
    links: Mutex<Links>,
    closing: AtomicU8,
}

impl Core {
    /// Opens the store of a chain and starts the writer.
    ///
    /// # Errors
    /// If the store, the keys or the secret cannot be used.
    pub fn open(
        config: Config,
        genesis: H256,
        clock: Arc<Clock>,
        metrics: Metrics,
        closing: Closing,
        adopt: bool,
    ) -> anyhow::Result<Self> {
        let rule = config.rule()?;
        let directory = &config.data_dir;
        let store = Store::open(directory, genesis, config.min_free_bytes)
            .with_context(|| format!("the store in {}", directory.display()))?;
        let store = Arc::new(store);
        let secret = crate::secret::load(directory)?;
        let meters = Arc::new(Meters::load(&config, &store)?);
        let registers = meters.clone();
        let register = move |slot| {
            // The queue gets readings of these devices only.
            let at = registers.at_slot(slot).unwrap_or_default();
            registers.all()[at].register()
        };
        let observer = metrics.clone();
        let (queue, writer) = Queue::start(
            store.clone(),
            Box::new(register),
            Box::new(move |took| observer.observe_commit(took)),
        )?;
        let link = || Link {
            sighting: None,
            problem: Some(Problem::Unseen),
            not_closed: None,
            still: None,
        };
        let devices = meters.all().iter().map(|_| link()).collect();
        let links = Links { head: None, trouble: Some("not connected yet".into()), devices };
        Ok(Self {
            rule,
            meters,
            store,
            secret,
            clock,
            metrics,
            wake: Notify::new(),
            adopt,
            disk_full: AtomicBool::new(false),
            queue,
            writer: Mutex::new(Some(writer)),
            links: Mutex::new(links),
            closing: AtomicU8::new(closing as u8),
            config,
        })
    }

    /// How it stands with the chain.
    pub fn links(&self) -> MutexGuard<'_, Links> {
        // Every change leaves it whole, so a panic elsewhere does no harm.
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the disk was full when something was last brought in.
    pub fn is_disk_full(&self) -> bool {
        self.disk_full.load(Ordering::Relaxed)
    }

    /// Changes whether reports are closed.
    pub fn set_closing(&self, closing: Closing) {
        self.closing.store(closing as u8, Ordering::SeqCst);
        self.wake.notify_one();
    }

    /// Takes readings in, each judged by itself. When it returns, the accepted ones are on the disk.
    ///
    /// # Errors
    /// If nothing could be stored.
    pub async fn take_in(
        &self,
        sent: Vec<Result<Sent, Rejection>>,
    ) -> Result<Vec<Outcome>, QueueError> {
        let now = self.clock.now();
        let read = |item: Result<Sent, Rejection>| {
            let reading = self.meters.read(&item?)?;
            self.check(&reading, now).map(|()| reading)
        };
        let read: Vec<Result<NewReading, Rejection>> = sent.into_iter().map(read).collect();
        let good = read.iter().filter_map(|item| item.as_ref().ok().copied()).collect();
        let stored = self.queue.store(good).await;
        self.note_disk(&stored);
        let mut stored = stored?.into_iter();
        let outcome = |item: Result<NewReading, Rejection>| match item {
            // The queue answers one by one and in order.
            Ok(_) => stored.next(),
            Err(rejection) => Some(Outcome::Rejected(rejection)),
        };
        let outcomes: Vec<Outcome> = read.into_iter().filter_map(outcome).collect();
        outcomes.iter().for_each(|outcome| self.metrics.count(outcome));
        Ok(outcomes)
    }

    fn note_disk(&self, stored: &Result<Vec<Outcome>, QueueError>) {
        let full = match stored {
            Ok(outcomes) if outcomes.is_empty() => return,
            Ok(_) => false,
            Err(QueueError::Store(e)) => matches!(**e, StoreError::DiskFull),
            Err(QueueError::Closed) => return,
        };
        self.disk_full.store(full, Ordering::Relaxed);
        if stored.is_err() {
            self.metrics.store_failures.inc();
        }
    }

    /// What can be judged without the store.
    fn check(&self, reading: &NewReading, now: u64) -> Result<(), Rejection> {
        let timestamp = reading.key.timestamp;
        if timestamp > now.saturating_add(self.config.max_ahead.0) {
            return Err(Rejection::Future(timestamp, (timestamp - now) / 1_000));
        }
        let at = self.meters.at_slot(reading.slot).unwrap_or_default();
        let links = self.links();
        match links.devices.get(at).and_then(|link| link.problem.as_ref()) {
            Some(problem) if problem.refuses_readings() => {
                Err(Rejection::DeviceRefused(problem.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// Closes the reports that are due. A device whose readings the store cannot read holds up
    /// no other: it is shown to be stuck.
    pub fn close_due(&self) {
        let closing = self.closing.load(Ordering::SeqCst);
        // The clock wants to be looked at regularly.
        let now = self.clock.signing_time();
        if closing == Closing::Held as u8 {
            return;
        }
        let input_ended = closing == Closing::Everything as u8;
        for (at, meter) in self.meters.all().iter().enumerate() {
            if self.is_clear(at) {
                let closed = self.close_meter(meter, now, input_ended);
                self.note_closing(at, meter, closed.err());
            }
        }
    }

    fn close_meter(&self, meter: &Meter, now: Millis, input_ended: bool) -> Result<(), StoreError> {
        let closer = Closer {
            rule: self.rule,
            now,
            input_ended,
            register: meter.register(),
            signer: &meter.signer,
            secret: &self.secret,
            limit: AT_ONCE,
        };
        loop {
            let closed = self.store.close(meter.slot, &closer)?.len();
            self.metrics.reports.inc_by(closed as u64);
            if closed < AT_ONCE {
                return self.show(meter);
            }
        }
    }

    /// Keeps why a device's reports could not be made, until they can.
    fn note_closing(&self, at: usize, meter: &Meter, failure: Option<StoreError>) {
        let failure = failure.map(|e| Problem::NotClosed(e.to_string()));
        let mut links = self.links();
        let link = &mut links.devices[at];
        if link.not_closed != failure {
            link.not_closed = failure.clone();
            // What hinders the device altogether stays. Anything else comes back with the next block.
            if !link.problem.as_ref().is_some_and(Problem::is_blocking) {
                self.show_problem(meter, link, failure);
            }
        }
    }

    /// Says what hinders a device, in the log once.
    pub(crate) fn show_problem(&self, meter: &Meter, link: &mut Link, problem: Option<Problem>) {
        if link.problem != problem {
            match &problem {
                Some(problem) => tracing::warn!(device = meter.reference(), "{problem}"),
                None => tracing::info!(device = meter.reference(), "the device reports"),
            }
        }
        let stuck = i64::from(problem.is_some());
        self.metrics.stuck.with_label_values(&[meter.reference()]).set(stuck);
        link.problem = problem;
    }

    /// Whether reports of a device may be signed and offered.
    pub fn is_clear(&self, at: usize) -> bool {
        let links = self.links();
        let link = links.devices.get(at);
        link.is_some_and(|link| !link.problem.as_ref().is_some_and(Problem::is_blocking))
    }

    /// Forgets what is past its retention, one bounded step.
    pub fn prune(&self) {
        let retention = u64::from(self.config.retention_days).saturating_mul(DAY_MS);
        let before = self.clock.signing_time().saturating_sub(retention);
        for meter in self.meters.all() {
            match self.store.prune(meter.slot, before, AT_ONCE) {
                Ok(pruned) => self.metrics.pruned.inc_by(pruned as u64),
                Err(e) => tracing::error!(device = meter.reference(), "pruning: {e}"),
            }
        }
        if let Err(e) = self.store.prune_refused(before, AT_ONCE) {
            tracing::error!("pruning: {e}");
        }
    }

    /// Shows a device's numbers to Prometheus.
    fn show(&self, meter: &Meter) -> Result<(), StoreError> {
        let record = self.store.meter(meter.slot)?;
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let device = &[meter.reference()];
        self.metrics.waiting.with_label_values(device).set(number(record.waiting));
        self.metrics.refused.with_label_values(device).set(number(record.refused));
        if let Some(ledger) = record.ledger {
            self.metrics.sequence.with_label_values(device).set(ledger.sequence.into());
            self.metrics.finalized_sequence.with_label_values(device).set(ledger.finalized.into());
        }
        Ok(())
    }

    /// Stops the writer after what it has begun. Further readings are refused.
    pub fn close(&self) {
        self.queue.close();
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if writer.is_some_and(|writer| writer.join().is_err()) {
            tracing::error!("the writer panicked");
        }
    }
}
