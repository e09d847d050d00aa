//! Redemptions: asked for by holders, answered by banks.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    calendar::Day,
    money::{Amount, HoldReason, Reference},
    AssetId, OrgId, RedemptionId,
};
use polkadot_sdk::{
    frame_support::{
        ensure,
        pallet_prelude::*,
        traits::{fungibles::Unbalanced, Time},
    },
    pallet_assets,
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn today() -> Day {
        Day::of(<T as Config>::Clock::now())
    }

    pub(crate) fn do_request(
        asset: AssetId,
        org: OrgId,
        amount: Amount,
        payout: H256,
        reference: Reference,
    ) -> DispatchResult {
        Self::ensure_reference(&reference)?;
        let redemption = LastRedemption::<T>::get().next().ok_or(Error::<T>::TooManyRedemptions)?;
        Self::set_aside(asset, org, HoldReason::Redemption, amount)?;
        LastRedemption::<T>::put(redemption);
        let answer_until = Self::today().plus(T::DaysToAnswer::get());
        let record = Redemption { org, amount, reference, payout, answer_until };
        Redemptions::<T>::insert(asset, redemption, record);
        Self::deposit_event(Event::RedemptionRequested { redemption, asset, org, amount });
        Ok(())
    }

    pub(crate) fn do_settle(
        issuer: OrgId,
        asset: AssetId,
        redemption: RedemptionId,
        paid: Amount,
        reference: Reference,
    ) -> DispatchResult {
        Self::ensure_reference(&reference)?;
        let Redemption { org, amount, .. } = Self::redemption_of(issuer, asset, redemption)?;
        ensure!(paid == amount, Error::<T>::OtherAmount);
        // What a court froze must not leave.
        Self::ensure_not_frozen(asset, org)?;
        ensure!(!PaidOut::<T>::contains_key(issuer, &reference), Error::<T>::AlreadyPaidOut);

        Self::take_held(asset, org, HoldReason::Redemption, amount)?;
        let left = Self::supply(asset).saturating_sub(amount);
        <pallet_assets::Pallet<T> as Unbalanced<_>>::set_total_issuance(asset.0, left);
        PaidOut::<T>::insert(issuer, &reference, ());
        Redemptions::<T>::remove(asset, redemption);
        Self::deposit_event(Event::RedemptionSettled { redemption, asset, org, amount, reference });
        Ok(())
    }

    pub(crate) fn do_refuse(
        issuer: OrgId,
        asset: AssetId,
        redemption: RedemptionId,
        reason: Refusal,
    ) -> DispatchResult {
        let Redemption { org, amount, .. } = Self::redemption_of(issuer, asset, redemption)?;
        Self::give_back(asset, redemption, org, amount)?;
        Self::deposit_event(Event::RedemptionRefused { redemption, asset, org, amount, reason });
        Ok(())
    }

    pub(crate) fn do_withdraw(
        org: OrgId,
        asset: AssetId,
        redemption: RedemptionId,
    ) -> DispatchResult {
        let record = Self::redemption(asset, redemption)?;
        ensure!(record.org == org, Error::<T>::NotTheHolder);
        ensure!(Self::today() > record.answer_until, Error::<T>::AnswerNotDue);
        let amount = record.amount;
        Self::give_back(asset, redemption, org, amount)?;
        Self::deposit_event(Event::RedemptionWithdrawn { redemption, asset, org, amount });
        Ok(())
    }

    pub(crate) fn do_cancel(
        asset: AssetId,
        redemption: RedemptionId,
        document: H256,
    ) -> DispatchResult {
        let Redemption { org, amount, .. } = Self::redemption(asset, redemption)?;
        Self::give_back(asset, redemption, org, amount)?;
        Self::deposit_event(Event::RedemptionCancelled {
            redemption,
            asset,
            org,
            amount,
            document,
        });
        Ok(())
    }

    fn give_back(
        asset: AssetId,
        redemption: RedemptionId,
        org: OrgId,
        amount: Amount,
    ) -> DispatchResult {
        Self::give_free(asset, org, HoldReason::Redemption, amount)?;
        Redemptions::<T>::remove(asset, redemption);
        Ok(())
    }

    fn redemption(asset: AssetId, redemption: RedemptionId) -> Result<Redemption, Error<T>> {
        Redemptions::<T>::get(asset, redemption).ok_or(Error::<T>::UnknownRedemption)
    }

    /// A redemption of an asset of this bank.
    fn redemption_of(
        issuer: OrgId,
        asset: AssetId,
        redemption: RedemptionId,
    ) -> Result<Redemption, Error<T>> {
        Self::asset_of(asset, issuer)?;
        Self::redemption(asset, redemption)
    }
}
