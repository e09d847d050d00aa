//! What every command is given: the node, the manner of answering, the signer.

use crate::signer;
use huangpu_client::{Chain, Error, Keypair};
use indicatif::{ProgressBar, ProgressStyle};
use std::{io::IsTerminal, time::Duration};
use tokio::sync::OnceCell;

/// The global options, and the connection once it is needed.
pub(crate) struct Context {
    url: String,
    json: bool,
    signer: Option<String>,
    no_wait: bool,
    chain: OnceCell<Chain>,
}

impl Context {
    pub(crate) fn new(url: String, json: bool, signer: Option<String>, no_wait: bool) -> Self {
        Self { url, json, signer, no_wait, chain: OnceCell::new() }
    }

    /// The chain; connects on first use.
    pub(crate) async fn chain(&self) -> Result<&Chain, Error> {
        self.chain.get_or_try_init(|| Chain::connect(&self.url)).await
    }

    /// Whether to return before finality.
    pub(crate) fn no_wait(&self) -> bool {
        self.no_wait
    }

    /// The key that signs. Keys that everybody knows are refused on a chain that is not for tests.
    pub(crate) async fn signer(&self) -> Result<Keypair, Error> {
        let source = signer::Source::find(self.signer.as_deref())?;
        if source.is_public_knowledge() && !self.chain().await?.is_for_tests().await? {
            return Err(Error::Input(
                "everybody knows this key: it signs only on chains for development and local tests"
                    .into(),
            ));
        }
        source.open()
    }

    /// The key that signs, for showing its account only.
    pub(crate) fn signer_unchecked(&self) -> Result<Keypair, Error> {
        signer::Source::find(self.signer.as_deref())?.open()
    }

    /// A spinner on standard error; hidden when nobody watches.
    pub(crate) fn spinner(&self, text: &'static str) -> ProgressBar {
        if self.json || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let spinner = ProgressBar::new_spinner().with_message(text);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
            spinner.set_style(style);
        }
        spinner.enable_steady_tick(Duration::from_millis(100));
        spinner
    }

    /// A bar on standard error; hidden when nobody watches.
    pub(crate) fn bar(&self, length: u64, text: &'static str) -> ProgressBar {
        if self.json || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(length).with_message(text);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} ({eta})") {
            bar.set_style(style);
        }
        bar
    }
}
