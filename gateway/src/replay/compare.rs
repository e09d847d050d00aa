//! Comparing what the chain has counted with what went in, month by month, to the smallest unit.

use super::{Rejected, Taken};
use crate::{
    chain::{ChainError, ChainView, Head},
    config::Input,
    core::Core,
    decimal,
    meters::Meter,
    reading::Key,
};
use anyhow::{anyhow, bail};
use huangpu_primitives::{
    apis::{DeviceView, MonthTotalView, SourceMonthView},
    calendar::Month,
    units::{grams_co2e, Unit},
    DeviceId, Millis, SourceId,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Quantities by month, in smallest units.
type Months = BTreeMap<Month, u128>;

/// What has arrived on the chain, and where it differs from what went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Reports counted.
    pub reports: u64,
    /// Readings counted.
    pub readings: u64,
    /// Quantity, in smallest units.
    pub amount: u128,
    /// Of what.
    pub unit: Unit,
    /// Grams of CO2e of the devices' emission sources.
    pub grams: u128,
    /// Readings that were rejected on the way in.
    pub rejected: Rejected,
    /// Where chain and input differ, as sentences.
    pub differences: Vec<String>,
    /// What else is worth knowing, as sentences.
    pub notes: Vec<String>,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, factor) = match self.unit {
            Unit::WattHour => ("kWh", 1_000),
            other => (other.code(), 1),
        };
        let amount = decimal::format(self.amount, factor);
        let Self { reports, readings, grams, rejected: Rejected { count: rejected, .. }, .. } =
            self;
        write!(
            f,
            "reports={reports} readings={readings} {name}={amount} gCO2e={grams} rejected={rejected}"
        )
    }
}

pub(super) async fn compare<C: ChainView>(
    core: &Core,
    chain: &C,
    head: Head,
    devices: &[usize],
    taken: &Taken,
) -> anyhow::Result<Comparison> {
    let mut comparison = Comparison {
        reports: 0,
        readings: 0,
        amount: 0,
        unit: Unit::WattHour,
        grams: 0,
        rejected: taken.rejected.clone(),
        differences: Vec::new(),
        notes: Vec::new(),
    };
    let mut activities = BTreeMap::new();
    for at in devices {
        let meter = &core.meters.all()[*at];
        let Some(ledger) = core.store.meter(meter.slot)?.ledger else { bail!("no ledger") };
        let view = chain.device(head.hash, ledger.device).await?;
        let view = view.ok_or_else(|| anyhow!("device {} is gone", ledger.device))?;
        let totals = chain.month_totals(head.hash, view.id).await?;
        let amounts: Vec<(Key, u64)> = taken
            .accepted
            .iter()
            .filter(|((device, _), _)| device == at)
            .map(|((_, key), amount)| (*key, *amount))
            .collect();
        let floor = (ledger.floor, ledger.floor_register);
        let expected = expected(meter, &view, &amounts, floor);
        comparison.add(meter, &totals, &expected, amounts.len() as u64);
        activities.insert(view.id, expected);
    }
    for at in devices {
        let problem = core.links().devices[*at].problem.as_ref().map(ToString::to_string);
        let reference = core.meters.all()[*at].reference();
        comparison.differences.extend(problem.map(|problem| format!("{reference}: {problem}")));
    }
    comparison.add_sources(core, chain, head, &activities).await?;
    if taken.duplicates > 0 {
        let note = "readings that came again with the same value, counted once";
        comparison.notes.push(format!("duplicates={}: {note}", taken.duplicates));
    }
    if taken.accepted.is_empty() {
        comparison.differences.push("no reading was accepted".into());
    }
    Ok(comparison)
}

/// What the chain should have counted in each month: a reading belongs to the month in which its
/// interval ends, and midnight ends a day.
fn expected(
    meter: &Meter,
    view: &DeviceView,
    amounts: &[(Key, u64)],
    (floor, floor_register): (Millis, u64),
) -> Months {
    let register = meter.register();
    let mut last = floor_register;
    let mut months = Months::new();
    for (key, amount) in amounts {
        let quantity = match meter.config.input {
            Input::Interval => *amount,
            Input::Register if key.timestamp <= floor => 0,
            Input::Register => {
                let moved = register.movement(last, *amount).unwrap_or_default();
                last = *amount;
                moved
            }
        };
        let month = months.entry(Month::of(key.timestamp.saturating_sub(1))).or_default();
        *month += u128::from(quantity) * u128::from(view.multiplier);
    }
    months
}

impl Comparison {
    /// Why not all of the input is on the chain as it should be, as sentences. A rejected reading is part
    /// of the input too, unless whoever replays wants to do without.
    pub fn faults(&self, allow_rejected: bool) -> Vec<String> {
        let mut faults = self.differences.clone();
        if let Some(first) = self.rejected.first.as_ref().filter(|_| !allow_rejected) {
            let count = self.rejected.count;
            faults.push(format!("readings rejected: {count}, the first {first} (correct the input, or do without them: --allow-rejected)"));
        }
        faults
    }

    fn add(&mut self, meter: &Meter, totals: &[MonthTotalView], expected: &Months, readings: u64) {
        self.unit = meter.config.unit;
        let counted: Months = totals
            .iter()
            .map(|total| (total.month, total.measured + total.uncalibrated + total.gap))
            .collect();
        self.reports += totals.iter().map(|total| u64::from(total.reports)).sum::<u64>();
        self.amount += counted.values().sum::<u128>();
        let arrived: u64 = totals.iter().map(|total| total.readings).sum();
        self.readings += arrived;

        let months: BTreeSet<Month> = counted.keys().chain(expected.keys()).copied().collect();
        for month in months {
            let on_chain = counted.get(&month).copied().unwrap_or_default();
            let went_in = expected.get(&month).copied().unwrap_or_default();
            if on_chain != went_in {
                let (reference, unit) = (meter.reference(), meter.config.unit);
                self.differences.push(format!(
                    "{reference}, {month}: the chain has {on_chain} {unit}, {went_in} went in"
                ));
            }
        }
        if arrived != readings {
            self.differences.push(format!(
                "{}: the chain has {arrived} readings, {readings} went in",
                meter.reference()
            ));
        }
    }

    /// Adds the grams of the emission sources that the devices measure. A device may have none: then
    /// there is nothing to compare, which is said.
    async fn add_sources<C: ChainView>(
        &mut self,
        core: &Core,
        chain: &C,
        head: Head,
        activities: &BTreeMap<DeviceId, Months>,
    ) -> Result<(), ChainError> {
        let mut unaccounted: BTreeSet<DeviceId> = activities.keys().copied().collect();
        for facility in chain.facilities(head.hash, core.config.org).await? {
            for source in chain.sources(head.hash, facility.id).await? {
                let Some(activity) = activities.get(&source.device) else { continue };
                unaccounted.remove(&source.device);
                let months = chain.source_months(head.hash, source.id).await?;
                self.add_source(source.id, &months, activity);
            }
        }
        self.notes.extend(unaccounted.iter().map(|device| {
            format!("device {device} measures no emission source: there are no grams to compare")
        }));
        Ok(())
    }

    fn add_source(&mut self, source: SourceId, months: &[SourceMonthView], activity: &Months) {
        let counted: BTreeMap<Month, &SourceMonthView> =
            months.iter().map(|view| (view.month, view)).collect();
        let all: BTreeSet<Month> = counted.keys().chain(activity.keys()).copied().collect();
        for month in all {
            let view = counted.get(&month).copied();
            let grams = view.and_then(|view| view.grams).unwrap_or_default();
            self.grams = self.grams.saturating_add(grams);
            let went_in = activity.get(&month).copied().unwrap_or_default();
            if let Some(wrong) = wrong_grams(view, went_in) {
                self.differences.push(format!("source {source}, {month}: {wrong}"));
            }
        }
    }
}

/// What is wrong with a month's grams, if they are not activity times factor. Grams that the chain does
/// not know are not zero.
fn wrong_grams(view: Option<&SourceMonthView>, activity: u128) -> Option<String> {
    let Some(view) = view else {
        let missing = format!("the chain has no activity, {activity} went in");
        return (activity > 0).then_some(missing);
    };
    let Some(factor) = view.factor else {
        return Some("no factor is in force, so its grams are unknown".into());
    };
    match (view.grams, grams_co2e(activity, factor)) {
        (Some(on_chain), Some(right)) if on_chain == right => None,
        (Some(on_chain), Some(right)) => {
            Some(format!("the chain has {on_chain} gCO2e, activity x factor is {right}"))
        }
        _ => Some("its grams are beyond all bounds".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        intake::simulate,
        keys::{Algorithm, Signer},
        reading::Slot,
    };
    use huangpu_primitives::{apis::DeviceStatus, traits::Direction, OrgId};

    fn meter(input: Input) -> Meter {
        let signer = Signer::from_seed(Algorithm::Ed25519, &[1; 32]).unwrap();
        let config = crate::config::DeviceConfig { input, ..simulate::device() };
        Meter::new(OrgId(2), config, signer, Slot(0))
    }

    fn view(meter: &Meter, multiplier: u32) -> DeviceView {
        DeviceView {
            id: DeviceId(1),
            org: OrgId(2),
            reference: meter.reference().as_bytes().to_vec(),
            key: meter.signer.public(),
            status: DeviceStatus::Active,
            unit: Unit::WattHour,
            direction: Direction::Import,
            multiplier,
            rollover: None,
            calibrated_from: None,
            calibrated_until: None,
            cursor: Default::default(),
        }
    }

    fn empty() -> Comparison {
        Comparison {
            reports: 0,
            readings: 0,
            amount: 0,
            unit: Unit::WattHour,
            grams: 0,
            rejected: Rejected::default(),
            differences: vec![],
            notes: vec![],
        }
    }

    #[test]
    fn midnight_ends_a_month() {
        let (february, meter) = (Month::new(2018, 2).unwrap(), meter(Input::Interval));
        let key = |timestamp| Key { timestamp, counter: 0 };
        let amounts = [(key(february.start()), 7), (key(february.start() + 1), 5)];
        let months = expected(&meter, &view(&meter, 10), &amounts, (0, 0));
        assert_eq!(months.into_values().collect::<Vec<_>>(), [70, 50]);
    }

    #[test]
    fn registers_are_counted_from_the_floor() {
        let meter = meter(Input::Register);
        let key = |timestamp| Key { timestamp, counter: 0 };
        let amounts = [(key(100), 40), (key(101), 55), (key(102), 56)];
        let months = expected(&meter, &view(&meter, 1), &amounts, (100, 50));
        assert_eq!(months.into_values().collect::<Vec<_>>(), [6]);
    }

    #[test]
    fn every_month_counts() {
        let meter = meter(Input::Interval);
        let month = |number| Month::new(2018, number).unwrap();
        let total = |number, measured, gap| MonthTotalView {
            month: month(number),
            measured,
            gap,
            readings: 2,
            reports: 1,
            ..Default::default()
        };
        let expected = BTreeMap::from([(month(1), 10), (month(2), 20)]);
        let mut right = empty();
        right.add(&meter, &[total(1, 10, 0), total(2, 15, 5)], &expected, 4);
        assert_eq!(right.differences, Vec::<String>::new());
        assert_eq!(right.to_string(), "reports=2 readings=4 kWh=0.030 gCO2e=0 rejected=0");
        // The sum is right, the months are not.
        let mut wrong = empty();
        wrong.add(&meter, &[total(1, 11, 0), total(2, 19, 0)], &expected, 4);
        assert_eq!(wrong.differences.len(), 2);
        let mut more = empty();
        more.add(&meter, &[total(1, 10, 0), total(2, 20, 0), total(3, 1, 0)], &expected, 4);
        assert_eq!(more.differences.len(), 2, "a month too many, and its readings");
    }

    /// Half a gram a watt-hour, in the first months of 2018.
    fn source_month(number: u8, grams: u128) -> SourceMonthView {
        SourceMonthView {
            source: SourceId(3),
            month: Month::new(2018, number).unwrap(),
            measured: grams * 2,
            estimated: 0,
            readings: 1,
            factor: Some(500_000),
            grams: Some(grams),
        }
    }

    fn compared(months: &[SourceMonthView], activity: &[u128]) -> (u128, Vec<String>) {
        let month = |(number, amount): (u8, &u128)| (Month::new(2018, number).unwrap(), *amount);
        let activity = (1..).zip(activity).map(month).collect();
        let mut comparison = empty();
        comparison.add_source(SourceId(3), months, &activity);
        (comparison.grams, comparison.differences)
    }

    #[test]
    fn grams_are_activity_times_factor_in_every_month() {
        assert_eq!(compared(&[source_month(1, 5), source_month(2, 8)], &[10, 15]), (13, vec![]));
        // The sum is right, the months are not.
        let (grams, differences) = compared(&[source_month(1, 6), source_month(2, 7)], &[10, 15]);
        assert_eq!(grams, 13);
        let wrong = |month: u8, on_chain: u8, right: u8| {
            format!("source 3, 2018-0{month}: the chain has {on_chain} gCO2e, activity x factor is {right}")
        };
        assert_eq!(differences, [wrong(1, 6, 5), wrong(2, 7, 8)]);
        let (_, more) = compared(&[source_month(1, 5), source_month(2, 1)], &[10]);
        assert_eq!(more, [wrong(2, 1, 0)], "a month too many");
    }

    #[test]
    fn a_month_without_a_factor_is_a_difference() {
        let unknown = SourceMonthView { factor: None, grams: None, ..source_month(2, 5) };
        let (grams, differences) = compared(&[source_month(1, 5), unknown], &[10, 10]);
        assert_eq!(grams, 5);
        assert_eq!(
            differences,
            ["source 3, 2018-02: no factor is in force, so its grams are unknown"]
        );
    }

    #[test]
    fn activity_that_a_source_does_not_have_is_a_difference() {
        let (_, differences) = compared(&[source_month(1, 5)], &[10, 7, 0]);
        assert_eq!(
            differences,
            ["source 3, 2018-02: the chain has no activity, 7 went in"],
            "where nothing went in, nothing is missing"
        );
        let large = SourceMonthView { grams: None, ..source_month(1, 5) };
        let (_, differences) = compared(&[large], &[u128::MAX]);
        assert!(differences[0].contains("beyond all bounds"), "{differences:?}");
    }

    #[test]
    fn a_rejected_reading_is_a_fault_unless_allowed() {
        let first = Some("in.csv:7: value: there is no value".to_owned());
        let rejected = Rejected { count: 3, first };
        let comparison = Comparison { rejected, differences: vec!["less".into()], ..empty() };
        let faults = comparison.faults(false);
        assert_eq!((faults.len(), faults[0].as_str()), (2, "less"));
        assert!(faults[1].starts_with("readings rejected: 3, the first in.csv:7: value: there is"));
        assert_eq!(comparison.faults(true), ["less"]);
        assert!(comparison.to_string().ends_with(" rejected=3"));
    }
}
