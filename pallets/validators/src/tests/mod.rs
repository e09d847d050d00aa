//! A file per call or topic.

mod apply;
mod approve_validator;
mod genesis;
mod invariants;
mod joining;
mod leave_set;
mod offences;
mod reading;
mod reject_application;
mod rejoin_set;
mod remove_validator;
mod sequences;
mod set_session_blocks;
mod silence;
mod standing;
mod uptime;
mod validating;
mod withdraw;

use crate::{mock::*, Error, Event, Place, PlannedSet, Stage, Validator};
use huangpu_primitives::{
    apis::{Departure, Standing, ValidatorState},
    council::Decision,
    traits::{KeylessAccounts, OnStanding},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, traits::Hooks},
    pallet_session,
    sp_core::H256,
    sp_runtime::{DispatchError, Perbill},
    sp_staking::offence::{OffenceDetails, OnOffenceHandler},
};

/// Hash of a decision.
const DOCUMENT: H256 = H256::repeat_byte(7);

/// An organisation that runs no validator from genesis.
const NEW: u32 = 50;

/// Somebody who acts for an organisation.
fn by(org: u32) -> RuntimeOrigin {
    RuntimeOrigin::signed(org.into())
}

fn apply(org: u32) -> DispatchResult {
    Validators::apply(by(org))
}

fn withdraw(org: u32) -> DispatchResult {
    Validators::withdraw(by(org))
}

fn approve(org: u32) -> DispatchResult {
    Validators::approve_validator(RuntimeOrigin::root(), OrgId(org))
}

fn reject(org: u32) -> DispatchResult {
    Validators::reject_application(RuntimeOrigin::root(), OrgId(org), DOCUMENT)
}

fn leave(org: u32) -> DispatchResult {
    Validators::leave_set(by(org))
}

fn remove(org: u32) -> DispatchResult {
    Validators::remove_validator(RuntimeOrigin::root(), OrgId(org), DOCUMENT)
}

fn rejoin(org: u32) -> DispatchResult {
    Validators::rejoin_set(by(org))
}

fn set_session_blocks(blocks: u32) -> DispatchResult {
    Validators::set_session_blocks(RuntimeOrigin::root(), blocks)
}

/// An organisation applies, and is approved.
fn admit(org: u32) {
    assert_ok!(apply(org));
    assert_ok!(approve(org));
}

/// As [`admit`], with keys.
fn admit_with_keys(org: u32) {
    admit(org);
    set_keys(org);
}

/// An organisation loses its standing.
fn suspend(org: u32) {
    Inactive::mutate(|inactive| inactive.push(OrgId(org)));
    Validators::on_standing(OrgId(org), Standing::Active, Standing::Suspended);
}

/// It gets it back.
fn reinstate(org: u32) {
    Inactive::mutate(|inactive| inactive.retain(|other| other.0 != org));
    Validators::on_standing(OrgId(org), Standing::Suspended, Standing::Active);
}

/// These are reported to have voted for two things at once.
fn report(orgs: &[u32]) -> u64 {
    let offender = |org: &u32| (Members::account_of(OrgId(*org)), ());
    let details = |org| OffenceDetails { offender: offender(org), reporters: vec![] };
    let offenders: Vec<OffenceDetails<u64, (u64, ())>> = orgs.iter().map(details).collect();
    let fractions = vec![Perbill::zero(); orgs.len()];
    Validators::on_offence(&offenders, &fractions, 0).ref_time()
}

/// All make blocks, through a session's end.
fn pass_session() {
    pass_session_without(&[]);
}

fn state(org: u32) -> Option<ValidatorState> {
    Validators::validator_view(OrgId(org)).map(|view| view.state)
}

/// The set as planned.
fn planned() -> Vec<u32> {
    PlannedSet::<Test>::get().iter().map(|place| place.org.0).collect()
}

/// Who makes blocks in this session, by the session pallet.
fn authors() -> Vec<u32> {
    let org = |account: u64| Members::org_of(&account).unwrap().0;
    pallet_session::Validators::<Test>::get().into_iter().map(org).collect()
}

/// This pallet's events, oldest first; all are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Validators(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Whether the session pallet was given another set since events were last taken.
fn changed() -> bool {
    let queued = RuntimeEvent::Session(pallet_session::Event::NewQueued);
    System::events().into_iter().any(|record| record.event == queued)
}

fn joined(org: u32) -> Event<Test> {
    Event::ValidatorJoined { org: OrgId(org) }
}

fn leaving(org: u32, why: Departure) -> Event<Test> {
    Event::ValidatorLeaving { org: OrgId(org), why }
}

fn left(org: u32, why: Departure) -> Event<Test> {
    Event::ValidatorLeft { org: OrgId(org), why }
}

fn struck_off(org: u32, why: Departure) -> Event<Test> {
    Event::ValidatorStruckOff { org: OrgId(org), why }
}

/// Only who acts for an organisation may make the call.
fn assert_for_operators_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    let keyless = RuntimeOrigin::signed(Members::account_of(OrgId(1)));
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), keyless] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}

/// Only the council may make the call, by a decision of this kind.
fn assert_for_council_only(kind: Decision, call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::signed(1)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    assert_eq!(Decided::get(), None);
    assert_ok!(call(RuntimeOrigin::root()));
    assert_eq!(Decided::get(), Some(kind));
}
