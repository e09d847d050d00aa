//! The readings of a replay that were rejected: all of them in a list, the first ones on the
//! terminal too.

use crate::{progress::Progress, reading::Rejection};
use anyhow::{ensure, Context};
use std::{
    fs::{self, File},
    path::PathBuf,
};

/// Rejected readings that are named on the terminal; the others are in the list only.
const NAMED: u64 = 20;

/// A list that grows while the input is read.
pub(super) struct List<'p> {
    /// What the lines are of.
    input: String,
    path: PathBuf,
    file: csv::Writer<File>,
    progress: &'p Progress,
    rejected: Rejected,
}

/// What was rejected, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejected {
    /// How many readings.
    pub count: u64,
    /// The first of them, with its line and the reason.
    pub first: Option<String>,
}

impl<'p> List<'p> {
    /// Begins a list at a path. An earlier one there would be taken for this replay's: it goes.
    pub(super) fn begin(
        path: PathBuf,
        input: String,
        progress: &'p Progress,
    ) -> anyhow::Result<Self> {
        let name = || format!("the list of rejected readings, {}", path.display());
        let is_input = fs::canonicalize(&path)
            .is_ok_and(|list| fs::canonicalize(&input).is_ok_and(|input| input == list));
        ensure!(!is_input, "{} is the input itself", name());
        let file = File::create(&path).with_context(name)?;
        let mut file = csv::Writer::from_writer(file);
        file.write_record(["line", "reason"]).with_context(name)?;
        Ok(Self { input, path, file, progress, rejected: Rejected::default() })
    }

    /// Puts a reading on it.
    pub(super) fn add(&mut self, line: u64, rejection: &Rejection) -> anyhow::Result<()> {
        let reason = format!("{}: {rejection}", rejection.field());
        let row = [line.to_string(), reason];
        self.file.write_record(&row).with_context(|| self.path.display().to_string())?;
        let [line, reason] = row;
        let named = format!("{}:{line}: {reason}", self.input);
        self.rejected.count += 1;
        if self.rejected.count <= NAMED {
            self.progress.aside(|| tracing::warn!("{named}"));
        }
        self.rejected.first.get_or_insert(named);
        Ok(())
    }

    /// Ends it. A list of nothing is not kept.
    pub(super) fn end(mut self) -> anyhow::Result<Rejected> {
        let name = || self.path.display().to_string();
        self.file.flush().with_context(name)?;
        match self.rejected.count {
            0 => fs::remove_file(&self.path).with_context(name)?,
            count => self.progress.aside(|| tell(count, &name())),
        }
        Ok(self.rejected)
    }
}

fn tell(count: u64, list: &str) {
    match count.saturating_sub(NAMED) {
        0 => tracing::warn!("rejected readings: {count}, listed in {list}"),
        more => tracing::warn!("{more} more rejected readings: all {count} are listed in {list}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown() -> Rejection {
        Rejection::UnknownDevice("a,b".into())
    }

    #[test]
    fn every_rejected_reading_is_on_the_list() {
        let (directory, progress) = (tempfile::tempdir().unwrap(), Progress::new());
        let path = directory.path().join("rejected.csv");
        fs::write(&path, "of an earlier replay").unwrap();
        let mut list = List::begin(path.clone(), "in.csv".into(), &progress).unwrap();
        for line in 2..=NAMED + 10 {
            list.add(line, &unknown()).unwrap();
        }
        let rejected = list.end().unwrap();
        let first = format!("in.csv:2: device: {}", unknown());
        assert_eq!(rejected, Rejected { count: NAMED + 9, first: Some(first) });
        let mut listed = csv::Reader::from_path(&path).unwrap();
        assert_eq!(listed.headers().unwrap(), vec!["line", "reason"]);
        let rows: Vec<(u64, String)> = listed.deserialize().map(Result::unwrap).collect();
        let expected = (2..=NAMED + 10).map(|line| (line, format!("device: {}", unknown())));
        assert_eq!(rows, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_list_of_nothing_is_not_kept() {
        let (directory, progress) = (tempfile::tempdir().unwrap(), Progress::new());
        let path = directory.path().join("rejected.csv");
        fs::write(&path, "of an earlier replay").unwrap();
        let list = List::begin(path.clone(), "in.csv".into(), &progress).unwrap();
        assert_eq!(list.end().unwrap(), Rejected::default());
        assert!(!path.exists());
    }

    #[test]
    fn the_input_is_never_overwritten() {
        let (directory, progress) = (tempfile::tempdir().unwrap(), Progress::new());
        let path = directory.path().join("in.csv");
        fs::write(&path, "readings").unwrap();
        let input = directory.path().join("./in.csv").display().to_string();
        let error = List::begin(path.clone(), input, &progress).err().unwrap();
        assert!(error.to_string().contains("is the input itself"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "readings");
    }
}
