//! What other pallets ask: opening instruments, issuing, transferring and retiring units.

use super::*;

fn open(class: InstrumentClass) -> Result<InstrumentId, DispatchError> {
    <Intervals as UnitLedger>::open_instrument(class)
}

fn issue(units: Units, owner: u32, lot: u32) -> Result<Interval, DispatchError> {
    <Intervals as UnitLedger>::issue(CREDITS, units, OrgId(owner), lot)
}

#[test]
fn instruments_are_numbered_by_class() {
    ExtBuilder::default().build_and_execute(|| {
        for number in 1..=3 {
            let money = InstrumentClass::DepositMoney;
            assert_noop!(open(money), Error::<Test>::NotNumbered);
            for class in InstrumentClass::ALL.into_iter().filter(|class| *class != money) {
                let instrument = InstrumentId { class, number };
                assert_eq!(open(class), Ok(instrument));
                assert_eq!(take_events(), [Event::InstrumentOpened { instrument }]);
                assert_eq!(Supplies::<Test>::get(instrument), Some(Supply::default()));
            }
        }
        LastInstrument::<Test>::insert(Credit, u32::MAX);
        assert_noop!(open(Credit), Error::<Test>::TooMany);
        assert_eq!(open(Allowance).map(|id| id.number), Ok(4));
    });
}

#[test]
fn units_are_issued_with_the_next_numbers() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(open(Credit));
        take_events();
        assert_eq!(issue(10, 1, 5), Ok(Interval::new(0, 10)));
        let units = Interval::new(0, 10);
        let event = Event::UnitsIssued { instrument: CREDITS, units, owner: OrgId(1), lot: 5 };
        assert_eq!(take_events(), [event]);
        assert_eq!(piece(0).provenance, Provenance { lot: 5, since: TODAY });
        // What is like the last ones joins them.
        assert_eq!(issue(10, 1, 5), Ok(Interval::new(10, 20)));
        assert_eq!(pieces(), [(0, 20, 1)]);
        // Another lot, owner or day is another piece.
        assert_eq!(issue(10, 1, 6), Ok(Interval::new(20, 30)));
        assert_eq!(issue(10, 2, 6), Ok(Interval::new(30, 40)));
        pass_days(1);
        assert_eq!(issue(10, 2, 6), Ok(Interval::new(40, 50)));
        assert_eq!(pieces(), [(0, 20, 1), (20, 30, 1), (30, 40, 2), (40, 50, 2)]);
        let supply = Supply { next: 50, issued: 50, ended: 0 };
        assert_eq!(Supplies::<Test>::get(CREDITS), Some(supply));
    });
}

#[test]
fn units_are_issued_of_an_instrument_that_there_is() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(issue(10, 1, 0), Error::<Test>::UnknownInstrument);
        assert_ok!(open(Credit));
        assert_noop!(issue(0, 1, 0), Error::<Test>::NoUnits);
        assert_ok!(issue(Units::MAX, 1, 0));
        assert_noop!(issue(1, 1, 0), Error::<Test>::NumbersUsedUp);
    });
}

/// The pallet numbers units by itself, so nobody meets this yet: it is for registers whose numbers have gaps.
#[test]
fn an_overlap_has_a_name_here_too() {
    use huangpu_primitives::intervals::Refusal;
    let error: DispatchError = Error::<Test>::from(Refusal::Overlap).into();
    assert_eq!(error, Error::<Test>::Overlap.into());
}

#[test]
fn the_owner_gives_units() {
    hundred().build_and_execute(|| {
        pass_days(1);
        assert_ok!(give(part(0, 40, 60), own(SELLER), OTHER));
        let units = Interval::new(40, 60);
        let (from, to) = (OrgId(SELLER), OrgId(OTHER));
        let event = Event::UnitsTransferred { instrument: CREDITS, units, from, to };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 40, SELLER), (40, 60, OTHER), (60, 100, SELLER)]);
        assert_eq!((since(0), since(40), since(60)), (Day(0), TODAY.plus(1), Day(0)));
    });
}

#[test]
fn the_lot_stays_and_the_day_does_not() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(open(Credit));
        assert_ok!(issue(10, 1, 5));
        assert_ok!(issue(10, 1, 6));
        pass_days(2);
        assert_ok!(give(whole(0, 10), own(1), 2));
        assert_ok!(give(whole(10, 20), own(1), 2));
        // Of two lots: they stay apart.
        assert_eq!(pieces(), [(0, 10, 2), (10, 20, 2)]);
        pass_days(3);
        assert_ok!(give(whole(0, 10), own(2), 3));
        assert_eq!(piece(0).provenance, Provenance { lot: 5, since: TODAY.plus(5) });
        assert_eq!(piece(10).provenance, Provenance { lot: 6, since: TODAY.plus(2) });
    });
}

#[test]
fn a_transfer_is_refused_for_what_is_wrong_with_it() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        let to_other = |part| give(part, own(SELLER), OTHER);
        assert_noop!(to_other(part(0, 5, 5)), Error::<Test>::NoUnits);
        assert_noop!(to_other(part(1, 1, 5)), Error::<Test>::NoSuchPiece);
        assert_noop!(to_other(part(0, 40, 51)), Error::<Test>::OutsidePiece);
        assert_noop!(give(whole(0, 50), own(OTHER), BUYER), Error::<Test>::NotOwner);
        assert_noop!(give(whole(0, 50), own(SELLER), SELLER), Error::<Test>::SameOwner);
        assert_noop!(give(whole(0, 50), Right::Order, SELLER), Error::<Test>::SameOwner);
        assert_ok!(pledge(part(0, 0, 10)));
        assert_ok!(freeze(part(10, 10, 20)));
        assert_ok!(offer(part(20, 20, 30), 5));
        assert_noop!(to_other(whole(0, 10)), Error::<Test>::Pledged);
        assert_noop!(to_other(whole(10, 20)), Error::<Test>::Frozen);
        assert_noop!(to_other(whole(20, 30)), Error::<Test>::Offered);
    });
}

#[test]
fn by_an_order_units_move_with_what_encumbers_them() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 10)));
        assert_ok!(freeze(whole(0, 10)));
        assert_ok!(give(whole(0, 10), Right::Order, OTHER));
        assert_eq!((piece(0).owner, claim(0), frozen(0)), (OrgId(OTHER), Some(PLEDGE), Some(1)));
        // Not out from under an offer: it would stand for what is no longer the seller's.
        assert_ok!(offer(part(10, 10, 20), 5));
        for part in [whole(10, 20), part(10, 12, 15)] {
            assert_noop!(give(part, Right::Order, OTHER), Error::<Test>::Offered);
            assert_noop!(retire(part, Right::Order), Error::<Test>::Offered);
        }
        assert_ok!(cancel(1));
        assert_ok!(retire(whole(10, 20), Right::Order));
    });
}

#[test]
fn retired_units_are_gone() {
    hundred().build_and_execute(|| {
        assert_ok!(retire(part(0, 40, 60), own(SELLER)));
        let event = Event::UnitsRetired {
            instrument: CREDITS,
            units: Interval::new(40, 60),
            owner: OrgId(SELLER),
        };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 40, SELLER), (60, 100, SELLER)]);
        let supply = Supply { next: 100, issued: 100, ended: 20 };
        assert_eq!(Supplies::<Test>::get(CREDITS), Some(supply));
        for by in [own(SELLER), Right::Order] {
            assert_noop!(retire(whole(40, 60), by), Error::<Test>::NoSuchPiece);
            assert_noop!(give(whole(40, 60), by, OTHER), Error::<Test>::NoSuchPiece);
        }
        // Their numbers are not given again.
        assert_eq!(issue(5, OTHER, 0), Ok(Interval::new(100, 105)));
    });
}

#[test]
fn retiring_is_refused_for_what_is_wrong_with_it() {
    hundred().build_and_execute(|| {
        let end = |part| retire(part, own(SELLER));
        assert_noop!(end(part(0, 5, 5)), Error::<Test>::NoUnits);
        assert_noop!(end(part(1, 1, 5)), Error::<Test>::NoSuchPiece);
        assert_noop!(end(part(0, 40, 101)), Error::<Test>::OutsidePiece);
        assert_noop!(retire(whole(0, 100), own(OTHER)), Error::<Test>::NotOwner);
        assert_ok!(pledge(part(0, 0, 10)));
        assert_ok!(freeze(part(10, 10, 20)));
        assert_ok!(offer(part(20, 20, 30), 5));
        assert_noop!(end(whole(0, 10)), Error::<Test>::Pledged);
        assert_noop!(end(whole(10, 20)), Error::<Test>::Frozen);
        assert_noop!(end(whole(20, 30)), Error::<Test>::Offered);
        // Whoever retires does not ask whether the class is open.
        Shut::set(vec![Credit]);
        assert_ok!(end(whole(30, 100)));
    });
}
