//! The calls about nodes: which machines belong to the network, and who is let in.

use super::CouncilCall;
use crate::{
    runtime::{
        self,
        runtime_types::{huangpu_runtime::RuntimeCall, pallet_nodes::pallet::Call},
    },
    H256,
};
use huangpu_primitives::{
    council::Decision,
    nodes::{Admission, NodeKey},
};
use subxt::tx::Payload;

/// Registers a node of the signer's organisation.
pub fn register(node: NodeKey) -> impl Payload {
    runtime::transactions().nodes().register_node(node.into())
}

/// Removes a node of the signer's organisation.
pub fn remove(node: NodeKey) -> impl Payload {
    runtime::transactions().nodes().remove_node(node.into())
}

/// Expels a node, citing the decision's document by its hash.
pub fn expel(node: NodeKey, document: H256) -> CouncilCall {
    council(Call::expel_node { node: node.into(), document })
}

/// Decides who is let into the network.
pub fn set_admission(admission: Admission) -> CouncilCall {
    council(Call::set_admission { admission: admission.into() })
}

fn council(call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Nodes(call), Decision::Grave)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::tests::arguments;
    use codec::Encode;

    #[test]
    fn calls_name_the_node_by_its_key() {
        let node = NodeKey(H256([3; 32]));
        assert_eq!(arguments(&register(node)), [3; 32]);
        assert_eq!(arguments(&remove(node)), [3; 32]);
        let bytes = |call: CouncilCall| call.encode().expect("the metadata has it")[2..].to_vec();
        assert_eq!(bytes(expel(node, H256([7; 32]))), (node, H256([7; 32])).encode());
        assert_eq!(bytes(set_admission(Admission::Registered)), [1]);
    }
}
