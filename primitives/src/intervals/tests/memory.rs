//! A store in memory, which counts its reads and writes.

use crate::intervals::{audit, store::PieceOf, Ledger, Store, Supply, Units};
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

pub(super) type Instrument = u8;
pub(super) type Owner = u8;
pub(super) type Provenance = u8;
pub(super) type Piece = crate::intervals::Piece<Owner, Provenance>;

#[derive(Debug, Default, Clone)]
pub(super) struct Memory {
    pieces: BTreeMap<(Instrument, Units), Piece>,
    ends: BTreeMap<(Instrument, Units), Units>,
    listings: BTreeSet<(Owner, Instrument, Units)>,
    supplies: BTreeMap<Instrument, Supply>,
    reads: Cell<u32>,
    writes: u32,
}

impl Memory {
    pub(super) fn ledger() -> Ledger<Self> {
        Ledger(Self::default())
    }

    /// The pieces of an instrument, in the order of their numbers.
    pub(super) fn pieces(&self, instrument: Instrument) -> Vec<(Units, Piece)> {
        let all = (instrument, 0)..=(instrument, Units::MAX);
        self.pieces.range(all).map(|((_, start), piece)| (*start, *piece)).collect()
    }

    /// The supply of an instrument, at no cost.
    pub(super) fn supply_of(&self, instrument: Instrument) -> Supply {
        self.supplies.get(&instrument).copied().unwrap_or_default()
    }

    /// Whether another store holds the same.
    pub(super) fn holds_the_same(&self, other: &Self) -> bool {
        self.pieces == other.pieces
            && self.ends == other.ends
            && self.listings == other.listings
            && self.supplies == other.supplies
    }

    /// Reads and writes since they were last asked for.
    pub(super) fn costs(&mut self) -> (u32, u32) {
        (self.reads.take(), std::mem::take(&mut self.writes))
    }

    /// Everything that must hold, in all maps and in both directions.
    pub(super) fn check(&self) {
        for instrument in self.supplies.keys() {
            audit::check(self, *instrument, self.pieces(*instrument).into_iter()).unwrap();
        }
        let listed = self.pieces.iter().map(|((of, start), piece)| (piece.owner, *of, *start));
        assert_eq!(self.listings, listed.collect(), "each piece is on its owner's list");
        let ends = self.pieces.iter().map(|((of, start), piece)| ((*of, piece.end), *start));
        assert_eq!(self.ends, ends.collect(), "each piece is found by its end");
    }

    fn read(&self) {
        self.reads.set(self.reads.get() + 1);
    }
}

impl Store for Memory {
    type Instrument = Instrument;
    type Owner = Owner;
    type Provenance = Provenance;

    fn piece(&self, instrument: Instrument, start: Units) -> Option<PieceOf<Self>> {
        self.read();
        self.pieces.get(&(instrument, start)).copied()
    }

    fn put_piece(&mut self, instrument: Instrument, start: Units, piece: PieceOf<Self>) {
        self.writes += 1;
        self.pieces.insert((instrument, start), piece);
    }

    fn drop_piece(&mut self, instrument: Instrument, start: Units) {
        self.writes += 1;
        self.pieces.remove(&(instrument, start)).expect("there is such a piece");
    }

    fn start_of(&self, instrument: Instrument, end: Units) -> Option<Units> {
        self.read();
        self.ends.get(&(instrument, end)).copied()
    }

    fn put_end(&mut self, instrument: Instrument, end: Units, start: Units) {
        self.writes += 1;
        self.ends.insert((instrument, end), start);
    }

    fn drop_end(&mut self, instrument: Instrument, end: Units) {
        self.writes += 1;
        self.ends.remove(&(instrument, end)).expect("a piece ends there");
    }

    fn list(&mut self, owner: Owner, instrument: Instrument, start: Units) {
        self.writes += 1;
        assert!(self.listings.insert((owner, instrument, start)), "it is not listed yet");
    }

    fn unlist(&mut self, owner: Owner, instrument: Instrument, start: Units) {
        self.writes += 1;
        assert!(self.listings.remove(&(owner, instrument, start)), "it is listed");
    }

    fn supply(&self, instrument: Instrument) -> Supply {
        self.read();
        self.supply_of(instrument)
    }

    fn put_supply(&mut self, instrument: Instrument, supply: Supply) {
        self.writes += 1;
        self.supplies.insert(instrument, supply);
    }
}
