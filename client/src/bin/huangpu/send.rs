//! Sends a transaction and tells what became of it.

use crate::{
    answer::Answer,
    context::{Context, Sending},
    council::propose,
};
use huangpu_client::{
    calls::{council, encoded, members, CouncilCall},
    AccountId, Error, Event, Pending, Receipt, Stage, H256,
};
use serde_json::json;
use subxt::tx::Payload;

/// What became of a transaction.
pub(crate) enum Sent {
    /// It is in the pool; nobody waited for more.
    Pooled(H256),
    /// It is in a block: a finalized one, unless finality stands still.
    Included {
        /// What it did there.
        receipt: Box<Receipt>,
        /// Whether the block is final.
        is_final: bool,
    },
}

/// Signs a call with the user's key and sends it, or does with it what else the user wants.
pub(crate) async fn send<P: Payload>(context: &Context, call: &P) -> Result<Answer, Error> {
    match context.sending() {
        Sending { acting_for: None, print_call: false, .. } => {
            Ok(deliver(context, call).await?.answer())
        }
        Sending { acting_for: None, .. } => Ok(printed(&encoded::encode(call)?)),
        Sending { acting_for: Some(_), .. } => send_keyless(context, call).await,
    }
}

/// As [`send`], from an organisation's keyless account, which has to make the call: that of `--as`, else the one
/// of the signer's organisation.
pub(crate) async fn send_keyless<P: Payload>(context: &Context, call: &P) -> Result<Answer, Error> {
    let Sending { acting_for, print_call, .. } = context.sending();
    let org = match acting_for {
        Some(org) => org,
        None => context.actor().await?.org,
    };
    let call = members::act_as(org, &encoded::encode(call)?)?;
    if print_call {
        return Ok(printed(&encoded::encode(&call)?));
    }
    Ok(deliver(context, &call).await?.answer())
}

/// Signs a call with the user's key, sends it, and waits as long as the user wants to.
pub(crate) async fn deliver<P: Payload>(context: &Context, call: &P) -> Result<Sent, Error> {
    let signer = context.signer().await?;
    let chain = context.chain().await?;
    let spinner = context.spinner("sending");
    let pending = chain.submit(call, &signer).await;
    spinner.finish_and_clear();
    follow(context, pending?).await
}

/// A call's bytes, as `members act-as` and Polkadot.js Apps take them.
pub(crate) fn printed(call: &[u8]) -> Answer {
    let hex = format!("0x{}", hex::encode(call));
    Answer::new(json!({ "call": hex }), hex)
}

/// Puts a call of the council before it: as a motion, or made at once where the signer has the sudo key of a
/// chain for development. With `--as` it is a motion in any case.
pub(crate) async fn send_as_council(context: &Context, call: CouncilCall) -> Result<Answer, Error> {
    let Sending { acting_for, print_call, .. } = context.sending();
    if acting_for.is_some() {
        return propose::propose(context, &call).await;
    }
    if print_call {
        return Ok(printed(&call.encode()?));
    }
    let signer = AccountId(context.signer().await?.public_key().0);
    let chain = context.chain().await?;
    if chain.sudo_key(context.head().await?.hash).await? == Some(signer) {
        return Ok(deliver(context, &council::by_root_key(call)).await?.answer());
    }
    propose::propose(context, &call).await
}

/// Waits as long as the user wants to.
pub(crate) async fn follow(context: &Context, mut pending: Pending) -> Result<Sent, Error> {
    if context.sending().no_wait {
        pending.next().await?;
        return Ok(Sent::Pooled(pending.hash()));
    }
    let spinner = context.spinner("sent; waiting for a block");
    let settled = pending.settled(|stage| spinner.set_message(words(stage))).await;
    spinner.finish_and_clear();
    let (receipt, is_final) = settled?;
    Ok(Sent::Included { receipt: Box::new(receipt), is_final })
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
    /// What happened under this name, if it is known yet.
    pub(crate) fn event(&self, pallet: &str, name: &str) -> Option<&Event> {
        let Sent::Included { receipt, .. } = self else { return None };
        receipt.events.iter().find(|event| event.pallet == pallet && event.name == name)
    }

    pub(crate) fn answer(&self) -> Answer {
        match self {
            Sent::Pooled(hash) => Answer::new(
                json!({ "transaction": format!("{hash:?}"), "finalized": false }),
                format!("in the pool: transaction {hash:?}"),
            ),
            Sent::Included { receipt, is_final } => {
                let mut json = receipt.to_json();
                json["finalized"] = (*is_final).into();
                Answer::new(json, line(receipt, *is_final))
            }
        }
    }
}

/// Block and events in one line.
fn line(receipt: &Receipt, is_final: bool) -> String {
    let events: Vec<String> = receipt
        .events
        .iter()
        .filter(|event| !["Sudo", "System", "Utility"].contains(&event.pallet.as_str()))
        .map(ToString::to_string)
        .collect();
    let block = receipt.block;
    let events = if events.is_empty() { "done".to_owned() } else { events.join("; ") };
    let place = if is_final { "finalized in block" } else { "not final yet, in block" };
    format!("{place} {} ({:?}): {events}", block.number, block.hash)
}
