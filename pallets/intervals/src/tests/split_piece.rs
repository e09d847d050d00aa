//! `split_piece`.

use super::*;

#[test]
fn a_piece_becomes_two() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 30));
        let event = Event::PieceSplit { instrument: CREDITS, piece: 0, before: 30 };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 30, SELLER), (30, 100, SELLER)]);
        // Both are what the one was.
        let was = Piece { end: 0, ..piece(0) };
        assert_eq!(Piece { end: 0, ..piece(30) }, was);
        assert_eq!(since(30), Day(0));
        assert_ok!(split(SELLER, 30, 31));
        assert_ok!(split(SELLER, 31, 99));
        assert_eq!(pieces().len(), 4);
    });
}

#[test]
fn it_is_split_within_itself_only() {
    hundred().build_and_execute(|| {
        assert_ok!(give(part(0, 50, 100), own(SELLER), OTHER));
        for before in [0, 50, 51, 100, Units::MAX] {
            assert_noop!(split(SELLER, 0, before), Error::<Test>::OutsidePiece);
        }
        for piece in [1, 49, 100] {
            assert_noop!(split(SELLER, piece, piece + 1), Error::<Test>::NoSuchPiece);
        }
    });
}

#[test]
fn only_its_owner_splits_it() {
    hundred().build_and_execute(|| {
        assert_noop!(split(BUYER, 0, 50), Error::<Test>::NotOwner);
    });
}

#[test]
fn what_is_encumbered_is_not_split() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 10), 5));
        assert_ok!(pledge(part(10, 10, 20)));
        assert_ok!(freeze(part(20, 20, 30)));
        assert_noop!(split(SELLER, 0, 5), Error::<Test>::Offered);
        assert_noop!(split(SELLER, 10, 15), Error::<Test>::Pledged);
        assert_noop!(split(SELLER, 20, 25), Error::<Test>::Frozen);
        assert_ok!(split(SELLER, 30, 35));
    });
}

#[test]
fn also_by_one_that_winds_down_and_where_the_class_is_closed() {
    for standing in WINDING_DOWN {
        hundred().build_and_execute(|| {
            stand(SELLER, standing);
            Shut::set(vec![Credit]);
            assert_ok!(split(SELLER, 0, 50));
        });
    }
}

#[test]
fn only_for_a_member_one_splits() {
    hundred().build_and_execute(|| {
        assert_for_owners_only(|origin| Intervals::split_piece(origin, CREDITS, 0, 50));
    });
}
