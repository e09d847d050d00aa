//! `register_node`.

use super::*;

#[test]
fn an_organisation_registers_nodes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(register(11, 1));
        let event = Event::NodeRegistered { node: key(11), org: OrgId(1) };
        assert_eq!(take_events(), [event]);
        assert_ok!(register(12, 1));
        assert_ok!(register(21, 2));
        assert_eq!([owner(11), owner(12), owner(21), owner(22)], [Some(1), Some(1), Some(2), None]);
        assert_eq!((nodes_of(1), nodes_of(2), nodes_of(3)), (vec![11, 12], vec![21], vec![]));
        assert_eq!(Registered::<Test>::count(), 3);
    });
}

#[test]
fn a_node_is_registered_once() {
    ExtBuilder::default().nodes(&[(11, 1)]).build_and_execute(|| {
        assert_noop!(register(11, 1), Error::<Test>::AlreadyRegistered);
        assert_noop!(register(11, 2), Error::<Test>::RegisteredByAnother);
        // Which tells more than that there is no room.
        MaxNodes::set(1);
        assert_noop!(register(11, 1), Error::<Test>::AlreadyRegistered);
        assert_noop!(register(11, 2), Error::<Test>::RegisteredByAnother);
    });
}

#[test]
fn an_organisation_has_only_so_many() {
    ExtBuilder::default().nodes(&[(11, 1), (12, 1)]).build_and_execute(|| {
        assert_ok!(register(13, 1));
        assert_noop!(register(14, 1), Error::<Test>::TooManyNodesOfOrganisation);
        assert_ok!(register(14, 2));
        assert_ok!(remove(12, 1));
        assert_ok!(register(15, 1));
        assert_eq!(nodes_of(1), [11, 13, 15]);
    });
}

#[test]
fn the_network_has_only_so_many() {
    ExtBuilder::default().build_and_execute(|| {
        for n in 0..MAX {
            assert_ok!(register(n, 1 + n / 2));
        }
        assert_noop!(register(MAX, 9), Error::<Test>::TooManyNodes);
        assert_ok!(remove(0, 1));
        assert_ok!(register(MAX, 9));
    });
}

#[test]
fn any_32_bytes_are_a_key() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(register(0, 1));
        assert_eq!(owner(0), Some(1));
    });
}

#[test]
fn who_winds_down_may_replace_its_machine() {
    ExtBuilder::default().validators(&[1]).build_and_execute(|| {
        for (node, standing) in
            (11..).zip([Standing::Suspended, Standing::Expelled, Standing::Lapsed])
        {
            stand(1, standing);
            assert_ok!(register(node, 1));
            assert_eq!(authorised(), (11..=node).collect::<Vec<_>>());
        }
        stand(1, Standing::Closed);
        assert_noop!(register(20, 1), DispatchError::BadOrigin);
    });
}

#[test]
fn only_for_an_organisation_one_registers() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_operators_only(|origin| Nodes::register_node(origin, key(1)));
    });
}
