//! The file in which a reading's proof travels: JSON, hashes and salt in hex.

use crate::{DeviceId, Millis, H256};
use huangpu_primitives::report::{Reading, ReadingProof, Salt};
use serde::{Deserialize, Serialize};

/// A reading, the report under whose root it is claimed to be, and the way up to that root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProofFile {
    /// The device that reported.
    pub device: DeviceId,
    /// Number of the report.
    pub sequence: u32,
    /// The report's root.
    pub root: H256,
    /// How many readings are under it.
    pub readings: u32,
    /// The reading's place among them, from 0.
    pub index: u32,
    /// The reading.
    pub reading: ReadingFile,
    /// Its salt, 16 bytes.
    #[serde(with = "salt")]
    pub salt: Salt,
    /// The hashes beside its way up, lowest first.
    pub path: Vec<H256>,
}

/// A reading in a proof's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingFile {
    /// End of the measured interval, in milliseconds since 1970.
    pub timestamp: Millis,
    /// The quantity, in smallest units.
    pub value: u64,
    /// Status bits.
    pub status: u8,
}

impl ProofFile {
    /// Puts a proof into its file's shape.
    pub fn new(
        device: DeviceId,
        sequence: u32,
        root: H256,
        readings: u32,
        proof: ReadingProof,
    ) -> Self {
        let Reading { timestamp, value, status } = proof.reading;
        let reading = ReadingFile { timestamp, value, status };
        let ReadingProof { salt, index, path, .. } = proof;
        Self { device, sequence, root, readings, index, reading, salt, path }
    }

    /// The proof, as the chain takes it.
    pub fn proof(&self) -> ReadingProof {
        let ReadingFile { timestamp, value, status } = self.reading;
        ReadingProof {
            reading: Reading { timestamp, value, status },
            salt: self.salt,
            index: self.index,
            path: self.path.clone(),
        }
    }

    /// Whether the reading is under the root that the file names.
    pub fn verify(&self) -> bool {
        self.proof().verify(&self.root, self.readings)
    }
}

mod salt {
    use super::Salt;
    use serde::{de::Error, Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(salt: &Salt, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("0x{}", hex::encode(salt)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Salt, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = hex::decode(text.trim_start_matches("0x")).map_err(D::Error::custom)?;
        bytes.try_into().map_err(|_| D::Error::custom("a salt has 16 bytes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_primitives::merkle;

    fn file(index: usize) -> ProofFile {
        let salted: Vec<(Reading, Salt)> = (0..5u8)
            .map(|i| (Reading { timestamp: i.into(), value: 10, status: 0 }, [i; 16]))
            .collect();
        let leaves: Vec<H256> = salted.iter().map(|(reading, salt)| reading.leaf(salt)).collect();
        let (reading, salt) = salted[index];
        let path = merkle::path(&leaves, index).expect("the index is in the tree");
        let root = merkle::root(&leaves).expect("there are leaves");
        let proof = ReadingProof { reading, salt, index: index as u32, path };
        ProofFile::new(DeviceId(7), 3, root, 5, proof)
    }

    #[test]
    fn a_file_comes_back_and_proves_the_same() {
        for index in 0..5 {
            let text = serde_json::to_string(&file(index)).expect("plain data");
            let back: ProofFile = serde_json::from_str(&text).expect("our own words");
            assert_eq!(back, file(index));
            assert!(back.verify());
        }
    }

    #[test]
    fn another_value_is_not_proved() {
        let mut changed = file(2);
        changed.reading.value += 1;
        assert!(!changed.verify());
    }

    #[test]
    fn a_salt_of_another_length_is_refused() {
        let text = serde_json::to_string(&file(0)).expect("plain data");
        let short = text.replace(&"00".repeat(16), "00");
        assert_ne!(text, short);
        assert!(serde_json::from_str::<ProofFile>(&short).is_err());
    }
}
