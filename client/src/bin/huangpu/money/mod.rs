//! `huangpu money`: settlement money, from the bank that issues it to the bank that pays it out.

mod accept;
mod accounts;
mod council;
mod export;
mod import;
mod pay;
mod redeem;
mod show;

use crate::{answer::Answer, context::Context, document::Document};
use clap::{Args, Subcommand, ValueEnum};
use huangpu_client::{iso20022, AssetId, Error, OrgId, RedemptionId};
use huangpu_primitives::money::{Amount, AssetKind, Refusal};

/// What moves: an asset, and how much of it.
#[derive(Args)]
pub(crate) struct Sum {
    /// The asset: `huangpu money assets` lists them.
    #[arg(long, default_value = "1")]
    asset: AssetId,
    /// How much, in yuan: 12 or 12.50.
    #[arg(long, value_parser = iso20022::fen)]
    amount: Amount,
}

/// One redemption.
#[derive(Args)]
pub(crate) struct Which {
    /// The redemption's number.
    redemption: RedemptionId,
    /// The asset.
    #[arg(long, default_value = "1")]
    asset: AssetId,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the settlement assets, and how much there is of each.
    Assets,
    /// Shows what an organisation has: the signer's, or another one.
    Balance {
        /// The organisation.
        org: Option<OrgId>,
    },
    /// Lists what banks have been asked to pay out, and have neither paid nor refused.
    Redemptions {
        /// Of this asset only.
        #[arg(long)]
        asset: Option<AssetId>,
    },
    /// Tells what an organisation minted, paid, redeemed or paid out under a reference of its own, and what became of a
    /// redemption.
    Find {
        /// The reference.
        reference: String,
        /// The organisation: the signer's, if none is named.
        #[arg(long)]
        org: Option<OrgId>,
    },
    /// Issues what the signer's bank has received for a member.
    Mint {
        /// For whom.
        #[arg(long)]
        to: OrgId,
        #[command(flatten)]
        sum: Sum,
        /// The bank's reference of the payment that it received. Each is minted once.
        #[arg(long)]
        reference: String,
    },
    /// Issues what the signer's bank has received, from its camt.054 notification. What was minted before is left
    /// alone, so a file can be imported again.
    ImportCamt054(import::Import),
    /// Pays another member.
    Pay {
        /// Whom.
        #[arg(long)]
        to: OrgId,
        #[command(flatten)]
        sum: Sum,
        /// The payer's reference, for the books of both. Each pays once.
        #[arg(long)]
        reference: String,
    },
    /// Asks the issuing bank to pay out, and writes the file that tells it where to.
    Redeem(redeem::Redeem),
    /// Says that the signer's bank pays next what holders asked for: from then on they cannot withdraw it.
    Accept(accept::Accept),
    /// Writes a pain.001 message of what the bank has accepted to pay out, to the accounts that holders told it.
    ExportPain001(export::Export),
    /// Says that the signer's bank has paid what it accepted; the money is burned.
    Settle {
        #[command(flatten)]
        which: Which,
        /// How much it has paid, in yuan.
        #[arg(long, value_parser = iso20022::fen)]
        amount: Amount,
        /// The bank's reference of the payment that it made.
        #[arg(long)]
        reference: String,
    },
    /// Says that the signer's bank does not pay out, or that the payment came back; the money is the holder's to dispose
    /// of again.
    Refuse {
        #[command(flatten)]
        which: Which,
        /// How much it does not pay, in yuan: all of it.
        #[arg(long, value_parser = iso20022::fen)]
        amount: Amount,
        /// Why.
        #[arg(long, value_enum)]
        reason: Reason,
    },
    /// Takes back a redemption that the bank did not answer in time.
    Withdraw {
        #[command(flatten)]
        which: Which,
    },
    /// Lets a bank issue an asset. The council does this.
    OpenAsset {
        /// The bank.
        #[arg(long)]
        issuer: OrgId,
        /// What it is.
        #[arg(long, value_enum)]
        kind: Kind,
        /// Its name.
        #[arg(long)]
        name: String,
        /// Its symbol.
        #[arg(long)]
        symbol: String,
    },
    /// Closes an asset: no more of it is issued. The council does this.
    CloseAsset {
        /// The asset.
        asset: AssetId,
        #[command(flatten)]
        document: Document,
    },
    /// Freezes an organisation's money. The council does this.
    Freeze {
        /// Whose.
        org: OrgId,
        /// The asset.
        #[arg(long, default_value = "1")]
        asset: AssetId,
        #[command(flatten)]
        document: Document,
    },
    /// Lifts the freezing of an organisation's money. The council does this.
    Thaw {
        /// Whose.
        org: OrgId,
        /// The asset.
        #[arg(long, default_value = "1")]
        asset: AssetId,
        /// The order that is lifted, by its document's hash: `balance` tells it.
        #[arg(long, value_name = "HASH")]
        frozen_by: String,
        #[command(flatten)]
        document: Document,
    },
    /// Ends a redemption: the money is the holder's to dispose of again. The council does this.
    Cancel {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        document: Document,
    },
    /// Gives what one organisation has free to another. The council does this.
    Reassign {
        /// From whom.
        #[arg(long)]
        from: OrgId,
        /// To whom.
        #[arg(long)]
        to: OrgId,
        #[command(flatten)]
        sum: Sum,
        #[command(flatten)]
        document: Document,
    },
}

/// Kinds of assets, as they are typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// A claim on a deposit at the bank.
    TokenisedDeposit,
    /// Digital yuan in a wallet that the bank operates.
    DigitalYuan,
}

impl From<Kind> for AssetKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::TokenisedDeposit => Self::TokenisedDeposit,
            Kind::DigitalYuan => Self::DigitalYuan,
        }
    }
}

/// Why a bank does not pay out, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Reason {
    /// AC01: the account is not known, or not as committed.
    IncorrectAccount,
    /// AC04: the account is closed.
    ClosedAccount,
    /// AG01: the bank may not make this payment.
    TransactionForbidden,
    /// RR04: a regulator does not allow it.
    #[value(name = "regulatory-reason")]
    Regulatory,
    /// NARR: another reason, which the bank tells elsewhere.
    Other,
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::IncorrectAccount => Self::IncorrectAccount,
            Reason::ClosedAccount => Self::ClosedAccount,
            Reason::TransactionForbidden => Self::TransactionForbidden,
            Reason::Regulatory => Self::RegulatoryReason,
            Reason::Other => Self::Other,
        }
    }
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::Assets
            | Self::Balance { .. }
            | Self::Redemptions { .. }
            | Self::Find { .. }
            | Self::ExportPain001(_) => false,
            Self::Mint { .. }
            | Self::ImportCamt054(_)
            | Self::Pay { .. }
            | Self::Redeem(_)
            | Self::Accept(_)
            | Self::Settle { .. }
            | Self::Refuse { .. }
            | Self::Withdraw { .. }
            | Self::OpenAsset { .. }
            | Self::CloseAsset { .. }
            | Self::Freeze { .. }
            | Self::Thaw { .. }
            | Self::Cancel { .. }
            | Self::Reassign { .. } => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::Assets => show::assets(context).await,
        Command::Balance { org } => show::balance(context, org).await,
        Command::Redemptions { asset } => show::redemptions(context, asset).await,
        Command::Find { reference, org } => show::find(context, org, &reference).await,
        Command::Mint { to, sum, reference } => pay::mint(context, to, sum, &reference).await,
        Command::ImportCamt054(import) => import::run(context, import).await,
        Command::Pay { to, sum, reference } => pay::pay(context, to, sum, &reference).await,
        Command::Redeem(redeem) => redeem::run(context, redeem).await,
        Command::Accept(accept) => accept::run(context, accept).await,
        Command::ExportPain001(export) => export::run(context, export).await,
        Command::Settle { which, amount, reference } => {
            redeem::settle(context, which, amount, &reference).await
        }
        Command::Refuse { which, amount, reason } => {
            redeem::refuse(context, which, amount, reason.into()).await
        }
        Command::Withdraw { which } => redeem::withdraw(context, which).await,
        Command::OpenAsset { issuer, kind, name, symbol } => {
            council::open(context, issuer, kind.into(), &name, &symbol).await
        }
        Command::CloseAsset { asset, document } => council::close(context, asset, document).await,
        Command::Freeze { org, asset, document } => {
            council::freeze(context, asset, org, document).await
        }
        Command::Thaw { org, asset, frozen_by, document } => {
            council::thaw(context, asset, org, &frozen_by, document).await
        }
        Command::Cancel { which, document } => council::cancel(context, which, document).await,
        Command::Reassign { from, to, sum, document } => {
            council::reassign(context, from, to, sum, document).await
        }
    }
}
