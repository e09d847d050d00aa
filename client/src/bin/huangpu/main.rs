//! The command `huangpu`: reads and acts on a Huangpu chain.

mod amounts;
mod answer;
mod context;
mod council;
mod devices;
mod document;
mod emissions;
mod feeds;
mod instruments;
mod intervals;
mod keys;
mod members;
mod metadata;
mod moments;
mod money;
mod nodes;
mod parse;
mod reports;
mod send;
mod signer;
mod status;
mod validators;

use answer::Answer;
use clap::{error::ErrorKind, Parser, Subcommand};
use context::{Context, Sending};
use huangpu_client::{Error, OrgId};
use std::process::ExitCode;

/// Reads and acts on a Huangpu chain.
#[derive(Parser)]
#[command(name = "huangpu", version, arg_required_else_help = true)]
struct Cli {
    /// Address of a node.
    #[arg(long, global = true, env = "HUANGPU_URL", default_value = "ws://127.0.0.1:9944")]
    url: String,

    /// Answer in JSON, for programs; failures too, on standard error.
    #[arg(long, global = true)]
    json: bool,

    /// Key that signs: an encrypted key file of polkadot-js, or //Alice and the like on chains for
    /// tests. Without it, the secret URI in HUANGPU_SIGNER. A file's password is taken from
    /// HUANGPU_KEYSTORE_PASSWORD or asked for.
    #[arg(long, global = true, value_name = "FILE")]
    signer: Option<String>,

    /// Act from this organisation's keyless account: the call is wrapped into `members.act_as`.
    #[arg(long = "as", global = true, value_name = "ORG")]
    acting_for: Option<OrgId>,

    /// Print the encoded call in hex, and send nothing.
    #[arg(long, global = true, conflicts_with = "no_wait")]
    print_call: bool,

    /// Return as soon as the node's pool has the transaction, without waiting for finality.
    #[arg(long, global = true)]
    no_wait: bool,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Where the chain stands.
    Status,
    /// Organisations, their people and systems.
    #[command(subcommand)]
    Members(Box<members::Command>),
    /// Meters and sensors.
    #[command(subcommand)]
    Devices(Box<devices::Command>),
    /// Facilities, emission factors, and what is emitted.
    #[command(subcommand)]
    Emissions(emissions::Command),
    /// What the law allows: classes of instruments, and the authorities for them.
    #[command(subcommand)]
    Instruments(instruments::Command),
    /// Settlement money: what banks issue and redeem, and members pay with.
    #[command(subcommand)]
    Money(Box<money::Command>),
    /// Units of instruments, held by the interval: who has which, and what is offered.
    #[command(subcommand)]
    Intervals(Box<intervals::Command>),
    /// The council: motions, elections, brakes, upgrades.
    #[command(subcommand)]
    Council(Box<council::Command>),
    /// Who makes blocks, and how reliably.
    #[command(subcommand)]
    Validators(validators::Command),
    /// Which machines belong to the network, and who is let in.
    #[command(subcommand)]
    Nodes(nodes::Command),
    /// Signed meter reports.
    #[command(subcommand)]
    Reports(reports::Command),
    /// The gateways from which the node fetches reports.
    #[command(subcommand)]
    Feeds(feeds::Command),
    /// Keys for signing.
    #[command(subcommand)]
    Keys(keys::Command),
    /// Writes the runtime's metadata to a file, for building this client.
    #[command(hide = true)]
    DevMetadata(metadata::Arguments),
}

impl Command {
    /// Whether it makes a call that an account signs.
    fn signs(&self) -> bool {
        match self {
            Self::Members(command) => command.signs(),
            Self::Devices(command) => command.signs(),
            Self::Emissions(command) => command.signs(),
            Self::Instruments(command) => command.signs(),
            Self::Money(command) => command.signs(),
            Self::Intervals(command) => command.signs(),
            Self::Council(command) => command.signs(),
            Self::Validators(command) => command.signs(),
            Self::Nodes(command) => command.signs(),
            Self::Status
            | Self::Reports(_)
            | Self::Feeds(_)
            | Self::Keys(_)
            | Self::DevMetadata(_) => false,
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let json = cli.json;
    let Cli { no_wait, acting_for, print_call, .. } = cli;
    let sending = Sending { no_wait, acting_for, print_call };
    let context = Context::new(cli.url, cli.json, cli.signer, sending);
    match run(&context, cli.command).await {
        Ok(answer) => {
            answer.print(json);
            ExitCode::SUCCESS
        }
        Err(error) => {
            answer::fail(json, &error.to_string(), error.to_json());
            ExitCode::FAILURE
        }
    }
}

async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    if !command.signs() {
        context.ensure_plain()?;
    }
    match command {
        Command::Status => status::run(context).await,
        Command::Members(command) => members::run(context, *command).await,
        Command::Devices(command) => devices::run(context, *command).await,
        Command::Emissions(command) => emissions::run(context, command).await,
        Command::Instruments(command) => instruments::run(context, command).await,
        Command::Money(command) => money::run(context, *command).await,
        Command::Intervals(command) => intervals::run(context, *command).await,
        Command::Council(command) => council::run(context, *command).await,
        Command::Validators(command) => validators::run(context, command).await,
        Command::Nodes(command) => nodes::run(context, command).await,
        Command::Reports(command) => reports::run(context, command).await,
        Command::Feeds(command) => feeds::run(context, command).await,
        Command::Keys(command) => keys::run(context, command).await,
        Command::DevMetadata(arguments) => metadata::run(context, arguments).await,
    }
}

/// Help and version go where clap sends them; a wrong command line is a failure like any other.
fn usage(error: &clap::Error) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !asked && std::env::args().any(|argument| argument == "--json") {
        let message = error.to_string();
        answer::fail(true, &message, serde_json::json!({ "kind": "usage", "message": message }));
    } else if error.print().is_err() {
        // Nobody reads any more.
        return ExitCode::FAILURE;
    }
    if asked {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn global_options_stand_anywhere() {
        let cli = Cli::try_parse_from(["huangpu", "devices", "list", "--org", "2", "--json"]);
        assert!(cli.expect("a good line").json);
        assert!(Cli::try_parse_from(["huangpu", "devices", "list", "--org", "two"]).is_err());
    }

    #[test]
    fn commands_that_only_read_sign_nothing() {
        let signs = |line: &str| {
            let words = ["huangpu"].into_iter().chain(line.split(' '));
            Cli::try_parse_from(words).expect("a good line").command.signs()
        };
        for line in ["status", "members list", "members show 1", "members quota 1"] {
            assert!(!signs(line), "{line}");
        }
        for line in ["devices list", "emissions factors", "instruments list", "feeds list"] {
            assert!(!signs(line), "{line}");
        }
        for line in ["council show", "council paused", "validators list", "nodes list --org 1"] {
            assert!(!signs(line), "{line}");
        }
        for line in
            ["money assets", "money balance 2", "intervals list", "intervals trace credit/1 7"]
        {
            assert!(!signs(line), "{line}");
        }
        for line in
            ["money withdraw 1", "intervals accept 1 --price 2", "intervals merge credit/1 0"]
        {
            assert!(signs(line), "{line}");
        }
        for line in ["council stand", "council brake on", "validators apply"] {
            assert!(signs(line), "{line}");
        }
        for line in ["members resign", "devices suspend 1", "members end-interest 2"] {
            assert!(signs(line), "{line}");
        }
    }
}
