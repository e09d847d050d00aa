//! What is always true of the pallet's storage.

use crate::pallet::*;
use alloc::collections::BTreeMap;
use huangpu_primitives::{apis::Standing, nodes::NodeKey, traits::Standings, OrgId};
use polkadot_sdk::{
    frame_support::{ensure, traits::Get},
    sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let nodes: BTreeMap<NodeKey, OrgId> = Nodes::<T>::iter().collect();
        ensure!(nodes.len() as u32 == Nodes::<T>::count(), "nodes are miscounted");
        ensure!(nodes.len() as u32 <= T::MaxNodes::get(), "more nodes than there may be");
        let mut listed = 0;
        for (org, list) in NodesOf::<T>::iter() {
            ensure!(!list.is_empty(), "an organisation without nodes has a list of them");
            let closed = T::Standings::standing(org) == Some(Standing::Closed);
            ensure!(!closed, "a closed organisation has nodes");
            for node in &list {
                ensure!(nodes.get(node) == Some(&org), "a node on another organisation's list");
            }
            listed += list.len();
        }
        // All that are listed are known, so as many must be.
        ensure!(listed == nodes.len(), "a node is on no list, or on one twice");
        Ok(())
    }
}
