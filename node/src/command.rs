//! What each subcommand does. Every one is Substrate's own, given this chain's client.

use crate::{
    chain_spec,
    cli::{Cli, Subcommand},
    consensus,
    service::{self, Partial},
};
use huangpu_runtime::opaque::Block;
use polkadot_sdk::{
    sc_cli::{self, SubstrateCli},
    sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker},
    sc_service::{ChainSpec, Configuration, TaskManager},
    sp_runtime::traits::Block as BlockT,
};

impl SubstrateCli for Cli {
    fn impl_name() -> String {
        "Huangpu Node".into()
    }

    fn impl_version() -> String {
        env!("SUBSTRATE_CLI_IMPL_VERSION").into()
    }

    fn description() -> String {
        env!("CARGO_PKG_DESCRIPTION").into()
    }

    fn author() -> String {
        env!("CARGO_PKG_AUTHORS").into()
    }

    fn support_url() -> String {
        "the project's issue tracker".into()
    }

    fn copyright_start_year() -> i32 {
        2026
    }

    fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
        Ok(Box::new(chain_spec::load(id)?))
    }
}

/// Does what the command line says: runs a node until it is told to stop, or one subcommand to its
/// end.
///
/// Fails where the subcommand fails, or where an essential task of the node does.
pub(crate) fn run(cli: Cli) -> sc_cli::Result<()> {
    let Some(subcommand) = &cli.subcommand else {
        let runner = cli.create_runner(&cli.run)?;
        return runner.run_node_until_exit(|config| async move { start(config) });
    };
    match subcommand {
        Subcommand::Key(cmd) => cmd.run(&cli),
        Subcommand::BuildSpec(cmd) => {
            cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.chain_spec, config.network))
        }
        Subcommand::ExportChainSpec(cmd) => cmd.run(cli.load_spec(&cmd.chain)?),
        Subcommand::CheckBlock(cmd) => cli.create_runner(cmd)?.async_run(|config| {
            let Partial { client, import_queue, task_manager, .. } = service::partial(&config)?;
            Ok((cmd.run(client, import_queue), task_manager))
        }),
        Subcommand::ExportBlocks(cmd) => cli.create_runner(cmd)?.async_run(|config| {
            let Partial { client, task_manager, .. } = service::partial(&config)?;
            Ok((cmd.run(client, config.database), task_manager))
        }),
        Subcommand::ExportState(cmd) => cli.create_runner(cmd)?.async_run(|config| {
            let Partial { client, task_manager, .. } = service::partial(&config)?;
            Ok((cmd.run(client, config.chain_spec), task_manager))
        }),
        Subcommand::ImportBlocks(cmd) => cli.create_runner(cmd)?.async_run(|config| {
            let Partial { client, import_queue, task_manager, .. } = service::partial(&config)?;
            Ok((cmd.run(client, import_queue), task_manager))
        }),
        Subcommand::PurgeChain(cmd) => {
            cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
        }
        Subcommand::Revert(cmd) => cli.create_runner(cmd)?.async_run(|config| {
            let Partial { client, backend, task_manager, .. } = service::partial(&config)?;
            Ok((cmd.run(client, backend, Some(Box::new(consensus::revert))), task_manager))
        }),
        Subcommand::ChainInfo(cmd) => {
            cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
        }
    }
}

fn start(config: Configuration) -> sc_cli::Result<TaskManager> {
    type Libp2p = NetworkWorker<Block, <Block as BlockT>::Hash>;

    let started = match config.network.network_backend {
        NetworkBackendType::Litep2p => service::full::<Litep2pNetworkBackend>(config),
        NetworkBackendType::Libp2p => service::full::<Libp2p>(config),
    };
    Ok(started?)
}
