//! `rotate_key`.

use super::{
    act_as::{act, remark},
    add_delegate::{limits_of, set, until},
    *,
};
use crate::{Delegates, Error, Limit, LimitUse, Organisations};

fn rotate(from: AccountId32, to: AccountId32) -> DispatchResult {
    Members::rotate_key(signed(from), to)
}

#[test]
fn another_account_stands_in_a_delegates_place() {
    ExtBuilder::default().build_and_execute(|| {
        let before = membership(manager());
        assert_ok!(rotate(manager(), outsider()));
        let event = Event::KeyRotated { org: STEEL, from: manager(), to: outsider() };
        assert_eq!(take_events(), [event]);
        assert_eq!(membership(outsider()), before);
        assert_eq!(membership(outsider()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
        assert_eq!(membership(manager()), None);
        assert!(Delegates::<Test>::contains_key(STEEL, outsider()));
        assert!(!Delegates::<Test>::contains_key(STEEL, manager()));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 3);
        assert_eq!(System::providers(&outsider()), 1);
    });
}

#[test]
fn another_account_stands_in_the_controllers_place() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(rotate(bob(), outsider()));
        let event = Event::ControllerChanged { org: STEEL, from: bob(), to: outsider() };
        assert_eq!(take_events(), [event]);
        assert_eq!(membership(outsider()), controller(STEEL));
        assert_eq!(membership(bob()), None);
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().controller, outsider());
        assert_eq!(System::providers(&outsider()), 1);
    });
}

#[test]
fn limits_and_what_was_used_of_them_stay() {
    ExtBuilder::default().build_and_execute(|| {
        let limit = Limit { per_act: 5, per_day: 8 };
        let both = [Scope::Devices, Scope::Emissions];
        let limits = both.map(|scope| (scope, limit)).to_vec().try_into().unwrap();
        let delegation = until(Delegation { limits, ..alone(&both) }, TODAY.plus(9));
        set(operator(), delegation);
        assert_ok!(act(operator(), STEEL, remark(5)));
        let before = membership(operator());
        assert_ok!(rotate(operator(), outsider()));
        assert_eq!(membership(outsider()), before);
        let used = |used| LimitUse { limit, day: TODAY, used };
        let expected = [(Scope::Devices, used(5)), (Scope::Emissions, used(0))];
        assert_eq!(limits_of(outsider()), expected);
        assert_eq!(limits_of(operator()), []);
    });
}

#[test]
fn the_former_account_keeps_its_nonce_and_may_do_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        System::inc_account_nonce(operator());
        assert_ok!(rotate(operator(), outsider()));
        assert_eq!(System::account_nonce(operator()), 1);
        assert_eq!(System::providers(&operator()), 1);
        assert_noop!(act(operator(), STEEL, remark(1)), Error::<Test>::NotOfThisOrganisation);
        assert_noop!(rotate(operator(), stranger()), Error::<Test>::NotOfThisOrganisation);
        assert_ok!(act(outsider(), STEEL, remark(1)));
        // It may come back.
        assert_ok!(rotate(outsider(), operator()));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Devices]));
        assert_eq!(System::account_nonce(operator()), 1);
    });
}

#[test]
fn a_full_organisations_delegates_rotate_their_keys() {
    ExtBuilder::default().build_and_execute(|| {
        let devices = alone(&[Scope::Devices]);
        assert_ok!(Members::add_delegate(signed(bob()), outsider(), devices));
        assert_ok!(rotate(outsider(), stranger()));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, MAX_DELEGATES);
    });
}

#[test]
fn keys_are_rotated_in_wind_down_too() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            assert_ok!(rotate(operator(), outsider()));
            assert_ok!(rotate(bob(), stranger()));
            assert_eq!(membership(outsider()), delegate(STEEL, &[Scope::Devices]));
            assert_eq!(membership(stranger()), controller(STEEL));
        });
    }
}

#[test]
fn a_delegate_does_not_rotate_after_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), until(alone(&[Scope::Devices]), TODAY));
        set(accountant(), until(alone(&[Scope::Emissions]), TODAY));
        assert_ok!(rotate(operator(), outsider()));
        pass_days(1);
        assert_noop!(rotate(accountant(), stranger()), Error::<Test>::DelegationEnded);
        assert_noop!(rotate(outsider(), stranger()), Error::<Test>::DelegationEnded);
    });
}

#[test]
fn a_taken_account_takes_nobodys_place() {
    ExtBuilder::default().build_and_execute(|| {
        for from in [bob(), operator()] {
            // Their own, colleagues', other organisations', keyless, and keyless to be.
            let accounts = [bob(), operator(), manager(), alice(), agent()];
            for taken in accounts.into_iter().chain([1, 2, 4].map(keyless)) {
                assert_noop!(rotate(from.clone(), taken), Error::<Test>::AccountTaken);
            }
        }
    });
}

#[test]
fn only_accounts_of_an_organisation_rotate() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(Members::rotate_key(origin, stranger()), DispatchError::BadOrigin);
        }
        for account in [outsider(), keyless(2), keyless(4)] {
            assert_noop!(rotate(account, stranger()), Error::<Test>::NotOfThisOrganisation);
        }
    });
}
