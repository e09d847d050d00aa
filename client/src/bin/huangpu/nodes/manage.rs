//! How nodes come and go.

use crate::{answer::Answer, context::Context, document::Document, parse, send};
use huangpu_client::{calls::nodes, Error, OrgId};
use huangpu_primitives::{
    apis::NodeView,
    nodes::{Admission, NodeKey},
};
use serde_json::json;

pub(super) async fn register(context: &Context, node: NodeKey) -> Result<Answer, Error> {
    send::send(context, &nodes::register(node)).await
}

pub(super) async fn remove(context: &Context, node: NodeKey) -> Result<Answer, Error> {
    send::send(context, &nodes::remove(node)).await
}

pub(super) async fn expel(
    context: &Context,
    node: NodeKey,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, nodes::expel(node, document.hash()?)).await
}

pub(super) async fn set_admission(
    context: &Context,
    admission: Admission,
) -> Result<Answer, Error> {
    let call = nodes::set_admission(admission);
    if admission == Admission::Open || context.sending().print_call {
        return send::send_as_council(context, call).await;
    }
    // Told before it is proposed: a motion takes days, and would fail at its end.
    let without = validators_without_node(context).await?;
    if !without.is_empty() {
        context.warn(&format!(
            "validators without a registered node: {}; the council's call fails unless each has registered one by then, \
             with `huangpu nodes register`",
            parse::show_orgs(&without)
        ));
    }
    let answer = send::send_as_council(context, call).await?;
    Ok(answer.noting("validatorsWithoutNode", json!(without)))
}

async fn validators_without_node(context: &Context) -> Result<Vec<OrgId>, Error> {
    let chain = context.chain().await?;
    // The newest block: what was registered a moment ago counts.
    let at = chain.best().await?.hash;
    Ok(without_node(chain.validating(at).await?, &chain.all_nodes(at).await?))
}

fn without_node(mut orgs: Vec<OrgId>, nodes: &[NodeView]) -> Vec<OrgId> {
    orgs.retain(|org| nodes.iter().all(|node| node.org != *org));
    orgs
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_client::H256;

    #[test]
    fn who_has_no_node_is_named() {
        let node = |org| {
            let node = NodeKey(H256([7; 32]));
            NodeView { node, org: OrgId(org), authorised: true }
        };
        let orgs = || vec![OrgId(1), OrgId(2), OrgId(3)];
        assert_eq!(without_node(orgs(), &[]), orgs());
        assert_eq!(without_node(orgs(), &[node(2), node(5), node(2)]), [OrgId(1), OrgId(3)]);
    }
}
