//! Random acts on the ledger and on the naive model: the same refusals, the same pieces, the same supply.

use super::{
    memory::{Memory, Owner, Provenance},
    model::Model,
};
use crate::intervals::{Claim, Interval, Ledger, Part, Refusal, Right, Units};
use proptest::prelude::*;
use rand::{rngs::StdRng, Rng, SeedableRng};

/// How many numbers there are: few, so that acts meet.
const NUMBERS: usize = 24;

#[derive(Debug, Clone, Copy)]
enum Act {
    Issue(Interval, Owner, Provenance),
    IssueNext(Units, Owner, Provenance),
    Transfer(Part, Right<Owner>, Owner, Provenance),
    Retire(Part, Right<Owner>),
    Encumber(Part, Owner, Claim),
    Release(Part, Claim),
    Freeze(Part, u32),
    Thaw(Part, u32),
    Split(Units, Units),
    Merge(Units),
}

/// A source of choices: a number below another one.
type Choice<'a> = &'a mut dyn FnMut(usize) -> usize;

/// Both sides of the comparison.
struct Pair {
    base: Units,
    model: Model,
    ledger: Ledger<Memory>,
}

impl Pair {
    fn new(base: Units) -> Self {
        Self { base, model: Model::new(base, NUMBERS), ledger: Memory::ledger() }
    }

    fn step(&mut self, choose: Choice) -> Result<(), Refusal> {
        let act = self.choose(choose);
        let before = self.ledger.0.clone();
        let (expected, done) = (self.on_model(act), self.on_ledger(act));
        assert_eq!(done, expected, "{act:?} on {:?}", before.pieces(0));
        assert_eq!(
            self.ledger.0.pieces(0),
            self.model.pieces(),
            "{act:?} on {:?}",
            before.pieces(0)
        );
        assert_eq!(self.ledger.0.supply_of(0), self.model.supply(), "{act:?}");
        if done.is_err() {
            assert!(
                self.ledger.0.holds_the_same(&before),
                "{act:?} was refused and changed something"
            );
        }
        self.ledger.0.check();
        done
    }

    /// An act. Most name a piece that there is, units of it, its owner and the claim on it; some name anything.
    fn choose(&self, choose: Choice) -> Act {
        let pieces = self.ledger.0.pieces(0);
        let any = |choose: Choice| self.base + choose(NUMBERS) as Units;
        let known = !pieces.is_empty() && choose(8) > 0;
        let meant = known.then(|| pieces[choose(pieces.len())]);
        let encumbrance = meant.map(|(_, piece)| piece.encumbrance).unwrap_or_default();
        let owner = |choose: Choice| match meant {
            Some((_, piece)) if choose(6) > 0 => piece.owner,
            _ => choose(3) as Owner,
        };
        let to = |choose: Choice| choose(3) as Owner;
        let provenance = |choose: Choice| choose(2) as Provenance;
        let part = |choose: Choice| {
            let Some((start, piece)) = meant else {
                return Part { piece: any(choose), units: Interval::new(any(choose), any(choose)) };
            };
            let within = (piece.end - start) as usize;
            let from = start + [0, choose(within)][choose(2)] as Units;
            let to = piece.end - [0, choose(within)][choose(2)] as Units;
            // Sometimes one too far.
            let to = if choose(12) == 0 { to.saturating_add(1).min(self.end()) } else { to };
            Part { piece: start, units: Interval::new(from, to) }
        };
        let claim = |choose: Choice| match encumbrance.claim {
            Some(claim) if choose(6) > 0 => claim,
            _ if choose(2) == 0 => Claim::Offered(choose(2) as u32),
            _ => Claim::Pledged(choose(2) as u32),
        };
        let order = |choose: Choice| match encumbrance.freeze {
            Some(order) if choose(6) > 0 => order,
            _ => choose(2) as u32,
        };
        let right = |choose: Choice| match (choose(4), encumbrance.claim) {
            (0, _) => Right::Order,
            (1, _) | (2, Some(_)) => Right::Claim(claim(choose)),
            _ => Right::Owner(owner(choose)),
        };
        match choose(14) {
            0 if choose(4) == 0 => {
                Act::Issue(Interval::new(any(choose), any(choose)), to(choose), provenance(choose))
            }
            1 => {
                // None, when the model's numbers are used up.
                let left = self.end() - self.next(0).end;
                let units = left.min(choose(4) as Units);
                Act::IssueNext(units, to(choose), provenance(choose))
            }
            0 | 2..=4 => Act::Transfer(part(choose), right(choose), to(choose), provenance(choose)),
            5 if choose(3) == 0 => Act::Retire(part(choose), right(choose)),
            5..=6 => Act::Encumber(part(choose), owner(choose), claim(choose)),
            7..=8 => Act::Release(part(choose), claim(choose)),
            9 => Act::Freeze(part(choose), choose(2) as u32),
            10..=11 => Act::Thaw(part(choose), order(choose)),
            12 => Act::Split(part(choose).piece, part(choose).units.end),
            _ => Act::Merge(part(choose).piece),
        }
    }

    fn end(&self) -> Units {
        self.base + NUMBERS as Units
    }

    /// The numbers that the next units get.
    fn next(&self, units: Units) -> Interval {
        let next = self.ledger.0.supply_of(0).next.max(self.base);
        Interval::new(next, next + units)
    }

    fn on_model(&mut self, act: Act) -> Result<(), Refusal> {
        let model = &mut self.model;
        match act {
            Act::Issue(units, owner, provenance) => model.issue(units, owner, provenance),
            Act::IssueNext(units, owner, provenance) => {
                let units = self.next(units);
                self.model.issue(units, owner, provenance)
            }
            Act::Transfer(part, by, to, provenance) => model.transfer(part, by, to, provenance),
            Act::Retire(part, by) => model.retire(part, by),
            Act::Encumber(part, owner, claim) => model.encumber(part, owner, claim),
            Act::Release(part, claim) => model.release(part, claim),
            Act::Freeze(part, order) => model.freeze(part, order),
            Act::Thaw(part, order) => model.thaw(part, order),
            Act::Split(piece, before) => model.split(piece, before),
            Act::Merge(piece) => model.merge(piece),
        }
    }

    fn on_ledger(&mut self, act: Act) -> Result<(), Refusal> {
        if let Act::IssueNext(units, owner, provenance) = act {
            let expected = self.next(units);
            // The model's first number may be another than 0.
            if self.ledger.0.supply_of(0).next == 0 {
                return self.ledger.issue(0, expected, owner, provenance);
            }
            let issued = self.ledger.issue_next(0, units, owner, provenance)?;
            assert_eq!(issued, expected);
            return Ok(());
        }
        let ledger = &mut self.ledger;
        match act {
            Act::Issue(units, owner, provenance) => ledger.issue(0, units, owner, provenance),
            Act::IssueNext(..) => Ok(()),
            Act::Transfer(part, by, to, provenance) => {
                ledger.transfer(0, part, by, to, |_| provenance).map(drop)
            }
            Act::Retire(part, by) => ledger.retire(0, part, by).map(drop),
            Act::Encumber(part, owner, claim) => ledger.encumber(0, part, owner, claim),
            Act::Release(part, claim) => ledger.release(0, part, claim),
            Act::Freeze(part, order) => ledger.freeze(0, part, order),
            Act::Thaw(part, order) => ledger.thaw(0, part, order),
            Act::Split(piece, before) => ledger.split(0, piece, before),
            Act::Merge(piece) => ledger.merge(0, piece),
        }
    }
}

/// The lowest numbers, some in the middle, and the highest that there are.
const BASES: [Units; 3] = [0, 1 << 100, Units::MAX - NUMBERS as Units];

proptest! {
    #[test]
    fn the_ledger_does_what_the_naive_model_does(
        base in proptest::sample::select(&BASES[..]),
        choices in proptest::collection::vec(any::<u16>(), 1..2_000),
    ) {
        let mut pair = Pair::new(base);
        let mut choices = choices.into_iter().map(usize::from).peekable();
        while choices.peek().is_some() {
            let _ = pair.step(&mut |below| choices.next().unwrap_or(0) % below);
        }
    }
}

/// Two million steps. When the numbers are used up, it begins anew.
#[test]
fn the_ledger_does_what_the_naive_model_does_for_millions_of_steps() {
    let mut random = StdRng::seed_from_u64(20_261_122);
    let mut done = 0;
    for life in 0..10_000 {
        let mut pair = Pair::new(BASES[life % BASES.len()]);
        for _ in 0..200 {
            done += u32::from(pair.step(&mut |below| random.gen_range(0..below)).is_ok());
        }
    }
    // A comparison of refusals alone would show little.
    assert!(done > 500_000, "only {done} acts were done");
}
