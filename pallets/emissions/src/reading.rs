//! What others read: the runtime API's answers.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{FacilityView, FactorSeriesView, FactorView, SourceMonthView, SourceView},
    calendar::Month,
    paging::{keys_after, page_size},
    units::grams_co2e,
    FacilityId, FactorSeriesId, OrgId, SourceId,
};

impl<T: Config> Pallet<T> {
    /// See `EmissionsApi::facility`.
    pub fn facility_view(id: FacilityId) -> Option<FacilityView> {
        let Facility { org, name, sector, district, sources } = Facilities::<T>::get(id)?;
        Some(FacilityView { id, org, name: name.into_inner(), sector, district, sources })
    }

    /// See `EmissionsApi::facilities_of`.
    pub fn facilities_page(org: OrgId, after: Option<FacilityId>, limit: u32) -> Vec<FacilityView> {
        keys_after::<FacilitiesOf<T>, _, _, _>(org, after, limit)
            .filter_map(Self::facility_view)
            .collect()
    }

    /// See `EmissionsApi::sources_of`.
    pub fn sources_page(
        facility: FacilityId,
        after: Option<SourceId>,
        limit: u32,
    ) -> Vec<SourceView> {
        keys_after::<SourcesOf<T>, _, _, _>(facility, after, limit)
            .filter_map(Self::source_view)
            .collect()
    }

    fn source_view(id: SourceId) -> Option<SourceView> {
        let Source { name, device, scope, series, .. } = Sources::<T>::get(id)?;
        let unit = SeriesLibrary::<T>::get(series)?.unit;
        Some(SourceView { id, name: name.into_inner(), device, scope, series, unit })
    }

    /// See `EmissionsApi::source_months`.
    pub fn source_months_page(source: SourceId, from: Month, limit: u32) -> Vec<SourceMonthView> {
        let Some(Source { series, .. }) = Sources::<T>::get(source) else {
            return Vec::new();
        };
        // Reading and sorting all of them is bounded: the calendar has twelve months a year, and none
        // in the future is booked.
        let mut months: Vec<(Month, Activity)> =
            Activities::<T>::iter_prefix(source).filter(|(month, _)| *month >= from).collect();
        months.sort_unstable_by_key(|(month, _)| *month);
        months
            .into_iter()
            .take(page_size(limit))
            .map(|(month, activity)| {
                let factor = Self::factor_in(series, month);
                SourceMonthView {
                    source,
                    month,
                    measured: activity.measured,
                    estimated: activity.estimated,
                    readings: activity.readings,
                    factor,
                    grams: factor.and_then(|factor| grams_co2e(activity.total(), factor)),
                }
            })
            .collect()
    }

    /// See `EmissionsApi::factor_series`.
    pub fn series_view(id: FactorSeriesId) -> Option<FactorSeriesView> {
        let Series { name, unit, publisher, last_version } = SeriesLibrary::<T>::get(id)?;
        let name = name.into_inner();
        Some(FactorSeriesView { id, name, unit, publisher, versions: last_version })
    }

    /// See `EmissionsApi::factors_of`. Versions have no holes, so the next page is the next versions.
    pub fn factors_page(id: FactorSeriesId, after: u16, limit: u32) -> Vec<FactorView> {
        let last = SeriesLibrary::<T>::get(id).map_or(0, |series| series.last_version);
        // Skipping, where adding one to the last possible version would overflow.
        (after..=last)
            .skip(1)
            .take(page_size(limit))
            .filter_map(|version| Self::factor_view(id, version))
            .collect()
    }

    fn factor_view(series: FactorSeriesId, version: u16) -> Option<FactorView> {
        let Factor { from, to, micrograms_per_unit, source } = Factors::<T>::get(series, version)?;
        let source = source.into_inner();
        Some(FactorView { version, from, to, micrograms_per_unit, source })
    }

    /// See `EmissionsApi::factor_library`. Ids have no holes, so the next page is the next ids.
    pub fn library_page(after: Option<FactorSeriesId>, limit: u32) -> Vec<FactorSeriesView> {
        let first = after.unwrap_or_default().0.saturating_add(1);
        (first..=LastSeries::<T>::get().0)
            .take(page_size(limit))
            .filter_map(|id| Self::series_view(FactorSeriesId(id)))
            .collect()
    }
}
