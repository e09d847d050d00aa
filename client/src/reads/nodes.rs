//! What `NodesApi` answers.

use super::listed;
use crate::{Chain, Error, OrgId, H256};
use codec::Encode;
use huangpu_primitives::{
    apis::{NodeView, PAGE},
    nodes::{Admission, NodeKey},
};

impl Chain {
    /// Who is let into the network.
    pub async fn admission(&self, at: H256) -> Result<Admission, Error> {
        self.call(at, "NodesApi_admission", Vec::new()).await
    }

    /// Registered nodes after one, in storage order.
    pub async fn nodes(
        &self,
        at: H256,
        after: Option<NodeKey>,
        limit: u32,
    ) -> Result<Vec<NodeView>, Error> {
        self.call(at, "NodesApi_nodes", (after, limit).encode()).await
    }

    /// All registered nodes, by organisation.
    pub async fn all_nodes(&self, at: H256) -> Result<Vec<NodeView>, Error> {
        let mut nodes = listed(|after| self.nodes(at, after, PAGE), |node| node.node).await?;
        nodes.sort_by_key(|node| (node.org, node.node));
        Ok(nodes)
    }

    /// The nodes of an organisation, in the order in which they were registered.
    pub async fn nodes_of(&self, at: H256, org: OrgId) -> Result<Vec<NodeView>, Error> {
        self.call(at, "NodesApi_nodes_of", org.encode()).await
    }
}
