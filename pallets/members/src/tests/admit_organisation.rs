//! `admit_organisation`.

use super::*;
use crate::{Error, LastOrganisation, Organisation, OrganisationName, Organisations};

fn admit(name: &str, of: &[Role], controller: AccountId32) -> DispatchResult {
    let name = name.as_bytes().to_vec().try_into().unwrap();
    Members::admit_organisation(RuntimeOrigin::root(), name, roles(of), controller)
}

const BANK: &[Role] = &[Role::Bank];

#[test]
fn an_organisation_is_admitted() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(admit("浦江银行", &[Role::Bank, Role::Platform], outsider()));
        let org = OrgId(3);
        let event = Event::OrganisationAdmitted { org, controller: outsider() };
        assert_eq!(take_events(), [event]);
        let expected = Organisation {
            name: "浦江银行".as_bytes().to_vec().try_into().unwrap(),
            standing: Standing::Active,
            roles: roles(&[Role::Bank, Role::Platform]),
            controller: outsider(),
            delegates: 0,
        };
        assert_eq!(Organisations::<Test>::get(org), Some(expected));
        assert_eq!(LastOrganisation::<Test>::get(), org);
        assert_eq!(membership(outsider()), controller(org));
    });
}

#[test]
fn its_accounts_can_hold_a_nonce_and_assets() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(System::providers(&outsider()), 0);
        assert_ok!(admit("Bank", BANK, outsider()));
        assert_eq!(System::providers(&outsider()), 1);
        assert_eq!(System::providers(&keyless(3)), 1);
    });
}

#[test]
fn ids_are_given_in_order() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(admit("Bank", BANK, outsider()));
        assert_ok!(admit("Bank", BANK, stranger()));
        assert_eq!(membership(outsider()), controller(OrgId(3)));
        assert_eq!(membership(stranger()), controller(OrgId(4)));
    });
}

#[test]
fn a_name_is_text() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(admit("", BANK, outsider()), Error::<Test>::InvalidName);
        let bytes: OrganisationName = vec![0xff].try_into().unwrap();
        let call =
            Members::admit_organisation(RuntimeOrigin::root(), bytes, roles(BANK), outsider());
        assert_noop!(call, Error::<Test>::InvalidName);
    });
}

#[test]
fn an_organisation_plays_a_part() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(admit("Idle", &[], outsider()), Error::<Test>::NoRoles);
    });
}

#[test]
fn an_account_acts_for_one_organisation_only() {
    ExtBuilder::default().build_and_execute(|| {
        for taken in [alice(), bob(), operator()] {
            assert_noop!(admit("Bank", BANK, taken), Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn a_keyless_account_controls_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        // Of an organisation, of the one to be admitted, and of one to come.
        for org in [2, 3, 1_000] {
            assert_noop!(admit("Bank", BANK, keyless(org)), Error::<Test>::AccountTaken);
        }
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder::default().build_and_execute(|| {
        LastOrganisation::<Test>::put(OrgId(u32::MAX - 1));
        assert_ok!(admit("The last", BANK, outsider()));
        let call = admit("One more", BANK, stranger());
        assert_noop!(call, Error::<Test>::TooManyOrganisations);
    });
}

#[test]
fn only_the_council_admits() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| {
            let name = b"Bank".to_vec().try_into().unwrap();
            Members::admit_organisation(origin, name, roles(BANK), outsider())
        });
    });
}
