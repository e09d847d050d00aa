//! A real chain, through a node.

use super::{ChainError, ChainView, Head};
use futures::{stream::BoxStream, StreamExt};
use huangpu_client::Chain;
use huangpu_primitives::{
    apis::{
        DeviceView, FacilityView, MonthTotalView, QuarantinedView, SourceMonthView, SourceView,
        Standing,
    },
    report::SignedReport,
    DeviceId, FacilityId, OrgId, SourceId,
};
use polkadot_sdk::sp_core::H256;
use std::sync::{PoisonError, RwLock};

/// A node at an address.
pub struct NodeChain {
    url: String,
    /// The present connection.
    chain: RwLock<Option<Chain>>,
}

impl NodeChain {
    /// A node at a websocket address; nothing is connected yet.
    pub fn new(url: &str) -> Self {
        Self { url: url.to_owned(), chain: RwLock::new(None) }
    }

    fn chain(&self) -> Result<Chain, ChainError> {
        let chain = self.chain.read().unwrap_or_else(PoisonError::into_inner);
        chain.clone().ok_or_else(|| ChainError(format!("{} is not connected", self.url)))
    }
}

impl From<huangpu_client::Error> for ChainError {
    fn from(error: huangpu_client::Error) -> Self {
        ChainError(error.to_string())
    }
}

impl ChainView for NodeChain {
    async fn connect(&self) -> Result<H256, ChainError> {
        let chain = Chain::connect(&self.url).await?;
        let genesis = chain.genesis_hash();
        *self.chain.write().unwrap_or_else(PoisonError::into_inner) = Some(chain);
        Ok(genesis)
    }

    async fn follow(&self) -> Result<BoxStream<'static, Result<Head, ChainError>>, ChainError> {
        let heads = self.chain()?.follow_finalized().await?;
        let head = |head: huangpu_client::Head| Head { number: head.number, hash: head.hash };
        Ok(heads.map(move |item| Ok(head(item?))).boxed())
    }

    async fn standing(&self, at: H256, org: OrgId) -> Result<Option<Standing>, ChainError> {
        Ok(self.chain()?.organisation(at, org).await?.map(|org| org.standing))
    }

    async fn device_by_reference(
        &self,
        at: H256,
        org: OrgId,
        reference: &str,
    ) -> Result<Option<DeviceId>, ChainError> {
        Ok(self.chain()?.device_by_reference(at, org, reference).await?)
    }

    async fn device(&self, at: H256, device: DeviceId) -> Result<Option<DeviceView>, ChainError> {
        Ok(self.chain()?.device(at, device).await?)
    }

    async fn quarantined(
        &self,
        at: H256,
        device: DeviceId,
    ) -> Result<Option<QuarantinedView>, ChainError> {
        Ok(self.chain()?.quarantined(at, device, None, 1).await?.pop())
    }

    async fn month_totals(
        &self,
        at: H256,
        device: DeviceId,
    ) -> Result<Vec<MonthTotalView>, ChainError> {
        Ok(self.chain()?.all_month_totals(at, device).await?)
    }

    async fn facilities(&self, at: H256, org: OrgId) -> Result<Vec<FacilityView>, ChainError> {
        Ok(self.chain()?.all_facilities_of(at, org).await?)
    }

    async fn sources(&self, at: H256, facility: FacilityId) -> Result<Vec<SourceView>, ChainError> {
        Ok(self.chain()?.all_sources_of(at, facility).await?)
    }

    async fn source_months(
        &self,
        at: H256,
        source: SourceId,
    ) -> Result<Vec<SourceMonthView>, ChainError> {
        Ok(self.chain()?.all_source_months(at, source).await?)
    }

    async fn submit(&self, org: OrgId, reports: Vec<SignedReport>) -> Result<(), ChainError> {
        self.chain()?.submit_reports(org, reports).await?;
        Ok(())
    }
}
