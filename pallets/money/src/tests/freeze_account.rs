//! `freeze_account`.

use super::*;

#[test]
fn the_council_freezes_what_somebody_has() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 100), (2, BUYER, 100)]).build_and_execute(|| {
        let escrow = |amount| Money::hold(AssetId(1), OrgId(BUYER), HoldReason::Escrow, amount);
        assert_ok!(escrow(10));
        assert_ok!(request(1, BUYER, 6));
        assert_ok!(request(1, BUYER, 4));
        take_events();
        assert_ok!(freeze(1, BUYER));
        let (asset, org) = (AssetId(1), OrgId(BUYER));
        assert_eq!(take_events(), [Event::AccountFrozen { asset, org, document: DOCUMENT }]);
        assert_eq!(Frozen::<Test>::get(asset, org), Some(DOCUMENT));

        // It pays nobody, from what is free or held.
        let frozen: DispatchError = Error::<Test>::AccountFrozen.into();
        assert_noop!(pay(1, BUYER, SELLER, 1), frozen);
        assert_noop!(escrow(1), frozen);
        let held = HoldReason::Escrow;
        assert_noop!(Money::pay_held(asset, org, held, OrgId(SELLER), 1), frozen);
        assert_noop!(request(1, BUYER, 1), frozen);
        assert_noop!(accept(1, 1), frozen);
        // What is held may become free, where the council disposes of it.
        assert_ok!(refuse(1, 1));
        assert_ok!(cancel(1, 2));
        assert_ok!(Money::release(asset, org, held, 10));
        assert_ok!(reassign(1, BUYER, SELLER, 100));
        // Others, and its other money, are not frozen.
        assert_ok!(pay(1, SELLER, BUYER, 1));
        assert_ok!(pay(2, BUYER, SELLER, 1));
    });
}

#[test]
fn before_there_is_anything_too() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        assert_ok!(mint(1, BUYER, 1, "IN 1"));
        assert_noop!(pay(1, BUYER, SELLER, 1), Error::<Test>::AccountFrozen);
    });
}

#[test]
fn who_winds_down_and_the_bank_itself_too() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        for (org, standing) in (BUYER..).zip(WINDING_DOWN) {
            put_standing(org, standing);
            assert_ok!(freeze(1, org));
        }
        assert_ok!(freeze(1, BANK));
    });
}

#[test]
fn a_member_once_for_an_asset() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        for asset in [0, 3, u32::MAX] {
            assert_noop!(freeze(asset, BUYER), Error::<Test>::UnknownAsset);
        }
        for org in [0, NOBODY, u32::MAX] {
            assert_noop!(freeze(1, org), Error::<Test>::NotMember);
        }
        put_standing(SELLER, Standing::Closed);
        assert_noop!(freeze(1, SELLER), Error::<Test>::NotMember);
        assert_ok!(freeze(1, BUYER));
        assert_noop!(freeze(1, BUYER), Error::<Test>::AlreadyFrozen);
        assert_ok!(freeze(2, BUYER));
    });
}

#[test]
fn only_the_council_freezes() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_for_council_only(|origin| {
            Money::freeze_account(origin, AssetId(1), OrgId(BUYER), DOCUMENT)
        });
    });
}
