//! The parts of a running node, put together: client, pool, network, RPC, off-chain workers and
//! consensus.

use crate::{
    admission::{Gate, Own},
    consensus::{self, Authoring, Finality},
    pool::OrderlyPool,
    rpc,
};
use huangpu_runtime::{apis::RuntimeApi, opaque::Block};
use polkadot_sdk::{
    sc_client_api::Backend,
    sc_consensus::{DefaultImportQueue, LongestChain},
    sc_consensus_grandpa::{
        self, warp_proof, FinalityProofProvider, GrandpaBlockImport, LinkHalf, SharedVoterState,
    },
    sc_executor::WasmExecutor,
    sc_network::{
        config::FullNetworkConfiguration, service::traits::NetworkService, NetworkBackend,
        NotificationService, ProtocolName,
    },
    sc_network_sync::SyncingService,
    sc_network_transactions::TransactionsHandlerController,
    sc_offchain::{OffchainWorkerOptions, OffchainWorkers},
    sc_rpc,
    sc_service::{
        self, BuildNetworkParams, Configuration, Error, PartialComponents, SpawnTasksParams,
        TFullBackend, TFullClient, TaskManager, WarpSyncConfig,
    },
    sc_telemetry::{self, Telemetry, TelemetryHandle, TelemetryWorker},
    sc_transaction_pool::{self, TransactionPoolHandle},
    sc_transaction_pool_api::OffchainTransactionPoolFactory,
    sc_utils::mpsc::TracingUnboundedSender,
    sp_blockchain::HeaderBackend,
    sp_io::SubstrateHostFunctions,
    sp_keystore::KeystorePtr,
    sp_runtime::traits::Block as BlockT,
    substrate_prometheus_endpoint::Registry,
};
use std::sync::Arc;

type Hash = <Block as BlockT>::Hash;
pub(crate) type FullClient = TFullClient<Block, RuntimeApi, WasmExecutor<SubstrateHostFunctions>>;
pub(crate) type FullBackend = TFullBackend<Block>;
pub(crate) type SelectChain = LongestChain<FullBackend, Block>;
pub(crate) type Pool = OrderlyPool<TransactionPoolHandle<Block, FullClient>>;
pub(crate) type Network = Arc<dyn NetworkService>;
pub(crate) type Sync = Arc<SyncingService<Block>>;
pub(crate) type GrandpaImport = GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;
pub(crate) type GrandpaLink = LinkHalf<Block, FullClient, SelectChain>;

/// The parts that also the subcommands need, which run no network.
pub(crate) type Partial = PartialComponents<
    FullClient,
    FullBackend,
    SelectChain,
    DefaultImportQueue<Block>,
    Pool,
    Consensus,
>;

/// The parts of the consensus that exist before the network does.
pub(crate) struct Consensus {
    block_import: GrandpaImport,
    link: GrandpaLink,
    telemetry: Option<Telemetry>,
}

/// The parts that the others share.
pub(crate) struct Shared {
    pub(crate) client: Arc<FullClient>,
    pub(crate) backend: Arc<FullBackend>,
    pub(crate) pool: Arc<Pool>,
    pub(crate) keystore: KeystorePtr,
}

/// Where the parts of a node report how they are.
pub(crate) struct Monitoring {
    pub(crate) registry: Option<Registry>,
    pub(crate) telemetry: Option<TelemetryHandle>,
}

/// Opens the database, writing the genesis block into a new one, and builds the parts that need no
/// network.
///
/// Fails where the database cannot be opened or holds another chain.
pub(crate) fn partial(config: &Configuration) -> Result<Partial, Error> {
    let telemetry = telemetry(config)?;
    let handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
    let (client, backend, keystore_container, task_manager) = sc_service::new_full_parts(
        config,
        handle.clone(),
        sc_service::new_wasm_executor(&config.executor),
        vec![],
    )?;
    let client = Arc::new(client);
    let telemetry = telemetry.map(|(worker, telemetry)| {
        task_manager.spawn_handle().spawn("telemetry", None, worker.run());
        telemetry
    });

    let select_chain = LongestChain::new(backend.clone());
    let transaction_pool = sc_transaction_pool::Builder::new(
        task_manager.spawn_essential_handle(),
        client.clone(),
        config.role.is_authority().into(),
    )
    .with_options(config.transaction_pool.clone())
    .with_prometheus(config.prometheus_registry())
    .build();

    let (block_import, link) =
        consensus::block_import(client.clone(), select_chain.clone(), handle.clone())?;
    let import_queue = consensus::import_queue(
        client.clone(),
        block_import.clone(),
        config,
        &task_manager,
        handle,
    )?;

    Ok(PartialComponents {
        client,
        backend,
        task_manager,
        keystore_container,
        select_chain,
        import_queue,
        transaction_pool: Arc::new(OrderlyPool::from(transaction_pool)),
        other: Consensus { block_import, link, telemetry },
    })
}

fn telemetry(
    config: &Configuration,
) -> Result<Option<(TelemetryWorker, Telemetry)>, sc_telemetry::Error> {
    let Some(endpoints) = config.telemetry_endpoints.clone().filter(|all| !all.is_empty()) else {
        return Ok(None);
    };
    let worker = TelemetryWorker::new(16)?;
    let telemetry = worker.handle().new_telemetry(endpoints);
    Ok(Some((worker, telemetry)))
}

/// A running network and what hangs on it.
struct Joined {
    network: Network,
    sync: Sync,
    system_rpc_tx: TracingUnboundedSender<sc_rpc::system::Request<Block>>,
    tx_handler_controller: TransactionsHandlerController<Hash>,
    /// GRANDPA's votes: their protocol's name and where they arrive.
    votes: (ProtocolName, Box<dyn NotificationService>),
}

/// Starts a node on the network backend `N`: it lives as long as the task manager.
///
/// Fails where the database, a listening address or the network cannot be had.
pub(crate) fn full<N: NetworkBackend<Block, Hash>>(
    config: Configuration,
) -> Result<TaskManager, Error> {
    let PartialComponents {
        client,
        backend,
        mut task_manager,
        keystore_container,
        select_chain,
        import_queue,
        transaction_pool: pool,
        other: Consensus { block_import, link, mut telemetry },
    } = partial(&config)?;
    let keystore = keystore_container.keystore();
    let shared = Shared { client, backend, pool, keystore };
    let Joined { network, sync, system_rpc_tx, tx_handler_controller, votes } =
        join::<N>(&config, &shared, import_queue, &link, &task_manager)?;

    let role = config.role;
    let gate = Gate {
        client: shared.client.clone(),
        network: network.clone(),
        sync: sync.clone(),
        own: Own::from(&config.network.default_peers_set),
    };
    // Whoever is let in is a matter of security: a node without it has to end.
    // It asks the runtime at every block.
    task_manager.spawn_essential_handle().spawn_blocking("admission", None, gate.run());
    if config.offchain_worker.enabled {
        start_offchain_workers(&shared, network.clone(), role.is_authority(), &task_manager)?;
    }
    let monitoring = Monitoring {
        registry: config.prometheus_registry().cloned(),
        telemetry: telemetry.as_ref().map(Telemetry::handle),
    };
    let voter_state = SharedVoterState::empty();
    let methods = rpc_methods(&shared, &link, voter_state.clone());
    // What is needed of the configuration after it is gone.
    let force_authoring = config.force_authoring;
    let votes = (!config.disable_grandpa).then_some(votes);
    let node_name = config.network.node_name.clone();

    sc_service::spawn_tasks(SpawnTasksParams {
        config,
        client: shared.client.clone(),
        backend: shared.backend.clone(),
        task_manager: &mut task_manager,
        keystore: shared.keystore.clone(),
        transaction_pool: shared.pool.clone(),
        rpc_builder: Box::new(move |executor| {
            rpc::methods(&methods, executor).map_err(|error| Error::Application(error.into()))
        }),
        network: Arc::new(network.clone()),
        system_rpc_tx,
        tx_handler_controller,
        sync_service: sync.clone(),
        telemetry: telemetry.as_mut(),
        tracing_execute_block: None,
    })?;

    if role.is_authority() {
        let sync = sync.clone();
        let authoring = Authoring { select_chain, block_import, sync, force: force_authoring };
        consensus::start_authoring(authoring, &shared, &monitoring, &task_manager)?;
    }
    if let Some(votes) = votes {
        let finality = Finality { link, network, sync, votes, role, node_name, voter_state };
        consensus::start_finality(finality, &shared, &monitoring, &task_manager)?;
    }
    Ok(task_manager)
}

/// Starts the network: block sync, transactions and GRANDPA's votes.
fn join<N: NetworkBackend<Block, Hash>>(
    config: &Configuration,
    shared: &Shared,
    import_queue: DefaultImportQueue<Block>,
    link: &GrandpaLink,
    task_manager: &TaskManager,
) -> Result<Joined, Error> {
    let registry = config.prometheus_registry();
    let mut net_config =
        FullNetworkConfiguration::<Block, Hash, N>::new(&config.network, registry.cloned());
    let metrics = N::register_notification_metrics(registry);
    let genesis = shared.client.info().genesis_hash;
    let protocol = sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
    let (votes_config, votes) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
        protocol.clone(),
        metrics.clone(),
        net_config.peer_store_handle(),
    );
    net_config.add_notification_protocol(votes_config);
    let authority_set = link.shared_authority_set().clone();
    let warp_sync = warp_proof::NetworkProvider::new(shared.backend.clone(), authority_set, vec![]);

    let (network, system_rpc_tx, tx_handler_controller, sync, _) =
        sc_service::build_network(BuildNetworkParams {
            config,
            net_config,
            client: shared.client.clone(),
            transaction_pool: shared.pool.clone(),
            spawn_handle: task_manager.spawn_handle(),
            spawn_essential_handle: task_manager.spawn_essential_handle(),
            import_queue,
            block_announce_validator_builder: None,
            warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
            block_relay: None,
            metrics,
            gap_sync_body_policy: None,
        })?;
    let votes = (protocol, votes);
    Ok(Joined { network, sync, system_rpc_tx, tx_handler_controller, votes })
}

fn rpc_methods(
    shared: &Shared,
    link: &GrandpaLink,
    voter_state: SharedVoterState,
) -> rpc::Dependencies {
    let authority_set = link.shared_authority_set().clone();
    rpc::Dependencies {
        client: shared.client.clone(),
        pool: shared.pool.clone(),
        finality_proofs: FinalityProofProvider::new_for_service(
            shared.backend.clone(),
            Some(authority_set.clone()),
        ),
        authority_set,
        voter_state,
        justifications: link.justification_stream(),
    }
}

/// Runs the runtime's off-chain worker after each block that becomes the best. It may make HTTP
/// requests: that is how it fetches reports from gateways.
fn start_offchain_workers(
    shared: &Shared,
    network: Network,
    is_validator: bool,
    task_manager: &TaskManager,
) -> Result<(), Error> {
    let workers = OffchainWorkers::new(OffchainWorkerOptions {
        runtime_api_provider: shared.client.clone(),
        keystore: Some(shared.keystore.clone()),
        offchain_db: shared.backend.offchain_storage(),
        transaction_pool: Some(OffchainTransactionPoolFactory::new(shared.pool.clone())),
        network_provider: Arc::new(network),
        is_validator,
        enable_http_requests: true,
        custom_extensions: |_| vec![],
    })?;
    task_manager.spawn_handle().spawn(
        "offchain-workers-runner",
        "offchain-worker",
        workers.run(shared.client.clone(), task_manager.spawn_handle()),
    );
    Ok(())
}
