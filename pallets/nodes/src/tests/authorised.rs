//! Whose nodes are let in where only registered ones are.

use super::*;

const NODES: [(u32, u32); 4] = [(11, 1), (12, 1), (21, 2), (31, 3)];

#[test]
fn those_of_members_are() {
    ExtBuilder::default().nodes(&NODES).build_and_execute(|| {
        assert_eq!(authorised(), [11, 12, 21, 31]);
        for standing in LOST.into_iter().filter(|to| *to != Standing::Closed) {
            stand(1, standing);
            // Who is suspended still reads.
            let reads = standing == Standing::Suspended;
            let expected = if reads { vec![11, 12, 21, 31] } else { vec![21, 31] };
            assert_eq!(authorised(), expected, "{standing:?}");
        }
        stand(1, Standing::Active);
        assert_eq!(authorised(), [11, 12, 21, 31]);
    });
}

#[test]
fn those_of_nobody_are_not() {
    ExtBuilder::default().nodes(&[(11, 1), (99, ORGS + 1)]).build_and_execute(|| {
        assert_eq!(authorised(), [11]);
    });
}

#[test]
fn those_that_the_chain_cannot_go_on_without_are() {
    ExtBuilder::default().nodes(&NODES).validators(&[1, 2]).build_and_execute(|| {
        for standing in [Standing::Expelled, Standing::Lapsed] {
            stand(1, standing);
            stand(3, standing);
            assert_eq!(authorised(), [11, 12, 21]);
        }
        make_blocks(&[2]);
        assert_eq!(authorised(), [21]);
    });
}

#[test]
fn a_membership_that_is_over_is_over_before_anybody_is_told() {
    ExtBuilder::default().nodes(&NODES).build_and_execute(|| {
        put_standing(1, Standing::Lapsed);
        assert_eq!(authorised(), [21, 31]);
    });
}
