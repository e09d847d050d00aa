//! Who has money or owes it, and whether any is outstanding.

use super::*;
use huangpu_primitives::instruments::InstrumentClass::{self, DepositMoney};

fn holds(org: u32) -> bool {
    Money::holds_anything(OrgId(org))
}

#[test]
fn who_has_money_holds_something() {
    with_funds(10).build_and_execute(|| {
        assert!(holds(BUYER));
        for org in [0, RIVAL, SELLER, NOBODY, u32::MAX] {
            assert!(!holds(org));
        }
        assert_ok!(pay(1, BUYER, SELLER, 9));
        assert!(holds(BUYER) && holds(SELLER));
        assert_ok!(pay(1, BUYER, SELLER, 1));
        assert!(!holds(BUYER) && holds(SELLER));
    });
}

#[test]
fn free_or_held_for_whatever_reason() {
    for reason in [HoldReason::Escrow, HoldReason::Bid] {
        with_funds(10).build_and_execute(|| {
            assert_ok!(Money::hold(AssetId(1), OrgId(BUYER), reason, 10));
            assert!(holds(BUYER));
            let (payer, payee) = (OrgId(BUYER), OrgId(SELLER));
            assert_ok!(Money::pay_held(AssetId(1), payer, reason, payee, 10));
            assert!(!holds(BUYER));
        });
    }
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert!(holds(BUYER));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert!(!holds(BUYER));
    });
}

#[test]
fn of_whichever_asset() {
    for asset in [1, 2, 3] {
        let builder = ExtBuilder::default().assets(&[BANK, RIVAL, RIVAL]);
        builder.funds(&[(asset, BUYER, 1)]).build_and_execute(|| {
            assert!(holds(BUYER));
            // Its bank owes it.
            assert_eq!((holds(BANK), holds(RIVAL)), (asset == 1, asset != 1));
        });
    }
}

#[test]
fn a_bank_owes_what_it_issued_until_all_of_it_is_redeemed() {
    with_funds(10).build_and_execute(|| {
        assert!(holds(BANK));
        assert_ok!(close(1));
        assert_ok!(request(1, BUYER, 10));
        assert!(holds(BANK));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert!(!holds(BANK));
    });
}

#[test]
fn an_asset_of_which_there_is_nothing_is_no_debt() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| assert!(!holds(BANK)));
}

#[test]
fn money_is_outstanding_while_there_is_any() {
    for asset in [1, 2] {
        let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
        builder.funds(&[(asset, BUYER, 1)]).build_and_execute(|| {
            assert!(Money::is_outstanding(DepositMoney));
            assert_ok!(close(asset));
            assert_ok!(request(asset, BUYER, 1));
            assert!(Money::is_outstanding(DepositMoney));
            assert_ok!(settle(asset, 1, "OUT 1"));
            assert!(!Money::is_outstanding(DepositMoney));
        });
    }
}

#[test]
fn of_other_classes_nothing_is() {
    with_funds(1).build_and_execute(|| {
        for class in InstrumentClass::ALL {
            assert_eq!(Money::is_outstanding(class), class == DepositMoney);
        }
    });
}
