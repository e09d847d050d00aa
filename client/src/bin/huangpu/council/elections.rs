//! Elections, and who holds which seat.

use crate::{answer::Answer, context::Context, document::Document, send};
use huangpu_client::{calls::council, Error, OrgId};
use huangpu_primitives::council::Constituency;

pub(super) async fn call(context: &Context, constituency: Constituency) -> Result<Answer, Error> {
    send::send(context, &council::call_election(constituency)).await
}

pub(super) async fn stand(context: &Context) -> Result<Answer, Error> {
    send::send(context, &council::stand()).await
}

pub(super) async fn withdraw(context: &Context) -> Result<Answer, Error> {
    send::send(context, &council::withdraw_candidacy()).await
}

pub(super) async fn elect(context: &Context, candidate: OrgId) -> Result<Answer, Error> {
    send::send(context, &council::elect(candidate)).await
}

pub(super) async fn close(context: &Context, constituency: Constituency) -> Result<Answer, Error> {
    send::send(context, &council::close_election(constituency)).await
}

pub(super) async fn vacate_seat(context: &Context) -> Result<Answer, Error> {
    send::send(context, &council::vacate_seat()).await
}

pub(super) async fn unseat(
    context: &Context,
    org: OrgId,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, council::unseat(org, document.hash()?)).await
}

pub(super) async fn set_rule(
    context: &Context,
    constituency: Constituency,
    seats: u32,
    term_days: u32,
) -> Result<Answer, Error> {
    send::send_as_council(context, council::set_rule(constituency, seats, term_days)).await
}
