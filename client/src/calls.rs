//! The chain's calls, typed by the committed metadata: a runtime that changed one of them refuses to be
//! sent the old shape ([`Error::Incompatible`]).
//!
//! All are sent with [`Chain::submit`](crate::Chain::submit). What only the council decides is a [`CouncilCall`]:
//! it is put into a motion, or into [`council::by_root_key`].
//!
//! | module | calls about |
//! |---|---|
//! | here | devices and emissions |
//! | [`members`] | organisations, and who acts for them |
//! | [`council`] | motions, elections, seats, what takes root |
//! | [`brakes`] | stopping the chain's business, all of it or single calls |
//! | [`validators`] | who makes blocks, and with which keys |
//! | [`nodes`] | which machines belong to the network |
//! | [`instruments`] | what the law allows |
//! | [`money`] | settlement money |
//! | [`intervals`] | units of instruments |
//! | [`encoded`] | calls as bytes |

pub mod brakes;
pub mod council;
pub mod encoded;
pub mod instruments;
pub mod intervals;
pub mod members;
pub mod money;
pub mod nodes;
pub mod validators;

use crate::{
    runtime::{
        self,
        runtime_types::{
            bounded_collections::bounded_vec::BoundedVec,
            huangpu_runtime::RuntimeCall,
            pallet_devices::types::{Registration as RawRegistration, Resolution as RawResolution},
        },
    },
    DeviceId, Error, FacilityId, FactorSeriesId, Millis, OrgId, SourceId, H256,
};
use council::Share;
use huangpu_primitives::{
    calendar::Month,
    report::{DeviceKey, SignedReport, MAX_BATCH},
    traits::Direction,
    units::Unit,
};
use subxt::tx::Payload;

/// A call that only the council makes, and the share of its seats that has to agree.
pub struct CouncilCall {
    call: RuntimeCall,
    share: Share,
}

impl CouncilCall {
    fn new(call: RuntimeCall, share: impl Into<Share>) -> Self {
        Self { call, share: share.into() }
    }

    /// A call by its bytes. Which share has to agree is the caller's knowledge.
    ///
    /// # Errors
    /// [`Error::Input`] when the bytes are no call.
    pub fn decode(bytes: &[u8], share: impl Into<Share>) -> Result<Self, Error> {
        Ok(Self::new(encoded::read(bytes)?, share))
    }

    /// The call's bytes.
    ///
    /// # Errors
    /// [`Error::Incompatible`] when the metadata has no such call.
    pub fn encode(&self) -> Result<Vec<u8>, Error> {
        encoded::write(&self.call)
    }

    /// The share of the seats that has to agree.
    pub fn share(&self) -> Share {
        self.share
    }
}

/// Several calls as one transaction: all of them are made, or none.
///
/// # Errors
/// [`Error::Incompatible`] when the metadata has not one of them.
pub fn together<P: Payload>(calls: &[P]) -> Result<impl Payload, Error> {
    let calls: Result<Vec<RuntimeCall>, Error> =
        calls.iter().map(|call| encoded::read(&encoded::encode(call)?)).collect();
    Ok(runtime::transactions().utility().batch_all(calls?))
}

/// What an owner states about a device. Registers are in smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// The key that will sign its reports.
    pub key: DeviceKey,
    /// What its register counts.
    pub unit: Unit,
    /// Which way the quantity flows.
    pub direction: Direction,
    /// What one unit of the register stands for; 1 without transformers.
    pub multiplier: u32,
    /// The register's modulus, if it rolls over.
    pub rollover: Option<u64>,
    /// The register when it was installed.
    pub opening_register: u64,
    /// When it was installed: no report begins earlier.
    pub installed: Millis,
    /// Until when its calibration is valid; none if there is no valid one.
    pub calibrated_until: Option<Millis>,
}

/// How a quarantined report is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// It is never counted.
    Discard,
    /// Its register's movement is counted as estimated. Only a regulator does this.
    Count {
        /// In this month.
        month: Month,
    },
}

/// Reports of devices of one organisation. They authorise the call themselves: see
/// [`Chain::submit_reports`](crate::Chain::submit_reports).
///
/// # Errors
/// [`Error::Input`] for none or more than 256 reports.
pub fn submit_reports(org: OrgId, reports: Vec<SignedReport>) -> Result<impl Payload, Error> {
    let count = reports.len();
    if count == 0 || count > MAX_BATCH as usize {
        return Err(Error::Input(format!("a batch holds 1 to {MAX_BATCH} reports, not {count}")));
    }
    let reports = BoundedVec(reports.into_iter().map(Into::into).collect());
    Ok(runtime::transactions().devices().submit_reports(org.into(), reports))
}

/// Registers a device of the signer's organisation under its own reference.
pub fn register_device(reference: &str, registration: Registration) -> impl Payload {
    let registration = RawRegistration {
        key: registration.key.into(),
        unit: registration.unit.into(),
        direction: registration.direction.into(),
        multiplier: registration.multiplier,
        rollover: registration.rollover,
        opening_register: registration.opening_register,
        installed: registration.installed,
        calibrated_until: registration.calibrated_until,
    };
    runtime::transactions().devices().register_device(text(reference), registration)
}

/// Lets another key sign a device's reports from now on.
pub fn rotate_key(device: DeviceId, key: DeviceKey) -> impl Payload {
    runtime::transactions().devices().rotate_key(device.into(), key.into())
}

/// Refuses a device's reports until it is reinstated.
pub fn suspend_device(device: DeviceId) -> impl Payload {
    runtime::transactions().devices().suspend_device(device.into())
}

/// Takes a suspended device's reports again.
pub fn reinstate_device(device: DeviceId) -> impl Payload {
    runtime::transactions().devices().reinstate_device(device.into())
}

/// Retires a device for good.
pub fn retire_device(device: DeviceId) -> impl Payload {
    runtime::transactions().devices().retire_device(device.into())
}

/// Renews a device's calibration, valid from one moment until another.
pub fn calibrate(device: DeviceId, from: Millis, until: Millis) -> impl Payload {
    runtime::transactions().devices().calibrate(device.into(), from, until)
}

/// Declares that a device's meter was exchanged, or its register reset. Registers are in smallest
/// units; the evidence is the hash of the exchange's record.
pub fn exchange_meter(
    device: DeviceId,
    at: Millis,
    closing_register: u64,
    opening_register: u64,
    evidence: H256,
) -> impl Payload {
    runtime::transactions().devices().exchange_meter(
        device.into(),
        at,
        closing_register,
        opening_register,
        evidence,
    )
}

/// Resolves a quarantined report.
pub fn resolve_quarantined(
    device: DeviceId,
    sequence: u32,
    resolution: Resolution,
) -> impl Payload {
    let resolution = match resolution {
        Resolution::Discard => RawResolution::Discard,
        Resolution::Count { month } => RawResolution::Count { month: month.into() },
    };
    runtime::transactions().devices().resolve_quarantined(device.into(), sequence, resolution)
}

/// Registers a facility of the signer's organisation.
pub fn register_facility(name: &str, sector: u8, district: u32) -> impl Payload {
    runtime::transactions().emissions().register_facility(text(name), sector, district)
}

/// Adds an emission source to a facility.
pub fn add_source(
    facility: FacilityId,
    name: &str,
    device: DeviceId,
    scope: u8,
    series: FactorSeriesId,
) -> impl Payload {
    runtime::transactions().emissions().add_source(
        facility.into(),
        text(name),
        device.into(),
        scope,
        series.into(),
    )
}

/// Applies another series of factors to a source, in all months.
pub fn set_factor_series(source: SourceId, series: FactorSeriesId) -> impl Payload {
    runtime::transactions().emissions().set_factor_series(source.into(), series.into())
}

/// Opens a series of factors. A regulator does this.
pub fn create_series(name: &str, unit: Unit) -> impl Payload {
    runtime::transactions().emissions().create_series(text(name), unit.into())
}

/// Publishes a factor, in micrograms of CO2e per smallest unit. The regulator whose series it is does
/// this.
pub fn publish_factor(
    series: FactorSeriesId,
    from: Month,
    to: Month,
    micrograms_per_unit: u64,
    source: &str,
) -> impl Payload {
    runtime::transactions().emissions().publish_factor(
        series.into(),
        from.into(),
        to.into(),
        micrograms_per_unit,
        text(source),
    )
}

/// Lengths are bounded by the chain, which says so better than we could.
fn text(text: &str) -> BoundedVec<u8> {
    BoundedVec(text.as_bytes().to_vec())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::submit::tests::offline;
    use codec::Encode;

    /// The call's bytes without the numbers of pallet and call.
    pub(crate) fn arguments(call: &impl Payload) -> Vec<u8> {
        let tx = offline().tx();
        tx.validate(call).expect("the call is the metadata's");
        tx.call_data(call).expect("it can be encoded")[2..].to_vec()
    }

    #[test]
    fn a_registration_is_encoded_as_the_chain_reads_it() {
        let registration = Registration {
            key: DeviceKey::Ed25519([1; 32]),
            unit: Unit::WattHour,
            direction: Direction::Export,
            multiplier: 100,
            rollover: Some(1_000_000),
            opening_register: 5,
            installed: 6,
            calibrated_until: None,
        };
        let expected = (
            "main",
            DeviceKey::Ed25519([1; 32]),
            (Unit::WattHour, Direction::Export, 100u32, Some(1_000_000u64)),
            (5u64, 6u64, None::<u64>),
        );
        assert_eq!(arguments(&register_device("main", registration)), expected.encode());
    }

    #[test]
    fn a_resolution_keeps_its_month() {
        let month = Month::new(2018, 1).expect("a month");
        let call = resolve_quarantined(DeviceId(3), 9, Resolution::Count { month });
        assert_eq!(arguments(&call), (DeviceId(3), 9u32, 1u8, month).encode());
        let call = resolve_quarantined(DeviceId(3), 9, Resolution::Discard);
        assert_eq!(arguments(&call), (DeviceId(3), 9u32, 0u8).encode());
    }

    #[test]
    fn a_batch_has_a_size() {
        assert!(matches!(submit_reports(OrgId(1), vec![]), Err(Error::Input(_))));
    }
}
