//! `offer_units`.

use super::*;

#[test]
fn a_whole_piece_is_offered() {
    hundred().build_and_execute(|| {
        assert_ok!(offer_to(Some(BUYER), whole(0, 100), 500));
        let expected = Offer {
            instrument: CREDITS,
            part: whole(0, 100),
            seller: OrgId(SELLER),
            buyer: Some(OrgId(BUYER)),
            asset: YUAN,
            price: 500,
            until: TODAY.plus(10),
        };
        assert_eq!(Offers::<Test>::get(OfferId(1)), Some(expected));
        assert_eq!(LastOffer::<Test>::get(), OfferId(1));
        let event = Event::UnitsOffered {
            offer: OfferId(1),
            instrument: CREDITS,
            units: Interval::new(0, 100),
            seller: OrgId(SELLER),
            buyer: Some(OrgId(BUYER)),
            asset: YUAN,
            price: 500,
        };
        assert_eq!(take_events(), [event]);
        // They stay the seller's.
        assert_eq!(pieces(), [(0, 100, SELLER)]);
        assert_eq!(claim(0), Some(Claim::Offered(1)));
        assert_eq!(since(0), Day(0));
    });
}

#[test]
fn what_is_offered_of_a_piece_becomes_one_of_its_own() {
    for (start, end) in [(0, 40), (60, 100), (40, 60), (0, 1), (99, 100)] {
        hundred().build_and_execute(|| {
            assert_ok!(offer(part(0, start, end), 5));
            // The offer names the units by the piece that they are now.
            let offer = Offers::<Test>::get(OfferId(1)).unwrap();
            assert_eq!((offer.part, offer.buyer), (whole(start, end), None));
            assert_eq!(claim(start), Some(Claim::Offered(1)));
            let rest = [(0, start), (end, 100)].into_iter().filter(|(from, to)| from < to);
            let rest: Vec<_> = rest.collect();
            for (from, _) in &rest {
                assert_eq!(claim(*from), None);
            }
            assert_eq!(pieces().len(), rest.len() + 1, "{start} to {end}");
        });
    }
}

#[test]
fn each_offer_has_a_number_of_its_own() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 10), 5));
        assert_ok!(offer(part(10, 10, 20), 5));
        assert_ok!(withdraw(1, SELLER));
        assert_ok!(offer(part(0, 0, 10), 5));
        assert!(!Offers::<Test>::contains_key(OfferId(1)));
        assert_eq!((claim(0), claim(10)), (Some(Claim::Offered(3)), Some(Claim::Offered(2))));
    });
}

#[test]
fn offered_units_do_nothing_else() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 40), 5));
        let offered: DispatchError = Error::<Test>::Offered.into();
        for part in [whole(20, 40), part(20, 20, 30), part(20, 30, 40), part(20, 25, 30)] {
            assert_noop!(offer_to(Some(BUYER), part, 5), offered);
            for by in [own(SELLER), Right::Order] {
                assert_noop!(give(part, by, OTHER), offered);
                assert_noop!(retire(part, by), offered);
            }
            assert_noop!(pledge(part), offered);
        }
        assert_noop!(split(SELLER, 20, 30), Error::<Test>::Offered);
        assert_noop!(merge(SELLER, 20), Error::<Test>::Offered);
        // Nor does a neighbour swallow them.
        assert_noop!(merge(SELLER, 0), Error::<Test>::NotAlike);
        // The units around them are free.
        assert_ok!(give(part(0, 10, 20), own(SELLER), OTHER));
        assert_ok!(retire(part(40, 40, 50), own(SELLER)));
    });
}

#[test]
fn only_units_of_the_piece_that_is_named_are_offered() {
    hundred().build_and_execute(|| {
        assert_ok!(give(part(0, 40, 60), own(SELLER), OTHER));
        for part in [part(0, 5, 5), part(0, 7, 5)] {
            assert_noop!(offer(part, 5), Error::<Test>::NoUnits);
        }
        for part in [part(1, 1, 5), part(100, 100, 101)] {
            assert_noop!(offer(part, 5), Error::<Test>::NoSuchPiece);
        }
        for part in [part(0, 39, 41), part(0, 60, 70), part(60, 59, 70), part(60, 90, 101)] {
            assert_noop!(offer(part, 5), Error::<Test>::OutsidePiece);
        }
        assert_noop!(offer(whole(40, 60), 5), Error::<Test>::NotOwner);
        // Of an instrument that is not there, too.
        let unknown = InstrumentId { class: Credit, number: 2 };
        let until = TODAY;
        assert_noop!(
            Intervals::offer_units(signed(SELLER), unknown, whole(0, 100), YUAN, 5, None, until),
            Error::<Test>::NoSuchPiece
        );
    });
}

#[test]
fn what_is_encumbered_is_not_offered() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 10)));
        assert_ok!(freeze(part(10, 10, 20)));
        assert_noop!(offer(whole(0, 10), 5), Error::<Test>::Pledged);
        assert_noop!(offer(whole(10, 20), 5), Error::<Test>::Frozen);
        assert_ok!(offer(whole(20, 100), 5));
    });
}

#[test]
fn units_have_a_price() {
    hundred().build_and_execute(|| {
        assert_noop!(offer(whole(0, 100), 0), Error::<Test>::ZeroPrice);
        assert_ok!(offer(part(0, 0, 10), 1));
        assert_ok!(offer(part(10, 10, 20), Amount::MAX));
    });
}

#[test]
fn of_money_that_there_is() {
    hundred().build_and_execute(|| {
        let offer_for = |asset| {
            let (part, asset) = (whole(0, 100), AssetId(asset));
            Intervals::offer_units(signed(SELLER), CREDITS, part, asset, 5, None, TODAY)
        };
        for asset in [0, 2, u32::MAX] {
            assert_noop!(offer_for(asset), NO_ASSET);
        }
        assert_ok!(offer_for(YUAN.0));
    });
}

#[test]
fn an_offers_last_day_is_no_past_one() {
    hundred().build_and_execute(|| {
        let until = |day| {
            let part = whole(0, 100);
            Intervals::offer_units(signed(SELLER), CREDITS, part, YUAN, 5, None, day)
        };
        for day in [Day(0), Day(TODAY.0 - 1)] {
            assert_noop!(until(day), Error::<Test>::InvalidTerm);
        }
        assert_ok!(until(TODAY));
        assert_ok!(withdraw(1, SELLER));
        assert_ok!(until(Day::NEVER));
    });
}

#[test]
fn a_named_buyer_is_another_member_in_good_standing() {
    hundred().build_and_execute(|| {
        assert_noop!(offer_to(Some(SELLER), whole(0, 100), 5), Error::<Test>::NotTheBuyer);
        assert_noop!(offer_to(Some(ORGS + 1), whole(0, 100), 5), Error::<Test>::NotActiveMember);
        for standing in WINDING_DOWN.into_iter().chain([Standing::Closed]) {
            stand(BUYER, standing);
            assert_noop!(offer_to(Some(BUYER), whole(0, 100), 5), Error::<Test>::NotActiveMember);
        }
        stand(BUYER, Standing::Active);
        assert_ok!(offer_to(Some(BUYER), whole(0, 100), 5));
    });
}

#[test]
fn nothing_of_a_closed_class_is_offered() {
    hundred().holds(Allowance, 5, SELLER).build_and_execute(|| {
        Shut::set(vec![Credit]);
        assert_noop!(offer(whole(0, 100), 5), CLOSED);
        let allowances = InstrumentId { class: Allowance, number: 1 };
        assert_ok!(Intervals::offer_units(
            signed(SELLER),
            allowances,
            whole(0, 5),
            YUAN,
            5,
            None,
            TODAY
        ));
    });
}

#[test]
fn the_rules_of_the_instrument_are_asked() {
    hundred().build_and_execute(|| {
        Forbids::set(true);
        assert_noop!(offer_to(Some(BUYER), whole(0, 100), 5), FORBIDDEN);
        Forbids::set(false);
        assert_ok!(offer_to(Some(BUYER), part(0, 0, 10), 5));
        let asked = |buyer, since| Some((CREDITS, OrgId(SELLER), buyer, since));
        assert_eq!(Asked::get(), asked(Some(OrgId(BUYER)), Day(0)));
        // Units that came back are held since then.
        assert_ok!(give(part(10, 10, 20), own(SELLER), OTHER));
        pass_days(3);
        assert_ok!(give(whole(10, 20), own(OTHER), SELLER));
        assert_ok!(offer(whole(10, 20), 5));
        assert_eq!(Asked::get(), asked(None, TODAY.plus(3)));
    });
}

#[test]
fn the_numbers_of_offers_can_be_used_up() {
    hundred().build_and_execute(|| {
        LastOffer::<Test>::put(OfferId(u32::MAX - 1));
        assert_ok!(offer(part(0, 0, 10), 5));
        assert_noop!(offer(whole(10, 100), 5), Error::<Test>::TooMany);
    });
}

#[test]
fn only_for_a_member_in_good_standing_one_offers() {
    hundred().build_and_execute(|| {
        assert_for_traders_only(|origin| {
            Intervals::offer_units(origin, CREDITS, whole(0, 100), YUAN, 5, None, TODAY)
        });
    });
}
