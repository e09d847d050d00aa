//! Sends a transaction and tells what became of it.

use crate::{
    answer::Answer,
    context::{Context, Sending},
};
use huangpu_client::{
    calls::{encoded, members, CouncilCall},
    Error, Pending, Receipt, Stage, H256,
};
use serde_json::json;
use subxt::tx::Payload;

/// What became of a transaction.
pub(crate) enum Sent {
    /// It is in the pool; nobody waited for more.
    Pooled(H256),
    /// It is in a finalized block.
    Finalized(Box<Receipt>),
}

/// Signs a call with the user's key and sends it, or does with it what else the user wants.
pub(crate) async fn send<P: Payload>(context: &Context, call: &P) -> Result<Answer, Error> {
    match context.sending() {
        Sending { acting_for: None, print_call: false, .. } => sign_and_send(context, call).await,
        Sending { acting_for: None, .. } => Ok(printed(&encoded::encode(call)?)),
        Sending { acting_for: Some(org), print_call, .. } => {
            let call = members::act_as(org, &encoded::encode(call)?)?;
            if print_call {
                return Ok(printed(&encoded::encode(&call)?));
            }
            sign_and_send(context, &call).await
        }
    }
}

async fn sign_and_send<P: Payload>(context: &Context, call: &P) -> Result<Answer, Error> {
    let signer = context.signer().await?;
    let pending = context.chain().await?.submit(call, &signer).await?;
    Ok(follow(context, pending).await?.answer())
}

/// A call's bytes, as `members act-as` and Polkadot.js Apps take them.
fn printed(call: &[u8]) -> Answer {
    let hex = format!("0x{}", hex::encode(call));
    Answer::new(json!({ "call": hex }), hex)
}

/// Sends a call of the council; the signer must be able to make it.
pub(crate) async fn send_as_council(context: &Context, call: CouncilCall) -> Result<Answer, Error> {
    let Sending { acting_for, print_call, .. } = context.sending();
    if acting_for.is_some() {
        return Err(Error::input("this is for the council, which acts for no organisation"));
    }
    if print_call {
        return Ok(printed(&call.encode()?));
    }
    let signer = context.signer().await?;
    let pending = context.chain().await?.submit_as_council(call, &signer).await?;
    Ok(follow(context, pending).await?.answer())
}

/// Waits as long as the user wants to.
pub(crate) async fn follow(context: &Context, mut pending: Pending) -> Result<Sent, Error> {
    if context.sending().no_wait {
        pending.next().await?;
        return Ok(Sent::Pooled(pending.hash()));
    }
    let spinner = context.spinner("sent; waiting for a block");
    let receipt = pending.finalized(|stage| spinner.set_message(words(stage))).await;
    spinner.finish_and_clear();
    Ok(Sent::Finalized(Box::new(receipt?)))
}

fn words(stage: Stage) -> &'static str {
    match stage {
        Stage::Waiting => "waiting for an earlier transaction of the account",
        Stage::Ready | Stage::Broadcast => "in the pool; waiting for a block",
        Stage::InBlock(_) => "in a block; waiting for finality",
        Stage::Retracted => "its block was replaced; waiting for another",
        Stage::Finalized(_) => "finalized",
    }
}

impl Sent {
    pub(crate) fn answer(&self) -> Answer {
        match self {
            Sent::Pooled(hash) => Answer::new(
                json!({ "transaction": format!("{hash:?}"), "finalized": false }),
                format!("in the pool: transaction {hash:?}"),
            ),
            Sent::Finalized(receipt) => {
                let mut json = receipt.to_json();
                json["finalized"] = true.into();
                Answer::new(json, line(receipt))
            }
        }
    }
}

/// Block and events in one line.
fn line(receipt: &Receipt) -> String {
    let events: Vec<String> = receipt
        .events
        .iter()
        .filter(|event| event.pallet != "Sudo" && event.pallet != "System")
        .map(ToString::to_string)
        .collect();
    let block = receipt.block;
    let events = if events.is_empty() { "done".to_owned() } else { events.join("; ") };
    format!("finalized in block {} ({:?}): {events}", block.number, block.hash)
}
