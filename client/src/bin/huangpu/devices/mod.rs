//! `huangpu devices`: meters and sensors.

mod list;
mod manage;
mod prove;
mod show;

use crate::{answer::Answer, context::Context};
use clap::Subcommand;
use huangpu_client::{DeviceId, Error, OrgId};
use huangpu_primitives::calendar::Month;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists devices.
    List {
        /// Of this organisation only.
        #[arg(long)]
        org: Option<OrgId>,
    },
    /// Shows a device: its facts, how far its reports have come, its months, and what is quarantined.
    Show {
        /// Its id.
        device: DeviceId,
        /// Of this month only, YYYY-MM.
        #[arg(long)]
        month: Option<Month>,
    },
    /// Registers a device of the signer's organisation.
    Register(manage::Register),
    /// Lets another key sign a device's reports from now on.
    RotateKey {
        /// The device.
        device: DeviceId,
        /// The new public key, like ed25519:0x….
        #[arg(long)]
        key: String,
    },
    /// Refuses a device's reports until it is reinstated.
    Suspend {
        /// The device.
        device: DeviceId,
    },
    /// Takes a suspended device's reports again.
    Reinstate {
        /// The device.
        device: DeviceId,
    },
    /// Retires a device for good.
    Retire {
        /// The device.
        device: DeviceId,
    },
    /// Renews a device's calibration.
    Calibrate {
        /// The device.
        device: DeviceId,
        /// The first day on which it is valid, or a moment.
        #[arg(long, value_name = "DATE")]
        from: String,
        /// The last day, or a moment.
        #[arg(long, value_name = "DATE")]
        until: String,
    },
    /// Declares that a device's meter was exchanged, or its register reset.
    ExchangeMeter(manage::Exchange),
    /// Resolves a quarantined report.
    Resolve(manage::Resolve),
    /// Checks a reading's proof, by itself and with the chain.
    Prove {
        /// The proof, as a gateway hands it out.
        #[arg(long, value_name = "FILE")]
        file: String,
    },
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::List { .. } | Self::Show { .. } | Self::Prove { .. } => false,
            Self::Register(_)
            | Self::RotateKey { .. }
            | Self::Suspend { .. }
            | Self::Reinstate { .. }
            | Self::Retire { .. }
            | Self::Calibrate { .. }
            | Self::ExchangeMeter(_)
            | Self::Resolve(_) => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    use manage::Change;
    let change = |device, change| manage::change(context, device, change);
    match command {
        Command::List { org } => list::run(context, org).await,
        Command::Show { device, month } => show::run(context, device, month).await,
        Command::Register(arguments) => manage::register(context, arguments).await,
        Command::RotateKey { device, key } => change(device, Change::Key(key)).await,
        Command::Suspend { device } => change(device, Change::Suspend).await,
        Command::Reinstate { device } => change(device, Change::Reinstate).await,
        Command::Retire { device } => change(device, Change::Retire).await,
        Command::Calibrate { device, from, until } => {
            change(device, Change::Calibrate { from, until }).await
        }
        Command::ExchangeMeter(arguments) => manage::exchange(context, arguments).await,
        Command::Resolve(arguments) => manage::resolve(context, arguments).await,
        Command::Prove { file } => prove::run(context, &file).await,
    }
}
