//! The transaction extension that stands where other chains charge a fee: it charges the organisation's quota.
//!
//! It keeps the name `ChargeTransactionPayment` and the compact tip, without which an unmodified Polkadot.js
//! cannot print a signed transaction; the tip must be zero.

use crate::{bucket::Cost, pallet::*, CallPolicy, Rate, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use huangpu_primitives::{members::Tier, refusals::Refusal, OrgId};
use polkadot_sdk::{
    frame_support::{
        dispatch::{DispatchInfo, PostDispatchInfo},
        pallet_prelude::{InvalidTransaction, TransactionSource, TransactionValidityError, Weight},
        traits::{Get, IsType},
        CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
    },
    frame_system,
    sp_runtime::{
        traits::{
            AsSystemOriginSigner, Convert, DispatchInfoOf, DispatchOriginOf, Dispatchable,
            Implication, PostDispatchInfoOf, TransactionExtension, ValidateResult,
        },
        transaction_validity::{TransactionPriority, ValidTransaction},
        DispatchResult,
    },
};
use scale_info::TypeInfo;

/// Most governance calls in a block that no quota pays for.
pub const MAX_EXEMPTIONS: u32 = 16;

/// Below it is the nonce's part of the priority, above it the bucket's level.
const LEVEL: TransactionPriority = 1 << 9;
/// Governance goes first.
const GOVERNANCE: TransactionPriority = 1 << 32;

/// Charges what a transaction takes of a block to its organisation's quota, before it is dispatched: what its call,
/// its extensions and any transaction weigh, and its bytes. What it did not use is given back after.
///
/// The signer's organisation pays; a device report's is the devices' owner. Only governance calls of the council's
/// people are free, a few per block, and small ones only. In the pool a transaction is refused only if no bucket of this tier
/// could ever hold it: its priority sinks with the bucket's level instead. In a block, a bucket that does not hold
/// enough answers `ExhaustsResources`, which leaves it and the sender's later ones in the pool.
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
pub struct ChargeQuota<T>(#[codec(compact)] u128, core::marker::PhantomData<T>);

/// Whom [`ChargeQuota`] charges, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Nobody.
    Nobody,
    /// An organisation.
    Quota(OrgId, Cost),
    /// An organisation, once the block has no exemption left.
    Exempt(OrgId, Cost),
}

impl<T> ChargeQuota<T> {
    /// The extension with a tip, which is accepted only if it is zero.
    pub fn from(tip: u128) -> Self {
        Self(tip, core::marker::PhantomData)
    }
}

impl<T: Config + Send + Sync> ChargeQuota<T> {
    /// Whom and what to charge, and with which priority.
    fn charge_of(
        signer: Option<&T::AccountId>,
        call: &<T as Config>::RuntimeCall,
        cost: Cost,
    ) -> Result<(Charge, TransactionPriority), Refusal> {
        let payer = match signer {
            Some(who) => Accounts::<T>::get(who).map(|membership| membership.org),
            None => T::Calls::payer(call),
        };
        let Some(org) = payer else { return Ok((Charge::Nobody, 0)) };
        let access = Accesses::<T>::get(org).ok_or(Refusal::Outsider)?;
        if signer.is_some_and(|who| Self::is_exempt(who, org, call, &cost)) {
            return Ok((Charge::Exempt(org, cost), GOVERNANCE));
        }
        let rate = T::Rates::convert(access.tier);
        if !cost.within(&rate.capacity()) {
            return Err(Refusal::QuotaTooSmall);
        }
        let bucket = access.bucket.at(Pallet::<T>::block(), &rate);
        Ok((Charge::Quota(org, cost), bucket.level(&rate).saturating_mul(LEVEL)))
    }

    /// A governance call of the council that takes no more of a block than the lowest tier gets of it: all free
    /// ones of a block together leave most of it to others.
    fn is_exempt(
        who: &T::AccountId,
        org: OrgId,
        call: &<T as Config>::RuntimeCall,
        cost: &Cost,
    ) -> bool {
        let Rate { time, bytes, .. } = T::Rates::convert(Tier::Basic);
        T::Calls::governs(call)
            && cost.within(&Cost { time, bytes })
            && T::Calls::may_govern(who, call)
            && Seats::<T>::contains_key(org)
    }

    fn take(org: OrgId, cost: Cost) -> Result<(), TransactionValidityError> {
        Accesses::<T>::try_mutate(org, |access| {
            let access = access.as_mut().ok_or(Refusal::Outsider)?;
            let rate = T::Rates::convert(access.tier);
            access.bucket = access.bucket.at(Pallet::<T>::block(), &rate);
            if !cost.within(&access.bucket.left(&rate)) {
                return Err(InvalidTransaction::ExhaustsResources.into());
            }
            access.bucket.charge(&cost);
            Ok(())
        })
    }

    /// Whether the block has an exemption left, which is then used.
    fn use_exemption() -> bool {
        Exemptions::<T>::mutate(|(block, count)| {
            let now = Pallet::<T>::block();
            if *block != now {
                (*block, *count) = (now, 0);
            }
            let free = *count < MAX_EXEMPTIONS;
            *count = count.saturating_add(u32::from(free));
            free
        })
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl<T: Config + Send + Sync> ChargeQuota<T> {
    /// All that is done for a governance call when no exemption is left, whatever the call.
    pub(crate) fn bench_exempt(who: &T::AccountId, org: OrgId, cost: Cost) {
        let _ = Accounts::<T>::get(who);
        let _ = Accesses::<T>::get(org);
        let call = frame_system::Call::<T>::remark { remark: Default::default() }.into();
        let _ = (Self::is_exempt(who, org, &call, &cost), T::Calls::may_govern(who, &call));
        let _ = Seats::<T>::contains_key(org);
        assert!(!Self::use_exemption());
        assert!(Self::take(org, cost).is_ok());
        Accesses::<T>::mutate(org, |access| {
            if let Some(access) = access {
                access.bucket.refund(1);
            }
        });
    }
}

impl<T: Config + Send + Sync> TransactionExtension<<T as frame_system::Config>::RuntimeCall>
    for ChargeQuota<T>
where
    <T as frame_system::Config>::RuntimeCall:
        Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
    DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>:
        AsSystemOriginSigner<T::AccountId> + Clone,
{
    const IDENTIFIER: &'static str = "ChargeTransactionPayment";
    type Implicit = ();
    type Val = Charge;
    type Pre = Option<OrgId>;

    fn weight(&self, call: &<T as frame_system::Config>::RuntimeCall) -> Weight {
        if T::Calls::governs(<T as Config>::RuntimeCall::from_ref(call)) {
            T::WeightInfo::charge_quota_exempt()
        } else {
            T::WeightInfo::charge_quota()
        }
    }

    fn validate(
        &self,
        origin: DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>,
        call: &<T as frame_system::Config>::RuntimeCall,
        info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        len: usize,
        _implicit: (),
        _implication: &impl Implication,
        _source: TransactionSource,
    ) -> ValidateResult<Charge, <T as frame_system::Config>::RuntimeCall> {
        if self.0 != 0 {
            return Err(Refusal::TipNotZero.into());
        }
        let base = T::BlockWeights::get().get(info.class).base_extrinsic;
        let time = info.total_weight().saturating_add(base).ref_time();
        let cost = Cost { time, bytes: len as u64 };
        let call = <T as Config>::RuntimeCall::from_ref(call);
        let (charge, priority) = Self::charge_of(origin.as_system_origin_signer(), call, cost)?;
        Ok((ValidTransaction { priority, ..Default::default() }, charge, origin))
    }

    fn prepare(
        self,
        charge: Charge,
        _origin: &DispatchOriginOf<<T as frame_system::Config>::RuntimeCall>,
        _call: &<T as frame_system::Config>::RuntimeCall,
        _info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _len: usize,
    ) -> Result<Option<OrgId>, TransactionValidityError> {
        match charge {
            Charge::Nobody => Ok(None),
            Charge::Exempt(..) if Self::use_exemption() => Ok(None),
            Charge::Exempt(org, cost) | Charge::Quota(org, cost) => {
                Self::take(org, cost).map(|()| Some(org))
            }
        }
    }

    fn post_dispatch_details(
        charged: Option<OrgId>,
        info: &DispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        post_info: &PostDispatchInfoOf<<T as frame_system::Config>::RuntimeCall>,
        _len: usize,
        _result: &DispatchResult,
    ) -> Result<Weight, TransactionValidityError> {
        let unspent = post_info.calc_unspent(info).ref_time();
        if let Some(org) = charged.filter(|_| unspent > 0) {
            Accesses::<T>::mutate(org, |access| {
                if let Some(access) = access {
                    access.bucket.refund(unspent);
                }
            });
        }
        Ok(Weight::zero())
    }
}
