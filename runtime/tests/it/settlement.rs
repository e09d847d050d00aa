//! Money and units on the whole runtime: a bank mints what it received, a trade is settled both ways or not at all,
//! and the bank pays out again.

use crate::common::*;
use frame_support::assert_ok;
use huangpu_primitives::{
    apis::{OfferView, Standing},
    calendar::Day,
    instruments::{InstrumentClass, InstrumentId, Mode},
    intervals::{Interval, Part},
    money::{AssetKind, Reference},
    roles::{Role, Scope},
    traits::{Holdings, Outstanding},
    AssetId, OfferId, OrderId, OrgId, RedemptionId,
};
use huangpu_runtime::{configs::Issued, *};
use pallet_intervals::Call as Units;
use pallet_members::{Delegation, Limit};
use pallet_money::Call as Payment;
use polkadot_sdk::*;
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::DispatchError;

const DOCUMENT: H256 = H256::repeat_byte(7);
const DEPOSIT: AssetId = AssetId(1);
const DIGITAL_YUAN: AssetId = AssetId(2);
/// The thousand tonnes that the works have from the beginning.
const CREDITS: InstrumentId = InstrumentId { class: InstrumentClass::Credit, number: 1 };
/// 80,000 yuan.
const PRICE: u128 = 8_000_000;

fn reference(text: &str) -> Reference {
    text.as_bytes().to_vec().try_into().expect("it is short")
}

fn mint(to: OrgId, amount: u128, text: &str) -> Payment<Runtime> {
    Payment::mint { asset: DEPOSIT, to, amount, reference: reference(text) }
}

/// With a reference of its own.
fn pay(to: OrgId, amount: u128) -> Payment<Runtime> {
    let paid = pallet_money::Paid::<Runtime>::iter().count();
    Payment::pay { asset: DEPOSIT, to, amount, reference: reference(&format!("INV-{paid}")) }
}

fn redeem(amount: u128) -> Payment<Runtime> {
    Payment::request_redemption {
        asset: DEPOSIT,
        amount,
        payout: H256::repeat_byte(1),
        reference: reference("R-1"),
    }
}

/// The bank's answers to the first redemption.
fn accept_to_pay(amount: u128) -> Payment<Runtime> {
    let (asset, redemption) = (DEPOSIT, RedemptionId(1));
    Payment::accept_redemption { asset, redemption, amount }
}

fn settle(amount: u128) -> Payment<Runtime> {
    let (asset, redemption, reference) = (DEPOSIT, RedemptionId(1), reference("OUT-1"));
    Payment::settle_redemption { asset, redemption, amount, reference }
}

fn offer(units: Interval) -> Units<Runtime> {
    let part = Part { piece: 0, units };
    let (asset, price, buyer) = (DEPOSIT, PRICE, Some(INSTITUTE));
    Units::offer_units { instrument: CREDITS, part, asset, price, buyer, until: Day::NEVER }
}

/// Takes the first offer as it stands.
fn accept() -> Units<Runtime> {
    let offer = OfferId(1);
    let stands = Intervals::offer_view(offer).expect("there is one");
    let OfferView { instrument, units, asset, price, .. } = stands;
    let terms = pallet_intervals::Terms { instrument, units, asset, price };
    Units::accept_offer { offer, terms }
}

fn free(org: OrgId) -> u128 {
    Money::balances(org).iter().find(|of| of.asset == DEPOSIT).map_or(0, |of| of.free)
}

/// The pieces of an owner: from, to.
fn pieces(owner: OrgId) -> Vec<(u128, u128)> {
    let mut pieces: Vec<_> = Intervals::piece_page_of(owner, None, 256)
        .into_iter()
        .map(|piece| (piece.start, piece.piece.end))
        .collect();
    pieces.sort_unstable();
    pieces
}

/// What a call fails with.
fn failure(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchError {
    send(who, call).expect("the pool accepts it").expect_err("it is refused")
}

#[test]
fn a_trade_is_paid_and_delivered_and_the_money_redeemed() {
    on_dev_chain(|| {
        succeed(BANK_KEY, mint(INSTITUTE, PRICE, "IN-1"));
        succeed(STEEL_WORKS, offer(Interval::new(900, 1_000)));
        succeed(VERIFIER, accept());
        assert_eq!(pieces(WORKS), [(0, 900)]);
        assert_eq!(pieces(INSTITUTE), [(900, 1_000)]);
        assert_eq!((free(WORKS), free(INSTITUTE)), (PRICE, 0));

        // To the last fen.
        succeed(STEEL_WORKS, redeem(PRICE));
        assert_eq!(free(WORKS), 0);
        succeed(BANK_KEY, accept_to_pay(PRICE));
        succeed(BANK_KEY, settle(PRICE));
        assert!(Money::balances(WORKS).is_empty());
        assert!(!<Money as Outstanding>::is_outstanding(InstrumentClass::DepositMoney));
    });
}

#[test]
fn who_cannot_pay_gets_nothing() {
    on_dev_chain(|| {
        succeed(BANK_KEY, mint(INSTITUTE, PRICE - 1, "IN-1"));
        succeed(STEEL_WORKS, offer(Interval::new(0, 100)));
        let short = pallet_money::Error::<Runtime>::InsufficientFunds.into();
        assert_eq!(failure(VERIFIER, accept()), short);
        // Frozen units are not paid for.
        succeed(BANK_KEY, mint(INSTITUTE, 1, "IN-2"));
        let part = Part::whole(0, 100);
        let (instrument, owner, document) = (CREDITS, WORKS, DOCUMENT);
        by_council(Units::freeze_units { instrument, part, owner, document });
        let frozen = pallet_intervals::Error::<Runtime>::Frozen.into();
        assert_eq!(failure(VERIFIER, accept()), frozen);
        assert_eq!((free(WORKS), free(INSTITUTE)), (0, PRICE));
        assert!(pieces(INSTITUTE).is_empty());
    });
}

/// What a second court wants waits for no first one: both at once, and nobody's act in between.
#[test]
fn one_order_takes_over_from_another() {
    on_local_chain(|| {
        let (instrument, part, owner) =
            (CREDITS, Part { piece: 0, units: Interval::new(0, 10) }, WORKS);
        let decided = |call: RuntimeCall| assert_eq!(motion(3, call), Some(Ok(())));
        let (first, second) = (H256::repeat_byte(1), H256::repeat_byte(2));
        decided(Units::freeze_units { instrument, part, owner, document: first }.into());
        let whole = Part::whole(0, 10);
        let freeze = || Units::freeze_units { instrument, part: whole, owner, document: second };
        let frozen = pallet_intervals::Error::<Runtime>::Frozen.into();
        assert_eq!(motion(3, freeze()), Some(Err(frozen)));
        let thaw =
            Units::thaw_units { instrument, part: whole, order: OrderId(1), document: second };
        // Thawed, they join what nothing encumbers on their left, so the next order may have to name another piece.
        let calls = vec![thaw.into(), freeze().into()];
        decided(pallet_utility::Call::batch_all { calls }.into());
        let piece = Intervals::piece_view(CREDITS, 0).expect("there is one");
        assert_eq!((piece.piece.encumbrance.freeze, piece.frozen), (Some(2), Some(second)));
        let split = Units::split_piece { instrument, piece: 0, before: 5 };
        assert_eq!(failure(STEEL_WORKS, split), frozen);
    });
}

#[test]
fn money_moves_through_our_calls_only() {
    on_dev_chain(|| {
        succeed(BANK_KEY, mint(WORKS, 100, "IN-1"));
        let target = sp_runtime::MultiAddress::Id(Members::account_of(BANK));
        let raw = pallet_assets::Call::<Runtime>::transfer { id: 1.into(), target, amount: 1 };
        let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
        assert_eq!(failure(STEEL_WORKS, raw.clone()), filtered);
        // Nor from the keyless account that has the money.
        assert!(send_as(WORKS, STEEL_WORKS, raw).expect("the pool accepts it").is_err());
        assert_eq!(free(WORKS), 100);
    });
}

#[test]
fn only_the_issuing_bank_mints_and_once_for_each_payment() {
    on_dev_chain(|| {
        assert_eq!(failure(STEEL_WORKS, mint(WORKS, 100, "IN-1")), DispatchError::BadOrigin);
        succeed(BANK_KEY, mint(WORKS, 100, "IN-1"));
        let again = pallet_money::Error::<Runtime>::AlreadyMinted.into();
        assert_eq!(failure(BANK_KEY, mint(WORKS, 100, "IN-1")), again);
        // Nor as something else, nor as the digital yuan of the same bank, which is another asset.
        let used = pallet_money::Error::<Runtime>::ReferenceUsed.into();
        assert_eq!(failure(BANK_KEY, mint(WORKS, 101, "IN-1")), used);
        let other = |payment| Payment::<Runtime>::mint {
            asset: DIGITAL_YUAN,
            to: WORKS,
            amount: 5,
            reference: reference(payment),
        };
        assert_eq!(failure(BANK_KEY, other("IN-1")), used);
        succeed(BANK_KEY, other("IN-2"));
        assert_eq!(Money::balances(WORKS).len(), 2);
    });
}

#[test]
fn a_second_bank_issues_what_the_first_does_not_touch() {
    on_dev_chain(|| {
        let profile = pallet_members::Profile {
            name: b"Second Bank".to_vec().try_into().expect("it is short"),
            kind: huangpu_primitives::members::Kind::Bank,
            control_group: None,
            roles: std::collections::BTreeSet::from([Role::Bank]).try_into().expect("it is one"),
        };
        by_council(pallet_members::Call::set_profile { org: INSTITUTE, profile });
        let text = |text: &str| text.as_bytes().to_vec().try_into().expect("it is short");
        by_council(Payment::open_asset {
            issuer: INSTITUTE,
            kind: AssetKind::DigitalYuan,
            name: text("Digital yuan through the second bank"),
            symbol: text("eCNY.2"),
        });
        let (asset, to, amount) = (AssetId(3), WORKS, 100);
        let mint = |who| {
            let reference = reference("IN-1");
            send(who, Payment::mint { asset, to, amount, reference }).expect("the pool accepts it")
        };
        let stranger = pallet_money::Error::<Runtime>::NotTheIssuer.into();
        assert_eq!(mint(BANK_KEY), Err(stranger));
        // The same reference, which is another bank's.
        succeed(BANK_KEY, self::mint(WORKS, 5, "IN-1"));
        assert_ok!(mint(VERIFIER));
        assert_eq!((Money::balances(WORKS).len(), free(WORKS)), (2, 5));

        // Closing looks at both: neither bank leaves while it owes.
        assert!(Money::holds_anything(BANK) && Money::holds_anything(INSTITUTE));
    });
}

#[test]
fn a_delegate_pays_within_its_limit_and_a_second_one_beyond() {
    on_dev_chain(|| {
        succeed(BANK_KEY, mint(WORKS, 1_000, "IN-1"));
        let clerk = Sr25519Keyring::Eve;
        let limit = Limit { per_act: 100, per_day: 150 };
        let delegation = Delegation {
            prepare: scopes(&[Scope::Money]),
            approve: scopes(&[Scope::Money]),
            limits: vec![(Scope::Money, limit)].try_into().expect("one is not too many"),
            ..Default::default()
        };
        let delegate = clerk.to_account_id();
        succeed(STEEL_WORKS, pallet_members::Call::add_delegate { delegate, delegation });
        let paid = |amount| {
            assert_ok!(send_as(WORKS, clerk, pay(INSTITUTE, amount)).expect("the pool accepts it"));
            free(INSTITUTE)
        };
        assert_eq!(paid(100), 100);
        // It waits for somebody else.
        assert_eq!(paid(100), 100);
        assert_eq!(paid(50), 150);
    });
}

#[test]
fn who_is_expelled_pays_and_redeems_but_trades_no_more() {
    on_dev_chain(|| {
        succeed(BANK_KEY, mint(WORKS, 100, "IN-1"));
        // At the back, where what is withdrawn joins the rest again.
        succeed(STEEL_WORKS, offer(Interval::new(990, 1_000)));
        let (org, standing) = (WORKS, Standing::Expelled);
        by_council(pallet_members::Call::set_standing { org, standing, document: DOCUMENT });
        succeed(STEEL_WORKS, pay(INSTITUTE, 40));
        succeed(STEEL_WORKS, Units::<Runtime>::withdraw_offer { offer: OfferId(1) });
        succeed(STEEL_WORKS, redeem(60));
        // The pool refuses what opens something.
        assert!(send(STEEL_WORKS, offer(Interval::new(0, 10))).is_err());
        // It cannot be closed while it has anything.
        assert!(<configs::Held as Holdings>::holds_anything(WORKS));
        let close = pallet_members::Call::close_organisation { org, limit: 10 };
        assert!(try_by_council(close.clone()).is_err());
        succeed(BANK_KEY, accept_to_pay(60));
        succeed(BANK_KEY, settle(60));
        assert!(try_by_council(close.clone()).is_err());
        let part = Part::whole(0, 1_000);
        let (from, to, document) = (WORKS, INSTITUTE, DOCUMENT);
        by_council(Units::reassign_units { instrument: CREDITS, part, from, to, document });
        assert_ok!(try_by_council(close));
    });
}

#[test]
fn a_bank_that_owes_cannot_be_closed() {
    on_local_chain(|| {
        assert!(!Money::holds_anything(BANK));
        succeed(BANK_KEY, mint(WORKS, 1, "IN-1"));
        assert!(Money::holds_anything(BANK) && Money::holds_anything(WORKS));
    });
}

#[test]
fn what_the_law_no_longer_allows_is_wound_down() {
    on_dev_chain(|| {
        succeed(BANK_KEY, mint(INSTITUTE, PRICE, "IN-1"));
        succeed(STEEL_WORKS, offer(Interval::new(0, 10)));
        for class in [InstrumentClass::DepositMoney, InstrumentClass::Credit] {
            assert!(Issued::is_outstanding(class));
            // What was simulated does not become real.
            let permit = pallet_instruments::Permit {
                document: DOCUMENT,
                register: b"register".to_vec().try_into().expect("it is short"),
            };
            let (mode, permit, until) = (Mode::Register, Some(permit), Day::NEVER);
            let call = pallet_instruments::Call::record_authority { class, mode, permit, until };
            let outstanding = pallet_instruments::Error::<Runtime>::StillOutstanding.into();
            assert_eq!(try_by_council(call), Err(outstanding));
            by_council(pallet_instruments::Call::close_class { class, document: DOCUMENT });
        }
        let closed: DispatchError = pallet_instruments::Error::<Runtime>::ClassNotOpen.into();
        assert_eq!(failure(BANK_KEY, mint(WORKS, 1, "IN-2")), closed);
        assert_eq!(failure(VERIFIER, accept()), closed);
        succeed(STEEL_WORKS, Units::<Runtime>::withdraw_offer { offer: OfferId(1) });
        succeed(VERIFIER, pay(WORKS, 1));
        succeed(STEEL_WORKS, redeem(1));
    });
}

#[test]
fn a_receipt_does_not_pass_by_an_offer() {
    on_dev_chain(|| {
        use huangpu_primitives::traits::UnitLedger;
        let class = InstrumentClass::WarehouseReceipt;
        let receipt = Intervals::open_instrument(class).expect("there are numbers");
        Intervals::issue(receipt, 10, WORKS, 1).expect("there are numbers");
        let part = Part::whole(0, 10);
        let (asset, price, buyer, until) = (DEPOSIT, 1, None, Day::NEVER);
        let offer =
            Units::<Runtime>::offer_units { instrument: receipt, part, asset, price, buyer, until };
        let refused = pallet_intervals::Error::<Runtime>::NotByOffer.into();
        assert_eq!(failure(STEEL_WORKS, offer), refused);
    });
}
