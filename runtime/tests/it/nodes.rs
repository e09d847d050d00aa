//! Which machines belong to the network, on the whole runtime.

use crate::common::*;
use huangpu_primitives::{
    apis::Standing,
    nodes::{Admission, NodeKey},
    OrgId,
};
use huangpu_runtime::*;
use polkadot_sdk::*;
use sp_core::H256;

fn node(number: u8) -> NodeKey {
    NodeKey(H256::repeat_byte(number))
}

fn admit_registered() -> RuntimeCall {
    pallet_nodes::Call::set_admission { admission: Admission::Registered }.into()
}

fn too_early() -> Option<sp_runtime::DispatchResult> {
    Some(Err(pallet_nodes::Error::<Runtime>::ValidatorWithoutNode.into()))
}

/// Every founder registers one; the council lets in no others.
fn permissioned() {
    assert_eq!(motion(3, admit_registered()), too_early());
    for (org, founder) in FOUNDERS {
        succeed(founder, pallet_nodes::Call::register_node { node: node(org.0 as u8) });
    }
    assert_eq!(motion(3, admit_registered()), Some(Ok(())));
}

#[test]
fn the_council_lets_in_registered_nodes_only() {
    on_local_chain(|| {
        permissioned();
        let mut authorised = Nodes::authorised();
        authorised.sort_unstable();
        assert_eq!(authorised, [1, 2, 3, 4].map(node));
    });
}

#[test]
fn it_takes_a_grave_decision() {
    on_local_chain(|| {
        let refused = Some(Err(sp_runtime::DispatchError::BadOrigin));
        assert_eq!(motion(2, admit_registered()), refused);
        let document = H256::repeat_byte(7);
        let expel = pallet_nodes::Call::expel_node { node: node(1), document };
        assert_eq!(motion(2, expel), refused);
    });
}

#[test]
fn an_expelled_validator_is_connected_until_it_may_go() {
    on_local_chain(|| {
        permissioned();
        let document = H256::repeat_byte(7);
        let expel = pallet_members::Call::set_standing {
            org: BANK,
            standing: Standing::Expelled,
            document,
        };
        assert_eq!(motion(3, expel), Some(Ok(())));
        // Four are the least: it still makes blocks, and the others still need to reach it.
        assert!(Validators::set_view().planned.contains(&BANK));
        assert!(Nodes::authorised().contains(&node(BANK.0 as u8)));
        assert!(Nodes::node_views_of(BANK).iter().all(|node| node.authorised));
        // It may have to replace its machine.
        succeed(BANK_KEY, pallet_nodes::Call::register_node { node: node(8) });
        succeed(BANK_KEY, pallet_nodes::Call::remove_node { node: node(BANK.0 as u8) });
        assert!(Nodes::authorised().contains(&node(8)));
    });
}

#[test]
fn an_expelled_member_without_validator_is_shut_out() {
    on_dev_chain(|| {
        succeed(STEEL_WORKS, pallet_nodes::Call::register_node { node: node(9) });
        assert_eq!(Nodes::authorised(), [node(9)]);
        set_standing(WORKS, Standing::Suspended);
        assert_eq!(Nodes::authorised(), [node(9)]);
        set_standing(WORKS, Standing::Expelled);
        assert_eq!(Nodes::authorised(), []);
        // It is on record until the organisation is closed.
        assert_eq!(Nodes::node_views_of(WORKS).len(), 1);
    });
}

fn set_standing(org: OrgId, standing: Standing) {
    let document = H256::repeat_byte(7);
    by_council(pallet_members::Call::set_standing { org, standing, document });
}
