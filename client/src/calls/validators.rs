//! The calls about validators: who makes blocks, and with which keys.

use super::CouncilCall;
use crate::{
    runtime::{
        self,
        runtime_types::{
            huangpu_runtime::{RuntimeCall, SessionKeys},
            pallet_validators::pallet::Call,
            sp_consensus_aura::sr25519::app_sr25519::Public as AuraKey,
            sp_consensus_grandpa::app::Public as GrandpaKey,
        },
    },
    Error, OrgId, H256,
};
use huangpu_primitives::council::Decision;
use subxt::tx::Payload;

/// Applies for the signer's organisation to run a validator.
pub fn apply() -> impl Payload {
    runtime::transactions().validators().apply()
}

/// Strikes the validator of the signer's organisation off, while it is not in the set.
pub fn withdraw() -> impl Payload {
    runtime::transactions().validators().withdraw()
}

/// Lets the validator of the signer's organisation leave the set.
pub fn leave() -> impl Payload {
    runtime::transactions().validators().leave_set()
}

/// Brings the dropped validator of the signer's organisation back.
pub fn rejoin() -> impl Payload {
    runtime::transactions().validators().rejoin_set()
}

/// Sets a validator's session keys, with the proof that their owner is the account that sets them: an
/// organisation's keyless one, so put this into [`act_as`](super::members::act_as). `keys` are 32 bytes for making
/// blocks, then 32 for finalizing.
///
/// # Errors
/// [`Error::Input`] when the keys are not 64 bytes.
pub fn set_keys(keys: &[u8], proof: Vec<u8>) -> Result<impl Payload, Error> {
    let wrong = || Error::Input(format!("session keys are 64 bytes, not {}", keys.len()));
    let (aura, grandpa) = keys.split_at_checked(32).ok_or_else(wrong)?;
    let keys = SessionKeys {
        aura: AuraKey(aura.try_into().map_err(|_| wrong())?),
        grandpa: GrandpaKey(grandpa.try_into().map_err(|_| wrong())?),
    };
    Ok(runtime::transactions().session().set_keys(keys, proof))
}

/// Approves a candidate, or a dropped validator.
pub fn approve(org: OrgId) -> CouncilCall {
    council(Decision::Grave, Call::approve_validator { org: org.into() })
}

/// Rejects an application, citing the decision's document by its hash.
pub fn reject(org: OrgId, document: H256) -> CouncilCall {
    council(Decision::Grave, Call::reject_application { org: org.into(), document })
}

/// Removes a validator, citing the decision's document by its hash.
pub fn remove(org: OrgId, document: H256) -> CouncilCall {
    council(Decision::Grave, Call::remove_validator { org: org.into(), document })
}

/// Sets the blocks of a session.
pub fn set_session_blocks(blocks: u32) -> CouncilCall {
    council(Decision::Constitutional, Call::set_session_blocks { blocks })
}

fn council(decision: Decision, call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Validators(call), decision)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::tests::arguments;
    use codec::Encode;

    #[test]
    fn keys_are_two_and_have_a_proof() {
        let keys = [[1; 32], [2; 32]].concat();
        let call = set_keys(&keys, vec![3; 128]).expect("64 bytes");
        assert_eq!(arguments(&call), ([1u8; 32], [2u8; 32], vec![3u8; 128]).encode());
        for length in [0, 32, 63, 65] {
            assert!(matches!(set_keys(&vec![0; length], vec![]), Err(Error::Input(_))), "{length}");
        }
    }

    #[test]
    fn the_council_names_the_organisation() {
        let bytes = |call: CouncilCall| call.encode().expect("the metadata has it")[2..].to_vec();
        let document = H256([7; 32]);
        assert_eq!(bytes(approve(OrgId(4))), OrgId(4).encode());
        assert_eq!(bytes(reject(OrgId(4), document)), (OrgId(4), document).encode());
        assert_eq!(bytes(remove(OrgId(4), document)), (OrgId(4), document).encode());
        assert_eq!(bytes(set_session_blocks(100)), 100u32.encode());
    }
}
