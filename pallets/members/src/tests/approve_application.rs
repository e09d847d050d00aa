//! `approve_application`.

use super::*;
use crate::{
    Applications, Ending, Endings, EndingsOn, Error, Identifiers, Organisation, Organisations,
    MAX_TERM_DAYS,
};

/// The first that is admitted.
const NEW: OrgId = OrgId(4);

fn sponsor(name: &str, controller: AccountId32) -> DispatchResult {
    Members::sponsor(signed(bob()), identifier(name), profile(name), controller)
}

fn approve(name: &str, until: Day) -> DispatchResult {
    Members::approve_application(RuntimeOrigin::root(), identifier(name), Tier::Large, until)
}

#[test]
fn a_proposed_member_is_admitted() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        take_events();
        let until = TODAY.plus(365);
        assert_ok!(approve("New", until));
        let event = Event::OrganisationAdmitted {
            org: NEW,
            controller: outsider(),
            sponsor: Some(STEEL),
            until,
        };
        assert_eq!(take_events(), [event]);
        let expected = Organisation {
            identifier: identifier("New"),
            profile: profile("New"),
            controller: outsider(),
            sponsor: Some(STEEL),
            delegates: 0,
            acts: 0,
            last_act: 0,
            sponsored: 0,
            mandates: 0,
            interests: 0,
        };
        assert_eq!(Organisations::<Test>::get(NEW), Some(expected));
        let standing = Standing::Active;
        let expected = Access { standing, until, tier: Tier::Large, bucket: Bucket::default() };
        assert_eq!(access(NEW), expected);
        assert_eq!(LastOrganisation::<Test>::get(), NEW);
        assert_eq!(Identifiers::<Test>::get(identifier("New")), Some(NEW));
        assert_eq!(membership(outsider()), controller(NEW));
        assert!(Endings::<Test>::contains_key(until, Ending::Membership(NEW)));
        assert_eq!(EndingsOn::<Test>::get(until), 1);
    });
}

#[test]
fn nothing_of_the_proposal_is_left() {
    ExtBuilder::default().build_and_execute(|| {
        admit("New", outsider(), TODAY.plus(365));
        assert_eq!(Applications::<Test>::iter().count(), 0);
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().sponsored, 0);
        assert!(!EndingsOn::<Test>::contains_key(TODAY.plus(90)));
    });
}

#[test]
fn its_accounts_can_hold_a_nonce_and_assets() {
    ExtBuilder::default().build_and_execute(|| {
        admit("New", outsider(), TODAY);
        assert_eq!(System::providers(&outsider()), 1);
        assert_eq!(System::providers(&keyless(4)), 1);
    });
}

#[test]
fn ids_are_given_in_order_of_approval() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("One", outsider()));
        assert_ok!(sponsor("Two", stranger()));
        assert_ok!(approve("Two", TODAY));
        assert_ok!(approve("One", TODAY));
        assert_eq!(membership(stranger()), controller(NEW));
        assert_eq!(membership(outsider()), controller(OrgId(5)));
    });
}

#[test]
fn a_second_approval_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        assert_ok!(approve("New", TODAY));
        for until in [TODAY, TODAY.plus(1)] {
            assert_noop!(approve("New", until), Error::<Test>::AlreadyMember);
        }
        assert_eq!(LastOrganisation::<Test>::get(), NEW);
    });
}

#[test]
fn there_must_be_a_proposal() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(approve("New", TODAY), Error::<Test>::UnknownApplication);
        assert_ok!(sponsor("New", outsider()));
        assert_ok!(Members::withdraw_application(signed(bob()), identifier("New")));
        assert_noop!(approve("New", TODAY), Error::<Test>::UnknownApplication);
    });
}

#[test]
fn the_council_has_ninety_days() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("In time", outsider()));
        assert_ok!(sponsor("Late", stranger()));
        pass_days(90);
        assert_ok!(approve("In time", TODAY.plus(365)));
        // The bucket was not worked off; the proposal is over all the same.
        pass_days(1);
        assert_noop!(approve("Late", TODAY.plus(365)), Error::<Test>::ApplicationExpired);
    });
}

#[test]
fn a_membership_ends_today_at_the_earliest_and_in_three_years_at_the_latest() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("One", outsider()));
        assert_ok!(sponsor("Two", stranger()));
        let latest = TODAY.plus(MAX_TERM_DAYS);
        assert_eq!(latest, Day(20_000 + 1_098));
        for until in [Day(0), Day(TODAY.0 - 1), latest.plus(1), Day(u32::MAX)] {
            assert_noop!(approve("One", until), Error::<Test>::InvalidTerm);
        }
        assert_ok!(approve("One", TODAY));
        assert_ok!(approve("Two", latest));
        assert_eq!((access(NEW).until, access(OrgId(5)).until), (TODAY, latest));
    });
}

#[test]
fn an_account_that_was_taken_meanwhile_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        assert_ok!(Members::add_delegate(signed(carol()), outsider(), alone(&[Scope::Devices])));
        assert_noop!(approve("New", TODAY), Error::<Test>::AccountTaken);
        // Nobody's account any more.
        assert_ok!(Members::remove_delegate(signed(carol()), outsider()));
        assert_ok!(approve("New", TODAY));
    });
}

#[test]
fn of_two_proposals_with_one_account_only_one_is_approved() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("One", outsider()));
        assert_ok!(sponsor("Two", outsider()));
        assert_ok!(approve("One", TODAY));
        assert_noop!(approve("Two", TODAY), Error::<Test>::AccountTaken);
        assert!(Applications::<Test>::contains_key(identifier("Two")));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().sponsored, 1);
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder::default().build_and_execute(|| {
        LastOrganisation::<Test>::put(OrgId(u32::MAX - 1));
        assert_eq!(admit("The last", outsider(), TODAY), OrgId(u32::MAX));
        assert_ok!(sponsor("One more", stranger()));
        assert_noop!(approve("One more", TODAY), Error::<Test>::TooManyOrganisations);
    });
}

#[test]
fn only_the_council_approves() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        assert_for_council_only(|origin| {
            Members::approve_application(origin, identifier("New"), Tier::Basic, TODAY)
        });
    });
}

#[test]
fn the_sponsor_must_be_in_good_standing_still() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        let until = TODAY.plus(10);
        assert_noop!(approve("New", until), Error::<Test>::OrganisationNotActive);
        assert_ok!(set_standing(STEEL, Standing::Active));
        // Nor does one vouch whose term is over.
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY));
        pass_days(1);
        assert_noop!(approve("New", until), Error::<Test>::OrganisationNotActive);
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY.plus(5)));
        assert_ok!(approve("New", until));
    });
}
