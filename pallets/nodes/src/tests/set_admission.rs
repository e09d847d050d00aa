//! `set_admission`.

use super::*;

#[test]
fn the_council_decides_who_is_let_in() {
    ExtBuilder::default().build_and_execute(|| {
        for admission in [Admission::Registered, Admission::Open] {
            assert_ok!(set_admission(admission));
            assert_eq!(take_events(), [Event::AdmissionSet { admission }]);
            assert_eq!(Nodes::admission(), admission);
        }
    });
}

#[test]
fn it_decides_nothing_twice() {
    ExtBuilder::default().nodes(&[(11, 1)]).validators(&[1]).build_and_execute(|| {
        assert_noop!(set_admission(Admission::Open), Error::<Test>::AdmissionUnchanged);
        assert_ok!(set_admission(Admission::Registered));
        // Whatever else is the matter.
        make_blocks(&[1, 2]);
        assert_noop!(set_admission(Admission::Registered), Error::<Test>::AdmissionUnchanged);
    });
}

#[test]
fn nobody_that_makes_blocks_is_shut_out() {
    ExtBuilder::default().validators(&[1, 2, 3]).build_and_execute(|| {
        for org in 1..=3 {
            assert_noop!(set_admission(Admission::Registered), Error::<Test>::ValidatorWithoutNode);
            assert_ok!(register(org, org));
        }
        assert_ok!(set_admission(Admission::Registered));
        // The way back is always open.
        make_blocks(&[4]);
        assert_ok!(set_admission(Admission::Open));
        assert_noop!(set_admission(Admission::Registered), Error::<Test>::ValidatorWithoutNode);
    });
}

#[test]
fn only_the_council_decides() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| Nodes::set_admission(origin, Admission::Registered));
    });
}
