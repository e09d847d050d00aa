//! `huangpu council`: who sits, what is voted on, and what the council alone can do.

mod brakes;
mod elections;
mod motions;
pub(crate) mod propose;
mod recovery;
mod show;
mod upgrade;
mod words;

use crate::{answer::Answer, context::Context, document::Document};
use clap::Subcommand;
use huangpu_client::{Error, OrgId};
use huangpu_primitives::council::{Constituency, Decision};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Shows the constituencies: their seats, who holds them, and elections.
    Show,
    /// Lists who stands in a constituency's running election.
    Candidates {
        /// The constituency: industry, finance, research or public.
        #[arg(value_parser = words::constituency)]
        constituency: Constituency,
    },
    /// Lists the motions that are voted on.
    Motions,
    /// Shows one motion: its call, who voted how, and what is missing.
    Motion {
        /// The motion's hash.
        hash: String,
    },
    /// Shows which calls are paused, and whether the brake is on.
    Paused,
    /// Proposes a call to the council, and votes for it.
    Propose {
        /// What kind of decision the call takes: ordinary, grave or constitutional.
        #[arg(long, value_parser = words::decision)]
        decision: Decision,
        /// The encoded call, in hex.
        #[arg(long, value_name = "HEX")]
        call: String,
    },
    /// Makes a call as root. The council does this.
    Enact {
        /// The encoded call, in hex.
        #[arg(long, value_name = "HEX")]
        call: String,
    },
    /// Votes on a motion, for the signer's organisation; another vote replaces the first.
    Vote {
        /// The motion's hash.
        hash: String,
        /// Whether it agrees.
        vote: motions::Vote,
        /// The number of the motion that was read; without it, the call is shown, and the command asks.
        #[arg(long)]
        index: Option<u32>,
    },
    /// Closes a motion that is decided: if enough agree, its call is made.
    Close {
        /// The motion's hash.
        hash: String,
        /// Also where its call fails or is wasted: too few agree since seats came, or no new keys are planned.
        #[arg(long)]
        anyway: bool,
    },
    /// Notes that finality stands still, so that validators with new keys take it up again: the last step when a third
    /// or more of them is lost for ever. Fills in what the call says.
    NoteStalled {
        /// Blocks from the motion's end until the new keys finalize: fewer than a session has.
        #[arg(long, default_value_t = 5)]
        delay: u32,
        /// The highest block that any of the living nodes has finalized, if it is above this node's.
        #[arg(long, value_name = "BLOCK")]
        finalized: Option<u32>,
    },
    /// Calls the election that is due in a constituency; the chain does it by itself, too.
    CallElection {
        /// The constituency of the signer's organisation: industry, finance, research or public.
        #[arg(value_parser = words::constituency)]
        constituency: Constituency,
    },
    /// Stands for a seat, with the signer's organisation.
    Stand,
    /// Takes that candidacy back.
    WithdrawCandidacy,
    /// Votes for a candidate in the election of the signer's constituency; another vote replaces the first.
    Elect {
        /// The candidate, which may be the signer's own organisation.
        candidate: OrgId,
    },
    /// Counts an election whose days are over; the chain does it by itself, too.
    CloseElection {
        /// The constituency: industry, finance, research or public.
        #[arg(value_parser = words::constituency)]
        constituency: Constituency,
    },
    /// Gives the seat of the signer's organisation up.
    VacateSeat,
    /// Takes an organisation's seat. The council does this.
    Unseat {
        /// The organisation.
        org: OrgId,
        #[command(flatten)]
        document: Document,
    },
    /// Sets how many seats a constituency has, and how long a term is. The council does this.
    SetRule {
        /// The constituency: industry, finance, research or public.
        #[arg(value_parser = words::constituency)]
        constituency: Constituency,
        /// How many seats, 16 at most.
        #[arg(long)]
        seats: u32,
        /// How many days a term is, 90 to 1830.
        #[arg(long, value_name = "DAYS")]
        term_days: u32,
    },
    /// Stops everything but what heals and governs the chain, prolongs that, or lets go. A third of the council
    /// pulls the brake, for four hours; more than half prolongs it or lets it go.
    Brake {
        /// What to do with it.
        state: brakes::Brake,
    },
    /// Pauses one call, or all calls of a pallet. The council does this.
    Pause {
        /// The pallet, like Devices.
        pallet: String,
        /// The call, like submit_reports; without it, all that are not paused yet.
        call: Option<String>,
    },
    /// Lets one paused call go, or all of a pallet. The council does this.
    Unpause {
        /// The pallet.
        pallet: String,
        /// The call; without it, all that are paused.
        call: Option<String>,
    },
    /// Authorises a new runtime, which then anybody installs. The council does this.
    Upgrade {
        /// The runtime's code, as built: Wasm, compressed or not.
        #[arg(long, value_name = "FILE")]
        wasm: String,
    },
    /// Installs the runtime that the council authorised.
    ApplyUpgrade {
        /// The same file.
        #[arg(long, value_name = "FILE")]
        wasm: String,
    },
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::Show
            | Self::Candidates { .. }
            | Self::Motions
            | Self::Motion { .. }
            | Self::Paused => false,
            Self::Propose { .. }
            | Self::Enact { .. }
            | Self::Vote { .. }
            | Self::Close { .. }
            | Self::NoteStalled { .. }
            | Self::CallElection { .. }
            | Self::Stand
            | Self::WithdrawCandidacy
            | Self::Elect { .. }
            | Self::CloseElection { .. }
            | Self::VacateSeat
            | Self::Unseat { .. }
            | Self::SetRule { .. }
            | Self::Brake { .. }
            | Self::Pause { .. }
            | Self::Unpause { .. }
            | Self::Upgrade { .. }
            | Self::ApplyUpgrade { .. } => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::Show => show::constituencies(context).await,
        Command::Candidates { constituency } => show::candidates(context, constituency).await,
        Command::Motions => motions::list(context).await,
        Command::Motion { hash } => motions::show(context, &hash).await,
        Command::Paused => brakes::paused(context).await,
        Command::Propose { decision, call } => propose::run(context, decision, &call).await,
        Command::Enact { call } => propose::enact(context, &call).await,
        Command::Vote { hash, vote, index } => motions::vote(context, &hash, vote, index).await,
        Command::Close { hash, anyway } => motions::close(context, &hash, anyway).await,
        Command::NoteStalled { delay, finalized } => {
            recovery::note(context, delay, finalized).await
        }
        Command::CallElection { constituency } => elections::call(context, constituency).await,
        Command::Stand => elections::stand(context).await,
        Command::WithdrawCandidacy => elections::withdraw(context).await,
        Command::Elect { candidate } => elections::elect(context, candidate).await,
        Command::CloseElection { constituency } => elections::close(context, constituency).await,
        Command::VacateSeat => elections::vacate_seat(context).await,
        Command::Unseat { org, document } => elections::unseat(context, org, document).await,
        Command::SetRule { constituency, seats, term_days } => {
            elections::set_rule(context, constituency, seats, term_days).await
        }
        Command::Brake { state } => brakes::brake(context, state).await,
        Command::Pause { pallet, call } => brakes::pause(context, &pallet, call.as_deref()).await,
        Command::Unpause { pallet, call } => {
            brakes::unpause(context, &pallet, call.as_deref()).await
        }
        Command::Upgrade { wasm } => upgrade::authorize(context, &wasm).await,
        Command::ApplyUpgrade { wasm } => upgrade::apply(context, &wasm).await,
    }
}
