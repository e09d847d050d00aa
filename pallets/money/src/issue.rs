//! Issuing: a bank mints what it has received.

use crate::pallet::*;
use huangpu_primitives::{
    instruments::InstrumentClass,
    money::{is_reference, Amount, Mint, Reference, MAX_SUPPLY},
    traits::{InstrumentGate, KeylessAccounts, OpenClass},
    AssetId, OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, traits::fungibles::Mutate},
    pallet_assets,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_mint(
        issuer: OrgId,
        asset: AssetId,
        to: OrgId,
        amount: Amount,
        reference: Reference,
    ) -> DispatchResult {
        let found = Self::asset_of(asset, issuer)?;
        Self::ensure_reference(&reference)?;
        // First, for whatever else has changed since, it was minted.
        let mint = Mint { asset, to, amount };
        Self::ensure_new(Minted::<T>::get(issuer, &reference), &mint, Error::AlreadyMinted)?;
        ensure!(found.open, Error::<T>::AssetClosed);
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        Self::ensure_payee(to)?;
        let OpenClass { authority, mode } = T::Gate::ensure_open(InstrumentClass::DepositMoney)?;
        ensure!(mode == found.mode, Error::<T>::OtherMode);
        let left = MAX_SUPPLY.saturating_sub(Self::supply(asset));
        ensure!(amount <= left, Error::<T>::SupplyTooLarge);

        let account = T::Accounts::account_of(to);
        <pallet_assets::Pallet<T> as Mutate<_>>::mint_into(asset.0, &account, amount)?;
        Minted::<T>::insert(issuer, &reference, mint);
        Self::deposit_event(Event::Minted { asset, to, amount, reference, authority });
        Ok(())
    }

    pub(crate) fn ensure_reference(reference: &Reference) -> DispatchResult {
        ensure!(is_reference(reference), Error::<T>::InvalidReference);
        Ok(())
    }

    /// Nothing stands under the reference. If it is the same, that was sent twice.
    pub(crate) fn ensure_new<Record: PartialEq>(
        found: Option<Record>,
        new: &Record,
        again: Error<T>,
    ) -> DispatchResult {
        match found {
            None => Ok(()),
            Some(found) if found == *new => Err(again.into()),
            Some(_) => Err(Error::<T>::ReferenceUsed.into()),
        }
    }
}
