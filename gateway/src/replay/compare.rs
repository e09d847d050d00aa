//! Comparing what the chain has counted with what went in, month by month, to the smallest unit.

use super::Taken;
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
    apis::{DeviceView, MonthTotalView},
    calendar::Month,
    units::Unit,
    DeviceId, Millis,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

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
    pub rejected: u64,
    /// Where chain and input differ, as sentences.
    pub differences: Vec<String>,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, factor) = match self.unit {
            Unit::WattHour => ("kWh", 1_000),
            other => (other.code(), 1),
        };
        let amount = decimal::format(self.amount, factor);
        let Self { reports, readings, grams, rejected, .. } = self;
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
        rejected: taken.rejected,
        differences: Vec::new(),
    };
    let mut ids = BTreeSet::new();
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
        ids.insert(view.id);
        comparison.add(meter, &totals, &expected, amounts.len() as u64);
    }
    for at in devices {
        let problem = core.links().devices[*at].problem.as_ref().map(ToString::to_string);
        let reference = core.meters.all()[*at].reference();
        comparison.differences.extend(problem.map(|problem| format!("{reference}: {problem}")));
    }
    comparison.grams = grams(core, chain, head, &ids).await?;
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
) -> BTreeMap<Month, u128> {
    let register = meter.register();
    let mut last = floor_register;
    let mut months = BTreeMap::<Month, u128>::new();
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
    fn add(
        &mut self,
        meter: &Meter,
        totals: &[MonthTotalView],
        expected: &BTreeMap<Month, u128>,
        readings: u64,
    ) {
        self.unit = meter.config.unit;
        let counted: BTreeMap<Month, u128> = totals
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
}

/// Grams of CO2e of the emission sources that the devices measure.
async fn grams<C: ChainView>(
    core: &Core,
    chain: &C,
    head: Head,
    devices: &BTreeSet<DeviceId>,
) -> Result<u128, ChainError> {
    let mut grams = 0u128;
    for facility in chain.facilities(head.hash, core.config.org).await? {
        let sources = chain.sources(head.hash, facility.id).await?;
        for source in sources.iter().filter(|s| devices.contains(&s.device)) {
            for month in chain.source_months(head.hash, source.id).await? {
                match month.grams {
                    Some(month) => grams = grams.saturating_add(month),
                    None => tracing::warn!("source {}: no factor for {}", source.id, month.month),
                }
            }
        }
    }
    Ok(grams)
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
            rejected: 0,
            differences: vec![],
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
}
