//! What the events tell, and nothing else: who has how much, free and set aside.

use super::*;
use std::collections::BTreeMap;

/// Money of an asset: whose, free or held for the reason of a number.
type Place = (u32, u32, Option<u8>);

#[derive(Default)]
pub(crate) struct Journal(BTreeMap<Place, Amount>);

impl Journal {
    pub(crate) fn hears(&mut self, event: Event<Test>) {
        let free = |asset: AssetId, org: OrgId| (asset.0, org.0, None);
        let held = |asset: AssetId, org: OrgId, why: HoldReason| (asset.0, org.0, Some(why as u8));
        match event {
            Event::Minted { asset, to, amount, .. } => self.comes(free(asset, to), amount),
            Event::Paid { asset, from, to, amount, .. }
            | Event::BalanceReassigned { asset, from, to, amount, .. } => {
                self.moves(free(asset, from), free(asset, to), amount);
            }
            Event::MoneyHeld { asset, org, reason, amount } => {
                self.moves(free(asset, org), held(asset, org, reason), amount);
            }
            Event::MoneyReleased { asset, org, reason, amount } => {
                self.moves(held(asset, org, reason), free(asset, org), amount);
            }
            Event::HeldMoneyPaid { asset, from, reason, to, amount } => {
                self.moves(held(asset, from, reason), free(asset, to), amount);
            }
            Event::RedemptionSettled { asset, org, amount, .. } => {
                self.goes(held(asset, org, HoldReason::Redemption), amount);
            }
            // No money moves: what was set aside, or is free again, was told before.
            Event::AssetOpened { .. }
            | Event::AssetClosed { .. }
            | Event::RedemptionRequested { .. }
            | Event::RedemptionAccepted { .. }
            | Event::RedemptionRefused { .. }
            | Event::RedemptionWithdrawn { .. }
            | Event::RedemptionCancelled { .. }
            | Event::AccountFrozen { .. }
            | Event::AccountThawed { .. } => {}
        }
    }

    pub(crate) fn moves(&mut self, from: Place, to: Place, amount: Amount) {
        self.goes(from, amount);
        self.comes(to, amount);
    }

    fn comes(&mut self, to: Place, amount: Amount) {
        *self.0.entry(to).or_default() += amount;
    }

    fn goes(&mut self, from: Place, amount: Amount) {
        *self.0.entry(from).or_default() -= amount;
    }

    pub(crate) fn tells_of(&self, asset: u32, org: u32, why: Option<HoldReason>) -> Amount {
        let why = why.map(|reason| reason as u8);
        self.0.get(&(asset, org, why)).copied().unwrap_or_default()
    }
}
