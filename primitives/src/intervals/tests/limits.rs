//! The ends of the numbers: the last one is `u128::MAX - 1`, since an interval names the number after it.

use super::memory::Memory;
use crate::intervals::{Interval, Part, Refusal, Right, Units};

#[test]
fn an_instrument_may_have_every_number() {
    let mut ledger = Memory::ledger();
    assert_eq!(ledger.issue_next(0, Units::MAX, 1, 0), Ok(Interval::new(0, Units::MAX)));
    ledger.0.check();
    assert_eq!(ledger.0.supply_of(0).outstanding(), Units::MAX);

    assert_eq!(ledger.issue_next(0, 1, 1, 0), Err(Refusal::NumbersUsedUp));
    assert_eq!(ledger.issue_next(0, 0, 1, 0), Err(Refusal::NoUnits));
    let all = Interval::new(0, Units::MAX);
    assert_eq!(ledger.issue(0, all, 1, 0), Err(Refusal::Overlap));

    let part = Part::whole(0, Units::MAX);
    assert!(ledger.retire(0, part, Right::Owner(1)).is_ok());
    ledger.0.check();
    assert_eq!(ledger.0.supply_of(0).outstanding(), 0);
    assert_eq!(ledger.issue_next(0, 1, 1, 0), Err(Refusal::NumbersUsedUp));
}

#[test]
fn the_last_number_is_moved_by_itself() {
    let mut ledger = Memory::ledger();
    ledger.issue_next(0, Units::MAX, 1, 0).unwrap();
    let last = Interval::new(Units::MAX - 1, Units::MAX);
    ledger.transfer(0, Part { piece: 0, units: last }, Right::Owner(1), 2, |p| p).unwrap();
    ledger.0.check();
    assert_eq!(last.units(), 1);
    assert_eq!(ledger.0.pieces(0)[1].1.owner, 2);
}

#[test]
fn an_interval_that_runs_backwards_holds_nothing() {
    let backwards = Interval::new(7, 3);
    assert!(backwards.is_empty());
    assert_eq!(backwards.to_string(), "none");
    let mut ledger = Memory::ledger();
    assert_eq!(ledger.issue(0, backwards, 1, 0), Err(Refusal::NoUnits));
    ledger.issue_next(0, 10, 1, 0).unwrap();
    let part = Part { piece: 0, units: backwards };
    assert_eq!(ledger.retire(0, part, Right::Order), Err(Refusal::NoUnits));
}

#[test]
fn an_interval_is_printed_as_registries_do() {
    assert_eq!(Interval::new(0, 1).to_string(), "0-0");
    assert_eq!(Interval::new(5, 10).to_string(), "5-9");
    assert_eq!(Interval::of(Units::MAX, 1), None);
    assert_eq!(Interval::of(5, 5), Some(Interval::new(5, 10)));
}
