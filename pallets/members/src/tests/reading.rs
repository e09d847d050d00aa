//! What the runtime API answers, and what other pallets may ask.

use super::*;
use huangpu_primitives::{
    apis::{AccountView, OrganisationView, PAGE},
    traits::OrgStanding,
};

#[test]
fn an_organisation_is_shown_as_it_is() {
    ExtBuilder::default().build_and_execute(|| {
        set_standing(STEEL, Standing::Suspended);
        let expected = OrganisationView {
            id: STEEL,
            name: b"Steel Works".to_vec(),
            standing: Standing::Suspended,
            roles: vec![Role::Enterprise],
            controller: bob(),
            account: keyless(2),
        };
        assert_eq!(Members::organisation_view(STEEL), Some(expected));
        assert_eq!(Members::organisation_view(OrgId(3)), None);
    });
}

#[test]
fn organisations_are_listed_in_order_page_by_page() {
    ExtBuilder::default().build_and_execute(|| {
        for n in 0..PAGE {
            let mut bytes = [0xee; 32];
            bytes[..4].copy_from_slice(&n.to_le_bytes());
            let name = b"One of many".to_vec().try_into().unwrap();
            assert_ok!(Members::admit_organisation(
                RuntimeOrigin::root(),
                name,
                roles(&[Role::Enterprise]),
                AccountId32::new(bytes),
            ));
        }
        let page = |after: Option<u32>, limit| -> Vec<u32> {
            let page = Members::organisation_page(after.map(OrgId), limit);
            page.into_iter().map(|view| view.id.0).collect()
        };
        assert_eq!(page(None, 2), [1, 2]);
        assert_eq!(page(Some(2), 3), [3, 4, 5]);
        assert!(page(None, 0).is_empty());
        assert_eq!(page(None, u32::MAX).len() as u32, PAGE);
        assert_eq!(page(Some(PAGE), u32::MAX), [PAGE + 1, PAGE + 2]);
        assert!(page(Some(PAGE + 2), 1).is_empty());
        assert!(page(Some(u32::MAX), 1).is_empty());
    });
}

#[test]
fn an_account_is_shown_with_what_it_may_do() {
    ExtBuilder::default().build_and_execute(|| {
        let view = |account| Members::account_view(&account);
        let expected = AccountView { org: STEEL, controller: true, scopes: Vec::new() };
        assert_eq!(view(bob()), Some(expected));
        let scopes = vec![Scope::Membership, Scope::Devices];
        let expected = AccountView { org: STEEL, controller: false, scopes };
        assert_eq!(view(manager()), Some(expected));
        for account in [outsider(), keyless(2)] {
            assert_eq!(view(account), None);
        }
    });
}

#[test]
fn keyless_accounts_differ_and_lead_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ne!(keyless(1), keyless(2));
        assert_eq!(Members::org_of_keyless(&keyless(2)), Some(STEEL));
        assert_eq!(Members::org_of_keyless(&keyless(3)), None);
        assert_eq!(Members::org_of_keyless(&bob()), None);
    });
}

#[test]
fn other_pallets_ask_whether_an_organisation_is_active() {
    ExtBuilder::default().build_and_execute(|| {
        assert!(<Members as OrgStanding>::is_active(STEEL));
        assert!(!<Members as OrgStanding>::is_active(OrgId(3)));
        for standing in [Standing::Suspended, Standing::Expelled] {
            set_standing(STEEL, standing);
            assert!(!<Members as OrgStanding>::is_active(STEEL));
        }
    });
}
