//! Benchmarks.

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{EnsureOrigin, EnsureOriginWithArg, Get},
    BoundedVec,
};
use huangpu_primitives::{
    apis::Departure,
    council::Decision,
    traits::{KeylessAccounts, OrgStanding},
    OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

const DOCUMENT: H256 = H256::repeat_byte(1);

fn council<T: Config>(decision: Decision) -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&decision).map_err(|()| BenchmarkError::Weightless)
}

/// Who may act for an active organisation that has no validator yet, and which that is.
fn operator<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin =
        T::OperatorOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
    let org =
        T::OperatorOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    T::Standing::ensure_active(org);
    Ok((origin, org))
}

/// So many other organisations.
fn others(count: u32) -> impl Iterator<Item = OrgId> {
    (0..count).map(|n| OrgId(1_000_000 + n))
}

fn put<T: Config>(org: OrgId, stage: Stage) {
    Validators::<T>::insert(org, Validator { stage, rejoined: false });
}

/// As many wait as may, but for one.
fn queue<T: Config>() {
    let waiting: Vec<OrgId> = others(T::MaxValidators::get() - 1).collect();
    Approved::<T>::put(BoundedVec::truncate_from(waiting));
}

/// As many wait as may; this one came last.
fn queue_before<T: Config>(org: OrgId) {
    queue::<T>();
    Approved::<T>::try_append(org).expect("the queue lacks one");
    put::<T>(org, Stage::Approved);
}

/// The set is full; this one came last.
fn set_before<T: Config>(org: OrgId) {
    let places = others(T::MaxValidators::get() - 1)
        .chain([org])
        .map(|org| Place { org, leaving: None })
        .collect();
    PlannedSet::<T>::put(BoundedVec::truncate_from(places));
    put::<T>(org, Stage::InSet);
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn apply() -> Result<(), BenchmarkError> {
        let (origin, org) = operator::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert_eq!(Validators::<T>::get(org).map(|known| known.stage), Some(Stage::Candidate));
        Ok(())
    }

    /// Of an approved one, which waits.
    #[benchmark]
    fn withdraw() -> Result<(), BenchmarkError> {
        let (origin, org) = operator::<T>()?;
        queue_before::<T>(org);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert!(!Approved::<T>::get().contains(&org));
        Ok(())
    }

    #[benchmark]
    fn approve_validator() -> Result<(), BenchmarkError> {
        let origin = council::<T>(Decision::Grave)?;
        let (_, org) = operator::<T>()?;
        queue::<T>();
        put::<T>(org, Stage::Candidate);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org);

        assert!(Approved::<T>::get().contains(&org));
        Ok(())
    }

    #[benchmark]
    fn reject_application() -> Result<(), BenchmarkError> {
        let origin = council::<T>(Decision::Grave)?;
        let org = OrgId(1);
        put::<T>(org, Stage::Candidate);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, DOCUMENT);

        assert!(!Validators::<T>::contains_key(org));
        Ok(())
    }

    #[benchmark]
    fn leave_set() -> Result<(), BenchmarkError> {
        let (origin, org) = operator::<T>()?;
        set_before::<T>(org);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert_eq!(PlannedSet::<T>::get().last().and_then(|p| p.leaving), Some(Departure::Left));
        Ok(())
    }

    /// Of an approved one: that writes more than marking one in the set.
    #[benchmark]
    fn remove_validator() -> Result<(), BenchmarkError> {
        let origin = council::<T>(Decision::Grave)?;
        let org = OrgId(1);
        queue_before::<T>(org);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, DOCUMENT);

        assert!(!Approved::<T>::get().contains(&org));
        Ok(())
    }

    #[benchmark]
    fn rejoin_set() -> Result<(), BenchmarkError> {
        let (origin, org) = operator::<T>()?;
        queue::<T>();
        put::<T>(org, Stage::Dropped);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin);

        assert!(Approved::<T>::get().contains(&org));
        Ok(())
    }

    #[benchmark]
    fn set_session_blocks() -> Result<(), BenchmarkError> {
        let origin = council::<T>(Decision::Constitutional)?;
        SessionBlocks::<T>::put(MIN_SESSION_BLOCKS);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, MAX_SESSION_BLOCKS);

        assert_eq!(SessionBlocks::<T>::get(), MAX_SESSION_BLOCKS);
        Ok(())
    }

    /// By the last of a full set.
    #[benchmark]
    fn note_author() {
        let accounts: Vec<T::AccountId> =
            others(T::MaxValidators::get()).map(T::Accounts::account_of).collect();
        let org = OrgId(1_000_000 + T::MaxValidators::get() - 1);
        let author = T::Accounts::account_of(org);
        T::BenchmarkHelper::set_session(accounts);
        BlocksMade::<T>::insert(org, 1);

        #[block]
        {
            Pallet::<T>::note_author(&author);
        }

        assert_eq!(BlocksMade::<T>::get(org), 2);
    }

    /// By an approved one: striking it off writes more than marking one in the set.
    #[benchmark]
    fn on_offence() {
        let org = OrgId(1);
        queue_before::<T>(org);
        let offender = (T::Accounts::account_of(org), ());
        let details = [OffenceDetails { offender, reporters: Vec::new() }];

        #[block]
        {
            Pallet::<T>::on_offence(&details, &[Perbill::one()], 0);
        }

        assert!(!Validators::<T>::contains_key(org));
    }
}
