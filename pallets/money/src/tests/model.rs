//! What the pallet does, as naively as can be: every movement of money stays on one flat list, and every balance is
//! counted anew.

use super::{steps::Step, *};
use huangpu_primitives::calendar::Day;

/// Money comes or goes: of which asset, whose, held for which reason or free, and how much.
type Posting = (u32, u32, Option<HoldReason>, i128);

/// A redemption that waits: its number, of which asset, whose, how much, until which day, and whether the bank pays.
type Pending = (u32, u32, u32, Amount, u32, bool);

/// What stands under a reference of somebody: of which asset, to whom, how much.
pub(crate) type Under = ((u32, String), (u32, u32, Amount));

/// An asset: who issues it, as what it was opened, and whether more of it may be issued.
type Issue = (u32, Mode, bool);

#[derive(Clone)]
pub(crate) struct Model {
    assets: Vec<Issue>,
    postings: Vec<Posting>,
    pub(crate) pending: Vec<Pending>,
    requested: u32,
    /// What became of each redemption, from 1.
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) paid_in: Vec<Under>,
    pub(crate) paid: Vec<Under>,
    pub(crate) asked: Vec<Under>,
    /// By whom, under which reference: which redemption of which asset.
    pub(crate) paid_out: Vec<((u32, String), (u32, u32))>,
    frozen: Vec<(u32, u32)>,
    /// Of the organisations from 1.
    standings: Vec<Standing>,
    banks: Vec<u32>,
    /// As what deposit money is open, if it is.
    open_as: Option<Mode>,
    today: u32,
}

impl Default for Model {
    fn default() -> Self {
        Model {
            assets: vec![],
            postings: vec![],
            pending: vec![],
            requested: 0,
            outcomes: vec![],
            paid_in: vec![],
            paid: vec![],
            asked: vec![],
            paid_out: vec![],
            frozen: vec![],
            standings: vec![Standing::Active; ORGS as usize],
            banks: vec![BANK, RIVAL],
            open_as: Some(Mode::Simulation),
            today: TODAY.0,
        }
    }
}

/// The pallet's own refusal.
macro_rules! refuse_unless {
    ($holds:expr, $error:ident) => {
        if !$holds {
            return Err(Error::<Test>::$error.into());
        }
    };
}

impl Model {
    fn standing(&self, org: u32) -> Option<Standing> {
        let at = org.checked_sub(1)?;
        self.standings.get(at as usize).copied()
    }

    fn is_member(&self, org: u32) -> bool {
        self.standing(org).is_some_and(|standing| standing != Standing::Closed)
    }

    fn is_bank(&self, org: u32) -> bool {
        self.standing(org) == Some(Standing::Active) && self.banks.contains(&org)
    }

    fn is_frozen(&self, asset: u32, org: u32) -> bool {
        self.frozen.contains(&(asset, org))
    }

    fn asset(&self, asset: u32) -> Option<Issue> {
        self.assets.get(asset.checked_sub(1)? as usize).copied()
    }

    /// All postings of which this is so, together.
    fn sum(&self, counts: impl Fn(&Posting) -> bool) -> Amount {
        let sum: i128 = self.postings.iter().filter(|of| counts(of)).map(|of| of.3).sum();
        sum.try_into().expect("nobody has less than nothing")
    }

    pub(crate) fn has(&self, asset: u32, org: u32, why: Option<HoldReason>) -> Amount {
        self.sum(|of| (of.0, of.1, of.2) == (asset, org, why))
    }

    pub(crate) fn supply(&self, asset: u32) -> Amount {
        self.sum(|of| of.0 == asset)
    }

    pub(crate) fn holds_anything(&self, org: u32) -> bool {
        (1..).zip(&self.assets).any(|(asset, (issuer, ..))| {
            self.sum(|of| of.0 == asset && (of.1 == org || *issuer == org)) > 0
        })
    }

    fn post(&mut self, asset: u32, org: u32, why: Option<HoldReason>, amount: Amount) {
        self.postings.push((asset, org, why, amount as i128));
    }

    fn take(&mut self, asset: u32, org: u32, why: Option<HoldReason>, amount: Amount) {
        self.postings.push((asset, org, why, -(amount as i128)));
    }

    /// Does the step, or nothing, and says what the chain does of it.
    pub(crate) fn takes(&mut self, step: &Step) -> DispatchResult {
        match step.clone() {
            Step::Open { bank, named } => self.open(bank, named),
            Step::Close { asset } => self.close(asset),
            Step::Mint { bank, asset, to, amount, paid_in } => {
                self.mint(bank, asset, to, amount, paid_in)
            }
            Step::Pay { asset, from, to, amount, reference } => {
                self.acts(from)?;
                refuse_unless!(is_reference(&reference), InvalidReference);
                let payment = ((from, reference), (asset, to, amount));
                ensure_new(&self.paid, &payment, Error::AlreadyPaid)?;
                self.pay(asset, from, to, amount)?;
                self.paid.push(payment);
                Ok(())
            }
            Step::Request { asset, org, amount, reference } => {
                self.acts(org)?;
                refuse_unless!(is_reference(&reference), InvalidReference);
                let request = ((org, reference), (asset, org, amount));
                ensure_new(&self.asked, &request, Error::AlreadyRequested)?;
                self.hold(asset, org, HoldReason::Redemption, amount)?;
                self.asked.push(request);
                self.requested += 1;
                self.outcomes.push(Outcome::Waiting);
                let until = self.today + ANSWER;
                self.pending.push((self.requested, asset, org, amount, until, false));
                Ok(())
            }
            Step::Accept { bank, asset, id, amount } => self.accept(bank, asset, id, amount),
            Step::Settle { bank, asset, id, amount, paid_out } => {
                self.settle(bank, asset, id, amount, paid_out)
            }
            Step::Refuse { bank, asset, id, amount: refused } => {
                self.acts(bank)?;
                let (_, _, org, amount, ..) = self.waiting_for(bank, asset, id)?;
                refuse_unless!(refused == amount, OtherAmount);
                self.give_back(asset, id, org, amount, Outcome::Refused(Refusal::Other))
            }
            Step::Withdraw { org, asset, id } => {
                self.acts(org)?;
                let (_, _, holder, amount, until, accepted) = self.waiting(asset, id)?;
                refuse_unless!(holder == org, NotTheHolder);
                refuse_unless!(!accepted, AcceptedByBank);
                refuse_unless!(self.today > until, AnswerNotDue);
                self.give_back(asset, id, org, amount, Outcome::Withdrawn)
            }
            Step::Cancel { asset, id } => {
                let (_, _, org, amount, until, accepted) = self.waiting(asset, id)?;
                refuse_unless!(!accepted || self.today > until, AnswerNotDue);
                self.give_back(asset, id, org, amount, Outcome::Cancelled)
            }
            Step::Freeze { asset, org } => {
                refuse_unless!(self.asset(asset).is_some(), UnknownAsset);
                refuse_unless!(self.is_member(org), NotMember);
                refuse_unless!(!self.is_frozen(asset, org), AlreadyFrozen);
                self.frozen.push((asset, org));
                Ok(())
            }
            Step::Thaw { asset, org, named } => {
                refuse_unless!(self.is_frozen(asset, org), AccountNotFrozen);
                refuse_unless!(named, OtherOrder);
                self.frozen.retain(|of| *of != (asset, org));
                Ok(())
            }
            Step::Reassign { asset, from, to, amount } => {
                refuse_unless!(self.asset(asset).is_some(), UnknownAsset);
                self.transfer(asset, from, to, amount)
            }
            Step::OthersPay { asset, from, to, amount } => self.pay(asset, from, to, amount),
            Step::OthersHold { asset, org, reason, amount } => {
                ensure_not_reserved(reason)?;
                self.hold(asset, org, reason, amount)
            }
            Step::OthersRelease { asset, org, reason, amount } => {
                ensure_not_reserved(reason)?;
                self.take_held(asset, org, reason, amount)?;
                self.post(asset, org, None, amount);
                Ok(())
            }
            Step::OthersPayHeld { asset, from, reason, to, amount } => {
                ensure_not_reserved(reason)?;
                refuse_unless!(from != to, PayeeIsPayer);
                refuse_unless!(self.is_member(to), PayeeNotMember);
                refuse_unless!(!self.is_frozen(asset, from), AccountFrozen);
                self.take_held(asset, from, reason, amount)?;
                self.post(asset, to, None, amount);
                Ok(())
            }
            elsewhere => {
                self.learns(elsewhere);
                Ok(())
            }
        }
    }

    /// What happens elsewhere.
    fn learns(&mut self, step: Step) {
        match step {
            Step::Stand { org, to } => {
                // Who is closed stays so.
                let may = to != Standing::Closed || !self.holds_anything(org);
                let standing = &mut self.standings[org as usize - 1];
                if may && *standing != Standing::Closed {
                    *standing = to;
                }
            }
            Step::License { org, licensed } => {
                self.banks.retain(|bank| *bank != org);
                self.banks.extend(licensed.then_some(org));
            }
            Step::Gate { mode } => self.open_as = mode,
            Step::Pass { days } => self.today += days,
            call => unreachable!("{call:?} is a call"),
        }
    }

    /// What the runtime around the pallet is to know.
    pub(crate) fn put_elsewhere(&self) {
        for (org, standing) in (1..).zip(&self.standings) {
            put_standing(org, *standing);
        }
        Banks::set(self.banks.iter().copied().map(OrgId).collect());
        OpenUnder::set(self.open_as.map(|_| AuthorityId(1)));
        OpenAs::set(self.open_as.unwrap_or(Mode::Simulation));
        NowMs::set(Day(self.today).start());
    }

    /// Somebody acts for the organisation.
    fn acts(&self, org: u32) -> DispatchResult {
        self.is_member(org).then_some(()).ok_or(DispatchError::BadOrigin)
    }

    fn ensure_gate(&self) -> Result<Mode, DispatchError> {
        self.open_as.ok_or(CLOSED)
    }

    fn open(&mut self, bank: u32, named: bool) -> DispatchResult {
        refuse_unless!(self.is_bank(bank), IssuerNotBank);
        let mode = self.ensure_gate()?;
        refuse_unless!(named, InvalidName);
        refuse_unless!(self.assets.len() < MOST_ASSETS as usize, TooManyAssets);
        self.assets.push((bank, mode, true));
        Ok(())
    }

    fn close(&mut self, asset: u32) -> DispatchResult {
        let (_, _, open) = self.asset(asset).ok_or(Error::<Test>::UnknownAsset)?;
        refuse_unless!(open, AssetClosed);
        self.assets[asset as usize - 1].2 = false;
        Ok(())
    }

    /// An asset of this bank.
    fn asset_of(&self, bank: u32, asset: u32) -> Result<Issue, DispatchError> {
        let found = self.asset(asset).ok_or(Error::<Test>::UnknownAsset)?;
        refuse_unless!(found.0 == bank, NotTheIssuer);
        Ok(found)
    }

    fn mint(
        &mut self,
        bank: u32,
        asset: u32,
        to: u32,
        amount: Amount,
        paid_in: String,
    ) -> DispatchResult {
        self.is_bank(bank).then_some(()).ok_or(DispatchError::BadOrigin)?;
        let (_, opened_as, open) = self.asset_of(bank, asset)?;
        refuse_unless!(is_reference(&paid_in), InvalidReference);
        let payment = ((bank, paid_in), (asset, to, amount));
        ensure_new(&self.paid_in, &payment, Error::AlreadyMinted)?;
        refuse_unless!(open, AssetClosed);
        refuse_unless!(amount > 0, ZeroAmount);
        refuse_unless!(self.is_member(to), PayeeNotMember);
        refuse_unless!(self.ensure_gate()? == opened_as, OtherMode);
        refuse_unless!(amount <= MAX_SUPPLY - self.supply(asset), SupplyTooLarge);
        self.post(asset, to, None, amount);
        self.paid_in.push(payment);
        Ok(())
    }

    fn pay(&mut self, asset: u32, from: u32, to: u32, amount: Amount) -> DispatchResult {
        refuse_unless!(self.asset(asset).is_some(), UnknownAsset);
        refuse_unless!(!self.is_frozen(asset, from), AccountFrozen);
        self.transfer(asset, from, to, amount)
    }

    fn transfer(&mut self, asset: u32, from: u32, to: u32, amount: Amount) -> DispatchResult {
        refuse_unless!(amount > 0, ZeroAmount);
        refuse_unless!(from != to, PayeeIsPayer);
        refuse_unless!(self.is_member(to), PayeeNotMember);
        refuse_unless!(self.has(asset, from, None) >= amount, InsufficientFunds);
        self.take(asset, from, None, amount);
        self.post(asset, to, None, amount);
        Ok(())
    }

    fn hold(&mut self, asset: u32, org: u32, why: HoldReason, amount: Amount) -> DispatchResult {
        refuse_unless!(self.asset(asset).is_some(), UnknownAsset);
        refuse_unless!(amount > 0, ZeroAmount);
        refuse_unless!(!self.is_frozen(asset, org), AccountFrozen);
        refuse_unless!(self.has(asset, org, None) >= amount, InsufficientFunds);
        self.take(asset, org, None, amount);
        self.post(asset, org, Some(why), amount);
        Ok(())
    }

    fn take_held(
        &mut self,
        asset: u32,
        org: u32,
        why: HoldReason,
        amount: Amount,
    ) -> DispatchResult {
        refuse_unless!(amount > 0, ZeroAmount);
        refuse_unless!(self.has(asset, org, Some(why)) >= amount, InsufficientHeld);
        self.take(asset, org, Some(why), amount);
        Ok(())
    }

    fn waiting(&self, asset: u32, id: u32) -> Result<Pending, DispatchError> {
        let found = self.pending.iter().find(|of| (of.0, of.1) == (id, asset));
        found.copied().ok_or(Error::<Test>::UnknownRedemption.into())
    }

    fn waiting_for(&self, bank: u32, asset: u32, id: u32) -> Result<Pending, DispatchError> {
        self.asset_of(bank, asset)?;
        self.waiting(asset, id)
    }

    fn accept(&mut self, bank: u32, asset: u32, id: u32, to_pay: Amount) -> DispatchResult {
        self.acts(bank)?;
        let (_, _, org, amount, _, accepted) = self.waiting_for(bank, asset, id)?;
        refuse_unless!(!accepted, AlreadyAccepted);
        refuse_unless!(to_pay == amount, OtherAmount);
        refuse_unless!(!self.is_frozen(asset, org), AccountFrozen);
        let until = self.today + ANSWER;
        self.pending.retain(|of| of.0 != id);
        self.pending.push((id, asset, org, amount, until, true));
        Ok(())
    }

    fn settle(
        &mut self,
        bank: u32,
        asset: u32,
        id: u32,
        paid: Amount,
        paid_out: String,
    ) -> DispatchResult {
        self.acts(bank)?;
        refuse_unless!(is_reference(&paid_out), InvalidReference);
        let payment = ((bank, paid_out), (asset, id));
        refuse_unless!(!self.paid_out.contains(&payment), AlreadySettled);
        let used = self.paid_out.iter().any(|of| of.0 == payment.0);
        refuse_unless!(!used, AlreadyPaidOut);
        let (_, _, org, amount, _, accepted) = self.waiting_for(bank, asset, id)?;
        refuse_unless!(accepted, NotAccepted);
        refuse_unless!(paid == amount, OtherAmount);
        self.take(asset, org, Some(HoldReason::Redemption), amount);
        self.end(id, Outcome::Settled);
        self.paid_out.push(payment);
        Ok(())
    }

    fn give_back(
        &mut self,
        asset: u32,
        id: u32,
        org: u32,
        amount: Amount,
        outcome: Outcome,
    ) -> DispatchResult {
        self.take(asset, org, Some(HoldReason::Redemption), amount);
        self.post(asset, org, None, amount);
        self.end(id, outcome);
        Ok(())
    }

    fn end(&mut self, id: u32, outcome: Outcome) {
        self.pending.retain(|of| of.0 != id);
        self.outcomes[id as usize - 1] = outcome;
    }
}

/// Nothing stands under the reference, or it is something else.
fn ensure_new(all: &[Under], new: &Under, again: Error<Test>) -> DispatchResult {
    match all.iter().find(|of| of.0 == new.0) {
        None => Ok(()),
        Some(found) if found == new => Err(again.into()),
        Some(_) => Err(Error::<Test>::ReferenceUsed.into()),
    }
}

/// Of money for redemptions others do not dispose.
fn ensure_not_reserved(reason: HoldReason) -> DispatchResult {
    refuse_unless!(reason != HoldReason::Redemption, ReservedReason);
    Ok(())
}

fn is_reference(text: &str) -> bool {
    huangpu_primitives::money::is_reference(text.as_bytes())
}
