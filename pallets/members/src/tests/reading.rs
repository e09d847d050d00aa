//! What the runtime API answers, and what other pallets may ask.

use super::{
    act_as::{act, hash_of, note, remark},
    add_delegate::{limited, preparing, set, until},
    interests::{declare, end},
    mandates::{grant, mandate},
    *,
};
use crate::{Accesses, Bucket, GenesisOrganisation, Limit, APPLICATION_DAYS, INTEREST_DAYS};
use codec::Encode;
use core::fmt::Debug;
use huangpu_primitives::{
    apis::{
        AccountView, ActView, ApplicationView, InterestView, LimitView, MandateView,
        OrganisationView, QuotaView, PAGE,
    },
    calendar::Day,
    members::{InterestKind, Tier},
    traits::{OrgStanding, Standings},
};

/// So many founding organisations of a role, with the ids 1, 2, 3 and so on.
pub(super) fn crowd(count: u32, role: Role) -> Vec<GenesisOrganisation<AccountId32>> {
    (1..=count)
        .map(|n| {
            let mut bytes = [0xee; 32];
            bytes[..4].copy_from_slice(&n.to_le_bytes());
            founder(&format!("Member {n}"), role, AccountId32::new(bytes))
        })
        .collect()
}

/// Whatever the size of the pages, they list everything once, in the same order.
fn assert_lists_once<I, K>(
    page: impl Fn(Option<K>, u32) -> Vec<I>,
    key: impl Fn(&I) -> K,
    mut expected: Vec<K>,
) where
    I: Clone + PartialEq + Debug,
    K: Ord + Debug,
{
    let whole = page(None, PAGE);
    for size in [1, 2, 3, 4, 7, PAGE - 1, PAGE, PAGE + 1, u32::MAX] {
        let mut all: Vec<I> = vec![];
        loop {
            let next = page(all.last().map(&key), size);
            assert!(next.len() as u32 <= size.min(PAGE));
            if next.is_empty() {
                break;
            }
            all.extend(next);
            assert!(all.len() <= expected.len(), "something is listed twice in pages of {size}");
        }
        assert_eq!(all[..whole.len()], whole, "in pages of {size}");
        let mut keys: Vec<K> = all.iter().map(&key).collect();
        keys.sort();
        expected.sort();
        assert_eq!(keys, expected, "in pages of {size}");
    }
    assert_eq!(page(None, 0), [], "nothing was asked for");
}

#[test]
fn an_organisation_is_shown_as_it_is() {
    ExtBuilder::default().build_and_execute(|| {
        let expected = OrganisationView {
            id: STEEL,
            identifier: identifier("Steel Works"),
            name: b"Steel Works".to_vec(),
            kind: Kind::Enterprise(SizeClass::Large),
            control_group: None,
            standing: Standing::Active,
            until: Day(u32::MAX),
            sponsor: None,
            roles: vec![Role::Enterprise],
            seated: false,
            controller: bob(),
            account: keyless(2),
            delegates: 3,
            tier: Tier::Standard,
        };
        assert_eq!(Members::organisation_view(STEEL), Some(expected));
        let bureau = Members::organisation_view(BUREAU).unwrap();
        assert_eq!((bureau.seated, bureau.delegates), (true, 0));
        for unknown in [OrgId(0), OrgId(4), OrgId(u32::MAX)] {
            assert_eq!(Members::organisation_view(unknown), None);
        }
    });
}

#[test]
fn an_admitted_organisation_is_shown_with_its_sponsor_and_group() {
    ExtBuilder::default().build_and_execute(|| {
        let profile = Profile { control_group: Some(identifier("Group")), ..profile("New") };
        assert_ok!(Members::sponsor(signed(bob()), identifier("New"), profile, outsider()));
        let (id, until) = (identifier("New"), TODAY.plus(100));
        assert_ok!(Members::approve_application(RuntimeOrigin::root(), id, Tier::Basic, until));
        let expected = OrganisationView {
            id: OrgId(4),
            identifier: identifier("New"),
            name: b"New".to_vec(),
            kind: Kind::Enterprise(SizeClass::Small),
            control_group: Some(identifier("Group")),
            standing: Standing::Active,
            until,
            sponsor: Some(STEEL),
            roles: vec![Role::Enterprise],
            seated: false,
            controller: outsider(),
            account: keyless(4),
            delegates: 0,
            tier: Tier::Basic,
        };
        assert_eq!(Members::organisation_view(OrgId(4)), Some(expected.clone()));
        // The day after its last, it has lapsed, whether or not its bucket was worked off.
        pass_days(101);
        let lapsed = OrganisationView { standing: Standing::Lapsed, ..expected };
        assert_eq!(Members::organisation_view(OrgId(4)), Some(lapsed));
    });
}

#[test]
fn a_closed_organisation_is_still_shown() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 100));
        let view = Members::organisation_view(STEEL).unwrap();
        assert_eq!((view.standing, view.delegates), (Standing::Closed, 0));
        assert_eq!(view.name, b"Steel Works");
    });
}

#[test]
fn organisations_are_listed_in_order_page_by_page() {
    let count = PAGE + 2;
    let organisations = crowd(count, Role::Enterprise);
    ExtBuilder::default().organisations(organisations).build_and_execute(|| {
        let page = |after: Option<u32>, limit| -> Vec<u32> {
            let page = Members::organisation_page(after.map(OrgId), limit);
            page.into_iter().map(|view| view.id.0).collect()
        };
        assert_lists_once(page, |id| *id, (1..=count).collect());
        assert_eq!(page(None, 2), [1, 2]);
        assert_eq!(page(Some(2), 3), [3, 4, 5]);
        assert_eq!(page(None, u32::MAX), (1..=PAGE).collect::<Vec<_>>());
        assert_eq!(page(Some(PAGE), u32::MAX), [PAGE + 1, PAGE + 2]);
        for after in [count, count + 1, u32::MAX] {
            assert_eq!(page(Some(after), 1), [0; 0]);
        }
        let views = Members::organisation_page(Some(OrgId(6)), 1);
        assert_eq!(views, [Members::organisation_view(OrgId(7)).unwrap()]);
    });
}

#[test]
fn an_account_is_shown_with_what_it_may_do() {
    ExtBuilder::default().build_and_execute(|| {
        let view = |account| Members::account_view(&account);
        let nothing = AccountView {
            org: STEEL,
            controller: true,
            prepare: vec![],
            approve: vec![],
            limits: vec![],
            until: None,
        };
        assert_eq!(view(bob()), Some(nothing.clone()));
        let approve = vec![Scope::Membership, Scope::Devices];
        let expected = AccountView { controller: false, approve, ..nothing.clone() };
        assert_eq!(view(manager()), Some(expected));
        set(operator(), until(preparing(&[Scope::Emissions]), TODAY.plus(4)));
        let expected = AccountView {
            controller: false,
            prepare: vec![Scope::Emissions],
            until: Some(TODAY.plus(4)),
            ..nothing
        };
        assert_eq!(view(operator()), Some(expected));
        for account in [outsider(), keyless(2)] {
            assert_eq!(view(account), None);
        }
    });
}

#[test]
fn limits_are_shown_with_what_was_used_today() {
    ExtBuilder::default().build_and_execute(|| {
        let both = [Scope::Devices, Scope::Emissions];
        let limit = |per_act, per_day| Limit { per_act, per_day };
        let limits = [(Scope::Emissions, limit(1, 2)), (Scope::Devices, limit(10, 15))];
        let limits = limits.to_vec().try_into().unwrap();
        set(operator(), Delegation { limits, ..alone(&both) });
        assert_ok!(act(operator(), STEEL, remark(8)));
        let devices =
            |used_today| LimitView { scope: Scope::Devices, per_act: 10, per_day: 15, used_today };
        let emissions =
            LimitView { scope: Scope::Emissions, per_act: 1, per_day: 2, used_today: 0 };
        let shown = || Members::account_view(&operator()).unwrap().limits;
        assert_eq!(shown(), [devices(8), emissions.clone()]);
        pass_days(1);
        assert_eq!(shown(), [devices(0), emissions]);
    });
}

#[test]
fn delegates_are_listed_once_with_what_they_may_do() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), limited(&[Scope::Devices], Scope::Devices, 3, 4));
        let page = |after, limit| Members::delegates_page(STEEL, after, limit);
        let expected = vec![manager(), operator(), accountant()];
        assert_lists_once(page, |(account, _)| account.clone(), expected);
        for (account, view) in page(None, PAGE) {
            assert_eq!(Some(view), Members::account_view(&account));
        }
        // Who is gone still names its place.
        let all = page(None, PAGE);
        assert_ok!(Members::remove_delegate(signed(bob()), all[0].0.clone()));
        assert_eq!(page(Some(all[0].0.clone()), PAGE), all[1..]);
        for none in [BUREAU, OrgId(4)] {
            assert_eq!(Members::delegates_page(none, None, PAGE), []);
        }
    });
}

#[test]
fn applications_are_listed_once_as_they_are() {
    ExtBuilder::default().build_and_execute(|| {
        let mut expected = vec![];
        for n in 0..10 {
            if n > 0 && n % MAX_ENDINGS == 0 {
                pass_days(1);
            }
            let name = format!("New {n}");
            let profile = Profile {
                control_group: (n % 2 == 0).then(|| identifier("Group")),
                ..profile(&name)
            };
            let (by, sponsor) = if n < 5 { (bob(), STEEL) } else { (carol(), MARKET) };
            let id = identifier(&name);
            assert_ok!(Members::sponsor(signed(by), id.clone(), profile.clone(), outsider()));
            expected.push(ApplicationView {
                identifier: id,
                name: name.into_bytes(),
                kind: Kind::Enterprise(SizeClass::Small),
                control_group: profile.control_group,
                roles: vec![Role::Enterprise],
                controller: outsider(),
                sponsor,
                until: TODAY.plus(n / MAX_ENDINGS + APPLICATION_DAYS),
            });
        }
        let identifiers = expected.iter().map(|view| view.identifier.clone()).collect();
        assert_lists_once(Members::applications_page, |view| view.identifier.clone(), identifiers);
        let mut all = Members::applications_page(None, PAGE);
        let second = all[1].clone();
        all.sort_by_key(|view| view.identifier.clone());
        assert_eq!(all, expected);
        // What is gone still names its place.
        let first = Members::applications_page(None, 1).remove(0).identifier;
        let gone = Members::reject_application(RuntimeOrigin::root(), first.clone(), DOCUMENT);
        assert_ok!(gone);
        assert_eq!(Members::applications_page(Some(first), 1), [second]);
    });
}

#[test]
fn acts_are_listed_once_as_they_are() {
    ExtBuilder::default().build_and_execute(|| {
        set(operator(), preparing(&[Scope::Devices, Scope::Emissions]));
        let mut expected = vec![];
        for n in 0..9 {
            if n > 0 && n % MAX_ENDINGS == 0 {
                pass_days(1);
            }
            let (call, scope, value) = match n {
                0 => (note(), Scope::Emissions, 0),
                _ => (remark(n as usize), Scope::Devices, u128::from(n)),
            };
            assert_ok!(act(operator(), STEEL, call.clone()));
            expected.push(ActView {
                act: n + 1,
                by: operator(),
                scope,
                value,
                until: TODAY.plus(n / MAX_ENDINGS + 14),
                hash: hash_of(&call),
                call: call.encode(),
            });
        }
        let page = |after, limit| Members::acts_page(STEEL, after, limit);
        assert_lists_once(page, |view| view.act, (1..=9).collect());
        let mut all = page(None, PAGE);
        let (first, second) = (all[0].act, all[1].clone());
        all.sort_by_key(|view| view.act);
        assert_eq!(all, expected);
        assert_ok!(Members::cancel_act(signed(operator()), first));
        assert_eq!(page(Some(first), 1), [second]);
        for none in [MARKET, OrgId(4)] {
            assert_eq!(Members::acts_page(none, None, PAGE), []);
        }
    });
}

#[test]
fn a_mandate_is_shown_as_it_is_to_both_sides() {
    ExtBuilder::default().build_and_execute(|| {
        let both = mandate(&[Scope::Devices, Scope::Emissions]);
        assert_ok!(grant(bob(), MARKET, both.clone()));
        let expected = |in_force| MandateView {
            merchant: STEEL,
            platform: MARKET,
            scopes: vec![Scope::Devices, Scope::Emissions],
            until: TODAY.plus(10),
            fee: 50,
            terms: DOCUMENT,
            in_force,
        };
        let shown = || {
            let merchants = Members::mandates_page(STEEL, None, PAGE);
            assert_eq!(Members::mandates_held_page(MARKET, None, PAGE), merchants);
            merchants
        };
        assert_eq!(shown(), [expected(true)]);
        assert_ok!(set_standing(MARKET, Standing::Suspended));
        assert_eq!(shown(), [expected(false)]);
        assert_ok!(set_standing(MARKET, Standing::Active));
        pass_days(10);
        assert_eq!(shown(), [expected(true)]);
        pass_days(1);
        assert_eq!(shown(), [expected(false)]);
        for org in [MARKET, BUREAU, OrgId(4)] {
            assert_eq!(Members::mandates_page(org, None, PAGE), []);
        }
        for org in [STEEL, BUREAU, OrgId(4)] {
            assert_eq!(Members::mandates_held_page(org, None, PAGE), []);
        }
    });
}

#[test]
fn mandates_are_listed_once_on_both_sides() {
    let platforms = crowd(12, Role::Platform);
    let accounts: Vec<_> = platforms.iter().map(|founder| founder.controller.clone()).collect();
    ExtBuilder::default().organisations(platforms).build_and_execute(|| {
        let devices = || mandate(&[Scope::Devices]);
        for platform in 2..=12 {
            assert_ok!(grant(accounts[0].clone(), OrgId(platform), devices()));
        }
        for merchant in &accounts[2..=11] {
            assert_ok!(grant(merchant.clone(), OrgId(2), devices()));
        }
        let page = |after, limit| Members::mandates_page(OrgId(1), after, limit);
        assert_lists_once(page, |view| view.platform, (2..=12).map(OrgId).collect());
        let page = |after, limit| Members::mandates_held_page(OrgId(2), after, limit);
        let merchants = [1].into_iter().chain(3..=12).map(OrgId).collect();
        assert_lists_once(page, |view| view.merchant, merchants);
    });
}

#[test]
fn an_interest_is_shown_as_it_is() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(declare(bob(), MARKET, InterestKind::Ownership));
        pass_days(1);
        let shown = || Members::interests_page(STEEL, None, PAGE);
        let expected = |ended, counts| InterestView {
            with: MARKET,
            kind: InterestKind::Ownership,
            since: TODAY,
            ended,
            counts,
        };
        assert_eq!(shown(), [expected(None, true)]);
        assert_ok!(end(bob(), MARKET));
        let ended = Some(TODAY.plus(1));
        assert_eq!(shown(), [expected(ended, true)]);
        pass_days(INTEREST_DAYS);
        assert_eq!(shown(), [expected(ended, true)]);
        pass_days(1);
        assert_eq!(shown(), [expected(ended, false)]);
        for org in [MARKET, OrgId(4)] {
            assert_eq!(Members::interests_page(org, None, PAGE), []);
        }
    });
}

#[test]
fn interests_are_listed_once() {
    let organisations = crowd(12, Role::Enterprise);
    let by = organisations[4].controller.clone();
    ExtBuilder::default().organisations(organisations).build_and_execute(|| {
        let others: Vec<_> = (1..=12).filter(|n| *n != 5).map(OrgId).collect();
        for with in &others {
            assert_ok!(declare(by.clone(), *with, InterestKind::Other));
        }
        let page = |after, limit| Members::interests_page(OrgId(5), after, limit);
        assert_lists_once(page, |view| view.with, others);
    });
}

#[test]
fn a_quota_is_shown_with_what_is_left_of_it() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = QuotaView {
            tier: Tier::Standard,
            time_per_block: 5_000,
            bytes_per_block: 500,
            time_capacity: 50_000,
            bytes_capacity: 5_000,
            time_left: 50_000,
            bytes_left: 5_000,
        };
        assert_eq!(Members::quota_view(STEEL), Some(whole.clone()));
        Accesses::<Test>::mutate(STEEL, |access| {
            let bucket = Bucket { time: 12_000, bytes: 700, at: 1 };
            access.as_mut().unwrap().bucket = bucket;
        });
        let left =
            |time_left, bytes_left| Some(QuotaView { time_left, bytes_left, ..whole.clone() });
        assert_eq!(Members::quota_view(STEEL), left(38_000, 4_300));
        System::set_block_number(2);
        assert_eq!(Members::quota_view(STEEL), left(43_000, 4_800));
        System::set_block_number(3);
        assert_eq!(Members::quota_view(STEEL), left(48_000, 5_000));
        System::set_block_number(4);
        assert_eq!(Members::quota_view(STEEL), Some(whole.clone()));
        for unknown in [OrgId(0), OrgId(4)] {
            assert_eq!(Members::quota_view(unknown), None);
        }
    });
}

#[test]
fn keyless_accounts_differ_and_lead_back() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ne!(keyless(1), keyless(2));
        assert_eq!(Members::org_of_keyless(&keyless(2)), Some(STEEL));
        assert_eq!(Members::org_of_keyless(&keyless(4)), None);
        assert_eq!(Members::org_of_keyless(&bob()), None);
        assert_eq!(Members::membership(&keyless(2)), controller(STEEL));
        assert_eq!(Members::membership(&keyless(4)), None);
        assert_eq!(Members::membership(&operator()), delegate(STEEL, &[Scope::Devices]));
    });
}

#[test]
fn other_pallets_ask_whether_an_organisation_is_active() {
    ExtBuilder::default().build_and_execute(|| {
        let is_active = <Members as OrgStanding>::is_active;
        assert!(is_active(STEEL));
        assert!(!is_active(OrgId(4)));
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert!(!is_active(STEEL));
        assert_ok!(set_standing(STEEL, Standing::Active));
        assert!(is_active(STEEL));
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY));
        assert!(is_active(STEEL));
        pass_days(1);
        assert!(!is_active(STEEL));
    });
}

#[test]
fn other_pallets_ask_how_an_organisation_stands() {
    ExtBuilder::default().build_and_execute(|| {
        let standing = <Members as Standings>::standing;
        assert_eq!(standing(STEEL), Some(Standing::Active));
        assert_eq!(standing(OrgId(4)), None);
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_eq!(standing(STEEL), Some(Standing::Suspended));
        assert_ok!(set_standing(STEEL, Standing::Active));
        assert_ok!(Members::renew(RuntimeOrigin::root(), STEEL, TODAY));
        // Nobody has to be told that a term is over.
        pass_days(1);
        assert_eq!(standing(STEEL), Some(Standing::Lapsed));
    });
}
