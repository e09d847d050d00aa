//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeSet;
use huangpu_primitives::{apis::Departure, traits::KeylessAccounts, OrgId};
use polkadot_sdk::{
    frame_support::{
        ensure,
        traits::{Get, ValidatorRegistration, ValidatorSet},
    },
    sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        ensure!(is_session_length(SessionBlocks::<T>::get()), "no session has so many blocks");
        Self::check_set()?;
        Self::check_approved()?;
        Self::check_uptime()
    }

    fn check_set() -> Result<(), TryRuntimeError> {
        let set = PlannedSet::<T>::get();
        ensure!(!set.is_empty(), "nobody makes blocks");
        for Place { org, leaving } in &set {
            ensure!(is_at::<T>(*org, Stage::InSet), "a place of one that is not in the set");
            // The session pallet would leave it out, and nobody would know. Whoever has keys keeps some.
            let account = T::Accounts::account_of(*org);
            ensure!(T::Sessions::is_registered(&account), "a validator without keys in the set");
            // Its session is over: it was dropped, or it stays.
            ensure!(*leaving != Some(Departure::Silent), "a silent one waits to be dropped");
        }
        let places = set.iter().map(|place| place.org).collect();
        same::<T>(places, set.len(), Stage::InSet, "one in the set has no place, or two")
    }

    fn check_approved() -> Result<(), TryRuntimeError> {
        let approved = Approved::<T>::get();
        let count = approved.len();
        let waiting = approved.into_iter().collect();
        same::<T>(waiting, count, Stage::Approved, "an approved one does not wait, or twice")?;
        for (_, Validator { stage, rejoined }) in Validators::<T>::iter() {
            ensure!(stage != Stage::Candidate || !rejoined, "a candidate came back");
        }
        Ok(())
    }

    fn check_uptime() -> Result<(), TryRuntimeError> {
        let authors: BTreeSet<OrgId> = Self::authors().collect();
        for (org, blocks) in BlocksMade::<T>::iter() {
            ensure!(authors.contains(&org), "blocks of one that makes none in this session");
            ensure!(blocks > 0, "no blocks were counted");
        }
        let now = T::Sessions::session_index();
        for (session, made) in SessionUptimes::<T>::iter() {
            let kept = session < now && now - session <= T::UptimeSessions::get();
            ensure!(kept, "the uptime of a session that is not kept");
            let orgs: BTreeSet<OrgId> = made.iter().map(|(org, _)| *org).collect();
            ensure!(orgs.len() == made.len(), "one validator twice in a session");
        }
        for (_, _, MonthUptime { sessions, silent, .. }) in MonthUptimes::<T>::iter() {
            ensure!(sessions > 0 && silent <= sessions, "more silent sessions than sessions");
        }
        Ok(())
    }
}

fn is_at<T: Config>(org: OrgId, stage: Stage) -> bool {
    Validators::<T>::get(org).is_some_and(|validator| validator.stage == stage)
}

/// A list has every validator of a stage, and nobody else, once.
fn same<T: Config>(
    listed: BTreeSet<OrgId>,
    count: usize,
    stage: Stage,
    otherwise: &'static str,
) -> Result<(), TryRuntimeError> {
    let known = Validators::<T>::iter().filter(|(_, known)| known.stage == stage);
    let known: BTreeSet<OrgId> = known.map(|(org, _)| org).collect();
    ensure!(listed.len() == count && listed == known, otherwise);
    Ok(())
}
