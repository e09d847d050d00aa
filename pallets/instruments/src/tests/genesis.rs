//! What is open from the beginning.

use super::*;
use crate::Error;

#[test]
fn classes_are_simulated_from_genesis() {
    ExtBuilder::default().simulated(&[DepositMoney, Credit]).build_and_execute(|| {
        assert_eq!(open(DepositMoney), Ok((1, Mode::Simulation)));
        assert_eq!(open(Credit), Ok((2, Mode::Simulation)));
        assert_noop!(open(Allowance), Error::<Test>::ClassNotOpen);
        let expected = Authority {
            class: Credit,
            mode: Mode::Simulation,
            permit: None,
            since: None,
            until: Day::NEVER,
            ended: None,
        };
        assert_eq!(authority(2), expected);
        assert_eq!(take_events(), []);
    });
}

#[test]
fn the_council_goes_on_from_there() {
    ExtBuilder::default().simulated(&[Credit]).build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), TODAY));
        assert_eq!(authority(1).ended, Some(TODAY));
        assert_eq!(open(Credit), Ok((2, Mode::Mirror)));
    });
}

#[test]
#[should_panic(expected = "Credit at genesis")]
fn no_class_stands_there_twice() {
    ExtBuilder::default().simulated(&[Credit, Allowance, Credit]).build_and_execute(|| {});
}
