//! Registering, keeping and retiring devices.

use crate::{assessment::movement, pallet::*, types::*};
use codec::Encode;
use huangpu_primitives::{
    apis::DeviceStatus, calendar::Month, report::DeviceKey, traits::*, DeviceId, Millis, OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, traits::Time},
    sp_core::H256,
    sp_io::hashing::blake2_256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn now() -> Millis {
        T::Clock::now()
    }

    /// The latest moment that is not in the future, given how devices' clocks may differ.
    pub(crate) fn latest_moment() -> Millis {
        Self::now().saturating_add(T::ClockSkew::get())
    }

    pub(crate) fn do_register(
        org: OrgId,
        reference: Reference,
        registration: Registration,
    ) -> DispatchResult {
        let content = H256(blake2_256(&registration.encode()));
        if let Some((device, earlier)) = References::<T>::get(org, &reference) {
            ensure!(earlier == content, Error::<T>::ReferenceTaken);
            Self::deposit_event(Event::DeviceAlreadyRegistered { device });
            return Ok(());
        }
        Self::ensure_sound(&reference, &registration)?;
        let device = LastDevice::<T>::get().next().ok_or(Error::<T>::TooManyDevices)?;
        LastDevice::<T>::put(device);
        References::<T>::insert(org, &reference, (device, content));
        Self::insert_device(device, org, reference, registration);
        Self::deposit_event(Event::DeviceRegistered { device, org });
        Ok(())
    }

    fn ensure_sound(reference: &Reference, registration: &Registration) -> DispatchResult {
        let text = core::str::from_utf8(reference).map_err(|_| Error::<T>::InvalidReference)?;
        ensure!(!text.is_empty(), Error::<T>::InvalidReference);
        ensure!(registration.key.is_enabled(), Error::<T>::AlgorithmNotEnabled);
        ensure!(registration.multiplier > 0, Error::<T>::ZeroMultiplier);
        let modulus = registration.rollover.unwrap_or(u64::MAX);
        ensure!(registration.opening_register < modulus, Error::<T>::RegisterBeyondRollover);
        ensure!(registration.installed <= Self::latest_moment(), Error::<T>::InFuture);
        Ok(())
    }

    fn insert_device(
        device: DeviceId,
        org: OrgId,
        reference: Reference,
        registration: Registration,
    ) {
        let Registration { key, unit, direction, multiplier, rollover, calibrated_until, .. } =
            registration;
        let from = registration.installed;
        let calibration = calibrated_until.map(|until| Calibration { from, until });
        let earlier_calibration = None;
        let meter =
            Meter { unit, direction, multiplier, rollover, calibration, earlier_calibration };
        let status = DeviceStatus::Active;
        Devices::<T>::insert(device, Device { org, reference, key, status, meter });
        DevicesOf::<T>::insert(org, device, ());
        let cursor = Cursor {
            end: registration.installed,
            register: registration.opening_register,
            ..Default::default()
        };
        Cursors::<T>::insert(device, cursor);
    }

    /// Changes a device of an organisation.
    pub(crate) fn try_mutate_device<R>(
        org: OrgId,
        device: DeviceId,
        change: impl FnOnce(&mut Device) -> Result<R, DispatchError>,
    ) -> Result<R, DispatchError> {
        Devices::<T>::try_mutate(device, |slot| match slot {
            Some(device) if device.org == org => change(device),
            _ => Err(Error::<T>::UnknownDevice.into()),
        })
    }

    pub(crate) fn do_rotate_key(org: OrgId, device: DeviceId, key: DeviceKey) -> DispatchResult {
        Self::try_mutate_device(org, device, |record| {
            ensure!(record.status != DeviceStatus::Retired, Error::<T>::Retired);
            ensure!(key.is_enabled(), Error::<T>::AlgorithmNotEnabled);
            ensure!(record.key != key, Error::<T>::KeyUnchanged);
            record.key = key;
            Ok(())
        })?;
        Self::deposit_event(Event::KeyRotated { device });
        Ok(())
    }

    pub(crate) fn do_suspend(org: OrgId, device: DeviceId) -> DispatchResult {
        Self::try_mutate_device(org, device, |record| {
            ensure!(record.status == DeviceStatus::Active, Error::<T>::NotActive);
            record.status = DeviceStatus::Suspended;
            Ok(())
        })?;
        Self::deposit_event(Event::DeviceSuspended { device });
        Ok(())
    }

    pub(crate) fn do_reinstate(org: OrgId, device: DeviceId) -> DispatchResult {
        Self::try_mutate_device(org, device, |record| {
            ensure!(record.status == DeviceStatus::Suspended, Error::<T>::NotSuspended);
            record.status = DeviceStatus::Active;
            Ok(())
        })?;
        Self::deposit_event(Event::DeviceReinstated { device });
        Ok(())
    }

    pub(crate) fn do_retire(org: OrgId, device: DeviceId) -> DispatchResult {
        Self::try_mutate_device(org, device, |record| {
            ensure!(record.status != DeviceStatus::Retired, Error::<T>::Retired);
            record.status = DeviceStatus::Retired;
            Ok(())
        })?;
        Self::deposit_event(Event::DeviceRetired { device });
        Ok(())
    }

    pub(crate) fn do_calibrate(
        org: OrgId,
        device: DeviceId,
        calibration: Calibration,
    ) -> DispatchResult {
        let Calibration { from, until } = calibration;
        ensure!(from < until, Error::<T>::EmptyCalibration);
        Self::try_mutate_device(org, device, |record| {
            ensure!(record.status != DeviceStatus::Retired, Error::<T>::Retired);
            let meter = &mut record.meter;
            let newer =
                meter.calibration.is_none_or(|known| from >= known.from && until > known.until);
            ensure!(newer, Error::<T>::CalibrationNotNewer);
            meter.earlier_calibration = meter.calibration.replace(calibration);
            Ok(())
        })?;
        Self::deposit_event(Event::DeviceCalibrated { device, from, until });
        Ok(())
    }

    pub(crate) fn do_exchange_meter(
        org: OrgId,
        device: DeviceId,
        at: Millis,
        closing_register: u64,
        opening_register: u64,
        evidence: H256,
    ) -> DispatchResult {
        let meter = Self::try_mutate_device(org, device, |record| {
            ensure!(record.status != DeviceStatus::Retired, Error::<T>::Retired);
            Ok(record.meter.clone())
        })?;
        let mut cursor = Cursors::<T>::get(device);
        ensure!(at >= cursor.end, Error::<T>::BeforeLastReport);
        ensure!(at <= Self::latest_moment(), Error::<T>::InFuture);
        let modulus = meter.rollover.unwrap_or(u64::MAX);
        ensure!(opening_register < modulus, Error::<T>::RegisterBeyondRollover);
        let gap = movement(&meter, cursor.register, closing_register).map_err(Error::<T>::from)?;

        cursor.end = at;
        cursor.register = opening_register;
        cursor.counted = cursor.sequence;
        Cursors::<T>::insert(device, cursor);
        if gap > 0 {
            Self::book_gap(org, device, Month::of(at), gap);
        }
        let event = Event::MeterExchanged { device, at, gap, opening_register, evidence };
        Self::deposit_event(event);
        Ok(())
    }

    /// Books a quantity that no reading covers.
    pub(crate) fn book_gap(org: OrgId, device: DeviceId, month: Month, gap: u128) {
        MonthTotals::<T>::mutate(device, month, |total| {
            let total = total.get_or_insert_default();
            total.gap = total.gap.saturating_add(gap);
        });
        T::OnReport::on_report(org, device, month, Metered { gap, ..Default::default() });
    }
}

impl<T> From<Breach> for Error<T> {
    fn from(breach: Breach) -> Self {
        match breach {
            Breach::RegisterBeyondRollover => Error::RegisterBeyondRollover,
            _ => Error::RegisterBackwards,
        }
    }
}
