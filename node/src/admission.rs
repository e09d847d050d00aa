//! With whom this node keeps connections: the chain says it, as soon as it is final.
//!
//! The SDK has a host function for this, `set_authorized_nodes`, and a pallet that calls it. On the network backend
//! that we use it cuts nobody off: with every call it takes the connections of those who are let in for closing ones,
//! which it then does not close when they have to go. So the network is told in the order that works: first that there
//! are only reserved peers while there are none, which closes all connections once; who they are after that, and with
//! each change only that.

use crate::service::{FullClient, Network, Sync};
use futures::{stream::select, StreamExt};
use huangpu_primitives::{apis::NodesApi, nodes::NodeKey};
use huangpu_runtime::opaque::Block;
use polkadot_sdk::{
    sc_client_api::BlockchainEvents,
    sc_network::{
        config::{NonReservedPeerMode, SetConfig},
        NetworkPeers, NetworkStateInfo, PeerId,
    },
    sp_api::{ApiError, ApiExt, ProvideRuntimeApi},
    sp_blockchain::HeaderBackend,
    sp_runtime::traits::Block as BlockT,
};
use std::{collections::HashSet, sync::Arc};

type Hash = <Block as BlockT>::Hash;
type Peers = HashSet<PeerId>;

/// Where finality is so many blocks behind, nodes also let in whom the newest block does. Else nothing could be healed
/// that takes another machine: what lets it in would never be final.
const FINALITY_STANDS: u32 = 30;

/// The peers that the operator reserved at the start, and whether there are to be no others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    reserved: Peers,
    only: bool,
}

impl From<&SetConfig> for Own {
    fn from(config: &SetConfig) -> Self {
        let reserved = config.reserved_nodes.iter().map(|node| node.peer_id).collect();
        Self { reserved, only: matches!(config.non_reserved_mode, NonReservedPeerMode::Deny) }
    }
}

/// What the network is told.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Order {
    /// Who the reserved peers are.
    Reserved(Peers),
    /// Whether there are no others.
    Only(bool),
}

/// What the network is told when others are let in than before; nobody in particular is let in where all are.
fn orders(before: Option<&Peers>, now: Option<&Peers>, own: &Own) -> Vec<Order> {
    match (before, now) {
        (before, now) if before == now => vec![],
        // Those who are connected already are closed properly only while nobody is reserved.
        (None, Some(now)) => {
            vec![Order::Reserved(Peers::new()), Order::Only(true), Order::Reserved(now.clone())]
        }
        (_, Some(now)) => vec![Order::Reserved(now.clone())],
        // There are no others already where the operator wants none.
        (_, None) if own.only => vec![Order::Reserved(own.reserved.clone())],
        (_, None) => vec![Order::Only(false), Order::Reserved(own.reserved.clone())],
    }
}

/// Who tells the network, for as long as the node runs.
pub(crate) struct Gate {
    pub(crate) client: Arc<FullClient>,
    pub(crate) network: Network,
    pub(crate) sync: Sync,
    pub(crate) own: Own,
}

impl Gate {
    pub(crate) async fn run(self) {
        // Those to come, before what is there is looked at: none is missed. Where nothing becomes final, blocks do.
        let finalized = self.client.finality_notification_stream().map(drop);
        let imported = self.client.import_notification_stream().map(drop);
        let mut blocks = select(finalized, imported);
        let mut told = None;
        self.look(&mut told);
        while blocks.next().await.is_some() {
            self.look(&mut told);
        }
    }

    fn look(&self, told: &mut Option<Peers>) {
        match self.let_in() {
            Ok(now) if *told != now => {
                self.tell(orders(told.as_ref(), now.as_ref(), &self.own));
                match &now {
                    Some(peers) => log::info!("lets in {} registered nodes only", peers.len()),
                    None => log::info!("lets in every node"),
                }
                *told = now;
            }
            Ok(_) => {}
            Err(error) => log::warn!("whom to let in is not known: {error}"),
        }
    }

    fn tell(&self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Reserved(peers) => {
                    // The two know nothing of each other, and both have a say.
                    self.sync.set_no_slot_peers(peers.clone());
                    self.network.set_authorized_peers(peers);
                }
                Order::Only(only) => self.network.set_authorized_only(only),
            }
        }
    }

    /// These other nodes, or everybody.
    fn let_in(&self) -> Result<Option<Peers>, ApiError> {
        let info = self.client.info();
        let finalized = self.let_in_at(info.finalized_hash)?;
        if info.best_number.saturating_sub(info.finalized_number) <= FINALITY_STANDS {
            return Ok(finalized);
        }
        let newest = self.let_in_at(info.best_hash)?;
        Ok(finalized.zip(newest).map(|(finalized, newest)| &finalized | &newest))
    }

    /// A runtime of before release 103 does not say; then it is everybody.
    fn let_in_at(&self, at: Hash) -> Result<Option<Peers>, ApiError> {
        let api = self.client.runtime_api();
        if !api.has_api::<dyn NodesApi<Block>>(at)? {
            return Ok(None);
        }
        let this = self.network.local_peer_id();
        let peer_id = |node: NodeKey| PeerId::from_bytes(&node.peer_id_bytes()).ok();
        let peers = |nodes: Vec<NodeKey>| {
            nodes.into_iter().filter_map(peer_id).filter(|peer| *peer != this).collect()
        };
        Ok(api.let_in(at)?.map(peers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peers(count: u8) -> Peers {
        let key = |byte| NodeKey([byte; 32].into());
        let peers: Peers = (1..=count)
            .map(|byte| PeerId::from_bytes(&key(byte).peer_id_bytes()).expect("a peer id"))
            .collect();
        assert_eq!(peers.len(), usize::from(count));
        peers
    }

    fn open() -> Own {
        Own::default()
    }

    #[test]
    fn nothing_is_said_where_nothing_changes() {
        assert_eq!(orders(None, None, &open()), []);
        assert_eq!(orders(Some(&peers(3)), Some(&peers(3)), &open()), []);
    }

    #[test]
    fn strangers_go_before_members_are_named() {
        let expected =
            [Order::Reserved(Peers::new()), Order::Only(true), Order::Reserved(peers(3))];
        assert_eq!(orders(None, Some(&peers(3)), &open()), expected);
    }

    #[test]
    fn a_change_names_who_is_let_in_and_nothing_else() {
        assert_eq!(orders(Some(&peers(3)), Some(&peers(2)), &open()), [Order::Reserved(peers(2))]);
        assert_eq!(orders(Some(&peers(3)), Some(&peers(0)), &open()), [Order::Reserved(peers(0))]);
    }

    #[test]
    fn an_open_network_has_the_peers_that_the_operator_reserved() {
        let lifted = |own: &Own| orders(Some(&peers(3)), None, own);
        assert_eq!(lifted(&open()), [Order::Only(false), Order::Reserved(peers(0))]);
        let own = Own { reserved: peers(2), only: false };
        assert_eq!(lifted(&own), [Order::Only(false), Order::Reserved(peers(2))]);
        let own = Own { reserved: peers(2), only: true };
        assert_eq!(lifted(&own), [Order::Reserved(peers(2))]);
    }
}
