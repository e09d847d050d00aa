//! A runtime of this pallet alone. How organisations stand, and who of them makes blocks, are statics, which a
//! test sets.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate as pallet_nodes;
use frame_support::{
    derive_impl, parameter_types,
    traits::{EnsureOrigin, EnsureOriginWithArg},
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSigned};
use huangpu_primitives::{
    apis::Standing,
    council::Decision,
    nodes::{Admission, NodeKey},
    traits::{Standings, Validating},
    OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;
use sp_runtime::BuildStorage;
use std::collections::BTreeMap;

/// Most nodes of one organisation.
pub(crate) const MAX_OF_ONE: u32 = 3;
/// Most nodes in all.
pub(crate) const MAX: u32 = 8;
/// Organisations have ids up to this one.
pub(crate) const ORGS: u32 = 9;

#[frame_support::runtime]
mod runtime {
    use super::*;

    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask
    )]
    pub struct Test;

    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(26)]
    pub type Nodes = pallet_nodes;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
}

parameter_types! {
    pub const MaxNodesPerOrg: u32 = MAX_OF_ONE;
    pub static MaxNodes: u32 = MAX;
    /// How those organisations stand that are not active.
    pub static Stands: BTreeMap<OrgId, Standing> = BTreeMap::new();
    /// Who makes blocks.
    pub static InSet: Vec<OrgId> = vec![];
    /// The kind of the council's last decision.
    pub static Decided: Option<Decision> = None;
}

pub struct Members;
impl Standings for Members {
    fn standing(org: OrgId) -> Option<Standing> {
        let known = (1..=ORGS).contains(&org.0);
        known.then(|| Stands::get().get(&org).copied().unwrap_or(Standing::Active))
    }
}

pub struct Validators;
impl Validating for Validators {
    fn validating() -> Vec<OrgId> {
        InSet::get()
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn fill() {
        InSet::set(vec![OrgId(2), OrgId(3)]);
    }
}

/// Accounts each act for the organisation of their number, unless it is closed.
pub struct Operator;
impl EnsureOrigin<RuntimeOrigin> for Operator {
    type Success = OrgId;
    fn try_origin(origin: RuntimeOrigin) -> Result<OrgId, RuntimeOrigin> {
        let who = <EnsureSigned<u64> as EnsureOrigin<_>>::try_origin(origin.clone())?;
        let org = OrgId(who as u32);
        match Members::standing(org) {
            None | Some(Standing::Closed) => Err(origin),
            Some(_) => Ok(org),
        }
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::signed(1))
    }
}

/// Root, whatever the decision; what kind it was is noted.
pub struct Council;
impl EnsureOriginWithArg<RuntimeOrigin, Decision> for Council {
    type Success = ();
    fn try_origin(origin: RuntimeOrigin, decision: &Decision) -> Result<(), RuntimeOrigin> {
        <EnsureRoot<u64> as EnsureOrigin<_>>::try_origin(origin)
            .map(|()| Decided::set(Some(*decision)))
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &Decision) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

impl pallet_nodes::Config for Test {
    type CouncilOrigin = Council;
    type OperatorOrigin = Operator;
    type Standings = Members;
    type Validators = Validators;
    type MaxNodesPerOrg = MaxNodesPerOrg;
    type MaxNodes = MaxNodes;
    type WeightInfo = ();
}

/// A node's key.
pub(crate) fn key(n: u32) -> NodeKey {
    NodeKey(H256::from_low_u64_be(n.into()))
}

/// An organisation stands otherwise from now on, and nobody is told; how it stood before.
pub(crate) fn put_standing(org: u32, to: Standing) -> Standing {
    Stands::mutate(|stands| stands.insert(OrgId(org), to)).unwrap_or(Standing::Active)
}

/// Sets the chain up.
#[derive(Default)]
pub(crate) struct ExtBuilder {
    nodes: Vec<(NodeKey, OrgId)>,
    admission: Admission,
    validators: Vec<OrgId>,
}

impl ExtBuilder {
    /// Nodes, each with its organisation, from genesis.
    pub(crate) fn nodes(mut self, nodes: &[(u32, u32)]) -> Self {
        self.nodes = nodes.iter().map(|(node, org)| (key(*node), OrgId(*org))).collect();
        self
    }

    /// Who is let in from genesis.
    pub(crate) fn admission(mut self, admission: Admission) -> Self {
        self.admission = admission;
        self
    }

    /// Who makes blocks.
    pub(crate) fn validators(mut self, orgs: &[u32]) -> Self {
        self.validators = orgs.iter().copied().map(OrgId).collect();
        self
    }

    /// The chain in block 1.
    pub(crate) fn build(self) -> sp_io::TestExternalities {
        MaxNodes::set(MAX);
        Stands::set(BTreeMap::new());
        InSet::set(self.validators);
        Decided::set(None);
        let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
        pallet_nodes::GenesisConfig::<Test> {
            nodes: self.nodes,
            admission: self.admission,
            ..Default::default()
        }
        .assimilate_storage(&mut storage)
        .unwrap();
        let mut ext = sp_io::TestExternalities::new(storage);
        // Events of the genesis block are not kept.
        ext.execute_with(|| System::set_block_number(1));
        ext
    }

    /// Runs a test in block 1, and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        execute(&mut self.build(), test);
    }
}

/// Runs a test on a chain, and checks afterwards what must always be true.
pub(crate) fn execute(ext: &mut sp_io::TestExternalities, test: impl FnOnce()) {
    ext.execute_with(|| {
        test();
        Nodes::do_try_state().unwrap();
    });
}
