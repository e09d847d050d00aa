//! The extension that lets only members in.

use super::*;
use crate::{Accesses, CheckMembership};
use codec::{Decode, Encode};
use huangpu_primitives::refusals::Refusal;
use polkadot_sdk::{
    frame_support::{dispatch::DispatchInfo, weights::Weight},
    frame_system::{self, RawOrigin},
    sp_runtime::{
        traits::{TransactionExtension, TxBaseImplication},
        transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
    },
};

/// A call that opens something new.
fn opening() -> RuntimeCall {
    frame_system::Call::remark_with_event { remark: Vec::new() }.into()
}

/// A call that winds down.
fn winding_down() -> RuntimeCall {
    frame_system::Call::remark { remark: Vec::new() }.into()
}

fn validate(origin: RuntimeOrigin, call: &RuntimeCall) -> Result<(), TransactionValidityError> {
    let caller = origin.caller.clone();
    let (validity, (), back) = CheckMembership::<Test>::new().validate(
        origin,
        call,
        &DispatchInfo::default(),
        0,
        (),
        &TxBaseImplication(()),
        TransactionSource::External,
    )?;
    assert_eq!(validity, ValidTransaction::default());
    assert_eq!(back.caller, caller, "the origin is passed on");
    Ok(())
}

/// The account may do anything.
fn assert_passes(account: AccountId32) {
    for call in [opening(), winding_down()] {
        assert_ok!(validate(signed(account.clone()), &call));
    }
}

/// The account may do nothing.
fn assert_refused(account: AccountId32, refusal: Refusal) {
    for call in [opening(), winding_down()] {
        assert_noop!(validate(signed(account.clone()), &call), refusal);
    }
}

/// The account may only wind down.
fn assert_winds_down(account: AccountId32, refusal: Refusal) {
    assert_noop!(validate(signed(account.clone()), &opening()), refusal);
    assert_ok!(validate(signed(account), &winding_down()));
}

fn until(day: u32) -> Delegation {
    Delegation { until: Some(TODAY.plus(day)), ..alone(&[Scope::Devices]) }
}

#[test]
fn controllers_and_delegates_pass() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [alice(), bob(), manager(), operator(), accountant(), carol(), agent()] {
            assert_passes(account);
        }
    });
}

#[test]
fn outsiders_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_refused(outsider(), Refusal::Outsider);
    });
}

#[test]
fn a_proposed_member_is_an_outsider_until_it_is_approved() {
    ExtBuilder::default().build_and_execute(|| {
        let new = identifier("New");
        assert_ok!(Members::sponsor(signed(bob()), new.clone(), profile("New"), outsider()));
        assert_refused(outsider(), Refusal::Outsider);
        let tier = huangpu_primitives::members::Tier::Basic;
        let (root, until) = (RuntimeOrigin::root(), TODAY.plus(1));
        assert_ok!(Members::approve_application(root, new, tier, until));
        assert_passes(outsider());
    });
}

#[test]
fn who_was_removed_or_replaced_is_an_outsider() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::remove_delegate(signed(bob()), operator()));
        assert_refused(operator(), Refusal::Outsider);
        assert_ok!(Members::change_controller(signed(bob()), stranger()));
        assert_refused(bob(), Refusal::Outsider);
        assert_passes(stranger());
        assert_ok!(Members::rotate_key(signed(accountant()), outsider()));
        assert_refused(accountant(), Refusal::Outsider);
        assert_passes(outsider());
    });
}

#[test]
fn a_keyless_account_signs_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_refused(keyless(2), Refusal::Outsider);
    });
}

#[test]
fn a_suspended_organisations_accounts_only_wind_down_until_it_is_reinstated() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        for account in [bob(), operator()] {
            assert_winds_down(account, Refusal::OrganisationSuspended);
        }
        assert_passes(alice());
        assert_ok!(set_standing(STEEL, Standing::Active));
        for account in [bob(), operator()] {
            assert_passes(account);
        }
    });
}

#[test]
fn an_expelled_organisations_accounts_only_wind_down() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        for account in [bob(), operator()] {
            assert_winds_down(account, Refusal::OrganisationExpelled);
        }
    });
}

#[test]
fn whoever_resigned_only_winds_down() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        for account in [bob(), operator()] {
            assert_winds_down(account, Refusal::MembershipLapsed);
        }
    });
}

#[test]
fn a_membership_lapses_by_the_day_even_before_its_bucket_is_worked_off() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY.plus(5)));
        pass_days(5);
        for account in [bob(), operator()] {
            assert_passes(account);
        }
        pass_days(1);
        for account in [bob(), operator()] {
            assert_winds_down(account, Refusal::MembershipLapsed);
        }
        assert_eq!(Accesses::<Test>::get(STEEL).unwrap().standing, Standing::Active);
        assert_passes(carol());
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY.plus(6)));
        assert_passes(bob());
    });
}

#[test]
fn a_suspended_membership_lapses_but_an_expelled_one_stays_expelled() {
    ExtBuilder::default().build_and_execute(|| {
        for org in [STEEL, MARKET] {
            assert_ok!(Members::renew(RuntimeOrigin::root(), org, TODAY));
        }
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_ok!(set_standing(MARKET, Standing::Expelled));
        assert_winds_down(bob(), Refusal::OrganisationSuspended);
        pass_days(1);
        assert_winds_down(bob(), Refusal::MembershipLapsed);
        assert_winds_down(carol(), Refusal::OrganisationExpelled);
    });
}

#[test]
fn a_closed_organisations_accounts_are_outsiders() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        for account in [bob(), manager(), operator(), accountant()] {
            assert_refused(account, Refusal::Outsider);
        }
    });
}

#[test]
fn an_account_that_were_still_bound_to_a_closed_organisation_would_not_even_wind_down() {
    ExtBuilder::default().build_and_execute(|| {
        // No call leads here.
        let before = Accesses::<Test>::get(STEEL).unwrap();
        let closed = crate::Access { standing: Standing::Closed, ..before };
        Accesses::<Test>::insert(STEEL, closed);
        assert_refused(bob(), Refusal::OrganisationClosed);
        Accesses::<Test>::insert(STEEL, before);
    });
}

#[test]
fn a_delegate_passes_on_its_last_day_and_then_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::add_delegate(signed(carol()), outsider(), until(2)));
        assert_passes(outsider());
        pass_days(2);
        assert_passes(outsider());
        pass_days(1);
        assert_refused(outsider(), Refusal::DelegationEnded);
        assert_passes(agent());
        let longer = until(3);
        assert_ok!(Members::set_delegation(signed(carol()), outsider(), longer));
        assert_passes(outsider());
    });
}

#[test]
fn an_expired_delegate_does_not_wind_down_either() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::add_delegate(signed(carol()), outsider(), until(0)));
        assert_ok!(set_standing(MARKET, Standing::Suspended));
        assert_winds_down(outsider(), Refusal::OrganisationSuspended);
        pass_days(1);
        assert_refused(outsider(), Refusal::DelegationEnded);
        assert_winds_down(agent(), Refusal::OrganisationSuspended);
    });
}

#[test]
fn transactions_without_signer_pass() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Authorized] {
            for call in [opening(), winding_down()] {
                assert_ok!(validate(origin.clone().into(), &call));
            }
        }
    });
}

#[test]
fn it_carries_no_data_and_has_a_weight() {
    type Extension = CheckMembership<Test>;
    let extension = Extension::new();
    assert!(extension.encode().is_empty());
    assert_eq!(Extension::decode(&mut &[][..]), Ok(extension.clone()));
    assert_eq!(<Extension as TransactionExtension<RuntimeCall>>::IDENTIFIER, "CheckMembership");
    assert_eq!(TransactionExtension::<RuntimeCall>::implicit(&extension), Ok(()));
    assert_eq!(extension.weight(&opening()), Weight::from_parts(1, 0));
}
