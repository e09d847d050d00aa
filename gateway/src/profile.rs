//! How to read a CSV file: a profile in TOML. `profiles/steel-plant.toml` is one, with comments.

use crate::config::{ConfigError, DeviceConfig};
use chrono::{Days, FixedOffset, NaiveDateTime, NaiveTime, TimeZone};
use huangpu_primitives::{units::Unit, Millis, OrgId};
use serde::{de::Error as _, Deserialize, Deserializer};
use std::path::Path;

/// How to read a CSV file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What separates the columns; a comma if not given.
    #[serde(default = "comma")]
    pub delimiter: char,
    /// The organisation whose devices these are.
    pub org: OrgId,
    /// Where the data stand.
    pub columns: Columns,
    /// How times are written, and what they mean.
    pub time: Time,
    /// How values are written.
    pub value: Value,
    /// The devices: with more than one, a column says whose a row is.
    pub devices: Vec<DeviceConfig>,
}

/// Names of columns, as the file's first row has them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The reading's time.
    pub timestamp: String,
    /// Its value.
    pub value: String,
    /// What tells readings of one moment apart.
    pub counter: Option<String>,
    /// The device's reference.
    pub device: Option<String>,
}

/// How times are written, and what they mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// As in `strftime`.
    pub format: String,
    /// How far the clock on which the times were read is ahead of UTC: `+08:00`.
    #[serde(deserialize_with = "offset")]
    pub utc_offset: FixedOffset,
    /// Which end of a reading's interval its time names.
    pub label: Label,
    /// Length of the intervals, in minutes.
    pub interval_minutes: u32,
    /// What 00:00 stands for.
    #[serde(default)]
    pub midnight: Midnight,
}

/// Which end of its interval a time names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The begin.
    Start,
    /// The end.
    End,
}

/// What 00:00 of a day stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Midnight {
    /// The day's begin.
    #[default]
    StartOfDay,
    /// The day's end, 24:00.
    EndOfDay,
}

/// How values are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// UN/ECE code of their unit.
    pub unit: String,
}

/// What is wrong with a profile.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// The file is not a profile.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// What separates columns is one ASCII character.
    #[error("delimiter must be one ASCII character")]
    Delimiter,
    /// The time format is not one.
    #[error("time.format `{0}` is no strftime format of date and time")]
    Format(String),
    /// An interval lasts.
    #[error("time.interval_minutes must be at least 1")]
    NoInterval,
    /// The begin of an interval is never the end of a day.
    #[error("midnight = \"end-of-day\" goes with label = \"end\" only")]
    Midnight,
    /// The unit is unknown.
    #[error("value.unit `{0}` is no unit the chain counts in")]
    Unit(String),
    /// A device counts something else.
    #[error("device `{reference}` counts {counts}, the file's values are in {unit}")]
    OtherUnit {
        /// The device.
        reference: String,
        /// What it counts.
        counts: &'static str,
        /// What the file has.
        unit: String,
    },
    /// There must be a device.
    #[error("the profile names no device")]
    NoDevice,
    /// It must be known whose a row is.
    #[error("columns.device is missing: the profile names several devices")]
    NoDeviceColumn,
}

/// Why a text is no time of a reading.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// It is written otherwise.
    #[error("`{0}` is not written as `{1}`")]
    Format(String, String),
    /// It is out of range.
    #[error("`{0}` lies before 1970 or beyond all bounds")]
    Range(String),
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// If the file cannot be read, or makes no sense.
    pub fn load(path: &Path) -> Result<Self, ProfileError> {
        let name = || path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::File { path: name(), source })?;
        let profile: Profile = toml::from_str(&text)
            .map_err(|e| ConfigError::Syntax { path: name(), message: e.to_string() })?;
        profile.check()?;
        Ok(profile)
    }

    /// Checks what the types do not.
    ///
    /// # Errors
    /// The first thing that makes no sense.
    pub fn check(&self) -> Result<(), ProfileError> {
        if !self.delimiter.is_ascii() || self.delimiter == '"' {
            return Err(ProfileError::Delimiter);
        }
        let items = chrono::format::StrftimeItems::new(&self.time.format);
        let parsed = items.parse().ok();
        // A format that cannot show a moment cannot read one.
        let shows = parsed.is_some() && self.time.round_trips();
        if !shows {
            return Err(ProfileError::Format(self.time.format.clone()));
        }
        if self.time.interval_minutes == 0 {
            return Err(ProfileError::NoInterval);
        }
        if self.time.midnight == Midnight::EndOfDay && self.time.label == Label::Start {
            return Err(ProfileError::Midnight);
        }
        self.check_devices()
    }

    fn check_devices(&self) -> Result<(), ProfileError> {
        let code = &self.value.unit;
        let (unit, _) = Unit::from_code(code).ok_or_else(|| ProfileError::Unit(code.clone()))?;
        if let Some(other) = self.devices.iter().find(|device| device.unit != unit) {
            return Err(ProfileError::OtherUnit {
                reference: other.reference.clone(),
                counts: other.unit.code(),
                unit: code.clone(),
            });
        }
        match self.devices.len() {
            0 => Err(ProfileError::NoDevice),
            1 => Ok(()),
            _ if self.columns.device.is_none() => Err(ProfileError::NoDeviceColumn),
            _ => Ok(()),
        }
    }
}

impl Time {
    fn round_trips(&self) -> bool {
        let moment = NaiveDateTime::default();
        let shown = moment.format(&self.format).to_string();
        NaiveDateTime::parse_from_str(&shown, &self.format) == Ok(moment)
    }

    /// The end of the interval that a time names.
    ///
    /// # Errors
    /// If it is not written as the profile says, or out of range.
    pub fn end_of_interval(&self, text: &str) -> Result<Millis, TimeError> {
        let text = text.trim();
        let shown = || text.chars().take(40).collect::<String>();
        let mut named = NaiveDateTime::parse_from_str(text, &self.format)
            .map_err(|_| TimeError::Format(shown(), self.format.clone()))?;
        if self.midnight == Midnight::EndOfDay && named.time() == NaiveTime::MIN {
            named =
                named.checked_add_days(Days::new(1)).ok_or_else(|| TimeError::Range(shown()))?;
        }
        let moment = self.utc_offset.from_local_datetime(&named).single();
        let millis = moment.and_then(|moment| u64::try_from(moment.timestamp_millis()).ok());
        let added = match self.label {
            Label::End => 0,
            Label::Start => u64::from(self.interval_minutes) * 60_000,
        };
        let end = millis.and_then(|millis| millis.checked_add(added));
        end.filter(|end| *end > 0).ok_or_else(|| TimeError::Range(shown()))
    }
}

fn comma() -> char {
    ','
}

fn offset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FixedOffset, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| D::Error::custom(format!("`{text}` is no offset like +08:00")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEEL_PLANT: &str = include_str!("../profiles/steel-plant.toml");

    fn profile(text: &str) -> Result<Profile, String> {
        let profile: Profile = toml::from_str(text).map_err(|e| e.to_string())?;
        profile.check().map_err(|e| e.to_string())?;
        Ok(profile)
    }

    fn changed(from: &str, to: &str) -> Result<Profile, String> {
        assert!(STEEL_PLANT.contains(from));
        profile(&STEEL_PLANT.replace(from, to))
    }

    fn moment(text: &str) -> Millis {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis() as u64
    }

    #[test]
    fn the_steel_plants_times_are_understood() {
        let time = profile(STEEL_PLANT).unwrap().time;
        let end = |text| time.end_of_interval(text).unwrap();
        assert_eq!(end("1/1/2018 0:15"), moment("2018-01-01T00:15:00+08:00"));
        assert_eq!(end("13/01/2018 00:15"), moment("2018-01-13T00:15:00+08:00"));
        assert_eq!(end("2/1/2018 23:45"), moment("2018-01-02T23:45:00+08:00"), "day first");
        assert_eq!(end("1/1/2018 0:00"), moment("2018-01-02T00:00:00+08:00"), "24:00");
        assert_eq!(end("31/08/2018 00:00"), moment("2018-09-01T00:00:00+08:00"));
        for bad in [
            "",
            "2018-01-01 00:15",
            "1/13/2018 0:15",
            "30/2/2018 0:15",
            "1/1/2018",
            "1/1/2018 24:00",
            "1/1/2018 0:15 ",
        ] {
            let parsed = time.end_of_interval(bad);
            assert_eq!(parsed.is_ok(), bad.ends_with(' '), "{bad}");
        }
        assert!(matches!(time.end_of_interval("1/1/1960 0:15"), Err(TimeError::Range(_))));
    }

    #[test]
    fn a_label_may_name_the_begin() {
        let text = STEEL_PLANT
            .replace("label = \"end\"", "label = \"start\"")
            .replace("midnight = \"end-of-day\"", "");
        let time = profile(&text).unwrap().time;
        let end = time.end_of_interval("1/1/2018 0:00").unwrap();
        assert_eq!(end, moment("2018-01-01T00:15:00+08:00"));
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        let refused = |from: &str, to: &str| changed(from, to).unwrap_err();
        assert!(refused("label = \"end\"", "label = \"start\"").contains("midnight"));
        assert!(refused("+08:00", "CST").contains("+08:00"));
        assert!(refused("%d/%m/%Y %H:%M", "%d/%m %H:%M").contains("time.format"));
        assert!(refused("%d/%m/%Y %H:%M", "%Q").contains("time.format"));
        assert!(refused("interval_minutes = 15", "interval_minutes = 0").contains("interval"));
        assert!(refused("\"KWH\"", "\"kWh\"").contains("`kWh`"));
        assert!(refused("\"KWH\"", "\"MTQ\"").contains("counts WHR"));
        assert!(refused("delimiter = \",\"", "delimiter = \"，\"").contains("delimiter"));
        assert!(refused("[columns]", "[columns]\nx = \"y\"").contains("unknown field"));
        let second = "[[devices]]\nreference = \"b\"\nunit = \"WHR\"\n\n[[devices]]";
        assert!(refused("[[devices]]", second).contains("columns.device"));
    }
}
