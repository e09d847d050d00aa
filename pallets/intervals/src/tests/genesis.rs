//! What organisations have at the chain's beginning.

use super::*;

fn of(class: InstrumentClass, number: u32) -> Vec<(Units, Piece)> {
    Pieces::<Test>::iter_prefix(InstrumentId { class, number }).collect()
}

fn held(units: Units, owner: u32) -> Vec<(Units, Piece)> {
    let provenance = Provenance { lot: 0, since: Day(0) };
    let encumbrance = Encumbrance::default();
    vec![(0, Piece { end: units, owner: OrgId(owner), provenance, encumbrance })]
}

#[test]
fn a_chain_has_no_units_where_genesis_says_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Pieces::<Test>::iter().count(), 0);
        assert_eq!(Supplies::<Test>::iter().count(), 0);
    });
}

#[test]
fn each_holding_is_an_instrument_of_its_own() {
    let builder = ExtBuilder::default().holds(Credit, 100, 1).holds(Allowance, 7, 2);
    builder.holds(Credit, 50, 2).holds(Credit, 50, 2).build_and_execute(|| {
        assert_eq!(of(Credit, 1), held(100, 1));
        assert_eq!(of(Allowance, 1), held(7, 2));
        assert_eq!(of(Credit, 2), held(50, 2));
        assert_eq!(of(Credit, 3), held(50, 2));
        assert_eq!(LastInstrument::<Test>::get(Credit), 3);
        let supply = Supply { next: 100, issued: 100, ended: 0 };
        assert_eq!(Supplies::<Test>::get(CREDITS), Some(supply));
        // Who opens another goes on from there.
        let next = <Intervals as UnitLedger>::open_instrument(Credit);
        assert_eq!(next, Ok(InstrumentId { class: Credit, number: 4 }));
    });
}

#[test]
fn there_may_be_as_many_units_as_there_are_numbers() {
    ExtBuilder::default().holds(Credit, Units::MAX, 1).build_and_execute(|| {
        assert_eq!(of(Credit, 1), held(Units::MAX, 1));
    });
}

#[test]
#[should_panic(expected = "0 of Credit at genesis")]
fn nobody_has_nothing() {
    ExtBuilder::default().holds(Credit, 0, 1).build();
}
