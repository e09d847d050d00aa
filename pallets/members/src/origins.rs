//! Origins with which other pallets authorise: an account of an active organisation that has the
//! scope, and where needed an organisation that has the role.

use crate::{pallet::*, types::*};
use core::marker::PhantomData;
use huangpu_primitives::{
    apis::Standing,
    roles::{Role, Scope},
    OrgId,
};
use polkadot_sdk::{
    frame_support::traits::{EnsureOrigin, Get},
    frame_system::RawOrigin,
};

/// An account that may act in scope `S` for its active organisation, whose id is the result.
pub struct EnsureMember<T, S>(PhantomData<(T, S)>);

impl<T: Config, S: Get<Scope>> EnsureOrigin<T::RuntimeOrigin> for EnsureMember<T, S> {
    type Success = OrgId;

    fn try_origin(origin: T::RuntimeOrigin) -> Result<OrgId, T::RuntimeOrigin> {
        signer_in_scope::<T>(&origin, S::get()).map(|(org, _)| org).ok_or(origin)
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
            Some((org, organisation)) if organisation.roles.contains(&R::get()) => Ok(org),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
        Ok(crate::benchmarking::controller_origin::<T>())
    }
}

fn signer_in_scope<T: Config>(
    origin: &T::RuntimeOrigin,
    scope: Scope,
) -> Option<(OrgId, Organisation<T::AccountId>)> {
    let who = match origin.clone().into() {
        Ok(RawOrigin::Signed(who)) => who,
        _ => return None,
    };
    let membership = Pallet::<T>::membership(&who)?;
    let organisation = Organisations::<T>::get(membership.org)?;
    let may = organisation.standing == Standing::Active && membership.authority.covers(scope);
    may.then_some((membership.org, organisation))
}
