//! `reassign_balance`.

use super::*;

#[test]
fn the_council_gives_somebodys_money_to_another() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(reassign(1, BUYER, SELLER, 30));
        let event = Event::BalanceReassigned {
            asset: AssetId(1),
            from: OrgId(BUYER),
            to: OrgId(SELLER),
            amount: 30,
            document: DOCUMENT,
        };
        assert_eq!(take_events(), [event]);
        assert_eq!((free(1, BUYER), free(1, SELLER), supply(1)), (70, 30, 100));
        assert_ok!(reassign(1, BUYER, SELLER, 70));
        assert!(!is_recorded(1, BUYER));
    });
}

#[test]
fn frozen_or_not() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        assert_ok!(reassign(1, BUYER, SELLER, 40));
        // It stays frozen, and who is frozen may be given something.
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
        assert_ok!(reassign(1, SELLER, BUYER, 1));
        assert_eq!((free(1, BUYER), free(1, SELLER)), (61, 39));
    });
}

#[test]
fn whatever_its_standing() {
    with_funds(100).build_and_execute(|| {
        for standing in WINDING_DOWN {
            put_standing(BUYER, standing);
            put_standing(SELLER, standing);
            assert_ok!(reassign(1, BUYER, SELLER, 1));
        }
        put_standing(SELLER, Standing::Closed);
        for org in [0, SELLER, NOBODY, u32::MAX] {
            assert_noop!(reassign(1, BUYER, org, 1), Error::<Test>::PayeeNotMember);
        }
        // Nothing is stuck with who is closed, should that ever be.
        assert_ok!(reassign(1, SELLER, BUYER, 3));
    });
}

#[test]
fn what_is_free_and_no_more() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        for amount in [61, 100, MAX_SUPPLY, u128::MAX] {
            assert_noop!(reassign(1, BUYER, SELLER, amount), Error::<Test>::InsufficientFunds);
        }
        assert_noop!(reassign(1, NOBODY, SELLER, 1), Error::<Test>::InsufficientFunds);
        assert_ok!(reassign(1, BUYER, SELLER, 60));
        // What waits to be redeemed is reached once the council has ended that.
        assert_noop!(reassign(1, BUYER, SELLER, 1), Error::<Test>::InsufficientFunds);
        assert_ok!(cancel(1, 1));
        assert_ok!(reassign(1, BUYER, SELLER, 40));
    });
}

#[test]
fn something_of_an_asset_to_somebody_else() {
    with_funds(100).build_and_execute(|| {
        assert_noop!(reassign(1, BUYER, SELLER, 0), Error::<Test>::ZeroAmount);
        assert_noop!(reassign(1, BUYER, BUYER, 1), Error::<Test>::PayeeIsPayer);
        for asset in [0, 2, u32::MAX] {
            assert_noop!(reassign(asset, BUYER, SELLER, 1), Error::<Test>::UnknownAsset);
        }
    });
}

#[test]
fn also_of_a_closed_asset_while_deposit_money_is_not_open() {
    with_funds(100).build_and_execute(|| {
        OpenUnder::set(None);
        assert_ok!(close(1));
        assert_ok!(reassign(1, BUYER, SELLER, 100));
    });
}

#[test]
fn only_the_council_reassigns() {
    with_funds(100).build_and_execute(|| {
        assert_for_council_only(|origin| {
            let (from, to) = (OrgId(BUYER), OrgId(SELLER));
            Money::reassign_balance(origin, AssetId(1), from, to, 1, DOCUMENT)
        });
    });
}
