//! What the runtime API answers.

use super::*;
use huangpu_primitives::apis::{InstrumentView, OfferView, PieceView, PAGE};

/// All pages, one after the other.
fn walk<View, Key>(
    limit: u32,
    key: impl Fn(&View) -> Key,
    page: impl Fn(Option<Key>, u32) -> Vec<View>,
) -> Vec<View> {
    let mut all: Vec<View> = vec![];
    loop {
        let next = page(all.last().map(&key), limit);
        assert!(next.len() <= limit.min(PAGE) as usize);
        if next.is_empty() {
            return all;
        }
        all.extend(next);
        assert!(all.len() < 1_000, "the pages go on for ever");
    }
}

fn view(start: Units) -> PieceView {
    let piece = piece(start);
    let frozen = piece.encumbrance.freeze.map(|_| DOCUMENT);
    let owner_frozen = FrozenOwners::<Test>::get(piece.owner);
    PieceView { instrument: CREDITS, start, piece, frozen, owner_frozen }
}

fn starts(views: &[PieceView]) -> Vec<Units> {
    views.iter().map(|view| view.start).collect()
}

/// The instrument of [`CREDITS`], split into units of one.
fn split_up(units: Units) {
    for piece in 0..units - 1 {
        assert_ok!(split(SELLER, piece, piece + 1));
    }
}

#[test]
fn an_instrument_shows_how_much_of_it_there_is_and_was() {
    hundred().build_and_execute(|| {
        assert_ok!(retire(part(0, 0, 30), own(SELLER)));
        let supply = Supply { next: 100, issued: 100, ended: 30 };
        let expected = InstrumentView { instrument: CREDITS, supply };
        assert_eq!(Intervals::instrument_view(CREDITS), Some(expected));
        for number in [0, 2] {
            assert_eq!(Intervals::instrument_view(InstrumentId { number, ..CREDITS }), None);
        }
        assert_eq!(Intervals::instrument_page(Credit, None, 10), [expected]);
        assert!(Intervals::instrument_page(Allowance, None, 10).is_empty());
    });
}

#[test]
fn instruments_of_a_class_come_in_pages_in_order() {
    ExtBuilder::default().build_and_execute(|| {
        let count = PAGE + 3;
        for _ in 0..count {
            assert_ok!(<Intervals as UnitLedger>::open_instrument(Credit));
        }
        assert_ok!(<Intervals as UnitLedger>::open_instrument(Allowance));
        let page = |after, limit| Intervals::instrument_page(Credit, after, limit);
        for limit in [1, 7, PAGE, u32::MAX] {
            let all = walk(limit, |view: &InstrumentView| view.instrument.number, page);
            let numbers: Vec<u32> = all.iter().map(|view| view.instrument.number).collect();
            assert_eq!(numbers, (1..=count).collect::<Vec<_>>(), "in pages of {limit}");
        }
        assert!(page(None, 0).is_empty());
        for after in [count, count + 1, u32::MAX] {
            assert!(page(Some(after), 5).is_empty());
        }
    });
}

#[test]
fn a_piece_shows_by_which_decision_it_is_frozen() {
    hundred().build_and_execute(|| {
        let expected = PieceView {
            instrument: CREDITS,
            start: 0,
            piece: Piece {
                end: 100,
                owner: OrgId(SELLER),
                provenance: Provenance { lot: 0, since: Day(0) },
                encumbrance: Encumbrance::default(),
            },
            frozen: None,
            owner_frozen: None,
        };
        assert_eq!(Intervals::piece_view(CREDITS, 0), Some(expected));
        assert_ok!(freeze_owner(SELLER));
        let stopped = PieceView { owner_frozen: Some(DOCUMENT), ..expected };
        assert_eq!(Intervals::piece_view(CREDITS, 0), Some(stopped));
        assert_ok!(thaw_owner(SELLER));
        assert_eq!(Intervals::piece_view(CREDITS, 1), None);
        assert_ok!(freeze(part(0, 50, 100)));
        let frozen = Intervals::piece_view(CREDITS, 50).unwrap();
        assert_eq!((frozen.frozen, frozen.piece.encumbrance.freeze), (Some(DOCUMENT), Some(1)));
        assert_ok!(thaw(whole(50, 100)));
        assert_eq!(Intervals::piece_view(CREDITS, 0), Some(expected));
    });
}

#[test]
fn pieces_of_an_instrument_come_in_pages() {
    let builder = ExtBuilder::default().holds(Credit, 300, SELLER);
    builder.holds(Allowance, 5, SELLER).build_and_execute(|| {
        split_up(300);
        assert_ok!(freeze(whole(7, 8)));
        let page = |after, limit| Intervals::piece_page(CREDITS, after, limit);
        for limit in [1, 7, PAGE, u32::MAX] {
            let mut all = walk(limit, |view: &PieceView| view.start, page);
            all.sort_unstable_by_key(|view| view.start);
            assert_eq!(all, (0..300).map(view).collect::<Vec<_>>(), "in pages of {limit}");
        }
        assert!(page(None, 0).is_empty());
        // One that is gone since still names its place.
        let order = starts(&walk(PAGE, |view: &PieceView| view.start, page));
        let (gone, next) = (order[100], order[101]);
        assert_ok!(retire(whole(gone, gone + 1), own(SELLER)));
        assert_eq!(starts(&page(Some(gone), 1)), [next]);
    });
}

#[test]
fn pieces_of_an_owner_come_in_pages() {
    let builder = ExtBuilder::default().holds(Credit, 300, SELLER);
    builder.holds(Allowance, 5, SELLER).holds(Allowance, 5, BUYER).build_and_execute(|| {
        split_up(300);
        for start in (0..300).step_by(3) {
            assert_ok!(give(whole(start, start + 1), own(SELLER), BUYER));
        }
        let of = |owner| move |after, limit| Intervals::piece_page_of(OrgId(owner), after, limit);
        let key = |view: &PieceView| (view.instrument, view.start);
        for limit in [1, 7, PAGE, u32::MAX] {
            let all = walk(limit, key, of(SELLER));
            assert_eq!(all.len(), 201, "in pages of {limit}");
            assert!(all.iter().all(|view| view.piece.owner == OrgId(SELLER)));
            let credits = all.into_iter().filter(|view| view.instrument == CREDITS);
            let mut credits: Vec<_> = credits.map(|view| view.start).collect();
            credits.sort_unstable();
            assert_eq!(credits, (0..300).filter(|start| start % 3 > 0).collect::<Vec<_>>());
            assert_eq!(walk(limit, key, of(BUYER)).len(), 101);
            assert!(walk(limit, key, of(OTHER)).is_empty());
        }
    });
}

#[test]
fn a_run_goes_from_piece_to_piece_up_to_a_gap() {
    ExtBuilder::default().holds(Credit, 300, SELLER).build_and_execute(|| {
        split_up(300);
        let run = |from, limit| Intervals::run(CREDITS, from, limit);
        assert_eq!(run(10, 3), [10, 11, 12].map(view));
        assert_eq!(run(0, u32::MAX).len() as u32, PAGE);
        assert_eq!(starts(&run(298, 10)), [298, 299]);
        assert!(run(300, 10).is_empty());
        assert!(run(0, 0).is_empty());
        assert_ok!(retire(whole(12, 13), own(SELLER)));
        assert_eq!(starts(&run(10, 5)), [10, 11]);
        assert!(run(12, 5).is_empty());
    });
}

#[test]
fn an_offer_shows_what_it_is() {
    hundred().build_and_execute(|| {
        assert_ok!(offer_to(Some(BUYER), part(0, 40, 60), 5));
        let expected = OfferView {
            offer: OfferId(1),
            instrument: CREDITS,
            units: Interval::new(40, 60),
            seller: OrgId(SELLER),
            buyer: Some(OrgId(BUYER)),
            asset: YUAN,
            price: 5,
            until: TODAY.plus(10),
        };
        assert_eq!(Intervals::offer_view(OfferId(1)), Some(expected));
        assert_eq!(Intervals::offer_page(None, 10), [expected]);
        // Also when it is over.
        pass_days(11);
        assert_eq!(Intervals::offer_view(OfferId(1)), Some(expected));
        assert_ok!(withdraw(1, SELLER));
        assert_eq!(Intervals::offer_view(OfferId(1)), None);
    });
}

#[test]
fn offers_come_in_pages() {
    ExtBuilder::default().holds(Credit, 300, SELLER).build_and_execute(|| {
        for start in 0..300 {
            assert_ok!(offer(part(start, start, start + 1), 5));
        }
        let page = Intervals::offer_page;
        for limit in [1, 7, PAGE, u32::MAX] {
            let all = walk(limit, |view: &OfferView| view.offer, page);
            let mut ids: Vec<u32> = all.iter().map(|view| view.offer.0).collect();
            ids.sort_unstable();
            assert_eq!(ids, (1..=300).collect::<Vec<_>>(), "in pages of {limit}");
        }
        assert!(page(None, 0).is_empty());
        // One that was withdrawn since still names its place.
        let order: Vec<_> = page(None, PAGE).iter().map(|view| view.offer).collect();
        assert_ok!(withdraw(order[100].0, SELLER));
        assert_eq!(page(Some(order[100]), 1)[0].offer, order[101]);
    });
}
