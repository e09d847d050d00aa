//! The records and how they are written.

use super::{StoreError, METERS, READINGS};
use crate::{reading::Slot, reports::Position};
use codec::{Decode, Encode};
use huangpu_primitives::{
    apis::CursorView,
    report::{Reading, SignedReport},
    DeviceId, Millis,
};
use polkadot_sdk::sp_core::H256;
use redb::{ReadableTable, Table};

/// A device of this gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct MeterRecord {
    /// How many readings wait for a report.
    pub waiting: u64,
    /// How many were taken in and could not be counted afterwards.
    pub refused: u64,
    /// Where its reports stand; none before the device was found on the chain.
    pub ledger: Option<Ledger>,
}

/// Where a device's reports stand.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ledger {
    /// Its id on the chain.
    pub device: DeviceId,
    /// Sequence of the last report.
    pub sequence: u32,
    /// Hash of it.
    pub hash: H256,
    /// End of its period.
    pub end: Millis,
    /// The register at that end.
    pub register: u64,
    /// Readings up to here are none of ours: the chain has them, they are from before the device's
    /// installation, or we have forgotten them.
    pub floor: Millis,
    /// The register at the floor.
    pub floor_register: u64,
    /// Sequence of the last report seen in a finalized block.
    pub finalized: u32,
    /// Sequence up to which reports and readings were removed.
    pub pruned: u32,
    /// Where the finalized chain stood when it was looked at last: a report may be quarantined, so
    /// that need not be where our reports have come to.
    pub seen: Mark,
    /// Sequence of the last report made before the register was last taken from the chain: the ones
    /// up to here go on from another register.
    pub base: u32,
}

/// A moment, and a meter's register then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Mark {
    /// The moment.
    pub end: Millis,
    /// The register.
    pub register: u64,
}

impl From<&CursorView> for Mark {
    fn from(cursor: &CursorView) -> Self {
        Self { end: cursor.end, register: cursor.register }
    }
}

impl Ledger {
    /// What the next report follows.
    pub fn position(&self) -> Position {
        Position {
            device: self.device,
            sequence: self.sequence,
            hash: self.hash,
            register: self.register,
        }
    }
}

/// A reading.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct StoredReading {
    /// As it came: a quantity, or the register.
    pub amount: u64,
    /// The report that took it; 0 while it waits.
    pub sequence: u32,
    /// What the report's leaf says; meaningless while it waits.
    pub value: u64,
    /// Likewise, the status bits.
    pub status: u8,
}

impl StoredReading {
    /// The reading, as its leaf has it.
    pub fn reading(&self, timestamp: Millis) -> Reading {
        Reading { timestamp, value: self.value, status: self.status }
    }
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct StoredReport {
    /// The report.
    pub signed: SignedReport,
    /// When it was made, by the gateway's clock.
    pub made: Millis,
}

/// A reading that was taken in, but cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Refused {
    pub(super) amount: u64,
    pub(super) reason: String,
}

pub(super) fn decode<T: Decode>(table: &'static str, bytes: &[u8]) -> Result<T, StoreError> {
    T::decode(&mut &bytes[..]).map_err(|_| StoreError::Damaged(table))
}

pub(super) fn meter(
    meters: &impl ReadableTable<u32, &'static [u8]>,
    slot: Slot,
) -> Result<MeterRecord, StoreError> {
    match meters.get(slot.0)? {
        Some(bytes) => decode("meters", bytes.value()),
        None => Ok(MeterRecord::default()),
    }
}

pub(super) fn put_meter(
    meters: &mut Table<'_, u32, &'static [u8]>,
    slot: Slot,
    record: &MeterRecord,
) -> Result<(), StoreError> {
    meters.insert(slot.0, record.encode().as_slice())?;
    Ok(())
}

/// The keys of all of a device's readings between two moments, both included.
pub(super) fn between(
    slot: Slot,
    from: Millis,
    to: Millis,
) -> std::ops::RangeInclusive<super::ReadingKey> {
    (slot.0, from, 0)..=(slot.0, to, u64::MAX)
}

/// The newest reading of a device.
pub(super) fn newest(
    readings: &impl ReadableTable<super::ReadingKey, &'static [u8]>,
    slot: Slot,
) -> Result<Millis, StoreError> {
    let last = readings.range(between(slot, 0, u64::MAX))?.next_back().transpose()?;
    Ok(last.map_or(0, |(key, _)| key.value().1))
}

/// Changes one device's record in a transaction of its own.
impl super::Store {
    pub(super) fn change_meter<R>(
        &self,
        slot: Slot,
        change: impl FnOnce(&redb::WriteTransaction, &mut MeterRecord) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        self.write(|txn| {
            let mut record = meter(&txn.open_table(METERS)?, slot)?;
            let result = change(txn, &mut record)?;
            put_meter(&mut txn.open_table(METERS)?, slot, &record)?;
            Ok(result)
        })
    }

    /// A device's record.
    ///
    /// # Errors
    /// If the store fails.
    pub fn meter(&self, slot: Slot) -> Result<MeterRecord, StoreError> {
        self.read(|txn| meter(&txn.open_table(METERS)?, slot))
    }

    /// A reading, if it is stored.
    ///
    /// # Errors
    /// If the store fails.
    pub fn reading(
        &self,
        slot: Slot,
        key: crate::reading::Key,
    ) -> Result<Option<StoredReading>, StoreError> {
        self.read(|txn| {
            let readings = txn.open_table(READINGS)?;
            let stored = readings.get((slot.0, key.timestamp, key.counter))?;
            stored.map(|bytes| decode("readings", bytes.value())).transpose()
        })
    }
}
