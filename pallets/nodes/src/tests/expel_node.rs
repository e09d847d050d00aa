//! `expel_node`.

use super::*;

#[test]
fn the_council_expels_a_node() {
    ExtBuilder::default().nodes(&[(11, 1), (12, 1)]).build_and_execute(|| {
        assert_ok!(expel(11));
        let event = Event::NodeExpelled { node: key(11), org: OrgId(1), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        assert_eq!((owner(11), nodes_of(1)), (None, vec![12]));
        assert_ok!(expel(12));
        assert!(!NodesOf::<Test>::contains_key(OrgId(1)));
    });
}

#[test]
fn it_expels_none_that_is_not_there() {
    ExtBuilder::default().nodes(&[(11, 1)]).build_and_execute(|| {
        assert_noop!(expel(12), Error::<Test>::UnknownNode);
        assert_ok!(expel(11));
        assert_noop!(expel(11), Error::<Test>::UnknownNode);
    });
}

#[test]
fn even_the_last_one_of_a_validator() {
    let only = ExtBuilder::default().admission(Admission::Registered);
    only.nodes(&[(11, 1)]).validators(&[1]).build_and_execute(|| {
        assert_ok!(expel(11));
        assert!(authorised().is_empty());
        // It may come back with the same, or with another.
        assert_ok!(register(11, 1));
        assert_eq!(authorised(), [11]);
    });
}

#[test]
fn only_the_council_expels() {
    ExtBuilder::default().nodes(&[(11, 1)]).build_and_execute(|| {
        assert_for_council_only(|origin| Nodes::expel_node(origin, key(11), DOCUMENT));
    });
}
