//! What the council orders.

use super::{trade::part, Chosen};
use crate::{answer::Answer, context::Context, document::Document, parse, send};
use huangpu_client::{calls::intervals, Error, OfferId, OrderId, OrgId};

pub(super) async fn freeze(
    context: &Context,
    chosen: Chosen,
    owner: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    let part = part(context, &chosen).await?;
    let call = intervals::freeze(chosen.instrument, part, owner, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn thaw(
    context: &Context,
    chosen: Chosen,
    order: OrderId,
    document: Document,
) -> Result<Answer, Error> {
    let part = part(context, &chosen).await?;
    let call = intervals::thaw(chosen.instrument, part, order, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn freeze_owner(
    context: &Context,
    org: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, intervals::freeze_owner(org, document.hash()?)).await
}

pub(super) async fn thaw_owner(
    context: &Context,
    org: OrgId,
    frozen_by: &str,
    document: Document,
) -> Result<Answer, Error> {
    let call = intervals::thaw_owner(org, parse::hash(frozen_by)?, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn reassign(
    context: &Context,
    chosen: Chosen,
    from: OrgId,
    to: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    let part = part(context, &chosen).await?;
    let call = intervals::reassign(chosen.instrument, part, from, to, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn cancel(
    context: &Context,
    offer: OfferId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, intervals::cancel(offer, document.hash()?)).await
}
