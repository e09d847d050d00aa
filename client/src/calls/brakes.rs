//! The calls about the emergency brakes: one for everything, one per call.

use super::{council::Share, text, CouncilCall};
use crate::{
    runtime::runtime_types::{
        huangpu_runtime::RuntimeCall, pallet_safe_mode::pallet::Call as BrakeCall,
        pallet_tx_pause::pallet::Call as PauseCall, pallet_utility::pallet::Call as UtilityCall,
    },
    Error,
};
use huangpu_primitives::council::Decision;
use std::fmt;

pub use huangpu_primitives::council::NEVER_PAUSED;

/// A call by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CallName {
    /// The pallet.
    pub pallet: String,
    /// The call.
    pub call: String,
}

impl fmt::Display for CallName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.pallet, self.call)
    }
}

/// Pulls the brake: for some hours, only what heals and governs the chain goes on.
pub fn pull_brake() -> CouncilCall {
    CouncilCall::new(RuntimeCall::SafeMode(BrakeCall::force_enter), Share::Third)
}

/// Prolongs the brake.
pub fn extend_brake() -> CouncilCall {
    ordinary(RuntimeCall::SafeMode(BrakeCall::force_extend))
}

/// Lets the brake go.
pub fn release_brake() -> CouncilCall {
    ordinary(RuntimeCall::SafeMode(BrakeCall::force_exit))
}

/// Pauses calls, all or none.
///
/// # Errors
/// [`Error::Input`] without a call.
pub fn pause(calls: &[CallName]) -> Result<CouncilCall, Error> {
    all(calls, |name| PauseCall::pause { full_name: (text(&name.pallet), text(&name.call)) })
}

/// Lets paused calls go, all or none.
///
/// # Errors
/// [`Error::Input`] without a call.
pub fn unpause(calls: &[CallName]) -> Result<CouncilCall, Error> {
    all(calls, |name| PauseCall::unpause { ident: (text(&name.pallet), text(&name.call)) })
}

/// One call as it is, several as a batch.
fn all(names: &[CallName], of: impl Fn(&CallName) -> PauseCall) -> Result<CouncilCall, Error> {
    let mut calls: Vec<_> = names.iter().map(|name| RuntimeCall::TxPause(of(name))).collect();
    match calls.len() {
        0 => Err(Error::input("there is no call to pause or to let go")),
        1 => Ok(ordinary(calls.remove(0))),
        _ => Ok(ordinary(RuntimeCall::Utility(UtilityCall::batch_all { calls }))),
    }
}

fn ordinary(call: RuntimeCall) -> CouncilCall {
    CouncilCall::new(call, Decision::Ordinary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::METADATA;
    use codec::{Compact, Encode};
    use subxt::Metadata;

    fn name(call: &str) -> CallName {
        CallName { pallet: "Devices".into(), call: call.into() }
    }

    fn bytes(call: &CouncilCall) -> Vec<u8> {
        call.encode().expect("the metadata has it")
    }

    #[test]
    fn a_third_pulls_the_brake_and_more_than_half_lets_it_go() {
        assert_eq!(pull_brake().share(), Share::Third);
        assert_eq!(release_brake().share(), Share::MoreThanHalf);
        assert_eq!(extend_brake().share(), Share::MoreThanHalf);
        assert_eq!(bytes(&pull_brake()).len(), 2);
    }

    #[test]
    fn one_call_is_paused_as_it_is_and_several_in_a_batch() {
        let one = bytes(&pause(&[name("calibrate")]).expect("one"));
        assert_eq!(one[2..], ("Devices", "calibrate").encode());
        let other = bytes(&pause(&[name("rotate_key")]).expect("one"));
        let both = bytes(&pause(&[name("calibrate"), name("rotate_key")]).expect("two"));
        assert_eq!(both[2..], [Compact(2u32).encode(), one.clone(), other].concat());
        let released = bytes(&unpause(&[name("calibrate")]).expect("one"));
        assert_eq!(released[2..], one[2..]);
        assert_ne!(released[..2], one[..2]);
        assert!(matches!(pause(&[]), Err(Error::Input(_))));
    }

    #[test]
    fn what_is_never_paused_is_there() {
        let metadata = Metadata::decode_from(METADATA).expect("the committed metadata");
        for pallet in NEVER_PAUSED {
            assert!(metadata.pallet_by_name(pallet).is_some(), "{pallet}");
        }
    }
}
