//! `request_redemption`.

use super::*;

#[test]
fn a_holder_asks_the_bank_to_pay_out() {
    with_funds(100).build_and_execute(|| {
        pass_days(2);
        assert_ok!(request(1, BUYER, 40));
        let (asset, redemption, org) = (AssetId(1), RedemptionId(1), OrgId(BUYER));
        let event = Event::RedemptionRequested { redemption, asset, org, amount: 40 };
        assert_eq!(take_events(), [held_to_redeem(40), event]);
        let record = Redemption {
            org,
            amount: 40,
            reference: reference("RDM 1"),
            payout: PAYOUT,
            answer_until: TODAY.plus(2 + ANSWER),
            accepted: false,
        };
        assert_eq!(Redemptions::<Test>::get(asset, redemption), Some(record));
        // It waits, and is still the holder's.
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (60, 40, 100));
    });
}

#[test]
fn several_at_a_time() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (2, BUYER, 10), (1, SELLER, 10)]).build_and_execute(|| {
        for (asset, org, amount) in [(1, BUYER, 1), (2, BUYER, 2), (1, SELLER, 3), (1, BUYER, 4)] {
            assert_ok!(request(asset, org, amount));
        }
        assert_eq!(LastRedemption::<Test>::get(), RedemptionId(4));
        let pending = [(1, 1), (2, 2), (1, 3), (1, 4)];
        assert!(pending.into_iter().all(|(asset, id)| is_pending(asset, id)));
        let waiting = [redeeming(1, BUYER), redeeming(2, BUYER), redeeming(1, SELLER)];
        assert_eq!(waiting, [5, 2, 3]);
    });
}

#[test]
fn to_the_last_fen() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 99));
        assert!(is_recorded(1, BUYER));
        assert_ok!(request(1, BUYER, 1));
        assert_eq!((free(1, BUYER), redeeming(1, BUYER), supply(1)), (0, 100, 100));
        assert!(!is_recorded(1, BUYER));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_ok!(settle(1, 2, "OUT 2"));
        assert_eq!((redeeming(1, BUYER), supply(1)), (0, 0));
        assert!(!Money::holds_anything(OrgId(BUYER)));
        assert_eq!(Holds::<Test>::iter().count(), 0);
    });
}

#[test]
fn all_that_there_may_be() {
    with_funds(MAX_SUPPLY).build_and_execute(|| {
        assert_ok!(request(1, BUYER, MAX_SUPPLY));
        assert_ok!(refuse(1, 1));
        assert_ok!(request(1, BUYER, MAX_SUPPLY));
        assert_ok!(settle(1, 2, "OUT 1"));
        assert_eq!(supply(1), 0);
    });
}

#[test]
fn what_it_has_free_and_no_more() {
    with_funds(100).build_and_execute(|| {
        for amount in [101, MAX_SUPPLY, u128::MAX] {
            assert_noop!(request(1, BUYER, amount), Error::<Test>::InsufficientFunds);
        }
        assert_noop!(request(1, SELLER, 1), Error::<Test>::InsufficientFunds);
        // What waits does not wait twice, nor does what is held for something else.
        assert_ok!(request(1, BUYER, 60));
        assert_ok!(Money::hold(AssetId(1), OrgId(BUYER), HoldReason::Escrow, 30));
        assert_noop!(request(1, BUYER, 11), Error::<Test>::InsufficientFunds);
        assert_ok!(request(1, BUYER, 10));
        assert_noop!(request(1, BUYER, 1), Error::<Test>::InsufficientFunds);
    });
}

#[test]
fn something_of_an_asset_under_a_reference() {
    with_funds(100).build_and_execute(|| {
        assert_noop!(request(1, BUYER, 0), Error::<Test>::ZeroAmount);
        for asset in [0, 2, u32::MAX] {
            assert_noop!(request(asset, BUYER, 1), Error::<Test>::UnknownAsset);
        }
        for bad in NO_REFERENCES {
            let reference = reference(bad);
            let call = Money::request_redemption(by(BUYER), AssetId(1), 1, PAYOUT, reference);
            assert_noop!(call, Error::<Test>::InvalidReference);
        }
    });
}

#[test]
fn nothing_that_is_frozen() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        assert_noop!(request(1, BUYER, 1), Error::<Test>::AccountFrozen);
        assert_ok!(thaw(1, BUYER));
        assert_ok!(request(1, BUYER, 1));
    });
}

#[test]
fn also_while_deposit_money_is_not_open() {
    with_funds(10).build_and_execute(|| {
        OpenUnder::set(None);
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(settle(1, 1, "OUT 1"));
    });
}

#[test]
fn the_bank_redeems_its_own_money_like_everybody() {
    ExtBuilder::default().assets(&[BANK]).funds(&[(1, BANK, 5)]).build_and_execute(|| {
        assert_ok!(request(1, BANK, 5));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert!(!Money::holds_anything(OrgId(BANK)));
    });
}

#[test]
fn the_ids_can_be_used_up() {
    with_funds(10).build_and_execute(|| {
        // The billions before are not there, which `try_state` would miss: nothing of this stays.
        hypothetically!({
            LastRedemption::<Test>::put(RedemptionId(u32::MAX - 1));
            assert_ok!(request(1, BUYER, 1));
            assert_noop!(request(1, BUYER, 1), Error::<Test>::TooManyRedemptions);
            assert_ok!(settle(1, u32::MAX, "OUT 1"));
            assert_noop!(request(1, BUYER, 1), Error::<Test>::TooManyRedemptions);
        });
    });
}

#[test]
fn only_for_an_organisation_one_redeems() {
    with_funds(10).build_and_execute(|| {
        assert_for_holders_only(BUYER, |origin| {
            Money::request_redemption(origin, AssetId(1), 1, PAYOUT, reference(&unused_rdm()))
        });
    });
}
