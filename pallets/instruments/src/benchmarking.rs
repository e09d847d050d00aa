//! Benchmarks.

use super::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOriginWithArg;
use huangpu_primitives::{
    calendar::Day,
    council::Decision,
    instruments::{InstrumentClass, Mode},
    traits::{InstrumentGate, Outstanding},
};
use polkadot_sdk::*;
use sp_core::H256;

const CLASS: InstrumentClass = InstrumentClass::WarehouseReceipt;

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&Decision::Grave)
        .map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// In the place of another one, in another mode: over money, which may be of many assets.
    #[benchmark]
    fn record_authority() -> Result<(), BenchmarkError> {
        const CLASS: InstrumentClass = InstrumentClass::DepositMoney;
        let origin = council::<T>()?;
        <Pallet<T> as InstrumentGate>::open(CLASS);
        T::Outstanding::make_dear(CLASS);
        let register = vec![b'r'; 128].try_into().expect("128 bytes is the bound");
        let permit = Permit { document: H256::repeat_byte(1), register };

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, CLASS, Mode::Register, Some(permit), Day::NEVER);

        assert_eq!(Gates::<T>::get(CLASS).map(|gate| gate.mode), Some(Mode::Register));
        Ok(())
    }

    #[benchmark]
    fn close_class() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        <Pallet<T> as InstrumentGate>::open(CLASS);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, CLASS, H256::repeat_byte(1));

        assert!(Pallet::<T>::ensure_open(CLASS).is_err());
        Ok(())
    }
}
