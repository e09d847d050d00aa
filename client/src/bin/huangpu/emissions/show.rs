//! `huangpu emissions show`.

use super::list::{facility_json, text};
use crate::{
    amounts::{factor, integer, kilograms, quantity, share, tonnes},
    answer::{table, Answer},
    context::Context,
};
use huangpu_client::{Error, FacilityId};
use huangpu_primitives::{
    apis::{FacilityView, SourceMonthView, SourceView},
    calendar::Month,
};
use serde_json::{json, Value};

/// One source's month.
struct Line {
    source: SourceView,
    month: SourceMonthView,
}

impl Line {
    fn activity(&self) -> u128 {
        self.month.measured.saturating_add(self.month.estimated)
    }
}

/// Sums over lines. Activities are summed only where all have one unit.
#[derive(Default)]
struct Total {
    grams: u128,
    /// Lines for which no factor is in force.
    without_factor: usize,
}

pub(super) async fn run(
    context: &Context,
    id: FacilityId,
    month: Option<Month>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let facility = chain
        .facility(at, id)
        .await?
        .ok_or_else(|| Error::input(format!("no facility has the id {id}")))?;
    let sources = chain.all_sources_of(at, id).await?;
    let mut lines = Vec::new();
    for source in &sources {
        let months = match month {
            Some(month) => chain.source_months(at, source.id, month, 1).await?,
            None => chain.all_source_months(at, source.id).await?,
        };
        let wanted =
            months.into_iter().filter(|view| month.is_none_or(|month| view.month == month));
        lines.extend(wanted.map(|month| Line { source: source.clone(), month }));
    }
    lines.sort_by_key(|line| (line.month.month, line.source.id));
    let total = total(&lines);
    let facts = facility_json(&facility, &sources);
    Ok(Answer::new(to_json(facts, &lines, &total), to_text(&facility, &lines, &total)))
}

fn total(lines: &[Line]) -> Total {
    lines.iter().fold(Total::default(), |mut total, line| {
        match line.month.grams {
            Some(grams) => total.grams = total.grams.saturating_add(grams),
            None => total.without_factor += 1,
        }
        total
    })
}

fn to_json(facility: Value, lines: &[Line], total: &Total) -> Value {
    json!({
        "facility": facility,
        "months": lines.iter().map(line_json).collect::<Vec<_>>(),
        "total": {
            "grams": integer(total.grams),
            "tonnes": tonnes(total.grams),
            "withoutFactor": total.without_factor,
        },
    })
}

fn line_json(line: &Line) -> Value {
    let month = &line.month;
    json!({
        "source": month.source,
        "name": text(&line.source.name),
        "month": month.month,
        "unit": line.source.unit.code(),
        "measured": integer(month.measured),
        "estimated": integer(month.estimated),
        "activity": integer(line.activity()),
        "readings": month.readings,
        "microgramsPerUnit": month.factor,
        "grams": month.grams.map(integer),
        "tonnes": month.grams.map(tonnes),
    })
}

fn to_text(facility: &FacilityView, lines: &[Line], total: &Total) -> String {
    let head = format!("{} (facility {})\n", text(&facility.name), facility.id);
    if lines.is_empty() {
        return format!("{head}nothing was metered");
    }
    let mut rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    rows.push(total_row(lines, total));
    let columns =
        ["month", "source", ">scope", ">activity", ">estimated", ">factor", ">kgCO2e", ">tCO2e"];
    let mut text = head + &table(&columns, rows);
    if total.without_factor > 0 {
        text.push_str(&format!(
            "\n{} of these months have no factor in force and are not in the total",
            total.without_factor
        ));
    }
    text
}

fn row(line: &Line) -> Vec<String> {
    let (month, unit) = (&line.month, line.source.unit);
    let or_none = |grams: Option<u128>, shown: fn(u128) -> String| grams.map_or("-".into(), shown);
    vec![
        month.month.to_string(),
        format!("{} {}", line.source.id, text(&line.source.name)),
        line.source.scope.to_string(),
        quantity(line.activity(), unit),
        share(month.estimated, line.activity()),
        month.factor.map_or("none".into(), |value| factor(value, unit)),
        or_none(month.grams, kilograms),
        or_none(month.grams, tonnes),
    ]
}

fn total_row(lines: &[Line], total: &Total) -> Vec<String> {
    let (mut activity, mut estimated) = ("-".to_owned(), "-".to_owned());
    let unit = lines[0].source.unit;
    if lines.iter().all(|line| line.source.unit == unit) {
        let sum = lines.iter().fold(0u128, |sum, line| sum.saturating_add(line.activity()));
        let guess = lines.iter().fold(0u128, |sum, line| sum.saturating_add(line.month.estimated));
        (activity, estimated) = (quantity(sum, unit), share(guess, sum));
    }
    vec![
        "total".into(),
        String::new(),
        String::new(),
        activity,
        estimated,
        String::new(),
        kilograms(total.grams),
        tonnes(total.grams),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_client::{DeviceId, FactorSeriesId, SourceId};
    use huangpu_primitives::units::Unit;

    fn line(month: u8, measured: u128, estimated: u128, grams: Option<u128>) -> Line {
        let source = SourceView {
            id: SourceId(1),
            name: b"grid".to_vec(),
            device: DeviceId(1),
            scope: 2,
            series: FactorSeriesId(1),
            unit: Unit::WattHour,
        };
        let month = SourceMonthView {
            source: SourceId(1),
            month: Month::new(2018, month).expect("a month"),
            measured,
            estimated,
            readings: 1,
            factor: grams.map(|_| 536_600),
            grams,
        };
        Line { source, month }
    }

    #[test]
    fn sums_are_exact_and_say_what_they_leave_out() {
        let lines = [
            line(1, 1_000_000, 0, Some(536_600)),
            line(2, 500_000, 500_000, Some(536_600)),
            line(3, 7, 0, None),
        ];
        let total = total(&lines);
        assert_eq!((total.grams, total.without_factor), (1_073_200, 1));
        let row = total_row(&lines, &total);
        assert_eq!(row[3], "2000.007 kWh");
        assert_eq!(row[4], "25.00 %");
        assert_eq!(row[6..], ["1073.200", "1.073200"]);
    }

    #[test]
    fn a_month_without_factor_has_no_emissions_but_an_activity() {
        let cells = row(&line(3, 7, 0, None));
        assert_eq!(cells[3], "0.007 kWh");
        assert_eq!(cells[5..], ["none", "-", "-"]);
    }
}
