//! The naive model: one record per unit. It knows nothing of intervals; a piece is what its units say.

use super::memory::{Owner, Piece, Provenance};
use crate::intervals::{Claim, Encumbrance, Interval, Part, Refusal, Right, Supply, Units};

/// A unit that was issued and has not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    /// Units with the same number here stand in one piece.
    piece: usize,
    owner: Owner,
    provenance: Provenance,
    encumbrance: Encumbrance,
}

impl Unit {
    fn is_like(&self, other: &Self) -> bool {
        Unit { piece: 0, ..*self } == Unit { piece: 0, ..*other }
    }
}

/// As many numbers as there are records, from a base on.
#[derive(Debug, Clone)]
pub(super) struct Model {
    base: Units,
    units: Vec<Option<Unit>>,
    next: usize,
    issued: Units,
    ended: Units,
}

type Outcome = Result<(), Refusal>;

impl Model {
    pub(super) fn new(base: Units, numbers: usize) -> Self {
        Self { base, units: vec![None; numbers], next: 0, issued: 0, ended: 0 }
    }

    pub(super) fn supply(&self) -> Supply {
        let next = if self.issued == 0 { 0 } else { self.base + self.next as Units };
        Supply { next, issued: self.issued, ended: self.ended }
    }

    /// The pieces that the units say.
    pub(super) fn pieces(&self) -> Vec<(Units, Piece)> {
        let mut pieces: Vec<(Units, Piece)> = Vec::new();
        let mut of = None;
        for (at, unit) in self.units.iter().enumerate() {
            let number = self.base + at as Units;
            match unit {
                Some(unit) if of == Some(unit.piece) => pieces.last_mut().unwrap().1.end += 1,
                Some(Unit { owner, provenance, encumbrance, .. }) => pieces.push((
                    number,
                    Piece {
                        end: number + 1,
                        owner: *owner,
                        provenance: *provenance,
                        encumbrance: *encumbrance,
                    },
                )),
                None => {}
            }
            of = unit.map(|unit| unit.piece);
        }
        pieces
    }

    pub(super) fn issue(
        &mut self,
        units: Interval,
        owner: Owner,
        provenance: Provenance,
    ) -> Outcome {
        let (start, end) = self.places(units).ok_or(Refusal::NoUnits)?;
        if start < self.next {
            return Err(Refusal::Overlap);
        }
        let encumbrance = Encumbrance::default();
        let unit = Unit { piece: start, owner, provenance, encumbrance };
        self.units[start..end].fill(Some(unit));
        self.next = end;
        self.issued += units.units();
        self.join_left(start);
        Ok(())
    }

    pub(super) fn transfer(
        &mut self,
        part: Part,
        by: Right<Owner>,
        to: Owner,
        provenance: Provenance,
    ) -> Outcome {
        self.each(part, |unit| {
            let unit = may_dispose(unit, by)?;
            match unit.owner == to {
                true => Err(Refusal::SameOwner),
                false => Ok(Some(Unit { owner: to, provenance, ..unit })),
            }
        })
    }

    pub(super) fn retire(&mut self, part: Part, by: Right<Owner>) -> Outcome {
        self.each(part, |unit| may_dispose(unit, by).map(|_| None))?;
        self.ended += part.units.units();
        Ok(())
    }

    pub(super) fn encumber(&mut self, part: Part, owner: Owner, claim: Claim) -> Outcome {
        self.each(part, |unit| {
            let mut unit = may_dispose(unit, Right::Owner(owner))?;
            unit.encumbrance.claim = Some(claim);
            Ok(Some(unit))
        })
    }

    pub(super) fn release(&mut self, part: Part, claim: Claim) -> Outcome {
        self.each(part, |mut unit| match unit.encumbrance.claim.take() {
            Some(other) if other == claim => Ok(Some(unit)),
            _ => Err(Refusal::OtherClaim),
        })
    }

    pub(super) fn freeze(&mut self, part: Part, order: u32) -> Outcome {
        self.each(part, |mut unit| match unit.encumbrance.freeze.replace(order) {
            None => Ok(Some(unit)),
            Some(_) => Err(Refusal::Frozen),
        })
    }

    pub(super) fn thaw(&mut self, part: Part, order: u32) -> Outcome {
        self.each(part, |mut unit| match unit.encumbrance.freeze.take() {
            Some(other) if other == order => Ok(Some(unit)),
            _ => Err(Refusal::OtherFreeze),
        })
    }

    pub(super) fn split(&mut self, piece: Units, before: Units) -> Outcome {
        let (start, end) = self.piece_at(piece)?;
        let at = self.place(before).filter(|at| start < *at && *at < end);
        self.label(at.ok_or(Refusal::OutsidePiece)?, end);
        Ok(())
    }

    pub(super) fn merge(&mut self, piece: Units) -> Outcome {
        let (_, end) = self.piece_at(piece)?;
        let right = self.units.get(end).copied().flatten().ok_or(Refusal::NoNeighbour)?;
        match right.is_like(&self.units[end - 1].unwrap()) {
            true => {
                self.join_left(end);
                Ok(())
            }
            false => Err(Refusal::NotAlike),
        }
    }

    /// Changes each unit of a part by itself; then what is left on the right is a piece of its own, and the
    /// changed ones join the neighbour on the left if they are like it.
    fn each(
        &mut self,
        part: Part,
        change: impl Fn(Unit) -> Result<Option<Unit>, Refusal>,
    ) -> Outcome {
        let named = self.places(part.units).ok_or(Refusal::NoUnits);
        let (start, end) = match named {
            // Names units, but not among those that there are: the piece is looked for first.
            Err(refusal) if part.units.is_empty() => return Err(refusal),
            Err(_) => return self.piece_at(part.piece).and(Err(Refusal::OutsidePiece)),
            Ok(places) => places,
        };
        let (first, last) = self.piece_at(part.piece)?;
        if start < first || last < end {
            return Err(Refusal::OutsidePiece);
        }
        let changed: Result<Vec<_>, _> =
            self.units[start..end].iter().map(|unit| change(unit.unwrap())).collect();
        for (at, unit) in changed?.into_iter().enumerate() {
            self.units[start + at] = unit;
        }
        self.label(end, last);
        self.label(start, end);
        if start == first {
            self.join_left(start);
        }
        Ok(())
    }

    /// Says of units that they are one piece.
    fn label(&mut self, start: usize, end: usize) {
        for unit in self.units[start..end].iter_mut().flatten() {
            unit.piece = start;
        }
    }

    /// Joins the piece that starts at a place with the one before it, if their units are alike.
    fn join_left(&mut self, start: usize) {
        let (Some(before), Some(Some(unit))) = (start.checked_sub(1), self.units.get(start)) else {
            return;
        };
        let Some(left) = self.units[before].filter(|left| left.is_like(unit)) else { return };
        let of = unit.piece;
        let joined = self.units[start..].iter_mut();
        for unit in joined.map_while(|unit| unit.as_mut().filter(|unit| unit.piece == of)) {
            unit.piece = left.piece;
        }
    }

    /// Where the piece that starts at a number stands.
    fn piece_at(&self, number: Units) -> Result<(usize, usize), Refusal> {
        let starts = |at: usize| {
            let unit = self.units[at]?;
            let before = at.checked_sub(1).and_then(|at| self.units[at]);
            (before.map(|before| before.piece) != Some(unit.piece)).then_some(unit)
        };
        let at = self.place(number).ok_or(Refusal::NoSuchPiece)?;
        let first = starts(at).ok_or(Refusal::NoSuchPiece)?;
        let length = self.units[at..]
            .iter()
            .take_while(|unit| unit.is_some_and(|unit| unit.piece == first.piece))
            .count();
        Ok((at, at + length))
    }

    fn place(&self, number: Units) -> Option<usize> {
        let at = usize::try_from(number.checked_sub(self.base)?).ok()?;
        (at < self.units.len()).then_some(at)
    }

    /// The places of an interval that is not empty and lies within the model.
    fn places(&self, units: Interval) -> Option<(usize, usize)> {
        let last = units.end.checked_sub(1)?;
        let (start, last) = (self.place(units.start)?, self.place(last)?);
        (start <= last).then_some((start, last + 1))
    }
}

fn may_dispose(mut unit: Unit, by: Right<Owner>) -> Result<Unit, Refusal> {
    let Encumbrance { claim, freeze } = unit.encumbrance;
    match by {
        Right::Owner(owner) if owner != unit.owner => Err(Refusal::NotOwner),
        Right::Claim(asked) if claim != Some(asked) => Err(Refusal::OtherClaim),
        Right::Owner(_) | Right::Claim(_) if freeze.is_some() => Err(Refusal::Frozen),
        Right::Owner(_) => match claim {
            Some(Claim::Offered(_)) => Err(Refusal::Offered),
            Some(Claim::Pledged(_)) => Err(Refusal::Pledged),
            None => Ok(unit),
        },
        Right::Claim(_) => {
            unit.encumbrance.claim = None;
            Ok(unit)
        }
        Right::Order => Ok(unit),
    }
}
