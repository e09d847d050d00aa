//! `close_asset`.

use super::*;

#[test]
fn nothing_more_of_a_closed_asset_is_issued() {
    ExtBuilder::default().assets(&[BANK, BANK]).build_and_execute(|| {
        assert_ok!(close(1));
        let event = Event::AssetClosed { asset: AssetId(1), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        let record = Opened::<Test>::get(AssetId(1)).unwrap();
        assert!(!record.open);
        assert_eq!((record.issuer, record.mode), (OrgId(BANK), Mode::Simulation));
        assert_noop!(mint(1, BUYER, 1, "IN 1"), Error::<Test>::AssetClosed);
        // The others stay open.
        assert_ok!(mint(2, BUYER, 1, "IN 1"));
    });
}

#[test]
fn what_there_is_can_be_paid_with_and_redeemed() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(close(1));
        // What was minted before, was: whoever sends it again is told so.
        assert_noop!(mint(1, BUYER, 100, "FUND 0"), Error::<Test>::AlreadyMinted);
        assert_ok!(pay(1, BUYER, SELLER, 60));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_ok!(request(1, BUYER, 30));
        assert_ok!(refuse(1, 2));
        assert_ok!(request(1, BUYER, 30));
        pass_days(ANSWER + 1);
        assert_ok!(withdraw(BUYER, 1, 3));
        assert_ok!(request(1, BUYER, 30));
        assert_ok!(cancel(1, 4));
        for (redemption, (org, amount)) in (5..).zip([(BUYER, 30), (SELLER, 60)]) {
            assert_ok!(request(1, org, amount));
            assert_ok!(settle(1, redemption, &format!("OUT {redemption}")));
        }
        assert_eq!(supply(1), 0);
    });
}

#[test]
fn it_is_closed_once() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        for asset in [0, 2, u32::MAX] {
            assert_noop!(close(asset), Error::<Test>::UnknownAsset);
        }
        assert_ok!(close(1));
        assert_noop!(close(1), Error::<Test>::AssetClosed);
    });
}

#[test]
fn also_while_deposit_money_is_not_open() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        OpenUnder::set(None);
        assert_ok!(close(1));
    });
}

#[test]
fn only_the_council_closes_assets() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_for_council_only(|origin| Money::close_asset(origin, AssetId(1), DOCUMENT));
    });
}
