//! The token bucket, as pure arithmetic.
//!
//! A bucket counts what is used, not what is left: so a new tier applies at once, and a new organisation's
//! bucket is the default value.

use crate::types::{Bucket, Rate};

/// What a transaction takes: picoseconds of declared weight, and bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Picoseconds.
    pub time: u64,
    /// Bytes.
    pub bytes: u64,
}

impl Rate {
    /// What an unused bucket holds.
    pub fn capacity(&self) -> Cost {
        let depth = u64::from(self.depth);
        Cost { time: self.time.saturating_mul(depth), bytes: self.bytes.saturating_mul(depth) }
    }
}

impl Cost {
    /// Whether both parts are within another's.
    pub fn within(&self, limit: &Cost) -> bool {
        self.time <= limit.time && self.bytes <= limit.bytes
    }
}

impl Bucket {
    /// The bucket as it stands at a block.
    pub fn at(self, block: u32, rate: &Rate) -> Self {
        let blocks = u64::from(block.saturating_sub(self.at));
        Self {
            time: self.time.saturating_sub(rate.time.saturating_mul(blocks)),
            bytes: self.bytes.saturating_sub(rate.bytes.saturating_mul(blocks)),
            at: self.at.max(block),
        }
    }

    /// What is left of it. More may be used than it holds: after a change to a smaller tier.
    pub fn left(&self, rate: &Rate) -> Cost {
        let capacity = rate.capacity();
        Cost {
            time: capacity.time.saturating_sub(self.time),
            bytes: capacity.bytes.saturating_sub(self.bytes),
        }
    }

    /// How much of it is left, in 1/1024, of the scarcer part.
    pub fn level(&self, rate: &Rate) -> u64 {
        let (left, capacity) = (self.left(rate), rate.capacity());
        let share = |left: u64, of: u64| {
            // A bucket that holds nothing is empty.
            u128::from(left).saturating_mul(1_024).checked_div(u128::from(of)).unwrap_or(0) as u64
        };
        share(left.time, capacity.time).min(share(left.bytes, capacity.bytes))
    }

    /// Uses some.
    pub fn charge(&mut self, cost: &Cost) {
        self.time = self.time.saturating_add(cost.time);
        self.bytes = self.bytes.saturating_add(cost.bytes);
    }

    /// Gives back what was charged in this block, but not needed.
    pub fn refund(&mut self, time: u64) {
        self.time = self.time.saturating_sub(time);
    }
}
