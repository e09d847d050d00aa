//! Forgetting what is past its retention, in bounded steps.

use super::{records::*, Store, StoreError, METERS, READINGS, REFUSED, REPORTS, REPORT_KEYS};
use crate::reading::{Key, Slot};
use huangpu_primitives::Millis;
use redb::ReadableTable;

impl Store {
    /// Removes at most `limit` reports of a device, with their readings, that were made before a
    /// moment and that the finalized chain has passed. Returns how many.
    ///
    /// What is forgotten could not be told from something new, so nothing that old is taken in
    /// again: the floor rises.
    ///
    /// # Errors
    /// If the store fails: then nothing is removed.
    pub fn prune(
        &self,
        slot: Slot,
        made_before: Millis,
        limit: usize,
    ) -> Result<usize, StoreError> {
        if !self.has_expired(slot, made_before)? {
            return Ok(0);
        }
        self.change_meter(slot, |txn, record| {
            let mut readings = txn.open_table(READINGS)?;
            let mut reports = txn.open_table(REPORTS)?;
            let mut report_keys = txn.open_table(REPORT_KEYS)?;
            let Some(ledger) = &mut record.ledger else { return Ok(0) };
            let mut removed = 0;
            while removed < limit {
                let Some(report) = next_report(&reports, slot, ledger)? else { break };
                if report.made >= made_before {
                    break;
                }
                let at = (slot.0, report.signed.report.sequence);
                reports.remove(at)?;
                if let Some(keys) = report_keys.remove(at)? {
                    for key in decode::<Vec<Key>>("report_keys", keys.value())? {
                        readings.remove((slot.0, key.timestamp, key.counter))?;
                    }
                }
                let report = report.signed.report;
                ledger.pruned = report.sequence;
                if report.end > ledger.floor {
                    let onward = register_after(&reports, slot, ledger, report.sequence)?;
                    (ledger.floor, ledger.floor_register) = (report.end, onward);
                }
                removed += 1;
            }
            Ok(removed)
        })
    }

    fn has_expired(&self, slot: Slot, made_before: Millis) -> Result<bool, StoreError> {
        self.read(|txn| {
            let record = meter(&txn.open_table(METERS)?, slot)?;
            let Some(ledger) = record.ledger else { return Ok(false) };
            let report = next_report(&txn.open_table(REPORTS)?, slot, &ledger)?;
            Ok(report.is_some_and(|report| report.made < made_before))
        })
    }

    /// Removes at most `limit` records of refused readings from before a moment.
    ///
    /// # Errors
    /// If the store fails.
    pub fn prune_refused(&self, before: Millis, limit: usize) -> Result<usize, StoreError> {
        let old = (0, 0, 0, 0)..(before, 0, 0, 0);
        let any =
            self.read(|txn| Ok(txn.open_table(REFUSED)?.range(old.clone())?.next().is_some()));
        if !any? {
            return Ok(0);
        }
        self.write(|txn| {
            let mut refused = txn.open_table(REFUSED)?;
            let keys = refused
                .range(old)?
                .take(limit)
                .map(|entry| Ok::<_, StoreError>(entry?.0.value()))
                .collect::<Result<Vec<_>, _>>()?;
            for key in &keys {
                refused.remove(*key)?;
            }
            Ok(keys.len())
        })
    }
}

/// The register from which the reports went on after one: another one than it ended with, if the
/// meter was exchanged.
fn register_after(
    reports: &impl ReadableTable<(u32, u32), &'static [u8]>,
    slot: Slot,
    ledger: &Ledger,
    sequence: u32,
) -> Result<u64, StoreError> {
    match reports.get((slot.0, sequence.saturating_add(1)))? {
        Some(next) => {
            let next: StoredReport = decode("reports", next.value())?;
            Ok(next.signed.report.register_start)
        }
        None => Ok(ledger.register),
    }
}

/// The oldest report that is still there and that the finalized chain has passed.
fn next_report(
    reports: &impl ReadableTable<(u32, u32), &'static [u8]>,
    slot: Slot,
    ledger: &Ledger,
) -> Result<Option<StoredReport>, StoreError> {
    if ledger.pruned >= ledger.finalized {
        return Ok(None);
    }
    let passed = (slot.0, ledger.pruned + 1)..=(slot.0, ledger.finalized);
    let next = reports.range(passed)?.next().transpose()?;
    next.map(|(_, bytes)| decode("reports", bytes.value())).transpose()
}
