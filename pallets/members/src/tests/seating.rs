//! Seats, as another pallet gives and takes them, and who is told.

use super::*;
use crate::{Error, Organisations};
use huangpu_primitives::{
    council::Constituency,
    traits::{KeylessAccounts, Seating},
};

#[test]
fn whoever_listens_is_told_of_seats() {
    ExtBuilder::default().build_and_execute(|| {
        ToldSeats::take();
        assert_ok!(<Members as Seating>::seat(STEEL));
        assert!(<Members as Seating>::is_seated(STEEL));
        assert_ok!(<Members as Seating>::unseat(STEEL));
        assert!(!<Members as Seating>::is_seated(STEEL));
        assert_eq!(ToldSeats::take(), [(STEEL, true), (STEEL, false)]);
        // A seat that closing takes is told of as well.
        assert_ok!(<Members as Seating>::seat(STEEL));
        assert_ok!(Members::resign(signed(bob())));
        assert_ok!(Members::close_organisation(RuntimeOrigin::root(), STEEL, 10));
        assert_eq!(ToldSeats::get(), [(STEEL, true), (STEEL, false)]);
    });
}

#[test]
fn founding_seats_are_told_of() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(ToldSeats::get(), [(BUREAU, true)]);
    });
}

#[test]
fn the_last_seat_stays_whoever_takes_it() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(<Members as Seating>::unseat(BUREAU), Error::<Test>::LastCouncilMember);
        assert_noop!(<Members as Seating>::seat(BUREAU), Error::<Test>::SeatUnchanged);
    });
}

#[test]
fn an_organisation_votes_where_its_kind_does_while_in_good_standing() {
    ExtBuilder::default().build_and_execute(|| {
        let constituency = <Members as Seating>::constituency;
        assert_eq!(constituency(STEEL), Some(Constituency::Industry));
        for (kind, expected) in [
            (Kind::Bank, Constituency::Finance),
            (Kind::Verifier, Constituency::Research),
            (Kind::Regulator, Constituency::Public),
        ] {
            Organisations::<Test>::mutate_extant(STEEL, |record| record.profile.kind = kind);
            assert_eq!(constituency(STEEL), Some(expected));
        }
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_eq!(constituency(STEEL), None);
        assert_eq!(constituency(OrgId(99)), None);
    });
}

#[test]
fn a_keyless_account_names_its_organisation() {
    ExtBuilder::default().build_and_execute(|| {
        // Known or not: what follows from the id needs no record.
        for org in [STEEL, OrgId(99)] {
            let account = <Members as KeylessAccounts<AccountId32>>::account_of(org);
            assert_eq!(<Members as KeylessAccounts<AccountId32>>::org_of(&account), Some(org));
        }
        assert_eq!(<Members as KeylessAccounts<AccountId32>>::org_of(&alice()), None);
    });
}
