//! Random sequences of the calls, of days and of what pallet-members does, against a model that keeps whole ballot
//! boxes and counts them anew, with `try_state` after each step.

use super::*;
use polkadot_sdk::{sp_io, sp_runtime::StateVersion};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};

/// Who takes part: no more than a general election can replace, whose order would not matter then.
const ORGS: [u32; 6] = [1, 2, 3, 4, 11, 12];

#[derive(Clone, Debug)]
enum Step {
    SetRule {
        constituency: Constituency,
        seats: u32,
        term_days: u32,
    },
    Call {
        by: u32,
        constituency: Constituency,
    },
    Stand {
        org: u32,
    },
    Withdraw {
        org: u32,
    },
    Vote {
        voter: u32,
        candidate: u32,
    },
    Close {
        by: u32,
        constituency: Constituency,
    },
    Vacate {
        org: u32,
    },
    Unseat {
        org: u32,
    },
    /// What pallet-members does.
    Standing {
        org: u32,
        to: Standing,
    },
    Move {
        org: u32,
        to: Constituency,
    },
    Seat {
        org: u32,
        seated: bool,
    },
    /// Days pass, and an idle block comes, or none.
    Pass {
        days: u32,
        idle: bool,
    },
}

fn org() -> impl Strategy<Value = u32> {
    prop::sample::select(&ORGS[..])
}

fn constituency() -> impl Strategy<Value = Constituency> {
    prop_oneof![8 => Just(Industry), 4 => Just(Finance), 1 => Just(Research)]
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![
        16 => Just(Standing::Active),
        3 => Just(Standing::Suspended),
        1 => Just(Standing::Expelled),
        1 => Just(Standing::Lapsed),
        1 => Just(Standing::Closed),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let term = prop_oneof![1 => Just(89), 4 => 90..150u32];
    let days = prop_oneof![2 => 0..3u32, 6 => 5..9u32, 1 => 20..60u32];
    prop_oneof![
        3 => (constituency(), 0..=MAX_SEATS + 1, term).prop_map(
            |(constituency, seats, term_days)| Step::SetRule { constituency, seats, term_days }
        ),
        3 => (org(), constituency()).prop_map(|(by, constituency)| Step::Call { by, constituency }),
        16 => org().prop_map(|org| Step::Stand { org }),
        3 => org().prop_map(|org| Step::Withdraw { org }),
        30 => (org(), org()).prop_map(|(voter, candidate)| Step::Vote { voter, candidate }),
        3 => (org(), constituency()).prop_map(|(by, constituency)| Step::Close { by, constituency }),
        1 => org().prop_map(|org| Step::Vacate { org }),
        1 => org().prop_map(|org| Step::Unseat { org }),
        3 => (org(), standing()).prop_map(|(org, to)| Step::Standing { org, to }),
        1 => (org(), constituency()).prop_map(|(org, to)| Step::Move { org, to }),
        2 => (org(), any::<bool>()).prop_map(|(org, seated)| Step::Seat { org, seated }),
        12 => (days, prop::bool::weighted(0.7)).prop_map(|(days, idle)| Step::Pass { days, idle }),
    ]
}

/// A running election; days are counted from the first one of the test.
#[derive(Clone, Debug)]
struct Race {
    general: bool,
    seats: u32,
    nominations: u32,
    voting: u32,
    stand: BTreeSet<u32>,
    ballots: BTreeMap<u32, u32>,
}

impl Race {
    fn votes(&self, candidate: u32) -> u32 {
        self.ballots.values().filter(|of| **of == candidate).count() as u32
    }
}

#[derive(Clone)]
struct Model {
    today: u32,
    checked: u32,
    orgs: BTreeMap<u32, (Constituency, Standing)>,
    rules: BTreeMap<Constituency, (u32, u32)>,
    terms: BTreeMap<Constituency, u32>,
    races: BTreeMap<Constituency, Race>,
    rounds: BTreeMap<Constituency, u32>,
    closed: BTreeMap<Constituency, u32>,
    seats: BTreeMap<u32, Constituency>,
}

impl Model {
    /// After 330 days: everybody will soon elect.
    fn new() -> Self {
        pass_days(330);
        let home = |org| if org < 10 { Industry } else { Finance };
        Self {
            today: 330,
            checked: 0,
            orgs: ORGS.into_iter().map(|org| (org, (home(org), Standing::Active))).collect(),
            rules: BTreeMap::from([(Industry, (2, 365)), (Finance, (1, 200))]),
            terms: BTreeMap::from([(Industry, 365), (Finance, 200)]),
            races: BTreeMap::new(),
            rounds: BTreeMap::new(),
            closed: BTreeMap::new(),
            seats: BTreeMap::from([(1, Industry), (2, Industry), (11, Finance)]),
        }
    }

    fn votes_in(&self, org: u32) -> Option<Constituency> {
        let (constituency, standing) = self.orgs[&org];
        (standing == Standing::Active).then_some(constituency)
    }

    fn rule(&self, of: Constituency) -> (u32, u32) {
        self.rules.get(&of).copied().unwrap_or_default()
    }

    fn holders(&self, of: Constituency) -> Vec<u32> {
        let holders = self.seats.iter().filter(|(_, held)| **held == of);
        holders.map(|(org, _)| *org).collect()
    }

    fn vacant(&self, of: Constituency) -> u32 {
        self.rule(of).0.saturating_sub(self.holders(of).len() as u32)
    }

    fn seat(&mut self, org: u32) -> Option<()> {
        let constituency = self.votes_in(org)?;
        (!self.seats.contains_key(&org)).then_some(())?;
        self.seats.insert(org, constituency);
        Some(())
    }

    fn unseat(&mut self, org: u32) -> Option<()> {
        self.seats.get(&org)?;
        let others = self.seats.keys().any(|of| *of != org && self.votes_in(*of).is_some());
        (others || self.votes_in(org).is_none()).then_some(())?;
        self.seats.remove(&org);
        Some(())
    }

    /// Whether the election that is due is a general one, and of how many seats.
    fn due(&self, of: Constituency) -> Option<(bool, u32)> {
        let (seats, _) = self.rule(of);
        let fresh = self.closed.get(&of).is_none_or(|day| *day < self.today);
        (seats > 0 && fresh).then_some(())?;
        if self.terms.get(&of).is_none_or(|until| *until <= self.today + LEAD) {
            return Some((true, seats));
        }
        Some((false, self.vacant(of))).filter(|(_, vacant)| *vacant > 0)
    }

    fn call(&mut self, of: Constituency) -> Option<()> {
        (!self.races.contains_key(&of)).then_some(())?;
        let (general, seats) = self.due(of)?;
        let nominations = self.today + NOMINATION_DAYS;
        let voting = nominations + VOTING_DAYS;
        let (stand, ballots) = Default::default();
        *self.rounds.entry(of).or_default() += 1;
        self.races.insert(of, Race { general, seats, nominations, voting, stand, ballots });
        Some(())
    }

    fn close(&mut self, of: Constituency) -> Option<()> {
        self.races.get(&of).filter(|race| self.today > race.voting)?;
        let race = self.races.remove(&of)?;
        self.closed.insert(of, self.today);
        let (seats, term_days) = self.rule(of);
        let most = if race.general { seats } else { self.vacant(of) };
        let mut ranking: Vec<u32> = race.stand.iter().copied().collect();
        ranking.sort_by_key(|org| (u32::MAX - race.votes(*org), *org));
        ranking.retain(|org| race.votes(*org) > 0 && self.votes_in(*org) == Some(of));
        ranking.retain(|org| race.general || !self.seats.contains_key(org));
        ranking.truncate(most.min(race.seats) as usize);
        for org in &ranking {
            self.seats.insert(*org, of);
        }
        if race.general && !ranking.is_empty() {
            for org in self.holders(of).into_iter().filter(|org| !ranking.contains(org)) {
                let _ = self.unseat(org);
            }
            let from = self.terms.get(&of).copied().unwrap_or_default().max(self.today);
            self.terms.insert(of, from + term_days);
        }
        Some(())
    }

    fn race_of(&mut self, org: u32) -> Option<&mut Race> {
        let constituency = self.votes_in(org)?;
        self.races.get_mut(&constituency)
    }

    fn stand(&mut self, org: u32) -> Option<()> {
        let (today, seated) = (self.today, self.seats.contains_key(&org));
        let race = self.race_of(org)?;
        let may = today <= race.nominations && (race.general || !seated);
        (may && race.stand.len() < MAX_CANDIDATES as usize).then_some(())?;
        race.stand.insert(org).then_some(())
    }

    fn vote(&mut self, voter: u32, candidate: u32) -> Option<()> {
        let (today, home) = (self.today, self.votes_in(voter)?);
        let race = self.races.get_mut(&home)?;
        let may = today > race.nominations && today <= race.voting;
        (may && race.stand.contains(&candidate)).then_some(())?;
        (race.ballots.insert(voter, candidate) != Some(candidate)).then_some(())?;
        // One ballot in all: an earlier one elsewhere is taken back, as long as the voting lasts there.
        let elsewhere = self.races.iter_mut().filter(|(of, _)| **of != home);
        for race in elsewhere.map(|(_, race)| race).filter(|race| race.ballots.contains_key(&voter))
        {
            (today <= race.voting).then_some(())?;
            race.ballots.remove(&voter);
        }
        Some(())
    }

    fn pass(&mut self, days: u32, idle: bool) {
        self.today += days;
        if !idle || self.checked == self.today {
            return;
        }
        for of in Constituency::ALL {
            // What is closed today is not called today.
            let _ = if self.races.contains_key(&of) { self.close(of) } else { self.call(of) };
        }
        self.checked = self.today;
    }

    fn takes(&mut self, step: &Step) -> Option<()> {
        match *step {
            Step::SetRule { constituency, seats, term_days } => {
                let sound = seats <= MAX_SEATS && term_days >= 90;
                let rule = (seats, term_days);
                (sound && self.rule(constituency) != rule).then_some(())?;
                self.rules.insert(constituency, rule);
                Some(())
            }
            Step::Call { by, constituency } => {
                (self.votes_in(by) == Some(constituency)).then_some(())?;
                self.call(constituency)
            }
            Step::Stand { org } => self.stand(org),
            Step::Withdraw { org } => {
                let today = self.today;
                let race = self.race_of(org)?;
                (today <= race.nominations).then_some(())?;
                race.stand.remove(&org).then_some(())
            }
            Step::Vote { voter, candidate } => self.vote(voter, candidate),
            Step::Close { by, constituency } => {
                self.votes_in(by)?;
                self.close(constituency)
            }
            Step::Vacate { org } => {
                self.votes_in(org)?;
                self.unseat(org)
            }
            Step::Unseat { org } | Step::Seat { org, seated: false } => self.unseat(org),
            Step::Seat { org, seated: true } => self.seat(org),
            Step::Standing { org, to } => {
                self.orgs.entry(org).and_modify(|(_, standing)| *standing = to);
                if !matches!(to, Standing::Active | Standing::Suspended) {
                    self.seats.remove(&org);
                }
                Some(())
            }
            Step::Move { org, to } => {
                self.orgs.entry(org).and_modify(|(constituency, _)| *constituency = to);
                Some(())
            }
            Step::Pass { days, idle } => {
                self.pass(days, idle);
                Some(())
            }
        }
    }

    fn check(&self) {
        Seats::do_try_state().unwrap();
        assert_same_seats();
        for of in Constituency::ALL {
            assert_eq!(holders(of), self.holders(of));
            assert_eq!(Terms::<Test>::get(of), self.terms.get(&of).map(|day| TODAY.plus(*day)));
            let closed = self.closed.get(&of).map(|day| TODAY.plus(*day));
            let number = self.rounds.get(&of).copied().unwrap_or_default();
            assert_eq!(LastRounds::<Test>::get(of), Round { number, closed });
            let expected = self.races.get(&of).map(|race| Election {
                round: number,
                by_election: !race.general,
                seats: race.seats,
                nominations_until: TODAY.plus(race.nominations),
                votes_until: TODAY.plus(race.voting),
                candidates: race.stand.len() as u32,
            });
            assert_eq!(Elections::<Test>::get(of), expected);
            let race = self.races.get(&of);
            let votes = |race: &Race| -> Vec<_> {
                race.stand.iter().map(|org| (*org, race.votes(*org))).collect()
            };
            assert_eq!(tallies(of), race.map(votes).unwrap_or_default());
        }
    }
}

fn take(step: &Step) -> DispatchResult {
    match *step {
        Step::SetRule { constituency, seats, term_days } => {
            set_rule(constituency, seats, term_days)
        }
        Step::Call { by, constituency } => call_election(by, constituency),
        Step::Stand { org } => stand(org),
        Step::Withdraw { org } => withdraw(org),
        Step::Vote { voter, candidate } => vote(voter, candidate),
        Step::Close { by, constituency } => close(by, constituency),
        Step::Vacate { org } => vacate(org),
        Step::Unseat { org } => unseat(org),
        Step::Seat { org, seated: true } => Council::seat(OrgId(org)),
        Step::Seat { org, seated: false } => Council::unseat(OrgId(org)),
        Step::Standing { org, to } => {
            change_standing(org, to);
            Ok(())
        }
        Step::Move { org, to } => {
            change_constituency(org, to);
            Ok(())
        }
        Step::Pass { days, idle: with_idle } => {
            pass_days(days);
            if with_idle {
                idle(PLENTY);
            }
            Ok(())
        }
    }
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
        *model = after;
    } else {
        let now = sp_io::storage::root(StateVersion::V1);
        assert_eq!(now, before, "{step:?} failed and left a trace");
    }
    model.check();
    expected
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn those_sit_whom_the_model_says(steps in proptest::collection::vec(step(), 1..=100)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::new();
            for step in steps {
                take_and_compare(&mut model, &step);
            }
        });
    }
}

#[test]
fn the_sequences_take_and_refuse_steps_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let (mut taken, mut refused) = (BTreeMap::new(), BTreeMap::new());
    let (mut won, mut lost) = (0, 0);
    for _ in 0..96 {
        let steps = proptest::collection::vec(step(), 100).new_tree(&mut runner).unwrap().current();
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::new();
            for step in steps {
                let name = format!("{step:?}");
                let kind = name.split_whitespace().next().unwrap_or_default().to_owned();
                let done = take_and_compare(&mut model, &step);
                let counts = if done { &mut taken } else { &mut refused };
                *counts.entry(kind).or_insert(0u32) += 1;
                for event in take_events() {
                    won += u32::from(matches!(event, Event::Elected { .. }));
                    lost += u32::from(matches!(event, Event::VotedOut { .. }));
                }
            }
        });
    }
    assert_eq!(taken.len(), 12, "{taken:?}");
    // Days pass, and what pallet-members does to standings and kinds is not for us to refuse.
    assert_eq!(refused.len(), 9, "{refused:?}");
    assert!(taken.values().all(|count| *count >= 20), "{taken:?}");
    assert!(refused.values().all(|count| *count >= 20), "{refused:?}");
    assert!(won >= 50 && lost >= 20, "{won} won a seat, {lost} lost theirs");
}
