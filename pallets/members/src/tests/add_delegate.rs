//! `add_delegate`.

use super::*;
use crate::{Delegates, Error, Limit, LimitUse, LimitsOf, Organisations};
use huangpu_primitives::calendar::Day;

fn add(by: AccountId32, account: AccountId32, delegation: Delegation) -> DispatchResult {
    Members::add_delegate(signed(by), account, delegation)
}

/// A delegation that lets its delegate act alone in these scopes, in one of them within a limit.
pub(super) fn limited(of: &[Scope], scope: Scope, per_act: u128, per_day: u128) -> Delegation {
    let limits = vec![(scope, Limit { per_act, per_day })].try_into().unwrap();
    Delegation { limits, ..alone(of) }
}

/// A delegation that lets its delegate prepare acts in these scopes.
pub(super) fn preparing(of: &[Scope]) -> Delegation {
    Delegation { prepare: scopes(of), ..Default::default() }
}

/// A delegation until a day.
pub(super) fn until(delegation: Delegation, day: Day) -> Delegation {
    Delegation { until: Some(day), ..delegation }
}

/// The steel works' controller sets a delegation anew.
pub(super) fn set(account: AccountId32, delegation: Delegation) {
    assert_ok!(Members::set_delegation(signed(bob()), account, delegation));
}

/// A delegate's limits, by scope, and what was used of them.
pub(super) fn limits_of(account: AccountId32) -> Vec<(Scope, LimitUse)> {
    let mut limits: Vec<_> = LimitsOf::<Test>::iter_prefix(account).collect();
    limits.sort_by_key(|(scope, _)| *scope);
    limits
}

#[test]
fn the_controller_adds_a_delegate() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(add(bob(), outsider(), alone(&[Scope::Devices, Scope::Emissions])));
        let event = Event::DelegateAdded { org: STEEL, delegate: outsider() };
        assert_eq!(take_events(), [event]);
        assert_eq!(membership(outsider()), delegate(STEEL, &[Scope::Devices, Scope::Emissions]));
        assert!(Delegates::<Test>::contains_key(STEEL, outsider()));
        assert_eq!(limits_of(outsider()), []);
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 4);
        assert_eq!(System::providers(&outsider()), 1);
    });
}

#[test]
fn powers_limits_and_last_day_are_kept() {
    ExtBuilder::default().build_and_execute(|| {
        let delegation = Delegation {
            prepare: scopes(&[Scope::Membership]),
            ..limited(&[Scope::Devices, Scope::Emissions], Scope::Emissions, 10, 25)
        };
        assert_ok!(add(bob(), outsider(), until(delegation, TODAY.plus(3))));
        let powers = Powers {
            prepare: scopes(&[Scope::Membership]),
            approve: scopes(&[Scope::Devices, Scope::Emissions]),
            limited: scopes(&[Scope::Emissions]),
            until: Some(TODAY.plus(3)),
        };
        let expected = Membership { org: STEEL, authority: Authority::Delegate(powers) };
        assert_eq!(membership(outsider()), Some(expected));
        let limit = Limit { per_act: 10, per_day: 25 };
        let unused = LimitUse { limit, day: TODAY, used: 0 };
        assert_eq!(limits_of(outsider()), [(Scope::Emissions, unused)]);
    });
}

#[test]
fn a_manager_adds_delegates_with_its_own_scopes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(add(manager(), outsider(), alone(&[Scope::Membership, Scope::Devices])));
        assert_eq!(membership(outsider()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
    });
}

#[test]
fn a_manager_does_not_hand_out_scopes_it_lacks() {
    ExtBuilder::default().build_and_execute(|| {
        for beyond in [&[Scope::Emissions][..], &[Scope::Devices, Scope::Emissions]] {
            for delegation in [alone(beyond), preparing(beyond)] {
                assert_noop!(
                    add(manager(), outsider(), delegation),
                    Error::<Test>::ScopesExceedOwn
                );
            }
        }
    });
}

#[test]
fn a_manager_who_only_prepares_hands_out_no_more_than_that() {
    ExtBuilder::default().build_and_execute(|| {
        let prepare = scopes(&[Scope::Emissions]);
        set(manager(), Delegation { prepare, ..alone(&[Scope::Membership]) });
        assert_noop!(
            add(manager(), outsider(), alone(&[Scope::Emissions])),
            Error::<Test>::ScopesExceedOwn
        );
        assert_ok!(add(manager(), outsider(), preparing(&[Scope::Emissions])));
    });
}

#[test]
fn a_manager_with_a_limit_adds_nobody_to_get_around_it() {
    ExtBuilder::default().build_and_execute(|| {
        let of = [Scope::Membership, Scope::Devices];
        set(manager(), limited(&of, Scope::Devices, 10, 10));
        // One that acts above the limit, one within the same limit, which would double it, and one that
        // prepares what the manager then approves.
        for delegation in [
            alone(&[Scope::Devices]),
            limited(&[Scope::Devices], Scope::Devices, 10, 10),
            preparing(&[Scope::Devices]),
        ] {
            assert_noop!(add(manager(), outsider(), delegation), Error::<Test>::ScopesExceedOwn);
        }
        assert_ok!(add(manager(), outsider(), alone(&[Scope::Membership])));
    });
}

#[test]
fn a_manager_with_a_last_day_hands_out_none_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        let own = TODAY.plus(5);
        set(manager(), until(alone(&[Scope::Membership, Scope::Devices]), own));
        let devices = || alone(&[Scope::Devices]);
        for beyond in [devices(), until(devices(), own.plus(1))] {
            assert_noop!(add(manager(), outsider(), beyond), Error::<Test>::InvalidTerm);
        }
        assert_ok!(add(manager(), outsider(), until(devices(), own)));
    });
}

#[test]
fn a_delegate_has_a_scope() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [bob(), manager()] {
            assert_noop!(add(by, outsider(), alone(&[])), Error::<Test>::NoScopes);
        }
    });
}

#[test]
fn a_last_day_does_not_lie_in_the_past() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(1);
        assert_noop!(
            add(bob(), outsider(), until(alone(&[Scope::Devices]), TODAY)),
            Error::<Test>::InvalidTerm
        );
        assert_ok!(add(bob(), outsider(), until(alone(&[Scope::Devices]), TODAY.plus(1))));
    });
}

#[test]
fn a_limit_is_for_what_may_be_approved_and_sound() {
    ExtBuilder::default().build_and_execute(|| {
        let limit = Limit { per_act: 1, per_day: 2 };
        let twice = vec![(Scope::Devices, limit), (Scope::Devices, limit)].try_into().unwrap();
        for wrong in [
            limited(&[Scope::Devices], Scope::Emissions, 1, 2),
            Delegation {
                prepare: scopes(&[Scope::Emissions]),
                ..limited(&[Scope::Devices], Scope::Emissions, 1, 2)
            },
            limited(&[Scope::Devices], Scope::Devices, 2, 1),
            limited(&[Scope::Devices, Scope::Membership], Scope::Membership, 1, 2),
            Delegation { limits: twice, ..alone(&[Scope::Devices]) },
        ] {
            assert_noop!(add(bob(), outsider(), wrong), Error::<Test>::InvalidLimit);
        }
        assert_ok!(add(bob(), outsider(), limited(&[Scope::Devices], Scope::Devices, 2, 2)));
    });
}

#[test]
fn an_account_acts_for_one_organisation_only() {
    ExtBuilder::default().build_and_execute(|| {
        // Controllers, delegates of this and of another organisation, and keyless accounts.
        for taken in [alice(), bob(), operator(), agent(), keyless(1), keyless(2)] {
            assert_noop!(add(bob(), taken, alone(&[Scope::Devices])), Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn the_keyless_account_of_an_organisation_to_come_is_taken() {
    ExtBuilder::default().build_and_execute(|| {
        // It would act for the steel works when the next organisation lets it act.
        for to_come in [keyless(4), keyless(u32::MAX)] {
            assert_noop!(
                add(bob(), to_come, alone(&[Scope::Devices])),
                Error::<Test>::AccountTaken
            );
        }
    });
}

#[test]
fn an_organisation_has_only_so_many_delegates() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(add(bob(), outsider(), alone(&[Scope::Devices])));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, MAX_DELEGATES);
        assert_noop!(
            add(bob(), stranger(), alone(&[Scope::Devices])),
            Error::<Test>::TooManyDelegates
        );
        // Where one goes, one may come.
        assert_ok!(Members::remove_delegate(signed(bob()), operator()));
        assert_ok!(add(bob(), stranger(), alone(&[Scope::Devices])));
    });
}

#[test]
fn an_account_keeps_its_nonce_when_others_give_it_up() {
    ExtBuilder::default().build_and_execute(|| {
        // It held an asset before it was bound.
        System::inc_providers(&outsider());
        assert_ok!(add(bob(), outsider(), alone(&[Scope::Devices])));
        System::inc_account_nonce(outsider());
        assert_ok!(System::dec_providers(&outsider()));
        assert_eq!(System::account_nonce(outsider()), 1);
        // As it does after it was removed, and bound again.
        assert_ok!(Members::remove_delegate(signed(bob()), outsider()));
        System::inc_providers(&outsider());
        assert_ok!(add(carol(), outsider(), alone(&[Scope::Devices])));
        assert_ok!(System::dec_providers(&outsider()));
        assert_eq!(System::account_nonce(outsider()), 1);
    });
}

#[test]
fn an_organisation_in_wind_down_adds_nobody() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            for by in [bob(), manager()] {
                assert_noop!(
                    add(by, outsider(), alone(&[Scope::Devices])),
                    Error::<Test>::OrganisationNotActive
                );
            }
        });
    }
}

#[test]
fn who_only_prepares_in_membership_adds_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        set(manager(), preparing(&[Scope::Membership]));
        assert_noop!(
            add(manager(), outsider(), preparing(&[Scope::Membership])),
            Error::<Test>::ScopeMissing
        );
    });
}

#[test]
fn a_manager_adds_nobody_after_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        set(manager(), until(alone(&[Scope::Membership]), TODAY));
        pass_days(1);
        assert_noop!(
            add(manager(), outsider(), alone(&[Scope::Membership])),
            Error::<Test>::DelegationEnded
        );
    });
}

#[test]
fn only_managers_add() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| {
            Members::add_delegate(origin, stranger(), alone(&[Scope::Devices]))
        });
    });
}
