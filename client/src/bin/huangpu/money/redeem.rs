//! Redeeming, and the bank's answers.

use super::{Sum, Which};
use crate::{answer::Answer, context::Context, keys, parse, send};
use clap::{ArgGroup, Args};
use huangpu_client::{calls::money, payout::Payout, Error};
use huangpu_primitives::money::{Amount, Refusal};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Args)]
#[command(group(ArgGroup::new("where").required(true).args(["account", "payout"])))]
pub(crate) struct Redeem {
    #[command(flatten)]
    sum: Sum,
    /// The account to be paid to: an IBAN, or the bank's own number.
    #[arg(long, requires_all = ["bank", "out"])]
    account: Option<String>,
    /// The bank that keeps it: a BIC, or a CNAPS number of 12 digits.
    #[arg(long, requires = "account")]
    bank: Option<String>,
    /// Where to write the payout for the issuing bank: it goes there, and not on the ledger.
    #[arg(long, value_name = "FILE", requires = "account")]
    out: Option<PathBuf>,
    /// A payout written before, instead of an account: who repeats a request under its reference gives the same one.
    #[arg(long, value_name = "FILE")]
    payout: Option<PathBuf>,
    /// The holder's reference, which the payment will carry. Each asks once.
    #[arg(long)]
    reference: String,
}

impl Redeem {
    /// The payout, in its file before anything is sent: without it, the bank could not pay.
    fn payout(&self) -> Result<(Payout, PathBuf), Error> {
        if let Some(path) = &self.payout {
            return Ok((read(path)?, path.clone()));
        }
        let (Some(account), Some(bank), Some(out)) = (&self.account, &self.bank, &self.out) else {
            return Err(Error::input("give --account, --bank and --out, or a --payout"));
        };
        let payout = Payout::new(account.as_str(), bank.as_str());
        // A bank could not pay to what does not fit into its message.
        payout.to_account().check()?;
        if out.exists() {
            let out = out.display();
            return Err(Error::Input(format!(
                "{out} is there already: if it is the payout of this request, which failed or is repeated, go on with --payout {out}"
            )));
        }
        keys::write_secret(out, &payout.to_json())?;
        Ok((payout, out.clone()))
    }
}

/// Reads a payout's file.
pub(super) fn read(path: &Path) -> Result<Payout, Error> {
    let text = parse::text_file(&path.display().to_string())?;
    Payout::from_json(&text).map_err(|error| Error::Input(format!("{}: {error}", path.display())))
}

pub(super) async fn run(context: &Context, redeem: Redeem) -> Result<Answer, Error> {
    let (payout, path) = redeem.payout()?;
    let Sum { asset, amount } = redeem.sum;
    let call = money::request_redemption(asset, amount, payout.commitment(), &redeem.reference)?;
    let answer = send::send(context, &call).await?;
    // What is only printed is read by programs.
    if context.sending().print_call {
        return Ok(answer);
    }
    let file = path.display().to_string();
    let line = format!("give {file} to the bank: it says where to pay to");
    Ok(answer.with("payout", json!(file), &line))
}

pub(super) async fn settle(
    context: &Context,
    Which { redemption, asset }: Which,
    amount: Amount,
    reference: &str,
) -> Result<Answer, Error> {
    send::send(context, &money::settle_redemption(asset, redemption, amount, reference)?).await
}

pub(super) async fn refuse(
    context: &Context,
    Which { redemption, asset }: Which,
    amount: Amount,
    reason: Refusal,
) -> Result<Answer, Error> {
    send::send(context, &money::refuse_redemption(asset, redemption, amount, reason)).await
}

pub(super) async fn withdraw(
    context: &Context,
    Which { redemption, asset }: Which,
) -> Result<Answer, Error> {
    send::send(context, &money::withdraw_redemption(asset, redemption)).await
}
