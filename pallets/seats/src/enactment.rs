//! What the council puts into force.

use crate::{pallet::*, WeightInfo};
use codec::Encode;
use polkadot_sdk::{
    frame_support::{
        dispatch::{extract_actual_weight, GetDispatchInfo},
        traits::UnfilteredDispatchable,
        weights::Weight,
    },
    frame_system::RawOrigin,
    sp_core::H256,
    sp_io::hashing::blake2_256,
};

impl<T: Config> Pallet<T> {
    /// What enacting a call weighs beside the call: hashing it.
    pub(crate) fn weight_to_enact(call: &<T as Config>::RuntimeCall) -> Weight {
        T::WeightInfo::enact(call.encoded_size() as u32)
    }

    /// Makes a call as root; what it weighed.
    pub(crate) fn do_enact(call: <T as Config>::RuntimeCall) -> Weight {
        let (own, info) = (Self::weight_to_enact(&call), call.get_dispatch_info());
        let call_hash = H256(call.using_encoded(blake2_256));
        let done = call.dispatch_bypass_filter(RawOrigin::Root.into());
        let inner = extract_actual_weight(&done, &info);
        let result = done.map(drop).map_err(|failed| failed.error);
        Self::deposit_event(Event::Enacted { call_hash, result });
        own.saturating_add(inner)
    }
}
