//! The founding organisations.

use super::*;
use crate::{GenesisOrganisation, LastOrganisation, Organisations};

fn founder(change: impl FnOnce(&mut GenesisOrganisation<AccountId32>)) -> ExtBuilder {
    let mut founder = GenesisOrganisation {
        name: "Bureau".into(),
        roles: vec![Role::Regulator, Role::Verifier],
        controller: alice(),
        delegates: vec![(operator(), vec![Scope::Devices])],
    };
    change(&mut founder);
    ExtBuilder::default().organisations(vec![founder])
}

#[test]
fn founders_get_the_first_ids() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(LastOrganisation::<Test>::get(), STEEL);
        assert_eq!(membership(alice()), controller(BUREAU));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(membership(manager()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().delegates, 3);
        for account in [alice(), bob(), operator(), keyless(1), keyless(2)] {
            assert_eq!(System::providers(&account), 1);
        }
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
fn a_founder_may_play_several_parts() {
    founder(|_| ()).build_and_execute(|| {
        let expected = roles(&[Role::Regulator, Role::Verifier]);
        assert_eq!(Organisations::<Test>::get(BUREAU).unwrap().roles, expected);
    });
}

#[test]
#[should_panic(expected = "genesis organisation")]
fn a_founder_without_name_stops_the_chain() {
    founder(|founder| founder.name = String::new()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "genesis organisation")]
fn a_founder_with_too_long_a_name_stops_the_chain() {
    founder(|founder| founder.name = "x".repeat(129)).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "genesis organisation")]
fn a_founder_without_roles_stops_the_chain() {
    founder(|founder| founder.roles = Vec::new()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "genesis organisation")]
fn a_founding_delegate_without_scopes_stops_the_chain() {
    founder(|founder| founder.delegates[0].1 = Vec::new()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "genesis organisation")]
fn an_account_in_two_places_stops_the_chain() {
    founder(|founder| founder.delegates[0].0 = alice()).build_and_execute(|| ());
}

#[test]
#[should_panic(expected = "genesis organisation")]
fn too_many_founding_delegates_stop_the_chain() {
    let many = |n: u8| (AccountId32::new([100 + n; 32]), vec![Scope::Devices]);
    founder(|founder| founder.delegates = (0..5).map(many).collect()).build_and_execute(|| ());
}
