//! To release 102: whoever has a seat moves and votes on motions, and validators are their organisations'.

use crate::{configs::Listeners, *};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{traits::OnRuntimeUpgrade, weights::Weight, BoundedVec};
use huangpu_primitives::{
    traits::{KeylessAccounts, OnStanding},
    OrgId,
};
use pallet_validators::{Place, Stage, Validator};
use sp_runtime::traits::OpaqueKeys;

/// Seats the council, and names validators by the keyless accounts of their organisations instead of by whoever set
/// their keys. Who makes blocks stays the same, because the keys do.
///
/// Now an organisation runs one validator at most: a second one of the same organisation, and one of nobody's, leaves
/// with the session that follows.
pub struct SeatAndRename;

impl OnRuntimeUpgrade for SeatAndRename {
    fn on_runtime_upgrade() -> Weight {
        let weight = <Runtime as frame_system::Config>::DbWeight::get();
        if !pallet_validators::PlannedSet::<Runtime>::get().is_empty() {
            return weight.reads(1);
        }
        let seated = seat();
        let renamed = rename();
        // A seat reads and writes the bench, the constituency's holders and its organisation; a validator its keys,
        // their owners, and its record.
        weight.reads_writes(3 + 6 * seated + 4 * renamed, 3 + 4 * seated + 6 * renamed)
    }

    #[cfg(feature = "try-runtime")]
    fn post_upgrade(_: Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
        Seats::do_try_state()?;
        Validators::do_try_state()
    }
}

fn seat() -> u64 {
    let seated: Vec<OrgId> = pallet_members::Seats::<Runtime>::iter_keys().collect();
    seated.iter().for_each(|org| Listeners::on_seat(*org, true));
    seated.len() as u64
}

/// How many validators were renamed.
fn rename() -> u64 {
    let now = pallet_session::Validators::<Runtime>::get();
    let mut orgs = Vec::new();
    let mut names = BTreeMap::new();
    for account in &now {
        match owner(account).filter(|org| !orgs.contains(org)) {
            Some(org) => {
                orgs.push(org);
                names.insert(account.clone(), Members::account_of(org));
            }
            None => log::warn!(
                "{account:?} leaves: a second validator of one organisation, or nobody's"
            ),
        }
    }
    if names.is_empty() {
        log::error!("no validator belongs to an organisation: the set stays as it is");
        return 0;
    }
    names.iter().for_each(|(from, to)| move_keys(from, to));
    let renamed = |account: AccountId| names.get(&account).cloned().unwrap_or(account);
    pallet_session::Validators::<Runtime>::put(now.into_iter().map(renamed).collect::<Vec<_>>());
    pallet_session::QueuedKeys::<Runtime>::mutate(|queued| {
        let before = queued.len();
        let all = core::mem::take(queued).into_iter();
        *queued = all.filter_map(|(name, keys)| Some((names.get(&name)?.clone(), keys))).collect();
        if queued.len() < before {
            pallet_session::QueuedChanged::<Runtime>::put(true);
        }
    });
    adopt(&orgs);
    names.len() as u64
}

/// Makes the validators of these organisations the planned set.
fn adopt(orgs: &[OrgId]) {
    let set = orgs.iter().map(|org| Place { org: *org, leaving: None });
    pallet_validators::PlannedSet::<Runtime>::put(BoundedVec::truncate_from(set.collect()));
    for org in orgs {
        let validator = Validator { stage: Stage::InSet, rejoined: false };
        pallet_validators::Validators::<Runtime>::insert(org, validator);
    }
}

/// Whose validator it is.
fn owner(account: &AccountId) -> Option<OrgId> {
    let keyless = <Members as KeylessAccounts<AccountId>>::org_of(account);
    keyless.or_else(|| Members::membership(account).map(|membership| membership.org))
}

fn move_keys(from: &AccountId, to: &AccountId) {
    let Some(keys) = pallet_session::NextKeys::<Runtime>::take(from) else { return };
    for id in SessionKeys::key_ids() {
        let key = keys.get_raw(*id).to_vec();
        pallet_session::KeyOwner::<Runtime>::insert((*id, key), to);
    }
    pallet_session::NextKeys::<Runtime>::insert(to, keys);
}
