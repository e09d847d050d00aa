//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use huangpu_primitives::{apis::Standing, OrgId};
use polkadot_sdk::{
    frame_support::{ensure, traits::Get},
    sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for (org, organisation) in Organisations::<T>::iter() {
            Self::try_organisation(org, &organisation)?;
        }
        ensure!(
            Organisations::<T>::iter().count() == Accesses::<T>::iter().count(),
            "an organisation without access, or the other way round"
        );
        Self::try_accounts()?;
        Self::try_applications()?;
        Self::try_acts()?;
        Self::try_ties()?;
        Self::try_seats()?;
        Self::try_endings()
    }

    fn try_organisation(
        org: OrgId,
        organisation: &Organisation<T::AccountId>,
    ) -> Result<(), TryRuntimeError> {
        let last = LastOrganisation::<T>::get();
        ensure!(org.0 >= 1 && org <= last, "an organisation's id was never given out");
        let access = Accesses::<T>::get(org).ok_or("an organisation without access")?;
        let closed = access.standing == Standing::Closed;
        let controller = Membership { org, authority: Authority::Controller };
        let bound = Accounts::<T>::get(&organisation.controller) == Some(controller);
        ensure!(closed != bound, "a controller does not act, or acts for what is closed");
        let known = Identifiers::<T>::get(&organisation.identifier) == Some(org);
        ensure!(closed != known, "an identifier is not kept, or kept for what is closed");
        let ends = matches!(access.standing, Standing::Active | Standing::Suspended);
        let ending = Endings::<T>::contains_key(access.until, Ending::Membership(org));
        ensure!(ends == ending, "a membership's end is not in its bucket, or without reason");
        ensure!(organisation.identifier.check().is_ok(), "an identifier is wrong");

        let count = Delegates::<T>::iter_key_prefix(org).count() as u32;
        ensure!(count == organisation.delegates, "delegates are counted wrongly");
        ensure!(count <= T::MaxDelegates::get(), "an organisation has too many delegates");
        let count = Acts::<T>::iter_key_prefix(org).count() as u32;
        ensure!(count == organisation.acts && count <= MAX_ACTS, "acts are counted wrongly");
        let count = Mandates::<T>::iter_key_prefix(org).count() as u32;
        ensure!(
            count == organisation.mandates && count <= MAX_MANDATES,
            "mandates are counted wrongly"
        );
        let count = Interests::<T>::iter_key_prefix(org).count() as u32;
        ensure!(
            count == organisation.interests && count <= MAX_INTERESTS,
            "interests are counted wrongly"
        );
        let count = Applications::<T>::iter_values().filter(|a| a.sponsor == org).count() as u32;
        ensure!(
            count == organisation.sponsored && count <= MAX_SPONSORED,
            "proposals are counted wrongly"
        );
        if closed {
            let left = organisation.delegates + organisation.acts + organisation.mandates;
            ensure!(left == 0, "something is left of a closed organisation");
        }
        Ok(())
    }

    fn try_accounts() -> Result<(), TryRuntimeError> {
        for (account, Membership { org, authority }) in Accounts::<T>::iter() {
            let organisation = Organisations::<T>::get(org)
                .ok_or("an account acts for an unknown organisation")?;
            let listed = Delegates::<T>::contains_key(org, &account);
            match authority {
                Authority::Controller => {
                    ensure!(organisation.controller == account, "a second controller");
                    ensure!(!listed, "a controller is listed as delegate");
                }
                Authority::Delegate(powers) => {
                    ensure!(listed, "a delegate is not listed");
                    let none = powers.prepare.is_empty() && powers.approve.is_empty();
                    ensure!(!none, "a delegate without powers");
                    Self::try_limits(&account, &powers)?;
                }
            }
            ensure!(Self::org_of_keyless(&account).is_none(), "a keyless account is bound");
            let providers = polkadot_sdk::frame_system::Pallet::<T>::providers(&account);
            ensure!(providers > 0, "an account without provider");
        }
        for (org, account, ()) in Delegates::<T>::iter() {
            ensure!(
                Accounts::<T>::get(&account).is_some_and(|m| m.org == org),
                "a listed delegate does not act for its organisation"
            );
        }
        for (account, _, _) in LimitsOf::<T>::iter() {
            ensure!(Accounts::<T>::contains_key(&account), "a limit of nobody");
        }
        Ok(())
    }

    fn try_limits(account: &T::AccountId, powers: &Powers) -> Result<(), TryRuntimeError> {
        let count = LimitsOf::<T>::iter_prefix(account).count();
        ensure!(count == powers.limited.len(), "limits are counted wrongly");
        for (scope, LimitUse { limit, .. }) in LimitsOf::<T>::iter_prefix(account) {
            ensure!(powers.limited.contains(&scope), "a limit that nobody knows of");
            ensure!(powers.approve.contains(&scope), "a limit where nothing is approved");
            ensure!(limit.per_act <= limit.per_day, "a limit per act above that per day");
        }
        Ok(())
    }

    fn try_applications() -> Result<(), TryRuntimeError> {
        for (identifier, application) in Applications::<T>::iter() {
            ensure!(identifier.check().is_ok(), "a proposed identifier is wrong");
            ensure!(Organisations::<T>::contains_key(application.sponsor), "an unknown sponsor");
            let ending = Ending::Application(identifier);
            ensure!(
                Endings::<T>::contains_key(application.until, ending),
                "a proposal's end is not in its bucket"
            );
        }
        for (identifier, org) in Identifiers::<T>::iter() {
            let record = Organisations::<T>::get(org).ok_or("an identifier of nobody")?;
            ensure!(record.identifier == identifier, "an identifier of another organisation");
        }
        Ok(())
    }

    fn try_acts() -> Result<(), TryRuntimeError> {
        for (org, act, record) in Acts::<T>::iter() {
            let organisation = Organisations::<T>::get(org).ok_or("an act of nobody")?;
            ensure!(act >= 1 && act <= organisation.last_act, "an act's number was never given");
            ensure!(
                Endings::<T>::contains_key(record.until, Ending::Act(org, act)),
                "an act's end is not in its bucket"
            );
        }
        Ok(())
    }

    fn try_ties() -> Result<(), TryRuntimeError> {
        for (merchant, platform, mandate) in Mandates::<T>::iter() {
            ensure!(merchant != platform, "a mandate of oneself");
            ensure!(mandate.fee <= BASIS_POINTS, "a fee above all");
            ensure!(
                MandatesHeld::<T>::contains_key(platform, merchant),
                "a mandate is not listed under its platform"
            );
        }
        ensure!(
            Mandates::<T>::iter().count() == MandatesHeld::<T>::iter().count(),
            "a listed mandate does not exist"
        );
        for (org, with, _) in Interests::<T>::iter() {
            ensure!(org != with, "an interest in oneself");
            ensure!(Organisations::<T>::contains_key(with), "an interest in nobody");
        }
        Ok(())
    }

    fn try_seats() -> Result<(), TryRuntimeError> {
        let standings = Seats::<T>::iter_keys()
            .map(|org| Accesses::<T>::get(org).map(|access| access.standing).ok_or("nobody's seat"))
            .collect::<Result<alloc::vec::Vec<_>, _>>()?;
        let active = standings.iter().filter(|standing| **standing == Standing::Active).count();
        ensure!(active as u32 == ActiveSeats::<T>::get(), "active seats are counted wrongly");
        ensure!(active > 0 || standings.is_empty(), "nobody in the council can act");
        Ok(())
    }

    fn try_endings() -> Result<(), TryRuntimeError> {
        for (day, ending, ()) in Endings::<T>::iter() {
            let until = match ending {
                Ending::Membership(org) => Accesses::<T>::get(org).map(|access| access.until),
                Ending::Application(of) => Applications::<T>::get(of).map(|record| record.until),
                Ending::Act(org, act) => Acts::<T>::get(org, act).map(|record| record.until),
            };
            ensure!(until == Some(day), "an ending of nothing, or of another day");
        }
        for (day, count) in EndingsOn::<T>::iter() {
            let counted = Endings::<T>::iter_key_prefix(day).filter(Ending::takes_room).count();
            ensure!(counted as u32 == count, "endings are counted wrongly");
        }
        let buckets: u32 = EndingsOn::<T>::iter_values().sum();
        let counted = Endings::<T>::iter().filter(|(_, ending, ())| ending.takes_room()).count();
        ensure!(counted as u32 == buckets, "endings outside all buckets");
        Ok(())
    }
}
