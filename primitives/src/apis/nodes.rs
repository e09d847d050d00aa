//! What clients read of nodes: the answers of `NodesApi`.

use crate::{nodes::NodeKey, OrgId};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// A registered node, as clients read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct NodeView {
    /// Its network key.
    pub node: NodeKey,
    /// Whose it is.
    pub org: OrgId,
    /// Whether it is let in where only registered nodes are.
    pub authorised: bool,
}
