//! That `try_state` finds what it is there for.

use super::*;
use crate::Outstanding;
use polkadot_sdk::{frame_support::storage::with_transaction, sp_runtime::TransactionOutcome};

/// `try_state` complains of this, once it is spoilt.
fn assert_found(complaint: &str, spoil: impl FnOnce()) {
    let found = with_transaction(|| {
        spoil();
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(Intervals::do_try_state()))
    });
    let found = format!("{:?}", found.unwrap().unwrap_err());
    assert!(found.contains(complaint), "{found}");
    Intervals::do_try_state().unwrap();
}

/// Puts a piece as it is with something else about it.
fn change(start: Units, change: impl FnOnce(&mut Piece)) {
    Pieces::<Test>::mutate(CREDITS, start, |piece| change(piece.as_mut().unwrap()));
}

/// Puts a piece into all three maps.
fn put(start: Units, piece: Piece) {
    Pieces::<Test>::insert(CREDITS, start, piece);
    Ends::<Test>::insert(CREDITS, piece.end, start);
    Listings::<Test>::insert(piece.owner, (CREDITS, start), ());
}

#[test]
fn what_is_wrong_with_the_pieces_is_found() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        assert_found("a piece without units", || put(60, Piece { end: 60, ..piece(0) }));
        assert_found("two pieces with the same unit", || put(60, Piece { end: 70, ..piece(0) }));
        assert_found("a unit that was never issued", || put(100, Piece { end: 101, ..piece(0) }));
        assert_found("the pieces are not what is outstanding", || {
            Supplies::<Test>::mutate_extant(CREDITS, |supply| supply.ended = 1);
        });
        assert_found("more units issued than there are numbers", || {
            Supplies::<Test>::mutate_extant(CREDITS, |supply| supply.issued = 101);
        });
        assert_found("more units ended than were issued", || {
            Supplies::<Test>::mutate_extant(CREDITS, |supply| supply.ended = 101);
        });
    });
}

#[test]
fn a_piece_that_is_not_found_is_found() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        assert_found("a piece not found by its end", || Ends::<Test>::remove(CREDITS, 50));
        assert_found("a piece not found by its end", || Ends::<Test>::insert(CREDITS, 50, 1));
        assert_found("an end without a piece", || Ends::<Test>::insert(CREDITS, 60, 50));
        assert_found("a listing without a piece", || {
            Listings::<Test>::insert(OrgId(BUYER), (CREDITS, 0), ());
        });
        assert_found("a piece that is not on its owner's list", || {
            Listings::<Test>::remove(OrgId(SELLER), (CREDITS, 0));
            Listings::<Test>::insert(OrgId(BUYER), (CREDITS, 0), ());
        });
    });
}

#[test]
fn what_is_wrong_with_the_instruments_is_found() {
    hundred().build_and_execute(|| {
        let unknown = InstrumentId { number: 2, ..CREDITS };
        assert_found("a piece of no instrument", || {
            Pieces::<Test>::insert(unknown, 0, piece(0));
        });
        for number in [0, 2] {
            assert_found("an instrument without a number", || {
                Supplies::<Test>::insert(InstrumentId { number, ..CREDITS }, Supply::default());
            });
        }
        for count in [0, 2] {
            assert_found("live instruments are miscounted", || {
                Outstanding::<Test>::insert(Credit, count);
            });
        }
        assert_found("live instruments are miscounted", || {
            Outstanding::<Test>::insert(Allowance, 1);
        });
    });
}

#[test]
fn what_is_wrong_with_the_orders_is_found() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 0, 10)));
        assert_found("a piece that no order froze", || {
            change(0, |piece| piece.encumbrance.freeze = Some(2));
        });
        assert_found("an order without a number", || LastOrder::<Test>::put(OrderId(0)));
    });
}

#[test]
fn what_is_wrong_with_the_offers_is_found() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 20, 40), 5));
        assert_ok!(offer(part(40, 60, 80), 5));
        assert_found("an offer without a number", || LastOffer::<Test>::put(OfferId(1)));
        assert_found("units under an offer that does not stand", || {
            Offers::<Test>::remove(OfferId(1));
        });
        assert_found("an offer without units", || {
            change(20, |piece| piece.encumbrance.claim = None);
        });
        for other in [part(20, 20, 39), whole(60, 80)] {
            assert_found("an offer of other units than those under it", || {
                Offers::<Test>::mutate_extant(OfferId(1), |offer| offer.part = other);
            });
        }
        assert_found("an offer of other units than those under it", || {
            Offers::<Test>::mutate_extant(OfferId(1), |offer| offer.seller = OrgId(BUYER));
        });
    });
}
