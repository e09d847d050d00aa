//! `huangpu status`.

use crate::{
    answer::{facts, Answer},
    context::Context,
};
use huangpu_client::Error;
use serde_json::json;

pub(crate) async fn run(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let finalized = chain.finalized().await?;
    let best = chain.best().await?;
    let health = chain.health().await?;
    let runtime = chain.runtime_version(finalized.hash).await?;
    let (name, node) = (chain.name().await?, chain.node().await?);
    let peer_id = chain.peer_id().await?;
    let organisations = chain.all_organisations(finalized.hash).await?;
    let mut devices = 0;
    for organisation in &organisations {
        devices += chain.all_devices_of(finalized.hash, organisation.id).await?.len();
    }
    let genesis = format!("{:?}", chain.genesis_hash());
    let behind = best.number.saturating_sub(finalized.number);
    let json = json!({
        "chain": name,
        "genesis": genesis,
        "node": node,
        "peerId": peer_id,
        "best": best.number,
        "finalized": { "number": finalized.number, "hash": format!("{:?}", finalized.hash) },
        "behind": behind,
        "peers": health.peers,
        "syncing": health.is_syncing,
        "runtime": {
            "name": runtime.spec_name,
            "version": runtime.spec_version,
            "transactionVersion": runtime.transaction_version,
        },
        "organisations": organisations.len(),
        "devices": devices,
    });
    let text = facts(&[
        ("chain", name),
        ("genesis", genesis),
        ("node", node),
        ("peer id", peer_id),
        ("best block", best.number.to_string()),
        ("finalized", format!("{} ({behind} behind)", finalized.number)),
        ("peers", format!("{}{}", health.peers, if health.is_syncing { ", syncing" } else { "" })),
        ("runtime", format!("{} {}", runtime.spec_name, runtime.spec_version)),
        ("organisations", organisations.len().to_string()),
        ("devices", devices.to_string()),
    ]);
    Ok(Answer::new(json, text))
}
