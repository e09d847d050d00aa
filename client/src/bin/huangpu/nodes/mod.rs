//! `huangpu nodes`: which machines belong to the network, and who is let in.

mod manage;
mod show;

use crate::{answer::Answer, context::Context, document::Document};
use clap::{Subcommand, ValueEnum};
use huangpu_client::{peers, Error, OrgId};
use huangpu_primitives::nodes::{Admission, NodeKey};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the registered nodes, and says who is let in.
    List {
        /// Of this organisation only.
        #[arg(long)]
        org: Option<OrgId>,
    },
    /// Registers a node of the signer's organisation.
    Register {
        /// The node's peer id, as it prints it at its start (12D3KooW…), or its public network key in hex.
        #[arg(value_parser = peers::parse)]
        node: NodeKey,
    },
    /// Removes a node of the signer's organisation.
    Remove {
        /// The node's peer id, or its public network key.
        #[arg(value_parser = peers::parse)]
        node: NodeKey,
    },
    /// Expels a node. The council does this.
    Expel {
        /// The node's peer id, or its public network key.
        #[arg(value_parser = peers::parse)]
        node: NodeKey,
        #[command(flatten)]
        document: Document,
    },
    /// Decides who is let into the network. The council does this.
    SetAdmission {
        /// Who.
        #[arg(value_enum)]
        admission: Who,
    },
}

/// Who is let in, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Who {
    /// Every node.
    Open,
    /// Registered nodes of members.
    Registered,
}

impl From<Who> for Admission {
    fn from(who: Who) -> Self {
        match who {
            Who::Open => Self::Open,
            Who::Registered => Self::Registered,
        }
    }
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::List { .. } => false,
            Self::Register { .. }
            | Self::Remove { .. }
            | Self::Expel { .. }
            | Self::SetAdmission { .. } => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::List { org } => show::list(context, org).await,
        Command::Register { node } => manage::register(context, node).await,
        Command::Remove { node } => manage::remove(context, node).await,
        Command::Expel { node, document } => manage::expel(context, node, document).await,
        Command::SetAdmission { admission } => {
            manage::set_admission(context, admission.into()).await
        }
    }
}
