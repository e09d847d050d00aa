//! Benchmarks, and what other pallets' benchmarks need of this one.
//!
//! Who gives money away gives all it has, and who gets it had none: then `pallet-assets` forgets one record and makes
//! another, and each time the system counts a reason for the account to exist. Balances that go on cost less.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{fungibles::Mutate, EnsureOrigin, EnsureOriginWithArg, Get};
use huangpu_primitives::{
    calendar::Day,
    council::Decision,
    instruments::InstrumentClass,
    money::{Amount, AssetKind, HoldReason, Reference},
    traits::{InstrumentGate, KeylessAccounts, OrgStanding},
    AssetId, OrgId, RedemptionId,
};
use polkadot_sdk::*;
use sp_core::H256;

const AMOUNT: Amount = 100_000_000;
const DOCUMENT: H256 = H256::repeat_byte(1);
const PAYOUT: H256 = H256::repeat_byte(2);

/// Organisations that have no money, whatever genesis says.
const BANK: OrgId = OrgId(999_998);
const OTHER: OrgId = OrgId(999_999);

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&Decision::Grave)
        .map_err(|()| BenchmarkError::Weightless)
}

/// Who may issue, and for which bank.
fn issuer<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin =
        T::IssuerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
    let org =
        T::IssuerOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    Ok((origin, org))
}

/// Who may pay and redeem, and answer redemptions, and for which organisation.
fn holder<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin =
        T::HolderOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
    let org =
        T::HolderOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    Ok((origin, org))
}

/// The longest name.
fn name() -> Name {
    vec![b'n'; MAX_NAME as usize].try_into().expect("as long as it may be")
}

/// The longest reference, whose payment nobody has made.
fn reference() -> Reference {
    vec![b'r'; 35].try_into().expect("35 bytes is the bound")
}

/// An asset of a bank, whose role and standing are seen to; the bank may mint.
fn asset_of<T: Config>(bank: OrgId) -> AssetId {
    T::Organisations::ensure_active(bank);
    T::Gate::open(InstrumentClass::DepositMoney);
    let open = T::Gate::ensure_open(InstrumentClass::DepositMoney).expect("it was just opened");
    Pallet::<T>::add_asset(bank, AssetKind::TokenisedDeposit, open.mode, &name(), &name())
        .expect("a bank may have another asset")
}

/// As many assets as there may be, of which there is nothing: this bank's, but for those that were there before.
pub(crate) fn fill<T: Config>(bank: OrgId) {
    T::Gate::open(InstrumentClass::DepositMoney);
    let open = T::Gate::ensure_open(InstrumentClass::DepositMoney).expect("it was just opened");
    while LastAsset::<T>::get().0 < T::MaxAssets::get() {
        Pallet::<T>::add_asset(bank, AssetKind::TokenisedDeposit, open.mode, &name(), &name())
            .expect("there may be more assets");
    }
}

fn fund<T: Config>(asset: AssetId, org: OrgId, amount: Amount) {
    let account = T::Accounts::account_of(org);
    <pallet_assets::Pallet<T> as Mutate<_>>::mint_into(asset.0, &account, amount)
        .expect("there is little of the asset");
}

/// Makes sure that an organisation has an amount more, always of the same asset: who pays and who is paid meet.
pub(crate) fn endow<T: Config>(org: OrgId, amount: Amount) -> AssetId {
    let first = AssetId(1);
    let asset = match Assets::<T>::contains_key(first) {
        true => first,
        false => asset_of::<T>(BANK),
    };
    fund::<T>(asset, org, amount);
    asset
}

/// All money of a member waits to be redeemed by this bank.
fn requested<T: Config>(bank: OrgId) -> Result<(AssetId, RedemptionId), BenchmarkError> {
    let asset = asset_of::<T>(bank);
    T::Organisations::ensure_active(OTHER);
    fund::<T>(asset, OTHER, AMOUNT);
    Pallet::<T>::do_request(asset, OTHER, AMOUNT, PAYOUT, reference())?;
    Ok((asset, LastRedemption::<T>::get()))
}

/// The bank's last day is long over.
fn end_days_to_answer<T: Config>(asset: AssetId, redemption: RedemptionId) {
    let record = Redemptions::<T>::get(asset, redemption).expect("it was just requested");
    let record = Redemption { answer_until: Day(0), ..record };
    Redemptions::<T>::insert(asset, redemption, record);
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// With the longest name and symbol.
    #[benchmark]
    fn open_asset() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        T::Organisations::ensure_active(BANK);
        T::Gate::open(InstrumentClass::DepositMoney);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, BANK, AssetKind::DigitalYuan, name(), name());

        assert!(Assets::<T>::get(LastAsset::<T>::get()).is_some_and(|asset| asset.issuer == BANK));
        Ok(())
    }

    #[benchmark]
    fn close_asset() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let asset = asset_of::<T>(BANK);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, DOCUMENT);

        assert!(Assets::<T>::get(asset).is_some_and(|asset| !asset.open));
        Ok(())
    }

    /// For a member that has nothing yet.
    #[benchmark]
    fn mint() -> Result<(), BenchmarkError> {
        let (origin, bank) = issuer::<T>()?;
        let asset = asset_of::<T>(bank);
        T::Organisations::ensure_active(OTHER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, OTHER, AMOUNT, reference());

        assert_eq!(Pallet::<T>::free(asset, OTHER), AMOUNT);
        Ok(())
    }

    /// All that there is, to a member that has nothing yet.
    #[benchmark]
    fn pay() -> Result<(), BenchmarkError> {
        let (origin, org) = holder::<T>()?;
        let asset = asset_of::<T>(BANK);
        fund::<T>(asset, org, AMOUNT);
        T::Organisations::ensure_active(OTHER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, OTHER, AMOUNT, reference());

        assert_eq!(Pallet::<T>::free(asset, org), 0);
        assert_eq!(Pallet::<T>::free(asset, OTHER), AMOUNT);
        Ok(())
    }

    /// All that there is.
    #[benchmark]
    fn request_redemption() -> Result<(), BenchmarkError> {
        let (origin, org) = holder::<T>()?;
        let asset = asset_of::<T>(BANK);
        fund::<T>(asset, org, AMOUNT);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, AMOUNT, PAYOUT, reference());

        assert_eq!(Holds::<T>::get((org, asset, HoldReason::Redemption)), Some(AMOUNT));
        Ok(())
    }

    #[benchmark]
    fn accept_redemption() -> Result<(), BenchmarkError> {
        let (origin, bank) = holder::<T>()?;
        let (asset, redemption) = requested::<T>(bank)?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, redemption, AMOUNT);

        assert!(Redemptions::<T>::get(asset, redemption).is_some_and(|of| of.accepted));
        Ok(())
    }

    /// All that there is.
    #[benchmark]
    fn settle_redemption() -> Result<(), BenchmarkError> {
        let (origin, bank) = holder::<T>()?;
        let (asset, redemption) = requested::<T>(bank)?;
        Pallet::<T>::do_accept(bank, asset, redemption, AMOUNT)?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, redemption, AMOUNT, reference());

        assert_eq!(Pallet::<T>::supply(asset), 0);
        Ok(())
    }

    /// To a holder that has nothing else.
    #[benchmark]
    fn refuse_redemption() -> Result<(), BenchmarkError> {
        let (origin, bank) = holder::<T>()?;
        let (asset, redemption) = requested::<T>(bank)?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, redemption, AMOUNT, Refusal::Other);

        assert_eq!(Pallet::<T>::free(asset, OTHER), AMOUNT);
        Ok(())
    }

    /// By a holder that has nothing else.
    #[benchmark]
    fn withdraw_redemption() -> Result<(), BenchmarkError> {
        let (origin, org) = holder::<T>()?;
        let asset = asset_of::<T>(BANK);
        fund::<T>(asset, org, AMOUNT);
        Pallet::<T>::do_request(asset, org, AMOUNT, PAYOUT, reference())?;
        let redemption = LastRedemption::<T>::get();
        end_days_to_answer::<T>(asset, redemption);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, redemption);

        assert_eq!(Pallet::<T>::free(asset, org), AMOUNT);
        Ok(())
    }

    #[benchmark]
    fn freeze_account() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let asset = asset_of::<T>(BANK);
        T::Organisations::ensure_active(OTHER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, OTHER, DOCUMENT);

        assert_eq!(Frozen::<T>::get(asset, OTHER), Some(DOCUMENT));
        Ok(())
    }

    #[benchmark]
    fn thaw_account() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let asset = asset_of::<T>(BANK);
        Frozen::<T>::insert(asset, OTHER, DOCUMENT);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, OTHER, DOCUMENT, DOCUMENT);

        assert!(!Frozen::<T>::contains_key(asset, OTHER));
        Ok(())
    }

    /// All that there is, to a member that has nothing yet.
    #[benchmark]
    fn reassign_balance() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let asset = asset_of::<T>(BANK);
        fund::<T>(asset, BANK, AMOUNT);
        T::Organisations::ensure_active(OTHER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, BANK, OTHER, AMOUNT, DOCUMENT);

        assert_eq!(Pallet::<T>::free(asset, BANK), 0);
        assert_eq!(Pallet::<T>::free(asset, OTHER), AMOUNT);
        Ok(())
    }

    /// Of a holder that has nothing else, where the bank accepted, and said nothing since.
    #[benchmark]
    fn cancel_redemption() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        // Who acts for a bank does so after the chain's first day, when no day is over yet.
        let (_, bank) = holder::<T>()?;
        let (asset, redemption) = requested::<T>(bank)?;
        Pallet::<T>::do_accept(bank, asset, redemption, AMOUNT)?;
        end_days_to_answer::<T>(asset, redemption);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, asset, redemption, DOCUMENT);

        assert_eq!(Pallet::<T>::free(asset, OTHER), AMOUNT);
        Ok(())
    }
}
