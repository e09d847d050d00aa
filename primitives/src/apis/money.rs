//! What clients read of settlement money: the answers of `MoneyApi`.

use crate::{
    calendar::Day,
    instruments::Mode,
    money::{Amount, AssetKind, HoldReason, Reference},
    AssetId, OrgId, RedemptionId,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;

/// A settlement asset, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AssetView {
    /// Its number, here and in `pallet-assets`.
    pub asset: AssetId,
    /// What it is.
    pub kind: AssetKind,
    /// The bank whose liability it is.
    pub issuer: OrgId,
    /// In which mode deposit money was open when the asset was.
    pub mode: Mode,
    /// Whether the bank may issue more of it.
    pub open: bool,
    /// Its name, UTF-8.
    pub name: Vec<u8>,
    /// Its symbol, ASCII.
    pub symbol: Vec<u8>,
    /// How much of it there is, free and held, in fen.
    pub supply: Amount,
}

/// What an organisation has of an asset, in fen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BalanceView {
    /// The asset.
    pub asset: AssetId,
    /// What it can dispose of, if it is not frozen.
    pub free: Amount,
    /// What is set aside, and why.
    pub held: Vec<(HoldReason, Amount)>,
    /// Hash of the decision by which it is frozen.
    pub frozen: Option<H256>,
}

/// A redemption that the bank has neither settled nor refused yet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RedemptionView {
    /// Its number.
    pub redemption: RedemptionId,
    /// Of this asset.
    pub asset: AssetId,
    /// Who redeems.
    pub org: OrgId,
    /// How much, in fen.
    pub amount: Amount,
    /// The holder's own reference.
    pub reference: Reference,
    /// Commitment to the account that the bank is to pay to.
    pub payout: H256,
    /// The last day on which the bank may answer; after it, the holder may withdraw what it has not accepted, and the
    /// council cancel what it has.
    pub answer_until: Day,
    /// Whether the bank has accepted it: it pays.
    pub accepted: bool,
}
