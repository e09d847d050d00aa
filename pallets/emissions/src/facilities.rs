//! Facilities and their sources.

use crate::{pallet::*, types::*};
use codec::Encode;
use huangpu_primitives::{
    traits::{DeviceDirectory, Direction},
    DeviceId, FacilityId, FactorSeriesId, OrgId, SourceId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*},
    sp_core::H256,
    sp_io::hashing::blake2_256,
};

const LAST_SECTOR: u8 = 99;
const DISTRICTS: core::ops::RangeInclusive<u32> = 100_000..=999_999;

impl<T: Config> Pallet<T> {
    pub(crate) fn ensure_name(name: &Name) -> DispatchResult {
        let text = core::str::from_utf8(name).map_err(|_| Error::<T>::InvalidName)?;
        ensure!(!text.is_empty(), Error::<T>::InvalidName);
        Ok(())
    }

    pub(crate) fn do_register_facility(
        org: OrgId,
        name: Name,
        sector: u8,
        district: u32,
    ) -> DispatchResult {
        Self::ensure_name(&name)?;
        ensure!((1..=LAST_SECTOR).contains(&sector), Error::<T>::InvalidSector);
        ensure!(DISTRICTS.contains(&district), Error::<T>::InvalidDistrict);
        let content = H256(blake2_256(&(sector, district).encode()));
        if let Some((facility, earlier)) = FacilityNames::<T>::get(org, &name) {
            ensure!(earlier == content, Error::<T>::NameTaken);
            Self::deposit_event(Event::FacilityAlreadyRegistered { facility });
            return Ok(());
        }
        let facility = LastFacility::<T>::get().next().ok_or(Error::<T>::TooMany)?;
        LastFacility::<T>::put(facility);
        FacilityNames::<T>::insert(org, &name, (facility, content));
        FacilitiesOf::<T>::insert(org, facility, ());
        Facilities::<T>::insert(facility, Facility { org, name, sector, district, sources: 0 });
        Self::deposit_event(Event::FacilityRegistered { facility, org });
        Ok(())
    }

    pub(crate) fn do_add_source(
        org: OrgId,
        facility: FacilityId,
        name: Name,
        device: DeviceId,
        scope: u8,
        series: FactorSeriesId,
    ) -> DispatchResult {
        Self::ensure_name(&name)?;
        ensure!((1..=3).contains(&scope), Error::<T>::InvalidScope);
        let record = Facilities::<T>::get(facility).ok_or(Error::<T>::UnknownFacility)?;
        ensure!(record.org == org, Error::<T>::UnknownFacility);
        Self::ensure_fits(org, device, series)?;
        let source = Source { facility, name, device, scope, series };
        if let Some(bound) = SourceOfDevice::<T>::get(device) {
            ensure!(Sources::<T>::get(bound) == Some(source), Error::<T>::DeviceBound);
            Self::deposit_event(Event::SourceAlreadyAdded { source: bound });
            return Ok(());
        }
        ensure!(record.sources < T::MaxSources::get(), Error::<T>::TooManySources);
        let id = Self::insert_source(record, source)?;
        Self::deposit_event(Event::SourceAdded { source: id, facility, device });
        Ok(())
    }

    fn insert_source(mut facility: Facility, source: Source) -> Result<SourceId, DispatchError> {
        let id = LastSource::<T>::get().next().ok_or(Error::<T>::TooMany)?;
        LastSource::<T>::put(id);
        facility.sources = facility.sources.saturating_add(1);
        Facilities::<T>::insert(source.facility, facility);
        SourcesOf::<T>::insert(source.facility, id, ());
        SourceOfDevice::<T>::insert(source.device, id);
        Sources::<T>::insert(id, source);
        Ok(id)
    }

    /// The organisation's own import meter, which counts what the series' factors apply to.
    fn ensure_fits(org: OrgId, device: DeviceId, series: FactorSeriesId) -> DispatchResult {
        let facts = T::Devices::device(device).ok_or(Error::<T>::UnknownDevice)?;
        ensure!(facts.org == org, Error::<T>::UnknownDevice);
        ensure!(facts.direction == Direction::Import, Error::<T>::ExportMeter);
        let series = SeriesLibrary::<T>::get(series).ok_or(Error::<T>::UnknownSeries)?;
        ensure!(series.unit == facts.unit, Error::<T>::UnitMismatch);
        Ok(())
    }

    pub(crate) fn do_set_factor_series(
        org: OrgId,
        source: SourceId,
        series: FactorSeriesId,
    ) -> DispatchResult {
        let mut record = Sources::<T>::get(source).ok_or(Error::<T>::UnknownSource)?;
        let owned = Facilities::<T>::get(record.facility).is_some_and(|f| f.org == org);
        ensure!(owned, Error::<T>::UnknownSource);
        let known = SeriesLibrary::<T>::get(record.series).ok_or(Error::<T>::UnknownSeries)?;
        let wanted = SeriesLibrary::<T>::get(series).ok_or(Error::<T>::UnknownSeries)?;
        ensure!(known.unit == wanted.unit, Error::<T>::UnitMismatch);
        record.series = series;
        Sources::<T>::insert(source, record);
        Self::deposit_event(Event::FactorSeriesSet { source, series });
        Ok(())
    }
}
