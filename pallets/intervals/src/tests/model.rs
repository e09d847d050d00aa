//! The naive model: one record per unit. It knows nothing of intervals; a piece is what its units say.

use super::*;
use std::ops::Range;

/// Why something is refused.
type Refused = DispatchError;

/// A unit that was issued and has not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Units with the same number here stand in one piece.
    piece: usize,
    pub(super) owner: u32,
    pub(super) provenance: Provenance,
    pub(super) encumbrance: Encumbrance,
}

impl Unit {
    fn is_like(&self, other: &Self) -> bool {
        Unit { piece: 0, ..*self } == Unit { piece: 0, ..*other }
    }
}

/// The units of an instrument, by their numbers; none, where one has ended.
#[derive(Clone, Debug, Default)]
pub(super) struct Book(Vec<Option<Unit>>);

impl Book {
    /// How many there are and were.
    pub(super) fn supply(&self) -> Supply {
        let issued = self.0.len() as Units;
        let ended = self.0.iter().filter(|unit| unit.is_none()).count() as Units;
        Supply { next: issued, issued, ended }
    }

    /// Whether an organisation has one.
    pub(super) fn has(&self, org: u32) -> bool {
        self.0.iter().flatten().any(|unit| unit.owner == org)
    }

    /// The pieces that the units say, with one unit of each.
    pub(super) fn pieces(&self) -> Vec<(Interval, Unit)> {
        let mut pieces: Vec<(Interval, Unit)> = vec![];
        let mut of = None;
        for (at, unit) in self.0.iter().enumerate() {
            let number = at as Units;
            match unit {
                Some(unit) if of == Some(unit.piece) => {
                    pieces.last_mut().unwrap().0.end = number + 1;
                }
                Some(unit) => pieces.push((Interval::new(number, number + 1), *unit)),
                None => {}
            }
            of = unit.map(|unit| unit.piece);
        }
        pieces
    }

    /// The piece that starts at a number.
    pub(super) fn piece_at(&self, start: Units) -> Result<(Interval, Unit), Refused> {
        let found = self.pieces().into_iter().find(|(units, _)| units.start == start);
        found.ok_or(Error::<Test>::NoSuchPiece.into())
    }

    pub(super) fn issue(
        &mut self,
        units: Units,
        owner: u32,
        provenance: Provenance,
    ) -> Result<(), Refused> {
        if units == 0 {
            return Err(Error::<Test>::NoUnits.into());
        }
        let start = self.0.len();
        let unit = Unit { piece: start, owner, provenance, encumbrance: Encumbrance::default() };
        self.0.extend((0..units).map(|_| Some(unit)));
        self.join_left(start);
        Ok(())
    }

    pub(super) fn split(&mut self, piece: Units, before: Units) -> Result<(), Refused> {
        let (units, _) = self.piece_at(piece)?;
        if before <= units.start || units.end <= before {
            return Err(Error::<Test>::OutsidePiece.into());
        }
        self.label(places(Interval::new(before, units.end)));
        Ok(())
    }

    pub(super) fn merge(&mut self, piece: Units) -> Result<(), Refused> {
        let (units, left) = self.piece_at(piece)?;
        let end = units.end as usize;
        let right = self.0.get(end).copied().flatten().ok_or(Error::<Test>::NoNeighbour)?;
        if !left.is_like(&right) {
            return Err(Error::<Test>::NotAlike.into());
        }
        self.join_left(end);
        Ok(())
    }

    /// Changes each unit of a part by itself. Then what is left on the right is a piece of its own, and what changed
    /// joins the neighbour on the left if it is like it.
    pub(super) fn each(
        &mut self,
        part: Part,
        change: impl Fn(Unit) -> Result<Option<Unit>, Refused>,
    ) -> Result<(), Refused> {
        if part.units.start >= part.units.end {
            return Err(Error::<Test>::NoUnits.into());
        }
        let (piece, _) = self.piece_at(part.piece)?;
        if part.units.start < piece.start || piece.end < part.units.end {
            return Err(Error::<Test>::OutsidePiece.into());
        }
        let named = places(part.units);
        let changed: Result<Vec<_>, _> =
            self.0[named.clone()].iter().map(|unit| change(unit.unwrap())).collect();
        for (at, unit) in named.clone().zip(changed?) {
            self.0[at] = unit;
        }
        self.label(places(Interval::new(part.units.end, piece.end)));
        self.label(named.clone());
        if part.units.start == piece.start {
            self.join_left(named.start);
        }
        Ok(())
    }

    /// Says of units that they are one piece.
    fn label(&mut self, places: Range<usize>) {
        for unit in self.0[places.clone()].iter_mut().flatten() {
            unit.piece = places.start;
        }
    }

    /// Joins the piece that starts at a place with the one before it, if their units are alike.
    fn join_left(&mut self, start: usize) {
        let before = start.checked_sub(1).and_then(|before| self.0[before]);
        let (Some(left), Some(Some(first))) = (before, self.0.get(start).copied()) else { return };
        if left.is_like(&first) {
            let same = |unit: &&mut Unit| unit.piece == first.piece;
            for unit in self.0[start..].iter_mut().flatten().filter(same) {
                unit.piece = left.piece;
            }
        }
    }
}

fn places(units: Interval) -> Range<usize> {
    units.start as usize..units.end as usize
}

/// A unit, as far as somebody may dispose of it: without the claim by which they do.
pub(super) fn disposed(mut unit: Unit, by: Right<OrgId>) -> Result<Unit, Refused> {
    let Encumbrance { claim, freeze } = unit.encumbrance;
    let refused = match by {
        Right::Owner(OrgId(org)) if org != unit.owner => Error::<Test>::NotOwner,
        Right::Claim(asked) if claim != Some(asked) => Error::<Test>::OtherClaim,
        Right::Owner(_) | Right::Claim(_) if freeze.is_some() => Error::<Test>::Frozen,
        Right::Owner(_) => match claim {
            Some(Claim::Offered(_)) => Error::<Test>::Offered,
            Some(Claim::Pledged(_)) => Error::<Test>::Pledged,
            None => return Ok(unit),
        },
        Right::Claim(_) => {
            unit.encumbrance.claim = None;
            return Ok(unit);
        }
        Right::Order => return Ok(unit),
    };
    Err(refused.into())
}
