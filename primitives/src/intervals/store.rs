//! Where pieces are kept: four maps, of which a pallet makes storage and a test makes trees.

use super::{Piece, Supply, Units};

/// The piece of a store.
pub type PieceOf<S> = Piece<<S as Store>::Owner, <S as Store>::Provenance>;

/// Four maps. No method fails; each is one read or one write.
pub trait Store {
    /// Names what the units are units of.
    type Instrument: Copy;
    /// Names who has units.
    type Owner: Copy + Eq;
    /// Where units come from.
    type Provenance: Copy + Eq;

    /// The piece that starts at a number.
    fn piece(&self, instrument: Self::Instrument, start: Units) -> Option<PieceOf<Self>>;
    /// Keeps the piece that starts at a number, in the place of any other.
    fn put_piece(&mut self, instrument: Self::Instrument, start: Units, piece: PieceOf<Self>);
    /// Forgets the piece that starts at a number.
    fn drop_piece(&mut self, instrument: Self::Instrument, start: Units);

    /// The start of the piece that ends at a number.
    fn start_of(&self, instrument: Self::Instrument, end: Units) -> Option<Units>;
    /// Keeps where the piece starts that ends at a number.
    fn put_end(&mut self, instrument: Self::Instrument, end: Units, start: Units);
    /// Forgets that a piece ends at a number.
    fn drop_end(&mut self, instrument: Self::Instrument, end: Units);

    /// Lists a piece among its owner's.
    fn list(&mut self, owner: Self::Owner, instrument: Self::Instrument, start: Units);
    /// Takes a piece off an owner's list.
    fn unlist(&mut self, owner: Self::Owner, instrument: Self::Instrument, start: Units);

    /// How many units of an instrument there are and were: none, if it is not known.
    fn supply(&self, instrument: Self::Instrument) -> Supply;
    /// Keeps how many there are and were.
    fn put_supply(&mut self, instrument: Self::Instrument, supply: Supply);
}
