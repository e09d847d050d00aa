//! Progress on the terminal, for people: nothing is shown where there is none.

use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// A line that shows how far a replay has come.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

impl Progress {
    /// A line on the standard error output.
    pub fn new() -> Self {
        let bar = ProgressBar::new(0);
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar }
    }

    /// Says what goes on now.
    pub fn say(&self, what: &str) {
        self.style("{spinner} {msg}");
        self.bar.set_message(what.to_owned());
    }

    /// So many bytes of a file of so many are read.
    pub fn read(&self, done: u64, total: u64) {
        self.style("{spinner} reading {bar:40} {percent} %");
        self.bar.set_length(total);
        self.bar.set_position(done.min(total));
    }

    /// So many of so many reports are finalized.
    pub fn reports(&self, done: u64, total: u64) {
        self.style("{spinner} finalized {bar:40} {pos} of {len} reports");
        self.bar.set_length(total);
        self.bar.set_position(done);
    }

    /// Says something else meanwhile, above the line instead of in the middle of it.
    pub fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// Takes the line away.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }

    fn style(&self, template: &str) {
        // Our own templates are well-formed; if one were not, the line would look plainer.
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done();
    }
}
