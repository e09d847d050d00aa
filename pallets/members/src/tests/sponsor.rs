//! `sponsor`.

use super::*;
use crate::{Application, Applications, Ending, Endings, EndingsOn, Error, Organisations};
use huangpu_primitives::identifiers::Identifier;

fn sponsor(by: AccountId32, name: &str) -> DispatchResult {
    Members::sponsor(signed(by), identifier(name), profile(name), outsider())
}

/// The steel works propose somebody with this identifier and control group.
fn sponsor_of_group(identifier: Identifier, control_group: Option<Identifier>) -> DispatchResult {
    let profile = Profile { control_group, ..profile("New") };
    Members::sponsor(signed(bob()), identifier, profile, outsider())
}

fn sponsored(org: OrgId) -> u32 {
    Organisations::<Test>::get(org).unwrap().sponsored
}

fn uscc(code: &[u8; 18]) -> Identifier {
    Identifier::UnifiedSocialCreditCode(*code)
}

fn lei(code: &[u8; 20]) -> Identifier {
    Identifier::LegalEntityIdentifier(*code)
}

fn foreign(register: &[u8], number: &[u8]) -> Identifier {
    Identifier::Foreign {
        register: register.to_vec().try_into().unwrap(),
        number: number.to_vec().try_into().unwrap(),
    }
}

#[test]
fn a_member_is_proposed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = identifier("New");
        let profile = Profile {
            control_group: Some(identifier("Holding")),
            roles: roles(&[Role::Bank, Role::Platform]),
            ..profile("浦江银行")
        };
        assert_ok!(Members::sponsor(signed(bob()), id.clone(), profile.clone(), outsider()));
        let event = Event::MemberSponsored { sponsor: STEEL, identifier: id.clone() };
        assert_eq!(take_events(), [event]);
        let until = TODAY.plus(90);
        let expected = Application { sponsor: STEEL, profile, controller: outsider(), until };
        assert_eq!(Applications::<Test>::get(&id), Some(expected));
        assert_eq!(sponsored(STEEL), 1);
        assert!(Endings::<Test>::contains_key(until, Ending::Application(id)));
        assert_eq!(EndingsOn::<Test>::get(until), 1);
    });
}

#[test]
fn who_is_proposed_is_not_yet_a_member() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob(), "New"));
        assert_eq!(membership(outsider()), None);
        assert_eq!(System::providers(&outsider()), 0);
        assert_eq!(LastOrganisation::<Test>::get(), MARKET);
    });
}

#[test]
fn a_delegate_who_manages_the_member_may_propose() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(manager(), "New"));
        assert_eq!(Applications::<Test>::get(identifier("New")).unwrap().sponsor, STEEL);
    });
}

#[test]
fn the_same_proposal_again_is_no_error_and_changes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob(), "New"));
        take_events();
        pass_days(1);
        for by in [bob(), manager()] {
            assert_ok!(sponsor(by, "New"));
            assert_eq!(take_events(), [Event::AlreadySponsored { identifier: identifier("New") }]);
        }
        assert_eq!(Applications::<Test>::get(identifier("New")).unwrap().until, TODAY.plus(90));
        assert_eq!(sponsored(STEEL), 1);
        assert_eq!(EndingsOn::<Test>::get(TODAY.plus(90)), 1);
        assert_eq!(EndingsOn::<Test>::get(TODAY.plus(91)), 0);
    });
}

#[test]
fn something_else_for_the_same_identifier_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob(), "New"));
        let id = identifier("New");
        assert_noop!(
            Members::sponsor(signed(bob()), id.clone(), profile("Old"), outsider()),
            Error::<Test>::ApplicationExists
        );
        assert_noop!(
            Members::sponsor(signed(bob()), id, profile("New"), stranger()),
            Error::<Test>::ApplicationExists
        );
        assert_noop!(sponsor(carol(), "New"), Error::<Test>::ApplicationExists);
    });
}

#[test]
fn a_proposal_whose_time_is_over_can_be_made_again_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor(bob(), "New"));
        pass_days(90);
        assert_noop!(sponsor(carol(), "New"), Error::<Test>::ApplicationExists);
        pass_days(1);
        take_events();
        assert_ok!(sponsor(carol(), "New"));
        let id = identifier("New");
        let events = [
            Event::ApplicationExpired { identifier: id.clone() },
            Event::MemberSponsored { sponsor: MARKET, identifier: id.clone() },
        ];
        assert_eq!(take_events(), events);
        assert_eq!(Applications::<Test>::get(id).unwrap().until, TODAY.plus(181));
        assert_eq!((sponsored(STEEL), sponsored(MARKET)), (0, 1));
        assert!(!EndingsOn::<Test>::contains_key(TODAY.plus(90)));
    });
}

#[test]
fn a_member_is_not_proposed_again() {
    ExtBuilder::default().build_and_execute(|| {
        for member in ["Bureau", "Steel Works", "Market"] {
            assert_noop!(sponsor(bob(), member), Error::<Test>::AlreadyMember);
        }
        // Also not while it is in wind-down.
        assert_ok!(set_standing(MARKET, Standing::Expelled));
        assert_noop!(sponsor(bob(), "Market"), Error::<Test>::AlreadyMember);
    });
}

#[test]
fn identifiers_of_every_scheme_are_taken() {
    ExtBuilder::default().build_and_execute(|| {
        let identifiers = [
            uscc(b"91310000132260250X"),
            lei(b"5493001KJTIIGC8Y1R12"),
            foreign(b"HRB Stuttgart", b"19360"),
        ];
        for identifier in identifiers {
            assert_ok!(sponsor_of_group(identifier.clone(), None));
            assert!(Applications::<Test>::contains_key(identifier));
        }
        assert_eq!(sponsored(STEEL), 3);
    });
}

#[test]
fn a_wrong_identifier_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let wrong = [
            // The check characters.
            uscc(b"913100001322602500"),
            lei(b"5493001KJTIIGC8Y1R13"),
            // Lower case.
            uscc(b"91310000132260250x"),
            lei(b"5493001kJTIIGC8Y1R12"),
            // The form.
            foreign(b"", b"19360"),
            foreign(b"HRB Stuttgart", b""),
            foreign(b"HRB#Stuttgart", b"19360"),
            foreign(b"HRB Stuttgart", b" 19360"),
        ];
        for wrong in wrong {
            assert_noop!(sponsor_of_group(wrong.clone(), None), Error::<Test>::InvalidIdentifier);
            // The same of a control group.
            assert_noop!(
                sponsor_of_group(identifier("New"), Some(wrong)),
                Error::<Test>::InvalidIdentifier
            );
        }
    });
}

#[test]
fn a_name_is_text() {
    ExtBuilder::default().build_and_execute(|| {
        for name in [&b""[..], b"  ", "\u{3000}".as_bytes(), b"\xff"] {
            let profile = Profile { name: name.to_vec().try_into().unwrap(), ..profile("New") };
            assert_noop!(
                Members::sponsor(signed(bob()), identifier("New"), profile, outsider()),
                Error::<Test>::InvalidName
            );
        }
    });
}

#[test]
fn a_member_plays_a_part() {
    ExtBuilder::default().build_and_execute(|| {
        let profile = Profile { roles: roles(&[]), ..profile("New") };
        assert_noop!(
            Members::sponsor(signed(bob()), identifier("New"), profile, outsider()),
            Error::<Test>::NoRoles
        );
    });
}

#[test]
fn nobody_sponsors_a_company_that_it_controls() {
    ExtBuilder::default().build_and_execute(|| {
        let own = Some(identifier("Steel Works"));
        assert_noop!(sponsor_of_group(identifier("New"), own), Error::<Test>::SelfSponsored);
        // Another member may vouch for it.
        let profile = Profile { control_group: Some(identifier("Steel Works")), ..profile("New") };
        assert_ok!(Members::sponsor(signed(carol()), identifier("New"), profile, outsider()));
    });
}

#[test]
fn nobody_sponsors_a_company_of_its_control_group() {
    ExtBuilder::default().build_and_execute(|| {
        let holding = identifier("Holding");
        let steel = Profile { control_group: Some(holding.clone()), ..profile("Steel Works") };
        assert_ok!(Members::set_profile(RuntimeOrigin::root(), STEEL, steel));
        // A sister, the head itself, the head as a member of yet another group, and an own subsidiary.
        for (id, group) in [
            (identifier("New"), Some(holding.clone())),
            (holding.clone(), None),
            (holding.clone(), Some(identifier("State"))),
            (identifier("New"), Some(identifier("Steel Works"))),
        ] {
            assert_noop!(sponsor_of_group(id, group), Error::<Test>::SelfSponsored);
        }
        assert_ok!(sponsor_of_group(identifier("New"), Some(identifier("Another holding"))));
        assert_ok!(sponsor_of_group(identifier("Alone"), None));
    });
}

#[test]
fn a_taken_account_will_not_be_controller() {
    ExtBuilder::default().build_and_execute(|| {
        // Controllers, delegates; keyless, of the one to be admitted, and of one to come.
        let taken = [alice(), bob(), operator(), agent(), keyless(2), keyless(4), keyless(1_000)];
        for taken in taken {
            assert_noop!(
                Members::sponsor(signed(bob()), identifier("New"), profile("New"), taken),
                Error::<Test>::AccountTaken
            );
        }
    });
}

#[test]
fn a_member_sponsors_no_more_than_the_council_can_read() {
    ExtBuilder::default().build_and_execute(|| {
        for number in 0..32 {
            assert_ok!(sponsor(bob(), &format!("New {number}")));
            if number % MAX_ENDINGS == MAX_ENDINGS - 1 {
                pass_days(1);
            }
        }
        assert_eq!(sponsored(STEEL), 32);
        assert_noop!(sponsor(bob(), "New 32"), Error::<Test>::TooManyApplications);
        // What is proposed already is no error, and others go on.
        assert_ok!(sponsor(bob(), "New 31"));
        assert_ok!(sponsor(carol(), "New 33"));
        assert_ok!(Members::withdraw_application(signed(bob()), identifier("New 0")));
        assert_ok!(sponsor(bob(), "New 32"));
        assert_eq!(sponsored(STEEL), 32);
    });
}

#[test]
fn only_active_members_sponsor() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            assert_ok!(set_standing(STEEL, standing));
            for by in [bob(), manager()] {
                assert_noop!(sponsor(by, "New"), Error::<Test>::OrganisationNotActive);
            }
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        assert_noop!(sponsor(bob(), "New"), Error::<Test>::OrganisationNotActive);
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        assert_noop!(sponsor(bob(), "New"), Error::<Test>::NotOfThisOrganisation);
    });
}

#[test]
fn a_delegate_proposes_only_alone_and_until_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        let delegation = Delegation { prepare: scopes(&[Scope::Membership]), ..alone(&[]) };
        assert_ok!(Members::add_delegate(signed(bob()), stranger(), delegation));
        assert_noop!(sponsor(stranger(), "New"), Error::<Test>::ScopeMissing);
        let delegation = Delegation { until: Some(TODAY), ..alone(&[Scope::Membership]) };
        assert_ok!(Members::set_delegation(signed(bob()), stranger(), delegation));
        assert_ok!(sponsor(stranger(), "New"));
        pass_days(1);
        assert_noop!(sponsor(stranger(), "Newer"), Error::<Test>::DelegationEnded);
    });
}

#[test]
fn only_managers_of_a_member_sponsor() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_managers_only(|origin| {
            Members::sponsor(origin, identifier("New"), profile("New"), stranger())
        });
    });
}
