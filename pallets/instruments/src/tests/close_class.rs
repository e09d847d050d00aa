//! `close_class`.

use super::*;
use crate::Error;

#[test]
fn nothing_of_a_closed_class_is_issued() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), TODAY.plus(10)));
        assert_ok!(record(Allowance, Mode::Mirror, permit("SH-ETS"), TODAY.plus(10)));
        pass_days(2);
        take_events();
        assert_ok!(close(Credit));
        let event =
            Event::ClassClosed { class: Credit, authority: AuthorityId(1), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        assert_noop!(open(Credit), Error::<Test>::ClassNotOpen);
        assert_eq!(authority(1).ended, Some(TODAY.plus(2)));
        // The others stay open.
        assert_eq!(open(Allowance), Ok((2, Mode::Mirror)));
    });
}

#[test]
fn also_while_something_is_outstanding() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), TODAY));
        Issued::set(vec![Credit]);
        assert_ok!(close(Credit));
    });
}

#[test]
fn what_is_not_open_is_not_closed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(close(Credit), Error::<Test>::ClassNotOpen);
        assert_ok!(record(Credit, Mode::Simulation, None, TODAY));
        assert_ok!(close(Credit));
        assert_noop!(close(Credit), Error::<Test>::ClassNotOpen);
        assert_ok!(record(Credit, Mode::Simulation, None, TODAY));
        pass_days(1);
        assert_noop!(close(Credit), Error::<Test>::AuthorityOver);
    });
}

#[test]
fn only_the_council_closes_classes() {
    ExtBuilder::default().simulated(&[Credit]).build_and_execute(|| {
        assert_for_council_only(|origin| Instruments::close_class(origin, Credit, DOCUMENT));
    });
}
