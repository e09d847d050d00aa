//! `withdraw_application`.

use super::*;
use crate::{Applications, Ending, Endings, EndingsOn, Error, Organisations};

fn sponsor(by: AccountId32) -> DispatchResult {
    Members::sponsor(signed(by), identifier("New"), profile("New"), outsider())
}

fn withdraw(by: AccountId32) -> DispatchResult {
    Members::withdraw_application(signed(by), identifier("New"))
}

#[test]
fn a_proposal_is_taken_back() {
    for by in [bob(), manager()] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(sponsor(bob()));
            take_events();
            assert_ok!(withdraw(by));
            let id = identifier("New");
            assert_eq!(take_events(), [Event::ApplicationWithdrawn { identifier: id.clone() }]);
            assert_eq!(Applications::<Test>::get(&id), None);
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().sponsored, 0);
            let until = TODAY.plus(90);
            assert!(!Endings::<Test>::contains_key(until, Ending::Application(id)));
            assert!(!EndingsOn::<Test>::contains_key(until));
        });
    }
}

#[test]
fn another_member_may_propose_it_then() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob()));
        assert_ok!(withdraw(bob()));
        assert_ok!(sponsor(carol()));
        assert_eq!(Applications::<Test>::get(identifier("New")).unwrap().sponsor, MARKET);
    });
}

#[test]
fn there_must_be_a_proposal() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(withdraw(bob()), Error::<Test>::UnknownApplication);
        assert_ok!(sponsor(bob()));
        assert_ok!(withdraw(bob()));
        assert_noop!(withdraw(bob()), Error::<Test>::UnknownApplication);
        // Nor is a member one.
        admit("New", outsider(), TODAY);
        assert_noop!(withdraw(bob()), Error::<Test>::UnknownApplication);
    });
}

#[test]
fn only_the_sponsor_takes_it_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob()));
        for by in [alice(), carol()] {
            assert_noop!(withdraw(by), Error::<Test>::NotTheSponsor);
        }
        // Who is proposed does not, either.
        assert_noop!(withdraw(outsider()), Error::<Test>::NotOfThisOrganisation);
    });
}

#[test]
fn a_sponsor_in_wind_down_may_do_so_too() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(sponsor(bob()));
            assert_ok!(set_standing(STEEL, standing));
            assert_ok!(withdraw(bob()));
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob()));
        assert_ok!(Members::resign(signed(bob())));
        assert_ok!(withdraw(manager()));
    });
}

#[test]
fn only_managers_of_the_sponsor_take_it_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob()));
        assert_for_managers_only(|origin| Members::withdraw_application(origin, identifier("New")));
    });
}
