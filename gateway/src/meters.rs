//! The devices of this gateway, with their keys and their places in the store.

use crate::{
    config::{Config, DeviceConfig},
    keys::{KeyDir, KeyError, Signer},
    reading::{NewReading, Rejection, Slot},
    reports::Register,
    store::{Store, StoreError},
};
use huangpu_primitives::{units::Unit, OrgId};
use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
};

/// A device of this gateway.
#[derive(Debug)]
pub struct Meter {
    /// Whose it is.
    pub org: OrgId,
    /// What is configured.
    pub config: DeviceConfig,
    /// Signs its reports.
    pub signer: Signer,
    /// Where its data are in the store.
    pub slot: Slot,
    /// The modulus that the chain has; 0 for none, or not known.
    chain_rollover: AtomicU64,
}

impl Meter {
    /// A device.
    pub fn new(org: OrgId, config: DeviceConfig, signer: Signer, slot: Slot) -> Self {
        Self { org, config, signer, slot, chain_rollover: AtomicU64::new(0) }
    }

    /// Its reference.
    pub fn reference(&self) -> &str {
        &self.config.reference
    }

    /// How its register moves.
    pub fn register(&self) -> Register {
        let known = Some(self.chain_rollover.load(Ordering::Relaxed)).filter(|known| *known > 0);
        Register { input: self.config.input, rollover: self.config.rollover.or(known) }
    }

    /// Takes the modulus from the chain.
    pub fn set_chain_rollover(&self, rollover: Option<u64>) {
        self.chain_rollover.store(rollover.unwrap_or(0), Ordering::Relaxed);
    }
}

/// Why the devices cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum MetersError {
    /// A key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// All of them.
#[derive(Debug)]
pub struct Meters {
    all: Vec<Meter>,
    by_reference: BTreeMap<String, usize>,
    by_slot: BTreeMap<Slot, usize>,
}

impl Meters {
    /// Loads the configured devices, making the keys that are missing.
    ///
    /// # Errors
    /// If a key cannot be used, or the store fails.
    pub fn load(config: &Config, store: &Store) -> Result<Self, MetersError> {
        let keys = KeyDir::open(&config.keys_dir())?;
        let references: Vec<&str> = config.devices.iter().map(|d| d.reference.as_str()).collect();
        let slots = if references.is_empty() { Vec::new() } else { store.slots(&references)? };
        let mut all = Vec::with_capacity(slots.len());
        for (device, slot) in config.devices.iter().zip(slots) {
            let signer = keys.ensure(&device.reference, device.algorithm)?;
            all.push(Meter::new(config.org, device.clone(), signer, slot));
        }
        let index = |(at, meter): (usize, &Meter)| (meter.reference().to_owned(), at);
        let by_reference = all.iter().enumerate().map(index).collect();
        let by_slot = all.iter().enumerate().map(|(at, meter)| (meter.slot, at)).collect();
        Ok(Self { all, by_reference, by_slot })
    }

    /// All of them, in order of the configuration.
    pub fn all(&self) -> &[Meter] {
        &self.all
    }

    /// The place of a device in [`Self::all`], by reference.
    pub fn find(&self, reference: &str) -> Option<usize> {
        self.by_reference.get(reference).copied()
    }

    /// The place of a device in [`Self::all`], by slot.
    pub fn at_slot(&self, slot: Slot) -> Option<usize> {
        self.by_slot.get(&slot).copied()
    }

    /// Makes a reading of what was sent.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, sent: &crate::intake::json::Sent) -> Result<NewReading, Rejection> {
        let unknown = || Rejection::UnknownDevice(sent.device.chars().take(64).collect());
        let meter = &self.all[self.find(&sent.device).ok_or_else(unknown)?];
        let code = || sent.unit.chars().take(16).collect::<String>();
        let (unit, factor) =
            Unit::from_code(&sent.unit).ok_or_else(|| Rejection::UnknownUnit(code()))?;
        if unit != meter.config.unit {
            let expected = meter.config.unit.code();
            return Err(Rejection::WrongUnit { expected, got: code() });
        }
        Ok(NewReading {
            slot: meter.slot,
            key: crate::reading::Key { timestamp: sent.timestamp, counter: sent.counter },
            amount: crate::decimal::parse(&sent.value, factor)?,
        })
    }
}
