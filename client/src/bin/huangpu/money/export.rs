//! Telling a bank's payment system what to pay out.

use super::accept::{fits_nothing, payouts, unmatched};
use crate::{answer::Answer, context::Context, keys};
use chrono::{FixedOffset, SecondsFormat, Utc};
use clap::Args;
use huangpu_client::{
    days,
    iso20022::{
        pain001::{self, Account, Order, Transfer},
        yuan,
    },
    payout::Payout,
    AssetId, Chain, Error, Now, H256,
};
use huangpu_primitives::{
    apis::RedemptionView,
    calendar::{Day, OFFSET_MS},
    Millis,
};
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Export {
    /// The asset.
    #[arg(long, default_value = "1")]
    asset: AssetId,
    /// The payouts that holders gave to the bank.
    #[arg(required = true, value_name = "PAYOUT")]
    payouts: Vec<PathBuf>,
    /// The account from which the bank pays.
    #[arg(long)]
    account: String,
    /// The bank: a BIC, or a CNAPS number of 12 digits.
    #[arg(long)]
    bank: String,
    /// Where to write the message.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(super) async fn run(context: &Context, export: Export) -> Result<Answer, Error> {
    let payouts = payouts(&export.payouts)?;
    let chain = context.chain().await?;
    let at = final_block(chain).await?;
    let asset = chain.all_assets(at).await?.into_iter().find(|of| of.asset == export.asset);
    let asset = asset.ok_or_else(|| Error::Input(format!("there is no asset {}", export.asset)))?;
    let name =
        |view: &huangpu_client::Organisation| String::from_utf8_lossy(&view.name).into_owned();
    let bank = chain.organisation(at, asset.issuer).await?;

    let now = Utc::now().with_timezone(&chain_time()?);
    let today = later_day(chain.clock(at).await?, now.timestamp_millis().unsigned_abs());
    let (mut transfers, mut waiting, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    let all = chain.all_redemptions(at, export.asset).await?;
    let unmatched = unmatched(&payouts, &all);
    let mut warnings: Vec<String> =
        unmatched.iter().map(|file| fits_nothing(file, export.asset)).collect();
    for redemption in all {
        let Some((payout, _)) = payouts.get(&redemption.payout) else {
            waiting.push(redemption.redemption);
            continue;
        };
        // What the bank could not settle, it must not pay.
        if let Some(why) = unpayable(&redemption, today) {
            warnings.push(format!("redemption {} is left out: {why}", redemption.redemption));
            left_out.push(redemption.redemption);
            continue;
        }
        let holder = chain.organisation(at, redemption.org).await?;
        let holder = holder.as_ref().map(name).unwrap_or_default();
        transfers.push(transfer(&redemption, payout, holder));
    }
    if transfers.is_empty() {
        return Err(Error::Input(format!("there is nothing to pay out: {}", warnings.join("; "))));
    }
    let order = Order {
        // To the millisecond: two messages must not have one name.
        message: format!("HP-{}-{}", export.asset, now.format("%Y%m%d%H%M%S%3f")),
        created: now.to_rfc3339_opts(SecondsFormat::Secs, false),
        execute_on: now.format("%Y-%m-%d").to_string(),
        debtor: bank.as_ref().map(name).unwrap_or_default(),
        account: Account { number: export.account, bank: export.bank },
    };
    let xml = pain001::write(&order, &transfers)?;
    keys::write_secret(&export.out, &xml)?;
    if !waiting.is_empty() {
        let ids: Vec<String> = waiting.iter().map(ToString::to_string).collect();
        warnings.push(format!("no payout was given for these redemptions: {}", ids.join(", ")));
    }
    warnings.iter().for_each(|warning| context.warn(warning));
    let sum = yuan(transfers.iter().map(|of| of.amount).sum());
    let file = export.out.display().to_string();
    let text = match transfers.len() {
        1 => format!("1 payment of {sum} yuan, in {file}"),
        many => format!("{many} payments of {sum} yuan together, in {file}"),
    };
    let json = json!({
        "file": file,
        "message": order.message,
        "payments": transfers.len(),
        "sum": sum,
        "withoutPayout": waiting,
        "leftOut": left_out,
        "unmatched": unmatched,
    });
    Ok(Answer::new(json, text))
}

/// The council goes by the chain's clock, and the bank pays by its own: what is over by one of them is not paid.
fn later_day(chain: Millis, machine: Millis) -> Day {
    Day::of(chain.max(machine))
}

/// The block as of which is paid: a final one, for money that has left the bank does not come back when a block is
/// replaced.
async fn final_block(chain: &Chain) -> Result<H256, Error> {
    let Now { head, behind } = chain.now().await?;
    match behind {
        None => Ok(head.hash),
        Some(behind) => Err(Error::Input(format!(
            "finality stands still, {behind} blocks back: what was accepted since may still be replaced, so nothing is to \
             be paid before it goes on"
        ))),
    }
}

/// The chain's calendar.
fn chain_time() -> Result<FixedOffset, Error> {
    let ahead = i32::try_from(OFFSET_MS / 1_000).ok().and_then(FixedOffset::east_opt);
    ahead.ok_or_else(|| Error::input("the chain's calendar is no time zone"))
}

/// Why a redemption is not to be paid today.
fn unpayable(redemption: &RedemptionView, today: Day) -> Option<String> {
    if !redemption.accepted {
        return Some(
            "the bank has not accepted it (`huangpu money accept`), or not finally yet".into(),
        );
    }
    let last = redemption.answer_until;
    (today > last).then(|| {
        let last = days::show(last);
        format!(
            "{last} is over, by the chain's clock or this machine's: the council may cancel it then. Settle or refuse it"
        )
    })
}

fn transfer(redemption: &RedemptionView, payout: &Payout, creditor: String) -> Transfer {
    Transfer {
        // What the bank answers with: `huangpu money settle REDEMPTION --asset ASSET`.
        instruction: format!("HP-{}-{}", redemption.asset, redemption.redemption),
        end_to_end: String::from_utf8_lossy(&redemption.reference).into_owned(),
        amount: redemption.amount,
        creditor,
        account: payout.to_account(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_client::{OrgId, RedemptionId};
    use huangpu_primitives::money::Reference;

    const LAST: Day = Day(20_000);

    #[test]
    fn a_day_is_over_by_whichever_clock_is_ahead() {
        let (last, next) = (LAST.start(), LAST.plus(1).start());
        for (chain, machine, today) in
            [(last, last, LAST), (last, next, LAST.plus(1)), (next, last, LAST.plus(1))]
        {
            assert_eq!(later_day(chain, machine), today);
        }
    }

    fn redemption(accepted: bool) -> RedemptionView {
        RedemptionView {
            redemption: RedemptionId(1),
            asset: AssetId(1),
            org: OrgId(2),
            amount: 500,
            reference: Reference::default(),
            payout: H256::zero(),
            answer_until: LAST,
            accepted,
        }
    }

    #[test]
    fn only_what_nobody_else_ends_is_paid() {
        assert_eq!(unpayable(&redemption(true), LAST), None);
        let why = unpayable(&redemption(false), LAST).expect("its holder may withdraw it");
        assert!(why.contains("not accepted"), "{why}");
        let why = unpayable(&redemption(true), LAST.plus(1)).expect("the council may cancel it");
        assert!(why.contains("2024-10-04") && why.contains("council"), "{why}");
    }
}
