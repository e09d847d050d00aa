//! Random sequences of all calls against a model that knows who acts for whom, and each organisation's standing.

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
use polkadot_sdk::{
    frame_support::{traits::Hooks, weights::Weight},
    frame_system, sp_io,
    sp_runtime::StateVersion,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};

type Set = BTreeSet<Scope>;

/// What a delegation says; its last day is counted from yesterday.
#[derive(Clone, Debug)]
struct Given {
    prepare: Set,
    approve: Set,
    limits: BTreeMap<Scope, (u128, u128)>,
    until: Option<u32>,
}

/// What is done from a keyless account.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Inner {
    /// Takes the scope `Devices`, and has a value.
    Report(u8),
    /// Takes the scope `Emissions`, and winds down.
    Settle,
    /// Takes the scope `Membership`, and fails: a keyless account sponsors nobody.
    Sponsor,
    /// Cannot be done from one.
    Renew,
}

/// Days are counted from yesterday, so that the first is too late.
#[derive(Clone, Debug)]
enum Step {
    Sponsor {
        by: u8,
        company: usize,
        group: Option<usize>,
        controller: u8,
    },
    Withdraw {
        by: u8,
        company: usize,
    },
    Approve {
        company: usize,
        tier: Tier,
        until: u32,
    },
    Reject {
        company: usize,
    },
    SetStanding {
        org: u32,
        standing: Standing,
    },
    Renew {
        org: u32,
        until: u32,
    },
    Resign {
        by: u8,
    },
    Hold {
        org: u32,
    },
    Close {
        org: u32,
        limit: u32,
    },
    SetTier {
        org: u32,
        tier: Tier,
    },
    SetProfile {
        org: u32,
        group: Option<usize>,
        platform: bool,
    },
    SetSeat {
        org: u32,
        seated: bool,
    },
    Add {
        by: u8,
        account: u8,
        given: Given,
    },
    Set {
        by: u8,
        account: u8,
        given: Given,
    },
    Remove {
        by: u8,
        account: u8,
    },
    Change {
        by: u8,
        to: u8,
    },
    Force {
        org: u32,
        to: u8,
    },
    Rotate {
        by: u8,
        to: u8,
    },
    ActAs {
        org: u32,
        by: u8,
        inner: Inner,
    },
    ApproveAct {
        by: u8,
        act: u32,
        honest: bool,
    },
    CancelAct {
        by: u8,
        act: u32,
    },
    Grant {
        by: u8,
        platform: u32,
        scopes: Set,
        until: u32,
    },
    Revoke {
        by: u8,
        merchant: u32,
        platform: u32,
    },
    Declare {
        by: u8,
        with: u32,
        kind: InterestKind,
    },
    EndInterest {
        by: u8,
        with: u32,
    },
    /// Days pass, and then a block, whose idle time is so long.
    Pass {
        days: u32,
        idle: Option<u64>,
    },
}

/// The companies there are; the first three are the founders.
const COMPANIES: [&str; 5] = ["Bureau", "Steel Works", "Market", "New", "Other"];

fn company(n: usize) -> Identifier {
    identifier(COMPANIES[n])
}

/// Ten accounts with keys, and keyless ones of organisations that are there or may come.
fn account(n: u8) -> AccountId32 {
    match n {
        0..10 => AccountId32::new([n + 1; 32]),
        _ => keyless(u32::from(n) - 9),
    }
}

fn profile_of(n: usize, group: Option<usize>, platform: bool) -> Profile {
    let role = if platform { Role::Platform } else { Role::Enterprise };
    Profile { control_group: group.map(company), roles: roles(&[role]), ..profile(COMPANIES[n]) }
}

/// So many days after yesterday.
fn day(n: u32) -> Day {
    Day(Members::today().0 - 1).plus(n)
}

fn call(inner: Inner) -> RuntimeCall {
    match inner {
        Inner::Report(value) => {
            let remark = vec![0; usize::from(value)];
            frame_system::Call::remark_with_event { remark }.into()
        }
        Inner::Settle => frame_system::Call::remark { remark: vec![] }.into(),
        Inner::Sponsor => crate::Call::sponsor {
            identifier: company(4),
            profile: profile("Other"),
            controller: account(9),
        }
        .into(),
        Inner::Renew => crate::Call::renew { org: STEEL, until: TODAY.plus(9) }.into(),
    }
}

fn need(inner: Inner) -> Option<(Scope, u128)> {
    match inner {
        Inner::Report(value) => Some((Scope::Devices, value.into())),
        Inner::Settle => Some((Scope::Emissions, 0)),
        Inner::Sponsor => Some((Scope::Membership, 0)),
        Inner::Renew => None,
    }
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![Just(Scope::Membership), Just(Scope::Devices), Just(Scope::Emissions)]
}

fn set(size: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Set> {
    proptest::collection::btree_set(scope(), size)
}

fn given() -> impl Strategy<Value = Given> {
    let limit = (0..6u128, 0..9u128);
    let limits = prop_oneof![
        2 => Just(BTreeMap::new()),
        1 => limit.clone().prop_map(|limit| [(Scope::Devices, limit)].into()),
        1 => proptest::collection::btree_map(scope(), limit, 0..3),
    ];
    let until = prop_oneof![3 => Just(None), 2 => (0..6u32).prop_map(Some)];
    (set(0..3), set(0..4), limits, until).prop_map(|(prepare, approve, limits, until)| Given {
        prepare,
        approve,
        limits,
        until,
    })
}

/// Mostly somebody who may.
fn by() -> impl Strategy<Value = u8> {
    prop_oneof![3 => prop_oneof![Just(1u8), Just(5u8), Just(2u8)], 4 => 0..10u8, 1 => 10..15u8]
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![
        4 => Just(Standing::Active),
        3 => Just(Standing::Suspended),
        2 => Just(Standing::Expelled),
        1 => Just(Standing::Lapsed),
        1 => Just(Standing::Closed),
    ]
}

fn term() -> impl Strategy<Value = u32> {
    prop_oneof![5 => 0..6u32, 3 => 10..200u32, 1 => MAX_TERM_DAYS..MAX_TERM_DAYS + 3]
}

fn inner() -> impl Strategy<Value = Inner> {
    prop_oneof![
        5 => (0..6u8).prop_map(Inner::Report),
        3 => Just(Inner::Settle),
        1 => Just(Inner::Sponsor),
        1 => Just(Inner::Renew),
    ]
}

fn tier() -> impl Strategy<Value = Tier> {
    prop_oneof![Just(Tier::Basic), Just(Tier::Standard), Just(Tier::Large)]
}

fn org() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 1..4u32, 3 => 4..6u32, 1 => Just(0u32), 1 => Just(6u32)]
}

/// What concerns the organisation as a whole.
fn membership_step() -> impl Strategy<Value = Step> {
    let company = || 0..COMPANIES.len();
    let group = || prop_oneof![3 => Just(None), 1 => (0..COMPANIES.len()).prop_map(Some)];
    let idle = prop_oneof![2 => Just(None), 3 => (0..8u64).prop_map(Some)];
    let days = prop_oneof![
        16 => 0..3u32,
        4 => 3..20u32,
        1 => Just(APPLICATION_DAYS + 1),
        1 => Just(INTEREST_DAYS + 1)
    ];
    prop_oneof![
        4 => (by(), company(), group(), 0..15u8).prop_map(|(by, company, group, controller)| {
            Step::Sponsor { by, company, group, controller }
        }),
        1 => (by(), company()).prop_map(|(by, company)| Step::Withdraw { by, company }),
        4 => (company(), tier(), term())
            .prop_map(|(company, tier, until)| Step::Approve { company, tier, until }),
        1 => company().prop_map(|company| Step::Reject { company }),
        3 => (org(), standing()).prop_map(|(org, standing)| Step::SetStanding { org, standing }),
        4 => (org(), term()).prop_map(|(org, until)| Step::Renew { org, until }),
        1 => by().prop_map(|by| Step::Resign { by }),
        1 => org().prop_map(|org| Step::Hold { org }),
        3 => (org(), prop_oneof![0..4u32, Just(100)])
            .prop_map(|(org, limit)| Step::Close { org, limit }),
        1 => (org(), tier()).prop_map(|(org, tier)| Step::SetTier { org, tier }),
        1 => (org(), group(), any::<bool>())
            .prop_map(|(org, group, platform)| Step::SetProfile { org, group, platform }),
        3 => (org(), any::<bool>()).prop_map(|(org, seated)| Step::SetSeat { org, seated }),
        6 => (days, idle).prop_map(|(days, idle)| Step::Pass { days, idle }),
    ]
}

/// What concerns the accounts that act for it.
fn acting_step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![Just(InterestKind::Ownership), Just(InterestKind::Services)];
    let act = || 1..5u32;
    prop_oneof![
        5 => (by(), 0..15u8, given())
            .prop_map(|(by, account, given)| Step::Add { by, account, given }),
        4 => (by(), 0..10u8, given())
            .prop_map(|(by, account, given)| Step::Set { by, account, given }),
        3 => (by(), 0..10u8).prop_map(|(by, account)| Step::Remove { by, account }),
        1 => (by(), 0..15u8).prop_map(|(by, to)| Step::Change { by, to }),
        1 => (org(), 0..15u8).prop_map(|(org, to)| Step::Force { org, to }),
        1 => (by(), 0..15u8).prop_map(|(by, to)| Step::Rotate { by, to }),
        9 => (org(), by(), inner()).prop_map(|(org, by, inner)| Step::ActAs { org, by, inner }),
        6 => (by(), act(), prop_oneof![5 => Just(true), 1 => Just(false)])
            .prop_map(|(by, act, honest)| Step::ApproveAct { by, act, honest }),
        2 => (by(), act()).prop_map(|(by, act)| Step::CancelAct { by, act }),
        4 => (by(), org(), set(0..3), 0..6u32).prop_map(|(by, platform, scopes, until)| {
            Step::Grant { by, platform, scopes, until }
        }),
        2 => (by(), org(), org())
            .prop_map(|(by, merchant, platform)| Step::Revoke { by, merchant, platform }),
        2 => (by(), org(), kind).prop_map(|(by, with, kind)| Step::Declare { by, with, kind }),
        2 => (by(), org()).prop_map(|(by, with)| Step::EndInterest { by, with }),
    ]
}

/// A step, and what it is aimed by, if it is: most steps taken blindly are refused.
fn step() -> impl Strategy<Value = (Step, Option<usize>)> {
    let step = prop_oneof![1 => membership_step(), 2 => acting_step()];
    let aim = prop_oneof![1 => Just(None), 3 => (0..1_000usize).prop_map(Some)];
    (step, aim)
}

/// The item at a place, counted round and round.
fn pick<I>(items: impl IntoIterator<Item = I>, n: usize) -> Option<I> {
    let items: Vec<I> = items.into_iter().collect();
    let at = n.checked_rem(items.len())?;
    items.into_iter().nth(at)
}

/// Makes a delegation sound.
fn sound(given: &mut Given) {
    let Given { approve, limits, until, .. } = given;
    approve.insert(Scope::Devices);
    limits.retain(|scope, (per_act, per_day)| {
        *scope != Scope::Membership && approve.contains(scope) && per_act <= per_day
    });
    *until = until.filter(|until| *until > 0);
}

/// What a delegate may do; of a limit also what was used of it, and when.
#[derive(Clone, Debug, PartialEq)]
struct Power {
    prepare: Set,
    approve: Set,
    limits: BTreeMap<Scope, LimitUse>,
    until: Option<Day>,
}

/// Whom an account acts for; a controller needs no powers.
#[derive(Clone, Debug, PartialEq)]
struct Agent {
    org: u32,
    power: Option<Power>,
}

impl Agent {
    fn covers(&self, scope: Scope) -> bool {
        let free = |power: &Power| !power.limits.contains_key(&scope);
        self.approves(scope) && self.power.as_ref().is_none_or(free)
    }

    fn approves(&self, scope: Scope) -> bool {
        self.power.as_ref().is_none_or(|power| power.approve.contains(&scope))
    }

    fn prepares(&self, scope: Scope) -> bool {
        let prepares = |power: &Power| power.prepare.contains(&scope);
        self.approves(scope) || self.power.as_ref().is_none_or(prepares)
    }

    fn covers_all(&self, scopes: &Set) -> bool {
        scopes.iter().all(|scope| self.covers(*scope))
    }

    fn prepares_all(&self, scopes: &Set) -> bool {
        scopes.iter().all(|scope| self.prepares(*scope))
    }

    fn ended(&self) -> bool {
        let last = self.power.as_ref().and_then(|power| power.until);
        last.is_some_and(|last| Members::today() > last)
    }
}

#[derive(Clone, Debug)]
struct Org {
    company: usize,
    group: Option<usize>,
    platform: bool,
    /// As recorded: a membership that is over stays active until the end of it was worked off.
    standing: Standing,
    until: Day,
    tier: Tier,
    seated: bool,
    last_act: u32,
}

impl Org {
    fn standing(&self) -> Standing {
        match self.standing {
            Standing::Active | Standing::Suspended if Members::today() > self.until => {
                Standing::Lapsed
            }
            standing => standing,
        }
    }

    fn ends(&self) -> bool {
        matches!(self.standing, Standing::Active | Standing::Suspended)
    }

    fn group(&self) -> usize {
        self.group.unwrap_or(self.company)
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Proposed {
    sponsor: u32,
    group: Option<usize>,
    controller: u8,
    until: Day,
}

#[derive(Clone, Debug)]
struct Waiting {
    by: u8,
    inner: Inner,
    until: Day,
}

#[derive(Clone, Default)]
struct Model {
    orgs: BTreeMap<u32, Org>,
    accounts: BTreeMap<u8, Agent>,
    applications: BTreeMap<usize, Proposed>,
    acts: BTreeMap<(u32, u32), Waiting>,
    /// By merchant and platform.
    mandates: BTreeMap<(u32, u32), (Set, Day)>,
    /// What they consist in, and when they ended.
    interests: BTreeMap<(u32, u32), (InterestKind, Option<Day>)>,
    holders: BTreeSet<u32>,
    ever_bound: BTreeSet<u8>,
}

impl Model {
    fn genesis() -> Self {
        let mut model = Model::default();
        for company in 0..3 {
            let org = Org {
                company,
                group: None,
                platform: company == 2,
                standing: Standing::Active,
                until: FOUNDERS_UNTIL,
                tier: Tier::Standard,
                seated: company == 0,
                last_act: 0,
            };
            model.orgs.insert(company as u32 + 1, org);
        }
        let delegate = |org, scopes: &[Scope]| {
            let power = Power {
                prepare: Set::new(),
                approve: scopes.iter().copied().collect(),
                limits: BTreeMap::new(),
                until: None,
            };
            Agent { org, power: Some(power) }
        };
        for (account, agent) in [
            (0, Agent { org: 1, power: None }),
            (1, Agent { org: 2, power: None }),
            (2, delegate(2, &[Scope::Membership, Scope::Devices])),
            (3, delegate(2, &[Scope::Devices])),
            (4, delegate(2, &[Scope::Emissions])),
            (5, Agent { org: 3, power: None }),
            (6, delegate(3, &[Scope::Devices])),
        ] {
            model.bind(account, agent);
        }
        model
    }

    fn bind(&mut self, account: u8, agent: Agent) {
        self.accounts.insert(account, agent);
        self.ever_bound.insert(account);
    }

    fn free(&self, account: u8) -> bool {
        account < 10 && !self.accounts.contains_key(&account)
    }

    /// Whom an account acts for today.
    fn agent(&self, by: u8) -> Option<Agent> {
        self.accounts.get(&by).filter(|agent| !agent.ended()).cloned()
    }

    /// Who manages its organisation, whatever that's standing.
    fn winding_manager(&self, by: u8) -> Option<Agent> {
        self.agent(by).filter(|agent| agent.covers(Scope::Membership))
    }

    /// Who manages its active organisation.
    fn manager(&self, by: u8) -> Option<Agent> {
        self.winding_manager(by).filter(|agent| self.active(agent.org))
    }

    fn controller_of(&self, org: u32) -> Option<u8> {
        let of = Agent { org, power: None };
        self.accounts.iter().find(|(_, agent)| **agent == of).map(|(account, _)| *account)
    }

    fn delegates(&self, org: u32) -> usize {
        let of = |agent: &&Agent| agent.org == org && agent.power.is_some();
        self.accounts.values().filter(of).count()
    }

    fn standing(&self, org: u32) -> Option<Standing> {
        self.orgs.get(&org).map(Org::standing)
    }

    fn active(&self, org: u32) -> bool {
        self.standing(org) == Some(Standing::Active)
    }

    fn active_platform(&self, org: u32) -> bool {
        self.active(org) && self.orgs[&org].platform
    }

    fn member(&self, company: usize) -> bool {
        let is = |org: &Org| org.company == company && org.standing != Standing::Closed;
        self.orgs.values().any(is)
    }

    fn active_seats(&self) -> usize {
        let active = |org: &&Org| org.seated && org.standing == Standing::Active;
        self.orgs.values().filter(active).count()
    }

    fn is_last_seat(&self, org: u32) -> bool {
        let org = &self.orgs[&org];
        org.seated && org.standing == Standing::Active && self.active_seats() == 1
    }

    /// Whether something more can end on a day.
    fn room(&self, day: Day) -> bool {
        let memberships = self.orgs.values().filter(|org| org.ends()).map(|org| org.until);
        let applications = self.applications.values().map(|application| application.until);
        let acts = self.acts.values().map(|act| act.until);
        let endings = memberships.chain(applications).chain(acts);
        endings.filter(|until| *until == day).count() < MAX_ENDINGS as usize
    }

    fn sound_term(until: Day) -> bool {
        let today = Members::today();
        until >= today && until.0 - today.0 <= MAX_TERM_DAYS
    }

    /// The powers that a caller may give, if they are sound.
    fn grantable(&self, caller: &Agent, given: Given) -> Option<Power> {
        let Given { prepare, approve, limits, until } = given;
        let until = until.map(day);
        // Who approves within a limit appoints nobody to prepare for it.
        let appoints = |scope: &Scope| {
            caller.covers(*scope) || (caller.prepares(*scope) && !caller.approves(*scope))
        };
        let own = prepare.iter().all(appoints) && caller.covers_all(&approve);
        let some = !prepare.is_empty() || !approve.is_empty();
        let sound_limit = |(scope, (per_act, per_day)): (&Scope, &(u128, u128))| {
            *scope != Scope::Membership && approve.contains(scope) && per_act <= per_day
        };
        let sound = limits.iter().all(sound_limit);
        let in_time = until.is_none_or(|until| until >= Members::today());
        let last = caller.power.as_ref().and_then(|power| power.until);
        let within = last.is_none_or(|last| until.is_some_and(|until| until <= last));
        let new = |(per_act, per_day)| LimitUse {
            limit: Limit { per_act, per_day },
            day: Members::today(),
            used: 0,
        };
        (own && some && sound && in_time && within).then(|| {
            let limits = limits.into_iter().map(|(scope, limit)| (scope, new(limit))).collect();
            Power { prepare, approve, limits, until }
        })
    }

    /// A delegate of the caller's organisation who has no power that the caller lacks.
    fn delegate_within(&self, account: u8, caller: &Agent) -> Option<Power> {
        let agent = self.accounts.get(&account).filter(|agent| agent.org == caller.org)?;
        let power = agent.power.clone()?;
        let within = caller.prepares_all(&power.prepare) && caller.covers_all(&power.approve);
        within.then_some(power)
    }

    fn hand_over(&mut self, org: u32, to: u8) -> Option<()> {
        let standing = self.orgs.get(&org)?.standing;
        let own = |agent: &Agent| agent.org == org && agent.power.is_some();
        let may = self.free(to) || self.accounts.get(&to).is_some_and(own);
        (may && standing != Standing::Closed).then_some(())?;
        let from = self.controller_of(org).expect("an organisation has a controller");
        self.accounts.remove(&from);
        self.bind(to, Agent { org, power: None });
        Some(())
    }

    /// An organisation in wind-down does nothing new.
    fn stands_for(&self, org: u32, inner: Inner) -> bool {
        match self.standing(org) {
            Some(Standing::Active) => true,
            None | Some(Standing::Closed) => false,
            Some(_) => inner == Inner::Settle,
        }
    }

    fn uses_limit(&mut self, by: u8, scope: Scope, value: u128) -> bool {
        let today = Members::today();
        let power = self.accounts.get_mut(&by).and_then(|agent| agent.power.as_mut());
        let Some(limit) = power.and_then(|power| power.limits.get_mut(&scope)) else {
            return false;
        };
        let used = value + if limit.day == today { limit.used } else { 0 };
        let may = value <= limit.limit.per_act && used <= limit.limit.per_day;
        if may {
            (limit.day, limit.used) = (today, used);
        }
        may
    }

    fn act_as(&mut self, org: u32, by: u8, inner: Inner) -> Option<()> {
        let agent = self.agent(by)?;
        let (scope, value) = need(inner)?;
        self.stands_for(org, inner).then_some(())?;
        let alone = if agent.org == org {
            agent.covers(scope) || agent.approves(scope) && self.uses_limit(by, scope, value)
        } else {
            let (scopes, until) = self.mandates.get(&(org, agent.org))?;
            let in_force = *until >= Members::today() && self.active_platform(agent.org);
            (in_force && scopes.contains(&scope) && agent.covers(scope)).then_some(())?;
            true
        };
        if alone {
            return (inner != Inner::Sponsor).then_some(());
        }
        let until = Members::today().plus(ACT_DAYS);
        (agent.prepares(scope) && self.room(until)).then_some(())?;
        let record = self.orgs.get_mut(&org)?;
        record.last_act += 1;
        self.acts.insert((org, record.last_act), Waiting { by, inner, until });
        Some(())
    }

    fn approve_act(&mut self, by: u8, act: u32, honest: bool) -> Option<()> {
        let agent = self.agent(by)?;
        let org = agent.org;
        let Waiting { by: preparer, inner, until } = self.acts.get(&(org, act))?.clone();
        let (scope, _) = need(inner)?;
        let preparer_may =
            self.agent(preparer).is_some_and(|other| other.org == org && other.prepares(scope));
        let in_time = until >= Members::today();
        let two = preparer != by && preparer_may && agent.approves(scope);
        (honest && two && in_time && self.stands_for(org, inner)).then_some(())?;
        self.acts.remove(&(org, act));
        (inner != Inner::Sponsor).then_some(())
    }

    fn sponsor(
        &mut self,
        by: u8,
        company: usize,
        group: Option<usize>,
        controller: u8,
    ) -> Option<()> {
        let sponsor = self.manager(by)?.org;
        (!self.member(company)).then_some(())?;
        let open = |earlier: &&Proposed| Members::today() <= earlier.until;
        if let Some(earlier) = self.applications.get(&company).filter(open) {
            let until = earlier.until;
            return (*earlier == Proposed { sponsor, group, controller, until }).then_some(());
        }
        let until = Members::today().plus(APPLICATION_DAYS);
        let (own, theirs) = (&self.orgs[&sponsor], group.unwrap_or(company));
        let stranger = own.group() != theirs && own.group() != company && own.company != theirs;
        (stranger && self.free(controller) && self.room(until)).then_some(())?;
        self.applications.insert(company, Proposed { sponsor, group, controller, until });
        Some(())
    }

    fn approve(&mut self, company: usize, tier: Tier, until: Day) -> Option<()> {
        let proposed = self.applications.remove(&company)?;
        let Proposed { group, controller, until: last, .. } = proposed;
        let in_time = last >= Members::today() && Self::sound_term(until);
        let room = self.free(controller) && self.room(until);
        (in_time && room && !self.member(company)).then_some(())?;
        let org = Org {
            company,
            group,
            platform: false,
            standing: Standing::Active,
            until,
            tier,
            seated: false,
            last_act: 0,
        };
        let id = self.orgs.len() as u32 + 1;
        self.orgs.insert(id, org);
        self.bind(controller, Agent { org: id, power: None });
        Some(())
    }

    fn set_standing(&mut self, org: u32, to: Standing) -> Option<()> {
        use Standing::*;
        let from = self.orgs.get(&org)?.standing;
        let may = match from {
            Active => to == Suspended || to == Expelled,
            Suspended => to == Active || to == Expelled,
            Lapsed => to == Expelled,
            Expelled | Closed => false,
        };
        (may && !self.is_last_seat(org)).then_some(())?;
        self.orgs.get_mut(&org)?.standing = to;
        Some(())
    }

    fn renew(&mut self, org: u32, until: Day) -> Option<()> {
        let mut record = self.orgs.remove(&org)?;
        let lapsed = record.standing == Standing::Lapsed;
        let may = lapsed || record.ends() && until != record.until;
        // The record is out: its old end does not take room from the new one.
        (may && Self::sound_term(until) && self.room(until)).then_some(())?;
        record.until = until;
        if lapsed {
            record.standing = Standing::Active;
        }
        self.orgs.insert(org, record);
        Some(())
    }

    /// Whether closing is taken; what of an organisation it removed, is read from the pallet afterwards.
    fn may_close(&self, org: u32) -> Option<()> {
        let standing = self.orgs.get(&org)?.standing;
        let over = matches!(standing, Standing::Lapsed | Standing::Expelled);
        (over && !self.holders.contains(&org)).then_some(())
    }

    fn set_seat(&mut self, org: u32, seated: bool) -> Option<()> {
        let record = self.orgs.get(&org)?;
        let active = record.standing() == Standing::Active;
        let may = if seated { active } else { !self.is_last_seat(org) };
        (may && record.seated != seated).then_some(())?;
        self.orgs.get_mut(&org)?.seated = seated;
        Some(())
    }

    fn set_delegation(&mut self, by: u8, account: u8, given: Given) -> Option<()> {
        let caller = self.manager(by)?;
        let mut power = self.grantable(&caller, given)?;
        let earlier = self.delegate_within(account, &caller)?;
        for (scope, limit) in &mut power.limits {
            let of = earlier.limits.get(scope).filter(|earlier| earlier.day == limit.day);
            limit.used = of.map_or(0, |earlier| earlier.used);
        }
        self.bind(account, Agent { org: caller.org, power: Some(power) });
        Some(())
    }

    fn grant(&mut self, by: u8, platform: u32, scopes: Set, until: Day) -> Option<()> {
        let merchant = self.manager(by)?;
        let own = merchant.covers_all(&scopes) && !scopes.contains(&Scope::Membership);
        let other = merchant.org != platform && self.active_platform(platform);
        let sound = !scopes.is_empty() && until >= Members::today();
        (own && other && sound).then_some(())?;
        self.mandates.insert((merchant.org, platform), (scopes, until));
        Some(())
    }

    fn declare(&mut self, by: u8, with: u32, kind: InterestKind) -> Option<()> {
        let org = self.manager(by)?.org;
        let known = self.interests.get(&(org, with)) == Some(&(kind, None));
        (org != with && self.orgs.contains_key(&with) && !known).then_some(())?;
        self.interests.insert((org, with), (kind, None));
        Some(())
    }

    fn end_interest(&mut self, by: u8, with: u32) -> Option<()> {
        let org = self.manager(by)?.org;
        let (_, ended) = self.interests.get_mut(&(org, with))?;
        match *ended {
            None => *ended = Some(Members::today()),
            Some(ended) => {
                (Members::today().0 > ended.0 + INTEREST_DAYS).then_some(())?;
                self.interests.remove(&(org, with));
            }
        }
        Some(())
    }

    fn managers(&self) -> impl Iterator<Item = u8> + '_ {
        self.accounts.keys().copied().filter(|by| self.manager(*by).is_some())
    }

    fn managers_of(&self, org: u32) -> impl Iterator<Item = u8> + '_ {
        self.managers().filter(move |by| self.accounts[by].org == org)
    }

    fn delegates_of(&self, org: u32) -> impl Iterator<Item = u8> + '_ {
        let of = move |agent: &Agent| agent.org == org && agent.power.is_some();
        self.accounts.iter().filter(move |(_, agent)| of(agent)).map(|(account, _)| *account)
    }

    fn of_standing(&self, is: impl Fn(Standing) -> bool, n: usize) -> Option<u32> {
        pick(self.orgs.iter().filter(|(_, org)| is(org.standing())).map(|(id, _)| *id), n)
    }

    /// Aims a step at what is there, as far as something is.
    fn aim(&self, step: &mut Step, n: usize) -> Option<()> {
        match step {
            Step::Sponsor { by, company, controller, .. } => {
                *by = pick(self.managers(), n)?;
                *controller = pick((0..10).filter(|to| self.free(*to)), n)?;
                *company = pick((0..COMPANIES.len()).filter(|of| !self.member(*of)), n)?;
            }
            Step::Withdraw { by, company } => {
                let (of, proposed) = pick(&self.applications, n)?;
                *company = *of;
                *by = pick(self.managers_of(proposed.sponsor), n)?;
            }
            Step::Approve { company, .. } | Step::Reject { company } => {
                *company = *pick(self.applications.keys(), n)?;
            }
            Step::SetStanding { org, standing } if *standing == Standing::Active => {
                *org = self.of_standing(|standing| standing == Standing::Suspended, n)?;
            }
            Step::Renew { org, .. } => {
                *org = self.of_standing(|standing| standing == Standing::Lapsed, n)?;
            }
            Step::Close { org, .. } => {
                let over = |standing| matches!(standing, Standing::Lapsed | Standing::Expelled);
                *org = self.of_standing(over, n)?;
            }
            Step::Add { by, account, given } => {
                sound(given);
                *by = pick(self.managers(), n)?;
                *account = pick((0..10).filter(|to| self.free(*to)), n)?;
            }
            Step::Set { by, account, given } => {
                sound(given);
                *by = pick(self.managers(), n)?;
                *account = pick(self.delegates_of(self.accounts[by].org), n)?;
            }
            Step::Remove { by, account } => {
                *by = pick(self.managers(), n)?;
                *account = pick(self.delegates_of(self.accounts[by].org), n)?;
            }
            Step::Change { by, to } | Step::Rotate { by, to } => {
                *by = *pick(self.accounts.keys(), n)?;
                *to = pick((0..10).filter(|to| self.free(*to)), n)?;
            }
            Step::ActAs { org, by, inner } => {
                let (scope, _) = need(*inner)?;
                // Half of them by somebody who does not act alone, if anybody.
                let waits = |agent: &Agent| agent.prepares(scope) && !agent.covers(scope);
                let one = pick(self.accounts.iter().filter(|(_, agent)| waits(agent)), n);
                let any = pick(&self.accounts, n)?;
                let (account, agent) = one.filter(|_| n.is_multiple_of(2)).unwrap_or(any);
                (*by, *org) = (*account, agent.org);
            }
            Step::ApproveAct { by, act, .. } | Step::CancelAct { by, act } => {
                let (org, of) = *pick(self.acts.keys(), n)?;
                *act = of;
                let Waiting { by: preparer, inner, .. } = self.acts.get(&(org, of))?;
                let (scope, _) = need(*inner)?;
                let own = self.accounts.iter().filter(|(_, agent)| agent.org == org);
                // Four of five by somebody who may.
                let second = |(by, agent): &(&u8, &Agent)| {
                    n.is_multiple_of(5) || *by != preparer && agent.approves(scope)
                };
                *by = *pick(own.filter(second), n / 7)?.0;
            }
            Step::Grant { by, platform, scopes, .. } => {
                scopes.remove(&Scope::Membership);
                *platform =
                    pick(self.orgs.keys().filter(|org| self.active_platform(**org)), n).copied()?;
                let others = self.managers().filter(|by| self.accounts[by].org != *platform);
                *by = pick(others, n)?;
            }
            Step::Revoke { by, merchant, platform } => {
                (*merchant, *platform) = *pick(self.mandates.keys(), n)?;
                *by = pick(self.managers_of(*merchant), n)?;
            }
            Step::Declare { by, .. } => *by = pick(self.managers(), n)?,
            Step::EndInterest { by, with } => {
                let (org, other) = *pick(self.interests.keys(), n)?;
                *with = other;
                *by = pick(self.managers_of(org), n)?;
            }
            _ => (),
        }
        Some(())
    }

    /// What the model says of a step: nothing, if it is refused; it is of no use then.
    fn takes(&mut self, step: &Step) -> Option<()> {
        match step.clone() {
            Step::Sponsor { by, company, group, controller } => {
                self.sponsor(by, company, group, controller)
            }
            Step::Withdraw { by, company } => {
                let org = self.winding_manager(by)?.org;
                self.applications.remove(&company).filter(|of| of.sponsor == org).map(drop)
            }
            Step::Approve { company, tier, until } => self.approve(company, tier, day(until)),
            Step::Reject { company } => self.applications.remove(&company).map(drop),
            Step::SetStanding { org, standing } => self.set_standing(org, standing),
            Step::Renew { org, until } => self.renew(org, day(until)),
            Step::Resign { by } => {
                let agent = self.accounts.get(&by).filter(|agent| agent.power.is_none())?;
                let org = agent.org;
                let last = self.is_last_seat(org);
                let record = self.orgs.get_mut(&org)?;
                (record.standing() == Standing::Active && !last).then_some(())?;
                record.standing = Standing::Lapsed;
                Some(())
            }
            Step::Hold { org } => {
                if !self.holders.remove(&org) {
                    self.holders.insert(org);
                }
                Some(())
            }
            Step::Close { org, .. } => self.may_close(org),
            Step::SetTier { org, tier } => {
                let record = self.orgs.get_mut(&org).filter(|record| record.tier != tier)?;
                record.tier = tier;
                Some(())
            }
            Step::SetProfile { org, group, platform } => {
                let open = |record: &&mut Org| record.standing != Standing::Closed;
                let record = self.orgs.get_mut(&org).filter(open)?;
                (record.group, record.platform) = (group, platform);
                Some(())
            }
            Step::SetSeat { org, seated } => self.set_seat(org, seated),
            Step::Add { by, account, given } => {
                let caller = self.manager(by)?;
                let power = self.grantable(&caller, given)?;
                let room = self.delegates(caller.org) < MAX_DELEGATES as usize;
                (self.free(account) && room).then_some(())?;
                self.bind(account, Agent { org: caller.org, power: Some(power) });
                Some(())
            }
            Step::Set { by, account, given } => self.set_delegation(by, account, given),
            Step::Remove { by, account } => {
                let caller = self.winding_manager(by)?;
                self.delegate_within(account, &caller)?;
                self.accounts.remove(&account).map(drop)
            }
            Step::Change { by, to } => {
                let agent = self.accounts.get(&by).filter(|agent| agent.power.is_none())?;
                self.hand_over(agent.org, to)
            }
            Step::Force { org, to } => self.hand_over(org, to),
            Step::Rotate { by, to } => {
                let agent = self.agent(by)?;
                self.free(to).then_some(())?;
                self.accounts.remove(&by);
                self.bind(to, agent);
                Some(())
            }
            Step::ActAs { org, by, inner } => self.act_as(org, by, inner),
            Step::ApproveAct { by, act, honest } => self.approve_act(by, act, honest),
            Step::CancelAct { by, act } => {
                let agent = self.agent(by)?;
                let waiting = self.acts.remove(&(agent.org, act))?;
                let (scope, _) = need(waiting.inner)?;
                (waiting.by == by || agent.approves(scope)).then_some(())
            }
            Step::Grant { by, platform, scopes, until } => {
                self.grant(by, platform, scopes, day(until))
            }
            Step::Revoke { by, merchant, platform } => {
                let org = self.winding_manager(by)?.org;
                (org == merchant || org == platform).then_some(())?;
                self.mandates.remove(&(merchant, platform)).map(drop)
            }
            Step::Declare { by, with, kind } => self.declare(by, with, kind),
            Step::EndInterest { by, with } => self.end_interest(by, with),
            Step::Pass { .. } => Some(()),
        }
    }

    /// Follows the pallet where it chooses: what it removes first of what it may remove.
    fn follow(&mut self, step: &Step) {
        match step {
            Step::Close { org, limit } => self.follow_closing(*org, *limit as usize),
            Step::Pass { idle, .. } => self.follow_endings(idle.is_none()),
            _ => (),
        }
    }

    fn follow_closing(&mut self, org: u32, limit: usize) {
        let mut left = limit;
        let mut removed = |had: usize, has: usize| {
            assert_eq!(had - has, had.min(left), "all that it may remove, and no more");
            left -= had - has;
        };

        let had = self.delegates(org);
        self.accounts.retain(|n, agent| {
            agent.org != org || agent.power.is_none() || membership(account(*n)).is_some()
        });
        removed(had, self.delegates(org));

        let acts = |model: &Self| model.acts.keys().filter(|(of, _)| *of == org).count();
        let had = acts(self);
        self.acts.retain(|(of, act), _| *of != org || Acts::<Test>::contains_key(OrgId(*of), act));
        removed(had, acts(self));

        let exists = |a: u32, b: u32| Mandates::<Test>::contains_key(OrgId(a), OrgId(b));
        let granted = |model: &Self| model.mandates.keys().filter(|(of, _)| *of == org).count();
        let had = granted(self);
        self.mandates.retain(|(of, to), _| *of != org || exists(*of, *to));
        removed(had, granted(self));
        let held = |model: &Self| model.mandates.keys().filter(|(_, to)| *to == org).count();
        let had = held(self);
        self.mandates.retain(|(of, to), _| *to != org || exists(*of, *to));
        removed(had, held(self));

        if left > 0 {
            let controller = self.controller_of(org).expect("it was not closed before");
            self.accounts.remove(&controller);
            let record = self.orgs.get_mut(&org).expect("it was there before");
            (record.standing, record.seated) = (Standing::Closed, false);
        }
    }

    fn follow_endings(&mut self, all: bool) {
        let today = Members::today();
        let due = |until: Day| until < today;
        self.applications.retain(|n, application| {
            !due(application.until) || Applications::<Test>::contains_key(company(*n))
        });
        self.acts.retain(|(org, act), waiting| {
            !due(waiting.until) || Acts::<Test>::contains_key(OrgId(*org), act)
        });
        let mut deferred = None;
        for (id, org) in self.orgs.iter_mut().filter(|(_, org)| org.ends() && due(org.until)) {
            let access = Accesses::<Test>::get(OrgId(*id)).unwrap();
            if access.standing == Standing::Lapsed {
                org.standing = Standing::Lapsed;
            } else if access.until != org.until {
                assert_eq!(access.until, today.plus(30));
                org.until = access.until;
                assert_eq!(deferred.replace(*id), None, "only the last one is deferred");
            }
        }
        if let Some(org) = deferred {
            assert!(self.is_last_seat(org), "{org} is not the last in the council");
        }
        if all {
            assert!(Endings::<Test>::iter().all(|(day, _, _)| day >= today), "something is left");
        }
    }

    fn check(&self) {
        Members::do_try_state().unwrap();
        self.check_accounts();
        self.check_organisations();
        let proposed = Applications::<Test>::iter()
            .map(|(of, record)| (of, record.sponsor, record.controller, record.until))
            .collect::<BTreeSet<_>>();
        let expected = self
            .applications
            .iter()
            .map(|(n, of)| (company(*n), OrgId(of.sponsor), account(of.controller), of.until));
        assert_eq!(proposed, expected.collect());
        let acts = Acts::<Test>::iter()
            .map(|(org, act, record)| ((org.0, act), record.by, record.until))
            .collect::<BTreeSet<_>>();
        let expected = self.acts.iter().map(|(key, act)| (*key, account(act.by), act.until));
        assert_eq!(acts, expected.collect());
        let mandates = Mandates::<Test>::iter()
            .map(|(of, to, mandate)| ((of.0, to.0), (mandate.scopes.into_inner(), mandate.until)))
            .collect::<BTreeMap<_, _>>();
        assert_eq!(mandates, self.mandates);
        let interests = Interests::<Test>::iter()
            .map(|(of, with, interest)| ((of.0, with.0), (interest.kind, interest.ended)))
            .collect::<BTreeMap<_, _>>();
        assert_eq!(interests, self.interests);
    }

    fn check_accounts(&self) {
        let mut memberships = BTreeMap::new();
        let mut limits = BTreeMap::new();
        for (n, Agent { org, power }) in &self.accounts {
            let authority = match power {
                None => Authority::Controller,
                Some(Power { prepare, approve, limits, until }) => Authority::Delegate(Powers {
                    prepare: prepare.clone().try_into().unwrap(),
                    approve: approve.clone().try_into().unwrap(),
                    limited: limits.keys().copied().collect::<Set>().try_into().unwrap(),
                    until: *until,
                }),
            };
            memberships.insert(account(*n), Membership { org: OrgId(*org), authority });
            for (scope, limit) in power.iter().flat_map(|power| &power.limits) {
                limits.insert((account(*n), *scope), *limit);
            }
        }
        assert_eq!(Accounts::<Test>::iter().collect::<BTreeMap<_, _>>(), memberships);
        let recorded = LimitsOf::<Test>::iter().map(|(of, scope, limit)| ((of, scope), limit));
        assert_eq!(recorded.collect::<BTreeMap<_, _>>(), limits);
        for n in &self.ever_bound {
            assert_eq!(System::providers(&account(*n)), 1, "an account lost its nonce");
        }
    }

    fn check_organisations(&self) {
        assert_eq!(LastOrganisation::<Test>::get().0 as usize, self.orgs.len());
        for (id, org) in &self.orgs {
            let id = OrgId(*id);
            let access = Accesses::<Test>::get(id).unwrap();
            assert_eq!(
                (access.standing, access.until, access.tier),
                (org.standing, org.until, org.tier)
            );
            assert_eq!(Members::standing_of(id), Some(org.standing()));
            assert_eq!(Seats::<Test>::contains_key(id), org.seated);
            let record = Organisations::<Test>::get(id).unwrap();
            assert_eq!(record.identifier, company(org.company));
            assert_eq!(record.last_act, org.last_act);
            if org.standing != Standing::Closed {
                let controller = self.controller_of(id.0).map(account);
                assert_eq!(Some(record.controller), controller);
            }
            // Only one organisation's people ever act from its keyless account.
            let keyless = Members::membership(&keyless(id.0)).unwrap();
            assert_eq!(keyless, Membership { org: id, authority: Authority::Controller });
        }
    }

    /// Whoever listens is told of every change of standing, once, and of nothing else.
    fn check_told(&self, before: &Self) {
        let changes = self.orgs.iter().filter_map(|(id, org)| {
            let from = before.orgs.get(id)?.standing;
            (from != org.standing).then_some((OrgId(*id), from, org.standing))
        });
        let mut told = Told::take();
        told.sort_by_key(|(org, ..)| *org);
        assert_eq!(told, changes.collect::<Vec<_>>());
    }
}

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
    assert_eq!(taken.len(), 26, "{taken:?}");
    // Days pass, and what is held elsewhere is not asked about.
    assert_eq!(refused.len(), 24, "{refused:?}");
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
