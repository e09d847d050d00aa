//! Taking a replay's input in, and adding it up independently of the store.

use super::Source;
use crate::{
    core::Core,
    daemon::{plant_reading, CHUNK},
    intake::{
        csv::{Row, Rows},
        json::Sent,
        simulate,
    },
    profile::Profile,
    progress::Progress,
    reading::{Key, Outcome, Rejection},
};
use anyhow::Context;
use huangpu_primitives::calendar::Day;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read},
    path::Path,
    sync::{
        atomic::{AtomicU64, Ordering},
        Arc,
    },
};

/// Rejected rows that are named one by one; the others are only counted.
const NAMED: u64 = 20;

/// What went in.
#[derive(Debug, Default)]
pub struct Taken {
    /// Accepted amounts by device (its place among the gateway's) and key, each once.
    pub accepted: BTreeMap<(usize, Key), u64>,
    /// How many readings were rejected.
    pub rejected: u64,
}

/// Takes everything in.
pub(super) async fn take_in(
    core: &Arc<Core>,
    source: &Source,
    progress: &Progress,
) -> anyhow::Result<Taken> {
    match source {
        Source::Csv { file, profile } => take_in_csv(core, file, profile, progress).await,
        Source::Simulated { days } => take_in_plant(core, *days).await,
    }
}

async fn take_in_csv(
    core: &Arc<Core>,
    path: &Path,
    profile: &Profile,
    progress: &Progress,
) -> anyhow::Result<Taken> {
    let name = || path.display().to_string();
    let file = File::open(path).with_context(name)?;
    let total = file.metadata().with_context(name)?.len();
    let counted = Counted { file, read: Arc::default() };
    let read = counted.read.clone();
    let mut rows = Rows::new(counted, profile).with_context(name)?;
    let mut taken = Taken::default();
    loop {
        let chunk =
            rows.by_ref().take(CHUNK).collect::<Result<Vec<Row>, _>>().with_context(name)?;
        if chunk.is_empty() {
            return Ok(taken);
        }
        let (lines, sent): (Vec<u64>, Vec<_>) =
            chunk.into_iter().map(|row| (row.line, row.sent)).unzip();
        take_in_chunk(core, &mut taken, sent, |at| format!("{}:{}", path.display(), lines[at]))
            .await?;
        progress.read(read.load(Ordering::Relaxed), total);
    }
}

async fn take_in_plant(core: &Arc<Core>, days: u32) -> anyhow::Result<Taken> {
    let now = core.clock.now();
    let (begin, end) = (simulate::history_begin(now, days), Day::of(now).start());
    let readings: Vec<_> = simulate::readings(begin, end).collect();
    let mut taken = Taken::default();
    for chunk in readings.chunks(CHUNK) {
        let sent =
            chunk.iter().map(|(key, load)| Ok(plant_reading(key.timestamp, *load))).collect();
        take_in_chunk(core, &mut taken, sent, |at| format!("reading {}", chunk[at].0.timestamp))
            .await?;
    }
    Ok(taken)
}

/// Takes some readings in, and adds those up that are accepted. `name` names one of them.
async fn take_in_chunk(
    core: &Arc<Core>,
    taken: &mut Taken,
    sent: Vec<Result<Sent, Rejection>>,
    name: impl Fn(usize) -> String,
) -> anyhow::Result<()> {
    let read: Vec<_> =
        sent.iter().map(|item| item.as_ref().ok().and_then(|s| core.meters.read(s).ok())).collect();
    let outcomes = core.take_in(sent).await?;
    for (at, (outcome, reading)) in outcomes.into_iter().zip(read).enumerate() {
        match (outcome, reading) {
            (Outcome::Rejected(rejection), _) => {
                taken.rejected += 1;
                if taken.rejected <= NAMED {
                    tracing::warn!("{}: {}: {rejection}", name(at), rejection.field());
                }
            }
            (Outcome::Accepted | Outcome::Duplicate, Some(reading)) => {
                let device = core.meters.at_slot(reading.slot).unwrap_or_default();
                taken.accepted.insert((device, reading.key), reading.amount);
            }
            // What cannot be read is rejected.
            (Outcome::Accepted | Outcome::Duplicate, None) => {}
        }
    }
    Ok(())
}

/// A file that knows how much of it was read.
struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
