//! How blocks are authored (Aura) and finalized (GRANDPA).
//!
//! The numbers here were measured with one and with four authorities at one block a second. They
//! take a block from authored to finalized in about half a second where Substrate's take more than
//! three. All of them are a node's own business: authorities with different ones still agree.

use crate::service::{
    FullBackend, FullClient, GrandpaImport, GrandpaLink, Monitoring, Network, SelectChain, Shared,
    Sync,
};
use huangpu_runtime::opaque::Block;
use polkadot_sdk::{
    sc_basic_authorship::ProposerFactory,
    sc_cli,
    sc_consensus::DefaultImportQueue,
    sc_consensus_aura::{self, ImportQueueParams, SlotDuration, SlotProportion, StartAuraParams},
    sc_consensus_grandpa::{self, GrandpaParams, SharedVoterState},
    sc_network::{NotificationService, ProtocolName},
    sc_service::{Configuration, Error, Role, TaskManager},
    sc_telemetry::TelemetryHandle,
    sc_transaction_pool_api::OffchainTransactionPoolFactory,
    sp_blockchain,
    sp_consensus_aura::{
        inherents::InherentDataProvider as SlotProvider,
        sr25519::{AuthorityId, AuthorityPair},
    },
    sp_runtime::traits::NumberFor,
    sp_timestamp::InherentDataProvider as TimestampProvider,
};
use std::{sync::Arc, time::Duration};

/// How long a vote may take to reach the other authorities. Finality takes up to four of them. It
/// fits a city's network; across continents it must exceed the propagation of a message.
const GOSSIP_PERIOD: Duration = Duration::from_millis(100);

/// At least every so many blocks a justification is stored, so that whoever checks a block without
/// following the chain finds one a few headers on. Each costs a kilobyte or so.
const JUSTIFICATION_PERIOD: u32 = 32;

/// The part of a slot in which a block is built, of which the proposer uses nine tenths. The others execute it
/// before the next author builds on it, which takes them as long: so it is half of the slot at most, or authors
/// of full blocks would not have seen each other's. It is also the most: Substrate would let an author who comes
/// after missed slots take longer, and so miss the next ones.
const PROPOSAL_PORTION: f32 = 1.0 / 2.0;

/// How a node connects the stages of a block's life: what imports them, and what finalizes them.
pub(crate) fn block_import(
    client: Arc<FullClient>,
    select_chain: SelectChain,
    telemetry: Option<TelemetryHandle>,
) -> Result<(GrandpaImport, GrandpaLink), sp_blockchain::Error> {
    sc_consensus_grandpa::block_import(
        client.clone(),
        JUSTIFICATION_PERIOD,
        &client,
        select_chain,
        telemetry,
    )
}

/// The queue through which other authorities' blocks pass: slot, seal and inherents are checked.
pub(crate) fn import_queue(
    client: Arc<FullClient>,
    block_import: GrandpaImport,
    config: &Configuration,
    task_manager: &TaskManager,
    telemetry: Option<TelemetryHandle>,
) -> Result<DefaultImportQueue<Block>, Error> {
    let slot_duration = slot_duration(&client)?;
    let queue = sc_consensus_aura::import_queue::<AuthorityPair, _, _, _, _, _>(
        ImportQueueParams {
            block_import: block_import.clone(),
            justification_import: Some(Box::new(block_import)),
            client,
            create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
            spawner: &task_manager.spawn_essential_handle(),
            registry: config.prometheus_registry(),
            check_for_equivocation: Default::default(),
            telemetry,
            compatibility_mode: Default::default(),
        },
    )?;
    Ok(queue)
}

/// What an author needs.
pub(crate) struct Authoring {
    pub(crate) select_chain: SelectChain,
    pub(crate) block_import: GrandpaImport,
    pub(crate) sync: Sync,
    /// Author even without peers.
    pub(crate) force: bool,
}

/// Starts authoring blocks in the slots of the keystore's Aura keys.
pub(crate) fn start_authoring(
    authoring: Authoring,
    shared: &Shared,
    monitoring: &Monitoring,
    task_manager: &TaskManager,
) -> Result<(), Error> {
    let Authoring { select_chain, block_import, sync, force } = authoring;
    let slot_duration = slot_duration(&shared.client)?;
    // The soft deadline stays where it is, at half of the time: until then the proposer goes on
    // looking for transactions that still fit. Near zero would be faster, but once organisations
    // have quotas, a few transactions of one that is over its own would end everybody's block.
    let proposer_factory = ProposerFactory::new(
        task_manager.spawn_handle(),
        shared.client.clone(),
        shared.pool.clone(),
        monitoring.registry.as_ref(),
        monitoring.telemetry.clone(),
    );

    let aura = sc_consensus_aura::start_aura::<AuthorityPair, _, _, _, _, _, _, _, _, _, _>(
        StartAuraParams {
            slot_duration,
            client: shared.client.clone(),
            select_chain,
            block_import,
            proposer_factory,
            create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
            force_authoring: force,
            backoff_authoring_blocks: Option::<()>::None,
            keystore: shared.keystore.clone(),
            sync_oracle: sync.clone(),
            justification_sync_link: sync,
            block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
            max_block_proposal_slot_portion: Some(SlotProportion::new(PROPOSAL_PORTION)),
            telemetry: monitoring.telemetry.clone(),
            compatibility_mode: Default::default(),
        },
    )?;
    task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
    Ok(())
}

/// What a voter needs.
pub(crate) struct Finality {
    pub(crate) link: GrandpaLink,
    pub(crate) network: Network,
    pub(crate) sync: Sync,
    /// The votes' protocol and where they arrive.
    pub(crate) votes: (ProtocolName, Box<dyn NotificationService>),
    pub(crate) role: Role,
    pub(crate) node_name: String,
    /// Where the RPC reads how the vote stands.
    pub(crate) voter_state: SharedVoterState,
}

/// Starts following the votes on finality and, as an authority, casting them.
pub(crate) fn start_finality(
    finality: Finality,
    shared: &Shared,
    monitoring: &Monitoring,
    task_manager: &TaskManager,
) -> Result<(), Error> {
    let (protocol_name, notification_service) = finality.votes;
    let keystore = finality.role.is_authority().then(|| shared.keystore.clone());
    let config = sc_consensus_grandpa::Config {
        gossip_duration: GOSSIP_PERIOD,
        justification_generation_period: JUSTIFICATION_PERIOD,
        observer_enabled: false,
        local_role: finality.role,
        name: Some(finality.node_name),
        keystore,
        telemetry: monitoring.telemetry.clone(),
        protocol_name,
    };
    let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
        config,
        link: finality.link,
        network: finality.network,
        sync: Arc::new(finality.sync),
        notification_service,
        // No rule: vote for the best block. Substrate's rules stay behind it, for networks whose
        // authorities do not trust each other to be well connected.
        voting_rule: (),
        prometheus_registry: monitoring.registry.clone(),
        shared_voter_state: finality.voter_state,
        telemetry: monitoring.telemetry.clone(),
        offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(shared.pool.clone()),
    })?;
    task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
    Ok(())
}

/// Takes the voter's memory back together with `blocks` blocks.
pub(crate) fn revert(
    client: Arc<FullClient>,
    _: Arc<FullBackend>,
    blocks: NumberFor<Block>,
) -> sc_cli::Result<()> {
    Ok(sc_consensus_grandpa::revert(client, blocks)?)
}

/// Genesis fixes it for ever, so it is asked once.
fn slot_duration(client: &FullClient) -> Result<SlotDuration, sp_blockchain::Error> {
    sc_consensus_aura::slot_duration::<AuthorityId, Block, FullClient>(client)
}

fn inherents(slot_duration: SlotDuration) -> (SlotProvider, TimestampProvider) {
    let timestamp = TimestampProvider::from_system_time();
    let slot = SlotProvider::from_timestamp_and_slot_duration(*timestamp, slot_duration);
    (slot, timestamp)
}
