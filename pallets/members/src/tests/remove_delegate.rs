//! `remove_delegate`.

use super::{
    add_delegate::{limited, limits_of, preparing, set, until},
    *,
};
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
fn its_limits_go_with_it() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 1, 2));
        set(accountant(), limited(&[Scope::Emissions], Scope::Emissions, 1, 2));
        assert_ok!(remove(bob(), operator()));
        assert_eq!(limits_of(operator()), []);
        assert_eq!(limits_of(accountant()).len(), 1);
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
        let devices = alone(&[Scope::Devices]);
        assert_ok!(Members::add_delegate(signed(alice()), operator(), devices));
        assert_eq!(membership(operator()), delegate(BUREAU, &[Scope::Devices]));
    });
}

#[test]
fn a_manager_removes_whom_it_could_have_added() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(remove(manager(), accountant()), Error::<Test>::ScopesExceedOwn);
        assert_ok!(remove(manager(), operator()));
        set(accountant(), preparing(&[Scope::Emissions]));
        assert_noop!(remove(manager(), accountant()), Error::<Test>::ScopesExceedOwn);
        assert_ok!(remove(manager(), manager()));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 1);
    });
}

#[test]
fn a_manager_with_a_limit_does_not_remove_whom_none_limits() {
    ExtBuilder::default().build_and_execute(|| {
        let of = [Scope::Membership, Scope::Devices];
        set(manager(), limited(&of, Scope::Devices, 10, 10));
        assert_noop!(remove(manager(), operator()), Error::<Test>::ScopesExceedOwn);
        set(operator(), preparing(&[Scope::Devices]));
        assert_ok!(remove(manager(), operator()));
    });
}

#[test]
fn only_delegates_of_the_organisation_are_removed() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [bob(), alice(), agent(), outsider(), keyless(2)] {
            assert_noop!(remove(bob(), account), Error::<Test>::NotADelegate);
        }
        assert_noop!(remove(alice(), operator()), Error::<Test>::NotADelegate);
        assert_ok!(remove(bob(), operator()));
        assert_noop!(remove(bob(), operator()), Error::<Test>::NotADelegate);
    });
}

#[test]
fn an_organisation_in_wind_down_removes_its_delegates() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            assert_ok!(remove(manager(), operator()));
            assert_ok!(remove(bob(), manager()));
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 1);
        });
    }
}

#[test]
fn who_has_ended_can_be_removed_and_removes_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        set(manager(), until(alone(&[Scope::Membership, Scope::Devices]), TODAY));
        pass_days(1);
        assert_noop!(remove(manager(), operator()), Error::<Test>::DelegationEnded);
        assert_ok!(remove(bob(), manager()));
    });
}

#[test]
fn only_managers_remove() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| Members::remove_delegate(origin, operator()));
    });
}
