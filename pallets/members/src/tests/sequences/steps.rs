//! The steps, and what draws them.

use super::*;

pub(super) type Set = BTreeSet<Scope>;

/// What a delegation says; its last day is counted from yesterday.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) prepare: Set,
    pub(super) approve: Set,
    pub(super) limits: BTreeMap<Scope, (u128, u128)>,
    pub(super) until: Option<u32>,
}

/// What is done from a keyless account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Inner {
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
pub(super) enum Step {
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
    Leave {
        by: u8,
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
pub(super) const COMPANIES: [&str; 5] = ["Bureau", "Steel Works", "Market", "New", "Other"];

pub(super) fn company(n: usize) -> Identifier {
    identifier(COMPANIES[n])
}

/// Ten accounts with keys, and keyless ones of organisations that are there or may come.
pub(super) fn account(n: u8) -> AccountId32 {
    match n {
        0..10 => AccountId32::new([n + 1; 32]),
        _ => keyless(u32::from(n) - 9),
    }
}

pub(super) fn profile_of(n: usize, group: Option<usize>, platform: bool) -> Profile {
    let role = if platform { Role::Platform } else { Role::Enterprise };
    Profile { control_group: group.map(company), roles: roles(&[role]), ..profile(COMPANIES[n]) }
}

/// So many days after yesterday.
pub(super) fn day(n: u32) -> Day {
    Day(Members::today().0 - 1).plus(n)
}

pub(super) fn call(inner: Inner) -> RuntimeCall {
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

pub(super) fn need(inner: Inner) -> Option<(Scope, u128)> {
    match inner {
        Inner::Report(value) => Some((Scope::Devices, value.into())),
        Inner::Settle => Some((Scope::Emissions, 0)),
        Inner::Sponsor => Some((Scope::Membership, 0)),
        Inner::Renew => None,
    }
}

pub(super) fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![Just(Scope::Membership), Just(Scope::Devices), Just(Scope::Emissions)]
}

pub(super) fn set(size: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Set> {
    proptest::collection::btree_set(scope(), size)
}

pub(super) fn given() -> impl Strategy<Value = Given> {
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
pub(super) fn by() -> impl Strategy<Value = u8> {
    prop_oneof![3 => prop_oneof![Just(1u8), Just(5u8), Just(2u8)], 4 => 0..10u8, 1 => 10..15u8]
}

pub(super) fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![
        4 => Just(Standing::Active),
        3 => Just(Standing::Suspended),
        2 => Just(Standing::Expelled),
        1 => Just(Standing::Lapsed),
        1 => Just(Standing::Closed),
    ]
}

pub(super) fn term() -> impl Strategy<Value = u32> {
    prop_oneof![5 => 0..6u32, 3 => 10..200u32, 1 => MAX_TERM_DAYS..MAX_TERM_DAYS + 3]
}

pub(super) fn inner() -> impl Strategy<Value = Inner> {
    prop_oneof![
        5 => (0..6u8).prop_map(Inner::Report),
        3 => Just(Inner::Settle),
        1 => Just(Inner::Sponsor),
        1 => Just(Inner::Renew),
    ]
}

pub(super) fn tier() -> impl Strategy<Value = Tier> {
    prop_oneof![Just(Tier::Basic), Just(Tier::Standard), Just(Tier::Large)]
}

pub(super) fn org() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 1..4u32, 3 => 4..6u32, 1 => Just(0u32), 1 => Just(6u32)]
}

/// What concerns the organisation as a whole.
pub(super) fn membership_step() -> impl Strategy<Value = Step> {
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
pub(super) fn acting_step() -> impl Strategy<Value = Step> {
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
        1 => by().prop_map(|by| Step::Leave { by }),
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
pub(super) fn step() -> impl Strategy<Value = (Step, Option<usize>)> {
    let step = prop_oneof![1 => membership_step(), 2 => acting_step()];
    let aim = prop_oneof![1 => Just(None), 3 => (0..1_000usize).prop_map(Some)];
    (step, aim)
}

/// The item at a place, counted round and round.
pub(super) fn pick<I>(items: impl IntoIterator<Item = I>, n: usize) -> Option<I> {
    let items: Vec<I> = items.into_iter().collect();
    let at = n.checked_rem(items.len())?;
    items.into_iter().nth(at)
}

/// Makes a delegation sound.
pub(super) fn sound(given: &mut Given) {
    let Given { approve, limits, until, .. } = given;
    approve.insert(Scope::Devices);
    limits.retain(|scope, (per_act, per_day)| {
        *scope != Scope::Membership && approve.contains(scope) && per_act <= per_day
    });
    *until = until.filter(|until| *until > 0);
}
