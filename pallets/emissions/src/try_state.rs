//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use huangpu_primitives::calendar::Month;
use polkadot_sdk::{frame_support::ensure, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::check_facilities()?;
        Self::check_sources()?;
        Self::check_factors()
    }

    fn check_facilities() -> Result<(), TryRuntimeError> {
        let last = LastFacility::<T>::get();
        for (id, facility) in Facilities::<T>::iter() {
            ensure!(id.0 >= 1 && id <= last, "a facility's id was never given out");
            ensure!(FacilitiesOf::<T>::contains_key(facility.org, id), "a facility is not listed");
            let named = FacilityNames::<T>::get(facility.org, &facility.name);
            ensure!(named.is_some_and(|(of, _)| of == id), "a facility's name leads elsewhere");
            let sources = SourcesOf::<T>::iter_key_prefix(id).count() as u32;
            ensure!(sources == facility.sources, "sources are counted wrongly");
        }
        for (org, id, ()) in FacilitiesOf::<T>::iter() {
            let owned = Facilities::<T>::get(id).is_some_and(|facility| facility.org == org);
            ensure!(owned, "a listed facility is not the organisation's");
        }
        Ok(())
    }

    fn check_sources() -> Result<(), TryRuntimeError> {
        let last = LastSource::<T>::get();
        for (id, source) in Sources::<T>::iter() {
            ensure!(id.0 >= 1 && id <= last, "a source's id was never given out");
            ensure!(SourcesOf::<T>::contains_key(source.facility, id), "a source is not listed");
            let bound = SourceOfDevice::<T>::get(source.device);
            ensure!(bound == Some(id), "a source's device measures another one");
            ensure!(SeriesLibrary::<T>::contains_key(source.series), "a source without factors");
        }
        for (facility, id, ()) in SourcesOf::<T>::iter() {
            let part = Sources::<T>::get(id).is_some_and(|source| source.facility == facility);
            ensure!(part, "a listed source is not the facility's");
        }
        for (device, id) in SourceOfDevice::<T>::iter() {
            let bound = Sources::<T>::get(id).is_some_and(|source| source.device == device);
            ensure!(bound, "a device measures a source that does not know it");
        }
        for (source, _, _) in Activities::<T>::iter() {
            ensure!(Sources::<T>::contains_key(source), "activity of an unknown source");
        }
        Ok(())
    }

    fn check_factors() -> Result<(), TryRuntimeError> {
        for (series, month, version) in InForce::<T>::iter() {
            let valid = Factors::<T>::get(series, version)
                .is_some_and(|factor| (factor.from..=factor.to).contains(&month));
            ensure!(valid, "a factor is in force outside its validity");
        }
        for (id, series) in SeriesLibrary::<T>::iter() {
            let named = SeriesNames::<T>::get(series.publisher, &series.name);
            ensure!(named == Some((id, series.unit)), "a series' name leads elsewhere");
            let last = series.last_version;
            let there = last == 0 || Factors::<T>::contains_key(id, last);
            ensure!(there, "a series' last factor is missing");
        }
        for (series, version, Factor { from, to, .. }) in Factors::<T>::iter() {
            let known = SeriesLibrary::<T>::get(series);
            let given_out = known.is_some_and(|s| (1..=s.last_version).contains(&version));
            ensure!(given_out, "a factor without series");
            for month in (from.0..=to.0).map(Month) {
                let in_force = InForce::<T>::get(series, month) == Some(version);
                ensure!(in_force, "a factor is not in force within its validity");
            }
        }
        Ok(())
    }
}
