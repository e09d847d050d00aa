//! What an act costs in reads and writes of the store, however often the instrument was split. The module's table
//! says the same.

use super::memory::{Instrument, Memory, Owner};
use crate::intervals::{Claim, Interval, Ledger, Part, Refusal, Right, Units};

const OF: Instrument = 0;
const OWNER: Owner = 1;
const OTHER: Owner = 2;
const OFFER: Claim = Claim::Offered(1);

type Act = fn(&mut Ledger<Memory>, Part) -> Result<(), Refusal>;

/// Pieces of ten units, as many as asked for, which belong to the two owners in turn, so that a piece given to its
/// neighbour joins it.
fn split_into(pieces: Units) -> Ledger<Memory> {
    let mut ledger = Memory::ledger();
    for piece in 0..pieces {
        let owner = if piece % 2 == 0 { OTHER } else { OWNER };
        ledger.issue_next(OF, 10, owner, 0).unwrap();
    }
    ledger
}

/// What an act costs on units of the piece in the middle, which belongs to [`OWNER`].
fn cost(pieces: Units, from: Units, to: Units, prepare: Act, act: Act) -> (u32, u32) {
    let mut ledger = split_into(pieces);
    let start = pieces / 4 * 20 + 10;
    let part = Part { piece: start, units: Interval::new(start + from, start + to) };
    prepare(&mut ledger, Part::whole(start, start + 10)).unwrap();
    ledger.0.costs();
    act(&mut ledger, part).unwrap();
    let costs = ledger.0.costs();
    ledger.0.check();
    costs
}

fn nothing(_: &mut Ledger<Memory>, _: Part) -> Result<(), Refusal> {
    Ok(())
}

fn transfer(ledger: &mut Ledger<Memory>, part: Part) -> Result<(), Refusal> {
    ledger.transfer(OF, part, Right::Owner(OWNER), OTHER, |p| p).map(drop)
}

fn retire(ledger: &mut Ledger<Memory>, part: Part) -> Result<(), Refusal> {
    ledger.retire(OF, part, Right::Owner(OWNER)).map(drop)
}

fn encumber(ledger: &mut Ledger<Memory>, part: Part) -> Result<(), Refusal> {
    ledger.encumber(OF, part, OWNER, OFFER)
}

fn freeze(ledger: &mut Ledger<Memory>, part: Part) -> Result<(), Refusal> {
    ledger.freeze(OF, part, 1)
}

fn release(ledger: &mut Ledger<Memory>, part: Part) -> Result<(), Refusal> {
    ledger.release(OF, part, OFFER)
}

/// A neighbour on the left that the released units are like.
fn encumber_behind_a_like_one(ledger: &mut Ledger<Memory>, part: Part) -> Result<(), Refusal> {
    let left = Part::whole(part.piece - 10, part.piece);
    ledger.transfer(OF, left, Right::Owner(OTHER), OWNER, |p| p)?;
    // It joined the piece before itself.
    encumber(ledger, part)
}

/// The whole, the front, the back and the middle of a piece of ten.
const PARTS: [(Units, Units); 4] = [(0, 10), (0, 4), (4, 10), (4, 6)];

/// The name of an act, what makes it possible, the act, and its reads and writes by part.
type Row = (&'static str, Act, Act, [(u32, u32); 4]);

#[test]
fn an_act_costs_what_the_table_says() {
    let table: [Row; 4] = [
        ("transfer", nothing, transfer, [(3, 5), (3, 8), (1, 5), (1, 8)]),
        ("release", encumber_behind_a_like_one, release, [(3, 5), (3, 8), (1, 5), (1, 8)]),
        ("retire", nothing, retire, [(2, 4), (2, 6), (2, 4), (2, 6)]),
        // Nothing to join with: the most that a freeze costs is what a release does.
        ("freeze", nothing, freeze, [(3, 1), (3, 5), (1, 5), (1, 8)]),
    ];
    for (name, prepare, act, costs) in table {
        for ((from, to), expected) in PARTS.into_iter().zip(costs) {
            for pieces in [8, 1_000, 20_000] {
                let cost = cost(pieces, from, to, prepare, act);
                assert_eq!(cost, expected, "{name} of {from} to {to} among {pieces} pieces");
            }
        }
    }
}

#[test]
fn issuing_splitting_and_merging_cost_the_same_among_many_pieces() {
    for pieces in [8, 1_000, 20_000] {
        let mut ledger = split_into(pieces);
        ledger.0.costs();
        // The last piece is this owner's.
        ledger.issue_next(OF, 10, OWNER, 0).unwrap();
        assert_eq!(ledger.0.costs(), (3, 4), "issue that joins");
        ledger.issue_next(OF, 10, OTHER, 0).unwrap();
        assert_eq!(ledger.0.costs(), (3, 4), "issue of another piece");
        ledger.split(OF, 10, 15).unwrap();
        assert_eq!(ledger.0.costs(), (1, 5), "split");
        ledger.merge(OF, 10).unwrap();
        assert_eq!(ledger.0.costs(), (2, 5), "merge");
    }
}

#[test]
fn a_refused_act_writes_nothing() {
    let mut ledger = split_into(8);
    ledger.0.costs();
    let whole = Part::whole(10, 20);
    assert_eq!(ledger.retire(OF, whole, Right::Owner(OTHER)), Err(Refusal::NotOwner));
    assert_eq!(ledger.0.costs(), (1, 0));
}
