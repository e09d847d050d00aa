//! The chain, as far as the gateway needs it.

pub mod follow;
pub mod link;
pub mod node;

use futures::stream::BoxStream;
use huangpu_primitives::{
    apis::{
        DeviceView, FacilityView, MonthTotalView, QuarantinedView, SourceMonthView, SourceView,
        Standing,
    },
    report::SignedReport,
    DeviceId, FacilityId, OrgId, SourceId,
};
use polkadot_sdk::sp_core::H256;
use std::future::Future;

/// Number and hash of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: u32,
    /// Its hash.
    pub hash: H256,
}

/// The chain cannot be asked, or does not answer as expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ChainError(pub String);

/// What the gateway asks of a chain. `at` is the hash of a finalized block.
pub trait ChainView: Send + Sync + 'static {
    /// Connects anew, and tells which chain it is by its genesis hash.
    fn connect(&self) -> impl Future<Output = Result<H256, ChainError>> + Send;

    /// Finalized heads from now on. It ends, or fails, when the connection does.
    fn follow(
        &self,
    ) -> impl Future<Output = Result<BoxStream<'static, Result<Head, ChainError>>, ChainError>> + Send;

    /// An organisation's standing.
    fn standing(
        &self,
        at: H256,
        org: OrgId,
    ) -> impl Future<Output = Result<Option<Standing>, ChainError>> + Send;

    /// The device registered under a reference.
    fn device_by_reference(
        &self,
        at: H256,
        org: OrgId,
        reference: &str,
    ) -> impl Future<Output = Result<Option<DeviceId>, ChainError>> + Send;

    /// A device.
    fn device(
        &self,
        at: H256,
        device: DeviceId,
    ) -> impl Future<Output = Result<Option<DeviceView>, ChainError>> + Send;

    /// One of a device's reports that are quarantined and not resolved, if there are any.
    fn quarantined(
        &self,
        at: H256,
        device: DeviceId,
    ) -> impl Future<Output = Result<Option<QuarantinedView>, ChainError>> + Send;

    /// All totals of a device.
    fn month_totals(
        &self,
        at: H256,
        device: DeviceId,
    ) -> impl Future<Output = Result<Vec<MonthTotalView>, ChainError>> + Send;

    /// All facilities of an organisation.
    fn facilities(
        &self,
        at: H256,
        org: OrgId,
    ) -> impl Future<Output = Result<Vec<FacilityView>, ChainError>> + Send;

    /// All emission sources of a facility.
    fn sources(
        &self,
        at: H256,
        facility: FacilityId,
    ) -> impl Future<Output = Result<Vec<SourceView>, ChainError>> + Send;

    /// All months of an emission source.
    fn source_months(
        &self,
        at: H256,
        source: SourceId,
    ) -> impl Future<Output = Result<Vec<SourceMonthView>, ChainError>> + Send;

    /// Hands reports to the node's transaction pool.
    fn submit(
        &self,
        org: OrgId,
        reports: Vec<SignedReport>,
    ) -> impl Future<Output = Result<(), ChainError>> + Send;
}
