//! Offences: whoever votes for two things at once leaves, however small the fraction that would be slashed is
//! elsewhere. Here nobody has staked anything.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{apis::Departure, traits::KeylessAccounts};
use polkadot_sdk::{
    frame_support::weights::Weight,
    sp_runtime::Perbill,
    sp_staking::{
        offence::{OffenceDetails, OnOffenceHandler},
        SessionIndex,
    },
};

impl<T: Config, Full> OnOffenceHandler<T::AccountId, (T::AccountId, Full), Weight> for Pallet<T> {
    /// One who is leaving for this already, or is not known any more, is not told twice: the offenders of earlier
    /// reports are among these.
    fn on_offence(
        offenders: &[OffenceDetails<T::AccountId, (T::AccountId, Full)>],
        _: &[Perbill],
        _: SessionIndex,
    ) -> Weight {
        for OffenceDetails { offender: (account, _), .. } in offenders {
            if let Some(org) = T::Accounts::org_of(account) {
                Self::leave_anyway(org, Departure::Equivocated);
            }
        }
        T::WeightInfo::on_offence().saturating_mul(offenders.len() as u64)
    }
}
