//! That `try_state` finds what it is there for, and `integrity_test` what cannot work.

use super::*;
use polkadot_sdk::{
    frame_support::{
        storage::with_transaction,
        traits::fungibles::{Mutate, Unbalanced},
    },
    sp_runtime::TransactionOutcome,
};

/// `try_state` complains of this, once it is spoilt.
fn assert_found(complaint: &str, spoil: impl FnOnce()) {
    let found = with_transaction(|| {
        spoil();
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(Money::do_try_state()))
    });
    let found = format!("{:?}", found.unwrap().unwrap_err());
    assert!(found.contains(complaint), "{found}");
    Money::do_try_state().unwrap();
}

fn put_hold(asset: u32, reason: HoldReason, amount: Amount) {
    Holds::<Test>::insert((OrgId(BUYER), AssetId(asset), reason), amount);
}

#[test]
fn what_is_wrong_with_the_assets_is_found() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        for last in [0, 1, 3] {
            assert_found("assets are not numbered in order", || {
                LastAsset::<Test>::put(AssetId(last));
            });
        }
        assert_found("an asset is missing", || {
            let record = Opened::<Test>::take(AssetId(1)).unwrap();
            Opened::<Test>::insert(AssetId(3), record);
        });
        assert_found("money frozen of no asset", || {
            Frozen::<Test>::insert(AssetId(3), OrgId(BUYER), DOCUMENT);
        });
    });
}

#[test]
fn money_from_nowhere_is_found_and_money_gone_astray() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10), (2, BUYER, 10)]).build_and_execute(|| {
        let (account, stranger) = (Members::account_of(OrgId(BUYER)), BUYER.into());
        let unequal = "issued is not free and held together";
        for supply in [0, 9, 11, MAX_SUPPLY] {
            assert_found(unequal, || Assets::set_total_issuance(1, supply));
        }
        assert_found(unequal, || {
            let mut record = pallet_assets::Account::<Test>::get(2, account).unwrap();
            record.balance = 11;
            pallet_assets::Account::<Test>::insert(2, account, record);
        });
        assert_found(unequal, || put_hold(1, HoldReason::Escrow, 1));
        assert_found("more issued than may be", || {
            Assets::set_total_issuance(1, MAX_SUPPLY + 1);
        });
        assert_found("money that is no organisation's", || {
            assert_ok!(Assets::mint_into(1, &stranger, 1));
        });
    });
}

#[test]
fn what_is_wrong_with_what_is_held_is_found() {
    with_funds(10).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 4));
        assert_ok!(request(1, BUYER, 3));
        assert_found("nothing is held, and recorded", || put_hold(1, HoldReason::Bid, 0));
        assert_found("money held of no asset", || put_hold(2, HoldReason::Bid, 1));
        assert_found("a redemption without a number", || {
            LastRedemption::<Test>::put(RedemptionId(1));
        });
        let unlike = "what is held for redemptions is not what they say";
        assert_found(unlike, || Redemptions::<Test>::remove(AssetId(1), RedemptionId(2)));
        assert_found(unlike, || {
            let (asset, redemption) = (AssetId(1), RedemptionId(2));
            let record = Redemptions::<Test>::take(asset, redemption).unwrap();
            let record = Redemption { org: OrgId(SELLER), ..record };
            Redemptions::<Test>::insert(asset, redemption, record);
            let request = Requested::<Test>::take(OrgId(BUYER), reference("RDM 2")).unwrap();
            Requested::<Test>::insert(OrgId(SELLER), reference("RDM 2"), request);
        });
        assert_found(unlike, || {
            put_hold(1, HoldReason::Redemption, 6);
            put_hold(1, HoldReason::Escrow, 1);
        });
    });
}

#[test]
fn what_is_wrong_with_references_is_found() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    builder.funds(&[(1, BUYER, 10)]).build_and_execute(|| {
        assert_ok!(request(1, BUYER, 4));
        assert_ok!(request(1, BUYER, 3));
        assert_ok!(settle(1, 2, "OUT 1"));
        let (own, other) = (OrgId(BANK), OrgId(RIVAL));
        let (asset, redemption) = (AssetId(1), RedemptionId(1));
        let outcome = Outcome::Waiting;
        let unnamed = "a redemption that its holder's reference does not name";
        assert_found(unnamed, || Requested::<Test>::remove(OrgId(BUYER), reference("RDM 1")));
        assert_found(unnamed, || {
            let request = Request { asset, redemption, amount: 5, payout: PAYOUT, outcome };
            Requested::<Test>::insert(OrgId(BUYER), reference("RDM 1"), request);
        });
        assert_found("a request without a number, or of no asset", || {
            let redemption = RedemptionId(3);
            let request = Request { asset, redemption, amount: 5, payout: PAYOUT, outcome };
            Requested::<Test>::insert(OrgId(BUYER), reference("RDM 3"), request);
        });
        assert_found("two references for one redemption", || {
            let request = Request { asset, redemption, amount: 4, payout: PAYOUT, outcome };
            Requested::<Test>::insert(OrgId(BUYER), reference("RDM 3"), request);
        });
        assert_found("more paid out than was minted", || {
            Minted::<Test>::remove(own, reference("FUND 0"));
        });
        assert_found("there is not what was minted and not paid out", || {
            let mint = Mint { asset, to: other, amount: 1 };
            Minted::<Test>::insert(own, reference("IN 1"), mint);
        });
        assert_found("minted by a bank that does not issue the asset", || {
            let mint = Mint { asset, to: other, amount: 1 };
            Minted::<Test>::insert(other, reference("IN 1"), mint);
        });
        assert_found("paid in no asset", || {
            let payment = Transfer { asset: AssetId(3), to: other, amount: 1 };
            Paid::<Test>::insert(own, reference("E2E 1"), payment);
        });
        let payout = |bank, redemption| {
            let payout = Payout { asset, redemption: RedemptionId(redemption) };
            PaidOut::<Test>::insert(bank, reference("OUT 2"), payout);
        };
        assert_found("paid out by another bank", || payout(other, 2));
        assert_found("paid out what nobody asked for, or twice", || payout(own, 3));
        assert_found("paid out what nobody asked for, or twice", || payout(own, 2));
        assert_found("paid out, and not settled", || payout(own, 1));
        assert_found("a request is missing", || {
            Requested::<Test>::remove(OrgId(BUYER), reference("RDM 2"));
        });
        assert_found("settled, and not paid out", || {
            PaidOut::<Test>::remove(own, reference("OUT 1"));
        });
        assert_found("a request does not say what became of its redemption", || {
            Requested::<Test>::mutate(OrgId(BUYER), reference("RDM 2"), |request| {
                request.as_mut().unwrap().outcome = Outcome::Waiting;
            });
        });
    });
}

#[test]
fn the_bounds_make_sense() {
    ExtBuilder::default().build_and_execute(<Money as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "closing an organisation looks at all assets")]
fn there_are_no_more_assets_than_can_be_looked_at() {
    ExtBuilder::default().build_and_execute(|| {
        MaxAssets::set(65);
        <Money as Hooks<u64>>::integrity_test();
    });
}

#[test]
#[should_panic(expected = "a name is too long for `pallet-assets`")]
fn every_name_has_room() {
    ExtBuilder::default().build_and_execute(|| {
        StringLimit::set(crate::MAX_NAME - 1);
        <Money as Hooks<u64>>::integrity_test();
    });
}
