//! `renew`.

use super::*;
use crate::{ActiveSeats, Ending, Endings, EndingsOn, Error, MAX_TERM_DAYS};

fn renew(org: OrgId, until: Day) -> DispatchResult {
    Members::renew(RuntimeOrigin::root(), org, until)
}

fn ends_on(day: Day, org: OrgId) -> bool {
    Endings::<Test>::contains_key(day, Ending::Membership(org))
}

#[test]
fn a_membership_is_prolonged() {
    ExtBuilder::default().build_and_execute(|| {
        let (before, until) = (TODAY.plus(5), TODAY.plus(370));
        let org = admit("New", outsider(), before);
        let access_before = access(org);
        take_events();
        assert_ok!(renew(org, until));
        assert_eq!(take_events(), [Event::MembershipRenewed { org, until }]);
        assert_eq!(access(org), Access { until, ..access_before });
        assert!(!ends_on(before, org) && ends_on(until, org));
        assert!(!EndingsOn::<Test>::contains_key(before));
        assert_eq!(EndingsOn::<Test>::get(until), 1);
        assert_eq!(Told::get(), []);
    });
}

#[test]
fn a_founder_gets_a_term() {
    ExtBuilder::default().build_and_execute(|| {
        let never = Day(u32::MAX);
        assert_eq!(EndingsOn::<Test>::get(never), 3);
        assert_ok!(renew(STEEL, TODAY));
        assert_eq!(EndingsOn::<Test>::get(never), 2);
        assert!(!ends_on(never, STEEL) && ends_on(TODAY, STEEL));
        pass_days(1);
        assert_eq!(Members::standing_of(STEEL), Some(Standing::Lapsed));
    });
}

#[test]
fn a_membership_can_be_shortened() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY.plus(365));
        assert_ok!(renew(org, TODAY.plus(5)));
        assert_eq!(access(org).until, TODAY.plus(5));
    });
}

#[test]
fn who_lapsed_is_active_again() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        idle(100);
        pass_days(1);
        idle(100);
        assert_eq!(access(org).standing, Standing::Lapsed);
        take_events();
        Told::take();
        let until = TODAY.plus(10);
        assert_ok!(renew(org, until));
        let (from, to) = (Standing::Lapsed, Standing::Active);
        let events =
            [Event::StandingChanged { org, from, to }, Event::MembershipRenewed { org, until }];
        assert_eq!(take_events(), events);
        assert_eq!(Told::get(), [(org, from, to)]);
        assert_eq!((access(org).standing, access(org).until), (to, until));
        assert!(ends_on(until, org));
    });
}

#[test]
fn who_resigned_may_come_back_until_the_day_it_had() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(10);
        let org = admit("New", outsider(), until);
        assert_ok!(Members::resign(signed(outsider())));
        assert!(!ends_on(until, org));
        assert_ok!(renew(org, until));
        assert!(ends_on(until, org));
        assert_eq!(access(org).standing, Standing::Active);
    });
}

#[test]
fn a_term_that_is_over_is_renewed_before_its_bucket_is_worked_off() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        idle(100);
        pass_days(1);
        assert_eq!(Members::standing_of(org), Some(Standing::Lapsed));
        assert_ok!(renew(org, TODAY.plus(10)));
        assert_eq!(Members::standing_of(org), Some(Standing::Active));
        take_events();
        idle(100);
        assert_eq!(take_events(), []);
        assert_eq!(Members::standing_of(org), Some(Standing::Active));
    });
}

#[test]
fn who_is_suspended_stays_suspended() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        take_events();
        let until = TODAY.plus(10);
        assert_ok!(renew(STEEL, until));
        assert_eq!(take_events(), [Event::MembershipRenewed { org: STEEL, until }]);
        assert_eq!(access(STEEL).standing, Standing::Suspended);
        assert!(ends_on(until, STEEL));
    });
}

#[test]
fn a_seat_in_the_council_counts_again() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        assert_ok!(Members::resign(signed(bob())));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        assert_ok!(renew(STEEL, TODAY.plus(10)));
        assert_eq!(ActiveSeats::<Test>::get(), 2);
    });
}

#[test]
fn a_term_is_a_new_one_that_begins_today_and_has_three_years_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY.plus(10));
        let latest = TODAY.plus(MAX_TERM_DAYS);
        let wrong = [Day(TODAY.0 - 1), TODAY.plus(10), latest.plus(1), Day(u32::MAX)];
        for wrong in wrong {
            assert_noop!(renew(org, wrong), Error::<Test>::InvalidTerm);
        }
        for right in [TODAY, latest] {
            assert_ok!(renew(org, right));
            assert_eq!(access(org).until, right);
        }
    });
}

#[test]
fn who_is_expelled_or_closed_is_not_renewed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_noop!(renew(STEEL, TODAY), Error::<Test>::StandingImpossible);
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        assert_noop!(renew(STEEL, TODAY), Error::<Test>::StandingImpossible);
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 4] {
            assert_noop!(renew(OrgId(unknown), TODAY), Error::<Test>::UnknownOrganisation);
        }
    });
}

#[test]
fn only_the_council_renews() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Members::renew(origin, STEEL, TODAY));
    });
}

#[test]
fn a_term_that_is_over_lapses_before_it_is_renewed() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        assert_ok!(Members::set_standing(
            RuntimeOrigin::root(),
            org,
            Standing::Suspended,
            DOCUMENT
        ));
        pass_days(1);
        Told::take();
        // As if its bucket had been worked off: who lapsed is active again.
        assert_ok!(renew(org, TODAY.plus(5)));
        assert_eq!(access(org).standing, Standing::Active);
        let told = [
            (org, Standing::Suspended, Standing::Lapsed),
            (org, Standing::Lapsed, Standing::Active),
        ];
        assert_eq!(Told::get(), told);
        assert!(!ends_on(TODAY, org) && ends_on(TODAY.plus(5), org));
    });
}
