//! The nonce check of the SDK, with a bound on how far ahead a transaction may be.

use crate::pallet::Config;
use codec::{Decode, DecodeWithMemTracking, Encode};
use huangpu_primitives::refusals::Refusal;
use polkadot_sdk::{
    frame_support::{
        pallet_prelude::{TransactionSource, TransactionValidityError, Weight},
        CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
    },
    frame_system::{self, ExtensionsWeightInfo, ValidNonceInfo},
    sp_runtime::{
        traits::{
            AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Implication,
            PostDispatchInfoOf, TransactionExtension, ValidateResult,
        },
        transaction_validity::ValidTransaction,
        DispatchResult, SaturatedConversion,
    },
};
use scale_info::TypeInfo;

/// Most transactions of one account that wait before one of its transactions.
pub const MAX_NONCE_AHEAD: u64 = 64;

/// As the SDK's extension of this name, whose bytes it shares; but a nonce far ahead is refused, so that an
/// account cannot fill the pool, and of an account's transactions the next one has the highest priority.
#[derive(
    Encode,
    Decode,
    DecodeWithMemTracking,
    TypeInfo,
    CloneNoBound,
    EqNoBound,
    PartialEqNoBound,
    DebugNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct CheckNonce<T: frame_system::Config>(#[codec(compact)] pub T::Nonce);

impl<T: frame_system::Config> CheckNonce<T> {
    /// The extension for a transaction with this nonce.
    pub fn from(nonce: T::Nonce) -> Self {
        Self(nonce)
    }
}

impl<T: Config + Send + Sync> TransactionExtension<<T as frame_system::Config>::RuntimeCall>
    for CheckNonce<T>
where
    DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>:
        AsSystemOriginSigner<T::AccountId> + Clone,
{
    const IDENTIFIER: &'static str = "CheckNonce";
    type Implicit = ();
    type Val = Option<T::AccountId>;
    type Pre = Weight;

    fn weight(&self, _: &<T as frame_system::Config>::RuntimeCall) -> Weight {
        <T as frame_system::Config>::ExtensionsWeightInfo::check_nonce()
    }

    fn validate(
        &self,
        origin: DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>,
        _call: &<T as frame_system::Config>::RuntimeCall,
        _info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _len: usize,
        _implicit: (),
        _implication: &impl Implication,
        _source: TransactionSource,
    ) -> ValidateResult<Self::Val, <T as frame_system::Config>::RuntimeCall> {
        let Some(who) = origin.as_system_origin_signer().cloned() else {
            return Ok((ValidTransaction::default(), None, origin));
        };
        let ValidNonceInfo { provides, requires } =
            frame_system::CheckNonce::<T>::validate_nonce_for_account(&who, self.0)?;
        let next: u64 = frame_system::Pallet::<T>::account_nonce(&who).saturated_into();
        let ahead = self.0.saturated_into::<u64>().saturating_sub(next);
        if ahead > MAX_NONCE_AHEAD {
            return Err(Refusal::NonceTooFarAhead.into());
        }
        let priority = MAX_NONCE_AHEAD.saturating_sub(ahead);
        let validity = ValidTransaction { priority, requires, provides, ..Default::default() };
        Ok((validity, Some(who), origin))
    }

    fn prepare(
        self,
        val: Self::Val,
        _origin: &DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>,
        call: &<T as frame_system::Config>::RuntimeCall,
        _info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _len: usize,
    ) -> Result<Weight, TransactionValidityError> {
        match val {
            Some(who) => {
                frame_system::CheckNonce::<T>::prepare_nonce_for_account(&who, self.0)?;
                Ok(Weight::zero())
            }
            None => Ok(self.weight(call)),
        }
    }

    fn post_dispatch_details(
        unspent: Weight,
        _info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _post_info: &PostDispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _len: usize,
        _result: &DispatchResult,
    ) -> Result<Weight, TransactionValidityError> {
        Ok(unspent)
    }
}
