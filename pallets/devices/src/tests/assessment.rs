//! The register and period rules against a naive model of their words.

use super::june;
use crate::{
    assessment::{assess, movement, Booking},
    Breach, Calibration, Cursor, Meter,
};
use huangpu_primitives::{
    calendar::Month, report::Report, traits::Direction, units::Unit, DeviceId, Millis,
};
use polkadot_sdk::sp_core::H256;
use proptest::prelude::*;

/// "A step backwards is a rollover if one is declared and the movement it implies is less than half
/// the modulus." In signed numbers, which cannot hide an overflow.
fn naive_movement(meter: &Meter, from: u64, to: u64) -> Result<u128, Breach> {
    let (from, to) = (i128::from(from), i128::from(to));
    let units = match meter.rollover.map(i128::from) {
        Some(modulus) if from >= modulus || to >= modulus => {
            return Err(Breach::RegisterBeyondRollover)
        }
        Some(modulus) if to < from && to + modulus - from < modulus / 2 => to + modulus - from,
        _ if to < from => return Err(Breach::RegisterBackwards),
        _ => to - from,
    };
    Ok(units as u128 * u128::from(meter.multiplier))
}

/// The rules in their order: the first that is broken names the breach.
fn naive(
    meter: &Meter,
    cursor: &Cursor,
    report: &Report,
    latest: Millis,
) -> Result<Booking, Breach> {
    let months: Vec<Month> = (june().0 - 2..june().0 + 4).map(Month).collect();
    let crosses = months.iter().any(|m| report.start < m.start() && m.start() < report.end);
    let rules = [
        (report.start < report.end, Breach::EmptyPeriod),
        (cursor.end <= report.start, Breach::PeriodOverlaps),
        (report.end <= latest, Breach::PeriodInFuture),
        (!crosses, Breach::PeriodCrossesMonth),
        (report.readings > 0 && report.late <= report.readings, Breach::ReadingsImplausible),
    ];
    if let Some((_, breach)) = rules.into_iter().find(|(kept, _)| !kept) {
        return Err(breach);
    }
    let gap = naive_movement(meter, cursor.register, report.register_start)?;
    let metered = naive_movement(meter, report.register_start, report.register)?;
    let month = months.into_iter().rfind(|m| m.start() <= report.start).unwrap();
    let calibrated = naive_calibrated(meter, report);
    Ok(Booking { month, metered, gap, calibrated })
}

/// Every millisecond of the period lies within a calibration.
fn naive_calibrated(meter: &Meter, report: &Report) -> bool {
    let calibrations = [meter.earlier_calibration, meter.calibration];
    (report.start..report.end)
        .all(|ms| calibrations.iter().flatten().any(|c| c.from <= ms && ms < c.until))
}

/// Moments close to each other, around the end of a month.
fn moment() -> impl Strategy<Value = Millis> {
    let midnight = june().end();
    prop_oneof![midnight - 4..midnight + 4, midnight - 1_000..midnight + 1_000]
}

fn register() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0u64..40, 1 => u64::MAX - 3..=u64::MAX, 1 => any::<u64>()]
}

/// None, one, or two of which the second begins and ends no earlier.
fn calibrations() -> impl Strategy<Value = (Option<Calibration>, Option<Calibration>)> {
    (0..3, moment(), moment(), 1u64..40, 1u64..1_500).prop_map(|(count, a, b, first, second)| {
        let earlier = Calibration { from: a.min(b), until: a.min(b) + first };
        let until = (a.max(b) + second).max(earlier.until + 1);
        let now = Calibration { from: a.max(b), until };
        match count {
            0 => (None, None),
            1 => (None, Some(now)),
            _ => (Some(earlier), Some(now)),
        }
    })
}

/// A meter of watt-hours without calibration.
fn uncalibrated(multiplier: u32, rollover: Option<u64>) -> Meter {
    let (unit, direction) = (Unit::WattHour, Direction::Import);
    let (calibration, earlier_calibration) = (None, None);
    Meter { unit, direction, multiplier, rollover, calibration, earlier_calibration }
}

prop_compose! {
    fn meter()(
        multiplier in prop_oneof![Just(1u32), 1u32..100, Just(u32::MAX)],
        rollover in prop_oneof![
            2 => Just(None),
            4 => (1u64..40).prop_map(Some),
            1 => Just(Some(u64::MAX)),
        ],
        (earlier_calibration, calibration) in calibrations(),
    ) -> Meter {
        Meter { calibration, earlier_calibration, ..uncalibrated(multiplier, rollover) }
    }
}

prop_compose! {
    fn case()(
        meter in meter(),
        (end, start, stop, latest) in (moment(), moment(), moment(), moment()),
        (last, from, to) in (register(), register(), register()),
        (readings, late) in (0u32..4, 0u32..4),
        kind in 0u8..4,
    ) -> (Meter, Cursor, Report, Millis) {
        // Mostly reports that keep the rules of time, so that those of registers are reached.
        let (end, latest) = if kind > 0 { (0, Millis::MAX) } else { (end, latest) };
        let (start, stop) = if kind > 1 { (start.min(stop), start.max(stop) + 1) } else { (start, stop) };
        let cursor = Cursor { end, register: last, ..Default::default() };
        let report = Report {
            device: DeviceId(1), sequence: 1, previous: H256::zero(), start, end: stop,
            readings, late, register_start: from, register: to, root: H256::zero(),
        };
        (meter, cursor, report, latest)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_096))]

    #[test]
    fn a_report_is_assessed_by_the_words_of_the_rules((meter, cursor, report, latest) in case()) {
        prop_assert_eq!(
            assess(&meter, &cursor, &report, latest),
            naive(&meter, &cursor, &report, latest)
        );
    }

    #[test]
    fn movements_add_up(
        multiplier in 1u32..100,
        rollover in proptest::option::of(21u64..60),
        steps in proptest::collection::vec(0u64..10, 1..20),
        at in 0u64..40,
    ) {
        // However a register moves in small steps, over its rollover or not, nothing is lost.
        let meter = uncalibrated(multiplier, rollover);
        let modulus = rollover.unwrap_or(u64::MAX);
        let mut register = at % modulus;
        let mut sum = 0;
        for step in &steps {
            let next = (register + step) % modulus;
            sum += movement(&meter, register, next).unwrap();
            register = next;
        }
        let expected = u128::from(steps.iter().sum::<u64>()) * u128::from(multiplier);
        prop_assert_eq!(sum, expected);
    }
}

#[test]
fn half_of_an_odd_modulus_is_rounded_down() {
    let meter = uncalibrated(1, Some(7));
    assert_eq!(movement(&meter, 6, 1), Ok(2));
    assert_eq!(movement(&meter, 6, 2), Err(Breach::RegisterBackwards));
}
