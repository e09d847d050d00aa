//! What the runtime API answers.

use super::*;
use huangpu_primitives::apis::{AssetView, BalanceView, RedemptionView, PAGE};

#[test]
fn an_asset_shows_what_there_is_of_it() {
    let builder = ExtBuilder::default().assets(&[BANK]).asset(RIVAL, "数字人民币", "e-CNY");
    builder.funds(&[(2, BUYER, 70), (2, SELLER, 30)]).build_and_execute(|| {
        assert_ok!(request(2, BUYER, 20));
        assert_ok!(close(1));
        let view = |asset, kind, issuer, open, name: &str, symbol: &str, supply| AssetView {
            asset: AssetId(asset),
            kind,
            issuer: OrgId(issuer),
            mode: Mode::Simulation,
            open,
            name: name.into(),
            symbol: symbol.into(),
            supply,
        };
        let views = [
            view(1, AssetKind::TokenisedDeposit, BANK, false, "Deposit 1", "DEP1", 0),
            view(2, AssetKind::DigitalYuan, RIVAL, true, "数字人民币", "e-CNY", 100),
        ];
        assert_eq!(Money::asset_page(None, u32::MAX), views);
        assert_ok!(settle(2, 1, "OUT 1"));
        assert_eq!(Money::asset_page(Some(AssetId(1)), 1)[0].supply, 80);
        OpenAs::set(Mode::Mirror);
        assert_ok!(open(BANK));
        assert_eq!(Money::asset_page(Some(AssetId(2)), 1)[0].mode, Mode::Mirror);
    });
}

#[test]
fn assets_come_in_pages() {
    ExtBuilder::default().build_and_execute(|| {
        let count = PAGE + 3;
        MaxAssets::set(count);
        for _ in 0..count {
            assert_ok!(open(BANK));
        }
        let page = |after: Option<u32>, limit| -> Vec<u32> {
            let page = Money::asset_page(after.map(AssetId), limit);
            page.into_iter().map(|view| view.asset.0).collect()
        };
        assert_eq!(page(None, 2), [1, 2]);
        assert_eq!(page(Some(2), 2), [3, 4]);
        assert_eq!(page(Some(0), 1), [1]);
        assert_eq!(page(Some(PAGE), u32::MAX), [PAGE + 1, PAGE + 2, PAGE + 3]);
        assert_eq!(page(None, u32::MAX).len() as u32, PAGE);
        assert!(page(None, 0).is_empty());
        for after in [count, count + 1, u32::MAX] {
            assert!(page(Some(after), 5).is_empty());
        }
    });
}

#[test]
fn an_organisation_sees_what_it_has() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL, BANK, RIVAL]);
    let funds = [(1, BUYER, 10), (2, BUYER, 100), (3, SELLER, 5)];
    builder.funds(&funds).build_and_execute(|| {
        use HoldReason::{Bid, Escrow, Redemption};
        for (reason, amount) in [(Bid, 1), (Escrow, 2)] {
            assert_ok!(Money::hold(AssetId(2), OrgId(BUYER), reason, amount));
        }
        assert_ok!(request(2, BUYER, 4));
        assert_ok!(freeze(4, BUYER));
        let view = |asset, free, held: &[(HoldReason, Amount)], frozen| BalanceView {
            asset: AssetId(asset),
            free,
            held: held.to_vec(),
            frozen,
        };
        let expected = [
            view(1, 10, &[], None),
            view(2, 93, &[(Redemption, 4), (Escrow, 2), (Bid, 1)], None),
            view(4, 0, &[], Some(DOCUMENT)),
        ];
        assert_eq!(Money::balances(OrgId(BUYER)), expected);
        assert_eq!(Money::balances(OrgId(SELLER)), [view(3, 5, &[], None)]);
        // Also where all is held.
        assert_ok!(request(3, SELLER, 5));
        assert_eq!(Money::balances(OrgId(SELLER)), [view(3, 0, &[(Redemption, 5)], None)]);
        // A bank does not have what it owes.
        for org in [0, BANK, NOBODY, u32::MAX] {
            assert_eq!(Money::balances(OrgId(org)), []);
        }
    });
}

#[test]
fn a_redemption_shows_what_the_bank_must_know() {
    with_funds(10).build_and_execute(|| {
        pass_days(5);
        assert_ok!(request(1, BUYER, 4));
        let view = RedemptionView {
            redemption: RedemptionId(1),
            asset: AssetId(1),
            org: OrgId(BUYER),
            amount: 4,
            reference: reference("RDM 1"),
            payout: PAYOUT,
            answer_until: TODAY.plus(5 + ANSWER),
            accepted: false,
        };
        assert_eq!(Money::redemption_page(AssetId(1), None, 5), [view]);
        assert_ok!(refuse(1, 1));
        assert_eq!(Money::redemption_page(AssetId(1), None, 5), []);
        assert_eq!(Money::redemption_page(AssetId(2), None, 5), []);
    });
}

#[test]
fn redemptions_come_in_pages_an_asset() {
    let builder = ExtBuilder::default().assets(&[BANK, RIVAL]);
    let many = 2 * PAGE + 7;
    builder.funds(&[(1, BUYER, many.into()), (2, BUYER, 3)]).build_and_execute(|| {
        let (first, next) = (many + 1, many + 4);
        for (asset, redemption) in
            (1..first).map(|id| (1, id)).chain((first..next).map(|id| (2, id)))
        {
            assert_ok!(request(asset, BUYER, 1));
            assert!(is_pending(asset, redemption));
        }
        let page = |asset, after: Option<u32>, limit| -> Vec<u32> {
            let page = Money::redemption_page(AssetId(asset), after.map(RedemptionId), limit);
            assert!(page.len() <= limit.min(PAGE) as usize);
            page.into_iter().map(|view| view.redemption.0).collect()
        };
        for limit in [1, 7, PAGE, u32::MAX] {
            let mut all: Vec<u32> = vec![];
            loop {
                let page = page(1, all.last().copied(), limit);
                if page.is_empty() {
                    break;
                }
                all.extend(page);
            }
            all.sort_unstable();
            assert_eq!(all, (1..first).collect::<Vec<_>>(), "in pages of {limit}");
        }
        // One that is answered since still names its place.
        let all = page(1, None, PAGE);
        assert_ok!(settle(1, all[3], "OUT 1"));
        assert_eq!(page(1, Some(all[3]), 1), [all[4]]);
        assert!(page(1, None, 0).is_empty());
        let mut others = page(2, None, PAGE);
        others.sort_unstable();
        assert_eq!(others, (first..next).collect::<Vec<_>>());
    });
}

#[test]
fn everybody_can_ask_what_stands_under_a_reference() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        let referred = |org, text| Money::referred(OrgId(org), &reference(text));
        assert_eq!(referred(BANK, "A"), Referred::default());
        // Each kind of record has its own.
        let (asset, to, amount, redemption) = (AssetId(1), OrgId(BANK), 5, RedemptionId(1));
        assert_ok!(mint(1, BANK, 5, "A"));
        assert_ok!(pay_under("A", 1, BANK, BUYER, 2));
        assert_ok!(pay(1, BUYER, BANK, 2));
        assert_ok!(request_under("A", 1, BANK, 5));
        assert_ok!(settle(1, 1, "A"));
        let all = Referred {
            minted: Some(Mint { asset, to, amount }),
            paid: Some(Transfer { asset, to: OrgId(BUYER), amount: 2 }),
            requested: Some(Request {
                asset,
                redemption,
                amount,
                payout: PAYOUT,
                outcome: Outcome::Settled,
            }),
            paid_out: Some(Payout { asset, redemption }),
        };
        assert_eq!(referred(BANK, "A"), all);
        for (org, text) in [(BANK, "a"), (BANK, ""), (RIVAL, "A"), (BUYER, "A"), (NOBODY, "A")] {
            assert_eq!(referred(org, text), Referred::default());
        }
    });
}

#[test]
fn a_holder_can_ask_what_became_of_a_redemption() {
    with_funds(100).build_and_execute(|| {
        let became = |text: &str| {
            let referred = Money::referred(OrgId(BUYER), &reference(text));
            referred.requested.map(|of| of.outcome)
        };
        for text in ["waits", "accepted", "settled", "refused", "withdrawn", "cancelled"] {
            assert_eq!(became(text), None);
            assert_ok!(request_under(text, 1, BUYER, 10));
            assert_eq!(became(text), Some(Outcome::Waiting));
        }
        assert_ok!(accept(1, 2));
        assert_ok!(settle(1, 3, "OUT 3"));
        let (asset, closed) = (AssetId(1), Refusal::ClosedAccount);
        assert_ok!(Money::refuse_redemption(by(BANK), asset, RedemptionId(4), 10, closed));
        pass_days(ANSWER + 1);
        assert_ok!(withdraw(BUYER, 1, 5));
        assert_ok!(cancel(1, 6));
        for (text, outcome) in [
            ("waits", Outcome::Waiting),
            ("accepted", Outcome::Waiting),
            ("settled", Outcome::Settled),
            ("refused", Outcome::Refused(closed)),
            ("withdrawn", Outcome::Withdrawn),
            ("cancelled", Outcome::Cancelled),
        ] {
            assert_eq!(became(text), Some(outcome), "{text}");
        }
    });
}
