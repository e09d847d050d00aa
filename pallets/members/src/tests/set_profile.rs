//! `set_profile`.

use super::*;
use crate::{Error, Identifiers, Organisation, Organisations};
use huangpu_primitives::identifiers::Identifier;

fn set_profile(org: OrgId, profile: Profile) -> DispatchResult {
    Members::set_profile(RuntimeOrigin::root(), org, profile)
}

fn other() -> Profile {
    Profile {
        name: "宝山钢铁".as_bytes().to_vec().try_into().unwrap(),
        kind: Kind::ResearchInstitute,
        control_group: Some(identifier("Holding")),
        roles: roles(&[Role::ResearchInstitute, Role::Verifier]),
    }
}

#[test]
fn who_an_organisation_is_gets_corrected() {
    ExtBuilder::default().build_and_execute(|| {
        let before = Organisations::<Test>::get(STEEL).unwrap();
        assert_eq!(before.profile.kind, Kind::Enterprise(SizeClass::Large));
        assert_ok!(set_profile(STEEL, other()));
        assert_eq!(take_events(), [Event::ProfileSet { org: STEEL }]);
        let expected = Organisation { profile: other(), ..before };
        assert_eq!(Organisations::<Test>::get(STEEL), Some(expected));
        assert_eq!(Identifiers::<Test>::get(identifier("Steel Works")), Some(STEEL));
    });
}

#[test]
fn also_in_wind_down() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            assert_ok!(set_profile(STEEL, other()));
            assert_eq!(Organisations::<Test>::get(STEEL).unwrap().profile, other());
            assert_eq!(access(STEEL).standing, standing);
        });
    }
}

#[test]
fn not_once_it_is_closed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        assert_ok!(set_profile(STEEL, other()));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        assert_noop!(set_profile(STEEL, profile("Steel")), Error::<Test>::OrganisationClosed);
    });
}

#[test]
fn a_name_is_text() {
    ExtBuilder::default().build_and_execute(|| {
        for name in [&b""[..], b"\t ", b"\xff"] {
            let profile = Profile { name: name.to_vec().try_into().unwrap(), ..other() };
            assert_noop!(set_profile(STEEL, profile), Error::<Test>::InvalidName);
        }
    });
}

#[test]
fn a_member_plays_a_part() {
    ExtBuilder::default().build_and_execute(|| {
        let profile = Profile { roles: roles(&[]), ..other() };
        assert_noop!(set_profile(STEEL, profile), Error::<Test>::NoRoles);
    });
}

#[test]
fn a_control_group_with_a_wrong_check_character_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let wrong = [
            Identifier::UnifiedSocialCreditCode(*b"913100001322602500"),
            Identifier::LegalEntityIdentifier(*b"5493001KJTIIGC8Y1R13"),
        ];
        for wrong in wrong {
            let profile = Profile { control_group: Some(wrong), ..other() };
            assert_noop!(set_profile(STEEL, profile), Error::<Test>::InvalidIdentifier);
        }
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 4] {
            assert_noop!(set_profile(OrgId(unknown), other()), Error::<Test>::UnknownOrganisation);
        }
    });
}

#[test]
fn only_the_council_corrects() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Members::set_profile(origin, STEEL, other()));
    });
}
