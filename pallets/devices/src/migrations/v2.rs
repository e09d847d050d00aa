//! From version 1, where a device had one last day of calibration, to version 2, where it has two calibrations with
//! their beginnings.
//!
//! Version 1 judged a report at its inclusion, by the last day alone: whatever was recorded counted as valid since
//! ever. So it does now.

use crate::{pallet::*, Calibration, Device, Meter, Reference};
use codec::{Decode, Encode, MaxEncodedLen};
use huangpu_primitives::{
    apis::DeviceStatus, report::DeviceKey, traits::Direction, units::Unit, Millis, OrgId,
};
use polkadot_sdk::{
    frame_support::{
        migrations::VersionedMigration,
        pallet_prelude::*,
        traits::{Get, UncheckedOnRuntimeUpgrade},
        weights::Weight,
    },
    frame_system,
};

/// The migration, as the runtime lists it.
pub type V1ToV2<T> =
    VersionedMigration<1, 2, Unchecked<T>, Pallet<T>, <T as frame_system::Config>::DbWeight>;

/// A device of version 1.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OldDevice {
    /// Whose it is.
    pub org: OrgId,
    /// The owner's reference.
    pub reference: Reference,
    /// The key that signs its reports.
    pub key: DeviceKey,
    /// Whether it may report.
    pub status: DeviceStatus,
    /// What it measures, and how.
    pub meter: OldMeter,
}

/// A meter of version 1.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OldMeter {
    /// What its register counts.
    pub unit: Unit,
    /// Which way the quantity flows.
    pub direction: Direction,
    /// What one unit of the register stands for.
    pub multiplier: u32,
    /// The register's modulus, if it rolls over.
    pub rollover: Option<u64>,
    /// Until when its calibration is valid.
    pub calibrated_until: Option<Millis>,
}

impl From<OldMeter> for Meter {
    fn from(old: OldMeter) -> Self {
        let OldMeter { unit, direction, multiplier, rollover, calibrated_until } = old;
        let calibration = calibrated_until.map(|until| Calibration { from: 0, until });
        Self { unit, direction, multiplier, rollover, calibration, earlier_calibration: None }
    }
}

/// The migration without the check of the version.
pub struct Unchecked<T>(core::marker::PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Unchecked<T> {
    fn on_runtime_upgrade() -> Weight {
        let mut devices = 0;
        Devices::<T>::translate::<OldDevice, _>(|_, old| {
            devices += 1;
            let OldDevice { org, reference, key, status, meter } = old;
            Some(Device { org, reference, key, status, meter: meter.into() })
        });
        T::DbWeight::get().reads_writes(devices, devices)
    }

    #[cfg(feature = "try-runtime")]
    fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, polkadot_sdk::sp_runtime::TryRuntimeError> {
        Ok((Devices::<T>::iter_keys().count() as u64).encode())
    }

    #[cfg(feature = "try-runtime")]
    fn post_upgrade(
        state: alloc::vec::Vec<u8>,
    ) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
        let expected = u64::decode(&mut &state[..]).map_err(|_| "no count")?;
        let devices = Devices::<T>::iter().count() as u64;
        polkadot_sdk::frame_support::ensure!(devices == expected, "a device was lost");
        Pallet::<T>::do_try_state()
    }
}
