//! A chain in memory. What is to be judged, `pallet-devices` judges; what that keeps in storage, is
//! kept here. What is included is in the best block; the next [`TestChain::block`] finalizes it.

use futures::{stream, stream::BoxStream, StreamExt};
use huangpu_gateway::chain::{ChainError, ChainView, Head};
use huangpu_primitives::{
    apis::{
        CursorView, DeviceStatus, DeviceView, FacilityView, MonthTotalView, QuarantinedView,
        SourceMonthView, SourceView, Standing,
    },
    calendar::Month,
    refusals::Refusal,
    report::{DeviceKey, Report, SignatureError, SignedReport, MAX_BATCH},
    traits::Direction,
    units::{grams_co2e, Unit},
    DeviceId, FacilityId, FactorSeriesId, Millis, OrgId, SourceId,
};
use pallet_devices::{
    assessment::{assess, movement, Booking},
    Breach, Calibration, Cursor, Meter, Quarantined,
};
use polkadot_sdk::sp_core::H256;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};
use tokio::sync::watch;

pub(crate) const ORG: OrgId = OrgId(2);
/// Micrograms of CO2e per watt-hour.
pub(crate) const FACTOR: u64 = 536_600;
/// The runtime's `ClockSkew`.
const SKEW: Millis = 60_000;

#[derive(Clone)]
pub(crate) struct TestChain {
    state: Arc<Mutex<State>>,
    heads: Arc<watch::Sender<Head>>,
}

pub(crate) struct State {
    pub(crate) genesis: H256,
    pub(crate) reachable: bool,
    /// The chain's clock.
    pub(crate) now: Millis,
    pub(crate) standing: Option<Standing>,
    pub(crate) devices: Vec<Device>,
    /// All reports that were included, in order.
    pub(crate) included: Vec<SignedReport>,
    pub(crate) submitted: Vec<(OrgId, Vec<SignedReport>)>,
    /// What the finalized blocks know.
    finalized: BTreeMap<H256, Block>,
}

/// What can be read at a block.
#[derive(Clone)]
struct Block {
    standing: Option<Standing>,
    devices: Vec<Device>,
}

/// A device, and what the pallet keeps of it that nobody else sees.
#[derive(Clone)]
pub(crate) struct Device {
    pub(crate) view: DeviceView,
    pub(crate) calibrations: (Option<Calibration>, Option<Calibration>),
    pub(crate) counted: u32,
    pub(crate) quarantined: BTreeMap<u32, Quarantined>,
    pub(crate) totals: BTreeMap<Month, MonthTotalView>,
}

impl TestChain {
    pub(crate) fn new() -> Self {
        let state = State {
            genesis: H256::repeat_byte(0x47),
            reachable: true,
            now: super::NOW,
            standing: Some(Standing::Active),
            devices: Vec::new(),
            included: Vec::new(),
            submitted: Vec::new(),
            finalized: BTreeMap::new(),
        };
        let heads = Arc::new(watch::channel(Head { number: 0, hash: H256::zero() }).0);
        let chain = Self { state: Arc::new(Mutex::new(state)), heads };
        chain.block();
        chain
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    pub(crate) fn genesis(&self) -> H256 {
        self.state().genesis
    }

    /// Registers a device whose calibration lasts, in a block that is finalized.
    pub(crate) fn register(
        &self,
        reference: &str,
        key: DeviceKey,
        register: u64,
        installed: Millis,
    ) -> DeviceId {
        let mut state = self.state();
        let id = DeviceId(state.devices.len() as u32 + 1);
        let calibration = Calibration { from: installed, until: super::NOW * 2 };
        let view = DeviceView {
            id,
            org: ORG,
            reference: reference.as_bytes().to_vec(),
            key,
            status: DeviceStatus::Active,
            unit: Unit::WattHour,
            direction: Direction::Import,
            multiplier: 1,
            rollover: None,
            calibrated_from: Some(calibration.from),
            calibrated_until: Some(calibration.until),
            cursor: CursorView { end: installed, register, ..Default::default() },
        };
        let calibrations = (None, Some(calibration));
        let (counted, quarantined, totals) = Default::default();
        state.devices.push(Device { view, calibrations, counted, quarantined, totals });
        drop(state);
        self.block();
        id
    }

    pub(crate) fn id(&self, reference: &str) -> DeviceId {
        let state = self.state();
        let found = state.devices.iter().find(|d| d.view.reference == reference.as_bytes());
        found.unwrap().view.id
    }

    pub(crate) fn change<R>(&self, id: DeviceId, change: impl FnOnce(&mut Device) -> R) -> R {
        change(&mut self.state().devices[id.0 as usize - 1])
    }

    pub(crate) fn view(&self, id: DeviceId) -> DeviceView {
        self.change(id, |device| device.view.clone())
    }

    pub(crate) fn included(&self, id: DeviceId) -> Vec<SignedReport> {
        let state = self.state();
        state.included.iter().filter(|signed| signed.report.device == id).cloned().collect()
    }

    pub(crate) fn totals(&self, id: DeviceId) -> Vec<MonthTotalView> {
        self.change(id, |device| device.totals.values().cloned().collect())
    }

    /// All that was booked as gap.
    pub(crate) fn gap(&self, id: DeviceId) -> u128 {
        self.totals(id).iter().map(|total| total.gap).sum()
    }

    /// All that was counted.
    pub(crate) fn counted(&self, id: DeviceId) -> u128 {
        let sum = |total: &MonthTotalView| total.measured + total.uncalibrated + total.gap;
        self.totals(id).iter().map(sum).sum()
    }

    /// Finalizes a block with all that was included; its number.
    pub(crate) fn block(&self) -> u32 {
        self.finalize(|state, _| Block { standing: state.standing, devices: state.devices.clone() })
    }

    /// Finalizes a block from before whatever was included since the last one; its number.
    pub(crate) fn lagging_block(&self) -> u32 {
        self.finalize(|state, last| state.finalized[&last].clone())
    }

    fn finalize(&self, block: impl FnOnce(&State, H256) -> Block) -> u32 {
        // Locked throughout: tests make blocks from several threads.
        let mut state = self.state();
        let last = *self.heads.borrow();
        let block = block(&state, last.hash);
        let number = last.number + 1;
        let hash = H256::from_low_u64_be(number.into());
        state.finalized.insert(hash, block);
        self.heads.send_replace(Head { number, hash });
        number
    }

    /// Takes a batch as the pool and the pallet do: one bad report refuses all of it.
    pub(crate) fn include(&self, batch: &[SignedReport]) -> Result<(), Refusal> {
        self.include_of(ORG, batch)
    }

    fn include_of(&self, org: OrgId, batch: &[SignedReport]) -> Result<(), Refusal> {
        assert!(batch.len() <= MAX_BATCH as usize, "a larger batch cannot be encoded");
        let mut state = self.state();
        let hashes = state.check_order(org, batch)?;
        state.check_signatures(batch, &hashes)?;
        let latest = state.now + SKEW;
        for (signed, hash) in batch.iter().zip(hashes) {
            state.device(signed.report.device).unwrap().record(&signed.report, hash, latest);
            state.included.push(signed.clone());
        }
        Ok(())
    }

    /// Renews a device's calibration.
    pub(crate) fn calibrate(&self, id: DeviceId, from: Millis, until: Millis) {
        self.change(id, |device| {
            let (_, known) = device.calibrations;
            let newer = known.is_none_or(|known| from >= known.from && until > known.until);
            assert!(from < until && newer, "the pallet would refuse it");
            device.calibrations = (known, Some(Calibration { from, until }));
            (device.view.calibrated_from, device.view.calibrated_until) = (Some(from), Some(until));
        });
    }

    /// Declares that a meter was exchanged.
    pub(crate) fn exchange(&self, id: DeviceId, at: Millis, closing: u64, opening: u64) {
        let latest = self.state().now + SKEW;
        self.change(id, |device| {
            let meter = device.meter();
            let cursor = &mut device.view.cursor;
            assert!(cursor.end <= at && at <= latest, "the pallet would refuse it");
            assert!(meter.rollover.is_none_or(|modulus| opening < modulus));
            let gap = movement(&meter, cursor.register, closing).unwrap();
            (cursor.end, cursor.register) = (at, opening);
            device.counted = cursor.sequence;
            device.total(Month::of(at)).gap += gap;
        });
    }

    /// Resolves a quarantined report: it is never counted.
    pub(crate) fn discard(&self, id: DeviceId, sequence: u32) {
        let known = self.change(id, |device| device.quarantined.remove(&sequence));
        known.expect("it is quarantined");
    }

    /// Resolves a quarantined report: a regulator counts it.
    pub(crate) fn count(&self, id: DeviceId, sequence: u32, month: Month) {
        self.change(id, |device| {
            let record = device.quarantined.remove(&sequence).expect("it is quarantined");
            assert!(sequence > device.counted, "counted since");
            let meter = device.meter();
            let cursor = &mut device.view.cursor;
            let gap = movement(&meter, cursor.register, record.register).unwrap();
            cursor.register = record.register;
            let wrong_period =
                [Breach::EmptyPeriod, Breach::PeriodOverlaps, Breach::PeriodInFuture];
            if !wrong_period.contains(&record.breach) {
                cursor.end = cursor.end.max(record.end);
            }
            device.counted = sequence;
            device.total(month).gap += gap;
        });
    }
}

impl State {
    fn device(&mut self, id: DeviceId) -> Option<&mut Device> {
        self.devices.get_mut((id.0 as usize).checked_sub(1)?)
    }

    /// In the order in which the pallet checks.
    fn check_order(&mut self, org: OrgId, batch: &[SignedReport]) -> Result<Vec<H256>, Refusal> {
        if batch.is_empty() {
            return Err(Refusal::EmptyBatch);
        }
        if self.standing != Some(Standing::Active) {
            return Err(Refusal::OwnerNotActive);
        }
        let genesis = self.genesis;
        let (mut heads, mut hashes) = (BTreeMap::new(), Vec::new());
        for SignedReport { report, .. } in batch {
            let view = &self.device(report.device).ok_or(Refusal::UnknownDevice)?.view;
            if view.org != org {
                return Err(Refusal::ForeignDevice);
            }
            if view.status != DeviceStatus::Active {
                return Err(Refusal::DeviceNotActive);
            }
            let cursor = (view.cursor.sequence, view.cursor.hash);
            let (sequence, hash) = heads.entry(view.id).or_insert(cursor);
            match report.sequence.cmp(&(*sequence + 1)) {
                std::cmp::Ordering::Less => return Err(Refusal::SequenceReplayed),
                std::cmp::Ordering::Greater => return Err(Refusal::SequenceSkipped),
                std::cmp::Ordering::Equal => {}
            }
            if report.previous != *hash {
                return Err(Refusal::PreviousMismatch);
            }
            (*sequence, *hash) = (report.sequence, report.hash(&genesis));
            hashes.push(*hash);
        }
        Ok(hashes)
    }

    fn check_signatures(&mut self, batch: &[SignedReport], hashes: &[H256]) -> Result<(), Refusal> {
        for (SignedReport { report, signature }, hash) in batch.iter().zip(hashes) {
            let view = &self.device(report.device).ok_or(Refusal::UnknownDevice)?.view;
            view.key.verify(hash, signature).map_err(|error| match error {
                SignatureError::OtherAlgorithm => Refusal::OtherAlgorithm,
                SignatureError::NotEnabled => Refusal::AlgorithmNotEnabled,
                SignatureError::Invalid => Refusal::BadSignature,
            })?;
        }
        Ok(())
    }
}

impl Device {
    fn meter(&self) -> Meter {
        let DeviceView { unit, direction, multiplier, rollover, .. } = self.view;
        let (earlier_calibration, calibration) = self.calibrations;
        Meter { unit, direction, multiplier, rollover, calibration, earlier_calibration }
    }

    fn cursor(&self) -> Cursor {
        let CursorView { sequence, hash, end, register, pruned } = self.view.cursor;
        Cursor { sequence, hash, end, register, pruned, counted: self.counted }
    }

    fn total(&mut self, month: Month) -> &mut MonthTotalView {
        let total = self.totals.entry(month).or_default();
        total.month = month;
        total
    }

    fn record(&mut self, report: &Report, hash: H256, latest: Millis) {
        let assessed = assess(&self.meter(), &self.cursor(), report, latest);
        let cursor = &mut self.view.cursor;
        (cursor.sequence, cursor.hash) = (report.sequence, hash);
        match assessed {
            Ok(booking) => {
                (cursor.end, cursor.register) = (report.end, report.register);
                self.counted = report.sequence;
                self.book(&booking, report, hash);
            }
            Err(breach) => {
                let &Report { start, end, register_start, register, readings, .. } = report;
                let record = Quarantined { breach, start, end, register_start, register, readings };
                self.quarantined.insert(report.sequence, record);
            }
        }
    }

    fn book(&mut self, booking: &Booking, report: &Report, hash: H256) {
        let total = self.total(booking.month);
        if booking.calibrated {
            total.measured += booking.metered;
        } else {
            total.uncalibrated += booking.metered;
        }
        total.gap += booking.gap;
        total.readings += u64::from(report.readings);
        total.late += u64::from(report.late);
        total.reports += 1;
        (total.last_sequence, total.last_hash) = (report.sequence, hash);
    }
}

fn quarantined_view(sequence: u32, record: &Quarantined) -> QuarantinedView {
    QuarantinedView {
        sequence,
        reason: record.breach.sentence().as_bytes().to_vec(),
        start: record.start,
        end: record.end,
        register_start: record.register_start,
        register: record.register,
        readings: record.readings,
    }
}

impl TestChain {
    fn ask<R>(&self, answer: impl FnOnce(&State) -> R) -> Result<R, ChainError> {
        let state = self.state();
        if state.reachable {
            Ok(answer(&state))
        } else {
            Err(ChainError("the test chain is not there".into()))
        }
    }

    fn at<R>(&self, hash: H256, answer: impl FnOnce(&Block) -> R) -> Result<R, ChainError> {
        self.ask(|state| state.finalized.get(&hash).map(answer))?
            .ok_or_else(|| ChainError("no such block is finalized".into()))
    }

    fn of<R>(
        &self,
        at: H256,
        id: DeviceId,
        answer: impl FnOnce(&Device) -> R,
    ) -> Result<R, ChainError> {
        self.at(at, |block| answer(&block.devices[id.0 as usize - 1]))
    }
}

impl ChainView for TestChain {
    async fn connect(&self) -> Result<H256, ChainError> {
        self.ask(|state| state.genesis)
    }

    async fn follow(&self) -> Result<BoxStream<'static, Result<Head, ChainError>>, ChainError> {
        let mut heads = self.heads.subscribe();
        heads.mark_changed();
        let next = |(chain, mut heads): (TestChain, watch::Receiver<Head>)| async move {
            heads.changed().await.ok()?;
            let head = *heads.borrow_and_update();
            Some((chain.ask(|_| head), (chain, heads)))
        };
        Ok(stream::unfold((self.clone(), heads), next).boxed())
    }

    async fn standing(&self, at: H256, org: OrgId) -> Result<Option<Standing>, ChainError> {
        self.at(at, |block| block.standing.filter(|_| org == ORG))
    }

    async fn device_by_reference(
        &self,
        at: H256,
        org: OrgId,
        reference: &str,
    ) -> Result<Option<DeviceId>, ChainError> {
        self.at(at, |block| {
            let mut views = block.devices.iter().map(|device| &device.view);
            let found = views.find(|v| v.org == org && v.reference == reference.as_bytes());
            found.map(|view| view.id)
        })
    }

    async fn device(&self, at: H256, id: DeviceId) -> Result<Option<DeviceView>, ChainError> {
        self.of(at, id, |device| Some(device.view.clone()))
    }

    async fn quarantined(
        &self,
        at: H256,
        id: DeviceId,
    ) -> Result<Option<QuarantinedView>, ChainError> {
        self.of(at, id, |device| {
            device.quarantined.iter().next().map(|(s, record)| quarantined_view(*s, record))
        })
    }

    async fn month_totals(
        &self,
        at: H256,
        id: DeviceId,
    ) -> Result<Vec<MonthTotalView>, ChainError> {
        self.of(at, id, |device| device.totals.values().cloned().collect())
    }

    /// One facility, with a source for each device.
    async fn facilities(&self, at: H256, org: OrgId) -> Result<Vec<FacilityView>, ChainError> {
        self.at(at, |block| {
            vec![FacilityView {
                id: FacilityId(1),
                org,
                name: b"works".to_vec(),
                sector: 5,
                district: 310_113,
                sources: block.devices.len() as u32,
            }]
        })
    }

    async fn sources(&self, at: H256, _: FacilityId) -> Result<Vec<SourceView>, ChainError> {
        self.at(at, |block| {
            let source = |device: &Device| SourceView {
                id: SourceId(device.view.id.0 + 100),
                name: b"power".to_vec(),
                device: device.view.id,
                scope: 2,
                series: FactorSeriesId(1),
                unit: Unit::WattHour,
            };
            block.devices.iter().map(source).collect()
        })
    }

    async fn source_months(
        &self,
        at: H256,
        source: SourceId,
    ) -> Result<Vec<SourceMonthView>, ChainError> {
        self.of(at, DeviceId(source.0 - 100), |device| {
            let month = |total: &MonthTotalView| {
                let estimated = total.uncalibrated + total.gap;
                SourceMonthView {
                    source,
                    month: total.month,
                    measured: total.measured,
                    estimated,
                    readings: total.readings,
                    factor: Some(FACTOR),
                    grams: grams_co2e(total.measured + estimated, FACTOR),
                }
            };
            device.totals.values().map(month).collect()
        })
    }

    async fn submit(&self, org: OrgId, reports: Vec<SignedReport>) -> Result<(), ChainError> {
        self.state().submitted.push((org, reports.clone()));
        self.include_of(org, &reports).map_err(|refusal| ChainError(refusal.sentence().into()))
    }
}
