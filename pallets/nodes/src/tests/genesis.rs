//! The nodes at the chain's beginning.

use super::*;

#[test]
fn a_network_is_open_and_empty_where_genesis_says_nothing() {
    ExtBuilder::default().validators(&[1]).build_and_execute(|| {
        assert_eq!(Nodes::admission(), Admission::Open);
        assert_eq!(Registered::<Test>::count(), 0);
    });
}

#[test]
fn nodes_stand_there_from_genesis() {
    let builder = ExtBuilder::default().nodes(&[(11, 1), (21, 2), (12, 1)]).validators(&[1, 2]);
    builder.admission(Admission::Registered).build_and_execute(|| {
        assert_eq!((nodes_of(1), nodes_of(2)), (vec![11, 12], vec![21]));
        assert_eq!(Nodes::admission(), Admission::Registered);
        assert_eq!(authorised(), [11, 12, 21]);
    });
}

#[test]
#[should_panic(expected = "at genesis: RegisteredByAnother")]
fn no_node_is_twos() {
    ExtBuilder::default().nodes(&[(11, 1), (11, 2)]).build();
}

#[test]
#[should_panic(expected = "at genesis: AlreadyRegistered")]
fn no_node_stands_there_twice() {
    ExtBuilder::default().nodes(&[(11, 1), (11, 1)]).build();
}

#[test]
#[should_panic(expected = "at genesis: TooManyNodesOfOrganisation")]
fn no_organisation_has_more_than_it_may() {
    ExtBuilder::default().nodes(&[(11, 1), (12, 1), (13, 1), (14, 1)]).build();
}

#[test]
#[should_panic(expected = "at genesis: TooManyNodes")]
fn nor_has_the_network() {
    let nodes: Vec<(u32, u32)> = (0..=MAX).map(|n| (n, n)).collect();
    ExtBuilder::default().nodes(&nodes).build();
}

#[test]
#[should_panic(expected = "admission at genesis: ValidatorWithoutNode")]
fn no_validator_is_shut_out_from_genesis() {
    let builder = ExtBuilder::default().nodes(&[(11, 1)]).validators(&[1, 2]);
    builder.admission(Admission::Registered).build();
}
