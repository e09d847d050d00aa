//! What the runtime API answers.

use super::*;
use huangpu_primitives::apis::{AuthorityView, ClassView, PermitView, PAGE};

#[test]
fn all_classes_are_shown_in_order() {
    ExtBuilder::default().simulated(&[Credit]).build_and_execute(|| {
        let views = Instruments::class_views();
        let classes: Vec<_> = views.iter().map(|view| (view.class, view.open)).collect();
        assert_eq!(classes, InstrumentClass::ALL.map(|class| (class, class == Credit)));
        for view in views {
            assert_eq!(view, Instruments::class_view(view.class));
            assert_eq!(view.authority.is_some(), view.class == Credit);
        }
    });
}

#[test]
fn a_class_shows_the_authority_recorded_last() {
    ExtBuilder::default().build_and_execute(|| {
        let until = TODAY.plus(5);
        assert_ok!(record(Credit, Mode::Mirror, permit("CCER"), until));
        let document = H256::repeat_byte(1);
        let authority = AuthorityView {
            id: AuthorityId(1),
            class: Credit,
            mode: Mode::Mirror,
            permit: Some(PermitView { document, register: b"CCER".to_vec() }),
            since: Some(TODAY),
            until,
            ended: None,
        };
        let view = |open, authority: &AuthorityView| ClassView {
            class: Credit,
            open,
            authority: Some(authority.clone()),
        };
        assert_eq!(Instruments::class_view(Credit), view(true, &authority));
        pass_days(2);
        assert_ok!(close(Credit));
        let ended = AuthorityView { ended: Some(TODAY.plus(2)), ..authority };
        assert_eq!(Instruments::class_view(Credit), view(false, &ended));
        assert_eq!(Instruments::authority_view(AuthorityId(1)), Some(ended));
        assert_eq!(Instruments::authority_view(AuthorityId(2)), None);
    });
}

#[test]
fn one_that_is_over_is_not_open() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(record(Credit, Mode::Simulation, None, TODAY));
        pass_days(1);
        let view = Instruments::class_view(Credit);
        assert!(!view.open);
        assert_eq!(view.authority.unwrap().ended, None);
    });
}

#[test]
fn authorities_come_in_pages() {
    ExtBuilder::default().build_and_execute(|| {
        let count = PAGE + 3;
        for n in 0..count {
            assert_ok!(record(Credit, Mode::Simulation, None, TODAY.plus(n)));
        }
        let page = |after: Option<u32>, limit| -> Vec<u32> {
            let page = Instruments::authorities_page(after.map(AuthorityId), limit);
            page.into_iter().map(|view| view.id.0).collect()
        };
        assert_eq!(page(None, 2), [1, 2]);
        assert_eq!(page(Some(2), 2), [3, 4]);
        assert_eq!(page(Some(PAGE), u32::MAX), [PAGE + 1, PAGE + 2, PAGE + 3]);
        assert_eq!(page(None, u32::MAX).len() as u32, PAGE);
        assert!(page(None, 0).is_empty());
        for after in [count, count + 1, u32::MAX] {
            assert!(page(Some(after), 5).is_empty());
        }
    });
}
