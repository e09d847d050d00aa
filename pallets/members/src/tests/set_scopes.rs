//! `set_scopes`.

use super::*;
use crate::Error;

fn set(by: AccountId32, account: AccountId32, of: &[Scope]) -> DispatchResult {
    Members::set_scopes(signed(by), account, scopes(of))
}

#[test]
fn the_controller_sets_scopes_anew() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(bob(), operator(), &[Scope::Emissions]));
        assert_eq!(take_events(), [Event::ScopesSet { org: STEEL, delegate: operator() }]);
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Emissions]));
    });
}

#[test]
fn a_manager_sets_scopes_within_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(manager(), operator(), &[Scope::Membership]));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Membership]));
    });
}

#[test]
fn a_manager_neither_grants_nor_takes_scopes_it_lacks() {
    ExtBuilder::default().build_and_execute(|| {
        let call = set(manager(), operator(), &[Scope::Devices, Scope::Emissions]);
        assert_noop!(call, Error::<Test>::ScopesExceedOwn);
        let call = set(manager(), accountant(), &[Scope::Devices]);
        assert_noop!(call, Error::<Test>::ScopesExceedOwn);
    });
}

#[test]
fn a_delegate_has_a_scope() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set(bob(), operator(), &[]), Error::<Test>::NoScopes);
    });
}

#[test]
fn only_delegates_of_the_organisation_have_scopes() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [bob(), alice(), outsider(), keyless(2)] {
            let call = set(bob(), account, &[Scope::Devices]);
            assert_noop!(call, Error::<Test>::NotADelegate);
        }
        // Another organisation's delegate.
        let call = set(alice(), operator(), &[Scope::Devices]);
        assert_noop!(call, Error::<Test>::NotADelegate);
    });
}

#[test]
fn only_managers_set_scopes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| {
            Members::set_scopes(origin, operator(), scopes(&[Scope::Devices]))
        });
    });
}
