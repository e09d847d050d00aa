//! The running gateway: its tasks, their start and their end.

use crate::{
    chain::{follow, ChainView},
    clock::Clock,
    config::Config,
    core::{Closing, Core},
    genesis,
    intake::{json::Sent, simulate},
    metrics::Metrics,
    server::{self, Shared},
};
use anyhow::{anyhow, Context};
use huangpu_primitives::Millis;
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::{interval, MissedTickBehavior},
};

/// Between two looks at what is due, when nothing else wakes the task.
const TICK: Duration = Duration::from_secs(1);
/// Ticks between two steps of pruning.
const PRUNE_TICKS: u64 = 60;
/// For how long requests under way may take to end.
const GRACE: Duration = Duration::from_secs(10);
/// Readings of the simulated plant taken in at once.
pub(crate) const CHUNK: usize = 2_000;

/// How to start.
#[derive(Debug)]
pub struct Options {
    /// How it runs.
    pub config: Config,
    /// Runs the simulated plant, with a history of so many days.
    pub simulate: Option<u32>,
    /// Whether to go on from reports on the chain that the store does not have.
    pub adopt: bool,
    /// Whether reports are closed from the start.
    pub closing: Closing,
}

/// A running gateway.
#[derive(Debug)]
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    core: watch::Receiver<Option<Arc<Core>>>,
    stop: watch::Sender<bool>,
    main: JoinHandle<anyhow::Result<()>>,
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Core").field("store", &self.store).finish_non_exhaustive()
    }
}

/// Starts a gateway.
///
/// # Errors
/// If it cannot listen. What fails later comes out of [`Running::ended`].
pub async fn start<C: ChainView>(
    options: Options,
    chain: Arc<C>,
    clock: Clock,
) -> anyhow::Result<Running> {
    let listen = options.config.listen;
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen}: is another gateway running?"))?;
    let address = listener.local_addr()?;
    let (stop, stopped) = watch::channel(false);
    let (core_sender, core) = watch::channel(None);
    let metrics = Metrics::new()?;
    let shared = Shared { core: core.clone(), metrics: metrics.clone() };
    let router = server::router(shared, options.config.max_body_bytes);
    let server = tokio::spawn(server::serve(listener, router, stopped.clone()));
    tracing::info!("listening on http://{address}");
    let stop_server = stop.clone();
    let main = tokio::spawn(async move {
        let result = tend(options, chain, clock, metrics, core_sender, stopped).await;
        stop_server.send_replace(true);
        let _ = tokio::time::timeout(GRACE, server).await;
        result
    });
    Ok(Running { address, core, stop, main })
}

impl Running {
    /// Waits until the gateway has met its chain.
    ///
    /// # Errors
    /// If it ended before that.
    pub async fn core(&mut self) -> anyhow::Result<Arc<Core>> {
        let met = self.core.wait_for(Option::is_some).await.ok().and_then(|core| core.clone());
        match met {
            Some(core) => Ok(core),
            None => Err(self.ended().await.err().unwrap_or_else(|| anyhow!("the gateway ended"))),
        }
    }

    /// Waits until it ends by itself, which is always an error.
    ///
    /// # Errors
    /// Why it ended.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        (&mut self.main).await?
    }

    /// Stops it: requests under way are finished, what was acknowledged is on the disk.
    ///
    /// # Errors
    /// If it has failed.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        // Nobody to tell means that it has ended.
        let _ = self.stop.send(true);
        if self.main.is_finished() {
            return Ok(());
        }
        (&mut self.main).await?
    }
}

/// Runs everything but the server, until told to stop.
async fn tend<C: ChainView>(
    options: Options,
    chain: Arc<C>,
    clock: Clock,
    metrics: Metrics,
    core_sender: watch::Sender<Option<Arc<Core>>>,
    mut stopped: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let stop = async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    tokio::pin!(stop);
    let genesis = tokio::select! {
        genesis = genesis::find(&options.config, chain.as_ref()) => genesis?,
        () = &mut stop => return Ok(()),
    };
    let Options { config, simulate, adopt, closing } = options;
    let open = move || Core::open(config, genesis, Arc::new(clock), metrics, closing, adopt);
    let core = Arc::new(tokio::task::spawn_blocking(open).await??);
    core_sender.send_replace(Some(core.clone()));

    let mut tasks = JoinSet::new();
    tasks.spawn(follow::follow(core.clone(), chain));
    tasks.spawn(close_reports(core.clone()));
    if let Some(days) = simulate {
        tasks.spawn(run_plant(core.clone(), days));
    }
    let ended = tokio::select! {
        () = &mut stop => Ok(()),
        ended = tasks.join_next() => match ended {
            Some(Err(e)) => Err(anyhow!("a task of the gateway ended: {e}")),
            _ => Err(anyhow!("a task of the gateway ended")),
        },
    };
    tasks.shutdown().await;
    let closing = core.clone();
    tokio::task::spawn_blocking(move || closing.close()).await?;
    ended
}

/// Closes what is due, and forgets what is past its retention.
async fn close_reports(core: Arc<Core>) {
    let mut tick = interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut ticks = 0u64;
    loop {
        tokio::select! {
            _ = tick.tick() => ticks += 1,
            () = core.wake.notified() => {},
        }
        let (worker, prunes) = (core.clone(), ticks.is_multiple_of(PRUNE_TICKS));
        let worked = tokio::task::spawn_blocking(move || {
            worker.close_due();
            if prunes {
                worker.prune();
            }
        });
        if let Err(e) = worked.await {
            tracing::error!("closing reports: {e}");
        }
    }
}

/// Takes in the simulated plant's history, and then each reading when its time has come.
async fn run_plant(core: Arc<Core>, days: u32) {
    let mut after = simulate::history_begin(core.clock.now(), days);
    let mut tick = interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        let now = core.clock.now();
        match take_in_plant(&core, after, now).await {
            Ok(newest) => after = newest,
            Err(e) => tracing::error!("the simulated plant: {e}"),
        }
    }
}

/// Takes in the simulated plant's readings of a time. Returns the time of the last one.
async fn take_in_plant(core: &Core, after: Millis, up_to: Millis) -> anyhow::Result<Millis> {
    let readings: Vec<_> = simulate::readings(after, up_to).collect();
    for chunk in readings.chunks(CHUNK) {
        core.take_in(
            chunk.iter().map(|(key, load)| Ok(plant_reading(key.timestamp, *load))).collect(),
        )
        .await?;
    }
    Ok(readings.last().map_or(after, |(key, _)| key.timestamp))
}

/// A reading of the simulated plant, as if it had been sent.
pub(crate) fn plant_reading(timestamp: Millis, load: u64) -> Sent {
    Sent {
        device: simulate::REFERENCE.into(),
        timestamp,
        value: load.to_string(),
        unit: simulate::device().unit.code().into(),
        counter: 0,
    }
}
