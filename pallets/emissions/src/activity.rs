//! Booking what the meters report.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{
    calendar::Month,
    traits::{Metered, OnReport},
    DeviceId, OrgId,
};
use polkadot_sdk::frame_support::weights::Weight;

impl<T: Config> OnReport for Pallet<T> {
    fn on_report(_org: OrgId, device: DeviceId, month: Month, metered: Metered) {
        if let Some(source) = SourceOfDevice::<T>::get(device) {
            Activities::<T>::mutate(source, month, |activity| {
                activity.get_or_insert_default().add(&metered)
            });
        }
    }

    fn weight() -> Weight {
        T::WeightInfo::on_report()
    }
}
