//! `huangpu validators`: who makes blocks, who is about to, and how reliably.

mod keys;
mod manage;
mod show;
mod words;

use crate::{answer::Answer, context::Context, document::Document};
use clap::Subcommand;
use huangpu_client::{Error, OrgId};
use huangpu_primitives::calendar::Month;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the validators in and out of the set, and shows the set.
    List,
    /// Shows one organisation's validator.
    Show {
        /// The organisation.
        org: OrgId,
    },
    /// Shows how reliably an organisation's validator made blocks, by month.
    Uptime {
        /// The organisation.
        org: OrgId,
        /// From this month on, like 2026-11.
        #[arg(long, value_name = "MONTH")]
        from: Option<Month>,
    },
    /// Shows how many blocks each validator made in a past session.
    Session {
        /// The session's number.
        session: u32,
    },
    /// Applies for the signer's organisation to run a validator.
    Apply,
    /// Takes that back, or gives an approved or dropped validator up.
    Withdraw,
    /// Approves a candidate, or a dropped validator anew. The council does this.
    Approve {
        /// The organisation.
        org: OrgId,
    },
    /// Rejects an application. The council does this.
    Reject {
        /// The organisation.
        org: OrgId,
        #[command(flatten)]
        document: Document,
    },
    /// Lets the validator of the signer's organisation leave the set, as soon as enough others remain.
    Leave,
    /// Removes a validator. The council does this.
    Remove {
        /// The organisation.
        org: OrgId,
        #[command(flatten)]
        document: Document,
    },
    /// Brings the dropped validator of the signer's organisation back, once.
    Rejoin,
    /// Sets the blocks of a session. The council does this.
    SetSessionBlocks {
        /// How many, 2 to 86400.
        blocks: u32,
    },
    /// Lets the node make new session keys, and tells the chain.
    SetKeys(keys::SetKeys),
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::List | Self::Show { .. } | Self::Uptime { .. } | Self::Session { .. } => false,
            Self::Apply
            | Self::Withdraw
            | Self::Approve { .. }
            | Self::Reject { .. }
            | Self::Leave
            | Self::Remove { .. }
            | Self::Rejoin
            | Self::SetSessionBlocks { .. }
            | Self::SetKeys(_) => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::List => show::list(context).await,
        Command::Show { org } => show::one(context, org).await,
        Command::Uptime { org, from } => show::uptime(context, org, from).await,
        Command::Session { session } => show::session(context, session).await,
        Command::Apply => manage::apply(context).await,
        Command::Withdraw => manage::withdraw(context).await,
        Command::Approve { org } => manage::approve(context, org).await,
        Command::Reject { org, document } => manage::reject(context, org, document).await,
        Command::Leave => manage::leave(context).await,
        Command::Remove { org, document } => manage::remove(context, org, document).await,
        Command::Rejoin => manage::rejoin(context).await,
        Command::SetSessionBlocks { blocks } => manage::set_session_blocks(context, blocks).await,
        Command::SetKeys(arguments) => keys::set(context, arguments).await,
    }
}
