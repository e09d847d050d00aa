//! How validators come and go.

use crate::{answer::Answer, context::Context, document::Document, send};
use huangpu_client::{calls::validators, Error, OrgId};

pub(super) async fn apply(context: &Context) -> Result<Answer, Error> {
    send::send(context, &validators::apply()).await
}

pub(super) async fn withdraw(context: &Context) -> Result<Answer, Error> {
    send::send(context, &validators::withdraw()).await
}

pub(super) async fn leave(context: &Context) -> Result<Answer, Error> {
    send::send(context, &validators::leave()).await
}

pub(super) async fn rejoin(context: &Context) -> Result<Answer, Error> {
    send::send(context, &validators::rejoin()).await
}

pub(super) async fn approve(context: &Context, org: OrgId) -> Result<Answer, Error> {
    send::send_as_council(context, validators::approve(org)).await
}

pub(super) async fn reject(
    context: &Context,
    org: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, validators::reject(org, document.hash()?)).await
}

pub(super) async fn remove(
    context: &Context,
    org: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, validators::remove(org, document.hash()?)).await
}

pub(super) async fn set_session_blocks(context: &Context, blocks: u32) -> Result<Answer, Error> {
    send::send_as_council(context, validators::set_session_blocks(blocks)).await
}
