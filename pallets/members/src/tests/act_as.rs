//! `act_as`.

use super::{
    add_delegate::{limited, limits_of, preparing, set, until},
    *,
};
use crate::{Act, Acts, Ending, Endings, Error, Limit, LimitUse, LimitsOf, Organisations};
use crate::{ACT_DAYS, MAX_ACTS, MAX_CALL};
use codec::Encode;
use huangpu_primitives::calendar::DAY_MS;
use polkadot_sdk::{
    frame_support::{
        dispatch::{DispatchClass, GetDispatchInfo},
        weights::Weight,
    },
    frame_system,
    sp_io::hashing::blake2_256,
    sp_runtime::traits::{BlakeTwo256, Hash},
};

/// A call in the scope `Devices` of this value: its event names who made it.
pub(super) fn remark(value: usize) -> RuntimeCall {
    frame_system::Call::remark_with_event { remark: vec![b'x'; value] }.into()
}

/// A call in the scope `Emissions`, without value, that winds down.
pub(super) fn note() -> RuntimeCall {
    frame_system::Call::remark { remark: vec![] }.into()
}

/// A call in the scope `Devices` of this value that fails: only root may make it.
pub(super) fn failing(value: u64) -> RuntimeCall {
    frame_system::Call::set_heap_pages { pages: value }.into()
}

/// A call in the scope `Membership` that fails: no keyless account may make it.
fn proposal() -> RuntimeCall {
    let (identifier, profile) = (identifier("New"), profile("New"));
    crate::Call::sponsor { identifier, profile, controller: outsider() }.into()
}

pub(super) fn act(by: AccountId32, org: OrgId, call: RuntimeCall) -> DispatchResult {
    Members::act_as(signed(by), org, Box::new(call)).map(|_| ()).map_err(|failed| failed.error)
}

/// Hash of a call, as `approve_act` takes it.
pub(super) fn hash_of(call: &RuntimeCall) -> H256 {
    H256(blake2_256(&call.encode()))
}

/// Who remarked something in the scope `Devices`, and of which value, oldest first.
pub(super) fn remarks() -> Vec<(AccountId32, usize)> {
    let value = |hash: H256| (0..100).find(|value| BlakeTwo256::hash(&vec![b'x'; *value]) == hash);
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::System(frame_system::Event::Remarked { sender, hash }) => {
            Some((sender, value(hash).unwrap()))
        }
        _ => None,
    });
    events.collect()
}

/// How many acts wait, and the number of the last one.
pub(super) fn acts(org: OrgId) -> (u32, u32) {
    let organisation = Organisations::<Test>::get(org).unwrap();
    (organisation.acts, organisation.last_act)
}

/// What the operator used of its limit in the scope `Devices`.
fn used() -> u128 {
    LimitsOf::<Test>::get(operator(), Scope::Devices).unwrap().used
}

#[test]
fn the_controller_and_delegates_with_the_scope_act_alone() {
    for by in [bob(), manager(), operator()] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(act(by.clone(), STEEL, remark(5)));
            assert_eq!(remarks(), [(keyless(2), 5)]);
            let event = Event::ActedAs { org: STEEL, by: by.clone(), act: None };
            System::assert_last_event(event.clone().into());
            assert_eq!(take_events(), [event]);
            assert_eq!(acts(STEEL), (0, 0));
        });
    }
}

#[test]
fn a_delegate_acts_alone_up_to_its_limits() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 10, 15));
        take_events();
        assert_ok!(act(operator(), STEEL, remark(10)));
        let limit = Limit { per_act: 10, per_day: 15 };
        let expected = LimitUse { limit, day: TODAY, used: 10 };
        assert_eq!(limits_of(operator()), [(Scope::Devices, expected)]);
        assert_ok!(act(operator(), STEEL, remark(5)));
        assert_eq!(used(), 15);
        // What has no value uses nothing.
        assert_ok!(act(operator(), STEEL, remark(0)));
        assert_eq!(used(), 15);
        assert_eq!(remarks(), [10, 5, 0].map(|value| (keyless(2), value)));
        let event = Event::ActedAs { org: STEEL, by: operator(), act: None };
        assert_eq!(take_events(), [event.clone(), event.clone(), event]);
        assert_eq!(acts(STEEL), (0, 0));
    });
}

#[test]
fn above_the_acts_limit_an_act_waits() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 10, 100));
        take_events();
        let result = Members::act_as(signed(operator()), STEEL, Box::new(remark(11))).unwrap();
        assert_eq!(result.actual_weight, Some(Weight::from_parts(1, 0)));
        assert_eq!(remarks(), []);
        let until = TODAY.plus(14);
        let event = Event::ActPrepared {
            org: STEEL,
            act: 1,
            by: operator(),
            hash: hash_of(&remark(11)),
            until,
        };
        assert_eq!(take_events(), [event]);
        let expected = Act {
            by: operator(),
            scope: Scope::Devices,
            value: 11,
            until,
            call: remark(11).encode().try_into().unwrap(),
        };
        assert_eq!(Acts::<Test>::get(STEEL, 1), Some(expected));
        assert!(Endings::<Test>::contains_key(until, Ending::Act(STEEL, 1)));
        assert_eq!(acts(STEEL), (1, 1));
        assert_eq!(used(), 0);
    });
}

#[test]
fn above_the_days_limit_an_act_waits() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 10, 15));
        assert_ok!(act(operator(), STEEL, remark(10)));
        assert_ok!(act(operator(), STEEL, remark(6)));
        assert_eq!((acts(STEEL), used()), ((1, 1), 10));
        assert_eq!(remarks(), [(keyless(2), 10)]);
        // What waits uses nothing: there is room for less.
        assert_ok!(act(operator(), STEEL, remark(5)));
        assert_eq!((acts(STEEL), used()), ((1, 1), 15));
        assert_ok!(act(operator(), STEEL, remark(1)));
        assert_eq!((acts(STEEL), used()), ((2, 2), 15));
    });
}

#[test]
fn the_next_day_the_days_limit_is_whole_again() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 10, 15));
        assert_ok!(act(operator(), STEEL, remark(10)));
        NowMs::mutate(|now| *now += DAY_MS - 1);
        assert_ok!(act(operator(), STEEL, remark(10)));
        assert_eq!((acts(STEEL), used()), ((1, 1), 10));
        NowMs::mutate(|now| *now += 1);
        assert_ok!(act(operator(), STEEL, remark(9)));
        let limit = Limit { per_act: 10, per_day: 15 };
        let expected = LimitUse { limit, day: TODAY.plus(1), used: 9 };
        assert_eq!(limits_of(operator()), [(Scope::Devices, expected)]);
        assert_eq!(acts(STEEL), (1, 1));
    });
}

#[test]
fn a_limit_is_for_its_scope_only() {
    ExtBuilder::default().build_and_execute(|| {
        let both = [Scope::Devices, Scope::Emissions];
        set(operator(), limited(&both, Scope::Devices, 0, 0));
        assert_ok!(act(operator(), STEEL, note()));
        assert_eq!(acts(STEEL), (0, 0));
        assert_ok!(act(operator(), STEEL, remark(1)));
        assert_eq!(acts(STEEL), (1, 1));
    });
}

#[test]
fn a_days_acts_are_not_added_up_beyond_all_numbers() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, u128::MAX, u128::MAX));
        LimitsOf::<Test>::mutate(operator(), Scope::Devices, |record| {
            record.as_mut().unwrap().used = u128::MAX - 1;
        });
        assert_ok!(act(operator(), STEEL, remark(2)));
        assert_eq!((acts(STEEL), used()), ((1, 1), u128::MAX - 1));
        assert_ok!(act(operator(), STEEL, remark(1)));
        assert_eq!((acts(STEEL), used()), ((1, 1), u128::MAX));
    });
}

#[test]
fn what_a_delegate_only_prepares_waits() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), preparing(&[Scope::Devices, Scope::Emissions]));
        assert_ok!(act(operator(), STEEL, remark(0)));
        pass_days(1);
        assert_ok!(act(operator(), STEEL, note()));
        assert_eq!(acts(STEEL), (2, 2));
        assert_eq!(remarks(), []);
        let kept = |act| {
            let Act { by, scope, value, until, .. } = Acts::<Test>::get(STEEL, act).unwrap();
            (by, scope, value, until)
        };
        assert_eq!(kept(1), (operator(), Scope::Devices, 0, TODAY.plus(ACT_DAYS)));
        assert_eq!(kept(2), (operator(), Scope::Emissions, 0, TODAY.plus(1 + ACT_DAYS)));
    });
}

#[test]
fn a_delegate_without_the_scope_does_not_act() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(act(accountant(), STEEL, remark(1)), Error::<Test>::ScopeMissing);
        for call in [note(), proposal()] {
            assert_noop!(act(operator(), STEEL, call), Error::<Test>::ScopeMissing);
        }
        set(operator(), preparing(&[Scope::Emissions]));
        assert_noop!(act(operator(), STEEL, remark(1)), Error::<Test>::ScopeMissing);
    });
}

#[test]
fn a_delegate_acts_until_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), until(alone(&[Scope::Devices]), TODAY.plus(1)));
        set(accountant(), until(preparing(&[Scope::Devices]), TODAY.plus(1)));
        pass_days(1);
        assert_ok!(act(operator(), STEEL, remark(1)));
        assert_ok!(act(accountant(), STEEL, remark(1)));
        pass_days(1);
        for by in [operator(), accountant()] {
            assert_noop!(act(by, STEEL, remark(1)), Error::<Test>::DelegationEnded);
        }
    });
}

#[test]
fn nobody_acts_for_another_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [alice(), carol(), agent(), outsider(), keyless(2), keyless(1)] {
            assert_noop!(act(by, STEEL, remark(1)), Error::<Test>::NotOfThisOrganisation);
        }
        for org in [BUREAU, MARKET] {
            assert_noop!(act(bob(), org, remark(1)), Error::<Test>::NotOfThisOrganisation);
        }
        for org in [OrgId(0), OrgId(4)] {
            assert_noop!(act(bob(), org, remark(1)), Error::<Test>::NotOfThisOrganisation);
        }
    });
}

#[test]
fn an_organisation_in_wind_down_only_winds_down() {
    let resign = || Members::resign(signed(bob()));
    let ways: [&dyn Fn() -> DispatchResult; 3] = [
        &|| set_standing(STEEL, Standing::Suspended),
        &|| set_standing(STEEL, Standing::Expelled),
        &resign,
    ];
    for way in ways {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(way());
            take_events();
            for by in [bob(), operator()] {
                assert_noop!(act(by, STEEL, remark(1)), Error::<Test>::OrganisationNotActive);
            }
            for by in [bob(), accountant()] {
                assert_ok!(act(by.clone(), STEEL, note()));
                assert_eq!(take_events(), [Event::ActedAs { org: STEEL, by, act: None }]);
            }
        });
    }
}

#[test]
fn what_winds_down_waits_too() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), preparing(&[Scope::Emissions]));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_ok!(act(operator(), STEEL, note()));
        assert_eq!(acts(STEEL), (1, 1));
    });
}

#[test]
fn a_membership_that_is_over_only_winds_down() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(10);
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, until));
        pass_days(10);
        assert_ok!(act(bob(), STEEL, remark(1)));
        pass_days(1);
        // Its bucket was not worked off yet.
        assert_noop!(act(bob(), STEEL, remark(1)), Error::<Test>::OrganisationNotActive);
        assert_ok!(act(bob(), STEEL, note()));
    });
}

#[test]
fn a_closed_organisation_does_not_act() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 100));
        for by in [bob(), operator()] {
            assert_noop!(act(by, STEEL, note()), Error::<Test>::NotOfThisOrganisation);
        }
        assert_noop!(act(carol(), STEEL, note()), Error::<Test>::NotOfThisOrganisation);
    });
}

#[test]
fn a_call_without_scope_is_not_allowed() {
    ExtBuilder::default().build_and_execute(|| {
        let other: RuntimeCall = frame_system::Call::set_storage { items: vec![] }.into();
        let call = Box::new(remark(1));
        let nested: RuntimeCall = crate::Call::act_as { org: STEEL, call }.into();
        for by in [bob(), operator(), accountant()] {
            for call in [other.clone(), nested.clone()] {
                assert_noop!(act(by.clone(), STEEL, call), Error::<Test>::CallNotAllowed);
            }
        }
    });
}

#[test]
fn the_inner_calls_failure_is_the_answer_and_leaves_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [bob(), operator()] {
            assert_noop!(act(by, STEEL, failing(1)), DispatchError::BadOrigin);
        }
    });
}

#[test]
fn an_inner_call_that_fails_uses_nothing_of_the_limit() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 10, 10));
        assert_noop!(act(operator(), STEEL, failing(10)), DispatchError::BadOrigin);
        assert_eq!(used(), 0);
        // It was within the limit: above it, it waits.
        assert_ok!(act(operator(), STEEL, failing(11)));
        assert_eq!((acts(STEEL), used()), ((1, 1), 0));
        assert_ok!(act(operator(), STEEL, remark(10)));
        assert_eq!((acts(STEEL), used()), ((1, 1), 10));
    });
}

#[test]
fn a_keyless_account_does_not_manage_its_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        let failed = Members::act_as(signed(bob()), STEEL, Box::new(proposal())).unwrap_err();
        assert_eq!(failed.error, Error::<Test>::NotOfThisOrganisation.into());
        // It is the inner call that says so.
        assert_eq!(failed.post_info.actual_weight, Some(Weight::from_parts(2, 0)));
    });
}

#[test]
fn only_so_many_acts_wait() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), preparing(&[Scope::Devices]));
        for n in 0..MAX_ACTS {
            if n > 0 && n % MAX_ENDINGS == 0 {
                pass_days(1);
            }
            assert_ok!(act(operator(), STEEL, remark(1)));
        }
        pass_days(1);
        assert_eq!(acts(STEEL), (MAX_ACTS, MAX_ACTS));
        assert_noop!(act(operator(), STEEL, remark(1)), Error::<Test>::TooManyActs);
        // Who acts alone is not held up, and where one goes, one may come.
        assert_ok!(act(manager(), STEEL, remark(1)));
        assert_ok!(Members::cancel_act(signed(operator()), MAX_ACTS));
        assert_ok!(act(operator(), STEEL, remark(1)));
        assert_eq!(acts(STEEL), (MAX_ACTS, MAX_ACTS + 1));
    });
}

#[test]
fn the_numbers_of_acts_are_used_once() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), preparing(&[Scope::Devices]));
        Organisations::<Test>::mutate(STEEL, |organisation| {
            organisation.as_mut().unwrap().last_act = u32::MAX - 1;
        });
        assert_ok!(act(operator(), STEEL, remark(1)));
        assert_eq!(acts(STEEL), (1, u32::MAX));
        assert_noop!(act(operator(), STEEL, remark(1)), Error::<Test>::TooManyActs);
    });
}

#[test]
fn a_long_call_is_made_but_does_not_wait() {
    ExtBuilder::default().build_and_execute(|| {
        // Two bytes name the call, two more its length.
        let longest = MAX_CALL as usize - 4;
        assert_eq!(remark(longest).encode().len(), MAX_CALL as usize);
        set(operator(), preparing(&[Scope::Devices]));
        assert_ok!(act(operator(), STEEL, remark(longest)));
        assert_eq!(Acts::<Test>::get(STEEL, 1).unwrap().call.len(), MAX_CALL as usize);
        let longer = remark(longest + 1);
        assert_noop!(act(operator(), STEEL, longer.clone()), Error::<Test>::ActTooLong);
        assert_ok!(act(manager(), STEEL, longer));
    });
}

#[test]
fn only_accounts_act() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(
                Members::act_as(origin, STEEL, Box::new(remark(1))),
                DispatchError::BadOrigin
            );
        }
    });
}

#[test]
fn it_weighs_what_the_inner_call_weighs_and_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let own = Weight::from_parts(1, 0);
        let inner = remark(3).get_dispatch_info().call_weight;
        assert!(inner.ref_time() > 1);
        let call: RuntimeCall =
            crate::Call::act_as { org: STEEL, call: Box::new(remark(3)) }.into();
        assert_eq!(call.get_dispatch_info().call_weight, own.saturating_add(inner));
        assert_eq!(call.get_dispatch_info().class, DispatchClass::Normal);
        let made = Members::act_as(signed(bob()), STEEL, Box::new(remark(3))).unwrap();
        assert_eq!(made.actual_weight, Some(own.saturating_add(inner)));

        let inner = failing(1).get_dispatch_info().call_weight;
        let call: RuntimeCall =
            crate::Call::act_as { org: STEEL, call: Box::new(failing(1)) }.into();
        assert_eq!(call.get_dispatch_info().class, DispatchClass::Operational);
        let failed = Members::act_as(signed(bob()), STEEL, Box::new(failing(1))).unwrap_err();
        assert_eq!(failed.post_info.actual_weight, Some(own.saturating_add(inner)));
    });
}
