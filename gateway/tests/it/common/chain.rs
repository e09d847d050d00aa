//! A chain in memory that keeps the rules of `pallet-devices`, as far as the gateway can notice.

use futures::{stream, stream::BoxStream, StreamExt};
use huangpu_gateway::chain::{ChainError, ChainView, Head};
use huangpu_primitives::{
    apis::{
        CursorView, DeviceStatus, DeviceView, FacilityView, MonthTotalView, QuarantinedView,
        SourceMonthView, SourceView, Standing,
    },
    calendar::Month,
    refusals::Refusal,
    report::{DeviceKey, Report, SignedReport},
    traits::Direction,
    units::{grams_co2e, Unit},
    DeviceId, FacilityId, FactorSeriesId, Millis, OrgId, SourceId,
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
    pub(crate) submitted: Vec<(OrgId, Vec<SignedReport>)>,
}

pub(crate) struct Device {
    pub(crate) view: DeviceView,
    pub(crate) quarantined: Vec<QuarantinedView>,
    pub(crate) totals: BTreeMap<Month, MonthTotalView>,
    pub(crate) reports: Vec<SignedReport>,
}

impl TestChain {
    pub(crate) fn new() -> Self {
        let state = State {
            genesis: H256::repeat_byte(0x47),
            reachable: true,
            now: super::NOW,
            standing: Some(Standing::Active),
            devices: Vec::new(),
            submitted: Vec::new(),
        };
        let head = Head { number: 1, hash: H256::from_low_u64_be(1) };
        Self { state: Arc::new(Mutex::new(state)), heads: Arc::new(watch::channel(head).0) }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    pub(crate) fn genesis(&self) -> H256 {
        self.state().genesis
    }

    pub(crate) fn register(
        &self,
        reference: &str,
        key: DeviceKey,
        register: u64,
        installed: Millis,
    ) -> DeviceId {
        let mut state = self.state();
        let id = DeviceId(state.devices.len() as u32 + 1);
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
            calibrated_from: None,
            calibrated_until: None,
            cursor: CursorView { end: installed, register, ..Default::default() },
        };
        let (quarantined, totals, reports) = Default::default();
        state.devices.push(Device { view, quarantined, totals, reports });
        id
    }

    pub(crate) fn id(&self, reference: &str) -> DeviceId {
        let state = self.state();
        let found = state.devices.iter().find(|d| d.view.reference == reference.as_bytes());
        found.unwrap().view.id
    }

    pub(crate) fn change(&self, id: DeviceId, change: impl FnOnce(&mut Device)) {
        change(&mut self.state().devices[id.0 as usize - 1]);
    }

    pub(crate) fn view(&self, id: DeviceId) -> DeviceView {
        self.state().devices[id.0 as usize - 1].view.clone()
    }

    pub(crate) fn included(&self, id: DeviceId) -> Vec<SignedReport> {
        self.state().devices[id.0 as usize - 1].reports.clone()
    }

    pub(crate) fn totals(&self, id: DeviceId) -> Vec<MonthTotalView> {
        self.state().devices[id.0 as usize - 1].totals.values().cloned().collect()
    }

    /// Finalizes a block; its number.
    pub(crate) fn block(&self) -> u32 {
        let number = self.heads.borrow().number + 1;
        self.heads.send_replace(Head { number, hash: H256::from_low_u64_be(number.into()) });
        number
    }

    /// Takes a batch as the pool and the pallet do: one bad report refuses all of it.
    pub(crate) fn include(&self, batch: &[SignedReport]) -> Result<(), Refusal> {
        let mut state = self.state();
        let (genesis, now) = (state.genesis, state.now);
        if state.standing != Some(Standing::Active) {
            return Err(Refusal::OwnerNotActive);
        }
        let mut cursors = BTreeMap::new();
        for SignedReport { report, signature } in batch {
            let index = (report.device.0 as usize).wrapping_sub(1);
            let view = &state.devices.get(index).ok_or(Refusal::UnknownDevice)?.view;
            if view.status != DeviceStatus::Active {
                return Err(Refusal::DeviceNotActive);
            }
            let head = (view.cursor.sequence, view.cursor.hash);
            let (sequence, hash) = cursors.entry(view.id).or_insert(head);
            match report.sequence.cmp(&(*sequence + 1)) {
                std::cmp::Ordering::Less => return Err(Refusal::SequenceReplayed),
                std::cmp::Ordering::Greater => return Err(Refusal::SequenceSkipped),
                std::cmp::Ordering::Equal => {}
            }
            if report.previous != *hash {
                return Err(Refusal::PreviousMismatch);
            }
            (*sequence, *hash) = (report.sequence, report.hash(&genesis));
            view.key.verify(hash, signature).map_err(|_| Refusal::BadSignature)?;
        }
        for signed in batch {
            state.devices[signed.report.device.0 as usize - 1].record(signed, &genesis, now);
        }
        Ok(())
    }
}

impl Device {
    fn record(&mut self, signed: &SignedReport, genesis: &H256, now: Millis) {
        let report = &signed.report;
        self.reports.push(signed.clone());
        let cursor = &mut self.view.cursor;
        (cursor.sequence, cursor.hash) = (report.sequence, report.hash(genesis));
        match assess(&self.view, report, now) {
            Ok((month, metered, gap)) => {
                let cursor = &mut self.view.cursor;
                (cursor.end, cursor.register) = (report.end, report.register);
                let total = self.totals.entry(month).or_default();
                total.month = month;
                total.measured += metered;
                total.gap += gap;
                total.readings += u64::from(report.readings);
                total.late += u64::from(report.late);
                total.reports += 1;
            }
            Err(reason) => self.quarantined.push(QuarantinedView {
                sequence: report.sequence,
                reason: reason.as_bytes().to_vec(),
                start: report.start,
                end: report.end,
                register_start: report.register_start,
                register: report.register,
                readings: report.readings,
            }),
        }
    }
}

/// The rules of `pallet_devices::assessment`.
fn assess(
    view: &DeviceView,
    report: &Report,
    now: Millis,
) -> Result<(Month, u128, u128), &'static str> {
    if report.start >= report.end {
        return Err("empty period");
    }
    if report.start < view.cursor.end {
        return Err("overlaps");
    }
    if report.end > now + 60_000 {
        return Err("in the future");
    }
    let month = Month::containing(report.start, report.end).ok_or("crosses a month")?;
    if report.readings == 0 || report.late > report.readings {
        return Err("implausible");
    }
    let gap = movement(view, view.cursor.register, report.register_start)?;
    Ok((month, movement(view, report.register_start, report.register)?, gap))
}

fn movement(view: &DeviceView, from: u64, to: u64) -> Result<u128, &'static str> {
    let units = match (to.checked_sub(from), view.rollover) {
        (Some(units), _) => units,
        (None, Some(modulus)) if modulus - from + to < modulus / 2 => modulus - from + to,
        _ => return Err("the register goes backwards"),
    };
    Ok(u128::from(units) * u128::from(view.multiplier))
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

    fn of<R>(&self, id: DeviceId, answer: impl FnOnce(&Device) -> R) -> Result<R, ChainError> {
        self.ask(|state| answer(&state.devices[id.0 as usize - 1]))
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

    async fn standing(&self, _: H256, org: OrgId) -> Result<Option<Standing>, ChainError> {
        self.ask(|state| state.standing.filter(|_| org == ORG))
    }

    async fn device_by_reference(
        &self,
        _: H256,
        _: OrgId,
        reference: &str,
    ) -> Result<Option<DeviceId>, ChainError> {
        self.ask(|state| {
            let views = state.devices.iter().map(|device| &device.view);
            views.filter(|v| v.reference == reference.as_bytes()).map(|v| v.id).next()
        })
    }

    async fn device(&self, _: H256, id: DeviceId) -> Result<Option<DeviceView>, ChainError> {
        self.of(id, |device| Some(device.view.clone()))
    }

    async fn quarantined_report(
        &self,
        _: H256,
        id: DeviceId,
        sequence: u32,
    ) -> Result<Option<QuarantinedView>, ChainError> {
        self.of(id, |device| device.quarantined.iter().find(|q| q.sequence == sequence).cloned())
    }

    async fn month_totals(&self, _: H256, id: DeviceId) -> Result<Vec<MonthTotalView>, ChainError> {
        self.of(id, |device| device.totals.values().cloned().collect())
    }

    /// One facility, with a source for each device.
    async fn facilities(&self, _: H256, org: OrgId) -> Result<Vec<FacilityView>, ChainError> {
        self.ask(|state| {
            vec![FacilityView {
                id: FacilityId(1),
                org,
                name: b"works".to_vec(),
                sector: 5,
                district: 310_113,
                sources: state.devices.len() as u32,
            }]
        })
    }

    async fn sources(&self, _: H256, _: FacilityId) -> Result<Vec<SourceView>, ChainError> {
        self.ask(|state| {
            let source = |device: &Device| SourceView {
                id: SourceId(device.view.id.0 + 100),
                name: b"power".to_vec(),
                device: device.view.id,
                scope: 2,
                series: FactorSeriesId(1),
                unit: Unit::WattHour,
            };
            state.devices.iter().map(source).collect()
        })
    }

    async fn source_months(
        &self,
        _: H256,
        source: SourceId,
    ) -> Result<Vec<SourceMonthView>, ChainError> {
        self.of(DeviceId(source.0 - 100), |device| {
            let month = |total: &MonthTotalView| SourceMonthView {
                source,
                month: total.month,
                measured: total.measured,
                estimated: total.gap,
                readings: total.readings,
                factor: Some(FACTOR),
                grams: grams_co2e(total.measured + total.gap, FACTOR),
            };
            device.totals.values().map(month).collect()
        })
    }

    async fn submit(&self, org: OrgId, reports: Vec<SignedReport>) -> Result<(), ChainError> {
        self.state().submitted.push((org, reports.clone()));
        self.include(&reports).map_err(|refusal| ChainError(refusal.sentence().into()))
    }
}
