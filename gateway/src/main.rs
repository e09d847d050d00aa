//! `huangpu-gateway`: see the library for what it does.

use clap::Parser;
use huangpu_gateway::{cli::Cli, commands};
use std::{io::IsTerminal, process::ExitCode};
use tracing_subscriber::{fmt, EnvFilter};

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    // What the commands print goes to the standard output, what they say on the way does not.
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let coloured = std::io::stderr().is_terminal();
    fmt().with_env_filter(filter).with_ansi(coloured).with_writer(std::io::stderr).init();
    match commands::run(cli).await {
        Ok(code) => code,
        Err(e) => {
            tracing::error!("{e:#}");
            ExitCode::FAILURE
        }
    }
}
