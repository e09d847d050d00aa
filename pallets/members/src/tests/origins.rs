//! The origins with which other pallets authorise.

use super::{
    add_delegate::{limited, preparing, set, until},
    *,
};
use crate::{EnsureMember, EnsureRole, EnsureWindingDown, Error};
use polkadot_sdk::frame_support::traits::EnsureOrigin;

type InDevices = EnsureMember<Test, DevicesScope>;
type InEmissions = EnsureMember<Test, EmissionsScope>;
type WindingDown = EnsureWindingDown<Test, DevicesScope>;
type Regulator = EnsureRole<Test, DevicesScope, RegulatorRole>;
type Enterprise = EnsureRole<Test, DevicesScope, EnterpriseRole>;

fn org<E: EnsureOrigin<RuntimeOrigin, Success = OrgId>>(account: AccountId32) -> Option<OrgId> {
    E::try_origin(signed(account)).ok()
}

/// What the three origins say to an account: member, enterprise, winding down.
fn all(account: AccountId32) -> [Option<OrgId>; 3] {
    [
        org::<InDevices>(account.clone()),
        org::<Enterprise>(account.clone()),
        org::<WindingDown>(account),
    ]
}

/// Brings the steel works into a standing.
fn bring_into(standing: Standing) {
    match standing {
        Standing::Active => {}
        Standing::Suspended | Standing::Expelled => {
            assert_ok!(set_standing(STEEL, standing));
        }
        Standing::Lapsed => {
            assert_ok!(Members::resign(signed(bob())));
        }
        Standing::Closed => {
            assert_ok!(set_standing(STEEL, Standing::Expelled));
            assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 100));
        }
    }
    assert_eq!(Members::standing_of(STEEL), Some(standing));
}

#[test]
fn controllers_and_delegates_with_the_scope_are_members() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [bob(), manager(), operator()] {
            assert_eq!(all(account), [Some(STEEL); 3]);
        }
        assert_eq!(all(alice()), [Some(BUREAU), None, Some(BUREAU)]);
        assert_eq!(all(agent()), [Some(MARKET), None, Some(MARKET)]);
        assert_eq!(org::<InEmissions>(accountant()), Some(STEEL));
        assert_eq!(org::<InEmissions>(bob()), Some(STEEL));
    });
}

#[test]
fn a_keyless_account_is_a_member() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(all(keyless(2)), [Some(STEEL); 3]);
        assert_eq!(all(keyless(1)), [Some(BUREAU), None, Some(BUREAU)]);
        for nobodys in [keyless(0), keyless(4)] {
            assert_eq!(all(nobodys), [None; 3]);
        }
    });
}

#[test]
fn others_are_not() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [outsider(), accountant()] {
            assert_eq!(all(account), [None; 3]);
        }
        for account in [operator(), manager()] {
            assert_eq!(org::<InEmissions>(account), None);
        }
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert!(InDevices::try_origin(origin.clone()).is_err());
            assert!(Enterprise::try_origin(origin.clone()).is_err());
            assert!(WindingDown::try_origin(origin).is_err());
        }
    });
}

#[test]
fn a_role_is_that_of_the_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(org::<Regulator>(alice()), Some(BUREAU));
        assert_eq!(org::<Enterprise>(alice()), None);
        for account in [bob(), operator(), keyless(2)] {
            assert_eq!(org::<Enterprise>(account.clone()), Some(STEEL));
            assert_eq!(org::<Regulator>(account), None);
        }
        assert_eq!(org::<Enterprise>(accountant()), None, "the role without the scope");
        assert_eq!(org::<Regulator>(outsider()), None);
        // The council takes it, and gives another.
        let other = Profile { roles: roles(&[Role::Regulator]), ..profile("Steel Works") };
        assert_ok!(Members::set_profile(RuntimeOrigin::root(), STEEL, other));
        assert_eq!(org::<Enterprise>(bob()), None);
        assert_eq!(org::<Regulator>(bob()), Some(STEEL));
    });
}

#[test]
fn what_an_organisations_accounts_may_depends_on_its_standing() {
    for (standing, expected) in [
        (Standing::Active, [Some(STEEL); 3]),
        (Standing::Suspended, [None, None, Some(STEEL)]),
        (Standing::Expelled, [None, None, Some(STEEL)]),
        (Standing::Lapsed, [None, None, Some(STEEL)]),
        (Standing::Closed, [None; 3]),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            bring_into(standing);
            for account in [bob(), operator(), keyless(2)] {
                assert_eq!(all(account), expected, "{standing:?}");
            }
            assert_eq!(all(accountant()), [None; 3], "without the scope");
            assert_eq!(org::<InDevices>(alice()), Some(BUREAU), "the others stay");
        });
    }
}

#[test]
fn a_membership_winds_down_from_the_day_after_its_last() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY.plus(2)));
        pass_days(2);
        assert_eq!(all(operator()), [Some(STEEL); 3]);
        pass_days(1);
        for account in [operator(), keyless(2)] {
            assert_eq!(all(account), [None, None, Some(STEEL)]);
        }
    });
}

#[test]
fn a_delegate_with_a_limit_acts_through_the_keyless_account_only() {
    ExtBuilder::default().build_and_execute(|| {
        let both = [Scope::Devices, Scope::Emissions];
        set(operator(), limited(&both, Scope::Devices, u128::MAX, u128::MAX));
        assert_eq!(all(operator()), [None; 3]);
        assert_eq!(org::<InEmissions>(operator()), Some(STEEL), "no limit there");
    });
}

#[test]
fn a_delegate_that_only_prepares_is_no_member() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), preparing(&[Scope::Devices]));
        assert_eq!(all(operator()), [None; 3]);
    });
}

#[test]
fn a_delegate_is_a_member_until_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), until(alone(&[Scope::Devices]), TODAY.plus(1)));
        pass_days(1);
        assert_eq!(all(operator()), [Some(STEEL); 3]);
        pass_days(1);
        assert_eq!(all(operator()), [None; 3]);
    });
}

#[test]
fn a_mandate_makes_nobody_a_member() {
    ExtBuilder::default().build_and_execute(|| {
        let devices = super::mandates::mandate(&[Scope::Devices]);
        assert_ok!(super::mandates::grant(bob(), MARKET, devices));
        assert_eq!(all(agent()), [Some(MARKET), None, Some(MARKET)]);
    });
}

#[test]
fn a_keyless_account_does_not_manage() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(Members::resign(signed(keyless(2))), Error::<Test>::NotTheController);
    });
}

#[test]
fn a_refused_origin_is_given_back() {
    ExtBuilder::default().build_and_execute(|| {
        let refused = [
            InDevices::try_origin(signed(outsider())),
            Enterprise::try_origin(signed(outsider())),
            WindingDown::try_origin(signed(outsider())),
        ];
        for back in refused {
            assert_eq!(back.unwrap_err().caller, signed(outsider()).caller);
        }
    });
}
