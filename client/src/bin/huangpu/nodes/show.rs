//! The registered nodes.

use crate::{
    answer::{facts, table, Answer},
    context::Context,
    members,
};
use huangpu_client::{peers, Error, OrgId};
use huangpu_primitives::nodes::Admission;
use serde_json::json;

pub(super) async fn list(context: &Context, org: Option<OrgId>) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let admission = chain.admission(at).await?;
    let nodes = match org {
        Some(org) => chain.nodes_of(at, members::find(context, org).await?.id).await?,
        None => chain.all_nodes(at).await?,
    };
    let (word, sentence) = match admission {
        Admission::Open => ("open", "open: every node is let in"),
        Admission::Registered => {
            ("registered", "registered: only registered nodes of members are let in")
        }
    };
    let columns = [">org", "peer id", "let in as registered"];
    let rows = nodes.iter().map(|node| {
        let let_in = if node.authorised { "yes" } else { "no" };
        vec![node.org.to_string(), peers::show(&node.node), let_in.into()]
    });
    let text = facts(&[("admission", sentence.to_owned())]);
    let text = format!("{text}\n{}", table(&columns, rows.collect()));
    let nodes = nodes.iter().map(|node| {
        json!({
            "org": node.org,
            "peerId": peers::show(&node.node),
            "key": node.node,
            "authorised": node.authorised,
        })
    });
    let json = json!({ "admission": word, "nodes": nodes.collect::<Vec<_>>() });
    Ok(Answer::new(json, text))
}
