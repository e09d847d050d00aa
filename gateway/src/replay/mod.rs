//! `replay`: takes a whole file in, closes everything, waits until the last report is finalized,
//! and compares what the chain has counted with what went in.

mod compare;
mod input;
mod rejected;

pub use compare::Comparison;
pub use input::Taken;
pub use rejected::Rejected;

use crate::{
    chain::{link::Problem, ChainView, Head},
    core::{Closing, Core},
    daemon::Running,
    progress::Progress,
};
use anyhow::{bail, Context};
use std::{
    fmt,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

/// What to replay.
#[derive(Debug)]
pub enum Source {
    /// A CSV file, read as a profile says.
    Csv {
        /// The file.
        file: PathBuf,
        /// How to read it.
        profile: Box<crate::profile::Profile>,
    },
    /// The simulated plant's last so many whole days.
    Simulated {
        /// How many.
        days: u32,
    },
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Csv { file, .. } => file.display().fmt(f),
            Source::Simulated { .. } => f.write_str("simulated plant"),
        }
    }
}

/// How patient to be.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Whether to wait for a node that is not there, or a device that is not registered.
    pub wait: bool,
    /// How long everything may take after the input has ended.
    pub until_finalized: Duration,
}

/// How long the node may take to answer when nobody wants to wait for it.
const PROMPT: Duration = Duration::from_secs(30);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(200);

/// The list of rejected readings, beside the store, unless told otherwise.
const REJECTED: &str = "rejected.csv";

/// Replays, and compares what has arrived with what went in. Rejected readings are listed in a file at
/// `list`, or beside the store.
///
/// # Errors
/// If something could not be read or did not arrive. What differs is in the comparison.
pub async fn replay<C: ChainView>(
    running: &mut Running,
    chain: &C,
    source: Source,
    list: Option<PathBuf>,
    patience: Patience,
) -> anyhow::Result<Comparison> {
    let progress = Progress::new();
    progress.say("meeting the chain");
    let limit = if patience.wait { patience.until_finalized } else { PROMPT };
    let deadline = Instant::now() + limit;
    let core = match tokio::time::timeout(limit, running.core()).await {
        Ok(core) => core?,
        Err(_) => bail!("the node could not be reached within {} s", limit.as_secs()),
    };
    let devices = source.devices(&core)?;
    ready(&core, &devices, patience.wait, deadline).await?;

    let list = list.unwrap_or_else(|| core.config.data_dir.join(REJECTED));
    let taken = input::take_in(&core, &source, list, &progress).await?;
    let deadline = Instant::now() + patience.until_finalized;
    core.set_closing(Closing::Everything);
    let head = finalized(&core, &devices, &progress, deadline).await?;
    progress.say("comparing");
    let comparison = compare::compare(&core, chain, head, &devices, &taken).await?;
    progress.done();
    Ok(comparison)
}

impl Source {
    /// The places of its devices among the gateway's.
    fn devices(&self, core: &Core) -> anyhow::Result<Vec<usize>> {
        let references: Vec<&str> = match self {
            Source::Csv { profile, .. } => {
                profile.devices.iter().map(|device| device.reference.as_str()).collect()
            }
            Source::Simulated { .. } => vec![crate::intake::simulate::REFERENCE],
        };
        let find = |reference: &&str| {
            core.meters.find(reference).with_context(|| format!("no device `{reference}`"))
        };
        references.iter().map(find).collect()
    }
}

/// Waits until the devices may report. Without `wait`, the first finalized block decides.
async fn ready(
    core: &Core,
    devices: &[usize],
    wait: bool,
    deadline: Instant,
) -> anyhow::Result<()> {
    while let Some((at, problem)) = hindrance(core, devices) {
        let decided = !wait && problem != Problem::Unseen;
        if decided || Instant::now() >= deadline {
            let trouble = core.links().trouble.clone().unwrap_or_default();
            bail!("device `{}`: {problem} {trouble}", core.meters.all()[at].reference());
        }
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}

/// The first device that may not report, and why.
fn hindrance(core: &Core, devices: &[usize]) -> Option<(usize, Problem)> {
    let links = core.links();
    devices.iter().find_map(|at| {
        let problem = links.devices[*at].problem.clone()?;
        problem.is_blocking().then_some((*at, problem))
    })
}

/// Waits until every report of the devices is in a finalized block. Returns that block.
async fn finalized(
    core: &Arc<Core>,
    devices: &[usize],
    progress: &Progress,
    deadline: Instant,
) -> anyhow::Result<Head> {
    loop {
        let (made, final_, waiting) = standing(core, devices)?;
        progress.reports(final_, made);
        // Noted before the devices were looked up in it, so it is not older than what they say.
        let head = core.links().head.map(|(head, _)| head);
        match head {
            Some(head) if waiting == 0 && final_ >= made => return Ok(head),
            _ => {}
        }
        if Instant::now() >= deadline {
            let why = why_not(core, devices);
            bail!("{final_} of {made} reports are finalized and {waiting} readings wait for one, but the time is up: {why}");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// What may keep the reports from the chain.
fn why_not(core: &Core, devices: &[usize]) -> String {
    let links = core.links();
    let problems = devices.iter().filter_map(|at| links.devices[*at].problem.as_ref());
    let problems: Vec<String> = problems.map(ToString::to_string).collect();
    if problems.is_empty() {
        "is this gateway among the node's feeds (`huangpu feeds list`)?".into()
    } else {
        problems.join("; ")
    }
}

/// Reports made, reports finalized, readings that wait.
fn standing(core: &Core, devices: &[usize]) -> anyhow::Result<(u64, u64, u64)> {
    let mut sums = (0, 0, 0);
    for at in devices {
        let record = core.store.meter(core.meters.all()[*at].slot)?;
        sums.2 += record.waiting;
        if let Some(ledger) = record.ledger {
            sums.0 += u64::from(ledger.sequence);
            sums.1 += u64::from(ledger.finalized);
        }
    }
    Ok(sums)
}
