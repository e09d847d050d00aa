//! A model of the whole pallet over the naive one of units: what each act does, or why it is refused.

use super::{
    model::{disposed, Book, Unit},
    *,
};
use std::collections::{BTreeMap, BTreeSet};

/// The instruments: each model book is one of them.
pub(super) const INSTRUMENTS: [InstrumentId; 2] =
    [CREDITS, InstrumentId { class: Allowance, number: 1 }];
/// Organisations from 1 to this one take part.
pub(super) const PARTS: u32 = 3;
/// What each has of the instrument of its number at first, and how much money.
pub(super) const UNITS: Units = 8;
pub(super) const MONEY: Amount = 15;

/// What somebody does, or what happens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    Issue { units: Units, owner: u32, lot: u32 },
    Transfer { part: Part, by: Right<OrgId>, to: u32 },
    Retire { part: Part, by: Right<OrgId> },
    Encumber { part: Part, owner: u32, claim: Claim },
    Release { part: Part, claim: Claim },
    Offer { part: Part, seller: u32, buyer: Option<u32>, asset: AssetId, price: Amount, until: Day },
    Accept { offer: u32, buyer: u32, price: Amount },
    Withdraw { offer: u32, org: u32 },
    Split { org: u32, piece: Units, before: Units },
    Merge { org: u32, piece: Units },
    Freeze { part: Part, owner: u32 },
    Thaw { part: Part, order: u32 },
    Reassign { part: Part, from: u32, to: u32 },
    Cancel { offer: u32 },
    FreezeOwner { org: u32 },
    ThawOwner { org: u32 },
    Pass { days: u32 },
    Stand { org: u32, to: Standing },
    Gate { shut: bool },
    Rules { forbid: bool },
    Payments { refuse: bool },
}

/// An offer that stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offered {
    /// Of which instrument.
    pub(super) of: usize,
    pub(super) units: Interval,
    pub(super) seller: u32,
    pub(super) buyer: Option<u32>,
    pub(super) price: Amount,
    until: Day,
}

/// All there is.
#[derive(Clone)]
pub(super) struct Chain {
    pub(super) books: [Book; 2],
    pub(super) offers: BTreeMap<u32, Offered>,
    pub(super) today: Day,
    money: BTreeMap<u32, Amount>,
    standings: BTreeMap<u32, Standing>,
    frozen: BTreeSet<u32>,
    last_offer: u32,
    last_order: u32,
    shut: [bool; 2],
    forbids: bool,
    refuses: bool,
}

impl Chain {
    /// As after a genesis in which organisations 1 and 2 have the instruments.
    pub(super) fn new() -> Self {
        let mut books = [Book::default(), Book::default()];
        for (owner, book) in (1..).zip(&mut books) {
            book.issue(UNITS, owner, Provenance { lot: 0, since: Day(0) }).unwrap();
        }
        Self {
            books,
            offers: BTreeMap::new(),
            today: TODAY,
            money: (1..=PARTS).map(|org| (org, MONEY)).collect(),
            standings: BTreeMap::new(),
            frozen: BTreeSet::new(),
            last_offer: 0,
            last_order: 0,
            shut: [false; 2],
            forbids: false,
            refuses: false,
        }
    }

    /// Does an act on an instrument, or nothing, and says why.
    pub(super) fn takes(&mut self, of: usize, act: Act) -> DispatchResult {
        let since = self.today;
        match act {
            Act::Issue { units, owner, lot } => {
                self.books[of].issue(units, owner, Provenance { lot, since })
            }
            Act::Transfer { part, by, to } => {
                self.owner_may_dispose(by)?;
                self.may_leave(of, part, by)?;
                self.give(of, part, by, to)
            }
            Act::Retire { part, by } => {
                self.owner_may_dispose(by)?;
                self.may_leave(of, part, by)?;
                self.books[of].each(part, |unit| disposed(unit, by).map(|_| None))
            }
            Act::Encumber { part, owner, claim } => {
                self.is_not_frozen(owner)?;
                ensure(!matches!(claim, Claim::Offered(_)), Error::OtherClaim)?;
                self.encumber(of, part, owner, claim)
            }
            Act::Release { part, claim } => {
                self.may_leave(of, part, Right::Claim(claim))?;
                self.release(of, part, claim)
            }
            Act::Offer { part, seller, buyer, asset, price, until } => {
                let offered = Offered { of, units: part.units, seller, buyer, price, until };
                self.offer(part, asset, offered)
            }
            Act::Accept { offer, buyer, price } => self.accept(offer, buyer, price),
            Act::Withdraw { offer, org } => {
                ensure_origin(self.standing(org) != Standing::Closed)?;
                let found = self.found(offer)?;
                ensure(found.seller == org, Error::NotTheSeller)?;
                self.is_not_frozen(org)?;
                self.drop_offer(offer, found)
            }
            Act::Cancel { offer } => self.drop_offer(offer, self.found(offer)?),
            Act::Split { org, piece, before } => {
                self.is_free_and_own(of, org, piece)?;
                self.books[of].split(piece, before)
            }
            Act::Merge { org, piece } => {
                self.is_free_and_own(of, org, piece)?;
                self.books[of].merge(piece)
            }
            Act::Freeze { part, owner } => {
                let unit = self.whole_if_claimed(of, part)?;
                ensure(unit.owner == owner, Error::NotOwner)?;
                let order = self.last_order + 1;
                self.books[of].each(part, |mut unit| {
                    ensure(unit.encumbrance.freeze.is_none(), Error::Frozen)?;
                    unit.encumbrance.freeze = Some(order);
                    Ok(Some(unit))
                })?;
                self.last_order = order;
                Ok(())
            }
            Act::Thaw { part, order } => {
                let unit = self.whole_if_claimed(of, part)?;
                ensure(unit.encumbrance.freeze.is_some(), Error::NotFrozen)?;
                ensure(unit.encumbrance.freeze == Some(order), Error::OtherOrder)?;
                self.books[of].each(part, |mut unit| {
                    unit.encumbrance.freeze = None;
                    Ok(Some(unit))
                })
            }
            Act::Reassign { part, from, to } => {
                let unit = self.whole_if_claimed(of, part)?;
                ensure(unit.owner == from, Error::NotOwner)?;
                let offered = matches!(unit.encumbrance.claim, Some(Claim::Offered(_)));
                ensure(!offered, Error::Offered)?;
                ensure(self.standing(to) == Standing::Active, Error::NotActiveMember)?;
                self.give(of, part, Right::Order, to)
            }
            Act::FreezeOwner { org } => {
                ensure(self.standing(org) != Standing::Closed, Error::NotMember)?;
                ensure(self.frozen.insert(org), Error::AlreadyFrozen)
            }
            Act::ThawOwner { org } => ensure(self.frozen.remove(&org), Error::OwnerNotFrozen),
            happens => {
                match happens {
                    Act::Pass { days } => self.today = self.today.plus(days),
                    Act::Stand { org, to } => drop(self.standings.insert(org, to)),
                    Act::Gate { shut } => self.shut[of] = shut,
                    Act::Rules { forbid } => self.forbids = forbid,
                    Act::Payments { refuse } => self.refuses = refuse,
                    other => panic!("{other:?} is for somebody to do"),
                }
                Ok(())
            }
        }
    }

    fn standing(&self, org: u32) -> Standing {
        self.standings.get(&org).copied().unwrap_or(Standing::Active)
    }

    fn found(&self, offer: u32) -> Result<Offered, DispatchError> {
        self.offers.get(&offer).copied().ok_or(Error::<Test>::UnknownOffer.into())
    }

    /// Whoever lets an owner dispose of units asks first.
    fn owner_may_dispose(&self, by: Right<OrgId>) -> DispatchResult {
        match by {
            Right::Owner(owner) => self.is_not_frozen(owner.0),
            Right::Claim(_) | Right::Order => Ok(()),
        }
    }

    /// Nobody else takes units from under an offer that stands.
    fn may_leave(&self, of: usize, part: Part, by: Right<OrgId>) -> DispatchResult {
        let claim = match by {
            Right::Owner(_) => None,
            Right::Claim(claim) => Some(claim),
            Right::Order => {
                let piece = self.books[of].piece_at(part.piece).ok();
                piece.and_then(|(_, unit)| unit.encumbrance.claim)
            }
        };
        let stands = matches!(claim, Some(Claim::Offered(id)) if self.offers.contains_key(&id));
        ensure(!stands, Error::Offered)
    }

    fn give(&mut self, of: usize, part: Part, by: Right<OrgId>, to: u32) -> DispatchResult {
        let since = self.today;
        self.books[of].each(part, |unit| {
            let mut unit = disposed(unit, by)?;
            ensure(unit.owner != to, Error::SameOwner)?;
            unit.owner = to;
            unit.provenance.since = since;
            Ok(Some(unit))
        })
    }

    fn encumber(&mut self, of: usize, part: Part, owner: u32, claim: Claim) -> DispatchResult {
        self.books[of].each(part, |unit| {
            let mut unit = disposed(unit, own(owner))?;
            unit.encumbrance.claim = Some(claim);
            Ok(Some(unit))
        })
    }

    fn release(&mut self, of: usize, part: Part, claim: Claim) -> DispatchResult {
        self.books[of].each(part, |mut unit| {
            ensure(unit.encumbrance.claim == Some(claim), Error::OtherClaim)?;
            unit.encumbrance.claim = None;
            Ok(Some(unit))
        })
    }

    fn offer(&mut self, part: Part, asset: AssetId, offer: Offered) -> DispatchResult {
        let Offered { of, seller, buyer, price, until, .. } = offer;
        ensure_origin(self.standing(seller) == Standing::Active)?;
        ensure(price > 0, Error::ZeroPrice)?;
        ensure(until >= self.today, Error::InvalidTerm)?;
        ensure(buyer != Some(seller), Error::NotTheBuyer)?;
        self.is_not_frozen(seller)?;
        let active = buyer.is_none_or(|buyer| self.standing(buyer) == Standing::Active);
        ensure(active, Error::NotActiveMember)?;
        self.books[of].piece_at(part.piece)?;
        self.is_open(of)?;
        if asset != YUAN {
            return Err(NO_ASSET);
        }
        self.rules_allow()?;
        let id = self.last_offer + 1;
        self.encumber(of, part, seller, Claim::Offered(id))?;
        self.last_offer = id;
        self.offers.insert(id, offer);
        Ok(())
    }

    fn accept(&mut self, id: u32, buyer: u32, price: Amount) -> DispatchResult {
        ensure_origin(self.standing(buyer) == Standing::Active)?;
        let Offered { of, units, seller, buyer: named, price: asked, until } = self.found(id)?;
        let for_them = named.is_none_or(|named| named == buyer) && buyer != seller;
        ensure(for_them, Error::NotTheBuyer)?;
        ensure(price == asked, Error::OtherTerms)?;
        ensure(self.today <= until, Error::OfferOver)?;
        self.is_not_frozen(seller)?;
        self.is_open(of)?;
        self.rules_allow()?;
        let before = self.books[of].clone();
        let by = Right::Claim(Claim::Offered(id));
        self.give(of, Part::whole(units.start, units.end), by, buyer)?;
        let left = self.money[&buyer].checked_sub(price);
        let left = if self.refuses { Err(REFUSED) } else { left.ok_or(TOO_LITTLE) };
        let left = left.inspect_err(|_| self.books[of] = before)?;
        self.money.insert(buyer, left);
        *self.money.entry(seller).or_default() += price;
        self.offers.remove(&id);
        Ok(())
    }

    fn is_not_frozen(&self, org: u32) -> DispatchResult {
        ensure(!self.frozen.contains(&org), Error::OwnerFrozen)
    }

    fn is_open(&self, of: usize) -> DispatchResult {
        if self.shut[of] {
            Err(CLOSED)
        } else {
            Ok(())
        }
    }

    fn rules_allow(&self) -> DispatchResult {
        if self.forbids {
            Err(FORBIDDEN)
        } else {
            Ok(())
        }
    }

    fn drop_offer(&mut self, id: u32, Offered { of, units, .. }: Offered) -> DispatchResult {
        self.release(of, Part::whole(units.start, units.end), Claim::Offered(id))?;
        self.offers.remove(&id);
        Ok(())
    }

    /// Refuses what the owner of a piece may not split or merge.
    fn is_free_and_own(&self, of: usize, org: u32, piece: Units) -> DispatchResult {
        ensure_origin(self.standing(org) != Standing::Closed)?;
        let (_, unit) = self.books[of].piece_at(piece)?;
        ensure(unit.owner == org, Error::NotOwner)?;
        self.is_not_frozen(org)?;
        disposed(unit, own(org)).map(drop)
    }

    fn whole_if_claimed(&self, of: usize, part: Part) -> Result<Unit, DispatchError> {
        let (units, unit) = self.books[of].piece_at(part.piece)?;
        let whole = part.units == units;
        ensure(whole || unit.encumbrance.claim.is_none(), Error::ClaimedAsWhole)?;
        Ok(unit)
    }

    /// The chain's storage says the same.
    pub(super) fn check(&self) {
        Intervals::do_try_state().unwrap();
        for (book, instrument) in self.books.iter().zip(INSTRUMENTS) {
            let mut pieces: Vec<_> = Pieces::<Test>::iter_prefix(instrument).collect();
            pieces.sort_unstable_by_key(|(start, _)| *start);
            let expected = book.pieces().into_iter().map(|(units, unit)| {
                let Unit { owner, provenance, encumbrance, .. } = unit;
                (
                    units.start,
                    Piece { end: units.end, owner: OrgId(owner), provenance, encumbrance },
                )
            });
            assert_eq!(pieces, expected.collect::<Vec<_>>(), "{instrument:?}");
            let supply = book.supply();
            assert_eq!(Supplies::<Test>::get(instrument), Some(supply));
            let outstanding = <Intervals as traits::Outstanding>::is_outstanding(instrument.class);
            assert_eq!(outstanding, supply.outstanding() > 0);
        }
        for org in 1..=PARTS {
            let has = self.books.iter().any(|book| book.has(org));
            assert_eq!(Intervals::holds_anything(OrgId(org)), has, "organisation {org}");
            assert_eq!(money(org), self.money[&org], "organisation {org}");
        }
        let mut offers: Vec<_> = Offers::<Test>::iter().map(|(id, offer)| (id.0, offer)).collect();
        offers.sort_unstable_by_key(|(id, _)| *id);
        let expected = self.offers.iter().map(|(id, offer)| (*id, offer.as_kept()));
        assert_eq!(offers, expected.collect::<Vec<_>>());
        let last = (LastOffer::<Test>::get(), LastOrder::<Test>::get());
        assert_eq!(last, (OfferId(self.last_offer), OrderId(self.last_order)));
    }
}

impl Offered {
    fn as_kept(&self) -> Offer {
        Offer {
            instrument: INSTRUMENTS[self.of],
            part: Part::whole(self.units.start, self.units.end),
            seller: OrgId(self.seller),
            buyer: self.buyer.map(OrgId),
            asset: YUAN,
            price: self.price,
            until: self.until,
        }
    }
}

fn ensure(holds: bool, error: Error<Test>) -> DispatchResult {
    match holds {
        true => Ok(()),
        false => Err(error.into()),
    }
}

fn ensure_origin(holds: bool) -> DispatchResult {
    match holds {
        true => Ok(()),
        false => Err(DispatchError::BadOrigin),
    }
}
