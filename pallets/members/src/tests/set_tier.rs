//! `set_tier`.

use super::*;
use crate::Error;

fn set_tier(org: OrgId, tier: Tier) -> DispatchResult {
    Members::set_tier(RuntimeOrigin::root(), org, tier)
}

#[test]
fn an_organisation_may_use_more_or_less() {
    ExtBuilder::default().build_and_execute(|| {
        for tier in [Tier::Infrastructure, Tier::Basic, Tier::Large, Tier::Standard] {
            let before = access(STEEL);
            assert_ok!(set_tier(STEEL, tier));
            assert_eq!(take_events(), [Event::TierSet { org: STEEL, tier }]);
            let bucket = Bucket { at: 1, ..before.bucket };
            assert_eq!(access(STEEL), Access { tier, bucket, ..before });
        }
    });
}

#[test]
fn what_was_used_runs_off_at_the_old_rate_until_now() {
    ExtBuilder::default().build_and_execute(|| {
        let bucket = Bucket { time: 30_000, bytes: 3_000, at: 1 };
        Accesses::<Test>::insert(STEEL, Access { bucket, ..access(STEEL) });
        System::set_block_number(3);
        // Two blocks of `Standard`, 5 000 picoseconds and 500 bytes each.
        assert_ok!(set_tier(STEEL, Tier::Basic));
        assert_eq!(access(STEEL).bucket, Bucket { time: 20_000, bytes: 2_000, at: 3 });
        System::set_block_number(5);
        // Two blocks of `Basic`, a fifth of that.
        assert_ok!(set_tier(STEEL, Tier::Large));
        assert_eq!(access(STEEL).bucket, Bucket { time: 18_000, bytes: 1_800, at: 5 });
    });
}

#[test]
fn also_one_in_wind_down_gets_another_tier() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_ok!(set_tier(STEEL, Tier::Basic));
        assert_eq!(access(STEEL).tier, Tier::Basic);
        assert_eq!(access(STEEL).standing, Standing::Expelled);
    });
}

#[test]
fn the_same_tier_again_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(set_tier(STEEL, Tier::Standard), Error::<Test>::TierUnchanged);
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 4] {
            assert_noop!(set_tier(OrgId(unknown), Tier::Basic), Error::<Test>::UnknownOrganisation);
        }
    });
}

#[test]
fn only_the_council_sets_a_tier() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Members::set_tier(origin, STEEL, Tier::Basic));
    });
}

#[test]
fn what_is_closed_gets_no_other_tier() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        assert_noop!(set_tier(STEEL, Tier::Basic), Error::<Test>::OrganisationClosed);
    });
}
