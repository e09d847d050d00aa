//! The nonce check of the SDK, with a bound on how far ahead a transaction may be.

use super::*;
use crate::{extensions::MAX_NONCE_AHEAD, CheckNonce};
use codec::{Decode, Encode};
use huangpu_primitives::refusals::Refusal;
use polkadot_sdk::{
    frame_support::{
        dispatch::{DispatchInfo, PostDispatchInfo},
        weights::Weight,
    },
    frame_system::{self, RawOrigin},
    sp_runtime::{
        traits::{DispatchTransaction, TransactionExtension, TxBaseImplication},
        transaction_validity::{
            InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
        },
    },
};

type Nonce = <Test as frame_system::Config>::Nonce;
type Ours = CheckNonce<Test>;
type Sdks = frame_system::CheckNonce<Test>;

fn call() -> RuntimeCall {
    frame_system::Call::remark { remark: Vec::new() }.into()
}

fn validate_with<E: TransactionExtension<RuntimeCall, Implicit = ()>>(
    extension: &E,
    origin: RuntimeOrigin,
) -> Result<(ValidTransaction, E::Val), TransactionValidityError> {
    let caller = origin.caller.clone();
    let (validity, val, back) = extension.validate(
        origin,
        &call(),
        &DispatchInfo::default(),
        0,
        (),
        &TxBaseImplication(()),
        TransactionSource::External,
    )?;
    assert_eq!(back.caller, caller, "the origin is passed on");
    Ok((validity, val))
}

fn validate(who: AccountId32, nonce: Nonce) -> Result<ValidTransaction, TransactionValidityError> {
    let (validity, signer) = validate_with(&Ours::from(nonce), signed(who.clone()))?;
    assert_eq!(signer, Some(who));
    Ok(validity)
}

/// What the author of a block does with a transaction.
fn include(origin: RuntimeOrigin, nonce: Nonce) -> Result<Weight, TransactionValidityError> {
    let (unspent, _) =
        Ours::from(nonce).validate_and_prepare(origin, &call(), &DispatchInfo::default(), 0, 0)?;
    Ours::post_dispatch_details(
        unspent,
        &DispatchInfo::default(),
        &PostDispatchInfo::default(),
        0,
        &Ok(()),
    )
}

/// Counts an account's nonce up.
fn advance(who: &AccountId32, by: u32) {
    for _ in 0..by {
        System::inc_account_nonce(who);
    }
}

#[test]
fn it_shares_the_bytes_and_the_name_of_the_sdks() {
    fn name<E: TransactionExtension<RuntimeCall>>() -> &'static str {
        E::IDENTIFIER
    }
    assert_eq!(name::<Ours>(), "CheckNonce");
    assert_eq!(name::<Ours>(), name::<Sdks>());
    for nonce in [0, 1, 63, 64, 16_383, 16_384, 1 << 30, Nonce::MAX] {
        let bytes = Sdks::from(nonce).encode();
        assert_eq!(Ours::from(nonce).encode(), bytes);
        assert_eq!(Ours::decode(&mut &bytes[..]), Ok(Ours::from(nonce)));
    }
    assert_eq!(TransactionExtension::<RuntimeCall>::implicit(&Ours::from(7)), Ok(()));
}

#[test]
fn it_weighs_what_the_sdks_weighs() {
    let weight = Ours::from(0).weight(&call());
    assert_eq!(weight, Sdks::from(0).weight(&call()));
    assert!(weight.ref_time() > 0);
}

#[test]
fn its_tags_are_those_of_the_sdks() {
    ExtBuilder::default().build_and_execute(|| {
        advance(&bob(), 3);
        for nonce in [3, 4, 10, 67] {
            let ours = validate(bob(), nonce).unwrap();
            let (sdks, _) = validate_with(&Sdks::from(nonce), signed(bob())).unwrap();
            assert_eq!(ours.provides, sdks.provides);
            assert_eq!(ours.requires, sdks.requires);
            assert_eq!((ours.longevity, ours.propagate), (sdks.longevity, sdks.propagate));
        }
    });
}

#[test]
fn the_next_nonce_requires_nothing_and_a_later_one_the_one_before_it() {
    ExtBuilder::default().build_and_execute(|| {
        advance(&bob(), 3);
        let next = validate(bob(), 3).unwrap();
        assert_eq!(next.provides, vec![(bob(), 3u32).encode()]);
        assert_eq!(next.requires, Vec::<Vec<u8>>::new());
        let later = validate(bob(), 5).unwrap();
        assert_eq!(later.provides, vec![(bob(), 5u32).encode()]);
        assert_eq!(later.requires, vec![(bob(), 4u32).encode()]);
    });
}

#[test]
fn a_used_nonce_is_stale() {
    ExtBuilder::default().build_and_execute(|| {
        advance(&bob(), 3);
        for nonce in [0, 2] {
            assert_noop!(validate(bob(), nonce), InvalidTransaction::Stale);
            assert_noop!(include(signed(bob()), nonce), InvalidTransaction::Stale);
        }
    });
}

#[test]
fn a_nonce_may_be_sixty_four_ahead_and_no_further() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(MAX_NONCE_AHEAD, 64);
        for used in [0, 3] {
            advance(&bob(), used);
            assert_ok!(validate(bob(), used + 64));
            for nonce in [used + 65, Nonce::MAX] {
                assert_noop!(validate(bob(), nonce), Refusal::NonceTooFarAhead);
            }
        }
    });
}

#[test]
fn its_priority_falls_with_the_distance() {
    ExtBuilder::default().build_and_execute(|| {
        advance(&bob(), 3);
        for ahead in 0..=64u32 {
            let priority = validate(bob(), 3 + ahead).unwrap().priority;
            assert_eq!(priority, u64::from(64 - ahead));
        }
    });
}

#[test]
fn an_accounts_distance_does_not_touch_anothers() {
    ExtBuilder::default().build_and_execute(|| {
        advance(&bob(), 100);
        assert_eq!(validate(bob(), 100).unwrap().priority, 64);
        assert_eq!(validate(operator(), 0).unwrap().priority, 64);
        assert_noop!(validate(operator(), 100), Refusal::NonceTooFarAhead);
    });
}

#[test]
fn an_account_that_nobody_provides_for_is_refused_as_by_the_sdk() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(validate(outsider(), 0), InvalidTransaction::Payment);
    });
}

#[test]
fn a_future_nonce_waits_in_the_pool_and_is_future_in_a_block() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(validate(bob(), 1));
        assert_noop!(include(signed(bob()), 1), InvalidTransaction::Future);
        assert_ok!(include(signed(bob()), 0));
        assert_ok!(include(signed(bob()), 1));
    });
}

#[test]
fn a_nonce_is_counted_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(validate(bob(), 0));
        assert_eq!(System::account_nonce(bob()), 0);
        for nonce in 0..3 {
            assert_eq!(include(signed(bob()), nonce), Ok(Weight::zero()), "all of it was needed");
            assert_eq!(System::account_nonce(bob()), nonce + 1);
            assert_noop!(include(signed(bob()), nonce), InvalidTransaction::Stale);
        }
        assert_eq!(System::account_nonce(operator()), 0);
    });
}

#[test]
fn without_a_signer_it_passes_and_gives_its_weight_back() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Authorized] {
            let (validity, signer) = validate_with(&Ours::from(5), origin.into()).unwrap();
            assert_eq!((validity, signer), (ValidTransaction::default(), None));
        }
        let weight = Ours::from(5).weight(&call());
        assert_eq!(include(RawOrigin::Authorized.into(), 5), Ok(weight));
        assert_eq!(include(RawOrigin::Root.into(), 0), Ok(weight));
    });
}
