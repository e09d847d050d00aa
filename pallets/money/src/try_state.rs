//! What is always true of the pallet's storage, and of the balances in `pallet-assets`.

use crate::pallet::*;
use alloc::collections::BTreeMap;
use huangpu_primitives::{
    money::{Amount, HoldReason, MAX_SUPPLY},
    traits::KeylessAccounts,
    AssetId, OrgId,
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
        Self::check_redemptions()
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
            let sum = said.entry((redemption.org, asset)).or_default();
            *sum = sum.saturating_add(redemption.amount);
        }
        let held = Holds::<T>::iter().filter(|((_, _, of), _)| *of == HoldReason::Redemption);
        let held = held.map(|((org, asset, _), amount)| ((org, asset), amount));
        ensure!(said == held.collect(), "what is held for redemptions is not what they say");
        Ok(())
    }
}
