//! Random sequences of calls, standings and sets of validators against a model that is one flat list, with
//! `try_state` after each step.

use super::*;
use polkadot_sdk::{sp_io, sp_runtime::StateVersion};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};

/// There are nodes from 1 to this one.
const KEYS: u32 = 12;
/// Organisations from 1 to this one take part.
const PARTS: u32 = 4;

#[derive(Clone, Copy, Debug)]
enum Step {
    Register {
        node: u32,
        org: u32,
    },
    Remove {
        node: u32,
        org: u32,
    },
    /// As above, by whoever has registered the node.
    RemoveOwn {
        node: u32,
    },
    Expel {
        node: u32,
    },
    Admit(Admission),
    Stand {
        org: u32,
        to: Standing,
    },
    /// It begins to make blocks, or ceases to.
    Turn {
        org: u32,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let (node, org) = (1..=KEYS, 1..=PARTS);
    let admission = prop_oneof![2 => Just(Admission::Registered), 1 => Just(Admission::Open)];
    let standing = prop_oneof![
        12 => Just(Standing::Active),
        6 => Just(Standing::Suspended),
        6 => Just(Standing::Expelled),
        6 => Just(Standing::Lapsed),
        1 => Just(Standing::Closed),
    ];
    prop_oneof![
        10 => (node.clone(), org.clone()).prop_map(|(node, org)| Step::Register { node, org }),
        1 => (node.clone(), org.clone()).prop_map(|(node, org)| Step::Remove { node, org }),
        4 => node.clone().prop_map(|node| Step::RemoveOwn { node }),
        1 => node.prop_map(|node| Step::Expel { node }),
        4 => admission.prop_map(Step::Admit),
        3 => (org.clone(), standing).prop_map(|(org, to)| Step::Stand { org, to }),
        3 => org.prop_map(|org| Step::Turn { org }),
    ]
}

#[derive(Clone, Default)]
struct Model {
    /// Nodes and their organisations, in the order in which they were registered.
    nodes: Vec<(u32, u32)>,
    shut: bool,
    standings: BTreeMap<u32, Standing>,
    validators: BTreeSet<u32>,
}

impl Model {
    fn owner(&self, node: u32) -> Option<u32> {
        self.nodes.iter().find(|(other, _)| *other == node).map(|(_, org)| *org)
    }

    fn of(&self, org: u32) -> Vec<u32> {
        self.nodes.iter().filter(|(_, owner)| *owner == org).map(|(node, _)| *node).collect()
    }

    fn standing(&self, org: u32) -> Standing {
        self.standings.get(&org).copied().unwrap_or(Standing::Active)
    }

    fn authorised(&self) -> Vec<u32> {
        let let_in = |org| {
            let reads = matches!(self.standing(org), Standing::Active | Standing::Suspended);
            reads || self.validators.contains(&org)
        };
        let mut nodes: Vec<u32> =
            self.nodes.iter().filter(|(_, org)| let_in(*org)).map(|(node, _)| *node).collect();
        nodes.sort_unstable();
        nodes
    }

    /// Does the step, or nothing, and says what the chain does of it.
    fn takes(&mut self, step: Step) -> DispatchResult {
        match step {
            Step::Register { node, org } => self.register(node, org),
            Step::Remove { node, org } => self.remove(node, org),
            Step::RemoveOwn { node } => self.remove(node, self.owner(node).unwrap_or(1)),
            Step::Expel { node } => {
                self.owner(node).ok_or(Error::<Test>::UnknownNode)?;
                self.nodes.retain(|(other, _)| *other != node);
                Ok(())
            }
            Step::Admit(admission) => self.admit(admission == Admission::Registered),
            Step::Stand { org, to } => {
                // Who is closed stays so.
                if self.standing(org) != Standing::Closed {
                    self.standings.insert(org, to);
                }
                let closed = self.standing(org) == Standing::Closed;
                self.nodes.retain(|(_, owner)| *owner != org || !closed);
                Ok(())
            }
            Step::Turn { org } => {
                if !self.validators.remove(&org) {
                    self.validators.insert(org);
                }
                Ok(())
            }
        }
    }

    fn ensure_open(&self, org: u32) -> DispatchResult {
        match self.standing(org) {
            Standing::Closed => Err(DispatchError::BadOrigin),
            _ => Ok(()),
        }
    }

    fn register(&mut self, node: u32, org: u32) -> DispatchResult {
        self.ensure_open(org)?;
        match self.owner(node) {
            Some(owner) if owner == org => Err(Error::<Test>::AlreadyRegistered.into()),
            Some(_) => Err(Error::<Test>::RegisteredByAnother.into()),
            None if self.nodes.len() == MAX as usize => Err(Error::<Test>::TooManyNodes.into()),
            None if self.of(org).len() == MAX_OF_ONE as usize => {
                Err(Error::<Test>::TooManyNodesOfOrganisation.into())
            }
            None => {
                self.nodes.push((node, org));
                Ok(())
            }
        }
    }

    fn remove(&mut self, node: u32, org: u32) -> DispatchResult {
        self.ensure_open(org)?;
        let owner = self.owner(node).ok_or(Error::<Test>::UnknownNode)?;
        if owner != org {
            return Err(Error::<Test>::RegisteredByAnother.into());
        }
        if self.shut && self.validators.contains(&org) && self.of(org) == [node] {
            return Err(Error::<Test>::LastNodeOfValidator.into());
        }
        self.nodes.retain(|(other, _)| *other != node);
        Ok(())
    }

    fn admit(&mut self, shut: bool) -> DispatchResult {
        if shut == self.shut {
            return Err(Error::<Test>::AdmissionUnchanged.into());
        }
        if shut && self.validators.iter().any(|org| self.of(*org).is_empty()) {
            return Err(Error::<Test>::ValidatorWithoutNode.into());
        }
        self.shut = shut;
        Ok(())
    }

    fn check(&self) {
        Nodes::do_try_state().unwrap();
        for node in 1..=KEYS {
            assert_eq!(owner(node), self.owner(node), "node {node}");
        }
        for org in 1..=PARTS {
            assert_eq!(nodes_of(org), self.of(org), "organisation {org}");
        }
        assert_eq!(Registered::<Test>::count() as usize, self.nodes.len());
        assert_eq!(Nodes::admission() == Admission::Registered, self.shut);
        assert_eq!(authorised(), self.authorised());
    }
}

fn take(step: Step) -> DispatchResult {
    match step {
        Step::Register { node, org } => register(node, org),
        Step::Remove { node, org } => remove(node, org),
        Step::RemoveOwn { node } => remove(node, owner(node).unwrap_or(1)),
        Step::Expel { node } => expel(node),
        Step::Admit(admission) => set_admission(admission),
        Step::Stand { org, to } => {
            if Stands::get().get(&OrgId(org)) != Some(&Standing::Closed) {
                stand(org, to);
            }
            Ok(())
        }
        Step::Turn { org } => {
            InSet::mutate(|set| match set.iter().position(|other| other.0 == org) {
                Some(at) => drop(set.remove(at)),
                None => set.push(OrgId(org)),
            });
            Ok(())
        }
    }
}

/// Takes a step, which does what the model says, or nothing at all.
fn take_and_compare(model: &mut Model, step: Step) -> DispatchResult {
    System::reset_events();
    let before = sp_io::storage::root(StateVersion::V1);
    let expected = model.takes(step);
    let taken = take(step);
    assert_eq!(taken, expected, "{step:?}");
    if taken.is_err() {
        let now = sp_io::storage::root(StateVersion::V1);
        assert_eq!(now, before, "{step:?} failed and left a trace");
    }
    model.check();
    taken
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nodes_are_those_of_the_model(steps in proptest::collection::vec(step(), 1..=80)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::default();
            for step in steps {
                let _ = take_and_compare(&mut model, step);
            }
        });
    }
}

#[test]
fn the_sequences_meet_every_error() {
    let mut runner = TestRunner::deterministic();
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..64 {
        let steps = proptest::collection::vec(step(), 80).new_tree(&mut runner).unwrap().current();
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::default();
            for step in steps {
                let outcome = match take_and_compare(&mut model, step) {
                    Ok(()) => "done",
                    Err(error) => error.into(),
                };
                *met.entry(outcome.to_string()).or_default() += 1;
            }
        });
    }
    // The eight errors, the wrong origin, and none.
    assert_eq!(met.len(), 10, "{met:?}");
    assert!(met.values().all(|count| *count >= 5), "{met:?}");
}
