//! The founding organisations.

use super::*;
use crate::{
    ActiveSeats, Ending, Endings, EndingsOn, GenesisOrganisation, Identifiers, Organisation,
    Organisations, Seats,
};
use huangpu_primitives::identifiers::Identifier;

fn one(change: impl FnOnce(&mut GenesisOrganisation<AccountId32>)) -> ExtBuilder {
    let mut bureau = founder("Bureau", Role::Regulator, alice());
    bureau.delegates = vec![(operator(), vec![Scope::Devices])];
    change(&mut bureau);
    ExtBuilder::default().organisations(vec![bureau])
}

/// Two founders.
fn two(change: impl FnOnce(&mut [GenesisOrganisation<AccountId32>; 2])) -> ExtBuilder {
    let mut founders =
        [founder("Bureau", Role::Regulator, alice()), founder("Steel", Role::Enterprise, bob())];
    change(&mut founders);
    ExtBuilder::default().organisations(founders.into())
}

#[test]
fn founders_get_the_first_ids() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(LastOrganisation::<Test>::get(), MARKET);
        assert_eq!(membership(alice()), controller(BUREAU));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(membership(carol()), controller(MARKET));
        assert_eq!(membership(manager()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 3);
        for account in [alice(), bob(), operator(), keyless(1), keyless(2), keyless(3)] {
            assert_eq!(System::providers(&account), 1);
        }
    });
}

#[test]
fn a_founder_is_what_the_preset_says() {
    one(|bureau| {
        bureau.roles = vec![Role::Regulator, Role::Verifier];
        bureau.kind = Kind::Regulator;
        bureau.tier = Tier::Infrastructure;
    })
    .build_and_execute(|| {
        let expected = Organisation {
            identifier: identifier("Bureau"),
            profile: Profile {
                name: b"Bureau".to_vec().try_into().unwrap(),
                kind: Kind::Regulator,
                control_group: None,
                roles: roles(&[Role::Regulator, Role::Verifier]),
            },
            controller: alice(),
            sponsor: None,
            delegates: 1,
            acts: 0,
            last_act: 0,
            sponsored: 0,
            mandates: 0,
            interests: 0,
        };
        assert_eq!(Organisations::<Test>::get(BUREAU), Some(expected));
        let expected = Access {
            standing: Standing::Active,
            until: Day(u32::MAX),
            tier: Tier::Infrastructure,
            bucket: Bucket::default(),
        };
        assert_eq!(access(BUREAU), expected);
        assert_eq!(Identifiers::<Test>::get(identifier("Bureau")), Some(BUREAU));
    });
}

#[test]
fn founders_have_no_term() {
    // More of them than may end on one day.
    let many = (0..=MAX_ENDINGS as u8)
        .map(|number| founder(&format!("{number}"), Role::Enterprise, nobody(number)))
        .collect();
    ExtBuilder::default().organisations(many).build_and_execute(|| {
        let never = Day(u32::MAX);
        assert_eq!(EndingsOn::<Test>::get(never), MAX_ENDINGS + 1);
        assert!(Endings::<Test>::contains_key(never, Ending::Membership(OrgId(5))));
    });
}

#[test]
fn founders_sit_in_the_council() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Seats::<Test>::iter_keys().collect::<Vec<_>>(), [BUREAU]);
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
    two(|founders| founders.iter_mut().for_each(|founder| founder.seated = true))
        .build_and_execute(|| {
            assert_eq!(Seats::<Test>::iter_keys().count(), 2);
            assert_eq!(ActiveSeats::<Test>::get(), 2);
        });
}

#[test]
fn the_council_may_be_others() {
    two(|_| ()).build_and_execute(|| {
        assert_eq!(Seats::<Test>::iter_keys().count(), 0);
        assert_eq!(ActiveSeats::<Test>::get(), 0);
    });
}

#[test]
fn a_chain_may_begin_without_organisations() {
    ExtBuilder::default().organisations(Vec::new()).build_and_execute(|| {
        assert_eq!(Organisations::<Test>::iter().count(), 0);
        assert_eq!(LastOrganisation::<Test>::get(), OrgId(0));
    });
}

#[test]
#[should_panic(expected = "InvalidName")]
fn a_founder_without_name_stops_the_chain() {
    one(|founder| founder.name = String::new()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "InvalidName")]
fn a_founder_with_too_long_a_name_stops_the_chain() {
    one(|founder| founder.name = "x".repeat(129)).build_and_execute(|| ());
}

#[test]
fn a_founder_with_a_long_name_does_not() {
    one(|founder| founder.name = "x".repeat(128)).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "NoRoles")]
fn a_founder_without_roles_stops_the_chain() {
    one(|founder| founder.roles = Vec::new()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "InvalidIdentifier")]
fn a_founder_with_a_wrong_check_character_stops_the_chain() {
    let wrong = Identifier::UnifiedSocialCreditCode(*b"913100001322602500");
    one(|founder| founder.identifier = wrong).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "AlreadyMember")]
fn two_founders_with_one_identifier_stop_the_chain() {
    two(|founders| founders[1].identifier = founders[0].identifier.clone())
        .build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "NoScopes")]
fn a_founding_delegate_without_scopes_stops_the_chain() {
    one(|founder| founder.delegates[0].1 = Vec::new()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "AccountTaken")]
fn an_account_in_two_places_stops_the_chain() {
    one(|founder| founder.delegates[0].0 = alice()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "AccountTaken")]
fn two_founders_with_one_controller_stop_the_chain() {
    two(|founders| founders[1].controller = alice()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "AccountTaken")]
fn a_founder_with_a_keyless_controller_stops_the_chain() {
    one(|founder| founder.controller = keyless(7)).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "TooManyDelegates")]
fn too_many_founding_delegates_stop_the_chain() {
    let many = |number: u8| (nobody(number), vec![Scope::Devices]);
    let delegates = (0..=MAX_DELEGATES as u8).map(many).collect();
    one(|founder| founder.delegates = delegates).build_and_execute(|| ());
}
