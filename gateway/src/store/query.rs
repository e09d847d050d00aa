//! Reading reports, and what is under their roots.

use super::{records::*, Store, StoreError, READINGS, REPORTS, REPORT_KEYS, WAITING};
use crate::{
    reading::{Key, Slot},
    reports::Counted,
};
use huangpu_primitives::{report::SignedReport, Millis};

impl Store {
    /// At most `limit` reports of a device after a sequence, in order.
    ///
    /// # Errors
    /// If the store fails.
    pub fn reports_after(
        &self,
        slot: Slot,
        after: u32,
        limit: usize,
    ) -> Result<Vec<SignedReport>, StoreError> {
        let Some(from) = after.checked_add(1) else { return Ok(Vec::new()) };
        self.read(|txn| {
            let reports = txn.open_table(REPORTS)?;
            let range = reports.range((slot.0, from)..=(slot.0, u32::MAX))?;
            range
                .take(limit)
                .map(|entry| Ok(decode::<StoredReport>("reports", entry?.1.value())?.signed))
                .collect()
        })
    }

    /// A report and the readings under its root, in order; `None` if it was pruned or never made.
    ///
    /// # Errors
    /// If the store fails.
    pub fn report(
        &self,
        slot: Slot,
        sequence: u32,
    ) -> Result<Option<(SignedReport, Vec<Counted>)>, StoreError> {
        self.read(|txn| {
            let reports = txn.open_table(REPORTS)?;
            let report_keys = txn.open_table(REPORT_KEYS)?;
            let at = (slot.0, sequence);
            let (Some(report), Some(keys)) = (reports.get(at)?, report_keys.get(at)?) else {
                return Ok(None);
            };
            let report: StoredReport = decode("reports", report.value())?;
            let keys: Vec<Key> = decode("report_keys", keys.value())?;
            let readings = txn.open_table(READINGS)?;
            let counted = keys
                .into_iter()
                .map(|key| {
                    let bytes = readings.get((slot.0, key.timestamp, key.counter))?;
                    let bytes = bytes.ok_or(StoreError::Damaged("report_keys"))?;
                    let stored: StoredReading = decode("readings", bytes.value())?;
                    Ok(Counted { key, reading: stored.reading(key.timestamp) })
                })
                .collect::<Result<Vec<_>, StoreError>>()?;
            Ok(Some((report.signed, counted)))
        })
    }

    /// All readings of a device between two moments, both included.
    ///
    /// # Errors
    /// If the store fails.
    pub fn readings_between(
        &self,
        slot: Slot,
        from: Millis,
        to: Millis,
    ) -> Result<Vec<(Key, StoredReading)>, StoreError> {
        self.read(|txn| {
            let readings = txn.open_table(READINGS)?;
            let range = readings.range(between(slot, from, to))?;
            range
                .map(|entry| {
                    let (key, bytes) = entry?;
                    let (_, timestamp, counter) = key.value();
                    Ok((Key { timestamp, counter }, decode("readings", bytes.value())?))
                })
                .collect()
        })
    }

    /// When the first reading that waits was measured.
    ///
    /// # Errors
    /// If the store fails.
    pub fn first_waiting(&self, slot: Slot) -> Result<Option<Millis>, StoreError> {
        self.read(|txn| {
            let waiting = txn.open_table(WAITING)?;
            let first = waiting.range(between(slot, 0, u64::MAX))?.next().transpose()?;
            Ok(first.map(|(key, _)| key.value().1))
        })
    }
}
