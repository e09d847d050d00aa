//! Follows the chain's finalized heads, and keeps every device in line with its cursor.

use super::{
    link::{reconcile, Problem, Sighting},
    ChainError, ChainView, Head,
};
use crate::{config::Submit, core::Core, server::feed};
use futures::{stream, FutureExt, Stream, StreamExt};
use huangpu_primitives::apis::Standing;
use polkadot_sdk::sp_core::H256;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// How long to wait before connecting again.
const RETRY: Duration = Duration::from_secs(2);
/// A chain that finalizes nothing for so long is looked for anew.
const SILENCE: Duration = Duration::from_secs(60);
/// How many devices are looked up at the same time.
const LOOKUPS: usize = 16;

/// Follows the chain for ever.
pub async fn follow<C: ChainView>(core: Arc<Core>, chain: Arc<C>) {
    loop {
        let Err(ChainError(reason)) = follow_once(&core, &chain).await;
        core.metrics.connected.set(0);
        let known = core.links().trouble.replace(reason.clone());
        // Said once, not every two seconds.
        if known.as_ref() != Some(&reason) {
            tracing::warn!("the chain is not followed: {reason}");
        }
        tokio::time::sleep(RETRY).await;
    }
}

async fn follow_once<C: ChainView>(
    core: &Arc<Core>,
    chain: &Arc<C>,
) -> Result<std::convert::Infallible, ChainError> {
    let genesis = chain.connect().await?;
    if genesis != core.store.genesis() {
        return Err(ChainError(format!(
            "the node is of another chain ({genesis:?}) than this store ({:?}): start the gateway again to serve it, or connect it to its own chain",
            core.store.genesis()
        )));
    }
    let mut heads = chain.follow().await?;
    loop {
        let head = tokio::time::timeout(SILENCE, next_newest(&mut heads))
            .await
            .map_err(|_| ChainError("the chain has finalized no block for a minute".into()))??;
        look(core, chain.as_ref(), head).await?;
        core.wake.notify_one();
        if core.config.submit == Submit::Direct {
            submit(core, chain.as_ref()).await;
        }
    }
}

/// The newest head there is: those that came meanwhile are passed over.
async fn next_newest(
    heads: &mut (impl Stream<Item = Result<Head, ChainError>> + Unpin),
) -> Result<Head, ChainError> {
    let ended = || ChainError("the connection to the node ended".into());
    let mut head = heads.next().await.ok_or_else(ended)??;
    while let Some(newer) = heads.next().now_or_never() {
        head = newer.ok_or_else(ended)??;
    }
    Ok(head)
}

/// Looks up every device in a finalized block.
pub async fn look<C: ChainView>(core: &Arc<Core>, chain: &C, head: Head) -> Result<(), ChainError> {
    let standing = chain.standing(head.hash, core.config.org).await?;
    let lookups = (0..core.meters.all().len()).map(|at| see(core, chain, head.hash, standing, at));
    let sightings: Vec<_> = stream::iter(lookups).buffered(LOOKUPS).collect().await;
    let sightings = sightings.into_iter().collect::<Result<Vec<_>, _>>()?;
    let core = core.clone();
    let joined = tokio::task::spawn_blocking(move || {
        {
            let mut links = core.links();
            links.head = Some((head, Instant::now()));
            links.trouble = None;
        }
        core.metrics.connected.set(1);
        core.metrics.finalized_block.set(head.number.into());
        for (at, sighting) in sightings.into_iter().enumerate() {
            update(&core, at, sighting);
        }
    });
    joined.await.map_err(|e| ChainError(format!("looking at a block failed: {e}")))
}

async fn see<C: ChainView>(
    core: &Core,
    chain: &C,
    at_block: H256,
    standing: Option<Standing>,
    at: usize,
) -> Result<Sighting, ChainError> {
    let meter = &core.meters.all()[at];
    let before = core.links().devices[at].sighting.clone();
    let known = before.as_ref().and_then(|sighting| sighting.view.as_ref()).map(|view| view.id);
    let id = match known {
        Some(id) => Some(id),
        None => chain.device_by_reference(at_block, core.config.org, meter.reference()).await?,
    };
    let view = match id {
        Some(id) => chain.device(at_block, id).await?,
        None => None,
    };
    // A report is quarantined when the cursor moves on: only where something moved, or where there
    // was one, can there be one.
    let unmoved = before.as_ref().filter(|before| before.view == view);
    let quarantined = match (&view, unmoved) {
        (_, Some(before)) if before.quarantined.is_none() => None,
        (Some(view), _) if view.cursor.sequence > 0 => chain.quarantined(at_block, view.id).await?,
        _ => None,
    };
    Ok(Sighting { standing, view, quarantined })
}

/// Takes note of what the chain says of a device.
fn update(core: &Core, at: usize, sighting: Sighting) {
    let meter = &core.meters.all()[at];
    if let Some(view) = &sighting.view {
        meter.set_chain_rollover(view.rollover);
    }
    let now = core.clock.signing_time();
    let mut problem = reconcile(&core.store, meter, &sighting, core.adopt, now)
        .unwrap_or_else(|e| Some(Problem::Store(e.to_string())));
    let cursor = sighting.view.as_ref().map_or(0, |view| view.cursor.sequence);
    let made = core.store.meter(meter.slot).ok().and_then(|record| record.ledger);
    let made = made.map_or(0, |ledger| ledger.sequence);
    let mut links = core.links();
    let link = &mut links.devices[at];
    link.still = match link.still {
        _ if cursor >= made => None,
        Some((stood_at, since)) if stood_at == cursor => Some((cursor, since)),
        _ => Some((cursor, Instant::now())),
    };
    let stuck = link.still.filter(|(_, since)| since.elapsed() >= core.config.stuck_after.std());
    let blocking = problem.take_if(|problem| problem.is_blocking());
    let problem = blocking
        .or(link.not_closed.clone())
        .or(problem)
        .or(stuck.map(|(cursor, _)| Problem::NotIncluded(cursor.saturating_add(1))));
    link.sighting = Some(sighting);
    core.show_problem(meter, link, problem);
}

/// Submits what the nodes have not pulled yet. What is in the pool already is refused there, which
/// is as well.
async fn submit<C: ChainView>(core: &Arc<Core>, chain: &C) {
    let offered = core.clone();
    let reports = tokio::task::spawn_blocking(move || feed::offered(&offered, feed::MAX_REPORTS));
    let Ok(Ok(reports)) = reports.await else { return };
    if reports.is_empty() {
        return;
    }
    if let Err(ChainError(reason)) = chain.submit(core.config.org, reports).await {
        tracing::debug!("the node did not take the reports: {reason}");
    }
}
