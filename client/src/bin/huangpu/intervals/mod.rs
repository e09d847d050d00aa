//! `huangpu intervals`: who has which units, and what is offered.

mod council;
mod show;
mod trade;
mod words;

use crate::{answer::Answer, context::Context, document::Document, instruments};
use clap::{Args, Subcommand};
use huangpu_client::{iso20022, AssetId, Error, OfferId, OrderId, OrgId};
use huangpu_primitives::{
    instruments::{InstrumentClass, InstrumentId},
    money::Amount,
};

/// Chosen units of an instrument.
#[derive(Args)]
pub(crate) struct Chosen {
    /// The instrument: its class and number, like credit/1.
    #[arg(value_parser = words::instrument)]
    instrument: InstrumentId,
    /// The units, both ends included: 0-99, or one number. Receivables' are numbered from 1, all others from 0.
    #[arg(value_parser = words::numbers)]
    units: words::Numbers,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the instruments of a class, or of all.
    List {
        /// The class: allowance, credit, receivable-certificate or warehouse-receipt.
        #[arg(value_parser = instruments::words::class)]
        class: Option<InstrumentClass>,
    },
    /// Shows an instrument and its pieces, in order.
    Show {
        /// The instrument.
        #[arg(value_parser = words::instrument)]
        instrument: InstrumentId,
    },
    /// Lists the pieces of an organisation: the signer's, or another one.
    Pieces {
        /// The organisation.
        org: Option<OrgId>,
    },
    /// Tells whose a unit is, since when, from what it was issued, and what encumbers it.
    Trace {
        /// The instrument.
        #[arg(value_parser = words::instrument)]
        instrument: InstrumentId,
        /// The unit's number: receivables' from 1, all others from 0.
        #[arg(value_parser = words::number)]
        unit: words::Number,
    },
    /// Lists the offers that stand.
    Offers,
    /// Offers units for money, all of them together.
    Offer(trade::Offer),
    /// Takes an offer: units and money change hands, both or neither.
    Accept {
        /// The offer.
        offer: OfferId,
        /// The price that is agreed to, in yuan.
        #[arg(long, value_parser = iso20022::fen)]
        price: Amount,
        /// The money that it is in.
        #[arg(long, default_value = "1")]
        asset: AssetId,
    },
    /// Withdraws an offer.
    Withdraw {
        /// The offer.
        offer: OfferId,
    },
    /// Splits a piece in two before a number.
    Split {
        /// The instrument.
        #[arg(value_parser = words::instrument)]
        instrument: InstrumentId,
        /// The first number of the second piece: receivables' from 1, all others from 0.
        #[arg(value_parser = words::number)]
        before: words::Number,
    },
    /// Merges a piece with the one on its right.
    Merge {
        /// The instrument.
        #[arg(value_parser = words::instrument)]
        instrument: InstrumentId,
        /// A number of the piece on the left: receivables' from 1, all others from 0.
        #[arg(value_parser = words::number)]
        unit: words::Number,
    },
    /// Freezes units. The council does this.
    Freeze {
        #[command(flatten)]
        chosen: Chosen,
        /// Against whom: if the units are somebody else's when the council has decided, nothing is frozen.
        #[arg(long)]
        owner: OrgId,
        #[command(flatten)]
        document: Document,
    },
    /// Lifts an order that froze units. The council does this.
    Thaw {
        #[command(flatten)]
        chosen: Chosen,
        /// Which: `trace` tells by which order units are frozen.
        #[arg(long)]
        order: OrderId,
        #[command(flatten)]
        document: Document,
    },
    /// Freezes all units of a member: it changes none of its pieces until it is let go. The council does this.
    FreezeOwner {
        /// The member.
        org: OrgId,
        #[command(flatten)]
        document: Document,
    },
    /// Lets a member dispose of its units again. The council does this.
    ThawOwner {
        /// The member.
        org: OrgId,
        /// The order that is lifted, by its document's hash: `pieces` tells it.
        #[arg(long, value_name = "HASH")]
        frozen_by: String,
        #[command(flatten)]
        document: Document,
    },
    /// Gives units to another member. The council does this.
    Reassign {
        #[command(flatten)]
        chosen: Chosen,
        /// From whom.
        #[arg(long)]
        from: OrgId,
        /// To whom.
        #[arg(long)]
        to: OrgId,
        #[command(flatten)]
        document: Document,
    },
    /// Ends an offer. The council does this.
    Cancel {
        /// The offer.
        offer: OfferId,
        #[command(flatten)]
        document: Document,
    },
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::List { .. }
            | Self::Show { .. }
            | Self::Pieces { .. }
            | Self::Trace { .. }
            | Self::Offers => false,
            Self::Offer(_)
            | Self::Accept { .. }
            | Self::Withdraw { .. }
            | Self::Split { .. }
            | Self::Merge { .. }
            | Self::Freeze { .. }
            | Self::Thaw { .. }
            | Self::FreezeOwner { .. }
            | Self::ThawOwner { .. }
            | Self::Reassign { .. }
            | Self::Cancel { .. } => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::List { class } => show::list(context, class).await,
        Command::Show { instrument } => show::instrument(context, instrument).await,
        Command::Pieces { org } => show::pieces(context, org).await,
        Command::Trace { instrument, unit } => show::trace(context, instrument, unit).await,
        Command::Offers => show::offers(context).await,
        Command::Offer(offer) => trade::offer(context, offer).await,
        Command::Accept { offer, price, asset } => {
            trade::accept(context, offer, asset, price).await
        }
        Command::Withdraw { offer } => trade::withdraw(context, offer).await,
        Command::Split { instrument, before } => trade::split(context, instrument, before).await,
        Command::Merge { instrument, unit } => trade::merge(context, instrument, unit).await,
        Command::Freeze { chosen, owner, document } => {
            council::freeze(context, chosen, owner, document).await
        }
        Command::Thaw { chosen, order, document } => {
            council::thaw(context, chosen, order, document).await
        }
        Command::FreezeOwner { org, document } => {
            council::freeze_owner(context, org, document).await
        }
        Command::ThawOwner { org, frozen_by, document } => {
            council::thaw_owner(context, org, &frozen_by, document).await
        }
        Command::Reassign { chosen, from, to, document } => {
            council::reassign(context, chosen, from, to, document).await
        }
        Command::Cancel { offer, document } => council::cancel(context, offer, document).await,
    }
}
