//! Standing: who loses it leaves, and who gets it back in time stays.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{
    apis::{Departure, Standing},
    traits::OnStanding,
    OrgId,
};
use polkadot_sdk::frame_support::weights::Weight;

impl<T: Config> OnStanding for Pallet<T> {
    fn weight() -> Weight {
        T::WeightInfo::leave_set().max(T::WeightInfo::remove_validator())
    }

    fn on_standing(org: OrgId, _: Standing, to: Standing) {
        match to {
            Standing::Active => Self::stay(org),
            _ => Self::leave_anyway(org, Departure::Standing),
        }
    }
}
