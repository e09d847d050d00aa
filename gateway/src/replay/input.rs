//! Taking a replay's input in, and adding it up independently of the store.

use super::{
    rejected::{List, Rejected},
    Source,
};
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
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicU64, Ordering},
        Arc,
    },
};

/// What went in.
#[derive(Debug, Default)]
pub struct Taken {
    /// Accepted amounts by device (its place among the gateway's) and key, each once.
    pub accepted: BTreeMap<(usize, Key), u64>,
    /// How many readings came again in the same input, with the same value.
    pub duplicates: u64,
    /// What was rejected.
    pub rejected: Rejected,
}

/// Takes everything in. What is rejected is listed in a file at `list`.
pub(super) async fn take_in(
    core: &Arc<Core>,
    source: &Source,
    list: PathBuf,
    progress: &Progress,
) -> anyhow::Result<Taken> {
    let list = List::begin(list, source.to_string(), progress)?;
    let mut intake = Intake { core, taken: Taken::default(), list };
    match source {
        Source::Csv { file, profile } => intake.csv(file, profile, progress).await?,
        Source::Simulated { days } => intake.plant(*days).await?,
    }
    Ok(Taken { rejected: intake.list.end()?, ..intake.taken })
}

/// Taking in, as far as it has come.
struct Intake<'a> {
    core: &'a Arc<Core>,
    taken: Taken,
    list: List<'a>,
}

impl Intake<'_> {
    async fn csv(
        &mut self,
        path: &Path,
        profile: &Profile,
        progress: &Progress,
    ) -> anyhow::Result<()> {
        let name = || path.display().to_string();
        let file = File::open(path).with_context(name)?;
        let total = file.metadata().with_context(name)?.len();
        let counted = Counted { file, read: Arc::default() };
        let read = counted.read.clone();
        let mut rows = Rows::new(counted, profile).with_context(name)?;
        loop {
            let chunk =
                rows.by_ref().take(CHUNK).collect::<Result<Vec<Row>, _>>().with_context(name)?;
            if chunk.is_empty() {
                return Ok(());
            }
            self.chunk(chunk).await?;
            progress.read(read.load(Ordering::Relaxed), total);
        }
    }

    async fn plant(&mut self, days: u32) -> anyhow::Result<()> {
        let now = self.core.clock.now();
        let (begin, end) = (simulate::history_begin(now, days), Day::of(now).start());
        let row = |(line, (key, load)): (u64, (Key, u64))| {
            let sent = Ok(plant_reading(key.timestamp, load));
            Row { line, sent }
        };
        let mut rows = (1..).zip(simulate::readings(begin, end)).map(row);
        loop {
            let chunk: Vec<Row> = rows.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                return Ok(());
            }
            self.chunk(chunk).await?;
        }
    }

    /// Takes some readings in, and adds those up that are accepted.
    async fn chunk(&mut self, rows: Vec<Row>) -> anyhow::Result<()> {
        let (lines, sent): (Vec<u64>, Vec<Result<Sent, Rejection>>) =
            rows.into_iter().map(|row| (row.line, row.sent)).unzip();
        let meters = &self.core.meters;
        let read: Vec<_> =
            sent.iter().map(|item| item.as_ref().ok().and_then(|s| meters.read(s).ok())).collect();
        let outcomes = self.core.take_in(sent).await?;
        for ((outcome, reading), line) in outcomes.into_iter().zip(read).zip(lines) {
            match (outcome, reading) {
                (Outcome::Rejected(rejection), _) => self.list.add(line, &rejection)?,
                (Outcome::Accepted | Outcome::Duplicate, Some(reading)) => {
                    let device = self.core.meters.at_slot(reading.slot).unwrap_or_default();
                    // What the store knew from an earlier replay is not twice in this input.
                    let before = self.taken.accepted.insert((device, reading.key), reading.amount);
                    self.taken.duplicates += u64::from(before.is_some());
                }
                // What cannot be read is rejected.
                (Outcome::Accepted | Outcome::Duplicate, None) => {}
            }
        }
        Ok(())
    }
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
