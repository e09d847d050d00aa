//! Delivery versus payment: units against money, both or neither (CPMI-IOSCO, Principles for financial market
//! infrastructures, principle 12; model 1, trade by trade, gross).

use crate::{
    instruments::InstrumentId,
    intervals::{Part, Right},
    money::{Amount, HoldReason},
    traits::{FreeOwner, Payments, UnitLedger},
    AssetId, OrgId,
};
use polkadot_sdk::{frame_support::storage::with_storage_layer, sp_runtime::DispatchError};

/// What is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Units of this.
    pub instrument: InstrumentId,
    /// These.
    pub part: Part,
    /// By what right they leave their owner: its own, or an offer's.
    pub by: Right<FreeOwner>,
}

/// What is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// In this money.
    pub asset: AssetId,
    /// So much.
    pub amount: Amount,
    /// From what the buyer set aside for this; else from what it has free.
    pub held: Option<HoldReason>,
}

/// Delivers units to the buyer and pays whose they were, who is returned. If either cannot be, neither is.
pub fn deliver_versus_payment<Units: UnitLedger, Money: Payments>(
    buyer: OrgId,
    delivery: Delivery,
    payment: Payment,
) -> Result<OrgId, DispatchError> {
    let Delivery { instrument, part, by } = delivery;
    let Payment { asset, amount, held } = payment;
    with_storage_layer(|| {
        let seller = Units::transfer(instrument, part, by, buyer)?;
        match held {
            Some(reason) => Money::pay_held(asset, buyer, reason, seller, amount)?,
            None => Money::pay(asset, buyer, seller, amount)?,
        }
        Ok(seller)
    })
}
