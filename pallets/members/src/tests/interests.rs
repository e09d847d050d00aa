//! `declare_interest`, `end_interest`, and who is independent of whom.

use super::{
    add_delegate::{set, until},
    reading::crowd,
    *,
};
use crate::{Error, Interest, Interests, Organisations, INTEREST_DAYS, MAX_INTERESTS};
use huangpu_primitives::{members::InterestKind, traits::Independence};

pub(super) fn declare(by: AccountId32, with: OrgId, kind: InterestKind) -> DispatchResult {
    Members::declare_interest(signed(by), with, kind)
}

pub(super) fn end(by: AccountId32, with: OrgId) -> DispatchResult {
    Members::end_interest(signed(by), with)
}

fn declared(org: OrgId) -> u32 {
    Organisations::<Test>::get(org).unwrap().interests
}

/// Whether two are independent: the answer does not depend on who is asked for first.
fn independent(one: OrgId, other: OrgId) -> bool {
    let answer = <Members as Independence>::are_independent(one, other);
    assert_eq!(<Members as Independence>::are_independent(other, one), answer);
    answer
}

/// The council finds out who controls an organisation.
fn set_group(org: OrgId, group: Option<&str>) {
    let mut profile = Organisations::<Test>::get(org).unwrap().profile;
    profile.control_group = group.map(identifier);
    assert_ok!(Members::set_profile(RuntimeOrigin::root(), org, profile));
}

#[test]
fn an_interest_is_declared() {
    for by in [bob(), manager()] {
        ExtBuilder::default().build_and_execute(|| {
            pass_days(3);
            assert_ok!(declare(by.clone(), MARKET, InterestKind::Finance));
            let kind = InterestKind::Finance;
            let event = Event::InterestDeclared { org: STEEL, with: MARKET, kind };
            assert_eq!(take_events(), [event]);
            let expected = Interest { kind, since: TODAY.plus(3), ended: None };
            assert_eq!(Interests::<Test>::get(STEEL, MARKET), Some(expected));
            assert_eq!(Interests::<Test>::get(MARKET, STEEL), None);
            assert_eq!((declared(STEEL), declared(MARKET)), (1, 0));
        });
    }
}

#[test]
fn an_interest_is_declared_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Finance));
        assert_noop!(
            declare(bob(), MARKET, InterestKind::Finance),
            Error::<Test>::InterestDeclared
        );
        // The other declares for itself.
        assert_ok!(declare(carol(), STEEL, InterestKind::Finance));
    });
}

#[test]
fn an_interest_of_another_kind_takes_its_place() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Finance));
        pass_days(1);
        assert_ok!(declare(bob(), MARKET, InterestKind::Ownership));
        let kind = InterestKind::Ownership;
        let expected = Interest { kind, since: TODAY.plus(1), ended: None };
        assert_eq!(Interests::<Test>::get(STEEL, MARKET), Some(expected));
        assert_eq!(declared(STEEL), 1);
    });
}

#[test]
fn an_interest_is_in_another_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(declare(bob(), STEEL, InterestKind::Other), Error::<Test>::OwnInterest);
        for unknown in [OrgId(0), OrgId(4)] {
            assert_noop!(
                declare(bob(), unknown, InterestKind::Other),
                Error::<Test>::UnknownOrganisation
            );
        }
    });
}

#[test]
fn an_organisation_declares_only_so_many_interests() {
    let others = crowd(MAX_INTERESTS + 2, Role::Enterprise);
    let by = others[0].controller.clone();
    ExtBuilder::default().organisations(others).build_and_execute(|| {
        for with in 2..MAX_INTERESTS + 2 {
            assert_ok!(declare(by.clone(), OrgId(with), InterestKind::Other));
        }
        assert_eq!(declared(OrgId(1)), MAX_INTERESTS);
        assert_noop!(
            declare(by.clone(), OrgId(MAX_INTERESTS + 2), InterestKind::Other),
            Error::<Test>::TooManyInterests
        );
        // One of another kind takes no room.
        assert_ok!(declare(by.clone(), OrgId(2), InterestKind::Services));
        assert_eq!(declared(OrgId(1)), MAX_INTERESTS);
    });
}

#[test]
fn an_ended_interest_counts_for_two_years_and_can_be_removed_then() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Services));
        pass_days(5);
        take_events();
        assert_ok!(end(bob(), MARKET));
        assert_eq!(take_events(), [Event::InterestEnded { org: STEEL, with: MARKET }]);
        let kind = InterestKind::Services;
        let expected = Interest { kind, since: TODAY, ended: Some(TODAY.plus(5)) };
        assert_eq!(Interests::<Test>::get(STEEL, MARKET), Some(expected));
        assert_noop!(end(bob(), MARKET), Error::<Test>::InterestStillCounts);
        pass_days(INTEREST_DAYS);
        assert_noop!(end(bob(), MARKET), Error::<Test>::InterestStillCounts);
        assert_eq!(declared(STEEL), 1);
        pass_days(1);
        assert_ok!(end(manager(), MARKET));
        assert_eq!(take_events(), [Event::InterestRemoved { org: STEEL, with: MARKET }]);
        assert_eq!(Interests::<Test>::get(STEEL, MARKET), None);
        assert_eq!(declared(STEEL), 0);
        assert_noop!(end(bob(), MARKET), Error::<Test>::UnknownInterest);
    });
}

#[test]
fn two_years_are_never_less_than_two_years() {
    assert_eq!(INTEREST_DAYS, 732);
}

#[test]
fn an_ended_interest_can_be_declared_again() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Other));
        assert_ok!(end(bob(), MARKET));
        pass_days(1);
        assert_ok!(declare(bob(), MARKET, InterestKind::Other));
        let expected = Interest { kind: InterestKind::Other, since: TODAY.plus(1), ended: None };
        assert_eq!(Interests::<Test>::get(STEEL, MARKET), Some(expected));
        assert_eq!(declared(STEEL), 1);
        pass_days(INTEREST_DAYS + 1);
        assert!(!independent(STEEL, MARKET));
    });
}

#[test]
fn only_an_interest_of_ones_own_ends() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Other));
        assert_noop!(end(bob(), BUREAU), Error::<Test>::UnknownInterest);
        assert_noop!(end(carol(), STEEL), Error::<Test>::UnknownInterest);
        assert_noop!(end(alice(), MARKET), Error::<Test>::UnknownInterest);
    });
}

#[test]
fn an_organisation_in_wind_down_declares_and_ends_nothing() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(declare(bob(), MARKET, InterestKind::Other));
            assert_ok!(set_standing(STEEL, standing));
            assert_noop!(
                declare(bob(), BUREAU, InterestKind::Other),
                Error::<Test>::OrganisationNotActive
            );
            assert_noop!(end(bob(), MARKET), Error::<Test>::OrganisationNotActive);
        });
    }
}

#[test]
fn only_managers_declare_and_end() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Other));
        assert_for_managers_only(|origin| {
            Members::declare_interest(origin, BUREAU, InterestKind::Other)
        });
        assert_for_managers_only(|origin| Members::end_interest(origin, MARKET));
        set(manager(), until(alone(&[Scope::Membership]), TODAY));
        pass_days(1);
        assert_noop!(
            declare(manager(), BUREAU, InterestKind::Other),
            Error::<Test>::DelegationEnded
        );
        assert_noop!(end(manager(), MARKET), Error::<Test>::DelegationEnded);
    });
}

#[test]
fn strangers_are_independent() {
    ExtBuilder::default().build_and_execute(|| {
        for (one, other) in [(BUREAU, STEEL), (STEEL, MARKET), (BUREAU, MARKET)] {
            assert!(independent(one, other));
        }
    });
}

#[test]
fn nobody_is_independent_of_itself_or_of_somebody_unknown() {
    ExtBuilder::default().build_and_execute(|| {
        for other in [STEEL, OrgId(0), OrgId(4)] {
            assert!(!independent(STEEL, other));
        }
        assert!(!independent(OrgId(4), OrgId(5)));
    });
}

#[test]
fn an_interest_ties_both_whoever_declared_it() {
    for (by, with) in [(bob(), MARKET), (carol(), STEEL)] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(declare(by.clone(), with, InterestKind::Management));
            assert!(!independent(STEEL, MARKET));
            assert!(independent(STEEL, BUREAU));
            assert!(independent(BUREAU, MARKET));
        });
    }
}

#[test]
fn nobody_becomes_independent_overnight() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Ownership));
        pass_days(INTEREST_DAYS + 1);
        assert!(!independent(STEEL, MARKET), "it did not end");
        assert_ok!(end(bob(), MARKET));
        assert!(!independent(STEEL, MARKET));
        pass_days(INTEREST_DAYS);
        assert!(!independent(STEEL, MARKET));
        pass_days(1);
        assert!(independent(STEEL, MARKET), "whether or not it was removed");
        assert_ok!(end(bob(), MARKET));
        assert!(independent(STEEL, MARKET));
    });
}

#[test]
fn what_one_ended_does_not_end_what_the_other_declared() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Ownership));
        assert_ok!(declare(carol(), STEEL, InterestKind::Ownership));
        assert_ok!(end(bob(), MARKET));
        pass_days(INTEREST_DAYS + 1);
        assert_ok!(end(bob(), MARKET));
        assert!(!independent(STEEL, MARKET));
    });
}

#[test]
fn who_is_under_one_control_is_not_independent() {
    ExtBuilder::default().build_and_execute(|| {
        // A parent and its subsidiary.
        set_group(MARKET, Some("Steel Works"));
        assert!(!independent(STEEL, MARKET));
        assert!(independent(BUREAU, MARKET));
        // Two subsidiaries of somebody who is no member.
        set_group(MARKET, Some("Holding"));
        assert!(independent(STEEL, MARKET));
        set_group(STEEL, Some("Holding"));
        assert!(!independent(STEEL, MARKET));
        set_group(STEEL, None);
        assert!(independent(STEEL, MARKET));
    });
}
