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
    /// Whether the calibration was valid to the end of the period.
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
    let calibrated = meter.calibrated_until.is_some_and(|until| report.end <= until);
    Ok(Booking { month, metered, gap, calibrated })
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
