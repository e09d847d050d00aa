//! What every command is given: the node, the manner of answering, the signer.

use crate::{answer::Answer, parse, signer};
use huangpu_client::{AccountId, Chain, Error, Head, Keypair, Now, OrgId};
use huangpu_primitives::{apis::AccountView, roles::Scope};
use indicatif::{ProgressBar, ProgressStyle};
use std::{io::IsTerminal, sync::Once, time::Duration};
use tokio::sync::OnceCell;

/// How calls are sent.
#[derive(Clone, Copy)]
pub(crate) struct Sending {
    /// Whether to return before finality.
    pub(crate) no_wait: bool,
    /// The organisation from whose keyless account a call is made, if not from the signer's.
    pub(crate) acting_for: Option<OrgId>,
    /// Whether to print the call, and send nothing.
    pub(crate) print_call: bool,
}

/// The global options, and the connection once it is needed.
pub(crate) struct Context {
    url: String,
    json: bool,
    signer: Option<String>,
    sending: Sending,
    chain: OnceCell<Chain>,
    key: OnceCell<Keypair>,
    /// That finality stands still was told.
    stalled: Once,
}

/// Who signs, and the organisation from whose keyless account a call is made.
pub(crate) struct Actor {
    /// The account that signs.
    pub(crate) account: AccountId,
    /// For whom it acts, and how far.
    pub(crate) view: AccountView,
    /// The organisation: that of `--as`, else the account's own.
    pub(crate) org: OrgId,
}

impl Actor {
    /// Whether a call in the scope is made at once: nothing in the scopes of the council and of validators has a
    /// price, so limits do not matter.
    pub(crate) fn acts_alone(&self, scope: Scope) -> bool {
        self.view.controller || self.view.approve.contains(&scope)
    }

    /// Whether it may at least prepare a call in the scope.
    pub(crate) fn may(&self, scope: Scope) -> bool {
        self.acts_alone(scope) || self.view.prepare.contains(&scope)
    }
}

impl Context {
    pub(crate) fn new(url: String, json: bool, signer: Option<String>, sending: Sending) -> Self {
        let (chain, key) = (OnceCell::new(), OnceCell::new());
        Self { url, json, signer, sending, chain, key, stalled: Once::new() }
    }

    /// The chain; connects on first use.
    pub(crate) async fn chain(&self) -> Result<&Chain, Error> {
        self.chain.get_or_try_init(|| Chain::connect(&self.url)).await
    }

    /// Shows what a command found out, although it goes on to fail.
    pub(crate) fn show(&self, answer: &Answer) {
        answer.print(self.json);
    }

    /// The block as of which the chain is read. People are told once, where it is not final.
    pub(crate) async fn head(&self) -> Result<Head, Error> {
        let Now { head, behind } = self.chain().await?.now().await?;
        if let Some(behind) = behind {
            self.stalled.call_once(|| {
                self.warn(&format!(
                    "finality stands still, {behind} blocks back: this is as of block {}, which may still be replaced",
                    head.number
                ));
            });
        }
        Ok(head)
    }

    /// How calls are sent.
    pub(crate) fn sending(&self) -> Sending {
        self.sending
    }

    /// Refuses options about a signed call, where there is none.
    pub(crate) fn ensure_plain(&self) -> Result<(), Error> {
        let Sending { acting_for, print_call, .. } = self.sending;
        if acting_for.is_some() || print_call {
            return Err(Error::input("--as and --print-call go with commands that sign a call"));
        }
        Ok(())
    }

    /// The key that signs; a file's password is asked for once. Keys that everybody knows are refused on a
    /// chain that is not for tests.
    pub(crate) async fn signer(&self) -> Result<Keypair, Error> {
        self.key.get_or_try_init(|| self.open_key()).await.cloned()
    }

    /// Who signs, and for which organisation.
    pub(crate) async fn actor(&self) -> Result<Actor, Error> {
        let account = AccountId(self.signer().await?.public_key().0);
        let chain = self.chain().await?;
        let view = chain.account(self.head().await?.hash, &account).await?;
        let view = view.ok_or_else(|| parse::outsider(&account))?;
        let org = self.sending.acting_for.unwrap_or(view.org);
        Ok(Actor { account, view, org })
    }

    async fn open_key(&self) -> Result<Keypair, Error> {
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

    /// Warns people on standard error; programs read what is wrong in the answer.
    pub(crate) fn warn(&self, text: &str) {
        if !self.json {
            eprintln!("warning: {text}");
        }
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
