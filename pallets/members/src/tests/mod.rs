//! A file per call or topic.

mod act_as;
mod add_delegate;
mod admit_organisation;
mod change_controller;
mod check_membership;
mod genesis;
mod origins;
mod reading;
mod remove_delegate;
mod sequences;
mod set_scopes;
mod set_standing;
mod zero_tip;

use crate::{mock::*, Accounts, Authority, Event, Membership};
use huangpu_primitives::{
    apis::Standing,
    roles::{Role, Roles, Scope, Scopes},
    OrgId,
};
use polkadot_sdk::{
    frame_support::{assert_noop, assert_ok, dispatch::DispatchResult},
    sp_runtime::{AccountId32, DispatchError},
};

fn signed(account: AccountId32) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

fn scopes(scopes: &[Scope]) -> Scopes {
    scopes.iter().copied().collect::<std::collections::BTreeSet<_>>().try_into().unwrap()
}

fn roles(roles: &[Role]) -> Roles {
    roles.iter().copied().collect::<std::collections::BTreeSet<_>>().try_into().unwrap()
}

fn set_standing(org: OrgId, standing: Standing) {
    assert_ok!(Members::set_standing(RuntimeOrigin::root(), org, standing));
}

fn membership(account: AccountId32) -> Option<Membership> {
    Accounts::<Test>::get(account)
}

fn delegate(org: OrgId, of: &[Scope]) -> Option<Membership> {
    Some(Membership { org, authority: Authority::Delegate(scopes(of)) })
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

/// Only accounts that manage the steel works' delegates may make the call.
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
