//! The extension that lets only members in.

use super::*;
use crate::CheckMembership;
use codec::Encode;
use huangpu_primitives::refusals::Refusal;
use polkadot_sdk::{
    frame_support::{dispatch::DispatchInfo, weights::Weight},
    frame_system::{self, RawOrigin},
    sp_runtime::{
        traits::{TransactionExtension, TxBaseImplication},
        transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
    },
};

fn validate(origin: RuntimeOrigin) -> Result<(), TransactionValidityError> {
    let call: RuntimeCall = frame_system::Call::remark { remark: Vec::new() }.into();
    let caller = origin.caller.clone();
    let (validity, (), back) = CheckMembership::<Test>::new().validate(
        origin,
        &call,
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

#[test]
fn controllers_and_delegates_pass() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [alice(), bob(), manager(), operator(), accountant()] {
            assert_ok!(validate(signed(account)));
        }
    });
}

#[test]
fn outsiders_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(validate(signed(outsider())), Refusal::Outsider);
    });
}

#[test]
fn who_was_removed_or_replaced_is_an_outsider() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::remove_delegate(signed(bob()), operator()));
        assert_noop!(validate(signed(operator())), Refusal::Outsider);
        assert_ok!(Members::change_controller(signed(bob()), stranger()));
        assert_noop!(validate(signed(bob())), Refusal::Outsider);
        assert_ok!(validate(signed(stranger())));
    });
}

#[test]
fn a_keyless_account_signs_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(validate(signed(keyless(2))), Refusal::Outsider);
    });
}

#[test]
fn a_suspended_organisations_accounts_are_refused_until_it_is_reinstated() {
    ExtBuilder::default().build_and_execute(|| {
        set_standing(STEEL, Standing::Suspended);
        for account in [bob(), operator()] {
            assert_noop!(validate(signed(account)), Refusal::OrganisationSuspended);
        }
        assert_ok!(validate(signed(alice())));
        set_standing(STEEL, Standing::Active);
        for account in [bob(), operator()] {
            assert_ok!(validate(signed(account)));
        }
    });
}

#[test]
fn an_expelled_organisations_accounts_are_refused() {
    ExtBuilder::default().build_and_execute(|| {
        set_standing(STEEL, Standing::Expelled);
        for account in [bob(), operator()] {
            assert_noop!(validate(signed(account)), Refusal::OrganisationExpelled);
        }
    });
}

#[test]
fn transactions_without_signer_pass() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Authorized] {
            assert_ok!(validate(origin.into()));
        }
    });
}

#[test]
fn it_carries_no_data_and_has_a_weight() {
    let extension = CheckMembership::<Test>::new();
    assert!(extension.encode().is_empty());
    type Extension = CheckMembership<Test>;
    assert_eq!(<Extension as TransactionExtension<RuntimeCall>>::IDENTIFIER, "CheckMembership");
    let call: RuntimeCall = frame_system::Call::remark { remark: Vec::new() }.into();
    assert_eq!(extension.weight(&call), Weight::from_parts(1, 0));
}
