//! The register and period rules, as pure functions.

use crate::types::{Breach, Cursor, Meter};
use huangpu_primitives::{calendar::Month, report::Report, Millis};

/// What a report adds to the totals, in smallest units of the metered quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// The month in which it is booked.
    pub month: Month,
    /// The register's movement within the period.
    pub metered: u128,
    /// The register's movement since the last period: not covered by any reading.
    pub gap: u128,
    /// Whether the calibration was valid throughout the period.
    pub calibrated: bool,
}

/// Decides whether a well-signed report in sequence is counted, and as what.
///
/// A gap is booked in the month in which the report's period begins.
pub fn assess(
    meter: &Meter,
    cursor: &Cursor,
    report: &Report,
    latest_end: Millis,
) -> Result<Booking, Breach> {
    if report.start >= report.end {
        return Err(Breach::EmptyPeriod);
    }
    if report.start < cursor.end {
        return Err(Breach::PeriodOverlaps);
    }
    if report.end > latest_end {
        return Err(Breach::PeriodInFuture);
    }
    let month = Month::containing(report.start, report.end).ok_or(Breach::PeriodCrossesMonth)?;
    if report.readings == 0 || report.late > report.readings {
        return Err(Breach::ReadingsImplausible);
    }
    let gap = movement(meter, cursor.register, report.register_start)?;
    let metered = movement(meter, report.register_start, report.register)?;
    let calibrated = is_calibrated(meter, report.start, report.end);
    Ok(Booking { month, metered, gap, calibrated })
}

/// Whether a meter's calibration was valid throughout a period. Calibrations that follow each other
/// without a break count as one.
fn is_calibrated(meter: &Meter, start: Millis, end: Millis) -> bool {
    let covers = |from: Millis, until: Millis| from <= start && end <= until;
    match (meter.earlier_calibration, meter.calibration) {
        (Some(earlier), Some(now)) if now.from <= earlier.until => covers(earlier.from, now.until),
        (earlier, now) => earlier
            .into_iter()
            .chain(now)
            .any(|calibration| covers(calibration.from, calibration.until)),
    }
}

/// The quantity between two states of a meter's register.
///
/// A step backwards is a rollover if one is declared and the movement it implies is less than
/// half the modulus; otherwise it is a fault.
pub fn movement(meter: &Meter, from: u64, to: u64) -> Result<u128, Breach> {
    if meter.rollover.is_some_and(|modulus| from >= modulus || to >= modulus) {
        return Err(Breach::RegisterBeyondRollover);
    }
    let units = match (to.checked_sub(from), meter.rollover) {
        (Some(units), _) => units,
        (None, Some(modulus)) => {
            let units = modulus - from + to;
            if units >= modulus / 2 {
                return Err(Breach::RegisterBackwards);
            }
            units
        }
        (None, None) => return Err(Breach::RegisterBackwards),
    };
    // u64 x u32 always fits.
    Ok(u128::from(units) * u128::from(meter.multiplier))
}
