//! The origins with which other pallets authorise, and acting from the keyless account.

use super::*;
use crate::{EnsureMember, EnsureRole};
use polkadot_sdk::frame_support::traits::EnsureOrigin;

type InDevices = EnsureMember<Test, DevicesScope>;
type InEmissions = EnsureMember<Test, EmissionsScope>;
type Regulator = EnsureRole<Test, DevicesScope, RegulatorRole>;
type Enterprise = EnsureRole<Test, DevicesScope, EnterpriseRole>;

fn org<E: EnsureOrigin<RuntimeOrigin, Success = OrgId>>(account: AccountId32) -> Option<OrgId> {
    E::try_origin(signed(account)).ok()
}

#[test]
fn controllers_and_delegates_with_the_scope_are_members() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(org::<InDevices>(bob()), Some(STEEL));
        assert_eq!(org::<InDevices>(operator()), Some(STEEL));
        assert_eq!(org::<InDevices>(alice()), Some(BUREAU));
        assert_eq!(org::<InEmissions>(accountant()), Some(STEEL));
    });
}

#[test]
fn a_keyless_account_is_a_member() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(org::<InDevices>(keyless(2)), Some(STEEL));
        assert_eq!(org::<Enterprise>(keyless(2)), Some(STEEL));
        assert_eq!(org::<InDevices>(keyless(3)), None);
    });
}

#[test]
fn others_are_not() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(org::<InDevices>(outsider()), None);
        assert_eq!(org::<InDevices>(accountant()), None);
        assert_eq!(org::<InEmissions>(operator()), None);
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert!(InDevices::try_origin(origin.clone()).is_err());
            assert!(Enterprise::try_origin(origin).is_err());
        }
    });
}

#[test]
fn a_role_is_that_of_the_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(org::<Regulator>(alice()), Some(BUREAU));
        assert_eq!(org::<Enterprise>(alice()), None);
        for account in [bob(), operator()] {
            assert_eq!(org::<Enterprise>(account.clone()), Some(STEEL));
            assert_eq!(org::<Regulator>(account), None);
        }
        assert_eq!(org::<Enterprise>(accountant()), None, "the role without the scope");
        assert_eq!(org::<Regulator>(outsider()), None);
    });
}

#[test]
fn organisations_that_are_not_active_have_no_members() {
    for standing in [Standing::Suspended, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            set_standing(STEEL, standing);
            for account in [bob(), operator(), keyless(2)] {
                assert_eq!(org::<InDevices>(account.clone()), None);
                assert_eq!(org::<Enterprise>(account), None);
            }
            assert_eq!(org::<InDevices>(alice()), Some(BUREAU));
        });
    }
}

#[test]
fn a_refused_origin_is_given_back() {
    ExtBuilder::default().build_and_execute(|| {
        let back = InDevices::try_origin(signed(outsider())).unwrap_err();
        assert_eq!(back.caller, signed(outsider()).caller);
    });
}
