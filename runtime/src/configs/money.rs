//! Money and units: who issues, pays, holds and trades, and what that is worth. The currency of `pallet-balances` is
//! never issued; the SDK's pallets want one for deposits, which are zero here.

use super::governance::EnsureCouncil;
use crate::*;
use frame_support::{
    parameter_types,
    traits::{AsEnsureOriginWithArg, ConstU128, ConstU32, VariantCountOf},
};
use frame_system::{EnsureNever, EnsureRoot};
use huangpu_primitives::{
    calendar::Day,
    instruments::{InstrumentClass, InstrumentId},
    roles::{Role, Scope},
    traits::{OfferRules, Outstanding},
    OrgId,
};
use pallet_members::{EnsureMember, EnsureRole, EnsureWindingDown, Need};
use sp_runtime::DispatchResult;

parameter_types! {
    pub const MoneyScope: Scope = Scope::Money;
    pub const UnitsScope: Scope = Scope::Units;
    pub const BankRole: Role = Role::Bank;
}

impl pallet_balances::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type Balance = Balance;
    type DustRemoval = ();
    type ExistentialDeposit = ConstU128<1>;
    type AccountStore = System;
    type ReserveIdentifier = [u8; 8];
    type FreezeIdentifier = RuntimeFreezeReason;
    type MaxLocks = ConstU32<0>;
    type MaxReserves = ConstU32<0>;
    type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
    type DoneSlashHandler = ();
    type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

// The books of settlement money. Its own calls are filtered: `pallet-money` decides who moves what.
impl pallet_assets::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Balance = Balance;
    type RemoveItemsLimit = ConstU32<100>;
    type AssetId = u32;
    type AssetIdParameter = codec::Compact<u32>;
    type ReserveData = ();
    type Currency = Balances;
    type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
    type ForceOrigin = EnsureRoot<AccountId>;
    type AssetDeposit = ConstU128<0>;
    type AssetAccountDeposit = ConstU128<0>;
    type MetadataDepositBase = ConstU128<0>;
    type MetadataDepositPerByte = ConstU128<0>;
    type ApprovalDeposit = ConstU128<0>;
    type StringLimit = ConstU32<{ pallet_money::MAX_NAME }>;
    type Freezer = ();
    // `pallet-money` keeps what is held: docs/adr/0011-settlement-money.md.
    type Holder = ();
    type Extra = ();
    type CallbackHandle = ();
    type AssetIdAllocator = ();
    type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = ();
}

impl pallet_money::Config for Runtime {
    type CouncilOrigin = EnsureCouncil;
    type IssuerOrigin = EnsureRole<Runtime, MoneyScope, BankRole>;
    type HolderOrigin = EnsureWindingDown<Runtime, MoneyScope>;
    type Gate = Instruments;
    type Organisations = Members;
    type Accounts = Members;
    type Clock = Timestamp;
    type MaxAssets = ConstU32<32>;
    type DaysToAnswer = ConstU32<10>;
    type WeightInfo = weights::pallet_money::WeightInfo<Runtime>;
}

impl pallet_intervals::Config for Runtime {
    type CouncilOrigin = EnsureCouncil;
    type TraderOrigin = EnsureMember<Runtime, UnitsScope>;
    type OwnerOrigin = EnsureWindingDown<Runtime, UnitsScope>;
    type Gate = Instruments;
    type Rules = Rules;
    type Money = Money;
    type Organisations = Members;
    type Clock = Timestamp;
    type WeightInfo = weights::pallet_intervals::WeightInfo<Runtime>;
}

/// Which units change hands by an offer. A receivable's next holder has to accept it, a warehouse receipt passes with
/// the custodian's signature (Civil Code, article 910), and money is paid, not offered.
pub struct Rules;

impl OfferRules for Rules {
    fn ensure_may_offer(
        instrument: InstrumentId,
        _: OrgId,
        _: Option<OrgId>,
        _: Day,
    ) -> DispatchResult {
        match instrument.class {
            InstrumentClass::Allowance | InstrumentClass::Credit => Ok(()),
            InstrumentClass::ReceivableCertificate
            | InstrumentClass::WarehouseReceipt
            | InstrumentClass::DepositMoney => {
                Err(pallet_intervals::Error::<Runtime>::NotByOffer.into())
            }
        }
    }
}

/// What is issued and not yet redeemed, retired or settled.
pub struct Issued;

impl Outstanding for Issued {
    fn is_outstanding(class: InstrumentClass) -> bool {
        <Money as Outstanding>::is_outstanding(class)
            || <Intervals as Outstanding>::is_outstanding(class)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn make_dear(class: InstrumentClass) {
        <Money as Outstanding>::make_dear(class);
    }
}

/// What it takes to make a call of these pallets for an organisation. What it costs counts against a delegate's
/// limits.
pub(super) fn need(call: &RuntimeCall) -> Option<Need> {
    use pallet_intervals::Call as Units;
    use pallet_money::Call as Payment;
    let (scope, value) = match call {
        RuntimeCall::Money(
            Payment::mint { amount, .. }
            | Payment::pay { amount, .. }
            | Payment::request_redemption { amount, .. }
            | Payment::accept_redemption { amount, .. }
            | Payment::settle_redemption { amount, .. }
            // What the bank has paid, it must not give back.
            | Payment::refuse_redemption { amount, .. },
        ) => (Scope::Money, *amount),
        // It gives back what is the holder's.
        RuntimeCall::Money(Payment::withdraw_redemption { .. }) => (Scope::Money, 0),
        RuntimeCall::Intervals(Units::accept_offer { terms, .. }) => (Scope::Units, terms.price),
        // What units are worth, the chain does not know: their price would let a limited delegate give them all away.
        RuntimeCall::Intervals(Units::offer_units { .. }) => (Scope::Units, Balance::MAX),
        RuntimeCall::Intervals(
            Units::withdraw_offer { .. } | Units::split_piece { .. } | Units::merge_pieces { .. },
        ) => (Scope::Units, 0),
        _ => return None,
    };
    Some(Need { scope, value })
}

/// Whether an organisation in wind-down may make it: it pays, redeems, and gives up offers.
pub(super) fn winds_down(call: &RuntimeCall) -> bool {
    use pallet_intervals::Call as Units;
    use pallet_money::Call as Payment;
    matches!(
        call,
        RuntimeCall::Money(
            Payment::pay { .. }
                | Payment::request_redemption { .. }
                | Payment::accept_redemption { .. }
                | Payment::settle_redemption { .. }
                | Payment::refuse_redemption { .. }
                | Payment::withdraw_redemption { .. }
        ) | RuntimeCall::Intervals(
            Units::withdraw_offer { .. } | Units::split_piece { .. } | Units::merge_pieces { .. }
        )
    )
}
