//! A file per call or topic.

mod accept_redemption;
mod cancel_redemption;
mod close_asset;
mod freeze_account;
mod genesis;
mod holdings;
mod invariants;
mod journal;
mod mint;
mod model;
mod open_asset;
mod pay;
mod payments;
mod reading;
mod reassign_balance;
mod references;
mod refuse_redemption;
mod request_redemption;
mod sequences;
mod settle_redemption;
mod steps;
mod thaw_account;
mod withdraw_redemption;

use crate::{
    mock::*, Asset, Assets as Opened, Error, Event, Frozen, Holds, LastAsset, LastRedemption,
    Minted, Name, Paid, PaidOut, Redemption, Redemptions, Refusal, Requested,
};
use huangpu_primitives::{
    apis::Standing,
    council::Decision,
    instruments::Mode,
    money::{
        Amount, AssetKind, HoldReason, Mint, Outcome, Payout, Referred, Request, Transfer,
        MAX_SUPPLY,
    },
    traits::{Holdings, KeylessAccounts, Outstanding, Payments},
    AssetId, AuthorityId, OrgId, RedemptionId,
};
use polkadot_sdk::{
    frame_support::{
        assert_noop, assert_ok, dispatch::DispatchResult, hypothetically,
        storage::with_storage_layer, traits::Hooks,
    },
    pallet_assets,
    sp_core::H256,
    sp_runtime::DispatchError,
};

/// Hash of a decision.
const DOCUMENT: H256 = H256::repeat_byte(7);
/// Commitment to an account.
const PAYOUT: H256 = H256::repeat_byte(9);

/// In which an organisation winds down.
const WINDING_DOWN: [Standing; 3] = [Standing::Suspended, Standing::Expelled, Standing::Lapsed];
/// Every standing but the good one.
const LOST: [Standing; 4] =
    [Standing::Suspended, Standing::Expelled, Standing::Lapsed, Standing::Closed];

/// What cannot stand in a payment message.
const NO_REFERENCES: [&str; 5] = ["", " ", " A", "A ", "\u{7f}"];

/// An organisation that there is not.
const NOBODY: u32 = ORGS + 1;

/// One asset, of [`BANK`], of which the buyer has so much.
fn with_funds(amount: Amount) -> ExtBuilder {
    ExtBuilder::default().assets(&[BANK]).funds(&[(1, BUYER, amount)])
}

fn by(org: u32) -> RuntimeOrigin {
    RuntimeOrigin::signed(org.into())
}

fn name(text: &[u8]) -> Name {
    text.to_vec().try_into().unwrap()
}

/// The bank whose asset it is.
fn issuer(asset: u32) -> u32 {
    Opened::<Test>::get(AssetId(asset)).map_or(BANK, |record| record.issuer.0)
}

fn open(issuer: u32) -> DispatchResult {
    open_named(issuer, b"Deposit", b"DEP")
}

fn open_named(issuer: u32, text: &[u8], symbol: &[u8]) -> DispatchResult {
    let (kind, root) = (AssetKind::TokenisedDeposit, RuntimeOrigin::root());
    Money::open_asset(root, OrgId(issuer), kind, name(text), name(symbol))
}

fn close(asset: u32) -> DispatchResult {
    Money::close_asset(RuntimeOrigin::root(), AssetId(asset), DOCUMENT)
}

/// The issuer mints.
fn mint(asset: u32, to: u32, amount: Amount, paid_in: &str) -> DispatchResult {
    mint_by(issuer(asset), asset, to, amount, paid_in)
}

fn mint_by(bank: u32, asset: u32, to: u32, amount: Amount, paid_in: &str) -> DispatchResult {
    Money::mint(by(bank), AssetId(asset), OrgId(to), amount, reference(paid_in))
}

/// Pays under a reference that nobody used yet.
fn pay(asset: u32, from: u32, to: u32, amount: Amount) -> DispatchResult {
    pay_under(&unused_e2e(), asset, from, to, amount)
}

fn pay_under(text: &str, asset: u32, from: u32, to: u32, amount: Amount) -> DispatchResult {
    Money::pay(by(from), AssetId(asset), OrgId(to), amount, reference(text))
}

fn unused_e2e() -> String {
    format!("E2E {}", Paid::<Test>::iter().count() + 1)
}

/// Asks under a reference that nobody used yet.
fn request(asset: u32, org: u32, amount: Amount) -> DispatchResult {
    request_under(&unused_rdm(), asset, org, amount)
}

fn request_under(text: &str, asset: u32, org: u32, amount: Amount) -> DispatchResult {
    Money::request_redemption(by(org), AssetId(asset), amount, PAYOUT, reference(text))
}

fn unused_rdm() -> String {
    format!("RDM {}", Requested::<Test>::iter().count() + 1)
}

/// The issuer accepts what was asked for.
fn accept(asset: u32, redemption: u32) -> DispatchResult {
    accept_by(issuer(asset), asset, redemption)
}

fn accept_by(bank: u32, asset: u32, redemption: u32) -> DispatchResult {
    accept_for(bank, asset, redemption, asked(asset, redemption))
}

fn accept_for(bank: u32, asset: u32, id: u32, amount: Amount) -> DispatchResult {
    Money::accept_redemption(by(bank), AssetId(asset), RedemptionId(id), amount)
}

/// The issuer accepts what was asked for, if it has not yet, and settles it.
fn settle(asset: u32, redemption: u32, paid_out: &str) -> DispatchResult {
    settle_by(issuer(asset), asset, redemption, paid_out)
}

fn settle_by(bank: u32, asset: u32, redemption: u32, paid_out: &str) -> DispatchResult {
    settle_for(bank, asset, redemption, asked(asset, redemption), paid_out)
}

/// Both, or neither.
fn settle_for(bank: u32, asset: u32, id: u32, amount: Amount, paid_out: &str) -> DispatchResult {
    with_storage_layer(|| {
        if !is_accepted(asset, id) {
            accept_by(bank, asset, id)?;
        }
        settle_accepted(bank, asset, id, amount, paid_out)
    })
}

fn settle_accepted(
    bank: u32,
    asset: u32,
    id: u32,
    amount: Amount,
    paid_out: &str,
) -> DispatchResult {
    let (asset, redemption) = (AssetId(asset), RedemptionId(id));
    Money::settle_redemption(by(bank), asset, redemption, amount, reference(paid_out))
}

/// The issuer refuses.
fn refuse(asset: u32, redemption: u32) -> DispatchResult {
    refuse_by(issuer(asset), asset, redemption)
}

fn refuse_by(bank: u32, asset: u32, redemption: u32) -> DispatchResult {
    let (asset, redemption) = (AssetId(asset), RedemptionId(redemption));
    let amount = asked(asset.0, redemption.0);
    Money::refuse_redemption(by(bank), asset, redemption, amount, Refusal::ClosedAccount)
}

fn withdraw(org: u32, asset: u32, redemption: u32) -> DispatchResult {
    Money::withdraw_redemption(by(org), AssetId(asset), RedemptionId(redemption))
}

fn cancel(asset: u32, redemption: u32) -> DispatchResult {
    let (asset, redemption) = (AssetId(asset), RedemptionId(redemption));
    Money::cancel_redemption(RuntimeOrigin::root(), asset, redemption, DOCUMENT)
}

fn freeze(asset: u32, org: u32) -> DispatchResult {
    Money::freeze_account(RuntimeOrigin::root(), AssetId(asset), OrgId(org), DOCUMENT)
}

fn thaw(asset: u32, org: u32) -> DispatchResult {
    thaw_of(asset, org, DOCUMENT)
}

/// Lifts the order of a document.
fn thaw_of(asset: u32, org: u32, frozen_by: H256) -> DispatchResult {
    let (asset, org) = (AssetId(asset), OrgId(org));
    Money::thaw_account(RuntimeOrigin::root(), asset, org, frozen_by, DOCUMENT)
}

fn reassign(asset: u32, from: u32, to: u32, amount: Amount) -> DispatchResult {
    let (from, to) = (OrgId(from), OrgId(to));
    Money::reassign_balance(RuntimeOrigin::root(), AssetId(asset), from, to, amount, DOCUMENT)
}

/// An organisation is a bank no more.
fn take_licence(org: u32) {
    Banks::mutate(|banks| banks.retain(|bank| bank.0 != org));
}

fn free(asset: u32, org: u32) -> Amount {
    Money::free(AssetId(asset), OrgId(org))
}

fn held(asset: u32, org: u32, reason: HoldReason) -> Amount {
    Holds::<Test>::get((OrgId(org), AssetId(asset), reason)).unwrap_or_default()
}

/// What waits for the bank's answer.
fn redeeming(asset: u32, org: u32) -> Amount {
    held(asset, org, HoldReason::Redemption)
}

/// How much a redemption is of; one that is not there, of one fen.
fn asked(asset: u32, redemption: u32) -> Amount {
    let record = Redemptions::<Test>::get(AssetId(asset), RedemptionId(redemption));
    record.map_or(1, |record| record.amount)
}

fn supply(asset: u32) -> Amount {
    Money::supply(AssetId(asset))
}

fn is_pending(asset: u32, redemption: u32) -> bool {
    Redemptions::<Test>::contains_key(AssetId(asset), RedemptionId(redemption))
}

fn is_accepted(asset: u32, redemption: u32) -> bool {
    let record = Redemptions::<Test>::get(AssetId(asset), RedemptionId(redemption));
    record.is_some_and(|record| record.accepted)
}

/// Whether `pallet-assets`, and with it the system, has a record of an organisation's account.
fn is_recorded(asset: u32, org: u32) -> bool {
    let account = Members::account_of(OrgId(org));
    let recorded = pallet_assets::Account::<Test>::contains_key(asset, account);
    assert_eq!(recorded, System::account_exists(&account), "records of one asset only");
    recorded
}

/// What is told when the buyer's money of asset 1 is set aside for a redemption.
fn held_to_redeem(amount: Amount) -> Event<Test> {
    let (asset, org, reason) = (AssetId(1), OrgId(BUYER), HoldReason::Redemption);
    Event::MoneyHeld { asset, org, reason, amount }
}

/// What is told when it comes back.
fn not_redeemed(amount: Amount) -> Event<Test> {
    let (asset, org, reason) = (AssetId(1), OrgId(BUYER), HoldReason::Redemption);
    Event::MoneyReleased { asset, org, reason, amount }
}

/// This pallet's events, oldest first; all are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Money(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Only the council may make the call, by a grave decision.
fn assert_for_council_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::none(), by(BANK), by(BUYER)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    assert_eq!(Decided::get(), None);
    assert_ok!(call(RuntimeOrigin::root()));
    assert_eq!(Decided::get(), Some(Decision::Grave));
}

/// Only who acts for an organisation that is not closed may make the call; this one may, whatever its standing.
fn assert_for_holders_only(org: u32, call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), by(NOBODY)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    put_standing(org, Standing::Closed);
    assert_noop!(call(by(org)), DispatchError::BadOrigin);
    for standing in WINDING_DOWN {
        put_standing(org, standing);
        assert_ok!(call(by(org)));
    }
}
