//! Minting what a bank's notification says was received. Every payment has one outcome; an import can be repeated.

use super::accounts::Accounts;
use crate::{
    answer::{table, Answer},
    context::{Context, Sending},
    parse,
    send::{self, Sent},
};
use clap::{Args, ValueEnum};
use huangpu_client::{
    calls::{self, money},
    iso20022::{
        camt054::{self, By, Line, Told},
        yuan,
    },
    AssetId, Chain, Error, OrgId, PoolProblem, H256,
};
use huangpu_primitives::money::{Amount, Mint, Reference};
use serde_json::{json, Value};
use std::{collections::BTreeSet, path::PathBuf};

/// Payments that are minted in one transaction, all or none of them.
const TOGETHER: usize = 50;

#[derive(Args)]
pub(crate) struct Import {
    /// The message: camt.054, in XML.
    file: PathBuf,
    /// The asset.
    #[arg(long, default_value = "1")]
    asset: AssetId,
    /// The bank's account that the message is about.
    #[arg(long, value_name = "ACCOUNT")]
    into: String,
    /// Whose each account is from which payments come: CSV with the columns account, bank and organisation; a bank is
    /// a BIC or a CNAPS number of 12 digits, and only an IBAN does without; an organisation is named by its id or its
    /// legal identifier.
    #[arg(long, value_name = "FILE")]
    accounts: PathBuf,
    /// The bank itself, as the file of accounts names it: payments that name no bank come from its own accounts.
    /// Without this, they are known by IBAN only.
    #[arg(long, value_name = "BANK")]
    own_bank: Option<String>,
    /// Which reference single payments go by, where their entry has another one than they have.
    #[arg(long, value_enum)]
    reference_of: Option<ReferenceOf>,
    /// Say what would be minted, and send nothing.
    #[arg(long)]
    dry_run: bool,
}

/// As it is typed.
#[derive(Clone, Copy, ValueEnum)]
enum ReferenceOf {
    /// That of the entry.
    Entry,
    /// That of the payment.
    Payment,
}

/// What becomes of a payment.
enum Outcome {
    /// It is to be minted for this organisation.
    ToMint(OrgId),
    Minted(OrgId),
    /// It is in a block that may still be replaced, while finality stands still.
    NotFinal(OrgId),
    /// It was minted before.
    MintedBefore,
    LeftAlone(&'static str),
    Refused(String),
    /// The chain refused the transaction, or an earlier one.
    NotMinted(String),
    /// It was sent, and then nothing was heard of it.
    Unknown(String),
}

impl Outcome {
    fn fails(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::NotMinted(_) | Self::Unknown(_) | Self::NotFinal(_))
    }

    fn word(&self) -> &'static str {
        match self {
            Self::ToMint(_) => "to mint",
            Self::Minted(_) => "minted",
            Self::NotFinal(_) => "not final",
            Self::MintedBefore => "minted before",
            Self::LeftAlone(_) => "left alone",
            Self::Refused(_) => "refused",
            Self::NotMinted(_) => "not minted",
            Self::Unknown(_) => "unknown",
        }
    }

    fn why(&self) -> String {
        match self {
            Self::ToMint(org) | Self::Minted(org) | Self::NotFinal(org) => {
                format!("for organisation {org}")
            }
            Self::MintedBefore => String::new(),
            Self::LeftAlone(why) => (*why).to_owned(),
            Self::Refused(why) | Self::NotMinted(why) | Self::Unknown(why) => why.clone(),
        }
    }
}

/// A payment, by its reference, and what becomes of it.
struct Payment {
    which: String,
    amount: Option<u128>,
    /// Who paid, and what they wrote to it.
    from: String,
    outcome: Outcome,
}

impl Payment {
    fn of(Told { which, amount, from }: Told, outcome: Outcome) -> Self {
        Self { which, amount, from, outcome }
    }
}

pub(super) async fn run(context: &Context, import: Import) -> Result<Answer, Error> {
    ensure_followed(context)?;
    let xml = parse::text_file(&import.file.display().to_string())?;
    let by = import.reference_of.map(|of| match of {
        ReferenceOf::Entry => By::Entry,
        ReferenceOf::Payment => By::Payment,
    });
    let lines = camt054::read(&xml, &import.into, by)?;
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let bank = ensure_own(context, import.asset).await?;
    let accounts = Accounts::read(chain, at, &import.accounts, import.own_bank).await?;
    let mut judge = Judge { chain, at, asset: import.asset, bank, accounts, seen: BTreeSet::new() };
    let mut payments = Vec::new();
    for line in lines {
        payments.push(judge.outcome(line).await?);
    }
    if !import.dry_run {
        mint(context, import.asset, &mut payments).await;
    }
    let answer = answer(&payments);
    let failed = payments.iter().filter(|payment| payment.outcome.fails()).count();
    if failed == 0 {
        return Ok(answer);
    }
    // What became of each has to be known in any case.
    context.show(&answer);
    Err(Error::Input(format!(
        "{failed} of {} payments are not minted, or not known to be; mend what is said of them, and import the file again: \
         what was minted is left alone",
        payments.len()
    )))
}

/// Each outcome is told as it is final, by the bank's own account.
fn ensure_followed(context: &Context) -> Result<(), Error> {
    let Sending { no_wait, acting_for, print_call } = context.sending();
    if no_wait || acting_for.is_some() || print_call {
        return Err(Error::input(
            "an import goes without --no-wait, --as and --print-call: the bank's controller signs it, or a delegate that \
             approves in the scope Money without limit",
        ));
    }
    Ok(())
}

/// The signer's bank, whose asset it is, and which may mint it still: else nothing of the file could be minted.
async fn ensure_own(context: &Context, asset: AssetId) -> Result<OrgId, Error> {
    let bank = context.actor().await?.org;
    let assets = context.chain().await?.all_assets(context.head().await?.hash).await?;
    let found = assets.into_iter().find(|of| of.asset == asset);
    let wrong = match found {
        None => format!("there is no asset {asset}"),
        Some(of) if of.issuer != bank => {
            format!(
                "asset {asset} is organisation {}'s: organisation {bank} mints its own",
                of.issuer
            )
        }
        Some(of) if !of.open => {
            format!("the council has closed asset {asset}: no more of it is minted")
        }
        Some(_) => return Ok(bank),
    };
    Err(Error::Input(wrong))
}

/// What it takes to say what becomes of a payment.
struct Judge<'a> {
    chain: &'a Chain,
    at: H256,
    asset: AssetId,
    bank: OrgId,
    accounts: Accounts,
    /// The references that the message had so far.
    seen: BTreeSet<String>,
}

impl Judge<'_> {
    async fn outcome(&mut self, line: Line) -> Result<Payment, Error> {
        let received = match line {
            Line::LeftAlone { entry, why } => {
                return Ok(Payment::of(entry, Outcome::LeftAlone(why)));
            }
            Line::Refused { entry, why } => {
                return Ok(Payment::of(entry, Outcome::Refused(why)));
            }
            Line::Received(received) => received,
        };
        let outcome = if !self.seen.insert(received.reference.clone()) {
            Outcome::Refused("the message has this reference twice".into())
        } else {
            let reference = Reference::try_from(received.reference.clone().into_bytes())
                .map_err(|_| Error::input("a reference has at most 35 characters"))?;
            let minted = self.chain.referred(self.at, self.bank, &reference).await?.minted;
            outcome(self.asset, received.amount, self.accounts.owner(&received), minted)
        };
        let from = received.payer();
        let told = Told { which: received.reference, amount: Some(received.amount), from };
        Ok(Payment::of(told, outcome))
    }
}

/// What becomes of a payment from an account of this owner, if this was minted under its reference before.
fn outcome(
    asset: AssetId,
    amount: Amount,
    owner: Result<OrgId, String>,
    minted: Option<Mint>,
) -> Outcome {
    match (minted, owner) {
        // Whose account it is may have been forgotten since; what was minted, was.
        (Some(before), owner)
            if (before.asset, before.amount) == (asset, amount)
                && owner.as_ref().map_or(true, |owner| *owner == before.to) =>
        {
            Outcome::MintedBefore
        }
        (Some(Mint { asset, to, amount }), _) => Outcome::Refused(format!(
            "the bank used its reference before, to mint {} yuan of asset {asset} for organisation {to}",
            yuan(amount)
        )),
        (None, Ok(org)) => Outcome::ToMint(org),
        (None, Err(why)) => Outcome::Refused(why),
    }
}

/// Mints what is to be minted, some at a time, until the chain refuses some: then it would refuse the others, too.
async fn mint(context: &Context, asset: AssetId, payments: &mut [Payment]) {
    let mut due: Vec<&mut Payment> = payments
        .iter_mut()
        .filter(|payment| matches!(payment.outcome, Outcome::ToMint(_)))
        .collect();
    let bar = context.bar(due.len() as u64, "minting");
    let mut trouble: Option<String> = None;
    for some in due.chunks_mut(TOGETHER) {
        let sent = match &trouble {
            None => mint_together(context, asset, some).await,
            // Not even sent.
            Some(why) => Err(Error::Input(why.clone())),
        };
        for payment in some.iter_mut() {
            let Outcome::ToMint(org) = payment.outcome else { continue };
            payment.outcome = sent_for(org, &sent);
        }
        trouble = trouble.or(sent.err().map(|error| error.to_string()));
        bar.inc(some.len() as u64);
    }
    bar.finish_and_clear();
}

/// What became of a payment whose transaction ended like this: final or not, or with an error.
fn sent_for(org: OrgId, sent: &Result<bool, Error>) -> Outcome {
    match sent {
        Ok(true) => Outcome::Minted(org),
        Ok(false) => Outcome::NotFinal(org),
        Err(error) if is_open(error) => Outcome::Unknown(error.to_string()),
        Err(error) => Outcome::NotMinted(error.to_string()),
    }
}

/// Whether a transaction that ended like this may still come into a block.
fn is_open(error: &Error) -> bool {
    matches!(
        error,
        Error::Disconnected(_)
            | Error::Timeout { .. }
            | Error::Pool(PoolProblem::Lost(_) | PoolProblem::NoNews { .. })
    )
}

/// Mints some payments in one transaction, all or none; whether that is final.
async fn mint_together(
    context: &Context,
    asset: AssetId,
    payments: &[&mut Payment],
) -> Result<bool, Error> {
    let calls: Result<Vec<_>, Error> = payments
        .iter()
        .filter_map(|payment| match (&payment.outcome, payment.amount) {
            (Outcome::ToMint(org), Some(amount)) => Some((*org, amount, &payment.which)),
            _ => None,
        })
        .map(|(org, amount, which)| money::mint(asset, org, amount, which))
        .collect();
    let sent = send::deliver(context, &calls::together(&calls?)?).await?;
    Ok(matches!(sent, Sent::Included { is_final: true, .. }))
}

fn answer(payments: &[Payment]) -> Answer {
    let rows = payments.iter().map(|payment| {
        let amount = payment.amount.map_or_else(|| "-".into(), yuan);
        let (outcome, why) = (payment.outcome.word().into(), payment.outcome.why());
        vec![payment.which.clone(), amount, payment.from.clone(), outcome, why]
    });
    let columns = ["reference", ">amount (yuan)", "from", "outcome", "why"];
    let text = table(&columns, rows.collect());
    let json: Vec<Value> = payments
        .iter()
        .map(|payment| {
            let org = match payment.outcome {
                Outcome::ToMint(org) | Outcome::Minted(org) | Outcome::NotFinal(org) => Some(org),
                _ => None,
            };
            json!({
                "reference": payment.which,
                "amount": payment.amount.map(yuan),
                "from": payment.from,
                "outcome": payment.outcome.word(),
                "org": org,
                "why": payment.outcome.why(),
            })
        })
        .collect();
    Answer::new(json.into(), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMBER: OrgId = OrgId(3);

    /// What becomes of 5 yuan of asset 1.
    fn five(owner: Result<OrgId, String>, minted: Option<Mint>) -> Outcome {
        outcome(AssetId(1), 500, owner, minted)
    }

    #[test]
    fn a_payment_is_minted_for_whose_account_it_comes_from() {
        assert!(matches!(five(Ok(MEMBER), None), Outcome::ToMint(MEMBER)));
        assert!(matches!(five(Err("nobody's".into()), None), Outcome::Refused(_)));
    }

    #[test]
    fn a_payment_that_was_minted_is_left_alone_and_another_under_its_reference_refused() {
        let before = Mint { asset: AssetId(1), to: MEMBER, amount: 500 };
        assert!(matches!(five(Ok(MEMBER), Some(before)), Outcome::MintedBefore));
        // Whose the account is, the file may no longer tell.
        assert!(matches!(five(Err("nobody's".into()), Some(before)), Outcome::MintedBefore));
        for other in [
            Mint { asset: AssetId(2), ..before },
            Mint { to: OrgId(2), ..before },
            Mint { amount: 501, ..before },
        ] {
            let refused = five(Ok(MEMBER), Some(other));
            assert!(refused.fails() && refused.why().contains("used its reference before"));
        }
    }

    #[test]
    fn what_became_of_a_transaction_is_told_of_each_of_its_payments() {
        let told = |sent| sent_for(MEMBER, &sent);
        assert_eq!(told(Ok(true)).word(), "minted");
        assert!(!told(Ok(true)).fails());
        for (sent, word) in [
            (Ok(false), "not final"),
            (Err(Error::input("refused")), "not minted"),
            (Err(Error::Disconnected("the node".into())), "unknown"),
            (Err(Error::Pool(PoolProblem::Lost("usurped".into()))), "unknown"),
        ] {
            let outcome = told(sent);
            assert_eq!(outcome.word(), word);
            assert!(outcome.fails(), "{word}: the import has to be repeated");
        }
    }
}
