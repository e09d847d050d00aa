//! What others read: the runtime API's answers.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{FacilityView, FactorSeriesView, FactorView, SourceMonthView, SourceView, PAGE},
    calendar::Month,
    units::grams_co2e,
    FacilityId, FactorSeriesId, OrgId, SourceId,
};

fn page(limit: u32) -> usize {
    limit.min(PAGE) as usize
}

impl<T: Config> Pallet<T> {
    /// See `EmissionsApi::facility`.
    pub fn facility_view(id: FacilityId) -> Option<FacilityView> {
        let Facility { org, name, sector, district, .. } = Facilities::<T>::get(id)?;
        let mut sources: Vec<SourceView> =
            SourcesOf::<T>::iter_key_prefix(id).filter_map(Self::source_view).collect();
        sources.sort_unstable_by_key(|source| source.id);
        Some(FacilityView { id, org, name: name.into_inner(), sector, district, sources })
    }

    fn source_view(id: SourceId) -> Option<SourceView> {
        let Source { name, device, scope, series, .. } = Sources::<T>::get(id)?;
        let unit = SeriesLibrary::<T>::get(series)?.unit;
        Some(SourceView { id, name: name.into_inner(), device, scope, series, unit })
    }

    /// See `EmissionsApi::facilities_of`.
    pub fn facilities_page(org: OrgId, after: Option<FacilityId>, limit: u32) -> Vec<FacilityView> {
        let mut ids: Vec<FacilityId> = FacilitiesOf::<T>::iter_key_prefix(org)
            .filter(|id| after.is_none_or(|after| *id > after))
            .collect();
        ids.sort_unstable();
        ids.into_iter().take(page(limit)).filter_map(Self::facility_view).collect()
    }

    /// See `EmissionsApi::source_months`.
    pub fn source_months_page(source: SourceId, from: Month, limit: u32) -> Vec<SourceMonthView> {
        let Some(Source { series, .. }) = Sources::<T>::get(source) else {
            return Vec::new();
        };
        let mut months: Vec<(Month, Activity)> =
            Activities::<T>::iter_prefix(source).filter(|(month, _)| *month >= from).collect();
        months.sort_unstable_by_key(|(month, _)| *month);
        months
            .into_iter()
            .take(page(limit))
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
        let first = last_version.saturating_sub(PAGE as u16 - 1).max(1);
        let factors = (first..=last_version).filter_map(|version| {
            let Factor { from, to, micrograms_per_unit, source } = Factors::<T>::get(id, version)?;
            let source = source.into_inner();
            Some(FactorView { version, from, to, micrograms_per_unit, source })
        });
        let factors = factors.collect();
        Some(FactorSeriesView { id, name: name.into_inner(), unit, publisher, factors })
    }

    /// See `EmissionsApi::factor_library`. Ids have no holes, so the next page is the next ids.
    pub fn library_page(after: Option<FactorSeriesId>, limit: u32) -> Vec<FactorSeriesView> {
        let first = after.unwrap_or_default().0.saturating_add(1);
        (first..=LastSeries::<T>::get().0)
            .take(page(limit))
            .filter_map(|id| Self::series_view(FactorSeriesId(id)))
            .collect()
    }
}
