//! Benchmarks, and what other pallets' benchmarks need of this one.

use super::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
    pallet_prelude::{Authorize, TransactionSource},
    traits::{EnsureOrigin, Time},
    weights::WeightMeter,
};
use frame_system::RawOrigin;
use huangpu_primitives::{
    apis::DeviceStatus,
    calendar::{Day, Month, DAY_MS},
    report::{DeviceKey, Report, Signature, SignedReport, MAX_BATCH, NO_PREVIOUS},
    traits::{Direction, OrgStanding},
    units::Unit,
    DeviceId, Millis, OrgId,
};
use polkadot_sdk::*;
use sp_core::{crypto::KeyTypeId, ecdsa, H256};

const KEYS: KeyTypeId = KeyTypeId(*b"hpdv");
/// First of January 2018 in the chain's calendar.
const START: Millis = 1_514_736_000_000;
const QUARTER: Millis = 15 * 60 * 1_000;
/// Further reports and groups together make at most a batch.
const HALF: u32 = MAX_BATCH / 2;

/// ECDSA is the slowest algorithm to verify. From a seed, because the keystore derives a key that it made up
/// itself from its phrase again with every signature, which takes longer than all else here.
fn new_key(number: u32) -> ecdsa::Public {
    sp_io::crypto::ecdsa_generate(KEYS, Some(alloc::format!("0x{:064x}", number + 1).into_bytes()))
}

fn sign<T: Config>(key: &ecdsa::Public, report: Report) -> SignedReport {
    let hash = report.hash(&Pallet::<T>::genesis_hash());
    let signature = sp_io::crypto::ecdsa_sign_prehashed(KEYS, key, hash.as_fixed_bytes())
        .expect("the keystore has the key");
    SignedReport { report, signature: Signature::Secp256k1(signature.0) }
}

fn registration(key: DeviceKey, unit: Unit) -> Registration {
    Registration {
        key,
        unit,
        direction: Direction::Import,
        multiplier: 40,
        rollover: Some(1_000_000_000),
        opening_register: 0,
        installed: 0,
        calibrated_until: Some(u64::MAX),
    }
}

fn reference(number: u32) -> Reference {
    let mut text = vec![b'r'; 54];
    text.extend_from_slice(alloc::format!("{number:010}").as_bytes());
    text.try_into().expect("64 bytes is the bound")
}

fn register_with<T: Config>(org: OrgId, key: DeviceKey, unit: Unit) -> DeviceId {
    T::Organisations::ensure_active(org);
    let number = LastDevice::<T>::get().0;
    Pallet::<T>::do_register(org, reference(number), registration(key, unit))
        .expect("a sound registration");
    LastDevice::<T>::get()
}

/// Registers a device of an organisation.
pub(crate) fn register<T: Config>(org: OrgId, unit: Unit) -> DeviceId {
    register_with::<T>(org, DeviceKey::Ed25519([7; 32]), unit)
}

fn owner<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin = T::OwnerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
    let org =
        T::OwnerOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    Ok((origin, org))
}

/// A first report of each of `g` devices, and `f` further reports among them. A group is a device or a
/// month: the costlier one is taken, a device of its own.
fn batch<T: Config>(f: u32, g: u32) -> (OrgId, Vec<SignedReport>) {
    let org = OrgId(1_000);
    let mut reports = Vec::new();
    for group in 0..g {
        let key = new_key(group);
        let device = register_with::<T>(org, DeviceKey::Secp256k1(key.0), Unit::WattHour);
        // The first groups take what does not divide evenly.
        let share = 1 + f / g + u32::from(group < f % g);
        let mut previous = NO_PREVIOUS;
        for index in 0..share {
            let start = START + u64::from(index) * QUARTER;
            let report = Report {
                device,
                sequence: index + 1,
                previous,
                start,
                end: start + QUARTER,
                readings: 15,
                // Of the further reports, those that are quarantined cost most.
                late: if index > 0 { 16 } else { 0 },
                register_start: 0,
                register: 2,
                root: H256::repeat_byte(9),
            };
            previous = report.hash(&Pallet::<T>::genesis_hash());
            reports.push(sign::<T>(&key, report));
        }
    }
    (org, reports)
}

/// A device with `count` roots that expired the day before yesterday.
fn expired<T: Config>(count: u32) -> DeviceId {
    let device = register::<T>(OrgId(1_000), Unit::WattHour);
    let now = START + 400 * DAY_MS;
    T::BenchmarkHelper::set_clock(now);
    let today = Day::of(now);
    for sequence in 1..=count {
        Roots::<T>::insert(device, sequence, ReportRoot { root: H256::zero(), readings: 1 });
    }
    Cursors::<T>::mutate(device, |cursor| {
        cursor.sequence = count;
        cursor.hash = H256::repeat_byte(1);
    });
    let day = Day(today.0 - 1);
    PruningDay::<T>::put(day);
    if count > 0 {
        Expiring::<T>::insert(day, device, count);
    }
    device
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn submit_reports(f: Linear<0, HALF>, g: Linear<1, HALF>) {
        T::BenchmarkHelper::set_clock(START + 40 * DAY_MS);
        let (org, reports) = batch::<T>(f, g);
        let count = reports.len() as u32;
        let reports = Batch::try_from(reports).expect("at most a batch");

        #[extrinsic_call]
        _(RawOrigin::Authorized, org, reports);

        assert_eq!(Roots::<T>::iter().count() as u32, count);
        assert_eq!(Quarantine::<T>::iter().count() as u32, f);
        assert_eq!(MonthTotals::<T>::iter().count() as u32, g);
    }

    #[benchmark]
    fn authorize_submit_reports(
        f: Linear<0, HALF>,
        g: Linear<1, HALF>,
    ) -> Result<(), BenchmarkError> {
        T::BenchmarkHelper::set_clock(START + 40 * DAY_MS);
        let (org, reports) = batch::<T>(f, g);
        let reports = Batch::try_from(reports).expect("at most a batch");
        let call = Call::<T>::submit_reports { org, reports };

        #[block]
        {
            call.authorize(TransactionSource::External).ok_or("the call authorises itself")??;
        }
        Ok(())
    }

    #[benchmark]
    fn register_device() -> Result<(), BenchmarkError> {
        let (origin, _) = owner::<T>()?;
        let key = DeviceKey::Ed25519([1; 32]);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, reference(0), registration(key, Unit::WattHour));

        assert!(Devices::<T>::contains_key(LastDevice::<T>::get()));
        Ok(())
    }

    #[benchmark]
    fn rotate_key() -> Result<(), BenchmarkError> {
        let (origin, org) = owner::<T>()?;
        let device = register::<T>(org, Unit::WattHour);
        let key = DeviceKey::Ed25519([2; 32]);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device, key);

        assert_eq!(Devices::<T>::get(device).unwrap().key, key);
        Ok(())
    }

    #[benchmark]
    fn suspend_device() -> Result<(), BenchmarkError> {
        let (origin, org) = owner::<T>()?;
        let device = register::<T>(org, Unit::WattHour);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device);

        assert_eq!(Devices::<T>::get(device).unwrap().status, DeviceStatus::Suspended);
        Ok(())
    }

    #[benchmark]
    fn reinstate_device() -> Result<(), BenchmarkError> {
        let (origin, org) = owner::<T>()?;
        let device = register::<T>(org, Unit::WattHour);
        Pallet::<T>::do_suspend(org, device)?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device);

        assert_eq!(Devices::<T>::get(device).unwrap().status, DeviceStatus::Active);
        Ok(())
    }

    #[benchmark]
    fn retire_device() -> Result<(), BenchmarkError> {
        let (origin, org) = owner::<T>()?;
        let device = register::<T>(org, Unit::WattHour);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device);

        assert_eq!(Devices::<T>::get(device).unwrap().status, DeviceStatus::Retired);
        Ok(())
    }

    #[benchmark]
    fn calibrate() -> Result<(), BenchmarkError> {
        let (origin, org) = owner::<T>()?;
        let device = register::<T>(org, Unit::WattHour);
        Devices::<T>::mutate(device, |device| {
            device.as_mut().expect("it was just registered").meter.calibration = None
        });

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device, START, START + DAY_MS);

        let calibration = Devices::<T>::get(device).unwrap().meter.calibration;
        assert_eq!(calibration, Some(Calibration { from: START, until: START + DAY_MS }));
        Ok(())
    }

    #[benchmark]
    fn exchange_meter() -> Result<(), BenchmarkError> {
        let (origin, org) = owner::<T>()?;
        let device = register::<T>(org, Unit::WattHour);
        T::BenchmarkHelper::set_clock(START + DAY_MS);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device, START, 100, 0, H256::zero());

        assert_eq!(MonthTotals::<T>::get(device, Month::of(START)).unwrap().gap, 4_000);
        Ok(())
    }

    /// The worst case: a regulator has it counted.
    #[benchmark]
    fn resolve_quarantined() -> Result<(), BenchmarkError> {
        let origin =
            T::RegulatorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
        let device = register::<T>(OrgId(1_000), Unit::WattHour);
        T::BenchmarkHelper::set_clock(START + DAY_MS);
        let record = Quarantined {
            breach: Breach::PeriodOverlaps,
            start: START,
            end: START + 1,
            register_start: 0,
            register: 100,
            readings: 1,
        };
        Quarantine::<T>::insert(device, 1, record);
        let resolution = Resolution::Count { month: Month::of(START) };

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, device, 1, resolution);

        assert_eq!(MonthTotals::<T>::get(device, Month::of(START)).unwrap().gap, 4_000);
        Ok(())
    }

    #[benchmark]
    fn prune_day() {
        expired::<T>(0);

        #[block]
        {
            Pallet::<T>::prune_expired(&mut WeightMeter::new());
        }

        assert_eq!(PruningDay::<T>::get(), Some(Day::of(T::Clock::now())));
    }

    #[benchmark]
    fn prune_root() {
        let device = expired::<T>(1);

        #[block]
        {
            Pallet::<T>::prune_expired(&mut WeightMeter::new());
        }

        assert_eq!(Cursors::<T>::get(device).pruned, 1);
    }
}
