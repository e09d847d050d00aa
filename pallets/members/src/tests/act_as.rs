//! `act_as`.

use super::*;
use crate::Error;
use polkadot_sdk::{
    frame_support::{
        dispatch::{DispatchClass, GetDispatchInfo},
        weights::Weight,
    },
    frame_system,
    sp_runtime::traits::{BlakeTwo256, Hash},
};

/// A call for the scope `Devices`: its event names who made it.
fn remark() -> RuntimeCall {
    frame_system::Call::remark_with_event { remark: b"hello".to_vec() }.into()
}

/// A call for the scope `Membership`, which fails: the council's alone.
fn admission() -> RuntimeCall {
    let name = b"Bank".to_vec().try_into().unwrap();
    let roles = roles(&[Role::Bank]);
    crate::Call::admit_organisation { name, roles, controller: outsider() }.into()
}

fn act(by: AccountId32, org: OrgId, call: RuntimeCall) -> DispatchResult {
    Members::act_as(signed(by), org, Box::new(call)).map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn the_controller_and_delegates_with_the_scope_act_from_the_keyless_account() {
    for by in [bob(), manager(), operator()] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(act(by.clone(), STEEL, remark()));
            let remarked = frame_system::Event::Remarked {
                sender: keyless(2),
                hash: BlakeTwo256::hash(b"hello"),
            };
            System::assert_has_event(remarked.into());
            System::assert_last_event(Event::ActedAs { org: STEEL, by: by.clone() }.into());
        });
    }
}

#[test]
fn a_delegate_without_the_scope_does_not_act() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(act(accountant(), STEEL, remark()), Error::<Test>::ScopeMissing);
        assert_noop!(act(operator(), STEEL, admission()), Error::<Test>::ScopeMissing);
    });
}

#[test]
fn nobody_acts_for_another_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [alice(), outsider(), keyless(2), keyless(1)] {
            let call = act(by, STEEL, remark());
            assert_noop!(call, Error::<Test>::NotOfThisOrganisation);
        }
        for org in [BUREAU, OrgId(0), OrgId(3)] {
            assert_noop!(act(bob(), org, remark()), Error::<Test>::NotOfThisOrganisation);
        }
    });
}

#[test]
fn an_organisation_that_is_not_active_does_not_act() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            set_standing(STEEL, standing);
            for by in [bob(), operator()] {
                let call = act(by, STEEL, remark());
                assert_noop!(call, Error::<Test>::OrganisationNotActive);
            }
        });
    }
}

#[test]
fn a_call_without_scope_is_not_allowed() {
    ExtBuilder::default().build_and_execute(|| {
        let silent: RuntimeCall = frame_system::Call::remark { remark: Vec::new() }.into();
        let nested: RuntimeCall =
            crate::Call::act_as { org: STEEL, call: Box::new(remark()) }.into();
        for call in [silent, nested] {
            assert_noop!(act(bob(), STEEL, call), Error::<Test>::CallNotAllowed);
        }
    });
}

#[test]
fn the_inner_calls_failure_is_the_answer() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(act(bob(), STEEL, admission()), DispatchError::BadOrigin);
    });
}

#[test]
fn only_accounts_act() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            let call = Members::act_as(origin, STEEL, Box::new(remark()));
            assert_noop!(call, DispatchError::BadOrigin);
        }
    });
}

#[test]
fn it_weighs_what_the_inner_call_weighs_and_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        // The inner admission weighs 1, and so does `act_as`.
        let call: RuntimeCall =
            crate::Call::act_as { org: STEEL, call: Box::new(admission()) }.into();
        assert_eq!(call.get_dispatch_info().call_weight, Weight::from_parts(2, 0));
        let failed = Members::act_as(signed(bob()), STEEL, Box::new(admission())).unwrap_err();
        assert_eq!(failed.post_info.actual_weight, Some(Weight::from_parts(2, 0)));

        let inner = frame_system::Call::set_heap_pages { pages: 1 };
        let inner: RuntimeCall = inner.into();
        assert_eq!(inner.get_dispatch_info().class, DispatchClass::Operational);
        let call: RuntimeCall = crate::Call::act_as { org: STEEL, call: Box::new(inner) }.into();
        assert_eq!(call.get_dispatch_info().class, DispatchClass::Operational);

        let remark = Members::act_as(signed(bob()), STEEL, Box::new(remark())).unwrap();
        assert!(remark.actual_weight.is_some());
    });
}
