//! What the runtime API answers.

use super::*;
use huangpu_primitives::{
    apis::{NodeView, PAGE},
    nodes::NodeKey,
};

fn view(node: u32, org: u32, authorised: bool) -> NodeView {
    NodeView { node: key(node), org: OrgId(org), authorised }
}

#[test]
fn an_organisations_nodes_come_in_the_order_in_which_they_were_registered() {
    ExtBuilder::default().build_and_execute(|| {
        for node in [13, 11, 12] {
            assert_ok!(register(node, 1));
        }
        let all = |authorised| [13, 11, 12].map(|node| view(node, 1, authorised));
        assert_eq!(Nodes::node_views_of(OrgId(1)), all(true));
        stand(1, Standing::Expelled);
        assert_eq!(Nodes::node_views_of(OrgId(1)), all(false));
        make_blocks(&[1]);
        assert_eq!(Nodes::node_views_of(OrgId(1)), all(true));
        assert_eq!(Nodes::node_views_of(OrgId(2)), []);
    });
}

#[test]
fn nodes_come_in_pages() {
    ExtBuilder::default().build_and_execute(|| {
        let count = 2 * PAGE + 7;
        for n in 0..count {
            Registered::<Test>::insert(key(n), OrgId(1 + n % ORGS));
        }
        stand(2, Standing::Lapsed);
        for limit in [1, 7, PAGE, u32::MAX] {
            let mut all: Vec<NodeView> = vec![];
            loop {
                let after = all.last().map(|view| view.node);
                let page = Nodes::node_page(after, limit);
                assert!(page.len() <= limit.min(PAGE) as usize);
                if page.is_empty() {
                    break;
                }
                all.extend(page);
            }
            all.sort_unstable_by_key(|view| view.node);
            let expected = (0..count).map(|n| view(n, 1 + n % ORGS, 1 + n % ORGS != 2));
            assert_eq!(all, expected.collect::<Vec<_>>(), "in pages of {limit}");
        }
        // One that is gone since still names its place.
        let keys: Vec<NodeKey> = Registered::<Test>::iter().map(|(node, _)| node).collect();
        Registered::<Test>::remove(keys[100]);
        let next = Nodes::node_page(Some(keys[100]), 1);
        assert_eq!(next.first().map(|view| view.node), Some(keys[101]));
        assert!(Nodes::node_page(None, 0).is_empty());
        // They are on no list.
        drop(Registered::<Test>::clear(u32::MAX, None));
    });
}
