//! `approve_act`.

use super::{
    act_as::{act, acts, failing, hash_of, note, remark, remarks},
    add_delegate::{limited, limits_of, preparing, set, until},
    *,
};
use crate::{ActId, Acts, Ending, Endings, Error, ACT_DAYS};
use polkadot_sdk::{
    frame_support::{
        dispatch::{DispatchClass, GetDispatchInfo},
        weights::Weight,
    },
    sp_io::hashing::blake2_256,
};

/// The operator, who prepares in the scopes `Devices` and `Emissions`, prepares a call: act 1.
pub(super) fn prepare(call: RuntimeCall) {
    set(operator(), preparing(&[Scope::Devices, Scope::Emissions]));
    assert_ok!(act(operator(), STEEL, call));
    assert_eq!(acts(STEEL), (1, 1));
    take_events();
}

fn approve_within(by: AccountId32, id: ActId, call: &RuntimeCall, most: Weight) -> DispatchResult {
    Members::approve_act(signed(by), id, hash_of(call), most)
        .map(|_| ())
        .map_err(|failed| failed.error)
}

fn approve(by: AccountId32, id: ActId, call: &RuntimeCall) -> DispatchResult {
    approve_within(by, id, call, Weight::MAX)
}

#[test]
fn a_second_one_who_may_approve_makes_the_call() {
    for by in [bob(), manager()] {
        ExtBuilder::default().build_and_execute(|| {
            prepare(remark(5));
            assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(ACT_DAYS)).count(), 1);
            assert_ok!(approve(by.clone(), 1, &remark(5)));
            assert_eq!(remarks(), [(keyless(2), 5)]);
            let event = Event::ActedAs { org: STEEL, by: by.clone(), act: Some(1) };
            assert_eq!(take_events(), [event]);
            assert_eq!(Acts::<Test>::get(STEEL, 1), None);
            assert_eq!(acts(STEEL), (0, 1));
            let ending = Ending::Act(STEEL, 1);
            assert!(!Endings::<Test>::contains_key(TODAY.plus(ACT_DAYS), ending));
            assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(ACT_DAYS)).count(), 0);
            // Once only.
            assert_noop!(approve(by.clone(), 1, &remark(5)), Error::<Test>::UnknownAct);
        });
    }
}

#[test]
fn who_has_a_limit_approves_above_it_and_uses_nothing_of_it() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        set(accountant(), limited(&[Scope::Devices], Scope::Devices, 1, 1));
        let before = limits_of(accountant());
        assert_ok!(approve(accountant(), 1, &remark(5)));
        assert_eq!(remarks(), [(keyless(2), 5)]);
        assert_eq!(before[0].1.used, 0);
        assert_eq!(limits_of(accountant()), before);
    });
}

#[test]
fn two_with_limits_act_above_them_together() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [operator(), accountant()] {
            set(account, limited(&[Scope::Devices], Scope::Devices, 1, 1));
        }
        assert_ok!(act(operator(), STEEL, remark(5)));
        assert_noop!(approve(operator(), 1, &remark(5)), Error::<Test>::OwnAct);
        take_events();
        assert_ok!(approve(accountant(), 1, &remark(5)));
        let event = Event::ActedAs { org: STEEL, by: accountant(), act: Some(1) };
        assert_eq!(take_events(), [event]);
    });
}

#[test]
fn nobody_approves_an_act_of_their_own() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        assert_noop!(approve(operator(), 1, &remark(5)), Error::<Test>::OwnAct);
        // With more powers neither, nor as controller.
        set(operator(), alone(&[Scope::Devices]));
        assert_noop!(approve(operator(), 1, &remark(5)), Error::<Test>::OwnAct);
        assert_ok!(Members::change_controller(signed(bob()), operator()));
        assert_noop!(approve(operator(), 1, &remark(5)), Error::<Test>::OwnAct);
        // The others still do.
        assert_ok!(approve(manager(), 1, &remark(5)));
    });
}

#[test]
fn nobody_approves_an_act_of_their_own_under_another_key() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 1, 1));
        assert_ok!(act(operator(), STEEL, remark(5)));
        assert_ok!(Members::rotate_key(signed(operator()), outsider()));
        assert_noop!(approve(outsider(), 1, &remark(5)), Error::<Test>::PreparerGone);
    });
}

#[test]
fn there_must_be_such_an_act() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        for id in [0, 2] {
            assert_noop!(approve(bob(), id, &remark(5)), Error::<Test>::UnknownAct);
        }
        // The acts of others are not theirs.
        for by in [alice(), carol(), agent()] {
            assert_noop!(approve(by, 1, &remark(5)), Error::<Test>::UnknownAct);
        }
    });
}

#[test]
fn the_hash_is_that_of_the_call() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        for other in [remark(4), note()] {
            assert_noop!(approve(bob(), 1, &other), Error::<Test>::OtherAct);
        }
    });
}

#[test]
fn the_call_weighs_no_more_than_was_allowed_for() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        let weight = remark(5).get_dispatch_info().call_weight;
        for less in [weight.saturating_sub(Weight::from_parts(1, 0)), Weight::zero()] {
            assert_noop!(approve_within(bob(), 1, &remark(5), less), Error::<Test>::ActTooHeavy);
        }
        assert_ok!(approve_within(bob(), 1, &remark(5), weight));
    });
}

#[test]
fn an_act_is_approved_until_its_last_day() {
    for (days, in_time) in [(ACT_DAYS, true), (ACT_DAYS + 1, false)] {
        ExtBuilder::default().build_and_execute(|| {
            prepare(remark(5));
            pass_days(days);
            if in_time {
                assert_ok!(approve(bob(), 1, &remark(5)));
            } else {
                assert_noop!(approve(bob(), 1, &remark(5)), Error::<Test>::ActExpired);
            }
        });
    }
}

#[test]
fn who_may_not_approve_in_the_acts_scope_does_not() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        assert_noop!(approve(accountant(), 1, &remark(5)), Error::<Test>::ScopeMissing);
        set(accountant(), preparing(&[Scope::Devices]));
        assert_noop!(approve(accountant(), 1, &remark(5)), Error::<Test>::ScopeMissing);
    });
}

#[test]
fn nobody_approves_after_their_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        set(manager(), until(alone(&[Scope::Devices]), TODAY));
        pass_days(1);
        assert_noop!(approve(manager(), 1, &remark(5)), Error::<Test>::DelegationEnded);
        assert_ok!(approve(bob(), 1, &remark(5)));
    });
}

#[test]
fn who_prepared_it_must_still_be_there() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        assert_ok!(Members::remove_delegate(signed(bob()), operator()));
        assert_noop!(approve(manager(), 1, &remark(5)), Error::<Test>::PreparerGone);
        // Also when it acts for another organisation now.
        let devices = alone(&[Scope::Devices]);
        assert_ok!(Members::add_delegate(signed(carol()), operator(), devices));
        assert_noop!(approve(manager(), 1, &remark(5)), Error::<Test>::PreparerGone);
    });
}

#[test]
fn who_prepared_it_must_still_be_one_who_may() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        set(operator(), alone(&[Scope::Emissions]));
        assert_noop!(approve(manager(), 1, &remark(5)), Error::<Test>::PreparerGone);
        set(operator(), until(preparing(&[Scope::Devices]), TODAY));
        pass_days(1);
        assert_noop!(approve(manager(), 1, &remark(5)), Error::<Test>::PreparerGone);
        // Who may approve may prepare.
        set(operator(), alone(&[Scope::Devices]));
        assert_ok!(approve(manager(), 1, &remark(5)));
    });
}

#[test]
fn a_call_that_means_nothing_any_more_is_not_made() {
    for outdated in [vec![], vec![0xff, 0xff], vec![0, 7], [note_bytes(), vec![0]].concat()] {
        ExtBuilder::default().build_and_execute(|| {
            prepare(note());
            Acts::<Test>::mutate(STEEL, 1, |record| {
                record.as_mut().unwrap().call = outdated.clone().try_into().unwrap();
            });
            let hash = H256(blake2_256(&outdated));
            assert_noop!(
                Members::approve_act(signed(bob()), 1, hash, Weight::MAX),
                Error::<Test>::ActOutdated
            );
            // It can still be given up.
            assert_ok!(Members::cancel_act(signed(bob()), 1));
        });
    }
}

fn note_bytes() -> Vec<u8> {
    codec::Encode::encode(&note())
}

#[test]
fn an_organisation_in_wind_down_only_winds_down() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            prepare(remark(5));
            assert_ok!(act(operator(), STEEL, note()));
            assert_ok!(set_standing(STEEL, standing));
            assert_noop!(approve(bob(), 1, &remark(5)), Error::<Test>::OrganisationNotActive);
            assert_ok!(approve(bob(), 2, &note()));
            assert_eq!(acts(STEEL), (1, 2));
        });
    }
}

#[test]
fn a_call_that_fails_still_waits() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(failing(5));
        assert_noop!(approve(bob(), 1, &failing(5)), DispatchError::BadOrigin);
        assert!(Acts::<Test>::contains_key(STEEL, 1));
        let ending = Ending::Act(STEEL, 1);
        assert!(Endings::<Test>::contains_key(TODAY.plus(ACT_DAYS), ending));
        assert_eq!(acts(STEEL), (1, 1));
    });
}

#[test]
fn only_accounts_of_an_organisation_approve() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(
                Members::approve_act(origin, 1, hash_of(&remark(5)), Weight::MAX),
                DispatchError::BadOrigin
            );
        }
        for account in [outsider(), keyless(2), keyless(1)] {
            assert_noop!(approve(account, 1, &remark(5)), Error::<Test>::NotOfThisOrganisation);
        }
    });
}

#[test]
fn it_weighs_what_was_allowed_for_and_gives_back_what_was_not_needed() {
    ExtBuilder::default().build_and_execute(|| {
        let (act, hash) = (1, hash_of(&remark(5)));
        let most = Weight::from_parts(1_000_000_000_000, 1_000);
        let call: RuntimeCall = crate::Call::approve_act { act, hash, most }.into();
        let info = call.get_dispatch_info();
        assert_eq!(info.call_weight, Weight::from_parts(1_000_000_000_001, 1_000));
        assert_eq!(info.class, DispatchClass::Normal);
        let own = Weight::from_parts(1, 0);

        prepare(remark(5));
        let made = Members::approve_act(signed(bob()), act, hash, most).unwrap();
        let inner = remark(5).get_dispatch_info().call_weight;
        assert_eq!(made.actual_weight, Some(own.saturating_add(inner)));

        assert_ok!(super::act_as::act(operator(), STEEL, failing(1)));
        let hash = hash_of(&failing(1));
        let failed = Members::approve_act(signed(bob()), 2, hash, most).unwrap_err();
        let inner = failing(1).get_dispatch_info().call_weight;
        assert_eq!(failed.post_info.actual_weight, Some(own.saturating_add(inner)));
    });
}
