//! The model: who acts for whom, how each organisation stands, and so what each step may do.

use super::*;

/// What a delegate may do; of a limit also what was used of it, and when.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Power {
    pub(super) prepare: Set,
    pub(super) approve: Set,
    pub(super) limits: BTreeMap<Scope, LimitUse>,
    pub(super) until: Option<Day>,
}

/// Whom an account acts for; a controller needs no powers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Agent {
    pub(super) org: u32,
    pub(super) power: Option<Power>,
}

impl Agent {
    pub(super) fn covers(&self, scope: Scope) -> bool {
        let free = |power: &Power| !power.limits.contains_key(&scope);
        self.approves(scope) && self.power.as_ref().is_none_or(free)
    }

    pub(super) fn approves(&self, scope: Scope) -> bool {
        self.power.as_ref().is_none_or(|power| power.approve.contains(&scope))
    }

    pub(super) fn prepares(&self, scope: Scope) -> bool {
        let prepares = |power: &Power| power.prepare.contains(&scope);
        self.approves(scope) || self.power.as_ref().is_none_or(prepares)
    }

    pub(super) fn covers_all(&self, scopes: &Set) -> bool {
        scopes.iter().all(|scope| self.covers(*scope))
    }

    pub(super) fn prepares_all(&self, scopes: &Set) -> bool {
        scopes.iter().all(|scope| self.prepares(*scope))
    }

    /// Whether its last day is over.
    pub(super) fn ended(&self) -> bool {
        let last = self.power.as_ref().and_then(|power| power.until);
        last.is_some_and(|last| Members::today() > last)
    }
}

#[derive(Clone, Debug)]
pub(super) struct Org {
    pub(super) company: usize,
    pub(super) group: Option<usize>,
    pub(super) platform: bool,
    /// As recorded: a membership that is over stays active until the end of it was worked off.
    pub(super) standing: Standing,
    pub(super) until: Day,
    pub(super) tier: Tier,
    pub(super) seated: bool,
    pub(super) last_act: u32,
}

impl Org {
    pub(super) fn standing(&self) -> Standing {
        match self.standing {
            Standing::Active | Standing::Suspended if Members::today() > self.until => {
                Standing::Lapsed
            }
            standing => standing,
        }
    }

    pub(super) fn ends(&self) -> bool {
        matches!(self.standing, Standing::Active | Standing::Suspended)
    }

    pub(super) fn group(&self) -> usize {
        self.group.unwrap_or(self.company)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Proposed {
    pub(super) sponsor: u32,
    pub(super) group: Option<usize>,
    pub(super) controller: u8,
    pub(super) until: Day,
}

#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) by: u8,
    pub(super) inner: Inner,
    pub(super) until: Day,
}

#[derive(Clone, Default)]
pub(super) struct Model {
    pub(super) orgs: BTreeMap<u32, Org>,
    pub(super) accounts: BTreeMap<u8, Agent>,
    pub(super) applications: BTreeMap<usize, Proposed>,
    pub(super) acts: BTreeMap<(u32, u32), Waiting>,
    /// By merchant and platform.
    pub(super) mandates: BTreeMap<(u32, u32), (Set, Day)>,
    /// What they consist in, and when they ended.
    pub(super) interests: BTreeMap<(u32, u32), (InterestKind, Option<Day>)>,
    pub(super) holders: BTreeSet<u32>,
    /// How often an account was bound: each time it got a provider for ever.
    pub(super) bound: BTreeMap<u8, u32>,
}

impl Model {
    pub(super) fn genesis() -> Self {
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

    pub(super) fn bind(&mut self, account: u8, agent: Agent) {
        self.accounts.insert(account, agent);
        *self.bound.entry(account).or_default() += 1;
    }

    /// Nobody's account, or a delegate's whose last day is over.
    pub(super) fn free(&self, account: u8) -> bool {
        account < 10 && self.accounts.get(&account).is_none_or(Agent::ended)
    }

    /// Whom an account acts for today.
    pub(super) fn agent(&self, by: u8) -> Option<Agent> {
        self.accounts.get(&by).filter(|agent| !agent.ended()).cloned()
    }

    /// Who manages its organisation, whatever that's standing.
    pub(super) fn winding_manager(&self, by: u8) -> Option<Agent> {
        self.agent(by).filter(|agent| agent.covers(Scope::Membership))
    }

    /// Who manages its active organisation.
    pub(super) fn manager(&self, by: u8) -> Option<Agent> {
        self.winding_manager(by).filter(|agent| self.active(agent.org))
    }

    pub(super) fn controller_of(&self, org: u32) -> Option<u8> {
        let of = Agent { org, power: None };
        self.accounts.iter().find(|(_, agent)| **agent == of).map(|(account, _)| *account)
    }

    pub(super) fn delegates(&self, org: u32) -> usize {
        let of = |agent: &&Agent| agent.org == org && agent.power.is_some();
        self.accounts.values().filter(of).count()
    }

    pub(super) fn standing(&self, org: u32) -> Option<Standing> {
        self.orgs.get(&org).map(Org::standing)
    }

    pub(super) fn active(&self, org: u32) -> bool {
        self.standing(org) == Some(Standing::Active)
    }

    pub(super) fn active_platform(&self, org: u32) -> bool {
        self.active(org) && self.orgs[&org].platform
    }

    pub(super) fn member(&self, company: usize) -> bool {
        let is = |org: &Org| org.company == company && org.standing != Standing::Closed;
        self.orgs.values().any(is)
    }

    pub(super) fn active_seats(&self) -> usize {
        let active = |org: &&Org| org.seated && org.standing == Standing::Active;
        self.orgs.values().filter(active).count()
    }

    pub(super) fn is_last_seat(&self, org: u32) -> bool {
        let org = &self.orgs[&org];
        org.seated && org.standing == Standing::Active && self.active_seats() == 1
    }

    /// Whether a membership or an application more can end on a day.
    pub(super) fn room(&self, day: Day) -> bool {
        let memberships = self.orgs.values().filter(|org| org.ends()).map(|org| org.until);
        let applications = self.applications.values().map(|application| application.until);
        memberships.chain(applications).filter(|until| *until == day).count() < MAX_ENDINGS as usize
    }

    pub(super) fn sound_term(until: Day) -> bool {
        let today = Members::today();
        until >= today && until.0 - today.0 <= MAX_TERM_DAYS
    }

    /// The powers that a caller may give, if they are sound.
    pub(super) fn grantable(&self, caller: &Agent, given: Given) -> Option<Power> {
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
    pub(super) fn delegate_within(&self, account: u8, caller: &Agent) -> Option<Power> {
        let agent = self.accounts.get(&account).filter(|agent| agent.org == caller.org)?;
        let power = agent.power.clone()?;
        let within = caller.prepares_all(&power.prepare) && caller.covers_all(&power.approve);
        within.then_some(power)
    }

    pub(super) fn hand_over(&mut self, org: u32, to: u8) -> Option<()> {
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
    pub(super) fn stands_for(&self, org: u32, inner: Inner) -> bool {
        match self.standing(org) {
            Some(Standing::Active) => true,
            None | Some(Standing::Closed) => false,
            Some(_) => inner == Inner::Settle,
        }
    }

    pub(super) fn uses_limit(&mut self, by: u8, scope: Scope, value: u128) -> bool {
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

    pub(super) fn act_as(&mut self, org: u32, by: u8, inner: Inner) -> Option<()> {
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
        agent.prepares(scope).then_some(())?;
        let record = self.orgs.get_mut(&org)?;
        record.last_act += 1;
        self.acts.insert((org, record.last_act), Waiting { by, inner, until });
        Some(())
    }

    pub(super) fn approve_act(&mut self, by: u8, act: u32, honest: bool) -> Option<()> {
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

    pub(super) fn sponsor(
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

    pub(super) fn approve(&mut self, company: usize, tier: Tier, until: Day) -> Option<()> {
        let proposed = self.applications.remove(&company)?;
        let Proposed { sponsor, group, controller, until: last } = proposed;
        let in_time = last >= Members::today() && Self::sound_term(until);
        let room = self.free(controller) && self.room(until);
        let sound = !self.member(company) && self.active(sponsor);
        (in_time && room && sound).then_some(())?;
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

    /// A membership whose term is over ends, or is put off, before the council changes it.
    pub(super) fn settle(&mut self, org: u32) {
        let last = self.orgs.contains_key(&org) && self.is_last_seat(org);
        let Some(record) = self.orgs.get_mut(&org) else { return };
        if record.standing() == record.standing {
            return;
        }
        if last {
            record.until = Members::today().plus(30);
        } else {
            record.standing = Standing::Lapsed;
        }
    }

    pub(super) fn set_standing(&mut self, org: u32, to: Standing) -> Option<()> {
        use Standing::*;
        self.settle(org);
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

    pub(super) fn renew(&mut self, org: u32, until: Day) -> Option<()> {
        self.settle(org);
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
    pub(super) fn may_close(&mut self, org: u32) -> Option<()> {
        self.settle(org);
        let standing = self.orgs.get(&org)?.standing;
        let over = matches!(standing, Standing::Lapsed | Standing::Expelled);
        (over && !self.holders.contains(&org)).then_some(())
    }

    pub(super) fn set_seat(&mut self, org: u32, seated: bool) -> Option<()> {
        self.settle(org);
        let record = self.orgs.get(&org)?;
        let active = record.standing() == Standing::Active;
        let may = if seated { active } else { !self.is_last_seat(org) };
        (may && record.seated != seated).then_some(())?;
        self.orgs.get_mut(&org)?.seated = seated;
        Some(())
    }

    pub(super) fn set_delegation(&mut self, by: u8, account: u8, given: Given) -> Option<()> {
        let caller = self.manager(by)?;
        let mut power = self.grantable(&caller, given)?;
        let earlier = self.delegate_within(account, &caller)?;
        for (scope, limit) in &mut power.limits {
            let of = earlier.limits.get(scope).filter(|earlier| earlier.day == limit.day);
            limit.used = of.map_or(0, |earlier| earlier.used);
        }
        self.accounts.insert(account, Agent { org: caller.org, power: Some(power) });
        Some(())
    }

    pub(super) fn grant(&mut self, by: u8, platform: u32, scopes: Set, until: Day) -> Option<()> {
        let merchant = self.manager(by)?;
        let own = merchant.covers_all(&scopes) && !scopes.contains(&Scope::Membership);
        let other = merchant.org != platform && self.active_platform(platform);
        let sound = !scopes.is_empty() && until >= Members::today();
        let last = merchant.power.as_ref().and_then(|power| power.until);
        let within = last.is_none_or(|last| until <= last);
        (own && other && sound && within).then_some(())?;
        self.mandates.insert((merchant.org, platform), (scopes, until));
        Some(())
    }

    pub(super) fn declare(&mut self, by: u8, with: u32, kind: InterestKind) -> Option<()> {
        let org = self.manager(by)?.org;
        let known = self.interests.get(&(org, with)) == Some(&(kind, None));
        (org != with && self.orgs.contains_key(&with) && !known).then_some(())?;
        self.interests.insert((org, with), (kind, None));
        Some(())
    }

    pub(super) fn end_interest(&mut self, by: u8, with: u32) -> Option<()> {
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

    pub(super) fn managers(&self) -> impl Iterator<Item = u8> + '_ {
        self.accounts.keys().copied().filter(|by| self.manager(*by).is_some())
    }

    pub(super) fn managers_of(&self, org: u32) -> impl Iterator<Item = u8> + '_ {
        self.managers().filter(move |by| self.accounts[by].org == org)
    }

    pub(super) fn delegates_of(&self, org: u32) -> impl Iterator<Item = u8> + '_ {
        let of = move |agent: &Agent| agent.org == org && agent.power.is_some();
        self.accounts.iter().filter(move |(_, agent)| of(agent)).map(|(account, _)| *account)
    }

    pub(super) fn of_standing(&self, is: impl Fn(Standing) -> bool, n: usize) -> Option<u32> {
        pick(self.orgs.iter().filter(|(_, org)| is(org.standing())).map(|(id, _)| *id), n)
    }

    /// Aims a step at what is there, as far as something is.
    pub(super) fn aim(&self, step: &mut Step, n: usize) -> Option<()> {
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
    pub(super) fn takes(&mut self, step: &Step) -> Option<()> {
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
                self.settle(org);
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
                let open = |record: &&mut Org| record.standing != Standing::Closed;
                let record = self.orgs.get_mut(&org).filter(open)?;
                (record.tier != tier).then_some(())?;
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
            Step::Leave { by } => {
                self.accounts.get(&by)?.power.as_ref()?;
                self.accounts.remove(&by).map(drop)
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
    pub(super) fn follow(&mut self, step: &Step) {
        match step {
            Step::Close { org, limit } => self.follow_closing(*org, *limit as usize),
            Step::Pass { idle, .. } => self.follow_endings(idle.is_none()),
            _ => (),
        }
    }

    pub(super) fn follow_closing(&mut self, org: u32, limit: usize) {
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

    pub(super) fn follow_endings(&mut self, all: bool) {
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

    pub(super) fn check(&self) {
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

    pub(super) fn check_accounts(&self) {
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
        for (n, times) in &self.bound {
            assert_eq!(System::providers(&account(*n)), *times, "an account may lose its nonce");
        }
    }

    pub(super) fn check_organisations(&self) {
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

    /// Whoever listens is told of every change of standing, in order, and of nothing else.
    pub(super) fn check_told(&self, before: &Self) {
        let standings = |model: &Self| -> BTreeMap<OrgId, Standing> {
            model.orgs.iter().map(|(id, org)| (OrgId(*id), org.standing)).collect()
        };
        let mut told = standings(before);
        for (org, from, to) in Told::take() {
            assert_ne!(from, to);
            assert_eq!(told.insert(org, to), Some(from), "{org:?}");
        }
        let mut now = standings(self);
        now.retain(|org, _| told.contains_key(org));
        assert_eq!(told, now);
    }
}
