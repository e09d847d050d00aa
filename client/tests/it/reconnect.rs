//! The connection outlives the node.

use crate::support::Node;
use futures::StreamExt;
use huangpu_client::{Chain, Error, Head};
use std::time::Duration;

#[tokio::test]
async fn a_node_that_comes_back_is_followed_again() {
    let Some(node) = Node::start() else { return };
    let chain = Chain::connect(node.url()).await.expect("it is up");
    let genesis = chain.genesis_hash();
    let mut heads = chain.follow_finalized().await.expect("it is up");
    let first = next(&mut heads).await.expect("a head");
    assert!(next(&mut heads).await.expect("another head").number > first.number);

    let port = node.port();
    drop(node);
    let lost = loop {
        // Heads that were under way may still arrive.
        if let Err(error) = next(&mut heads).await {
            break error;
        }
    };
    assert!(matches!(lost, Error::Disconnected(_)), "{lost:?}");

    let _node = Node::start_at(port).expect("it was there before");
    let again = next(&mut heads).await.expect("a head of the node that came back");
    assert!(chain.finalized().await.expect("reads work again").number >= again.number);
    let organisations = chain.all_organisations(again.hash).await.expect("it is up");
    assert_eq!(organisations.len(), 4);
    assert_eq!(chain.genesis_hash(), genesis);
}

async fn next(
    heads: &mut (impl StreamExt<Item = Result<Head, Error>> + Unpin),
) -> Result<Head, Error> {
    let item = tokio::time::timeout(Duration::from_secs(300), heads.next()).await;
    item.expect("the chain goes on").expect("the stream never ends")
}
