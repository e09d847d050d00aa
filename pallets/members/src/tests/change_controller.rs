//! `change_controller` and `force_change_controller`.

use super::{
    add_delegate::{limited, limits_of, set},
    *,
};
use crate::{Delegates, Error, Organisations};

fn change(by: AccountId32, to: AccountId32) -> DispatchResult {
    Members::change_controller(signed(by), to)
}

fn force(org: OrgId, to: AccountId32) -> DispatchResult {
    Members::force_change_controller(RuntimeOrigin::root(), org, to)
}

/// Both ways, from the steel works' controller to another account.
fn both_ways() -> [fn(AccountId32) -> DispatchResult; 2] {
    [|to| change(bob(), to), |to| force(STEEL, to)]
}

#[test]
fn an_organisation_is_handed_over() {
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(hand_over(outsider()));
            let event = Event::ControllerChanged { org: STEEL, from: bob(), to: outsider() };
            assert_eq!(take_events(), [event]);
            assert_eq!(membership(bob()), None);
            assert_eq!(membership(outsider()), controller(STEEL));
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().controller, outsider());
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 3);
            assert_eq!(System::providers(&outsider()), 1);
        });
    }
}

#[test]
fn an_organisation_is_handed_over_to_one_of_its_delegates() {
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            set(operator(), limited(&[Scope::Devices], Scope::Devices, 1, 2));
            take_events();
            assert_ok!(hand_over(operator()));
            let event = Event::ControllerChanged { org: STEEL, from: bob(), to: operator() };
            assert_eq!(take_events(), [event]);
            assert_eq!(membership(operator()), controller(STEEL));
            assert_eq!(membership(bob()), None);
            assert!(!Delegates::<Test>::contains_key(STEEL, operator()));
            assert_eq!(limits_of(operator()), []);
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 2);
        });
    }
}

#[test]
fn the_former_controller_keeps_its_nonce_and_may_come_back() {
    ExtBuilder::default().build_and_execute(|| {
        System::inc_account_nonce(bob());
        assert_ok!(change(bob(), outsider()));
        assert_eq!(System::account_nonce(bob()), 1);
        assert_eq!(System::providers(&bob()), 1);
        assert_noop!(change(bob(), stranger()), Error::<Test>::NotTheController);
        assert_ok!(change(outsider(), bob()));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(System::account_nonce(bob()), 1);
    });
}

#[test]
fn an_organisation_in_wind_down_can_be_handed_over() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        for hand_over in both_ways() {
            ExtBuilder::default().build_and_execute(|| {
                assert_ok!(set_standing(STEEL, standing));
                assert_ok!(hand_over(outsider()));
                assert_eq!(membership(outsider()), controller(STEEL));
            });
        }
    }
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(Members::resign(signed(bob())));
            assert_ok!(hand_over(outsider()));
            assert_eq!(membership(outsider()), controller(STEEL));
        });
    }
}

#[test]
fn a_closed_organisation_is_not_handed_over() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 100));
        assert_eq!(Members::standing_of(STEEL), Some(Standing::Closed));
        assert_noop!(force(STEEL, outsider()), Error::<Test>::OrganisationClosed);
        assert_noop!(change(bob(), outsider()), Error::<Test>::NotTheController);
    });
}

#[test]
fn a_taken_account_does_not_become_controller() {
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            // Its own, other organisations', keyless, and keyless to be.
            let accounts = [bob(), alice(), agent(), keyless(2), keyless(1), keyless(4)];
            for taken in accounts {
                assert_noop!(hand_over(taken), Error::<Test>::AccountTaken);
            }
        });
    }
}

#[test]
fn only_the_controller_hands_over() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [manager(), operator(), outsider(), keyless(2)] {
            assert_noop!(change(account, stranger()), Error::<Test>::NotTheController);
        }
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(Members::change_controller(origin, stranger()), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn only_the_council_forces() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| {
            Members::force_change_controller(origin, STEEL, stranger())
        });
    });
}

#[test]
fn an_organisation_must_exist_to_be_handed_over() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [OrgId(0), OrgId(4)] {
            assert_noop!(force(unknown, stranger()), Error::<Test>::UnknownOrganisation);
        }
    });
}
