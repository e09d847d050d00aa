//! What a bank says before it pays out: from then on nobody else ends the redemption.

use super::redeem;
use crate::{
    answer::{table, Answer},
    context::Context,
    send,
};
use clap::{ArgGroup, Args};
use huangpu_client::{
    calls::{self, money},
    iso20022::yuan,
    payout::Payout,
    AssetId, Chain, Error, RedemptionId, H256,
};
use huangpu_primitives::apis::RedemptionView;
use serde_json::{json, Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// Most redemptions that are accepted at a time, in one transaction, all or none of them.
const TOGETHER: usize = 50;

#[derive(Args)]
#[command(group(ArgGroup::new("which").required(true).args(["payouts", "redemption"])))]
pub(crate) struct Accept {
    /// The payouts that holders gave to the bank: what waits for one of them is accepted.
    #[arg(value_name = "PAYOUT")]
    payouts: Vec<PathBuf>,
    /// Redemptions by their numbers, instead.
    #[arg(long)]
    redemption: Vec<RedemptionId>,
    /// The asset.
    #[arg(long, default_value = "1")]
    asset: AssetId,
}

/// What is accepted, and what is not, and why.
#[derive(Default)]
struct Chosen {
    due: Vec<RedemptionView>,
    left_out: Vec<(RedemptionId, String)>,
    /// Files of payouts for which nothing waits.
    unmatched: Vec<String>,
}

impl Chosen {
    /// What people are warned of, and programs read in an error.
    fn warnings(&self, asset: AssetId) -> Vec<String> {
        let left_out =
            self.left_out.iter().map(|(id, why)| format!("redemption {id} is left out: {why}"));
        left_out.chain(self.unmatched.iter().map(|file| fits_nothing(file, asset))).collect()
    }
}

/// It was answered, or is of another asset, or is not what its holder committed to: then the bank must not pay to it.
pub(super) fn fits_nothing(file: &str, asset: AssetId) -> String {
    format!("{file} fits no redemption of asset {asset} that waits")
}

pub(super) async fn run(context: &Context, accept: Accept) -> Result<Answer, Error> {
    let payouts = payouts(&accept.payouts)?;
    let named: BTreeSet<RedemptionId> = accept.redemption.iter().copied().collect();
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let all = chain.all_redemptions(at, accept.asset).await?;
    if let Some(unknown) = named.iter().find(|id| all.iter().all(|of| of.redemption != **id)) {
        return Err(Error::Input(format!(
            "redemption {unknown} of asset {} does not wait: it was never asked for, or has ended",
            accept.asset
        )));
    }
    let unmatched = unmatched(&payouts, &all);
    let wanted =
        |of: &RedemptionView| named.contains(&of.redemption) || payouts.contains_key(&of.payout);
    let mut chosen = choose(chain, at, all.into_iter().filter(wanted).collect(), &payouts).await?;
    chosen.unmatched = unmatched;
    let warnings = chosen.warnings(accept.asset);
    if chosen.due.is_empty() {
        return Err(Error::Input(format!("there is nothing to accept: {}", warnings.join("; "))));
    }
    warnings.iter().for_each(|warning| context.warn(warning));
    let more = chosen.due.split_off(chosen.due.len().min(TOGETHER));
    if !more.is_empty() {
        context.warn(&format!("{} more wait: run the command again", more.len()));
    }
    let more = more.len();
    let calls: Vec<_> = chosen
        .due
        .iter()
        .map(|of| money::accept_redemption(of.asset, of.redemption, of.amount))
        .collect();
    let sent = send::send(context, &calls::together(&calls)?).await?;
    // What is only printed is read by programs.
    Ok(if context.sending().print_call { sent } else { told(sent, &chosen, more) })
}

/// Those that the bank can accept now.
async fn choose(
    chain: &Chain,
    at: H256,
    wanted: Vec<RedemptionView>,
    payouts: &Payouts,
) -> Result<Chosen, Error> {
    let mut chosen = Chosen::default();
    for of in wanted {
        let balances = chain.balances(at, of.org).await?;
        let frozen = balances.iter().any(|has| has.asset == of.asset && has.frozen.is_some());
        match why_not(&of, payouts.get(&of.payout).map(|(payout, _)| payout), frozen) {
            Some(why) => chosen.left_out.push((of.redemption, why)),
            None => chosen.due.push(of),
        }
    }
    Ok(chosen)
}

/// Why the bank cannot accept a redemption.
fn why_not(of: &RedemptionView, payout: Option<&Payout>, frozen: bool) -> Option<String> {
    if of.accepted {
        return Some("it was accepted before".into());
    }
    // Better to know now than when a message is to be written.
    if let Some(Err(error)) = payout.map(|payout| payout.to_account().check()) {
        return Some(format!("{error}: refuse it"));
    }
    frozen.then(|| format!("the money of organisation {} is frozen", of.org))
}

/// Payouts and their files, by what stands of them on the ledger.
pub(super) type Payouts = BTreeMap<H256, (Payout, String)>;

pub(super) fn payouts(paths: &[PathBuf]) -> Result<Payouts, Error> {
    let one = |path: &PathBuf| {
        redeem::read(path).map(|of| (of.commitment(), (of, path.display().to_string())))
    };
    paths.iter().map(one).collect()
}

/// The files for which none of these redemptions waits.
pub(super) fn unmatched(payouts: &Payouts, all: &[RedemptionView]) -> Vec<String> {
    let waits = |commitment: &H256| all.iter().any(|of| of.payout == *commitment);
    let unmatched = payouts.iter().filter(|(commitment, _)| !waits(commitment));
    unmatched.map(|(_, (_, file))| file.clone()).collect()
}

/// What the transaction is about, beside what became of it.
fn told(sent: Answer, Chosen { due, left_out, unmatched }: &Chosen, more: usize) -> Answer {
    let rows = due.iter().map(|of| {
        let reference = String::from_utf8_lossy(&of.reference).into_owned();
        vec![of.redemption.to_string(), of.org.to_string(), yuan(of.amount), reference]
    });
    let columns = [">redemption", ">org", ">amount (yuan)", "reference"];
    let lines = table(&columns, rows.collect());
    let due: Vec<Value> = due
        .iter()
        .map(|of| json!({ "redemption": of.redemption, "org": of.org, "amount": yuan(of.amount) }))
        .collect();
    let left_out: Vec<Value> = left_out.iter().map(|(id, _)| json!(id)).collect();
    sent.with("redemptions", due.into(), &lines)
        .noting("leftOut", left_out.into())
        .noting("unmatched", json!(unmatched))
        .noting("more", more.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_client::OrgId;
    use huangpu_primitives::{calendar::Day, money::Reference};

    fn redemption(accepted: bool) -> RedemptionView {
        RedemptionView {
            redemption: RedemptionId(1),
            asset: AssetId(1),
            org: OrgId(2),
            amount: 500,
            reference: Reference::default(),
            payout: H256::zero(),
            answer_until: Day(20_000),
            accepted,
        }
    }

    #[test]
    fn what_cannot_be_accepted_says_why() {
        let sound = Payout::new("62220002", "301290050012");
        assert_eq!(why_not(&redemption(false), Some(&sound), false), None);
        assert_eq!(why_not(&redemption(false), None, false), None);
        let told = |of, payout: Option<&Payout>, frozen| why_not(&of, payout, frozen).expect("why");
        assert!(told(redemption(true), Some(&sound), false).contains("accepted before"));
        assert!(told(redemption(false), Some(&sound), true).contains("organisation 2 is frozen"));
        let nowhere = Payout::new("62220002", "no bank");
        assert!(told(redemption(false), Some(&nowhere), false).contains("refuse it"));
    }

    #[test]
    fn a_file_that_fits_nothing_is_named() {
        let payout = Payout::new("62220002", "301290050012");
        let waiting = RedemptionView { payout: payout.commitment(), ..redemption(false) };
        let other = Payout::new("62220002", "301290050012");
        let payouts: Payouts = [(payout, "one.json"), (other, "other.json")]
            .into_iter()
            .map(|(of, file)| (of.commitment(), (of, file.to_owned())))
            .collect();
        assert_eq!(unmatched(&payouts, &[waiting]), ["other.json"]);
        assert_eq!(unmatched(&payouts, &[]).len(), 2);
    }
}
