//! The RPC methods beside Substrate's own: account nonces, fee information (always zero, but
//! wallets ask) and GRANDPA's round state and finality proofs.

use crate::service::{FullBackend, FullClient, Pool};
use huangpu_runtime::opaque::Block;
use jsonrpsee::{core::RegisterMethodError, RpcModule};
use polkadot_sdk::{
    pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer},
    sc_consensus_grandpa::{
        FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
    },
    sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer},
    sc_rpc::SubscriptionTaskExecutor,
    sp_runtime::traits::{Block as BlockT, NumberFor},
    substrate_frame_rpc_system::{System, SystemApiServer},
};
use std::sync::Arc;

/// What the methods need.
pub(crate) struct Dependencies {
    pub(crate) client: Arc<FullClient>,
    pub(crate) pool: Arc<Pool>,
    /// Who finalizes, now and before.
    pub(crate) authority_set: SharedAuthoritySet<<Block as BlockT>::Hash, NumberFor<Block>>,
    /// Where the voter stands; empty as long as none runs.
    pub(crate) voter_state: SharedVoterState,
    pub(crate) justifications: GrandpaJustificationStream<Block>,
    pub(crate) finality_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// Makes the methods; subscriptions run on `executor`.
///
/// Fails if two methods have the same name.
pub(crate) fn methods(
    dependencies: &Dependencies,
    executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, RegisterMethodError> {
    let Dependencies { client, pool, .. } = dependencies;
    let grandpa = Grandpa::new(
        executor,
        dependencies.authority_set.clone(),
        dependencies.voter_state.clone(),
        dependencies.justifications.clone(),
        dependencies.finality_proofs.clone(),
    );

    let mut module = RpcModule::new(());
    module.merge(System::new(client.clone(), pool.clone()).into_rpc())?;
    module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
    module.merge(grandpa.into_rpc())?;
    Ok(module)
}
