//! A file per call or topic.

mod accept_offer;
mod cancel_offer;
mod chain;
mod freeze_owner;
mod freeze_units;
mod genesis;
mod holdings;
mod invariants;
mod keys;
mod merge_pieces;
mod model;
mod offer_units;
mod reading;
mod reassign_units;
mod sequences;
mod settlement;
mod split_piece;
mod thaw_owner;
mod thaw_units;
mod unit_claims;
mod unit_ledger;
mod withdraw_offer;

use crate::{
    mock::*, Ends, Error, Event, FrozenOwners, LastInstrument, LastOffer, LastOrder, Listings,
    Offer, Offers, Orders, Piece, Pieces, Provenance, Supplies, Terms,
};
use huangpu_primitives::{
    apis::Standing,
    calendar::Day,
    council::Decision,
    instruments::{InstrumentClass, InstrumentClass::*, InstrumentId},
    intervals::{Claim, Encumbrance, Interval, Part, Right, Supply, Units},
    money::Amount,
    traits::{self, FreeOwner, Holdings, UnitLedger},
    AssetId, OfferId, OrderId, OrgId,
};
use polkadot_sdk::{
    frame_support::{assert_noop, assert_ok, dispatch::DispatchResult},
    sp_core::H256,
    sp_runtime::DispatchError,
};

/// Hash of a decision.
const DOCUMENT: H256 = H256::repeat_byte(7);

/// The instrument of most tests: a hundred units of [`SELLER`] from genesis.
const CREDITS: InstrumentId = InstrumentId { class: Credit, number: 1 };

/// Who has the units.
const SELLER: u32 = 1;
/// Who has money.
const BUYER: u32 = 2;
/// Who has neither.
const OTHER: u32 = 3;

/// What a bank has on units.
const PLEDGE: Claim = Claim::Pledged(7);

/// Every standing of one that winds down.
const WINDING_DOWN: [Standing; 3] = [Standing::Suspended, Standing::Expelled, Standing::Lapsed];

/// A hundred units, and somebody who can pay for them.
fn hundred() -> ExtBuilder {
    ExtBuilder::default().holds(Credit, 100, SELLER).money(BUYER, 1_000)
}

fn signed(org: u32) -> RuntimeOrigin {
    RuntimeOrigin::signed(org.into())
}

/// Units from one number up to another, of a piece.
fn part(piece: Units, start: Units, end: Units) -> Part {
    Part { piece, units: Interval::new(start, end) }
}

/// All units of a piece.
fn whole(start: Units, end: Units) -> Part {
    Part::whole(start, end)
}

/// Offers units for ten days.
fn offer_to(buyer: Option<u32>, part: Part, price: Amount) -> DispatchResult {
    let buyer = buyer.map(OrgId);
    Intervals::offer_units(signed(SELLER), CREDITS, part, YUAN, price, buyer, TODAY.plus(10))
}

/// As above, to everybody.
fn offer(part: Part, price: Amount) -> DispatchResult {
    offer_to(None, part, price)
}

/// Takes an offer at this price, and else as it stands.
fn accept(offer: u32, buyer: u32, price: Amount) -> DispatchResult {
    accept_as(offer, buyer, Terms { price, ..terms(offer) })
}

fn accept_as(offer: u32, buyer: u32, terms: Terms) -> DispatchResult {
    Intervals::accept_offer(signed(buyer), OfferId(offer), terms)
}

/// What an offer is of, and for; of one that is not there, anything.
fn terms(offer: u32) -> Terms {
    let units = Interval::new(0, 1);
    let any = Terms { instrument: CREDITS, units, asset: YUAN, price: 1 };
    Offers::<Test>::get(OfferId(offer)).map_or(any, |offer| offer.terms())
}

fn withdraw(offer: u32, org: u32) -> DispatchResult {
    Intervals::withdraw_offer(signed(org), OfferId(offer))
}

fn split(org: u32, piece: Units, before: Units) -> DispatchResult {
    Intervals::split_piece(signed(org), CREDITS, piece, before)
}

fn merge(org: u32, piece: Units) -> DispatchResult {
    Intervals::merge_pieces(signed(org), CREDITS, piece)
}

/// Freezes units of whoever has them.
fn freeze(part: Part) -> DispatchResult {
    freeze_of(owner(part), part)
}

fn freeze_of(owner: u32, part: Part) -> DispatchResult {
    Intervals::freeze_units(RuntimeOrigin::root(), CREDITS, part, OrgId(owner), DOCUMENT)
}

/// Lifts whichever order froze units.
fn thaw(part: Part) -> DispatchResult {
    let found = Pieces::<Test>::get(CREDITS, part.piece);
    thaw_by(found.and_then(|piece| piece.encumbrance.freeze).unwrap_or_default(), part)
}

fn thaw_by(order: u32, part: Part) -> DispatchResult {
    Intervals::thaw_units(RuntimeOrigin::root(), CREDITS, part, OrderId(order), DOCUMENT)
}

/// Gives away units of whoever has them.
fn reassign(part: Part, to: u32) -> DispatchResult {
    reassign_from(owner(part), part, to)
}

fn reassign_from(from: u32, part: Part, to: u32) -> DispatchResult {
    let (root, from, to) = (RuntimeOrigin::root(), OrgId(from), OrgId(to));
    Intervals::reassign_units(root, CREDITS, part, from, to, DOCUMENT)
}

/// Who has the piece, if there is one.
fn owner(part: Part) -> u32 {
    Pieces::<Test>::get(CREDITS, part.piece).map_or(SELLER, |piece| piece.owner.0)
}

fn freeze_owner(org: u32) -> DispatchResult {
    Intervals::freeze_owner(RuntimeOrigin::root(), OrgId(org), DOCUMENT)
}

fn thaw_owner(org: u32) -> DispatchResult {
    thaw_owner_of(org, DOCUMENT)
}

/// Lifts the order of a document.
fn thaw_owner_of(org: u32, frozen_by: H256) -> DispatchResult {
    Intervals::thaw_owner(RuntimeOrigin::root(), OrgId(org), frozen_by, DOCUMENT)
}

fn cancel(offer: u32) -> DispatchResult {
    Intervals::cancel_offer(RuntimeOrigin::root(), OfferId(offer), DOCUMENT)
}

/// The owner's own right.
fn own(org: u32) -> Right<OrgId> {
    Right::Owner(OrgId(org))
}

/// As other pallets have it, who ask first.
fn asked(by: Right<OrgId>) -> Result<Right<FreeOwner>, DispatchError> {
    Ok(match by {
        Right::Owner(owner) => Right::Owner(<Intervals as UnitLedger>::ensure_owner_free(owner)?),
        Right::Claim(claim) => Right::Claim(claim),
        Right::Order => Right::Order,
    })
}

fn give(part: Part, by: Right<OrgId>, to: u32) -> DispatchResult {
    give_of(CREDITS, part, by, to)
}

fn give_of(of: InstrumentId, part: Part, by: Right<OrgId>, to: u32) -> DispatchResult {
    <Intervals as UnitLedger>::transfer(of, part, asked(by)?, OrgId(to)).map(drop)
}

fn retire(part: Part, by: Right<OrgId>) -> DispatchResult {
    retire_of(CREDITS, part, by)
}

fn retire_of(of: InstrumentId, part: Part, by: Right<OrgId>) -> DispatchResult {
    <Intervals as UnitLedger>::retire(of, part, asked(by)?)
}

fn encumber(part: Part, owner: u32, claim: Claim) -> DispatchResult {
    encumber_of(CREDITS, part, owner, claim)
}

fn encumber_of(of: InstrumentId, part: Part, owner: u32, claim: Claim) -> DispatchResult {
    let owner = <Intervals as UnitLedger>::ensure_owner_free(OrgId(owner))?;
    <Intervals as UnitLedger>::encumber(of, part, owner, claim)
}

fn release(part: Part, claim: Claim) -> DispatchResult {
    <Intervals as UnitLedger>::release(CREDITS, part, claim)
}

fn pledge(part: Part) -> DispatchResult {
    encumber(part, SELLER, PLEDGE)
}

/// The pieces: from, to, whose; in order.
fn pieces() -> Vec<(Units, Units, u32)> {
    let pieces = Pieces::<Test>::iter_prefix(CREDITS);
    let mut pieces: Vec<_> =
        pieces.map(|(start, piece)| (start, piece.end, piece.owner.0)).collect();
    pieces.sort_unstable();
    pieces
}

/// The piece that starts at a number.
fn piece(start: Units) -> Piece {
    Pieces::<Test>::get(CREDITS, start).unwrap()
}

/// Since when the units of the piece are held.
fn since(start: Units) -> Day {
    piece(start).provenance.since
}

/// What encumbers the piece that starts at a number.
fn claim(start: Units) -> Option<Claim> {
    piece(start).encumbrance.claim
}

/// By which order the piece is frozen.
fn frozen(start: Units) -> Option<u32> {
    piece(start).encumbrance.freeze
}

/// The document of an order.
fn order(id: u32) -> Option<H256> {
    Orders::<Test>::get(OrderId(id))
}

/// How many offers stand.
fn offers() -> usize {
    Offers::<Test>::iter().count()
}

/// This pallet's events, oldest first; all are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Intervals(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Only who trades for a member in good standing may make the call.
fn assert_for_traders_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    assert_for_owners_only(&call);
    for standing in WINDING_DOWN {
        stand(SELLER, standing);
        stand(BUYER, standing);
        for org in [SELLER, BUYER] {
            assert_noop!(call(signed(org)), DispatchError::BadOrigin);
        }
    }
    stand(SELLER, Standing::Active);
    stand(BUYER, Standing::Active);
}

/// Only who acts for a member may make the call, be it one that winds down.
fn assert_for_owners_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    stand(OTHER, Standing::Closed);
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), signed(ORGS + 1), signed(OTHER)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    stand(OTHER, Standing::Active);
}

/// Only the council may make the call, by a grave decision.
fn assert_for_council_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::none(), signed(SELLER), signed(BUYER)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    assert_eq!(Decided::get(), None);
    assert_ok!(call(RuntimeOrigin::root()));
    assert_eq!(Decided::get(), Some(Decision::Grave));
}
