//! `pay`.

use super::*;

#[test]
fn a_member_pays_another() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(pay(1, BUYER, SELLER, 30));
        let event = Event::Paid {
            asset: AssetId(1),
            from: OrgId(BUYER),
            to: OrgId(SELLER),
            amount: 30,
            reference: reference("E2E 1"),
        };
        assert_eq!(take_events(), [event]);
        assert_eq!((free(1, BUYER), free(1, SELLER), supply(1)), (70, 30, 100));
    });
}

#[test]
fn to_the_last_fen() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(pay(1, BUYER, SELLER, 99));
        assert_ok!(pay(1, BUYER, SELLER, 1));
        assert_eq!((free(1, BUYER), free(1, SELLER)), (0, 100));
        // Who has nothing keeps no record.
        assert!(!is_recorded(1, BUYER) && is_recorded(1, SELLER));
        assert_ok!(pay(1, SELLER, BUYER, 1));
        assert!(is_recorded(1, BUYER));
    });
}

#[test]
fn all_that_there_may_be() {
    with_funds(MAX_SUPPLY).build_and_execute(|| {
        assert_ok!(pay(1, BUYER, SELLER, MAX_SUPPLY));
        assert_ok!(pay(1, SELLER, BUYER, 1));
        assert_ok!(pay(1, SELLER, BUYER, MAX_SUPPLY - 1));
        assert_eq!(free(1, BUYER), MAX_SUPPLY);
    });
}

#[test]
fn what_it_has_free_and_no_more() {
    with_funds(100).build_and_execute(|| {
        for amount in [101, MAX_SUPPLY, u128::MAX] {
            assert_noop!(pay(1, BUYER, SELLER, amount), Error::<Test>::InsufficientFunds);
        }
        assert_noop!(pay(1, SELLER, BUYER, 1), Error::<Test>::InsufficientFunds);
        assert_ok!(request(1, BUYER, 60));
        assert_noop!(pay(1, BUYER, SELLER, 41), Error::<Test>::InsufficientFunds);
        assert_ok!(pay(1, BUYER, SELLER, 40));
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::InsufficientFunds);
    });
}

#[test]
fn of_one_asset() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 5), (2, SELLER, 5)]).build_and_execute(|| {
        assert_noop!(pay(2, BUYER, SELLER, 1), Error::<Test>::InsufficientFunds);
        assert_ok!(pay(1, BUYER, SELLER, 1));
        assert_eq!((free(1, SELLER), free(2, SELLER)), (1, 5));
        for asset in [0, 3, u32::MAX] {
            assert_noop!(pay(asset, BUYER, SELLER, 1), Error::<Test>::UnknownAsset);
        }
    });
}

#[test]
fn something_under_a_reference() {
    with_funds(100).build_and_execute(|| {
        assert_noop!(pay(1, BUYER, SELLER, 0), Error::<Test>::ZeroAmount);
        for bad in NO_REFERENCES {
            let call = Money::pay(by(BUYER), AssetId(1), OrgId(SELLER), 1, reference(bad));
            assert_noop!(call, Error::<Test>::InvalidReference);
        }
    });
}

#[test]
fn somebody_else() {
    with_funds(100).build_and_execute(|| {
        assert_noop!(pay(1, BUYER, BUYER, 1), Error::<Test>::PayeeIsPayer);
        // As many times as it likes: nothing comes of nothing.
        assert_noop!(pay(1, SELLER, SELLER, 1), Error::<Test>::PayeeIsPayer);
    });
}

#[test]
fn who_is_a_member_also_when_it_winds_down() {
    with_funds(100).build_and_execute(|| {
        for org in [0, NOBODY, u32::MAX] {
            assert_noop!(pay(1, BUYER, org, 1), Error::<Test>::PayeeNotMember);
        }
        put_standing(SELLER, Standing::Closed);
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::PayeeNotMember);
        for standing in WINDING_DOWN {
            put_standing(SELLER, standing);
            assert_ok!(pay(1, BUYER, SELLER, 1));
        }
        // The bank, too.
        assert_ok!(pay(1, BUYER, BANK, 1));
        assert_eq!((free(1, SELLER), free(1, BANK), supply(1)), (3, 1, 100));
    });
}

#[test]
fn who_is_frozen_is_paid_and_pays_nobody() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    let funds = [(1, BUYER, 10), (1, SELLER, 10), (2, BUYER, 10)];
    builder.funds(&funds).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
        // Which tells more than that it has not so much.
        assert_noop!(pay(1, BUYER, SELLER, 11), Error::<Test>::AccountFrozen);
        assert_ok!(pay(1, SELLER, BUYER, 1));
        // Its other money is not.
        assert_ok!(pay(2, BUYER, SELLER, 1));
        assert_ok!(thaw(1, BUYER));
        assert_ok!(pay(1, BUYER, SELLER, 11));
    });
}

#[test]
fn also_while_deposit_money_is_not_open() {
    with_funds(10).build_and_execute(|| {
        OpenUnder::set(None);
        assert_ok!(pay(1, BUYER, SELLER, 10));
    });
}

#[test]
fn whatever_becomes_of_the_bank() {
    with_funds(10).build_and_execute(|| {
        put_standing(BANK, Standing::Expelled);
        take_licence(BANK);
        assert_ok!(pay(1, BUYER, SELLER, 10));
    });
}

#[test]
fn only_for_an_organisation_one_pays() {
    with_funds(10).build_and_execute(|| {
        assert_for_holders_only(BUYER, |origin| {
            Money::pay(origin, AssetId(1), OrgId(SELLER), 1, reference(&unused_e2e()))
        });
    });
}
