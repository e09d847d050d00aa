//! Root, which only the `dev` preset gives anyone the key of, and what the law allows.

use crate::*;
use frame_system::EnsureRoot;

impl pallet_sudo::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}

impl pallet_instruments::Config for Runtime {
    // Root, until the council has its motions.
    type CouncilOrigin = EnsureRoot<AccountId>;
    // Nothing is issued yet.
    type Outstanding = ();
    type Clock = Timestamp;
    type WeightInfo = weights::pallet_instruments::WeightInfo<Runtime>;
}
