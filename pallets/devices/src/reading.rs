//! What others read: the runtime API's answers, and [`DeviceDirectory`] for the other pallets.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{CursorView, DeviceStatus, DeviceView, MonthTotalView, ProofOutcome, QuarantinedView},
    calendar::Month,
    paging::{keys_after, page_size},
    report::ReadingProof,
    traits::{DeviceDirectory, DeviceFacts},
    DeviceId, OrgId,
};

impl<T: Config> Pallet<T> {
    /// See `DevicesApi::device`.
    pub fn device_view(id: DeviceId) -> Option<DeviceView> {
        let Device { org, reference, key, status, meter } = Devices::<T>::get(id)?;
        let Cursor { sequence, hash, end, register, pruned, .. } = Cursors::<T>::get(id);
        Some(DeviceView {
            id,
            org,
            reference: reference.into_inner(),
            key,
            status,
            unit: meter.unit,
            direction: meter.direction,
            multiplier: meter.multiplier,
            rollover: meter.rollover,
            calibrated_from: meter.calibration.map(|calibration| calibration.from),
            calibrated_until: meter.calibration.map(|calibration| calibration.until),
            cursor: CursorView { sequence, hash, end, register, pruned },
        })
    }

    /// See `DevicesApi::devices_of`.
    pub fn devices_page(org: OrgId, after: Option<DeviceId>, limit: u32) -> Vec<DeviceView> {
        keys_after::<DevicesOf<T>, _, _, _>(org, after, limit)
            .filter_map(Self::device_view)
            .collect()
    }

    /// See `DevicesApi::device_by_reference`.
    pub fn device_by_reference(org: OrgId, reference: Vec<u8>) -> Option<DeviceId> {
        let reference = Reference::try_from(reference).ok()?;
        References::<T>::get(org, reference).map(|(device, _)| device)
    }

    /// See `DevicesApi::month_totals`.
    pub fn month_totals_page(device: DeviceId, from: Month, limit: u32) -> Vec<MonthTotalView> {
        // Reading and sorting all of them is bounded: the calendar has twelve months a year, and none
        // in the future is booked.
        let mut totals: Vec<(Month, MonthTotal)> =
            MonthTotals::<T>::iter_prefix(device).filter(|(month, _)| *month >= from).collect();
        totals.sort_unstable_by_key(|(month, _)| *month);
        let view = |(month, total): (Month, MonthTotal)| MonthTotalView {
            month,
            measured: total.measured,
            uncalibrated: total.uncalibrated,
            gap: total.gap,
            readings: total.readings,
            late: total.late,
            reports: total.reports,
            last_sequence: total.last_sequence,
            last_hash: total.last_hash,
        };
        totals.into_iter().take(page_size(limit)).map(view).collect()
    }

    /// See `DevicesApi::quarantined`.
    pub fn quarantined_page(
        device: DeviceId,
        after: Option<u32>,
        limit: u32,
    ) -> Vec<QuarantinedView> {
        keys_after::<Quarantine<T>, _, _, _>(device, after, limit)
            .filter_map(|sequence| Self::quarantined_view(device, sequence))
            .collect()
    }

    /// See `DevicesApi::quarantined_report`.
    pub fn quarantined_view(device: DeviceId, sequence: u32) -> Option<QuarantinedView> {
        let record = Quarantine::<T>::get(device, sequence)?;
        Some(QuarantinedView {
            sequence,
            reason: record.breach.sentence().as_bytes().to_vec(),
            start: record.start,
            end: record.end,
            register_start: record.register_start,
            register: record.register,
            readings: record.readings,
        })
    }

    /// See `DevicesApi::prove_reading`.
    pub fn prove_reading(device: DeviceId, sequence: u32, proof: &ReadingProof) -> ProofOutcome {
        match Roots::<T>::get(device, sequence) {
            Some(ReportRoot { root, readings }) if proof.verify(&root, readings) => {
                ProofOutcome::Proved
            }
            Some(_) => ProofOutcome::NotUnderRoot,
            None if (1..=Cursors::<T>::get(device).pruned).contains(&sequence) => {
                ProofOutcome::Pruned
            }
            None => ProofOutcome::UnknownReport,
        }
    }
}

impl<T: Config> DeviceDirectory for Pallet<T> {
    fn device(id: DeviceId) -> Option<DeviceFacts> {
        let device = Devices::<T>::get(id).filter(|d| d.status != DeviceStatus::Retired)?;
        Some(DeviceFacts {
            org: device.org,
            unit: device.meter.unit,
            direction: device.meter.direction,
        })
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn register(org: OrgId, unit: huangpu_primitives::units::Unit) -> DeviceId {
        crate::benchmarking::register::<T>(org, unit)
    }
}
