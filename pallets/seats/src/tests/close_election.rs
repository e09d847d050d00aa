//! `close_election`.

use super::*;

fn elected(org: u32, votes: u32) -> Event<Test> {
    Event::Elected { constituency: Industry, round: 1, org: OrgId(org), votes }
}

fn voted_out(org: u32) -> Event<Test> {
    Event::VotedOut { constituency: Industry, round: 1, org: OrgId(org) }
}

fn closed(elected: u32) -> Event<Test> {
    Event::ElectionClosed { constituency: Industry, round: 1, elected }
}

const FAILED: Event<Test> = Event::ElectionFailed { constituency: Industry, round: 1 };

#[test]
fn the_winners_sit_and_the_others_lose_their_seats() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        // Of the holders, 1 stands again, and 2 does not.
        run_election(&[1, 3, 4], &[(1, 3), (2, 3), (3, 3), (4, 1), (5, 1), (6, 4)]);
        take_events();
        assert_ok!(close(11, Industry));
        let until = TODAY.plus(2 * 365);
        let expected = [
            elected(3, 3),
            elected(1, 2),
            voted_out(2),
            closed(2),
            Event::TermBegan { constituency: Industry, until },
        ];
        assert_eq!(take_events(), expected);
        assert_eq!(holders(Industry), [1, 3]);
        assert_eq!(Terms::<Test>::get(Industry), Some(until));
        assert_eq!(Elections::<Test>::get(Industry), None);
        assert_eq!(tallies(Industry), []);
        let round = Round { number: 1, closed: Some(TODAY.plus(350)) };
        assert_eq!(LastRounds::<Test>::get(Industry), round);
    });
}

#[test]
fn a_new_term_runs_from_today_if_the_old_one_is_over() {
    ExtBuilder::default().build_and_execute(|| {
        pass_days(365);
        assert_ok!(call_election(3, Industry));
        run_election(&[3], &[(3, 3)]);
        assert_ok!(close(3, Industry));
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365 + 15 + 365)));
    });
}

#[test]
fn a_first_term_runs_from_today() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_rule(Research, 1, 90));
        assert_ok!(call_election(21, Research));
        run_election(&[21], &[(21, 21)]);
        assert_ok!(close(21, Research));
        assert_eq!(holders(Research), [21]);
        assert_eq!(Terms::<Test>::get(Research), Some(TODAY.plus(15 + 90)));
    });
}

#[test]
fn of_equals_the_lower_id_sits() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[6, 5, 4, 3], &[(1, 6), (2, 6), (3, 5), (4, 4), (5, 3)]);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3, 6]);
    });
}

#[test]
fn who_has_no_vote_is_not_elected() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[1, 2, 3], &[(1, 3)]);
        take_events();
        assert_ok!(close(3, Industry));
        // The seats that nobody won are vacant.
        let events = take_events();
        assert_eq!((&events[0], &events[3]), (&elected(3, 1), &closed(1)));
        // The losers go in storage order.
        for loser in [1, 2] {
            assert!(events[1..3].contains(&voted_out(loser)), "{events:?}");
        }
        assert_eq!(holders(Industry), [3]);
        pass_days(1);
        assert_ok!(call_election(3, Industry));
        assert!(election(Industry).by_election);
    });
}

#[test]
fn who_lost_its_standing_is_not_elected() {
    for standing in [Standing::Suspended, Standing::Expelled, Standing::Lapsed] {
        ExtBuilder::default().build_and_execute(|| {
            general_election();
            run_election(&[1, 3, 4, 5], &[(1, 3), (2, 3), (4, 4), (5, 5)]);
            change_standing(3, standing);
            assert_ok!(close(4, Industry));
            assert_eq!(holders(Industry), [4, 5]);
        });
    }
}

#[test]
fn who_regained_its_standing_is_elected() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3], &[(1, 3)]);
        change_standing(3, Standing::Suspended);
        change_standing(3, Standing::Active);
        assert_ok!(close(4, Industry));
        assert_eq!(holders(Industry), [3]);
    });
}

#[test]
fn who_votes_elsewhere_now_is_not_elected() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3, 4], &[(1, 3), (2, 3), (4, 4)]);
        change_constituency(3, Finance);
        assert_ok!(close(4, Industry));
        assert_eq!(holders(Industry), [4]);
    });
}

#[test]
fn a_winner_brings_its_seat_along_from_another_constituency() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        change_constituency(11, Industry);
        run_election(&[11], &[(11, 11)]);
        take_events();
        assert_ok!(close(3, Industry));
        assert_eq!(take_events()[0], elected(11, 1));
        assert_eq!(holders(Industry), [11]);
        assert!(holders(Finance).is_empty());
    });
}

#[test]
fn who_cannot_be_seated_makes_room_for_the_next() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3, 4, 5], &[(1, 3), (2, 3), (4, 4), (5, 5)]);
        Stuck::set(vec![OrgId(3)]);
        assert_ok!(close(4, Industry));
        assert_eq!(holders(Industry), [4, 5]);
    });
}

#[test]
fn if_nobody_is_elected_the_holders_stay() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3], &[]);
        take_events();
        assert_ok!(close(3, Industry));
        assert_eq!(take_events(), [FAILED]);
        assert_eq!(holders(Industry), [1, 2]);
        assert_eq!(tallies(Industry), []);
        // The term is over when it was.
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365)));
        pass_days(1);
        assert_ok!(call_election(3, Industry));
        assert!(!election(Industry).by_election);
    });
}

#[test]
fn a_by_election_fills_what_is_vacant_for_the_rest_of_the_term() {
    ExtBuilder::default().build_and_execute(|| {
        by_election();
        run_election(&[3, 4], &[(3, 3), (4, 4), (5, 4)]);
        take_events();
        assert_ok!(close(3, Industry));
        assert_eq!(take_events(), [elected(4, 2), closed(1)]);
        assert_eq!(holders(Industry), [1, 4]);
        assert_eq!(Terms::<Test>::get(Industry), Some(TODAY.plus(365)));
    });
}

#[test]
fn a_by_election_may_fail_too() {
    ExtBuilder::default().build_and_execute(|| {
        by_election();
        run_election(&[], &[]);
        take_events();
        assert_ok!(close(3, Industry));
        assert_eq!(take_events(), [FAILED]);
        assert_eq!(holders(Industry), [1]);
    });
}

#[test]
fn who_was_seated_during_a_by_election_is_not_elected_by_it() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_rule(Industry, 3, 365));
        by_election();
        assert_eq!(election(Industry).seats, 2);
        run_election(&[3, 4, 5], &[(3, 3), (4, 4), (5, 3)]);
        assert_ok!(Council::seat(OrgId(3)));
        take_events();
        assert_ok!(close(3, Industry));
        // One of the two seats was given to it in the meantime.
        assert_eq!(take_events(), [elected(4, 1), closed(1)]);
        assert_eq!(holders(Industry), [1, 3, 4]);
    });
}

#[test]
fn a_seat_that_cannot_be_taken_is_held_over() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3, 4], &[(3, 3), (4, 4)]);
        Stuck::set(vec![OrgId(2)]);
        take_events();
        assert_ok!(close(3, Industry));
        let events = take_events();
        let held_over = Event::HeldOver { constituency: Industry, round: 1, org: OrgId(2) };
        assert!(events.contains(&held_over), "{events:?}");
        assert!(events.contains(&voted_out(1)), "{events:?}");
        assert_eq!(holders(Industry), [2, 3, 4]);
        // Nothing is vacant.
        pass_days(1);
        assert_noop!(call_election(3, Industry), Error::<Test>::NoElectionDue);
    });
}

#[test]
fn the_last_of_the_council_goes_when_another_one_has_come() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(unseat(11));
        assert_ok!(unseat(2));
        assert_noop!(unseat(1), LAST);
        general_election();
        run_election(&[3], &[(3, 3)]);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3]);
    });
}

#[test]
fn of_many_whom_the_council_seated_some_stay_until_the_next_election() {
    ExtBuilder::default().build_and_execute(|| {
        for org in 31..=38 {
            admit(org, Industry, Standing::Active);
            assert_ok!(Council::seat(OrgId(org)));
        }
        assert_eq!(holders(Industry).len(), 10);
        general_election();
        run_election(&[3], &[(3, 3)]);
        assert_ok!(close(3, Industry));
        // One won a seat, and of the eleven there are then, twice the most seats are looked at.
        let stay = holders(Industry).len() as u32;
        assert!((11 - 2 * MAX_SEATS..=12 - 2 * MAX_SEATS).contains(&stay), "{stay}");
        assert!(holders(Industry).contains(&3));
        pass_days(365);
        assert_ok!(call_election(3, Industry));
        run_election(&[3], &[(3, 3)]);
        assert_ok!(close(3, Industry));
        assert_eq!(holders(Industry), [3]);
    });
}

#[test]
fn it_weighs_what_there_was_to_count() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        run_election(&[3, 4], &[(3, 3), (4, 4)]);
        let call = crate::Call::<Test>::close_election { constituency: Industry };
        let declared = call.get_dispatch_info().call_weight.ref_time();
        assert_eq!(declared, 1 + 10 * u64::from(MAX_CANDIDATES) + 100 * u64::from(2 * MAX_SEATS));
        let counted = Seats::close_election(signed(3), Industry).unwrap();
        // Two candidates, and two who lost their seats.
        assert_eq!(counted.actual_weight, Some(Weight::from_parts(1 + 10 * 2 + 100 * 2, 0)));
    });
}

#[test]
fn an_election_is_closed_after_its_last_voting_day() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(close(3, Industry), Error::<Test>::NoElection);
        general_election();
        NowMs::set(election(Industry).votes_until.plus(1).start() - 1);
        assert_noop!(close(3, Industry), Error::<Test>::VotingNotOver);
        assert_noop!(close(3, Finance), Error::<Test>::NoElection);
        NowMs::mutate(|now| *now += 1);
        assert_ok!(close(3, Industry));
        assert_noop!(close(3, Industry), Error::<Test>::NoElection);
    });
}

#[test]
fn only_members_close_elections() {
    ExtBuilder::default().build_and_execute(|| {
        general_election();
        pass_days(100);
        assert_for_members_only(|origin| {
            let closed = Seats::close_election(origin, Industry);
            closed.map(drop).map_err(|failed| failed.error)
        });
    });
}
