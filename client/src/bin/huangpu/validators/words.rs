//! Where validators stand, in words.

use huangpu_primitives::apis::{Departure, ValidatorState};

pub(super) fn show_state(state: ValidatorState) -> &'static str {
    match state {
        ValidatorState::Candidate => "candidate",
        ValidatorState::Approved => "approved",
        ValidatorState::Active => "active",
        ValidatorState::Leaving(_) => "leaving",
        ValidatorState::Dropped => "dropped",
    }
}

/// Why a validator leaves, if it does.
pub(super) fn why(state: ValidatorState) -> Option<&'static str> {
    let ValidatorState::Leaving(why) = state else { return None };
    Some(match why {
        Departure::Left => "left",
        Departure::Removed => "removed",
        Departure::Standing => "standing",
        Departure::Silent => "silent",
        Departure::Equivocated => "equivocated",
    })
}
