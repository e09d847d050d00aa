//! What a command answers: text for people, JSON for programs.

use comfy_table::{presets::UTF8_FULL_CONDENSED, CellAlignment, Table};
use huangpu_client::Error;
use serde_json::{json, Value};
use std::io::{IsTerminal, Write};

/// An answer in both shapes.
pub(crate) struct Answer {
    json: Value,
    text: String,
}

impl Answer {
    pub(crate) fn new(json: Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into() }
    }

    /// A list: one JSON object and one row of the table per item. A `>` before a column's name aligns
    /// it right.
    pub(crate) fn list(json: Vec<Value>, columns: &[&str], rows: Vec<Vec<String>>) -> Self {
        let text = if rows.is_empty() { "none".into() } else { table(columns, rows) };
        Self { json: json.into(), text }
    }

    /// The answer with a fact of its own: in JSON by its name, for people as the first line.
    pub(crate) fn with(mut self, name: &str, json: Value, line: &str) -> Self {
        self.json[name] = json;
        self.text = format!("{line}\n{}", self.text);
        self
    }

    /// The answer with a fact for programs, which people were told by itself.
    pub(crate) fn noting(mut self, name: &str, json: Value) -> Self {
        self.json[name] = json;
        self
    }

    /// Several answers as one: a JSON array, and one text after the other.
    pub(crate) fn join(answers: Vec<Answer>) -> (Value, String) {
        let text: Vec<&str> = answers.iter().map(|answer| answer.text.as_str()).collect();
        let text = text.join("\n");
        (answers.into_iter().map(|answer| answer.json).collect(), text)
    }

    pub(crate) fn print(&self, as_json: bool) {
        let mut out = std::io::stdout().lock();
        // A reader that went away is no failure of ours.
        let _ = match as_json {
            true => writeln!(out, "{:#}", self.json),
            false => writeln!(out, "{}", self.text.trim_end()),
        };
    }
}

/// Shows what is to be agreed to, and asks: nobody agrees to what they have not read. Where nobody can be asked,
/// says how to do without.
pub(crate) fn confirm(shown: &str, question: &str, without: &str) -> Result<(), Error> {
    if !std::io::stdin().is_terminal() {
        return Err(Error::Input(format!("{shown}\n{without}")));
    }
    eprint!("{shown}\n{question} [y/N] ");
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    if read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes") {
        return Ok(());
    }
    Err(Error::input("nothing was sent"))
}

/// Tells a failure on standard error.
pub(crate) fn fail(as_json: bool, text: &str, error: Value) {
    let mut err = std::io::stderr().lock();
    let _ = match as_json {
        true => writeln!(err, "{}", json!({ "error": error })),
        false => writeln!(err, "error: {text}"),
    };
}

/// A table. A `>` before a column's name aligns it right.
pub(crate) fn table(columns: &[&str], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_preset(UTF8_FULL_CONDENSED);
    table.set_header(columns.iter().map(|name| name.trim_start_matches('>')));
    for (index, name) in columns.iter().enumerate() {
        if name.starts_with('>') {
            if let Some(column) = table.column_mut(index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    table.add_rows(rows);
    table.to_string()
}

/// Facts, one per line, their names aligned.
pub(crate) fn facts(facts: &[(&str, String)]) -> String {
    let width = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    facts.iter().map(|(name, value)| format!("{name:width$}  {value}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_right() {
        let text = table(&["name", ">kWh"], vec![vec!["a".into(), "1.000".into()]]);
        assert!(text.contains("name") && text.contains("kWh") && !text.contains('>'), "{text}");
        let wide = table(&[">n"], vec![vec!["1".into()], vec!["1000".into()]]);
        assert!(wide.contains("│    1 │"), "{wide}");
    }

    #[test]
    fn facts_are_aligned() {
        let text = facts(&[("a", "1".into()), ("long", "2".into())]);
        assert_eq!(text, "a     1\nlong  2\n");
    }
}
