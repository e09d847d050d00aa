//! `cancel_redemption`.

use super::*;

#[test]
fn the_council_ends_a_redemption() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        take_events();
        let (asset, redemption) = (AssetId(1), RedemptionId(1));
        let document = H256::repeat_byte(8);
        assert_ok!(Money::cancel_redemption(RuntimeOrigin::root(), asset, redemption, document));
        let (org, amount) = (OrgId(BUYER), 40);
        let event = Event::RedemptionCancelled { redemption, asset, org, amount, document };
        assert_eq!(take_events(), [not_redeemed(40), event]);
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (100, 0, 100));
        assert!(!is_pending(1, 1));
        assert_ok!(pay(1, BUYER, SELLER, 100));
    });
}

#[test]
fn what_was_held_can_be_reassigned() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 100));
        assert_ok!(freeze(1, BUYER));
        assert_noop!(reassign(1, BUYER, SELLER, 1), Error::<Test>::InsufficientFunds);
        assert_ok!(cancel(1, 1));
        // It stays frozen.
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
        assert_noop!(request(1, BUYER, 1), Error::<Test>::AccountFrozen);
        assert_ok!(reassign(1, BUYER, SELLER, 100));
        assert_eq!((free(1, BUYER), free(1, SELLER), supply(1)), (0, 100, 100));
        assert!(!Money::holds_anything(OrgId(BUYER)));
    });
}

#[test]
fn also_of_whom_has_nothing_else() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 100));
        assert!(!is_recorded(1, BUYER));
        assert_ok!(cancel(1, 1));
        assert_eq!(free(1, BUYER), 100);
        assert!(is_recorded(1, BUYER));
        assert_eq!(Holds::<Test>::iter().count(), 0);
    });
}

#[test]
fn only_that_one() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    let funds = [(1, BUYER, 60), (1, SELLER, 10), (2, BUYER, 10)];
    builder.funds(&funds).build_and_execute(|| {
        for amount in [10, 20, 30] {
            assert_ok!(request(1, BUYER, amount));
        }
        assert_ok!(request(1, SELLER, 10));
        assert_ok!(request(2, BUYER, 10));
        assert_ok!(cancel(1, 1));
        // Nor what is held for something else.
        assert_ok!(Money::hold(AssetId(1), OrgId(BUYER), HoldReason::Escrow, 10));
        assert_ok!(cancel(1, 2));
        assert_eq!((free(1, BUYER), redeeming(1, BUYER)), (20, 30));
        assert_eq!(held(1, BUYER, HoldReason::Escrow), 10);
        assert_eq!((redeeming(1, SELLER), redeeming(2, BUYER)), (10, 10));
        assert!(is_pending(1, 3) && is_pending(1, 4) && is_pending(2, 5));
        assert_ok!(settle(1, 3, "OUT 1"));
    });
}

#[test]
fn one_that_waits() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10)]).build_and_execute(|| {
        for _ in 0..4 {
            assert_ok!(request(1, BUYER, 1));
        }
        for (asset, redemption) in [(0, 1), (2, 1), (3, 1), (1, 0), (1, 5), (1, u32::MAX)] {
            assert_noop!(cancel(asset, redemption), Error::<Test>::UnknownRedemption);
        }
        pass_days(ANSWER + 1);
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_ok!(refuse(1, 2));
        assert_ok!(withdraw(BUYER, 1, 3));
        assert_ok!(cancel(1, 4));
        for answered in 1..=4 {
            assert_noop!(cancel(1, answered), Error::<Test>::UnknownRedemption);
        }
        assert_noop!(settle(1, 4, "OUT 4"), Error::<Test>::UnknownRedemption);
        assert_noop!(refuse(1, 4), Error::<Test>::UnknownRedemption);
        assert_noop!(withdraw(BUYER, 1, 4), Error::<Test>::UnknownRedemption);
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (9, 0, 9));
    });
}

#[test]
fn its_number_is_not_given_again_and_no_payment_used_up() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(cancel(1, 1));
        assert_ok!(request(1, BUYER, 10));
        assert!(!is_pending(1, 1) && is_pending(1, 2));
        assert_ok!(settle(1, 2, "OUT 1"));
    });
}

#[test]
fn whether_the_bank_may_still_answer_or_not() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 5));
        assert_ok!(request(1, BUYER, 5));
        assert_ok!(cancel(1, 1));
        pass_days(ANSWER + 1);
        assert_ok!(cancel(1, 2));
        assert_eq!(free(1, BUYER), 10);
    });
}

#[test]
fn what_the_bank_has_accepted_once_its_last_day_is_over() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        pass_days(ANSWER);
        assert_ok!(accept(1, 1));
        assert_noop!(cancel(1, 1), Error::<Test>::AnswerNotDue);
        // The days that acceptance gave it.
        pass_days(ANSWER);
        assert_noop!(cancel(1, 1), Error::<Test>::AnswerNotDue);
        pass_days(1);
        assert_ok!(cancel(1, 1));
        let settle = settle_accepted(BANK, 1, 1, 10, "OUT 1");
        assert_noop!(settle, Error::<Test>::UnknownRedemption);
        assert_eq!((free(1, BUYER), supply(1)), (10, 10));
    });
}

#[test]
fn whatever_else_is_the_matter() {
    with_funds(10).build_and_execute(|| {
        for _ in LOST {
            assert_ok!(request(1, BUYER, 1));
        }
        put_standing(BANK, Standing::Expelled);
        take_licence(BANK);
        OpenUnder::set(None);
        assert_ok!(close(1));
        for (redemption, standing) in (1..).zip(LOST) {
            put_standing(BUYER, standing);
            assert_ok!(cancel(1, redemption));
        }
        assert_eq!(free(1, BUYER), 10);
    });
}

#[test]
fn only_the_council_cancels() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_for_council_only(|origin| {
            Money::cancel_redemption(origin, AssetId(1), RedemptionId(1), DOCUMENT)
        });
    });
}
