//! `freeze_units`.

use super::*;

#[test]
fn units_are_frozen_by_an_order() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 40, 60)));
        let units = Interval::new(40, 60);
        let event = Event::UnitsFrozen {
            order: OrderId(1),
            instrument: CREDITS,
            units,
            owner: OrgId(SELLER),
            document: DOCUMENT,
        };
        assert_eq!(take_events(), [event]);
        assert_eq!((order(1), LastOrder::<Test>::get()), (Some(DOCUMENT), OrderId(1)));
        // They stay whose they are, since when they are.
        assert_eq!(pieces(), [(0, 40, SELLER), (40, 60, SELLER), (60, 100, SELLER)]);
        assert_eq!([frozen(0), frozen(40), frozen(60)], [None, Some(1), None]);
        assert_eq!(since(40), Day(0));
    });
}

#[test]
fn frozen_units_do_nothing() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(whole(0, 100)));
        let refused: DispatchError = Error::<Test>::Frozen.into();
        for part in [whole(0, 100), part(0, 0, 10), part(0, 40, 60)] {
            assert_noop!(give(part, own(SELLER), OTHER), refused);
            assert_noop!(retire(part, own(SELLER)), refused);
            assert_noop!(pledge(part), refused);
            assert_noop!(offer(part, 5), refused);
            assert_noop!(freeze(part), refused);
        }
        assert_noop!(split(SELLER, 0, 50), refused);
        assert_noop!(merge(SELLER, 0), refused);
    });
}

#[test]
fn each_order_has_a_number_and_keeps_its_document() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 0, 10)));
        // Side by side, but by orders of their own.
        assert_ok!(freeze(part(10, 10, 20)));
        assert_eq!((frozen(0), frozen(10)), (Some(1), Some(2)));
        assert_eq!(pieces().len(), 3);
        assert_ok!(thaw(whole(0, 10)));
        assert_ok!(freeze(whole(0, 10)));
        assert_eq!(frozen(0), Some(3));
        for id in 1..=3 {
            assert_eq!(order(id), Some(DOCUMENT));
        }
    });
}

#[test]
fn an_order_freezes_what_is_claimed_as_a_whole() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 40), 5));
        assert_ok!(pledge(part(40, 60, 80)));
        for start in [20, 60] {
            for (from, to) in [(0, 10), (10, 20), (5, 15), (5, 5), (0, 21)] {
                let cut = part(start, start + from, start + to);
                assert_noop!(freeze(cut), Error::<Test>::ClaimedAsWhole);
            }
            assert_ok!(freeze(whole(start, start + 20)));
        }
        // What claims there are on them rest.
        assert_eq!((claim(20), claim(60)), (Some(Claim::Offered(1)), Some(PLEDGE)));
        assert_noop!(accept(1, BUYER, 5), Error::<Test>::Frozen);
        assert_noop!(give(whole(60, 80), Right::Claim(PLEDGE), OTHER), Error::<Test>::Frozen);
    });
}

#[test]
fn an_order_names_units_of_a_piece() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        assert_noop!(freeze(part(0, 5, 5)), Error::<Test>::NoUnits);
        assert_noop!(freeze(part(0, 9, 5)), Error::<Test>::NoUnits);
        assert_noop!(freeze(part(1, 1, 5)), Error::<Test>::NoSuchPiece);
        assert_noop!(freeze(part(0, 0, 51)), Error::<Test>::OutsidePiece);
        assert_noop!(freeze(part(50, 49, 60)), Error::<Test>::OutsidePiece);
    });
}

#[test]
fn an_order_does_not_ask_whether_the_class_is_open() {
    hundred().build_and_execute(|| {
        Shut::set(vec![Credit]);
        stand(SELLER, Standing::Expelled);
        assert_ok!(freeze(whole(0, 100)));
    });
}

#[test]
fn an_order_against_one_owner_does_not_freeze_anothers_units() {
    hundred().build_and_execute(|| {
        assert_noop!(freeze_of(OTHER, whole(0, 100)), Error::<Test>::NotOwner);
        // They were sold between the motion and its vote.
        assert_ok!(give(whole(0, 100), own(SELLER), BUYER));
        assert_noop!(freeze_of(SELLER, whole(0, 100)), Error::<Test>::NotOwner);
        assert_ok!(freeze_of(BUYER, whole(0, 100)));
    });
}

#[test]
fn the_numbers_of_orders_can_be_used_up() {
    hundred().build_and_execute(|| {
        LastOrder::<Test>::put(OrderId(u32::MAX - 1));
        assert_ok!(freeze(part(0, 0, 10)));
        assert_noop!(freeze(whole(10, 100)), Error::<Test>::TooMany);
    });
}

#[test]
fn only_the_council_freezes() {
    hundred().build_and_execute(|| {
        assert_for_council_only(|origin| {
            Intervals::freeze_units(origin, CREDITS, whole(0, 100), OrgId(SELLER), DOCUMENT)
        });
    });
}
