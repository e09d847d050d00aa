//! What the runtime APIs answer, at a block. Pages hold at most 256 items; `all_…` walks them, and sorts
//! what comes in storage order.

mod brakes;
mod council;
mod intervals;
mod money;
mod nodes;
mod validators;

pub use validators::{SessionKeys, Validator};

use crate::{
    runtime, AccountId, AuthorityId, Chain, DeviceId, Error, FacilityId, FactorSeriesId, OrgId,
    SourceId, H256,
};
use codec::{Decode, Encode};
use huangpu_primitives::{
    apis::{
        AccountView, ActView, ApplicationView, AuthorityView, ClassView, DeviceView, FacilityView,
        FactorSeriesView, FactorView, InterestView, MandateView, MonthTotalView, OrganisationView,
        ProofOutcome, QuarantinedView, QuotaView, SourceMonthView, SourceView, PAGE,
    },
    calendar::Month,
    identifiers::Identifier,
    instruments::InstrumentClass,
    report::ReadingProof,
    Millis,
};
use std::future::Future;
use subxt::storage::Address;

/// An organisation, as clients read it.
pub type Organisation = OrganisationView<AccountId>;
/// A proposed member, as clients read it.
pub type Application = ApplicationView<AccountId>;
/// A call that waits for a second delegate, as clients read it.
pub type Act = ActView<AccountId>;

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

    /// The member with a legal identifier.
    pub async fn organisation_by_identifier(
        &self,
        at: H256,
        identifier: &Identifier,
    ) -> Result<Option<OrgId>, Error> {
        self.call(at, "MembersApi_organisation_by_identifier", identifier.encode()).await
    }

    /// For whom an account acts.
    pub async fn account(
        &self,
        at: H256,
        account: &AccountId,
    ) -> Result<Option<AccountView>, Error> {
        self.call(at, "MembersApi_account", account.encode()).await
    }

    /// An organisation's delegates after one, in storage order.
    pub async fn delegates_of(
        &self,
        at: H256,
        org: OrgId,
        after: Option<AccountId>,
        limit: u32,
    ) -> Result<Vec<(AccountId, AccountView)>, Error> {
        self.call(at, "MembersApi_delegates_of", (org, after, limit).encode()).await
    }

    /// All delegates of an organisation, in order.
    pub async fn all_delegates_of(
        &self,
        at: H256,
        org: OrgId,
    ) -> Result<Vec<(AccountId, AccountView)>, Error> {
        listed(|after| self.delegates_of(at, org, after, PAGE), |(account, _)| *account).await
    }

    /// Proposed members after one, in storage order.
    pub async fn applications(
        &self,
        at: H256,
        after: Option<Identifier>,
        limit: u32,
    ) -> Result<Vec<Application>, Error> {
        self.call(at, "MembersApi_applications", (after, limit).encode()).await
    }

    /// All proposed members, in order.
    pub async fn all_applications(&self, at: H256) -> Result<Vec<Application>, Error> {
        listed(|after| self.applications(at, after, PAGE), |a| a.identifier.clone()).await
    }

    /// An organisation's calls that wait for a second delegate, after one, in storage order.
    pub async fn acts_of(
        &self,
        at: H256,
        org: OrgId,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<Act>, Error> {
        self.call(at, "MembersApi_acts_of", (org, after, limit).encode()).await
    }

    /// All calls of an organisation that wait for a second delegate, in order.
    pub async fn all_acts_of(&self, at: H256, org: OrgId) -> Result<Vec<Act>, Error> {
        listed(|after| self.acts_of(at, org, after, PAGE), |act| act.act).await
    }

    /// The mandates that a merchant granted, after the one to a platform, in storage order.
    pub async fn mandates_of(
        &self,
        at: H256,
        merchant: OrgId,
        after: Option<OrgId>,
        limit: u32,
    ) -> Result<Vec<MandateView>, Error> {
        self.call(at, "MembersApi_mandates_of", (merchant, after, limit).encode()).await
    }

    /// All mandates that a merchant granted, in the platforms' order.
    pub async fn all_mandates_of(
        &self,
        at: H256,
        merchant: OrgId,
    ) -> Result<Vec<MandateView>, Error> {
        listed(|after| self.mandates_of(at, merchant, after, PAGE), |m| m.platform).await
    }

    /// The mandates that a platform holds, after the one of a merchant, in storage order.
    pub async fn mandates_held(
        &self,
        at: H256,
        platform: OrgId,
        after: Option<OrgId>,
        limit: u32,
    ) -> Result<Vec<MandateView>, Error> {
        self.call(at, "MembersApi_mandates_held", (platform, after, limit).encode()).await
    }

    /// All mandates that a platform holds, in the merchants' order.
    pub async fn all_mandates_held(
        &self,
        at: H256,
        platform: OrgId,
    ) -> Result<Vec<MandateView>, Error> {
        listed(|after| self.mandates_held(at, platform, after, PAGE), |m| m.merchant).await
    }

    /// The interests that an organisation declared, after one, in storage order.
    pub async fn interests_of(
        &self,
        at: H256,
        org: OrgId,
        after: Option<OrgId>,
        limit: u32,
    ) -> Result<Vec<InterestView>, Error> {
        self.call(at, "MembersApi_interests_of", (org, after, limit).encode()).await
    }

    /// All interests that an organisation declared, in order.
    pub async fn all_interests_of(&self, at: H256, org: OrgId) -> Result<Vec<InterestView>, Error> {
        listed(|after| self.interests_of(at, org, after, PAGE), |i| i.with).await
    }

    /// Whether one organisation may verify or judge the other.
    pub async fn are_independent(&self, at: H256, one: OrgId, other: OrgId) -> Result<bool, Error> {
        self.call(at, "MembersApi_are_independent", (one, other).encode()).await
    }

    /// How much an organisation may use, and what is left of it.
    pub async fn quota(&self, at: H256, org: OrgId) -> Result<Option<QuotaView>, Error> {
        self.call(at, "MembersApi_quota", org.encode()).await
    }

    /// All classes of instruments, in order.
    pub async fn instrument_classes(&self, at: H256) -> Result<Vec<ClassView>, Error> {
        self.call(at, "InstrumentsApi_instrument_classes", Vec::new()).await
    }

    /// One class of instruments.
    pub async fn instrument_class(
        &self,
        at: H256,
        class: InstrumentClass,
    ) -> Result<ClassView, Error> {
        self.call(at, "InstrumentsApi_instrument_class", class.encode()).await
    }

    /// One authority.
    pub async fn authority(
        &self,
        at: H256,
        authority: AuthorityId,
    ) -> Result<Option<AuthorityView>, Error> {
        self.call(at, "InstrumentsApi_authority", authority.encode()).await
    }

    /// Authorities with an id above `after`, ended ones too, in order.
    pub async fn authorities(
        &self,
        at: H256,
        after: Option<AuthorityId>,
        limit: u32,
    ) -> Result<Vec<AuthorityView>, Error> {
        self.call(at, "InstrumentsApi_authorities", (after, limit).encode()).await
    }

    /// All authorities.
    pub async fn all_authorities(&self, at: H256) -> Result<Vec<AuthorityView>, Error> {
        pages(|after: Option<AuthorityId>| self.authorities(at, after, PAGE), |a| Some(a.id)).await
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

impl Chain {
    /// What the chain's clock said in a block, in milliseconds of Unix time.
    pub async fn clock(&self, at: H256) -> Result<Millis, Error> {
        let now = self.stored(at, "clock", runtime::storage().timestamp().now()).await?;
        Ok(now.unwrap_or_default())
    }

    /// A single value of a pallet's storage: what no runtime API answers.
    async fn stored<A: Address<KeyParts = ()>>(
        &self,
        at: H256,
        what: &str,
        address: A,
    ) -> Result<Option<A::Value>, Error> {
        let at = self.at(at).await?;
        let value = at.storage().try_fetch(address, ()).await;
        let value = value.map_err(|e| undecodable(what, e.to_string()))?;
        let value = value.map(|value| value.decode()).transpose();
        value.map_err(|e| undecodable(what, e.to_string()))
    }

    /// A value of a pallet's storage as a type of ours, where that of the metadata says less.
    async fn decoded<A: Address, T: Decode>(
        &self,
        at: H256,
        what: &str,
        address: A,
        key: A::KeyParts,
    ) -> Result<Option<T>, Error> {
        let at = self.at(at).await?;
        let value = at.storage().try_fetch(address, key).await;
        let value = value.map_err(|e| undecodable(what, e.to_string()))?;
        let value = value.map(|value| T::decode(&mut value.bytes())).transpose();
        value.map_err(|e| undecodable(what, e.to_string()))
    }
}

fn undecodable(what: &str, reason: String) -> Error {
    Error::Decode { what: what.to_owned(), reason }
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
