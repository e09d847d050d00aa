//! What ends on a day: one key per ending, in a bucket per day, taken out in the blocks' idle time.
//!
//! Nothing waits for that: whoever asks whether something has ended compares the days. Taking it out says so in
//! an event, and frees what it occupied.

use crate::{pallet::*, types::*, WeightInfo};
use huangpu_primitives::{apis::Standing, calendar::Day, traits::OnStanding, OrgId};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*, traits::Time, weights::WeightMeter};

impl Ending {
    /// Whether the bound of a day counts it. An organisation has so many acts at most: if they counted, too, the
    /// acts of some could keep others from theirs.
    pub(crate) fn takes_room(&self) -> bool {
        !matches!(self, Self::Act(..))
    }
}

impl<T: Config> Pallet<T> {
    /// Today, in the chain's calendar.
    pub fn today() -> Day {
        Day::of(T::Clock::now())
    }

    /// Puts an ending into its day's bucket, if there is room.
    pub(crate) fn schedule(day: Day, ending: Ending) -> DispatchResult {
        // The bucket of what never ends is never worked off: it need not be bounded.
        let room = day == Day::NEVER || EndingsOn::<T>::get(day) < T::MaxEndings::get();
        ensure!(room, Error::<T>::ExpiryQueueFull);
        Self::schedule_anyway(day, ending);
        Ok(())
    }

    /// As [`schedule`](Self::schedule), where nobody could be told that the bucket is full, or where something
    /// else bounds it.
    pub(crate) fn schedule_anyway(day: Day, ending: Ending) {
        if ending.takes_room() {
            EndingsOn::<T>::mutate(day, |count| *count = count.saturating_add(1));
        }
        Endings::<T>::insert(day, ending, ());
    }

    /// Takes an ending out of its day's bucket.
    pub(crate) fn unschedule(day: Day, ending: Ending) {
        let takes_room = ending.takes_room();
        if Endings::<T>::take(day, ending).is_some() && takes_room {
            EndingsOn::<T>::mutate_exists(day, |count| {
                *count = count.map(|count| count.saturating_sub(1)).filter(|count| *count > 0);
            });
        }
    }

    /// Works off the buckets of the days before today, as far as the weight reaches.
    pub(crate) fn end_what_is_due(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::look_at_day()).is_err() {
            return;
        }
        let today = Self::today();
        let first = EndingDay::<T>::get().unwrap_or(today);
        let mut day = first;
        while day < today && Self::end_day(day, meter) {
            day = day.plus(1);
            if meter.try_consume(T::WeightInfo::look_at_day()).is_err() {
                break;
            }
        }
        if day != first || !EndingDay::<T>::exists() {
            EndingDay::<T>::put(day);
        }
    }

    /// Whether the day's bucket is empty now.
    fn end_day(day: Day, meter: &mut WeightMeter) -> bool {
        let mut endings = Endings::<T>::iter_key_prefix(day);
        loop {
            let weight = T::WeightInfo::end_one().saturating_add(T::OnStanding::weight());
            if !meter.can_consume(weight) {
                return false;
            }
            let Some(ending) = endings.next() else { return true };
            meter.consume(weight);
            Self::end_one(day, ending);
        }
    }

    pub(crate) fn end_one(day: Day, ending: Ending) {
        Self::unschedule(day, ending.clone());
        Self::end(ending);
    }

    fn end(ending: Ending) {
        match ending {
            Ending::Membership(org) => Self::lapse(org),
            Ending::Application(identifier) => {
                if let Some(application) = Applications::<T>::get(&identifier) {
                    Self::drop_application(&identifier, &application);
                    Self::deposit_event(Event::ApplicationExpired { identifier });
                }
            }
            Ending::Act(org, act) => {
                if let Some(record) = Acts::<T>::get(org, act) {
                    Self::drop_act(org, act, &record);
                    Self::deposit_event(Event::ActExpired { org, act });
                }
            }
        }
    }

    fn lapse(org: OrgId) {
        let Some(access) = Accesses::<T>::get(org) else { return };
        if !matches!(access.standing, Standing::Active | Standing::Suspended) {
            return;
        }
        if Self::is_last_seat(org) {
            // Without a council nobody could renew anything.
            let until = Self::today().plus(DEFERRAL_DAYS);
            Self::schedule_anyway(until, Ending::Membership(org));
            Accesses::<T>::insert(org, Access { until, ..access });
            Self::deposit_event(Event::LapseDeferred { org, until });
            return;
        }
        Self::put_standing(org, access, Standing::Lapsed);
    }
}

/// For how long the last seated member's membership is prolonged.
const DEFERRAL_DAYS: u32 = 30;
