//! With whom this node keeps connections: the chain says it, as soon as it is final.
//!
//! The SDK has a host function for this, `set_authorized_nodes`, and a pallet that calls it. On the network backend
//! that we use it cuts nobody off: with every call it takes the connections of those who are let in for closing ones,
//! which it then does not close when they have to go. So the network is told in the order that works: first that there
//! are only reserved peers while there are none, which closes all connections once; who they are after that, and with
//! each change only that.

use crate::service::{FullClient, Network, Sync};
use futures::{stream::select, StreamExt};
use huangpu_primitives::{
    apis::NodesApi,
    nodes::{NodeKey, FINALITY_STANDS},
};
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

/// With whom a node keeps connections: with those who are let in, itself aside.
fn others(let_in: Option<&Peers>, this: &PeerId) -> Option<Peers> {
    let_in.map(|peers| peers.iter().copied().filter(|peer| peer != this).collect())
}

/// Whether a node is not one of those who are let in.
fn is_shut_out(let_in: Option<&Peers>, this: &PeerId) -> bool {
    let_in.is_some_and(|peers| !peers.contains(this))
}

/// Who is let in, for the log.
fn sentence(let_in: Option<&Peers>, this: &PeerId) -> String {
    let Some(peers) = let_in else { return "lets in every node".into() };
    let own = if peers.contains(this) { "among" } else { "not among" };
    format!("lets in {} registered nodes only, this one {own} them", peers.len())
}

/// What was told already: nothing is told twice.
#[derive(Default)]
struct Told {
    /// To the network: who is let in.
    let_in: Option<Peers>,
    /// To the operator: that this node is not.
    shut_out: bool,
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
        let mut told = Told::default();
        self.look(&mut told);
        while blocks.next().await.is_some() {
            self.look(&mut told);
        }
    }

    fn look(&self, told: &mut Told) {
        let network = self.tell_network(&mut told.let_in);
        if let Err(error) = network.and_then(|()| self.warn_operator(&mut told.shut_out)) {
            log::warn!("whom to let in is not known: {error}");
        }
    }

    fn tell_network(&self, told: &mut Option<Peers>) -> Result<(), ApiError> {
        let now = self.let_in()?;
        if *told != now {
            let this = self.network.local_peer_id();
            let (before, after) = (others(told.as_ref(), &this), others(now.as_ref(), &this));
            self.carry_out(orders(before.as_ref(), after.as_ref(), &self.own));
            log::info!("{}", sentence(now.as_ref(), &this));
            *told = now;
        }
        Ok(())
    }

    /// Says what to do where this node is shut out, by the newest block: it may be the last one that the others send,
    /// and never become final here.
    fn warn_operator(&self, told: &mut bool) -> Result<(), ApiError> {
        let (info, this) = (self.client.info(), self.network.local_peer_id());
        let shut_out = is_shut_out(self.let_in_at(info.best_hash)?.as_ref(), &this);
        match (*told, shut_out) {
            (false, true) => log::warn!(
                "as of block {}, only registered nodes are let in, and this one, {this}, is not: the others keep no \
                 connection with it; register it through another member's node: `huangpu --url URL nodes register \
                 {this}`",
                info.best_number
            ),
            (true, false) => log::info!("as of block {}, this node is let in", info.best_number),
            _ => {}
        }
        *told = shut_out;
        Ok(())
    }

    fn carry_out(&self, orders: Vec<Order>) {
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

    /// These nodes, this one included if it is one of them; or everybody.
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
        let peer_id = |node: NodeKey| PeerId::from_bytes(&node.peer_id_bytes()).ok();
        let peers = |nodes: Vec<NodeKey>| nodes.into_iter().filter_map(peer_id).collect();
        Ok(api.let_in(at)?.map(peers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(byte: u8) -> PeerId {
        let key = NodeKey([byte; 32].into());
        PeerId::from_bytes(&key.peer_id_bytes()).expect("a peer id")
    }

    fn peers(count: u8) -> Peers {
        let peers: Peers = (1..=count).map(peer).collect();
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

    #[test]
    fn a_node_keeps_no_connection_with_itself() {
        assert_eq!(others(None, &peer(3)), None);
        assert_eq!(others(Some(&peers(3)), &peer(3)), Some(peers(2)));
        // That it is registered itself, is nothing that its network has to be told.
        let before = others(Some(&peers(2)), &peer(3));
        let after = others(Some(&peers(3)), &peer(3));
        assert_eq!(orders(before.as_ref(), after.as_ref(), &open()), []);
    }

    #[test]
    fn a_node_counts_itself_and_knows_when_it_is_shut_out() {
        let said = |let_in: Option<&Peers>| sentence(let_in, &peer(4));
        assert_eq!(said(None), "lets in every node");
        let among = "lets in 4 registered nodes only, this one among them";
        assert_eq!(said(Some(&peers(4))), among);
        let without = "lets in 3 registered nodes only, this one not among them";
        assert_eq!(said(Some(&peers(3))), without);
        assert!(!is_shut_out(None, &peer(4)), "where all are let in");
        assert!(!is_shut_out(Some(&peers(4)), &peer(4)));
        assert!(is_shut_out(Some(&peers(3)), &peer(4)));
    }
}
