//! A runtime of this pallet alone.

// The macros that compose a runtime want public types.
#![allow(unreachable_pub)]

use crate::{self as pallet_members, GenesisOrganisation, ScopeOfCall};
use frame_support::{derive_impl, parameter_types, PalletId};
use frame_system::{mocking::MockBlock, EnsureRoot};
use huangpu_primitives::{
    roles::{Role, Scope},
    OrgId,
};
use polkadot_sdk::*;
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage};

/// A regulator; its controller is [`alice`].
pub(crate) const BUREAU: OrgId = OrgId(1);
/// An enterprise; its controller is [`bob`], its delegates [`manager`], [`operator`], [`accountant`].
pub(crate) const STEEL: OrgId = OrgId(2);
/// Most delegates.
pub(crate) const MAX_DELEGATES: u32 = 4;

macro_rules! accounts {
    ($($(#[doc = $doc:literal])* $name:ident = $byte:literal,)+) => {
        $($(#[doc = $doc])* pub(crate) fn $name() -> AccountId32 {
            AccountId32::new([$byte; 32])
        })+
    };
}

accounts! {
    /// Controller of the bureau.
    alice = 1,
    /// Controller of the steel works.
    bob = 2,
    /// Its delegate with the scopes `Membership` and `Devices`.
    manager = 3,
    /// Its delegate with the scope `Devices`.
    operator = 4,
    /// Its delegate with the scope `Emissions`.
    accountant = 5,
    /// An account of nobody.
    outsider = 9,
    /// Another one.
    stranger = 10,
}

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
    #[runtime::pallet_index(50)]
    pub type Members = pallet_members;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = MockBlock<Test>;
    type AccountId = AccountId32;
    type Lookup = IdentityLookup<AccountId32>;
}

parameter_types! {
    pub const MembersPalletId: PalletId = PalletId(*b"hp/membr");
    pub const MaxDelegates: u32 = MAX_DELEGATES;
    pub const DevicesScope: Scope = Scope::Devices;
    pub const EmissionsScope: Scope = Scope::Emissions;
    pub const RegulatorRole: Role = Role::Regulator;
    pub const EnterpriseRole: Role = Role::Enterprise;
}

impl pallet_members::Config for Test {
    type RuntimeCall = RuntimeCall;
    type CouncilOrigin = EnsureRoot<AccountId32>;
    type CallScope = CallScopes;
    type PalletId = MembersPalletId;
    type MaxDelegates = MaxDelegates;
    type WeightInfo = ();
}

/// Remarks with an event need the scope `Devices`, admissions `Membership`; nothing else is allowed.
pub struct CallScopes;

impl ScopeOfCall<RuntimeCall> for CallScopes {
    fn scope_of(call: &RuntimeCall) -> Option<Scope> {
        match call {
            RuntimeCall::System(frame_system::Call::remark_with_event { .. }) => {
                Some(Scope::Devices)
            }
            RuntimeCall::Members(crate::Call::admit_organisation { .. }) => Some(Scope::Membership),
            _ => None,
        }
    }
}

/// Sets the chain up.
pub(crate) struct ExtBuilder {
    organisations: Vec<GenesisOrganisation<AccountId32>>,
}

impl Default for ExtBuilder {
    fn default() -> Self {
        let organisation = |name: &str, role, controller, delegates| GenesisOrganisation {
            name: name.into(),
            roles: vec![role],
            controller,
            delegates,
        };
        let delegates = vec![
            (manager(), vec![Scope::Membership, Scope::Devices]),
            (operator(), vec![Scope::Devices]),
            (accountant(), vec![Scope::Emissions]),
        ];
        Self {
            organisations: vec![
                organisation("Bureau", Role::Regulator, alice(), Vec::new()),
                organisation("Steel Works", Role::Enterprise, bob(), delegates),
            ],
        }
    }
}

impl ExtBuilder {
    /// Other founding organisations.
    pub(crate) fn organisations(
        mut self,
        organisations: Vec<GenesisOrganisation<AccountId32>>,
    ) -> Self {
        self.organisations = organisations;
        self
    }

    /// Runs a test in block 1, and checks afterwards what must always be true.
    pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
        let genesis = RuntimeGenesisConfig {
            members: MembersConfig { organisations: self.organisations },
            ..Default::default()
        };
        let mut ext = sp_io::TestExternalities::new(genesis.build_storage().unwrap());
        ext.execute_with(|| {
            System::set_block_number(1);
            test();
            Members::do_try_state().unwrap();
        });
    }
}
