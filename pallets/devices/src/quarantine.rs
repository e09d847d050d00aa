//! Resolving reports that broke a rule.

use crate::{assessment::movement, pallet::*, types::*};
use huangpu_primitives::{calendar::Month, DeviceId};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, traits::EnsureOrigin},
    frame_system::pallet_prelude::*,
};

impl<T: Config> Pallet<T> {
    /// A regulator may do both, but not count for itself; the owner may only discard.
    pub(crate) fn ensure_may_resolve(
        origin: OriginFor<T>,
        device: DeviceId,
        resolution: Resolution,
    ) -> DispatchResult {
        let owner = Devices::<T>::get(device).map(|device| device.org);
        let origin = match T::RegulatorOrigin::try_origin(origin) {
            Ok(regulator) if owner == Some(regulator) => {
                ensure!(resolution == Resolution::Discard, Error::<T>::OnlyRegulatorCounts);
                return Ok(());
            }
            Ok(_) => return Ok(()),
            Err(origin) => origin,
        };
        let org = T::OwnerOrigin::ensure_origin(origin)?;
        ensure!(owner == Some(org), Error::<T>::UnknownDevice);
        ensure!(resolution == Resolution::Discard, Error::<T>::OnlyRegulatorCounts);
        Ok(())
    }

    pub(crate) fn do_resolve(
        device: DeviceId,
        sequence: u32,
        resolution: Resolution,
    ) -> DispatchResult {
        let Device { org, meter, .. } =
            Devices::<T>::get(device).ok_or(Error::<T>::UnknownDevice)?;
        let record = Quarantine::<T>::get(device, sequence).ok_or(Error::<T>::NotQuarantined)?;
        let counted = match resolution {
            Resolution::Discard => 0,
            Resolution::Count { month } => {
                let quantity = Self::advance_over(device, &meter, sequence, &record, month)?;
                Self::book_gap(org, device, month, quantity);
                quantity
            }
        };
        Quarantine::<T>::remove(device, sequence);
        let event = Event::QuarantineResolved { device, sequence, resolution, counted };
        Self::deposit_event(event);
        Ok(())
    }

    /// Moves the register on to where a quarantined report left it; what it moved by is returned.
    ///
    /// A report that was counted since, or an exchange of the meter, has booked that movement already.
    fn advance_over(
        device: DeviceId,
        meter: &Meter,
        sequence: u32,
        record: &Quarantined,
        month: Month,
    ) -> Result<u128, DispatchError> {
        ensure!(month <= Month::of(Self::now()), Error::<T>::InFuture);
        let mut cursor = Cursors::<T>::get(device);
        ensure!(sequence > cursor.counted, Error::<T>::CountedSince);
        let quantity =
            movement(meter, cursor.register, record.register).map_err(Error::<T>::from)?;
        cursor.register = record.register;
        // Where the period was what was wrong, it says nothing of where the next one may begin.
        let wrong_period = matches!(
            record.breach,
            Breach::EmptyPeriod | Breach::PeriodOverlaps | Breach::PeriodInFuture
        );
        if !wrong_period {
            cursor.end = cursor.end.max(record.end);
        }
        cursor.counted = sequence;
        Cursors::<T>::insert(device, cursor);
        Ok(quantity)
    }
}
