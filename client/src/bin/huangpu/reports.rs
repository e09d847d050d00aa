//! `huangpu reports`: signed meter reports, sent directly to the node.

use crate::{
    answer::Answer,
    context::Context,
    parse,
    send::{self, Sent},
};
use clap::Subcommand;
use codec::DecodeAll;
use huangpu_client::{Error, OrgId};
use huangpu_primitives::report::{SignedReport, MAX_BATCH};
use serde_json::json;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Sends a file of signed reports, of devices of one organisation. Needs no key: the reports'
    /// own signatures are the authority.
    Submit {
        /// The file: a SCALE vector of signed reports, as a gateway hands them out.
        #[arg(long, value_name = "FILE")]
        file: String,
        /// The devices' organisation; asked of the chain without it.
        #[arg(long)]
        org: Option<OrgId>,
    },
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    let Command::Submit { file, org } = command;
    let reports = read(&file)?;
    let org = match org {
        Some(org) => org,
        None => owner(context, &reports[0]).await?,
    };
    let chain = context.chain().await?;
    let bar = context.bar(reports.len() as u64, "reports");
    let mut answers = Vec::new();
    for batch in reports.chunks(MAX_BATCH as usize) {
        let pending = chain.submit_reports_watched(org, batch.to_vec()).await?;
        // A batch builds on the one before it: the pool takes them in order.
        let sent = bar.suspend(|| send::follow(context, pending)).await?;
        bar.inc(batch.len() as u64);
        answers.push(sent);
    }
    bar.finish_and_clear();
    Ok(answer(reports.len(), &answers))
}

/// Reads a file of at least one report.
fn read(path: &str) -> Result<Vec<SignedReport>, Error> {
    let bytes = parse::file(path)?;
    let wrong = |reason: String| Error::File { path: path.to_owned(), reason };
    let reports = Vec::<SignedReport>::decode_all(&mut &bytes[..])
        .map_err(|e| wrong(format!("not a SCALE vector of signed reports: {e}")))?;
    if reports.is_empty() {
        return Err(wrong("there is no report in it".into()));
    }
    Ok(reports)
}

async fn owner(context: &Context, first: &SignedReport) -> Result<OrgId, Error> {
    let chain = context.chain().await?;
    let device = first.report.device;
    let view = chain.device(context.head().await?.hash, device).await?;
    view.map(|view| view.org).ok_or_else(|| Error::input(format!("no device has the id {device}")))
}

fn answer(reports: usize, sent: &[Sent]) -> Answer {
    let answers: Vec<Answer> = sent.iter().map(Sent::answer).collect();
    let (json, text) = Answer::join(answers);
    Answer::new(json!({ "reports": reports, "batches": json }), text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Encode;

    fn written(bytes: &[u8]) -> (tempfile::NamedTempFile, String) {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), bytes).expect("written");
        let path = file.path().display().to_string();
        (file, path)
    }

    #[test]
    fn only_whole_vectors_of_reports_are_read() {
        let (_kept, empty) = written(&Vec::<SignedReport>::new().encode());
        assert!(read(&empty).expect_err("no report").to_string().contains("no report"));
        let (_kept, torn) = written(&[4, 1, 2, 3]);
        assert!(read(&torn).expect_err("not reports").to_string().contains("SCALE"));
        assert!(matches!(read("/nowhere/at/all"), Err(Error::File { .. })));
    }
}
