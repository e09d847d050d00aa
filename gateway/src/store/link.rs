//! Joining a device's reports with what the chain has of it.
//!
//! The chain's cursor holds the end and the register of the last report that was *counted*. While
//! our last reports are quarantined it is behind ours, and that is as it should be: the next good
//! report brings the movement in, as gap. Only if none of our reports can have left the cursor
//! where it is, somebody moved it: the meter was exchanged.

use super::{
    closing::refuse, records::*, Store, StoreError, READINGS, REFUSED, REPORTS, REPORT_KEYS,
    WAITING,
};
use crate::{
    reading::{Key, Rejection, Slot},
    reports::Register,
};
use huangpu_primitives::{apis::CursorView, report::Report, DeviceId, Millis};
use redb::{ReadableTable, WriteTransaction};

impl Store {
    /// Lets a device's reports go on where the chain stands, whose last report is none of ours.
    /// Readings not after the chain's last end are refused: the chain has counted them, or they are
    /// from before the installation.
    ///
    /// `before` is what the caller has seen: if the record has changed since, nothing is done.
    ///
    /// # Errors
    /// [`StoreError::Moved`], or if the store fails.
    pub fn adopt(
        &self,
        slot: Slot,
        before: Option<&Ledger>,
        device: DeviceId,
        cursor: &CursorView,
        now: Millis,
    ) -> Result<Ledger, StoreError> {
        self.change_meter(slot, |txn, record| {
            if record.ledger.as_ref() != before {
                return Err(StoreError::Moved);
            }
            let ledger = adopted(before, device, cursor);
            refuse_up_to(txn, slot, record, ledger.floor, now)?;
            record.ledger = Some(ledger.clone());
            Ok(ledger)
        })
    }

    /// Takes note of where the finalized chain stands, whose last report is one of ours. Returns
    /// whether our reports go on from another register now: that of an exchanged meter.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(
        &self,
        slot: Slot,
        cursor: &CursorView,
        register: &Register,
        now: Millis,
    ) -> Result<bool, StoreError> {
        self.change_meter(slot, |txn, record| {
            let Some(old) = record.ledger.clone() else { return Ok(false) };
            let (seen, finalized) = (Mark::from(cursor), cursor.sequence.min(old.sequence));
            let standing_still = seen == old.seen;
            let mut ledger = Ledger { seen, finalized, ..old.clone() };
            let left = if standing_still { None } else { left_by(txn, slot, &old, cursor)? };
            let moved = match left {
                _ if standing_still => false,
                Some(report) if report.sequence > old.base => false,
                Some(report) => {
                    // A report from before an exchange was counted after all.
                    let later = reported(txn, slot, report.sequence, old.sequence)?;
                    go_on(&mut ledger, register, later);
                    true
                }
                None => {
                    take_exchange(txn, slot, &mut ledger, register)?;
                    refuse_up_to(txn, slot, record, ledger.floor, now)?;
                    true
                }
            };
            record.ledger = Some(ledger);
            Ok(moved)
        })
    }
}

fn adopted(before: Option<&Ledger>, device: DeviceId, cursor: &CursorView) -> Ledger {
    let fresh = Ledger {
        device,
        sequence: cursor.sequence,
        hash: cursor.hash,
        end: cursor.end,
        register: cursor.register,
        floor: cursor.end,
        floor_register: cursor.register,
        finalized: cursor.sequence,
        pruned: cursor.sequence,
        seen: cursor.into(),
        base: cursor.sequence,
    };
    match before {
        None => fresh,
        // Reports that we do not have: what we know of before them is of no use.
        Some(old) => Ledger { floor: old.floor.max(cursor.end), pruned: old.pruned, ..fresh },
    }
}

/// Refuses the waiting readings of a device up to a moment.
fn refuse_up_to(
    txn: &WriteTransaction,
    slot: Slot,
    record: &mut MeterRecord,
    floor: Millis,
    now: Millis,
) -> Result<(), StoreError> {
    let mut readings = txn.open_table(READINGS)?;
    let mut waiting = txn.open_table(WAITING)?;
    let mut refused = txn.open_table(REFUSED)?;
    let below: Vec<Key> = waiting
        .range(between(slot, 0, floor))?
        .map(|entry| {
            let (_, timestamp, counter) = entry?.0.value();
            Ok::<_, StoreError>(Key { timestamp, counter })
        })
        .collect::<Result<_, _>>()?;
    for key in &below {
        let reason = Rejection::BelowFloor(key.timestamp, floor);
        refuse(&mut readings, &mut waiting, &mut refused, slot, *key, now, &reason)?;
    }
    record.waiting = record.waiting.saturating_sub(below.len() as u64);
    record.refused += below.len() as u64;
    Ok(())
}

/// The report of ours that left the chain's cursor where it is, if one did.
///
/// A counted report leaves its end and register. One that was quarantined and then counted by a
/// regulator leaves its register, and may leave the end as it was: its period was what was wrong.
fn left_by(
    txn: &WriteTransaction,
    slot: Slot,
    old: &Ledger,
    cursor: &CursorView,
) -> Result<Option<Report>, StoreError> {
    let reports = txn.open_table(REPORTS)?;
    let (mut found, mut end_known) = (None, old.seen.end == cursor.end);
    for entry in reports.range((slot.0, 0)..=(slot.0, cursor.sequence))?.rev() {
        let report = decode::<StoredReport>("reports", entry?.1.value())?.signed.report;
        if report.end < cursor.end {
            break;
        }
        end_known |= report.end == cursor.end;
        if report.register == cursor.register {
            found = Some(report);
        }
    }
    Ok(found.filter(|_| end_known))
}

/// Goes on from an exchanged meter. What it counted since and is under reports already, which the
/// chain will not count, comes in with the next report, as gap.
fn take_exchange(
    txn: &WriteTransaction,
    slot: Slot,
    ledger: &mut Ledger,
    register: &Register,
) -> Result<(), StoreError> {
    let at = ledger.seen.end;
    let mut later = reported_after(txn, slot, ledger, at)?;
    later.retain(|(key, _)| key.timestamp > at);
    go_on(ledger, register, later);
    ledger.end = ledger.end.max(at);
    if at >= ledger.floor {
        (ledger.floor, ledger.floor_register) = (at, ledger.seen.register);
    }
    Ok(())
}

/// Lets the next report begin where the chain's register has come to with these readings.
fn go_on(ledger: &mut Ledger, register: &Register, mut later: Vec<(Key, u64)>) {
    later.sort_unstable();
    let amounts: Vec<u64> = later.into_iter().map(|(_, amount)| amount).collect();
    ledger.register = register.count(ledger.seen.register, &amounts, 0).register;
    ledger.base = ledger.sequence;
}

/// The readings under the reports that end after a moment.
fn reported_after(
    txn: &WriteTransaction,
    slot: Slot,
    ledger: &Ledger,
    moment: Millis,
) -> Result<Vec<(Key, u64)>, StoreError> {
    let mut first = ledger.sequence;
    for entry in txn.open_table(REPORTS)?.range((slot.0, 0)..=(slot.0, first))?.rev() {
        let report = decode::<StoredReport>("reports", entry?.1.value())?.signed.report;
        if report.end <= moment {
            break;
        }
        first = report.sequence.saturating_sub(1);
    }
    reported(txn, slot, first, ledger.sequence)
}

/// The readings under the reports after one, up to another.
fn reported(
    txn: &WriteTransaction,
    slot: Slot,
    after: u32,
    up_to: u32,
) -> Result<Vec<(Key, u64)>, StoreError> {
    let (report_keys, readings) = (txn.open_table(REPORT_KEYS)?, txn.open_table(READINGS)?);
    let mut all = Vec::new();
    for entry in report_keys.range((slot.0, after.saturating_add(1))..=(slot.0, up_to))? {
        for key in decode::<Vec<Key>>("report_keys", entry?.1.value())? {
            let bytes = readings.get((slot.0, key.timestamp, key.counter))?;
            let bytes = bytes.ok_or(StoreError::Damaged("report_keys"))?;
            all.push((key, decode::<StoredReading>("readings", bytes.value())?.amount));
        }
    }
    Ok(all)
}
