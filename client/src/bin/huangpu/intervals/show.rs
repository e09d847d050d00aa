//! Instruments, pieces and offers.

use super::{
    trade::piece_of,
    words::{show_instrument, show_unit, show_units, Number},
};
use crate::{
    answer::{facts, table, Answer},
    context::Context,
};
use huangpu_client::{days, iso20022::yuan, Error, OrgId};
use huangpu_primitives::{
    apis::{InstrumentView, OfferView, PieceView},
    calendar::Day,
    instruments::{InstrumentClass, InstrumentId},
    intervals::{Claim, Interval},
};
use serde_json::{json, Value};

pub(super) async fn list(
    context: &Context,
    class: Option<InstrumentClass>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let classes = class.map_or_else(|| InstrumentClass::ALL.to_vec(), |class| vec![class]);
    let mut all = Vec::new();
    for class in classes {
        all.extend(chain.all_instruments(at, class).await?);
    }
    let rows = all.iter().map(|InstrumentView { instrument, supply }| {
        vec![
            show_instrument(*instrument),
            supply.issued.to_string(),
            supply.ended.to_string(),
            supply.outstanding().to_string(),
        ]
    });
    let columns = ["instrument", ">issued", ">ended", ">outstanding"];
    Ok(Answer::list(all.iter().map(instrument_json).collect(), &columns, rows.collect()))
}

pub(super) async fn instrument(
    context: &Context,
    instrument: InstrumentId,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let view = chain
        .instrument(at, instrument)
        .await?
        .ok_or_else(|| Error::Input(format!("there is no {}", show_instrument(instrument))))?;
    let pieces = chain.all_pieces(at, instrument).await?;
    let head = facts(&[
        ("instrument", show_instrument(instrument)),
        ("issued", view.supply.issued.to_string()),
        ("ended", view.supply.ended.to_string()),
        ("outstanding", view.supply.outstanding().to_string()),
    ]);
    let mut json = instrument_json(&view);
    json["pieces"] = pieces.iter().map(piece_json).collect::<Vec<_>>().into();
    Ok(Answer::new(json, format!("{head}\n{}", piece_table(&pieces))))
}

pub(super) async fn pieces(context: &Context, org: Option<OrgId>) -> Result<Answer, Error> {
    let org = match org {
        Some(org) => org,
        None => context.actor().await?.org,
    };
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    if chain.organisation(at, org).await?.is_none() {
        return Err(Error::Input(format!("no organisation has the id {org}")));
    }
    let pieces = chain.all_pieces_of(at, org).await?;
    Ok(Answer::list(pieces.iter().map(piece_json).collect(), &PIECE, piece_rows(&pieces)))
}

pub(super) async fn trace(
    context: &Context,
    instrument: InstrumentId,
    unit: Number,
) -> Result<Answer, Error> {
    let unit = unit.unit_of(instrument)?;
    let view = piece_of(context, instrument, unit).await?;
    let text = facts(&[
        ("unit", format!("{} of {}", show_unit(instrument, unit), show_instrument(instrument))),
        ("piece", show_units(instrument, interval(&view))),
        ("owner", format!("organisation {}", view.piece.owner)),
        ("since", since(&view)),
        ("lot", view.piece.provenance.lot.to_string()),
        ("encumbered", encumbered(&view)),
    ]);
    Ok(Answer::new(piece_json(&view), text))
}

pub(super) async fn offers(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let offers = chain.all_offers(at).await?;
    let today = Day::of(chain.clock(at).await?);
    let until = |of: &OfferView| match is_over(of, today) {
        true => format!("{} (over)", days::show(of.until)),
        false => days::show(of.until),
    };
    let rows = offers.iter().map(|of| {
        vec![
            of.offer.to_string(),
            show_instrument(of.instrument),
            show_units(of.instrument, of.units),
            of.seller.to_string(),
            of.buyer.map_or_else(|| "everybody".into(), |org| org.to_string()),
            yuan(of.price),
            of.asset.to_string(),
            until(of),
        ]
    });
    let columns =
        [">offer", "instrument", "units", ">seller", "to", ">price (yuan)", ">asset", "until"];
    let json = offers.iter().map(|of| offer_json(of, today)).collect();
    Ok(Answer::list(json, &columns, rows.collect()))
}

/// Whether nobody can take it any more: its seller withdraws it.
fn is_over(offer: &OfferView, today: Day) -> bool {
    today > offer.until
}

const PIECE: [&str; 7] =
    ["instrument", "units", ">how many", ">owner", "since", ">lot", "encumbered"];

fn piece_rows(pieces: &[PieceView]) -> Vec<Vec<String>> {
    let row = |view: &PieceView| {
        vec![
            show_instrument(view.instrument),
            show_units(view.instrument, interval(view)),
            interval(view).units().to_string(),
            view.piece.owner.to_string(),
            since(view),
            view.piece.provenance.lot.to_string(),
            encumbered(view),
        ]
    };
    pieces.iter().map(row).collect()
}

fn piece_table(pieces: &[PieceView]) -> String {
    table(&PIECE, piece_rows(pieces))
}

fn interval(view: &PieceView) -> Interval {
    Interval::new(view.start, view.piece.end)
}

fn since(view: &PieceView) -> String {
    match view.piece.provenance.since.0 {
        0 => "genesis".into(),
        _ => days::show(view.piece.provenance.since),
    }
}

fn encumbered(view: &PieceView) -> String {
    let claim = match view.piece.encumbrance.claim {
        None => None,
        Some(Claim::Offered(offer)) => Some(format!("offer {offer}")),
        Some(Claim::Pledged(pledge)) => Some(format!("pledge {pledge}")),
    };
    let frozen = view.frozen.map(|document| format!("frozen by {}{document:?}", order(view)));
    let owner = view.owner_frozen.map(|document| format!("owner frozen by {document:?}"));
    let all: Vec<String> = claim.into_iter().chain(frozen).chain(owner).collect();
    if all.is_empty() {
        return "-".into();
    }
    all.join(", ")
}

fn order(view: &PieceView) -> String {
    view.piece.encumbrance.freeze.map_or_else(String::new, |order| format!("order {order}, "))
}

/// Numbers of units are text: they may be beyond what readers of JSON hold exactly. They are those of the tables.
fn instrument_json(InstrumentView { instrument, supply }: &InstrumentView) -> Value {
    json!({
        "instrument": show_instrument(*instrument),
        "issued": supply.issued.to_string(),
        "ended": supply.ended.to_string(),
        "outstanding": supply.outstanding().to_string(),
    })
}

fn piece_json(view: &PieceView) -> Value {
    let claim = match view.piece.encumbrance.claim {
        None => Value::Null,
        Some(Claim::Offered(offer)) => json!({ "offer": offer }),
        Some(Claim::Pledged(pledge)) => json!({ "pledge": pledge }),
    };
    json!({
        "instrument": show_instrument(view.instrument),
        "first": show_unit(view.instrument, view.start),
        "last": show_unit(view.instrument, view.piece.end - 1),
        "units": interval(view).units().to_string(),
        "owner": view.piece.owner,
        "since": (view.piece.provenance.since.0 > 0).then(|| days::json(view.piece.provenance.since)),
        "lot": view.piece.provenance.lot,
        "claim": claim,
        "frozen": view.frozen.map(|document| format!("{document:?}")),
        "order": view.piece.encumbrance.freeze,
        "ownerFrozen": view.owner_frozen.map(|document| format!("{document:?}")),
    })
}

fn offer_json(of: &OfferView, today: Day) -> Value {
    json!({
        "offer": of.offer,
        "instrument": show_instrument(of.instrument),
        "first": show_unit(of.instrument, of.units.start),
        "last": show_unit(of.instrument, of.units.end - 1),
        "seller": of.seller,
        "buyer": of.buyer,
        "asset": of.asset,
        "price": yuan(of.price),
        "until": days::json(of.until),
        "over": is_over(of, today),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_client::{AssetId, OfferId};

    #[test]
    fn an_offer_is_over_when_its_last_day_is() {
        let offer = OfferView {
            offer: OfferId(1),
            instrument: InstrumentId { class: InstrumentClass::Credit, number: 1 },
            units: Interval::new(0, 10),
            seller: OrgId(2),
            buyer: None,
            asset: AssetId(1),
            price: 1,
            until: Day(20_000),
        };
        assert!(!is_over(&offer, Day(20_000)));
        assert!(is_over(&offer, Day(20_001)));
        assert!(!is_over(&OfferView { until: days::NO_END, ..offer }, Day(u32::MAX)));
    }
}
