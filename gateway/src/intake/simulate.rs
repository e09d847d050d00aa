//! The simulated plant: a steel plant's load at 15 minutes, by shift and weekday.
//!
//! Its load is a pure function of the time, so a restarted gateway makes the same readings again
//! and finds them stored.

use crate::{
    config::{DeviceConfig, Input},
    reading::Key,
};
use huangpu_primitives::{
    calendar::{Day, DAY_MS, OFFSET_MS},
    units::Unit,
    Millis,
};
use polkadot_sdk::sp_io::hashing::blake2_256;

/// The reference of its meter.
pub const REFERENCE: &str = "simulated-plant/main-meter";
/// For how many days back it has readings, unless told otherwise.
pub const DAYS: u32 = 60;
/// Length of the measured intervals.
pub const INTERVAL: Millis = 15 * 60 * 1_000;

/// Its meter.
pub fn device() -> DeviceConfig {
    DeviceConfig {
        reference: REFERENCE.into(),
        unit: Unit::WattHour,
        input: Input::Interval,
        algorithm: None,
        rollover: None,
    }
}

/// Its readings after one moment, up to and with another.
pub fn readings(after: Millis, up_to: Millis) -> impl Iterator<Item = (Key, u64)> {
    let first = (after / INTERVAL + 1).saturating_mul(INTERVAL);
    (first..=up_to)
        .step_by(INTERVAL as usize)
        .map(|timestamp| (Key { timestamp, counter: 0 }, load(timestamp)))
}

/// The begin of its history: so many whole days of the chain's calendar before today.
pub fn history_begin(now: Millis, days: u32) -> Millis {
    Day(Day::of(now).0.saturating_sub(days)).start()
}

/// Watt-hours drawn in the interval that ends then.
fn load(end: Millis) -> u64 {
    let begin = end.saturating_sub(INTERVAL).saturating_add(OFFSET_MS);
    let hour = begin % DAY_MS / 3_600_000;
    // 1 January 1970 was a Thursday; Monday is 0.
    let weekday = (begin / DAY_MS + 3) % 7;
    let base = match (weekday, hour) {
        (6, _) => 3_200,
        (5, 8..=12) => 30_000,
        (5, _) => 3_600,
        (_, 0..=7) => 4_000,
        (_, 12) => 35_000,
        (_, 8..=16) => 68_000,
        (_, 17..=20) => 42_000,
        _ => 6_500,
    };
    let hash = blake2_256(&[b"plant".as_slice(), &end.to_le_bytes()].concat());
    let noise = u64::from(u16::from_le_bytes([hash[0], hash[1]]));
    // Between 85 and 115 per cent.
    base * (850 + noise % 301) / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    // Wednesday, 14 March 2018, noon in Shanghai.
    const NOW: Millis = 1_521_000_000_000;

    #[test]
    fn a_history_has_whole_days() {
        let begin = history_begin(NOW, 60);
        assert_eq!(Day::of(begin).start(), begin);
        let today = Day::of(NOW).start();
        let history: Vec<_> = readings(begin, today).collect();
        assert_eq!(history.len(), 60 * 96);
        assert_eq!(history[0].0.timestamp, begin + INTERVAL);
        assert_eq!(history.last().unwrap().0.timestamp, today);
        assert_eq!(readings(begin, today).collect::<Vec<_>>(), history, "the same again");
    }

    #[test]
    fn the_plant_works_by_day_and_rests_on_sundays() {
        let day = |days: u64| {
            let begin = Day::of(NOW).start() + days * DAY_MS;
            readings(begin, begin + DAY_MS).map(|(_, load)| load).collect::<Vec<_>>()
        };
        let (wednesday, sunday) = (day(0), day(4));
        assert!(wednesday[40] > 10 * wednesday[10], "noon and night");
        assert!(sunday.iter().sum::<u64>() * 5 < wednesday.iter().sum::<u64>());
        assert!(wednesday.iter().all(|load| (2_000..80_000).contains(load)));
        assert_ne!(wednesday, day(7), "no two weeks are alike");
    }

    #[test]
    fn nothing_lies_outside_the_asked_time() {
        assert_eq!(readings(NOW, NOW).count(), 0);
        assert_eq!(readings(NOW, NOW - 1).count(), 0);
        let next = (NOW / INTERVAL + 1) * INTERVAL;
        assert_eq!(readings(NOW, next).next().unwrap().0.timestamp, next);
        assert_eq!(readings(next, next).count(), 0, "already read");
    }
}
