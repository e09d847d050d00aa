//! `record_authority`.

use super::*;
use crate::Error;

#[test]
fn a_class_is_opened_under_an_authority() {
    for (id, class) in (1..).zip(InstrumentClass::ALL) {
        ExtBuilder::default().build_and_execute(|| {
            // The ones before.
            for earlier in InstrumentClass::ALL.into_iter().take(id as usize - 1) {
                assert_ok!(record(earlier, Mode::Simulation, None, Day::NEVER));
            }
            take_events();
            let until = TODAY.plus(365);
            assert_ok!(record(class, Mode::Register, permit("CCER"), until));
            let expected = Authority {
                class,
                mode: Mode::Register,
                permit: permit("CCER"),
                since: Some(TODAY),
                until,
                ended: None,
            };
            assert_eq!(authority(id), expected);
            let event = Event::AuthorityRecorded {
                class,
                authority: AuthorityId(id),
                mode: Mode::Register,
                until,
            };
            assert_eq!(take_events(), [event]);
            assert_eq!(open(class), Ok((id, Mode::Register)));
        });
    }
}

#[test]
fn what_has_value_takes_a_permit() {
    ExtBuilder::default().build_and_execute(|| {
        for mode in [Mode::Register, Mode::Mirror] {
            assert_noop!(record(Credit, mode, None, TODAY), Error::<Test>::PermitMissing);
            let blank = Permit { document: H256::zero(), register: register("CCER") };
            assert_noop!(record(Credit, mode, Some(blank), TODAY), Error::<Test>::PermitMissing);
        }
        // A simulation may have one.
        assert_ok!(record(Credit, Mode::Simulation, None, TODAY));
        assert_ok!(record(Allowance, Mode::Simulation, permit("SH-ETS"), TODAY));
    });
}

#[test]
fn the_register_has_a_name() {
    ExtBuilder::default().build_and_execute(|| {
        for name in [&b""[..], b"  ", &[0xff]] {
            let register = name.to_vec().try_into().unwrap();
            let permit = Permit { document: DOCUMENT, register };
            for mode in [Mode::Register, Mode::Mirror, Mode::Simulation] {
                assert_noop!(
                    record(Credit, mode, Some(permit.clone()), TODAY),
                    Error::<Test>::InvalidRegister
                );
            }
        }
    });
}

#[test]
fn its_last_day_is_no_past_one() {
    ExtBuilder::default().build_and_execute(|| {
        let yesterday = Day(TODAY.0 - 1);
        for until in [Day(0), yesterday] {
            assert_noop!(
                record(Credit, Mode::Mirror, permit("CCER"), until),
                Error::<Test>::InvalidTerm
            );
        }
        for until in [TODAY, Day::NEVER] {
            assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), until));
        }
    });
}

#[test]
fn another_authority_takes_the_place_of_the_one_before() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), TODAY.plus(10)));
        pass_days(3);
        assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), TODAY.plus(300)));
        assert_eq!(authority(1).ended, Some(TODAY.plus(3)));
        assert_eq!((authority(2).since, authority(2).ended), (Some(TODAY.plus(3)), None));
        assert_eq!(open(Credit), Ok((2, Mode::Mirror)));
        // Only this class has another one.
        assert_ok!(record(Allowance, Mode::Mirror, permit("SH-ETS"), TODAY.plus(300)));
        assert_eq!((authority(2).ended, open(Credit)), (None, Ok((2, Mode::Mirror))));
    });
}

#[test]
fn the_same_authority_again_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(10);
        let again = || record(Credit, Mode::Mirror, permit("CCER"), until);
        assert_ok!(again());
        assert_noop!(again(), Error::<Test>::AuthorityUnchanged);
        // Anything else about it is another one.
        assert_ok!(record(Credit, Mode::Mirror, permit("VCS"), until));
        assert_ok!(record(Credit, Mode::Mirror, permit("VCS"), until.plus(1)));
        assert_ok!(record(Credit, Mode::Register, permit("VCS"), until.plus(1)));
        // As is the same after the class was closed.
        assert_ok!(close(Credit));
        assert_ok!(record(Credit, Mode::Register, permit("VCS"), until.plus(1)));
        assert_eq!(LastAuthority::<Test>::get(), AuthorityId(5));
    });
}

#[test]
fn no_class_becomes_something_else_while_any_of_it_is_outstanding() {
    ExtBuilder::default().build_and_execute(|| {
        use Mode::*;
        let to = |mode, day| record(DepositMoney, mode, permit("PBC"), TODAY.plus(day));
        assert_ok!(to(Simulation, 10));
        Issued::set(vec![DepositMoney]);
        for mode in [Register, Mirror] {
            assert_noop!(to(mode, 10), Error::<Test>::StillOutstanding);
        }
        // Its authority may be prolonged, closed and opened again.
        assert_ok!(to(Simulation, 20));
        assert_ok!(close(DepositMoney));
        assert_noop!(to(Register, 10), Error::<Test>::StillOutstanding);
        assert_ok!(to(Simulation, 30));
        // What is outstanding of others does not matter.
        Issued::set(vec![Credit]);
        assert_ok!(to(Register, 10));
        assert_eq!(open(DepositMoney).map(|(_, mode)| mode), Ok(Register));
    });
}

#[test]
fn a_class_whose_authority_is_over_keeps_its_mode_too() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Simulation, None, TODAY));
        Issued::set(vec![Credit]);
        pass_days(1);
        assert_noop!(
            record(Credit, Mode::Register, permit("CCER"), Day::NEVER),
            Error::<Test>::StillOutstanding
        );
    });
}

#[test]
fn the_ids_can_be_used_up() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Simulation, None, TODAY));
        LastAuthority::<Test>::put(AuthorityId(u32::MAX));
        assert_noop!(
            record(Credit, Mode::Simulation, None, Day::NEVER),
            Error::<Test>::TooManyAuthorities
        );
        LastAuthority::<Test>::put(AuthorityId(1));
    });
}

#[test]
fn only_the_council_records_authorities() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| {
            Instruments::record_authority(origin, Credit, Mode::Simulation, None, TODAY)
        });
    });
}
