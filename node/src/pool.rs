//! The transaction pool: Substrate's, which takes transactions only while it is not changing over to a new block.
//!
//! The fork-aware pool keeps a view for each block. A transaction goes into its memory first, and then into the
//! views there are. A new block's view is built meanwhile: copied from its parent's, filled up from the memory, and
//! only then put beside the others. A transaction that comes between the last two is in the parent's view alone.
//! It would be looked for at the next block; but here finality is faster than the next block, takes the parent's
//! view away, and the pool drops what no view holds. Its sender did nothing wrong, and those behind it wait for
//! its nonce. So submissions wait until the view is there, and the change until those under way are in.

use async_trait::async_trait;
use futures::executor::block_on;
use polkadot_sdk::{
    sc_transaction_pool_api::{
        BlockHash, ChainEvent, ImportNotificationStream, LocalTransactionFor, LocalTransactionPool,
        MaintainedTransactionPool, PoolStatus, ReadyTransactions, TransactionFor, TransactionPool,
        TransactionSource, TransactionStatusStreamFor, TxHash, TxInvalidityReportMap,
    },
    sp_runtime::traits::Block as BlockT,
};
use std::{collections::HashMap, pin::Pin, sync::Arc, time::Duration};
use tokio::sync::RwLock;

/// A pool whose submissions and changes of block exclude each other.
pub(crate) struct OrderlyPool<P> {
    inner: P,
    /// Read by submissions, written by what follows a new block. Whoever waits longest is next.
    door: RwLock<()>,
}

impl<P> From<P> for OrderlyPool<P> {
    fn from(inner: P) -> Self {
        Self { inner, door: RwLock::new(()) }
    }
}

type Ready<P> =
    Box<dyn ReadyTransactions<Item = Arc<<P as TransactionPool>::InPoolTransaction>> + Send>;

#[async_trait]
impl<P: TransactionPool> TransactionPool for OrderlyPool<P> {
    type Block = P::Block;
    type Hash = P::Hash;
    type InPoolTransaction = P::InPoolTransaction;
    type Error = P::Error;

    async fn submit_at(
        &self,
        at: BlockHash<P>,
        source: TransactionSource,
        transactions: Vec<TransactionFor<P>>,
    ) -> Result<Vec<Result<TxHash<P>, P::Error>>, P::Error> {
        let _open = self.door.read().await;
        self.inner.submit_at(at, source, transactions).await
    }

    async fn submit_one(
        &self,
        at: BlockHash<P>,
        source: TransactionSource,
        transaction: TransactionFor<P>,
    ) -> Result<TxHash<P>, P::Error> {
        let _open = self.door.read().await;
        self.inner.submit_one(at, source, transaction).await
    }

    async fn submit_and_watch(
        &self,
        at: BlockHash<P>,
        source: TransactionSource,
        transaction: TransactionFor<P>,
    ) -> Result<Pin<Box<TransactionStatusStreamFor<P>>>, P::Error> {
        let _open = self.door.read().await;
        self.inner.submit_and_watch(at, source, transaction).await
    }

    async fn ready_at(&self, at: BlockHash<P>) -> Ready<P> {
        self.inner.ready_at(at).await
    }

    fn ready(&self) -> Ready<P> {
        self.inner.ready()
    }

    async fn report_invalid(
        &self,
        at: Option<BlockHash<P>>,
        errors: TxInvalidityReportMap<TxHash<P>>,
    ) -> Vec<Arc<P::InPoolTransaction>> {
        self.inner.report_invalid(at, errors).await
    }

    fn futures(&self) -> Vec<P::InPoolTransaction> {
        self.inner.futures()
    }

    fn status(&self) -> PoolStatus {
        self.inner.status()
    }

    fn import_notification_stream(&self) -> ImportNotificationStream<TxHash<P>> {
        self.inner.import_notification_stream()
    }

    fn on_broadcasted(&self, propagations: HashMap<TxHash<P>, Vec<String>>) {
        self.inner.on_broadcasted(propagations);
    }

    fn hash_of(&self, transaction: &TransactionFor<P>) -> TxHash<P> {
        self.inner.hash_of(transaction)
    }

    fn ready_transaction(&self, hash: &TxHash<P>) -> Option<Arc<P::InPoolTransaction>> {
        self.inner.ready_transaction(hash)
    }

    async fn ready_at_with_timeout(&self, at: BlockHash<P>, timeout: Duration) -> Ready<P> {
        self.inner.ready_at_with_timeout(at, timeout).await
    }
}

#[async_trait]
impl<P: MaintainedTransactionPool> MaintainedTransactionPool for OrderlyPool<P> {
    async fn maintain(&self, event: ChainEvent<P::Block>) {
        // Finality only takes views away.
        let _closed = match event {
            ChainEvent::NewBlock { .. } | ChainEvent::NewBestBlock { .. } => {
                Some(self.door.write().await)
            }
            ChainEvent::Finalized { .. } => None,
        };
        self.inner.maintain(event).await;
    }
}

impl<P: LocalTransactionPool> LocalTransactionPool for OrderlyPool<P> {
    type Block = P::Block;
    type Hash = P::Hash;
    type Error = P::Error;

    fn submit_local(
        &self,
        at: <P::Block as BlockT>::Hash,
        transaction: LocalTransactionFor<P>,
    ) -> Result<P::Hash, P::Error> {
        // Off-chain workers have threads of their own, which may wait.
        let _open = block_on(self.door.read());
        self.inner.submit_local(at, transaction)
    }
}
