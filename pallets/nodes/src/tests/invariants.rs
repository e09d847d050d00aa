//! That `try_state` finds what it is there for, and `integrity_test` what cannot work.

use super::*;
use polkadot_sdk::{
    frame_support::{storage::with_transaction, BoundedVec},
    sp_runtime::TransactionOutcome,
};

/// `try_state` complains of this, once it is spoilt.
fn assert_found(complaint: &str, spoil: impl FnOnce()) {
    let found = with_transaction(|| {
        spoil();
        TransactionOutcome::Rollback(Ok::<_, DispatchError>(Nodes::do_try_state()))
    });
    let found = format!("{:?}", found.unwrap().unwrap_err());
    assert!(found.contains(complaint), "{found}");
    Nodes::do_try_state().unwrap();
}

fn list(org: u32, nodes: &[u32]) {
    let nodes = nodes.iter().copied().map(key).collect();
    NodesOf::<Test>::insert(OrgId(org), BoundedVec::truncate_from(nodes));
}

#[test]
fn what_is_wrong_with_the_register_is_found() {
    ExtBuilder::default().nodes(&[(11, 1), (12, 1), (21, 2)]).build_and_execute(|| {
        assert_found("nodes are miscounted", || {
            polkadot_sdk::frame_support::storage::unhashed::put(
                &Registered::<Test>::counter_storage_final_key(),
                &4u32,
            );
        });
        assert_found("an organisation without nodes has a list of them", || list(3, &[]));
        for (org, nodes) in [(3, &[13]), (3, &[21])] {
            assert_found("a node on another organisation's list", || list(org, nodes));
        }
        for nodes in [&[11][..], &[11, 12, 12]] {
            assert_found("a node is on no list, or on one twice", || list(1, nodes));
        }
        assert_found("a node is on no list, or on one twice", || {
            Registered::<Test>::insert(key(31), OrgId(3));
        });
        MaxNodes::set(2);
        let found = format!("{:?}", Nodes::do_try_state().unwrap_err());
        assert!(found.contains("more nodes than there may be"), "{found}");
        MaxNodes::set(MAX);
    });
}

#[test]
fn nodes_of_a_closed_organisation_are_found() {
    ExtBuilder::default().nodes(&[(11, 1)]).build_and_execute(|| {
        put_standing(1, Standing::Closed);
        let found = format!("{:?}", Nodes::do_try_state().unwrap_err());
        assert!(found.contains("a closed organisation has nodes"), "{found}");
        stand(1, Standing::Closed);
    });
}

#[test]
fn the_bounds_make_sense() {
    ExtBuilder::default().build_and_execute(<Nodes as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "one organisation may have more nodes than all may")]
fn one_has_no_more_than_all() {
    ExtBuilder::default().build_and_execute(|| {
        MaxNodes::set(MAX_OF_ONE - 1);
        <Nodes as Hooks<u64>>::integrity_test();
    });
}
