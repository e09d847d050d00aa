//! What the council orders.

use super::{trade::part, Chosen};
use crate::{answer::Answer, context::Context, document::Document, send};
use huangpu_client::{calls::intervals, Error, OfferId, OrgId};

pub(super) async fn freeze(
    context: &Context,
    chosen: Chosen,
    document: Document,
) -> Result<Answer, Error> {
    let part = part(context, &chosen).await?;
    let call = intervals::freeze(chosen.instrument, part, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn thaw(
    context: &Context,
    chosen: Chosen,
    document: Document,
) -> Result<Answer, Error> {
    let part = part(context, &chosen).await?;
    let call = intervals::thaw(chosen.instrument, part, document.hash()?);
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
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, intervals::thaw_owner(org, document.hash()?)).await
}

pub(super) async fn reassign(
    context: &Context,
    chosen: Chosen,
    to: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    let part = part(context, &chosen).await?;
    let call = intervals::reassign(chosen.instrument, part, to, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn cancel(
    context: &Context,
    offer: OfferId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, intervals::cancel(offer, document.hash()?)).await
}
