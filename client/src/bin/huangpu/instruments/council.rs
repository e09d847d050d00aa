//! The council's commands.

use super::words;
use crate::{answer::Answer, context::Context, document::Document, parse, send};
use clap::{ArgGroup, Args};
use huangpu_client::{
    calls::instruments::{self, Permit},
    days, Error,
};
use huangpu_primitives::instruments::{InstrumentClass, Mode};

#[derive(Args)]
#[command(
    group(ArgGroup::new("end").required(true).args(["until", "no_end"])),
    group(ArgGroup::new("papers").args(["permit", "permit_file"]).requires("register"))
)]
pub(crate) struct Record {
    /// The class: allowance, credit, receivable-certificate, warehouse-receipt or deposit-money.
    #[arg(value_parser = words::class)]
    class: InstrumentClass,
    /// As what the ledger carries it: register, mirror or simulation. The first two take a permit.
    #[arg(long, value_parser = words::mode)]
    mode: Mode,
    /// BLAKE2b-256 hash of the permit's document.
    #[arg(long, value_name = "HASH")]
    permit: Option<String>,
    /// The permit's document, to be hashed here: it stays on this machine.
    #[arg(long, value_name = "FILE")]
    permit_file: Option<String>,
    /// Name of the legal register: the one that the ledger is, or the one that it follows.
    #[arg(long, value_name = "NAME", requires = "papers")]
    register: Option<String>,
    /// The authority's last day.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// The authority has no last day.
    #[arg(long)]
    no_end: bool,
}

pub(super) async fn record(context: &Context, arguments: Record) -> Result<Answer, Error> {
    let Record { class, mode, permit, permit_file, register, until, .. } = arguments;
    let until = until.as_deref().map_or(Ok(days::NO_END), days::parse)?;
    let permit = match register {
        Some(register) => {
            let document = parse::hash_or_file(permit.as_deref(), permit_file.as_deref())?;
            Some(Permit { document, register })
        }
        None => None,
    };
    let call = instruments::record_authority(class, mode, permit, until);
    send::send_as_council(context, call).await
}

pub(super) async fn close(
    context: &Context,
    class: InstrumentClass,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, instruments::close_class(class, document.hash()?)).await
}
