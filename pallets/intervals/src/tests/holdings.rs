//! What of a class is outstanding, and whether an organisation has anything.

use super::*;
use crate::Outstanding;

fn outstanding(class: InstrumentClass) -> u32 {
    let count = Outstanding::<Test>::get(class);
    assert_eq!(<Intervals as traits::Outstanding>::is_outstanding(class), count > 0);
    count
}

fn has_something(org: u32) -> bool {
    Intervals::holds_anything(OrgId(org))
}

fn open(class: InstrumentClass) -> InstrumentId {
    <Intervals as UnitLedger>::open_instrument(class).unwrap()
}

fn issue(instrument: InstrumentId, units: Units, owner: u32) {
    assert_ok!(<Intervals as UnitLedger>::issue(instrument, units, OrgId(owner), 0));
}

fn end(instrument: InstrumentId, part: Part) {
    assert_ok!(<Intervals as UnitLedger>::retire(instrument, part, Right::Order));
}

#[test]
fn what_is_issued_is_outstanding_until_the_last_unit_has_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let instrument = open(Credit);
        assert_eq!(outstanding(Credit), 0);
        issue(instrument, 10, 1);
        assert_eq!(outstanding(Credit), 1);
        issue(instrument, 10, 2);
        assert_eq!(outstanding(Credit), 1);
        end(instrument, part(0, 0, 9));
        end(instrument, whole(10, 20));
        assert_eq!(outstanding(Credit), 1);
        end(instrument, whole(9, 10));
        assert_eq!(outstanding(Credit), 0);
        // It may be issued again.
        issue(instrument, 1, 1);
        assert_eq!(outstanding(Credit), 1);
    });
}

#[test]
fn each_class_is_counted_by_itself() {
    let builder = ExtBuilder::default().holds(Credit, 5, 1).holds(Credit, 5, 1);
    builder.holds(Allowance, 5, 1).build_and_execute(|| {
        let counts = InstrumentClass::ALL.map(outstanding);
        assert_eq!(counts, [1, 2, 0, 0, 0]);
        end(CREDITS, whole(0, 5));
        assert_eq!(outstanding(Credit), 1);
        end(InstrumentId { class: Credit, number: 2 }, whole(0, 5));
        end(InstrumentId { class: Allowance, number: 1 }, whole(0, 5));
        assert_eq!(InstrumentClass::ALL.map(outstanding), [0; 5]);
    });
}

#[test]
fn who_gives_all_away_has_nothing() {
    hundred().build_and_execute(|| {
        assert_eq!([SELLER, BUYER, OTHER].map(has_something), [true, false, false]);
        assert_ok!(give(part(0, 0, 99), own(SELLER), BUYER));
        assert_eq!([SELLER, BUYER, OTHER].map(has_something), [true, true, false]);
        assert_ok!(give(whole(99, 100), own(SELLER), BUYER));
        assert_eq!([SELLER, BUYER, OTHER].map(has_something), [false, true, false]);
        assert_ok!(retire(whole(0, 100), own(BUYER)));
        assert_eq!([SELLER, BUYER, OTHER].map(has_something), [false; 3]);
    });
}

#[test]
fn encumbered_units_are_something_too() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 50), 5));
        assert_ok!(freeze(whole(50, 100)));
        assert!(has_something(SELLER));
        assert!(!has_something(BUYER));
        assert_ok!(accept(1, BUYER, 5));
        assert!(has_something(SELLER));
        assert_ok!(reassign(whole(50, 100), BUYER));
        assert!(!has_something(SELLER));
    });
}
