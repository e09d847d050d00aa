//! The transaction extension that lets only members in.

use crate::{pallet::*, CallPolicy, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use huangpu_primitives::{apis::Standing, refusals::Refusal};
use polkadot_sdk::{
    frame_support::{
        pallet_prelude::{TransactionSource, Weight},
        traits::IsType,
        CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
    },
    frame_system,
    sp_runtime::{
        impl_tx_ext_default,
        traits::{
            AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Implication,
            TransactionExtension, ValidateResult,
        },
        transaction_validity::ValidTransaction,
    },
};
use scale_info::TypeInfo;

/// Refuses signed transactions of accounts that act for no organisation, whose delegation has ended, or whose
/// organisation is not active; those of an organisation in wind-down pass if they wind it down.
///
/// It stands before the nonce check and carries no data. Transactions without a signer (device
/// reports, inherents) pass: they are authorised otherwise.
#[derive(
    Encode,
    Decode,
    DecodeWithMemTracking,
    TypeInfo,
    CloneNoBound,
    EqNoBound,
    PartialEqNoBound,
    DebugNoBound,
    DefaultNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct CheckMembership<T>(core::marker::PhantomData<T>);

impl<T> CheckMembership<T> {
    /// The extension.
    pub fn new() -> Self {
        Self(core::marker::PhantomData)
    }
}

impl<T: Config + Send + Sync> CheckMembership<T> {
    fn check(
        who: &T::AccountId,
        call: &<T as frame_system::Config>::RuntimeCall,
    ) -> Result<(), Refusal> {
        let membership = Accounts::<T>::get(who).ok_or(Refusal::Outsider)?;
        let access = Accesses::<T>::get(membership.org).ok_or(Refusal::Outsider)?;
        let today = Pallet::<T>::today();
        if membership.authority.ended(today) {
            return Err(Refusal::DelegationEnded);
        }
        let refusal = match Pallet::<T>::standing_on(&access, today) {
            Standing::Active => return Ok(()),
            Standing::Closed => return Err(Refusal::OrganisationClosed),
            Standing::Suspended => Refusal::OrganisationSuspended,
            Standing::Expelled => Refusal::OrganisationExpelled,
            Standing::Lapsed => Refusal::MembershipLapsed,
        };
        if T::Calls::winds_down(<T as Config>::RuntimeCall::from_ref(call)) {
            Ok(())
        } else {
            Err(refusal)
        }
    }
}

impl<T: Config + Send + Sync> TransactionExtension<<T as frame_system::Config>::RuntimeCall>
    for CheckMembership<T>
where
    DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>:
        AsSystemOriginSigner<T::AccountId> + Clone,
{
    const IDENTIFIER: &'static str = "CheckMembership";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn weight(&self, _: &<T as frame_system::Config>::RuntimeCall) -> Weight {
        T::WeightInfo::check_membership()
    }

    fn validate(
        &self,
        origin: DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>,
        call: &<T as frame_system::Config>::RuntimeCall,
        _info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _len: usize,
        _implicit: (),
        _implication: &impl Implication,
        _source: TransactionSource,
    ) -> ValidateResult<(), <T as frame_system::Config>::RuntimeCall> {
        if let Some(who) = origin.as_system_origin_signer() {
            Self::check(who, call)?;
        }
        Ok((ValidTransaction::default(), (), origin))
    }

    impl_tx_ext_default!(<T as frame_system::Config>::RuntimeCall; prepare);
}
