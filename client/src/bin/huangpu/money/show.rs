//! What there is of settlement money, and who has it.

use crate::{answer::Answer, context::Context, instruments::words::show_mode};
use huangpu_client::{days, iso20022::yuan, AssetId, Error, OrgId};
use huangpu_primitives::{
    apis::{AssetView, BalanceView, RedemptionView},
    money::{
        AssetKind, HoldReason, Mint, Outcome, Payout, Reference, Referred, Refusal, Request,
        Transfer,
    },
};
use serde_json::{json, Value};
use std::collections::BTreeMap;

pub(super) async fn assets(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let assets = chain.all_assets(context.head().await?.hash).await?;
    let rows = assets.iter().map(|asset| {
        vec![
            asset.asset.to_string(),
            symbol(asset),
            String::from_utf8_lossy(&asset.name).into_owned(),
            kind(asset.kind).into(),
            asset.issuer.to_string(),
            show_mode(asset.mode).into(),
            if asset.open { "open" } else { "closed" }.into(),
            yuan(asset.supply),
        ]
    });
    let columns =
        [">asset", "symbol", "name", "kind", ">issuer", "mode", "state", ">supply (yuan)"];
    Ok(Answer::list(assets.iter().map(asset_json).collect(), &columns, rows.collect()))
}

pub(super) async fn balance(context: &Context, org: Option<OrgId>) -> Result<Answer, Error> {
    let org = match org {
        Some(org) => org,
        None => context.actor().await?.org,
    };
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    if chain.organisation(at, org).await?.is_none() {
        return Err(Error::Input(format!("no organisation has the id {org}")));
    }
    let symbols: BTreeMap<AssetId, String> =
        chain.all_assets(at).await?.iter().map(|asset| (asset.asset, symbol(asset))).collect();
    let balances = chain.balances(at, org).await?;
    let rows = balances.iter().map(|of| {
        let held: u128 = of.held.iter().map(|(_, amount)| amount).sum();
        let why: Vec<&str> = of.held.iter().map(|(why, _)| reason(*why)).collect();
        vec![
            of.asset.to_string(),
            symbols.get(&of.asset).cloned().unwrap_or_default(),
            yuan(of.free),
            yuan(held),
            why.join(", "),
            of.frozen.map_or_else(|| "-".into(), |document| format!("{document:?}")),
        ]
    });
    let columns = [">asset", "symbol", ">free (yuan)", ">held (yuan)", "held for", "frozen by"];
    Ok(Answer::list(balances.iter().map(balance_json).collect(), &columns, rows.collect()))
}

pub(super) async fn redemptions(
    context: &Context,
    asset: Option<AssetId>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let assets = match asset {
        Some(asset) => vec![asset],
        None => chain.all_assets(at).await?.into_iter().map(|asset| asset.asset).collect(),
    };
    let mut all = Vec::new();
    for asset in assets {
        all.extend(chain.all_redemptions(at, asset).await?);
    }
    let rows = all.iter().map(|of| {
        vec![
            of.redemption.to_string(),
            of.asset.to_string(),
            of.org.to_string(),
            yuan(of.amount),
            String::from_utf8_lossy(&of.reference).into_owned(),
            if of.accepted { "accepted" } else { "requested" }.into(),
            days::show(of.answer_until),
        ]
    });
    let columns = [
        ">redemption",
        ">asset",
        ">org",
        ">amount (yuan)",
        "reference",
        "state",
        "the bank answers until",
    ];
    Ok(Answer::list(all.iter().map(redemption_json).collect(), &columns, rows.collect()))
}

pub(super) async fn find(
    context: &Context,
    org: Option<OrgId>,
    reference: &str,
) -> Result<Answer, Error> {
    let org = match org {
        Some(org) => org,
        None => context.actor().await?.org,
    };
    let text = reference.as_bytes().to_vec();
    let key = Reference::try_from(text)
        .map_err(|_| Error::input("a reference has at most 35 characters"))?;
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    if chain.organisation(at, org).await?.is_none() {
        return Err(Error::Input(format!("no organisation has the id {org}")));
    }
    let Referred { minted, paid, requested, paid_out } = chain.referred(at, org, &key).await?;
    let mut lines = Vec::new();
    if let Some(Mint { asset, to, amount }) = minted {
        lines.push(format!("minted {} yuan of asset {asset} for organisation {to}", yuan(amount)));
    }
    if let Some(Transfer { asset, to, amount }) = paid {
        lines.push(format!("paid {} yuan of asset {asset} to organisation {to}", yuan(amount)));
    }
    if let Some(Request { asset, redemption, amount, payout, outcome }) = requested {
        let (sum, became) = (yuan(amount), became(outcome));
        lines.push(format!(
            "asked for {sum} yuan of asset {asset}: redemption {redemption}, to the account committed to as {payout:?}"
        ));
        lines.push(format!("redemption {redemption} {became}"));
    }
    if let Some(Payout { asset, redemption }) = paid_out {
        lines.push(format!("paid out redemption {redemption} of asset {asset}"));
    }
    if lines.is_empty() {
        lines.push(format!("organisation {org} did nothing under the reference {reference}"));
    }
    let moved = |asset: AssetId, to: OrgId, amount| json!({ "asset": asset, "to": to, "amount": yuan(amount) });
    let json = json!({
        "org": org,
        "reference": reference,
        "minted": minted.map(|of| moved(of.asset, of.to, of.amount)),
        "paid": paid.map(|of| moved(of.asset, of.to, of.amount)),
        "requested": requested.map(|of| {
            json!({
                "asset": of.asset,
                "redemption": of.redemption,
                "amount": yuan(of.amount),
                "payout": format!("{:?}", of.payout),
                "outcome": outcome_word(of.outcome),
                "refused": refusal(of.outcome).map(|(name, _)| name),
                "code": refusal(of.outcome).map(|(_, code)| code),
            })
        }),
        "paidOut": paid_out.map(|of| json!({ "asset": of.asset, "redemption": of.redemption })),
    });
    Ok(Answer::new(json, lines.join("\n")))
}

/// What became of a redemption, for people.
fn became(outcome: Outcome) -> String {
    match outcome {
        Outcome::Waiting => "waits for the bank: `huangpu money redemptions` tells how long".into(),
        Outcome::Settled => "was settled: the bank has paid".into(),
        Outcome::Refused(reason) => {
            let (name, code) = words(reason);
            format!("was refused by the bank: {name} ({code})")
        }
        Outcome::Withdrawn => "was withdrawn, unanswered".into(),
        Outcome::Cancelled => "was cancelled by the council".into(),
    }
}

/// For programs.
fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => "waiting",
        Outcome::Settled => "settled",
        Outcome::Refused(_) => "refused",
        Outcome::Withdrawn => "withdrawn",
        Outcome::Cancelled => "cancelled",
    }
}

fn refusal(outcome: Outcome) -> Option<(&'static str, &'static str)> {
    match outcome {
        Outcome::Refused(reason) => Some(words(reason)),
        _ => None,
    }
}

/// As `refuse` takes it, and the code of ISO 20022.
fn words(reason: Refusal) -> (&'static str, &'static str) {
    match reason {
        Refusal::IncorrectAccount => ("incorrect-account", "AC01"),
        Refusal::ClosedAccount => ("closed-account", "AC04"),
        Refusal::TransactionForbidden => ("transaction-forbidden", "AG01"),
        Refusal::RegulatoryReason => ("regulatory-reason", "RR04"),
        Refusal::Other => ("other", "NARR"),
    }
}

fn symbol(asset: &AssetView) -> String {
    String::from_utf8_lossy(&asset.symbol).into_owned()
}

fn kind(kind: AssetKind) -> &'static str {
    match kind {
        AssetKind::TokenisedDeposit => "tokenised deposit",
        AssetKind::DigitalYuan => "digital yuan",
    }
}

fn reason(reason: HoldReason) -> &'static str {
    match reason {
        HoldReason::Redemption => "redemption",
        HoldReason::Escrow => "escrow",
        HoldReason::Bid => "bid",
    }
}

/// Amounts are decimals in text: no reader of JSON rounds them.
fn asset_json(asset: &AssetView) -> Value {
    json!({
        "asset": asset.asset,
        "symbol": symbol(asset),
        "name": String::from_utf8_lossy(&asset.name),
        "kind": kind(asset.kind),
        "issuer": asset.issuer,
        "mode": show_mode(asset.mode),
        "open": asset.open,
        "supply": yuan(asset.supply),
    })
}

fn balance_json(of: &BalanceView) -> Value {
    let held = of.held.iter().map(|(why, amount)| (reason(*why).to_owned(), json!(yuan(*amount))));
    json!({
        "asset": of.asset,
        "free": yuan(of.free),
        "held": held.collect::<serde_json::Map<_, _>>(),
        "frozen": of.frozen.map(|document| format!("{document:?}")),
    })
}

fn redemption_json(of: &RedemptionView) -> Value {
    json!({
        "redemption": of.redemption,
        "asset": of.asset,
        "org": of.org,
        "amount": yuan(of.amount),
        "reference": String::from_utf8_lossy(&of.reference),
        "payout": format!("{:?}", of.payout),
        "accepted": of.accepted,
        "answerUntil": days::json(of.answer_until),
    })
}

#[cfg(test)]
mod tests {
    use super::{super::Reason, *};
    use clap::ValueEnum;

    #[test]
    fn a_refusal_is_told_as_it_is_typed() {
        for reason in Reason::value_variants() {
            let typed = reason.to_possible_value().expect("it can be typed");
            assert_eq!(words((*reason).into()).0, typed.get_name());
        }
    }
}
