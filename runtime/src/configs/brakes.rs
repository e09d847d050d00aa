//! The emergency brakes: one for everything, one per call. What a chain needs to be healed and governed is never
//! stopped; what pulled the brake can always let it go.

use super::governance::{EnsureDecision, Motions, Ordinary};
use crate::*;
use frame_support::{
    parameter_types,
    traits::{ConstU32, Contains, EitherOf, InsideBoth},
};
use frame_system::EnsureRootWithSuccess;
use huangpu_primitives::council::NEVER_PAUSED;
use pallet_collective::EnsureProportionAtLeast;
use pallet_tx_pause::RuntimeCallNameOf;

parameter_types! {
    /// Four hours, in blocks of a second.
    pub const BrakeDuration: BlockNumber = 4 * 60 * 60;
    pub const NoDeposit: Option<Balance> = None;
    pub const NoRelease: Option<BlockNumber> = None;
}

/// What passes: not filtered for good, and no brake is on.
pub(super) type Brakes = InsideBoth<SafeMode, TxPause>;

/// A third of the seats pulls the brake for four hours; more than half lets it go, or prolongs it.
type AThird = EitherOf<
    EnsureRootWithSuccess<AccountId, BrakeDuration>,
    WithDuration<EnsureProportionAtLeast<AccountId, Motions, 1, 3>>,
>;

/// An origin that answers with the brake's duration.
pub struct WithDuration<Origin>(core::marker::PhantomData<Origin>);

impl<Origin: frame_support::traits::EnsureOrigin<RuntimeOrigin>>
    frame_support::traits::EnsureOrigin<RuntimeOrigin> for WithDuration<Origin>
{
    type Success = BlockNumber;

    fn try_origin(origin: RuntimeOrigin) -> Result<BlockNumber, RuntimeOrigin> {
        Origin::try_origin(origin).map(|_| BrakeDuration::get())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Origin::try_successful_origin()
    }
}

/// The calls that the brake for everything leaves alone.
pub struct Vital;

impl Contains<RuntimeCall> for Vital {
    fn contains(call: &RuntimeCall) -> bool {
        use pallet_intervals::Call as Units;
        use pallet_members::Call as Membership;
        use pallet_money::Call as Payment;
        match call {
            // Blocks are made, validators come and go, keys rotate, machines are replaced.
            RuntimeCall::System(_)
            | RuntimeCall::Timestamp(_)
            | RuntimeCall::Session(_)
            | RuntimeCall::Grandpa(_)
            | RuntimeCall::Validators(_)
            | RuntimeCall::Nodes(_) => true,
            // The council meets, and is elected.
            RuntimeCall::Council(_)
            | RuntimeCall::Seats(_)
            | RuntimeCall::Preimage(_)
            | RuntimeCall::Scheduler(_)
            | RuntimeCall::SafeMode(_)
            | RuntimeCall::TxPause(_)
            | RuntimeCall::Sudo(_) => true,
            // What is wrapped is looked at when it is made.
            RuntimeCall::Utility(_) | RuntimeCall::Multisig(_) | RuntimeCall::Proxy(_) => true,
            RuntimeCall::Members(
                Membership::act_as { .. }
                | Membership::approve_act { .. }
                | Membership::cancel_act { .. }
                | Membership::change_controller { .. }
                | Membership::force_change_controller { .. }
                | Membership::remove_delegate { .. }
                | Membership::rotate_key { .. }
                | Membership::set_seat { .. }
                | Membership::set_standing { .. },
            ) => true,
            // What a court orders does not wait: what is frozen now cannot leave when the brake lets go.
            RuntimeCall::Money(
                Payment::freeze_account { .. }
                | Payment::thaw_account { .. }
                | Payment::reassign_balance { .. }
                | Payment::cancel_redemption { .. }
                // What a bank has paid is paid: the council must not find it unsettled.
                | Payment::settle_redemption { .. },
            )
            | RuntimeCall::Intervals(
                Units::freeze_units { .. }
                | Units::thaw_units { .. }
                | Units::freeze_owner { .. }
                | Units::thaw_owner { .. }
                | Units::reassign_units { .. }
                | Units::cancel_offer { .. },
            ) => true,
            _ => false,
        }
    }
}

impl pallet_safe_mode::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type WhitelistedCalls = Vital;
    type EnterDuration = BrakeDuration;
    type ExtendDuration = BrakeDuration;
    // Nobody buys a stop: the council pulls the brake, or nobody.
    type EnterDepositAmount = NoDeposit;
    type ExtendDepositAmount = NoDeposit;
    type ForceEnterOrigin = AThird;
    type ForceExtendOrigin = EitherOf<
        EnsureRootWithSuccess<AccountId, BrakeDuration>,
        WithDuration<EnsureDecision<Ordinary>>,
    >;
    type ForceExitOrigin = EnsureDecision<Ordinary>;
    type ForceDepositOrigin = EnsureDecision<Ordinary>;
    type Notify = ();
    type ReleaseDelay = NoRelease;
    type WeightInfo = pallet_safe_mode::weights::SubstrateWeight<Runtime>;
}

/// The pallets whose calls are never paused one by one.
pub struct NeverPaused;

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
    fn contains(name: &RuntimeCallNameOf<Runtime>) -> bool {
        NEVER_PAUSED.iter().any(|pallet| pallet.as_bytes() == name.0.as_slice())
    }
}

impl pallet_tx_pause::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type PauseOrigin = EnsureDecision<Ordinary>;
    type UnpauseOrigin = EnsureDecision<Ordinary>;
    type WhitelistedCalls = NeverPaused;
    type MaxNameLen = ConstU32<64>;
    type WeightInfo = pallet_tx_pause::weights::SubstrateWeight<Runtime>;
}
