//! `change_controller` and `force_change_controller`.

use super::*;
use crate::{Error, Organisations};

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
            assert_ok!(hand_over(operator()));
            assert_eq!(membership(operator()), controller(STEEL));
            assert_eq!(membership(bob()), None);
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
        assert!(System::providers(&bob()) > 0);
        assert_noop!(change(bob(), stranger()), Error::<Test>::NotTheController);
        assert_ok!(change(outsider(), bob()));
        assert_eq!(membership(bob()), controller(STEEL));
    });
}

#[test]
fn a_suspended_organisation_can_be_handed_over() {
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            set_standing(STEEL, Standing::Suspended);
            assert_ok!(hand_over(outsider()));
        });
    }
}

#[test]
fn an_expelled_organisation_is_not_handed_over() {
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            set_standing(STEEL, Standing::Expelled);
            assert_noop!(hand_over(outsider()), Error::<Test>::OrganisationExpelled);
        });
    }
}

#[test]
fn a_taken_account_does_not_become_controller() {
    for hand_over in both_ways() {
        ExtBuilder::default().build_and_execute(|| {
            // Its own, another's, keyless, and keyless to be.
            for taken in [bob(), alice(), keyless(2), keyless(1), keyless(3)] {
                assert_noop!(hand_over(taken), Error::<Test>::AccountTaken);
            }
            let call =
                Members::add_delegate(signed(alice()), outsider(), scopes(&[Scope::Devices]));
            assert_ok!(call);
            assert_noop!(hand_over(outsider()), Error::<Test>::AccountTaken);
        });
    }
}

#[test]
fn only_the_controller_hands_over() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [manager(), operator(), outsider(), keyless(2)] {
            let call = change(account, stranger());
            assert_noop!(call, Error::<Test>::NotTheController);
        }
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            let call = Members::change_controller(origin, stranger());
            assert_noop!(call, DispatchError::BadOrigin);
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
        assert_noop!(force(OrgId(3), stranger()), Error::<Test>::UnknownOrganisation);
    });
}
