//! `grant_mandate`, `revoke_mandate`, and acting under a mandate.

use super::{
    act_as::{act, acts, hash_of, note, remark, remarks},
    add_delegate::{limited, limits_of, preparing, set, until},
    approve_act::prepare,
    reading::crowd,
    *,
};
use crate::{Error, Mandate, Mandates, MandatesHeld, Organisations, BASIS_POINTS, MAX_MANDATES};
use polkadot_sdk::frame_support::weights::Weight;

/// A mandate in these scopes, for eleven days.
pub(super) fn mandate(of: &[Scope]) -> Mandate {
    Mandate { scopes: scopes(of), until: TODAY.plus(10), fee: 50, terms: DOCUMENT }
}

pub(super) fn grant(by: AccountId32, platform: OrgId, mandate: Mandate) -> DispatchResult {
    Members::grant_mandate(signed(by), platform, mandate)
}

fn revoke(by: AccountId32, merchant: OrgId, platform: OrgId) -> DispatchResult {
    Members::revoke_mandate(signed(by), merchant, platform)
}

fn granted(org: OrgId) -> u32 {
    Organisations::<Test>::get(org).unwrap().mandates
}

/// The market's controller sets the agent's delegation anew.
fn set_agent(delegation: Delegation) {
    assert_ok!(Members::set_delegation(signed(carol()), agent(), delegation));
}

#[test]
fn the_controller_grants_a_mandate() {
    ExtBuilder::default().build_and_execute(|| {
        let both = mandate(&[Scope::Devices, Scope::Emissions]);
        assert_ok!(grant(bob(), MARKET, both.clone()));
        let event = Event::MandateGranted { merchant: STEEL, platform: MARKET };
        assert_eq!(take_events(), [event]);
        assert_eq!(Mandates::<Test>::get(STEEL, MARKET), Some(both.clone()));
        assert!(MandatesHeld::<Test>::contains_key(MARKET, STEEL));
        assert_eq!((granted(STEEL), granted(MARKET)), (1, 0));
        assert_eq!(Members::mandate_of(STEEL, MARKET), Some(both));
        assert_eq!(Members::mandate_of(MARKET, STEEL), None);
    });
}

#[test]
fn granting_again_replaces() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        let other = Mandate { fee: 7, ..mandate(&[Scope::Emissions]) };
        assert_ok!(grant(bob(), MARKET, other.clone()));
        assert_eq!(Mandates::<Test>::get(STEEL, MARKET), Some(other));
        assert_eq!(granted(STEEL), 1);
    });
}

#[test]
fn a_manager_grants_what_it_may_do_alone_itself() {
    ExtBuilder::default().build_and_execute(|| {
        for beyond in [&[Scope::Emissions][..], &[Scope::Devices, Scope::Emissions]] {
            assert_noop!(grant(manager(), MARKET, mandate(beyond)), Error::<Test>::ScopesExceedOwn);
        }
        assert_ok!(grant(manager(), MARKET, mandate(&[Scope::Devices])));
        let of = [Scope::Membership, Scope::Devices];
        set(manager(), limited(&of, Scope::Devices, 9, 9));
        assert_noop!(
            grant(manager(), MARKET, mandate(&[Scope::Devices])),
            Error::<Test>::ScopesExceedOwn
        );
    });
}

#[test]
fn nobody_lets_another_organisation_manage_it() {
    ExtBuilder::default().build_and_execute(|| {
        for by in [bob(), manager()] {
            assert_noop!(
                grant(by, MARKET, mandate(&[Scope::Membership, Scope::Devices])),
                Error::<Test>::ScopesExceedOwn
            );
        }
    });
}

#[test]
fn a_mandate_has_a_scope() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(grant(bob(), MARKET, mandate(&[])), Error::<Test>::NoScopes);
    });
}

#[test]
fn only_active_platforms_get_mandates_of_others() {
    ExtBuilder::default().build_and_execute(|| {
        let devices = || mandate(&[Scope::Devices]);
        for none in [BUREAU, OrgId(0), OrgId(4)] {
            assert_noop!(grant(bob(), none, devices()), Error::<Test>::NotAPlatform);
        }
        for own in [(bob(), STEEL), (carol(), MARKET)] {
            assert_noop!(grant(own.0, own.1, devices()), Error::<Test>::OwnMandate);
        }
        assert_ok!(set_standing(MARKET, Standing::Suspended));
        assert_noop!(grant(bob(), MARKET, devices()), Error::<Test>::NotAPlatform);
    });
}

#[test]
fn a_fee_is_no_more_than_all() {
    ExtBuilder::default().build_and_execute(|| {
        let with_fee = |fee| Mandate { fee, ..mandate(&[Scope::Devices]) };
        for beyond in [BASIS_POINTS + 1, u16::MAX] {
            assert_noop!(grant(bob(), MARKET, with_fee(beyond)), Error::<Test>::InvalidFee);
        }
        for fee in [0, BASIS_POINTS] {
            assert_ok!(grant(bob(), MARKET, with_fee(fee)));
            assert_eq!(Members::mandate_of(STEEL, MARKET).unwrap().fee, fee);
        }
    });
}

#[test]
fn a_last_day_does_not_lie_in_the_past() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(1);
        let ends = |until| Mandate { until, ..mandate(&[Scope::Devices]) };
        assert_noop!(grant(bob(), MARKET, ends(TODAY)), Error::<Test>::InvalidTerm);
        assert_ok!(grant(bob(), MARKET, ends(TODAY.plus(1))));
    });
}

#[test]
fn who_has_a_last_day_lets_nobody_act_beyond_it() {
    ExtBuilder::default().build_and_execute(|| {
        let last = TODAY.plus(5);
        let scopes = [Scope::Membership, Scope::Devices];
        let delegation = Delegation { until: Some(last), ..alone(&scopes) };
        assert_ok!(Members::set_delegation(signed(bob()), manager(), delegation));
        let ends = |until| Mandate { until, ..mandate(&[Scope::Devices]) };
        for beyond in [last.plus(1), Day::NEVER] {
            assert_noop!(grant(manager(), MARKET, ends(beyond)), Error::<Test>::InvalidTerm);
        }
        assert_ok!(grant(manager(), MARKET, ends(last)));
        assert_ok!(grant(bob(), MARKET, ends(Day::NEVER)));
    });
}

#[test]
fn an_organisation_grants_only_so_many_mandates() {
    let platforms = crowd(MAX_MANDATES + 2, Role::Platform);
    let merchant = platforms[0].controller.clone();
    ExtBuilder::default().organisations(platforms).build_and_execute(|| {
        for platform in 2..MAX_MANDATES + 2 {
            assert_ok!(grant(merchant.clone(), OrgId(platform), mandate(&[Scope::Devices])));
        }
        assert_eq!(granted(OrgId(1)), MAX_MANDATES);
        let last = OrgId(MAX_MANDATES + 2);
        assert_noop!(
            grant(merchant.clone(), last, mandate(&[Scope::Devices])),
            Error::<Test>::TooManyMandates
        );
        // To replace one takes no room, and where one goes, one may come.
        assert_ok!(grant(merchant.clone(), OrgId(2), mandate(&[Scope::Emissions])));
        assert_ok!(revoke(merchant.clone(), OrgId(1), OrgId(2)));
        assert_ok!(grant(merchant.clone(), last, mandate(&[Scope::Devices])));
    });
}

#[test]
fn an_organisation_in_wind_down_grants_nothing() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            assert_noop!(
                grant(bob(), MARKET, mandate(&[Scope::Devices])),
                Error::<Test>::OrganisationNotActive
            );
        });
    }
}

#[test]
fn only_managers_grant() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| {
            Members::grant_mandate(origin, MARKET, mandate(&[Scope::Devices]))
        });
        set(manager(), until(alone(&[Scope::Membership, Scope::Devices]), TODAY));
        pass_days(1);
        assert_noop!(
            grant(manager(), MARKET, mandate(&[Scope::Devices])),
            Error::<Test>::DelegationEnded
        );
    });
}

#[test]
fn both_sides_revoke_a_mandate() {
    for by in [bob(), manager(), carol()] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
            take_events();
            assert_ok!(revoke(by.clone(), STEEL, MARKET));
            let event = Event::MandateRevoked { merchant: STEEL, platform: MARKET };
            assert_eq!(take_events(), [event]);
            assert_eq!(Mandates::<Test>::get(STEEL, MARKET), None);
            assert!(!MandatesHeld::<Test>::contains_key(MARKET, STEEL));
            assert_eq!(granted(STEEL), 0);
            for by in [carol(), agent()] {
                assert_noop!(act(by, STEEL, remark(1)), Error::<Test>::NotOfThisOrganisation);
            }
            assert_noop!(revoke(by.clone(), STEEL, MARKET), Error::<Test>::UnknownMandate);
        });
    }
}

#[test]
fn nobody_else_revokes_it() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        assert_noop!(revoke(alice(), STEEL, MARKET), Error::<Test>::UnknownMandate);
        assert_noop!(revoke(bob(), MARKET, STEEL), Error::<Test>::UnknownMandate);
        assert_noop!(revoke(bob(), STEEL, BUREAU), Error::<Test>::UnknownMandate);
        assert_noop!(revoke(agent(), STEEL, MARKET), Error::<Test>::ScopeMissing);
    });
}

#[test]
fn mandates_are_revoked_in_wind_down_too() {
    for (org, by) in [(STEEL, bob()), (MARKET, carol())] {
        for standing in [Standing::Suspended, Standing::Expelled] {
            ExtBuilder::default().build_and_execute(|| {
                assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
                assert_ok!(set_standing(org, standing));
                assert_ok!(revoke(by.clone(), STEEL, MARKET));
                assert_eq!(granted(STEEL), 0);
            });
        }
    }
}

#[test]
fn only_managers_revoke() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        assert_for_managers_only(|origin| Members::revoke_mandate(origin, STEEL, MARKET));
        set(manager(), until(alone(&[Scope::Membership]), TODAY));
        pass_days(1);
        assert_noop!(revoke(manager(), STEEL, MARKET), Error::<Test>::DelegationEnded);
    });
}

#[test]
fn a_platform_acts_from_its_merchants_account() {
    for by in [carol(), agent()] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
            take_events();
            assert_ok!(act(by.clone(), STEEL, remark(5)));
            assert_eq!(remarks(), [(keyless(2), 5)]);
            let event = Event::ActedAs { org: STEEL, by: by.clone(), act: None };
            assert_eq!(take_events(), [event]);
        });
    }
}

#[test]
fn a_platform_acts_in_the_mandates_scopes_only() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        assert_noop!(act(carol(), STEEL, note()), Error::<Test>::ScopeMissing);
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Emissions])));
        assert_ok!(act(carol(), STEEL, note()));
        for by in [carol(), agent()] {
            assert_noop!(act(by, STEEL, remark(1)), Error::<Test>::ScopeMissing);
        }
    });
}

#[test]
fn a_platforms_delegate_acts_in_its_own_scopes_only() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices, Scope::Emissions])));
        assert_noop!(act(agent(), STEEL, note()), Error::<Test>::ScopeMissing);
        assert_ok!(act(carol(), STEEL, note()));
        assert_ok!(act(agent(), STEEL, remark(1)));
    });
}

#[test]
fn under_a_mandate_nothing_waits_and_nothing_is_limited() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        set_agent(preparing(&[Scope::Devices]));
        assert_noop!(act(agent(), STEEL, remark(1)), Error::<Test>::ScopeMissing);
        set_agent(limited(&[Scope::Devices], Scope::Devices, 10, 10));
        assert_noop!(act(agent(), STEEL, remark(1)), Error::<Test>::ScopeMissing);
        assert_eq!(limits_of(agent())[0].1.used, 0);
        assert_eq!((acts(STEEL), acts(MARKET)), ((0, 0), (0, 0)));
    });
}

#[test]
fn a_platforms_delegate_acts_until_its_own_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        set_agent(until(alone(&[Scope::Devices]), TODAY));
        assert_ok!(act(agent(), STEEL, remark(1)));
        pass_days(1);
        assert_noop!(act(agent(), STEEL, remark(1)), Error::<Test>::DelegationEnded);
        assert_ok!(act(carol(), STEEL, remark(1)));
    });
}

#[test]
fn a_mandate_is_in_force_until_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        pass_days(10);
        assert_ok!(act(agent(), STEEL, remark(1)));
        pass_days(1);
        assert_noop!(act(agent(), STEEL, remark(1)), Error::<Test>::NotOfThisOrganisation);
        assert_eq!(Members::mandate_of(STEEL, MARKET), None);
        // It is there still, until somebody revokes it.
        assert_eq!(granted(STEEL), 1);
        assert_ok!(revoke(carol(), STEEL, MARKET));
    });
}

#[test]
fn a_platform_that_is_not_active_does_not_act() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices, Scope::Emissions])));
        assert_ok!(set_standing(MARKET, Standing::Suspended));
        for call in [remark(1), note()] {
            assert_noop!(act(carol(), STEEL, call), Error::<Test>::NotOfThisOrganisation);
        }
        assert_ok!(set_standing(MARKET, Standing::Active));
        assert_ok!(act(carol(), STEEL, remark(1)));
        assert_ok!(set_standing(MARKET, Standing::Expelled));
        for call in [remark(1), note()] {
            assert_noop!(act(carol(), STEEL, call), Error::<Test>::NotOfThisOrganisation);
        }
    });
}

#[test]
fn who_is_no_platform_any_more_does_not_act() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        let platform = Organisations::<Test>::get(MARKET).unwrap().profile;
        let other = profile("Market");
        assert_ok!(Members::set_profile(RuntimeOrigin::root(), MARKET, other));
        assert_noop!(act(carol(), STEEL, remark(1)), Error::<Test>::NotOfThisOrganisation);
        assert_ok!(Members::set_profile(RuntimeOrigin::root(), MARKET, platform));
        assert_ok!(act(carol(), STEEL, remark(1)));
    });
}

#[test]
fn for_a_merchant_in_wind_down_a_platform_winds_down() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices, Scope::Emissions])));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_noop!(act(carol(), STEEL, remark(1)), Error::<Test>::OrganisationNotActive);
        assert_ok!(act(carol(), STEEL, note()));
    });
}

#[test]
fn a_mandate_is_not_for_the_other_way_nor_for_others() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        assert_noop!(act(bob(), MARKET, remark(1)), Error::<Test>::NotOfThisOrganisation);
        assert_noop!(act(alice(), STEEL, remark(1)), Error::<Test>::NotOfThisOrganisation);
        assert_noop!(act(carol(), BUREAU, remark(1)), Error::<Test>::NotOfThisOrganisation);
    });
}

#[test]
fn a_platform_does_not_approve_its_merchants_acts() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(grant(bob(), MARKET, mandate(&[Scope::Devices])));
        prepare(remark(5));
        for by in [carol(), agent()] {
            assert_noop!(
                Members::approve_act(signed(by.clone()), 1, hash_of(&remark(5)), Weight::MAX),
                Error::<Test>::UnknownAct
            );
            assert_noop!(Members::cancel_act(signed(by), 1), Error::<Test>::UnknownAct);
        }
    });
}
