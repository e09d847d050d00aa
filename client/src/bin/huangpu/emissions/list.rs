//! `huangpu emissions facilities` and `factors`.

use crate::{amounts, answer::Answer, context::Context};
use huangpu_client::{Error, FactorSeriesId, OrgId};
use huangpu_primitives::apis::{FacilityView, FactorSeriesView, FactorView, SourceView};
use serde_json::{json, Value};

pub(super) async fn facilities(context: &Context, org: Option<OrgId>) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let orgs = match org {
        Some(org) => vec![org],
        None => chain.all_organisations(at).await?.iter().map(|o| o.id).collect(),
    };
    let mut facilities = Vec::new();
    for org in orgs {
        for facility in chain.all_facilities_of(at, org).await? {
            let sources = chain.all_sources_of(at, facility.id).await?;
            facilities.push((facility, sources));
        }
    }
    let rows = facilities.iter().flat_map(|(f, sources)| facility_rows(f, sources)).collect();
    let json = facilities.iter().map(|(f, sources)| facility_json(f, sources)).collect();
    let columns = [
        ">id",
        ">org",
        "name",
        ">sector",
        ">district",
        ">source",
        "name of source",
        ">device",
        ">scope",
        ">series",
        "unit",
    ];
    Ok(Answer::list(json, &columns, rows))
}

/// One row per source; one with dashes for a facility without any.
fn facility_rows(facility: &FacilityView, sources: &[SourceView]) -> Vec<Vec<String>> {
    let head = vec![
        facility.id.to_string(),
        facility.org.to_string(),
        text(&facility.name),
        facility.sector.to_string(),
        facility.district.to_string(),
    ];
    let with = |tail: Vec<String>| [head.clone(), tail].concat();
    if sources.is_empty() {
        return vec![with(vec!["-".into(); 6])];
    }
    sources
        .iter()
        .map(|source| {
            with(vec![
                source.id.to_string(),
                text(&source.name),
                source.device.to_string(),
                source.scope.to_string(),
                source.series.to_string(),
                amounts::unit_name(source.unit).into(),
            ])
        })
        .collect()
}

pub(super) fn facility_json(facility: &FacilityView, sources: &[SourceView]) -> Value {
    json!({
        "id": facility.id,
        "org": facility.org,
        "name": text(&facility.name),
        "sector": facility.sector,
        "district": facility.district,
        "sources": sources.iter().map(source_json).collect::<Vec<_>>(),
    })
}

fn source_json(source: &SourceView) -> Value {
    json!({
        "id": source.id,
        "name": text(&source.name),
        "device": source.device,
        "scope": source.scope,
        "series": source.series,
        "unit": source.unit.code(),
    })
}

pub(super) async fn factors(
    context: &Context,
    series: Option<FactorSeriesId>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let library = match series {
        None => chain.all_factor_series(at).await?,
        Some(id) => {
            let series = chain.factor_series(at, id).await?;
            vec![series.ok_or_else(|| Error::input(format!("no series has the id {id}")))?]
        }
    };
    let (mut rows, mut json) = (Vec::new(), Vec::new());
    for series in library {
        let factors = chain.all_factors_of(at, series.id).await?;
        rows.extend(series_rows(&series, &factors));
        json.push(series_json(&series, &factors));
    }
    let columns =
        [">series", "name", ">publisher", ">version", "from", "to", ">factor", "published in"];
    Ok(Answer::list(json, &columns, rows))
}

/// One row per factor; one with dashes for a series without any.
fn series_rows(series: &FactorSeriesView, factors: &[FactorView]) -> Vec<Vec<String>> {
    let head = vec![series.id.to_string(), text(&series.name), series.publisher.to_string()];
    let with = |tail: Vec<String>| [head.clone(), tail].concat();
    if factors.is_empty() {
        return vec![with(vec!["-".into(); 5])];
    }
    factors
        .iter()
        .map(|factor| {
            with(vec![
                factor.version.to_string(),
                factor.from.to_string(),
                factor.to.to_string(),
                amounts::factor(factor.micrograms_per_unit, series.unit),
                text(&factor.source),
            ])
        })
        .collect()
}

fn series_json(series: &FactorSeriesView, factors: &[FactorView]) -> Value {
    json!({
        "id": series.id,
        "name": text(&series.name),
        "unit": series.unit.code(),
        "publisher": series.publisher,
        "factors": factors.iter().map(factor_json).collect::<Vec<_>>(),
    })
}

fn factor_json(factor: &FactorView) -> Value {
    json!({
        "version": factor.version,
        "from": factor.from,
        "to": factor.to,
        "microgramsPerUnit": factor.micrograms_per_unit,
        "source": text(&factor.source),
    })
}

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
