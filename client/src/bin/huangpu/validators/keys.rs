//! Session keys: made by the node that uses them, and told to the chain.

use crate::{
    answer::Answer,
    context::{Actor, Context},
    parse, send,
};
use clap::Args;
use huangpu_client::{calls::validators, Chain, Error, NewKeys};
use huangpu_primitives::roles::Scope;

#[derive(Args)]
pub(crate) struct SetKeys {
    /// The node that makes the keys and will use them, if it is not the one at --url. It answers only to its own
    /// operator: run this on its machine.
    #[arg(long, value_name = "URL", conflicts_with = "keys")]
    node: Option<String>,
    /// Public keys that were made elsewhere, in hex.
    #[arg(long, value_name = "HEX", requires = "proof")]
    keys: Option<String>,
    /// The proof of ownership for the organisation's keyless account, in hex.
    #[arg(long, value_name = "HEX", requires = "keys")]
    proof: Option<String>,
}

pub(super) async fn set(context: &Context, arguments: SetKeys) -> Result<Answer, Error> {
    // Before the node makes keys that nobody may set.
    let actor = context.actor().await?;
    if !actor.may(Scope::Validators) {
        return Err(Error::Input(format!(
            "{} may not act for its organisation's validator: its controller grants the scope validators with \
             `huangpu members set-delegation`",
            actor.account
        )));
    }
    let NewKeys { keys, proof } = arguments.keys(context, &actor).await?;
    let hex = format!("0x{}", hex::encode(&keys));
    let answer = send::send_keyless(context, &validators::set_keys(&keys, proof)?).await?;
    if context.sending().print_call {
        return Ok(answer);
    }
    let line = format!("session keys of organisation {}: {hex}", actor.org);
    Ok(answer.with("keys", hex.into(), &line))
}

impl SetKeys {
    /// The keys that were given, or new ones of the node.
    async fn keys(self, context: &Context, actor: &Actor) -> Result<NewKeys, Error> {
        let Self { node, keys, proof } = self;
        if let (Some(keys), Some(proof)) = (keys, proof) {
            let (keys, proof) = (parse::hex(&keys, "--keys")?, parse::hex(&proof, "--proof")?);
            return Ok(NewKeys { keys, proof });
        }
        let chain = context.chain().await?;
        let org = actor.org;
        let organisation = chain.organisation(context.head().await?.hash, org).await?;
        let organisation = organisation
            .ok_or_else(|| Error::Input(format!("no organisation has the id {org}")))?;
        match node {
            None => chain.rotate_keys_with_owner(&organisation.account).await,
            Some(url) => {
                let node = Chain::connect(&url).await?;
                if node.genesis_hash() != chain.genesis_hash() {
                    return Err(Error::Input(format!("{url} is a node of another chain")));
                }
                node.rotate_keys_with_owner(&organisation.account).await
            }
        }
    }
}
