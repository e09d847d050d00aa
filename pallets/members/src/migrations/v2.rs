//! From version 1, where an organisation had a name, roles and a standing, to version 2, where it has a legal
//! identifier, a term and a quota, and delegates have powers.
//!
//! Version 1 knew no identifiers: the organisations get a placeholder under the register `huangpu`, which
//! `set_profile` does not replace; on a chain that must go on, they are to be sponsored anew. They have no term,
//! as founders have none, and the first active one takes the council's first seat.

use crate::{
    admission::FOUNDERS_UNTIL, pallet::*, Access, Authority, Ending, Membership, Organisation,
    OrganisationName, Powers, Profile,
};
use alloc::{format, vec::Vec};
use codec::{Decode, Encode, MaxEncodedLen};
use huangpu_primitives::{
    apis::Standing,
    identifiers::Identifier,
    members::{Kind, SizeClass, Tier},
    roles::{Role, Roles, Scopes},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{
        migrations::VersionedMigration,
        pallet_prelude::*,
        storage_alias,
        traits::{Get, UncheckedOnRuntimeUpgrade},
        weights::Weight,
        Blake2_128Concat, Twox64Concat,
    },
    frame_system,
};

/// The migration, as the runtime lists it.
pub type V1ToV2<T> =
    VersionedMigration<1, 2, Unchecked<T>, Pallet<T>, <T as frame_system::Config>::DbWeight>;

/// An organisation of version 1.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OldOrganisation<AccountId> {
    /// Legal name.
    pub name: OrganisationName,
    /// Standing; version 1 had the first three.
    pub standing: Standing,
    /// The parts it plays.
    pub roles: Roles,
    /// The account that decides for it.
    pub controller: AccountId,
    /// How many delegates it has.
    pub delegates: u32,
}

/// An account's membership of version 1.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OldMembership {
    /// The organisation.
    pub org: OrgId,
    /// How far.
    pub authority: OldAuthority,
}

/// An authority of version 1.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum OldAuthority {
    /// In everything.
    #[codec(index = 0)]
    Controller,
    /// Within scopes.
    #[codec(index = 1)]
    Delegate(Scopes),
}

#[storage_alias]
type Organisations<T: Config> = StorageMap<
    Pallet<T>,
    Twox64Concat,
    OrgId,
    OldOrganisation<<T as frame_system::Config>::AccountId>,
>;

#[storage_alias]
type Accounts<T: Config> =
    StorageMap<Pallet<T>, Blake2_128Concat, <T as frame_system::Config>::AccountId, OldMembership>;

/// The migration without the check of the version.
pub struct Unchecked<T>(core::marker::PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Unchecked<T> {
    fn on_runtime_upgrade() -> Weight {
        let organisations: Vec<_> = Organisations::<T>::drain().collect();
        let accounts: Vec<_> = Accounts::<T>::drain().collect();
        let (reads, writes) = (organisations.len() + accounts.len(), 6 * organisations.len());
        let writes = writes + 2 * accounts.len();
        let active = organisations.iter().filter(|(_, old)| old.standing == Standing::Active);
        let first = active.map(|(org, _)| *org).min();
        for (org, old) in organisations {
            put_organisation::<T>(org, old);
        }
        if let Some(org) = first {
            Seats::<T>::insert(org, ());
            ActiveSeats::<T>::put(1);
        }
        for (account, old) in accounts {
            crate::pallet::Accounts::<T>::insert(account, membership(old));
        }
        T::DbWeight::get().reads_writes(reads as u64, writes as u64)
    }

    #[cfg(feature = "try-runtime")]
    fn pre_upgrade() -> Result<Vec<u8>, polkadot_sdk::sp_runtime::TryRuntimeError> {
        let counts = (Organisations::<T>::iter().count(), Accounts::<T>::iter().count());
        Ok((counts.0 as u64, counts.1 as u64).encode())
    }

    #[cfg(feature = "try-runtime")]
    fn post_upgrade(state: Vec<u8>) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
        let expected = <(u64, u64)>::decode(&mut &state[..]).map_err(|_| "no counts")?;
        let organisations = crate::pallet::Organisations::<T>::iter().count() as u64;
        let accounts = crate::pallet::Accounts::<T>::iter().count() as u64;
        polkadot_sdk::frame_support::ensure!(
            (organisations, accounts) == expected,
            "something was lost"
        );
        Pallet::<T>::do_try_state()
    }
}

fn put_organisation<T: Config>(org: OrgId, old: OldOrganisation<T::AccountId>) {
    let identifier = placeholder(org);
    let kind = kind_of(&old.roles);
    let profile = Profile { name: old.name, kind, control_group: None, roles: old.roles };
    let mut new = Organisation::new(identifier.clone(), profile, old.controller, None);
    new.delegates = old.delegates;
    let (standing, until) = (old.standing, FOUNDERS_UNTIL);
    let tier = Tier::Standard;
    Identifiers::<T>::insert(identifier, org);
    crate::pallet::Organisations::<T>::insert(org, new);
    Accesses::<T>::insert(org, Access { standing, until, tier, bucket: Default::default() });
    if standing != Standing::Expelled {
        Endings::<T>::insert(until, Ending::Membership(org), ());
        EndingsOn::<T>::mutate(until, |count| *count = count.saturating_add(1));
    }
}

fn placeholder(org: OrgId) -> Identifier {
    let register = b"huangpu".to_vec().try_into().unwrap_or_default();
    let number = format!("{org}").into_bytes().try_into().unwrap_or_default();
    Identifier::Foreign { register, number }
}

/// The kind that the roles suggest; the council corrects it.
fn kind_of(roles: &Roles) -> Kind {
    match roles.iter().next() {
        Some(Role::Regulator) => Kind::Regulator,
        Some(Role::Verifier) => Kind::Verifier,
        Some(Role::Bank) => Kind::Bank,
        Some(Role::Platform) => Kind::Platform,
        Some(Role::Warehouse) => Kind::Warehouse,
        Some(Role::Logistics) => Kind::Logistics,
        Some(Role::University) => Kind::University,
        Some(Role::ResearchInstitute) => Kind::ResearchInstitute,
        Some(Role::Enterprise) | None => Kind::Enterprise(SizeClass::Medium),
    }
}

fn membership(old: OldMembership) -> Membership {
    let authority = match old.authority {
        OldAuthority::Controller => Authority::Controller,
        OldAuthority::Delegate(approve) => {
            Authority::Delegate(Powers { approve, ..Default::default() })
        }
    };
    Membership { org: old.org, authority }
}
