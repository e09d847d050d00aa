//! What each act does, and when it is refused.

use super::memory::{Instrument, Memory, Owner};
use crate::intervals::{Claim, Encumbrance, Interval, Ledger, Part, Refusal, Right, Units};

/// The instrument of most tests.
const RECEIPT: Instrument = 0;
/// Owners.
const STEELWORKS: Owner = 1;
const FOUNDRY: Owner = 2;
const BANK: Owner = 3;

const OFFER: Claim = Claim::Offered(7);
const PLEDGE: Claim = Claim::Pledged(7);

/// A hundred units of the steelworks.
fn hundred() -> Ledger<Memory> {
    let mut ledger = Memory::ledger();
    ledger.issue_next(RECEIPT, 100, STEELWORKS, 0).unwrap();
    ledger
}

fn part(piece: Units, start: Units, end: Units) -> Part {
    Part { piece, units: Interval::new(start, end) }
}

fn give(ledger: &mut Ledger<Memory>, part: Part, from: Owner, to: Owner) -> Result<(), Refusal> {
    ledger.transfer(RECEIPT, part, Right::Owner(from), to, |provenance| provenance).map(drop)
}

/// Each piece: from, to, owner.
fn owners(ledger: &Ledger<Memory>) -> Vec<(Units, Units, Owner)> {
    ledger.0.check();
    let pieces = ledger.0.pieces(RECEIPT).into_iter();
    pieces.map(|(start, piece)| (start, piece.end, piece.owner)).collect()
}

#[test]
fn issued_units_follow_one_another() {
    let mut ledger = hundred();
    let issued = ledger.issue_next(RECEIPT, 10, FOUNDRY, 0);
    assert_eq!(issued, Ok(Interval::new(100, 110)));
    assert_eq!(owners(&ledger), [(0, 100, STEELWORKS), (100, 110, FOUNDRY)]);
}

#[test]
fn issued_units_join_those_that_are_alike() {
    let mut ledger = hundred();
    ledger.issue_next(RECEIPT, 10, STEELWORKS, 0).unwrap();
    ledger.issue_next(RECEIPT, 10, STEELWORKS, 1).unwrap();
    assert_eq!(owners(&ledger), [(0, 110, STEELWORKS), (110, 120, STEELWORKS)]);
}

#[test]
fn numbers_of_another_register_may_leave_gaps() {
    let mut ledger = hundred();
    ledger.issue(RECEIPT, Interval::new(500, 510), FOUNDRY, 0).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, STEELWORKS), (500, 510, FOUNDRY)]);
    assert_eq!(ledger.0.supply_of(RECEIPT).outstanding(), 110);
    // A gap is not filled later: nothing could tell whether it is one.
    for (start, end) in [(99, 101), (100, 110), (499, 500), (509, 511), (505, 506)] {
        let refused = ledger.issue(RECEIPT, Interval::new(start, end), FOUNDRY, 0);
        assert_eq!(refused, Err(Refusal::Overlap), "{start} to {end}");
    }
}

#[test]
fn instruments_do_not_meet() {
    let mut ledger = hundred();
    assert_eq!(ledger.issue_next(1, 50, STEELWORKS, 0), Ok(Interval::new(0, 50)));
    ledger.retire(1, part(0, 0, 50), Right::Order).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, STEELWORKS)]);
    assert_eq!(ledger.retire(2, part(0, 0, 50), Right::Order), Err(Refusal::NoSuchPiece));
}

#[test]
fn a_whole_piece_changes_its_owner() {
    let mut ledger = hundred();
    give(&mut ledger, part(0, 0, 100), STEELWORKS, FOUNDRY).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, FOUNDRY)]);
}

#[test]
fn a_part_is_cut_out_to_the_unit() {
    for (start, end) in [(0, 1), (0, 99), (99, 100), (1, 100), (1, 99), (40, 41)] {
        let mut ledger = hundred();
        give(&mut ledger, part(0, start, end), STEELWORKS, FOUNDRY).unwrap();
        let left = (0 < start).then_some((0, start, STEELWORKS));
        let right = (end < 100).then_some((end, 100, STEELWORKS));
        let expected: Vec<_> =
            [left, Some((start, end, FOUNDRY)), right].into_iter().flatten().collect();
        assert_eq!(owners(&ledger), expected, "{start} to {end}");
    }
}

#[test]
fn units_outside_the_piece_are_refused() {
    let mut ledger = hundred();
    give(&mut ledger, part(0, 40, 60), STEELWORKS, FOUNDRY).unwrap();
    for (piece, start, end) in [(0, 0, 41), (0, 39, 41), (0, 60, 61), (40, 39, 41), (40, 59, 61)] {
        let owner = if piece == 40 { FOUNDRY } else { STEELWORKS };
        let refused = give(&mut ledger, part(piece, start, end), owner, BANK);
        assert_eq!(refused, Err(Refusal::OutsidePiece), "{start} to {end} of {piece}");
    }
}

#[test]
fn a_piece_is_named_by_its_start_and_nothing_else() {
    let mut ledger = hundred();
    for piece in [1, 50, 99, 100, Units::MAX] {
        let refused = give(&mut ledger, part(piece, piece, Units::MAX), STEELWORKS, FOUNDRY);
        let expected = if piece == Units::MAX { Refusal::NoUnits } else { Refusal::NoSuchPiece };
        assert_eq!(refused, Err(expected), "piece {piece}");
    }
}

#[test]
fn only_the_owner_gives_and_not_to_itself() {
    let mut ledger = hundred();
    let all = part(0, 0, 100);
    assert_eq!(give(&mut ledger, all, FOUNDRY, BANK), Err(Refusal::NotOwner));
    assert_eq!(give(&mut ledger, all, STEELWORKS, STEELWORKS), Err(Refusal::SameOwner));
    assert_eq!(give(&mut ledger, part(0, 5, 5), STEELWORKS, BANK), Err(Refusal::NoUnits));
}

#[test]
fn a_parent_that_was_split_is_not_given_again() {
    let mut ledger = hundred();
    give(&mut ledger, part(0, 0, 30), STEELWORKS, FOUNDRY).unwrap();
    assert_eq!(give(&mut ledger, part(0, 0, 100), STEELWORKS, BANK), Err(Refusal::OutsidePiece));
    assert_eq!(give(&mut ledger, part(0, 0, 30), STEELWORKS, BANK), Err(Refusal::NotOwner));
}

#[test]
fn who_takes_from_the_front_gets_one_growing_piece() {
    let mut ledger = hundred();
    for start in (0..100).step_by(10) {
        give(&mut ledger, part(start, start, start + 10), STEELWORKS, FOUNDRY).unwrap();
        assert_eq!(owners(&ledger)[0], (0, start + 10, FOUNDRY));
    }
    assert_eq!(owners(&ledger), [(0, 100, FOUNDRY)]);
}

#[test]
fn provenance_is_passed_on_and_keeps_pieces_apart() {
    let mut ledger = hundred();
    let to = |ledger: &mut Ledger<Memory>, start| {
        let part = part(start, start, start + 10);
        ledger
            .transfer(RECEIPT, part, Right::Owner(STEELWORKS), FOUNDRY, |old| old + 1 + start as u8)
    };
    to(&mut ledger, 0).unwrap();
    to(&mut ledger, 10).unwrap();
    assert_eq!(owners(&ledger).len(), 3);
    let provenances: Vec<_> =
        ledger.0.pieces(RECEIPT).iter().map(|(_, piece)| piece.provenance).collect();
    assert_eq!(provenances, [1, 11, 0]);
}

#[test]
fn an_offer_is_accepted_part_by_part() {
    let mut ledger = hundred();
    ledger.encumber(RECEIPT, part(0, 0, 50), STEELWORKS, OFFER).unwrap();
    for start in [0, 20] {
        let part = part(start, start, start + 20);
        ledger.transfer(RECEIPT, part, Right::Claim(OFFER), FOUNDRY, |p| p).unwrap();
    }
    assert_eq!(owners(&ledger), [(0, 40, FOUNDRY), (40, 50, STEELWORKS), (50, 100, STEELWORKS)]);
    // What was bought is free of the offer.
    assert_eq!(ledger.0.pieces(RECEIPT)[0].1.encumbrance, Encumbrance::default());
    ledger.release(RECEIPT, part(40, 40, 50), OFFER).unwrap();
    ledger.merge(RECEIPT, 40).unwrap();
    assert_eq!(owners(&ledger), [(0, 40, FOUNDRY), (40, 100, STEELWORKS)]);
}

#[test]
fn what_is_offered_and_released_at_the_back_is_one_piece_again() {
    let mut ledger = hundred();
    ledger.encumber(RECEIPT, part(0, 60, 100), STEELWORKS, OFFER).unwrap();
    assert_eq!(owners(&ledger).len(), 2);
    ledger.release(RECEIPT, part(60, 60, 100), OFFER).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, STEELWORKS)]);
}

#[test]
fn encumbered_units_are_neither_given_nor_ended_nor_encumbered() {
    let all = part(0, 0, 100);
    let owner = Right::Owner(STEELWORKS);
    type Encumber = fn(&mut Ledger<Memory>) -> Result<(), Refusal>;
    let ways: [(Encumber, Refusal); 3] = [
        (|l| l.encumber(RECEIPT, part(0, 0, 100), STEELWORKS, OFFER), Refusal::Offered),
        (|l| l.encumber(RECEIPT, part(0, 0, 100), STEELWORKS, PLEDGE), Refusal::Pledged),
        (|l| l.freeze(RECEIPT, part(0, 0, 100), 1), Refusal::Frozen),
    ];
    for (encumber, refusal) in ways {
        let mut ledger = hundred();
        encumber(&mut ledger).unwrap();
        let before = ledger.0.clone();
        assert_eq!(give(&mut ledger, all, STEELWORKS, FOUNDRY), Err(refusal));
        assert_eq!(give(&mut ledger, part(0, 10, 20), STEELWORKS, FOUNDRY), Err(refusal));
        assert_eq!(ledger.retire(RECEIPT, all, owner), Err(refusal));
        let again = ledger.encumber(RECEIPT, all, STEELWORKS, Claim::Pledged(8));
        assert_eq!(again, Err(refusal));
        assert!(ledger.0.holds_the_same(&before));
    }
}

#[test]
fn a_claim_is_used_and_released_by_its_own_number_only() {
    let mut ledger = hundred();
    let all = part(0, 0, 100);
    ledger.encumber(RECEIPT, all, STEELWORKS, PLEDGE).unwrap();
    for other in [OFFER, Claim::Pledged(8)] {
        let by = Right::Claim(other);
        assert_eq!(ledger.transfer(RECEIPT, all, by, BANK, |p| p).err(), Some(Refusal::OtherClaim));
        assert_eq!(ledger.retire(RECEIPT, all, by), Err(Refusal::OtherClaim));
        assert_eq!(ledger.release(RECEIPT, all, other), Err(Refusal::OtherClaim));
    }
    // A pledgee realises the pledge.
    ledger.transfer(RECEIPT, all, Right::Claim(PLEDGE), BANK, |p| p).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, BANK)]);
    let again = ledger.transfer(RECEIPT, all, Right::Claim(PLEDGE), FOUNDRY, |p| p);
    assert_eq!(again, Err(Refusal::OtherClaim));
}

#[test]
fn a_frozen_claim_rests_until_the_order_is_lifted() {
    let mut ledger = hundred();
    let all = part(0, 0, 100);
    ledger.encumber(RECEIPT, all, STEELWORKS, OFFER).unwrap();
    ledger.freeze(RECEIPT, all, 1).unwrap();
    let buy = |ledger: &mut Ledger<Memory>| {
        ledger.transfer(RECEIPT, all, Right::Claim(OFFER), FOUNDRY, |p| p)
    };
    assert_eq!(buy(&mut ledger), Err(Refusal::Frozen));
    assert_eq!(ledger.freeze(RECEIPT, all, 2), Err(Refusal::Frozen));
    assert_eq!(ledger.thaw(RECEIPT, all, 2), Err(Refusal::OtherFreeze));
    ledger.thaw(RECEIPT, all, 1).unwrap();
    assert_eq!(ledger.thaw(RECEIPT, all, 1), Err(Refusal::OtherFreeze));
    buy(&mut ledger).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, FOUNDRY)]);
}

#[test]
fn an_order_moves_units_and_what_encumbers_them_stays() {
    let mut ledger = hundred();
    let all = part(0, 0, 100);
    ledger.encumber(RECEIPT, all, STEELWORKS, PLEDGE).unwrap();
    ledger.freeze(RECEIPT, all, 1).unwrap();
    ledger.transfer(RECEIPT, all, Right::Order, FOUNDRY, |p| p).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, FOUNDRY)]);
    let encumbrance = ledger.0.pieces(RECEIPT)[0].1.encumbrance;
    assert_eq!(encumbrance, Encumbrance { claim: Some(PLEDGE), freeze: Some(1) });
}

#[test]
fn ended_units_are_gone_and_counted() {
    let mut ledger = hundred();
    ledger.retire(RECEIPT, part(0, 40, 60), Right::Owner(STEELWORKS)).unwrap();
    assert_eq!(owners(&ledger), [(0, 40, STEELWORKS), (60, 100, STEELWORKS)]);
    let supply = ledger.0.supply_of(RECEIPT);
    assert_eq!((supply.issued, supply.ended, supply.outstanding()), (100, 20, 80));
    assert_eq!(ledger.merge(RECEIPT, 0), Err(Refusal::NoNeighbour));
    let again = ledger.retire(RECEIPT, part(40, 40, 60), Right::Order);
    assert_eq!(again, Err(Refusal::NoSuchPiece));
    // Their numbers are not given again.
    assert_eq!(ledger.issue_next(RECEIPT, 1, FOUNDRY, 0), Ok(Interval::new(100, 101)));
}

#[test]
fn a_piece_splits_within_itself_only() {
    let mut ledger = hundred();
    for before in [0, 100, 101] {
        assert_eq!(ledger.split(RECEIPT, 0, before), Err(Refusal::OutsidePiece));
    }
    assert_eq!(ledger.split(RECEIPT, 1, 50), Err(Refusal::NoSuchPiece));
    ledger.split(RECEIPT, 0, 1).unwrap();
    ledger.split(RECEIPT, 1, 99).unwrap();
    assert_eq!(owners(&ledger), [(0, 1, STEELWORKS), (1, 99, STEELWORKS), (99, 100, STEELWORKS)]);
    ledger.merge(RECEIPT, 1).unwrap();
    ledger.merge(RECEIPT, 0).unwrap();
    assert_eq!(owners(&ledger), [(0, 100, STEELWORKS)]);
}

#[test]
fn only_what_is_alike_merges() {
    let mut ledger = hundred();
    assert_eq!(ledger.merge(RECEIPT, 0), Err(Refusal::NoNeighbour));
    assert_eq!(ledger.merge(RECEIPT, 5), Err(Refusal::NoSuchPiece));
    ledger.encumber(RECEIPT, part(0, 90, 100), STEELWORKS, OFFER).unwrap();
    assert_eq!(ledger.merge(RECEIPT, 0), Err(Refusal::NotAlike));
    give(&mut ledger, part(0, 80, 90), STEELWORKS, FOUNDRY).unwrap();
    assert_eq!(ledger.merge(RECEIPT, 0), Err(Refusal::NotAlike));
    ledger.issue_next(RECEIPT, 5, FOUNDRY, 1).unwrap();
    assert_eq!(ledger.merge(RECEIPT, 90), Err(Refusal::NotAlike));
}

#[test]
fn a_run_walks_from_piece_to_piece_up_to_a_gap() {
    let mut ledger = hundred();
    for before in [75, 50, 25] {
        ledger.split(RECEIPT, 0, before).unwrap();
    }
    let run = |ledger: &Ledger<Memory>, from, limit| -> Vec<Units> {
        ledger.run(RECEIPT, from, limit).map(|(start, _)| start).collect()
    };
    assert_eq!(run(&ledger, 0, 10), [0, 25, 50, 75]);
    assert_eq!(run(&ledger, 25, 2), [25, 50]);
    assert!(run(&ledger, 1, 10).is_empty());
    ledger.retire(RECEIPT, part(50, 50, 75), Right::Order).unwrap();
    assert_eq!(run(&ledger, 0, 10), [0, 25]);
}
