//! `thaw_account`.

use super::*;

#[test]
fn what_was_frozen_can_be_disposed_of_again() {
    with_funds(100).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        take_events();
        let (asset, org, document) = (AssetId(1), OrgId(BUYER), H256::repeat_byte(8));
        let root = RuntimeOrigin::root();
        assert_ok!(Money::thaw_account(root, asset, org, DOCUMENT, document));
        assert_eq!(take_events(), [Event::AccountThawed { asset, org, document }]);
        assert!(!Frozen::<Test>::contains_key(asset, org));
        assert_ok!(pay(1, BUYER, SELLER, 100));
        // And be frozen again.
        assert_ok!(freeze(1, BUYER));
    });
}

#[test]
fn of_this_asset_and_this_organisation() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        for (asset, org) in [(2, BUYER), (1, SELLER), (0, BUYER), (3, BUYER), (1, NOBODY)] {
            assert_noop!(thaw(asset, org), Error::<Test>::AccountNotFrozen);
        }
        assert_ok!(thaw(1, BUYER));
        assert_noop!(thaw(1, BUYER), Error::<Test>::AccountNotFrozen);
    });
}

#[test]
fn by_the_order_that_is_named() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        let other = H256::repeat_byte(8);
        assert_noop!(thaw_of(1, BUYER, other), Error::<Test>::OtherOrder);
        // Lifted, and frozen by another court, before the vote on lifting the first was over.
        assert_ok!(thaw(1, BUYER));
        let (asset, org) = (AssetId(1), OrgId(BUYER));
        assert_ok!(Money::freeze_account(RuntimeOrigin::root(), asset, org, other));
        assert_noop!(thaw(1, BUYER), Error::<Test>::OtherOrder);
        assert_ok!(thaw_of(1, BUYER, other));
    });
}

#[test]
fn also_of_one_that_is_closed() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        put_standing(BUYER, Standing::Closed);
        assert_ok!(thaw(1, BUYER));
    });
}

#[test]
fn only_the_council_thaws() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        Frozen::<Test>::insert(AssetId(1), OrgId(BUYER), DOCUMENT);
        assert_for_council_only(|origin| {
            Money::thaw_account(origin, AssetId(1), OrgId(BUYER), DOCUMENT, DOCUMENT)
        });
    });
}
