//! Who holds the seats. pallet-members keeps the council's seats, and this pallet for which constituency they are
//! held. They never differ: whatever changes a seat over there is told here, and what happens here happens there.

use crate::{pallet::*, WeightInfo};
use huangpu_primitives::{
    apis::Standing,
    council::Constituency,
    traits::{OnStanding, Seating},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, storage::with_storage_layer, weights::Weight},
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    /// The constituency for which an organisation holds a seat.
    pub(crate) fn seat_of(org: OrgId) -> Option<Constituency> {
        let held = |constituency: &Constituency| Holders::<T>::contains_key(constituency, org);
        Constituency::ALL.into_iter().find(held)
    }

    /// The holders of a constituency's seats, `most` of them at most, in storage order.
    pub(crate) fn holders_of(constituency: Constituency, most: u32) -> impl Iterator<Item = OrgId> {
        Holders::<T>::iter_key_prefix(constituency).take(most as usize)
    }

    /// How many holders a general election replaces at most. Elections leave no more than `MaxSeats`, and those
    /// who held over; whom the council seats beside them, it seats one by one. Whoever is beyond this number
    /// stays until the next election.
    pub(crate) fn most_holders() -> u32 {
        T::MaxSeats::get().saturating_mul(2)
    }

    /// How many seats of a constituency are vacant. Of the holders, no more are read than there are seats.
    pub(crate) fn vacant_seats(constituency: Constituency) -> u32 {
        let seats = Rules::<T>::get(constituency).seats;
        let held = Self::holders_of(constituency, seats).count() as u32;
        seats.saturating_sub(held)
    }

    /// The founders' seats. pallet-members has told of them before, or will tell of them after this.
    pub(crate) fn hold_from_genesis(
        constituency: Constituency,
        org: OrgId,
    ) -> Result<(), &'static str> {
        match Self::seat_of(org) {
            Some(held) => ensure!(held == constituency, "it votes in another constituency"),
            None => {
                ensure!(Self::vacant_seats(constituency) > 0, "the constituency has no seat left");
                Holders::<T>::insert(constituency, org, ());
            }
        }
        Ok(())
    }

    /// Gives a seat. It is recorded before pallet-members hears of it, so that what it tells us is no news.
    pub(crate) fn give_seat(constituency: Constituency, org: OrgId) -> DispatchResult {
        with_storage_layer(|| {
            Holders::<T>::insert(constituency, org, ());
            T::Seating::seat(org)
        })
    }

    /// Takes a seat, or leaves it where it is, and says why. As above, the record goes first.
    pub(crate) fn take_seat(constituency: Constituency, org: OrgId) -> DispatchResult {
        with_storage_layer(|| {
            Holders::<T>::remove(constituency, org);
            T::Seating::unseat(org)
        })
    }

    pub(crate) fn do_vacate_seat(org: OrgId) -> DispatchResult {
        let constituency = Self::seat_of(org).ok_or(Error::<T>::NoSeat)?;
        Self::take_seat(constituency, org)?;
        Self::deposit_event(Event::SeatVacated { constituency, org });
        Ok(())
    }

    pub(crate) fn do_unseat(org: OrgId, document: H256) -> DispatchResult {
        let constituency = Self::seat_of(org).ok_or(Error::<T>::NoSeat)?;
        Self::take_seat(constituency, org)?;
        Self::deposit_event(Event::SeatTaken { constituency, org, document });
        Ok(())
    }
}

impl<T: Config> OnStanding for Pallet<T> {
    fn weight() -> Weight {
        T::WeightInfo::vacate_seat().saturating_add(T::WeightInfo::forget_ballot())
    }

    /// Who is no longer a member has no seat. Who is suspended keeps it: it may be reinstated tomorrow.
    fn on_standing(org: OrgId, _: Standing, to: Standing) {
        match to {
            Standing::Active | Standing::Suspended => (),
            Standing::Expelled | Standing::Lapsed | Standing::Closed => {
                // Without a seat there is nothing to do, and the last one of the council stays.
                let _ = Self::do_vacate_seat(org);
                if to == Standing::Closed {
                    Self::forget_ballot(org);
                }
            }
        }
    }

    /// Follows pallet-members, where the council gives and takes seats without an election.
    fn on_seat(org: OrgId, seated: bool) {
        match (seated, Self::seat_of(org)) {
            (true, None) => {
                // Only organisations in good standing are seated, and each of them votes somewhere.
                let Some(constituency) = T::Seating::constituency(org) else { return };
                Holders::<T>::insert(constituency, org, ());
                Self::deposit_event(Event::SeatGiven { constituency, org });
            }
            (false, Some(constituency)) => {
                Holders::<T>::remove(constituency, org);
                Self::deposit_event(Event::SeatVacated { constituency, org });
            }
            // What this pallet does itself, it has recorded already.
            (true, Some(_)) | (false, None) => (),
        }
    }
}
