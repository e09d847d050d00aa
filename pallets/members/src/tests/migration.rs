//! From version 1 to version 2.

use super::*;
use crate::{
    migrations::v2::{OldAuthority, OldMembership, OldOrganisation, V1ToV2},
    ActiveSeats, Delegates, Ending, Endings, EndingsOn, Identifiers, Organisation, Organisations,
    Seats,
};
use codec::Encode;
use huangpu_primitives::identifiers::Identifier;
use polkadot_sdk::frame_support::{
    assert_storage_noop,
    traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion},
};

/// The storage that has another layout now.
mod version_1 {
    use super::*;
    use polkadot_sdk::frame_support::{storage_alias, Blake2_128Concat, Twox64Concat};

    #[storage_alias]
    pub(super) type Organisations =
        StorageMap<Members, Twox64Concat, OrgId, OldOrganisation<AccountId32>>;

    #[storage_alias]
    pub(super) type Accounts = StorageMap<Members, Blake2_128Concat, AccountId32, OldMembership>;
}

fn old(
    name: &str,
    standing: Standing,
    of: &[Role],
    controller: AccountId32,
) -> OldOrganisation<AccountId32> {
    let name = name.as_bytes().to_vec().try_into().unwrap();
    OldOrganisation { name, standing, roles: roles(of), controller, delegates: 0 }
}

/// Writes organisations with the next ids, as version 1 admitted them.
fn admit_old(organisations: Vec<OldOrganisation<AccountId32>>) {
    StorageVersion::new(1).put::<Members>();
    for organisation in organisations {
        let org = LastOrganisation::<Test>::get().next().unwrap();
        LastOrganisation::<Test>::put(org);
        System::inc_providers(&Members::account_of(org));
        System::inc_providers(&organisation.controller);
        let membership = OldMembership { org, authority: OldAuthority::Controller };
        version_1::Accounts::insert(&organisation.controller, membership);
        version_1::Organisations::insert(org, organisation);
    }
}

/// Adds a delegate, as version 1 did.
fn add_old_delegate(org: OrgId, account: AccountId32, of: &[Scope]) {
    System::inc_providers(&account);
    let membership = OldMembership { org, authority: OldAuthority::Delegate(scopes(of)) };
    version_1::Accounts::insert(&account, membership);
    Delegates::<Test>::insert(org, account, ());
    version_1::Organisations::mutate(org, |organisation| {
        organisation.as_mut().unwrap().delegates += 1;
    });
}

/// A regulator, a suspended enterprise with two delegates, and an expelled bank.
fn build_version_1() {
    admit_old(vec![
        old("环保局", Standing::Active, &[Role::Regulator, Role::Verifier], alice()),
        old("Steel Works", Standing::Suspended, &[Role::Enterprise], bob()),
        old("Bank", Standing::Expelled, &[Role::Bank], carol()),
    ]);
    add_old_delegate(STEEL, manager(), &[Scope::Membership, Scope::Devices]);
    add_old_delegate(STEEL, operator(), &[Scope::Devices]);
}

fn migrate() {
    V1ToV2::<Test>::on_runtime_upgrade();
    assert_eq!(Members::on_chain_storage_version(), StorageVersion::new(2));
    Members::do_try_state().unwrap();
}

/// A chain of version 1, migrated.
fn migrated(build: impl FnOnce(), test: impl FnOnce()) {
    ExtBuilder::default().organisations(Vec::new()).build_and_execute(|| {
        build();
        assert_eq!(Members::on_chain_storage_version(), StorageVersion::new(1));
        migrate();
        test();
    });
}

fn placeholder(number: &str) -> Identifier {
    format!("foreign:huangpu#{number}").parse().unwrap()
}

#[test]
fn the_old_layout_is_the_one_that_was() {
    let organisation = OldOrganisation {
        delegates: 3,
        ..old("B", Standing::Suspended, &[Role::Enterprise, Role::Bank], alice())
    };
    let mut expected = vec![4, b'B', 1, 8, 0, 3];
    expected.extend([1; 32]);
    expected.extend([3, 0, 0, 0]);
    assert_eq!(organisation.encode(), expected);

    let authority = OldAuthority::Delegate(scopes(&[Scope::Membership, Scope::Devices]));
    let membership = OldMembership { org: STEEL, authority };
    assert_eq!(membership.encode(), [2, 0, 0, 0, 1, 8, 0, 1]);
    let membership = OldMembership { org: STEEL, authority: OldAuthority::Controller };
    assert_eq!(membership.encode(), [2, 0, 0, 0, 0]);
}

#[test]
fn organisations_are_translated() {
    migrated(build_version_1, || {
        let expected = Organisation {
            identifier: placeholder("2"),
            profile: Profile {
                name: b"Steel Works".to_vec().try_into().unwrap(),
                kind: Kind::Enterprise(SizeClass::Medium),
                control_group: None,
                roles: roles(&[Role::Enterprise]),
            },
            controller: bob(),
            sponsor: None,
            delegates: 2,
            acts: 0,
            last_act: 0,
            sponsored: 0,
            mandates: 0,
            interests: 0,
        };
        assert_eq!(Organisations::<Test>::get(STEEL), Some(expected));
        let bureau = Organisations::<Test>::get(BUREAU).unwrap();
        assert_eq!(bureau.identifier, placeholder("1"));
        assert_eq!(bureau.profile.name.into_inner(), "环保局".as_bytes());
        assert_eq!(bureau.profile.kind, Kind::Regulator);
        assert_eq!(bureau.profile.roles, roles(&[Role::Regulator, Role::Verifier]));
        assert_eq!((bureau.controller, bureau.delegates), (alice(), 0));
        assert_eq!(Organisations::<Test>::iter().count(), 3);
        for (org, number) in [(BUREAU, "1"), (STEEL, "2"), (OrgId(3), "3")] {
            assert_eq!(Identifiers::<Test>::get(placeholder(number)), Some(org));
        }
    });
}

#[test]
fn standings_stay_and_nobody_has_a_term() {
    migrated(build_version_1, || {
        let never = Day(u32::MAX);
        let standings = [Standing::Active, Standing::Suspended, Standing::Expelled];
        for (org, standing) in (1..).map(OrgId).zip(standings) {
            let bucket = Bucket::default();
            let expected = Access { standing, until: never, tier: Tier::Standard, bucket };
            assert_eq!(access(org), expected);
            // Who is expelled does not lapse.
            let ends = Endings::<Test>::contains_key(never, Ending::Membership(org));
            assert_eq!(ends, standing != Standing::Expelled);
        }
        assert_eq!(EndingsOn::<Test>::get(never), 2);
        assert_eq!(Endings::<Test>::iter().count(), 2);
    });
}

#[test]
fn accounts_keep_what_they_could_do() {
    migrated(build_version_1, || {
        assert_eq!(membership(alice()), controller(BUREAU));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(membership(carol()), controller(OrgId(3)));
        assert_eq!(membership(manager()), delegate(STEEL, &[Scope::Membership, Scope::Devices]));
        assert_eq!(membership(operator()), delegate(STEEL, &[Scope::Devices]));
        assert_eq!(Accounts::<Test>::iter().count(), 5);
        assert_eq!(Delegates::<Test>::iter_key_prefix(STEEL).count(), 2);
    });
}

#[test]
fn the_first_sits_in_the_council() {
    migrated(build_version_1, || {
        assert_eq!(Seats::<Test>::iter_keys().collect::<Vec<_>>(), [BUREAU]);
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn the_first_active_one_sits_in_the_council() {
    let build = || {
        let enterprise = |name, standing, by| old(name, standing, &[Role::Enterprise], by);
        admit_old(vec![
            enterprise("One", Standing::Suspended, nobody(1)),
            enterprise("Two", Standing::Expelled, nobody(2)),
            enterprise("Three", Standing::Active, nobody(3)),
            enterprise("Four", Standing::Active, nobody(4)),
        ]);
    };
    migrated(build, || {
        assert_eq!(Seats::<Test>::iter_keys().collect::<Vec<_>>(), [OrgId(3)]);
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn what_an_organisation_is_follows_from_its_first_role() {
    let kinds = [
        (Role::Enterprise, Kind::Enterprise(SizeClass::Medium)),
        (Role::Regulator, Kind::Regulator),
        (Role::Verifier, Kind::Verifier),
        (Role::Bank, Kind::Bank),
        (Role::Platform, Kind::Platform),
        (Role::Warehouse, Kind::Warehouse),
        (Role::Logistics, Kind::Logistics),
        (Role::University, Kind::University),
        (Role::ResearchInstitute, Kind::ResearchInstitute),
    ];
    let build = || {
        let organisations = (0..)
            .zip(kinds)
            .map(|(number, (role, _))| old("Somebody", Standing::Active, &[role], nobody(number)));
        admit_old(organisations.collect());
    };
    migrated(build, || {
        for (org, (_, kind)) in (1..).map(OrgId).zip(kinds) {
            assert_eq!(Organisations::<Test>::get(org).unwrap().profile.kind, kind);
        }
    });
}

#[test]
fn a_second_run_does_nothing() {
    migrated(build_version_1, || {
        assert_storage_noop!({
            V1ToV2::<Test>::on_runtime_upgrade();
        });
    });
}

#[test]
fn a_chain_that_began_with_version_2_is_left_alone() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Members::on_chain_storage_version(), StorageVersion::new(2));
        assert_storage_noop!({
            V1ToV2::<Test>::on_runtime_upgrade();
        });
    });
}

#[test]
fn a_chain_without_organisations_is_migrated_too() {
    let build = || StorageVersion::new(1).put::<Members>();
    migrated(build, || {
        assert_eq!(Organisations::<Test>::iter().count(), 0);
        assert_eq!(ActiveSeats::<Test>::get(), 0);
    });
}

#[test]
fn the_chain_goes_on() {
    migrated(build_version_1, || {
        assert_ok!(set_standing(STEEL, Standing::Active));
        assert_ok!(Members::add_delegate(signed(manager()), agent(), alone(&[Scope::Devices])));
        assert_eq!(admit("New", outsider(), TODAY.plus(10)), OrgId(4));
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY.plus(10)));
        assert_eq!(EndingsOn::<Test>::get(TODAY.plus(10)), 2);
    });
}
