//! Redemptions: asked for by holders, answered by banks.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    calendar::Day,
    money::{Amount, HoldReason, Outcome, Payout, Reference, Request},
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
        Self::ensure_not_requested(org, &reference, (asset, amount, payout))?;
        Self::set_aside(asset, org, HoldReason::Redemption, amount)?;
        LastRedemption::<T>::put(redemption);
        let request = Request { asset, redemption, amount, payout, outcome: Outcome::Waiting };
        Requested::<T>::insert(org, &reference, request);
        let answer_until = Self::last_day_to_answer();
        let record = Redemption { org, amount, reference, payout, answer_until, accepted: false };
        Redemptions::<T>::insert(asset, redemption, record);
        Self::deposit_event(Event::RedemptionRequested { redemption, asset, org, amount });
        Ok(())
    }

    /// Whatever became of the redemption.
    fn ensure_not_requested(
        org: OrgId,
        reference: &Reference,
        wanted: (AssetId, Amount, H256),
    ) -> DispatchResult {
        let found = Requested::<T>::get(org, reference);
        let found = found.map(|of| (of.asset, of.amount, of.payout));
        Self::ensure_new(found, &wanted, Error::AlreadyRequested)
    }

    fn last_day_to_answer() -> Day {
        Self::today().plus(T::DaysToAnswer::get())
    }

    pub(crate) fn do_accept(
        issuer: OrgId,
        asset: AssetId,
        redemption: RedemptionId,
        to_pay: Amount,
    ) -> DispatchResult {
        let record = Self::redemption_of(issuer, asset, redemption)?;
        ensure!(!record.accepted, Error::<T>::AlreadyAccepted);
        let Redemption { org, amount, .. } = record;
        ensure!(to_pay == amount, Error::<T>::OtherAmount);
        // What a court froze must not leave. What the bank has accepted before, is on its way.
        Self::ensure_not_frozen(asset, org)?;
        let answer_until = Self::last_day_to_answer();
        let record = Redemption { answer_until, accepted: true, ..record };
        Redemptions::<T>::insert(asset, redemption, record);
        Self::deposit_event(Event::RedemptionAccepted {
            redemption,
            asset,
            org,
            amount,
            answer_until,
        });
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
        let payout = Payout { asset, redemption };
        // First, for a redemption that this has settled is gone.
        Self::ensure_not_paid_out(PaidOut::<T>::get(issuer, &reference), payout)?;
        let record = Self::redemption_of(issuer, asset, redemption)?;
        ensure!(record.accepted, Error::<T>::NotAccepted);
        let (org, amount) = (record.org, record.amount);
        ensure!(paid == amount, Error::<T>::OtherAmount);

        Self::take_held(asset, org, HoldReason::Redemption, amount)?;
        let left = Self::supply(asset).saturating_sub(amount);
        <pallet_assets::Pallet<T> as Unbalanced<_>>::set_total_issuance(asset.0, left);
        PaidOut::<T>::insert(issuer, &reference, payout);
        Self::end(asset, redemption, &record, Outcome::Settled);
        Self::deposit_event(Event::RedemptionSettled { redemption, asset, org, amount, reference });
        Ok(())
    }

    fn ensure_not_paid_out(found: Option<Payout>, payout: Payout) -> DispatchResult {
        match found {
            None => Ok(()),
            Some(found) if found == payout => Err(Error::<T>::AlreadySettled.into()),
            Some(_) => Err(Error::<T>::AlreadyPaidOut.into()),
        }
    }

    pub(crate) fn do_refuse(
        issuer: OrgId,
        asset: AssetId,
        redemption: RedemptionId,
        refused: Amount,
        reason: Refusal,
    ) -> DispatchResult {
        let record = Self::redemption_of(issuer, asset, redemption)?;
        let (org, amount) = (record.org, record.amount);
        ensure!(refused == amount, Error::<T>::OtherAmount);
        Self::give_back(asset, redemption, &record, Outcome::Refused(reason))?;
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
        ensure!(!record.accepted, Error::<T>::AcceptedByBank);
        ensure!(Self::today() > record.answer_until, Error::<T>::AnswerNotDue);
        Self::give_back(asset, redemption, &record, Outcome::Withdrawn)?;
        let amount = record.amount;
        Self::deposit_event(Event::RedemptionWithdrawn { redemption, asset, org, amount });
        Ok(())
    }

    pub(crate) fn do_cancel(
        asset: AssetId,
        redemption: RedemptionId,
        document: H256,
    ) -> DispatchResult {
        let record = Self::redemption(asset, redemption)?;
        // The bank is paying; if it says nothing of that for too long, the council has to.
        let over = Self::today() > record.answer_until;
        ensure!(!record.accepted || over, Error::<T>::AnswerNotDue);
        Self::give_back(asset, redemption, &record, Outcome::Cancelled)?;
        let (org, amount) = (record.org, record.amount);
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
        record: &Redemption,
        outcome: Outcome,
    ) -> DispatchResult {
        Self::give_free(asset, record.org, HoldReason::Redemption, record.amount)?;
        Self::end(asset, redemption, record, outcome);
        Ok(())
    }

    /// What has ended is gone; the holder's request stays, and says what became of it.
    fn end(asset: AssetId, redemption: RedemptionId, record: &Redemption, outcome: Outcome) {
        Redemptions::<T>::remove(asset, redemption);
        Requested::<T>::mutate(record.org, &record.reference, |request| {
            if let Some(request) = request {
                request.outcome = outcome;
            }
        });
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
