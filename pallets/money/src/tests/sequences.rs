//! Random sequences of calls, of what other pallets do with money, and of what happens elsewhere, against the naive
//! model and against what the events tell, with `try_state` after each step.

use super::{
    journal::Journal,
    model::Model,
    steps::{plan, Plan, Step, PARTS},
    *,
};
use polkadot_sdk::{sp_io, sp_runtime::StateVersion};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;

/// Which step a plan is in this state of things: the right one answers.
fn step_of(plan: Plan, model: &Model) -> Step {
    let of = |pick: usize| match model.pending.len() {
        0 => (1, 1, BUYER, 1),
        waiting => {
            let (id, asset, org, amount, ..) = model.pending[pick % waiting];
            (id, asset, org, amount)
        }
    };
    match plan {
        Plan::Step(step) => step,
        Plan::Accept { pick, all } => {
            let (id, asset, _, amount) = of(pick);
            let amount = if all { amount } else { amount - 1 };
            Step::Accept { bank: issuer(asset), asset, id, amount }
        }
        Plan::Settle { pick, all, paid_out } => {
            let (id, asset, _, amount) = of(pick);
            let amount = if all { amount } else { amount - 1 };
            Step::Settle { bank: issuer(asset), asset, id, amount, paid_out }
        }
        // What was settled before, or another one by the same payment, or what never was.
        Plan::SettleAgain { pick, other } => match model.paid_out.len() {
            0 => Step::Settle { bank: BANK, asset: 1, id: 1, amount: 1, paid_out: "REF".into() },
            settled => {
                let ((bank, paid_out), (asset, id)) = model.paid_out[pick % settled].clone();
                let id = id + u32::from(other);
                Step::Settle { bank, asset, id, amount: 1, paid_out }
            }
        },
        Plan::Again { of, pick } => again(of, pick, model),
        Plan::Refuse { pick, all } => {
            let (id, asset, _, amount) = of(pick);
            let amount = if all { amount } else { amount - 1 };
            Step::Refuse { bank: issuer(asset), asset, id, amount }
        }
        Plan::Withdraw { pick, own } => {
            let (id, asset, org, _) = of(pick);
            Step::Withdraw { org: if own { org } else { 1 + org % PARTS }, asset, id }
        }
        Plan::Cancel { pick } => {
            let (id, asset, ..) = of(pick);
            Step::Cancel { asset, id }
        }
    }
}

/// What was done under a reference before, or is done for the first time.
fn again(of: u8, pick: usize, model: &Model) -> Step {
    let done = [&model.paid_in, &model.paid, &model.asked][usize::from(of)];
    let first = || ((BANK, "REF".to_string()), (1, BUYER, 1));
    let picked = done.get(pick % done.len().max(1)).cloned();
    let ((who, reference), (asset, to, amount)) = picked.unwrap_or_else(first);
    match of {
        0 => Step::Mint { bank: who, asset, to, amount, paid_in: reference },
        1 => Step::Pay { asset, from: who, to, amount, reference },
        _ => Step::Request { asset, org: who, amount, reference },
    }
}

fn take(step: &Step) -> DispatchResult {
    match step.clone() {
        Step::Open { bank, named } => open_named(bank, if named { b"Deposit" } else { b"" }, b"D"),
        Step::Close { asset } => close(asset),
        Step::Mint { bank, asset, to, amount, paid_in } => {
            mint_by(bank, asset, to, amount, &paid_in)
        }
        Step::Pay { asset, from, to, amount, reference: text } => {
            Money::pay(by(from), AssetId(asset), OrgId(to), amount, reference(&text))
        }
        Step::Request { asset, org, amount, reference: text } => {
            let text = reference(&text);
            Money::request_redemption(by(org), AssetId(asset), amount, PAYOUT, text)
        }
        Step::Accept { bank, asset, id, amount } => accept_for(bank, asset, id, amount),
        Step::Settle { bank, asset, id, amount, paid_out } => {
            settle_accepted(bank, asset, id, amount, &paid_out)
        }
        Step::Refuse { bank, asset, id, amount } => {
            let (asset, redemption) = (AssetId(asset), RedemptionId(id));
            Money::refuse_redemption(by(bank), asset, redemption, amount, Refusal::Other)
        }
        Step::Withdraw { org, asset, id } => withdraw(org, asset, id),
        Step::Cancel { asset, id } => cancel(asset, id),
        Step::Freeze { asset, org } => freeze(asset, org),
        Step::Thaw { asset, org, named } => {
            thaw_of(asset, org, if named { DOCUMENT } else { H256::zero() })
        }
        Step::Reassign { asset, from, to, amount } => reassign(asset, from, to, amount),
        Step::OthersPay { asset, from, to, amount } => {
            <Money as Payments>::pay(AssetId(asset), OrgId(from), OrgId(to), amount)
        }
        Step::OthersHold { asset, org, reason, amount } => {
            Money::hold(AssetId(asset), OrgId(org), reason, amount)
        }
        Step::OthersRelease { asset, org, reason, amount } => {
            Money::release(AssetId(asset), OrgId(org), reason, amount)
        }
        Step::OthersPayHeld { asset, from, reason, to, amount } => {
            Money::pay_held(AssetId(asset), OrgId(from), reason, OrgId(to), amount)
        }
        Step::Stand { .. } | Step::License { .. } | Step::Gate { .. } | Step::Pass { .. } => Ok(()),
    }
}

/// The chain, the model and the events say the same of everybody's money.
fn compare(model: &Model, journal: &Journal) {
    Money::do_try_state().unwrap();
    for asset in 1..=MOST_ASSETS {
        assert_eq!(supply(asset), model.supply(asset), "asset {asset}");
        for org in 1..=PARTS {
            assert_eq!(free(asset, org), model.has(asset, org, None), "{asset} of {org}");
            assert_eq!(free(asset, org), journal.tells_of(asset, org, None), "{asset} of {org}");
            for reason in HoldReason::ALL {
                let expected = model.has(asset, org, Some(reason));
                assert_eq!(held(asset, org, reason), expected, "{asset} of {org}, {reason:?}");
                assert_eq!(journal.tells_of(asset, org, Some(reason)), expected, "told");
            }
        }
    }
    for org in 1..=PARTS {
        assert_eq!(Money::holds_anything(OrgId(org)), model.holds_anything(org), "{org}");
    }
    assert_eq!(Redemptions::<Test>::iter().count(), model.pending.len());
    for (((org, text), _), outcome) in model.asked.iter().zip(&model.outcomes) {
        let request = Requested::<Test>::get(OrgId(*org), reference(text)).unwrap();
        assert_eq!(request.outcome, *outcome, "{text} of {org}");
    }
    for (id, asset, org, amount, until, accepted) in &model.pending {
        let record = Redemptions::<Test>::get(AssetId(*asset), RedemptionId(*id)).unwrap();
        let (whose, last) = (record.org.0, record.answer_until.0);
        assert_eq!((whose, record.amount, last), (*org, *amount, *until));
        assert_eq!(record.accepted, *accepted);
    }
}

/// Takes a step, which does what the model says, or nothing at all.
fn take_and_compare(model: &mut Model, journal: &mut Journal, plan: Plan) -> DispatchResult {
    System::reset_events();
    let step = step_of(plan, model);
    let before = sp_io::storage::root(StateVersion::V1);
    let expected = model.takes(&step);
    model.put_elsewhere();
    let taken = take(&step);
    assert_eq!(taken, expected, "{step:?}");
    if taken.is_err() {
        let now = sp_io::storage::root(StateVersion::V1);
        assert_eq!(now, before, "{step:?} failed and left a trace");
        assert_eq!(take_events(), []);
    }
    take_events().into_iter().for_each(|event| journal.hears(event));
    // Of a payment that another pallet wanted, that one tells.
    if let (Ok(()), Step::OthersPay { asset, from, to, amount }) = (taken, step) {
        journal.moves((asset, from, None), (asset, to, None), amount);
    }
    compare(model, journal);
    taken
}

/// An asset, and another.
fn beginning() -> impl Iterator<Item = Plan> {
    [BANK, RIVAL].into_iter().map(|bank| Plan::Step(Step::Open { bank, named: true }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn money_is_where_the_model_says(plans in proptest::collection::vec(plan(), 1..=80)) {
        ExtBuilder::default().build_and_execute(|| {
            let (mut model, mut journal) = (Model::default(), Journal::default());
            for plan in beginning().chain(plans) {
                let _ = take_and_compare(&mut model, &mut journal, plan);
            }
        });
    }
}

#[test]
fn the_sequences_meet_every_error() {
    let mut runner = TestRunner::deterministic();
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..192 {
        let plans = proptest::collection::vec(plan(), 80).new_tree(&mut runner).unwrap().current();
        ExtBuilder::default().build_and_execute(|| {
            let (mut model, mut journal) = (Model::default(), Journal::default());
            for plan in beginning().chain(plans) {
                let outcome = match take_and_compare(&mut model, &mut journal, plan) {
                    Ok(()) => "done",
                    Err(error) => error.into(),
                };
                *met.entry(outcome.to_string()).or_default() += 1;
            }
        });
    }
    // All errors but that the ids are used up, the wrong origin, the gate's, and none.
    assert_eq!(met.len(), 36, "{met:?}");
    assert!(met.values().all(|count| *count >= 3), "{met:?}");
}
