//! What `MoneyApi` answers.

use super::{listed, pages};
use crate::{AssetId, Chain, Error, OrgId, RedemptionId, H256};
use codec::Encode;
use huangpu_primitives::{
    apis::{AssetView, BalanceView, RedemptionView, PAGE},
    money::{Reference, Referred},
};

impl Chain {
    /// Settlement assets with a number above `after`, in order.
    pub async fn assets(
        &self,
        at: H256,
        after: Option<AssetId>,
        limit: u32,
    ) -> Result<Vec<AssetView>, Error> {
        self.call(at, "MoneyApi_assets", (after, limit).encode()).await
    }

    /// All settlement assets.
    pub async fn all_assets(&self, at: H256) -> Result<Vec<AssetView>, Error> {
        pages(|after| self.assets(at, after, PAGE), |asset| Some(asset.asset)).await
    }

    /// What an organisation has of each asset of which it has anything.
    pub async fn balances(&self, at: H256, org: OrgId) -> Result<Vec<BalanceView>, Error> {
        self.call(at, "MoneyApi_balances", org.encode()).await
    }

    /// The redemptions that a bank has neither settled nor refused, after one, in storage order.
    pub async fn redemptions(
        &self,
        at: H256,
        asset: AssetId,
        after: Option<RedemptionId>,
        limit: u32,
    ) -> Result<Vec<RedemptionView>, Error> {
        self.call(at, "MoneyApi_redemptions", (asset, after, limit).encode()).await
    }

    /// All redemptions that a bank has neither settled nor refused, oldest first.
    pub async fn all_redemptions(
        &self,
        at: H256,
        asset: AssetId,
    ) -> Result<Vec<RedemptionView>, Error> {
        listed(|after| self.redemptions(at, asset, after, PAGE), |of| of.redemption).await
    }

    /// What an organisation did under one of its references.
    pub async fn referred(
        &self,
        at: H256,
        org: OrgId,
        reference: &Reference,
    ) -> Result<Referred, Error> {
        self.call(at, "MoneyApi_referred", (org, reference).encode()).await
    }
}
