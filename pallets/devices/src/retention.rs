//! Removing roots whose retention is over, in the blocks' idle time.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{calendar::Day, DeviceId};
use polkadot_sdk::frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
    /// Removes what expired before today, as far as the weight reaches; the next block goes on.
    pub(crate) fn prune_expired(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::prune_day()).is_err() {
            return;
        }
        let today = Day::of(Self::now());
        // Nothing can have expired before the chain's first day.
        let mut day = PruningDay::<T>::get().unwrap_or(today);
        let first = day;
        while day < today {
            if !Self::prune_bucket(day, meter) {
                break;
            }
            day = day.plus(1);
            if meter.try_consume(T::WeightInfo::prune_day()).is_err() {
                break;
            }
        }
        if day != first || !PruningDay::<T>::exists() {
            PruningDay::<T>::put(day);
        }
    }

    /// Whether the day's bucket is empty now.
    fn prune_bucket(day: Day, meter: &mut WeightMeter) -> bool {
        // One iterator for all: a new one would walk over what was removed before it, every time.
        let mut entries = Expiring::<T>::iter_prefix(day);
        loop {
            if !meter.can_consume(T::WeightInfo::prune_root()) {
                return false;
            }
            let Some((device, up_to)) = entries.next() else { return true };
            if !Self::prune_device(device, up_to, meter) {
                return false;
            }
            Expiring::<T>::remove(day, device);
        }
    }

    /// Whether all of the device's roots up to a sequence are gone now.
    fn prune_device(device: DeviceId, up_to: u32, meter: &mut WeightMeter) -> bool {
        Cursors::<T>::mutate(device, |cursor| {
            if cursor.pruned >= up_to {
                // It cannot be, but if it were, looking would not be free. The caller saw that it fits.
                meter.consume(T::WeightInfo::prune_root());
            }
            while cursor.pruned < up_to {
                if meter.try_consume(T::WeightInfo::prune_root()).is_err() {
                    return false;
                }
                cursor.pruned = cursor.pruned.saturating_add(1);
                Roots::<T>::remove(device, cursor.pruned);
            }
            true
        })
    }
}
