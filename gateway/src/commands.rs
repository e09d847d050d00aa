//! What the commands do.

use crate::{
    chain::node::NodeChain,
    cli::{Cli, Command, KeysCommand, ReplayInput, Settings},
    clock::Clock,
    config::{Config, DeviceConfig, Input},
    core::Closing,
    daemon::{self, Options, Running},
    intake::simulate,
    keys::{display_key, KeyDir},
    profile::Profile,
    replay::{replay, Comparison, Patience, Source},
};
use anyhow::bail;
use std::{process::ExitCode, sync::Arc, time::Duration};
use tokio::signal::unix::{signal, SignalKind};

/// Runs a command.
///
/// # Errors
/// Whatever keeps it from doing what it should.
pub async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::Run { settings, simulate, days, adopt } => {
            serve(settings.load()?, simulate.then_some(days), adopt).await
        }
        Command::Replay { settings, input, wait, until_finalized_timeout } => {
            let until_finalized = Duration::from_secs(until_finalized_timeout);
            replay_input(settings, input, Patience { wait, until_finalized }).await
        }
        Command::Keys { settings, command } => keys(&settings.load()?, command),
    }
}

async fn serve(mut config: Config, simulate: Option<u32>, adopt: bool) -> anyhow::Result<ExitCode> {
    if simulate.is_some() {
        add_plant(&mut config);
    }
    if config.devices.is_empty() {
        tracing::warn!("no device is configured: every reading will be refused");
    }
    let chain = Arc::new(NodeChain::new(&config.node));
    let options = Options { config, simulate, adopt, closing: Closing::ByRule };
    let mut running = daemon::start(options, chain, Clock::system()).await?;
    tokio::select! {
        ended = running.ended() => ended?,
        stopped = stop_signal() => {
            stopped?;
            tracing::info!("stopping");
            running.stop().await?;
        },
    }
    Ok(ExitCode::SUCCESS)
}

async fn replay_input(
    settings: Settings,
    input: ReplayInput,
    patience: Patience,
) -> anyhow::Result<ExitCode> {
    let mut config = settings.load()?;
    let (list, allow_rejected) = (input.rejected.clone(), input.allow_rejected);
    let source = source(&mut config, input)?;
    let chain = Arc::new(NodeChain::new(&config.node));
    let options = Options { config, simulate: None, adopt: false, closing: Closing::Held };
    let mut running = daemon::start(options, chain.clone(), Clock::system()).await?;
    let result = tokio::select! {
        result = replay(&mut running, chain.as_ref(), source, list, patience) => result,
        stopped = stop_signal() => stopped.and_then(|()| bail!("stopped")),
    };
    stop_quietly(running).await;
    Ok(conclude(&result?, allow_rejected))
}

/// Prints what has arrived. Only a whole input on the chain is a success.
fn conclude(comparison: &Comparison, allow_rejected: bool) -> ExitCode {
    println!("{comparison}");
    comparison.notes.iter().for_each(|note| tracing::info!("{note}"));
    let faults = comparison.faults(allow_rejected);
    faults.iter().for_each(|fault| tracing::error!("{fault}"));
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn stop_quietly(running: Running) {
    if let Err(e) = running.stop().await {
        tracing::error!("{e:#}");
    }
}

/// Where a replay's readings come from; the configuration learns their devices.
fn source(config: &mut Config, input: ReplayInput) -> anyhow::Result<Source> {
    let (Some(file), Some(profile)) = (input.csv, input.profile) else {
        add_plant(config);
        return Ok(Source::Simulated { days: input.days });
    };
    let profile = Profile::load(&profile)?;
    let known = !config.devices.is_empty();
    if known && config.org != profile.org {
        bail!("the profile is of organisation {}, the gateway of {}", profile.org, config.org);
    }
    config.org = profile.org;
    for device in &profile.devices {
        config.devices.retain(|known| known.reference != device.reference);
        config.devices.push(device.clone());
    }
    config.check()?;
    Ok(Source::Csv { file, profile: Box::new(profile) })
}

fn add_plant(config: &mut Config) {
    config.devices.retain(|device| device.reference != simulate::REFERENCE);
    config.devices.push(simulate::device());
}

fn keys(config: &Config, command: KeysCommand) -> anyhow::Result<ExitCode> {
    let keys = KeyDir::open(&config.keys_dir())?;
    match command {
        KeysCommand::New { profile: Some(file), .. } => {
            new_keys(&keys, &Profile::load(&file)?)?;
        }
        KeysCommand::New { reference, algorithm, .. } => {
            let reference = reference.unwrap_or_default();
            println!("{}", display_key(&keys.ensure(&reference, algorithm)?.public()));
        }
        KeysCommand::List => {
            for (reference, key) in keys.list()? {
                println!("{} {reference}", display_key(&key));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes the keys of a profile's devices, and prints what they are to be registered with. The
/// reference stands last, as it may contain spaces.
fn new_keys(keys: &KeyDir, profile: &Profile) -> anyhow::Result<()> {
    for DeviceConfig { reference, unit, input, algorithm, rollover } in &profile.devices {
        let key = display_key(&keys.ensure(reference, *algorithm)?.public());
        let input = match input {
            Input::Interval => "interval",
            Input::Register => "register",
        };
        let rollover = rollover.map_or_else(|| "-".into(), |modulus| modulus.to_string());
        println!("{key} {} {unit} {input} {rollover} {reference}", profile.org);
    }
    Ok(())
}

/// Waits for Ctrl-C, or for the service manager.
async fn stop_signal() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminate.recv() => {},
    }
    Ok(())
}
