//! `accept_offer`.

use super::*;

#[test]
fn units_and_money_change_hands() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 50), 600));
        pass_days(2);
        take_events();
        assert_ok!(accept(1, BUYER, 600));
        let units = Interval::new(20, 50);
        let (from, to) = (OrgId(SELLER), OrgId(BUYER));
        let delivered = Event::UnitsTransferred { instrument: CREDITS, units, from, to };
        // All that a contract note says, when the offer is forgotten.
        let (offer, seller, buyer) = (OfferId(1), from, to);
        let accepted = Event::OfferAccepted { offer, seller, buyer, asset: YUAN, price: 600 };
        assert_eq!(take_events(), [delivered, accepted]);
        assert_eq!((money(SELLER), money(BUYER)), (600, 400));
        assert_eq!(pieces(), [(0, 20, SELLER), (20, 50, BUYER), (50, 100, SELLER)]);
        let bought = Piece {
            end: 50,
            owner: OrgId(BUYER),
            provenance: Provenance { lot: 0, since: TODAY.plus(2) },
            encumbrance: Encumbrance::default(),
        };
        assert_eq!(piece(20), bought);
        assert_eq!(offers(), 0);
        assert_noop!(accept(1, BUYER, 600), Error::<Test>::UnknownOffer);
        assert_noop!(withdraw(1, SELLER), Error::<Test>::UnknownOffer);
        assert_noop!(cancel(1), Error::<Test>::UnknownOffer);
    });
}

#[test]
fn what_is_bought_joins_a_like_neighbour_on_the_left() {
    hundred().build_and_execute(|| {
        for start in [0, 10, 20] {
            assert_ok!(offer(part(start, start, start + 10), 5));
        }
        assert_ok!(accept(1, BUYER, 5));
        assert_ok!(accept(2, BUYER, 5));
        assert_eq!(pieces(), [(0, 20, BUYER), (20, 30, SELLER), (30, 100, SELLER)]);
        // What is bought on another day is not like it.
        pass_days(1);
        assert_ok!(accept(3, BUYER, 5));
        assert_eq!(pieces(), [(0, 20, BUYER), (20, 30, BUYER), (30, 100, SELLER)]);
        assert_eq!((since(0), since(20)), (TODAY, TODAY.plus(1)));
    });
}

#[test]
fn the_lot_goes_with_the_units() {
    hundred().build_and_execute(|| {
        let units = <Intervals as UnitLedger>::issue(CREDITS, 10, OrgId(SELLER), 44);
        assert_eq!(units, Ok(Interval::new(100, 110)));
        pass_days(1);
        assert_ok!(offer(part(100, 104, 110), 5));
        assert_ok!(accept(1, BUYER, 5));
        assert_eq!(piece(100).provenance, Provenance { lot: 44, since: TODAY });
        assert_eq!(piece(104).provenance, Provenance { lot: 44, since: TODAY.plus(1) });
    });
}

#[test]
fn an_offer_to_everybody_is_for_whoever_comes_first() {
    hundred().money(OTHER, 5).build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        assert_ok!(accept(1, OTHER, 5));
        assert_noop!(accept(1, BUYER, 5), Error::<Test>::UnknownOffer);
        assert_eq!(pieces(), [(0, 100, OTHER)]);
    });
}

#[test]
fn an_offer_to_somebody_is_for_nobody_else() {
    hundred().money(OTHER, 5).build_and_execute(|| {
        assert_ok!(offer_to(Some(BUYER), whole(0, 100), 5));
        for org in [OTHER, SELLER] {
            assert_noop!(accept(1, org, 5), Error::<Test>::NotTheBuyer);
        }
        assert_ok!(accept(1, BUYER, 5));
    });
}

#[test]
fn nobody_buys_of_itself() {
    hundred().money(SELLER, 5).build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        assert_noop!(accept(1, SELLER, 5), Error::<Test>::NotTheBuyer);
    });
}

#[test]
fn an_offer_is_taken_as_it_stands() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 50), 500));
        let stands = terms(1);
        for price in [0, 499, 501, Amount::MAX] {
            assert_noop!(accept(1, BUYER, price), Error::<Test>::OtherTerms);
        }
        let allowances = InstrumentId { class: Allowance, number: 1 };
        for other in [
            Terms { instrument: allowances, ..stands },
            Terms { instrument: InstrumentId { number: 2, ..CREDITS }, ..stands },
            Terms { units: Interval::new(20, 49), ..stands },
            Terms { units: Interval::new(21, 50), ..stands },
            Terms { asset: AssetId(2), ..stands },
        ] {
            assert_noop!(accept_as(1, BUYER, other), Error::<Test>::OtherTerms);
        }
        assert_ok!(accept_as(1, BUYER, stands));
    });
}

#[test]
fn an_offer_stands_through_its_last_day() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 10), 5));
        assert_ok!(offer(part(10, 10, 20), 5));
        // The last moment of that day, and the next one.
        NowMs::set(TODAY.plus(11).start() - 1);
        assert_ok!(accept(1, BUYER, 5));
        NowMs::set(TODAY.plus(11).start());
        assert_noop!(accept(2, BUYER, 5), Error::<Test>::OfferOver);
        // The units stay under it until the seller takes it back.
        assert_noop!(give(whole(10, 20), own(SELLER), OTHER), Error::<Test>::Offered);
        assert_ok!(withdraw(2, SELLER));
        assert_ok!(give(part(10, 10, 20), own(SELLER), OTHER));
    });
}

#[test]
fn who_cannot_pay_gets_nothing() {
    hundred().money(OTHER, 499).build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 500));
        assert_noop!(accept(1, OTHER, 500), TOO_LITTLE);
        Refuses::set(true);
        assert_noop!(accept(1, BUYER, 500), REFUSED);
        Refuses::set(false);
        assert_ok!(accept(1, BUYER, 500));
    });
}

#[test]
fn for_frozen_units_nothing_is_paid() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 40), 500));
        assert_ok!(freeze(whole(20, 40)));
        assert_noop!(accept(1, BUYER, 500), Error::<Test>::Frozen);
        assert_eq!((money(SELLER), money(BUYER)), (0, 1_000));
        // The offer rests, and can be accepted when the order is lifted.
        assert_ok!(thaw(whole(20, 40)));
        assert_ok!(accept(1, BUYER, 500));
        assert_eq!((money(SELLER), money(BUYER)), (500, 500));
        assert_eq!(piece(20).encumbrance, Encumbrance::default());
    });
}

#[test]
fn nothing_of_a_closed_class_is_bought() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        Shut::set(vec![Credit]);
        assert_noop!(accept(1, BUYER, 5), CLOSED);
        Shut::set(vec![Allowance]);
        assert_ok!(accept(1, BUYER, 5));
    });
}

#[test]
fn the_rules_are_asked_about_whoever_comes() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        Forbids::set(true);
        assert_noop!(accept(1, BUYER, 5), FORBIDDEN);
        assert_eq!(Asked::get(), Some((CREDITS, OrgId(SELLER), Some(OrgId(BUYER)), Day(0))));
        Forbids::set(false);
        assert_ok!(accept(1, BUYER, 5));
    });
}

#[test]
fn what_the_seller_offered_in_good_standing_can_be_bought_while_it_winds_down() {
    hundred().build_and_execute(|| {
        for start in [0, 10, 20] {
            assert_ok!(offer(part(start, start, start + 10), 5));
        }
        for (id, standing) in (1..).zip(WINDING_DOWN) {
            stand(SELLER, standing);
            assert_ok!(accept(id, BUYER, 5));
        }
        assert_eq!(money(SELLER), 15);
    });
}

#[test]
fn an_offer_that_is_not_there_is_not_accepted() {
    hundred().build_and_execute(|| {
        for id in [0, 1, u32::MAX] {
            assert_noop!(accept(id, BUYER, 5), Error::<Test>::UnknownOffer);
        }
    });
}

#[test]
fn only_for_a_member_in_good_standing_one_accepts() {
    hundred().money(OTHER, 5).build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        let terms = terms(1);
        assert_for_traders_only(|origin| Intervals::accept_offer(origin, OfferId(1), terms));
        assert_ok!(accept(1, BUYER, 5));
    });
}
