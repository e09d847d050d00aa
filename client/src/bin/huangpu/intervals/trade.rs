//! What owners and buyers do. People name units; the piece that they belong to is looked up.

use super::{
    words::{show_instrument, show_unit, show_units, Number},
    Chosen,
};
use crate::{answer::Answer, context::Context, send};
use clap::{ArgGroup, Args};
use huangpu_client::{
    calls::intervals::{self, Terms},
    days, iso20022, AssetId, Error, OfferId, OrgId,
};
use huangpu_primitives::{
    apis::{OfferView, PieceView},
    instruments::InstrumentId,
    intervals::{Interval, Part, Units},
    money::Amount,
};
use serde_json::json;

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
            "{} has no unit {}: it was never issued, or has ended",
            show_instrument(instrument),
            show_unit(instrument, unit)
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
    let Chosen { instrument, units } = *chosen;
    let units = units.units_of(instrument)?;
    within(units, &piece_of(context, instrument, units.start).await?)
}

fn within(units: Interval, piece: &PieceView) -> Result<Part, Error> {
    let instrument = piece.instrument;
    if units.end > piece.piece.end {
        return Err(Error::Input(format!(
            "{} of {} are not all in one piece: this one ends with {}",
            show_units(instrument, units),
            show_instrument(instrument),
            show_unit(instrument, piece.piece.end - 1)
        )));
    }
    Ok(Part { piece: piece.start, units })
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
    let Chosen { instrument, units } = chosen;
    let units = units.units_of(instrument)?;
    let part = within(units, &piece_to_act_on(context, instrument, units.start).await?)?;
    let terms = Terms { asset, price, buyer: to, until };
    send::send(context, &intervals::offer(instrument, part, terms)).await
}

pub(super) async fn accept(
    context: &Context,
    offer: OfferId,
    asset: AssetId,
    price: Amount,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let stands = chain.offer(context.head().await?.hash, offer).await?;
    let OfferView { instrument, units, .. } = stands.ok_or_else(|| {
        Error::Input(format!("there is no offer {offer}: it was never made, or has ended"))
    })?;
    let answer =
        send::send(context, &intervals::accept(offer, instrument, units, asset, price)).await?;
    // What is only printed is read by programs.
    if context.sending().print_call {
        return Ok(answer);
    }
    let (of, numbers) = (show_instrument(instrument), show_units(instrument, units));
    let line = format!("{numbers} of {of} for {} yuan of asset {asset}", iso20022::yuan(price));
    Ok(answer.with("units", json!({ "instrument": of, "units": numbers }), &line))
}

pub(super) async fn withdraw(context: &Context, offer: OfferId) -> Result<Answer, Error> {
    send::send(context, &intervals::withdraw(offer)).await
}

pub(super) async fn split(
    context: &Context,
    instrument: InstrumentId,
    before: Number,
) -> Result<Answer, Error> {
    let before = before.unit_of(instrument)?;
    let piece = piece_to_act_on(context, instrument, before).await?;
    send::send(context, &intervals::split(instrument, piece.start, before)).await
}

pub(super) async fn merge(
    context: &Context,
    instrument: InstrumentId,
    unit: Number,
) -> Result<Answer, Error> {
    let piece = piece_to_act_on(context, instrument, unit.unit_of(instrument)?).await?;
    send::send(context, &intervals::merge(instrument, piece.start)).await
}
