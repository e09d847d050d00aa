//! The transaction extension that stands where other chains charge a fee.
//!
//! Nothing is charged here. But Polkadot.js cannot print a signed transaction without an extension
//! called `ChargeTransactionPayment` that carries a compact tip, so there is one, and its tip is zero.

use crate::{pallet::Config, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use huangpu_primitives::refusals::Refusal;
use polkadot_sdk::{
    frame_support::{
        pallet_prelude::{TransactionSource, Weight},
        CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
    },
    frame_system,
    sp_runtime::{
        impl_tx_ext_default,
        traits::{
            DispatchInfoOf, DispatchOriginOf, Implication, TransactionExtension, ValidateResult,
        },
        transaction_validity::ValidTransaction,
    },
};
use scale_info::TypeInfo;

/// Refuses transactions that carry a tip.
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
pub struct ZeroTip<T>(#[codec(compact)] u128, core::marker::PhantomData<T>);

impl<T> ZeroTip<T> {
    /// The extension with a tip, which is accepted only if it is zero.
    pub fn from(tip: u128) -> Self {
        Self(tip, core::marker::PhantomData)
    }
}

impl<T: Config + Send + Sync> TransactionExtension<<T as frame_system::Config>::RuntimeCall>
    for ZeroTip<T>
{
    const IDENTIFIER: &'static str = "ChargeTransactionPayment";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn weight(&self, _: &<T as frame_system::Config>::RuntimeCall) -> Weight {
        T::WeightInfo::zero_tip()
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
    ) -> ValidateResult<(), <T as frame_system::Config>::RuntimeCall> {
        if self.0 != 0 {
            return Err(Refusal::TipNotZero.into());
        }
        Ok((ValidTransaction::default(), (), origin))
    }

    impl_tx_ext_default!(<T as frame_system::Config>::RuntimeCall; prepare);
}
