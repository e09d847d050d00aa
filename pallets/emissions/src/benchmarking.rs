//! Benchmarks.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;
use huangpu_primitives::{
    calendar::Month,
    traits::{DeviceDirectory, Metered, OnReport},
    units::Unit,
    FacilityId, FactorSeriesId, OrgId,
};
use polkadot_sdk::*;

const MONTH: Month = Month(576);

fn name() -> Name {
    vec![b'n'; 128].try_into().expect("128 bytes is the bound")
}

fn member<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin =
        T::MemberOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
    let org =
        T::MemberOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    Ok((origin, org))
}

fn regulator<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin =
        T::RegulatorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
    let org = T::RegulatorOrigin::ensure_origin(origin.clone())
        .map_err(|_| BenchmarkError::Weightless)?;
    Ok((origin, org))
}

fn series<T: Config>(publisher: OrgId) -> FactorSeriesId {
    let mut name = name();
    name[0] = b'0' + LastSeries::<T>::get().0 as u8;
    Pallet::<T>::do_create_series(publisher, name, Unit::WattHour).expect("a sound series");
    LastSeries::<T>::get()
}

fn facility<T: Config>(org: OrgId) -> FacilityId {
    Pallet::<T>::do_register_facility(org, name(), 5, 310_113).expect("a sound facility");
    LastFacility::<T>::get()
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn register_facility() -> Result<(), BenchmarkError> {
        let (origin, _) = member::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, name(), 5, 310_113);

        assert!(Facilities::<T>::contains_key(LastFacility::<T>::get()));
        Ok(())
    }

    #[benchmark]
    fn add_source() -> Result<(), BenchmarkError> {
        let (origin, org) = member::<T>()?;
        let (facility, series) = (facility::<T>(org), series::<T>(org));
        let device = T::Devices::register(org, Unit::WattHour);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, facility, name(), device, 2, series);

        assert!(SourceOfDevice::<T>::contains_key(device));
        Ok(())
    }

    #[benchmark]
    fn set_factor_series() -> Result<(), BenchmarkError> {
        let (origin, org) = member::<T>()?;
        let (facility, first) = (facility::<T>(org), series::<T>(org));
        let second = series::<T>(org);
        let device = T::Devices::register(org, Unit::WattHour);
        Pallet::<T>::do_add_source(org, facility, name(), device, 2, first)?;
        let source = LastSource::<T>::get();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, source, second);

        assert_eq!(Sources::<T>::get(source).unwrap().series, second);
        Ok(())
    }

    #[benchmark]
    fn create_series() -> Result<(), BenchmarkError> {
        let (origin, _) = regulator::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, name(), Unit::WattHour);

        assert!(SeriesLibrary::<T>::contains_key(LastSeries::<T>::get()));
        Ok(())
    }

    #[benchmark]
    fn publish_factor(m: Linear<1, MAX_VALIDITY>) -> Result<(), BenchmarkError> {
        let (origin, org) = regulator::<T>()?;
        let series = series::<T>(org);
        let to = Month(MONTH.0 + m as u16 - 1);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, series, MONTH, to, 536_600, name());

        assert_eq!(InForce::<T>::get(series, to), Some(1));
        Ok(())
    }

    #[benchmark]
    fn on_report() -> Result<(), BenchmarkError> {
        let (_, org) = member::<T>()?;
        let (facility, series) = (facility::<T>(org), series::<T>(org));
        let device = T::Devices::register(org, Unit::WattHour);
        Pallet::<T>::do_add_source(org, facility, name(), device, 2, series)?;
        let source = LastSource::<T>::get();
        let metered = Metered { measured: 1, uncalibrated: 2, gap: 3, readings: 4 };

        #[block]
        {
            Pallet::<T>::on_report(org, device, MONTH, metered);
        }

        assert_eq!(Activities::<T>::get(source, MONTH).unwrap().total(), 6);
        Ok(())
    }
}
