//! What other pallets ask: putting units under claims, using them, and giving them up.

use super::*;

#[test]
fn units_are_put_under_a_claim() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 40, 60)));
        let units = Interval::new(40, 60);
        let event = Event::UnitsEncumbered { instrument: CREDITS, units, claim: PLEDGE };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 40, SELLER), (40, 60, SELLER), (60, 100, SELLER)]);
        assert_eq!([claim(0), claim(40), claim(60)], [None, Some(PLEDGE), None]);
    });
}

#[test]
fn a_claim_is_refused_for_what_is_wrong_with_it() {
    hundred().build_and_execute(|| {
        assert_noop!(pledge(part(0, 5, 5)), Error::<Test>::NoUnits);
        assert_noop!(pledge(part(1, 1, 5)), Error::<Test>::NoSuchPiece);
        assert_noop!(pledge(part(0, 40, 101)), Error::<Test>::OutsidePiece);
        assert_noop!(encumber(whole(0, 100), OTHER, PLEDGE), Error::<Test>::NotOwner);
        assert_ok!(pledge(part(0, 0, 10)));
        assert_ok!(freeze(part(10, 10, 20)));
        assert_ok!(offer(part(20, 20, 30), 5));
        assert_noop!(encumber(whole(0, 10), SELLER, Claim::Pledged(8)), Error::<Test>::Pledged);
        assert_noop!(pledge(whole(0, 10)), Error::<Test>::Pledged);
        assert_noop!(pledge(whole(10, 20)), Error::<Test>::Frozen);
        assert_noop!(pledge(whole(20, 30)), Error::<Test>::Offered);
    });
}

#[test]
fn whoever_has_a_claim_uses_it_once() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 20)));
        let by = Right::Claim(PLEDGE);
        assert_ok!(give(part(0, 0, 10), by, BUYER));
        assert_eq!(piece(0).encumbrance, Encumbrance::default());
        assert_noop!(give(whole(0, 10), by, OTHER), Error::<Test>::OtherClaim);
        assert_ok!(retire(whole(10, 20), by));
        assert_eq!(pieces(), [(0, 10, BUYER), (20, 100, SELLER)]);
    });
}

#[test]
fn units_of_the_same_claim_join_those_on_their_left() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 10)));
        assert_ok!(pledge(part(10, 10, 20)));
        // The pledgee names them by the start of the one piece that they are now.
        assert_eq!(pieces(), [(0, 20, SELLER), (20, 100, SELLER)]);
        assert_noop!(release(whole(10, 20), PLEDGE), Error::<Test>::NoSuchPiece);
        assert_ok!(release(part(0, 10, 20), PLEDGE));
        // What is pledged for another debt stays apart.
        assert_ok!(encumber(whole(10, 20), SELLER, Claim::Pledged(8)));
        assert_eq!(pieces(), [(0, 10, SELLER), (10, 20, SELLER), (20, 100, SELLER)]);
    });
}

#[test]
fn a_claim_is_used_by_its_own_number_only() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 20)));
        let other = Claim::Pledged(8);
        for (part, claim) in [(whole(0, 20), other), (whole(20, 100), PLEDGE)] {
            let refused: DispatchError = Error::<Test>::OtherClaim.into();
            assert_noop!(give(part, Right::Claim(claim), BUYER), refused);
            assert_noop!(retire(part, Right::Claim(claim)), refused);
            assert_noop!(release(part, claim), refused);
        }
    });
}

#[test]
fn a_claim_is_given_up() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 60, 100)));
        take_events();
        assert_noop!(release(part(60, 70, 70), PLEDGE), Error::<Test>::NoUnits);
        assert_noop!(release(part(61, 70, 80), PLEDGE), Error::<Test>::NoSuchPiece);
        assert_noop!(release(part(60, 70, 101), PLEDGE), Error::<Test>::OutsidePiece);
        assert_ok!(release(part(60, 60, 80), PLEDGE));
        let units = Interval::new(60, 80);
        let event = Event::UnitsReleased { instrument: CREDITS, units, claim: PLEDGE };
        assert_eq!(take_events(), [event]);
        assert_eq!(pieces(), [(0, 80, SELLER), (80, 100, SELLER)]);
        assert_eq!([claim(0), claim(80)], [None, Some(PLEDGE)]);
        assert_ok!(release(whole(80, 100), PLEDGE));
        assert_eq!(pieces(), [(0, 100, SELLER)]);
    });
}

#[test]
fn a_frozen_claim_rests_but_can_be_given_up() {
    hundred().build_and_execute(|| {
        assert_ok!(pledge(part(0, 0, 20)));
        assert_ok!(freeze(whole(0, 20)));
        assert_noop!(give(whole(0, 20), Right::Claim(PLEDGE), BUYER), Error::<Test>::Frozen);
        assert_noop!(retire(whole(0, 20), Right::Claim(PLEDGE)), Error::<Test>::Frozen);
        assert_ok!(release(whole(0, 20), PLEDGE));
        assert_eq!((claim(0), frozen(0)), (None, Some(1)));
    });
}

#[test]
fn offers_are_made_and_ended_here_alone() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 20), 5));
        // Another's number could be an offer's, and its units be taken for those offered.
        for id in 0..3 {
            let claim = Claim::Offered(id);
            assert_noop!(encumber(part(20, 20, 30), SELLER, claim), Error::<Test>::OtherClaim);
        }
        let claim = Claim::Offered(1);
        for part in [whole(0, 20), part(0, 0, 10)] {
            assert_noop!(release(part, claim), Error::<Test>::Offered);
            assert_noop!(give(part, Right::Claim(claim), BUYER), Error::<Test>::Offered);
            assert_noop!(retire(part, Right::Claim(claim)), Error::<Test>::Offered);
        }
        // Of one that is over there is nothing to use.
        assert_ok!(withdraw(1, SELLER));
        assert_noop!(give(whole(0, 20), Right::Claim(claim), BUYER), Error::<Test>::OtherClaim);
        assert_noop!(release(whole(0, 20), claim), Error::<Test>::OtherClaim);
    });
}
