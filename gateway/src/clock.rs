//! The gateway's clock, which bears a system clock that jumps.
//!
//! A report must not lie in the chain's future, and a signed one cannot be taken back. So when
//! the system clock leaps ahead of the time that has really passed, reports are closed by the
//! latter until the new time has lasted for a while. A step back is believed at once.

use huangpu_primitives::Millis;
use std::{
    sync::{Mutex, PoisonError},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// A leap ahead by more than this is not believed at once.
const LEAP: Millis = 60_000;
/// For how long a leap must last to be believed.
const SETTLE: Millis = 5 * 60_000;

/// Tells the time.
#[derive(Debug)]
pub struct Clock {
    source: Source,
}

#[derive(Debug)]
enum Source {
    System { started: Instant, steady: Mutex<Steady> },
    Set(std::sync::atomic::AtomicU64),
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        let steady = Mutex::new(Steady::new(system_time(), 0));
        Self { source: Source::System { started: Instant::now(), steady } }
    }

    /// A clock that stands still until it is set: for tests and simulations.
    pub fn standing(at: Millis) -> Self {
        Self { source: Source::Set(at.into()) }
    }

    /// Sets a standing clock; the system's is not ours to set.
    pub fn set(&self, to: Millis) {
        if let Source::Set(at) = &self.source {
            at.store(to, std::sync::atomic::Ordering::SeqCst);
        }
    }

    /// What the system says: good enough to judge what comes in.
    pub fn now(&self) -> Millis {
        match &self.source {
            Source::System { .. } => system_time(),
            Source::Set(at) => at.load(std::sync::atomic::Ordering::SeqCst),
        }
    }

    /// The time up to which reports may be signed.
    pub fn signing_time(&self) -> Millis {
        match &self.source {
            Source::System { started, steady } => {
                let elapsed = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
                // The state is two numbers, valid at any moment: a panic elsewhere does no harm.
                let mut steady = steady.lock().unwrap_or_else(PoisonError::into_inner);
                steady.time(system_time(), elapsed)
            }
            Source::Set(_) => self.now(),
        }
    }
}

fn system_time() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// The difference between the system's time and the time that has passed, once believed.
#[derive(Debug)]
struct Steady {
    /// System time at elapsed time 0, as far as believed. Negative for a clock before its start.
    base: i128,
    /// Since when (elapsed time) the system has been ahead of that.
    ahead_since: Option<Millis>,
}

impl Steady {
    fn new(system: Millis, elapsed: Millis) -> Self {
        Self { base: i128::from(system) - i128::from(elapsed), ahead_since: None }
    }

    fn time(&mut self, system: Millis, elapsed: Millis) -> Millis {
        let base = i128::from(system) - i128::from(elapsed);
        if base - self.base <= i128::from(LEAP) {
            *self = Self::new(system, elapsed);
            return system;
        }
        let since = *self.ahead_since.get_or_insert_with(|| {
            tracing::warn!("the system clock leapt ahead: reports wait until it has settled");
            elapsed
        });
        if elapsed.saturating_sub(since) >= SETTLE {
            *self = Self::new(system, elapsed);
            return system;
        }
        u64::try_from(self.base + i128::from(elapsed)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Millis = 1_700_000_000_000;

    #[test]
    fn an_ordinary_clock_is_believed() {
        let mut steady = Steady::new(T, 0);
        assert_eq!(steady.time(T + 1_000, 1_000), T + 1_000);
        // It drifts, and is slewed, all day long.
        for second in 2..86_400 {
            let system = T + second * 1_001;
            assert_eq!(steady.time(system, second * 1_000), system);
        }
    }

    #[test]
    fn a_leap_ahead_is_believed_when_it_lasts() {
        let mut steady = Steady::new(T, 0);
        let hour = 3_600_000;
        assert_eq!(steady.time(T + hour + 1_000, 1_000), T + 1_000);
        assert_eq!(steady.time(T + hour + SETTLE, SETTLE), T + SETTLE);
        let settled = 1_000 + SETTLE;
        assert_eq!(steady.time(T + hour + settled, settled), T + hour + settled);
    }

    #[test]
    fn a_leap_ahead_and_back_changes_nothing() {
        let mut steady = Steady::new(T, 0);
        assert_eq!(steady.time(T + 10 * LEAP, 1_000), T + 1_000);
        assert_eq!(steady.time(T + 2_000, 2_000), T + 2_000);
        // The next leap is measured anew.
        assert_eq!(steady.time(T + 10 * LEAP, SETTLE - 1), T + SETTLE - 1);
        assert_eq!(steady.time(T + 10 * LEAP, SETTLE), T + SETTLE);
    }

    #[test]
    fn a_step_back_is_believed_at_once() {
        let mut steady = Steady::new(T, 0);
        assert_eq!(steady.time(T - 50_000_000, 1_000), T - 50_000_000);
        assert_eq!(steady.time(T - 49_999_000, 2_000), T - 49_999_000);
        assert_eq!(steady.time(5, 3_000), 5);
    }

    #[test]
    fn a_standing_clock_is_set() {
        let clock = Clock::standing(T);
        assert_eq!((clock.now(), clock.signing_time()), (T, T));
        clock.set(T + 1);
        assert_eq!((clock.now(), clock.signing_time()), (T + 1, T + 1));
        let system = Clock::system();
        assert!(system.now().abs_diff(system.signing_time()) < 1_000);
    }
}
