//! `thaw_owner`.

use super::*;

#[test]
fn an_owner_disposes_of_its_units_again() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze_owner(SELLER));
        take_events();
        let (owner, document) = (OrgId(SELLER), H256::repeat_byte(8));
        assert_ok!(Intervals::thaw_owner(RuntimeOrigin::root(), owner, DOCUMENT, document));
        assert_eq!(take_events(), [Event::OwnerThawed { owner, document }]);
        assert_ok!(split(SELLER, 0, 20));
    });
}

#[test]
fn what_is_frozen_by_itself_stays_so() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 0, 10)));
        assert_ok!(freeze_owner(SELLER));
        assert_ok!(thaw_owner(SELLER));
        assert_eq!(frozen(0), Some(1));
        assert_noop!(split(SELLER, 0, 5), Error::<Test>::Frozen);
    });
}

#[test]
fn only_who_is_frozen() {
    hundred().build_and_execute(|| {
        assert_noop!(thaw_owner(SELLER), Error::<Test>::OwnerNotFrozen);
        assert_ok!(freeze_owner(SELLER));
        assert_ok!(thaw_owner(SELLER));
        assert_noop!(thaw_owner(SELLER), Error::<Test>::OwnerNotFrozen);
    });
}

#[test]
fn by_the_order_that_is_named() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze_owner(SELLER));
        let other = H256::repeat_byte(8);
        assert_noop!(thaw_owner_of(SELLER, other), Error::<Test>::OtherOrder);
        // Lifted, and frozen by another court, before the vote on lifting the first was over.
        assert_ok!(thaw_owner(SELLER));
        assert_ok!(Intervals::freeze_owner(RuntimeOrigin::root(), OrgId(SELLER), other));
        assert_noop!(thaw_owner(SELLER), Error::<Test>::OtherOrder);
        assert_ok!(thaw_owner_of(SELLER, other));
    });
}

#[test]
fn only_the_council_thaws_an_owner() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze_owner(SELLER));
        Decided::set(None);
        assert_for_council_only(|origin| {
            Intervals::thaw_owner(origin, OrgId(SELLER), DOCUMENT, DOCUMENT)
        });
    });
}
