//! `remove_delegate`.

use super::*;
use crate::{Delegates, Error, Organisations};

fn remove(by: AccountId32, account: AccountId32) -> DispatchResult {
    Members::remove_delegate(signed(by), account)
}

#[test]
fn the_controller_removes_a_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(remove(bob(), operator()));
        assert_eq!(take_events(), [Event::DelegateRemoved { org: STEEL, delegate: operator() }]);
        assert_eq!(membership(operator()), None);
        assert!(!Delegates::<Test>::contains_key(STEEL, operator()));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 2);
    });
}

#[test]
fn a_removed_account_keeps_its_nonce() {
    ExtBuilder::default().build_and_execute(|| {
        System::inc_account_nonce(operator());
        assert_ok!(remove(bob(), operator()));
        assert_eq!(System::account_nonce(operator()), 1);
        assert_eq!(System::providers(&operator()), 1);
    });
}

#[test]
fn a_removed_account_may_act_for_another_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(remove(bob(), operator()));
        let call = Members::add_delegate(signed(alice()), operator(), scopes(&[Scope::Devices]));
        assert_ok!(call);
        assert_eq!(membership(operator()), delegate(BUREAU, &[Scope::Devices]));
    });
}

#[test]
fn a_manager_removes_whom_it_could_have_added() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(remove(manager(), accountant()), Error::<Test>::ScopesExceedOwn);
        assert_ok!(remove(manager(), operator()));
        assert_ok!(remove(manager(), manager()));
    });
}

#[test]
fn only_delegates_of_the_organisation_are_removed() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [bob(), alice(), outsider(), keyless(2)] {
            assert_noop!(remove(bob(), account), Error::<Test>::NotADelegate);
        }
        assert_noop!(remove(alice(), operator()), Error::<Test>::NotADelegate);
        assert_ok!(remove(bob(), operator()));
        assert_noop!(remove(bob(), operator()), Error::<Test>::NotADelegate);
    });
}

#[test]
fn only_managers_remove() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| Members::remove_delegate(origin, operator()));
    });
}
