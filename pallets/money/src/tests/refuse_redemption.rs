//! `refuse_redemption`.

use super::*;
use std::cell::Cell;

#[test]
fn what_the_bank_does_not_pay_out_is_the_holders_again() {
    for reason in [
        Refusal::IncorrectAccount,
        Refusal::ClosedAccount,
        Refusal::TransactionForbidden,
        Refusal::RegulatoryReason,
        Refusal::Other,
    ] {
        with_funds(100).build_and_execute(|| {
            assert_ok!(request(1, BUYER, 40));
            take_events();
            let (asset, redemption) = (AssetId(1), RedemptionId(1));
            assert_ok!(Money::refuse_redemption(by(BANK), asset, redemption, 40, reason));
            let (org, amount) = (OrgId(BUYER), 40);
            let event = Event::RedemptionRefused { redemption, asset, org, amount, reason };
            assert_eq!(take_events(), [not_redeemed(40), event]);
            assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (100, 0, 100));
            assert!(!is_pending(1, 1));
            assert_ok!(pay(1, BUYER, SELLER, 100));
        });
    }
}

#[test]
fn also_to_whom_has_nothing_else() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 100));
        assert!(!is_recorded(1, BUYER));
        assert_ok!(refuse(1, 1));
        assert_eq!(free(1, BUYER), 100);
        assert!(is_recorded(1, BUYER));
    });
}

#[test]
fn only_that_one() {
    with_funds(100).build_and_execute(|| {
        for amount in [10, 20, 30] {
            assert_ok!(request(1, BUYER, amount));
        }
        assert_ok!(refuse(1, 2));
        assert_eq!((free(1, BUYER), redeeming(1, BUYER)), (60, 40));
        assert!(is_pending(1, 1) && !is_pending(1, 2) && is_pending(1, 3));
    });
}

#[test]
fn all_of_it() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        for amount in [0, 39, 41, u128::MAX] {
            let (asset, redemption) = (AssetId(1), RedemptionId(1));
            let call =
                Money::refuse_redemption(by(BANK), asset, redemption, amount, Refusal::Other);
            assert_noop!(call, Error::<Test>::OtherAmount);
        }
        assert_ok!(refuse(1, 1));
    });
}

#[test]
fn it_is_answered_once() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(refuse(1, 1));
        pass_days(ANSWER + 1);
        assert_noop!(refuse(1, 1), Error::<Test>::UnknownRedemption);
        assert_noop!(settle(1, 1, "OUT 1"), Error::<Test>::UnknownRedemption);
        assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::UnknownRedemption);
        assert_noop!(cancel(1, 1), Error::<Test>::UnknownRedemption);
        assert_eq!((free(1, BUYER), redeeming(1, BUYER)), (60, 40));
    });
}

#[test]
fn a_bank_answers_for_its_own_money() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (2, BUYER, 10)]).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        for (org, asset) in [(RIVAL, 1), (BUYER, 1), (SELLER, 1), (BANK, 2)] {
            assert_noop!(refuse_by(org, asset, 1), Error::<Test>::NotTheIssuer);
        }
        for asset in [0, 3, u32::MAX] {
            assert_noop!(refuse_by(BANK, asset, 1), Error::<Test>::UnknownAsset);
        }
        assert_noop!(refuse_by(RIVAL, 2, 1), Error::<Test>::UnknownRedemption);
        for redemption in [0, 2, u32::MAX] {
            assert_noop!(refuse(1, redemption), Error::<Test>::UnknownRedemption);
        }
    });
}

#[test]
fn what_is_frozen_may_come_back_and_stays_frozen() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(freeze(1, BUYER));
        assert_ok!(refuse(1, 1));
        assert_eq!(free(1, BUYER), 10);
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
        assert_noop!(request(1, BUYER, 1), Error::<Test>::AccountFrozen);
    });
}

#[test]
fn a_bank_that_lost_its_role_may_refuse() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        take_licence(BANK);
        OpenUnder::set(None);
        assert_ok!(close(1));
        assert_ok!(refuse(1, 1));
    });
}

#[test]
fn only_for_a_bank_one_refuses_also_when_it_winds_down() {
    with_funds(10).build_and_execute(|| {
        for _ in WINDING_DOWN {
            assert_ok!(request(1, BUYER, 1));
        }
        let next = Cell::new(1);
        assert_for_holders_only(BANK, |origin| {
            let id = next.get();
            Money::refuse_redemption(origin, AssetId(1), RedemptionId(id), 1, Refusal::Other)
                .inspect(|()| next.set(id + 1))
        });
        assert_eq!(free(1, BUYER), 10);
    });
}
