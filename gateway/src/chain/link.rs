//! How a device of this gateway stands with the chain.

use crate::{
    keys::display_key,
    meters::Meter,
    store::{Ledger, Store, StoreError},
};
use huangpu_primitives::{
    apis::{CursorView, DeviceStatus, DeviceView, QuarantinedView, Standing},
    report::DeviceKey,
    units::Unit,
    DeviceId, Millis, OrgId,
};

/// What the chain says of a device at a finalized block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The owner's standing.
    pub standing: Option<Standing>,
    /// The device, if it is registered.
    pub view: Option<DeviceView>,
    /// A quarantined report of it, if there is one.
    pub quarantined: Option<QuarantinedView>,
}

/// Why a device's reports do not go on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing is known yet.
    #[error("no finalized block has been seen yet")]
    Unseen,
    /// The chain does not know the organisation.
    #[error("the chain knows no organisation {0}: check `org` in the configuration")]
    UnknownOrganisation(OrgId),
    /// The organisation may not report.
    #[error("the organisation is not an active member of the consortium")]
    OrganisationNotActive,
    /// The chain does not know the device.
    #[error("unregistered: register it on the chain with the key {}", display_key(.0))]
    Unregistered(DeviceKey),
    /// Another key is registered.
    #[error("key mismatch: the chain has {}, the gateway holds {}; rotate the key on the chain, or restore the gateway's", display_key(.chain), display_key(.ours))]
    KeyMismatch {
        /// What the chain has.
        chain: DeviceKey,
        /// What we hold.
        ours: DeviceKey,
    },
    /// Another unit is registered.
    #[error("unit mismatch: the chain has {chain}, the configuration {ours}")]
    UnitMismatch {
        /// What the chain has.
        chain: Unit,
        /// What is configured.
        ours: Unit,
    },
    /// Another modulus is registered.
    #[error("rollover mismatch: the chain has {chain:?}, the configuration {ours:?}")]
    RolloverMismatch {
        /// What the chain has.
        chain: Option<u64>,
        /// What is configured.
        ours: Option<u64>,
    },
    /// Its owner suspended it.
    #[error("suspended: its owner has to reinstate it")]
    Suspended,
    /// It is out of service for good.
    #[error("retired: it never reports again")]
    Retired,
    /// The reports in the store are those of another device.
    #[error("the store's reports are of device {store}, the reference is registered as device {chain}: give this gateway a new data_dir")]
    OtherDevice {
        /// Whose reports the store has.
        store: DeviceId,
        /// What is registered.
        chain: DeviceId,
    },
    /// The chain has reports that the store does not have.
    #[error("chain cursor ahead of store: the chain has report {chain}, the store ends with {store}; does another gateway sign for this device? If the store is an old backup, start once with --adopt")]
    ChainAhead {
        /// The chain's last report.
        chain: u32,
        /// The store's.
        store: u32,
    },
    /// The chain has another report of the same sequence.
    #[error("report {0} on the chain is not the one in the store: another gateway signed it; stop that one, and start this one once with --adopt")]
    OtherHistory(u32),
    /// The chain asks for a report that is not there any more.
    #[error("the chain stands at report {chain}, but the store has only later ones than {missing}: was the chain rolled back?")]
    ReportsMissing {
        /// The chain's last report.
        chain: u32,
        /// The first report that is missing.
        missing: u32,
    },
    /// A report broke a rule.
    #[error("quarantined: report {sequence} broke a rule: {reason}; resolve it on the chain")]
    Quarantined {
        /// Which.
        sequence: u32,
        /// The rule.
        reason: String,
    },
    /// Nobody takes the reports.
    #[error(
        "reports from {0} on are not taken by the chain: is this gateway among a node's feeds?"
    )]
    NotIncluded(u32),
    /// The store failed.
    #[error("the store failed: {0}")]
    Store(String),
    /// The store failed when a report was to be made of the device's readings.
    #[error("no report can be made: {0}")]
    NotClosed(String),
}

impl Problem {
    /// Whether no report may be signed, nor offered, while it lasts.
    pub fn is_blocking(&self) -> bool {
        !matches!(
            self,
            Problem::Quarantined { .. } | Problem::NotIncluded(_) | Problem::NotClosed(_)
        )
    }

    /// Whether readings are refused while it lasts: they could never be reported.
    pub fn refuses_readings(&self) -> bool {
        matches!(self, Problem::Suspended | Problem::Retired | Problem::OrganisationNotActive)
    }
}

/// Judges what can be judged without the store.
pub fn check_registration(meter: &Meter, sighting: &Sighting) -> Option<Problem> {
    match sighting.standing {
        Some(Standing::Active) => {}
        Some(_) => return Some(Problem::OrganisationNotActive),
        None => return Some(Problem::UnknownOrganisation(meter.org)),
    }
    let ours = meter.signer.public();
    let Some(view) = &sighting.view else { return Some(Problem::Unregistered(ours)) };
    match view.status {
        DeviceStatus::Active => {}
        DeviceStatus::Suspended => return Some(Problem::Suspended),
        DeviceStatus::Retired => return Some(Problem::Retired),
    }
    if view.key != ours {
        return Some(Problem::KeyMismatch { chain: view.key, ours });
    }
    let config = &meter.config;
    if view.unit != config.unit {
        return Some(Problem::UnitMismatch { chain: view.unit, ours: config.unit });
    }
    if config.rollover.is_some() && config.rollover != view.rollover {
        let (chain, ours) = (view.rollover, config.rollover);
        return Some(Problem::RolloverMismatch { chain, ours });
    }
    None
}

/// Brings the store in line with the chain's cursor, and says what hinders the device.
///
/// `adopt` allows to go on from reports that the store does not have.
///
/// # Errors
/// If the store fails.
pub fn reconcile(
    store: &Store,
    meter: &Meter,
    sighting: &Sighting,
    adopt: bool,
    now: Millis,
) -> Result<Option<Problem>, StoreError> {
    if let Some(problem) = check_registration(meter, sighting) {
        return Ok(Some(problem));
    }
    let Some(view) = &sighting.view else { return Ok(None) };
    let Some(ledger) = store.meter(meter.slot)?.ledger else {
        store.adopt(meter.slot, None, view.id, &view.cursor, now)?;
        return Ok(None);
    };
    if ledger.device != view.id {
        let (store, chain) = (ledger.device, view.id);
        return Ok(Some(Problem::OtherDevice { store, chain }));
    }
    match other_history(store, meter, &ledger, &view.cursor)? {
        Some(_) if adopt => {
            tracing::info!(device = %view.id, "the reports go on from the chain's cursor");
            store.adopt(meter.slot, Some(&ledger), view.id, &view.cursor, now)?;
        }
        Some(problem) => return Ok(Some(problem)),
        None => follow(store, meter, &ledger, &view.cursor, now)?,
    }
    Ok(sighting.quarantined.as_ref().map(|q| Problem::Quarantined {
        sequence: q.sequence,
        reason: String::from_utf8_lossy(&q.reason).into_owned(),
    }))
}

fn follow(
    store: &Store,
    meter: &Meter,
    ledger: &Ledger,
    cursor: &CursorView,
    now: Millis,
) -> Result<(), StoreError> {
    // Most blocks say nothing new of a device, and a look costs less than a transaction.
    if (ledger.finalized, ledger.seen) == (cursor.sequence, cursor.into()) {
        return Ok(());
    }
    if store.follow(meter.slot, cursor, &meter.register(), now)? {
        tracing::info!(device = %ledger.device, "the meter was exchanged: its reports follow");
    }
    Ok(())
}

/// What is wrong, if the chain's last report is not one of the store's.
fn other_history(
    store: &Store,
    meter: &Meter,
    ledger: &Ledger,
    cursor: &CursorView,
) -> Result<Option<Problem>, StoreError> {
    let (chain, ours) = (cursor.sequence, ledger.sequence);
    if chain > ours {
        return Ok(Some(Problem::ChainAhead { chain, store: ours }));
    }
    if chain == ours {
        return Ok((cursor.hash != ledger.hash).then_some(Problem::OtherHistory(chain)));
    }
    let next = store.reports_after(meter.slot, chain, 1)?;
    Ok(match next.first().map(|signed| &signed.report) {
        Some(next) if next.sequence == chain + 1 => {
            (next.previous != cursor.hash).then_some(Problem::OtherHistory(chain))
        }
        _ => Some(Problem::ReportsMissing { chain, missing: chain + 1 }),
    })
}
