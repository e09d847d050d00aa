//! `huangpu emissions`: facilities, emission factors, and what is emitted.

mod list;
mod manage;
mod show;

use crate::{answer::Answer, context::Context};
use clap::Subcommand;
use huangpu_client::{Error, FacilityId, FactorSeriesId, OrgId};
use huangpu_primitives::calendar::Month;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Shows what a facility emits, by source and month.
    Show {
        /// Its id.
        facility: FacilityId,
        /// In this month only, YYYY-MM.
        #[arg(long)]
        month: Option<Month>,
    },
    /// Lists facilities and their sources.
    Facilities {
        /// Of this organisation only.
        #[arg(long)]
        org: Option<OrgId>,
    },
    /// Lists the library of emission factors.
    Factors {
        /// Of this series only.
        #[arg(long)]
        series: Option<FactorSeriesId>,
    },
    /// Registers a facility of the signer's organisation.
    AddFacility(manage::Facility),
    /// Adds an emission source to a facility.
    AddSource(manage::Source),
    /// Applies another series of factors to a source, in all months.
    SetSeries(manage::Applied),
    /// Opens a series of factors. The regulator does this.
    CreateSeries(manage::Series),
    /// Publishes a factor of a series. The regulator does this.
    PublishFactor(manage::Factor),
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::Show { .. } | Self::Facilities { .. } | Self::Factors { .. } => false,
            Self::AddFacility(_)
            | Self::AddSource(_)
            | Self::SetSeries(_)
            | Self::CreateSeries(_)
            | Self::PublishFactor(_) => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::Show { facility, month } => show::run(context, facility, month).await,
        Command::Facilities { org } => list::facilities(context, org).await,
        Command::Factors { series } => list::factors(context, series).await,
        Command::AddFacility(arguments) => manage::add_facility(context, arguments).await,
        Command::AddSource(arguments) => manage::add_source(context, arguments).await,
        Command::SetSeries(arguments) => manage::set_series(context, arguments).await,
        Command::CreateSeries(arguments) => manage::create_series(context, arguments).await,
        Command::PublishFactor(arguments) => manage::publish_factor(context, arguments).await,
    }
}
