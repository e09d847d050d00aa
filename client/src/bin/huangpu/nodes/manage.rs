//! How nodes come and go.

use crate::{answer::Answer, context::Context, document::Document, send};
use huangpu_client::{calls::nodes, Error};
use huangpu_primitives::nodes::{Admission, NodeKey};

pub(super) async fn register(context: &Context, node: NodeKey) -> Result<Answer, Error> {
    send::send(context, &nodes::register(node)).await
}

pub(super) async fn remove(context: &Context, node: NodeKey) -> Result<Answer, Error> {
    send::send(context, &nodes::remove(node)).await
}

pub(super) async fn expel(
    context: &Context,
    node: NodeKey,
    document: Document,
) -> Result<Answer, Error> {
    send::send_as_council(context, nodes::expel(node, document.hash()?)).await
}

pub(super) async fn set_admission(
    context: &Context,
    admission: Admission,
) -> Result<Answer, Error> {
    send::send_as_council(context, nodes::set_admission(admission)).await
}
