//! The command line: Substrate's own, with a few defaults of this chain's.
//!
//! The defaults are put into the parser rather than into the parsed result. So `--help` shows what
//! really applies, and a value that the operator wrote always stands, even where it equals one of
//! Substrate's defaults.

use polkadot_sdk::sc_cli::{
    self,
    clap::{self, Arg, Command, CommandFactory, FromArgMatches, Parser},
    SubstrateCli,
};
use std::ffi::OsString;

/// Most transactions that wait in the pool. The fork-aware pool counts those that are in blocks not
/// yet finalized as well, so this is several times a full block (about a thousand transactions)
/// times the blocks that finality lags, with room for a backlog.
const POOL_LIMIT: &str = "20000";

/// Most bytes that wait in the pool, in KiB: 64 MiB, some seventeen full blocks. A batch of reports
/// is far larger than a transfer, for which Substrate's 20 MiB are meant.
const POOL_KBYTES: &str = "65536";

/// How long a refused transaction is not looked at again, in seconds. Substrate's half hour is
/// meant for transactions that stay wrong. A batch of reports is refused when it does not continue
/// its devices' chains; the very same bytes become valid as soon as the reports before them are in,
/// or after a reorganization, and nobody but their author can change them. A minute keeps repeated
/// checks of really wrong ones rare enough.
const BAN_SECONDS: &str = "60";

/// Bytes of state kept decoded in memory. Every block leaves its changed nodes there until the cache
/// is full, so with Substrate's 1 GiB even an idle node grows for days. This holds the working set
/// of some ten thousand devices; a validator of more, with memory to spare, is given more.
const TRIE_CACHE_BYTES: &str = "33554432";

/// `--dev` bans nothing, as in Substrate.
const DEV_BAN_SECONDS: &str = "0";

/// A node of the Huangpu chain.
#[derive(Debug, Parser)]
pub(crate) struct Cli {
    /// What to do instead of running a node.
    #[command(subcommand)]
    pub(crate) subcommand: Option<Subcommand>,

    /// How to run a node.
    #[clap(flatten)]
    pub(crate) run: sc_cli::RunCmd,
}

/// What the program does beside running a node.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Subcommand {
    /// Make, read and store keys.
    #[command(subcommand)]
    Key(sc_cli::KeySubcommand),

    /// Print a chain specification, with a boot node's address added.
    BuildSpec(sc_cli::BuildSpecCmd),

    /// Write a chain specification.
    ExportChainSpec(sc_cli::ExportChainSpecCmd),

    /// Execute a block of the database again.
    CheckBlock(sc_cli::CheckBlockCmd),

    /// Write blocks to a file.
    ExportBlocks(sc_cli::ExportBlocksCmd),

    /// Write the state at a block as a chain specification.
    ExportState(sc_cli::ExportStateCmd),

    /// Import blocks from a file.
    ImportBlocks(sc_cli::ImportBlocksCmd),

    /// Remove a chain's database.
    PurgeChain(sc_cli::PurgeChainCmd),

    /// Take back blocks that are not finalized.
    Revert(sc_cli::RevertCmd),

    /// Print the database's best and finalized blocks.
    ChainInfo(sc_cli::ChainInfoCmd),
}

/// Reads the command line `args`, program name first.
///
/// Fails as `clap` does, which includes `--help` and `--version`.
pub(crate) fn parse<I>(args: I) -> clap::error::Result<Cli>
where
    I: IntoIterator,
    I::Item: Into<OsString> + Clone,
{
    let matches = command().try_get_matches_from(args)?;
    Cli::from_arg_matches(&matches)
}

fn command() -> Command {
    Cli::setup_command(Cli::command()).mut_args(with_default)
}

fn with_default(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "pool_limit" => arg.default_value(POOL_LIMIT),
        "pool_kbytes" => arg.default_value(POOL_KBYTES),
        "trie_cache_size" => arg.default_value(TRIE_CACHE_BYTES),
        "tx_ban_seconds" => arg
            .help("How long, in seconds, a refused transaction is not looked at again (with --dev: 0)")
            .long_help(None)
            .default_value(BAN_SECONDS)
            .default_value_if("dev", "true", DEV_BAN_SECONDS),
        _ => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polkadot_sdk::{
        sc_network::config::NetworkBackendType,
        sc_service::{Configuration, DatabaseSource},
    };

    /// The configuration that a node would run with, on a chain without a genesis.
    fn configuration(args: &[&str]) -> Configuration {
        let dir = tempfile::tempdir().unwrap();
        let chain = dir.path().join("chain.json");
        let genesis = r#"{ "raw": { "top": {}, "childrenDefault": {} } }"#;
        let spec =
            format!(r#"{{ "name": "T", "id": "t", "bootNodes": [], "genesis": {genesis} }}"#);
        std::fs::write(&chain, spec).unwrap();

        let chain = chain.to_str().unwrap();
        // A folder of its own: tests at once would make their network keys in the same one.
        let base = dir.path().to_str().unwrap();
        let own = ["huangpu-node", "--chain", chain, "--base-path", base];
        let cli = parse(own.iter().chain(args)).unwrap();
        let runtime = sc_cli::build_runtime().unwrap();
        cli.create_configuration(&cli.run, runtime.handle().clone()).unwrap()
    }

    /// Ready and future limits (transactions, bytes) and the ban, as the pool prints them: its
    /// options have no other face.
    fn pool(args: &[&str]) -> String {
        format!("{:?}", configuration(args).transaction_pool)
    }

    #[test]
    fn the_command_should_be_consistent() {
        command().debug_assert();
    }

    #[test]
    fn an_operator_who_says_nothing_should_get_this_chains_pool() {
        let pool = pool(&[]);
        assert!(pool.contains("ready: Limit { count: 20000, total_bytes: 67108864 }"), "{pool}");
        assert!(pool.contains("future: Limit { count: 2000, total_bytes: 6710886 }"), "{pool}");
        assert!(pool.contains("ban_time: 60s"), "{pool}");
        assert!(pool.contains("ForkAware"), "{pool}");
    }

    #[test]
    fn what_the_operator_says_should_stand() {
        // Substrate's defaults, said aloud.
        let pool = pool(&[
            "--pool-limit=8192",
            "--pool-kbytes=20480",
            "--tx-ban-seconds=1800",
            "--pool-type=single-state",
        ]);
        assert!(pool.contains("ready: Limit { count: 8192, total_bytes: 20971520 }"), "{pool}");
        assert!(pool.contains("ban_time: 1800s"), "{pool}");
        assert!(pool.contains("SingleState"), "{pool}");
    }

    #[test]
    fn the_trie_cache_should_be_small_unless_told_otherwise() {
        let cache = |args: &[&str]| configuration(args).trie_cache_maximum_size;
        assert_eq!(cache(&[]), Some(32 << 20));
        assert_eq!(cache(&["--trie-cache-size=1073741824"]), Some(1 << 30));
        assert_eq!(cache(&["--trie-cache-size=0"]), None);
    }

    #[test]
    fn dev_should_ban_nothing_unless_told_to() {
        assert!(pool(&["--dev"]).contains("ban_time: 0ns"));
        assert!(pool(&["--dev", "--tx-ban-seconds=5"]).contains("ban_time: 5s"));
    }

    #[test]
    fn dev_should_mean_the_development_chain_unless_told_otherwise() {
        let chain = |args: &[&str]| {
            let run = parse(["huangpu-node"].iter().chain(args)).unwrap().run;
            run.shared_params.chain_id(run.shared_params.is_dev())
        };
        assert_eq!(chain(&["--dev"]), "dev");
        assert_eq!(chain(&["--dev", "--chain=local"]), "local");
        assert_eq!(chain(&[]), "");
    }

    #[test]
    fn help_should_show_the_defaults_that_apply() {
        let help = command().render_long_help().to_string();
        for default in ["20000", "65536", "33554432", "60"] {
            let default = format!("[default: {default}]");
            assert!(help.contains(&default), "{default} is not in the help");
        }
    }

    #[test]
    fn the_network_should_be_litep2p_unless_told_otherwise() {
        let backend = |args: &[&str]| configuration(args).network.network_backend;
        assert!(matches!(backend(&[]), NetworkBackendType::Litep2p));
        assert!(matches!(backend(&["--network-backend=libp2p"]), NetworkBackendType::Libp2p));
    }

    #[test]
    fn the_database_should_be_paritydb() {
        let database = |args: &[&str]| configuration(args).database;
        assert!(matches!(database(&[]), DatabaseSource::ParityDb { .. }));
        assert!(matches!(database(&["--database=paritydb"]), DatabaseSource::ParityDb { .. }));
        assert!(parse(["huangpu-node", "--database=rocksdb"]).is_err());
    }

    #[test]
    fn an_authority_should_run_offchain_workers() {
        assert!(configuration(&["--dev"]).offchain_worker.enabled);
        assert!(!configuration(&[]).offchain_worker.enabled);
        assert!(configuration(&["--offchain-worker=always"]).offchain_worker.enabled);
    }
}
