//! `reassign_units`.

use super::*;

#[test]
fn units_are_given_to_another_member() {
    hundred().build_and_execute(|| {
        pass_days(4);
        assert_ok!(reassign(part(0, 40, 60), OTHER));
        let event = Event::UnitsReassigned {
            instrument: CREDITS,
            units: Interval::new(40, 60),
            from: OrgId(SELLER),
            to: OrgId(OTHER),
            document: DOCUMENT,
        };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 40, SELLER), (40, 60, OTHER), (60, 100, SELLER)]);
        // They come from where they came from, and are held since today.
        assert_eq!(piece(40).provenance, Provenance { lot: 0, since: TODAY.plus(4) });
        assert_eq!(since(60), Day(0));
        // Nobody pays.
        assert_eq!((money(SELLER), money(OTHER)), (0, 0));
        assert_ok!(give(whole(40, 60), own(OTHER), BUYER));
    });
}

#[test]
fn what_is_reassigned_joins_a_like_neighbour_on_the_left() {
    hundred().build_and_execute(|| {
        assert_ok!(reassign(part(0, 0, 10), OTHER));
        assert_ok!(reassign(part(10, 10, 20), OTHER));
        assert_eq!(pieces(), [(0, 20, OTHER), (20, 100, SELLER)]);
    });
}

#[test]
fn frozen_units_stay_frozen() {
    hundred().build_and_execute(|| {
        assert_ok!(freeze(part(0, 40, 60)));
        assert_ok!(reassign(part(40, 50, 60), OTHER));
        assert_eq!((frozen(40), frozen(50), frozen(60)), (Some(1), Some(1), None));
        assert_noop!(give(whole(50, 60), own(OTHER), BUYER), Error::<Test>::Frozen);
        assert_ok!(thaw(whole(50, 60)));
        assert_ok!(give(whole(50, 60), own(OTHER), BUYER));
    });
}

#[test]
fn pledged_units_stay_pledged_and_go_as_a_whole() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 40, 60)));
        for cut in [part(40, 40, 50), part(40, 50, 60), part(40, 45, 55), part(40, 45, 45)] {
            assert_noop!(reassign(cut, OTHER), Error::<Test>::ClaimedAsWhole);
        }
        assert_ok!(reassign(whole(40, 60), OTHER));
        assert_eq!((piece(40).owner, claim(40)), (OrgId(OTHER), Some(PLEDGE)));
        assert_noop!(give(whole(40, 60), own(OTHER), BUYER), Error::<Test>::Pledged);
        // The bank realises its pledge on whoever has them.
        assert_ok!(give(whole(40, 60), Right::Claim(PLEDGE), BUYER));
    });
}

#[test]
fn offered_units_are_given_once_the_offer_is_cancelled() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 40, 60), 5));
        assert_noop!(reassign(whole(40, 60), OTHER), Error::<Test>::Offered);
        assert_noop!(reassign(part(40, 40, 50), OTHER), Error::<Test>::ClaimedAsWhole);
        assert_ok!(freeze(whole(40, 60)));
        assert_noop!(reassign(whole(40, 60), OTHER), Error::<Test>::Offered);
        assert_ok!(cancel(1));
        assert_ok!(reassign(whole(40, 60), OTHER));
        assert_eq!((piece(40).owner, claim(40), frozen(40)), (OrgId(OTHER), None, Some(1)));
    });
}

#[test]
fn they_go_to_a_member_in_good_standing_who_has_them_not() {
    hundred().build_and_execute(|| {
        assert_noop!(reassign(whole(0, 100), SELLER), Error::<Test>::SameOwner);
        assert_noop!(reassign(whole(0, 100), ORGS + 1), Error::<Test>::NotActiveMember);
        for standing in WINDING_DOWN.into_iter().chain([Standing::Closed]) {
            stand(OTHER, standing);
            assert_noop!(reassign(whole(0, 100), OTHER), Error::<Test>::NotActiveMember);
        }
    });
}

#[test]
fn from_whom_the_order_says() {
    hundred().build_and_execute(|| {
        assert_noop!(reassign_from(BUYER, whole(0, 100), OTHER), Error::<Test>::NotOwner);
        assert_ok!(give(whole(0, 100), own(SELLER), BUYER));
        // Decided while they were the seller's, and carried out when they are not.
        assert_noop!(reassign_from(SELLER, whole(0, 100), OTHER), Error::<Test>::NotOwner);
        assert_ok!(reassign_from(BUYER, whole(0, 100), OTHER));
    });
}

#[test]
fn an_order_names_units_of_a_piece() {
    hundred().build_and_execute(|| {
        assert_ok!(split(SELLER, 0, 50));
        assert_noop!(reassign(part(0, 5, 5), OTHER), Error::<Test>::NoUnits);
        assert_noop!(reassign(part(1, 1, 5), OTHER), Error::<Test>::NoSuchPiece);
        assert_noop!(reassign(part(0, 0, 51), OTHER), Error::<Test>::OutsidePiece);
    });
}

#[test]
fn from_whoever_winds_down_and_of_a_closed_class_too() {
    hundred().build_and_execute(|| {
        stand(SELLER, Standing::Expelled);
        Shut::set(vec![Credit]);
        Forbids::set(true);
        assert_ok!(reassign(whole(0, 100), OTHER));
    });
}

#[test]
fn only_the_council_reassigns() {
    hundred().build_and_execute(|| {
        assert_for_council_only(|origin| {
            let (from, to) = (OrgId(SELLER), OrgId(OTHER));
            Intervals::reassign_units(origin, CREDITS, whole(0, 100), from, to, DOCUMENT)
        });
    });
}
