//! `set_standing`.

use super::*;
use crate::{ActiveSeats, Ending, Endings, EndingsOn, Error};

const STANDINGS: [Standing; 5] =
    [Standing::Active, Standing::Suspended, Standing::Expelled, Standing::Lapsed, Standing::Closed];

/// Brings the steel works into a standing.
fn bring_to(standing: Standing) {
    let result = match standing {
        Standing::Active => Ok(()),
        Standing::Suspended | Standing::Expelled => set_standing(STEEL, standing),
        Standing::Lapsed => Members::resign(signed(bob())),
        Standing::Closed => {
            bring_to(Standing::Lapsed);
            let result = Members::close_organisation(RuntimeOrigin::root(), STEEL, 10);
            result.map(|_| ()).map_err(|failed| failed.error)
        }
    };
    assert_ok!(result);
    assert_eq!(access(STEEL).standing, standing);
}

fn seat(org: OrgId) {
    assert_ok!(Members::set_seat(RuntimeOrigin::root(), org, true));
}

#[test]
fn an_organisation_is_suspended_reinstated_and_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        let mut from = Standing::Active;
        for to in [Standing::Suspended, Standing::Active, Standing::Suspended, Standing::Expelled] {
            assert_ok!(set_standing(STEEL, to));
            let events = [
                Event::StandingChanged { org: STEEL, from, to },
                Event::StandingDecided { org: STEEL, document: DOCUMENT },
            ];
            assert_eq!(take_events(), events);
            assert_eq!(access(STEEL).standing, to);
            assert_eq!(Members::standing_of(STEEL), Some(to));
            from = to;
        }
    });
}

#[test]
fn those_who_listen_are_told_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_noop!(set_standing(STEEL, Standing::Suspended), Error::<Test>::StandingUnchanged);
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        let told = [
            (STEEL, Standing::Active, Standing::Suspended),
            (STEEL, Standing::Suspended, Standing::Expelled),
        ];
        assert_eq!(Told::get(), told);
    });
}

#[test]
fn from_each_standing_lead_only_these_ways() {
    use Standing::*;
    let ways = [
        (Active, Suspended),
        (Active, Expelled),
        (Suspended, Active),
        (Suspended, Expelled),
        (Lapsed, Expelled),
    ];
    for from in STANDINGS {
        for to in STANDINGS {
            ExtBuilder::default().build_and_execute(|| {
                bring_to(from);
                if from == to {
                    assert_noop!(set_standing(STEEL, to), Error::<Test>::StandingUnchanged);
                } else if ways.contains(&(from, to)) {
                    assert_ok!(set_standing(STEEL, to));
                    assert_eq!(access(STEEL).standing, to);
                } else {
                    assert_noop!(set_standing(STEEL, to), Error::<Test>::StandingImpossible);
                }
            });
        }
    }
}

#[test]
fn only_the_standing_changes() {
    ExtBuilder::default().build_and_execute(|| {
        let before = access(STEEL);
        for standing in [Standing::Suspended, Standing::Expelled] {
            assert_ok!(set_standing(STEEL, standing));
            assert_eq!(access(STEEL), Access { standing, ..before });
        }
    });
}

#[test]
fn its_accounts_stay_its_accounts() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Devices]));
    });
}

#[test]
fn who_is_expelled_does_not_lapse_any_more() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(5);
        let org = admit("New", outsider(), until);
        assert_ok!(set_standing(org, Standing::Suspended));
        assert!(Endings::<Test>::contains_key(until, Ending::Membership(org)));
        assert_ok!(set_standing(org, Standing::Expelled));
        assert!(!Endings::<Test>::contains_key(until, Ending::Membership(org)));
        assert!(!EndingsOn::<Test>::contains_key(until));
        pass_days(6);
        assert_eq!(Members::standing_of(org), Some(Standing::Expelled));
    });
}

#[test]
fn the_last_of_the_council_is_neither_suspended_nor_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        for standing in [Standing::Suspended, Standing::Expelled] {
            assert_noop!(set_standing(BUREAU, standing), Error::<Test>::LastCouncilMember);
        }
        seat(STEEL);
        assert_eq!(ActiveSeats::<Test>::get(), 2);
        assert_ok!(set_standing(BUREAU, Standing::Suspended));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        // A suspended member of the council could not act: the other one is the last now.
        for standing in [Standing::Suspended, Standing::Expelled] {
            assert_noop!(set_standing(STEEL, standing), Error::<Test>::LastCouncilMember);
        }
        assert_ok!(set_standing(BUREAU, Standing::Expelled));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn a_reinstated_member_of_the_council_counts_again() {
    ExtBuilder::default().build_and_execute(|| {
        seat(STEEL);
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_ok!(set_standing(STEEL, Standing::Active));
        assert_eq!(ActiveSeats::<Test>::get(), 2);
        assert_ok!(set_standing(BUREAU, Standing::Expelled));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 4] {
            assert_noop!(
                set_standing(OrgId(unknown), Standing::Suspended),
                Error::<Test>::UnknownOrganisation
            );
        }
    });
}

#[test]
fn only_the_council_sets_a_standing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| {
            Members::set_standing(origin, STEEL, Standing::Expelled, DOCUMENT)
        });
    });
}

#[test]
fn a_membership_whose_term_is_over_is_only_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        assert_ok!(set_standing(org, Standing::Suspended));
        pass_days(1);
        // Its bucket waits to be worked off.
        assert_eq!(access(org).standing, Standing::Suspended);
        for to in [Standing::Active, Standing::Suspended] {
            assert_noop!(set_standing(org, to), Error::<Test>::StandingImpossible);
        }
        assert_noop!(set_standing(org, Standing::Lapsed), Error::<Test>::StandingUnchanged);
        Told::take();
        take_events();
        assert_ok!(set_standing(org, Standing::Expelled));
        let steps =
            [(Standing::Suspended, Standing::Lapsed), (Standing::Lapsed, Standing::Expelled)];
        assert_eq!(Told::get(), steps.map(|(from, to)| (org, from, to)));
        let decided = Event::StandingDecided { org, document: DOCUMENT };
        let [first, second] = steps.map(|(from, to)| Event::StandingChanged { org, from, to });
        assert_eq!(take_events(), [first, second, decided]);
        assert!(!EndingsOn::<Test>::contains_key(TODAY));
    });
}

#[test]
fn the_last_of_the_council_stays_though_its_term_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::renew(RuntimeOrigin::root(), BUREAU, TODAY));
        pass_days(1);
        for to in [Standing::Suspended, Standing::Expelled] {
            assert_noop!(set_standing(BUREAU, to), Error::<Test>::LastCouncilMember);
        }
        assert_eq!(access(BUREAU).until, TODAY);
    });
}
