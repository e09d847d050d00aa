//! Who may act, for whom, and how much: what the members' pallet must know of the other pallets' calls, and what
//! the tiers of quota are worth.

use super::governance::Bench;
use crate::*;
use frame_support::{traits::ConstU32, weights::Weight, PalletId};
use huangpu_primitives::{
    apis::Standing,
    members::Tier,
    roles::Scope,
    traits::{Holdings, OnStanding, Seating, Validating},
    OrgId,
};
use pallet_members::{CallPolicy, Need, Rate};
use sp_runtime::{traits::Convert, Perbill};

frame_support::parameter_types! {
    pub const MembersPalletId: PalletId = PalletId(*b"hp/membr");
}

impl pallet_members::Config for Runtime {
    type RuntimeCall = RuntimeCall;
    type CouncilOrigin = super::governance::EnsureCouncil;
    type Calls = Calls;
    type Rates = Rates;
    type Holdings = Held;
    type OnStanding = Listeners;
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

impl Calls {
    /// Whether it is a step of one of the council's motions.
    fn is_motion(call: &RuntimeCall) -> bool {
        use pallet_collective::Call as Motion;
        matches!(
            call,
            RuntimeCall::Council(
                Motion::propose { .. } | Motion::vote { .. } | Motion::close { .. }
            )
        )
    }

    /// What it takes to make all of these calls: one scope, and the sum of their values. Beyond every limit is the most
    /// that a value can be, and stays so.
    fn need_of_all(calls: &[RuntimeCall]) -> Option<Need> {
        let mut needs = calls.iter().map(Self::need);
        let first = needs.next()??;
        needs.try_fold(first, |sum, need| {
            let need = need.filter(|need| need.scope == sum.scope)?;
            Some(Need { value: sum.value.saturating_add(need.value), ..sum })
        })
    }
}

impl CallPolicy<RuntimeCall, AccountId> for Calls {
    fn need(call: &RuntimeCall) -> Option<Need> {
        use pallet_collective::Call as Motion;
        use pallet_seats::Call as Seat;
        use pallet_session::Call as Keys;
        use pallet_utility::Call as Batch;
        use pallet_validators::Call as Validator;
        if let Some(need) = super::money::need(call) {
            return Some(need);
        }
        let scope = match call {
            // Nobody signs it: its contents authorise it.
            RuntimeCall::Devices(pallet_devices::Call::submit_reports { .. }) => return None,
            RuntimeCall::Devices(_) => Scope::Devices,
            RuntimeCall::Emissions(_) => Scope::Emissions,
            RuntimeCall::Council(
                Motion::propose { .. } | Motion::vote { .. } | Motion::close { .. },
            )
            | RuntimeCall::Seats(
                Seat::call_election { .. }
                | Seat::stand { .. }
                | Seat::withdraw_candidacy { .. }
                | Seat::vote { .. }
                | Seat::close_election { .. }
                | Seat::vacate_seat { .. },
            )
            | RuntimeCall::Preimage(_) => Scope::Council,
            // Keys are set, never purged: a validator without keys would leave the set by a back door.
            RuntimeCall::Session(Keys::set_keys { .. })
            | RuntimeCall::Validators(
                Validator::apply { .. }
                | Validator::withdraw { .. }
                | Validator::leave_set { .. }
                | Validator::rejoin_set { .. },
            )
            | RuntimeCall::Nodes(
                pallet_nodes::Call::register_node { .. } | pallet_nodes::Call::remove_node { .. },
            ) => Scope::Validators,
            RuntimeCall::Utility(
                Batch::batch { calls } | Batch::batch_all { calls } | Batch::force_batch { calls },
            ) => return Self::need_of_all(calls),
            _ => return None,
        };
        // None of these has a price.
        Some(Need { scope, value: 0 })
    }

    fn winds_down(call: &RuntimeCall) -> bool {
        use pallet_members::Call;
        use pallet_multisig::Call as Multi;
        use pallet_proxy::Call as Proxies;
        use pallet_utility::Call as Batch;
        match call {
            RuntimeCall::Multisig(
                Multi::as_multi { call, .. } | Multi::as_multi_threshold_1 { call, .. },
            ) => Self::winds_down(call),
            // What is approved by its hash is looked at when it is made.
            RuntimeCall::Multisig(
                Multi::approve_as_multi { .. } | Multi::cancel_as_multi { .. },
            ) => true,
            RuntimeCall::Proxy(Proxies::proxy { call, .. }) => Self::winds_down(call),
            RuntimeCall::Proxy(Proxies::remove_proxy { .. } | Proxies::remove_proxies { .. }) => {
                true
            }
            RuntimeCall::Utility(
                Batch::batch { calls } | Batch::batch_all { calls } | Batch::force_batch { calls },
            ) => calls.iter().all(Self::winds_down),
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
            RuntimeCall::Nodes(
                pallet_nodes::Call::register_node { .. } | pallet_nodes::Call::remove_node { .. },
            ) => true,
            _ => super::money::winds_down(call),
        }
    }

    fn governs(call: &RuntimeCall) -> bool {
        use pallet_sudo::Call as Sudo;
        use pallet_utility::Call as Batch;
        match call {
            // It declares what it likes, so it is charged.
            RuntimeCall::Sudo(Sudo::sudo_unchecked_weight { .. }) => false,
            RuntimeCall::Sudo(_) => true,
            RuntimeCall::Members(pallet_members::Call::act_as { call, .. }) => Self::governs(call),
            // To propose and to vote at once. Root is not looked for in there: `may_govern` sees what is signed.
            RuntimeCall::Utility(Batch::batch { calls } | Batch::batch_all { calls }) => {
                !calls.is_empty() && calls.iter().all(Self::is_motion)
            }
            _ => Self::is_motion(call),
        }
    }

    fn may_govern(who: &AccountId, call: &RuntimeCall) -> bool {
        // Who has no root key is charged for trying.
        !matches!(call, RuntimeCall::Sudo(_))
            || pallet_sudo::Key::<Runtime>::get().as_ref() == Some(who)
    }

    fn payer(call: &RuntimeCall) -> Option<OrgId> {
        match call {
            RuntimeCall::Devices(pallet_devices::Call::submit_reports { org, .. }) => Some(*org),
            _ => None,
        }
    }
}

/// Whether an account acts for an organisation with a seat in the council.
pub(super) fn sits(who: &AccountId) -> bool {
    Members::membership(who).is_some_and(|membership| Members::is_seated(membership.org))
}

/// What has to go before an organisation is closed: its validator, until its votes count no more, its money, what it owes
/// as a bank, its units. A closed one's nodes are cut off.
pub struct Held;

impl Holdings for Held {
    fn holds_anything(org: OrgId) -> bool {
        Validators::validates(org) || Money::holds_anything(org) || Intervals::holds_anything(org)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn make_dear(org: OrgId) {
        <Money as Holdings>::make_dear(org);
    }
}

/// Who wants to know of standings and seats.
pub struct Listeners;

impl OnStanding for Listeners {
    fn on_standing(org: OrgId, from: Standing, to: Standing) {
        Bench::on_standing(org, from, to);
        Seats::on_standing(org, from, to);
        Validators::on_standing(org, from, to);
        Nodes::on_standing(org, from, to);
    }

    fn on_seat(org: OrgId, seated: bool) {
        Bench::on_seat(org, seated);
        Seats::on_seat(org, seated);
    }

    fn weight() -> Weight {
        Bench::weight()
            .saturating_add(<Seats as OnStanding>::weight())
            .saturating_add(<Validators as OnStanding>::weight())
            .saturating_add(<Nodes as OnStanding>::weight())
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
