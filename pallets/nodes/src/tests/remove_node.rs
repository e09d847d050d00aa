//! `remove_node`.

use super::*;

#[test]
fn an_organisation_removes_its_nodes() {
    ExtBuilder::default().nodes(&[(11, 1), (12, 1), (13, 1)]).build_and_execute(|| {
        assert_ok!(remove(12, 1));
        assert_eq!(take_events(), [removed(12, 1)]);
        assert_eq!((owner(12), nodes_of(1)), (None, vec![11, 13]));
        assert_ok!(remove(11, 1));
        assert_ok!(remove(13, 1));
        // Nothing is left of them.
        assert!(!NodesOf::<Test>::contains_key(OrgId(1)));
        assert_eq!(Registered::<Test>::count(), 0);
        // Anybody may register them now.
        assert_ok!(register(12, 2));
    });
}

#[test]
fn it_removes_no_other() {
    ExtBuilder::default().nodes(&[(11, 1), (21, 2)]).build_and_execute(|| {
        assert_noop!(remove(12, 1), Error::<Test>::UnknownNode);
        assert_noop!(remove(21, 1), Error::<Test>::RegisteredByAnother);
    });
}

#[test]
fn the_last_one_of_a_validator_stays_where_only_registered_nodes_are_let_in() {
    let nodes = [(11, 1), (12, 1), (21, 2)];
    ExtBuilder::default().nodes(&nodes).validators(&[1]).build_and_execute(|| {
        assert_ok!(set_admission(Admission::Registered));
        assert_ok!(remove(11, 1));
        assert_noop!(remove(12, 1), Error::<Test>::LastNodeOfValidator);
        // Of one that makes no blocks it does not matter.
        assert_ok!(remove(21, 2));
        // Another takes its place.
        assert_ok!(register(13, 1));
        assert_ok!(remove(12, 1));
        assert_noop!(remove(13, 1), Error::<Test>::LastNodeOfValidator);
        make_blocks(&[]);
        assert_ok!(remove(13, 1));
    });
}

#[test]
fn in_an_open_network_it_may_go() {
    ExtBuilder::default().nodes(&[(11, 1)]).validators(&[1]).build_and_execute(|| {
        assert_ok!(remove(11, 1));
    });
}

#[test]
fn only_for_an_organisation_one_removes() {
    ExtBuilder::default().nodes(&[(11, 1)]).build_and_execute(|| {
        assert_for_operators_only(|origin| Nodes::remove_node(origin, key(11)));
    });
}
