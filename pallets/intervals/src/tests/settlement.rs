//! Delivery versus payment, as other pallets ask for it: both or neither, whoever called it.

use super::*;
use huangpu_primitives::{
    money::HoldReason,
    settlement::{deliver_versus_payment, Delivery, Payment},
    traits::Payments,
};

/// The seller delivers units of its own, and is paid for them.
fn settle(part: Part, amount: Amount, held: Option<HoldReason>) -> DispatchResult {
    deliver(part, own(SELLER), Payment { asset: YUAN, amount, held }).map(drop)
}

/// To the buyer.
fn deliver(part: Part, by: Right<OrgId>, payment: Payment) -> Result<OrgId, DispatchError> {
    let delivery = Delivery { instrument: CREDITS, part, by: asked(by)? };
    deliver_versus_payment::<Intervals, Money>(OrgId(BUYER), delivery, payment)
}

#[test]
fn units_are_delivered_against_money() {
    hundred().build_and_execute(|| {
        assert_ok!(settle(part(0, 0, 30), 600, None));
        assert_eq!((money(SELLER), money(BUYER)), (600, 400));
        assert_eq!(pieces(), [(0, 30, BUYER), (30, 100, SELLER)]);
        let units = Interval::new(0, 30);
        let (from, to) = (OrgId(SELLER), OrgId(BUYER));
        let event = Event::UnitsTransferred { instrument: CREDITS, units, from, to };
        assert_eq!(take_events(), [event]);
    });
}

#[test]
fn who_had_the_units_is_paid_whoever_had_a_claim_on_them() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(whole(0, 100)));
        let by = Right::Claim(PLEDGE);
        assert_eq!(
            deliver(whole(0, 100), by, Payment { asset: YUAN, amount: 600, held: None }),
            Ok(OrgId(SELLER))
        );
        assert_eq!((money(SELLER), money(BUYER)), (600, 400));
    });
}

#[test]
fn what_was_set_aside_pays_too() {
    hundred().build_and_execute(|| {
        let (asset, buyer) = (YUAN, OrgId(BUYER));
        assert_ok!(Money::hold(asset, buyer, HoldReason::Bid, 600));
        assert_noop!(settle(whole(0, 100), 600, None), TOO_LITTLE);
        assert_noop!(settle(whole(0, 100), 600, Some(HoldReason::Escrow)), TOO_LITTLE);
        assert_ok!(settle(whole(0, 100), 600, Some(HoldReason::Bid)));
        assert_eq!((money(SELLER), money(BUYER)), (600, 400));
    });
}

#[test]
fn without_delivery_there_is_no_payment() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 0, 10)));
        assert_ok!(pledge(part(10, 10, 20)));
        assert_noop!(settle(whole(0, 10), 5, None), Error::<Test>::Frozen);
        assert_noop!(settle(whole(10, 20), 5, None), Error::<Test>::Pledged);
        assert_noop!(settle(part(20, 20, 101), 5, None), Error::<Test>::OutsidePiece);
        assert_eq!((money(SELLER), money(BUYER)), (0, 1_000));
    });
}

#[test]
fn without_payment_there_is_no_delivery() {
    hundred().build_and_execute(|| {
        assert_noop!(settle(whole(0, 100), 1_001, None), TOO_LITTLE);
        Refuses::set(true);
        assert_noop!(settle(whole(0, 100), 5, None), REFUSED);
        assert_eq!(pieces(), [(0, 100, SELLER)]);
    });
}

#[test]
fn an_offer_is_not_settled_past_this_pallet() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 500));
        let by = Right::Claim(Claim::Offered(1));
        let settled = deliver(whole(0, 100), by, Payment { asset: YUAN, amount: 1, held: None });
        assert_eq!(settled, Err(Error::<Test>::Offered.into()));
        assert_eq!((money(SELLER), pieces()), (0, vec![(0, 100, SELLER)]));
    });
}
