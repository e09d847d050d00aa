//! Standing: suspension, renewal, expulsion, leaving, and the end.

use crate::{pallet::*, types::*, WeightInfo};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::Standing,
    calendar::Day,
    members::Tier,
    traits::{Holdings, OnStanding},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, weights::Weight},
    sp_core::H256,
    sp_runtime::traits::Convert,
};

impl<T: Config> Pallet<T> {
    /// An organisation's standing today: a membership that ended yesterday has lapsed, whether or not its
    /// bucket was worked off.
    pub(crate) fn standing_on(access: &Access, today: Day) -> Standing {
        match access.standing {
            Standing::Active | Standing::Suspended if today > access.until => Standing::Lapsed,
            standing => standing,
        }
    }

    /// An organisation's standing today.
    pub fn standing_of(org: OrgId) -> Option<Standing> {
        Accesses::<T>::get(org).map(|access| Self::standing_on(&access, Self::today()))
    }

    pub(crate) fn access(org: OrgId) -> Result<Access, Error<T>> {
        Accesses::<T>::get(org).ok_or(Error::<T>::UnknownOrganisation)
    }

    /// As [`access`](Self::access), after a membership whose term is over has lapsed: its bucket may wait to be
    /// worked off.
    pub(crate) fn settled(org: OrgId) -> Result<Access, Error<T>> {
        let access = Self::access(org)?;
        if Self::standing_on(&access, Self::today()) == access.standing {
            return Ok(access);
        }
        Self::end_one(access.until, Ending::Membership(org));
        Self::access(org)
    }

    /// Writes a standing and tells those who listen.
    pub(crate) fn put_standing(org: OrgId, access: Access, to: Standing) {
        let from = access.standing;
        let mut access = access;
        access.standing = to;
        Accesses::<T>::insert(org, access);
        Self::count_seat(org, from, to);
        T::OnStanding::on_standing(org, from, to);
        Self::deposit_event(Event::StandingChanged { org, from, to });
    }

    pub(crate) fn do_set_standing(org: OrgId, to: Standing, document: H256) -> DispatchResult {
        let access = Self::settled(org)?;
        ensure!(access.standing != to, Error::<T>::StandingUnchanged);
        let may = matches!(
            (access.standing, to),
            (Standing::Active, Standing::Suspended | Standing::Expelled)
                | (Standing::Suspended, Standing::Active | Standing::Expelled)
                | (Standing::Lapsed, Standing::Expelled)
        );
        ensure!(may, Error::<T>::StandingImpossible);
        ensure!(to == Standing::Active || !Self::is_last_seat(org), Error::<T>::LastCouncilMember);
        if to == Standing::Expelled {
            Self::unschedule(access.until, Ending::Membership(org));
        }
        Self::put_standing(org, access, to);
        Self::deposit_event(Event::StandingDecided { org, document });
        Ok(())
    }

    pub(crate) fn do_renew(org: OrgId, until: Day) -> DispatchResult {
        let access = Self::settled(org)?;
        let lapsed = access.standing == Standing::Lapsed;
        let renewable = lapsed || matches!(access.standing, Standing::Active | Standing::Suspended);
        ensure!(renewable, Error::<T>::StandingImpossible);
        Self::ensure_term(until)?;
        ensure!(until != access.until || lapsed, Error::<T>::InvalidTerm);
        if !lapsed {
            Self::unschedule(access.until, Ending::Membership(org));
        }
        Self::schedule(until, Ending::Membership(org))?;
        let access = Access { until, ..access };
        Accesses::<T>::insert(org, access);
        if lapsed {
            Self::put_standing(org, access, Standing::Active);
        }
        Self::deposit_event(Event::MembershipRenewed { org, until });
        Ok(())
    }

    pub(crate) fn do_resign(org: OrgId) -> DispatchResult {
        let access = Self::settled(org)?;
        ensure!(access.standing == Standing::Active, Error::<T>::OrganisationNotActive);
        ensure!(!Self::is_last_seat(org), Error::<T>::LastCouncilMember);
        Self::unschedule(access.until, Ending::Membership(org));
        Self::put_standing(org, access, Standing::Lapsed);
        Self::deposit_event(Event::MembershipResigned { org });
        Ok(())
    }

    pub(crate) fn do_set_tier(org: OrgId, tier: Tier) -> DispatchResult {
        let access = Self::access(org)?;
        ensure!(access.standing != Standing::Closed, Error::<T>::OrganisationClosed);
        ensure!(access.tier != tier, Error::<T>::TierUnchanged);
        // What the old tier let run off until now stays run off.
        let bucket = access.bucket.at(Self::block(), &T::Rates::convert(access.tier));
        Accesses::<T>::insert(org, Access { tier, bucket, ..access });
        Self::deposit_event(Event::TierSet { org, tier });
        Ok(())
    }

    pub(crate) fn do_set_profile(org: OrgId, profile: Profile) -> DispatchResult {
        let access = Self::access(org)?;
        ensure!(access.standing != Standing::Closed, Error::<T>::OrganisationClosed);
        Self::mutate_organisation(org, |organisation| {
            Self::ensure_sound_profile(&organisation.identifier, &profile)?;
            organisation.profile = profile;
            Ok(())
        })?;
        Self::deposit_event(Event::ProfileSet { org });
        Ok(())
    }

    /// Removes up to `limit` of what hangs on a wound-up organisation, and when nothing is left, closes it.
    pub(crate) fn do_close(org: OrgId, limit: u32) -> Result<u32, DispatchError> {
        let access = Self::settled(org)?;
        let wound_up = matches!(access.standing, Standing::Expelled | Standing::Lapsed);
        ensure!(wound_up, Error::<T>::StandingImpossible);
        ensure!(!T::Holdings::holds_anything(org), Error::<T>::StillHolds);
        let removed = Self::clear_some(org, limit);
        if removed < limit {
            Self::finish_closing(org, access)?;
        }
        Ok(removed)
    }

    /// What closing weighs when so much is removed: the end of the seat, and of the organisation, is told.
    pub(crate) fn weight_of_closing(removed: u32) -> Weight {
        T::WeightInfo::close_organisation(removed)
            .saturating_add(T::OnStanding::weight().saturating_mul(2))
    }

    /// Removes up to `limit` delegates, acts and mandates; how many were removed.
    fn clear_some(org: OrgId, limit: u32) -> u32 {
        let mut left = limit as usize;
        for delegate in Delegates::<T>::iter_key_prefix(org).take(left).collect::<Vec<_>>() {
            Self::unbind_delegate(org, &delegate);
            left -= 1;
        }
        for (act, record) in Acts::<T>::iter_prefix(org).take(left).collect::<Vec<_>>() {
            Self::drop_act(org, act, &record);
            left -= 1;
        }
        for platform in Mandates::<T>::iter_key_prefix(org).take(left).collect::<Vec<_>>() {
            Self::drop_mandate(org, platform);
            left -= 1;
        }
        for merchant in MandatesHeld::<T>::iter_key_prefix(org).take(left).collect::<Vec<_>>() {
            Self::drop_mandate(merchant, org);
            left -= 1;
        }
        limit - left as u32
    }

    fn finish_closing(org: OrgId, access: Access) -> DispatchResult {
        let organisation = Organisations::<T>::get(org).ok_or(Error::<T>::UnknownOrganisation)?;
        if Seats::<T>::take(org).is_some() {
            T::OnStanding::on_seat(org, false);
            Self::deposit_event(Event::SeatSet { org, seated: false });
        }
        Accounts::<T>::remove(&organisation.controller);
        // The company may come back, as another member: with a new id, and the nonces that it had.
        Identifiers::<T>::remove(&organisation.identifier);
        Self::put_standing(org, access, Standing::Closed);
        Ok(())
    }
}
