//! `cancel_act`.

use super::{
    act_as::{act, acts, remark, remarks},
    add_delegate::{limited, preparing, set, until},
    approve_act::prepare,
    *,
};
use crate::{ActId, Acts, Ending, Endings, Error, ACT_DAYS};

fn cancel(by: AccountId32, id: ActId) -> DispatchResult {
    Members::cancel_act(signed(by), id)
}

#[test]
fn who_prepared_an_act_or_may_approve_it_gives_it_up() {
    for by in [operator(), manager(), bob(), accountant()] {
        ExtBuilder::default().build_and_execute(|| {
            set(accountant(), limited(&[Scope::Devices], Scope::Devices, 1, 1));
            prepare(remark(5));
            assert_ok!(cancel(by.clone(), 1));
            let event = Event::ActCancelled { org: STEEL, act: 1, by: by.clone() };
            assert_eq!(take_events(), [event]);
            assert_eq!(Acts::<Test>::get(STEEL, 1), None);
            assert_eq!(acts(STEEL), (0, 1));
            let ending = Ending::Act(STEEL, 1);
            assert!(!Endings::<Test>::contains_key(TODAY.plus(ACT_DAYS), ending));
            assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(ACT_DAYS)).count(), 0);
            assert_noop!(cancel(by.clone(), 1), Error::<Test>::UnknownAct);
            assert_eq!(remarks(), []);
        });
    }
}

#[test]
fn the_number_is_not_used_again() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        assert_ok!(cancel(operator(), 1));
        assert_ok!(act(operator(), STEEL, remark(5)));
        assert_eq!(acts(STEEL), (1, 2));
        assert!(Acts::<Test>::contains_key(STEEL, 2));
    });
}

#[test]
fn only_that_act_is_given_up() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        assert_ok!(act(operator(), STEEL, remark(6)));
        assert_ok!(cancel(operator(), 1));
        assert_eq!(acts(STEEL), (1, 2));
        assert_eq!(Acts::<Test>::get(STEEL, 2).unwrap().value, 6);
        assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(ACT_DAYS)).count(), 1);
    });
}

#[test]
fn others_do_not_give_it_up() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        assert_noop!(cancel(accountant(), 1), Error::<Test>::ScopeMissing);
        set(accountant(), preparing(&[Scope::Devices]));
        assert_noop!(cancel(accountant(), 1), Error::<Test>::ScopeMissing);
    });
}

#[test]
fn who_prepared_it_gives_it_up_also_without_the_scope() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        set(operator(), alone(&[Scope::Emissions]));
        assert_ok!(cancel(operator(), 1));
    });
}

#[test]
fn there_must_be_such_an_act() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        for id in [0, 2] {
            assert_noop!(cancel(bob(), id), Error::<Test>::UnknownAct);
        }
        // The acts of others are not theirs.
        for by in [alice(), carol(), agent()] {
            assert_noop!(cancel(by, 1), Error::<Test>::UnknownAct);
        }
    });
}

#[test]
fn acts_are_given_up_in_wind_down_and_after_their_time_too() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            prepare(remark(5));
            assert_ok!(set_standing(STEEL, standing));
            pass_days(ACT_DAYS + 1);
            assert_ok!(cancel(operator(), 1));
            assert_eq!(acts(STEEL), (0, 1));
        });
    }
}

#[test]
fn nobody_gives_up_after_their_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        set(operator(), until(preparing(&[Scope::Devices]), TODAY));
        pass_days(1);
        assert_noop!(cancel(operator(), 1), Error::<Test>::DelegationEnded);
        assert_ok!(cancel(manager(), 1));
    });
}

#[test]
fn only_accounts_of_an_organisation_give_up() {
    ExtBuilder::default().build_and_execute(|| {
        prepare(remark(5));
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(Members::cancel_act(origin, 1), DispatchError::BadOrigin);
        }
        for account in [outsider(), keyless(2), keyless(1)] {
            assert_noop!(cancel(account, 1), Error::<Test>::NotOfThisOrganisation);
        }
    });
}
