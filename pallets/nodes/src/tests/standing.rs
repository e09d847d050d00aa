//! Standing lost, and what is left then.

use super::*;

const NODES: [(u32, u32); 4] = [(11, 1), (12, 1), (13, 1), (21, 2)];

#[test]
fn who_is_closed_loses_its_nodes() {
    ExtBuilder::default().nodes(&NODES).build_and_execute(|| {
        stand(1, Standing::Closed);
        assert_eq!(take_events(), [removed(11, 1), removed(12, 1), removed(13, 1)]);
        assert!(!NodesOf::<Test>::contains_key(OrgId(1)));
        assert_eq!((Registered::<Test>::count(), owner(21)), (1, Some(2)));
        assert_ok!(register(11, 2));
    });
}

#[test]
fn even_the_last_one_where_only_registered_nodes_are_let_in() {
    let only = ExtBuilder::default().admission(Admission::Registered);
    only.nodes(&NODES).validators(&[2]).build_and_execute(|| {
        stand(2, Standing::Closed);
        assert_eq!((take_events(), owner(21)), (vec![removed(21, 2)], None));
    });
}

#[test]
fn nobody_else_does() {
    ExtBuilder::default().nodes(&NODES).build_and_execute(|| {
        for standing in LOST.into_iter().filter(|to| *to != Standing::Closed) {
            stand(1, standing);
        }
        Nodes::on_seat(OrgId(1), true);
        stand(1, Standing::Active);
        assert_eq!((take_events(), nodes_of(1)), (vec![], vec![11, 12, 13]));
    });
}

#[test]
fn who_has_none_loses_none() {
    ExtBuilder::default().nodes(&NODES).build_and_execute(|| {
        stand(3, Standing::Closed);
        assert_eq!((take_events(), Registered::<Test>::count()), (vec![], 4));
    });
}

#[test]
fn telling_weighs_what_closing_does() {
    assert_eq!(<Nodes as OnStanding>::weight().ref_time(), 5);
}
