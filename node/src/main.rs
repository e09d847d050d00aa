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
mod rpc;
mod service;

use polkadot_sdk::sc_cli;

/// An idle node needs some 50 MiB less than with glibc's allocator, which keeps what each of many
/// threads used for a moment.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> sc_cli::Result<()> {
    let cli = cli::parse(std::env::args_os()).unwrap_or_else(|error| error.exit());
    command::run(cli)
}
