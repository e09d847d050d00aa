//! What the gateway keeps: one database per chain, where every write is durable before it is
//! acknowledged.
//!
//! | table | key | holds |
//! |---|---|---|
//! | `meta` | name | layout version, genesis hash |
//! | `slots` | reference | the number under which a device's data are kept |
//! | `meters` | slot | [`MeterRecord`]: how far the device's reports have come |
//! | `readings` | slot, timestamp, counter | [`StoredReading`] |
//! | `waiting` | slot, timestamp, counter | the readings that no report has taken yet |
//! | `refused` | when, slot, timestamp, counter | readings that turned out not to be countable |
//! | `reports` | slot, sequence | [`StoredReport`] |
//! | `report_keys` | slot, sequence | the report's readings, in the order of their leaves |

mod closing;
mod error;
mod intake;
mod link;
mod prune;
mod query;
mod records;

pub use closing::Closer;
pub use error::StoreError;
pub use query::RefusedReading;
pub use records::{Ledger, Mark, MeterRecord, StoredReading, StoredReport};

use crate::reading::Slot;
use polkadot_sdk::sp_core::H256;
use redb::{
    Database, DatabaseError, Durability, ReadTransaction, ReadableDatabase, ReadableTable,
    TableDefinition, WriteTransaction,
};
use std::{
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock},
};

type ReadingKey = (u32, u64, u64);
/// When, slot, timestamp, counter.
type RefusedKey = (u64, u32, u64, u64);
const META: TableDefinition<&str, &[u8]> = TableDefinition::new("meta");
const SLOTS: TableDefinition<&str, u32> = TableDefinition::new("slots");
const METERS: TableDefinition<u32, &[u8]> = TableDefinition::new("meters");
const READINGS: TableDefinition<ReadingKey, &[u8]> = TableDefinition::new("readings");
const WAITING: TableDefinition<ReadingKey, ()> = TableDefinition::new("waiting");
const REFUSED: TableDefinition<RefusedKey, &[u8]> = TableDefinition::new("refused");
const REPORTS: TableDefinition<(u32, u32), &[u8]> = TableDefinition::new("reports");
const REPORT_KEYS: TableDefinition<(u32, u32), &[u8]> = TableDefinition::new("report_keys");

/// Version of the tables' layout.
const VERSION: &[u8] = &[2];
/// Memory for the database's pages: a gateway runs on small machines.
const CACHE: usize = 32 * 1024 * 1024;

type Opener = Box<dyn Fn() -> Result<Database, DatabaseError> + Send + Sync>;
type Room = Box<dyn Fn() -> Option<u64> + Send + Sync>;

/// The database of one chain.
pub struct Store {
    /// `None` while it cannot be opened again after the disk failed.
    database: RwLock<Option<Database>>,
    opener: Opener,
    /// How much room the disk has left, in bytes.
    room: Room,
    min_free: u64,
    genesis: H256,
}

impl Store {
    /// Where the store of a chain is.
    pub fn path(data_dir: &Path, genesis: &H256) -> PathBuf {
        data_dir.join(format!("{}.redb", hex::encode(genesis)))
    }

    /// Opens the store of a chain, making it if there is none. Input is refused when the disk has
    /// less room than `min_free` bytes.
    ///
    /// # Errors
    /// If another process uses it, or it cannot be opened, or it is another chain's.
    pub fn open(data_dir: &Path, genesis: H256, min_free: u64) -> Result<Self, StoreError> {
        let path = Self::path(data_dir, &genesis);
        std::fs::create_dir_all(data_dir).map_err(|e| StoreError::file(data_dir, e))?;
        let room_at = data_dir.to_owned();
        let room = move || {
            let disk = rustix::fs::statvfs(&room_at).ok()?;
            disk.f_bavail.checked_mul(disk.f_frsize)
        };
        let opener = move || Database::builder().set_cache_size(CACHE).create(&path);
        let store = Self::open_with(Box::new(opener), Box::new(room), genesis, min_free)?;
        // A new file is not on the disk before its directory is.
        let synced = std::fs::File::open(data_dir).and_then(|directory| directory.sync_all());
        synced.map_err(|e| StoreError::file(data_dir, e))?;
        Ok(store)
    }

    /// Opens a store by other means: to test what a failing disk does.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(
        opener: Opener,
        room: Room,
        genesis: H256,
        min_free: u64,
    ) -> Result<Self, StoreError> {
        let database = opener()?;
        let store = Self { database: RwLock::new(Some(database)), opener, room, min_free, genesis };
        store.write(|txn| store.check_meta(txn))?;
        Ok(store)
    }

    /// The chain's genesis hash.
    pub fn genesis(&self) -> H256 {
        self.genesis
    }

    /// Makes all tables, so that reading needs no special case, and checks whose they are.
    fn check_meta(&self, txn: &WriteTransaction) -> Result<(), StoreError> {
        txn.open_table(SLOTS)?;
        txn.open_table(METERS)?;
        txn.open_table(READINGS)?;
        txn.open_table(WAITING)?;
        txn.open_table(REFUSED)?;
        txn.open_table(REPORTS)?;
        txn.open_table(REPORT_KEYS)?;
        let mut meta = txn.open_table(META)?;
        for (name, expected) in [("version", VERSION), ("genesis", self.genesis.as_bytes())] {
            let found = meta.get(name)?.map(|value| value.value().to_vec());
            match found {
                None => drop(meta.insert(name, expected)?),
                Some(found) if found == expected => {}
                Some(_) => return Err(StoreError::Foreign(name)),
            }
        }
        Ok(())
    }

    /// Runs one transaction. When it returns, its changes are on the disk.
    fn write<R>(
        &self,
        work: impl FnOnce(&WriteTransaction) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        self.with_database(|database| {
            let mut txn = database.begin_write()?;
            txn.set_durability(Durability::Immediate)?;
            let result = work(&txn)?;
            txn.commit()?;
            Ok(result)
        })
    }

    fn read<R>(
        &self,
        work: impl FnOnce(&ReadTransaction) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        self.with_database(|database| work(&database.begin_read()?))
    }

    /// After the disk has failed, the database wants to be opened again: what was acknowledged is
    /// in it, what was under way is not.
    fn with_database<R>(
        &self,
        work: impl FnOnce(&Database) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        self.reopen_if_closed()?;
        let result = {
            let guard = self.database.read().unwrap_or_else(PoisonError::into_inner);
            work(guard.as_ref().ok_or(StoreError::Unavailable)?)
        };
        if result.as_ref().is_err_and(StoreError::needs_reopening) {
            *self.database.write().unwrap_or_else(PoisonError::into_inner) = None;
        }
        result
    }

    fn reopen_if_closed(&self) -> Result<(), StoreError> {
        if self.database.read().unwrap_or_else(PoisonError::into_inner).is_some() {
            return Ok(());
        }
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        if database.is_none() {
            *database = Some((self.opener)()?);
        }
        Ok(())
    }

    /// The numbers of these devices, given to them now if they have none.
    ///
    /// # Errors
    /// If the store fails.
    pub fn slots(&self, references: &[&str]) -> Result<Vec<Slot>, StoreError> {
        self.write(|txn| {
            let mut slots = txn.open_table(SLOTS)?;
            let mut meters = txn.open_table(METERS)?;
            let mut next = slots.iter()?.try_fold(0, |next, entry| {
                Ok::<_, StoreError>(next.max(entry?.1.value().saturating_add(1)))
            })?;
            let mut found = Vec::with_capacity(references.len());
            for reference in references {
                let known = slots.get(*reference)?.map(|slot| slot.value());
                let slot = known.unwrap_or(next);
                if known.is_none() {
                    slots.insert(*reference, slot)?;
                    records::put_meter(&mut meters, Slot(slot), &MeterRecord::default())?;
                    next += 1;
                }
                found.push(Slot(slot));
            }
            Ok(found)
        })
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("genesis", &self.genesis).finish_non_exhaustive()
    }
}
