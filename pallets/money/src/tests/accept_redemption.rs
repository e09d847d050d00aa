//! `accept_redemption`.

use super::*;
use std::cell::Cell;

#[test]
fn the_bank_says_that_it_pays_next() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        pass_days(2);
        take_events();
        assert_ok!(accept(1, 1));
        let (asset, redemption, org) = (AssetId(1), RedemptionId(1), OrgId(BUYER));
        let answer_until = TODAY.plus(2 + ANSWER);
        let event = Event::RedemptionAccepted { redemption, asset, org, amount: 40, answer_until };
        assert_eq!(take_events(), [event]);
        let record = Redemptions::<Test>::get(asset, redemption).unwrap();
        // As many days again.
        assert_eq!((record.accepted, record.answer_until), (true, answer_until));
        assert_eq!((record.org, record.amount, record.payout), (org, 40, PAYOUT));
        // Nothing has moved.
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (60, 40, 100));
    });
}

#[test]
fn once() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(accept(1, 1));
        pass_days(1);
        // Or it would put off its last day for ever.
        assert_noop!(accept(1, 1), Error::<Test>::AlreadyAccepted);
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_noop!(accept(1, 1), Error::<Test>::UnknownRedemption);
    });
}

#[test]
fn how_much_it_will_pay() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        for amount in [0, 39, 41, 100, u128::MAX] {
            assert_noop!(accept_for(BANK, 1, 1, amount), Error::<Test>::OtherAmount);
        }
        assert_ok!(accept_for(BANK, 1, 1, 40));
    });
}

#[test]
fn nothing_that_a_court_froze() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(freeze(1, BUYER));
        assert_noop!(accept(1, 1), Error::<Test>::AccountFrozen);
        assert_ok!(thaw(1, BUYER));
        assert_ok!(accept(1, 1));
    });
}

#[test]
fn also_late_while_the_holder_waits() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        pass_days(100);
        assert_ok!(accept(1, 1));
    });
}

#[test]
fn and_may_still_refuse_when_the_payment_comes_back() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(accept(1, 1));
        pass_days(ANSWER + 1);
        assert_ok!(refuse(1, 1));
        assert_eq!(free(1, BUYER), 10);
    });
}

#[test]
fn a_bank_answers_for_its_own_money() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (2, BUYER, 10)]).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        for (org, asset) in [(RIVAL, 1), (BUYER, 1), (SELLER, 1), (BANK, 2)] {
            assert_noop!(accept_by(org, asset, 1), Error::<Test>::NotTheIssuer);
        }
        for asset in [0, 3, u32::MAX] {
            assert_noop!(accept_by(BANK, asset, 1), Error::<Test>::UnknownAsset);
        }
        assert_noop!(accept_by(RIVAL, 2, 1), Error::<Test>::UnknownRedemption);
        for redemption in [0, 2, u32::MAX] {
            assert_noop!(accept(1, redemption), Error::<Test>::UnknownRedemption);
        }
    });
}

#[test]
fn also_when_it_lost_its_role_and_the_class_is_closed() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        take_licence(BANK);
        OpenUnder::set(None);
        assert_ok!(close(1));
        assert_ok!(accept(1, 1));
    });
}

#[test]
fn only_for_a_bank_one_accepts_also_when_it_winds_down() {
    with_funds(10).build_and_execute(|| {
        for _ in WINDING_DOWN {
            assert_ok!(request(1, BUYER, 1));
        }
        let next = Cell::new(1);
        assert_for_holders_only(BANK, |origin| {
            let id = next.get();
            Money::accept_redemption(origin, AssetId(1), RedemptionId(id), 1)
                .inspect(|()| next.set(id + 1))
        });
    });
}
