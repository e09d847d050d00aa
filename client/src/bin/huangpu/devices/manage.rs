//! The commands that change devices.

use crate::{amounts, answer::Answer, context::Context, moments, parse, send};
use clap::{ArgGroup, Args, ValueEnum};
use huangpu_client::{calls, DeviceId, Error};
use huangpu_primitives::{calendar::Month, traits::Direction};

#[derive(Args)]
pub(crate) struct Register {
    /// The organisation's own reference for the device.
    #[arg(long, value_name = "REF")]
    org_reference: String,
    /// The device's public key, like ed25519:0x….
    #[arg(long)]
    key: String,
    /// The unit in which the registers here are given: KWH, WHR, MTQ, TNE and so on.
    #[arg(long)]
    unit: String,
    /// The meter's register when it was installed, in that unit.
    #[arg(long, value_name = "N")]
    opening_register: String,
    /// What one unit of the register stands for: the product of the transformers' ratios.
    #[arg(long, default_value_t = 1)]
    multiplier: u32,
    /// Where the register rolls over, in that unit: a register of five digits does at 100000.
    #[arg(long, value_name = "N")]
    rollover: Option<String>,
    /// Which way the quantity flows.
    #[arg(long, value_enum, default_value = "import")]
    direction: Flow,
    /// When it was installed: no report begins earlier. Now, without it.
    #[arg(long, value_name = "DATE")]
    installed: Option<String>,
    /// The last day of its calibration's validity, or a moment; without it, it has none.
    #[arg(long, value_name = "DATE")]
    calibrated_until: Option<String>,
}

/// A direction, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Flow {
    /// Drawn from the grid or a supplier.
    Import,
    /// Delivered to others.
    Export,
}

pub(super) async fn register(context: &Context, arguments: Register) -> Result<Answer, Error> {
    let (unit, places) = amounts::unit_code(&arguments.unit)?;
    let register = |text: &String| amounts::register(text, places);
    let registration = calls::Registration {
        key: parse::device_key(&arguments.key)?,
        unit,
        direction: match arguments.direction {
            Flow::Import => Direction::Import,
            Flow::Export => Direction::Export,
        },
        multiplier: arguments.multiplier,
        rollover: arguments.rollover.as_ref().map(register).transpose()?,
        opening_register: register(&arguments.opening_register)?,
        installed: match &arguments.installed {
            Some(text) => moments::parse(text)?,
            None => moments::now(),
        },
        calibrated_until: arguments
            .calibrated_until
            .as_deref()
            .map(moments::parse_until)
            .transpose()?,
    };
    send::send(context, &calls::register_device(&arguments.org_reference, registration)).await
}

/// What is changed of a device.
pub(super) enum Change {
    Key(String),
    Suspend,
    Reinstate,
    Retire,
    Calibrate { from: String, until: String },
}

pub(super) async fn change(
    context: &Context,
    device: DeviceId,
    change: Change,
) -> Result<Answer, Error> {
    match change {
        Change::Key(key) => {
            send::send(context, &calls::rotate_key(device, parse::device_key(&key)?)).await
        }
        Change::Suspend => send::send(context, &calls::suspend_device(device)).await,
        Change::Reinstate => send::send(context, &calls::reinstate_device(device)).await,
        Change::Retire => send::send(context, &calls::retire_device(device)).await,
        Change::Calibrate { from, until } => {
            let (from, until) = (moments::parse(&from)?, moments::parse_until(&until)?);
            send::send(context, &calls::calibrate(device, from, until)).await
        }
    }
}

#[derive(Args)]
#[command(group(ArgGroup::new("record").required(true).args(["evidence", "evidence_file"])))]
pub(crate) struct Exchange {
    /// The device.
    device: DeviceId,
    /// When the meter was exchanged.
    #[arg(long, value_name = "MOMENT")]
    at: String,
    /// The unit in which the registers here are given: KWH, WHR, MTQ, TNE and so on.
    #[arg(long)]
    unit: String,
    /// The old meter's last register, in that unit.
    #[arg(long, value_name = "N")]
    closing_register: String,
    /// The new meter's first register, in that unit.
    #[arg(long, value_name = "N")]
    opening_register: String,
    /// BLAKE2b-256 hash of the exchange's record.
    #[arg(long, value_name = "HASH")]
    evidence: Option<String>,
    /// The exchange's record, to be hashed here: it stays on this machine.
    #[arg(long, value_name = "FILE")]
    evidence_file: Option<String>,
}

pub(super) async fn exchange(context: &Context, arguments: Exchange) -> Result<Answer, Error> {
    let Exchange { device, at, unit, closing_register, opening_register, evidence, evidence_file } =
        arguments;
    let (unit, places) = amounts::unit_code(&unit)?;
    let evidence = parse::hash_or_file(evidence.as_deref(), evidence_file.as_deref())?;
    let chain = context.chain().await?;
    let view = chain.device(context.head().await?.hash, device).await?;
    let view = view.ok_or_else(|| Error::input(format!("no device has the id {device}")))?;
    if view.unit != unit {
        return Err(Error::input(format!("the device counts {}, not {unit}", view.unit)));
    }
    let call = calls::exchange_meter(
        device,
        moments::parse(&at)?,
        amounts::register(&closing_register, places)?,
        amounts::register(&opening_register, places)?,
        evidence,
    );
    send::send(context, &call).await
}

#[derive(Args)]
#[command(group(ArgGroup::new("how").required(true).args(["discard", "count"])))]
pub(crate) struct Resolve {
    /// The device.
    device: DeviceId,
    /// Number of the quarantined report.
    #[arg(long)]
    sequence: u32,
    /// Never count it.
    #[arg(long)]
    discard: bool,
    /// Count its register's movement as estimated in this month, YYYY-MM. The regulator does this.
    #[arg(long, value_name = "MONTH")]
    count: Option<Month>,
}

pub(super) async fn resolve(context: &Context, arguments: Resolve) -> Result<Answer, Error> {
    let resolution = match arguments.count {
        Some(month) => calls::Resolution::Count { month },
        None => calls::Resolution::Discard,
    };
    let call = calls::resolve_quarantined(arguments.device, arguments.sequence, resolution);
    send::send(context, &call).await
}
