//! Reading reports, and what is under their roots.

use super::{
    records::*, RefusedKey, Store, StoreError, READINGS, REFUSED, REPORTS, REPORT_KEYS, SLOTS,
};
use crate::{
    reading::{Key, Slot},
    reports::Counted,
};
use huangpu_primitives::{report::SignedReport, Millis};
use redb::ReadableTable;
use std::{collections::BTreeMap, ops::Bound};

/// A reading that was taken in, but cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedReading {
    /// When that was found, and which reading it is. They are in this order.
    pub id: (Millis, Slot, Key),
    /// The device's reference.
    pub reference: String,
    /// As it came: a quantity, or the register.
    pub amount: u64,
    /// Why.
    pub reason: String,
}

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

    /// At most `limit` readings that could not be counted, after one, in the order in which that
    /// was found.
    ///
    /// # Errors
    /// If the store fails.
    pub fn refused(
        &self,
        after: Option<(Millis, Slot, Key)>,
        limit: usize,
    ) -> Result<Vec<RefusedReading>, StoreError> {
        let key = |(when, slot, key): (Millis, Slot, Key)| -> RefusedKey {
            (when, slot.0, key.timestamp, key.counter)
        };
        let from = after.map_or(Bound::Unbounded, |after| Bound::Excluded(key(after)));
        self.read(|txn| {
            let slots = txn.open_table(SLOTS)?;
            let names = slots
                .iter()?
                .map(|entry| entry.map(|(name, slot)| (slot.value(), name.value().to_owned())))
                .collect::<Result<BTreeMap<u32, String>, _>>()?;
            let refused = txn.open_table(REFUSED)?;
            let range = refused.range::<RefusedKey>((from, Bound::Unbounded))?;
            range
                .take(limit)
                .map(|entry| {
                    let (key, bytes) = entry?;
                    let (when, slot, timestamp, counter) = key.value();
                    let Refused { amount, reason } = decode("refused", bytes.value())?;
                    let reference = names.get(&slot).cloned().unwrap_or_default();
                    let id = (when, Slot(slot), Key { timestamp, counter });
                    Ok(RefusedReading { id, reference, amount, reason })
                })
                .collect()
        })
    }
}
