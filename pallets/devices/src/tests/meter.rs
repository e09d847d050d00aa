//! A meter with a real key: it signs one report after the other.

use super::{reference, signed};
use crate::{mock::*, LastDevice, Registration};
use huangpu_primitives::{
    calendar::DAY_MS,
    report::{DeviceKey, Report, Signature, SignedReport, NO_PREVIOUS},
    traits::Direction,
    units::Unit,
    DeviceId, Millis,
};
use polkadot_sdk::{
    frame_support::assert_ok,
    sp_core::{ecdsa, ed25519, sr25519, Pair, H256},
};

/// What signs.
#[derive(Clone)]
pub(crate) enum Signer {
    Ed25519(Box<ed25519::Pair>),
    Sr25519(Box<sr25519::Pair>),
    Secp256k1(ecdsa::Pair),
}

impl Signer {
    pub(crate) fn ed25519(seed: u8) -> Self {
        Signer::Ed25519(Box::new(ed25519::Pair::from_seed(&[seed; 32])))
    }

    pub(crate) fn sr25519(seed: u8) -> Self {
        Signer::Sr25519(Box::new(sr25519::Pair::from_seed(&[seed; 32])))
    }

    pub(crate) fn secp256k1(seed: u8) -> Self {
        Signer::Secp256k1(ecdsa::Pair::from_seed(&[seed; 32]))
    }

    pub(crate) fn key(&self) -> DeviceKey {
        match self {
            Signer::Ed25519(pair) => DeviceKey::Ed25519(pair.public().0),
            Signer::Sr25519(pair) => DeviceKey::Sr25519(pair.public().0),
            Signer::Secp256k1(pair) => DeviceKey::Secp256k1(pair.public().0),
        }
    }

    pub(crate) fn sign(&self, hash: &H256) -> Signature {
        match self {
            Signer::Ed25519(pair) => Signature::Ed25519(pair.sign(hash.as_bytes()).0),
            Signer::Sr25519(pair) => Signature::Sr25519(pair.sign(hash.as_bytes()).0),
            Signer::Secp256k1(pair) => {
                Signature::Secp256k1(pair.sign_prehashed(hash.as_fixed_bytes()).0)
            }
        }
    }
}

/// A registration without anything special.
pub(crate) fn registration(key: DeviceKey) -> Registration {
    Registration {
        key,
        unit: Unit::WattHour,
        direction: Direction::Import,
        multiplier: 1,
        rollover: None,
        opening_register: 1_000,
        installed: INSTALLED,
        calibrated_until: Some(START + 365 * DAY_MS),
    }
}

/// A meter, as far as its reports have come.
#[derive(Clone)]
pub(crate) struct Meter {
    pub(crate) device: DeviceId,
    pub(crate) signer: Signer,
    pub(crate) genesis: H256,
    pub(crate) sequence: u32,
    pub(crate) previous: H256,
    pub(crate) end: Millis,
    pub(crate) register: u64,
}

impl Meter {
    /// Registers a device with nothing special.
    pub(crate) fn install(account: u64) -> Self {
        Self::install_with(account, |_| ())
    }

    /// Registers a device, after a change to its registration.
    pub(crate) fn install_with(account: u64, change: impl FnOnce(&mut Registration)) -> Self {
        let seed = (LastDevice::<Test>::get().0 as u8).wrapping_add(1);
        Self::install_signing(account, Signer::ed25519(seed), change)
    }

    /// Registers a device with a key, after a change to its registration.
    pub(crate) fn install_signing(
        account: u64,
        signer: Signer,
        change: impl FnOnce(&mut Registration),
    ) -> Self {
        let mut registration = registration(signer.key());
        change(&mut registration);
        let (end, register) = (registration.installed, registration.opening_register);
        let name = reference(&format!("meter {}", LastDevice::<Test>::get().0 + 1));
        assert_ok!(Devices::register_device(signed(account), name, registration));
        let device = LastDevice::<Test>::get();
        let (sequence, previous) = (0, NO_PREVIOUS);
        Meter { device, signer, genesis: GENESIS, sequence, previous, end, register }
    }

    /// What comes next: an hour in which 100 units were metered by four readings.
    pub(crate) fn next(&self) -> Report {
        Report {
            device: self.device,
            sequence: self.sequence + 1,
            previous: self.previous,
            start: self.end,
            end: self.end + HOUR,
            readings: 4,
            late: 0,
            register_start: self.register,
            register: self.register + 100,
            root: H256::repeat_byte((self.sequence as u8).wrapping_add(1)),
        }
    }

    /// Signs a report.
    pub(crate) fn sign(&self, report: &Report) -> SignedReport {
        let signature = self.signer.sign(&report.hash(&self.genesis));
        SignedReport { report: report.clone(), signature }
    }

    /// Signs the next report, after a change to it, and goes on from there.
    pub(crate) fn report_with(&mut self, change: impl FnOnce(&mut Report)) -> SignedReport {
        let mut report = self.next();
        change(&mut report);
        self.sequence = report.sequence;
        self.previous = report.hash(&self.genesis);
        self.end = report.end;
        self.register = report.register;
        self.sign(&report)
    }

    /// Signs a report that breaks a rule, and goes on as if there had been none but for the sequence.
    pub(crate) fn bad_report(&mut self, change: impl FnOnce(&mut Report)) -> SignedReport {
        let (end, register) = (self.end, self.register);
        let signed = self.report_with(change);
        (self.end, self.register) = (end, register);
        signed
    }

    /// Signs the next report and goes on from there.
    pub(crate) fn report(&mut self) -> SignedReport {
        self.report_with(|_| ())
    }
}
