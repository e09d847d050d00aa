//! `leave`, and what becomes of an account whose delegation is over.

use super::*;
use crate::{Delegates, Error, LimitsOf, Organisations};

/// A delegation in devices that ends with a day.
fn until(day: Day) -> Delegation {
    Delegation { until: Some(day), ..alone(&[Scope::Devices]) }
}

fn delegates(org: OrgId) -> u32 {
    Organisations::<Test>::get(org).unwrap().delegates
}

#[test]
fn a_delegate_leaves() {
    ExtBuilder::default().build_and_execute(|| {
        System::inc_account_nonce(operator());
        assert_ok!(Members::leave(signed(operator())));
        assert_eq!(take_events(), [Event::DelegateRemoved { org: STEEL, delegate: operator() }]);
        assert_eq!(membership(operator()), None);
        assert!(!Delegates::<Test>::contains_key(STEEL, operator()));
        assert_eq!(delegates(STEEL), 2);
        assert_eq!(System::account_nonce(operator()), 1);
        // And may act for another organisation.
        let add = Members::add_delegate(signed(carol()), operator(), alone(&[Scope::Devices]));
        assert_ok!(add);
    });
}

#[test]
fn who_was_bound_by_somebody_else_frees_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let id = identifier("New");
        assert_ok!(Members::sponsor(signed(bob()), id.clone(), profile("New"), outsider()));
        // The key of a controller to come stands in the proposal; somebody takes it.
        assert_ok!(Members::add_delegate(signed(carol()), outsider(), until(TODAY)));
        let approve = || {
            let until = TODAY.plus(5);
            Members::approve_application(RuntimeOrigin::root(), id.clone(), Tier::Basic, until)
        };
        assert_noop!(approve(), Error::<Test>::AccountTaken);
        assert_ok!(Members::leave(signed(outsider())));
        assert_ok!(approve());
    });
}

#[test]
fn also_after_its_last_day_and_in_wind_down() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::set_delegation(signed(bob()), operator(), until(TODAY)));
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        pass_days(1);
        assert_ok!(Members::leave(signed(operator())));
        assert_ok!(Members::leave(signed(manager())));
        assert_eq!(delegates(STEEL), 1);
    });
}

#[test]
fn a_controller_and_an_outsider_have_nothing_to_leave() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [bob(), outsider(), keyless(2)] {
            assert_noop!(Members::leave(signed(account)), Error::<Test>::NotADelegate);
        }
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(Members::leave(origin), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn a_delegation_that_is_over_gives_way() {
    ExtBuilder::default().build_and_execute(|| {
        let limit = crate::Limit { per_act: 1, per_day: 2 };
        let limits = vec![(Scope::Devices, limit)].try_into().unwrap();
        let delegation = Delegation { limits, ..until(TODAY) };
        assert_ok!(Members::set_delegation(signed(bob()), operator(), delegation));
        let add = || Members::add_delegate(signed(carol()), operator(), alone(&[Scope::Devices]));
        assert_noop!(add(), Error::<Test>::AccountTaken);
        pass_days(1);
        take_events();
        assert_ok!(add());
        let events = [
            Event::DelegateRemoved { org: STEEL, delegate: operator() },
            Event::DelegateAdded { org: MARKET, delegate: operator() },
        ];
        assert_eq!(take_events(), events);
        assert_eq!(membership(operator()), delegate(MARKET, &[Scope::Devices]));
        assert_eq!((delegates(STEEL), delegates(MARKET)), (2, 2));
        assert_eq!(LimitsOf::<Test>::iter_prefix(operator()).count(), 0);
    });
}

#[test]
fn it_gives_way_to_a_controller_and_to_a_new_key_too() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [operator(), accountant()] {
            assert_ok!(Members::set_delegation(signed(bob()), account, until(TODAY)));
        }
        pass_days(1);
        assert_ok!(Members::rotate_key(signed(agent()), operator()));
        assert_eq!(membership(operator()), delegate(MARKET, &[Scope::Devices]));
        assert_ok!(Members::change_controller(signed(carol()), accountant()));
        assert_eq!(membership(accountant()), controller(MARKET));
        assert_eq!((delegates(STEEL), delegates(MARKET)), (1, 1));
    });
}
