//! A reading on its way in, and what becomes of it.

use crate::decimal::DecimalError;
use codec::{Decode, Encode};
use huangpu_primitives::Millis;

/// Number of a device in this gateway's store. It has one before the chain knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub u32);

/// What identifies a reading of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Key {
    /// End of the measured interval.
    pub timestamp: Millis,
    /// Tells readings of the same moment apart; 0 if the device does not count.
    pub counter: u64,
}

/// A well-formed reading of a known device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewReading {
    /// The device.
    pub slot: Slot,
    /// When.
    pub key: Key,
    /// Its value in smallest units: a quantity, or the register.
    pub amount: u64,
}

/// What became of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored for good.
    Accepted,
    /// It was stored before.
    Duplicate,
    /// It is not stored.
    Rejected(Rejection),
}

/// Why a reading is not stored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// Something is missing, or of the wrong type.
    #[error("{reason}")]
    Malformed {
        /// What.
        field: &'static str,
        /// Why.
        reason: String,
    },
    /// No such device is configured.
    #[error("the gateway has no device `{0}`: add it to its configuration")]
    UnknownDevice(String),
    /// The chain does not take the device's reports.
    #[error("{0}")]
    DeviceRefused(String),
    /// The unit is unknown to the chain.
    #[error("`{0}` is no unit the chain counts in: WHR, KWH, MWH, DMQ, LTR, MTQ, KJO, 3B, GV, GRM, KGM or TNE")]
    UnknownUnit(String),
    /// The unit is of another quantity.
    #[error("the device counts {expected}, the reading is in {got}")]
    WrongUnit {
        /// What the device counts.
        expected: &'static str,
        /// What came.
        got: String,
    },
    /// The value is no exact quantity.
    #[error(transparent)]
    Value(#[from] DecimalError),
    /// The reading comes from the future.
    #[error("{0} ms lies {1} s ahead of the gateway's clock: check the clocks")]
    Future(Millis, u64),
    /// What is not after the floor was counted or forgotten already.
    #[error("{0} ms is not after {1} ms: readings up to then are on the chain, or from before the device's installation")]
    BelowFloor(Millis, Millis),
    /// The same reading came with another value.
    #[error("a reading with this timestamp and counter was stored with another value ({0} smallest units): correct the source")]
    Conflict(u64),
    /// The register is behind the one before.
    #[error("the register goes backwards, from {from} to {to} smallest units, and no rollover is configured: declare a meter exchange, or correct the source")]
    RegisterBackwards {
        /// The register before.
        from: u64,
        /// The register of the reading.
        to: u64,
    },
    /// The register would have to roll over twice to fit between its neighbours.
    #[error("the register {0} does not fit between the readings before and after it")]
    OutOfPlace(u64),
    /// The register is not below its modulus.
    #[error("{0} smallest units are beyond the register's rollover at {1}")]
    BeyondRollover(u64, u64),
}

impl Rejection {
    /// The field at fault.
    pub fn field(&self) -> &'static str {
        match self {
            Rejection::Malformed { field, .. } => field,
            Rejection::UnknownDevice(_) | Rejection::DeviceRefused(_) => "device",
            Rejection::UnknownUnit(_) | Rejection::WrongUnit { .. } => "unit",
            Rejection::Future(..) | Rejection::BelowFloor(..) => "timestamp",
            Rejection::Value(_)
            | Rejection::Conflict(_)
            | Rejection::RegisterBackwards { .. }
            | Rejection::OutOfPlace(_)
            | Rejection::BeyondRollover(..) => "value",
        }
    }
}
