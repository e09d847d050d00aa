//! `close_organisation`, and the return of what was closed.

use super::*;
use crate::{
    Acts, CheckNonce, Delegates, Endings, Error, Identifiers, Interests, Mandate, Mandates,
    MandatesHeld, Organisations, Seats,
};
use huangpu_primitives::members::InterestKind;
use polkadot_sdk::{
    frame_support::dispatch::DispatchInfo,
    frame_system,
    sp_runtime::{
        traits::{TransactionExtension, TxBaseImplication},
        transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
    },
};

/// What the call weighs in the end.
fn close(org: OrgId, limit: u32) -> Result<u64, DispatchError> {
    let result = Members::close_organisation(RuntimeOrigin::root(), org, limit);
    result.map(|info| info.actual_weight.unwrap().ref_time()).map_err(|failed| failed.error)
}

fn left_of(org: OrgId) -> (u32, u32, u32) {
    let record = Organisations::<Test>::get(org).unwrap();
    (record.delegates, record.acts, record.mandates)
}

/// A merchant lets a platform act for it.
fn grant(merchant: AccountId32, platform: OrgId) {
    let terms = Mandate {
        scopes: scopes(&[Scope::Devices]),
        until: TODAY.plus(100),
        fee: 10,
        terms: DOCUMENT,
    };
    assert_ok!(Members::grant_mandate(signed(merchant), platform, terms));
}

/// A delegate of the steel works prepares an act.
fn prepare_act() {
    let call: RuntimeCall = frame_system::Call::remark_with_event { remark: vec![1] }.into();
    let delegation = Delegation { prepare: scopes(&[Scope::Devices]), ..Default::default() };
    assert_ok!(Members::set_delegation(signed(bob()), operator(), delegation));
    assert_ok!(Members::act_as(signed(operator()), STEEL, Box::new(call)));
    assert_eq!(Acts::<Test>::iter_key_prefix(STEEL).count(), 1);
}

/// What the nonce check says of a transaction of this account with this nonce.
fn check_nonce(
    of: AccountId32,
    nonce: <Test as frame_system::Config>::Nonce,
) -> Result<(), TransactionValidityError> {
    let call: RuntimeCall = frame_system::Call::remark { remark: Vec::new() }.into();
    let extension = CheckNonce::<Test>::from(nonce);
    let (info, source) = (DispatchInfo::default(), TransactionSource::External);
    extension.validate(signed(of), &call, &info, 0, (), &TxBaseImplication(()), source).map(|_| ())
}

#[test]
fn an_organisation_of_which_nothing_hangs_is_closed_at_once() {
    for from in [Standing::Lapsed, Standing::Expelled] {
        ExtBuilder::default().build_and_execute(|| {
            let org = admit("New", outsider(), TODAY.plus(10));
            let wound_up = match from {
                Standing::Expelled => set_standing(org, from),
                _ => Members::resign(signed(outsider())),
            };
            assert_ok!(wound_up);
            let before = (access(org), Organisations::<Test>::get(org));
            take_events();
            Told::take();
            assert_eq!(close(org, 1), Ok(1));
            let to = Standing::Closed;
            assert_eq!(take_events(), [Event::StandingChanged { org, from, to }]);
            assert_eq!(Told::get(), [(org, from, to)]);
            // Its record stays, its identifier and controller are free.
            assert_eq!(access(org), Access { standing: to, ..before.0 });
            assert_eq!(Organisations::<Test>::get(org), before.1);
            assert_eq!(Identifiers::<Test>::get(identifier("New")), None);
            assert_eq!(membership(outsider()), None);
        });
    }
}

#[test]
fn what_hangs_on_it_is_removed_step_by_step() {
    ExtBuilder::default().build_and_execute(|| {
        prepare_act();
        grant(bob(), MARKET);
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        take_events();
        assert_eq!(left_of(STEEL), (3, 1, 1));
        // The weight is one, and one for each that was removed.
        assert_eq!(close(STEEL, 2), Ok(3));
        assert_eq!(left_of(STEEL), (1, 1, 1));
        assert_eq!(membership(bob()), controller(STEEL));
        assert_eq!(close(STEEL, 2), Ok(3));
        assert_eq!(left_of(STEEL), (0, 0, 1));
        // As many as were left: whether more are left, it does not know yet.
        assert_eq!(close(STEEL, 1), Ok(2));
        assert_eq!(left_of(STEEL), (0, 0, 0));
        assert_eq!(access(STEEL).standing, Standing::Expelled);
        assert_eq!(take_events(), []);
        assert_eq!(close(STEEL, 1), Ok(1));
        let (from, to) = (Standing::Expelled, Standing::Closed);
        assert_eq!(take_events(), [Event::StandingChanged { org: STEEL, from, to }]);
    });
}

#[test]
fn nothing_but_its_record_is_left() {
    ExtBuilder::default().build_and_execute(|| {
        prepare_act();
        grant(bob(), MARKET);
        assert_ok!(Members::resign(signed(bob())));
        assert_eq!(close(STEEL, 100), Ok(6));
        assert_eq!(access(STEEL).standing, Standing::Closed);
        for account in [bob(), manager(), operator(), accountant()] {
            assert_eq!(membership(account), None);
        }
        assert_eq!(Delegates::<Test>::iter_key_prefix(STEEL).count(), 0);
        assert_eq!(Acts::<Test>::iter_key_prefix(STEEL).count(), 0);
        assert_eq!(Mandates::<Test>::iter().count(), 0);
        assert_eq!(MandatesHeld::<Test>::iter().count(), 0);
        assert_eq!(Endings::<Test>::iter_key_prefix(TODAY.plus(14)).count(), 0);
    });
}

#[test]
fn a_platforms_mandates_end_with_it() {
    ExtBuilder::default().build_and_execute(|| {
        grant(bob(), MARKET);
        grant(alice(), MARKET);
        assert_ok!(Members::resign(signed(carol())));
        // One delegate and two mandates.
        assert_eq!(close(MARKET, 10), Ok(4));
        assert_eq!(access(MARKET).standing, Standing::Closed);
        assert_eq!((left_of(BUREAU).2, left_of(STEEL).2), (0, 0));
        assert_eq!(Mandates::<Test>::iter().count(), 0);
        assert_eq!(MandatesHeld::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_limit_of_none_removes_and_closes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY.plus(10));
        assert_ok!(Members::resign(signed(outsider())));
        assert_eq!(close(org, 0), Ok(1));
        assert_eq!(access(org).standing, Standing::Lapsed);
        assert_eq!(membership(outsider()), controller(org));
    });
}

#[test]
fn declared_interests_stay_on_record() {
    ExtBuilder::default().build_and_execute(|| {
        let kind = InterestKind::Ownership;
        assert_ok!(Members::declare_interest(signed(bob()), MARKET, kind));
        assert_ok!(Members::declare_interest(signed(carol()), STEEL, kind));
        assert_ok!(Members::resign(signed(bob())));
        assert_ok!(close(STEEL, 10));
        assert!(Interests::<Test>::contains_key(STEEL, MARKET));
        assert!(Interests::<Test>::contains_key(MARKET, STEEL));
    });
}

#[test]
fn it_leaves_its_seat_in_the_council() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::set_seat(RuntimeOrigin::root(), STEEL, true));
        assert_ok!(Members::resign(signed(bob())));
        assert!(Seats::<Test>::contains_key(STEEL));
        assert_ok!(close(STEEL, 10));
        assert_eq!(Seats::<Test>::iter_keys().collect::<Vec<_>>(), [BUREAU]);
        assert_eq!(crate::ActiveSeats::<Test>::get(), 1);
    });
}

#[test]
fn who_holds_something_is_not_closed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        Holders::set(vec![BUREAU, STEEL]);
        assert_noop!(close(STEEL, 10), Error::<Test>::StillHolds);
        Holders::set(vec![BUREAU]);
        assert_ok!(close(STEEL, 10));
    });
}

#[test]
fn only_what_lapsed_or_was_expelled_is_closed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(close(STEEL, 10), Error::<Test>::StandingImpossible);
        assert_ok!(set_standing(STEEL, Standing::Suspended));
        assert_noop!(close(STEEL, 10), Error::<Test>::StandingImpossible);
        assert_ok!(set_standing(STEEL, Standing::Expelled));
        assert_ok!(close(STEEL, 10));
        assert_noop!(close(STEEL, 10), Error::<Test>::StandingImpossible);
    });
}

#[test]
fn an_organisation_must_exist() {
    ExtBuilder::default().build_and_execute(|| {
        for unknown in [0, 4] {
            assert_noop!(close(OrgId(unknown), 10), Error::<Test>::UnknownOrganisation);
        }
    });
}

#[test]
fn only_the_council_closes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Members::resign(signed(bob())));
        assert_for_council_only(|origin| {
            let result = Members::close_organisation(origin, STEEL, 10);
            result.map(|_| ()).map_err(|failed| failed.error)
        });
    });
}

#[test]
fn the_company_may_come_back_as_another_member() {
    ExtBuilder::default().build_and_execute(|| {
        let old = admit("New", outsider(), TODAY.plus(10));
        assert_ok!(Members::resign(signed(outsider())));
        assert_ok!(close(old, 10));
        let new = admit("New", outsider(), TODAY.plus(20));
        assert_eq!((old, new), (OrgId(4), OrgId(5)));
        assert_eq!(Identifiers::<Test>::get(identifier("New")), Some(new));
        assert_eq!(membership(outsider()), controller(new));
        assert_eq!(access(old).standing, Standing::Closed);
        assert_eq!(access(new).standing, Standing::Active);
        // The old one's keyless account is not the new one's.
        assert_eq!((System::providers(&keyless(4)), System::providers(&keyless(5))), (1, 1));
    });
}

#[test]
fn its_controllers_old_transactions_stay_stale() {
    ExtBuilder::default().build_and_execute(|| {
        let old = admit("New", outsider(), TODAY.plus(10));
        for _ in 0..3 {
            System::inc_account_nonce(outsider());
        }
        let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
        assert_eq!(check_nonce(outsider(), 3), Ok(()));
        for nonce in 0..3 {
            assert_eq!(check_nonce(outsider(), nonce), Err(stale));
        }
        assert_ok!(Members::resign(signed(outsider())));
        assert_ok!(close(old, 10));
        // Bound to nothing, the account keeps its provider, and with it its nonce.
        assert_eq!(System::providers(&outsider()), 1);
        assert_eq!(System::account_nonce(outsider()), 3);

        admit("New", outsider(), TODAY.plus(20));
        assert_eq!(System::account_nonce(outsider()), 3);
        assert_eq!(check_nonce(outsider(), 3), Ok(()));
        for nonce in 0..3 {
            assert_eq!(check_nonce(outsider(), nonce), Err(stale));
        }
    });
}

#[test]
fn its_former_delegates_keep_their_nonces_too() {
    ExtBuilder::default().build_and_execute(|| {
        System::inc_account_nonce(operator());
        assert_ok!(Members::resign(signed(bob())));
        assert_ok!(close(STEEL, 10));
        assert_ok!(Members::add_delegate(signed(carol()), operator(), alone(&[Scope::Devices])));
        assert_eq!(membership(operator()), delegate(MARKET, &[Scope::Devices]));
        assert_eq!(System::account_nonce(operator()), 1);
    });
}

#[test]
fn a_membership_whose_term_is_over_is_closed_before_its_bucket_is_worked_off() {
    ExtBuilder::default().build_and_execute(|| {
        let org = admit("New", outsider(), TODAY);
        pass_days(1);
        assert_ok!(close(org, 10));
        assert_eq!(access(org).standing, Standing::Closed);
        assert_eq!(Endings::<Test>::iter_key_prefix(TODAY).count(), 0);
    });
}
