//! A connection to a chain, and where the chain stands.

use crate::{error::Error, rpc::Rpc, H256};
use codec::{Decode, DecodeAll, Encode};
use futures::{
    stream::{self, BoxStream},
    StreamExt,
};
use huangpu_primitives::nodes::FINALITY_STANDS;
use polkadot_sdk::sp_io::hashing::blake2_256;
use serde::Deserialize;
use std::sync::Arc;
use subxt::{
    backend::LegacyBackend,
    config::substrate::SubstrateHeader,
    rpcs::client::{rpc_params, RpcSubscription},
    OnlineClient, SubstrateConfig,
};

/// The chain in subxt's words. Its defaults fit: transaction extensions that carry nothing are left
/// out by themselves, the tip is zero.
pub(crate) type Config = SubstrateConfig;

type Header = SubstrateHeader<H256>;

/// A connection to a node. Clones share it; when it breaks it is made again.
#[derive(Clone)]
pub struct Chain {
    inner: Arc<Inner>,
}

struct Inner {
    rpc: Rpc,
    genesis: H256,
    client: OnlineClient<Config>,
}

/// From where the chain is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The block.
    pub head: Head,
    /// How many blocks the last finalized one is behind it, where finality stands still: then it may be replaced.
    pub behind: Option<u32>,
}

/// Number and hash of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Head {
    /// Its number.
    pub number: u32,
    /// Its hash.
    pub hash: H256,
}

/// How the node is doing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Health {
    /// How many other nodes it is connected to.
    pub peers: u32,
    /// Whether it is still catching up.
    pub is_syncing: bool,
}

/// The runtime's name and version.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeVersion {
    /// The runtime's name.
    pub spec_name: String,
    /// Its version: grows with every upgrade.
    pub spec_version: u32,
    /// Version of the transactions' format.
    pub transaction_version: u32,
}

impl Chain {
    /// Connects to the node at a `ws://` or `wss://` address. Fails at once when nothing answers there;
    /// later failures of the connection are mended by themselves.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let rpc = Rpc::connect(url).await?;
        let genesis: Option<H256> = rpc.ask("chain_getBlockHash", rpc_params![0u32]).await?;
        let genesis = genesis.ok_or_else(|| Error::Decode {
            what: "chain_getBlockHash".into(),
            reason: "the node has no first block".into(),
        })?;
        let config = SubstrateConfig::builder().set_genesis_hash(genesis).build();
        let backend: LegacyBackend<Config> = LegacyBackend::builder().build(rpc.client());
        let client = OnlineClient::from_backend_with_config(config, Arc::new(backend))
            .await
            .map_err(|e| Error::Decode { what: "genesis".into(), reason: e.to_string() })?;
        Ok(Self { inner: Arc::new(Inner { rpc, genesis, client }) })
    }

    /// The hash of the chain's first block: the chain's identity.
    pub fn genesis_hash(&self) -> H256 {
        self.inner.genesis
    }

    /// The last finalized block.
    pub async fn finalized(&self) -> Result<Head, Error> {
        let hash: H256 = self.rpc().ask("chain_getFinalizedHead", rpc_params![]).await?;
        self.head(Some(hash)).await
    }

    /// The block from which the chain is to be looked at: the last finalized one. Where finality stands still it is
    /// the newest, or nothing that happened since could be seen, and nothing signed that the chain still takes.
    ///
    /// A node that is catching up may have final blocks to come: of it, the last finalized one counts.
    pub async fn now(&self) -> Result<Now, Error> {
        let (head, best) = (self.finalized().await?, self.best().await?);
        let behind = best.number.saturating_sub(head.number);
        Ok(match behind > FINALITY_STANDS && !self.health().await?.is_syncing {
            true => Now { head: best, behind: Some(behind) },
            false => Now { head, behind: None },
        })
    }

    /// The block from which a signature is good: the last finalized one, or where finality stands still, one that is
    /// hardly replaced any more. With its block, a signature would be void.
    pub(crate) async fn anchor(&self) -> Result<Head, Error> {
        let Now { head, behind } = self.now().await?;
        if behind.is_none() {
            return Ok(head);
        }
        let number = head.number.saturating_sub(HARDLY_REPLACED);
        let hash: Option<H256> = self.rpc().ask("chain_getBlockHash", rpc_params![number]).await?;
        self.head(hash).await
    }

    /// The best block the node knows; it may still be replaced.
    pub async fn best(&self) -> Result<Head, Error> {
        self.head(None).await
    }

    /// The head of a block; of the best one without a hash.
    pub(crate) async fn head(&self, hash: Option<H256>) -> Result<Head, Error> {
        let header: Option<Header> = self.rpc().ask("chain_getHeader", rpc_params![hash]).await?;
        header.map(|header| Head::of(&header)).transpose()?.ok_or_else(|| Error::Decode {
            what: "chain_getHeader".into(),
            reason: "the node does not know the block".into(),
        })
    }

    /// Finalized heads from now on, the present one first. Heights ascend and may skip. An `Err` says
    /// that the connection was lost or an answer made no sense; the stream goes on by itself and
    /// never ends.
    pub async fn follow_finalized(&self) -> Result<BoxStream<'static, Result<Head, Error>>, Error> {
        let subscription = self.subscribe_finalized().await?;
        let state = (self.clone(), Some(subscription));
        Ok(stream::unfold(state, |(chain, subscription)| async move {
            let (item, subscription) = chain.next_finalized(subscription).await;
            Some((item, (chain, subscription)))
        })
        .boxed())
    }

    async fn next_finalized(
        &self,
        subscription: Option<RpcSubscription<Header>>,
    ) -> (Result<Head, Error>, Option<RpcSubscription<Header>>) {
        let mut subscription = match subscription {
            Some(subscription) => subscription,
            None => match self.subscribe_finalized().await {
                Ok(subscription) => subscription,
                Err(error) => {
                    // Not to spin when the node answers nonsense.
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                    return (Err(error), None);
                }
            },
        };
        match subscription.next().await {
            Some(Ok(header)) => (Head::of(&header), Some(subscription)),
            Some(Err(error)) => (Err(self.rpc().error(FOLLOW, error)), None),
            None => (Err(Error::Disconnected("the node ended the subscription".into())), None),
        }
    }

    async fn subscribe_finalized(&self) -> Result<RpcSubscription<Header>, Error> {
        self.rpc().subscribe(FOLLOW, rpc_params![], "chain_unsubscribeFinalizedHeads").await
    }

    /// The chain's name.
    pub async fn name(&self) -> Result<String, Error> {
        self.rpc().ask("system_chain", rpc_params![]).await
    }

    /// Name and version of the node's program.
    pub async fn node(&self) -> Result<String, Error> {
        let name: String = self.rpc().ask("system_name", rpc_params![]).await?;
        let version: String = self.rpc().ask("system_version", rpc_params![]).await?;
        Ok(format!("{name} {version}"))
    }

    /// The node's peer id, as other nodes know it.
    pub async fn peer_id(&self) -> Result<String, Error> {
        self.rpc().ask("system_localPeerId", rpc_params![]).await
    }

    /// Whether the chain is for development or local tests: only there may keys be public knowledge.
    pub async fn is_for_tests(&self) -> Result<bool, Error> {
        let kind: serde_json::Value = self.rpc().ask("system_chainType", rpc_params![]).await?;
        Ok(matches!(kind.as_str(), Some("Development" | "Local")))
    }

    /// How the node is doing.
    pub async fn health(&self) -> Result<Health, Error> {
        self.rpc().ask("system_health", rpc_params![]).await
    }

    /// The runtime at a block.
    pub async fn runtime_version(&self, at: H256) -> Result<RuntimeVersion, Error> {
        self.rpc().ask("state_getRuntimeVersion", rpc_params![at]).await
    }

    /// The runtime's metadata in one of its formats (14, 15 or 16), as the committed file holds it.
    pub async fn metadata(&self, version: u32) -> Result<Vec<u8>, Error> {
        let at = self.finalized().await?.hash;
        let bytes: Option<Vec<u8>> =
            self.call(at, "Metadata_metadata_at_version", version.encode()).await?;
        bytes
            .ok_or_else(|| Error::input(format!("the runtime has no metadata of format {version}")))
    }

    /// Calls a method of a runtime API at a block.
    pub(crate) async fn call<R: Decode>(
        &self,
        at: H256,
        method: &str,
        arguments: Vec<u8>,
    ) -> Result<R, Error> {
        let arguments = format!("0x{}", hex::encode(arguments));
        let answer: String =
            self.rpc().ask("state_call", rpc_params![method, arguments, at]).await?;
        let bad = |reason: String| Error::Decode { what: method.to_owned(), reason };
        let bytes = hex::decode(answer.trim_start_matches("0x")).map_err(|e| bad(e.to_string()))?;
        R::decode_all(&mut &bytes[..]).map_err(|e| bad(e.to_string()))
    }

    pub(crate) fn rpc(&self) -> &Rpc {
        &self.inner.rpc
    }

    pub(crate) fn client(&self) -> &OnlineClient<Config> {
        &self.inner.client
    }
}

/// How many blocks back a block is, that is hardly replaced any more where none becomes final.
const HARDLY_REPLACED: u32 = 16;

const FOLLOW: &str = "chain_subscribeFinalizedHeads";

impl Head {
    fn of(header: &Header) -> Result<Self, Error> {
        let number = u32::try_from(header.number).map_err(|_| Error::Decode {
            what: "header".into(),
            reason: format!("block number {} is beyond any of this chain", header.number),
        })?;
        Ok(Self { number, hash: H256(blake2_256(&header.encode())) })
    }
}
