//! From version 1 to version 2.

use super::*;
use crate::{
    migrations::v2::{OldDevice, OldMeter, V1ToV2},
    Calibration, Device, Devices, Meter as Measures,
};
use polkadot_sdk::frame_support::{
    assert_storage_noop,
    traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion},
};

/// The storage that has another layout now.
mod version_1 {
    use super::*;
    use polkadot_sdk::frame_support::{storage_alias, Twox64Concat};

    #[storage_alias]
    pub(super) type Devices = StorageMap<Devices, Twox64Concat, DeviceId, OldDevice>;
}

/// Writes a device as version 1 had it.
fn make_old(device: DeviceId, calibrated_until: Option<u64>) {
    let Device { org, reference, key, status, meter } = Devices::<Test>::get(device).unwrap();
    let Measures { unit, direction, multiplier, rollover, .. } = meter;
    let meter = OldMeter { unit, direction, multiplier, rollover, calibrated_until };
    version_1::Devices::insert(device, OldDevice { org, reference, key, status, meter });
    StorageVersion::new(1).put::<crate::pallet::Pallet<Test>>();
}

#[test]
fn a_calibration_counts_as_valid_since_ever() {
    ExtBuilder::default().build_and_execute(|| {
        let (calibrated, never) = (Meter::install(OWNER), Meter::install(OWNER));
        let before = [&calibrated, &never].map(|of| Devices::<Test>::get(of.device).unwrap());
        make_old(calibrated.device, Some(1_234));
        make_old(never.device, None);
        V1ToV2::<Test>::on_runtime_upgrade();
        assert_eq!(Devices::<Test>::iter().count(), 2);
        let calibration = Some(Calibration { from: 0, until: 1_234 });
        for (of, calibration, before) in
            [(&calibrated, calibration, &before[0]), (&never, None, &before[1])]
        {
            let mut expected = before.clone();
            expected.meter.calibration = calibration;
            expected.meter.earlier_calibration = None;
            assert_eq!(Devices::<Test>::get(of.device), Some(expected));
        }
    });
}

#[test]
fn it_runs_once() {
    ExtBuilder::default().build_and_execute(|| {
        let meter = Meter::install(OWNER);
        make_old(meter.device, Some(5));
        V1ToV2::<Test>::on_runtime_upgrade();
        assert_eq!(
            crate::pallet::Pallet::<Test>::on_chain_storage_version(),
            StorageVersion::new(2)
        );
        assert_storage_noop!({
            V1ToV2::<Test>::on_runtime_upgrade();
        });
    });
}
