//! `huangpu dev-metadata`: what `scripts/metadata.sh` runs.

use crate::{answer::Answer, context::Context, parse};
use clap::Args;
use huangpu_client::Error;
use serde_json::json;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: String,
    /// The metadata's format.
    #[arg(long, default_value_t = 16)]
    format: u32,
    /// Write nothing; fail if the file is not what the node has.
    #[arg(long)]
    check: bool,
}

pub(crate) async fn run(context: &Context, arguments: Arguments) -> Result<Answer, Error> {
    let Arguments { out, format, check } = arguments;
    let metadata = context.chain().await?.metadata(format).await?;
    let json = json!({ "file": out, "bytes": metadata.len() });
    if check {
        if parse::file(&out)? != metadata {
            return Err(Error::input(format!("{out} is not the metadata of this runtime")));
        }
        return Ok(Answer::new(json, format!("{out} is the metadata of this runtime")));
    }
    std::fs::write(&out, &metadata)
        .map_err(|e| Error::File { path: out.clone(), reason: e.to_string() })?;
    Ok(Answer::new(json, format!("{out}: {} bytes", metadata.len())))
}
