//! Readings from a CSV file, row by row, as a profile says. A bad row is named with its line and
//! does not spoil the others.

use super::json::Sent;
use crate::{profile::Profile, reading::Rejection};
use csv::{ByteRecord, ReaderBuilder};
use std::io::Read;

/// A row of the file.
#[derive(Debug)]
pub struct Row {
    /// Its line, from 1; after empty lines, that of the first of them.
    pub line: u64,
    /// What it says.
    pub sent: Result<Sent, Rejection>,
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum CsvError {
    /// It has no such column.
    #[error("the file has no column `{0}`: compare its first row with the profile")]
    NoColumn(String),
    /// Reading it failed.
    #[error("the file cannot be read: {0}")]
    Read(#[from] csv::Error),
}

/// The rows of a file.
pub struct Rows<'p, R> {
    reader: csv::Reader<R>,
    profile: &'p Profile,
    columns: Columns,
    width: usize,
    record: ByteRecord,
}

struct Columns {
    timestamp: usize,
    value: usize,
    counter: Option<usize>,
    device: Option<usize>,
}

impl<'p, R: Read> Rows<'p, R> {
    /// Reads the file's first row.
    ///
    /// # Errors
    /// If the file cannot be read, or lacks a column.
    pub fn new(file: R, profile: &'p Profile) -> Result<Self, CsvError> {
        let mut reader = ReaderBuilder::new()
            // ASCII, the profile was checked.
            .delimiter(profile.delimiter as u8)
            .flexible(true)
            .from_reader(file);
        let header = reader.byte_headers()?.clone();
        let names: Vec<String> = header.iter().map(name).collect();
        let find = |column: &String| {
            let found = names.iter().position(|name| name == column);
            found.ok_or_else(|| CsvError::NoColumn(column.clone()))
        };
        let columns = Columns {
            timestamp: find(&profile.columns.timestamp)?,
            value: find(&profile.columns.value)?,
            counter: profile.columns.counter.as_ref().map(find).transpose()?,
            device: profile.columns.device.as_ref().map(find).transpose()?,
        };
        let record = ByteRecord::new();
        Ok(Self { reader, profile, columns, width: names.len(), record })
    }

    fn parse(&self) -> Result<Sent, Rejection> {
        if self.record.len() != self.width {
            let (has, width) = (self.record.len(), self.width);
            return Err(malformed("row", format!("has {has} fields instead of {width}")));
        }
        let text = |field, column: usize| {
            let bytes = self.record.get(column).unwrap_or_default();
            std::str::from_utf8(bytes).map_err(|_| malformed(field, "is not UTF-8"))
        };
        let timestamp = text("timestamp", self.columns.timestamp)?;
        let end = self.profile.time.end_of_interval(timestamp);
        let counter = match self.columns.counter {
            Some(column) => whole(text("counter", column)?)?,
            None => 0,
        };
        let device = match self.columns.device {
            Some(column) => text("device", column)?.trim().to_owned(),
            // The profile was checked: without the column it has one device.
            None => self.profile.devices.first().map(|d| d.reference.clone()).unwrap_or_default(),
        };
        Ok(Sent {
            device,
            timestamp: end.map_err(|e| malformed("timestamp", e.to_string()))?,
            value: text("value", self.columns.value)?.trim().to_owned(),
            unit: self.profile.value.unit.clone(),
            counter,
        })
    }
}

impl<R: Read> Iterator for Rows<'_, R> {
    type Item = Result<Row, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut record = std::mem::take(&mut self.record);
        let more = self.reader.read_byte_record(&mut record);
        self.record = record;
        match more {
            Ok(false) => None,
            Ok(true) => {
                let line = self.record.position().map_or(0, csv::Position::line);
                Some(Ok(Row { line, sent: self.parse() }))
            }
            Err(e) => Some(Err(e.into())),
        }
    }
}

fn name(bytes: &[u8]) -> String {
    let name = String::from_utf8_lossy(bytes);
    name.trim_start_matches('\u{feff}').trim().to_owned()
}

fn malformed(field: &'static str, reason: impl Into<String>) -> Rejection {
    Rejection::Malformed { field, reason: reason.into() }
}

fn whole(text: &str) -> Result<u64, Rejection> {
    text.trim()
        .parse()
        .map_err(|_| malformed("counter", "is not a whole number from 0 to 2^64 - 1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROFILE: &str = r#"
        delimiter = ";"
        org = 2
        columns = { timestamp = "time", value = "kWh", counter = "no", device = "meter" }
        value = { unit = "KWH" }
        time = { format = "%Y-%m-%d %H:%M", utc_offset = "+00:00", label = "end", interval_minutes = 15 }
        devices = [{ reference = "a", unit = "WHR" }, { reference = "b", unit = "WHR" }]
    "#;

    fn profile() -> Profile {
        let profile: Profile = toml::from_str(PROFILE).unwrap();
        profile.check().unwrap();
        profile
    }

    fn rows(text: &[u8]) -> Vec<Row> {
        let profile = profile();
        let rows = Rows::new(text, &profile).unwrap().collect::<Result<_, _>>();
        rows.unwrap()
    }

    #[test]
    fn columns_are_found_by_name() {
        let text = "\u{feff}meter;other; kWh ;time;no\nb;x;\"3.17\";2018-01-01 00:15;7\n";
        let rows = rows(text.as_bytes());
        let sent = rows[0].sent.as_ref().unwrap();
        assert_eq!((sent.device.as_str(), sent.value.as_str()), ("b", "3.17"));
        assert_eq!((sent.counter, sent.timestamp), (7, 1_514_765_700_000));
        assert_eq!(sent.unit, "KWH");
    }

    #[test]
    fn a_missing_column_is_named() {
        let profile = profile();
        let missing = Rows::new("meter;kWh;time\n".as_bytes(), &profile).err().unwrap();
        assert!(matches!(missing, CsvError::NoColumn(column) if column == "no"));
        assert!(Rows::new("".as_bytes(), &profile).is_err());
    }

    #[test]
    fn bad_rows_are_named_with_their_lines() {
        let text = b"time;kWh;no;meter\n\
            2018-01-01 00:15;1;0;a\n\
            2018-01-01 00:30;1;0;a;extra\n\
            yesterday;1;0;a\n\
            2018-01-01 00:45;1;x;a\n\
            2018-01-01 01:00;\xff;0;a\n\
            2018-01-01 01:15\n\
            2018-01-01 01:30;2;0;b\n";
        let rows = rows(text);
        let lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8]);
        let fields: Vec<_> =
            rows.iter().map(|row| row.sent.as_ref().err().map(Rejection::field)).collect();
        let expected = [
            None,
            Some("row"),
            Some("timestamp"),
            Some("counter"),
            Some("value"),
            Some("row"),
            None,
        ];
        assert_eq!(fields, expected);
    }
}
