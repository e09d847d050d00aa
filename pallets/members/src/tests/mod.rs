//! A file per call or topic.

mod act_as;
mod add_delegate;
mod approve_act;
mod approve_application;
mod bucket;
mod cancel_act;
mod change_controller;
mod charge_quota;
mod check_membership;
mod check_nonce;
mod close_organisation;
mod decisions;
mod expiry;
mod genesis;
mod interests;
mod leave;
mod mandates;
mod migration;
mod origins;
mod reading;
mod reject_application;
mod remove_delegate;
mod renew;
mod resign;
mod rotate_key;
mod seating;
mod sequences;
mod set_delegation;
mod set_profile;
mod set_seat;
mod set_standing;
mod set_tier;
mod sponsor;
mod withdraw_application;

use crate::{
    mock::*, Access, Accesses, Accounts, Authority, Bucket, Delegation, Event, LastOrganisation,
    Membership, Powers, Profile,
};
use huangpu_primitives::{
    apis::Standing,
    calendar::Day,
    members::{Kind, SizeClass, Tier},
    roles::{Role, Roles, Scope, Scopes},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{
        assert_noop, assert_ok, dispatch::DispatchResult, traits::Hooks, weights::Weight,
    },
    sp_core::H256,
    sp_runtime::{AccountId32, DispatchError},
};

/// Hash of a document that the council cites.
const DOCUMENT: H256 = H256::repeat_byte(7);

fn signed(account: AccountId32) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

fn scopes(scopes: &[Scope]) -> Scopes {
    scopes.iter().copied().collect::<std::collections::BTreeSet<_>>().try_into().unwrap()
}

fn roles(roles: &[Role]) -> Roles {
    roles.iter().copied().collect::<std::collections::BTreeSet<_>>().try_into().unwrap()
}

/// An enterprise of this name, which nobody else controls.
fn profile(name: &str) -> Profile {
    Profile {
        name: name.as_bytes().to_vec().try_into().unwrap(),
        kind: Kind::Enterprise(SizeClass::Small),
        control_group: None,
        roles: roles(&[Role::Enterprise]),
    }
}

/// A delegation that lets its delegate act alone in these scopes, without limit or end.
fn alone(of: &[Scope]) -> Delegation {
    Delegation { approve: scopes(of), ..Default::default() }
}

/// The council sets a standing.
fn set_standing(org: OrgId, standing: Standing) -> DispatchResult {
    Members::set_standing(RuntimeOrigin::root(), org, standing, DOCUMENT)
}

/// The steel works propose a member, and the council admits it until a day: its id.
fn admit(name: &str, controller: AccountId32, until: Day) -> OrgId {
    let id = identifier(name);
    assert_ok!(Members::sponsor(signed(bob()), id.clone(), profile(name), controller));
    assert_ok!(Members::approve_application(RuntimeOrigin::root(), id, Tier::Basic, until));
    LastOrganisation::<Test>::get()
}

/// An account of nobody, one for each number.
fn nobody(number: u8) -> AccountId32 {
    AccountId32::new([100 + number; 32])
}

/// Standing and quota of an organisation, as they are stored.
fn access(org: OrgId) -> Access {
    Accesses::<Test>::get(org).unwrap()
}

/// An idle block with so much weight left: how much of it was used.
fn idle(weight: u64) -> u64 {
    Members::on_idle(1, Weight::from_parts(weight, 0)).ref_time()
}

/// For whom an account acts.
fn membership(account: AccountId32) -> Option<Membership> {
    Accounts::<Test>::get(account)
}

/// The membership of a delegate who acts alone in these scopes.
fn delegate(org: OrgId, of: &[Scope]) -> Option<Membership> {
    let powers = Powers { approve: scopes(of), ..Default::default() };
    Some(Membership { org, authority: Authority::Delegate(powers) })
}

fn controller(org: OrgId) -> Option<Membership> {
    Some(Membership { org, authority: Authority::Controller })
}

/// The keyless account of an organisation, given out or not.
fn keyless(org: u32) -> AccountId32 {
    Members::account_of(OrgId(org))
}

/// This pallet's events, oldest first; they are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Members(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Only the council may make the call: no member either.
fn assert_for_council_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    let accounts = [alice(), bob(), manager(), operator(), outsider(), keyless(2)];
    let origins = accounts.into_iter().map(signed).chain([RuntimeOrigin::none()]);
    for origin in origins {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}

/// Only accounts that manage the steel works may make the call.
fn assert_for_managers_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    use crate::Error;
    for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    for account in [outsider(), keyless(2)] {
        assert_noop!(call(signed(account)), Error::<Test>::NotOfThisOrganisation);
    }
    for account in [operator(), accountant()] {
        assert_noop!(call(signed(account)), Error::<Test>::ScopeMissing);
    }
}
