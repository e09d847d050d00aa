//! Readings from a CSV file, row by row, as a profile says. A bad row is named with its line and
//! does not spoil the others.
//!
//! A line holds one row. CSV has rows of several lines too, by quotation marks; but then one stray mark
//! would swallow every row after it.

use super::json::Sent;
use crate::{profile::Profile, reading::Rejection};
use csv::{ByteRecord, ReaderBuilder};
use std::io::{self, BufRead, BufReader, Read};

/// A row of the file.
#[derive(Debug)]
pub struct Row {
    /// Its line, from 1.
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
    /// Its first row is none.
    #[error("the file's first row {0}")]
    Header(Rejection),
    /// Reading it failed.
    #[error("the file cannot be read: {0}")]
    Read(#[from] io::Error),
}

/// The rows of a file.
pub struct Rows<'p, R> {
    lines: Lines<R>,
    profile: &'p Profile,
    columns: Columns,
    width: usize,
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
        let mut lines = Lines::new(file, profile);
        let first = lines.next()?.unwrap_or_else(|| Ok(ByteRecord::new()));
        let header = first.map_err(CsvError::Header)?;
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
        Ok(Self { lines, profile, columns, width: names.len() })
    }

    fn parse(&self, record: &ByteRecord) -> Result<Sent, Rejection> {
        if record.len() != self.width {
            let (has, width) = (record.len(), self.width);
            return Err(malformed("row", format!("has {has} fields instead of {width}")));
        }
        let text = |field, column: usize| {
            let bytes = record.get(column).unwrap_or_default();
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
        let record = self.lines.next().transpose()?;
        let row = |record: Result<ByteRecord, Rejection>| Row {
            line: self.lines.number,
            sent: record.and_then(|record| self.parse(&record)),
        };
        Some(record.map(row).map_err(CsvError::from))
    }
}

/// The lines of a file.
struct Lines<R> {
    file: BufReader<R>,
    parser: ReaderBuilder,
    /// Number of the line read last, from 1.
    number: u64,
    text: Vec<u8>,
}

impl<R: Read> Lines<R> {
    fn new(file: R, profile: &Profile) -> Self {
        let mut parser = ReaderBuilder::new();
        // ASCII, the profile was checked.
        parser.delimiter(profile.delimiter as u8).has_headers(false).buffer_capacity(1024);
        Self { file: BufReader::new(file), parser, number: 0, text: Vec::new() }
    }

    /// The record in the next line that is not empty.
    fn next(&mut self) -> io::Result<Option<Result<ByteRecord, Rejection>>> {
        loop {
            self.text.clear();
            if self.file.read_until(b'\n', &mut self.text)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            while self.text.last().is_some_and(|byte| b"\r\n".contains(byte)) {
                self.text.pop();
            }
            if !self.text.is_empty() {
                return Ok(Some(self.record()));
            }
        }
    }

    fn record(&mut self) -> Result<ByteRecord, Rejection> {
        // It would end a record, and hide the rest of the line.
        if self.text.contains(&b'\r') {
            return Err(malformed("row", "has a carriage return before its end"));
        }
        // Between quotation marks that are not closed, the line's end belongs to the last field.
        self.text.push(b'\n');
        let mut record = ByteRecord::new();
        let read = self.parser.from_reader(&*self.text).read_byte_record(&mut record);
        read.map_err(|e| malformed("row", e.to_string()))?;
        if record.iter().next_back().is_some_and(|last| last.ends_with(b"\n")) {
            return Err(malformed("row", "has a quotation mark that its line does not close"));
        }
        Ok(record)
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

    #[test]
    fn a_stray_quotation_mark_spoils_its_own_line_only() {
        let text = b"time;kWh;no;meter\n\
            2018-01-01 00:15;1;0;\"a\n\
            2018-01-01 00:30;1;0;a\n\
            \"2018-01-01 00:45\";\"1\"\"\";0;\"a\"\n\
            2018-01-01 01:00;1;0;\"a;\"\"\n\
            2018-01-01 01:15;1;0;\"a\"";
        let rows = rows(text);
        let reasons: Vec<String> = rows
            .iter()
            .map(|row| {
                row.sent.as_ref().map_or_else(ToString::to_string, |sent| sent.value.clone())
            })
            .collect();
        let stray = "has a quotation mark that its line does not close";
        assert_eq!(reasons, [stray, "1", "1\"", stray, "1"]);
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
        let profile = profile();
        let header = Rows::new("meter;\"kWh;time;no\n".as_bytes(), &profile).err().unwrap();
        assert!(header.to_string().contains("first row has a quotation mark"), "{header}");
    }

    #[test]
    fn lines_end_as_on_any_system_and_empty_ones_count() {
        let text = b"time;kWh;no;meter\r\n\r\n2018-01-01 00:15;1;0;a\r\n\n\
            2018-01-01 00:30;1;0;a\r2018-01-01 00:45;1;0;a\n2018-01-01 01:00;1;0;a";
        let rows = rows(text);
        let lines: Vec<(u64, bool)> = rows.iter().map(|row| (row.line, row.sent.is_ok())).collect();
        assert_eq!(lines, [(3, true), (5, false), (6, true)], "two rows in one line are none");
    }
}
