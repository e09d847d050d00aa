//! `withdraw_offer`.

use super::*;

#[test]
fn units_are_their_owners_to_dispose_of_again() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        take_events();
        assert_ok!(withdraw(1, SELLER));
        assert_eq!(take_events(), [Event::OfferWithdrawn { offer: OfferId(1) }]);
        assert_eq!((offers(), claim(0), since(0)), (0, None, Day(0)));
        assert_noop!(withdraw(1, SELLER), Error::<Test>::UnknownOffer);
        assert_noop!(accept(1, BUYER, 5), Error::<Test>::UnknownOffer);
        assert_ok!(give(whole(0, 100), own(SELLER), OTHER));
        // Its number is not given again.
        assert_eq!(LastOffer::<Test>::get(), OfferId(1));
    });
}

#[test]
fn the_whole_and_the_back_of_a_piece_come_back_as_it_was() {
    for (start, end) in [(0, 100), (60, 100), (99, 100), (1, 100)] {
        hundred().build_and_execute(|| {
            assert_ok!(offer(part(0, start, end), 5));
            assert_ok!(withdraw(1, SELLER));
            assert_eq!(pieces(), [(0, 100, SELLER)], "{start} to {end}");
        });
    }
}

#[test]
fn the_front_and_the_middle_stay_apart_from_what_is_on_their_right() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 40), 5));
        assert_ok!(withdraw(1, SELLER));
        assert_eq!(pieces(), [(0, 40, SELLER), (40, 100, SELLER)]);
        assert_ok!(merge(SELLER, 0));
        assert_eq!(pieces(), [(0, 100, SELLER)]);
    });
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 40, 60), 5));
        assert_ok!(withdraw(1, SELLER));
        assert_eq!(pieces(), [(0, 60, SELLER), (60, 100, SELLER)]);
        assert_ok!(merge(SELLER, 0));
        assert_eq!(pieces(), [(0, 100, SELLER)]);
    });
}

#[test]
fn an_offer_that_is_over_is_withdrawn() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        pass_days(11);
        assert_noop!(accept(1, BUYER, 5), Error::<Test>::OfferOver);
        assert_ok!(withdraw(1, SELLER));
        assert_eq!(claim(0), None);
    });
}

#[test]
fn also_where_nothing_may_be_offered_any_more() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        Shut::set(vec![Credit]);
        Forbids::set(true);
        Refuses::set(true);
        assert_ok!(withdraw(1, SELLER));
    });
}

#[test]
fn also_by_one_that_winds_down() {
    for standing in WINDING_DOWN {
        hundred().build_and_execute(|| {
            assert_ok!(offer(whole(0, 100), 5));
            stand(SELLER, standing);
            assert_ok!(withdraw(1, SELLER));
            // But it offers nothing again.
            assert_noop!(offer(whole(0, 100), 5), DispatchError::BadOrigin);
        });
    }
}

#[test]
fn frozen_units_stay_frozen() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 60, 100), 5));
        assert_ok!(freeze(whole(60, 100)));
        assert_ok!(withdraw(1, SELLER));
        assert_eq!((claim(60), frozen(60)), (None, Some(1)));
        assert_noop!(offer(whole(60, 100), 5), Error::<Test>::Frozen);
        assert_ok!(thaw(whole(60, 100)));
        assert_eq!(pieces(), [(0, 100, SELLER)]);
    });
}

#[test]
fn nobody_withdraws_anothers_offer() {
    hundred().build_and_execute(|| {
        assert_ok!(offer_to(Some(BUYER), whole(0, 100), 5));
        for org in [BUYER, OTHER] {
            assert_noop!(withdraw(1, org), Error::<Test>::NotTheSeller);
        }
        for id in [0, 2] {
            assert_noop!(withdraw(id, SELLER), Error::<Test>::UnknownOffer);
        }
    });
}

#[test]
fn only_for_a_member_one_withdraws() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        assert_for_owners_only(|origin| Intervals::withdraw_offer(origin, OfferId(1)));
    });
}
