//! Origins with which other pallets authorise: an account that may act alone in a scope, for an organisation of
//! a standing and, where needed, a role. The result is the organisation's id.

use crate::pallet::*;
use core::marker::PhantomData;
use huangpu_primitives::{
    apis::Standing,
    roles::{Role, Scope},
    traits::Roles,
    OrgId,
};
use polkadot_sdk::{
    frame_support::traits::{EnsureOrigin, Get},
    frame_system::RawOrigin,
};

/// An account that may act in scope `S` for its active organisation.
pub struct EnsureMember<T, S>(PhantomData<(T, S)>);

impl<T: Config, S: Get<Scope>> EnsureOrigin<T::RuntimeOrigin> for EnsureMember<T, S> {
    type Success = OrgId;

    fn try_origin(origin: T::RuntimeOrigin) -> Result<OrgId, T::RuntimeOrigin> {
        match signer_in_scope::<T>(&origin, S::get()) {
            Some((org, Standing::Active)) => Ok(org),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
        Ok(crate::benchmarking::controller_origin::<T>())
    }
}

/// As [`EnsureMember`], also of an organisation in wind-down: for calls that pay, deliver, return or redeem,
/// and open nothing new.
pub struct EnsureWindingDown<T, S>(PhantomData<(T, S)>);

impl<T: Config, S: Get<Scope>> EnsureOrigin<T::RuntimeOrigin> for EnsureWindingDown<T, S> {
    type Success = OrgId;

    fn try_origin(origin: T::RuntimeOrigin) -> Result<OrgId, T::RuntimeOrigin> {
        match signer_in_scope::<T>(&origin, S::get()) {
            Some((org, standing)) if standing != Standing::Closed => Ok(org),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
        Ok(crate::benchmarking::controller_origin::<T>())
    }
}

/// As [`EnsureMember`], of an organisation that plays the part `R`.
pub struct EnsureRole<T, S, R>(PhantomData<(T, S, R)>);

impl<T: Config, S: Get<Scope>, R: Get<Role>> EnsureOrigin<T::RuntimeOrigin>
    for EnsureRole<T, S, R>
{
    type Success = OrgId;

    fn try_origin(origin: T::RuntimeOrigin) -> Result<OrgId, T::RuntimeOrigin> {
        match signer_in_scope::<T>(&origin, S::get()) {
            Some((org, Standing::Active)) if Pallet::<T>::plays(org, R::get()) => Ok(org),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
        Ok(crate::benchmarking::controller_origin::<T>())
    }
}

impl<T: Config> Roles for Pallet<T> {
    fn plays(org: OrgId, role: Role) -> bool {
        Organisations::<T>::get(org).is_some_and(|record| record.profile.roles.contains(&role))
    }
}

fn signer_in_scope<T: Config>(
    origin: &T::RuntimeOrigin,
    scope: Scope,
) -> Option<(OrgId, Standing)> {
    let who = match origin.clone().into() {
        Ok(RawOrigin::Signed(who)) => who,
        _ => return None,
    };
    let membership = Pallet::<T>::membership(&who)?;
    let may =
        membership.authority.covers(scope) && !membership.authority.ended(Pallet::<T>::today());
    may.then(|| Pallet::<T>::standing_of(membership.org))
        .flatten()
        .map(|standing| (membership.org, standing))
}
