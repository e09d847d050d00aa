//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use huangpu_primitives::DeviceId;
use polkadot_sdk::{frame_support::ensure, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let last = LastDevice::<T>::get();
        for (id, device) in Devices::<T>::iter() {
            ensure!(id.0 >= 1 && id <= last, "a device's id was never given out");
            Self::check_device(id, &device)?;
        }
        for (org, id, ()) in DevicesOf::<T>::iter() {
            let owned = Devices::<T>::get(id).is_some_and(|device| device.org == org);
            ensure!(owned, "a listed device is not the organisation's");
        }
        for (org, reference, (id, _)) in References::<T>::iter() {
            let named = Devices::<T>::get(id)
                .is_some_and(|device| device.org == org && device.reference == reference);
            ensure!(named, "a reference leads to another device");
        }
        Self::check_expiry()
    }

    fn check_device(id: DeviceId, device: &Device) -> Result<(), TryRuntimeError> {
        ensure!(DevicesOf::<T>::contains_key(device.org, id), "a device is not listed");
        ensure!(
            References::<T>::contains_key(device.org, &device.reference),
            "a device's reference does not lead to it"
        );
        ensure!(device.meter.multiplier > 0, "a multiplier is zero");
        ensure!(device.key.is_enabled(), "a key's algorithm is not enabled");
        let cursor = Cursors::<T>::get(id);
        let modulus = device.meter.rollover.unwrap_or(u64::MAX);
        ensure!(cursor.register <= modulus, "a register is beyond its rollover");
        ensure!(cursor.pruned <= cursor.sequence, "roots are pruned that never were");
        ensure!(cursor.counted <= cursor.sequence, "a report is counted that never came");
        ensure!(
            (cursor.sequence == 0) == cursor.hash.is_zero(),
            "the hash of a last report without report, or the reverse"
        );
        let roots = Roots::<T>::iter_key_prefix(id).collect::<alloc::vec::Vec<u32>>();
        let expected = (cursor.sequence - cursor.pruned) as usize;
        ensure!(roots.len() == expected, "retained roots have holes");
        let retained = |sequence: &u32| cursor.pruned < *sequence && *sequence <= cursor.sequence;
        ensure!(roots.iter().all(retained), "a root is retained that should be pruned");
        for sequence in Quarantine::<T>::iter_key_prefix(id) {
            ensure!(
                (1..=cursor.sequence).contains(&sequence),
                "a report is quarantined that never came"
            );
        }
        for (_, total) in MonthTotals::<T>::iter_prefix(id) {
            ensure!(total.late <= total.readings, "more late readings than readings");
            ensure!(total.last_sequence <= cursor.sequence, "a month is ahead of its device");
        }
        Ok(())
    }

    fn check_expiry() -> Result<(), TryRuntimeError> {
        for (day, id, up_to) in Expiring::<T>::iter() {
            ensure!(up_to <= Cursors::<T>::get(id).sequence, "roots expire that never were");
            let pruning = PruningDay::<T>::get().unwrap_or_default();
            ensure!(day >= pruning, "a day's roots were passed over");
        }
        Ok(())
    }
}
