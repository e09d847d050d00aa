//! What the chain does by itself, in the blocks' idle time: once a day it calls and closes elections.
//!
//! Nothing waits for that but the elections themselves, and members can call and close those, too.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{calendar::Day, council::Constituency};
use polkadot_sdk::frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
    /// Works as far as the weight reaches.
    pub(crate) fn work_idly(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::look_at_day()).is_err() {
            return;
        }
        let today = Self::today();
        // A clock that stands at zero has not been set yet.
        if today > Day(0) && LastCheck::<T>::get() < Some(today) {
            Self::see_to_elections(today, meter);
        }
    }

    /// If the weight does not reach for all, the next block begins anew: what is done is not due a second time.
    fn see_to_elections(today: Day, meter: &mut WeightMeter) {
        if !LastCheck::<T>::exists() {
            if meter.try_consume(T::WeightInfo::begin_founders_terms()).is_err() {
                return;
            }
            Self::begin_founders_terms(today);
            LastCheck::<T>::put(Day(0));
        }
        let mut all = true;
        for constituency in Constituency::ALL {
            all &= Self::see_to_election(constituency, today, meter);
        }
        if all {
            LastCheck::<T>::put(today);
        }
    }

    /// Closes the constituency's election, or calls it; whether the weight reached.
    pub(crate) fn see_to_election(
        constituency: Constituency,
        today: Day,
        meter: &mut WeightMeter,
    ) -> bool {
        if meter.try_consume(T::WeightInfo::look_at_constituency()).is_err() {
            return false;
        }
        if let Some(election) = Elections::<T>::get(constituency) {
            if today <= election.votes_until {
                return true;
            }
            let weight = Self::weight_of_counting(election.candidates, Self::most_holders());
            let reached = meter.try_consume(weight).is_ok();
            if reached {
                Self::count(constituency, election, today);
            }
            return reached;
        }
        let Some(due) = Self::due(constituency, today) else { return true };
        let reached = meter.try_consume(T::WeightInfo::call_election()).is_ok();
        if reached {
            // Nothing is called where the numbers are used up.
            let _ = Self::begin_election(constituency, due, today);
        }
        reached
    }
}
