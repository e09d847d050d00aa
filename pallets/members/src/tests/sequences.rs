//! Random sequences of calls against a model that knows who acts for whom.

use super::*;
use crate::{LastOrganisation, Organisations};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Step {
    Admit { controller: u8 },
    SetStanding { org: u32, standing: Standing },
    Add { by: u8, account: u8, scopes: BTreeSet<Scope> },
    SetScopes { by: u8, account: u8, scopes: BTreeSet<Scope> },
    Remove { by: u8, account: u8 },
    Change { by: u8, to: u8 },
    Force { org: u32, to: u8 },
}

/// Ten accounts with keys, and four keyless ones, of organisations that are there or may come.
fn account(n: u8) -> AccountId32 {
    match n {
        0..10 => AccountId32::new([n + 1; 32]),
        _ => keyless(u32::from(n) - 9),
    }
}

fn step() -> impl Strategy<Value = Step> {
    let any_account = || 0u8..14;
    let org = 0u32..6;
    let scope = prop_oneof![Just(Scope::Membership), Just(Scope::Devices), Just(Scope::Emissions)];
    let scopes = proptest::collection::btree_set(scope, 0..4);
    let standing = prop_oneof![3 => Just(Standing::Active), 2 => Just(Standing::Suspended), 1 => Just(Standing::Expelled)];
    prop_oneof![
        3 => any_account().prop_map(|controller| Step::Admit { controller }),
        2 => (org.clone(), standing)
            .prop_map(|(org, standing)| Step::SetStanding { org, standing }),
        5 => (any_account(), any_account(), scopes.clone())
            .prop_map(|(by, account, scopes)| Step::Add { by, account, scopes }),
        3 => (any_account(), any_account(), scopes)
            .prop_map(|(by, account, scopes)| Step::SetScopes { by, account, scopes }),
        3 => (any_account(), any_account())
            .prop_map(|(by, account)| Step::Remove { by, account }),
        3 => (any_account(), any_account()).prop_map(|(by, to)| Step::Change { by, to }),
        1 => (org, any_account()).prop_map(|(org, to)| Step::Force { org, to }),
    ]
}

/// Whom an account acts for; a controller has no list of scopes.
type Acts = (u32, Option<BTreeSet<Scope>>);

#[derive(Default)]
struct Model {
    standings: BTreeMap<u32, Standing>,
    accounts: BTreeMap<u8, Acts>,
    ever_bound: BTreeSet<u8>,
}

fn covers(own: &Option<BTreeSet<Scope>>, scopes: &BTreeSet<Scope>) -> bool {
    own.as_ref().is_none_or(|own| own.is_superset(scopes))
}

impl Model {
    fn genesis() -> Self {
        let mut model = Model::default();
        model.standings.extend([(1, Standing::Active), (2, Standing::Active)]);
        let delegate = |scopes: &[Scope]| (2, Some(scopes.iter().copied().collect()));
        for (account, acts) in [
            (0, (1, None)),
            (1, (2, None)),
            (2, delegate(&[Scope::Membership, Scope::Devices])),
            (3, delegate(&[Scope::Devices])),
            (4, delegate(&[Scope::Emissions])),
        ] {
            model.bind(account, acts);
        }
        model
    }

    fn bind(&mut self, account: u8, acts: Acts) {
        self.accounts.insert(account, acts);
        self.ever_bound.insert(account);
    }

    fn free(&self, account: u8) -> bool {
        account < 10 && !self.accounts.contains_key(&account)
    }

    /// The caller's organisation and scopes, if it manages delegates and has the scopes asked for.
    fn manager(&self, by: u8, scopes: &BTreeSet<Scope>) -> Option<Acts> {
        let acts = self.accounts.get(&by)?.clone();
        let may = covers(&acts.1, &[Scope::Membership].into()) && covers(&acts.1, scopes);
        may.then_some(acts)
    }

    /// Whether an account is a delegate of this organisation with scopes within these.
    fn delegate_within(&self, account: u8, (org, own): &Acts) -> bool {
        let acts = self.accounts.get(&account);
        acts.is_some_and(|(of, scopes)| {
            of == org && scopes.as_ref().is_some_and(|s| covers(own, s))
        })
    }

    fn controller_of(&self, org: u32) -> u8 {
        let found = self.accounts.iter().find(|(_, acts)| **acts == (org, None));
        *found.expect("every organisation has a controller").0
    }

    fn delegates(&self, org: u32) -> usize {
        self.accounts.values().filter(|(of, scopes)| *of == org && scopes.is_some()).count()
    }

    /// What the model says of a step; if it is taken, the model follows.
    fn expects(&mut self, step: &Step) -> bool {
        match step.clone() {
            Step::Admit { controller } => {
                let taken = self.free(controller);
                if taken {
                    let org = self.standings.len() as u32 + 1;
                    self.standings.insert(org, Standing::Active);
                    self.bind(controller, (org, None));
                }
                taken
            }
            Step::SetStanding { org, standing } => match self.standings.get_mut(&org) {
                Some(known) if *known != standing && *known != Standing::Expelled => {
                    *known = standing;
                    true
                }
                _ => false,
            },
            Step::Add { by, account, scopes } => {
                let Some((org, _)) = self.manager(by, &scopes) else { return false };
                let room = self.delegates(org) < MAX_DELEGATES as usize;
                let taken = !scopes.is_empty() && self.free(account) && room;
                if taken {
                    self.bind(account, (org, Some(scopes)));
                }
                taken
            }
            Step::SetScopes { by, account, scopes } => {
                let Some(acts) = self.manager(by, &scopes) else { return false };
                let taken = !scopes.is_empty() && self.delegate_within(account, &acts);
                if taken {
                    self.bind(account, (acts.0, Some(scopes)));
                }
                taken
            }
            Step::Remove { by, account } => {
                let Some(acts) = self.manager(by, &BTreeSet::new()) else { return false };
                let taken = self.delegate_within(account, &acts);
                if taken {
                    self.accounts.remove(&account);
                }
                taken
            }
            Step::Change { by, to } => match self.accounts.get(&by) {
                Some((org, None)) => self.hand_over(*org, to),
                _ => false,
            },
            Step::Force { org, to } => self.standings.contains_key(&org) && self.hand_over(org, to),
        }
    }

    fn hand_over(&mut self, org: u32, to: u8) -> bool {
        let own_delegate =
            self.accounts.get(&to).is_some_and(|(of, scopes)| *of == org && scopes.is_some());
        let taken = self.standings[&org] != Standing::Expelled && (own_delegate || self.free(to));
        if taken {
            let from = self.controller_of(org);
            self.accounts.remove(&from);
            self.bind(to, (org, None));
        }
        taken
    }

    fn check(&self) {
        Members::do_try_state().unwrap();
        let expected: BTreeMap<AccountId32, Membership> = self
            .accounts
            .iter()
            .map(|(n, (org, own))| {
                let authority = match own {
                    None => Authority::Controller,
                    Some(own) => Authority::Delegate(own.clone().try_into().unwrap()),
                };
                (account(*n), Membership { org: OrgId(*org), authority })
            })
            .collect();
        assert_eq!(Accounts::<Test>::iter().collect::<BTreeMap<_, _>>(), expected);
        assert_eq!(LastOrganisation::<Test>::get().0 as usize, self.standings.len());
        for (org, standing) in &self.standings {
            let organisation = Organisations::<Test>::get(OrgId(*org)).unwrap();
            assert_eq!(organisation.standing, *standing);
            assert_eq!(organisation.controller, account(self.controller_of(*org)));
            // Only one organisation's people ever act from its keyless account.
            let keyless = Members::membership(&keyless(*org)).unwrap();
            assert_eq!(keyless.org, OrgId(*org));
        }
        for n in &self.ever_bound {
            assert!(System::providers(&account(*n)) > 0, "an account lost its nonce");
        }
    }
}

fn take(step: Step) -> DispatchResult {
    let root = RuntimeOrigin::root();
    let set = |scopes: BTreeSet<Scope>| scopes.try_into().unwrap();
    match step {
        Step::Admit { controller } => {
            let name = b"New".to_vec().try_into().unwrap();
            Members::admit_organisation(root, name, roles(&[Role::Bank]), account(controller))
        }
        Step::SetStanding { org, standing } => Members::set_standing(root, OrgId(org), standing),
        Step::Add { by, account: n, scopes } => {
            Members::add_delegate(signed(account(by)), account(n), set(scopes))
        }
        Step::SetScopes { by, account: n, scopes } => {
            Members::set_scopes(signed(account(by)), account(n), set(scopes))
        }
        Step::Remove { by, account: n } => {
            Members::remove_delegate(signed(account(by)), account(n))
        }
        Step::Change { by, to } => Members::change_controller(signed(account(by)), account(to)),
        Step::Force { org, to } => Members::force_change_controller(root, OrgId(org), account(to)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn accounts_act_for_whom_the_model_says(steps in proptest::collection::vec(step(), 1..80)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::genesis();
            for step in steps {
                let expected = model.expects(&step);
                let call = take(step.clone());
                assert_eq!(call.is_ok(), expected, "{step:?}: {call:?}");
                model.check();
            }
        });
    }
}
