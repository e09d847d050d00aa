//! Which machines belong to the network.

use super::governance::EnsureCouncil;
use crate::*;
use frame_support::traits::ConstU32;
use huangpu_primitives::roles::Scope;
use pallet_members::EnsureWindingDown;

frame_support::parameter_types! {
    pub const OperatorScope: Scope = Scope::Validators;
}

impl pallet_nodes::Config for Runtime {
    type CouncilOrigin = EnsureCouncil;
    // Who is expelled may have to replace its validator's machine, as long as the set cannot do without it.
    type OperatorOrigin = EnsureWindingDown<Runtime, OperatorScope>;
    type Standings = Members;
    type Validators = Validators;
    type MaxNodesPerOrg = ConstU32<8>;
    type MaxNodes = ConstU32<1_000>;
    type WeightInfo = weights::pallet_nodes::WeightInfo<Runtime>;
}
