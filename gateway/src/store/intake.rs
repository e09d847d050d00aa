//! Taking readings in: each once, in one durable transaction.

use super::{records::*, Store, StoreError, METERS, READINGS, WAITING};
use crate::{
    config::Input,
    reading::{Key, NewReading, Outcome, Rejection, Slot},
    reports::Register,
};
use codec::Encode;
use redb::{ReadableTable, Table};
use std::collections::BTreeMap;

type Readings<'a> = Table<'a, super::ReadingKey, &'static [u8]>;

impl Store {
    /// Stores readings; when it returns, the accepted ones are on the disk. `register` tells how a
    /// device's register moves.
    ///
    /// # Errors
    /// If the store fails, or the disk is full: then none of them is stored.
    pub fn take_in(
        &self,
        new: &[NewReading],
        register: impl Fn(Slot) -> Register,
    ) -> Result<Vec<Outcome>, StoreError> {
        if (self.room)().is_some_and(|room| room < self.min_free) {
            return Err(StoreError::DiskFull);
        }
        self.write(|txn| {
            let mut readings = txn.open_table(READINGS)?;
            let mut waiting = txn.open_table(WAITING)?;
            let mut meters = txn.open_table(METERS)?;
            let mut records = BTreeMap::<Slot, MeterRecord>::new();
            let mut outcomes = Vec::with_capacity(new.len());
            for reading in new {
                let record = match records.entry(reading.slot) {
                    std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                    std::collections::btree_map::Entry::Vacant(entry) => {
                        entry.insert(meter(&meters, reading.slot)?)
                    }
                };
                let register = register(reading.slot);
                let outcome = judge(&readings, record, reading, &register)?;
                if outcome == Outcome::Accepted {
                    let key = (reading.slot.0, reading.key.timestamp, reading.key.counter);
                    let stored =
                        StoredReading { amount: reading.amount, sequence: 0, value: 0, status: 0 };
                    readings.insert(key, stored.encode().as_slice())?;
                    waiting.insert(key, ())?;
                    record.waiting += 1;
                }
                outcomes.push(outcome);
            }
            for (slot, record) in &records {
                put_meter(&mut meters, *slot, record)?;
            }
            Ok(outcomes)
        })
    }
}

/// Decides what becomes of a reading, given what is stored.
fn judge(
    readings: &Readings<'_>,
    record: &MeterRecord,
    new: &NewReading,
    register: &Register,
) -> Result<Outcome, StoreError> {
    let Key { timestamp, counter } = new.key;
    if let Some(bytes) = readings.get((new.slot.0, timestamp, counter))? {
        let stored: StoredReading = decode("readings", bytes.value())?;
        return Ok(if stored.amount == new.amount {
            Outcome::Duplicate
        } else {
            Outcome::Rejected(Rejection::Conflict(stored.amount))
        });
    }
    if let Some(ledger) = record.ledger.as_ref().filter(|ledger| timestamp <= ledger.floor) {
        return Ok(Outcome::Rejected(Rejection::BelowFloor(timestamp, ledger.floor)));
    }
    if let Some(modulus) = register.rollover.filter(|modulus| !below(register, new, *modulus)) {
        return Ok(Outcome::Rejected(Rejection::BeyondRollover(new.amount, modulus)));
    }
    if register.input == Input::Register {
        let (before, after) = neighbours(readings, record, new)?;
        if let Err(rejection) = fits(register, before, new.amount, after) {
            return Ok(Outcome::Rejected(rejection));
        }
    }
    Ok(Outcome::Accepted)
}

/// Whether a register can show an amount. A quantity of half the modulus or more could not be told
/// from a step backwards.
fn below(register: &Register, new: &NewReading, modulus: u64) -> bool {
    match register.input {
        Input::Register => new.amount < modulus,
        Input::Interval => new.amount < modulus / 2,
    }
}

/// The registers before and after a reading, as far as they are known.
fn neighbours(
    readings: &Readings<'_>,
    record: &MeterRecord,
    new: &NewReading,
) -> Result<(Option<u64>, Option<u64>), StoreError> {
    let at = (new.slot.0, new.key.timestamp, new.key.counter);
    let floor = record.ledger.as_ref().map(|ledger| (ledger.floor, ledger.floor_register));
    let from = floor.map_or(0, |(floor, _)| floor.saturating_add(1));
    let amount = |bytes: &[u8]| decode::<StoredReading>("readings", bytes).map(|r| r.amount);
    let before = readings.range((new.slot.0, from, 0)..at)?.next_back().transpose()?;
    let after = readings.range(at..=(new.slot.0, u64::MAX, u64::MAX))?.next().transpose()?;
    let before = before.map(|(_, bytes)| amount(bytes.value())).transpose()?;
    let after = after.map(|(_, bytes)| amount(bytes.value())).transpose()?;
    Ok((before.or(floor.map(|(_, register)| register)), after))
}

/// Whether a register fits between its neighbours without an additional rollover.
fn fits(
    register: &Register,
    before: Option<u64>,
    amount: u64,
    after: Option<u64>,
) -> Result<(), Rejection> {
    let to = before.map(|before| register.movement(before, amount)).transpose()?;
    let onward = after.map(|after| register.movement(amount, after)).transpose();
    let onward = onward.map_err(|_| Rejection::OutOfPlace(amount))?;
    if let (Some(to), Some(onward), Some(before), Some(after)) = (to, onward, before, after) {
        if register.movement(before, after) != Ok(to.saturating_add(onward)) {
            return Err(Rejection::OutOfPlace(amount));
        }
    }
    Ok(())
}
