//! `huangpu devices list`.

use super::show;
use crate::{amounts, answer::Answer, context::Context, moments};
use huangpu_client::{Error, OrgId};
use huangpu_primitives::apis::DeviceView;

const COLUMNS: [&str; 8] =
    [">id", ">org", "reference", "status", "unit", ">reports", "counted until", ">register"];

pub(super) async fn run(context: &Context, org: Option<OrgId>) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let orgs = match org {
        Some(org) => vec![org],
        None => chain.all_organisations(at).await?.iter().map(|o| o.id).collect(),
    };
    let mut devices = Vec::new();
    for org in orgs {
        devices.extend(chain.all_devices_of(at, org).await?);
    }
    let json = devices.iter().map(show::device_json).collect();
    Ok(Answer::list(json, &COLUMNS, devices.iter().map(row).collect()))
}

fn row(device: &DeviceView) -> Vec<String> {
    let cursor = &device.cursor;
    let until = if cursor.sequence == 0 { "-".into() } else { moments::show(cursor.end) };
    vec![
        device.id.to_string(),
        device.org.to_string(),
        show::reference(device),
        show::status(device.status).into(),
        amounts::unit_name(device.unit).into(),
        cursor.sequence.to_string(),
        until,
        amounts::quantity(cursor.register.into(), device.unit),
    ]
}
