//! `settle_redemption`.

use super::*;
use std::cell::Cell;

#[test]
fn what_the_bank_has_paid_out_is_burned() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(accept(1, 1));
        take_events();
        assert_ok!(settle(1, 1, "OUT 1"));
        let event = Event::RedemptionSettled {
            redemption: RedemptionId(1),
            asset: AssetId(1),
            org: OrgId(BUYER),
            amount: 40,
            reference: reference("OUT 1"),
        };
        assert_eq!(take_events(), [event]);
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (60, 0, 60));
        assert!(!is_pending(1, 1));
    });
}

#[test]
fn one_of_several() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(request(1, BUYER, 20));
        assert_ok!(settle(1, 2, "OUT 1"));
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (40, 40, 80));
        assert!(is_pending(1, 1) && !is_pending(1, 2));
    });
}

#[test]
fn it_is_answered_once() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(settle(1, 1, "OUT 1"));
        pass_days(ANSWER + 1);
        // Sent twice, which is known; and said to be paid twice, which is not told apart from any other slip.
        let again = |paid_out| settle_accepted(BANK, 1, 1, 40, paid_out);
        assert_noop!(again("OUT 1"), Error::<Test>::AlreadySettled);
        assert_noop!(again("OUT 2"), Error::<Test>::UnknownRedemption);
        assert_noop!(refuse(1, 1), Error::<Test>::UnknownRedemption);
        assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::UnknownRedemption);
        assert_noop!(cancel(1, 1), Error::<Test>::UnknownRedemption);
        assert_eq!((redeeming(1, BUYER), supply(1)), (40, 60));
    });
}

#[test]
fn each_payment_once() {
    let builder = ExtBuilder::default().assets(&[BANK, BANK]);
    builder.funds(&[(1, BUYER, 100), (2, BUYER, 100)]).build_and_execute(|| {
        for asset in [1, 1, 1, 2] {
            assert_ok!(request(asset, BUYER, 10));
        }
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_noop!(settle(1, 2, "OUT 1"), Error::<Test>::AlreadyPaidOut);
        // Payments in are called what they are called.
        assert_ok!(settle(1, 2, "FUND 0"));
        // Nor for another of the bank's assets.
        assert_noop!(settle(2, 4, "OUT 1"), Error::<Test>::AlreadyPaidOut);
        assert_ok!(settle(2, 4, "OUT 4"));
        // For ever, whatever became of the money.
        assert_ok!(settle(1, 3, "OUT 3"));
        assert_ok!(request(1, BUYER, 70));
        assert_ok!(settle(1, 5, "OUT 5"));
        assert_eq!(supply(1), 0);
        assert_ok!(mint(1, BUYER, 10, "IN 1"));
        assert_ok!(request(1, BUYER, 10));
        for used in ["OUT 1", "FUND 0", "OUT 3", "OUT 4", "OUT 5"] {
            assert_noop!(settle(1, 6, used), Error::<Test>::AlreadyPaidOut);
        }
    });
}

#[test]
fn all_that_was_asked_for_and_no_more() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(request(1, BUYER, 30));
        assert_ok!(accept(1, 1));
        for amount in [0, 1, 30, 39, 41, 70, 100, u128::MAX] {
            let call = settle_accepted(BANK, 1, 1, amount, "OUT 1");
            assert_noop!(call, Error::<Test>::OtherAmount);
        }
        assert_ok!(settle_for(BANK, 1, 1, 40, "OUT 1"));
        assert_ok!(settle_for(BANK, 1, 2, 30, "OUT 2"));
        assert_eq!((redeeming(1, BUYER), supply(1)), (0, 30));
    });
}

#[test]
fn a_redemption_that_is_not_there_is_of_no_amount() {
    with_funds(10).build_and_execute(|| {
        for amount in [0, 1, 10] {
            let call = settle_accepted(BANK, 1, 1, amount, "OUT 1");
            assert_noop!(call, Error::<Test>::UnknownRedemption);
        }
    });
}

#[test]
fn under_a_reference() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(accept(1, 1));
        for bad in NO_REFERENCES {
            let call = settle_accepted(BANK, 1, 1, 10, bad);
            assert_noop!(call, Error::<Test>::InvalidReference);
        }
    });
}

#[test]
fn a_bank_answers_for_its_own_money() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (2, BUYER, 10)]).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(accept(1, 1));
        let settle = |org, asset, id| settle_accepted(org, asset, id, 10, "OUT 1");
        for (org, asset) in [(RIVAL, 1), (BUYER, 1), (SELLER, 1), (BANK, 2)] {
            assert_noop!(settle(org, asset, 1), Error::<Test>::NotTheIssuer);
        }
        for asset in [0, 3, u32::MAX] {
            assert_noop!(settle(BANK, asset, 1), Error::<Test>::UnknownAsset);
        }
        // It is a redemption of the other asset.
        assert_noop!(settle(RIVAL, 2, 1), Error::<Test>::UnknownRedemption);
        for redemption in [0, 2, u32::MAX] {
            assert_noop!(settle(BANK, 1, redemption), Error::<Test>::UnknownRedemption);
        }
    });
}

#[test]
fn what_the_bank_has_accepted() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        let settle = || settle_accepted(BANK, 1, 1, 10, "OUT 1");
        assert_noop!(settle(), Error::<Test>::NotAccepted);
        assert_ok!(accept(1, 1));
        assert_ok!(settle());
    });
}

#[test]
fn what_was_frozen_while_the_bank_paid_is_settled_all_the_same() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(accept(1, 1));
        assert_ok!(freeze(1, BUYER));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_eq!(supply(1), 0);
    });
}

#[test]
fn what_was_accepted_also_when_its_last_day_is_over() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(accept(1, 1));
        pass_days(100);
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn a_bank_may_be_late_while_the_holder_waits() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        pass_days(100);
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn also_to_whom_is_no_longer_in_good_standing() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        put_standing(BUYER, Standing::Expelled);
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn a_bank_that_lost_its_role_still_owes() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        take_licence(BANK);
        OpenUnder::set(None);
        assert_ok!(close(1));
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn only_for_a_bank_one_settles_also_when_it_winds_down() {
    with_funds(10).build_and_execute(|| {
        for id in (1..).zip(WINDING_DOWN).map(|(id, _)| id) {
            assert_ok!(request(1, BUYER, 1));
            assert_ok!(accept(1, id));
        }
        let next = Cell::new(1);
        assert_for_holders_only(BANK, |origin| {
            let id = next.get();
            let paid_out = reference(&format!("OUT {id}"));
            Money::settle_redemption(origin, AssetId(1), RedemptionId(id), 1, paid_out)
                .inspect(|()| next.set(id + 1))
        });
        assert_eq!(supply(1), 7);
    });
}
