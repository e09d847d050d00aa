//! What the runtime API answers.

use super::*;
use crate::{MonthUptime, MonthUptimes, Validators as Known};
use huangpu_primitives::{
    apis::{UptimeView, ValidatorSetView, ValidatorView, PAGE},
    calendar::Month,
};

fn orgs(ids: &[u32]) -> Vec<OrgId> {
    ids.iter().copied().map(OrgId).collect()
}

#[test]
fn the_set_is_shown_as_it_is_and_as_it_will_be() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        assert_ok!(leave(2));
        pass_session();
        let expected = ValidatorSetView {
            session: 1,
            session_blocks: BLOCKS,
            minimum: MIN,
            maximum: MAX,
            authors: orgs(&[1, 2, 3, 4, 5]),
            planned: orgs(&[1, 3, 4, 5, NEW]),
        };
        assert_eq!(Validators::set_view(), expected);
    });
}

#[test]
fn a_validator_shows_where_it_stands() {
    ExtBuilder::default().build_and_execute(|| {
        let view = |org| Validators::validator_view(OrgId(org));
        assert_eq!(view(NEW), None);
        assert_ok!(apply(NEW));
        let candidate = ValidatorView {
            org: OrgId(NEW),
            account: Members::account_of(OrgId(NEW)),
            state: ValidatorState::Candidate,
            has_keys: false,
            authors: false,
            rejoined: false,
            blocks: 0,
        };
        assert_eq!(view(NEW), Some(candidate.clone()));
        set_keys(NEW);
        assert_ok!(approve(NEW));
        let approved =
            ValidatorView { state: ValidatorState::Approved, has_keys: true, ..candidate };
        assert_eq!(view(NEW), Some(approved.clone()));
        pass_session();
        let active = ValidatorView { state: ValidatorState::Active, ..approved };
        assert_eq!(view(NEW), Some(active.clone()));
        pass_session();
        assert_eq!(view(NEW), Some(ValidatorView { authors: true, ..active.clone() }));
        next_block(Some(OrgId(NEW)));
        assert_ok!(leave(NEW));
        let state = ValidatorState::Leaving(Departure::Left);
        let leaving = ValidatorView { state, authors: true, blocks: 1, ..active };
        assert_eq!(view(NEW), Some(leaving));
    });
}

#[test]
fn a_dropped_one_shows_that_and_whether_it_came_back_before() {
    ExtBuilder::default().build_and_execute(|| {
        pass_session_without(&[1]);
        let view = Validators::validator_view(OrgId(1)).unwrap();
        // It makes blocks for one more session.
        assert_eq!(
            (view.state, view.rejoined, view.authors),
            (ValidatorState::Dropped, false, true)
        );
        assert_ok!(rejoin(1));
        assert!(Validators::validator_view(OrgId(1)).unwrap().rejoined);
    });
}

#[test]
fn validators_come_in_pages() {
    ExtBuilder::default().build_and_execute(|| {
        for n in 0..PAGE {
            assert_ok!(apply(NEW + n));
        }
        let count = (PAGE + MIN + 1) as usize;
        for limit in [1, 7, PAGE, u32::MAX] {
            let mut all: Vec<OrgId> = vec![];
            loop {
                let page = Validators::validator_page(all.last().copied(), limit);
                assert!(page.len() <= limit.min(PAGE) as usize);
                if page.is_empty() {
                    break;
                }
                for view in &page {
                    assert_eq!(Validators::validator_view(view.org).as_ref(), Some(view));
                }
                all.extend(page.into_iter().map(|view| view.org));
            }
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "in pages of {limit}");
        }
        // One that is gone since still names its place.
        let keys: Vec<OrgId> = Known::<Test>::iter_keys().collect();
        let at = keys.iter().position(|org| org.0 >= NEW && *org != keys[count - 1]).unwrap();
        assert_ok!(withdraw(keys[at].0));
        let next = Validators::validator_page(Some(keys[at]), 1);
        assert_eq!(next.first().map(|view| view.org), Some(keys[at + 1]));
        assert!(Validators::validator_page(None, 0).is_empty());
    });
}

#[test]
fn a_sessions_blocks_are_shown_while_they_are_kept() {
    ExtBuilder::default().set_of(MIN).build_and_execute(|| {
        assert_eq!(Validators::session_uptime(0), []);
        pass_session_without(&[3]);
        let expected = [(1, 3), (2, 3), (3, 0), (4, 3)].map(|(org, blocks)| (OrgId(org), blocks));
        assert_eq!(Validators::session_uptime(0), expected);
        (0..KEPT).for_each(|_| pass_session());
        assert_eq!(Validators::session_uptime(0), []);
    });
}

#[test]
fn months_come_in_order() {
    ExtBuilder::default().build_and_execute(|| {
        for month in [700, 690, 710, 695] {
            let uptime = MonthUptime { sessions: month.into(), silent: 1, blocks: 2 };
            MonthUptimes::<Test>::insert(OrgId(1), Month(month), uptime);
        }
        let view = |month: u16| UptimeView {
            month: Month(month),
            sessions: month.into(),
            silent: 1,
            blocks: 2,
        };
        let page = |from, limit| Validators::uptime_page(OrgId(1), Month(from), limit);
        assert_eq!(page(0, u32::MAX), [690, 695, 700, 710].map(view));
        assert_eq!(page(691, 2), [695, 700].map(view));
        assert_eq!(page(710, 5), [view(710)]);
        assert_eq!(page(711, 5), []);
        assert_eq!(page(0, 0), []);
        assert_eq!(Validators::uptime_page(OrgId(2), Month(0), 5), []);
    });
}
