//! Random sequences of all calls against a model that knows who acts for whom, and each organisation's standing.

mod model;
mod steps;

use super::*;
use crate::{
    admission::FOUNDERS_UNTIL, Accesses, Acts, Applications, Endings, Interests, LastOrganisation,
    Limit, LimitUse, LimitsOf, Mandate, Mandates, Organisations, Seats, ACT_DAYS, APPLICATION_DAYS,
    INTEREST_DAYS, MAX_TERM_DAYS,
};
use huangpu_primitives::{
    calendar::Day,
    identifiers::Identifier,
    members::{InterestKind, Tier},
};
use model::*;
use polkadot_sdk::{
    frame_support::{traits::Hooks, weights::Weight},
    frame_system, sp_io,
    sp_runtime::StateVersion,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use steps::*;

fn delegation(given: Given) -> Delegation {
    let limit = |(scope, (per_act, per_day))| (scope, Limit { per_act, per_day });
    Delegation {
        prepare: given.prepare.try_into().unwrap(),
        approve: given.approve.try_into().unwrap(),
        limits: given.limits.into_iter().map(limit).collect::<Vec<_>>().try_into().unwrap(),
        until: given.until.map(day),
    }
}

fn take(step: Step) -> DispatchResult {
    let root = RuntimeOrigin::root();
    let by_account = |n| signed(account(n));
    match step {
        Step::Sponsor { by, company: n, group, controller } => Members::sponsor(
            by_account(by),
            company(n),
            profile_of(n, group, false),
            account(controller),
        ),
        Step::Withdraw { by, company: n } => {
            Members::withdraw_application(by_account(by), company(n))
        }
        Step::Approve { company: n, tier, until } => {
            Members::approve_application(root, company(n), tier, day(until))
        }
        Step::Reject { company: n } => Members::reject_application(root, company(n), DOCUMENT),
        Step::SetStanding { org, standing } => set_standing(OrgId(org), standing),
        Step::Renew { org, until } => Members::renew(root, OrgId(org), day(until)),
        Step::Resign { by } => Members::resign(by_account(by)),
        Step::Hold { org } => {
            Holders::mutate(|holders| match holders.iter().position(|of| of.0 == org) {
                Some(at) => drop(holders.remove(at)),
                None => holders.push(OrgId(org)),
            });
            Ok(())
        }
        Step::Close { org, limit } => {
            let closed = Members::close_organisation(root, OrgId(org), limit);
            closed.map(drop).map_err(|failed| failed.error)
        }
        Step::SetTier { org, tier } => Members::set_tier(root, OrgId(org), tier),
        Step::SetProfile { org, group, platform } => {
            Members::set_profile(root, OrgId(org), profile_of(0, group, platform))
        }
        Step::SetSeat { org, seated } => Members::set_seat(root, OrgId(org), seated),
        Step::Add { by, account: n, given } => {
            Members::add_delegate(by_account(by), account(n), delegation(given))
        }
        Step::Set { by, account: n, given } => {
            Members::set_delegation(by_account(by), account(n), delegation(given))
        }
        Step::Remove { by, account: n } => Members::remove_delegate(by_account(by), account(n)),
        Step::Change { by, to } => Members::change_controller(by_account(by), account(to)),
        Step::Force { org, to } => Members::force_change_controller(root, OrgId(org), account(to)),
        Step::Rotate { by, to } => Members::rotate_key(by_account(by), account(to)),
        Step::Leave { by } => Members::leave(by_account(by)),
        Step::ActAs { org, by, inner } => {
            let acted = Members::act_as(by_account(by), OrgId(org), Box::new(call(inner)));
            acted.map(drop).map_err(|failed| failed.error)
        }
        Step::ApproveAct { by, act, honest } => approve_act(account(by), act, honest),
        Step::CancelAct { by, act } => Members::cancel_act(by_account(by), act),
        Step::Grant { by, platform, scopes, until } => {
            let scopes = scopes.try_into().unwrap();
            let mandate = Mandate { scopes, until: day(until), fee: 100, terms: DOCUMENT };
            Members::grant_mandate(by_account(by), OrgId(platform), mandate)
        }
        Step::Revoke { by, merchant, platform } => {
            Members::revoke_mandate(by_account(by), OrgId(merchant), OrgId(platform))
        }
        Step::Declare { by, with, kind } => {
            Members::declare_interest(by_account(by), OrgId(with), kind)
        }
        Step::EndInterest { by, with } => Members::end_interest(by_account(by), OrgId(with)),
        Step::Pass { days, idle } => {
            pass(days, idle);
            Ok(())
        }
    }
}

fn approve_act(by: AccountId32, act: u32, honest: bool) -> DispatchResult {
    let record = membership(by.clone()).and_then(|of| Acts::<Test>::get(of.org, act));
    let call = record.map(|record| record.call.into_inner()).filter(|_| honest);
    let hash = H256(sp_io::hashing::blake2_256(&call.unwrap_or_default()));
    let approved = Members::approve_act(signed(by), act, hash, Weight::MAX);
    approved.map(drop).map_err(|failed| failed.error)
}

/// Days pass, and a block comes, which has so much idle time; none is all that it takes.
fn pass(days: u32, idle: Option<u64>) {
    pass_days(days);
    System::set_block_number(System::block_number() + 1);
    let idle = idle.map_or(Weight::MAX, |time| Weight::from_parts(time, 0));
    let used = <Members as Hooks<_>>::on_idle(System::block_number(), idle);
    assert!(used.all_lte(idle), "{used:?} of {idle:?}");
}

fn root() -> Vec<u8> {
    sp_io::storage::root(StateVersion::V1)
}

/// Takes a step, which does what the model says, or nothing at all; whether it was taken.
fn take_and_compare(model: &mut Model, mut step: Step, aim: Option<usize>) -> bool {
    // A step that finds nothing to aim at is taken as it is.
    let _ = aim.and_then(|n| model.aim(&mut step, n));
    let mut after = model.clone();
    let expected = after.takes(&step).is_some();
    System::reset_events();
    let before = root();
    let taken = take(step.clone());
    assert_eq!(taken.is_ok(), expected, "{step:?}: {taken:?}");
    if taken.is_ok() {
        after.follow(&step);
    } else {
        assert_eq!(root(), before, "{step:?} failed and left a trace");
        after = model.clone();
        // What a static was told is not rolled back.
        Told::take();
    }
    after.check_told(model);
    after.check();
    *model = after;
    expected
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn accounts_act_for_whom_the_model_says_and_organisations_stand_as_it_says(
        steps in proptest::collection::vec(step(), 1..=60),
    ) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::genesis();
            // The first block comes on the first day.
            pass(0, None);
            for (step, aim) in steps {
                take_and_compare(&mut model, step, aim);
            }
        });
    }
}

/// The name of a step's call.
fn kind(step: &Step) -> String {
    let name = format!("{step:?}");
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

#[test]
fn the_sequences_take_and_refuse_steps_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let (mut taken, mut refused) = (BTreeMap::new(), BTreeMap::new());
    for _ in 0..128 {
        let steps = proptest::collection::vec(step(), 60).new_tree(&mut runner).unwrap().current();
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::genesis();
            pass(0, None);
            for (step, aim) in steps {
                let kind = kind(&step);
                let counts =
                    if take_and_compare(&mut model, step, aim) { &mut taken } else { &mut refused };
                *counts.entry(kind).or_insert(0u32) += 1;
            }
        });
    }
    assert_eq!(taken.len(), 27, "{taken:?}");
    // Days pass, and what is held elsewhere is not asked about.
    assert_eq!(refused.len(), 25, "{refused:?}");
    assert!(taken.values().all(|count| *count >= 5), "{taken:?}");
    assert!(refused.values().all(|count| *count >= 5), "{refused:?}");
}

#[test]
fn the_last_in_the_council_is_deferred_where_others_lapse() {
    ExtBuilder::default().build_and_execute(|| {
        pass(0, None);
        let mut model = Model::genesis();
        for step in [
            Step::Sponsor { by: 1, company: 3, group: None, controller: 8 },
            Step::Approve { company: 3, tier: Tier::Basic, until: 2 },
            Step::SetSeat { org: 4, seated: true },
            Step::Renew { org: 1, until: 3 },
            Step::Pass { days: 2, idle: Some(2) },
            Step::Pass { days: 0, idle: None },
            Step::Pass { days: 1, idle: None },
        ] {
            assert!(take_and_compare(&mut model, step, None));
        }
        assert_eq!(Members::standing_of(OrgId(4)), Some(Standing::Lapsed));
        assert_eq!(Accesses::<Test>::get(BUREAU).unwrap().until, TODAY.plus(33));
        let last = Step::SetStanding { org: 1, standing: Standing::Suspended };
        assert!(!take_and_compare(&mut model, last, None));
    });
}
