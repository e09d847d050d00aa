//! Standing: who loses it is no longer let in, for which nothing has to be written. Who is closed loses its nodes.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{apis::Standing, traits::OnStanding, OrgId};
use polkadot_sdk::frame_support::weights::Weight;

impl<T: Config> OnStanding for Pallet<T> {
    fn on_standing(org: OrgId, _: Standing, to: Standing) {
        if to == Standing::Closed {
            Self::drop_all(org);
        }
    }

    fn weight() -> Weight {
        T::WeightInfo::on_closed()
    }
}
