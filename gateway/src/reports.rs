//! Making reports: values and registers, salts, the tree over the readings, the signature.

use crate::{
    closing::Span,
    config::Input,
    keys::Signer,
    reading::{Key, Rejection},
};
use huangpu_primitives::{
    merkle,
    report::{status, Reading, ReadingProof, Report, Salt, SignedReport},
    DeviceId,
};
use polkadot_sdk::{sp_core::H256, sp_io::hashing::blake2_256};

/// The gateway's secret behind its salts. Whoever has it can guess readings from proofs.
#[derive(Clone)]
pub struct SaltSecret(pub [u8; 32]);

impl std::fmt::Debug for SaltSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SaltSecret(redacted)")
    }
}

impl SaltSecret {
    /// The salt of a reading: always the same, so that a proof can be made again.
    pub fn salt(&self, device: DeviceId, key: Key) -> Salt {
        let mut bytes = [0u8; 52];
        bytes[..32].copy_from_slice(&self.0);
        bytes[32..36].copy_from_slice(&device.0.to_le_bytes());
        bytes[36..44].copy_from_slice(&key.timestamp.to_le_bytes());
        bytes[44..].copy_from_slice(&key.counter.to_le_bytes());
        let mut salt = Salt::default();
        salt.copy_from_slice(&blake2_256(&bytes)[..16]);
        salt
    }
}

/// Where a device's reports stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The device.
    pub device: DeviceId,
    /// Sequence of its last report.
    pub sequence: u32,
    /// Hash of it.
    pub hash: H256,
    /// The register at its end.
    pub register: u64,
}

/// How a device's register moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register {
    /// What a reading's amount is.
    pub input: Input,
    /// The modulus, if it rolls over.
    pub rollover: Option<u64>,
}

impl Register {
    /// The quantity between two states of the register. A step backwards is a rollover if one is
    /// known and the movement is less than half of it, as on the chain.
    ///
    /// # Errors
    /// [`Rejection::RegisterBackwards`], [`Rejection::BeyondRollover`].
    pub fn movement(&self, from: u64, to: u64) -> Result<u64, Rejection> {
        if let Some(modulus) = self.rollover.filter(|modulus| to >= *modulus) {
            return Err(Rejection::BeyondRollover(to, modulus));
        }
        let rolled = |modulus: u64| {
            let units = modulus.checked_sub(from)?.checked_add(to)?;
            (units < modulus / 2).then_some(units)
        };
        to.checked_sub(from)
            .or_else(|| self.rollover.and_then(rolled))
            .ok_or(Rejection::RegisterBackwards { from, to })
    }

    /// The register after a quantity; `None` if the register cannot show it, or if the chain could
    /// not tell it from a step backwards.
    fn advance(&self, from: u64, moved: u64, quantity: u64) -> Option<(u64, u64)> {
        let moved = moved.checked_add(quantity)?;
        let Some(modulus) = self.rollover else {
            return Some((from.checked_add(quantity)?, moved));
        };
        if moved >= modulus / 2 {
            return None;
        }
        let to = (u128::from(from) + u128::from(quantity)) % u128::from(modulus);
        // Below the modulus, which is a u64.
        Some((to as u64, moved))
    }

    /// Values of the readings of one report, and the register at its end.
    ///
    /// A late reading of a register adds nothing: the reading after it has counted its quantity.
    pub fn count(&self, start: u64, amounts: &[u64], late: usize) -> Counting {
        let mut counting = Counting { register: start, ..Default::default() };
        let mut moved = 0u64;
        for (index, amount) in amounts.iter().enumerate() {
            let value = match self.input {
                Input::Interval => Ok(*amount),
                Input::Register if index < late => Ok(0),
                Input::Register => self.movement(counting.register, *amount),
            };
            let value = match value {
                Ok(value) => value,
                Err(reason) => {
                    counting.uncountable.push((index, reason));
                    continue;
                }
            };
            if let Some(advanced) = self.advance(counting.register, moved, value) {
                (counting.register, moved) = advanced;
                counting.values.push(value);
                continue;
            }
            let reason = Rejection::BeyondRollover(*amount, self.rollover.unwrap_or(u64::MAX));
            if moved > 0 {
                counting.no_room = Some((index, reason));
                break;
            }
            counting.uncountable.push((index, reason));
        }
        counting
    }
}

/// What becomes of the readings of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counting {
    /// Values of those that can be counted, up to the one that has no room.
    pub values: Vec<u64>,
    /// The register after them.
    pub register: u64,
    /// The places of those that cannot be counted, and why.
    pub uncountable: Vec<(usize, Rejection)>,
    /// The first one to which those before it leave no room, and why: it may fit into the next
    /// report. What comes after it was not looked at.
    pub no_room: Option<(usize, Rejection)>,
}

/// A reading that goes into a report: what identifies it, and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What identifies it.
    pub key: Key,
    /// The reading, as its leaf has it.
    pub reading: Reading,
}

/// The readings of a span with their values, the late ones marked.
pub fn counted(keys: &[Key], values: &[u64], late: usize) -> Vec<Counted> {
    let status = |index| if index < late { status::LATE } else { 0 };
    let reading = |(index, (key, value)): (usize, (&Key, &u64))| Counted {
        key: *key,
        reading: Reading { timestamp: key.timestamp, value: *value, status: status(index) },
    };
    keys.iter().zip(values).enumerate().map(reading).collect()
}

/// Makes and signs the report that follows a position. `None` without readings.
pub fn make(
    position: &Position,
    span: &Span,
    readings: &[Counted],
    register: u64,
    secret: &SaltSecret,
    signer: &Signer,
    genesis: &H256,
) -> Option<(SignedReport, H256)> {
    let report = Report {
        device: position.device,
        sequence: position.sequence.checked_add(1)?,
        previous: position.hash,
        start: span.start,
        end: span.end,
        readings: u32::try_from(readings.len()).ok()?,
        late: u32::try_from(span.late).ok()?,
        register_start: position.register,
        register,
        root: merkle::root(&leaves(position.device, readings, secret))?,
    };
    let hash = report.hash(genesis);
    Some((SignedReport { signature: signer.sign(&hash), report }, hash))
}

/// Proves the reading at `index` of a report; `None` if there is none.
pub fn prove(
    device: DeviceId,
    readings: &[Counted],
    index: u32,
    secret: &SaltSecret,
) -> Option<ReadingProof> {
    let at = usize::try_from(index).ok()?;
    let counted = readings.get(at)?;
    let path = merkle::path(&leaves(device, readings, secret), at)?;
    Some(ReadingProof {
        reading: counted.reading,
        salt: secret.salt(device, counted.key),
        index,
        path,
    })
}

fn leaves(device: DeviceId, readings: &[Counted], secret: &SaltSecret) -> Vec<H256> {
    readings.iter().map(|r| r.reading.leaf(&secret.salt(device, r.key))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Algorithm;

    const SECRET: SaltSecret = SaltSecret([9; 32]);

    fn register(input: Input, rollover: Option<u64>) -> Register {
        Register { input, rollover }
    }

    /// What countable readings come to.
    fn sum(values: &[u64], register: u64) -> Counting {
        Counting { values: values.to_vec(), register, ..Default::default() }
    }

    #[test]
    fn quantities_add_up_to_the_register() {
        let meter = register(Input::Interval, None);
        assert_eq!(meter.count(100, &[1, 2, 3], 0), sum(&[1, 2, 3], 106));
        let no_room = Some((1, Rejection::BeyondRollover(1, u64::MAX)));
        let expected = Counting { no_room, ..sum(&[1], u64::MAX) };
        assert_eq!(meter.count(u64::MAX - 1, &[1, 1, 0], 0), expected);
    }

    #[test]
    fn registers_become_quantities() {
        let meter = register(Input::Register, None);
        assert_eq!(meter.count(100, &[100, 107, 110], 0), sum(&[0, 7, 3], 110));
        assert_eq!(meter.count(100, &[90, 107], 1), sum(&[0, 7], 107), "late: counted before");
    }

    #[test]
    fn all_registers_that_go_backwards_are_found_at_once() {
        let meter = register(Input::Register, None);
        let backwards = |to| Rejection::RegisterBackwards { from: 107, to };
        let uncountable = vec![(1, backwards(106)), (2, backwards(9))];
        let expected = Counting { uncountable, ..sum(&[7, 1], 108) };
        assert_eq!(meter.count(100, &[107, 106, 9, 108], 0), expected);
    }

    #[test]
    fn a_register_rolls_over_where_that_is_configured() {
        let meter = register(Input::Register, Some(1_000));
        assert_eq!(meter.count(990, &[995, 5], 0), sum(&[5, 10], 5));
        assert_eq!(
            meter.movement(500, 499),
            Err(Rejection::RegisterBackwards { from: 500, to: 499 })
        );
        assert_eq!(meter.movement(0, 1_000), Err(Rejection::BeyondRollover(1_000, 1_000)));
        let meter = register(Input::Interval, Some(1_000));
        assert_eq!(meter.count(990, &[10, 5], 0), sum(&[10, 5], 5));
        let half = meter.count(0, &[400, 100], 0);
        assert_eq!(half.no_room.unwrap().0, 1, "it would look like a step backwards");
        let alone = meter.count(0, &[500, 100], 0);
        assert_eq!((alone.uncountable[0].0, alone.values), (0, vec![100]), "it never fits");
    }

    #[test]
    fn the_chain_verifies_what_is_made() {
        let genesis = H256::repeat_byte(3);
        let key = |timestamp| Key { timestamp, counter: 0 };
        let keys = [key(5), key(15), key(20)];
        let readings = counted(&keys, &[1, 2, 3], 1);
        let position =
            Position { device: DeviceId(4), sequence: 6, hash: H256::repeat_byte(1), register: 10 };
        let span = Span { start: 10, end: 20, readings: 3, late: 1 };
        for algorithm in Algorithm::ALL {
            let signer = Signer::from_seed(algorithm, &[7; 32]).unwrap();
            let (signed, hash) =
                make(&position, &span, &readings, 16, &SECRET, &signer, &genesis).unwrap();
            let report = &signed.report;
            assert_eq!((report.sequence, report.previous), (7, position.hash));
            assert_eq!((report.readings, report.late), (3, 1));
            assert_eq!((report.register_start, report.register), (10, 16));
            assert_eq!(hash, report.hash(&genesis));
            assert_eq!(signer.public().verify(&hash, &signed.signature), Ok(()));
            let other_chain = report.hash(&H256::zero());
            assert!(signer.public().verify(&other_chain, &signed.signature).is_err());
            for index in 0..3 {
                let proof = prove(DeviceId(4), &readings, index, &SECRET).unwrap();
                assert!(proof.verify(&report.root, report.readings));
                assert_eq!(proof.reading.status & status::LATE != 0, index == 0);
            }
            assert_eq!(prove(DeviceId(4), &readings, 3, &SECRET), None);
        }
    }

    #[test]
    fn salts_differ_and_come_again() {
        let key = Key { timestamp: 1, counter: 2 };
        let salt = SECRET.salt(DeviceId(1), key);
        assert_eq!(SECRET.salt(DeviceId(1), key), salt);
        assert_ne!(SECRET.salt(DeviceId(2), key), salt);
        assert_ne!(SECRET.salt(DeviceId(1), Key { timestamp: 2, counter: 1 }), salt);
        assert_ne!(SaltSecret([8; 32]).salt(DeviceId(1), key), salt);
        assert!(!format!("{SECRET:?}").contains('9'));
    }
}
