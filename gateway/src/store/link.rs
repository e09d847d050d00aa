//! Joining a device's reports with what the chain has of it.

use super::{closing::refuse, records::*, Store, StoreError, READINGS, REFUSED, WAITING};
use crate::reading::{Key, Rejection, Slot};
use huangpu_primitives::{apis::CursorView, DeviceId, Millis};
use redb::ReadableTable;

impl Store {
    /// Lets a device's reports go on where the chain stands. Readings not after the chain's last
    /// end are refused: the chain has counted them, or they are from before the installation.
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
            let mut readings = txn.open_table(READINGS)?;
            let mut waiting = txn.open_table(WAITING)?;
            let mut refused = txn.open_table(REFUSED)?;
            let below: Vec<Key> = waiting
                .range(between(slot, 0, ledger.floor))?
                .map(|entry| {
                    let (_, timestamp, counter) = entry?.0.value();
                    Ok::<_, StoreError>(Key { timestamp, counter })
                })
                .collect::<Result<_, _>>()?;
            for key in &below {
                let reason = Rejection::BelowFloor(key.timestamp, ledger.floor);
                refuse(&mut readings, &mut waiting, &mut refused, slot, *key, now, &reason)?;
            }
            record.waiting = record.waiting.saturating_sub(below.len() as u64);
            record.refused += below.len() as u64;
            record.ledger = Some(ledger.clone());
            Ok(ledger)
        })
    }

    /// Remembers up to which report the finalized chain has come.
    ///
    /// # Errors
    /// If the store fails.
    pub fn set_finalized(&self, slot: Slot, sequence: u32) -> Result<(), StoreError> {
        self.change_meter(slot, |_, record| {
            if let Some(ledger) = &mut record.ledger {
                ledger.finalized = sequence.min(ledger.sequence);
            }
            Ok(())
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
    };
    match before {
        None => fresh,
        // Our last report is the chain's too, but its owner has moved the register since: a meter
        // exchange, or a quarantined report discarded.
        Some(old) if old.sequence == cursor.sequence && old.hash == cursor.hash => {
            let raised = cursor.end > old.floor;
            Ledger {
                end: old.end.max(cursor.end),
                floor: old.floor.max(cursor.end),
                floor_register: if raised { cursor.register } else { old.floor_register },
                pruned: old.pruned,
                ..fresh
            }
        }
        // Reports that we do not have: what we know of before them is of no use.
        Some(old) => Ledger { floor: old.floor.max(cursor.end), pruned: old.pruned, ..fresh },
    }
}
