//! From release 101, in which one regulator had the council to itself, and validators were accounts.

use super::*;
use huangpu_primitives::{
    apis::{Standing, ValidatorState},
    traits::{KeylessAccounts, OnStanding},
};

#[test]
fn the_one_validator_of_dev_is_its_organisations_from_now_on() {
    upgraded(RELEASE_101, "development", || {
        let set = Validators::set_view();
        assert_eq!((set.authors, set.planned), (vec![OrgId(1)], vec![OrgId(1)]));
        assert_eq!(Validators::validator_view(OrgId(1)).unwrap().state, ValidatorState::Active);
        let keys = pallet_aura::Authorities::<Runtime>::get();
        pass_sessions(3);
        assert_eq!(pallet_aura::Authorities::<Runtime>::get(), keys);
    });
}

#[test]
fn of_two_validators_of_one_organisation_the_second_leaves() {
    upgraded(RELEASE_101, "local_testnet", || {
        // //Charlie and //Dave both belonged to the institute.
        assert_eq!(Validators::set_view().planned, [OrgId(1), OrgId(2), OrgId(3)]);
        assert_eq!(authorities(), 4);
        pass_sessions(2);
        assert_eq!(authorities(), 3);
        assert_eq!(Validators::set_view().authors, [OrgId(1), OrgId(2), OrgId(3)]);
    });
}

#[test]
fn who_had_a_seat_votes_on_motions() {
    upgraded(RELEASE_101, "local_testnet", || {
        let bureau = <Members as KeylessAccounts<AccountId>>::account_of(OrgId(1));
        let bench = pallet_collective::Members::<Runtime, configs::Motions>::get();
        assert_eq!(bench, [bureau]);
        // Seats follow standings from here on.
        configs::Listeners::on_standing(OrgId(1), Standing::Active, Standing::Active);
        assert_eq!(pallet_collective::Members::<Runtime, configs::Motions>::get().len(), 1);
    });
}

#[test]
fn equivocations_can_be_proved_after_it() {
    upgraded(RELEASE_101, "local_testnet", || {
        pass_sessions(2);
        let session = Session::current_index();
        let root = pallet_session::historical::HistoricalSessions::<Runtime>::get(session);
        assert!(root.is_some());
    });
}
