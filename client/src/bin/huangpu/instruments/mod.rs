//! `huangpu instruments`: which classes of instruments may be issued and traded, and under whose authority.

mod council;
mod show;
pub(crate) mod words;

use crate::{answer::Answer, context::Context, document::Document};
use clap::Subcommand;
use huangpu_client::Error;
use huangpu_primitives::instruments::InstrumentClass;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the classes of instruments, and whether they are open.
    List,
    /// Shows one class, and the authority recorded last for it.
    Show {
        /// The class: allowance, credit, receivable-certificate, warehouse-receipt or deposit-money.
        #[arg(value_parser = words::class)]
        class: InstrumentClass,
    },
    /// Lists all authorities that were ever recorded.
    History {
        /// For this class only.
        #[arg(value_parser = words::class)]
        class: Option<InstrumentClass>,
    },
    /// Opens a class under an authority. The council does this: the call becomes a motion.
    Record(council::Record),
    /// Closes a class: nothing of it is issued or traded any more. The council does this.
    Close {
        /// The class.
        #[arg(value_parser = words::class)]
        class: InstrumentClass,
        #[command(flatten)]
        document: Document,
    },
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::List | Self::Show { .. } | Self::History { .. } => false,
            Self::Record(_) | Self::Close { .. } => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::List => show::classes(context).await,
        Command::Show { class } => show::class(context, class).await,
        Command::History { class } => show::history(context, class).await,
        Command::Record(arguments) => council::record(context, arguments).await,
        Command::Close { class, document } => council::close(context, class, document).await,
    }
}
