//! What other pallets ask.

use super::*;
use crate::Error;

#[test]
fn a_class_is_off_until_an_authority_is_recorded() {
    ExtBuilder::default().build_and_execute(|| {
        for class in InstrumentClass::ALL {
            assert_noop!(open(class), Error::<Test>::ClassNotOpen);
        }
    });
}

#[test]
fn it_says_under_which_authority_it_is_open() {
    ExtBuilder::default().build_and_execute(|| {
        for (id, mode) in (1..).zip([Mode::Mirror, Mode::Register, Mode::Simulation]) {
            assert_ok!(record(Allowance, mode, permit("SH-ETS"), TODAY));
            assert_eq!(open(Allowance), Ok((id, mode)));
        }
    });
}

#[test]
fn it_is_open_through_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Allowance, Mode::Mirror, permit("SH-ETS"), TODAY.plus(1)));
        // The last moment of that day, and the next one.
        NowMs::set(TODAY.plus(2).start() - 1);
        assert_ok!(open(Allowance));
        NowMs::set(TODAY.plus(2).start());
        assert_noop!(open(Allowance), Error::<Test>::AuthorityOver);
        // Until the council records another one.
        assert_ok!(record(Allowance, Mode::Mirror, permit("SH-ETS"), TODAY.plus(9)));
        assert_ok!(open(Allowance));
    });
}

#[test]
fn without_end_is_without_end() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Allowance, Mode::Simulation, None, Day::NEVER));
        NowMs::set(u64::MAX);
        assert_ok!(open(Allowance));
    });
}
