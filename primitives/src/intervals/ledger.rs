//! The acts. Each checks everything before it writes anything.

use super::{store::PieceOf, Claim, Interval, Part, Refusal, Right, Store, Supply, Units};

/// The ledger of a store.
pub struct Ledger<S>(pub S);

/// What an act makes of units; nothing, if they end.
type After<S> = Option<PieceOf<S>>;

impl<S: Store> Ledger<S> {
    /// Issues units to their first owner. Their numbers are above all that were issued before: a hashed map could
    /// not tell an overlap otherwise.
    pub fn issue(
        &mut self,
        instrument: S::Instrument,
        units: Interval,
        owner: S::Owner,
        provenance: S::Provenance,
    ) -> Result<(), Refusal> {
        let supply = self.0.supply(instrument);
        self.issue_above(supply, instrument, units, owner, provenance)
    }

    /// Issues so many units, with the next free numbers.
    pub fn issue_next(
        &mut self,
        instrument: S::Instrument,
        units: Units,
        owner: S::Owner,
        provenance: S::Provenance,
    ) -> Result<Interval, Refusal> {
        let supply = self.0.supply(instrument);
        let units = Interval::of(supply.next, units).ok_or(Refusal::NumbersUsedUp)?;
        self.issue_above(supply, instrument, units, owner, provenance)?;
        Ok(units)
    }

    /// Gives units to another owner, and says what they were before. `passed_on` makes the new provenance from the
    /// old one.
    pub fn transfer(
        &mut self,
        instrument: S::Instrument,
        part: Part,
        by: Right<S::Owner>,
        to: S::Owner,
        passed_on: impl FnOnce(S::Provenance) -> S::Provenance,
    ) -> Result<PieceOf<S>, Refusal> {
        self.change(instrument, part, |piece| {
            let piece = disposed::<S>(piece, by)?;
            check(piece.owner != to, Refusal::SameOwner)?;
            Ok(Some(PieceOf::<S> { owner: to, provenance: passed_on(piece.provenance), ..piece }))
        })
    }

    /// Ends units: they are retired, surrendered, cancelled, delivered, settled. Says what they were.
    pub fn retire(
        &mut self,
        instrument: S::Instrument,
        part: Part,
        by: Right<S::Owner>,
    ) -> Result<PieceOf<S>, Refusal> {
        let piece =
            self.change(instrument, part, |piece| disposed::<S>(piece, by).map(|_| None))?;
        let supply = self.0.supply(instrument);
        let ended = supply.ended.saturating_add(part.units.units());
        self.0.put_supply(instrument, Supply { ended, ..supply });
        Ok(piece)
    }

    /// Puts an owner's units under a claim.
    pub fn encumber(
        &mut self,
        instrument: S::Instrument,
        part: Part,
        owner: S::Owner,
        claim: Claim,
    ) -> Result<(), Refusal> {
        self.change(instrument, part, |piece| {
            let mut piece = disposed::<S>(piece, Right::Owner(owner))?;
            piece.encumbrance.claim = Some(claim);
            Ok(Some(piece))
        })
        .map(drop)
    }

    /// Gives up a claim on units, frozen or not.
    pub fn release(
        &mut self,
        instrument: S::Instrument,
        part: Part,
        claim: Claim,
    ) -> Result<(), Refusal> {
        self.change(instrument, part, |mut piece| {
            check(piece.encumbrance.claim == Some(claim), Refusal::OtherClaim)?;
            piece.encumbrance.claim = None;
            Ok(Some(piece))
        })
        .map(drop)
    }

    /// Freezes units by an order, whoever has a claim on them.
    pub fn freeze(
        &mut self,
        instrument: S::Instrument,
        part: Part,
        order: u32,
    ) -> Result<(), Refusal> {
        self.change(instrument, part, |mut piece| {
            check(piece.encumbrance.freeze.is_none(), Refusal::Frozen)?;
            piece.encumbrance.freeze = Some(order);
            Ok(Some(piece))
        })
        .map(drop)
    }

    /// Lifts the order by which units are frozen.
    pub fn thaw(
        &mut self,
        instrument: S::Instrument,
        part: Part,
        order: u32,
    ) -> Result<(), Refusal> {
        self.change(instrument, part, |mut piece| {
            check(piece.encumbrance.freeze == Some(order), Refusal::OtherFreeze)?;
            piece.encumbrance.freeze = None;
            Ok(Some(piece))
        })
        .map(drop)
    }

    /// Splits a piece in two before a number that lies within it.
    pub fn split(
        &mut self,
        instrument: S::Instrument,
        piece: Units,
        before: Units,
    ) -> Result<(), Refusal> {
        let found = self.0.piece(instrument, piece).ok_or(Refusal::NoSuchPiece)?;
        check(piece < before && before < found.end, Refusal::OutsidePiece)?;
        self.keep(instrument, piece, found, before);
        self.keep(instrument, before, found, found.end);
        self.0.list(found.owner, instrument, before);
        Ok(())
    }

    /// Merges a piece with its neighbour on the right, which is identical.
    pub fn merge(&mut self, instrument: S::Instrument, piece: Units) -> Result<(), Refusal> {
        let left = self.0.piece(instrument, piece).ok_or(Refusal::NoSuchPiece)?;
        let right = self.0.piece(instrument, left.end).ok_or(Refusal::NoNeighbour)?;
        check(left.is_like(&right), Refusal::NotAlike)?;
        self.forget(instrument, left.end, right);
        self.0.drop_end(instrument, left.end);
        self.keep(instrument, piece, left, right.end);
        Ok(())
    }

    /// The pieces from one on, as far as each begins where the one before it ends; at most so many.
    pub fn run(&self, instrument: S::Instrument, piece: Units, limit: usize) -> Run<'_, S> {
        Run { store: &self.0, instrument, next: piece, left: limit }
    }

    fn issue_above(
        &mut self,
        supply: Supply,
        instrument: S::Instrument,
        units: Interval,
        owner: S::Owner,
        provenance: S::Provenance,
    ) -> Result<(), Refusal> {
        not_empty(units)?;
        check(units.start >= supply.next, Refusal::Overlap)?;

        // Never more than the highest number, so the sum fits.
        let issued = supply.issued.saturating_add(units.units());
        self.0.put_supply(instrument, Supply { next: units.end, issued, ..supply });
        let encumbrance = Default::default();
        let piece = PieceOf::<S> { end: units.end, owner, provenance, encumbrance };
        match self.left_of(instrument, units.start, &piece) {
            Some((start, left)) => {
                self.0.drop_end(instrument, units.start);
                self.keep(instrument, start, left, units.end);
            }
            None => {
                self.keep(instrument, units.start, piece, units.end);
                self.0.list(owner, instrument, units.start);
            }
        }
        Ok(())
    }

    /// Makes something else of units of a piece, or nothing. What is left of the piece stays on both sides. Returns
    /// the piece as it was.
    fn change(
        &mut self,
        instrument: S::Instrument,
        Part { piece: start, units }: Part,
        change: impl FnOnce(PieceOf<S>) -> Result<After<S>, Refusal>,
    ) -> Result<PieceOf<S>, Refusal> {
        not_empty(units)?;
        let piece = self.0.piece(instrument, start).ok_or(Refusal::NoSuchPiece)?;
        check(Interval::new(start, piece.end).holds(units), Refusal::OutsidePiece)?;
        let after = change(piece)?;

        // The right remainder first: where it begins, nothing began before.
        if units.end < piece.end {
            self.keep(instrument, units.end, piece, piece.end);
            self.0.list(piece.owner, instrument, units.end);
        }
        match start < units.start {
            true => self.put_behind(instrument, start, piece, units, after),
            false => self.put_in_place(instrument, piece, units, after),
        }
        Ok(piece)
    }

    /// Puts what became of units behind what is left of their piece.
    fn put_behind(
        &mut self,
        instrument: S::Instrument,
        start: Units,
        piece: PieceOf<S>,
        units: Interval,
        after: After<S>,
    ) {
        self.keep(instrument, start, piece, units.start);
        match after {
            Some(after) => {
                self.keep(instrument, units.start, after, units.end);
                self.0.list(after.owner, instrument, units.start);
            }
            None => self.end_with(instrument, piece, units),
        }
    }

    /// Puts what became of a piece's first units in their place, or joins it with the neighbour on the left.
    fn put_in_place(
        &mut self,
        instrument: S::Instrument,
        piece: PieceOf<S>,
        units: Interval,
        after: After<S>,
    ) {
        let Some(after) = after else {
            self.forget(instrument, units.start, piece);
            self.end_with(instrument, piece, units);
            return;
        };
        if let Some((start, left)) = self.left_of(instrument, units.start, &after) {
            self.forget(instrument, units.start, piece);
            self.0.drop_end(instrument, units.start);
            self.keep(instrument, start, left, units.end);
            return;
        }
        if after.owner != piece.owner {
            self.0.unlist(piece.owner, instrument, units.start);
            self.0.list(after.owner, instrument, units.start);
        }
        match units.end == piece.end {
            // It ends where it did.
            true => self.0.put_piece(instrument, units.start, after),
            false => self.keep(instrument, units.start, after, units.end),
        }
    }

    /// The piece that ends at a number, if it is like another one that begins there.
    fn left_of(
        &self,
        instrument: S::Instrument,
        end: Units,
        piece: &PieceOf<S>,
    ) -> Option<(Units, PieceOf<S>)> {
        let start = self.0.start_of(instrument, end)?;
        let left = self.0.piece(instrument, start)?;
        left.is_like(piece).then_some((start, left))
    }

    /// Keeps a piece from a start to an end.
    fn keep(&mut self, instrument: S::Instrument, start: Units, piece: PieceOf<S>, end: Units) {
        self.0.put_piece(instrument, start, PieceOf::<S> { end, ..piece });
        self.0.put_end(instrument, end, start);
    }

    /// Forgets a piece, but not where it ends.
    fn forget(&mut self, instrument: S::Instrument, start: Units, piece: PieceOf<S>) {
        self.0.drop_piece(instrument, start);
        self.0.unlist(piece.owner, instrument, start);
    }

    /// Forgets the end of units that ended with their piece. Any other end is a remainder's.
    fn end_with(&mut self, instrument: S::Instrument, piece: PieceOf<S>, units: Interval) {
        if units.end == piece.end {
            self.0.drop_end(instrument, units.end);
        }
    }
}

/// Pieces side by side.
pub struct Run<'a, S: Store> {
    store: &'a S,
    instrument: S::Instrument,
    next: Units,
    left: usize,
}

impl<S: Store> Iterator for Run<'_, S> {
    type Item = (Units, PieceOf<S>);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let start = self.next;
        let piece = self.store.piece(self.instrument, start)?;
        self.next = piece.end;
        Some((start, piece))
    }
}

/// A piece, as far as somebody may dispose of it: without the claim by which they do.
fn disposed<S: Store>(mut piece: PieceOf<S>, by: Right<S::Owner>) -> Result<PieceOf<S>, Refusal> {
    let frozen = piece.encumbrance.freeze.is_some();
    match by {
        Right::Owner(owner) => {
            check(piece.owner == owner, Refusal::NotOwner)?;
            check(!frozen, Refusal::Frozen)?;
            match piece.encumbrance.claim {
                None => Ok(piece),
                Some(Claim::Offered(_)) => Err(Refusal::Offered),
                Some(Claim::Pledged(_)) => Err(Refusal::Pledged),
            }
        }
        Right::Claim(claim) => {
            check(piece.encumbrance.claim == Some(claim), Refusal::OtherClaim)?;
            check(!frozen, Refusal::Frozen)?;
            piece.encumbrance.claim = None;
            Ok(piece)
        }
        Right::Order => Ok(piece),
    }
}

fn not_empty(units: Interval) -> Result<(), Refusal> {
    check(!units.is_empty(), Refusal::NoUnits)
}

fn check(holds: bool, refusal: Refusal) -> Result<(), Refusal> {
    match holds {
        true => Ok(()),
        false => Err(refusal),
    }
}
