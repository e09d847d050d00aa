//! `huangpu devices show`.

use crate::{
    amounts::{decimal, integer, quantity, unit_name},
    answer::{facts, table, Answer},
    context::Context,
    moments, parse,
};
use huangpu_client::{DeviceId, Error};
use huangpu_primitives::{
    apis::{DeviceStatus, DeviceView, MonthTotalView, QuarantinedView},
    calendar::Month,
    traits::Direction,
    units::Unit,
};
use serde_json::{json, Value};

pub(super) async fn run(
    context: &Context,
    id: DeviceId,
    month: Option<Month>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let device = chain
        .device(at, id)
        .await?
        .ok_or_else(|| Error::input(format!("no device has the id {id}")))?;
    let mut months = match month {
        Some(month) => chain.month_totals(at, id, month, 1).await?,
        None => chain.all_month_totals(at, id).await?,
    };
    months.retain(|total| month.is_none_or(|month| total.month == month));
    let quarantined = chain.all_quarantined(at, id).await?;

    let mut json = device_json(&device);
    json["months"] = months.iter().map(month_json).collect();
    json["quarantined"] = quarantined.iter().map(quarantined_json).collect();
    Ok(Answer::new(json, text(&device, &months, &quarantined)))
}

pub(super) fn reference(device: &DeviceView) -> String {
    String::from_utf8_lossy(&device.reference).into_owned()
}

pub(super) fn status(status: DeviceStatus) -> &'static str {
    match status {
        DeviceStatus::Active => "active",
        DeviceStatus::Suspended => "suspended",
        DeviceStatus::Retired => "retired",
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Import => "import",
        Direction::Export => "export",
    }
}

pub(super) fn device_json(device: &DeviceView) -> Value {
    let cursor = &device.cursor;
    json!({
        "id": device.id,
        "org": device.org,
        "reference": reference(device),
        "key": parse::show_key(&device.key),
        "status": status(device.status),
        "unit": device.unit.code(),
        "direction": direction(device.direction),
        "multiplier": device.multiplier,
        "rollover": device.rollover.map(|rollover| integer(rollover.into())),
        "calibratedFrom": device.calibrated_from,
        "calibratedUntil": device.calibrated_until,
        "cursor": {
            "sequence": cursor.sequence,
            "hash": format!("{:?}", cursor.hash),
            "end": cursor.end,
            "register": integer(cursor.register.into()),
            "pruned": cursor.pruned,
        },
    })
}

fn month_json(total: &MonthTotalView) -> Value {
    json!({
        "month": total.month,
        "measured": integer(total.measured),
        "uncalibrated": integer(total.uncalibrated),
        "gap": integer(total.gap),
        "total": integer(sum(total)),
        "readings": total.readings,
        "late": total.late,
        "reports": total.reports,
        "lastSequence": total.last_sequence,
        "lastHash": format!("{:?}", total.last_hash),
    })
}

fn quarantined_json(report: &QuarantinedView) -> Value {
    json!({
        "sequence": report.sequence,
        "reason": String::from_utf8_lossy(&report.reason),
        "start": report.start,
        "end": report.end,
        "registerStart": integer(report.register_start.into()),
        "register": integer(report.register.into()),
        "readings": report.readings,
    })
}

fn sum(total: &MonthTotalView) -> u128 {
    total.measured.saturating_add(total.uncalibrated).saturating_add(total.gap)
}

fn text(device: &DeviceView, months: &[MonthTotalView], quarantined: &[QuarantinedView]) -> String {
    let cursor = &device.cursor;
    let unit = device.unit;
    let none = || "none".to_owned();
    let mut text = facts(&[
        ("id", device.id.to_string()),
        ("organisation", device.org.to_string()),
        ("reference", reference(device)),
        ("key", parse::show_key(&device.key)),
        ("status", status(device.status).into()),
        ("counts", format!("{} ({})", unit_name(unit), direction(device.direction))),
        ("multiplier", device.multiplier.to_string()),
        ("rolls over at", device.rollover.map_or_else(none, |r| quantity(r.into(), unit))),
        ("calibrated from", device.calibrated_from.map_or_else(none, moments::show)),
        ("calibrated until", device.calibrated_until.map_or_else(none, moments::show)),
        ("reports", cursor.sequence.to_string()),
        ("last report", format!("{:?}", cursor.hash)),
        ("counted until", moments::show(cursor.end)),
        ("register", quantity(cursor.register.into(), unit)),
    ]);
    text.push('\n');
    text.push_str(&months_text(months, unit));
    if !quarantined.is_empty() {
        text.push_str("\n\nquarantined:\n");
        text.push_str(&quarantined_text(quarantined, unit));
    }
    text
}

fn months_text(months: &[MonthTotalView], unit: Unit) -> String {
    if months.is_empty() {
        return "nothing was metered".into();
    }
    let name = unit_name(unit);
    let columns = [
        "month".to_owned(),
        format!(">measured {name}"),
        format!(">uncalibrated {name}"),
        format!(">gap {name}"),
        format!(">total {name}"),
        ">readings".to_owned(),
        ">late".to_owned(),
        ">reports".to_owned(),
    ];
    let rows = months.iter().map(|total| {
        vec![
            total.month.to_string(),
            decimal(total.measured, 3),
            decimal(total.uncalibrated, 3),
            decimal(total.gap, 3),
            decimal(sum(total), 3),
            total.readings.to_string(),
            total.late.to_string(),
            total.reports.to_string(),
        ]
    });
    table(&columns.each_ref().map(String::as_str), rows.collect())
}

fn quarantined_text(quarantined: &[QuarantinedView], unit: Unit) -> String {
    let rows = quarantined.iter().map(|report| {
        vec![
            report.sequence.to_string(),
            String::from_utf8_lossy(&report.reason).into_owned(),
            moments::show(report.start),
            moments::show(report.end),
            quantity(report.register_start.into(), unit),
            quantity(report.register.into(), unit),
            report.readings.to_string(),
        ]
    });
    let columns =
        [">report", "reason", "from", "to", ">register from", ">register to", ">readings"];
    table(&columns, rows.collect())
}
