//! What owners and buyers do. People name units; the piece that they belong to is looked up.

use super::{words::show_instrument, Chosen};
use crate::{answer::Answer, context::Context, send};
use clap::{ArgGroup, Args};
use huangpu_client::{
    calls::intervals::{self, Terms},
    days, iso20022, AssetId, Error, OfferId, OrgId,
};
use huangpu_primitives::{
    apis::PieceView,
    instruments::InstrumentId,
    intervals::{Part, Units},
    money::Amount,
};

/// The piece to which a unit belongs.
pub(super) async fn piece_of(
    context: &Context,
    instrument: InstrumentId,
    unit: Units,
) -> Result<PieceView, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let pieces = chain.all_pieces(at, instrument).await?;
    let found = pieces.into_iter().find(|of| has(of, instrument, unit));
    found.ok_or_else(|| {
        Error::Input(format!(
            "{} has no unit {unit}: it was never issued, or has ended",
            show_instrument(instrument)
        ))
    })
}

fn has(of: &PieceView, instrument: InstrumentId, unit: Units) -> bool {
    of.instrument == instrument && of.start <= unit && unit < of.piece.end
}

/// The same, for an act of the owner: it has far fewer pieces than there are of the instrument. If it is another's, the
/// chain says so.
async fn piece_to_act_on(
    context: &Context,
    instrument: InstrumentId,
    unit: Units,
) -> Result<PieceView, Error> {
    // A call that is only printed needs nobody's key.
    if !context.sending().print_call {
        let owner = context.actor().await?.org;
        let pieces =
            context.chain().await?.all_pieces_of(context.head().await?.hash, owner).await?;
        if let Some(own) = pieces.into_iter().find(|of| has(of, instrument, unit)) {
            return Ok(own);
        }
    }
    piece_of(context, instrument, unit).await
}

/// The units, as the chain wants an order to name them.
pub(super) async fn part(context: &Context, chosen: &Chosen) -> Result<Part, Error> {
    within(chosen, piece_of(context, chosen.instrument, chosen.units.start).await?)
}

fn within(chosen: &Chosen, piece: PieceView) -> Result<Part, Error> {
    let Chosen { instrument, units } = chosen;
    if units.end > piece.piece.end {
        return Err(Error::Input(format!(
            "{units} of {} are not all in one piece: this one ends with {}",
            show_instrument(*instrument),
            piece.piece.end - 1
        )));
    }
    Ok(Part { piece: piece.start, units: *units })
}

#[derive(Args)]
#[command(group(ArgGroup::new("end").required(true).args(["until", "no_end"])))]
pub(crate) struct Offer {
    #[command(flatten)]
    chosen: Chosen,
    /// In this money.
    #[arg(long, default_value = "1")]
    asset: AssetId,
    /// For so much, in yuan: 12 or 12.50.
    #[arg(long, value_parser = iso20022::fen)]
    price: Amount,
    /// To this organisation only.
    #[arg(long, value_name = "ORG")]
    to: Option<OrgId>,
    /// The last day on which the offer can be accepted.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// The offer stands until it is withdrawn.
    #[arg(long)]
    no_end: bool,
}

pub(super) async fn offer(context: &Context, offer: Offer) -> Result<Answer, Error> {
    let Offer { chosen, asset, price, to, until, .. } = offer;
    let until = until.as_deref().map_or(Ok(days::NO_END), days::parse)?;
    let piece = piece_to_act_on(context, chosen.instrument, chosen.units.start).await?;
    let part = within(&chosen, piece)?;
    let terms = Terms { asset, price, buyer: to, until };
    send::send(context, &intervals::offer(chosen.instrument, part, terms)).await
}

pub(super) async fn accept(
    context: &Context,
    offer: OfferId,
    price: Amount,
) -> Result<Answer, Error> {
    send::send(context, &intervals::accept(offer, price)).await
}

pub(super) async fn withdraw(context: &Context, offer: OfferId) -> Result<Answer, Error> {
    send::send(context, &intervals::withdraw(offer)).await
}

pub(super) async fn split(
    context: &Context,
    instrument: InstrumentId,
    before: Units,
) -> Result<Answer, Error> {
    let piece = piece_to_act_on(context, instrument, before).await?;
    send::send(context, &intervals::split(instrument, piece.start, before)).await
}

pub(super) async fn merge(
    context: &Context,
    instrument: InstrumentId,
    unit: Units,
) -> Result<Answer, Error> {
    let piece = piece_to_act_on(context, instrument, unit).await?;
    send::send(context, &intervals::merge(instrument, piece.start)).await
}
