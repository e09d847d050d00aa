//! The calls about units of instruments: offering, buying, splitting and merging them.

use super::CouncilCall;
use crate::{
    runtime::{
        self,
        runtime_types::{
            huangpu_runtime::RuntimeCall,
            pallet_intervals::{pallet::Call, types::Terms as Agreed},
        },
    },
    AssetId, OfferId, OrderId, OrgId, H256,
};
use huangpu_primitives::{
    calendar::Day,
    council::Decision,
    instruments::InstrumentId,
    intervals::{Interval, Part, Units},
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

/// Takes an offer, saying which units and for what: if it is another one, the chain refuses it.
pub fn accept(
    offer: OfferId,
    instrument: InstrumentId,
    units: Interval,
    asset: AssetId,
    price: Amount,
) -> impl Payload {
    let (instrument, units, asset) = (instrument.into(), units.into(), asset.into());
    let terms = Agreed { instrument, units, asset, price };
    runtime::transactions().intervals().accept_offer(offer.into(), terms)
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

/// Freezes an owner's units, citing the decision's document by its hash.
pub fn freeze(instrument: InstrumentId, part: Part, owner: OrgId, document: H256) -> CouncilCall {
    let (instrument, part, owner) = (instrument.into(), part.into(), owner.into());
    council(Call::freeze_units { instrument, part, owner, document })
}

/// Lifts the order by which units are frozen, citing the decision's document by its hash.
pub fn thaw(instrument: InstrumentId, part: Part, order: OrderId, document: H256) -> CouncilCall {
    let (instrument, part, order) = (instrument.into(), part.into(), order.into());
    council(Call::thaw_units { instrument, part, order, document })
}

/// Freezes all units of a member, citing the decision's document by its hash.
pub fn freeze_owner(owner: OrgId, document: H256) -> CouncilCall {
    council(Call::freeze_owner { owner: owner.into(), document })
}

/// Lifts the order that froze an owner, citing both documents by their hashes.
pub fn thaw_owner(owner: OrgId, frozen_by: H256, document: H256) -> CouncilCall {
    council(Call::thaw_owner { owner: owner.into(), frozen_by, document })
}

/// Gives an owner's units to another member, citing the decision's document by its hash.
pub fn reassign(
    instrument: InstrumentId,
    part: Part,
    from: OrgId,
    to: OrgId,
    document: H256,
) -> CouncilCall {
    let (instrument, part) = (instrument.into(), part.into());
    let (from, to) = (from.into(), to.into());
    council(Call::reassign_units { instrument, part, from, to, document })
}

/// Ends an offer, citing the decision's document by its hash.
pub fn cancel(offer: OfferId, document: H256) -> CouncilCall {
    council(Call::cancel_offer { offer: offer.into(), document })
}

fn council(call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Intervals(call), Decision::Grave)
}
