//! How accounts act together, or one for another: multisignatures, proxies, batches. No deposits: the quota bounds
//! them.

use crate::*;
use frame_support::traits::{ConstU128, ConstU32, InstanceFilter};
use sp_runtime::traits::BlakeTwo256;

// So that several people control an organisation together.
impl pallet_multisig::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type DepositBase = ConstU128<0>;
    type DepositFactor = ConstU128<0>;
    type MaxSignatories = ConstU32<32>;
    type BlockNumberProvider = System;
    type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}

/// What a proxy may do for the account that named it. The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    codec::Encode,
    codec::Decode,
    codec::DecodeWithMemTracking,
    codec::MaxEncodedLen,
    scale_info::TypeInfo,
)]
pub enum ProxyType {
    /// Whatever the account may.
    #[default]
    #[codec(index = 0)]
    Any,
    /// Meters and sensors.
    #[codec(index = 1)]
    Devices,
    /// Facilities, sources, factors.
    #[codec(index = 2)]
    Emissions,
    /// Motions, votes, ballots, candidacies.
    #[codec(index = 3)]
    Council,
    /// The organisation's validator and its keys.
    #[codec(index = 4)]
    Validators,
    /// Settlement money.
    #[codec(index = 5)]
    Money,
    /// Units of instruments.
    #[codec(index = 6)]
    Units,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        use huangpu_primitives::roles::Scope;
        use pallet_members::CallPolicy;
        // Made directly, or for the account's organisation.
        let inner = match call {
            RuntimeCall::Members(pallet_members::Call::act_as { call, .. }) => call,
            _ => call,
        };
        let scope = super::Calls::need(inner).map(|need| need.scope);
        match self {
            Self::Any => true,
            Self::Devices => scope == Some(Scope::Devices),
            Self::Emissions => scope == Some(Scope::Emissions),
            Self::Council => scope == Some(Scope::Council),
            Self::Validators => scope == Some(Scope::Validators),
            Self::Money => scope == Some(Scope::Money),
            Self::Units => scope == Some(Scope::Units),
        }
    }

    fn is_superset(&self, other: &Self) -> bool {
        self == other || *self == Self::Any
    }
}

impl pallet_proxy::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type ProxyType = ProxyType;
    type ProxyDepositBase = ConstU128<0>;
    type ProxyDepositFactor = ConstU128<0>;
    type MaxProxies = ConstU32<32>;
    type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
    type MaxPending = ConstU32<32>;
    type CallHasher = BlakeTwo256;
    type AnnouncementDepositBase = ConstU128<0>;
    type AnnouncementDepositFactor = ConstU128<0>;
    type BlockNumberProvider = System;
}

impl pallet_utility::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type PalletsOrigin = OriginCaller;
    type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}
