//! Uptime: counting blocks, and what follows from none.

use crate::pallet::*;
use alloc::vec::Vec;
use huangpu_primitives::{apis::Departure, calendar::Month, traits::KeylessAccounts, OrgId};
use polkadot_sdk::{
    frame_support::{
        pallet_prelude::*,
        traits::{Time, ValidatorSet},
        BoundedVec,
    },
    sp_staking::SessionIndex,
};

impl<T: Config> Pallet<T> {
    /// Counts a block of this account's organisation, if it makes blocks in this session at all.
    ///
    /// The runtime says so once per block, before the session pallet ends a session: the block that ends one was
    /// made by a validator of the session that ends.
    pub fn note_author(account: &T::AccountId) {
        let Some(org) = T::Accounts::org_of(account) else { return };
        if T::Sessions::validators().contains(account) {
            BlocksMade::<T>::mutate(org, |blocks| *blocks = blocks.saturating_add(1));
        }
    }

    /// Books what each did in the session that ends, and lets the silent ones go. The clock stands at the block
    /// before: this one's is not set yet.
    pub(crate) fn close_books(session: SessionIndex) {
        let made: Vec<(OrgId, u32)> =
            Self::authors().map(|org| (org, BlocksMade::<T>::take(org))).collect();
        let silent = silent_among(&made);
        let month = Month::of(T::Clock::now());
        for (org, blocks) in &made {
            MonthUptimes::<T>::mutate(org, month, |uptime| {
                uptime.sessions = uptime.sessions.saturating_add(1);
                uptime.silent = uptime.silent.saturating_add(silent.contains(org).into());
                uptime.blocks = uptime.blocks.saturating_add(*blocks);
            });
        }
        Self::keep_uptime(session, made);
        for org in &silent {
            Self::deposit_event(Event::ValidatorSilent { org: *org, session });
        }
        Self::mark_silent(&silent);
    }

    /// Keeps a session's blocks, and forgets those of the one whose time is over.
    fn keep_uptime(session: SessionIndex, made: Vec<(OrgId, u32)>) {
        SessionUptimes::<T>::insert(session, BoundedVec::truncate_from(made));
        if let Some(over) = session.checked_sub(T::UptimeSessions::get()) {
            SessionUptimes::<T>::remove(over);
        }
    }

    /// The set changes in this very block: whom it cannot spare then stays, and is not leaving after all.
    fn mark_silent(silent: &[OrgId]) {
        if silent.is_empty() {
            return;
        }
        PlannedSet::<T>::mutate(|set| {
            for place in set.iter_mut().filter(|place| silent.contains(&place.org)) {
                place.leaving.get_or_insert(Departure::Silent);
            }
        });
    }
}

/// Who made no block, if everybody had a turn. Validators take turns: in a session with fewer blocks than
/// validators some had none, and were not silent.
fn silent_among(made: &[(OrgId, u32)]) -> Vec<OrgId> {
    let blocks = made.iter().fold(0u32, |sum, (_, blocks)| sum.saturating_add(*blocks));
    if (blocks as usize) < made.len() {
        return Vec::new();
    }
    made.iter().filter(|(_, blocks)| *blocks == 0).map(|(org, _)| *org).collect()
}
