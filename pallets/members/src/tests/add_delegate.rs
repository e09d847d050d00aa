//! `add_delegate`.

use super::*;
use crate::{Delegates, Error, Organisations};

fn add(by: AccountId32, account: AccountId32, of: &[Scope]) -> DispatchResult {
    Members::add_delegate(signed(by), account, scopes(of))
}

#[test]
fn the_controller_adds_a_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(add(bob(), outsider(), &[Scope::Devices, Scope::Emissions]));
        let event = Event::DelegateAdded { org: STEEL, delegate: outsider() };
        assert_eq!(take_events(), [event]);
        assert_eq!(membership(outsider()), delegate(STEEL, &[Scope::Devices, Scope::Emissions]));
        assert!(Delegates::<Test>::contains_key(STEEL, outsider()));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 4);
        assert_eq!(System::providers(&outsider()), 1);
    });
}

#[test]
fn a_manager_adds_delegates_with_its_own_scopes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(add(manager(), outsider(), &[Scope::Membership, Scope::Devices]));
        assert_eq!(membership(outsider()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
    });
}

#[test]
fn a_manager_does_not_hand_out_scopes_it_lacks() {
    ExtBuilder::default().build_and_execute(|| {
        for beyond in [&[Scope::Emissions][..], &[Scope::Devices, Scope::Emissions]] {
            let call = add(manager(), outsider(), beyond);
            assert_noop!(call, Error::<Test>::ScopesExceedOwn);
        }
    });
}

#[test]
fn a_delegate_has_a_scope() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [bob(), manager()] {
            assert_noop!(add(by, outsider(), &[]), Error::<Test>::NoScopes);
        }
    });
}

#[test]
fn an_account_acts_for_one_organisation_only() {
    ExtBuilder::default().build_and_execute(|| {
        for taken in [alice(), bob(), operator(), keyless(1), keyless(2)] {
            let call = add(bob(), taken, &[Scope::Devices]);
            assert_noop!(call, Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn the_keyless_account_of_an_organisation_to_come_is_taken() {
    ExtBuilder::default().build_and_execute(|| {
        // It would act for the steel works when the next organisation lets it act.
        let call = add(bob(), keyless(3), &[Scope::Devices]);
        assert_noop!(call, Error::<Test>::AccountTaken);
    });
}

#[test]
fn an_organisation_has_only_so_many_delegates() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(add(bob(), outsider(), &[Scope::Devices]));
        let call = add(bob(), stranger(), &[Scope::Devices]);
        assert_noop!(call, Error::<Test>::TooManyDelegates);
        // Where one goes, one may come.
        assert_ok!(Members::remove_delegate(signed(bob()), operator()));
        assert_ok!(add(bob(), stranger(), &[Scope::Devices]));
    });
}

#[test]
fn only_managers_add() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| {
            Members::add_delegate(origin, stranger(), scopes(&[Scope::Devices]))
        });
    });
}
