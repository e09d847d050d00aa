//! What the runtime APIs answer, at a block. Pages hold at most 256 items; `all_…` walks them, and sorts
//! what comes in storage order.

use crate::{AccountId, Chain, DeviceId, Error, FacilityId, FactorSeriesId, OrgId, SourceId, H256};
use codec::Encode;
use huangpu_primitives::{
    apis::{
        AccountView, DeviceView, FacilityView, FactorSeriesView, FactorView, MonthTotalView,
        OrganisationView, ProofOutcome, QuarantinedView, SourceMonthView, SourceView, PAGE,
    },
    calendar::Month,
    report::ReadingProof,
};
use std::future::Future;

/// An organisation, as clients read it.
pub type Organisation = OrganisationView<AccountId>;

impl Chain {
    /// One organisation.
    pub async fn organisation(&self, at: H256, org: OrgId) -> Result<Option<Organisation>, Error> {
        self.call(at, "MembersApi_organisation", org.encode()).await
    }

    /// Organisations with an id above `after`, in order.
    pub async fn organisations(
        &self,
        at: H256,
        after: Option<OrgId>,
        limit: u32,
    ) -> Result<Vec<Organisation>, Error> {
        self.call(at, "MembersApi_organisations", (after, limit).encode()).await
    }

    /// All organisations.
    pub async fn all_organisations(&self, at: H256) -> Result<Vec<Organisation>, Error> {
        pages(|after: Option<OrgId>| self.organisations(at, after, PAGE), |o| Some(o.id)).await
    }

    /// For whom an account acts.
    pub async fn account(
        &self,
        at: H256,
        account: &AccountId,
    ) -> Result<Option<AccountView>, Error> {
        self.call(at, "MembersApi_account", account.encode()).await
    }

    /// One device.
    pub async fn device(&self, at: H256, device: DeviceId) -> Result<Option<DeviceView>, Error> {
        self.call(at, "DevicesApi_device", device.encode()).await
    }

    /// An organisation's devices after one, in storage order.
    pub async fn devices_of(
        &self,
        at: H256,
        org: OrgId,
        after: Option<DeviceId>,
        limit: u32,
    ) -> Result<Vec<DeviceView>, Error> {
        self.call(at, "DevicesApi_devices_of", (org, after, limit).encode()).await
    }

    /// All devices of an organisation, in order.
    pub async fn all_devices_of(&self, at: H256, org: OrgId) -> Result<Vec<DeviceView>, Error> {
        listed(|after| self.devices_of(at, org, after, PAGE), |d| d.id).await
    }

    /// The device that an organisation registered under its own reference.
    pub async fn device_by_reference(
        &self,
        at: H256,
        org: OrgId,
        reference: &str,
    ) -> Result<Option<DeviceId>, Error> {
        let arguments = (org, reference.as_bytes()).encode();
        self.call(at, "DevicesApi_device_by_reference", arguments).await
    }

    /// A device's totals from a month on, in order.
    pub async fn month_totals(
        &self,
        at: H256,
        device: DeviceId,
        from: Month,
        limit: u32,
    ) -> Result<Vec<MonthTotalView>, Error> {
        self.call(at, "DevicesApi_month_totals", (device, from, limit).encode()).await
    }

    /// All totals of a device.
    pub async fn all_month_totals(
        &self,
        at: H256,
        device: DeviceId,
    ) -> Result<Vec<MonthTotalView>, Error> {
        let page =
            |from: Option<Month>| self.month_totals(at, device, from.unwrap_or_default(), PAGE);
        pages(page, |total| Some(total.month.next())).await
    }

    /// A device's unresolved quarantined reports after one, in storage order.
    pub async fn quarantined(
        &self,
        at: H256,
        device: DeviceId,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<QuarantinedView>, Error> {
        self.call(at, "DevicesApi_quarantined", (device, after, limit).encode()).await
    }

    /// All unresolved quarantined reports of a device, in order.
    pub async fn all_quarantined(
        &self,
        at: H256,
        device: DeviceId,
    ) -> Result<Vec<QuarantinedView>, Error> {
        listed(|after| self.quarantined(at, device, after, PAGE), |report| report.sequence).await
    }

    /// One report of a device, if it is quarantined and unresolved.
    pub async fn quarantined_report(
        &self,
        at: H256,
        device: DeviceId,
        sequence: u32,
    ) -> Result<Option<QuarantinedView>, Error> {
        self.call(at, "DevicesApi_quarantined_report", (device, sequence).encode()).await
    }

    /// Whether a reading is under a recorded report's root.
    pub async fn prove_reading(
        &self,
        at: H256,
        device: DeviceId,
        sequence: u32,
        proof: &ReadingProof,
    ) -> Result<ProofOutcome, Error> {
        self.call(at, "DevicesApi_prove_reading", (device, sequence, proof).encode()).await
    }

    /// One facility.
    pub async fn facility(
        &self,
        at: H256,
        facility: FacilityId,
    ) -> Result<Option<FacilityView>, Error> {
        self.call(at, "EmissionsApi_facility", facility.encode()).await
    }

    /// An organisation's facilities after one, in storage order.
    pub async fn facilities_of(
        &self,
        at: H256,
        org: OrgId,
        after: Option<FacilityId>,
        limit: u32,
    ) -> Result<Vec<FacilityView>, Error> {
        self.call(at, "EmissionsApi_facilities_of", (org, after, limit).encode()).await
    }

    /// All facilities of an organisation, in order.
    pub async fn all_facilities_of(
        &self,
        at: H256,
        org: OrgId,
    ) -> Result<Vec<FacilityView>, Error> {
        listed(|after| self.facilities_of(at, org, after, PAGE), |f| f.id).await
    }

    /// A facility's sources after one, in storage order.
    pub async fn sources_of(
        &self,
        at: H256,
        facility: FacilityId,
        after: Option<SourceId>,
        limit: u32,
    ) -> Result<Vec<SourceView>, Error> {
        self.call(at, "EmissionsApi_sources_of", (facility, after, limit).encode()).await
    }

    /// All sources of a facility, in order.
    pub async fn all_sources_of(
        &self,
        at: H256,
        facility: FacilityId,
    ) -> Result<Vec<SourceView>, Error> {
        listed(|after| self.sources_of(at, facility, after, PAGE), |s| s.id).await
    }

    /// A source's months from one on, in order.
    pub async fn source_months(
        &self,
        at: H256,
        source: SourceId,
        from: Month,
        limit: u32,
    ) -> Result<Vec<SourceMonthView>, Error> {
        self.call(at, "EmissionsApi_source_months", (source, from, limit).encode()).await
    }

    /// All months of a source.
    pub async fn all_source_months(
        &self,
        at: H256,
        source: SourceId,
    ) -> Result<Vec<SourceMonthView>, Error> {
        let page =
            |from: Option<Month>| self.source_months(at, source, from.unwrap_or_default(), PAGE);
        pages(page, |month| Some(month.month.next())).await
    }

    /// One series of factors.
    pub async fn factor_series(
        &self,
        at: H256,
        series: FactorSeriesId,
    ) -> Result<Option<FactorSeriesView>, Error> {
        self.call(at, "EmissionsApi_factor_series", series.encode()).await
    }

    /// Series of factors with an id above `after`, in order.
    pub async fn factor_library(
        &self,
        at: H256,
        after: Option<FactorSeriesId>,
        limit: u32,
    ) -> Result<Vec<FactorSeriesView>, Error> {
        self.call(at, "EmissionsApi_factor_library", (after, limit).encode()).await
    }

    /// All series of factors.
    pub async fn all_factor_series(&self, at: H256) -> Result<Vec<FactorSeriesView>, Error> {
        pages(|after| self.factor_library(at, after, PAGE), |s| Some(s.id)).await
    }

    /// A series' factors with a version above `after`, in order.
    pub async fn factors_of(
        &self,
        at: H256,
        series: FactorSeriesId,
        after: u16,
        limit: u32,
    ) -> Result<Vec<FactorView>, Error> {
        self.call(at, "EmissionsApi_factors_of", (series, after, limit).encode()).await
    }

    /// All factors of a series, oldest first.
    pub async fn all_factors_of(
        &self,
        at: H256,
        series: FactorSeriesId,
    ) -> Result<Vec<FactorView>, Error> {
        let page =
            |after: Option<u16>| self.factors_of(at, series, after.unwrap_or_default(), PAGE);
        pages(page, |factor| Some(factor.version)).await
    }
}

/// Walks pages in storage order, and sorts what they hold for those who read it.
async fn listed<T, K: Ord, Page>(
    page: impl Fn(Option<K>) -> Page,
    key: impl Fn(&T) -> K,
) -> Result<Vec<T>, Error>
where
    Page: Future<Output = Result<Vec<T>, Error>>,
{
    let mut all = pages(page, |item| Some(key(item))).await?;
    all.sort_unstable_by_key(key);
    Ok(all)
}

/// Walks pages until one is not full. `key` names where the page after an item begins.
async fn pages<T, K, Page>(
    page: impl Fn(Option<K>) -> Page,
    key: impl Fn(&T) -> Option<K>,
) -> Result<Vec<T>, Error>
where
    Page: Future<Output = Result<Vec<T>, Error>>,
{
    let mut all = Vec::new();
    let mut next = None;
    loop {
        let items = page(next).await?;
        let full = items.len() >= PAGE as usize;
        all.extend(items);
        next = all.last().and_then(&key);
        if !full || next.is_none() {
            return Ok(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: u32) -> impl Fn(Option<u32>) -> std::future::Ready<Result<Vec<u32>, Error>> {
        move |after| {
            let first = after.map_or(1, |after| after + 1);
            std::future::ready(Ok((first..=count).take(PAGE as usize).collect()))
        }
    }

    #[tokio::test]
    async fn pages_are_walked_to_the_end() {
        for count in [0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE] {
            let all = pages(numbers(count), |n| Some(*n)).await.expect("no page fails");
            assert_eq!(all, (1..=count).collect::<Vec<_>>());
        }
    }

    #[tokio::test]
    async fn what_comes_in_storage_order_is_sorted() {
        let last = 3 * PAGE;
        // Backwards is as good as any order.
        let page = |after: Option<u32>| {
            let first = after.unwrap_or(last + 1);
            std::future::ready(Ok((1..first).rev().take(PAGE as usize).collect()))
        };
        let all = listed(page, |n: &u32| *n).await.expect("no page fails");
        assert_eq!(all, (1..=last).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn a_page_that_fails_fails_the_walk() {
        let failing = |_: Option<u32>| {
            std::future::ready(Err::<Vec<u32>, _>(Error::input("the node is gone")))
        };
        assert!(pages(failing, |n| Some(*n)).await.is_err());
    }
}
