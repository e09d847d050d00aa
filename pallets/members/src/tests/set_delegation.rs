//! `set_delegation`.

use super::{
    act_as::{act, remark},
    add_delegate::{limited, limits_of, preparing, until},
    *,
};
use crate::{Error, Limit, LimitUse, Organisations};

fn set(by: AccountId32, account: AccountId32, delegation: Delegation) -> DispatchResult {
    Members::set_delegation(signed(by), account, delegation)
}

#[test]
fn the_controller_sets_powers_anew() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(bob(), operator(), alone(&[Scope::Emissions])));
        assert_eq!(take_events(), [Event::DelegationSet { org: STEEL, delegate: operator() }]);
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Emissions]));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 3);
        assert_eq!(System::providers(&operator()), 1);
    });
}

#[test]
fn powers_limits_and_last_day_are_replaced() {
    ExtBuilder::default().build_and_execute(|| {
        let first = limited(&[Scope::Devices], Scope::Devices, 1, 2);
        assert_ok!(set(bob(), operator(), until(first, TODAY.plus(1))));
        let second = Delegation {
            prepare: scopes(&[Scope::Devices]),
            ..limited(&[Scope::Emissions], Scope::Emissions, 3, 4)
        };
        assert_ok!(set(bob(), operator(), second));
        let powers = Powers {
            prepare: scopes(&[Scope::Devices]),
            approve: scopes(&[Scope::Emissions]),
            limited: scopes(&[Scope::Emissions]),
            until: None,
        };
        let expected = Membership { org: STEEL, authority: Authority::Delegate(powers) };
        assert_eq!(membership(operator()), Some(expected));
        let limit = Limit { per_act: 3, per_day: 4 };
        let unused = LimitUse { limit, day: TODAY, used: 0 };
        assert_eq!(limits_of(operator()), [(Scope::Emissions, unused)]);

        assert_ok!(set(bob(), operator(), alone(&[Scope::Emissions])));
        assert_eq!(limits_of(operator()), []);
    });
}

#[test]
fn what_was_used_today_of_a_limit_that_stays_counts_on() {
    ExtBuilder::default().build_and_execute(|| {
        let both = [Scope::Devices, Scope::Emissions];
        assert_ok!(set(bob(), operator(), limited(&both, Scope::Devices, 10, 20)));
        assert_ok!(act(operator(), STEEL, remark(7)));
        let limit = |per_act, per_day| Limit { per_act, per_day };
        let limits = [(Scope::Emissions, limit(1, 1)), (Scope::Devices, limit(9, 9))];
        let limits = limits.to_vec().try_into().unwrap();
        assert_ok!(set(bob(), operator(), Delegation { limits, ..alone(&both) }));
        let devices = LimitUse { limit: limit(9, 9), day: TODAY, used: 7 };
        let emissions = LimitUse { limit: limit(1, 1), day: TODAY, used: 0 };
        let expected = [(Scope::Devices, devices), (Scope::Emissions, emissions)];
        assert_eq!(limits_of(operator()), expected);
    });
}

#[test]
fn what_was_used_on_another_day_does_not_count() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(bob(), operator(), limited(&[Scope::Devices], Scope::Devices, 10, 20)));
        assert_ok!(act(operator(), STEEL, remark(7)));
        pass_days(1);
        assert_ok!(set(bob(), operator(), limited(&[Scope::Devices], Scope::Devices, 9, 9)));
        let limit = Limit { per_act: 9, per_day: 9 };
        let unused = LimitUse { limit, day: TODAY.plus(1), used: 0 };
        assert_eq!(limits_of(operator()), [(Scope::Devices, unused)]);
    });
}

#[test]
fn a_manager_sets_powers_within_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(manager(), operator(), alone(&[Scope::Membership])));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Membership]));
    });
}

#[test]
fn a_manager_neither_grants_nor_takes_powers_it_lacks() {
    ExtBuilder::default().build_and_execute(|| {
        for beyond in [alone(&[Scope::Emissions]), preparing(&[Scope::Emissions])] {
            assert_noop!(set(manager(), operator(), beyond), Error::<Test>::ScopesExceedOwn);
        }
        assert_noop!(
            set(manager(), accountant(), alone(&[Scope::Devices])),
            Error::<Test>::ScopesExceedOwn
        );
        assert_ok!(set(bob(), accountant(), preparing(&[Scope::Emissions])));
        assert_noop!(
            set(manager(), accountant(), alone(&[Scope::Devices])),
            Error::<Test>::ScopesExceedOwn
        );
    });
}

#[test]
fn a_manager_with_a_limit_neither_lifts_it_nor_gets_around_it() {
    ExtBuilder::default().build_and_execute(|| {
        let of = [Scope::Membership, Scope::Devices];
        assert_ok!(set(bob(), manager(), limited(&of, Scope::Devices, 10, 10)));
        assert_ok!(set(bob(), operator(), preparing(&[Scope::Devices])));
        for of in [&[Scope::Devices][..], &of] {
            for account in [manager(), operator()] {
                for delegation in [
                    alone(of),
                    limited(of, Scope::Devices, 10, 10),
                    Delegation {
                        prepare: scopes(&[Scope::Devices]),
                        ..alone(&[Scope::Membership])
                    },
                ] {
                    assert_noop!(
                        set(manager(), account.clone(), delegation),
                        Error::<Test>::ScopesExceedOwn
                    );
                }
            }
        }
    });
}

#[test]
fn a_manager_does_not_prolong_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let own = TODAY.plus(5);
        let of = || alone(&[Scope::Membership, Scope::Devices]);
        assert_ok!(set(bob(), manager(), until(of(), own)));
        for beyond in [of(), until(of(), own.plus(1))] {
            assert_noop!(set(manager(), manager(), beyond), Error::<Test>::InvalidTerm);
        }
        assert_ok!(set(manager(), manager(), until(of(), TODAY)));
        assert_ok!(set(bob(), manager(), of()));
        assert_eq!(membership(manager()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
    });
}

#[test]
fn a_delegate_has_a_scope() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [bob(), manager()] {
            assert_noop!(set(by, operator(), alone(&[])), Error::<Test>::NoScopes);
        }
    });
}

#[test]
fn a_last_day_does_not_lie_in_the_past() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(1);
        assert_noop!(
            set(bob(), operator(), until(alone(&[Scope::Devices]), TODAY)),
            Error::<Test>::InvalidTerm
        );
        assert_ok!(set(bob(), operator(), until(alone(&[Scope::Devices]), TODAY.plus(1))));
    });
}

#[test]
fn a_limit_is_for_what_may_be_approved_and_sound() {
    ExtBuilder::default().build_and_execute(|| {
        let limit = Limit { per_act: 1, per_day: 2 };
        let twice = vec![(Scope::Devices, limit), (Scope::Devices, limit)].try_into().unwrap();
        for wrong in [
            limited(&[Scope::Devices], Scope::Emissions, 1, 2),
            limited(&[Scope::Devices], Scope::Devices, 2, 1),
            limited(&[Scope::Devices, Scope::Membership], Scope::Membership, 1, 2),
            Delegation { limits: twice, ..alone(&[Scope::Devices]) },
        ] {
            assert_noop!(set(bob(), operator(), wrong), Error::<Test>::InvalidLimit);
        }
    });
}

#[test]
fn only_delegates_of_the_organisation_have_powers() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [bob(), alice(), agent(), outsider(), keyless(2)] {
            assert_noop!(
                set(bob(), account, alone(&[Scope::Devices])),
                Error::<Test>::NotADelegate
            );
        }
        // Another organisation's delegate.
        assert_noop!(
            set(alice(), operator(), alone(&[Scope::Devices])),
            Error::<Test>::NotADelegate
        );
    });
}

#[test]
fn powers_of_who_has_ended_can_be_set_anew() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(bob(), operator(), until(alone(&[Scope::Devices]), TODAY)));
        pass_days(1);
        assert_noop!(act(operator(), STEEL, remark(1)), Error::<Test>::DelegationEnded);
        assert_ok!(set(bob(), operator(), alone(&[Scope::Devices])));
        assert_ok!(act(operator(), STEEL, remark(1)));
    });
}

#[test]
fn an_organisation_in_wind_down_sets_no_powers() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            for by in [bob(), manager()] {
                assert_noop!(
                    set(by, operator(), alone(&[Scope::Devices])),
                    Error::<Test>::OrganisationNotActive
                );
            }
        });
    }
}

#[test]
fn a_manager_sets_no_powers_after_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(bob(), manager(), until(alone(&[Scope::Membership]), TODAY)));
        pass_days(1);
        assert_noop!(
            set(manager(), manager(), alone(&[Scope::Membership])),
            Error::<Test>::DelegationEnded
        );
    });
}

#[test]
fn only_managers_set_powers() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| {
            Members::set_delegation(origin, operator(), alone(&[Scope::Devices]))
        });
    });
}
