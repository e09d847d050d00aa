//! The extension that stands where other chains charge a fee.

use super::*;
use crate::ZeroTip;
use codec::{Compact, Decode, Encode};
use huangpu_primitives::refusals::Refusal;
use polkadot_sdk::{
    frame_support::{dispatch::DispatchInfo, weights::Weight},
    frame_system::{self, RawOrigin},
    sp_runtime::{
        traits::{TransactionExtension, TxBaseImplication},
        transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
    },
};

fn validate(tip: u128, origin: RuntimeOrigin) -> Result<(), TransactionValidityError> {
    let call: RuntimeCall = frame_system::Call::remark { remark: Vec::new() }.into();
    let caller = origin.caller.clone();
    let (validity, (), back) = ZeroTip::<Test>::from(tip).validate(
        origin,
        &call,
        &DispatchInfo::default(),
        0,
        (),
        &TxBaseImplication(()),
        TransactionSource::External,
    )?;
    assert_eq!(validity, ValidTransaction::default(), "no tip buys a priority");
    assert_eq!(back.caller, caller, "the origin is passed on");
    Ok(())
}

#[test]
fn a_tip_of_zero_passes() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [signed(bob()), signed(outsider()), RawOrigin::Authorized.into()] {
            assert_ok!(validate(0, origin));
        }
    });
}

#[test]
fn any_other_tip_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        for tip in [1, u128::MAX] {
            for origin in [signed(bob()), RawOrigin::Authorized.into()] {
                assert_noop!(validate(tip, origin), Refusal::TipNotZero);
            }
        }
    });
}

#[test]
fn it_is_encoded_as_other_chains_encode_their_tip() {
    type Extension = ZeroTip<Test>;
    let name = <Extension as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    assert_eq!(name, "ChargeTransactionPayment");
    for tip in [0u128, 1, 1 << 40, u128::MAX] {
        let extension = Extension::from(tip);
        assert_eq!(extension.encode(), Compact(tip).encode());
        assert_eq!(Extension::decode(&mut &extension.encode()[..]), Ok(extension));
    }
    assert_eq!(Extension::default(), Extension::from(0));
    let call: RuntimeCall = frame_system::Call::remark { remark: Vec::new() }.into();
    assert_eq!(Extension::default().weight(&call), Weight::from_parts(1, 0));
}
