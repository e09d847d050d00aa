//! A file per call or topic.

mod call_election;
mod close_election;
mod daily;
mod enact;
mod genesis;
mod migrations;
mod reading;
mod sequences;
mod set_rule;
mod stand;
mod standing;
mod try_state;
mod unseat;
mod vacate_seat;
mod vote;
mod withdraw_candidacy;

use crate::{
    mock::*, Ballot, Candidates, Election, Elections, Error, Event, Holders, LastBallots,
    LastCheck, LastRounds, Round, Rule, Rules, Terms,
};
use huangpu_primitives::{
    apis::Standing,
    calendar::Day,
    council::{Constituency, Constituency::*},
    traits::{OnStanding, Seating},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{
        assert_noop, assert_ok,
        dispatch::{DispatchResult, GetDispatchInfo},
        traits::Hooks,
        weights::Weight,
    },
    frame_system,
    sp_core::H256,
    sp_runtime::DispatchError,
};

/// Hash of a decision.
const DOCUMENT: H256 = H256::repeat_byte(7);

fn signed(org: u32) -> RuntimeOrigin {
    RuntimeOrigin::signed(org.into())
}

fn set_rule(constituency: Constituency, seats: u32, term_days: u32) -> DispatchResult {
    Seats::set_rule(RuntimeOrigin::root(), constituency, Rule { seats, term_days })
}

fn call_election(by: u32, constituency: Constituency) -> DispatchResult {
    Seats::call_election(signed(by), constituency)
}

fn stand(org: u32) -> DispatchResult {
    Seats::stand(signed(org))
}

fn withdraw(org: u32) -> DispatchResult {
    Seats::withdraw_candidacy(signed(org))
}

fn vote(voter: u32, candidate: u32) -> DispatchResult {
    Seats::vote(signed(voter), OrgId(candidate))
}

fn close(by: u32, constituency: Constituency) -> DispatchResult {
    let closed = Seats::close_election(signed(by), constituency);
    closed.map(drop).map_err(|failed| failed.error)
}

fn vacate(org: u32) -> DispatchResult {
    Seats::vacate_seat(signed(org))
}

fn unseat(org: u32) -> DispatchResult {
    Seats::unseat(RuntimeOrigin::root(), OrgId(org), DOCUMENT)
}

/// An idle block with so much weight left: how much of it was used.
fn idle(weight: u64) -> u64 {
    Seats::on_idle(1, Weight::from_parts(weight, 0)).ref_time()
}

/// Enough for whatever is done in a test.
const PLENTY: u64 = 100_000;

/// So many days from now, when an idle block has come on each of them.
fn live_days(days: u32) {
    for _ in 0..days {
        pass_days(1);
        idle(PLENTY);
    }
}

/// Industry elects both seats: it is the first nomination day, which is day 335.
fn general_election() {
    pass_days(INDUSTRY.term_days - LEAD);
    assert_ok!(call_election(3, Industry));
}

/// Industry elects one seat, which organisation 2 gave up: it is the first nomination day.
fn by_election() {
    assert_ok!(vacate(2));
    assert_ok!(call_election(3, Industry));
}

/// The first voting day comes.
fn begin_voting() {
    pass_days(NOMINATION_DAYS + 1);
}

/// The day after the last voting day comes.
fn end_voting() {
    pass_days(VOTING_DAYS);
}

/// Runs an election from its first nomination day until it can be closed: who stands, and who votes for whom.
fn run_election(candidates: &[u32], votes: &[(u32, u32)]) {
    for org in candidates {
        assert_ok!(stand(*org));
    }
    begin_voting();
    for (voter, candidate) in votes {
        assert_ok!(vote(*voter, *candidate));
    }
    end_voting();
}

fn election(constituency: Constituency) -> Election {
    Elections::<Test>::get(constituency).unwrap()
}

/// The holders of a constituency's seats, in order.
fn holders(constituency: Constituency) -> Vec<u32> {
    let mut holders: Vec<_> =
        Holders::<Test>::iter_key_prefix(constituency).map(|org| org.0).collect();
    holders.sort_unstable();
    holders
}

/// The candidates and their votes, in order.
fn tallies(constituency: Constituency) -> Vec<(u32, u32)> {
    let mut tallies: Vec<_> =
        Candidates::<Test>::iter_prefix(constituency).map(|(org, votes)| (org.0, votes)).collect();
    tallies.sort_unstable();
    tallies
}

/// This pallet's events, oldest first; they are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Seats(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Only the council may make the call, and only by a constitutional decision.
fn assert_for_council_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    let accounts = [1, 3, SPEAKER].map(RuntimeOrigin::signed);
    for origin in accounts.into_iter().chain([RuntimeOrigin::none()]) {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}

/// Only members may make the call: not the council, nobody, an outsider, or an organisation that is suspended.
fn assert_for_members_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    change_standing(6, Standing::Suspended);
    let origins = [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(77), signed(6)];
    for origin in origins {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}
