//! What ends on a day.

use super::*;
use crate::{
    ActiveSeats, Acts, Applications, Ending, EndingDay, Endings, EndingsOn, Error, Organisations,
};
use polkadot_sdk::frame_system;

/// Enough for whatever ends in a test.
const PLENTY: u64 = 1_000;

fn sponsor(name: &str, controller: AccountId32) -> DispatchResult {
    Members::sponsor(signed(bob()), identifier(name), profile(name), controller)
}

fn renew(org: OrgId, until: Day) -> DispatchResult {
    Members::renew(RuntimeOrigin::root(), org, until)
}

/// The operator of the steel works only prepares acts.
fn let_operator_prepare() {
    let delegation = Delegation { prepare: scopes(&[Scope::Devices]), ..Default::default() };
    assert_ok!(Members::set_delegation(signed(bob()), operator(), delegation));
}

fn prepare_act() -> Result<(), DispatchError> {
    let call: RuntimeCall = frame_system::Call::remark_with_event { remark: vec![1] }.into();
    let result = Members::act_as(signed(operator()), STEEL, Box::new(call));
    result.map(|_| ()).map_err(|failed| failed.error)
}

/// Admits as many members until a day as can end on one.
fn fill_with_memberships(day: Day) {
    for number in 0..MAX_ENDINGS as u8 {
        admit(&format!("Filler {number}"), nobody(number), day);
    }
    assert_eq!(EndingsOn::<Test>::get(day), MAX_ENDINGS);
}

#[test]
fn the_first_idle_block_only_notes_the_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(EndingDay::<Test>::get(), None);
        assert_eq!(idle(PLENTY), 1);
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY));
        // As do all others of that day.
        assert_eq!(idle(PLENTY), 1);
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY));
    });
}

#[test]
fn a_membership_lapses_after_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(1);
        let org = admit("New", outsider(), until);
        idle(PLENTY);
        pass_days(1);
        take_events();
        // Looking at yesterday and today.
        assert_eq!(idle(PLENTY), 2);
        assert_eq!(take_events(), []);
        assert_eq!(access(org).standing, Standing::Active);
        pass_days(1);
        // The same, and the end of one.
        assert_eq!(idle(PLENTY), 3);
        let (from, to) = (Standing::Active, Standing::Lapsed);
        assert_eq!(take_events(), [Event::StandingChanged { org, from, to }]);
        assert_eq!(Told::get(), [(org, from, to)]);
        assert_eq!((access(org).standing, access(org).until), (to, until));
        assert!(!Endings::<Test>::contains_key(until, Ending::Membership(org)));
        assert!(!EndingsOn::<Test>::contains_key(until));
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY.plus(2)));
    });
}

#[test]
fn it_has_lapsed_on_that_day_even_before_its_bucket_is_worked_off() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY.plus(1));
        pass_days(1);
        assert_eq!(Members::standing_of(org), Some(Standing::Active));
        let add = |delegate| {
            Members::add_delegate(signed(outsider()), delegate, alone(&[Scope::Devices]))
        };
        assert_ok!(add(nobody(1)));
        // The last moment of that day, and the next one.
        NowMs::set(TODAY.plus(2).start() - 1);
        assert_eq!(Members::standing_of(org), Some(Standing::Active));
        NowMs::set(TODAY.plus(2).start());
        assert_eq!(access(org).standing, Standing::Active);
        assert_eq!(Members::standing_of(org), Some(Standing::Lapsed));
        assert_noop!(add(nobody(2)), Error::<Test>::OrganisationNotActive);
    });
}

#[test]
fn who_is_suspended_lapses_too() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        assert_ok!(set_standing(org, Standing::Suspended));
        idle(PLENTY);
        pass_days(1);
        assert_eq!(Members::standing_of(org), Some(Standing::Lapsed));
        take_events();
        idle(PLENTY);
        let (from, to) = (Standing::Suspended, Standing::Lapsed);
        assert_eq!(take_events(), [Event::StandingChanged { org, from, to }]);
        assert_eq!(access(org).standing, Standing::Lapsed);
    });
}

#[test]
fn who_lapses_keeps_its_accounts_and_their_providers() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        System::inc_account_nonce(outsider());
        idle(PLENTY);
        pass_days(1);
        idle(PLENTY);
        assert_eq!(access(org).standing, Standing::Lapsed);
        assert_eq!(membership(outsider()), controller(org));
        assert_eq!(System::providers(&outsider()), 1);
        assert_eq!(System::account_nonce(outsider()), 1);
    });
}

#[test]
fn a_proposal_ends_after_ninety_days() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        idle(PLENTY);
        pass_days(90);
        idle(PLENTY);
        assert!(Applications::<Test>::contains_key(identifier("New")));
        pass_days(1);
        take_events();
        idle(PLENTY);
        assert_eq!(take_events(), [Event::ApplicationExpired { identifier: identifier("New") }]);
        assert_eq!(Applications::<Test>::iter().count(), 0);
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().sponsored, 0);
        assert!(!EndingsOn::<Test>::contains_key(TODAY.plus(90)));
        assert_ok!(sponsor("New", outsider()));
    });
}

#[test]
fn a_prepared_act_ends_after_two_weeks() {
    ExtBuilder::default().build_and_execute(|| {
        let_operator_prepare();
        assert_ok!(prepare_act());
        idle(PLENTY);
        pass_days(14);
        idle(PLENTY);
        assert!(Acts::<Test>::contains_key(STEEL, 1));
        pass_days(1);
        take_events();
        idle(PLENTY);
        assert_eq!(take_events(), [Event::ActExpired { org: STEEL, act: 1 }]);
        assert_eq!(Acts::<Test>::iter().count(), 0);
        let steel = Organisations::<Test>::get(STEEL).unwrap();
        assert_eq!((steel.acts, steel.last_act), (0, 1));
        assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(14)).count(), 0);
    });
}

#[test]
fn founders_do_not_end() {
    ExtBuilder::default().build_and_execute(|| {
        idle(PLENTY);
        pass_days(400_000);
        assert_eq!(Members::standing_of(STEEL), Some(Standing::Active));
        take_events();
        idle(PLENTY);
        assert_eq!(take_events(), []);
        assert_eq!(EndingsOn::<Test>::get(Day(u32::MAX)), 3);
    });
}

#[test]
fn what_was_put_off_or_taken_back_does_not_end() {
    ExtBuilder::default().build_and_execute(|| {
        let renewed = admit("Renewed", nobody(1), TODAY);
        let resigned = admit("Resigned", nobody(2), TODAY);
        let expelled = admit("Expelled", nobody(3), TODAY);
        idle(PLENTY);
        assert_ok!(renew(renewed, TODAY.plus(10)));
        assert_ok!(Members::resign(signed(nobody(2))));
        assert_ok!(set_standing(expelled, Standing::Expelled));
        pass_days(1);
        take_events();
        assert_eq!(idle(PLENTY), 2);
        assert_eq!(take_events(), []);
        let standings = [renewed, resigned, expelled].map(|org| access(org).standing);
        assert_eq!(standings, [Standing::Active, Standing::Lapsed, Standing::Expelled]);
    });
}

#[test]
fn the_weight_that_is_left_is_respected() {
    ExtBuilder::default().build_and_execute(|| {
        for number in 0..3 {
            admit(&format!("New {number}"), nobody(number), TODAY);
        }
        idle(PLENTY);
        pass_days(1);
        take_events();
        // Nothing at all; only for looking; for looking and one; for looking and two.
        for (weight, ended, left) in [(0, 0, 3), (1, 0, 3), (2, 1, 2), (3, 2, 0)] {
            assert_eq!(idle(weight), weight);
            assert_eq!(take_events().len(), ended);
            assert_eq!(EndingsOn::<Test>::get(TODAY), left);
            assert_eq!(EndingDay::<Test>::get(), Some(TODAY));
        }
        // The bucket is empty, but nobody has looked again since.
        assert_eq!(idle(PLENTY), 2);
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY.plus(1)));
        assert_eq!(idle(PLENTY), 1);
    });
}

#[test]
fn nothing_is_even_read_without_weight() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(idle(0), 0);
        assert_eq!(EndingDay::<Test>::get(), None);
    });
}

#[test]
fn it_stops_between_two_days_and_goes_on_there() {
    ExtBuilder::default().build_and_execute(|| {
        let days = [TODAY, TODAY.plus(1), TODAY.plus(3)];
        let mut orgs = Vec::new();
        for (number, day) in (0..).zip(days) {
            orgs.push(admit(&format!("New {number}"), nobody(number), day));
        }
        idle(PLENTY);
        // A chain that stood still.
        pass_days(5);
        let lapsed = |orgs: &[OrgId]| {
            orgs.iter().filter(|org| access(**org).standing == Standing::Lapsed).count()
        };
        // Looks at the first day, ends one, looks at the second one, and has nothing left for it.
        assert_eq!(idle(3), 3);
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY.plus(1)));
        assert_eq!(lapsed(&orgs), 1);
        // Ends the second one; that its day is empty takes what ending one takes, to be found out.
        assert_eq!(idle(2), 2);
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY.plus(1)));
        assert_eq!(lapsed(&orgs), 2);
        // Four more days to look at, today, and one to end.
        assert_eq!(idle(PLENTY), 6);
        assert_eq!(EndingDay::<Test>::get(), Some(TODAY.plus(5)));
        assert_eq!(lapsed(&orgs), 3);
    });
}

#[test]
fn all_kinds_of_endings_share_a_days_bucket() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(sponsor("New", outsider()));
        pass_days(76);
        let_operator_prepare();
        assert_ok!(prepare_act());
        let org = admit("Newer", stranger(), TODAY.plus(90));
        assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(90)).count(), 3);
        idle(PLENTY);
        pass_days(15);
        take_events();
        // Fifteen days from the 76th on, today, and three to end.
        assert_eq!(idle(PLENTY), 15 + 1 + 3);
        let events = take_events();
        assert_eq!(events.len(), 3);
        let (from, to) = (Standing::Active, Standing::Lapsed);
        for event in [
            Event::StandingChanged { org, from, to },
            Event::ApplicationExpired { identifier: identifier("New") },
            Event::ActExpired { org: STEEL, act: 1 },
        ] {
            assert!(events.contains(&event), "{event:?}");
        }
        assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(90)).count(), 0);
        assert!(!EndingsOn::<Test>::contains_key(TODAY.plus(90)));
    });
}

#[test]
fn a_full_day_takes_no_proposal() {
    ExtBuilder::default().build_and_execute(|| {
        for number in 0..MAX_ENDINGS {
            assert_ok!(sponsor(&format!("New {number}"), outsider()));
        }
        assert_noop!(sponsor("One more", outsider()), Error::<Test>::ExpiryQueueFull);
        // One that is taken back makes room.
        assert_ok!(Members::withdraw_application(signed(bob()), identifier("New 0")));
        assert_ok!(sponsor("One more", outsider()));
        assert_noop!(sponsor("New 0", outsider()), Error::<Test>::ExpiryQueueFull);
        pass_days(1);
        assert_ok!(sponsor("New 0", outsider()));
    });
}

#[test]
fn a_full_day_takes_no_approval() {
    ExtBuilder::default().build_and_execute(|| {
        let day = TODAY.plus(10);
        fill_with_memberships(day);
        assert_ok!(sponsor("One more", outsider()));
        let approve = |until| {
            let id = identifier("One more");
            Members::approve_application(RuntimeOrigin::root(), id, Tier::Basic, until)
        };
        assert_noop!(approve(day), Error::<Test>::ExpiryQueueFull);
        assert_eq!(Organisations::<Test>::get(STEEL).unwrap().sponsored, 1);
        assert_ok!(approve(day.plus(1)));
    });
}

#[test]
fn a_full_day_takes_no_renewal() {
    ExtBuilder::default().build_and_execute(|| {
        let day = TODAY.plus(10);
        let org = admit("New", outsider(), TODAY.plus(5));
        fill_with_memberships(day);
        assert_noop!(renew(org, day), Error::<Test>::ExpiryQueueFull);
        assert!(Endings::<Test>::contains_key(TODAY.plus(5), Ending::Membership(org)));
        // Nor that of one that lapsed.
        assert_ok!(Members::resign(signed(outsider())));
        assert_noop!(renew(org, day), Error::<Test>::ExpiryQueueFull);
        assert_eq!(access(org).standing, Standing::Lapsed);
        // One that leaves makes room.
        assert_ok!(Members::resign(signed(nobody(0))));
        assert_ok!(renew(org, day));
    });
}

#[test]
fn acts_take_no_room_from_others() {
    ExtBuilder::default().build_and_execute(|| {
        let_operator_prepare();
        for _ in 0..=MAX_ENDINGS {
            assert_ok!(prepare_act());
        }
        let day = TODAY.plus(14);
        fill_with_memberships(day);
        // Nor is there none for them on a full day.
        assert_ok!(prepare_act());
        assert_eq!(EndingsOn::<Test>::get(day), MAX_ENDINGS);
        assert_ok!(Members::cancel_act(signed(operator()), 1));
        assert_eq!(EndingsOn::<Test>::get(day), MAX_ENDINGS);
    });
}

#[test]
fn the_last_of_the_council_goes_on_for_thirty_days() {
    ExtBuilder::default().build_and_execute(|| {
        let day = TODAY.plus(5);
        assert_ok!(renew(BUREAU, day));
        idle(PLENTY);
        pass_days(6);
        assert_eq!(Members::standing_of(BUREAU), Some(Standing::Lapsed));
        take_events();
        // Six days, today, and one that ends.
        assert_eq!(idle(PLENTY), 8);
        let until = TODAY.plus(36);
        assert_eq!(take_events(), [Event::LapseDeferred { org: BUREAU, until }]);
        assert_eq!((access(BUREAU).standing, access(BUREAU).until), (Standing::Active, until));
        assert_eq!(Members::standing_of(BUREAU), Some(Standing::Active));
        assert!(Endings::<Test>::contains_key(until, Ending::Membership(BUREAU)));
        assert_eq!(EndingsOn::<Test>::get(until), 1);
        assert!(!EndingsOn::<Test>::contains_key(day));
        assert_eq!(ActiveSeats::<Test>::get(), 1);
        assert_eq!(Told::get(), []);
        // And once more, as long as nobody else sits there.
        pass_days(31);
        idle(PLENTY);
        let until = TODAY.plus(67);
        assert_eq!(take_events(), [Event::LapseDeferred { org: BUREAU, until }]);
        // Then it lapses as any other.
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        pass_days(31);
        idle(PLENTY);
        assert_eq!(access(BUREAU).standing, Standing::Lapsed);
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn of_a_council_that_ends_on_one_day_one_goes_on() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        assert_ok!(renew(BUREAU, TODAY));
        assert_ok!(renew(STEEL, TODAY));
        idle(PLENTY);
        pass_days(1);
        idle(PLENTY);
        let mut standings = [BUREAU, STEEL].map(|org| Members::standing_of(org).unwrap());
        standings.sort_by_key(|standing| *standing as u8);
        assert_eq!(standings, [Standing::Active, Standing::Lapsed]);
        assert_eq!(ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn a_suspended_member_of_the_council_is_not_put_off() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        assert_ok!(renew(STEEL, TODAY));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        idle(PLENTY);
        pass_days(1);
        idle(PLENTY);
        assert_eq!(access(STEEL).standing, Standing::Lapsed);
        assert_eq!(access(BUREAU).standing, Standing::Active);
    });
}

#[test]
fn putting_off_goes_into_a_full_day_too() {
    ExtBuilder::default().build_and_execute(|| {
        let full = TODAY.plus(31);
        fill_with_memberships(full);
        assert_ok!(renew(BUREAU, TODAY));
        idle(PLENTY);
        pass_days(1);
        idle(PLENTY);
        assert_eq!(access(BUREAU).until, full);
        assert_eq!(EndingsOn::<Test>::get(full), MAX_ENDINGS + 1);
        // For others, it stays full, also when one leaves.
        assert_noop!(renew(STEEL, full), Error::<Test>::ExpiryQueueFull);
        assert_ok!(Members::resign(signed(nobody(0))));
        assert_noop!(renew(STEEL, full), Error::<Test>::ExpiryQueueFull);
        assert_ok!(Members::resign(signed(nobody(1))));
        assert_ok!(renew(STEEL, full));
    });
}
