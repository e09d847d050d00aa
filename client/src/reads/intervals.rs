//! What `IntervalsApi` answers.

use super::{listed, pages};
use crate::{Chain, Error, OfferId, OrgId, H256};
use codec::Encode;
use huangpu_primitives::{
    apis::{InstrumentView, OfferView, PieceView, PAGE},
    instruments::{InstrumentClass, InstrumentId},
    intervals::Units,
};

impl Chain {
    /// One instrument.
    pub async fn instrument(
        &self,
        at: H256,
        instrument: InstrumentId,
    ) -> Result<Option<InstrumentView>, Error> {
        self.call(at, "IntervalsApi_instrument", instrument.encode()).await
    }

    /// Instruments of a class with a number above `after`, in order.
    pub async fn instruments(
        &self,
        at: H256,
        class: InstrumentClass,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<InstrumentView>, Error> {
        self.call(at, "IntervalsApi_instruments", (class, after, limit).encode()).await
    }

    /// All instruments of a class.
    pub async fn all_instruments(
        &self,
        at: H256,
        class: InstrumentClass,
    ) -> Result<Vec<InstrumentView>, Error> {
        let page = |after| self.instruments(at, class, after, PAGE);
        pages(page, |of| Some(of.instrument.number)).await
    }

    /// The piece that starts at a number.
    pub async fn piece(
        &self,
        at: H256,
        instrument: InstrumentId,
        start: Units,
    ) -> Result<Option<PieceView>, Error> {
        self.call(at, "IntervalsApi_piece", (instrument, start).encode()).await
    }

    /// The pieces of an instrument after one, in storage order.
    pub async fn pieces(
        &self,
        at: H256,
        instrument: InstrumentId,
        after: Option<Units>,
        limit: u32,
    ) -> Result<Vec<PieceView>, Error> {
        self.call(at, "IntervalsApi_pieces", (instrument, after, limit).encode()).await
    }

    /// All pieces of an instrument, by their numbers.
    pub async fn all_pieces(
        &self,
        at: H256,
        instrument: InstrumentId,
    ) -> Result<Vec<PieceView>, Error> {
        listed(|after| self.pieces(at, instrument, after, PAGE), |piece| piece.start).await
    }

    /// An owner's pieces after one, in storage order.
    pub async fn pieces_of(
        &self,
        at: H256,
        owner: OrgId,
        after: Option<(InstrumentId, Units)>,
        limit: u32,
    ) -> Result<Vec<PieceView>, Error> {
        self.call(at, "IntervalsApi_pieces_of", (owner, after, limit).encode()).await
    }

    /// All pieces of an owner, by instrument and number.
    pub async fn all_pieces_of(&self, at: H256, owner: OrgId) -> Result<Vec<PieceView>, Error> {
        let page = |after| self.pieces_of(at, owner, after, PAGE);
        listed(page, |piece| (piece.instrument, piece.start)).await
    }

    /// One offer.
    pub async fn offer(&self, at: H256, offer: OfferId) -> Result<Option<OfferView>, Error> {
        self.call(at, "IntervalsApi_offer", offer.encode()).await
    }

    /// The offers that stand, after one, in storage order.
    pub async fn offers(
        &self,
        at: H256,
        after: Option<OfferId>,
        limit: u32,
    ) -> Result<Vec<OfferView>, Error> {
        self.call(at, "IntervalsApi_offers", (after, limit).encode()).await
    }

    /// All offers that stand, oldest first.
    pub async fn all_offers(&self, at: H256) -> Result<Vec<OfferView>, Error> {
        listed(|after| self.offers(at, after, PAGE), |offer| offer.offer).await
    }
}
