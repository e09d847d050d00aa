//! What is always true of the pallet's storage, and of the balances in `pallet-assets`.

use crate::pallet::*;
use alloc::collections::BTreeMap;
use huangpu_primitives::{
    money::{Amount, HoldReason, Mint, Outcome, Payout, Request, MAX_SUPPLY},
    traits::KeylessAccounts,
    AssetId, OrgId, RedemptionId,
};
use polkadot_sdk::{frame_support::ensure, pallet_assets, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let last = LastAsset::<T>::get().0;
        ensure!(Assets::<T>::iter().count() as u32 == last, "assets are not numbered in order");
        for asset in Self::all() {
            ensure!(Assets::<T>::contains_key(asset), "an asset is missing");
            Self::check_conservation(asset)?;
        }
        Self::check_holds()?;
        Self::check_redemptions()?;
        Self::check_references()
    }

    /// What was issued and not redeemed is what all have free and held.
    fn check_conservation(asset: AssetId) -> Result<(), TryRuntimeError> {
        let mut sum: Amount = 0;
        for (account, balance) in pallet_assets::Account::<T>::iter_prefix(asset.0) {
            let org = T::Accounts::org_of(&account);
            ensure!(org.is_some(), "money that is no organisation's");
            sum = sum.saturating_add(balance.balance);
        }
        let held = Holds::<T>::iter().filter(|((_, of, _), _)| *of == asset);
        let held: Amount = held.map(|(_, amount)| amount).fold(0, Amount::saturating_add);
        let supply = Self::supply(asset);
        ensure!(supply <= MAX_SUPPLY, "more issued than may be");
        ensure!(supply == sum.saturating_add(held), "issued is not free and held together");
        Ok(())
    }

    fn check_holds() -> Result<(), TryRuntimeError> {
        for ((_, asset, _), amount) in Holds::<T>::iter() {
            ensure!(amount > 0, "nothing is held, and recorded");
            ensure!(Assets::<T>::contains_key(asset), "money held of no asset");
        }
        for (asset, _, _) in Frozen::<T>::iter() {
            ensure!(Assets::<T>::contains_key(asset), "money frozen of no asset");
        }
        Ok(())
    }

    /// What is held for redemptions is what they say.
    fn check_redemptions() -> Result<(), TryRuntimeError> {
        let mut said: BTreeMap<(OrgId, AssetId), Amount> = BTreeMap::new();
        for (asset, id, redemption) in Redemptions::<T>::iter() {
            ensure!(id <= LastRedemption::<T>::get(), "a redemption without a number");
            let (amount, payout) = (redemption.amount, redemption.payout);
            let outcome = Outcome::Waiting;
            let request = Request { asset, redemption: id, amount, payout, outcome };
            let found = Requested::<T>::get(redemption.org, &redemption.reference);
            let requested = found == Some(request);
            ensure!(requested, "a redemption that its holder's reference does not name");
            let sum = said.entry((redemption.org, asset)).or_default();
            *sum = sum.saturating_add(redemption.amount);
        }
        let held = Holds::<T>::iter().filter(|((_, _, of), _)| *of == HoldReason::Redemption);
        let held = held.map(|((org, asset, _), amount)| ((org, asset), amount));
        ensure!(said == held.collect(), "what is held for redemptions is not what they say");
        Ok(())
    }

    /// What stands under references is of assets and redemptions that there are or were; each redemption was asked for,
    /// and those that say that they were settled, and no others, were paid out.
    fn check_references() -> Result<(), TryRuntimeError> {
        let known = |asset: AssetId| Assets::<T>::contains_key(asset);
        let minted =
            Minted::<T>::iter().all(|(bank, _, of)| Self::asset_of(of.asset, bank).is_ok());
        ensure!(minted, "minted by a bank that does not issue the asset");
        ensure!(Paid::<T>::iter().all(|(_, _, of)| known(of.asset)), "paid in no asset");
        let last = LastRedemption::<T>::get();
        let mut requests: BTreeMap<RedemptionId, Request> = BTreeMap::new();
        for (_, _, of) in Requested::<T>::iter() {
            let numbered = of.redemption.0 > 0 && of.redemption <= last;
            let sound = numbered && known(of.asset);
            ensure!(sound, "a request without a number, or of no asset");
            let waits = Redemptions::<T>::contains_key(of.asset, of.redemption);
            let said = of.outcome == Outcome::Waiting;
            ensure!(waits == said, "a request does not say what became of its redemption");
            let again = requests.insert(of.redemption, of);
            ensure!(again.is_none(), "two references for one redemption");
        }
        ensure!(requests.len() as u32 == last.0, "a request is missing");
        let mut supplies: BTreeMap<AssetId, Amount> = BTreeMap::new();
        for (_, _, Mint { asset, amount, .. }) in Minted::<T>::iter() {
            let sum = supplies.entry(asset).or_default();
            *sum = sum.saturating_add(amount);
        }
        for (bank, _, Payout { asset, redemption }) in PaidOut::<T>::iter() {
            ensure!(Self::asset_of(asset, bank).is_ok(), "paid out by another bank");
            let request = requests.remove(&redemption).filter(|of| of.asset == asset);
            let request = request.ok_or("paid out what nobody asked for, or twice")?;
            ensure!(request.outcome == Outcome::Settled, "paid out, and not settled");
            let sum = supplies.entry(asset).or_default();
            *sum = sum.checked_sub(request.amount).ok_or("more paid out than was minted")?;
        }
        let settled = requests.values().any(|of| of.outcome == Outcome::Settled);
        ensure!(!settled, "settled, and not paid out");
        let told = |asset| supplies.get(&asset).copied().unwrap_or_default();
        let same = Self::all().all(|asset| Self::supply(asset) == told(asset));
        ensure!(same, "there is not what was minted and not paid out");
        Ok(())
    }
}
