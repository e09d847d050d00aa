//! What others read: the runtime API's answers.

use crate::pallet::*;
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{AssetView, BalanceView, RedemptionView},
    money::{HoldReason, Reference, Referred},
    paging::{keys_after, page_size},
    AssetId, OrgId, RedemptionId,
};
use polkadot_sdk::pallet_assets;

impl<T: Config> Pallet<T> {
    /// See `MoneyApi::assets`.
    pub fn asset_page(after: Option<AssetId>, limit: u32) -> Vec<AssetView> {
        let first = after.map_or(1, |after| after.0.saturating_add(1));
        let all = (first..=LastAsset::<T>::get().0).map(AssetId);
        all.take(page_size(limit)).filter_map(Self::asset_view).collect()
    }

    fn asset_view(asset: AssetId) -> Option<AssetView> {
        let record = Assets::<T>::get(asset)?;
        let metadata = pallet_assets::Metadata::<T>::get(asset.0);
        Some(AssetView {
            asset,
            kind: record.kind,
            issuer: record.issuer,
            mode: record.mode,
            open: record.open,
            name: metadata.name.into_inner(),
            symbol: metadata.symbol.into_inner(),
            supply: Self::supply(asset),
        })
    }

    /// See `MoneyApi::balances`.
    pub fn balances(org: OrgId) -> Vec<BalanceView> {
        let views = Self::all().map(|asset| Self::balance_view(asset, org));
        views
            .filter(|view| view.free > 0 || !view.held.is_empty() || view.frozen.is_some())
            .collect()
    }

    fn balance_view(asset: AssetId, org: OrgId) -> BalanceView {
        let held = HoldReason::ALL.into_iter().filter_map(|reason| {
            Holds::<T>::get((org, asset, reason)).map(|amount| (reason, amount))
        });
        BalanceView {
            asset,
            free: Self::free(asset, org),
            held: held.collect(),
            frozen: Frozen::<T>::get(asset, org),
        }
    }

    /// See `MoneyApi::redemptions`.
    pub fn redemption_page(
        asset: AssetId,
        after: Option<RedemptionId>,
        limit: u32,
    ) -> Vec<RedemptionView> {
        let ids = keys_after::<Redemptions<T>, _, _, _>(asset, after, limit);
        ids.filter_map(|redemption| {
            let record = Redemptions::<T>::get(asset, redemption)?;
            Some(RedemptionView {
                redemption,
                asset,
                org: record.org,
                amount: record.amount,
                reference: record.reference,
                payout: record.payout,
                answer_until: record.answer_until,
                accepted: record.accepted,
            })
        })
        .collect()
    }

    /// See `MoneyApi::referred`.
    pub fn referred(org: OrgId, reference: &Reference) -> Referred {
        Referred {
            minted: Minted::<T>::get(org, reference),
            paid: Paid::<T>::get(org, reference),
            requested: Requested::<T>::get(org, reference),
            paid_out: PaidOut::<T>::get(org, reference),
        }
    }
}
