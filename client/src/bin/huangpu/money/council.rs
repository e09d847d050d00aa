//! What the council decides about money.

use super::{Sum, Which};
use crate::{answer::Answer, context::Context, document::Document, parse, send};
use huangpu_client::{calls::money, AssetId, Error, OrgId};
use huangpu_primitives::money::AssetKind;

pub(super) async fn open(
    context: &Context,
    issuer: OrgId,
    kind: AssetKind,
    name: &str,
    symbol: &str,
) -> Result<Answer, Error> {
    send::send_as_council(context, money::open_asset(issuer, kind, name, symbol)).await
}

pub(super) async fn close(
    context: &Context,
    asset: AssetId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, money::close_asset(asset, document.hash()?)).await
}

pub(super) async fn freeze(
    context: &Context,
    asset: AssetId,
    org: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, money::freeze_account(asset, org, document.hash()?)).await
}

pub(super) async fn thaw(
    context: &Context,
    asset: AssetId,
    org: OrgId,
    frozen_by: &str,
    document: Document,
) -> Result<Answer, Error> {
    let call = money::thaw_account(asset, org, parse::hash(frozen_by)?, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn reassign(
    context: &Context,
    from: OrgId,
    to: OrgId,
    Sum { asset, amount }: Sum,
    document: Document,
) -> Result<Answer, Error> {
    let call = money::reassign_balance(asset, from, to, amount, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn cancel(
    context: &Context,
    Which { redemption, asset }: Which,
    document: Document,
) -> Result<Answer, Error> {
    let call = money::cancel_redemption(asset, redemption, document.hash()?);
    send::send_as_council(context, call).await
}
