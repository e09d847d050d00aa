//! What the pool refuses, and with which number.

use crate::common::*;
use huangpu_primitives::{
    apis::Standing, intervals::Part, members::Tier, refusals::Refusal, roles::Scope, OrgId,
};
use huangpu_runtime::*;
use polkadot_sdk::*;
use sp_core::H256;

fn remark() -> frame_system::Call<Runtime> {
    frame_system::Call::<Runtime>::remark { remark: b"hello".to_vec() }
}

fn set_standing(org: OrgId, standing: Standing) {
    let document = H256::repeat_byte(7);
    by_council(pallet_members::Call::<Runtime>::set_standing { org, standing, document });
}

fn expect(refused: Refusal, transaction: UncheckedExtrinsic) {
    assert_eq!(refusal(validate(transaction.clone())), refused as u8);
    // And a block author who ignored the pool would be refused by everyone else.
    let applied = Executive::apply_extrinsic(transaction).map(|_| ());
    assert_eq!(refusal(applied), refused as u8);
}

#[test]
fn a_member_passes() {
    on_dev_chain(|| succeed(STEEL_WORKS, remark()));
}

#[test]
fn an_outsider_is_refused() {
    on_dev_chain(|| expect(Refusal::Outsider, signed(OUTSIDER, remark())));
}

#[test]
fn a_suspended_organisation_is_refused_and_comes_back() {
    on_dev_chain(|| {
        set_standing(WORKS, Standing::Suspended);
        expect(Refusal::OrganisationSuspended, signed(STEEL_WORKS, remark()));
        set_standing(WORKS, Standing::Active);
        succeed(STEEL_WORKS, remark());
    });
}

#[test]
fn an_expelled_organisation_is_refused_for_good() {
    on_dev_chain(|| {
        set_standing(WORKS, Standing::Expelled);
        expect(Refusal::OrganisationExpelled, signed(STEEL_WORKS, remark()));
        let document = H256::zero();
        let standing = Standing::Active;
        let back = pallet_members::Call::<Runtime>::set_standing { org: WORKS, standing, document };
        let error = pallet_members::Error::<Runtime>::StandingImpossible;
        assert_eq!(try_by_council(back), Err(error.into()));
        expect(Refusal::OrganisationExpelled, signed(STEEL_WORKS, remark()));
    });
}

#[test]
fn a_tip_is_refused() {
    on_dev_chain(|| expect(Refusal::TipNotZero, signed_with_tip(STEEL_WORKS, remark(), 1)));
}

#[test]
fn a_membership_ends_with_its_last_day() {
    on_dev_chain(|| {
        let until = Members::today();
        by_council(pallet_members::Call::<Runtime>::renew { org: WORKS, until });
        succeed(STEEL_WORKS, remark());
        pallet_timestamp::Now::<Runtime>::put(until.plus(1).start());
        expect(Refusal::MembershipLapsed, signed(STEEL_WORKS, remark()));
        let until = until.plus(30);
        by_council(pallet_members::Call::<Runtime>::renew { org: WORKS, until });
        succeed(STEEL_WORKS, remark());
    });
}

#[test]
fn a_delegate_ends_with_its_last_day() {
    on_dev_chain(|| {
        let delegate = sp_keyring::Sr25519Keyring::BobStash;
        let today = Members::today();
        let delegation = pallet_members::Delegation {
            prepare: scopes(&[Scope::Devices]),
            until: Some(today),
            ..Default::default()
        };
        let account = delegate.to_account_id();
        let call =
            pallet_members::Call::<Runtime>::set_delegation { delegate: account, delegation };
        succeed(STEEL_WORKS, call);
        succeed(delegate, remark());
        pallet_timestamp::Now::<Runtime>::put(today.plus(1).start());
        expect(Refusal::DelegationEnded, signed(delegate, remark()));
    });
}

#[test]
fn a_nonce_far_ahead_is_refused() {
    on_dev_chain(|| {
        let ahead = |nonce| signed_with_nonce(STEEL_WORKS, remark(), nonce);
        assert_eq!(validate(ahead(64)), Ok(()));
        expect(Refusal::NonceTooFarAhead, ahead(65));
    });
}

#[test]
fn a_transaction_larger_than_the_whole_quota_is_refused() {
    on_dev_chain(|| {
        by_council(pallet_members::Call::<Runtime>::set_tier { org: WORKS, tier: Tier::Basic });
        let capacity = Members::quota_view(WORKS).unwrap().bytes_capacity as usize;
        let large = |bytes| frame_system::Call::<Runtime>::remark { remark: vec![0; bytes] };
        assert_eq!(validate(signed(STEEL_WORKS, large(capacity - 1_000))), Ok(()));
        expect(Refusal::QuotaTooSmall, signed(STEEL_WORKS, large(capacity)));
    });
}

#[test]
fn a_delegate_that_was_removed_is_an_outsider() {
    on_dev_chain(|| {
        let delegate = sp_keyring::Sr25519Keyring::BobStash;
        succeed(delegate, remark());
        let call =
            pallet_members::Call::<Runtime>::remove_delegate { delegate: delegate.to_account_id() };
        succeed(STEEL_WORKS, call);
        let late = signed(delegate, remark());
        // Its nonce is not reset: an old transaction cannot be replayed if it comes back.
        assert_eq!(System::account_nonce(delegate.to_account_id()), 1);
        expect(Refusal::Outsider, late);
    });
}

#[test]
fn a_report_for_another_chain_is_refused() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        let report = meter.next(1, 5).report;
        let foreign = meter.sign(report, H256::repeat_byte(0xee));
        expect(Refusal::BadSignature, reports_of(WORKS, vec![foreign]));
    });
}

#[test]
fn a_report_signed_by_a_foreign_key_is_refused() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        let mut other = Meter::install("other-meter");
        let report = meter.next(1, 5).report;
        let forged = other.sign(report, System::block_hash(0));
        expect(Refusal::BadSignature, reports_of(WORKS, vec![forged, other.next(1, 5)]));
    });
}

#[test]
fn reports_of_an_organisation_that_is_not_active_are_refused() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        let reports = vec![meter.next(1, 5)];
        for standing in [Standing::Suspended, Standing::Expelled] {
            set_standing(WORKS, standing);
            expect(Refusal::OwnerNotActive, reports_of(WORKS, reports.clone()));
        }
        // It is closed with nothing left: what it had from the beginning is somebody else's.
        for piece in Intervals::piece_page_of(WORKS, None, 256) {
            by_council(pallet_intervals::Call::<Runtime>::reassign_units {
                instrument: piece.instrument,
                part: Part::whole(piece.start, piece.piece.end),
                from: WORKS,
                to: INSTITUTE,
                document: H256::zero(),
            });
        }
        let limit = 100;
        by_council(pallet_members::Call::<Runtime>::close_organisation { org: WORKS, limit });
        expect(Refusal::OwnerNotActive, reports_of(WORKS, reports.clone()));
    });
}

#[test]
fn reports_of_an_organisation_whose_term_is_over_are_refused() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        let today = Members::today();
        by_council(pallet_members::Call::<Runtime>::renew { org: WORKS, until: today });
        let reports = vec![meter.next(1, 5)];
        pallet_timestamp::Now::<Runtime>::put(today.plus(1).start());
        expect(Refusal::OwnerNotActive, reports_of(WORKS, reports));
    });
}

#[test]
fn reports_under_another_organisations_name_are_refused() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        expect(Refusal::ForeignDevice, reports_of(BUREAU, vec![meter.next(1, 5)]));
    });
}

#[test]
fn raw_currency_calls_are_filtered() {
    on_dev_chain(|| {
        let call = pallet_balances::Call::<Runtime>::transfer_allow_death {
            dest: OUTSIDER.to_account_id().into(),
            value: 0,
        };
        let error = send(STEEL_WORKS, call).unwrap().unwrap_err();
        assert_eq!(error, frame_system::Error::<Runtime>::CallFiltered.into());
    });
}

#[test]
fn nobody_is_issued_any_currency() {
    on_dev_chain(|| assert_eq!(Balances::total_issuance(), 0));
}
