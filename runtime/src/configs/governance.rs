//! Who decides: the council and its motions, when they take effect, and what the law allows. Root has a key only
//! under the `dev` preset.

use crate::*;
use alloc::vec::Vec;
use codec::{Decode, Encode};
use core::{cmp::Ordering, marker::PhantomData};
use frame_support::{
    parameter_types,
    traits::{
        ChangeMembers, Consideration, ConstU32, EnsureOrigin, EnsureOriginWithArg, Footprint, Get,
        PrivilegeCmp,
    },
    weights::Weight,
};
use frame_system::EnsureRoot;
use huangpu_primitives::{
    apis::{MotionView, Standing},
    council::Decision,
    roles::Scope,
    traits::{KeylessAccounts, OnStanding, Seating},
    OrgId,
};
use pallet_collective::{EnsureProportionAtLeast, EnsureProportionMoreThan};
use pallet_members::EnsureMember;
use sp_runtime::{DispatchError, Perbill};

/// The council's motions.
pub type Motions = pallet_collective::Instance1;

/// Most who vote on motions. The constituencies have at most 64 seats together; the council may seat others beside, and
/// some hold over.
const MAX_BENCH: u32 = 128;

/// Most motions at a time. Each seat that is left looks at all of them.
const MAX_MOTIONS: u32 = 20;

parameter_types! {
    pub const CouncilScope: Scope = Scope::Council;
    /// A week, in blocks of a second.
    pub const MotionDuration: BlockNumber = 7 * 24 * 60 * 60;
    pub MaxProposalWeight: Weight = Perbill::from_percent(50) * super::RuntimeBlockWeights::get().max_block;
    pub MaximumSchedulerWeight: Weight = Perbill::from_percent(50) * super::RuntimeBlockWeights::get().max_block;
}

/// The council, by as many of its seats as a decision of the kind takes; or root.
///
/// | decision | seats |
/// |---|---|
/// | ordinary | more than half |
/// | grave | two thirds |
/// | constitutional | three quarters |
pub struct EnsureCouncil;

type MoreThanHalf = EnsureProportionMoreThan<AccountId, Motions, 1, 2>;
type TwoThirds = EnsureProportionAtLeast<AccountId, Motions, 2, 3>;
type ThreeQuarters = EnsureProportionAtLeast<AccountId, Motions, 3, 4>;

impl EnsureOriginWithArg<RuntimeOrigin, Decision> for EnsureCouncil {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin, decision: &Decision) -> Result<(), RuntimeOrigin> {
        let origin = match <EnsureRoot<AccountId> as EnsureOrigin<_>>::try_origin(origin) {
            Ok(()) => return Ok(()),
            Err(origin) => origin,
        };
        match decision {
            Decision::Ordinary => agree::<MoreThanHalf>(origin),
            Decision::Grave => agree::<TwoThirds>(origin),
            Decision::Constitutional => agree::<ThreeQuarters>(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin(_: &Decision) -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

fn agree<Share: EnsureOrigin<RuntimeOrigin>>(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
    Share::try_origin(origin).map(drop)
}

/// [`EnsureCouncil`], for pallets whose calls are all of one kind.
pub struct EnsureDecision<D>(PhantomData<D>);

impl<D: Get<Decision>> EnsureOrigin<RuntimeOrigin> for EnsureDecision<D> {
    type Success = ();

    fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
        EnsureCouncil::try_origin(origin, &D::get())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(RuntimeOrigin::root())
    }
}

parameter_types! {
    pub const Ordinary: Decision = Decision::Ordinary;
    pub const Constitutional: Decision = Decision::Constitutional;
}

impl pallet_sudo::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}

// Its members are the keyless accounts of the organisations that sit: keys rotate, seats stay. They vote through
// `members.act_as`.
impl pallet_collective::Config<Motions> for Runtime {
    type RuntimeOrigin = RuntimeOrigin;
    type Proposal = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type MotionDuration = MotionDuration;
    type MaxProposals = ConstU32<MAX_MOTIONS>;
    type MaxMembers = ConstU32<MAX_BENCH>;
    // Who does not vote does not agree.
    type DefaultVote = AbsentIsNo;
    type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
    // Seats change through the members' pallet alone.
    type SetMembersOrigin = frame_system::EnsureNever<()>;
    type MaxProposalWeight = MaxProposalWeight;
    type DisapproveOrigin = EnsureDecision<Ordinary>;
    type KillOrigin = EnsureDecision<Ordinary>;
    type Consideration = ();
}

/// Seats that did not vote when a motion's time is over count against it.
pub struct AbsentIsNo;

impl pallet_collective::DefaultVote for AbsentIsNo {
    fn default_vote(_: Option<bool>, _: u32, _: u32, _: u32) -> bool {
        false
    }
}

/// Keeps the council's motions in step with the seats: who is seated and in good standing votes.
pub(super) struct Bench;

impl Bench {
    fn set(org: OrgId, sits: bool) {
        let account = Members::account_of(org);
        let mut members = pallet_collective::Members::<Runtime, Motions>::get();
        let (incoming, outgoing) = match (members.binary_search(&account), sits) {
            (Err(place), true) => {
                members.insert(place, account.clone());
                (Some(account), None)
            }
            (Ok(place), false) => (None, Some(members.remove(place))),
            _ => return,
        };
        Council::change_members_sorted(incoming.as_slice(), outgoing.as_slice(), &members);
    }
}

impl OnStanding for Bench {
    fn on_standing(org: OrgId, _: Standing, to: Standing) {
        if Members::is_seated(org) {
            Self::set(org, to == Standing::Active);
        }
    }

    fn on_seat(org: OrgId, seated: bool) {
        Self::set(org, seated && Members::standing_of(org) == Some(Standing::Active));
    }

    // Who leaves takes its votes along, on every motion.
    fn weight() -> Weight {
        let motions = u64::from(MAX_MOTIONS);
        <Runtime as frame_system::Config>::DbWeight::get().reads_writes(4 + motions, 2 + motions)
    }
}

/// The motions that are voted on, oldest first.
pub(crate) fn motion_views() -> Vec<MotionView> {
    use pallet_collective::{Members as Voters, ProposalOf, Voting};
    let seats = Voters::<Runtime, Motions>::get().len() as u32;
    let orgs = |accounts: Vec<AccountId>| {
        accounts.iter().filter_map(<Members as KeylessAccounts<AccountId>>::org_of).collect()
    };
    let view = |hash| {
        let call = ProposalOf::<Runtime, Motions>::get(hash)?.encode();
        // The record's fields are private; its encoding is not.
        let votes = Voting::<Runtime, Motions>::get(hash)?.encode();
        let (index, threshold, ayes, nays, until): (u32, u32, Vec<_>, Vec<_>, BlockNumber) =
            Decode::decode(&mut votes.as_slice()).ok()?;
        let (ayes, nays) = (orgs(ayes), orgs(nays));
        Some(MotionView { hash, index, threshold, seats, ayes, nays, until, call })
    };
    let hashes = pallet_collective::Proposals::<Runtime, Motions>::get();
    let mut views: Vec<MotionView> = hashes.into_iter().filter_map(view).collect();
    views.sort_by_key(|motion| motion.index);
    views
}

impl pallet_seats::Config for Runtime {
    type RuntimeCall = RuntimeCall;
    type CouncilOrigin = EnsureCouncil;
    type MemberOrigin = EnsureMember<Runtime, CouncilScope>;
    type Seating = Members;
    type Clock = Timestamp;
    type MaxSeats = ConstU32<16>;
    type MaxCandidates = ConstU32<64>;
    type NominationDays = ConstU32<7>;
    type VotingDays = ConstU32<7>;
    type ElectionLead = ConstU32<30>;
    type WeightInfo = weights::pallet_seats::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = super::domains::Clock;
}

/// What it takes to keep a preimage: a seat in the council. It is freed by whoever noted it, or the council.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    codec::Encode,
    codec::Decode,
    codec::DecodeWithMemTracking,
    codec::MaxEncodedLen,
    scale_info::TypeInfo,
)]
pub struct CouncilOnly;

impl Consideration<AccountId, Footprint> for CouncilOnly {
    fn new(who: &AccountId, _: Footprint) -> Result<Self, DispatchError> {
        if super::members::sits(who) {
            Ok(Self)
        } else {
            Err(DispatchError::BadOrigin)
        }
    }

    fn update(self, who: &AccountId, new: Footprint) -> Result<Self, DispatchError> {
        Self::new(who, new)
    }

    fn drop(self, _: &AccountId) -> Result<(), DispatchError> {
        Ok(())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_successful(_: &AccountId, _: Footprint) {}
}

impl pallet_preimage::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
    type Currency = Balances;
    type ManagerOrigin = EnsureDecision<Ordinary>;
    type Consideration = CouncilOnly;
}

/// What one decision may do to what another one scheduled: cancel it, if at least as large a share of the seats agreed.
pub struct ByShare;

impl PrivilegeCmp<OriginCaller> for ByShare {
    fn cmp_privilege(left: &OriginCaller, right: &OriginCaller) -> Option<Ordering> {
        use frame_system::RawOrigin::Root;
        use pallet_collective::RawOrigin::Members;
        match (left, right) {
            (OriginCaller::system(Root), OriginCaller::system(Root)) => Some(Ordering::Equal),
            (OriginCaller::system(Root), _) => Some(Ordering::Greater),
            (_, OriginCaller::system(Root)) => Some(Ordering::Less),
            (
                OriginCaller::Council(Members(ayes, seats)),
                OriginCaller::Council(Members(of, all)),
            ) => {
                // Shares of another number of seats, without a fraction.
                let share = u64::from(*ayes).saturating_mul(u64::from(*all));
                Some(share.cmp(&u64::from(*of).saturating_mul(u64::from(*seats))))
            }
            _ => None,
        }
    }
}

// A motion that takes effect later: what is scheduled is made with the council's own origin, as strong as the motion
// that scheduled it.
impl pallet_scheduler::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeOrigin = RuntimeOrigin;
    type PalletsOrigin = OriginCaller;
    type RuntimeCall = RuntimeCall;
    type MaximumWeight = MaximumSchedulerWeight;
    type ScheduleOrigin = EnsureDecision<Ordinary>;
    type OriginPrivilegeCmp = ByShare;
    type MaxScheduledPerBlock = ConstU32<50>;
    type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
    type Preimages = Preimage;
    type BlockNumberProvider = System;
}

impl pallet_instruments::Config for Runtime {
    type CouncilOrigin = EnsureCouncil;
    type Outstanding = super::money::Issued;
    type Clock = Timestamp;
    type WeightInfo = weights::pallet_instruments::WeightInfo<Runtime>;
}
