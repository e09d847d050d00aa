//! `resign`.

use super::*;
use crate::{ActiveSeats, Ending, Endings, EndingsOn, Error};

fn resign(by: AccountId32) -> DispatchResult {
    Members::resign(signed(by))
}

#[test]
fn an_organisation_leaves() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(10);
        let org = admit("New", outsider(), until);
        let before = access(org);
        take_events();
        assert_ok!(resign(outsider()));
        let (from, to) = (Standing::Active, Standing::Lapsed);
        let events = [Event::StandingChanged { org, from, to }, Event::MembershipResigned { org }];
        assert_eq!(take_events(), events);
        assert_eq!(Told::get(), [(org, from, to)]);
        assert_eq!(access(org), Access { standing: to, ..before });
        assert!(!Endings::<Test>::contains_key(until, Ending::Membership(org)));
        assert!(!EndingsOn::<Test>::contains_key(until));
    });
}

#[test]
fn it_does_not_lapse_a_second_time() {
    ExtBuilder::default().build_and_execute(|| {
        admit("New", outsider(), TODAY);
        idle(100);
        assert_ok!(resign(outsider()));
        take_events();
        pass_days(1);
        idle(100);
        assert_eq!(take_events(), []);
    });
}

#[test]
fn its_accounts_stay_its_accounts() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(resign(bob()));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Devices]));
        assert_ok!(Members::change_controller(signed(bob()), outsider()));
        assert_eq!(membership(outsider()), controller(STEEL));
    });
}

#[test]
fn who_is_not_active_cannot_leave() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            assert_noop!(resign(bob()), Error::<Test>::OrganisationNotActive);
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(resign(bob()));
        assert_noop!(resign(bob()), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn who_lapsed_cannot_leave_even_before_its_bucket_is_worked_off() {
    ExtBuilder::default().build_and_execute(|| {
        admit("New", outsider(), TODAY);
        pass_days(1);
        assert_noop!(resign(outsider()), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn the_last_of_the_council_stays() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(resign(alice()), Error::<Test>::LastCouncilMember);
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        assert_ok!(resign(alice()));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        assert_noop!(resign(bob()), Error::<Test>::LastCouncilMember);
    });
}

#[test]
fn only_the_controller_decides_to_leave() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [manager(), operator(), outsider(), keyless(2)] {
            assert_noop!(resign(account), Error::<Test>::NotTheController);
        }
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(Members::resign(origin), DispatchError::BadOrigin);
        }
    });
}
