//! `merge_pieces`.

use super::*;

#[test]
fn two_pieces_become_one() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 30));
        assert_ok!(split(SELLER, 30, 60));
        take_events();
        assert_ok!(merge(SELLER, 0));
        let event = Event::PiecesMerged { instrument: CREDITS, piece: 0 };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 60, SELLER), (60, 100, SELLER)]);
        assert_ok!(merge(SELLER, 0));
        assert_eq!(pieces(), [(0, 100, SELLER)]);
    });
}

#[test]
fn there_has_to_be_a_neighbour_on_the_right() {
    hundred().build_and_execute(|| {
        assert_noop!(merge(SELLER, 0), Error::<Test>::NoNeighbour);
        assert_noop!(merge(SELLER, 1), Error::<Test>::NoSuchPiece);
        assert_noop!(merge(SELLER, 100), Error::<Test>::NoSuchPiece);
        // Over a gap nothing merges.
        assert_ok!(retire(part(0, 40, 60), own(SELLER)));
        assert_noop!(merge(SELLER, 0), Error::<Test>::NoNeighbour);
    });
}

#[test]
fn only_like_pieces_merge() {
    hundred().build_and_execute(|| {
        // Held since another day.
        assert_ok!(give(part(0, 50, 100), own(SELLER), OTHER));
        assert_noop!(merge(SELLER, 0), Error::<Test>::NotAlike);
        assert_ok!(give(whole(50, 100), own(OTHER), SELLER));
        assert_noop!(merge(SELLER, 0), Error::<Test>::NotAlike);
        // Of another lot.
        for lot in [1, 2] {
            assert_ok!(<Intervals as UnitLedger>::issue(CREDITS, 10, OrgId(SELLER), lot));
        }
        assert_noop!(merge(SELLER, 50), Error::<Test>::NotAlike);
        assert_noop!(merge(SELLER, 100), Error::<Test>::NotAlike);
    });
}

#[test]
fn what_is_encumbered_does_not_merge_from_either_side() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 10, 20), 5));
        assert_ok!(pledge(part(20, 30, 40)));
        assert_ok!(freeze(part(40, 50, 60)));
        for piece in [0, 20, 40] {
            assert_noop!(merge(SELLER, piece), Error::<Test>::NotAlike);
        }
        assert_noop!(merge(SELLER, 10), Error::<Test>::Offered);
        assert_noop!(merge(SELLER, 30), Error::<Test>::Pledged);
        assert_noop!(merge(SELLER, 50), Error::<Test>::Frozen);
    });
}

#[test]
fn pieces_of_one_debt_do_not_merge_either() {
    hundred().build_and_execute(|| {
        // The pledgee names each by its start.
        assert_ok!(pledge(part(0, 10, 20)));
        assert_ok!(pledge(part(0, 0, 10)));
        assert_noop!(merge(SELLER, 0), Error::<Test>::Pledged);
        assert_eq!((claim(0), claim(10)), (Some(PLEDGE), Some(PLEDGE)));
    });
}

#[test]
fn only_its_owner_merges_it() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        assert_noop!(merge(BUYER, 0), Error::<Test>::NotOwner);
    });
}

#[test]
fn also_by_one_that_winds_down_and_where_the_class_is_closed() {
    for standing in WINDING_DOWN {
        hundred().build_and_execute(|| {
            assert_ok!(split(SELLER, 0, 50));
            stand(SELLER, standing);
            Shut::set(vec![Credit]);
            assert_ok!(merge(SELLER, 0));
        });
    }
}

#[test]
fn only_for_a_member_one_merges() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        assert_for_owners_only(|origin| Intervals::merge_pieces(origin, CREDITS, 0));
    });
}
