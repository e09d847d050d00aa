//! The calls about units of instruments: offering, buying, splitting and merging them.

use super::CouncilCall;
use crate::{
    runtime::{
        self,
        runtime_types::{huangpu_runtime::RuntimeCall, pallet_intervals::pallet::Call},
    },
    AssetId, OfferId, OrgId, H256,
};
use huangpu_primitives::{
    calendar::Day,
    council::Decision,
    instruments::InstrumentId,
    intervals::{Part, Units},
    money::Amount,
};
use subxt::tx::Payload;

/// What is asked for units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// In this money.
    pub asset: AssetId,
    /// So much of it, for all of them, in fen.
    pub price: Amount,
    /// To whom they are offered; none, if to everybody.
    pub buyer: Option<OrgId>,
    /// The last day on which the offer can be accepted.
    pub until: Day,
}

/// Offers units of the signer's organisation for money.
pub fn offer(instrument: InstrumentId, part: Part, terms: Terms) -> impl Payload {
    let Terms { asset, price, buyer, until } = terms;
    let buyer = buyer.map(Into::into);
    runtime::transactions().intervals().offer_units(
        instrument.into(),
        part.into(),
        asset.into(),
        price,
        buyer,
        until.into(),
    )
}

/// Takes an offer at its price.
pub fn accept(offer: OfferId, price: Amount) -> impl Payload {
    runtime::transactions().intervals().accept_offer(offer.into(), price)
}

/// Withdraws an offer of the signer's organisation.
pub fn withdraw(offer: OfferId) -> impl Payload {
    runtime::transactions().intervals().withdraw_offer(offer.into())
}

/// Splits a piece of the signer's organisation in two, before a number within it.
pub fn split(instrument: InstrumentId, piece: Units, before: Units) -> impl Payload {
    runtime::transactions().intervals().split_piece(instrument.into(), piece, before)
}

/// Merges a piece of the signer's organisation with its neighbour on the right.
pub fn merge(instrument: InstrumentId, piece: Units) -> impl Payload {
    runtime::transactions().intervals().merge_pieces(instrument.into(), piece)
}

/// Freezes units, citing the decision's document by its hash.
pub fn freeze(instrument: InstrumentId, part: Part, document: H256) -> CouncilCall {
    council(Call::freeze_units { instrument: instrument.into(), part: part.into(), document })
}

/// Lifts the order by which units are frozen, citing the decision's document by its hash.
pub fn thaw(instrument: InstrumentId, part: Part, document: H256) -> CouncilCall {
    council(Call::thaw_units { instrument: instrument.into(), part: part.into(), document })
}

/// Freezes all units of a member, citing the decision's document by its hash.
pub fn freeze_owner(owner: OrgId, document: H256) -> CouncilCall {
    council(Call::freeze_owner { owner: owner.into(), document })
}

/// Lets a member dispose of its units again, citing the decision's document by its hash.
pub fn thaw_owner(owner: OrgId, document: H256) -> CouncilCall {
    council(Call::thaw_owner { owner: owner.into(), document })
}

/// Gives units to another member, citing the decision's document by its hash.
pub fn reassign(instrument: InstrumentId, part: Part, to: OrgId, document: H256) -> CouncilCall {
    let (instrument, part, to) = (instrument.into(), part.into(), to.into());
    council(Call::reassign_units { instrument, part, to, document })
}

/// Ends an offer, citing the decision's document by its hash.
pub fn cancel(offer: OfferId, document: H256) -> CouncilCall {
    council(Call::cancel_offer { offer: offer.into(), document })
}

fn council(call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Intervals(call), Decision::Grave)
}
