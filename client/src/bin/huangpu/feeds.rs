//! `huangpu feeds`: where the node fetches reports.

use crate::{answer::Answer, context::Context};
use clap::Subcommand;
use huangpu_client::Error;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Sets the gateways from which the node fetches reports, in place of those before.
    Set {
        /// Addresses of gateways, like http://127.0.0.1:9955.
        #[arg(required = true)]
        urls: Vec<String>,
    },
    /// Lists the gateways from which the node fetches reports.
    List,
    /// Fetches from no gateway any more.
    Clear,
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    match command {
        Command::Set { urls } => chain.set_feeds(&urls).await?,
        Command::Clear => chain.set_feeds(&[]).await?,
        Command::List => {}
    }
    let urls = chain.feeds().await?;
    let text = if urls.is_empty() { "none".to_owned() } else { urls.join("\n") };
    Ok(Answer::new(urls.into(), text))
}
