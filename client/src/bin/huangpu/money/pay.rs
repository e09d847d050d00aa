//! Issuing and paying.

use super::Sum;
use crate::{answer::Answer, context::Context, send};
use huangpu_client::{calls::money, Error, OrgId};

pub(super) async fn mint(
    context: &Context,
    to: OrgId,
    Sum { asset, amount }: Sum,
    reference: &str,
) -> Result<Answer, Error> {
    send::send(context, &money::mint(asset, to, amount, reference)?).await
}

pub(super) async fn pay(
    context: &Context,
    to: OrgId,
    Sum { asset, amount }: Sum,
    reference: &str,
) -> Result<Answer, Error> {
    send::send(context, &money::pay(asset, to, amount, reference)?).await
}
