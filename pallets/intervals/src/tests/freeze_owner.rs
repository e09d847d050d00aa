//! `freeze_owner`.

use super::*;

#[test]
fn the_pieces_of_a_frozen_owner_stay_as_they_are() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 40));
        assert_ok!(offer(part(40, 40, 60), 5));
        take_events();
        assert_ok!(freeze_owner(SELLER));
        let owner = OrgId(SELLER);
        assert_eq!(take_events(), [Event::OwnerFrozen { owner, document: DOCUMENT }]);
        assert_eq!(FrozenOwners::<Test>::get(owner), Some(DOCUMENT));

        let before = pieces();
        let frozen: DispatchError = Error::<Test>::OwnerFrozen.into();
        assert_noop!(split(SELLER, 0, 20), frozen);
        assert_noop!(merge(SELLER, 0), frozen);
        assert_noop!(offer(whole(0, 40), 5), frozen);
        assert_noop!(withdraw(1, SELLER), frozen);
        assert_noop!(accept(1, BUYER, 5), frozen);
        // Nor for another pallet: what acts for an owner wants to see that it was asked.
        assert_noop!(give(whole(0, 40), own(SELLER), OTHER), frozen);
        assert_noop!(retire(whole(0, 40), own(SELLER)), frozen);
        assert_noop!(pledge(whole(0, 40)), frozen);
        let other = <Intervals as UnitLedger>::ensure_owner_free(OrgId(BUYER));
        assert_eq!(other.map(FreeOwner::org), Ok(OrgId(BUYER)));
        assert_eq!(pieces(), before);
    });
}

#[test]
fn so_the_orders_that_follow_find_what_they_name() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 60, 100), 5));
        assert_ok!(freeze_owner(SELLER));
        assert_ok!(freeze(part(0, 0, 30)));
        assert_ok!(reassign(whole(0, 30), OTHER));
        assert_ok!(cancel(1));
        assert_ok!(reassign(part(30, 30, 60), OTHER));
        assert_eq!(frozen(0), Some(1));
    });
}

#[test]
fn who_has_a_claim_is_not_stopped() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 50)));
        assert_ok!(freeze_owner(SELLER));
        assert_ok!(give(whole(0, 50), Right::Claim(PLEDGE), OTHER));
    });
}

#[test]
fn what_the_owner_buys_or_is_issued_joins_the_rest() {
    hundred().holds(Credit, 10, OTHER).money(SELLER, 5).build_and_execute(|| {
        let others = InstrumentId { class: Credit, number: 2 };
        let all = whole(0, 10);
        let origin = signed(OTHER);
        assert_ok!(Intervals::offer_units(origin, others, all, YUAN, 5, None, TODAY));
        assert_ok!(freeze_owner(SELLER));
        assert_ok!(accept(1, SELLER, 5));
        let split = Intervals::split_piece(signed(SELLER), others, 0, 5);
        assert_eq!(split, Err(Error::<Test>::OwnerFrozen.into()));
    });
}

#[test]
fn a_member_once() {
    hundred().build_and_execute(|| {
        for org in [0, ORGS + 1, u32::MAX] {
            assert_noop!(freeze_owner(org), Error::<Test>::NotMember);
        }
        stand(OTHER, Standing::Closed);
        assert_noop!(freeze_owner(OTHER), Error::<Test>::NotMember);
        for (org, standing) in (SELLER..).zip(WINDING_DOWN) {
            stand(org, standing);
            assert_ok!(freeze_owner(org));
            assert_noop!(freeze_owner(org), Error::<Test>::AlreadyFrozen);
        }
    });
}

#[test]
fn only_the_council_freezes_an_owner() {
    hundred().build_and_execute(|| {
        assert_for_council_only(|origin| Intervals::freeze_owner(origin, OrgId(SELLER), DOCUMENT));
    });
}
