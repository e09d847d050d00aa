//! What the council orders: freezing, lifting it, and giving money to somebody else.

use crate::pallet::*;
use huangpu_primitives::{money::Amount, AssetId, OrgId};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*},
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_freeze(asset: AssetId, org: OrgId, document: H256) -> DispatchResult {
        Self::ensure_known(asset)?;
        ensure!(Self::is_member(org), Error::<T>::NotMember);
        ensure!(!Frozen::<T>::contains_key(asset, org), Error::<T>::AlreadyFrozen);
        Frozen::<T>::insert(asset, org, document);
        Self::deposit_event(Event::AccountFrozen { asset, org, document });
        Ok(())
    }

    pub(crate) fn do_thaw(
        asset: AssetId,
        org: OrgId,
        frozen_by: H256,
        document: H256,
    ) -> DispatchResult {
        let order = Frozen::<T>::get(asset, org).ok_or(Error::<T>::AccountNotFrozen)?;
        ensure!(order == frozen_by, Error::<T>::OtherOrder);
        Frozen::<T>::remove(asset, org);
        Self::deposit_event(Event::AccountThawed { asset, org, document });
        Ok(())
    }

    pub(crate) fn do_reassign(
        asset: AssetId,
        from: OrgId,
        to: OrgId,
        amount: Amount,
        document: H256,
    ) -> DispatchResult {
        Self::ensure_known(asset)?;
        Self::transfer(asset, from, to, amount)?;
        Self::deposit_event(Event::BalanceReassigned { asset, from, to, amount, document });
        Ok(())
    }
}
