//! What must always hold of an instrument. For `try_state` and tests: it reads every piece.

use super::{store::PieceOf, Store, Units};
use alloc::vec::Vec;

/// Checks an instrument's pieces, given in any order: none is empty, no two overlap, each is found by its end, and
/// together they are what is outstanding.
pub fn check<S: Store>(
    store: &S,
    instrument: S::Instrument,
    pieces: impl Iterator<Item = (Units, PieceOf<S>)>,
) -> Result<(), &'static str> {
    let mut pieces: Vec<_> = pieces.collect();
    pieces.sort_unstable_by_key(|(start, _)| *start);
    let supply = store.supply(instrument);

    let mut free = 0;
    let mut held: Units = 0;
    for (start, piece) in pieces {
        ensure(start < piece.end, "a piece without units")?;
        ensure(free <= start, "two pieces with the same unit")?;
        ensure(
            store.start_of(instrument, piece.end) == Some(start),
            "a piece not found by its end",
        )?;
        held = held.saturating_add(piece.end - start);
        free = piece.end;
    }
    ensure(free <= supply.next, "a unit that was never issued")?;
    ensure(supply.issued <= supply.next, "more units issued than there are numbers")?;
    ensure(supply.ended <= supply.issued, "more units ended than were issued")?;
    ensure(held == supply.outstanding(), "the pieces are not what is outstanding")
}

fn ensure(holds: bool, message: &'static str) -> Result<(), &'static str> {
    match holds {
        true => Ok(()),
        false => Err(message),
    }
}
