//! Taking reports in: [`authorize`](Pallet::authorize_reports) decides in the pool and again in the
//! block whether a batch is accepted; recording it afterwards cannot fail.

use crate::{
    assessment::{assess, Booking},
    pallet::*,
    types::*,
    WeightInfo,
};
use alloc::{
    collections::{btree_map::Entry, BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::Encode;
use huangpu_primitives::{
    apis::DeviceStatus,
    calendar::{Day, Month},
    refusals::Refusal,
    report::{Report, SignatureError, SignedReport},
    traits::*,
    DeviceId, OrgId,
};
use polkadot_sdk::{
    frame_support::{pallet_prelude::*, traits::Contains},
    frame_system::{self, pallet_prelude::BlockNumberFor},
    sp_core::H256,
    sp_runtime::{
        traits::Zero,
        transaction_validity::{
            TransactionSource, TransactionValidityWithRefund, ValidTransaction,
        },
    },
};

/// For how many blocks a batch stays in the pool.
const LONGEVITY: u64 = 64;

/// What a batch's weight depends on: how many (device, month) totals it touches, and how many reports
/// there are beyond the first of each.
fn shape(reports: &[SignedReport]) -> (u32, u32) {
    let groups: BTreeSet<(DeviceId, Month)> =
        reports.iter().map(|r| (r.report.device, Month::of(r.report.start))).collect();
    ((reports.len() - groups.len()) as u32, groups.len() as u32)
}

/// How far one device has come while its reports are gone through.
struct Progress {
    device: Device,
    cursor: Cursor,
}

impl<T: Config> Pallet<T> {
    /// What recording a batch weighs, with what its listeners do.
    pub(crate) fn weight_of(reports: &[SignedReport]) -> Weight {
        let (further, groups) = shape(reports);
        T::WeightInfo::submit_reports(further, groups)
            .saturating_add(T::OnReport::weight().saturating_mul(u64::from(groups)))
    }

    /// What authorising a batch weighs.
    pub(crate) fn weight_of_authorizing(reports: &[SignedReport]) -> Weight {
        let (further, groups) = shape(reports);
        T::WeightInfo::authorize_submit_reports(further, groups)
    }

    /// The genesis hash, which every report's signature covers.
    pub fn genesis_hash() -> H256 {
        frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
    }

    pub(crate) fn authorize_reports(
        _source: TransactionSource,
        org: &OrgId,
        reports: &Batch,
    ) -> TransactionValidityWithRefund {
        Self::check_call_filter(*org, reports)?;
        let hashes = Self::check_order(*org, reports)?;
        Self::check_signatures(reports, &hashes)?;
        let tags = reports.iter().map(|r| (r.report.device, r.report.sequence).encode());
        let validity = ValidTransaction {
            // Among equals, the fuller batch first: it brings more at once.
            priority: reports.len() as u64,
            provides: tags.map(|tag| (b"devices", tag).encode()).collect(),
            longevity: LONGEVITY,
            propagate: true,
            ..Default::default()
        };
        Ok((validity, Weight::zero()))
    }

    /// A paused call is refused here: at dispatch it would be too late, it would sit in blocks as failed.
    fn check_call_filter(org: OrgId, reports: &Batch) -> Result<(), Refusal> {
        let call = Call::<T>::submit_reports { org, reports: reports.clone() };
        let call: <T as frame_system::Config>::RuntimeCall = call.into();
        if T::BaseCallFilter::contains(&call) {
            Ok(())
        } else {
            Err(Refusal::CallPaused)
        }
    }

    /// Everything but the signatures; the reports' hashes.
    pub(crate) fn check_order(org: OrgId, reports: &[SignedReport]) -> Result<Vec<H256>, Refusal> {
        if reports.is_empty() {
            return Err(Refusal::EmptyBatch);
        }
        if !T::Organisations::is_active(org) {
            return Err(Refusal::OwnerNotActive);
        }
        let genesis = Self::genesis_hash();
        let mut heads = BTreeMap::<DeviceId, (u32, H256)>::new();
        let mut hashes = Vec::with_capacity(reports.len());
        for SignedReport { report, .. } in reports {
            let head = match heads.entry(report.device) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(Self::head_of(org, report.device)?),
            };
            let next = head.0.checked_add(1).ok_or(Refusal::SequenceReplayed)?;
            if report.sequence < next {
                return Err(Refusal::SequenceReplayed);
            }
            if report.sequence > next {
                return Err(Refusal::SequenceSkipped);
            }
            if report.previous != head.1 {
                return Err(Refusal::PreviousMismatch);
            }
            *head = (report.sequence, report.hash(&genesis));
            hashes.push(head.1);
        }
        Ok(hashes)
    }

    /// The last report of a device that may report.
    fn head_of(org: OrgId, id: DeviceId) -> Result<(u32, H256), Refusal> {
        let device = Devices::<T>::get(id).ok_or(Refusal::UnknownDevice)?;
        if device.org != org {
            return Err(Refusal::ForeignDevice);
        }
        if device.status != DeviceStatus::Active {
            return Err(Refusal::DeviceNotActive);
        }
        let cursor = Cursors::<T>::get(id);
        Ok((cursor.sequence, cursor.hash))
    }

    pub(crate) fn check_signatures(
        reports: &[SignedReport],
        hashes: &[H256],
    ) -> Result<(), Refusal> {
        for (SignedReport { report, signature }, hash) in reports.iter().zip(hashes) {
            let device = Devices::<T>::get(report.device).ok_or(Refusal::UnknownDevice)?;
            device.key.verify(hash, signature).map_err(|error| match error {
                SignatureError::OtherAlgorithm => Refusal::OtherAlgorithm,
                SignatureError::NotEnabled => Refusal::AlgorithmNotEnabled,
                SignatureError::Invalid => Refusal::BadSignature,
            })?;
        }
        Ok(())
    }

    /// Records an authorised batch.
    pub(crate) fn record_reports(org: OrgId, reports: Batch) {
        let mut recording = Recording::<T>::new(org);
        for signed in reports {
            recording.record(signed);
        }
        recording.finish();
    }
}

/// One batch being recorded: every device's cursor and every month's total is read and written once.
struct Recording<T> {
    org: OrgId,
    genesis: H256,
    devices: BTreeMap<DeviceId, Progress>,
    totals: BTreeMap<(DeviceId, Month), MonthTotal>,
    reports: u32,
    readings: u64,
    quarantined: u32,
    _runtime: core::marker::PhantomData<T>,
}

impl<T: Config> Recording<T> {
    fn new(org: OrgId) -> Self {
        Self {
            org,
            genesis: Pallet::<T>::genesis_hash(),
            devices: BTreeMap::new(),
            totals: BTreeMap::new(),
            reports: 0,
            readings: 0,
            quarantined: 0,
            _runtime: Default::default(),
        }
    }

    fn record(&mut self, SignedReport { report, .. }: SignedReport) {
        let progress = match self.devices.entry(report.device) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                // It was there when the batch was authorised, in this same block.
                let Some(device) = Devices::<T>::get(report.device) else { return };
                entry.insert(Progress { device, cursor: Cursors::<T>::get(report.device) })
            }
        };
        let hash = report.hash(&self.genesis);
        progress.cursor.sequence = report.sequence;
        progress.cursor.hash = hash;
        self.reports += 1;
        let kept = ReportRoot { root: report.root, readings: report.readings };
        Roots::<T>::insert(report.device, report.sequence, kept);

        let latest = Pallet::<T>::latest_moment();
        match assess(&progress.device.meter, &progress.cursor, &report, latest) {
            Ok(booking) => {
                progress.cursor.end = report.end;
                progress.cursor.register = report.register;
                progress.cursor.counted = report.sequence;
                self.readings += u64::from(report.readings);
                let total = self.totals.entry((report.device, booking.month)).or_default();
                add_booking(total, &booking, &report, hash);
            }
            Err(breach) => {
                self.quarantined += 1;
                quarantine::<T>(report, breach);
            }
        }
    }

    fn finish(self) {
        let expires = Day::of(Pallet::<T>::now()).plus(T::RetentionDays::get());
        for (device, Progress { cursor, .. }) in self.devices {
            Expiring::<T>::insert(expires, device, cursor.sequence);
            Cursors::<T>::insert(device, cursor);
        }
        for ((device, month), added) in self.totals {
            let metered = Metered {
                measured: added.measured,
                uncalibrated: added.uncalibrated,
                gap: added.gap,
                readings: added.readings,
            };
            MonthTotals::<T>::mutate(device, month, |total| {
                add_total(total.get_or_insert_default(), added)
            });
            T::OnReport::on_report(self.org, device, month, metered);
        }
        Pallet::<T>::deposit_event(Event::ReportsRecorded {
            org: self.org,
            reports: self.reports,
            readings: self.readings,
            quarantined: self.quarantined,
        });
    }
}

fn quarantine<T: Config>(report: Report, breach: Breach) {
    let record = Quarantined {
        breach,
        start: report.start,
        end: report.end,
        register_start: report.register_start,
        register: report.register,
        readings: report.readings,
    };
    let (device, sequence) = (report.device, report.sequence);
    Quarantine::<T>::insert(device, sequence, record);
    Pallet::<T>::deposit_event(Event::ReportQuarantined { device, sequence, breach });
}

fn add_booking(total: &mut MonthTotal, booking: &Booking, report: &Report, hash: H256) {
    let quantity = if booking.calibrated { &mut total.measured } else { &mut total.uncalibrated };
    *quantity = quantity.saturating_add(booking.metered);
    total.gap = total.gap.saturating_add(booking.gap);
    total.readings = total.readings.saturating_add(u64::from(report.readings));
    total.late = total.late.saturating_add(u64::from(report.late));
    total.reports = total.reports.saturating_add(1);
    total.last_sequence = report.sequence;
    total.last_hash = hash;
}

fn add_total(total: &mut MonthTotal, added: MonthTotal) {
    total.measured = total.measured.saturating_add(added.measured);
    total.uncalibrated = total.uncalibrated.saturating_add(added.uncalibrated);
    total.gap = total.gap.saturating_add(added.gap);
    total.readings = total.readings.saturating_add(added.readings);
    total.late = total.late.saturating_add(added.late);
    total.reports = total.reports.saturating_add(added.reports);
    total.last_sequence = added.last_sequence;
    total.last_hash = added.last_hash;
}
