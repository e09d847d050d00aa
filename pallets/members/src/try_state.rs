//! What is always true of the pallet's storage.

use crate::{pallet::*, types::*};
use polkadot_sdk::{
    frame_support::{ensure, traits::Get},
    sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
    /// Checks it.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let last = LastOrganisation::<T>::get();
        for (org, organisation) in Organisations::<T>::iter() {
            ensure!(org.0 >= 1 && org <= last, "an organisation's id was never given out");
            let controller = Membership { org, authority: Authority::Controller };
            ensure!(
                Accounts::<T>::get(&organisation.controller) == Some(controller),
                "an organisation's controller does not act for it"
            );
            let listed = Delegates::<T>::iter_prefix(org).count() as u32;
            ensure!(listed == organisation.delegates, "delegates are counted wrongly");
            ensure!(listed <= T::MaxDelegates::get(), "an organisation has too many delegates");
        }
        for (account, Membership { org, authority }) in Accounts::<T>::iter() {
            let organisation = Organisations::<T>::get(org)
                .ok_or("an account acts for an unknown organisation")?;
            let listed = Delegates::<T>::contains_key(org, &account);
            match authority {
                Authority::Controller => {
                    ensure!(organisation.controller == account, "a second controller");
                    ensure!(!listed, "a controller is listed as delegate");
                }
                Authority::Delegate(scopes) => {
                    ensure!(listed, "a delegate is not listed");
                    ensure!(!scopes.is_empty(), "a delegate without scopes");
                }
            }
            ensure!(Self::org_of_keyless(&account).is_none(), "a keyless account is bound");
        }
        for (org, account, ()) in Delegates::<T>::iter() {
            ensure!(
                Accounts::<T>::get(&account).is_some_and(|m| m.org == org),
                "a listed delegate does not act for its organisation"
            );
        }
        Ok(())
    }
}
