//! The Huangpu node: a standard Substrate node with the settings this chain was measured with.
//!
//! | module | holds |
//! |---|---|
//! | [`cli`] | the command line and the defaults that differ from Substrate's |
//! | [`command`] | what each subcommand does |
//! | [`chain_spec`] | the chains the node knows by name |
//! | [`service`] | the parts of a running node, put together |
//! | [`consensus`] | how blocks are authored (Aura) and finalized (GRANDPA) |
//! | [`rpc`] | the RPC methods beside Substrate's own |

// The errors are Substrate's, and each ends the program.
#![allow(clippy::result_large_err)]

mod admission;
mod chain_spec;
mod cli;
mod command;
mod consensus;
mod pool;
mod rpc;
mod service;

use polkadot_sdk::sc_cli;

/// An idle node needs some 50 MiB less than with glibc's allocator, which keeps what each of many
/// threads used for a moment.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Tasks that wait for the runtime keep their thread. When an upgrade has the runtime compiled, which takes seconds,
/// all of a small machine's threads would: nobody answers the other nodes, they give the request up, and the two ask
/// each other for nothing for the next minute (`sc-network-sync` calls them disconnected peers).
const LEAST_WORKERS: usize = 8;

/// How many threads tokio's tasks share, unless the operator says it: by default one for each core.
fn set_workers() {
    const WORKERS: &str = "TOKIO_WORKER_THREADS";
    if std::env::var_os(WORKERS).is_none() {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::env::set_var(WORKERS, cores.max(LEAST_WORKERS).to_string());
    }
}

fn main() -> sc_cli::Result<()> {
    // Nothing else runs yet that could read it.
    set_workers();
    let cli = cli::parse(std::env::args_os()).unwrap_or_else(|error| error.exit());
    command::run(cli)
}
