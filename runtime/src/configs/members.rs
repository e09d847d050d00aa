//! Who may act, for whom, and how much: what the members' pallet must know of the other pallets' calls, and what
//! the tiers of quota are worth.

use crate::*;
use frame_support::{traits::ConstU32, PalletId};
use frame_system::EnsureRoot;
use huangpu_primitives::{members::Tier, roles::Scope, OrgId};
use pallet_members::{CallPolicy, Need, Rate};
use sp_runtime::{traits::Convert, Perbill};

frame_support::parameter_types! {
    pub const MembersPalletId: PalletId = PalletId(*b"hp/membr");
}

impl pallet_members::Config for Runtime {
    type RuntimeCall = RuntimeCall;
    // Root, until the council has its motions.
    type CouncilOrigin = EnsureRoot<AccountId>;
    type Calls = Calls;
    type Rates = Rates;
    // Nothing of value can be held yet.
    type Holdings = ();
    type OnStanding = ();
    type Clock = Timestamp;
    type PalletId = MembersPalletId;
    type MaxDelegates = ConstU32<1_000>;
    type MaxEndings = ConstU32<10_000>;
    type WeightInfo = weights::pallet_members::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = super::domains::Clock;
}

/// The runtime's judgement of its calls.
pub struct Calls;

impl CallPolicy<RuntimeCall, AccountId> for Calls {
    fn need(call: &RuntimeCall) -> Option<Need> {
        let scope = match call {
            // Nobody signs it: its contents authorise it.
            RuntimeCall::Devices(pallet_devices::Call::submit_reports { .. }) => return None,
            RuntimeCall::Devices(_) => Scope::Devices,
            RuntimeCall::Emissions(_) => Scope::Emissions,
            _ => return None,
        };
        // None of these calls has a price.
        Some(Need { scope, value: 0 })
    }

    fn winds_down(call: &RuntimeCall) -> bool {
        use pallet_members::Call;
        use pallet_multisig::Call as Multi;
        match call {
            RuntimeCall::Multisig(
                Multi::as_multi { call, .. } | Multi::as_multi_threshold_1 { call, .. },
            ) => Self::winds_down(call),
            // What is approved by its hash is looked at when it is made.
            RuntimeCall::Multisig(
                Multi::approve_as_multi { .. } | Multi::cancel_as_multi { .. },
            ) => true,
            RuntimeCall::Members(Call::act_as { call, .. }) => Self::winds_down(call),
            RuntimeCall::Members(
                // The act that is approved is looked at when it is made.
                Call::approve_act { .. }
                | Call::cancel_act { .. }
                | Call::change_controller { .. }
                | Call::leave { .. }
                | Call::remove_delegate { .. }
                | Call::revoke_mandate { .. }
                | Call::rotate_key { .. }
                | Call::withdraw_application { .. },
            ) => true,
            _ => false,
        }
    }

    fn governs(call: &RuntimeCall) -> bool {
        use pallet_sudo::Call as Sudo;
        match call {
            // It declares what it likes, so it is charged.
            RuntimeCall::Sudo(Sudo::sudo_unchecked_weight { .. }) => false,
            RuntimeCall::Sudo(_) => true,
            _ => false,
        }
    }

    fn in_council(who: &AccountId) -> bool {
        pallet_sudo::Key::<Runtime>::get().as_ref() == Some(who)
    }

    fn payer(call: &RuntimeCall) -> Option<OrgId> {
        match call {
            RuntimeCall::Devices(pallet_devices::Call::submit_reports { org, .. }) => Some(*org),
            _ => None,
        }
    }
}

/// What a tier is worth: a share of what transactions may fill of every block, and a minute's worth of it at once.
pub struct Rates;

impl Rates {
    /// Blocks' worth that a bucket holds.
    const DEPTH: u32 = 60;

    fn share(tier: Tier) -> Perbill {
        match tier {
            Tier::Basic => Perbill::from_percent(1),
            Tier::Standard => Perbill::from_percent(5),
            Tier::Large => Perbill::from_percent(20),
            Tier::Infrastructure => Perbill::from_percent(50),
        }
    }
}

impl Convert<Tier, Rate> for Rates {
    fn convert(tier: Tier) -> Rate {
        let share = Self::share(tier);
        Rate {
            time: share * super::TRANSACTION_TIME,
            bytes: share * super::TRANSACTION_BYTES,
            depth: Self::DEPTH,
        }
    }
}
