//! The commands that change facilities and factors.

use crate::{amounts, answer::Answer, context::Context, send};
use clap::Args;
use huangpu_client::{calls, DeviceId, Error, FacilityId, FactorSeriesId, SourceId};
use huangpu_primitives::calendar::Month;

#[derive(Args)]
pub(crate) struct Facility {
    /// Its name.
    #[arg(long)]
    name: String,
    /// Part of GB/T 32151 that accounts for its sector: 5 is steel.
    #[arg(long)]
    sector: u8,
    /// GB/T 2260 code of the district where it stands: 310101 is Shanghai Huangpu.
    #[arg(long)]
    district: u32,
}

pub(super) async fn add_facility(context: &Context, given: Facility) -> Result<Answer, Error> {
    let call = calls::register_facility(&given.name, given.sector, given.district);
    send::send(context, &call).await
}

#[derive(Args)]
pub(crate) struct Source {
    /// The facility.
    #[arg(long)]
    facility: FacilityId,
    /// What the source is called.
    #[arg(long)]
    name: String,
    /// The meter.
    #[arg(long)]
    device: DeviceId,
    /// GHG Protocol scope: 1, 2 or 3. Bought electricity is 2.
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=3))]
    scope: u8,
    /// The series whose factors apply.
    #[arg(long)]
    series: FactorSeriesId,
}

pub(super) async fn add_source(context: &Context, given: Source) -> Result<Answer, Error> {
    let Source { facility, name, device, scope, series } = given;
    send::send(context, &calls::add_source(facility, &name, device, scope, series)).await
}

#[derive(Args)]
pub(crate) struct Applied {
    /// The source.
    #[arg(long)]
    source: SourceId,
    /// The series whose factors apply: in all months, past ones too.
    #[arg(long)]
    series: FactorSeriesId,
}

pub(super) async fn set_series(context: &Context, given: Applied) -> Result<Answer, Error> {
    send::send(context, &calls::set_factor_series(given.source, given.series)).await
}

#[derive(Args)]
pub(crate) struct Series {
    /// Its name.
    #[arg(long)]
    name: String,
    /// The activity's unit: KWH, MTQ, TNE and so on.
    #[arg(long)]
    unit: String,
}

pub(super) async fn create_series(context: &Context, given: Series) -> Result<Answer, Error> {
    let (unit, _) = amounts::unit_code(&given.unit)?;
    send::send(context, &calls::create_series(&given.name, unit)).await
}

#[derive(Args)]
pub(crate) struct Factor {
    /// The series.
    #[arg(long)]
    series: FactorSeriesId,
    /// First month of validity, YYYY-MM.
    #[arg(long)]
    from: Month,
    /// Last month of validity, YYYY-MM.
    #[arg(long)]
    to: Month,
    /// Kilograms of CO2e per unit, like 0.5366.
    #[arg(long, value_name = "KILOGRAMS")]
    value: String,
    /// The unit it is per: KWH, MWH, TNE and so on.
    #[arg(long, value_name = "UNIT")]
    per: String,
    /// Where the value was published.
    #[arg(long, value_name = "TEXT")]
    source: String,
}

pub(super) async fn publish_factor(context: &Context, given: Factor) -> Result<Answer, Error> {
    let Factor { series: id, from, to, value, per, source } = given;
    let (unit, places) = amounts::unit_code(&per)?;
    let chain = context.chain().await?;
    let series = chain.factor_series(context.head().await?.hash, id).await?;
    let series = series.ok_or_else(|| Error::input(format!("no series has the id {id}")))?;
    if series.unit != unit {
        return Err(Error::input(format!("the series is for {}, not {unit}", series.unit)));
    }
    let micrograms = amounts::parse_factor(&value, places)?;
    send::send(context, &calls::publish_factor(id, from, to, micrograms, &source)).await
}
