//! Paying, and setting money aside.

use crate::pallet::*;
use huangpu_primitives::{
    apis::Standing,
    money::{Amount, HoldReason, Reference, Transfer},
    traits::{KeylessAccounts, Payments, Standings},
    AssetId, OrgId,
};
use polkadot_sdk::{
    frame_support::{
        ensure,
        pallet_prelude::*,
        storage::with_storage_layer,
        traits::{
            fungibles::{Mutate, Unbalanced},
            tokens::{Fortitude, Precision, Preservation},
        },
    },
    pallet_assets,
};

/// Where the balances stand.
type Balances<T> = pallet_assets::Pallet<T>;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_pay(
        asset: AssetId,
        from: OrgId,
        to: OrgId,
        amount: Amount,
        reference: Reference,
    ) -> DispatchResult {
        Self::ensure_reference(&reference)?;
        let payment = Transfer { asset, to, amount };
        Self::ensure_new(Paid::<T>::get(from, &reference), &payment, Error::AlreadyPaid)?;
        <Self as Payments>::pay(asset, from, to, amount)?;
        Paid::<T>::insert(from, &reference, payment);
        Self::deposit_event(Event::Paid { asset, from, to, amount, reference });
        Ok(())
    }

    /// Moves what is free, frozen or not.
    pub(crate) fn transfer(
        asset: AssetId,
        from: OrgId,
        to: OrgId,
        amount: Amount,
    ) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        ensure!(from != to, Error::<T>::PayeeIsPayer);
        Self::ensure_payee(to)?;
        Self::ensure_free(asset, from, amount)?;
        let (from, to) = (T::Accounts::account_of(from), T::Accounts::account_of(to));
        <Balances<T> as Mutate<_>>::transfer(
            asset.0,
            &from,
            &to,
            amount,
            Preservation::Expendable,
        )?;
        Ok(())
    }

    /// Whoever is paid is a member, in good standing or winding down.
    pub(crate) fn ensure_payee(org: OrgId) -> DispatchResult {
        ensure!(Self::is_member(org), Error::<T>::PayeeNotMember);
        Ok(())
    }

    /// In good standing or winding down.
    pub(crate) fn is_member(org: OrgId) -> bool {
        let standing = T::Organisations::standing(org);
        standing.is_some_and(|standing| standing != Standing::Closed)
    }

    pub(crate) fn ensure_not_frozen(asset: AssetId, org: OrgId) -> DispatchResult {
        ensure!(!Frozen::<T>::contains_key(asset, org), Error::<T>::AccountFrozen);
        Ok(())
    }

    fn ensure_free(asset: AssetId, org: OrgId, amount: Amount) -> DispatchResult {
        ensure!(Self::free(asset, org) >= amount, Error::<T>::InsufficientFunds);
        Ok(())
    }

    /// Sets aside what is free, for whatever reason.
    pub(crate) fn set_aside(
        asset: AssetId,
        org: OrgId,
        reason: HoldReason,
        amount: Amount,
    ) -> DispatchResult {
        Self::ensure_known(asset)?;
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        Self::ensure_not_frozen(asset, org)?;
        Self::ensure_free(asset, org, amount)?;
        let account = T::Accounts::account_of(org);
        <Balances<T> as Unbalanced<_>>::decrease_balance(
            asset.0,
            &account,
            amount,
            Precision::Exact,
            Preservation::Expendable,
            Fortitude::Polite,
        )?;
        Holds::<T>::mutate((org, asset, reason), |held| {
            // No more than the supply.
            *held = Some(held.unwrap_or_default().saturating_add(amount));
        });
        Self::deposit_event(Event::MoneyHeld { asset, org, reason, amount });
        Ok(())
    }

    /// Gives back what is set aside, for whatever reason.
    pub(crate) fn give_free(
        asset: AssetId,
        org: OrgId,
        reason: HoldReason,
        amount: Amount,
    ) -> DispatchResult {
        with_storage_layer(|| {
            Self::take_held(asset, org, reason, amount)?;
            Self::put_free(asset, org, amount)
        })?;
        Self::deposit_event(Event::MoneyReleased { asset, org, reason, amount });
        Ok(())
    }

    /// What is held for a redemption answers to it alone.
    fn ensure_not_reserved(reason: HoldReason) -> DispatchResult {
        ensure!(reason != HoldReason::Redemption, Error::<T>::ReservedReason);
        Ok(())
    }

    /// Takes money out of what is held, without saying where it goes.
    pub(crate) fn take_held(
        asset: AssetId,
        org: OrgId,
        reason: HoldReason,
        amount: Amount,
    ) -> DispatchResult {
        ensure!(amount > 0, Error::<T>::ZeroAmount);
        Holds::<T>::try_mutate_exists((org, asset, reason), |held| {
            let left = held.unwrap_or_default().checked_sub(amount);
            let left = left.ok_or(Error::<T>::InsufficientHeld)?;
            // Who has nothing held keeps no record.
            *held = (left > 0).then_some(left);
            Ok(())
        })
    }

    /// Puts money that was held where somebody can dispose of it. The supply has counted it all along.
    pub(crate) fn put_free(asset: AssetId, org: OrgId, amount: Amount) -> DispatchResult {
        let account = T::Accounts::account_of(org);
        <Balances<T> as Unbalanced<_>>::increase_balance(
            asset.0,
            &account,
            amount,
            Precision::Exact,
        )?;
        Ok(())
    }
}

impl<T: Config> Payments for Pallet<T> {
    fn ensure_asset(asset: AssetId) -> DispatchResult {
        Self::ensure_known(asset)
    }

    fn pay(asset: AssetId, from: OrgId, to: OrgId, amount: Amount) -> DispatchResult {
        Self::ensure_known(asset)?;
        Self::ensure_not_frozen(asset, from)?;
        Self::transfer(asset, from, to, amount)
    }

    fn hold(asset: AssetId, org: OrgId, reason: HoldReason, amount: Amount) -> DispatchResult {
        Self::ensure_not_reserved(reason)?;
        Self::set_aside(asset, org, reason, amount)
    }

    fn release(asset: AssetId, org: OrgId, reason: HoldReason, amount: Amount) -> DispatchResult {
        Self::ensure_not_reserved(reason)?;
        Self::give_free(asset, org, reason, amount)
    }

    fn pay_held(
        asset: AssetId,
        from: OrgId,
        reason: HoldReason,
        to: OrgId,
        amount: Amount,
    ) -> DispatchResult {
        Self::ensure_not_reserved(reason)?;
        ensure!(from != to, Error::<T>::PayeeIsPayer);
        Self::ensure_payee(to)?;
        Self::ensure_not_frozen(asset, from)?;
        with_storage_layer(|| {
            Self::take_held(asset, from, reason, amount)?;
            Self::put_free(asset, to, amount)
        })?;
        Self::deposit_event(Event::HeldMoneyPaid { asset, from, reason, to, amount });
        Ok(())
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn endow(org: OrgId, amount: Amount) -> AssetId {
        crate::benchmarking::endow::<T>(org, amount)
    }
}
