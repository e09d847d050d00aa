//! What other pallets do with money: the trait `Payments`.

use super::*;
use HoldReason::{Bid, Escrow};

fn pay(asset: u32, from: u32, to: u32, amount: Amount) -> DispatchResult {
    <Money as Payments>::pay(AssetId(asset), OrgId(from), OrgId(to), amount)
}

fn hold(asset: u32, org: u32, reason: HoldReason, amount: Amount) -> DispatchResult {
    Money::hold(AssetId(asset), OrgId(org), reason, amount)
}

fn release(asset: u32, org: u32, reason: HoldReason, amount: Amount) -> DispatchResult {
    Money::release(AssetId(asset), OrgId(org), reason, amount)
}

fn pay_held(asset: u32, from: u32, reason: HoldReason, to: u32, amount: Amount) -> DispatchResult {
    Money::pay_held(AssetId(asset), OrgId(from), reason, OrgId(to), amount)
}

#[test]
fn of_a_payment_tells_who_asked_for_it() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(pay(1, BUYER, SELLER, 10));
        assert_eq!(take_events(), []);
        assert_eq!((free(1, BUYER), free(1, SELLER), supply(1)), (90, 10, 100));
    });
}

#[test]
fn of_what_is_set_aside_statements_tell() {
    for reason in [Escrow, Bid] {
        with_funds(100).build_and_execute(|| {
            let (asset, org, to) = (AssetId(1), OrgId(BUYER), OrgId(SELLER));
            assert_ok!(hold(1, BUYER, reason, 10));
            assert_eq!(take_events(), [Event::MoneyHeld { asset, org, reason, amount: 10 }]);
            assert_ok!(release(1, BUYER, reason, 4));
            assert_eq!(take_events(), [Event::MoneyReleased { asset, org, reason, amount: 4 }]);
            assert_ok!(pay_held(1, BUYER, reason, SELLER, 6));
            let event = Event::HeldMoneyPaid { asset, from: org, reason, to, amount: 6 };
            assert_eq!(take_events(), [event]);
            assert_eq!((free(1, BUYER), free(1, SELLER), supply(1)), (94, 6, 100));
        });
    }
}

#[test]
fn what_is_held_for_a_redemption_answers_to_it_alone() {
    use HoldReason::Redemption;
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        // Whatever else is wrong.
        for (asset, amount) in [(1, 40), (1, 1), (1, 0), (1, u128::MAX), (2, 40)] {
            let reserved: DispatchError = Error::<Test>::ReservedReason.into();
            assert_noop!(hold(asset, BUYER, Redemption, amount), reserved);
            assert_noop!(release(asset, BUYER, Redemption, amount), reserved);
            for to in [SELLER, BUYER, NOBODY] {
                assert_noop!(pay_held(asset, BUYER, Redemption, to, amount), reserved);
            }
        }
        assert_eq!((free(1, BUYER), redeeming(1, BUYER)), (60, 40));
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn whether_there_is_an_asset_can_be_asked() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        assert_ok!(close(2));
        OpenUnder::set(None);
        // What there is of it is paid with, open or not.
        for asset in [1, 2] {
            assert_ok!(Money::ensure_asset(AssetId(asset)));
        }
        for asset in [0, 3, u32::MAX] {
            assert_noop!(Money::ensure_asset(AssetId(asset)), Error::<Test>::UnknownAsset);
        }
    });
}

#[test]
fn what_is_held_is_out_of_reach() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(hold(1, BUYER, Escrow, 70));
        assert_eq!((free(1, BUYER), held(1, BUYER, Escrow), supply(1)), (30, 70, 100));
        for amount in [31, 70, 100] {
            let insufficient: DispatchError = Error::<Test>::InsufficientFunds.into();
            assert_noop!(pay(1, BUYER, SELLER, amount), insufficient);
            assert_noop!(hold(1, BUYER, Bid, amount), insufficient);
            assert_noop!(hold(1, BUYER, Escrow, amount), insufficient);
            assert_noop!(request(1, BUYER, amount), insufficient);
            assert_noop!(reassign(1, BUYER, SELLER, amount), insufficient);
        }
    });
}

#[test]
fn each_reason_is_counted_by_itself() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 5));
        assert_ok!(hold(1, BUYER, Escrow, 10));
        assert_ok!(hold(1, BUYER, Bid, 20));
        assert_ok!(hold(1, BUYER, Bid, 20));
        let all = || HoldReason::ALL.map(|reason| held(1, BUYER, reason));
        assert_eq!((free(1, BUYER), all()), (45, [5, 10, 40]));
        assert_noop!(release(1, BUYER, Escrow, 11), Error::<Test>::InsufficientHeld);
        assert_noop!(pay_held(1, BUYER, Escrow, SELLER, 11), Error::<Test>::InsufficientHeld);
        assert_ok!(release(1, BUYER, Escrow, 4));
        assert_ok!(pay_held(1, BUYER, Bid, SELLER, 30));
        assert_eq!((free(1, BUYER), all()), (49, [5, 6, 10]));
        assert_eq!((free(1, SELLER), supply(1)), (30, 100));
    });
}

#[test]
fn as_is_each_organisation_and_each_asset() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (1, SELLER, 10), (2, BUYER, 10)]).build_and_execute(|| {
        assert_ok!(hold(1, BUYER, Escrow, 10));
        for (asset, org) in [(1, SELLER), (2, BUYER), (3, BUYER), (1, NOBODY)] {
            assert_noop!(release(asset, org, Escrow, 1), Error::<Test>::InsufficientHeld);
            let call = pay_held(asset, org, Escrow, BANK, 1);
            assert_noop!(call, Error::<Test>::InsufficientHeld);
        }
    });
}

#[test]
fn all_of_it_can_be_held_and_nothing_stays_behind() {
    for amount in [1, 100, MAX_SUPPLY] {
        with_funds(amount).build_and_execute(|| {
            assert_ok!(hold(1, BUYER, Escrow, amount));
            assert!(!is_recorded(1, BUYER));
            assert_ok!(release(1, BUYER, Escrow, amount));
            assert_eq!(free(1, BUYER), amount);
            assert_eq!(Holds::<Test>::iter().count(), 0);
            assert_ok!(hold(1, BUYER, Bid, amount));
            assert_ok!(pay_held(1, BUYER, Bid, SELLER, amount));
            assert_eq!(Holds::<Test>::iter().count(), 0);
            assert!(!is_recorded(1, BUYER));
            assert_eq!((free(1, SELLER), supply(1)), (amount, amount));
        });
    }
}

#[test]
fn no_more_than_there_is() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(hold(1, BUYER, Escrow, 50));
        for amount in [51, MAX_SUPPLY, MAX_SUPPLY + 1, u128::MAX] {
            assert_noop!(pay(1, BUYER, SELLER, amount), Error::<Test>::InsufficientFunds);
            assert_noop!(hold(1, BUYER, Bid, amount), Error::<Test>::InsufficientFunds);
            assert_noop!(release(1, BUYER, Escrow, amount), Error::<Test>::InsufficientHeld);
            let call = pay_held(1, BUYER, Escrow, SELLER, amount);
            assert_noop!(call, Error::<Test>::InsufficientHeld);
        }
    });
}

#[test]
fn never_nothing() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(hold(1, BUYER, Escrow, 50));
        assert_noop!(pay(1, BUYER, SELLER, 0), Error::<Test>::ZeroAmount);
        assert_noop!(hold(1, BUYER, Escrow, 0), Error::<Test>::ZeroAmount);
        assert_noop!(hold(1, BUYER, Bid, 0), Error::<Test>::ZeroAmount);
        // Whether anything is held or not.
        for reason in [Escrow, Bid] {
            assert_noop!(release(1, BUYER, reason, 0), Error::<Test>::ZeroAmount);
            assert_noop!(pay_held(1, BUYER, reason, SELLER, 0), Error::<Test>::ZeroAmount);
        }
    });
}

#[test]
fn of_an_asset_that_there_is() {
    with_funds(100).build_and_execute(|| {
        for asset in [0, 2, u32::MAX] {
            assert_noop!(pay(asset, BUYER, SELLER, 1), Error::<Test>::UnknownAsset);
            assert_noop!(hold(asset, BUYER, Escrow, 1), Error::<Test>::UnknownAsset);
        }
    });
}

#[test]
fn to_another_member_also_one_that_winds_down() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(hold(1, BUYER, Escrow, 50));
        let pays = [|to: u32| pay(1, BUYER, to, 1), |to: u32| pay_held(1, BUYER, Escrow, to, 1)];
        for pay in pays {
            assert_noop!(pay(BUYER), Error::<Test>::PayeeIsPayer);
            put_standing(SELLER, Standing::Closed);
            for org in [0, SELLER, NOBODY, u32::MAX] {
                assert_noop!(pay(org), Error::<Test>::PayeeNotMember);
            }
            for standing in WINDING_DOWN {
                put_standing(SELLER, standing);
                assert_ok!(pay(SELLER));
            }
        }
        assert_eq!(free(1, SELLER), 6);
    });
}

#[test]
fn who_is_frozen_sets_nothing_aside_and_gets_back_what_was() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(hold(1, BUYER, Escrow, 50));
        assert_ok!(freeze(1, BUYER));
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
        assert_noop!(hold(1, BUYER, Escrow, 1), Error::<Test>::AccountFrozen);
        assert_noop!(pay_held(1, BUYER, Escrow, SELLER, 1), Error::<Test>::AccountFrozen);
        assert_ok!(release(1, BUYER, Escrow, 50));
        assert_eq!(free(1, BUYER), 100);
        // It is paid, from what is free or held.
        assert_ok!(reassign(1, BUYER, SELLER, 20));
        assert_ok!(hold(1, SELLER, Escrow, 10));
        assert_ok!(pay_held(1, SELLER, Escrow, BUYER, 10));
        assert_ok!(pay(1, SELLER, BUYER, 10));
        assert_eq!(free(1, BUYER), 100);
    });
}

#[test]
fn whatever_becomes_of_the_bank_and_the_payer() {
    with_funds(100).build_and_execute(|| {
        put_standing(BANK, Standing::Expelled);
        take_licence(BANK);
        OpenUnder::set(None);
        assert_ok!(close(1));
        for standing in WINDING_DOWN {
            put_standing(BUYER, standing);
            assert_ok!(hold(1, BUYER, Escrow, 2));
            assert_ok!(release(1, BUYER, Escrow, 1));
            assert_ok!(pay_held(1, BUYER, Escrow, SELLER, 1));
            assert_ok!(pay(1, BUYER, SELLER, 1));
        }
        assert_eq!((free(1, BUYER), free(1, SELLER)), (94, 6));
    });
}
