//! The extension that charges an organisation's quota where other chains charge a fee.
//!
//! The founders' tier refills 5,000 picoseconds and 500 bytes a block, for ten blocks.

use super::*;
use crate::{
    bucket::Cost,
    extensions::{Charge, MAX_EXEMPTIONS},
    Access, Accesses, Bucket, ChargeQuota, CheckMembership, CheckNonce, Exemptions,
};
use codec::{Compact, Decode, Encode};
use huangpu_primitives::{members::Tier, refusals::Refusal};
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
        DispatchErrorWithPostInfo,
    },
};

/// What the founders' buckets hold.
const CAPACITY: Cost = Cost { time: 50_000, bytes: 5_000 };
/// The priority of a transaction whose organisation has used nothing.
const UNUSED: u64 = 1_024 << 9;

fn cost(time: u64, bytes: u64) -> Cost {
    Cost { time, bytes }
}

/// A remark of this length; who signs it pays for it, and if nobody does, the organisation of its length.
fn remark(length: u32) -> RuntimeCall {
    frame_system::Call::remark { remark: vec![0; length as usize] }.into()
}

/// A call for which nobody pays when nobody signs it.
fn unpaid() -> RuntimeCall {
    frame_system::Call::remark_with_event { remark: vec![] }.into()
}

/// The council's business.
fn governance() -> RuntimeCall {
    crate::Call::renew { org: STEEL, until: TODAY }.into()
}

/// An info whose total is `time`; two thirds of it are the extensions'.
fn info(time: u64) -> DispatchInfo {
    let extensions = time / 3 * 2;
    DispatchInfo {
        call_weight: Weight::from_parts(time - extensions, 0),
        extension_weight: Weight::from_parts(extensions, 0),
        ..Default::default()
    }
}

/// What the pool does with a transaction.
fn validate(
    origin: RuntimeOrigin,
    call: &RuntimeCall,
    cost: Cost,
) -> Result<(u64, Charge), TransactionValidityError> {
    let caller = origin.caller.clone();
    let (validity, charge, back) = ChargeQuota::<Test>::from(0).validate(
        origin,
        call,
        &info(cost.time),
        cost.bytes as usize,
        (),
        &TxBaseImplication(()),
        TransactionSource::External,
    )?;
    assert_eq!(back.caller, caller, "the origin is passed on");
    let priority = validity.priority;
    assert_eq!(validity, ValidTransaction { priority, ..Default::default() });
    Ok((priority, charge))
}

/// What the author of a block does with a transaction before the call.
fn prepare(
    origin: RuntimeOrigin,
    call: &RuntimeCall,
    cost: Cost,
) -> Result<Option<OrgId>, TransactionValidityError> {
    let (_, charge) = validate(origin.clone(), call, cost)?;
    let (info, length) = (info(cost.time), cost.bytes as usize);
    ChargeQuota::<Test>::from(0).prepare(charge, &origin, call, &info, length)
}

/// Uses as much of the signer's quota.
fn charge(who: AccountId32, cost: Cost) -> Result<Option<OrgId>, TransactionValidityError> {
    prepare(signed(who), &unpaid(), cost)
}

fn priority(who: AccountId32) -> Result<u64, TransactionValidityError> {
    validate(signed(who), &unpaid(), cost(1, 1)).map(|(priority, _)| priority)
}

/// What an organisation has left now.
fn left(org: OrgId) -> Cost {
    let quota = Members::quota_view(org).unwrap();
    cost(quota.time_left, quota.bytes_left)
}

/// Takes a transaction with this call weight and extensions' weight through a block; the call uses `actual`.
fn run(
    call_weight: u64,
    extension_weight: u64,
    actual: Option<u64>,
    fails: bool,
    during: impl FnOnce(),
) {
    let info = DispatchInfo {
        call_weight: Weight::from_parts(call_weight, 0),
        extension_weight: Weight::from_parts(extension_weight, 0),
        ..Default::default()
    };
    let post_info = PostDispatchInfo {
        actual_weight: actual.map(|time| Weight::from_parts(time, 0)),
        pays_fee: Default::default(),
    };
    let extension = ChargeQuota::<Test>::from(0);
    let result = extension.test_run(signed(operator()), &unpaid(), &info, 120, 0, |_| {
        during();
        if fails {
            Err(DispatchErrorWithPostInfo { post_info, error: DispatchError::CannotLookup })
        } else {
            Ok(post_info)
        }
    });
    assert_eq!(result.unwrap().is_err(), fails);
}

#[test]
fn only_a_tip_of_zero_passes() {
    fn validate(tip: u128, origin: RuntimeOrigin) -> Result<u64, TransactionValidityError> {
        let extension = ChargeQuota::<Test>::from(tip);
        let (info, external) = (DispatchInfo::default(), TransactionSource::External);
        let base = TxBaseImplication(());
        let (validity, ..) =
            extension.validate(origin, &unpaid(), &info, 0, (), &base, external)?;
        Ok(validity.priority)
    }
    ExtBuilder::default().build_and_execute(|| {
        for tip in [1, u128::MAX] {
            for origin in [signed(bob()), signed(outsider()), RawOrigin::Authorized.into()] {
                assert_noop!(validate(tip, origin), Refusal::TipNotZero);
            }
        }
        assert_eq!(validate(0, signed(bob())), Ok(UNUSED));
    });
}

#[test]
fn it_is_encoded_as_other_chains_encode_their_tip() {
    type Extension = ChargeQuota<Test>;
    let name = <Extension as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    assert_eq!(name, "ChargeTransactionPayment");
    for tip in [0u128, 1, 1 << 40, u128::MAX] {
        let extension = Extension::from(tip);
        assert_eq!(extension.encode(), Compact(tip).encode());
        assert_eq!(Extension::decode(&mut &extension.encode()[..]), Ok(extension));
    }
    assert_eq!(Extension::default(), Extension::from(0));
    assert_eq!(TransactionExtension::<RuntimeCall>::implicit(&Extension::default()), Ok(()));
    for call in [unpaid(), governance()] {
        assert_eq!(Extension::default().weight(&call), Weight::from_parts(1, 0));
    }
}

#[test]
fn a_transaction_is_charged_before_it_is_dispatched_and_what_it_did_not_use_given_back_after() {
    ExtBuilder::default().build_and_execute(|| {
        run(700, 300, Some(150), false, || {
            let bucket = Bucket { time: 1_000, bytes: 120, at: 1 };
            assert_eq!(Accesses::<Test>::get(STEEL).unwrap().bucket, bucket);
        });
        let bucket = Bucket { time: 450, bytes: 120, at: 1 };
        assert_eq!(Accesses::<Test>::get(STEEL).unwrap().bucket, bucket);
    });
}

#[test]
fn a_call_that_fails_gets_back_what_it_did_not_use_too() {
    ExtBuilder::default().build_and_execute(|| {
        run(700, 300, Some(150), true, || assert_eq!(left(STEEL), cost(49_000, 4_880)));
        assert_eq!(left(STEEL), cost(49_550, 4_880));
    });
}

#[test]
fn a_call_that_does_not_say_what_it_used_used_all() {
    ExtBuilder::default().build_and_execute(|| {
        for (fails, time) in [(false, 49_000), (true, 48_000)] {
            run(700, 300, None, fails, || ());
            assert_eq!(left(STEEL).time, time);
        }
        run(700, 300, Some(700), false, || ());
        assert_eq!(left(STEEL), cost(47_000, 4_640));
    });
}

#[test]
fn a_call_that_changes_its_own_organisations_tier_is_still_given_back_what_it_did_not_use() {
    ExtBuilder::default().build_and_execute(|| {
        run(700, 300, Some(150), false, || {
            assert_ok!(Members::set_tier(RuntimeOrigin::root(), STEEL, Tier::Large));
        });
        let bucket = Bucket { time: 450, bytes: 120, at: 1 };
        let access = Accesses::<Test>::get(STEEL).unwrap();
        assert_eq!((access.tier, access.bucket), (Tier::Large, bucket));
    });
}

#[test]
fn the_pool_charges_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let expected = Charge::Quota(STEEL, cost(1_000, 120));
        let validated = validate(signed(operator()), &unpaid(), cost(1_000, 120));
        assert_eq!(validated, Ok((UNUSED, expected)));
        assert_eq!(left(STEEL), CAPACITY);
    });
}

#[test]
fn a_bucket_refills_by_the_block_up_to_its_capacity() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(charge(bob(), cost(12_000, 1_200)), Ok(Some(STEEL)));
        for (block, expected) in [
            (1, cost(38_000, 3_800)),
            (2, cost(43_000, 4_300)),
            (3, cost(48_000, 4_800)),
            (4, CAPACITY),
            (1_000, CAPACITY),
        ] {
            System::set_block_number(block);
            assert_eq!(left(STEEL), expected);
        }
        assert_ok!(charge(bob(), cost(6_000, 1)));
        let bucket = Bucket { time: 6_000, bytes: 1, at: 1_000 };
        assert_eq!(Accesses::<Test>::get(STEEL).unwrap().bucket, bucket);
        System::set_block_number(1_001);
        assert_ok!(charge(bob(), cost(500, 1)));
        let bucket = Bucket { time: 1_500, bytes: 1, at: 1_001 };
        assert_eq!(Accesses::<Test>::get(STEEL).unwrap().bucket, bucket);
    });
}

#[test]
fn a_bucket_too_empty_waits_in_the_pool_and_exhausts_resources_in_a_block() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(charge(bob(), cost(49_000, 4_900)));
        for too_much in [cost(1_001, 1), cost(1, 101)] {
            assert_ok!(validate(signed(bob()), &unpaid(), too_much));
            assert_noop!(charge(bob(), too_much), InvalidTransaction::ExhaustsResources);
        }
        assert_ok!(charge(bob(), cost(1_000, 100)));
        assert_eq!(left(STEEL), cost(0, 0));
        assert_eq!(priority(bob()), Ok(0));
        assert_noop!(charge(bob(), cost(1, 0)), InvalidTransaction::ExhaustsResources);
        assert_noop!(charge(bob(), cost(0, 1)), InvalidTransaction::ExhaustsResources);
        System::set_block_number(2);
        assert_noop!(charge(bob(), cost(5_001, 1)), InvalidTransaction::ExhaustsResources);
        assert_ok!(charge(bob(), cost(5_000, 500)));
    });
}

#[test]
fn a_transaction_that_no_bucket_of_the_tier_could_hold_is_refused_in_the_pool() {
    ExtBuilder::default().build_and_execute(|| {
        for too_large in [cost(50_001, 1), cost(1, 5_001)] {
            assert_noop!(charge(bob(), too_large), Refusal::QuotaTooSmall);
        }
        assert_ok!(Members::set_tier(RuntimeOrigin::root(), MARKET, Tier::Large));
        assert_ok!(charge(carol(), cost(50_001, 5_001)));
        assert_ok!(charge(bob(), CAPACITY));
    });
}

#[test]
fn its_priority_falls_with_the_use_of_the_scarcer_part_of_the_bucket() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(priority(bob()), Ok(1_024 * 512));
        assert_ok!(charge(bob(), cost(25_000, 0)));
        assert_eq!(priority(bob()), Ok(512 * 512));
        assert_ok!(charge(bob(), cost(0, 3_750)));
        assert_eq!(priority(bob()), Ok(256 * 512));
        assert_ok!(charge(bob(), cost(25_000, 0)));
        assert_eq!(priority(bob()), Ok(0));
        assert_eq!(priority(carol()), Ok(1_024 * 512));
        System::set_block_number(6);
        assert_eq!(priority(bob()), Ok(512 * 512));
    });
}

#[test]
fn delegates_of_one_organisation_share_a_bucket_and_leave_others_alone() {
    ExtBuilder::default().build_and_execute(|| {
        let others = [BUREAU, MARKET].map(Accesses::<Test>::get);
        for who in [bob(), manager(), operator(), accountant()] {
            assert_eq!(charge(who, cost(12_000, 1_200)), Ok(Some(STEEL)));
        }
        assert_eq!(left(STEEL), cost(2_000, 200));
        for who in [bob(), operator()] {
            assert_noop!(charge(who, cost(2_001, 1)), InvalidTransaction::ExhaustsResources);
        }
        assert_eq!([BUREAU, MARKET].map(Accesses::<Test>::get), others);
        assert_eq!(charge(agent(), CAPACITY), Ok(Some(MARKET)));
        assert_eq!(left(STEEL), cost(2_000, 200));
    });
}

#[test]
fn what_nobody_signs_is_charged_to_its_payer() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RawOrigin::None, RawOrigin::Authorized] {
            let payer = prepare(origin.into(), &remark(STEEL.0), cost(1_000, 100));
            assert_eq!(payer, Ok(Some(STEEL)));
        }
        assert_eq!(left(STEEL), cost(48_000, 4_800));
        assert_ok!(charge(bob(), cost(23_000, 0)));
        let authorized = RuntimeOrigin::from(RawOrigin::Authorized);
        let (priority, _) = validate(authorized.clone(), &remark(STEEL.0), cost(1, 1)).unwrap();
        assert_eq!(priority, 512 * 512);
        let too_much = prepare(authorized.clone(), &remark(STEEL.0), cost(25_001, 1));
        assert_eq!(too_much, Err(InvalidTransaction::ExhaustsResources.into()));
        let too_large = validate(authorized, &remark(STEEL.0), cost(50_001, 1));
        assert_eq!(too_large, Err(Refusal::QuotaTooSmall.into()));
        assert_eq!((left(BUREAU), left(MARKET)), (CAPACITY, CAPACITY));
    });
}

#[test]
fn what_somebody_signs_is_charged_to_the_signer_whoever_else_would_pay() {
    ExtBuilder::default().build_and_execute(|| {
        let payer = prepare(signed(operator()), &remark(MARKET.0), cost(1_000, 100));
        assert_eq!(payer, Ok(Some(STEEL)));
        assert_eq!((left(STEEL), left(MARKET)), (cost(49_000, 4_900), CAPACITY));
    });
}

#[test]
fn a_payer_who_is_no_member_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        for payer in [0, 4, 9] {
            let validated = validate(RawOrigin::Authorized.into(), &remark(payer), cost(1, 1));
            assert_eq!(validated, Err(Refusal::Outsider.into()));
        }
    });
}

#[test]
fn for_what_has_no_payer_nobody_pays() {
    ExtBuilder::default().build_and_execute(|| {
        for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Authorized] {
            let origin = RuntimeOrigin::from(origin);
            let validated = validate(origin.clone(), &unpaid(), cost(50_001, 5_001));
            assert_eq!(validated, Ok((0, Charge::Nobody)));
            assert_eq!(prepare(origin, &unpaid(), cost(50_001, 5_001)), Ok(None));
        }
        assert_eq!([BUREAU, STEEL, MARKET].map(left), [CAPACITY; 3]);
    });
}

#[test]
fn a_seated_organisations_governance_goes_first_and_is_free() {
    ExtBuilder::default().build_and_execute(|| {
        let small = cost(1_000, 100);
        let govern = || {
            let validated = validate(signed(alice()), &governance(), small);
            assert_eq!(validated, Ok((1 << 32, Charge::Exempt(BUREAU, small))));
            assert_eq!(prepare(signed(alice()), &governance(), small), Ok(None));
        };
        govern();
        assert_eq!(left(BUREAU), CAPACITY);
        // Even when the quota is used up.
        assert_ok!(charge(alice(), CAPACITY));
        govern();
        assert_eq!(Exemptions::<Test>::get(), (1, 2));
        System::set_block_number(11);
        assert_eq!(left(BUREAU), CAPACITY);
        // Its other calls are not.
        assert_eq!(charge(alice(), cost(1_000, 100)), Ok(Some(BUREAU)));
        assert_eq!(left(BUREAU), cost(49_000, 4_900));
        assert_eq!(Exemptions::<Test>::get(), (1, 2));
    });
}

#[test]
fn only_small_governance_is_free() {
    ExtBuilder::default().build_and_execute(|| {
        // More than the lowest tier gets of a block: sixteen of them would leave little of it.
        for large in [cost(1_001, 1), cost(1, 101)] {
            let validated = validate(signed(alice()), &governance(), large);
            assert_eq!(validated.map(|(_, charge)| charge), Ok(Charge::Quota(BUREAU, large)));
            assert_eq!(prepare(signed(alice()), &governance(), large), Ok(Some(BUREAU)));
        }
        let beyond = validate(signed(alice()), &governance(), cost(50_001, 1));
        assert_eq!(beyond, Err(Refusal::QuotaTooSmall.into()));
        assert_eq!(Exemptions::<Test>::get(), (0, 0));
    });
}

#[test]
fn who_does_not_speak_in_the_council_governs_at_its_organisations_cost() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        let small = cost(1_000, 100);
        let expected = Ok((UNUSED, Charge::Quota(STEEL, small)));
        assert_eq!(validate(signed(accountant()), &governance(), small), expected);
        let free = validate(signed(operator()), &governance(), small);
        assert_eq!(free, Ok((1 << 32, Charge::Exempt(STEEL, small))));
    });
}

#[test]
fn a_free_call_gets_nothing_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(charge(alice(), cost(1_000, 0)));
        let post_info =
            PostDispatchInfo { actual_weight: Some(Weight::zero()), pays_fee: Default::default() };
        let info = info(900);
        let run = ChargeQuota::<Test>::from(0).test_run(
            signed(alice()),
            &governance(),
            &info,
            1,
            0,
            |_| Ok(post_info),
        );
        assert!(matches!(run, Ok(Ok(_))));
        assert_eq!(left(BUREAU), cost(49_000, 5_000));
    });
}

#[test]
fn beyond_sixteen_a_block_governance_is_charged_until_the_next_block() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(MAX_EXEMPTIONS, 16);
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        let govern = |who| prepare(signed(who), &governance(), cost(1_000, 100));
        // They are the block's, not the organisation's.
        for _ in 0..8 {
            assert_eq!(govern(alice()), Ok(None));
            assert_eq!(govern(operator()), Ok(None));
        }
        assert_eq!((left(BUREAU), left(STEEL)), (CAPACITY, CAPACITY));
        assert_eq!(govern(alice()), Ok(Some(BUREAU)));
        assert_eq!(govern(bob()), Ok(Some(STEEL)));
        let rest = cost(49_000, 4_900);
        assert_eq!((left(BUREAU), left(STEEL)), (rest, rest));
        assert_eq!(Exemptions::<Test>::get(), (1, 16));
        // Nor does it then go beyond the quota.
        assert_ok!(charge(alice(), rest));
        assert_eq!(govern(alice()), Err(InvalidTransaction::ExhaustsResources.into()));
        System::set_block_number(2);
        assert_eq!(govern(alice()), Ok(None));
        assert_eq!(Exemptions::<Test>::get(), (2, 1));
    });
}

#[test]
fn an_unseated_organisations_governance_is_charged_as_anything_else() {
    ExtBuilder::default().build_and_execute(|| {
        let expected = Charge::Quota(STEEL, cost(1_000, 100));
        let validated = validate(signed(bob()), &governance(), cost(1_000, 100));
        assert_eq!(validated, Ok((UNUSED, expected)));
        assert_eq!(prepare(signed(bob()), &governance(), cost(1_000, 100)), Ok(Some(STEEL)));
        assert_eq!(Exemptions::<Test>::get(), (0, 0));
        let too_large = validate(signed(bob()), &governance(), cost(50_001, 1));
        assert_eq!(too_large, Err(Refusal::QuotaTooSmall.into()));
    });
}

#[test]
fn governance_that_nobody_signs_is_not_exempt() {
    ExtBuilder::default().build_and_execute(|| {
        let validated = validate(RawOrigin::Authorized.into(), &governance(), cost(1, 1));
        assert_eq!(validated, Ok((0, Charge::Nobody)));
    });
}

#[test]
fn a_smaller_tier_waits_until_its_overused_bucket_has_run_off() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(charge(bob(), CAPACITY));
        System::set_block_number(3);
        assert_eq!(left(STEEL), cost(10_000, 1_000));
        // 40,000 are used; the smaller one holds 10,000, and lets 1,000 a block run off.
        assert_ok!(Members::set_tier(RuntimeOrigin::root(), STEEL, Tier::Basic));
        for block in [3, 4, 33] {
            System::set_block_number(block);
            assert_eq!(left(STEEL), cost(0, 0));
            assert_eq!(priority(bob()), Ok(0));
            assert_noop!(charge(bob(), cost(1, 0)), InvalidTransaction::ExhaustsResources);
            assert_noop!(charge(bob(), cost(10_001, 0)), Refusal::QuotaTooSmall);
        }
        System::set_block_number(34);
        assert_eq!(left(STEEL), cost(1_000, 100));
        assert_ok!(charge(bob(), cost(1_000, 100)));
    });
}

#[test]
fn a_larger_tier_applies_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(charge(bob(), CAPACITY));
        assert_ok!(Members::set_tier(RuntimeOrigin::root(), STEEL, Tier::Large));
        assert_eq!(left(STEEL), cost(150_000, 15_000));
        assert_ok!(charge(bob(), cost(150_000, 15_000)));
    });
}

#[test]
fn standing_and_term_are_as_they_were() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY.plus(3)));
        let before = Accesses::<Test>::get(STEEL).unwrap();
        run(700, 300, Some(150), false, || ());
        let bucket = Bucket { time: 450, bytes: 120, at: 1 };
        assert_eq!(Accesses::<Test>::get(STEEL), Some(Access { bucket, ..before }));
    });
}

/// All three, in the order in which they stand.
type All = (CheckMembership<Test>, CheckNonce<Test>, ChargeQuota<Test>);

fn all(nonce: u32) -> All {
    (CheckMembership::new(), CheckNonce::from(nonce), ChargeQuota::from(0))
}

#[test]
fn together_they_put_buckets_before_nonces_and_governance_before_all() {
    ExtBuilder::default().build_and_execute(|| {
        let priority = |who, nonce, call: &RuntimeCall| {
            let external = TransactionSource::External;
            let (validity, ..) =
                all(nonce).validate_only(signed(who), call, &info(0), 0, external, 0).unwrap();
            validity.priority
        };
        assert_eq!(priority(bob(), 0, &unpaid()), UNUSED + 64);
        assert_eq!(priority(bob(), 64, &unpaid()), UNUSED);
        // An organisation that used the least bit more stands behind, whatever its nonces.
        assert_ok!(charge(carol(), cost(49, 0)));
        assert_eq!(priority(carol(), 0, &unpaid()), 1_022 * 512 + 64);
        assert!(priority(carol(), 0, &unpaid()) < priority(bob(), 64, &unpaid()));
        assert_eq!(priority(alice(), 1, &governance()), (1 << 32) + 63);
        assert!(priority(alice(), 64, &governance()) > priority(bob(), 0, &unpaid()));
    });
}

#[test]
fn together_they_refuse_outsiders_and_charge_members() {
    ExtBuilder::default().build_and_execute(|| {
        let run = |who, nonce| {
            all(nonce)
                .test_run(signed(who), &unpaid(), &info(3_000), 10, 0, |_| Ok(().into()))
                .map(|result| result.is_ok())
        };
        assert_noop!(run(outsider(), 0), Refusal::Outsider);
        assert_eq!(run(bob(), 0), Ok(true));
        assert_noop!(run(bob(), 0), InvalidTransaction::Stale);
        assert_eq!(run(bob(), 1), Ok(true));
        assert_eq!(left(STEEL), cost(44_000, 4_980));
        assert_eq!(System::account_nonce(bob()), 2);
    });
}
