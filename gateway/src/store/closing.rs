//! Closing reports: readings leave the queue and the report is stored in one transaction, so a
//! reading is in one report or waits, whatever happens.

use super::{
    records::*, ReadingKey, RefusedKey, Store, StoreError, METERS, READINGS, REFUSED, REPORTS,
    REPORT_KEYS, WAITING,
};
use crate::{
    closing::{Present, Rule, Span},
    keys::Signer,
    reading::{Key, Rejection, Slot},
    reports::{self, Counting, Register, SaltSecret},
};
use codec::Encode;
use huangpu_primitives::{report::SignedReport, Millis};
use redb::{ReadableTable, Table, WriteTransaction};

/// What it takes to close a device's reports.
#[derive(Clone, Copy, Debug)]
pub struct Closer<'a> {
    /// When reports are closed.
    pub rule: Rule,
    /// The time up to which reports may be signed.
    pub now: Millis,
    /// No more readings will come.
    pub input_ended: bool,
    /// How the register moves.
    pub register: Register,
    /// Signs for the device.
    pub signer: &'a Signer,
    /// The secret behind the salts.
    pub secret: &'a SaltSecret,
    /// Most reports to close at once.
    pub limit: usize,
}

impl Store {
    /// Closes the reports of a device that are due, at most `limit` of them.
    ///
    /// # Errors
    /// If the store fails: then none is closed.
    pub fn close(&self, slot: Slot, closer: &Closer<'_>) -> Result<Vec<SignedReport>, StoreError> {
        if !self.may_be_due(slot, closer)? {
            return Ok(Vec::new());
        }
        self.change_meter(slot, |txn, record| {
            let mut tables = Tables::open(txn)?;
            let newest = newest(&tables.readings, slot)?;
            let present = Present { now: closer.now, newest, input_ended: closer.input_ended };
            let mut closed = Vec::new();
            while closed.len() < closer.limit {
                let Some(report) = self.close_next(&mut tables, slot, record, closer, present)?
                else {
                    break;
                };
                closed.push(report);
            }
            Ok(closed)
        })
    }

    /// A cheap look, so that idle devices cost no transaction.
    fn may_be_due(&self, slot: Slot, closer: &Closer<'_>) -> Result<bool, StoreError> {
        self.read(|txn| {
            let record = meter(&txn.open_table(METERS)?, slot)?;
            let Some(ledger) = &record.ledger else { return Ok(false) };
            let waiting = txn.open_table(WAITING)?;
            let on_time = between(slot, ledger.end.saturating_add(1), u64::MAX);
            let first = waiting.range(on_time)?.next().transpose()?.map(|(key, _)| key.value().1);
            let newest = newest(&txn.open_table(READINGS)?, slot)?;
            let present = Present { now: closer.now, newest, input_ended: closer.input_ended };
            Ok(closer.rule.may_be_due(ledger.end, first, record.waiting, present))
        })
    }

    fn close_next(
        &self,
        tables: &mut Tables<'_>,
        slot: Slot,
        record: &mut MeterRecord,
        closer: &Closer<'_>,
        present: Present,
    ) -> Result<Option<SignedReport>, StoreError> {
        let Some(ledger) = record.ledger.clone() else { return Ok(None) };
        let due = loop {
            let Some(due) = tables.due(slot, &ledger, closer, present)? else { return Ok(None) };
            if due.counting.uncountable.is_empty() {
                break due;
            }
            // Without them it may be another span.
            for (index, reason) in &due.counting.uncountable {
                tables.refuse(slot, due.keys[*index], closer.now, reason)?;
                record.waiting = record.waiting.saturating_sub(1);
                record.refused += 1;
            }
        };
        let Due { span, keys, amounts, counting } = due;
        let register = counting.register;
        let counted = reports::counted(&keys[..span.readings], &counting.values, span.late);
        let (secret, signer) = (closer.secret, closer.signer);
        let position = ledger.position();
        let made =
            reports::make(&position, &span, &counted, register, secret, signer, &self.genesis);
        // There is none once the sequence numbers are used up.
        let Some((signed, hash)) = made else { return Ok(None) };
        tables.put_report(slot, &signed, closer.now, &counted, &amounts)?;
        record.waiting = record.waiting.saturating_sub(counted.len() as u64);
        let sequence = signed.report.sequence;
        record.ledger = Some(Ledger { sequence, hash, end: span.end, register, ..ledger });
        Ok(Some(signed))
    }
}

/// What the next report of a device takes.
struct Due {
    span: Span,
    keys: Vec<Key>,
    amounts: Vec<u64>,
    counting: Counting,
}

/// Shortens a span until its readings fit into one report.
fn fit(
    register: &Register,
    start: u64,
    mut span: Span,
    times: &[Millis],
    amounts: &[u64],
) -> (Span, Counting) {
    loop {
        let mut counting = register.count(start, &amounts[..span.readings], span.late);
        let Some((index, reason)) = counting.no_room.take() else { return (span, counting) };
        match split_before(&span, times, index) {
            Some(shorter) => span = shorter,
            None => {
                counting.uncountable.push((index, reason));
                return (span, counting);
            }
        }
    }
}

/// The span up to before a reading that has no room in it; readings of one moment stay together.
fn split_before(span: &Span, times: &[Millis], index: usize) -> Option<Span> {
    let readings = times[..index].partition_point(|time| *time < times[index]);
    (readings > span.late).then(|| Span { readings, end: times[readings - 1], ..*span })
}

struct Tables<'a> {
    readings: Table<'a, ReadingKey, &'static [u8]>,
    waiting: Table<'a, ReadingKey, ()>,
    refused: Table<'a, RefusedKey, &'static [u8]>,
    reports: Table<'a, (u32, u32), &'static [u8]>,
    report_keys: Table<'a, (u32, u32), &'static [u8]>,
}

impl<'a> Tables<'a> {
    fn open(txn: &'a WriteTransaction) -> Result<Self, StoreError> {
        Ok(Self {
            readings: txn.open_table(READINGS)?,
            waiting: txn.open_table(WAITING)?,
            refused: txn.open_table(REFUSED)?,
            reports: txn.open_table(REPORTS)?,
            report_keys: txn.open_table(REPORT_KEYS)?,
        })
    }

    /// The readings of the next report, if one is due.
    fn due(
        &self,
        slot: Slot,
        ledger: &Ledger,
        closer: &Closer<'_>,
        present: Present,
    ) -> Result<Option<Due>, StoreError> {
        let keys = self.waiting_keys(slot, ledger.end, &closer.rule)?;
        let times: Vec<Millis> = keys.iter().map(|key| key.timestamp).collect();
        let Some(span) = closer.rule.next_span(ledger.end, &times, present) else {
            return Ok(None);
        };
        let amounts = self.amounts(slot, &keys[..span.readings])?;
        let (span, counting) = fit(&closer.register, ledger.register, span, &times, &amounts);
        Ok(Some(Due { span, keys, amounts, counting }))
    }

    /// The waiting readings that the rule has to see: the late ones and those of the next period,
    /// but not many more than fill a report.
    fn waiting_keys(
        &self,
        slot: Slot,
        last_end: Millis,
        rule: &Rule,
    ) -> Result<Vec<Key>, StoreError> {
        let (mut keys, mut period_end, mut late) = (Vec::<Key>::new(), None, 0);
        for entry in self.waiting.range(between(slot, 0, u64::MAX))? {
            let (_, timestamp, counter) = entry?.0.value();
            if timestamp <= last_end {
                late += 1;
            } else if timestamp > *period_end.get_or_insert(rule.period_of(timestamp).1) {
                break;
            }
            keys.push(Key { timestamp, counter });
            // One beyond a full report tells the rule that more is to come.
            let full = rule.max_readings().max(late + 1);
            if keys.get(full - 1).is_some_and(|last| last.timestamp < timestamp) {
                break;
            }
        }
        Ok(keys)
    }

    fn amounts(&self, slot: Slot, keys: &[Key]) -> Result<Vec<u64>, StoreError> {
        let amount = |key: &Key| {
            let bytes = self.readings.get((slot.0, key.timestamp, key.counter))?;
            let bytes = bytes.ok_or(StoreError::Damaged("waiting"))?;
            decode::<StoredReading>("readings", bytes.value()).map(|reading| reading.amount)
        };
        keys.iter().map(amount).collect()
    }

    fn put_report(
        &mut self,
        slot: Slot,
        signed: &SignedReport,
        made: Millis,
        counted: &[reports::Counted],
        amounts: &[u64],
    ) -> Result<(), StoreError> {
        let sequence = signed.report.sequence;
        for (reports::Counted { key, reading }, amount) in counted.iter().zip(amounts) {
            let stored = StoredReading {
                amount: *amount,
                sequence,
                value: reading.value,
                status: reading.status,
            };
            let key = (slot.0, key.timestamp, key.counter);
            self.readings.insert(key, stored.encode().as_slice())?;
            self.waiting.remove(key)?;
        }
        let keys: Vec<Key> = counted.iter().map(|counted| counted.key).collect();
        self.report_keys.insert((slot.0, sequence), keys.encode().as_slice())?;
        let report = StoredReport { signed: signed.clone(), made };
        self.reports.insert((slot.0, sequence), report.encode().as_slice())?;
        Ok(())
    }

    fn refuse(
        &mut self,
        slot: Slot,
        key: Key,
        now: Millis,
        reason: &Rejection,
    ) -> Result<(), StoreError> {
        refuse(&mut self.readings, &mut self.waiting, &mut self.refused, slot, key, now, reason)
    }
}

/// Takes a reading out of the queue for good, and keeps why.
pub(super) fn refuse(
    readings: &mut Table<'_, ReadingKey, &'static [u8]>,
    waiting: &mut Table<'_, ReadingKey, ()>,
    refused: &mut Table<'_, RefusedKey, &'static [u8]>,
    slot: Slot,
    key: Key,
    now: Millis,
    reason: &Rejection,
) -> Result<(), StoreError> {
    let at = (slot.0, key.timestamp, key.counter);
    let stored = match readings.remove(at)? {
        Some(bytes) => decode::<StoredReading>("readings", bytes.value())?,
        None => return Err(StoreError::Damaged("waiting")),
    };
    waiting.remove(at)?;
    let record = Refused { amount: stored.amount, reason: reason.to_string() };
    let key = (now, slot.0, key.timestamp, key.counter);
    refused.insert(key, record.encode().as_slice())?;
    tracing::warn!(slot = slot.0, ?at, "a stored reading cannot be counted: {reason}");
    Ok(())
}
