//! Minting what a bank's notification says was received. Every payment has one outcome; an import can be repeated.

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
        camt054::{self, compact, By, Line, Received},
        yuan,
    },
    AssetId, Chain, Error, OrgId, PoolProblem, H256,
};
use huangpu_primitives::{apis::Standing, identifiers::Identifier, money::Reference};
use serde::Deserialize;
use serde_json::{json, Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

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
    /// Whose each account is from which payments come: CSV with the columns account and organisation; an
    /// organisation is named by its id or its legal identifier.
    #[arg(long, value_name = "FILE")]
    accounts: PathBuf,
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
    fn without_amount(which: String, outcome: Outcome) -> Self {
        Self { which, amount: None, from: String::new(), outcome }
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
    if !chain.all_assets(at).await?.iter().any(|asset| asset.asset == import.asset) {
        return Err(Error::Input(format!("there is no asset {}", import.asset)));
    }
    let accounts = Accounts::read(chain, at, &import.accounts).await?;
    let mut payments = Vec::new();
    let mut seen = BTreeSet::new();
    for line in lines {
        payments.push(judge(chain, at, import.asset, &accounts, line, &mut seen).await?);
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
        return Err(Error::input("an import goes without --no-wait, --as and --print-call"));
    }
    Ok(())
}

async fn judge(
    chain: &Chain,
    at: H256,
    asset: AssetId,
    accounts: &Accounts,
    line: Line,
    seen: &mut BTreeSet<String>,
) -> Result<Payment, Error> {
    let received = match line {
        Line::LeftAlone { which, why } => {
            return Ok(Payment::without_amount(which, Outcome::LeftAlone(why)));
        }
        Line::Refused { which, why } => {
            return Ok(Payment::without_amount(which, Outcome::Refused(why)));
        }
        Line::Received(received) => received,
    };
    let reference = Reference::try_from(received.reference.clone().into_bytes())
        .map_err(|_| Error::input("a reference has at most 35 characters"))?;
    let outcome = if !seen.insert(received.reference.clone()) {
        Outcome::Refused("the message has this reference twice".into())
    } else if chain.is_minted(at, asset, &reference).await? {
        Outcome::MintedBefore
    } else {
        match accounts.owner(&received) {
            Ok(org) => Outcome::ToMint(org),
            Err(why) => Outcome::Refused(why),
        }
    };
    let from: Vec<String> = received.debtor.into_iter().chain(received.remittance).collect();
    let (which, amount, from) = (received.reference, Some(received.amount), from.join(": "));
    Ok(Payment { which, amount, from, outcome })
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
            None => mint_together(context, asset, some).await.map_err(|error| {
                trouble = Some(error.to_string());
                is_open(&error)
            }),
            // Not even sent.
            Some(_) => Err(false),
        };
        let why = trouble.clone().unwrap_or_default();
        for payment in some.iter_mut() {
            let Outcome::ToMint(org) = payment.outcome else { continue };
            payment.outcome = match sent {
                Ok(true) => Outcome::Minted(org),
                Ok(false) => Outcome::NotFinal(org),
                Err(true) => Outcome::Unknown(why.clone()),
                Err(false) => Outcome::NotMinted(why.clone()),
            };
        }
        bar.inc(some.len() as u64);
    }
    bar.finish_and_clear();
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

/// A line of the file of accounts.
#[derive(Deserialize)]
struct Row {
    account: String,
    organisation: String,
}

/// Whose each account is from which payments come.
struct Accounts(BTreeMap<String, Result<OrgId, String>>);

impl Accounts {
    async fn read(chain: &Chain, at: H256, path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        let text = parse::text_file(&name)?;
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let mut accounts = BTreeMap::new();
        for row in reader.deserialize() {
            let row: Row = row.map_err(|error| Error::Input(format!("{name}: {error}")))?;
            let owner = owner(chain, at, &row.organisation).await?;
            if accounts.insert(compact(&row.account), owner).is_some() {
                return Err(Error::Input(format!(
                    "{name}: account {} stands there twice",
                    row.account
                )));
            }
        }
        Ok(Self(accounts))
    }

    fn owner(&self, received: &Received) -> Result<OrgId, String> {
        let account = received
            .debtor_account
            .as_ref()
            .ok_or("it does not say from which account it comes")?;
        match self.0.get(&compact(account)) {
            Some(owner) => owner.clone(),
            None => Err(format!("nobody is known to have the account {account}")),
        }
    }
}

/// The member that a line names.
async fn owner(chain: &Chain, at: H256, named: &str) -> Result<Result<OrgId, String>, Error> {
    let org = match named.parse::<OrgId>() {
        Ok(org) => Some(org),
        Err(_) => match named.parse::<Identifier>() {
            Ok(identifier) => chain.organisation_by_identifier(at, &identifier).await?,
            Err(_) => None,
        },
    };
    let Some(org) = org else { return Ok(Err(format!("{named} names no organisation"))) };
    Ok(match chain.organisation(at, org).await? {
        Some(of) if of.standing != Standing::Closed => Ok(org),
        Some(_) => Err(format!("organisation {org} is closed")),
        None => Err(format!("{named} names no organisation")),
    })
}
