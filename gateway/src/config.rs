//! The configuration: one TOML file, every field with a default, so that the gateway runs without
//! one. `config.example.toml` explains each field; a test keeps it and the defaults alike.

use crate::{
    closing::{Rule, RuleError},
    keys::{check_reference, Algorithm, KeyError},
};
use huangpu_primitives::{units::Unit, Millis, OrgId};
use polkadot_sdk::sp_core::H256;
use serde::{de::Error as _, Deserialize, Deserializer};
use std::{collections::BTreeSet, net::SocketAddr, path::Path, path::PathBuf};

/// How the gateway runs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Websocket address of the node it follows.
    pub node: String,
    /// Address of its own HTTP server.
    pub listen: SocketAddr,
    /// Where it keeps its stores and its secret.
    pub data_dir: PathBuf,
    /// Where the devices' keys are; `keys` in the data directory if not given.
    pub keys_dir: Option<PathBuf>,
    /// The organisation whose devices these are.
    pub org: OrgId,
    /// The chain to which it sticks, by genesis hash; otherwise that of the node.
    #[serde(deserialize_with = "genesis")]
    pub genesis: Option<H256>,
    /// Length of the periods that are reported; divides a day.
    pub close_every: Duration,
    /// How long late readings are waited for after a period's end.
    pub lateness: Duration,
    /// At how many waiting readings a report is closed early.
    pub max_readings: usize,
    /// How far a reading's time may be ahead of the gateway's.
    pub max_ahead: Duration,
    /// For how many days after its report a reading is kept, for proofs.
    pub retention_days: u32,
    /// Largest body of a request, in bytes.
    pub max_body_bytes: usize,
    /// Input is refused when the data directory's disk has less room than this, in bytes.
    pub min_free_bytes: u64,
    /// A device whose reports have not been taken by the chain for so long is stuck.
    pub stuck_after: Duration,
    /// How reports reach the chain.
    pub submit: Submit,
    /// The devices.
    pub devices: Vec<DeviceConfig>,
}

/// How reports reach the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Submit {
    /// Nodes pull them.
    Pull,
    /// Nodes pull them, and the gateway submits them to its own node as well.
    Direct,
}

/// One device of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceConfig {
    /// The organisation's own reference, as registered on the chain.
    pub reference: String,
    /// What its register counts, by UN/ECE code of the smallest unit: `WHR`, `DMQ`, `KJO`, `GRM`.
    #[serde(deserialize_with = "unit")]
    pub unit: Unit,
    /// What a reading's value is.
    #[serde(default)]
    pub input: Input,
    /// Algorithm of its key, when one has to be made.
    pub algorithm: Option<Algorithm>,
    /// The register's modulus, in smallest units, if it rolls over; as registered on the chain.
    pub rollover: Option<u64>,
}

/// What a reading's value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Input {
    /// The quantity since the reading before.
    #[default]
    Interval,
    /// The meter's register.
    Register,
}

/// A length of time, written `15m`, `1d`, `500ms`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration(pub Millis);

impl Duration {
    /// As the standard library has it.
    pub fn std(self) -> std::time::Duration {
        std::time::Duration::from_millis(self.0)
    }
}

/// What is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not the TOML that is expected.
    #[error("{path}: {message}")]
    Syntax {
        /// The file.
        path: String,
        /// Where and what.
        message: String,
    },
    /// The times make no sense.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A device's reference is not one.
    #[error("device `{reference}`: {source}")]
    Reference {
        /// The reference.
        reference: String,
        /// Why.
        source: KeyError,
    },
    /// A device stands there twice.
    #[error("device `{0}` is configured twice")]
    DuplicateDevice(String),
    /// A register that rolls over needs a modulus.
    #[error("device `{0}`: rollover must be at least 2")]
    BadRollover(String),
    /// The server could not answer anything.
    #[error("max_body_bytes must be at least 1024")]
    BodyTooSmall,
}

impl Default for Config {
    fn default() -> Self {
        const MINUTE: Millis = 60_000;
        Self {
            node: "ws://127.0.0.1:9944".into(),
            listen: SocketAddr::from(([127, 0, 0, 1], 9955)),
            data_dir: default_data_dir(),
            keys_dir: None,
            org: OrgId(2),
            genesis: None,
            close_every: Duration(24 * 60 * MINUTE),
            lateness: Duration(10 * MINUTE),
            max_readings: 100_000,
            max_ahead: Duration(10 * MINUTE),
            retention_days: 400,
            max_body_bytes: 1024 * 1024,
            min_free_bytes: 64 * 1024 * 1024,
            stuck_after: Duration(5 * MINUTE),
            submit: Submit::Pull,
            devices: Vec::new(),
        }
    }
}

impl Config {
    /// Reads a file, or takes the defaults if none is given.
    ///
    /// # Errors
    /// If the file cannot be read, or says something that makes no sense.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let Some(path) = file else { return Ok(Self::default()) };
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::File { path: path.display().to_string(), source })?;
        let config: Self = toml::from_str(&text).map_err(|e| ConfigError::Syntax {
            path: path.display().to_string(),
            message: e.to_string(),
        })?;
        config.check()?;
        Ok(config)
    }

    /// Checks what the types do not.
    ///
    /// # Errors
    /// The first thing that makes no sense.
    pub fn check(&self) -> Result<(), ConfigError> {
        self.rule()?;
        if self.max_body_bytes < 1024 {
            return Err(ConfigError::BodyTooSmall);
        }
        let mut known = BTreeSet::new();
        for DeviceConfig { reference, rollover, .. } in &self.devices {
            check_reference(reference).map_err(|source| ConfigError::Reference {
                reference: reference.clone(),
                source,
            })?;
            if !known.insert(reference) {
                return Err(ConfigError::DuplicateDevice(reference.clone()));
            }
            if rollover.is_some_and(|modulus| modulus < 2) {
                return Err(ConfigError::BadRollover(reference.clone()));
            }
        }
        Ok(())
    }

    /// When reports are closed.
    ///
    /// # Errors
    /// If the times make no sense.
    pub fn rule(&self) -> Result<Rule, RuleError> {
        Rule::new(self.close_every.0, self.lateness.0, self.max_readings)
    }

    /// Where the devices' keys are.
    pub fn keys_dir(&self) -> PathBuf {
        self.keys_dir.clone().unwrap_or_else(|| self.data_dir.join("keys"))
    }
}

fn default_data_dir() -> PathBuf {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share"));
    let base = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).or_else(home);
    base.unwrap_or_default().join("huangpu-gateway")
}

fn genesis<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<H256>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let digits = text.strip_prefix("0x").unwrap_or(&text);
    let bytes = hex::decode(digits).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes
        .map(|bytes| Some(H256(bytes)))
        .ok_or_else(|| D::Error::custom("not a 32-byte hash in hex"))
}

pub(crate) fn unit<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Unit, D::Error> {
    let code = String::deserialize(deserializer)?;
    match Unit::from_code(&code) {
        Some((unit, 1)) => Ok(unit),
        Some((unit, _)) => Err(D::Error::custom(format!(
            "a register is kept in the smallest unit: {unit} instead of {code}"
        ))),
        None => Err(D::Error::custom(format!("`{code}` is no unit the chain counts in"))),
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl std::str::FromStr for Duration {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str =
            "a length of time is a whole number and a unit: 500ms, 30s, 15m, 1h, 1d";
        let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or(WRONG)?;
        let unit = match &text[digits..] {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => return Err(WRONG),
        };
        let number: u64 = text[..digits].parse().map_err(|_| WRONG)?;
        number.checked_mul(unit).map(Duration).ok_or(WRONG)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, String> {
        let config: Config = toml::from_str(text).map_err(|e| e.to_string())?;
        config.check().map_err(|e| e.to_string())?;
        Ok(config)
    }

    #[test]
    fn nothing_at_all_is_a_configuration() {
        assert_eq!(parse("").unwrap(), Config::default());
        assert_eq!(Config::load(None).unwrap(), Config::default());
    }

    #[test]
    fn the_example_shows_the_defaults() {
        let text = include_str!("../config.example.toml");
        // What is commented out there has no value by default.
        let shown = Config { data_dir: default_data_dir(), ..parse(text).unwrap() };
        assert_eq!(shown.devices.len(), 2);
        assert_eq!(Config { devices: vec![], ..shown }, Config::default());
        let fields = ["node", "listen", "data_dir", "keys_dir", "org", "genesis", "close_every"];
        let more = ["lateness", "max_readings", "max_ahead", "retention_days", "max_body_bytes"];
        let last = ["min_free_bytes", "stuck_after", "submit", "algorithm", "rollover"];
        for field in fields.iter().chain(&more).chain(&last) {
            assert!(text.contains(&format!("{field} = ")), "{field} is not explained");
        }
    }

    #[test]
    fn lengths_of_time_have_units() {
        assert_eq!("1d".parse(), Ok(Duration(86_400_000)));
        assert_eq!("90s".parse(), Ok(Duration(90_000)));
        assert_eq!("0ms".parse(), Ok(Duration(0)));
        for bad in ["", "1", "d", "1.5h", "-1s", "1 d", "99999999999999999999d", "1w"] {
            assert!(bad.parse::<Duration>().is_err(), "{bad}");
        }
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        let refused = |text: &str| parse(text).unwrap_err();
        assert!(refused("close_every = \"7h\"").contains("divide a day"));
        assert!(refused("close_every = \"2d\"").contains("divide a day"));
        assert!(refused("max_readings = 0").contains("max_readings"));
        assert!(refused("nod = \"ws://x\"").contains("unknown field `nod`"));
        assert!(refused("genesis = \"0x12\"").contains("32-byte hash"));
        assert!(refused("max_body_bytes = 1").contains("max_body_bytes"));
        let device = |rest: &str| refused(&format!("[[devices]]\nreference = \"a\"\n{rest}"));
        assert!(device("unit = \"KWH\"").contains("WHR instead of KWH"));
        assert!(device("unit = \"XYZ\"").contains("`XYZ`"));
        assert!(device("unit = \"WHR\"\nrollover = 1").contains("rollover"));
        assert!(device("unit = \"WHR\"\n[[devices]]\nreference = \"a\"\nunit = \"WHR\"")
            .contains("configured twice"));
        assert!(refused("[[devices]]\nreference = \"\"\nunit = \"WHR\"").contains("reference"));
    }
}
