//! What nodes and clients may ask of the runtime.

use crate::*;
use alloc::vec::Vec;
use frame_support::{
    dispatch::GetDispatchInfo,
    genesis_builder_helper::{build_state, get_preset},
    traits::KeyOwnerProofSystem,
    weights::Weight,
};
use huangpu_primitives::{
    apis::*,
    calendar::Month,
    council::Constituency,
    identifiers::Identifier,
    instruments::{InstrumentClass, InstrumentId},
    intervals::Units,
    money::{Reference, Referred},
    nodes::{Admission, NodeKey},
    report::ReadingProof,
    traits::Independence,
    AssetId, AuthorityId, DeviceId, FacilityId, FactorSeriesId, OfferId, OrgId, RedemptionId,
    SourceId,
};
use pallet_transaction_payment_rpc_runtime_api::{FeeDetails, RuntimeDispatchInfo};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_runtime::{
    traits::{Block as BlockT, NumberFor},
    transaction_validity::{TransactionSource, TransactionValidity},
    ApplyExtrinsicResult, ExtrinsicInclusionMode,
};

/// What a call costs: execution time, and no fee.
fn dispatch_info(info: frame_support::dispatch::DispatchInfo) -> RuntimeDispatchInfo<Balance> {
    RuntimeDispatchInfo { weight: info.total_weight(), class: info.class, partial_fee: 0 }
}

fn no_fee() -> FeeDetails<Balance> {
    FeeDetails { inclusion_fee: None, tip: 0 }
}

sp_api::impl_runtime_apis! {
    impl sp_api::Core<Block> for Runtime {
        fn version() -> RuntimeVersion {
            VERSION
        }

        fn execute_block(block: <Block as BlockT>::LazyBlock) {
            Executive::execute_block(block);
        }

        fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
            Executive::initialize_block(header)
        }
    }

    impl sp_api::Metadata<Block> for Runtime {
        fn metadata() -> OpaqueMetadata {
            OpaqueMetadata::new(Runtime::metadata().into())
        }

        fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
            Runtime::metadata_at_version(version)
        }

        fn metadata_versions() -> Vec<u32> {
            Runtime::metadata_versions()
        }
    }

    impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
        fn execute_view_function(
            id: frame_support::view_functions::ViewFunctionId,
            input: Vec<u8>,
        ) -> Result<Vec<u8>, frame_support::view_functions::ViewFunctionDispatchError> {
            Runtime::execute_view_function(id, input)
        }
    }

    impl sp_block_builder::BlockBuilder<Block> for Runtime {
        fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
            Executive::apply_extrinsic(extrinsic)
        }

        fn finalize_block() -> <Block as BlockT>::Header {
            Executive::finalize_block()
        }

        fn inherent_extrinsics(
            data: sp_inherents::InherentData,
        ) -> Vec<<Block as BlockT>::Extrinsic> {
            data.create_extrinsics()
        }

        fn check_inherents(
            block: <Block as BlockT>::LazyBlock,
            data: sp_inherents::InherentData,
        ) -> sp_inherents::CheckInherentsResult {
            data.check_extrinsics(&block)
        }
    }

    impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
        fn validate_transaction(
            source: TransactionSource,
            tx: <Block as BlockT>::Extrinsic,
            block_hash: <Block as BlockT>::Hash,
        ) -> TransactionValidity {
            Executive::validate_transaction(source, tx, block_hash)
        }
    }

    impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
        fn offchain_worker(header: &<Block as BlockT>::Header) {
            Executive::offchain_worker(header)
        }
    }

    impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
        fn slot_duration() -> sp_consensus_aura::SlotDuration {
            sp_consensus_aura::SlotDuration::from_millis(SLOT_MS)
        }

        fn authorities() -> Vec<AuraId> {
            pallet_aura::Authorities::<Runtime>::get().into_inner()
        }
    }

    impl sp_session::SessionKeys<Block> for Runtime {
        fn generate_session_keys(
            owner: Vec<u8>,
            seed: Option<Vec<u8>>,
        ) -> sp_session::OpaqueGeneratedSessionKeys {
            SessionKeys::generate(&owner, seed).into()
        }

        fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
            SessionKeys::decode_into_raw_public_keys(&encoded)
        }
    }

    impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
        fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
            Grandpa::grandpa_authorities()
        }

        fn current_set_id() -> sp_consensus_grandpa::SetId {
            pallet_grandpa::CurrentSetId::<Runtime>::get()
        }

        fn submit_report_equivocation_unsigned_extrinsic(
            equivocation_proof: sp_consensus_grandpa::EquivocationProof<
                <Block as BlockT>::Hash,
                NumberFor<Block>,
            >,
            key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
        ) -> Option<()> {
            Grandpa::submit_unsigned_equivocation_report(
                equivocation_proof,
                key_owner_proof.decode()?,
            )
        }

        fn generate_key_ownership_proof(
            _set_id: sp_consensus_grandpa::SetId,
            authority_id: sp_consensus_grandpa::AuthorityId,
        ) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
            configs::KeyOwners::prove((sp_consensus_grandpa::KEY_TYPE, authority_id))
                .map(|proof| codec::Encode::encode(&proof))
                .map(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new)
        }
    }

    impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
        fn account_nonce(account: AccountId) -> Nonce {
            System::account_nonce(account)
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
        for Runtime
    {
        fn query_info(uxt: <Block as BlockT>::Extrinsic, _: u32) -> RuntimeDispatchInfo<Balance> {
            dispatch_info(uxt.get_dispatch_info())
        }

        fn query_fee_details(_: <Block as BlockT>::Extrinsic, _: u32) -> FeeDetails<Balance> {
            no_fee()
        }

        fn query_weight_to_fee(_: Weight) -> Balance {
            0
        }

        fn query_length_to_fee(_: u32) -> Balance {
            0
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
        Block,
        Balance,
        RuntimeCall,
    > for Runtime
    {
        fn query_call_info(call: RuntimeCall, _: u32) -> RuntimeDispatchInfo<Balance> {
            dispatch_info(call.get_dispatch_info())
        }

        fn query_call_fee_details(_: RuntimeCall, _: u32) -> FeeDetails<Balance> {
            no_fee()
        }

        fn query_weight_to_fee(_: Weight) -> Balance {
            0
        }

        fn query_length_to_fee(_: u32) -> Balance {
            0
        }
    }

    impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
        fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
            build_state::<RuntimeGenesisConfig>(config)
        }

        fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
            get_preset::<RuntimeGenesisConfig>(id, genesis_config_presets::get_preset)
        }

        fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
            genesis_config_presets::preset_names()
        }
    }

    impl huangpu_primitives::apis::CouncilApi<Block> for Runtime {
        fn constituencies() -> Vec<ConstituencyView> {
            Seats::constituency_views()
        }

        fn council_candidates(constituency: Constituency) -> Vec<CandidateView> {
            Seats::candidate_views(constituency)
        }

        fn ballot_of(org: OrgId) -> Option<OrgId> {
            Seats::ballot_of(org)
        }

        fn motions() -> Vec<MotionView> {
            configs::motion_views()
        }
    }

    impl huangpu_primitives::apis::ValidatorsApi<Block, AccountId> for Runtime {
        fn validator_set() -> ValidatorSetView {
            Validators::set_view()
        }

        fn validator(org: OrgId) -> Option<ValidatorView<AccountId>> {
            Validators::validator_view(org)
        }

        fn validators(after: Option<OrgId>, limit: u32) -> Vec<ValidatorView<AccountId>> {
            Validators::validator_page(after, limit)
        }

        fn session_uptime(session: u32) -> Vec<(OrgId, u32)> {
            Validators::session_uptime(session)
        }

        fn uptime_of(org: OrgId, from: Month, limit: u32) -> Vec<UptimeView> {
            Validators::uptime_page(org, from, limit)
        }
    }

    impl huangpu_primitives::apis::NodesApi<Block> for Runtime {
        fn admission() -> Admission {
            Nodes::admission()
        }

        fn let_in() -> Option<Vec<NodeKey>> {
            Nodes::let_in()
        }

        fn nodes(after: Option<NodeKey>, limit: u32) -> Vec<NodeView> {
            Nodes::node_page(after, limit)
        }

        fn nodes_of(org: OrgId) -> Vec<NodeView> {
            Nodes::node_views_of(org)
        }
    }

    impl huangpu_primitives::apis::MoneyApi<Block> for Runtime {
        fn assets(after: Option<AssetId>, limit: u32) -> Vec<AssetView> {
            Money::asset_page(after, limit)
        }

        fn balances(org: OrgId) -> Vec<BalanceView> {
            Money::balances(org)
        }

        fn redemptions(
            asset: AssetId,
            after: Option<RedemptionId>,
            limit: u32,
        ) -> Vec<RedemptionView> {
            Money::redemption_page(asset, after, limit)
        }

        fn referred(org: OrgId, reference: Reference) -> Referred {
            Money::referred(org, &reference)
        }
    }

    impl huangpu_primitives::apis::IntervalsApi<Block> for Runtime {
        fn instrument(instrument: InstrumentId) -> Option<InstrumentView> {
            Intervals::instrument_view(instrument)
        }

        fn instruments(
            class: InstrumentClass,
            after: Option<u32>,
            limit: u32,
        ) -> Vec<InstrumentView> {
            Intervals::instrument_page(class, after, limit)
        }

        fn piece(instrument: InstrumentId, start: Units) -> Option<PieceView> {
            Intervals::piece_view(instrument, start)
        }

        fn pieces(instrument: InstrumentId, after: Option<Units>, limit: u32) -> Vec<PieceView> {
            Intervals::piece_page(instrument, after, limit)
        }

        fn run(instrument: InstrumentId, piece: Units, limit: u32) -> Vec<PieceView> {
            Intervals::run(instrument, piece, limit)
        }

        fn pieces_of(
            owner: OrgId,
            after: Option<(InstrumentId, Units)>,
            limit: u32,
        ) -> Vec<PieceView> {
            Intervals::piece_page_of(owner, after, limit)
        }

        fn offer(offer: OfferId) -> Option<OfferView> {
            Intervals::offer_view(offer)
        }

        fn offers(after: Option<OfferId>, limit: u32) -> Vec<OfferView> {
            Intervals::offer_page(after, limit)
        }
    }

    impl huangpu_primitives::apis::MembersApi<Block, AccountId> for Runtime {
        fn organisation(org: OrgId) -> Option<OrganisationView<AccountId>> {
            Members::organisation_view(org)
        }

        fn organisations(after: Option<OrgId>, limit: u32) -> Vec<OrganisationView<AccountId>> {
            Members::organisation_page(after, limit)
        }

        fn organisation_by_identifier(identifier: Identifier) -> Option<OrgId> {
            pallet_members::Identifiers::<Runtime>::get(identifier)
        }

        fn account(account: AccountId) -> Option<AccountView> {
            Members::account_view(&account)
        }

        fn delegates_of(
            org: OrgId,
            after: Option<AccountId>,
            limit: u32,
        ) -> Vec<(AccountId, AccountView)> {
            Members::delegates_page(org, after, limit)
        }

        fn applications(
            after: Option<Identifier>,
            limit: u32,
        ) -> Vec<ApplicationView<AccountId>> {
            Members::applications_page(after, limit)
        }

        fn acts_of(org: OrgId, after: Option<u32>, limit: u32) -> Vec<ActView<AccountId>> {
            Members::acts_page(org, after, limit)
        }

        fn mandates_of(merchant: OrgId, after: Option<OrgId>, limit: u32) -> Vec<MandateView> {
            Members::mandates_page(merchant, after, limit)
        }

        fn mandates_held(platform: OrgId, after: Option<OrgId>, limit: u32) -> Vec<MandateView> {
            Members::mandates_held_page(platform, after, limit)
        }

        fn interests_of(org: OrgId, after: Option<OrgId>, limit: u32) -> Vec<InterestView> {
            Members::interests_page(org, after, limit)
        }

        fn are_independent(one: OrgId, other: OrgId) -> bool {
            <Members as Independence>::are_independent(one, other)
        }

        fn quota(org: OrgId) -> Option<QuotaView> {
            Members::quota_view(org)
        }
    }

    impl huangpu_primitives::apis::InstrumentsApi<Block> for Runtime {
        fn instrument_classes() -> Vec<ClassView> {
            Instruments::class_views()
        }

        fn instrument_class(class: InstrumentClass) -> ClassView {
            Instruments::class_view(class)
        }

        fn authority(authority: AuthorityId) -> Option<AuthorityView> {
            Instruments::authority_view(authority)
        }

        fn authorities(after: Option<AuthorityId>, limit: u32) -> Vec<AuthorityView> {
            Instruments::authorities_page(after, limit)
        }
    }

    impl huangpu_primitives::apis::DevicesApi<Block> for Runtime {
        fn device(device: DeviceId) -> Option<DeviceView> {
            Devices::device_view(device)
        }

        fn devices_of(org: OrgId, after: Option<DeviceId>, limit: u32) -> Vec<DeviceView> {
            Devices::devices_page(org, after, limit)
        }

        fn device_by_reference(org: OrgId, reference: Vec<u8>) -> Option<DeviceId> {
            Devices::device_by_reference(org, reference)
        }

        fn month_totals(device: DeviceId, from: Month, limit: u32) -> Vec<MonthTotalView> {
            Devices::month_totals_page(device, from, limit)
        }

        fn quarantined(device: DeviceId, after: Option<u32>, limit: u32) -> Vec<QuarantinedView> {
            Devices::quarantined_page(device, after, limit)
        }

        fn quarantined_report(device: DeviceId, sequence: u32) -> Option<QuarantinedView> {
            Devices::quarantined_view(device, sequence)
        }

        fn prove_reading(device: DeviceId, sequence: u32, proof: ReadingProof) -> ProofOutcome {
            Devices::prove_reading(device, sequence, &proof)
        }
    }

    impl huangpu_primitives::apis::EmissionsApi<Block> for Runtime {
        fn facility(facility: FacilityId) -> Option<FacilityView> {
            Emissions::facility_view(facility)
        }

        fn facilities_of(org: OrgId, after: Option<FacilityId>, limit: u32) -> Vec<FacilityView> {
            Emissions::facilities_page(org, after, limit)
        }

        fn sources_of(facility: FacilityId, after: Option<SourceId>, limit: u32) -> Vec<SourceView> {
            Emissions::sources_page(facility, after, limit)
        }

        fn source_months(source: SourceId, from: Month, limit: u32) -> Vec<SourceMonthView> {
            Emissions::source_months_page(source, from, limit)
        }

        fn factor_series(series: FactorSeriesId) -> Option<FactorSeriesView> {
            Emissions::series_view(series)
        }

        fn factor_library(after: Option<FactorSeriesId>, limit: u32) -> Vec<FactorSeriesView> {
            Emissions::library_page(after, limit)
        }

        fn factors_of(series: FactorSeriesId, after: u16, limit: u32) -> Vec<FactorView> {
            Emissions::factors_page(series, after, limit)
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    impl frame_benchmarking::Benchmark<Block> for Runtime {
        fn benchmark_metadata(extra: bool) -> (
            Vec<frame_benchmarking::BenchmarkList>,
            Vec<frame_support::traits::StorageInfo>,
        ) {
            crate::benchmarks::metadata(extra)
        }

        fn dispatch_benchmark(
            config: frame_benchmarking::BenchmarkConfig,
        ) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
            crate::benchmarks::dispatch(config)
        }
    }

    #[cfg(feature = "try-runtime")]
    impl frame_try_runtime::TryRuntime<Block> for Runtime {
        fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
            // A dry run off chain: panicking is how it reports.
            let weight = Executive::try_runtime_upgrade(checks).expect("the upgrade is sound");
            (weight, configs::RuntimeBlockWeights::get().max_block)
        }

        fn execute_block(
            block: <Block as BlockT>::LazyBlock,
            state_root_check: bool,
            signature_check: bool,
            select: frame_try_runtime::TryStateSelect,
        ) -> Weight {
            Executive::try_execute_block(block, state_root_check, signature_check, select)
                .expect("the block is sound")
        }
    }
}
