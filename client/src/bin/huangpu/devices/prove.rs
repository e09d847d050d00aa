//! `huangpu devices prove`.

use crate::{
    amounts,
    answer::{facts, Answer},
    context::Context,
    moments, parse,
};
use huangpu_client::{proof::ProofFile, Error};
use huangpu_primitives::apis::ProofOutcome;
use serde_json::json;

pub(super) async fn run(context: &Context, path: &str) -> Result<Answer, Error> {
    let file: ProofFile = serde_json::from_str(&parse::text_file(path)?).map_err(|e| {
        Error::File { path: path.to_owned(), reason: format!("not a reading's proof: {e}") }
    })?;
    if !file.verify() {
        return Err(Error::input(
            "the proof is wrong by itself: its path does not lead to the root that it names",
        ));
    }
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let device = chain
        .device(at, file.device)
        .await?
        .ok_or_else(|| Error::input(format!("no device has the id {}", file.device)))?;
    match chain.prove_reading(at, file.device, file.sequence, &file.proof()).await? {
        ProofOutcome::Proved => {}
        refused => return Err(Error::input(why(refused))),
    }
    let value = amounts::quantity(file.reading.value.into(), device.unit);
    let json = json!({
        "proved": true,
        "device": file.device,
        "sequence": file.sequence,
        "timestamp": file.reading.timestamp,
        "value": file.reading.value,
        "unit": device.unit.code(),
        "status": file.reading.status,
    });
    let text = facts(&[
        ("proved", "yes: by itself, and under the root on the chain".into()),
        ("device", file.device.to_string()),
        ("report", file.sequence.to_string()),
        ("reading", format!("{value} up to {}", moments::show(file.reading.timestamp))),
    ]);
    Ok(Answer::new(json, text))
}

fn why(outcome: ProofOutcome) -> &'static str {
    match outcome {
        ProofOutcome::Proved => "proved",
        ProofOutcome::NotUnderRoot => {
            "not proved: the reading is not under the root that the chain recorded for the report"
        }
        ProofOutcome::UnknownReport => "not proved: the chain recorded no such report",
        ProofOutcome::Pruned => {
            "not proved: the chain keeps the report's root no longer; follow the device's chain of \
             reports up to the month's last hash, which it keeps for ever"
        }
    }
}
