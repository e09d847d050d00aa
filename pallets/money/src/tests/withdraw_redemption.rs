//! `withdraw_redemption`.

use super::*;
use std::cell::Cell;

#[test]
fn what_the_bank_did_not_answer_is_taken_back() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        take_events();
        pass_days(ANSWER + 1);
        assert_ok!(withdraw(BUYER, 1, 1));
        let (asset, redemption) = (AssetId(1), RedemptionId(1));
        let event = Event::RedemptionWithdrawn { redemption, asset, org: OrgId(BUYER), amount: 40 };
        assert_eq!(take_events(), [not_redeemed(40), event]);
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (100, 0, 100));
        assert!(!is_pending(1, 1));
    });
}

#[test]
fn once_the_last_day_is_over() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::AnswerNotDue);
        // The last moment of the last day, and the next one.
        NowMs::set(TODAY.plus(ANSWER + 1).start() - 1);
        assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::AnswerNotDue);
        NowMs::set(TODAY.plus(ANSWER + 1).start());
        assert_ok!(withdraw(BUYER, 1, 1));
    });
}

#[test]
fn whenever_on_the_first_day_it_was_requested() {
    with_funds(100).build_and_execute(|| {
        NowMs::set(TODAY.plus(1).start() - 1);
        assert_ok!(request(1, BUYER, 40));
        NowMs::set(TODAY.plus(ANSWER + 1).start() - 1);
        assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::AnswerNotDue);
        NowMs::set(TODAY.plus(ANSWER + 1).start());
        assert_ok!(withdraw(BUYER, 1, 1));
    });
}

#[test]
fn a_clock_at_its_end_does_no_harm() {
    with_funds(100).build_and_execute(|| {
        NowMs::set(u64::MAX);
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn also_to_whom_has_nothing_else() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 100));
        pass_days(ANSWER + 1);
        assert_ok!(withdraw(BUYER, 1, 1));
        assert_eq!(free(1, BUYER), 100);
        assert!(is_recorded(1, BUYER));
    });
}

#[test]
fn it_is_taken_back_once() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 40));
        assert_ok!(request(1, BUYER, 40));
        pass_days(ANSWER + 1);
        assert_ok!(withdraw(BUYER, 1, 1));
        assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::UnknownRedemption);
        assert_noop!(settle(1, 1, "OUT 1"), Error::<Test>::UnknownRedemption);
        assert_noop!(refuse(1, 1), Error::<Test>::UnknownRedemption);
        assert_noop!(cancel(1, 1), Error::<Test>::UnknownRedemption);
        assert_eq!((free(1, BUYER), redeeming(1, BUYER)), (60, 40));
    });
}

#[test]
fn nothing_that_the_bank_has_accepted() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        pass_days(ANSWER + 1);
        // The bank is late, and the holder still there.
        assert_ok!(accept(1, 1));
        for days in [0, ANSWER, 1, 100] {
            pass_days(days);
            assert_noop!(withdraw(BUYER, 1, 1), Error::<Test>::AcceptedByBank);
        }
        assert_ok!(refuse(1, 1));
        assert_eq!(free(1, BUYER), 10);
    });
}

#[test]
fn everybody_its_own() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (2, BUYER, 10)]).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        for day in [0, ANSWER + 1] {
            pass_days(day);
            for org in [SELLER, BANK] {
                assert_noop!(withdraw(org, 1, 1), Error::<Test>::NotTheHolder);
            }
            for (asset, redemption) in [(0, 1), (2, 1), (3, 1), (1, 0), (1, 2), (1, u32::MAX)] {
                let call = withdraw(BUYER, asset, redemption);
                assert_noop!(call, Error::<Test>::UnknownRedemption);
            }
        }
        assert_ok!(withdraw(BUYER, 1, 1));
    });
}

#[test]
fn what_is_frozen_may_come_back_and_stays_frozen() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(freeze(1, BUYER));
        pass_days(ANSWER + 1);
        assert_ok!(withdraw(BUYER, 1, 1));
        assert_eq!(free(1, BUYER), 10);
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
    });
}

#[test]
fn whatever_else_is_the_matter() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        pass_days(ANSWER + 1);
        put_standing(BANK, Standing::Expelled);
        take_licence(BANK);
        OpenUnder::set(None);
        assert_ok!(close(1));
        assert_ok!(withdraw(BUYER, 1, 1));
    });
}

#[test]
fn only_for_its_holder_one_withdraws_also_when_it_winds_down() {
    with_funds(10).build_and_execute(|| {
        for _ in WINDING_DOWN {
            assert_ok!(request(1, BUYER, 1));
        }
        pass_days(ANSWER + 1);
        let next = Cell::new(1);
        assert_for_holders_only(BUYER, |origin| {
            let id = next.get();
            Money::withdraw_redemption(origin, AssetId(1), RedemptionId(id))
                .inspect(|()| next.set(id + 1))
        });
        assert_eq!(free(1, BUYER), 10);
    });
}
