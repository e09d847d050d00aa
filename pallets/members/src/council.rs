//! Seats in the council.

use crate::pallet::*;
use huangpu_primitives::{
    apis::Standing,
    council::Constituency,
    traits::{OnStanding, OrgStanding, Seating},
    OrgId,
};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*, weights::Weight};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_seat(org: OrgId, seated: bool) -> DispatchResult {
        let access = Self::settled(org)?;
        ensure!(Seats::<T>::contains_key(org) != seated, Error::<T>::SeatUnchanged);
        if seated {
            ensure!(access.standing == Standing::Active, Error::<T>::OrganisationNotActive);
            Seats::<T>::insert(org, ());
            ActiveSeats::<T>::mutate(|seats| *seats = seats.saturating_add(1));
        } else {
            ensure!(!Self::is_last_seat(org), Error::<T>::LastCouncilMember);
            Seats::<T>::remove(org);
            if access.standing == Standing::Active {
                ActiveSeats::<T>::mutate(|seats| *seats = seats.saturating_sub(1));
            }
        }
        T::OnStanding::on_seat(org, seated);
        Self::deposit_event(Event::SeatSet { org, seated });
        Ok(())
    }

    /// Whether nobody else in the council could act.
    pub(crate) fn is_last_seat(org: OrgId) -> bool {
        Seats::<T>::contains_key(org)
            && ActiveSeats::<T>::get() <= 1
            && Accesses::<T>::get(org).is_some_and(|access| access.standing == Standing::Active)
    }

    /// Keeps count of the seats whose organisation is active.
    pub(crate) fn count_seat(org: OrgId, from: Standing, to: Standing) {
        if !Seats::<T>::contains_key(org) {
            return;
        }
        ActiveSeats::<T>::mutate(|seats| match (from, to) {
            (Standing::Active, Standing::Active) => (),
            (Standing::Active, _) => *seats = seats.saturating_sub(1),
            (_, Standing::Active) => *seats = seats.saturating_add(1),
            _ => (),
        });
    }
}

impl<T: Config> Seating for Pallet<T> {
    fn constituency(org: OrgId) -> Option<Constituency> {
        let organisation = Organisations::<T>::get(org).filter(|_| Self::is_active(org))?;
        Some(Constituency::of(organisation.profile.kind))
    }

    fn is_seated(org: OrgId) -> bool {
        Seats::<T>::contains_key(org)
    }

    fn seat(org: OrgId) -> DispatchResult {
        Self::do_set_seat(org, true)
    }

    fn unseat(org: OrgId) -> DispatchResult {
        Self::do_set_seat(org, false)
    }

    fn telling() -> Weight {
        T::OnStanding::weight()
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn populate(constituency: Constituency, count: u32) {
        crate::benchmarking::populate::<T>(constituency, count);
    }
}
