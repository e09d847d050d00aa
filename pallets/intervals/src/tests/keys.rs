//! That nothing is left in storage of pieces that are no more.

use super::*;

/// How many keys there are of pieces, of their ends, and of owners' lists.
fn keys() -> [usize; 3] {
    [Pieces::<Test>::iter().count(), Ends::<Test>::iter().count(), Listings::<Test>::iter().count()]
}

#[test]
fn a_piece_that_was_split_into_many_and_merged_again_leaves_no_key() {
    hundred().build_and_execute(|| {
        let before: Vec<_> = Pieces::<Test>::iter().collect();
        for piece in 0..99 {
            assert_ok!(split(SELLER, piece, piece + 1));
        }
        assert_eq!(keys(), [100; 3]);
        for _ in 0..99 {
            assert_ok!(merge(SELLER, 0));
        }
        assert_eq!(keys(), [1; 3]);
        assert_eq!(Pieces::<Test>::iter().collect::<Vec<_>>(), before);
    });
}

#[test]
fn so_it_does_merged_in_any_order() {
    hundred().build_and_execute(|| {
        for before in [90, 80, 70, 60, 50, 40, 30, 20, 10] {
            assert_ok!(split(SELLER, 0, before));
        }
        assert_eq!(keys(), [10; 3]);
        for piece in [80, 40, 0, 60, 20, 30, 70, 10, 50] {
            // By whichever piece holds it now.
            let holds = |(from, to, _): &(Units, Units, u32)| (*from..*to).contains(&piece);
            let (start, _, _) = pieces().into_iter().find(holds).unwrap();
            assert_ok!(merge(SELLER, start));
        }
        assert_eq!((keys(), pieces()), ([1; 3], vec![(0, 100, SELLER)]));
    });
}

#[test]
fn one_that_was_sold_unit_by_unit_is_one_again_with_its_buyer() {
    hundred().build_and_execute(|| {
        for unit in 0..100 {
            assert_ok!(offer(part(unit, unit, unit + 1), 1));
            assert_ok!(accept(LastOffer::<Test>::get().0, BUYER, 1));
        }
        assert_eq!((keys(), offers()), ([1; 3], 0));
        assert_eq!(pieces(), [(0, 100, BUYER)]);
    });
}

#[test]
fn of_units_that_all_ended_nothing_is_left_but_the_supply() {
    hundred().build_and_execute(|| {
        for start in (0..100).step_by(20) {
            assert_ok!(retire(part(start, start + 5, start + 20), own(SELLER)));
            assert_ok!(retire(whole(start, start + 5), own(SELLER)));
        }
        assert_eq!(keys(), [0; 3]);
        let supply = Supply { next: 100, issued: 100, ended: 100 };
        assert_eq!(Supplies::<Test>::get(CREDITS), Some(supply));
    });
}
