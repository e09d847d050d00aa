//! Random sequences of calls, keys, standing, offences and sessions against a model that knows who stands where,
//! with `try_state` after each step.

use super::*;
use polkadot_sdk::{sp_io, sp_runtime::StateVersion};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use ValidatorState::*;

/// Organisations 1 to this one.
const ORGS: u32 = MAX + 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Apply,
    Withdraw,
    Approve,
    Reject,
    Leave,
    Remove,
    Rejoin,
    SetKeys,
    Suspend,
    /// As by the end of a term, of which nobody is told yet.
    Lapse,
    Reinstate,
    Report,
}

#[derive(Clone, Debug)]
enum Step {
    /// Of, or on, this organisation, or where aimed, the next one of which it is taken.
    Act { act: Act, org: u32, aimed: bool },
    /// A session in which some make no blocks.
    Pass { silent: Vec<u32> },
}

fn step() -> impl Strategy<Value = Step> {
    let act = prop_oneof![
        5 => Just(Act::Apply),
        1 => Just(Act::Withdraw),
        6 => Just(Act::Approve),
        1 => Just(Act::Reject),
        2 => Just(Act::Leave),
        2 => Just(Act::Remove),
        4 => Just(Act::Rejoin),
        4 => Just(Act::SetKeys),
        2 => Just(Act::Suspend),
        1 => Just(Act::Lapse),
        6 => Just(Act::Reinstate),
        1 => Just(Act::Report),
    ];
    let silent = prop_oneof![
        4 => Just(vec![]),
        4 => proptest::collection::vec(1..=ORGS, 1..=2),
        1 => proptest::collection::vec(1..=ORGS, 0..=20),
    ];
    prop_oneof![
        2 => (act, 1..=ORGS, prop::bool::weighted(0.7))
            .prop_map(|(act, org, aimed)| Step::Act { act, org, aimed }),
        1 => silent.prop_map(|silent| Step::Pass { silent }),
    ]
}

#[derive(Clone)]
struct Model {
    /// Where each stands, and whether it came back by itself.
    known: BTreeMap<u32, (ValidatorState, bool)>,
    /// Who waits, in order.
    waiting: Vec<u32>,
    keys: BTreeSet<u32>,
    inactive: BTreeSet<u32>,
    /// The set as it was planned for session 0, 1, and so on.
    plans: Vec<Vec<u32>>,
    session: usize,
}

impl Model {
    /// After session 0.
    fn genesis(count: u32) -> Self {
        let set: Vec<u32> = (1..=count).collect();
        Self {
            known: set.iter().map(|org| (*org, (Active, false))).collect(),
            waiting: vec![],
            keys: set.iter().copied().collect(),
            inactive: BTreeSet::new(),
            plans: vec![set; 3],
            session: 1,
        }
    }

    fn state(&self, org: u32) -> Option<ValidatorState> {
        self.known.get(&org).map(|(state, _)| *state)
    }

    fn set_state(&mut self, org: u32, state: ValidatorState) {
        self.known.get_mut(&org).unwrap().0 = state;
    }

    /// Those in the set that are not leaving.
    fn staying(&self) -> usize {
        self.known.values().filter(|(state, _)| *state == Active).count()
    }

    fn forget(&mut self, org: u32) {
        self.known.remove(&org);
        self.waiting.retain(|other| *other != org);
    }

    fn line_up(&mut self, org: u32, rejoined: bool) -> Option<()> {
        let may = !self.inactive.contains(&org) && self.waiting.len() < MAX as usize;
        may.then_some(())?;
        self.waiting.push(org);
        self.known.insert(org, (Approved, rejoined));
        Some(())
    }

    fn leave(&mut self, org: u32, why: Departure) -> Option<()> {
        let may = self.state(org)? == Active && self.staying() > MIN as usize;
        may.then(|| self.set_state(org, Leaving(why)))
    }

    fn leave_anyway(&mut self, org: u32, why: Departure) {
        match self.state(org) {
            Some(Active) => self.set_state(org, Leaving(why)),
            Some(Leaving(_)) if why == Departure::Equivocated => {
                self.set_state(org, Leaving(why));
            }
            Some(Leaving(_)) | None => {}
            Some(Candidate | Approved | Dropped) => self.forget(org),
        }
    }

    fn takes(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::Act { act, org, .. } => self.takes_act(*act, *org),
            Step::Pass { silent } => {
                self.pass(silent);
                Some(())
            }
        }
    }

    fn takes_act(&mut self, act: Act, org: u32) -> Option<()> {
        match act {
            Act::Apply => {
                let may = self.state(org).is_none() && !self.inactive.contains(&org);
                may.then_some(())?;
                self.known.insert(org, (Candidate, false));
            }
            Act::Withdraw => {
                matches!(self.state(org)?, Candidate | Approved | Dropped).then_some(())?;
                self.forget(org);
            }
            Act::Approve => {
                matches!(self.state(org)?, Candidate | Dropped).then_some(())?;
                self.line_up(org, false)?;
            }
            Act::Reject => {
                (self.state(org)? == Candidate).then_some(())?;
                self.forget(org);
            }
            Act::Leave => self.leave(org, Departure::Left)?,
            Act::Remove => match self.state(org)? {
                Approved | Dropped => self.forget(org),
                _ => self.leave(org, Departure::Removed)?,
            },
            Act::Rejoin => {
                (*self.known.get(&org)? == (Dropped, false)).then_some(())?;
                self.line_up(org, true)?;
            }
            Act::SetKeys => {
                self.keys.insert(org);
            }
            Act::Suspend => {
                self.inactive.insert(org);
                self.leave_anyway(org, Departure::Standing);
            }
            Act::Lapse => {
                self.inactive.insert(org);
            }
            Act::Reinstate => {
                self.inactive.remove(&org);
                if self.state(org) == Some(Leaving(Departure::Standing)) {
                    self.set_state(org, Active);
                }
            }
            Act::Report => self.leave_anyway(org, Departure::Equivocated),
        }
        Some(())
    }

    /// The step itself, or where it is aimed, the same of the next organisation of which it is taken.
    fn aim(&self, step: &Step) -> Step {
        let Step::Act { act, org, aimed: true } = *step else { return step.clone() };
        let taken = |org: &u32| {
            let mut after = self.clone();
            let useful = act != Act::Reinstate || self.inactive.contains(org);
            useful && after.takes_act(act, *org).is_some()
        };
        let aim = (org..=ORGS).chain(1..org).find(taken).unwrap_or(org);
        Step::Act { act, org: aim, aimed: true }
    }

    fn pass(&mut self, silent: &[u32]) {
        let authors = self.plans[self.session].clone();
        let mut set = self.plans[self.session + 1].clone();
        // If nobody makes blocks, nobody can tell who did not.
        if !authors.iter().all(|org| silent.contains(org)) {
            for org in authors.iter().filter(|org| silent.contains(org)) {
                if self.state(*org) == Some(Active) && set.contains(org) {
                    self.set_state(*org, Leaving(Departure::Silent));
                }
            }
        }
        for org in self.waiting.clone() {
            let ready = self.keys.contains(&org) && !self.inactive.contains(&org);
            if ready && set.len() < MAX as usize {
                self.waiting.retain(|other| *other != org);
                self.set_state(org, Active);
                set.push(org);
            }
        }
        use Departure::*;
        for why in [Equivocated, Removed, Standing, Left, Silent] {
            for org in set.clone() {
                if self.state(org) == Some(Leaving(why)) && set.len() > MIN as usize {
                    set.retain(|other| *other != org);
                    match why {
                        Silent => self.set_state(org, Dropped),
                        _ => self.forget(org),
                    }
                } else if self.state(org) == Some(Leaving(Silent)) && why == Silent {
                    self.set_state(org, Active);
                }
            }
        }
        self.plans.push(set);
        self.session += 1;
    }

    fn check(&self, before: &Self) {
        Validators::do_try_state().unwrap();
        for org in 1..=ORGS {
            let view = Validators::validator_view(OrgId(org));
            let shown = view.map(|view| (view.state, view.rejoined));
            assert_eq!(shown, self.known.get(&org).copied(), "organisation {org}");
        }
        // The session pallet follows: what is planned for a session makes blocks in it.
        assert_eq!(Session::current_index() as usize, self.session);
        assert_eq!(authors(), self.plans[self.session]);
        assert_eq!(planned(), self.plans[self.session + 1]);
        let sizes = [before, self].map(|model| model.plans.last().unwrap().len());
        assert!(sizes[1] >= sizes[0].min(MIN as usize), "the set shrank to {}", sizes[1]);
        assert!(sizes[1] <= MAX as usize);
    }
}

fn take(step: &Step) -> DispatchResult {
    let (act, org) = match step {
        Step::Act { act, org, .. } => (*act, *org),
        Step::Pass { silent } => {
            pass_session_without(silent);
            return Ok(());
        }
    };
    match act {
        Act::Apply => return apply(org),
        Act::Withdraw => return withdraw(org),
        Act::Approve => return approve(org),
        Act::Reject => return reject(org),
        Act::Leave => return leave(org),
        Act::Remove => return remove(org),
        Act::Rejoin => return rejoin(org),
        Act::SetKeys => set_keys(org),
        Act::Suspend => suspend(org),
        Act::Lapse => Inactive::mutate(|inactive| inactive.push(OrgId(org))),
        Act::Reinstate => reinstate(org),
        Act::Report => assert_eq!(report(&[org]), 7),
    }
    Ok(())
}

/// What was said to have left or joined is what the planned set lacks or has now.
fn check_events(before: &Model, after: &Model) {
    let [before, after] = [before, after].map(|model| model.plans.last().unwrap());
    let (mut joined, mut left) = (vec![], vec![]);
    for event in take_events() {
        match event {
            Event::ValidatorJoined { org } => joined.push(org.0),
            Event::ValidatorLeft { org, .. } => left.push(org.0),
            _ => {}
        }
    }
    left.sort_unstable();
    let new = after.iter().filter(|org| !before.contains(org) || left.contains(org));
    assert_eq!(joined, new.copied().collect::<Vec<_>>());
    let mut gone: Vec<u32> = before.iter().filter(|org| !after.contains(org)).copied().collect();
    gone.sort_unstable();
    assert_eq!(left, gone);
}

/// Takes a step, which does what the model says, or nothing at all; whether it was taken.
fn take_and_compare(model: &mut Model, step: &Step) -> bool {
    let mut after = model.clone();
    let expected = after.takes(step).is_some();
    System::reset_events();
    let before = sp_io::storage::root(StateVersion::V1);
    let taken = take(step);
    assert_eq!(taken.is_ok(), expected, "{step:?}: {taken:?}");
    if taken.is_ok() {
        let unchanged = model.plans.last() == after.plans.last();
        assert_eq!(changed(), !unchanged, "{step:?}");
        check_events(model, &after);
    } else {
        let now = sp_io::storage::root(StateVersion::V1);
        assert_eq!(now, before, "{step:?} failed and left a trace");
        after = model.clone();
    }
    after.check(model);
    *model = after;
    expected
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_set_is_the_models_and_never_too_small(
        count in 1..=MIN + 3,
        steps in proptest::collection::vec(step(), 1..=80),
    ) {
        ExtBuilder::default().set_of(count).build_and_execute(|| {
            pass_session();
            let mut model = Model::genesis(count);
            for step in steps {
                let step = model.aim(&step);
                take_and_compare(&mut model, &step);
            }
        });
    }
}

#[test]
fn the_sequences_take_and_refuse_steps_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let (mut taken, mut refused) = (BTreeMap::new(), BTreeMap::new());
    let (mut reached, mut dropped_again, mut met) = (BTreeSet::new(), 0, 0);
    for n in 0..64 {
        let steps = proptest::collection::vec(step(), 80).new_tree(&mut runner).unwrap().current();
        let count = 1 + n % (MIN + 3);
        ExtBuilder::default().set_of(count).build_and_execute(|| {
            pass_session();
            let mut model = Model::genesis(count);
            for step in steps {
                let step = model.aim(&step);
                let ok = take_and_compare(&mut model, &step);
                if let Step::Act { act, .. } = step {
                    let counts = if ok { &mut taken } else { &mut refused };
                    *counts.entry(act).or_insert(0u32) += 1;
                }
                for (state, rejoined) in model.known.values() {
                    reached.insert(format!("{state:?}"));
                    dropped_again += u32::from((*state, *rejoined) == (Dropped, true));
                }
                let [.., before, after] = &model.plans[..] else { unreachable!() };
                met += u32::from(after.len() == MIN as usize && before.len() > after.len());
            }
        });
    }
    assert_eq!(taken.len(), 12, "{taken:?}");
    // Keys, standing and offences are nobody's to refuse.
    assert_eq!(refused.len(), 7, "{refused:?}");
    assert!(
        taken.values().chain(refused.values()).all(|count| *count >= 5),
        "{taken:?} {refused:?}"
    );
    // All but leaving for silence, which is over within the block.
    assert_eq!(reached.len(), 8, "{reached:?}");
    assert!(dropped_again >= 5, "{dropped_again}");
    // The minimum was met often.
    assert!(met >= 20, "{met}");
}
