//! The command line.

use crate::{config::Config, intake::simulate, keys::Algorithm};
use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf};

/// Meter readings in, signed reports out, nothing lost.
#[derive(Debug, Parser)]
#[command(name = "huangpu-gateway", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve: take readings in, report them, follow the chain.
    Run {
        /// Settings.
        #[command(flatten)]
        settings: Settings,
        /// Run the simulated plant, for a trial without any meter.
        #[arg(long)]
        simulate: bool,
        /// Days of history of the simulated plant.
        #[arg(long, default_value_t = simulate::DAYS, requires = "simulate")]
        days: u32,
        /// Go on where the chain stands even if it has reports this store does not have: after the
        /// store was lost or restored, never while another gateway signs.
        #[arg(long)]
        adopt: bool,
    },
    /// Take a whole file in, wait until it is on the chain, and compare.
    Replay {
        /// Settings.
        #[command(flatten)]
        settings: Settings,
        /// What to replay.
        #[command(flatten)]
        input: ReplayInput,
        /// Wait for a node that does not answer yet and a device that is not registered yet,
        /// instead of giving up.
        #[arg(long)]
        wait: bool,
        /// How many seconds the last report may take to be finalized.
        #[arg(long, default_value_t = 600, value_name = "SECS")]
        until_finalized_timeout: u64,
    },
    /// The devices' keys.
    Keys {
        /// Settings.
        #[command(flatten)]
        settings: Settings,
        /// What to do with them.
        #[command(subcommand)]
        command: KeysCommand,
    },
}

/// What to replay.
#[derive(Debug, Args)]
pub struct ReplayInput {
    /// A CSV file.
    #[arg(long, value_name = "FILE", requires = "profile", required_unless_present = "simulated")]
    pub csv: Option<PathBuf>,
    /// How to read it: a TOML profile.
    #[arg(long, value_name = "FILE", requires = "csv")]
    pub profile: Option<PathBuf>,
    /// The simulated plant's last whole days.
    #[arg(long, conflicts_with = "csv")]
    pub simulated: bool,
    /// How many days.
    #[arg(long, default_value_t = simulate::DAYS, requires = "simulated")]
    pub days: u32,
    /// Succeed although readings were rejected, if all others are on the chain.
    #[arg(long)]
    pub allow_rejected: bool,
    /// Where to list the rejected readings, as CSV; without it, `rejected.csv` beside the store.
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
}

/// What to do with the devices' keys.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a device's key, if it has none, and print its public key.
    New {
        /// The device's reference.
        #[arg(long, required_unless_present = "profile")]
        reference: Option<String>,
        /// The algorithm; ed25519 for a new key.
        #[arg(long)]
        algorithm: Option<Algorithm>,
        /// All devices of a profile: prints a line for each with key, organisation, unit, input,
        /// rollover (`-` for none) and reference, to register them with.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["reference", "algorithm"])]
        profile: Option<PathBuf>,
    },
    /// Print the public keys of all devices that have one.
    List,
}

/// Settings from a file, and those that stand above it.
#[derive(Debug, Default, Args)]
pub struct Settings {
    /// The configuration file; without it, the defaults hold.
    #[arg(long, value_name = "FILE", env = "HUANGPU_GATEWAY_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    /// Where stores and keys are kept.
    #[arg(long, value_name = "DIR", env = "HUANGPU_GATEWAY_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// Websocket address of the node.
    #[arg(long, value_name = "URL", env = "HUANGPU_GATEWAY_NODE", global = true)]
    pub node: Option<String>,
    /// Address of the HTTP server.
    #[arg(long, value_name = "ADDRESS", env = "HUANGPU_GATEWAY_LISTEN", global = true)]
    pub listen: Option<SocketAddr>,
}

impl Settings {
    /// The configuration.
    ///
    /// # Errors
    /// If the file cannot be used.
    pub fn load(self) -> Result<Config, crate::config::ConfigError> {
        let mut config = Config::load(self.config.as_deref())?;
        if let Some(data) = self.data {
            config.data_dir = data;
        }
        if let Some(node) = self.node {
            config.node = node;
        }
        if let Some(listen) = self.listen {
            config.listen = listen;
        }
        Ok(config)
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
    fn a_replay_has_one_input() {
        let parse = |arguments: &str| Cli::try_parse_from(arguments.split(' ')).is_ok();
        assert!(parse("g replay --csv a --profile b"));
        assert!(parse("g replay --simulated --days 3 --wait --until-finalized-timeout 9"));
        assert!(parse("g run --simulate --config c --node ws://x --data d --listen 127.0.0.1:0"));
        assert!(parse("g replay --simulated --allow-rejected --rejected r"));
        for bad in ["g replay", "g replay --csv a", "g replay --csv a --profile b --simulated"] {
            assert!(!parse(bad), "{bad}");
        }
    }

    #[test]
    fn keys_are_of_one_device_or_of_a_profile() {
        let parse = |arguments: &str| Cli::try_parse_from(arguments.split(' ')).is_ok();
        assert!(parse("g keys new --reference a --algorithm sr25519 --data d"));
        assert!(parse("g keys new --profile p --data d"));
        for bad in ["g keys new", "g keys new --profile p --reference a"] {
            assert!(!parse(bad), "{bad}");
        }
    }
}
