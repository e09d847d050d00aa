//! `thaw_units`.

use super::*;

#[test]
fn an_order_is_lifted() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 60, 100)));
        take_events();
        let document = H256::repeat_byte(8);
        let part = whole(60, 100);
        assert_ok!(Intervals::thaw_units(
            RuntimeOrigin::root(),
            CREDITS,
            part,
            OrderId(1),
            document
        ));
        let event = Event::UnitsThawed {
            order: OrderId(1),
            instrument: CREDITS,
            units: Interval::new(60, 100),
            document,
        };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 100, SELLER)]);
        // What the order was stays on record.
        assert_eq!(order(1), Some(DOCUMENT));
    });
}

#[test]
fn an_order_is_lifted_in_part() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 20, 80)));
        assert_ok!(thaw(part(20, 40, 60)));
        assert_eq!([20, 40, 60, 80].map(frozen), [Some(1), None, Some(1), None]);
        // The front joins what is free on its left.
        assert_ok!(thaw(part(20, 20, 30)));
        assert_eq!(
            pieces(),
            [
                (0, 30, SELLER),
                (30, 40, SELLER),
                (40, 60, SELLER),
                (60, 80, SELLER),
                (80, 100, SELLER)
            ]
        );
        assert_ok!(give(part(0, 0, 30), own(SELLER), OTHER));
    });
}

#[test]
fn what_is_claimed_is_thawed_as_a_whole() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 40), 5));
        assert_ok!(pledge(part(40, 60, 80)));
        for start in [20, 60] {
            assert_ok!(freeze(whole(start, start + 20)));
            for (from, to) in [(0, 10), (10, 20), (5, 15), (5, 5), (0, 21)] {
                let cut = part(start, start + from, start + to);
                assert_noop!(thaw(cut), Error::<Test>::ClaimedAsWhole);
            }
            assert_ok!(thaw(whole(start, start + 20)));
        }
        // Both claims can be used again.
        assert_ok!(accept(1, BUYER, 5));
        assert_ok!(give(whole(60, 80), Right::Claim(PLEDGE), OTHER));
    });
}

#[test]
fn what_was_withdrawn_meanwhile_is_thawed_in_part_too() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 40), 5));
        assert_ok!(freeze(whole(20, 40)));
        assert_ok!(withdraw(1, SELLER));
        assert_ok!(thaw(part(20, 20, 30)));
        assert_eq!(pieces(), [(0, 30, SELLER), (30, 40, SELLER), (40, 100, SELLER)]);
        assert_eq!(frozen(30), Some(1));
    });
}

#[test]
fn what_is_not_frozen_is_not_thawed() {
    hundred().build_and_execute(|| {
        assert_noop!(thaw(whole(0, 100)), Error::<Test>::NotFrozen);
        assert_ok!(freeze(part(0, 50, 100)));
        assert_noop!(thaw(whole(0, 50)), Error::<Test>::NotFrozen);
        assert_noop!(thaw(part(50, 60, 60)), Error::<Test>::NoUnits);
        assert_noop!(thaw(part(51, 60, 70)), Error::<Test>::NoSuchPiece);
        assert_noop!(thaw(part(50, 49, 100)), Error::<Test>::OutsidePiece);
        assert_noop!(thaw(part(50, 50, 101)), Error::<Test>::OutsidePiece);
        assert_ok!(thaw(whole(50, 100)));
        assert_noop!(thaw(whole(0, 100)), Error::<Test>::NotFrozen);
    });
}

#[test]
fn the_order_that_is_lifted_is_the_one_that_is_named() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 0, 50)));
        // Lifted, and frozen again by another court, before the vote on lifting the first was over.
        assert_ok!(thaw_by(1, whole(0, 50)));
        assert_ok!(freeze(whole(0, 50)));
        assert_noop!(thaw_by(1, whole(0, 50)), Error::<Test>::OtherOrder);
        assert_noop!(thaw_by(3, whole(0, 50)), Error::<Test>::OtherOrder);
        assert_ok!(thaw_by(2, whole(0, 50)));
        assert_noop!(thaw_by(2, whole(0, 50)), Error::<Test>::NotFrozen);
    });
}

#[test]
fn only_the_council_thaws() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(whole(0, 100)));
        Decided::set(None);
        assert_for_council_only(|origin| {
            Intervals::thaw_units(origin, CREDITS, whole(0, 100), OrderId(1), DOCUMENT)
        });
    });
}
