//! The library of emission factors.

use crate::{pallet::*, types::*};
use huangpu_primitives::{calendar::Month, units::Unit, FactorSeriesId, OrgId};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_create_series(publisher: OrgId, name: Name, unit: Unit) -> DispatchResult {
        Self::ensure_name(&name)?;
        if let Some((series, earlier)) = SeriesNames::<T>::get(publisher, &name) {
            ensure!(earlier == unit, Error::<T>::NameTaken);
            Self::deposit_event(Event::SeriesAlreadyCreated { series });
            return Ok(());
        }
        let series = LastSeries::<T>::get().next().ok_or(Error::<T>::TooMany)?;
        LastSeries::<T>::put(series);
        SeriesNames::<T>::insert(publisher, &name, (series, unit));
        let record = Series { name, unit, publisher, last_version: 0 };
        SeriesLibrary::<T>::insert(series, record);
        Self::deposit_event(Event::SeriesCreated { series, publisher });
        Ok(())
    }

    pub(crate) fn do_publish_factor(
        publisher: OrgId,
        series: FactorSeriesId,
        from: Month,
        to: Month,
        micrograms_per_unit: u64,
        source: Name,
    ) -> DispatchResult {
        Self::ensure_name(&source)?;
        ensure!(from <= to, Error::<T>::InvalidValidity);
        ensure!(u32::from(to.0 - from.0) < MAX_VALIDITY, Error::<T>::ValidityTooLong);
        let mut record = SeriesLibrary::<T>::get(series).ok_or(Error::<T>::UnknownSeries)?;
        ensure!(record.publisher == publisher, Error::<T>::UnknownSeries);
        let factor = Factor { from, to, micrograms_per_unit, source };
        if let Some(version) = Self::version_of(series, &factor) {
            Self::deposit_event(Event::FactorAlreadyPublished { series, version });
            return Ok(());
        }
        let version = record.last_version.checked_add(1).ok_or(Error::<T>::TooMany)?;

        for month in (from.0..=to.0).map(Month) {
            let free = !InForce::<T>::contains_key(series, month);
            ensure!(free, Error::<T>::ValidityOverlaps);
            InForce::<T>::insert(series, month, version);
        }
        Factors::<T>::insert(series, version, factor);
        record.last_version = version;
        SeriesLibrary::<T>::insert(series, record);
        Self::deposit_event(Event::FactorPublished { series, version, from, to });
        Ok(())
    }

    /// The version under which the very same factor was published.
    fn version_of(series: FactorSeriesId, factor: &Factor) -> Option<u16> {
        let version = InForce::<T>::get(series, factor.from)?;
        (Factors::<T>::get(series, version).as_ref() == Some(factor)).then_some(version)
    }

    /// The factor in force in a month.
    pub(crate) fn factor_in(series: FactorSeriesId, month: Month) -> Option<u64> {
        let version = InForce::<T>::get(series, month)?;
        Factors::<T>::get(series, version).map(|factor| factor.micrograms_per_unit)
    }
}
