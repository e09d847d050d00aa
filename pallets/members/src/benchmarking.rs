//! Benchmarks, and what other pallets' benchmarks need of this one.

use super::*;
use alloc::{boxed::Box, vec};
use codec::Encode;
use frame_benchmarking::{account, v2::*};
use frame_support::{
    dispatch::{DispatchInfo, PostDispatchInfo},
    traits::EnsureOrigin,
};
use frame_system::RawOrigin;
use huangpu_primitives::{
    apis::Standing,
    roles::{Role, Roles, Scope, Scopes},
    OrgId,
};
use polkadot_sdk::*;
use sp_runtime::traits::{AsSystemOriginSigner, DispatchTransaction, Dispatchable};

fn all_roles() -> Roles {
    let mut roles = Roles::new();
    for index in 0..=u8::MAX {
        match <Role as codec::Decode>::decode(&mut &[index][..]) {
            Ok(role) => roles.try_insert(role).expect("there are fewer roles than the bound"),
            Err(_) => break,
        };
    }
    roles
}

fn all_scopes() -> Scopes {
    let mut scopes = Scopes::new();
    for index in 0..=u8::MAX {
        match <Scope as codec::Decode>::decode(&mut &[index][..]) {
            Ok(scope) => scopes.try_insert(scope).expect("there are fewer scopes than the bound"),
            Err(_) => break,
        };
    }
    scopes
}

fn long_name() -> OrganisationName {
    vec![b'n'; 128].try_into().expect("128 bytes is the bound")
}

/// Admits an organisation with every role.
fn admit<T: Config>(seed: u32) -> (OrgId, T::AccountId) {
    let controller: T::AccountId = account("controller", seed, 0);
    let org = Pallet::<T>::do_admit(long_name(), all_roles(), controller.clone())
        .expect("a fresh account can control a new organisation");
    (org, controller)
}

/// The controller of an organisation with every role, for the origins' benchmarks.
pub(crate) fn controller_origin<T: Config>() -> T::RuntimeOrigin {
    let controller: T::AccountId = account("origin", 0, 0);
    if Accounts::<T>::get(&controller).is_none() {
        Pallet::<T>::do_admit(long_name(), all_roles(), controller.clone())
            .expect("a fresh account can control a new organisation");
    }
    RawOrigin::Signed(controller).into()
}

/// Makes sure that an organisation of this id exists, is active and has every role.
pub(crate) fn ensure_organisation<T: Config>(org: OrgId) {
    if Organisations::<T>::contains_key(org) {
        return;
    }
    let controller: T::AccountId = account("ensured", org.0, 0);
    let organisation = Organisation {
        name: long_name(),
        standing: Standing::Active,
        roles: all_roles(),
        controller: controller.clone(),
        delegates: 0,
    };
    Organisations::<T>::insert(org, organisation);
    Pallet::<T>::bind_account(&controller, Membership { org, authority: Authority::Controller });
    if LastOrganisation::<T>::get() < org {
        LastOrganisation::<T>::put(org);
    }
}

#[benchmarks(
    where
        T: Send + Sync,
        <T as frame_system::Config>::RuntimeCall:
            Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
        T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
)]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn admit_organisation() -> Result<(), BenchmarkError> {
        let origin =
            T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
        let controller: T::AccountId = account("new", 0, 0);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, long_name(), all_roles(), controller.clone());

        assert!(Accounts::<T>::contains_key(&controller));
        Ok(())
    }

    #[benchmark]
    fn set_standing() -> Result<(), BenchmarkError> {
        let origin =
            T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
        let (org, _) = admit::<T>(0);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, Standing::Suspended);

        assert_eq!(Organisations::<T>::get(org).unwrap().standing, Standing::Suspended);
        Ok(())
    }

    #[benchmark]
    fn add_delegate() {
        let (_, controller) = admit::<T>(0);
        let delegate: T::AccountId = account("delegate", 0, 0);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), delegate.clone(), all_scopes());

        assert!(Accounts::<T>::contains_key(&delegate));
    }

    #[benchmark]
    fn set_scopes() {
        let (org, controller) = admit::<T>(0);
        let delegate: T::AccountId = account("delegate", 0, 0);
        Pallet::<T>::do_add_delegate(org, delegate.clone(), all_scopes()).unwrap();
        let mut scopes = Scopes::new();
        scopes.try_insert(Scope::Devices).expect("one fits");

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), delegate.clone(), scopes.clone());

        let authority = Accounts::<T>::get(&delegate).unwrap().authority;
        assert_eq!(authority, Authority::Delegate(scopes));
    }

    #[benchmark]
    fn remove_delegate() {
        let (org, controller) = admit::<T>(0);
        let delegate: T::AccountId = account("delegate", 0, 0);
        Pallet::<T>::do_add_delegate(org, delegate.clone(), all_scopes()).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), delegate.clone());

        assert!(!Accounts::<T>::contains_key(&delegate));
    }

    /// The worst case: the new controller was a delegate.
    #[benchmark]
    fn change_controller() {
        let (org, controller) = admit::<T>(0);
        let delegate: T::AccountId = account("delegate", 0, 0);
        Pallet::<T>::do_add_delegate(org, delegate.clone(), all_scopes()).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(controller.clone()), delegate.clone());

        assert_eq!(Organisations::<T>::get(org).unwrap().controller, delegate);
        assert!(!Accounts::<T>::contains_key(&controller));
    }

    /// Everything but the inner call: a call that its filter or origin refuses costs the same.
    #[benchmark]
    fn act_as() {
        let (org, controller) = admit::<T>(0);
        let call: <T as Config>::RuntimeCall =
            frame_system::Call::<T>::remark { remark: vec![0; 32] }.into();
        let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
        assert!(info.call_weight.any_gt(frame_support::weights::Weight::zero()));

        #[block]
        {
            // `remark` has no scope: the check reads all that it reads for a call that has one.
            let _ = Pallet::<T>::ensure_may_act(org, &controller, &call);
            Pallet::<T>::do_act_as(org, controller, *Box::new(call)).map_err(|e| e.error).unwrap();
        }
    }

    #[benchmark]
    fn check_membership() -> Result<(), BenchmarkError> {
        let (_, controller) = admit::<T>(0);
        let call: <T as frame_system::Config>::RuntimeCall =
            frame_system::Call::<T>::remark { remark: vec![] }.into();
        let origin = T::RuntimeOrigin::from(RawOrigin::Signed(controller));
        let info = DispatchInfo::default();
        let len = call.encoded_size();

        #[block]
        {
            CheckMembership::<T>::new()
                .test_run(origin, &call, &info, len, 0, |_| Ok(PostDispatchInfo::default()))
                .expect("a member passes")
                .expect("the call succeeds");
        }
        Ok(())
    }

    #[benchmark]
    fn zero_tip() -> Result<(), BenchmarkError> {
        let (_, controller) = admit::<T>(0);
        let call: <T as frame_system::Config>::RuntimeCall =
            frame_system::Call::<T>::remark { remark: vec![] }.into();
        let origin = T::RuntimeOrigin::from(RawOrigin::Signed(controller));
        let info = DispatchInfo::default();
        let len = call.encoded_size();

        #[block]
        {
            ZeroTip::<T>::from(0)
                .test_run(origin, &call, &info, len, 0, |_| Ok(PostDispatchInfo::default()))
                .expect("no tip passes")
                .expect("the call succeeds");
        }
        Ok(())
    }
}
