//! `set_standing`.

use super::*;
use crate::{Error, Organisations};

fn set(org: OrgId, standing: Standing) -> DispatchResult {
    Members::set_standing(RuntimeOrigin::root(), org, standing)
}

#[test]
fn an_organisation_is_suspended_reinstated_and_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        let mut from = Standing::Active;
        for to in [Standing::Suspended, Standing::Active, Standing::Suspended, Standing::Expelled] {
            assert_ok!(set(STEEL, to));
            assert_eq!(take_events(), [Event::StandingChanged { org: STEEL, from, to }]);
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().standing, to);
            from = to;
        }
    });
}

#[test]
fn an_active_organisation_can_be_expelled_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set(STEEL, Standing::Expelled));
    });
}

#[test]
fn its_accounts_stay_its_accounts() {
    ExtBuilder::default().build_and_execute(|| {
        set_standing(STEEL, Standing::Expelled);
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Devices]));
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 3] {
            let call = set(OrgId(unknown), Standing::Suspended);
            assert_noop!(call, Error::<Test>::UnknownOrganisation);
        }
    });
}

#[test]
fn the_same_standing_again_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        for standing in [Standing::Active, Standing::Suspended, Standing::Expelled] {
            let _ = set(STEEL, standing);
            assert_noop!(set(STEEL, standing), Error::<Test>::StandingUnchanged);
        }
    });
}

#[test]
fn who_is_expelled_stays_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        set_standing(STEEL, Standing::Expelled);
        for standing in [Standing::Active, Standing::Suspended] {
            assert_noop!(set(STEEL, standing), Error::<Test>::OrganisationExpelled);
        }
    });
}

#[test]
fn only_the_council_sets_a_standing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Members::set_standing(origin, STEEL, Standing::Expelled));
    });
}
