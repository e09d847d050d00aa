//! References: each is given once for a kind of record, and what was done under it is known for ever.

use super::*;

#[test]
fn the_same_mint_sent_twice_is_known() {
    ExtBuilder::default().assets(&[BANK, BANK]).build_and_execute(|| {
        assert_ok!(mint(1, BUYER, 10, "A"));
        assert_noop!(mint(1, BUYER, 10, "A"), Error::<Test>::AlreadyMinted);
        // Another one by the same name is not.
        for (asset, to, amount) in [(2, BUYER, 10), (1, SELLER, 10), (1, BUYER, 11)] {
            assert_noop!(mint(asset, to, amount, "A"), Error::<Test>::ReferenceUsed);
        }
        assert_eq!((supply(1), supply(2)), (10, 0));
    });
}

#[test]
fn the_same_payment_sent_twice_is_known() {
    let builder = ExtBuilder::default().assets(&[BANK, BANK]);
    builder.funds(&[(1, BUYER, 100), (2, BUYER, 100)]).build_and_execute(|| {
        assert_ok!(pay_under("A", 1, BUYER, SELLER, 10));
        assert_noop!(pay_under("A", 1, BUYER, SELLER, 10), Error::<Test>::AlreadyPaid);
        for (asset, to, amount) in [(2, SELLER, 10), (1, BANK, 10), (1, SELLER, 11)] {
            let call = pay_under("A", asset, BUYER, to, amount);
            assert_noop!(call, Error::<Test>::ReferenceUsed);
        }
        // Whatever became of the money.
        assert_ok!(pay_under("A", 1, SELLER, BUYER, 10));
        assert_noop!(pay_under("A", 1, BUYER, SELLER, 10), Error::<Test>::AlreadyPaid);
        assert_eq!((free(1, BUYER), free(1, SELLER)), (100, 0));
    });
}

#[test]
fn the_same_request_sent_twice_is_known() {
    let builder = ExtBuilder::default().assets(&[BANK, BANK]);
    builder.funds(&[(1, BUYER, 100), (2, BUYER, 100)]).build_and_execute(|| {
        assert_ok!(request_under("A", 1, BUYER, 10));
        for answered in [false, true] {
            if answered {
                assert_ok!(settle(1, 1, "OUT 1"));
            }
            assert_noop!(request_under("A", 1, BUYER, 10), Error::<Test>::AlreadyRequested);
            // A holder that corrects its account asks anew, under another reference.
            let elsewhere = H256::repeat_byte(10);
            for (asset, amount, payout) in [(2, 10, PAYOUT), (1, 11, PAYOUT), (1, 10, elsewhere)] {
                let (asset, reference) = (AssetId(asset), reference("A"));
                let call = Money::request_redemption(by(BUYER), asset, amount, payout, reference);
                assert_noop!(call, Error::<Test>::ReferenceUsed);
            }
        }
        assert_eq!((free(1, BUYER), free(2, BUYER)), (90, 100));
    });
}

#[test]
fn each_organisation_and_each_kind_of_record_has_its_own() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 100), (1, SELLER, 100)]).build_and_execute(|| {
        for org in [BUYER, SELLER] {
            assert_ok!(pay_under("A", 1, org, BANK, 10));
            assert_ok!(request_under("A", 1, org, 10));
        }
        assert_ok!(mint(1, BUYER, 10, "A"));
        assert_ok!(mint(2, BUYER, 10, "A"));
        assert_ok!(settle(1, 1, "A"));
        assert_noop!(settle(1, 2, "A"), Error::<Test>::AlreadyPaidOut);
    });
}

#[test]
fn what_is_refused_uses_none_up() {
    with_funds(10).build_and_execute(|| {
        assert_noop!(pay_under("A", 1, BUYER, SELLER, 11), Error::<Test>::InsufficientFunds);
        assert_noop!(request_under("A", 1, BUYER, 11), Error::<Test>::InsufficientFunds);
        assert_noop!(mint(1, NOBODY, 1, "A"), Error::<Test>::PayeeNotMember);
        assert_ok!(pay_under("A", 1, BUYER, SELLER, 1));
        assert_ok!(request_under("A", 1, BUYER, 1));
        assert_ok!(mint(1, BUYER, 1, "A"));
    });
}

#[test]
fn payments_for_units_and_from_what_is_held_need_none() {
    with_funds(10).build_and_execute(|| {
        let (asset, from, to) = (AssetId(1), OrgId(BUYER), OrgId(SELLER));
        for _ in 0..2 {
            assert_ok!(<Money as Payments>::pay(asset, from, to, 1));
        }
        assert_eq!(Paid::<Test>::iter().count(), 0);
    });
}
