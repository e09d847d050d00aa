//! `cancel_offer`.

use super::*;

#[test]
fn the_council_ends_an_offer() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 60, 100), 5));
        take_events();
        assert_ok!(cancel(1));
        let event = Event::OfferCancelled { offer: OfferId(1), document: DOCUMENT };
        assert_eq!(take_events(), [event]);
        assert_eq!((offers(), pieces()), (0, vec![(0, 100, SELLER)]));
        assert_noop!(cancel(1), Error::<Test>::UnknownOffer);
        assert_noop!(accept(1, BUYER, 5), Error::<Test>::UnknownOffer);
        assert_noop!(withdraw(1, SELLER), Error::<Test>::UnknownOffer);
    });
}

#[test]
fn also_one_that_is_over_or_frozen_or_of_a_closed_class() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 60, 100), 5));
        assert_ok!(freeze(whole(60, 100)));
        pass_days(11);
        Shut::set(vec![Credit]);
        stand(SELLER, Standing::Expelled);
        assert_ok!(cancel(1));
        assert_eq!((claim(60), frozen(60)), (None, Some(1)));
    });
}

#[test]
fn others_stand() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(part(0, 0, 10), 5));
        assert_ok!(offer(part(10, 10, 20), 5));
        assert_ok!(cancel(1));
        assert_eq!((claim(0), claim(10)), (None, Some(Claim::Offered(2))));
        assert_ok!(accept(2, BUYER, 5));
    });
}

#[test]
fn only_the_council_cancels() {
    hundred().build_and_execute(|| {
        assert_ok!(offer(whole(0, 100), 5));
        assert_for_council_only(|origin| Intervals::cancel_offer(origin, OfferId(1), DOCUMENT));
    });
}
